"""A step as a picture file."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from tests.layout.film import Film, call_example
from visualizer.diagram.picture import export_picture
from visualizer.diagram.themes import THEMES, theme
from visualizer.layout.analysis.facts import Level
from visualizer.model import NotKept, WrongUsage

type Pixels = NDArray[np.uint8]

FILM = call_example()
DEEPEST = 10

pytestmark = pytest.mark.usefixtures("qapp")


def test_an_svg_holds_the_names_and_values_as_text() -> None:
    svg = ElementTree.fromstring(export_picture(FILM, DEEPEST, "svg").decode())
    written = {text.strip() for text in svg.itertext() if text.strip()}
    assert {"module", "f1", "f2", "x", "y", "11", "10"} <= written


def test_words_are_in_the_language_asked_for() -> None:
    svg = export_picture(FILM, DEEPEST, "svg", level=Level.REGIONS, language="ko").decode()
    assert "힙" in svg
    assert "Heap" not in svg


@pytest.mark.parametrize("name", THEMES)
def test_a_pdf_shows_the_very_same_as_a_png(name: str) -> None:
    """The PDF renderer smooths edges in its own way, which depends on the system: the mean colours
    of each 16 × 16 pixels are nearly equal."""
    sharp = 2.0
    png = pixels(QImage.fromData(export_picture(FILM, DEEPEST, "png", theme=name, scale=sharp)))
    pages = pypdfium2.PdfDocument(export_picture(FILM, DEEPEST, "pdf", theme=name))
    assert len(pages) == 1
    pdf = pages[0].render(scale=sharp).to_numpy()[:, :, 2::-1]
    assert pdf.shape == png.shape
    # A sheet's lines are on whole pixels of the target: a page has finer pixels.
    assert off(png, pdf) < 20
    # The check would find a card that is 2 pixels off.
    for axis in (0, 1):
        assert off(png, np.roll(pdf, 2, axis=axis)) > 24


def pixels(image: QImage) -> Pixels:
    """Return rows of red, green and blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(plain.constBits()), np.uint8).reshape(plain.height(), -1)
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3)


def off(one: Pixels, other: Pixels, size: int = 16) -> float:
    """Return the largest difference, up to 255, of a square's mean colours."""
    down, across = (min(a, b) // size for a, b in zip(one.shape[:2], other.shape[:2], strict=True))
    means = [
        picture[: down * size, : across * size]
        .reshape(down, size, across, size, 3)
        .mean(axis=(1, 3))
        for picture in (one, other)
    ]
    return float(abs(means[0] - means[1]).max())


@pytest.mark.parametrize("name", THEMES)
def test_a_png_is_in_the_colours_of_its_theme(name: str) -> None:
    image = QImage.fromData(export_picture(FILM, DEEPEST, "png", theme=name))
    assert image.width() > 300
    assert image.pixelColor(2, 2) == theme(name).colour("canvas")
    seen = {QColor(image.pixel(x, y)).name() for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)}  # fmt: skip
    for colour in ("card", "cardHead", "changeSoft"):
        assert theme(name).colour(colour).name() in seen


def test_a_level_with_numbers_shows_more_than_one_without() -> None:
    bare, full = (
        export_picture(FILM, DEEPEST, "svg", level=n).decode() for n in (Level.VALUES, Level.COUNTS)
    )
    assert "160" not in bare
    assert "28 B" not in bare
    assert len(bare) < len(full)


def test_every_text_of_an_svg_is_as_wide_as_here_and_falls_back_to_its_kind() -> None:
    svg = ElementTree.fromstring(export_picture(FILM, DEEPEST, "svg").decode())
    texts = [one for one in svg.iter() if one.tag.endswith("}text") and one.text]
    assert texts
    for text in texts:
        assert float(text.attrib["textLength"]) > 0
        assert text.attrib["font-family"].split(",")[-1] in ("sans-serif", "monospace")
    wide, narrow = (
        next(float(one.attrib["textLength"]) for one in texts if one.text == word)
        for word in ("module", "f1")
    )
    assert wide == pytest.approx(3 * narrow)


def test_a_picture_is_as_large_as_asked_for() -> None:
    usual, half, large = (
        QImage.fromData(export_picture(FILM, DEEPEST, "png", scale=scale)).size()
        for scale in (1.0, 0.5, 3.0)
    )
    assert (large.width(), large.height()) == (3 * usual.width(), 3 * usual.height())
    assert abs(2 * half.width() - usual.width()) <= 1
    svg = ElementTree.fromstring(export_picture(FILM, DEEPEST, "svg", scale=2.0).decode())
    inches = float(svg.attrib["width"].removesuffix("mm")) / 25.4
    assert round(inches * 96) == 2 * usual.width()


def test_a_picture_that_is_too_large_is_reported() -> None:
    with pytest.raises(NotKept, match="too large"):
        export_picture(FILM, DEEPEST, "png", scale=128.0)


def test_no_way_in_an_svg_is_empty() -> None:
    for step in range(1, len(FILM.states) + 1):
        svg = ElementTree.fromstring(export_picture(FILM, step, "svg").decode())
        ways = [one.attrib["d"] for one in svg.iter() if one.tag.endswith("}path")]
        assert all(way.strip() for way in ways)


@pytest.mark.parametrize(
    ("step", "format"), [(0, "svg"), (len(FILM.states) + 1, "png"), (1, "gif")]
)
def test_an_unknown_step_or_format_is_reported(step: int, format: str) -> None:  # noqa: A002
    with pytest.raises(WrongUsage):
        export_picture(FILM, step, format)


def test_an_empty_program_has_a_picture_too() -> None:
    film = Film()
    film.step()
    assert b"module" in export_picture(film, 1, "svg")


def test_no_display_and_no_application_are_needed(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from tests.layout.film import call_example\n"
        "from visualizer.diagram.picture import export_picture\n"
        "Path(sys.argv[1]).write_bytes(export_picture(call_example(), 3, 'png'))\n"
    )
    root = Path(__file__).parents[2]
    out = tmp_path / "out.png"
    command = [sys.executable, "-c", program, str(out)]
    environment = {"PYTHONPATH": str(root), "HOME": str(tmp_path), "PATH": ""}
    subprocess.run(command, check=True, env=environment, cwd=tmp_path)
    assert out.read_bytes().startswith(b"\x89PNG")
