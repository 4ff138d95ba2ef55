"""Leads all arrows of a step, and places their stubs and the tags."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from visualizer.layout.blocks.block import Side
from visualizer.layout.measure import TextMeasure
from visualizer.layout.picture import Key, Point, Rect
from visualizer.layout.routing.geometry import Area, Way, area_of, around, grown, legs
from visualizer.layout.routing.labels import Labels
from visualizer.layout.routing.phases import Changes, Decision, Phase, Question
from visualizer.layout.routing.courses import Plane
from visualizer.layout.routing.search import disturbance, lead
from visualizer.layout.routing.squares import Areas
from visualizer.layout.routing.stubs import Stub, Stubs
from visualizer.layout.routing.tags import Tags
from visualizer.layout.routing.wanted import IndexMark, Rank, Wanted
from visualizer.layout.routing.ways import Ends
from visualizer.layout.sheet import Arrow, Label, Tag

_MOST = {Rank.RUNNING: 1100.0, Rank.FRAME: 760.0, Rank.SLOT: 900.0}
_MOST_INTO_STRUCTURE = {Rank.RUNNING: 150.0, Rank.FRAME: 120.0, Rank.SLOT: 900.0}
"""Ways that cost more are not drawn."""
_ROUNDS = 1
"""How often each is routed again once all lie."""


@dataclass(frozen=True, slots=True)
class Routes:
    """The arrows of a step, in the order of what was wanted, and its tags."""

    arrows: tuple[Arrow, ...]
    tags: tuple[Tag, ...]


class _Led(NamedTuple):
    """A wanted arrow whose target is drawn, as the search needs it."""

    number: int
    ends: Ends
    target: int
    limit: float
    name: tuple[object, ...]
    may_drop: bool


def route(
    boxes: Mapping[Key, Rect],
    wanted: Sequence[Wanted],
    measure: TextMeasure,
    marks: Sequence[IndexMark] = (),
) -> Routes:
    """The arrows and tags of a step, nothing being known of any other."""
    return Router(measure).route(boxes, wanted, marks)


class Router:
    """Leads the arrows of one step after another; what did not change is not searched again.

    What it gives depends on the step alone: it is always that of ``route``.
    """

    def __init__(self, measure: TextMeasure) -> None:
        self._boxes: dict[Key, Area] = {}
        self._index = Areas()
        self._first: Phase[Way | None] = Phase()
        self._again: tuple[Phase[Way | None], ...] = tuple(Phase() for _ in range(_ROUNDS))
        self._stubs = Stubs(measure)
        self._tags = Tags(measure)

    def route(
        self, boxes: Mapping[Key, Rect], wanted: Sequence[Wanted], marks: Sequence[IndexMark] = ()
    ) -> Routes:
        """The arrows and tags of a step."""
        changes = Changes()
        self._take_in(boxes, changes)
        plane = Plane(self._index)
        ways = self._ways(wanted, plane, changes)
        labels = Labels(plane)
        tags = self._tags.place_marks(marks, self._boxes, labels, changes)
        missing = [one for one, way in zip(wanted, ways, strict=True) if way is None]
        stubs = iter(self._stubs.place(missing, self._boxes, labels, changes))
        tags += self._tags.place_names(wanted, ways, self._boxes, labels, changes)
        labels.clear()
        arrows = [
            _arrow(one, way) if way else _not_drawn(one, *next(stubs))
            for one, way in zip(wanted, ways, strict=True)
        ]
        return Routes(tuple(arrows), tuple(tags))

    def _take_in(self, boxes: Mapping[Key, Rect], changes: Changes) -> None:
        """Where the boxes stand now; those that came, went or moved are changes."""
        now = {key: area_of(rect) for key, rect in boxes.items()}
        gone = [area for key, area in self._boxes.items() if now.get(key) != area]
        come = [area for key, area in now.items() if self._boxes.get(key) != area]
        for area in gone:
            self._index.remove(area)
        for area in come:
            self._index.add(area)
        changes.add(gone)
        changes.add(come)
        self._boxes = now

    def _ways(self, wanted: Sequence[Wanted], plane: Plane, changes: Changes) -> list[Way | None]:
        """The way of each, None where it becomes a stub."""
        led = sorted(
            (_led(number, one, self._boxes) for number, one in enumerate(wanted) if _is_drawn(one)),
            key=_turn,
        )
        laid = self._lay_all(led, plane, changes)
        for phase in self._again:
            laid = self._lay_again(phase, led, laid, plane, changes)
        ways: list[Way | None] = [None] * len(wanted)
        for one, way in zip(led, laid, strict=True):
            ways[one.number] = way
        return ways

    def _lay_all(self, led: Sequence[_Led], plane: Plane, changes: Changes) -> list[Way | None]:
        def decide(number: int) -> Decision[Way | None]:
            return _searched(led[number], plane)

        def apply(number: int, way: Way | None) -> None:
            if way:
                plane.lay(way, led[number].target)

        questions = [Question(one.name, (one.ends, one.limit)) for one in led]
        return self._first.run(questions, changes, decide, apply)

    def _lay_again(
        self,
        phase: Phase[Way | None],
        led: Sequence[_Led],
        laid: Sequence[Way | None],
        plane: Plane,
        changes: Changes,
    ) -> list[Way | None]:
        """Each once more, now that all lie; a way that nothing disturbs is kept."""

        def decide(number: int) -> Decision[Way | None]:
            one, way = led[number], laid[number]
            if not way:
                return _searched(one, plane)
            plane.take(way, one.target)
            if disturbance(plane, way, one.target) == 0:
                parts = tuple(legs(way))
                decision = Decision(way, grown(around(parts), 8), parts)
            else:
                decision = _searched(one, plane)
            plane.lay(way, one.target)
            return decision

        def apply(number: int, way: Way | None) -> None:
            before, target = laid[number], led[number].target
            if way != before:
                if before:
                    plane.take(before, target)
                if way:
                    plane.lay(way, target)

        questions = [
            Question(one.name, (one.ends, one.limit, way))
            for one, way in zip(led, laid, strict=True)
        ]
        return phase.run(questions, changes, decide, apply)


def _is_drawn(one: Wanted) -> bool:
    return one.end is not None and one.rect is not None


def _led(number: int, one: Wanted, boxes: Mapping[Key, Area]) -> _Led:
    assert one.end is not None and one.rect is not None
    ends = Ends(
        one.port,
        one.side,
        boxes[one.start],
        boxes[one.end],
        area_of(one.rect),
    )
    return _Led(number, ends, one.target, _limit(one, ends), _name(one), _may_drop(one, ends))


def _limit(one: Wanted, ends: Ends) -> float:
    """What a way may cost."""
    if one.is_changed:
        return inf
    if ends.is_inner:
        return -inf
    return (_MOST_INTO_STRUCTURE if one.is_into_structure else _MOST)[one.rank]


def _name(one: Wanted) -> tuple[object, ...]:
    """First what says when it is led, then what makes it the same in another step."""
    is_frame = one.rank is not Rank.SLOT
    return (
        (one.side is not Side.BELOW, is_frame, one.rank, _inner_first(one), one.port.x, one.target),
        one.holder,
        one.slot,
    )


def _inner_first(one: Wanted) -> float:
    """Ways that lead down are led from the lowest port on, others from the highest: so each takes
    the lane next to its box and those that come after have to pass it nowhere."""
    assert one.rect is not None
    return -one.port.y if one.rect.y > one.port.y else one.port.y


def _turn(one: _Led) -> tuple[float, ...]:
    return one.name[0]


def _may_drop(one: Wanted, ends: Ends) -> bool:
    return one.rank is Rank.SLOT and one.side is Side.RIGHT and ends.own[3] - one.port.y <= 16


def _searched(one: _Led, plane: Plane) -> Decision[Way | None]:
    found = lead(plane, one.ends, one.target, one.limit, may_drop=one.may_drop)
    return Decision(found.way, found.seen, tuple(legs(found.way)) if found.way else ())


def _arrow(one: Wanted, way: Way) -> Arrow:
    return Arrow(
        one.holder,
        one.slot,
        one.target,
        one.start,
        one.end,
        tuple(Point(x, y) for x, y in way),
        is_changed=one.is_changed,
        is_running=one.rank is Rank.RUNNING,
    )


def _not_drawn(one: Wanted, text: str, stub: Stub) -> Arrow:
    left, top, right, bottom = stub.area
    return Arrow(
        one.holder,
        one.slot,
        one.target,
        one.start,
        one.end,
        stub=Label(text, Rect(left, top, right - left, bottom - top)),
        lead=tuple(Point(x, y) for x, y in stub.lead),
        is_changed=one.is_changed,
        is_running=one.rank is Rank.RUNNING,
    )
