"""What the signs in a picture mean is said at the foot of the heap's ground."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from tests.layout.film import Film, call_example
from visualizer.diagram import export_picture, theme
from visualizer.diagram.brush import Look
from visualizer.diagram.mark_legend import Told, room_of_legend, signs_told
from visualizer.diagram.picture import scene_at
from visualizer.diagram.region_item import RegionItem
from visualizer.layout import Badge, Picture, Rect, Region, RegionKind

FILM = call_example()
DEEPEST, FIRST = 10, 1

pytestmark = pytest.mark.usefixtures("qapp")


def picture_at(film: Film, step: int) -> Picture:
    found = scene_at(film, step).picture
    assert found is not None
    return found


def written(step: int, language: str = "en", level: int = 3) -> set[str]:
    svg = export_picture(FILM, step, "svg", language=language, level=level).decode()
    return {text.strip() for text in ElementTree.fromstring(svg).itertext()}


def test_it_names_the_signs_that_there_are_and_no_others() -> None:
    assert {"new", "refers to another object"} <= written(DEEPEST)
    assert "refers to another object" not in written(FIRST)
    assert "다른 객체를 가리킴" in written(DEEPEST, "ko")


def test_where_no_ground_is_shown_it_stands_below_all() -> None:
    assert {"new", "refers to another object"} <= written(DEEPEST, level=1)
    assert "refers to another object" not in written(FIRST, level=1)
    assert "never freed" not in written(DEEPEST, level=1)  # no count is shown


def test_each_sign_is_named_once_in_their_order() -> None:
    told = signs_told(picture_at(FILM, DEEPEST))
    assert told == (Told.NEW, Told.REBOUND, Told.IMMORTAL)


@pytest.mark.parametrize(
    ("badge", "told"),
    [
        (Badge(3, 2, changed=True), Told.UP),
        (Badge(2, 3, changed=True), Told.DOWN),
        (Badge(None), Told.IMMORTAL),
    ],
)
def test_counts_that_changed_have_signs_too(badge: Badge, told: Told) -> None:
    picture = picture_at(FILM, FIRST)
    box = replace(picture.boxes[0], badge=badge)
    assert told in signs_told(replace(picture, boxes=(box, *picture.boxes[1:])))


@pytest.mark.parametrize("level", [1, 2, 4])
def test_no_sentence_lies_on_it_nor_on_the_ground_of_code(level: int) -> None:
    for step in range(1, FILM.steps + 1):
        scene = scene_at(FILM, step, level=level)
        assert scene.picture is not None
        said, room = scene.additions.callout_rect, room_of_legend(scene.picture)
        assert said is None or not said.overlaps(room)
        for region in scene.picture.regions:
            assert said is None or not (region.chips and said.overlaps(region.rect))


def test_the_line_about_the_heap_is_never_below_its_name_where_counts_are() -> None:
    region = Region(RegionKind.HEAP, Rect(0, 0, 200, 120), "Heap", "many objects " * 9)
    scene = QGraphicsScene(0, 0, 200, 120)
    scene.addItem(RegionItem(region, Look(theme("light"), "en", 3)))
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter)
    painter.end()
    written_at = {
        y for y in range(4, 116) if len({image.pixelColor(x, y).rgb() for x in range(16, 184)}) > 1
    }
    assert written_at
    assert max(written_at) < 30


def test_nothing_stands_where_it_is() -> None:
    for step in range(1, FILM.steps + 1):
        picture = picture_at(FILM, step)
        (heap,) = [one.rect for one in picture.regions if one.kind is RegionKind.HEAP]
        foot = Rect(heap.x, heap.bottom - 28, heap.width, 28)
        assert not [box.key for box in picture.boxes if box.rect.overlaps(foot)]
