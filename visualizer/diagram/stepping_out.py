"""Members of a group that have a card of their own, below that of the group.

Room for a few is always kept there, so that nothing moves when one steps out and goes back. Their
arrows follow those of the group as far as its card.
"""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import replace
from itertools import pairwise

from visualizer.diagram.attention import is_marked
from visualizer.layout import Arrow, Box, Key, Mark, Point, Rect, Slot, object_key
from visualizer.layout.sizes import LANE_INSET, PORT_INSET
from visualizer.model import HeapObject, Mapping, Sequence

_JOGS = (15.0, 20.0, 25.0, 30.0)
"""How far before a card's edge an arrow may turn off that does not end there."""
_JOINT = 5.0
"""How far from the edge of a card goes down, or up, what joins the line of a bundle."""
_FIRST_HEAD, _HEADS = 13.0, 10.0


def who_steps_out(
    boxes: Iterable[Box], asked_for: Iterable[int], named: Collection[int], seats: int
) -> dict[int, Box]:
    """Which members have cards of their own, by the seat that each takes.

    What the step did something to, what names refer to; and what was ``asked_for``, for which the
    last of these gives way where there is no more room.
    """
    own = {box.serial: box for box in boxes if box.serial is not None}
    marked = [box for box in own.values() if is_marked(box)]
    # Of many that changed those that came last; what was freed where nothing else takes its place.
    marked.sort(key=lambda box: (box.mark is not Mark.NEW, -(box.serial or 0)))
    living = [box.serial for box in marked if box.serial and not box.ghost]
    ghosts = [box.serial for box in marked if box.serial and box.ghost]
    order = [*living, *(s for s in named if s in own), *ghosts]
    found: dict[int, int] = {}
    for serial in list(dict.fromkeys(order))[:seats]:
        found[_seat_of(serial, found, seats)] = serial
    for serial in asked_for:
        if serial in own and serial not in found.values():
            full = len(found) == seats
            found[list(found)[-1] if full else _seat_of(serial, found, seats)] = serial
    return {seat: own[serial] for seat, serial in found.items()}


def _seat_of(serial: int, taken: Collection[int], seats: int) -> int:
    """Always its own, if that is free, else the next one."""
    own = serial % seats
    return next((own + n) % seats for n in range(seats) if (own + n) % seats not in taken)


def seated(box: Box, seat: Rect) -> Box:
    """A member in its seat."""
    rect = Rect(seat.x, seat.y, box.rect.width, box.card.height)
    bars = tuple(
        bar._replace(x=bar.x + seat.x - box.rect.x, y=bar.y + seat.y - box.rect.y)
        for bar in box.cursors
    )
    return replace(box, rect=rect, cursors=bars)


def hidden_rows(box: Box, holder: HeapObject, serial: int) -> Iterator[Arrow]:
    """The references to an object from items of a holder that its card does not show.

    They start where it says how many more there are.
    """
    more = next((part for part in box.card.parts if part.slot.kind == "more"), None)
    if more is None or box.ghost:
        return
    shown = {part.slot for part in box.card.parts}
    x, y = box.rect.right, box.rect.y + more.y + more.height / 2
    for slot in _slots(holder, serial):
        if slot not in shown:
            yield Arrow(box.key, slot, serial, (), Point(x, y), card=box.key)


def _slots(holder: HeapObject, serial: int) -> Iterator[Slot]:
    match holder.content:
        case Sequence(items=items):
            yield from (Slot("item", n) for n, item in enumerate(items) if item == serial)
        case Mapping(entries=entries):
            yield from (Slot("value", key) for key, value in entries if value == serial)


class Diversions:
    """Leads arrows of a group to and from those of its members that stepped out.

    ``taken`` are the upright parts of all other arrows: none is drawn over one of them.
    """

    def __init__(self, seats: MappingOf[Key, Rect], arrows: Iterable[Arrow]) -> None:
        self._seats = seats
        self._heads: dict[Key, int] = {}
        self._taken: list[tuple[float, float, float]] = []
        for arrow in arrows:
            self.take(arrow.points)

    def take(self, points: Iterable[Point]) -> None:
        """Note the upright parts of a way."""
        for start, stop in pairwise(points):
            if start.x == stop.x and start.y != stop.y:
                self._taken.append((start.x, min(start.y, stop.y), max(start.y, stop.y)))

    def head(self, key: Key) -> float:
        """The next height at which an arrow enters a member's card."""
        rect, number = self._seats[key], self._heads.get(key, 0)
        self._heads[key] = number + 1
        return min(rect.y + _FIRST_HEAD + _HEADS * number, rect.bottom - 6)

    def to_member(self, points: tuple[Point, ...], key: Key) -> tuple[Point, ...]:
        """A way to the card of the group that goes on to a member's."""
        y, (before, last) = self.head(key), points[-2:]
        lane = before.x
        is_lane = len(points) > 2 and points[-3].x == lane and last.x > lane
        if not is_lane or self._is_taken(lane, last.y, y):
            lanes = [last.x - jog for jog in _JOGS]
            free = (x for x in lanes if not self._is_taken(x, last.y, y))
            lane = next(free, lanes[0])
            way = (*points[:-1], Point(lane, last.y), Point(lane, y), Point(last.x, y))
        else:
            way = (*points[:-2], Point(lane, y), Point(last.x, y))
        self.take(way)
        return way

    def from_row(self, points: tuple[Point, ...], port: Point) -> tuple[Point, ...]:
        """The way of a bundle that begins at another port of its card."""
        first = points[0]
        if first.y == port.y:
            return points
        beside = first.x + PORT_INSET + _JOINT
        return (port, Point(beside, port.y), Point(beside, first.y), *points[1:])

    def from_member(self, points: tuple[Point, ...], key: Key, y: float) -> tuple[Point, ...]:
        """A way from the card of the group that begins at a member's, at a height."""
        rect, (first, after) = self._seats[key], points[:2]
        start = Point(rect.right - PORT_INSET, y)
        lane = after.x
        is_lane = len(points) > 2 and points[2].x == lane
        if not is_lane or self._is_taken(lane, first.y, y):
            lane = first.x + PORT_INSET + LANE_INSET
            way = (start, Point(lane, y), Point(lane, first.y), *points[1:])
        else:
            way = (start, Point(lane, y), *points[2:])
        self.take(way)
        return way

    def _is_taken(self, x: float, one: float, other: float) -> bool:
        top, bottom = sorted((one, other))
        return any(at == x and low < bottom and top < high for at, low, high in self._taken)


def named_by(arrows: Iterable[Arrow]) -> list[int]:
    """What names refer to, innermost calls last."""
    return [arrow.target for arrow in arrows if arrow.card.kind != "object"][::-1]


def without(cards: MappingOf[int, Key], out: MappingOf[Key, Box]) -> dict[int, Key]:
    """The card of its group for each object but for those that stepped out, and what they hold."""
    gone = set[int]()
    for box in out.values():
        gone.add(int(box.key.name))
        gone.update(inner.serial for inner in box.nested)
    return {serial: key for serial, key in cards.items() if serial not in gone}


def keys_of(out: MappingOf[Key, Box]) -> set[Key]:
    """The keys of members that stepped out, and of the containers inside their cards."""
    own = out.values()
    return {key for box in own for key in (box.key, *(object_key(n.serial) for n in box.nested))}
