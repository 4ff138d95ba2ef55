"""The painting of arrows, stubs and tags."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from tests.diagram.sheets import LIGHT, PINK, arrow, count, stub, tag
from visualizer.diagram.items.tag import TagItem, bounds_of
from visualizer.diagram.painting.lines import line_path, polygon_of
from visualizer.diagram.painting.painter_canvas import PainterCanvas
from visualizer.layout.drawing.labels import DOT, draw_arrow, draw_tag
from visualizer.layout.picture import Point, Rect, object_key
from visualizer.layout.routing.lines import (
    CORNER,
    Head,
    are_alike,
    between,
    corners_of,
    head_corners,
    head_for,
)
from visualizer.layout.sheet import TagKind

pytestmark = pytest.mark.usefixtures("qapp")
HEAD = Head(9, 4)


def painted(paint: Callable[[QPainter], None], scale: float = 1.0) -> QImage:
    image = QImage(round(200 * scale), round(100 * scale), QImage.Format.Format_RGB32)
    image.fill(PINK)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter)
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> QColor:
    return image.pixelColor(x, y)


def thickness(image: QImage, x: int) -> int:
    return sum(image.pixelColor(x, y) != PINK for y in range(image.height()))


@pytest.mark.parametrize(
    ("changed", "running", "name"),
    [(True, True, "changeLine"), (False, True, "accent"), (False, False, "arrow")],
)
def test_the_colour_of_an_arrow_shows_its_start_and_its_change(
    changed: bool, running: bool, name: str
) -> None:
    made = arrow((20, 50.5), (120, 50.5), changed=changed, running=running)
    image = painted(lambda painter: draw_arrow(PainterCanvas(painter, LIGHT), made))
    assert {colour(image, x, 50).name() for x in (20, 70, 115)} == {LIGHT.colour(name).name()}


@pytest.mark.parametrize("scale", [0.7, 1.0, 1.5, 2.3])
def test_a_changed_arrow_is_heavier(scale: float) -> None:
    images = [
        painted(
            lambda painter, changed=changed: draw_arrow(  # type: ignore[misc]
                PainterCanvas(painter, LIGHT),
                arrow((20, 50.5), (120, 50.5), changed=changed),
            ),
            scale,
        )
        for changed in (True, False)
    ]
    strong, plain = (thickness(image, int(70 * scale)) for image in images)
    assert strong > plain


@pytest.mark.parametrize("scale", [0.7, 1.0, 1.5, 2.3])
def test_a_straight_line_is_sharp(scale: float) -> None:
    made = arrow((20, 50.5), (120, 50.5))
    image = painted(lambda painter: draw_arrow(PainterCanvas(painter, LIGHT), made), scale)
    column = [colour(image, int(70 * scale), y) for y in range(image.height())]
    assert {one.name() for one in column} <= {PINK.name(), LIGHT.colour("accent").name()}


def test_its_tip_touches_its_target_and_goes_no_further() -> None:
    made = arrow((20, 50.5), (120, 50.5))
    image = painted(lambda painter: draw_arrow(PainterCanvas(painter, LIGHT), made))
    assert thickness(image, 119) > 0
    assert thickness(image, 120) == 0


def test_it_starts_with_a_dot() -> None:
    made = arrow((20, 50.5), (120, 50.5))
    image = painted(lambda painter: draw_arrow(PainterCanvas(painter, LIGHT), made))
    assert thickness(image, 20) >= 2 * int(DOT)


def test_a_stub_in_a_row_is_plain_text_and_elsewhere_a_pill() -> None:
    pill_made = stub("→ Node 5", Rect(20, 20, 100, 20), object_key(3))
    assert pill_made.stub is not None
    plain_made = replace(pill_made, stub=replace(pill_made.stub, is_in_row=True))
    plain, pill = (
        painted(lambda painter, made=made: draw_arrow(PainterCanvas(painter, LIGHT), made))  # type: ignore[misc]
        for made in (plain_made, pill_made)
    )
    assert count(plain, LIGHT.colour("card")) == 0
    assert count(pill, LIGHT.colour("card")) > 500
    assert max(thickness(plain, x) for x in range(25, 80)) > 4


@pytest.mark.parametrize("kind", TagKind)
@pytest.mark.parametrize("changed", [True, False])
@pytest.mark.parametrize("scale", [1.0, 2.3])
def test_a_tag_stays_in_its_rectangle(kind: TagKind, changed: bool, scale: float) -> None:
    rect = Rect(60, 30, 40, 17)
    made = tag("a name that is far too long", rect, kind, changed)
    image = painted(lambda painter: draw_tag(PainterCanvas(painter, LIGHT), made), scale)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    found = [(x / scale, y / scale) for x, y in places if colour(image, x, y) != PINK]
    assert found
    grown = rect.grown(1)
    assert all(grown.contains(x, y) for x, y in found)
    assert bounds_of(made).contains(60, 30)


def test_a_pointer_stays_within_the_painted_area_of_its_tag_wherever_the_name_stands() -> None:
    made = replace(tag("middle", Rect(100, 40, 40, 20), TagKind.INDEX), tip=Point(60, 36))
    assert bounds_of(made).contains(QRectF(53, 41, 14, 5))


def test_a_changed_tag_stands_on_amber_and_another_does_not() -> None:
    rect = Rect(60, 30, 60, 17)
    for changed in (True, False):
        made = tag("after", rect, changed=changed)
        image = painted(lambda painter, made=made: draw_tag(PainterCanvas(painter, LIGHT), made))  # type: ignore[misc]
        assert (count(image, LIGHT.colour("changeSoft")) > 0) is changed


def test_the_pointer_of_an_index_touches_the_cell_in_its_middle() -> None:
    made = tag("i", Rect(60, 30, 39, 17), TagKind.INDEX)
    image = painted(lambda painter: draw_tag(PainterCanvas(painter, LIGHT), made))
    top = [x for x in range(200) if colour(image, x, 31) != PINK]
    assert top
    assert (top[0] + top[-1]) / 2 == pytest.approx(60 + 39 / 2, abs=1)
    assert top[0] > 70


@pytest.mark.parametrize(("edge", "inked"), [(None, []), (120, [119])])
def test_the_pointer_at_a_cell_far_above_has_a_line_to_its_name_along_an_edge(
    edge: float | None, inked: list[int]
) -> None:
    made = replace(tag("i", Rect(60, 40, 39, 17), TagKind.INDEX), tip=Point(79, 15), edge=edge)
    image = painted(lambda painter: draw_tag(PainterCanvas(painter, LIGHT), made))
    rows = [[x for x in range(200) if colour(image, x, y) != PINK] for y in (16, 30, 42)]
    assert len(rows[0]) > 6
    assert rows[1] == inked
    assert len(rows[2]) == 2
    assert all(bounds_of(made).contains(x, 30) for x in inked)


@pytest.mark.parametrize(("tip", "beside"), [(50, 60), (110, 98)])
def test_the_pointer_of_an_index_beside_its_box_is_at_the_side_of_the_box(
    tip: float, beside: int
) -> None:
    made = replace(tag("i", Rect(60, 30, 39, 17), TagKind.INDEX), tip=Point(tip, 38))
    image = painted(lambda painter: draw_tag(PainterCanvas(painter, LIGHT), made))
    inked = [x for x in range(200) if colour(image, x, 38) != PINK]
    assert beside in (inked[0], inked[-1])
    assert colour(image, beside, 32) == PINK


# ---- ways ----


def test_a_way_has_no_point_twice_and_none_within_a_straight_part() -> None:
    points = [Point(0, 0), Point(0, 0), Point(5, 0), Point(9, 0), Point(9, 4)]
    assert corners_of(points) == [Point(0, 0), Point(9, 0), Point(9, 4)]


def test_corners_are_round_but_no_rounder_than_there_is_room() -> None:
    wide = line_path([Point(0, 0), Point(50, 0), Point(50, 50)])
    assert wide.elementAt(1).x == 50 - CORNER
    narrow = line_path([Point(0, 0), Point(50, 0), Point(50, 4), Point(90, 4)])
    assert narrow.elementAt(1).x == 50 - 2


def test_a_head_is_smaller_where_the_last_part_is_short() -> None:
    short = [Point(0, 0), Point(50, 0), Point(50, 9)]
    assert head_for(short, HEAD).length < HEAD.length
    assert head_for([Point(0, 0), Point(50, 0), Point(50, 40)], HEAD) == HEAD


@pytest.mark.parametrize("end", [Point(50, 0), Point(0, 50), Point(-50, 0), Point(0, -50)])
def test_a_head_points_where_the_way_leads(end: Point) -> None:
    head = polygon_of(head_corners([Point(0, 0), end], HEAD))
    tip, *back = (head.at(number) for number in range(3))
    assert (tip.x(), tip.y()) == end
    assert {abs(one.x() - end.x) + abs(one.y() - end.y) for one in back} == {13}


def test_ways_with_the_same_turns_have_upright_ones_between_them() -> None:
    one = [Point(0, 0), Point(10, 0), Point(10, 10)]
    other = [Point(0, 4), Point(20, 4), Point(20, 30)]
    assert are_alike(one, other)
    assert between(one, other, 0.5) == (Point(0, 2), Point(15, 2), Point(15, 20))
    assert between(one, other, 1.0) == tuple(other)
    assert not are_alike(one, [Point(0, 0), Point(0, 10), Point(10, 10)])
    assert not are_alike(one, other[:2])


def test_an_index_that_changed_has_a_wider_pointer() -> None:
    widths = []
    for changed in (True, False):
        made = tag("i", Rect(60, 30, 39, 17), TagKind.INDEX, changed)
        image = painted(lambda painter, made=made: draw_tag(PainterCanvas(painter, LIGHT), made))  # type: ignore[misc]
        widths.append(sum(colour(image, x, 35) != PINK for x in range(200)))
    assert widths[0] > widths[1]


@pytest.mark.parametrize("tip", [Point(70, 40), Point(58, 48), Point(70, 15), None])
def test_an_item_paints_a_pointer_where_the_picture_has_it(tip: Point | None) -> None:
    mark = replace(tag("j", Rect(60, 40, 20, 20), TagKind.INDEX), tip=tip, edge=82)
    direct = painted(lambda painter: draw_tag(PainterCanvas(painter, LIGHT), mark))

    def paint_item(painter: QPainter) -> None:
        item = TagItem(mark, LIGHT)
        painter.translate(item.pos())
        item.paint(painter, QStyleOptionGraphicsItem())

    assert painted(paint_item) == direct
