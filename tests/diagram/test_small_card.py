"""What is said of a card that is seen small: nothing that is not so."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene
from pytestqt.qtbot import QtBot

from tests.layout.film import Film
from visualizer.diagram import DiagramScene
from visualizer.diagram.chips import draw_small_chip
from visualizer.diagram.region_item import RegionItem
from visualizer.diagram.small_card import line_below, title_right, told_of
from visualizer.layout import (
    Badge,
    Box,
    Card,
    CardKind,
    Chip,
    Rect,
    Region,
    RegionKind,
    object_key,
    phrase,
)
from visualizer.layout.sizes import ROW

type Make = Callable[[Film], int]


def of_list(film: Film) -> int:
    return film.list(*(film.number(n) for n in range(30)))


def of_dict(film: Film) -> int:
    return film.dict(*((film.number(n), film.number(n + 1)) for n in range(20)))


def of_class(film: Film) -> int:
    return film.cls("Node")


@pytest.mark.parametrize(
    ("make", "said"), [(of_list, "30 items"), (of_dict, "20 pairs"), (of_class, "Node")]
)
def test_what_is_not_shown_is_counted_too(qtbot: QtBot, make: Make, said: str) -> None:
    film = Film()
    serial = make(film)
    film.bind("it", serial)
    film.step(1)
    scene = DiagramScene()
    scene.show_step(film.states[0])
    box = scene.items_shown.boxes[object_key(serial)].box
    assert told_of(scene.look, box) == said


@pytest.mark.parametrize("detail", [0.4, 0.53, 0.69])
def test_no_count_covers_a_title(qtbot: QtBot, detail: float) -> None:
    film = Film()
    node = film.cls("Node")
    film.bind("Node", node)
    some = film.list(*(film.instance(node) for _ in range(1003)))
    film.bind("some", some)
    film.bind("value", film.number(12345))
    film.bind("none", film.instance(node))
    film.step(1)
    del film.names["none"]
    film.step(2)
    scene = DiagramScene()
    scene.show_step(film.states[1], film.deltas[1])
    badge = scene.items_shown.boxes[object_key(node)].box.badge
    assert badge is not None
    assert (badge.before, badge.count) == (1005, 1004)
    for item in scene.items_shown.boxes.values():
        at, right = item.badge_at(detail), title_right(scene.look, item.box, detail)
        words_top = 4 / detail
        assert at.isNull() or at.left() > right or at.bottom() < words_top
        assert at.isNull() or item.boundingRect().contains(at), "what is outside is cut off"


def test_the_number_alone_stands_beside_arrows(qtbot: QtBot) -> None:
    film = Film()
    node = film.cls("N")
    film.bind("N", node)
    some = film.list(*(film.instance(node) for _ in range(997)))
    film.bind("some", some)
    film.step(1)
    scene = DiagramScene()
    scene.show_step(film.states[0])
    box = scene.items_shown.boxes[object_key(some)].box
    wide = replace(box, rect=box.rect._replace(width=200.0))
    narrow = replace(box, rect=box.rect._replace(width=120.0))
    assert line_below(scene.look, wide, 0.53) == "997 items"
    assert line_below(scene.look, narrow, 0.53) == "997"


def inked(scene: QGraphicsScene, area: QRectF, wanted: QColor, zoom: float) -> int:
    """How many pixels of an area are nearly in a colour, seen at a zoom."""
    image = QImage((area.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    seen = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(_off(one, wanted) < 120 for one in seen)


def _off(one: QColor, other: QColor) -> int:
    channels = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return sum(abs(a - b) for a, b in channels)


@pytest.mark.parametrize("detail", [0.45, 0.6])
def test_a_deleted_name_is_struck_through_however_small(qtbot: QtBot, detail: float) -> None:
    film = Film()
    film.bind("some", film.list())
    film.bind("other", film.list())
    film.step(1)
    del film.names["some"]
    film.step(2)
    scene = DiagramScene()
    for step in (0, 1):
        scene.show_step(film.states[step], film.deltas[step])
    (box,) = (item.box for item in scene.items_shown.boxes.values() if item.box.lost)
    ((_, top),) = box.lost
    row = QRectF(box.rect.x + 4, box.rect.y + top, 40, ROW)
    assert inked(scene, row, scene.theme.colour("loss"), detail) > 8


def test_a_code_object_is_named_however_small(qtbot: QtBot) -> None:
    look = DiagramScene().look
    chip = Chip(Rect(0, 0, 170, 60), "work", phrase("from-line", line=3), ())
    for detail in (0.34, 0.6):
        image = QImage(round(170 * detail), round(60 * detail), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.scale(detail, detail)
        draw_small_chip(painter, look, chip, detail)
        painter.end()
        ink = look.colour("ink")
        inside = ((x, y) for x in range(6, image.width() - 6) for y in range(4, image.height() - 4))
        assert sum(_off(image.pixelColor(x, y), ink) < 300 for x, y in inside) > 12


def test_the_line_about_the_heap_gives_way_to_counts(qtbot: QtBot) -> None:
    look = DiagramScene().look
    region = Region(RegionKind.HEAP, Rect(0, 0, 900, 300), "Heap", "3 of 4 objects")
    inside = Card(CardKind.CARD, "list", "", 26, (), 120, 60)
    box = Box(object_key(1), inside, Rect(770, 40, 120, 60), Badge(3))
    scene = QGraphicsScene(0, 0, 900, 300)
    heap = RegionItem(region, look)
    scene.addItem(heap)
    right = QRectF(760, 2, 138, 32)

    def said() -> int:
        return inked(scene, right, look.colour("ink2"), 0.5)

    assert said() > 20
    heap.keep_clear([box])
    assert said() < 4
    heap.keep_clear([replace(box, rect=box.rect._replace(y=160))])
    assert said() > 20
