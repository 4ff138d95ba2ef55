"""The candidate lines of an arrow: where it may turn, and the doors by which it enters its target.

An arrow leaves the box of its port at the right or below. It follows lanes (vertical) and corridors
(horizontal) close to one of the two boxes, and enters its target at one of a few places on an edge.
"""

from collections.abc import Sequence
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.routing.geometry import Area, Axis, Corner

ARROWHEAD = 9.0
"""The length of an arrowhead."""
BEFORE = ARROWHEAD + 1
"""The minimum length of the last part, so that the head is on a straight line."""
LANE = 6.0
"""The distance between lanes."""
_FIRST_LANE = 8.0
OWN_LANES, MOST_LANES = 5, 9
"""The usual number of lanes beside a box, and that where there is room before the target."""
_PASSING = 7.0
"""The distance from a box to the corridor that passes it."""
_FIRST_DOOR, _DOOR = 9.0, 8.0
"""Where an arrow enters the side of a box: at the middle of its title, then below."""
_TOP_DOOR, _TOP_STEP = 14.0, 10.0
_CORNER = 5.0
"""The minimum distance of an arrow's end from a corner."""


class Ends(NamedTuple):
    """The two ends of a way: ``own`` is the box of the port, ``end`` the box of the target.

    Lines with the same ``goal`` refer to the same object and may be close. A way that ``is_inward``
    prefers a lane next to the target to one next to its own box.
    """

    port: Corner
    side: Side
    own: Area
    end: Area
    target: Area
    goal: int
    is_inward: bool = False

    @property
    def is_inner(self) -> bool:
        """Whether the target is nested in its box."""
        return self.end != self.target


class Door(NamedTuple):
    """A place on the target's edge, for parts along one axis at one position across.

    The way ends at ``edge`` and enters the box of the target at ``outer``; ``sign`` is 1 for ways
    to the right or down.
    """

    edge: float
    outer: float
    sign: int


type Doors = dict[float, tuple[Door, ...]]
"""Doors by their positions across."""


class Candidates(NamedTuple):
    """The candidates of a way.

    The first part may turn at ``lanes`` beside its own box; ``turns`` are other turning places
    along each axis, ``doors`` the possible ends.
    """

    lanes: tuple[float, ...]
    turns: tuple[tuple[float, ...], tuple[float, ...]]
    doors: tuple[Doors, Doors]


def candidates(ends: Ends, axis: Axis, more: Sequence[Area] = ()) -> Candidates:
    """Return all candidates for a way between two ends that leaves its port along ``axis``.

    It may also turn beside the boxes ``more``.
    """
    doors: tuple[Doors, Doors] = ({}, {})
    two = _two_doors(ends, Axis.LEVEL), _two_doors(ends, Axis.UPRIGHT)
    for at in _side_places(ends.target[1], ends.target[3]):
        doors[Axis.LEVEL][at] = two[Axis.LEVEL]
    if not ends.is_inner:
        for at in _top_places(ends.target[0], ends.target[2]):
            doors[Axis.UPRIGHT][at] = two[Axis.UPRIGHT]
    straight = ends.port[axis.other]
    low, high = ends.target[axis.other], ends.target[axis.other + 2]
    if low + _CORNER <= straight <= high - _CORNER and (axis is Axis.LEVEL or not ends.is_inner):
        doors[axis].setdefault(straight, two[axis])
    first = ends.own[axis + 2] + _FIRST_LANE
    lanes = tuple(first + LANE * n for n in range(_lanes(ends, first)))
    turns = _turns(ends, Axis.LEVEL, axis, more), _turns(ends, Axis.UPRIGHT, axis, more)
    return Candidates(lanes, turns, doors)


def _lanes(ends: Ends, first: float) -> int:
    """Return the number of lanes beside the box: more for a name whose target is farther away."""
    if not ends.is_inward:
        return OWN_LANES
    room = int((ends.end[0] - BEFORE - first) // LANE) + 1
    return min(max(room, OWN_LANES), MOST_LANES)


def _two_doors(ends: Ends, axis: Axis) -> tuple[Door, ...]:
    return (
        Door(ends.target[axis], ends.end[axis], 1),
        Door(ends.target[axis + 2], ends.end[axis + 2], -1),
    )


def _side_places(top: float, bottom: float) -> list[float]:
    """Return the heights at which arrows enter at the left or right edge."""
    places = [top + _FIRST_DOOR + _DOOR * n for n in range(4)]
    return [y for y in places if y <= bottom - _CORNER] or [(top + bottom) / 2]


def _top_places(left: float, right: float) -> list[float]:
    """Return the x at which arrows enter at the upper or lower edge, from both corners."""
    middle = (left + right) / 2
    places = [left + _TOP_DOOR, left + _TOP_DOOR + _TOP_STEP, left + _TOP_DOOR + 2 * _TOP_STEP]
    places += [right - _TOP_DOOR, right - _TOP_DOOR - _TOP_STEP, middle]
    return [x for x in dict.fromkeys(places) if left + _CORNER <= x <= right - _CORNER]


def _turns(ends: Ends, axis: Axis, leaving: Axis, more: Sequence[Area]) -> tuple[float, ...]:
    """Return where parts along an axis turn: before and after the other box, beside its own."""
    before, behind = ends.end[axis] - BEFORE, ends.end[axis + 2] + BEFORE
    places = [before, before - LANE, behind, behind + LANE]
    if axis is not leaving:
        places = [ends.own[axis + 2] + _PASSING, ends.own[axis] - _PASSING, *places]
    for box in more:
        for passing in (_PASSING, _PASSING + LANE):
            places += [box[axis] - passing, box[axis + 2] + passing]
    return tuple(dict.fromkeys(places))
