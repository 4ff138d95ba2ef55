"""A sheet as a picture file."""

from xml.etree import ElementTree

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage

from tests.diagram.sheets import sheet, tag
from tests.layout.composing.test_sheets import sheets_of
from tests.layout.film import Film
from visualizer.diagram.painting.sheet_picture import picture_of_sheet
from visualizer.diagram.themes import THEMES, theme
from visualizer.layout.folding.folds import Asked
from visualizer.layout.measure import phrase
from visualizer.layout.picture import Rect, Slot, object_key
from visualizer.model import NotKept, WrongUsage

pytestmark = pytest.mark.usefixtures("qapp")
LIGHT = theme("light")
CHANGED = sheet(
    changed=frozenset({(object_key(7), Slot("item", 1))}), tags=(tag("b", Rect(230, 0, 30, 16)),)
)


def test_a_tag_beside_all_boxes_is_in_the_picture() -> None:
    far = sheet(tags=(tag("b", Rect(390, 0, 30, 16)),))
    image = QImage.fromData(picture_of_sheet(far, LIGHT, 1.0, 10))
    assert image.width() == 440


@pytest.mark.parametrize("name", THEMES)
def test_a_png_is_as_large_as_asked_for(name: str) -> None:
    image = QImage.fromData(picture_of_sheet(CHANGED, theme(name), 2.0, 10))
    bounds = CHANGED.bounds
    assert (image.width(), image.height()) == (
        2 * (bounds.width + 20),
        2 * (bounds.height + 20),
    )
    assert image.pixelColor(1, 1) == theme(name).colour("canvas")


def test_everything_stands_at_its_place_in_the_sheet() -> None:
    image = QImage.fromData(picture_of_sheet(CHANGED, LIGHT, 1.0, 10))
    cell = QColor(image.pixelColor(10 + 170 + 5 + 30 + 4, 10 + 12 + 30 + 4))
    assert cell == LIGHT.colour("changeSoft")
    assert image.pixelColor(10 + 60, 10 + 1) == LIGHT.colour("accent")


def test_an_svg_holds_its_names_and_values_as_text() -> None:
    svg = picture_of_sheet(CHANGED, LIGHT, format="svg").decode()
    root = ElementTree.fromstring(svg)
    written = {text.strip() for text in root.itertext() if text.strip()}
    assert {"module", "a", "b", "4", "5", "6", "list"} <= written
    assert "textLength" in svg


def test_what_a_click_folds_is_not_in_a_picture() -> None:
    film = Film()
    numbers = film.list(*(film.number(n) for n in range(60)))
    film.bind("numbers", numbers)
    film.step()
    last = film.states[-1], film.deltas[-1]
    found = sheets_of(film).sheet(*last, Asked(opened={numbers: 1_000}))
    svg = picture_of_sheet(found, LIGHT, format="svg").decode()
    assert phrase("fewer-rows") in [one.text for box in found.boxes for one in box.block.words]
    assert "fewer" not in svg
    assert ">59<" in svg.replace(" ", "")


def test_a_pdf_is_one_page_of_the_same_size() -> None:
    pages = pypdfium2.PdfDocument(picture_of_sheet(CHANGED, LIGHT, 1.0, 10, format="pdf"))
    assert len(pages) == 1
    assert pages[0].get_size() == pytest.approx(
        (CHANGED.bounds.width + 20, CHANGED.bounds.height + 20), abs=1
    )


def test_an_unknown_format_is_reported() -> None:
    with pytest.raises(WrongUsage):
        picture_of_sheet(CHANGED, LIGHT, format="gif")


def test_too_many_pixels_are_reported() -> None:
    with pytest.raises(NotKept):
        picture_of_sheet(CHANGED, LIGHT, 1000.0)
