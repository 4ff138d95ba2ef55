"""The route of an arrow."""

from itertools import pairwise
from math import inf
from typing import Any

import pytest
from hypothesis import given, settings

from tests.layout.routing.scenes import (
    FRAME,
    MEASURE,
    Scene,
    box,
    boxes_passed,
    frame,
    parts,
    scenes,
    wanted,
)
from visualizer.layout.blocks.block import Side
from visualizer.layout.picture import Key, Point, Rect, object_key
from visualizer.layout.routing import Rank, Router
from visualizer.layout.routing.plane import CROSSING, Plane, native
from visualizer.layout.routing.search import find_way
from visualizer.layout.routing.ways import Ends

some = settings(max_examples=50)


@some
@given(scene=scenes())
def test_no_arrow_leads_through_a_box(scene: Scene) -> None:
    for arrow in scene.route().arrows:
        assert boxes_passed(arrow, scene) == []


@some
@given(scene=scenes())
def test_no_arrow_leaves_the_room(scene: Scene) -> None:
    room = Rect(-2, -12, 720, 460)
    for arrow in Router(MEASURE).route(scene.boxes, scene.wanted, room=room).arrows:
        assert all(x <= room.right and y <= room.bottom for x, y in arrow.points)


@some
@given(scene=scenes())
def test_ways_are_level_and_upright_in_turn_from_the_port_to_the_edge_of_the_target(
    scene: Scene,
) -> None:
    for arrow, one in zip(scene.route().arrows, scene.wanted, strict=True):
        if not arrow.points:
            continue
        assert arrow.points[0] == one.port
        assert one.rect is not None
        x, y = arrow.points[-1]
        assert x in (one.rect.x, one.rect.right) or y in (one.rect.y, one.rect.bottom)
        assert one.rect.x <= x <= one.rect.right
        assert one.rect.y <= y <= one.rect.bottom
        axes = [part.width > 0 for part in parts(arrow.points)]
        assert axes[0] is (one.side is Side.RIGHT) or one.rank >= Rank.SLOT
        assert all(axis is not after for axis, after in pairwise(axes))


@some
@given(scene=scenes())
def test_no_arrow_leaves_the_canvas_to_the_left_or_the_top(scene: Scene) -> None:
    for arrow in scene.route().arrows:
        assert all(x >= -2 and y >= -12 for x, y in arrow.points)


@some
@given(scene=scenes())
def test_each_reference_has_either_a_line_or_a_stub(scene: Scene) -> None:
    for arrow in scene.route().arrows:
        assert bool(arrow.points) is (arrow.stub is None)


def test_an_arrow_to_a_level_box_is_straight() -> None:
    boxes = frame() | box(1, 200, 40)
    (arrow,) = Scene(boxes, [wanted(boxes, FRAME, 1, 60)]).route().arrows
    assert arrow.points == (Point(129, 60), Point(200, 60))


def test_an_arrow_to_a_lower_box_turns_once() -> None:
    boxes = frame() | box(1, 200, 200)
    (arrow,) = Scene(boxes, [wanted(boxes, FRAME, 1, 60)]).route().arrows
    assert arrow.points == (Point(129, 60), Point(214, 60), Point(214, 200))


def test_an_arrow_to_a_box_below_another_takes_a_lane_and_enters_at_the_title() -> None:
    boxes = frame() | box(1, 200, 40) | box(2, 200, 100)
    (arrow,) = Scene(boxes, [wanted(boxes, FRAME, 2, 60)]).route().arrows
    _, turn, _, end = arrow.points
    assert 140 < turn.x < 200
    assert end == Point(200, 109)


def test_rows_that_lead_down_cross_nowhere_and_keep_apart() -> None:
    boxes = frame() | box(1, 190, 150) | box(2, 190, 210) | box(3, 190, 270)
    scene = Scene(boxes, [wanted(boxes, FRAME, n, 20 + 20 * n) for n in (1, 2, 3)])
    lanes = [arrow.points[1].x for arrow in scene.route().arrows]
    assert lanes == sorted(lanes, reverse=True)
    assert min(a - b for a, b in pairwise(lanes)) >= 6


def test_a_row_that_comes_below_moves_no_other_arrow() -> None:
    boxes = frame() | box(1, 190, 150) | box(2, 190, 210) | box(3, 190, 270)
    ones = [wanted(boxes, FRAME, n, 20 + 20 * n) for n in (1, 2, 3)]
    before, after = Scene(boxes, ones[:2]).route(), Scene(boxes, ones).route()
    assert after.arrows[:2] == before.arrows


@pytest.mark.parametrize("compiled", [None, native])
def test_a_line_right_before_a_box_is_crossed_like_any_other(compiled: Any) -> None:
    own, target = (0.0, 0.0, 140.0, 120.0), (200.0, 40.0, 260.0, 100.0)
    ends = Ends((129.0, 60.0), Side.RIGHT, own, target, target, 1)
    plane = Plane([own, target], compiled=compiled)
    alone = find_way(plane, ends, inf)
    plane.add_way(((197.0, -12.0), (197.0, 400.0)), 2)
    crossing = find_way(plane, ends, inf)
    assert alone.way == ((129.0, 60.0), (200.0, 60.0))
    assert crossing == (alone.way, alone.price + CROSSING)


def test_an_arrow_leads_around_the_boxes_in_between() -> None:
    boxes = frame() | box(1, 180, 20, 40, 100) | box(2, 300, 50)
    scene = Scene(boxes, [wanted(boxes, FRAME, 2, 60)])
    (arrow,) = scene.route().arrows
    assert arrow.points
    assert boxes_passed(arrow, scene) == []


@pytest.mark.parametrize("compiled", [None, native])
def test_an_arrow_to_a_box_behind_another_passes_close_to_that(compiled: Any) -> None:
    own, before, target = (
        (0.0, 0.0, 140.0, 200.0),
        (180.0, 20.0, 220.0, 120.0),
        (300.0, 50.0, 360.0, 90.0),
    )
    ends = Ends((129.0, 60.0), Side.RIGHT, own, target, target, 1)
    plane = Plane([own, before, target], compiled=compiled)
    first = find_way(plane, ends, 760.0).way
    assert first is not None
    plane.add_way(first, 2)
    second = find_way(plane, ends, 760.0).way
    assert second is not None
    heights = [way[2][1] for way in (first, second)]
    assert all(before[1] - 14 < y < before[1] or before[3] < y < before[3] + 14 for y in heights)
    assert abs(heights[0] - heights[1]) >= 6


def test_several_arrows_into_one_target_enter_apart() -> None:
    boxes = frame() | box(1, 200, 200, 90, 60)
    scene = Scene(boxes, [wanted(boxes, FRAME, 1, y) for y in (20, 40, 60, 80)])
    heads = [arrow.points[-1] for arrow in scene.route().arrows]
    for number, one in enumerate(heads):
        for other in heads[:number]:
            assert max(abs(one.x - other.x), abs(one.y - other.y)) >= 7


def test_an_object_that_refers_to_itself_has_a_loop() -> None:
    boxes = box(1, 200, 100)
    (arrow,) = Scene(boxes, [wanted(boxes, object_key(1), 1, 30)]).route().arrows
    assert len(arrow.points) >= 4


def test_a_child_below_is_reached_straight_down() -> None:
    boxes = box(1, 200, 0) | box(2, 190, 70)
    one = wanted(boxes, object_key(1), 2, 30, x=15, side=Side.BELOW)
    (arrow,) = Scene(boxes, [one]).route().arrows
    assert arrow.points == (Point(215, 30), Point(215, 70))


@pytest.mark.parametrize(("rank", "far"), [(Rank.FRAME, 1000), (Rank.RUNNING, 2400)])
def test_a_distant_target_has_a_stub_unless_it_changed(rank: Rank, far: float) -> None:
    boxes = frame() | box(1, far, 40)
    still = Scene(boxes, [wanted(boxes, FRAME, 1, 60, rank=rank)]).route()
    changed = Scene(boxes, [wanted(boxes, FRAME, 1, 60, rank=rank, is_changed=True)]).route()
    assert not still.arrows[0].points
    assert changed.arrows[0].points


def test_into_a_structure_only_near_or_changed_references_have_lines() -> None:
    boxes = frame() | box(1, 600, 40) | box(2, 1000, 40)
    near = Scene(boxes, [wanted(boxes, FRAME, 1, 60, is_into_structure=True)]).route()
    far = Scene(boxes, [wanted(boxes, FRAME, 2, 60, is_into_structure=True)]).route()
    assert near.arrows[0].points
    assert not far.arrows[0].points
    assert near.tags[0].label.text == "n1"
    assert far.tags[0].label.text == "n2"


def test_a_changed_reference_is_a_line_even_behind_a_wall() -> None:
    boxes = frame() | box(1, 180, 0, 60, 800) | box(2, 270, 60, 50, 24) | box(3, 270, 102, 50, 24)
    one = wanted(boxes, FRAME, 3, 100, is_changed=True)
    (arrow,) = Scene(boxes, [one]).route().arrows
    assert arrow.points


@pytest.mark.parametrize(("x", "is_near"), [(600, True), (1000, False)])
def test_a_running_name_leads_on_to_a_nested_object_that_is_near_or_changed(
    x: float, is_near: bool
) -> None:
    boxes = frame() | box(1, x, 40, 120, 90)
    row = Rect(x + 40, 70, 60, 20)
    for rank, is_changed in ((Rank.RUNNING, False), (Rank.FRAME, False), (Rank.RUNNING, True)):
        one = wanted(
            boxes, FRAME, 7, 80, rect=row, end=object_key(1), rank=rank, is_changed=is_changed
        )
        (arrow,) = Scene(boxes, [one]).route().arrows
        has_line = is_changed or (is_near and rank is Rank.RUNNING)
        assert arrow.points[-1:] == ((Point(x + 40, 80),) if has_line else ())


@pytest.mark.parametrize(("x", "ranks"), [(900, [Rank.SLOT, Rank.VALUE]), (1300, [Rank.SLOT])])
def test_an_object_leads_farther_to_another_object_than_to_the_label_of_a_value(
    x: float, ranks: list[Rank]
) -> None:
    boxes = box(1, 100, 40) | box(2, x, 40)
    both = [Rank.SLOT, Rank.VALUE]
    drawn = [
        Scene(boxes, [wanted(boxes, object_key(1), 2, 60, rank=rank)]).route() for rank in both
    ]
    assert [rank for rank, one in zip(both, drawn, strict=True) if one.arrows[0].points] == ranks


def test_a_running_name_leads_between_boxes_that_are_in_its_way() -> None:
    boxes = frame() | box(1, 200, -10, 180, 310) | box(2, 200, 320, 180, 400) | box(3, 500, 60)
    (arrow,) = Scene(boxes, [wanted(boxes, FRAME, 3, 60)]).route().arrows
    assert 300 < max(point.y for point in arrow.points) < 320


def walled() -> dict[Key, Rect]:
    """Return a frame, and far away a box between others, without room for a tag."""
    boxes = frame() | box(1, 4000, 40) | box(2, 3900, -200, 80, 800)
    return (
        boxes | box(3, 4080, -200, 80, 800) | box(4, 3995, -17, 70, 40) | box(5, 3995, 100, 70, 40)
    )


def test_an_object_without_room_for_a_tag_gets_a_line_from_its_nearest_reference() -> None:
    boxes = walled()
    ones = [wanted(boxes, FRAME, 1, y, rank=Rank.FRAME) for y in (20, 40, 100)]
    routes = Scene(boxes, ones).route()
    assert [bool(arrow.points) for arrow in routes.arrows] == [False, True, False]
    assert not routes.tags


def test_a_running_name_without_room_for_its_tag_has_a_line_beside_those_of_others() -> None:
    boxes = walled()
    ones = [wanted(boxes, object_key(5), 1, 20, is_changed=True)]
    ones.append(wanted(boxes, FRAME, 1, 40, is_into_structure=True))
    assert all(arrow.points for arrow in Scene(boxes, ones).route().arrows)


def test_a_slot_leads_across_the_picture_to_another_object() -> None:
    boxes = box(1, 0, 40) | box(2, 1200, 40)
    (arrow,) = Scene(boxes, [wanted(boxes, object_key(1), 2, 20)]).route().arrows
    assert arrow.points


def test_a_box_far_away_changes_nothing() -> None:
    boxes = frame() | box(1, 200, 40) | box(2, 300, 140) | box(3, 200, 200)
    ones = [wanted(boxes, FRAME, n, 20 * n) for n in (1, 2, 3)]
    ones.append(wanted(boxes, object_key(1), 3, 30))
    near = Scene(boxes, ones).route()
    assert Scene(boxes | box(9, 3000, 2000), ones).route() == near


@some
@given(scene=scenes())
def test_the_order_in_which_boxes_and_references_are_given_does_not_matter(scene: Scene) -> None:
    turned = Scene(dict(reversed(scene.boxes.items())), scene.wanted[::-1])
    assert _by_key(turned) == _by_key(scene)


def _by_key(scene: Scene) -> dict[tuple[Key, object], object]:
    routes = scene.route()
    return {arrow.key: arrow for arrow in routes.arrows} | {(FRAME, ""): routes.tags}
