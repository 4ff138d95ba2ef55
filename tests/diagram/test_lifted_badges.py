"""No arrow goes through a count: those that one passes are painted above it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from visualizer.diagram import DiagramScene
from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.box_item import BoxItem
from visualizer.layout import (
    Arrow,
    Badge,
    Box,
    Card,
    CardKind,
    Picture,
    Point,
    Rect,
    Slot,
    object_key,
)

pytestmark = pytest.mark.usefixtures("qapp")

BOUNDS = Rect(0, 0, 900, 400)


def card(serial: int, x: float, y: float, count: int = 2) -> Box:
    inside = Card(CardKind.CARD, "list", "", 26, (), 160, 80)
    return Box(object_key(serial), inside, Rect(x, y, 160, 80), Badge(count))


def arrow(one: Box, other: Box, height: float) -> Arrow:
    """From one card to another, level at that height between them."""
    start = Point(one.rect.right, one.rect.y + 40)
    end = Point(other.rect.x, other.rect.y + 40)
    points = (start, Point(start.x + 30, start.y), Point(start.x + 30, height),
              Point(end.x - 30, height), Point(end.x - 30, end.y), end)  # fmt: skip
    assert other.serial is not None
    return Arrow(one.key, Slot("index", "0"), other.serial, points, start, card=one.key)


LEFT, MIDDLE, RIGHT = card(1, 20, 200), card(2, 320, 200), card(3, 640, 200)
THROUGH, ABOVE = arrow(LEFT, RIGHT, 200), arrow(LEFT, RIGHT, 60)


def shown(scene: DiagramScene, boxes: tuple[Box, ...], *arrows: Arrow) -> set[int]:
    """Show that picture; the objects whose counts lie above the arrows."""
    scene.items_shown.take(Picture(boxes, arrows, (), BOUNDS), scene.look)
    return {int(key.name) for key in scene.items_shown.lifted.items}


def test_only_a_count_that_an_arrow_passes_is_lifted() -> None:
    scene, boxes = DiagramScene(), (LEFT, MIDDLE, RIGHT)
    assert shown(scene, boxes, THROUGH) == {2}
    lifted = scene.items_shown.lifted.items[MIDDLE.key]
    ways = [item for item in scene.items() if isinstance(item, ArrowItem)]
    assert all(lifted.zValue() > max(way.zValue(), way.uprights.zValue()) for way in ways)


@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_no_line_goes_through_a_number(zoom: float) -> None:
    plain, crossed = DiagramScene(), DiagramScene()
    shown(plain, (LEFT, MIDDLE, RIGHT))
    shown(crossed, (LEFT, MIDDLE, RIGHT), THROUGH)
    item = crossed.items_shown.boxes[MIDDLE.key]
    count = item.badge_at(zoom).translated(item.pos()).adjusted(4, 4, -4, -4)
    assert painted(plain, count, zoom) == painted(crossed, count, zoom)


def painted(scene: DiagramScene, area: QRectF, zoom: float) -> QImage:
    image = QImage((area.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    return image


def test_it_follows_from_the_picture_alone_what_is_lifted() -> None:
    scene, boxes = DiagramScene(), (LEFT, MIDDLE, RIGHT)
    below = replace(MIDDLE, rect=MIDDLE.rect._replace(y=300))
    assert shown(scene, boxes, THROUGH) == {2}
    assert shown(scene, boxes, ABOVE) == set(), "the arrow has another way"
    assert shown(scene, boxes, THROUGH) == {2}
    assert shown(scene, (LEFT, below, RIGHT), THROUGH) == set(), "the card stands elsewhere"
    assert shown(scene, boxes, THROUGH) == {2}
    assert shown(scene, boxes) == set(), "the arrow is gone"
    assert shown(scene, (LEFT, RIGHT), THROUGH) == set(), "the card is gone"
    assert shown(scene, boxes, THROUGH) == {2}


def test_a_count_goes_along_with_its_card() -> None:
    scene = DiagramScene()
    shown(scene, (LEFT, MIDDLE, RIGHT), THROUGH)
    item: BoxItem = scene.items_shown.boxes[MIDDLE.key]
    item.setPos(QPointF(400, 120))
    item.setOpacity(0.5)
    assert item.above is not None
    assert item.above.pos() == item.pos()
    assert item.above.opacity() == item.opacity()
    item.setZValue(8)
    assert item.above.zValue() > 8


def test_among_many_the_same_are_lifted_whether_all_come_at_once_or_one_by_one() -> None:
    cards = tuple(card(n, 200 * (n % 10), 120 * (n // 10)) for n in range(60))
    ways = tuple(
        arrow(cards[n], cards[n + 3], cards[n].rect.y + n % 7 * 6) for n in range(0, 56, 5)
    )
    at_once, one_by_one = DiagramScene(), DiagramScene()
    for number in range(1, len(cards)):
        shown(one_by_one, cards[:number])
    for number in range(1, len(ways)):
        shown(one_by_one, cards, *ways[:number])
    lifted = shown(at_once, cards, *ways)
    assert 0 < len(lifted) < len(cards)
    assert shown(one_by_one, cards, *ways) == lifted
