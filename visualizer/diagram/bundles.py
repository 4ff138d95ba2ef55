"""References to and from the card of a group, drawn as one line with their number on it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from visualizer.diagram.closing_up import passes_over
from visualizer.diagram.stepping_out import Diversions
from visualizer.explain.holding import held_by
from visualizer.layout import Arrow, ArrowKind, Box, Bundle, CardKind, Key, Point, Rect, Slot
from visualizer.layout.condensed import Condensed, Ends
from visualizer.layout.sizes import LANE_INSET, PORT_INSET
from visualizer.model import Delta, HeapObject, State

_PITCH = 12.0
"""Between lines at one side of a card."""
_EDGE = 14.0
_STUB = 16.0
"""How long the head of a chip is."""
_BESIDE = 100.0
"""A level part that is no longer lies between two columns."""
_CHANGED = (ArrowKind.NEW, ArrowKind.REBOUND)


class Members(NamedTuple):
    """The card of its group for each object that is not drawn by itself.

    ``unseen`` are those that have no arrows in the picture. ``whole`` has those that stepped out,
    too, and ``apart`` counts the arrows that lead to these from a card, and the new ones of them.
    """

    cards: Mapping[int, Key]
    unseen: frozenset[int]
    whole: Mapping[int, Key]
    apart: Counter[tuple[Key, Key, bool]]


def bundled(
    found: Mapping[Ends, list[Arrow]],
    members: Members,
    lines: "Lines",
    known: tuple[State, Delta | None],
) -> Iterator[Arrow]:
    """One arrow for all references from one card to another, at least one of which is a group."""
    numbers, groups = _Numbers(members, *known), lines.groups
    for ends, arrows in sorted(found.items(), key=lambda each: _order(each[1])):
        start, end, _ = ends
        whole = numbers.bundle(start, end, arrows)
        made = lines.line(ends, arrows)
        holder = start if start in groups else made.holder
        slot = Slot("group", str(end.name)) if len(arrows) > 1 or start in groups else made.slot
        kinds = {arrow.kind for arrow in arrows}
        kind = next((each for each in _CHANGED if each in kinds), made.kind)
        if kind not in _CHANGED and whole.before != whole.references:
            kind = ArrowKind.REBOUND
        heights = (lines.port_of(start, arrow) for arrow in arrows if start not in groups)
        yield replace(
            made,
            holder=holder,
            card=start,
            slot=slot,
            target=int(end.name) if end in groups else made.target,
            kind=kind,
            bundle=whole if whole.references > 1 else None,
            joined=tuple(sorted({*heights} - {made.port.y})),
            member=made.target if end in groups and len(arrows) == 1 else None,
        )


class Lines:
    """Finds the line for references between two cards.

    ``boxes`` are the cards of groups; with a ``plan`` of their own all cards in their places there,
    ``others`` what else stands there, ``before`` as they stood. ``numbers`` are what groups go by.
    """

    def __init__(
        self,
        boxes: Mapping[Key, Box],
        *,
        before: Mapping[Key, Box] | None = None,
        plan: Condensed | None = None,
        numbers: Mapping[Key, Key] | None = None,
        time: int = 0,
        diversions: Diversions | None = None,
        others: Iterable[Rect] = (),
    ) -> None:
        self.groups = {key: box for key, box in boxes.items() if box.group is not None}
        self._boxes, self._before = boxes, before or {}
        self._plan, self._numbers, self._time = plan, numbers or {}, time
        self._diversions = diversions
        self._others = tuple(others)
        self._sides = _Side(), _Side()

    def port_of(self, start: Key, arrow: Arrow) -> float:
        """The height of an arrow's port."""
        before = self._before.get(start)
        moved = self._boxes[start].rect.y - before.rect.y if before is not None else 0.0
        return arrow.port.y + moved

    def line(self, ends: Ends, arrows: list[Arrow]) -> Arrow:
        """The way of them all; a chip where there is none."""
        start, end, _ = ends
        if self._plan is None:
            return _line(arrows, self.groups.get(start), self.groups.get(end), self._sides)
        arrow = arrows[0]
        goal, made = self._boxes.get(end), None
        if goal is not None:
            made = self._led(ends, arrow, self._plan)
        if made is not None:
            return made
        if start in self._before:
            x = self._boxes[start].rect.right - self._before[start].rect.right
            port = Point(arrow.port.x + x, self.port_of(start, arrow))
            arrow = replace(arrow, port=port, points=())
        at = self._boxes[start] if start in self.groups else None
        return _chip(arrow, at, goal, self._sides)

    def _led(self, ends: Ends, arrow: Arrow, plan: Condensed) -> Arrow | None:
        start, end, _ = ends
        route = plan.bundle(ends, self._numbers, self._time)
        goal, holder = self._boxes[end], self._boxes[start]
        if route is None or route.head is None:
            return None
        seats = self._diversions
        out = self._numbers.keys() - self.groups.keys()
        # As far as the card of the group; from there on to that of its member.
        width = goal.rect._replace(y=min(goal.rect.y, route.head)) if end in out else goal.rect
        port = Point(holder.rect.right - PORT_INSET, route.from_y)
        if start in out:
            port = port._replace(x=plan.room(str(holder.card.title)).right - PORT_INSET)
        points = plan.way(route, port, width, round_=goal.card.kind is CardKind.PILL)
        kind = arrow.kind
        if not points or seats is None:
            return None
        if start in out:
            points = seats.from_member(points, start, self.port_of(start, arrow))
        if end in out:
            points = seats.to_member(points, end)
            if start not in out and start not in self.groups:
                moved = holder.rect.right - self._before[start].rect.right
                port = Point(arrow.port.x + moved, self.port_of(start, arrow))
                points = seats.from_row(points, port)
        if start in self.groups and points[0].y > holder.rect.bottom - _EDGE:
            # It has fewer members as yet than there is room for.
            y = self._sides[1].free(holder, points[0].y)
            points = tuple(_led_from(list(points), y, holder.rect.right))
        own = {start, end} & out
        rects = (box.rect for key, box in self._boxes.items() if key not in (start, end))
        over = bool(own) and passes_over(points, [*rects, *self._others])
        if over or (kind not in _CHANGED and route.is_chip(self._time)):
            stub = points[-1]._replace(x=points[-1].x - _STUB)
            ends_at = (stub, points[-1])
            full = () if over else points
            return replace(arrow, points=ends_at, full=full, port=points[0], chip=True)
        return replace(arrow, points=points, full=(), port=points[0], chip=False)


class _Side:
    """The heights at which lines enter cards, or leave them: never two close to each other."""

    def __init__(self) -> None:
        self._taken: defaultdict[Key, list[float]] = defaultdict(list)

    def free(self, box: Box, wished: float) -> float:
        """A height at a card as near to the one wished for as there is room."""
        first, last = box.rect.y + _EDGE, box.rect.bottom - _EDGE
        wished = min(max(wished, first), last)
        taken = self._taken[box.key]
        steps = int((last - first) // _PITCH) + 1
        places = (wished + way * n * _PITCH for n in range(steps + 1) for way in (1, -1))
        free = (
            y
            for y in places
            if first <= y <= last and all(abs(y - other) >= _PITCH for other in taken)
        )
        y = next(free, wished)
        taken.append(y)
        return y


class _Numbers:
    """How many references each bundle stands for, now and a step ago."""

    def __init__(self, members: Members, state: State, delta: Delta | None) -> None:
        self._cards, self._heap = members.cards, state.heap
        self._unseen = members.unseen
        self._whole, self._apart = members.whole, members.apart
        self._led_to: Counter[tuple[Key, int]] | None = None
        changes = delta.objects if delta is not None else ()
        self._old = {change.serial: change.old for change in changes}

    def bundle(self, start: Key, end: Key, arrows: list[Arrow]) -> Bundle:
        """All of a list is counted, also what it does not show; else what is drawn."""
        news = sum(arrow.kind is ArrowKind.NEW for arrow in arrows)
        holders = {int(arrow.holder.name) for arrow in arrows if arrow.holder.kind == "object"}
        if start.kind == "object" and start.name in self._cards:
            more = self._more(start, end)
            return Bundle(len(arrows) + more, len(arrows) - news + more)
        to_group = end.name in self._whole and self._whole[int(end.name)] == end
        if len(holders) != 1 or not to_group:
            return Bundle(len(arrows), len(arrows) - news)
        serial = holders.pop()
        lasting, new = (self._apart[start, end, is_new] for is_new in (False, True))
        count = self._count(self._heap.get(serial), end) - lasting - new
        was = self._old.get(serial)
        before = self._count(was, end) - lasting if serial in self._old else count
        return Bundle(max(count, len(arrows)), before)

    def _count(self, holder: HeapObject | None, end: Key) -> int:
        if holder is None:
            return 0
        cards = self._whole
        return sum(cards.get(held) == end for _, held in held_by(holder))

    def _more(self, start: Key, end: Key) -> int:
        """The references of those that have no arrows; that to its class is none."""
        if self._led_to is None:
            self._led_to = Counter()
            for serial in self._unseen & self._heap.keys():
                own = self._cards[serial]
                for kind, held in held_by(self._heap[serial]):
                    if kind != "class":
                        card = self._cards.get(held)
                        self._led_to[own, held if card is None else int(card.name)] += 1
        return self._led_to[start, int(end.name)]


def _order(arrows: Iterable[Arrow]) -> tuple[Point, int]:
    return min((arrow.port, arrow.target) for arrow in arrows)


def _line(
    arrows: list[Arrow], start: Box | None, end: Box | None, sides: tuple[_Side, _Side]
) -> Arrow:
    """The way of one of them that can be led to, or from, the card of the group; else a chip."""
    heads, ports = sides
    ways = [(arrow, _way(arrow)) for arrow in arrows]
    fit = [
        (_off(way, start, end), number)
        for number, (_, way) in enumerate(ways)
        if len(way) > 1
        and (start is None or way[0].x == start.rect.right - PORT_INSET)
        and (end is None or way[-1].x == end.rect.x)
    ]
    if not fit:
        return _chip(arrows[0], start, end, sides)
    arrow, way = ways[min(fit)[1]]
    points = list(way)
    if start is not None:
        points = _led_from(points, ports.free(start, points[0].y), start.rect.right)
    if end is not None:
        points = _led_to(points, heads.free(end, points[-1].y))
    return replace(arrow, points=tuple(points), full=(), port=points[0], chip=False)


def _way(arrow: Arrow) -> tuple[Point, ...]:
    return arrow.full if arrow.chip else arrow.points


def _off(way: tuple[Point, ...], start: Box | None, end: Box | None) -> float:
    """How far the ends of a way are from the cards that it is to be led from and to."""
    off = 0.0
    for box, point in ((start, way[0]), (end, way[-1])):
        if box is not None:
            off += max(box.rect.y - point.y, point.y - box.rect.bottom, 0.0)
    return off


def _led_to(points: list[Point], y: float) -> list[Point]:
    """The same way with its last level part at another height, beside the card alone."""
    before, last = points[-2:]
    if last.y == y:
        return points
    if len(points) > 2 and points[-3].x == before.x and last.x - before.x <= _BESIDE:
        return [*points[:-2], Point(before.x, y), Point(last.x, y)]
    lane = last.x - LANE_INSET
    return [*points[:-1], Point(lane, before.y), Point(lane, y), Point(last.x, y)]


def _led_from(points: list[Point], y: float, edge: float) -> list[Point]:
    """The same way with its first level part at another height, beside the card alone."""
    first, after = points[:2]
    if first.y == y:
        return points
    if len(points) > 2 and after.x == points[2].x and after.x - edge <= _BESIDE:
        return [Point(first.x, y), Point(after.x, y), *points[2:]]
    lane = edge + LANE_INSET
    return [Point(first.x, y), Point(lane, y), Point(lane, after.y), *points[1:]]


def _chip(arrow: Arrow, start: Box | None, end: Box | None, sides: tuple[_Side, _Side]) -> Arrow:
    """A sign at the port, and a head alone: no way leads from the one card to the other."""
    heads, ports = sides
    port, points = arrow.port, arrow.points
    if start is not None:
        y = ports.free(start, port.y)
        port = Point(start.rect.right - PORT_INSET, y)
    if end is not None:
        y = heads.free(end, points[-1].y if points else end.rect.y)
        points = (Point(end.rect.x - _STUB, y), Point(end.rect.x, y))
    elif len(points) > 1:
        last = points[-1]
        points = (Point(last.x - _STUB, last.y), last)
    return replace(arrow, points=points, full=(), port=port, chip=True)
