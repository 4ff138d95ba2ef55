"""Routes all arrows of a step, and places their stubs and the tags."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import inf

from visualizer.layout.blocks.block import Side
from visualizer.layout.measure import TextMeasure
from visualizer.layout.picture import Key, Point, Rect
from visualizer.layout.routing.geometry import Area, Way, area_of, rect_of
from visualizer.layout.routing.labels import Labels
from visualizer.layout.routing.leading import routed
from visualizer.layout.routing.plane import Plane
from visualizer.layout.routing.stubs import SIGN, Stub, Stubs
from visualizer.layout.routing.tags import Tags, Target
from visualizer.layout.routing.wanted import IndexMark, Rank, WantedArrow
from visualizer.layout.sheet import Arrow, Label, Tag


@dataclass(frozen=True, slots=True)
class Routes:
    """The arrows of a step, in the order of the wanted ones, and its tags."""

    arrows: tuple[Arrow, ...]
    tags: tuple[Tag, ...]


class Router:
    """Routes the arrows of one step after another; the result depends on the step alone."""

    def __init__(self, measure: TextMeasure) -> None:
        self._stubs = Stubs(measure)
        self._tags = Tags(measure)

    def route(
        self,
        boxes: Mapping[Key, Rect],
        wanted: Sequence[WantedArrow],
        marks: Sequence[IndexMark] = (),
        room: Rect | None = None,
    ) -> Routes:
        """Return the arrows and tags of a step; labels are placed in ``room`` if possible.

        ``room`` is the same in all steps. Each ``start`` and ``end`` must be among the boxes, and
        no two boxes may overlap.
        """
        areas = {key: area_of(rect) for key, rect in boxes.items()}
        within = area_of(room) if room is not None else None
        routes, lost = self._routes(areas, wanted, marks, within)
        needed: set[int] = set()
        while not lost <= needed:
            # The additional lines may take the places of other tags.
            needed |= lost
            again = [replace(one, is_needed=number in needed) for number, one in enumerate(wanted)]
            routes, lost = self._routes(areas, again, marks, within)
        return routes

    def _routes(
        self,
        boxes: Mapping[Key, Area],
        wanted: Sequence[WantedArrow],
        marks: Sequence[IndexMark],
        within: Area | None,
    ) -> tuple[Routes, set[int]]:
        """Return the routes, and the numbers of the arrows that must be lines after all."""
        plane = Plane(boxes.values(), within)
        labels = Labels(plane)
        below = [one for one in marks if one.side is Side.BELOW]
        beside = [one for one in marks if one.side is not Side.BELOW]
        # A name below a cell has few places, an arrow has many.
        tags = self._tags.place_marks(below, boxes, labels)
        ways = routed(wanted, boxes, plane)
        tags += self._tags.place_marks(beside, boxes, labels)
        missing = [one for one, way in zip(wanted, ways, strict=True) if way is None]
        stubs = iter(self._stubs.place(missing, boxes, labels))
        names, nameless = self._tags.place_names(wanted, ways, boxes, labels)
        arrows = [
            _not_drawn(one, next(stubs)) if way is None else _drawn(one, way)
            for one, way in zip(wanted, ways, strict=True)
        ]
        return Routes(tuple(arrows), (*tags, *names)), _lost(wanted, arrows, nameless)


def _lost(
    wanted: Sequence[WantedArrow], arrows: Sequence[Arrow], nameless: Set[Target]
) -> set[int]:
    """Return the arrows whose stubs have no place, and those to targets without a tag.

    To such a target, it is those of the running frame, and the nearest one if no line leads there.
    """
    leading = {
        (one.rect, one.end) for one, arrow in zip(wanted, arrows, strict=True) if arrow.points
    }
    nearest: dict[Target, tuple[float, int]] = {}
    found = set()
    for number, (one, arrow) in enumerate(zip(wanted, arrows, strict=True)):
        if one.rect is None or one.end is None:
            continue
        target = one.rect, one.end
        is_nameless = one.rank is Rank.RUNNING and target in nameless
        if arrow.stub is not None and (is_nameless or arrow.stub.text == SIGN):
            found.add(number)
        if target in nameless and target not in leading:
            far = abs(one.rect.x - one.port.x) + abs(one.rect.y - one.port.y)
            nearest[target] = min(nearest.get(target, (inf, 0)), (far, number))
    return found | {number for _, number in nearest.values()}


def _drawn(one: WantedArrow, way: Way, stub: Label | None = None, leader: Way = ()) -> Arrow:
    return Arrow(
        *(one.holder, one.slot, one.target, one.start, one.end),
        points=tuple(Point(x, y) for x, y in way),
        stub=stub,
        leader=tuple(Point(x, y) for x, y in leader),
        is_changed=one.is_changed,
        is_running=one.rank is Rank.RUNNING,
    )


def _not_drawn(one: WantedArrow, stub: Stub) -> Arrow:
    return _drawn(one, (), Label(stub.text, rect_of(stub.area), stub.is_in_row), stub.leader)
