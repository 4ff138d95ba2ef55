"""Routes a step's arrows in order, and decides which of them are drawn."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.picture import Key, Slot
from visualizer.layout.routing.courses import Plane
from visualizer.layout.routing.geometry import Area, Way, area_of, around, grown, legs
from visualizer.layout.routing.phases import Changes, Decision, Phase, Question
from visualizer.layout.routing.search import SEEN_BESIDE, disturbance, lead
from visualizer.layout.routing.wanted import Rank, Wanted
from visualizer.layout.routing.ways import Ends

_MOST = {Rank.RUNNING: 1100.0, Rank.FRAME: 760.0, Rank.SLOT: 900.0}
_MOST_INTO_STRUCTURE = {Rank.RUNNING: 150.0, Rank.FRAME: 120.0, Rank.SLOT: 900.0}
"""Costs above which an arrow is not drawn."""
_LOW_ROW = 16.0
"""A port of an object this close to its lower edge may also be left downwards."""


class _Led(NamedTuple):
    """A wanted arrow with a drawn target, prepared for the search."""

    wanted: Wanted
    turn: tuple[float, ...]
    question: Question
    ends: Ends
    limit: float
    may_drop: bool


class Leading:
    """Routes the arrows of one step after another."""

    def __init__(self) -> None:
        self._first: Phase[Way | None] = Phase()
        self._second: Phase[Way | None] = Phase()
        self._known: dict[tuple[Key, Slot], _Led] = {}

    def ways(
        self,
        wanted: Sequence[Wanted],
        boxes: Mapping[Key, Area],
        plane: Plane,
        changes: Changes,
    ) -> list[Way | None]:
        """Return each arrow's way, None if it becomes a stub; the ways are added to the plane."""
        numbered = [
            (self._led(one, boxes[one.start], boxes[one.end]), number)
            for number, one in enumerate(wanted)
            if one.end is not None
        ]
        numbered.sort(key=_turn)
        led = [one for one, _ in numbered]
        self._known = {(one.wanted.holder, one.wanted.slot): one for one in led}
        laid = self._lay_all(led, plane, changes)
        laid = self._lay_again(led, laid, plane, changes)
        ways: list[Way | None] = [None] * len(wanted)
        for (_, number), way in zip(numbered, laid, strict=True):
            ways[number] = way
        return ways

    def _led(self, one: Wanted, own: Area, end: Area) -> _Led:
        """Prepare an arrow for the search, or reuse the previous step's if nothing differs."""
        known = self._known.get((one.holder, one.slot))
        if known and known.wanted == one and known.ends.own == own and known.ends.end == end:
            return known
        return _led(one, own, end)

    def _lay_all(self, led: Sequence[_Led], plane: Plane, changes: Changes) -> list[Way | None]:
        def decide(number: int) -> Decision[Way | None]:
            return _searched(led[number], plane)

        def apply(number: int, way: Way | None) -> None:
            if way:
                plane.lay(way, led[number].ends.goal)

        return self._first.run([one.question for one in led], changes, decide, apply)

    def _lay_again(
        self, led: Sequence[_Led], laid: Sequence[Way | None], plane: Plane, changes: Changes
    ) -> list[Way | None]:
        """Route each arrow again, now that all are known; an undisturbed way is kept."""

        def decide(number: int) -> Decision[Way | None]:
            one, way = led[number], laid[number]
            if not way:
                return _searched(one, plane)
            plane.take(way, one.ends.goal)
            decision = _kept(way) if not disturbance(plane, way, one.ends.goal) else None
            decision = decision or _searched(one, plane)
            plane.lay(way, one.ends.goal)
            return decision

        def apply(number: int, way: Way | None) -> None:
            before, goal = laid[number], led[number].ends.goal
            if way != before:
                if before:
                    plane.take(before, goal)
                if way:
                    plane.lay(way, goal)

        questions = [
            Question(one.question.name, (one.question.given, way))
            for one, way in zip(led, laid, strict=True)
        ]
        return self._second.run(questions, changes, decide, apply)


def _led(one: Wanted, own: Area, end: Area) -> _Led:
    target = area_of(one.rect) if one.rect is not None else end
    is_slot = one.rank is Rank.SLOT
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
    return _Led(one, turn, question, ends, limit, may_drop)


def _limit(one: Wanted, ends: Ends) -> float:
    """Return the maximum cost of a way."""
    if one.is_changed:
        return inf
    if ends.is_inner:
        return -inf
    return (_MOST_INTO_STRUCTURE if one.is_into_structure else _MOST)[one.rank]


def _from_inside(one: Wanted, target: Area) -> float:
    """Order an object's ports from the inside out.

    Of the arrows of an object that lead down, the lowest port is routed first, of others the
    highest: it takes the lane next to its box, and the next arrow passes outside.
    """
    return -one.port.y if target[1] > one.port.y else one.port.y


def _turn(numbered: tuple[_Led, int]) -> tuple[float, ...]:
    return numbered[0].turn


def _searched(one: _Led, plane: Plane) -> Decision[Way | None]:
    found = lead(plane, one.ends, one.limit, may_drop=one.may_drop)
    return Decision(found.way, found.seen, tuple(legs(found.way)) if found.way else ())


def _kept(way: Way) -> Decision[Way | None]:
    parts = tuple(legs(way))
    return Decision(way, grown(around(parts), SEEN_BESIDE), parts)
