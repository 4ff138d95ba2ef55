"""The C search finds the same routes as the Python search, and refuses invalid input."""

import pytest
from hypothesis import given, settings

from tests.layout.routing.scenes import Scene, scenes
from visualizer.layout.routing.geometry import Area, Axis, Way, area_of
from visualizer.layout.routing.leading import _prepare, _PreparedArrow
from visualizer.layout.routing.plane import Plane, native
from visualizer.layout.routing.search import SearchResult, disturbance, find_way

PORT, OWN, TARGET = (10.0, 5.0), (0.0, 0.0, 12.0, 20.0), (60.0, 60.0, 90.0, 90.0)


def planes(boxes: list[Area], room: Area | None) -> list[Plane]:
    """Return a plane in C and a plane in Python."""
    return [Plane(boxes, room, compiled) for compiled in (native, None)]


def arrows(scene: Scene) -> list[_PreparedArrow]:
    areas = {key: area_of(rect) for key, rect in scene.boxes.items()}
    return [
        _prepare(one, areas[one.start], areas[one.end])
        for one in scene.wanted
        if one.end is not None
    ]


def only(found: list[SearchResult]) -> SearchResult:
    """Return the result that both found."""
    assert found[0] == found[1]
    return found[0]


@settings(max_examples=60)
@given(scene=scenes())
@pytest.mark.parametrize("room", [None, (-2.0, -12.0, 560.0, 380.0)])
def test_both_find_the_same_ways(room: Area | None, scene: Scene) -> None:
    assert native is not None
    both = planes([area_of(rect) for rect in scene.boxes.values()], room)
    laid: list[tuple[_PreparedArrow, Way]] = []
    for _ in range(2):
        for one in arrows(scene):
            found = [find_way(p, one.ends, one.limit, may_drop=one.may_drop) for p in both]
            way = only(found).way
            if way is None:
                continue
            costs = [disturbance(plane, way, one.ends.goal) for plane in both]
            assert costs[0] == costs[1]
            for plane in both:
                plane.add_way(way, one.ends.goal)
            laid.append((one, way))
        for one, way in laid[::2]:
            for plane in both:
                plane.remove_way(way, one.ends.goal)
        del laid[::2]


def test_a_label_stands_in_the_way() -> None:
    (plane, _) = planes([OWN, TARGET], None)
    ends = (PORT, OWN, TARGET, 1)
    before = cheapest(plane, *ends)
    plane.add_box((20.0, -50.0, 30.0, 400.0))
    assert cheapest(plane, *ends) != before


def cheapest(plane: Plane, port: object, own: object, target: object, goal: object) -> object:
    lanes = tuple(20.0 + 6 * n for n in range(5))
    doors = {70.0: ((60.0, 60.0, 1), (90.0, 90.0, -1))}
    turns = (50.0, 100.0), (50.0, 100.0)
    assert plane.compiled is not None
    return plane.compiled.cheapest(
        port, own, target, goal, False, Axis.LEVEL, 1e3, 5, lanes, turns, (doors, {})
    )


@pytest.mark.parametrize(
    "given_", [("", OWN, TARGET, 1), (PORT, OWN[:3], TARGET, 1), (PORT, OWN, TARGET, "1")]
)
def test_wrong_input_is_refused(given_: tuple[object, object, object, object]) -> None:
    (plane, _) = planes([OWN, TARGET], None)
    with pytest.raises(TypeError):
        cheapest(plane, *given_)


def test_an_invalid_path_or_box_is_refused() -> None:
    plane = native(None)
    with pytest.raises(TypeError):
        plane.add_way([(0.0, 0.0), (1.0, 0.0)], 1)
    with pytest.raises(TypeError):
        plane.add_way((1.0, 2.0), 1)
    with pytest.raises(ValueError, match="no such way"):
        plane.remove_way(((0.0, 0.0), (1.0, 0.0)), 1)
    with pytest.raises(TypeError):
        plane.add_box((0.0, 0.0, 1.0))
    with pytest.raises(TypeError):
        native((0.0, 0.0))
