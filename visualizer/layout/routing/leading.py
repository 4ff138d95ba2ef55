"""Routes a step's arrows in order, and decides which of them are drawn."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.picture import Key, Slot
from visualizer.layout.routing.geometry import Area, Way, area_of, bounding_area, grown, segments
from visualizer.layout.routing.phases import Changes, Decision, Phase, Question
from visualizer.layout.routing.plane import Plane
from visualizer.layout.routing.search import SEEN_BESIDE, disturbance, find_way
from visualizer.layout.routing.wanted import Rank, WantedArrow
from visualizer.layout.routing.ways import Ends

_MAX_COST = {Rank.RUNNING: 2200.0, Rank.FRAME: 760.0, Rank.SLOT: 1300.0, Rank.VALUE: 900.0}
_MAX_COST_INSIDE = {Rank.RUNNING: 760.0, Rank.FRAME: 120.0, Rank.SLOT: 1300.0, Rank.VALUE: 900.0}
"""Costs above which an arrow is not drawn: to a whole box, and into a structure or a box."""
_LOW_ROW = 16.0
"""An arrow may also leave downwards from an object's port this close to the lower edge."""


class _PreparedArrow(NamedTuple):
    """A wanted arrow with a drawn target, prepared for the search."""

    wanted: WantedArrow
    order: tuple[float, ...]
    question: Question
    ends: Ends
    limit: float
    may_drop: bool


class WaySearch:
    """Routes the arrows of one step after another."""

    def __init__(self) -> None:
        self._first: Phase[Way | None] = Phase()
        self._second: Phase[Way | None] = Phase()
        self._known: dict[tuple[Key, Slot], _PreparedArrow] = {}

    def ways(
        self,
        wanted: Sequence[WantedArrow],
        boxes: Mapping[Key, Area],
        plane: Plane,
        changes: Changes,
    ) -> list[Way | None]:
        """Return each arrow's way, None if it becomes a stub; the ways are added to the plane."""
        numbered = [
            (self._prepared(one, boxes[one.start], boxes[one.end]), number)
            for number, one in enumerate(wanted)
            if one.end is not None
        ]
        numbered.sort(key=lambda one: one[0].order)
        arrows = [one for one, _ in numbered]
        self._known = {(one.wanted.holder, one.wanted.slot): one for one in arrows}
        laid = self._route_all(arrows, plane, changes)
        laid = self._reroute_all(arrows, laid, plane, changes)
        ways: list[Way | None] = [None] * len(wanted)
        for (_, number), way in zip(numbered, laid, strict=True):
            ways[number] = way
        return ways

    def _prepared(self, one: WantedArrow, own: Area, end: Area) -> _PreparedArrow:
        """Prepare an arrow for the search, or reuse the previous step's if nothing differs."""
        known = self._known.get((one.holder, one.slot))
        if known and known.wanted == one and known.ends.own == own and known.ends.end == end:
            return known
        return _prepare(one, own, end)

    def _route_all(
        self, arrows: Sequence[_PreparedArrow], plane: Plane, changes: Changes
    ) -> list[Way | None]:
        def decide(number: int) -> Decision[Way | None]:
            return _searched(arrows[number], plane)

        def apply(number: int, way: Way | None) -> None:
            if way:
                plane.add_way(way, arrows[number].ends.goal)

        return self._first.run([one.question for one in arrows], changes, decide, apply)

    def _reroute_all(
        self,
        arrows: Sequence[_PreparedArrow],
        laid: Sequence[Way | None],
        plane: Plane,
        changes: Changes,
    ) -> list[Way | None]:
        """Route each arrow again, now that all are known; an undisturbed way is kept."""

        def decide(number: int) -> Decision[Way | None]:
            one, way = arrows[number], laid[number]
            if not way:
                return _searched(one, plane)
            plane.remove_way(way, one.ends.goal)
            decision = _kept(way) if not disturbance(plane, way, one.ends.goal) else None
            decision = decision or _searched(one, plane)
            plane.add_way(way, one.ends.goal)
            return decision

        def apply(number: int, way: Way | None) -> None:
            before, goal = laid[number], arrows[number].ends.goal
            if way != before:
                if before:
                    plane.remove_way(before, goal)
                if way:
                    plane.add_way(way, goal)

        questions = [
            Question(one.question.name, (one.question.given, way))
            for one, way in zip(arrows, laid, strict=True)
        ]
        return self._second.run(questions, changes, decide, apply)


def _prepare(one: WantedArrow, own: Area, end: Area) -> _PreparedArrow:
    target = area_of(one.rect) if one.rect is not None else end
    is_slot = one.rank >= Rank.SLOT
    ends = Ends(one.port, one.side, own, end, target, one.target, is_inward=not is_slot)
    limit = _limit(one, ends)
    turn = (
        one.side is not Side.BELOW,
        not is_slot,
        _from_inside(one, target) if is_slot else one.port.y,
        one.port.x,
        one.target,
    )
    may_drop = is_slot and one.side is Side.RIGHT and own[3] - one.port.y <= _LOW_ROW
    question = Question((turn, one.holder, one.slot), (ends, limit))
    return _PreparedArrow(one, turn, question, ends, limit, may_drop)


def _limit(one: WantedArrow, ends: Ends) -> float:
    """Return the maximum cost of a way."""
    if one.is_changed or one.is_needed:
        return inf
    is_inside = ends.is_inner or one.is_into_structure
    return (_MAX_COST_INSIDE if is_inside else _MAX_COST)[one.rank]


def _from_inside(one: WantedArrow, target: Area) -> float:
    """Order an object's ports from the inside out.

    Of the arrows of an object that lead down, the lowest port is routed first, of others the
    highest: it takes the lane next to its box, and the next arrow passes outside.
    """
    return -one.port.y if target[1] > one.port.y else one.port.y


def _searched(one: _PreparedArrow, plane: Plane) -> Decision[Way | None]:
    found = find_way(plane, one.ends, one.limit, may_drop=one.may_drop)
    return Decision(found.way, found.searched, tuple(segments(found.way)) if found.way else ())


def _kept(way: Way) -> Decision[Way | None]:
    parts = tuple(segments(way))
    return Decision(way, grown(bounding_area(parts), SEEN_BESIDE), parts)
