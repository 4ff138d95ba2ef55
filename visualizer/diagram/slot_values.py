"""What stands in the slots of a group's members, in a card for each frequent type."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from visualizer.explain.holding import held_by
from visualizer.layout import (
    Arrow,
    Box,
    Bundle,
    Card,
    CardKind,
    Group,
    Key,
    Point,
    Rect,
    Slot,
    object_key,
)
from visualizer.layout.groups import GROUP_HEADER
from visualizer.model import HeapObject, Scalar

_IN = 8.0
"""How far above its lower edge a line begins."""
_BESIDE = 30.0
"""How far before the first card leads what goes on to the second: its number has room there."""
LEAST = 48
"""Of fewer there is no card."""


def slot_values(
    members: Iterable[int],
    heap: Mapping[int, HeapObject],
    drawn: Collection[int | None],
    known: dict[int, tuple[object, tuple[int, ...]]],
) -> list[tuple[str, list[int], int]]:
    """The types of values that the members hold, the most frequent first: which, and how often.

    Not those that are ``drawn`` as cards of their own, nor immortal ones, which are written where
    they are. What was found is noted in ``known``, for the next step.
    """
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    times = Counter[str]()
    for member in members:
        content, values = known.get(member, (None, ()))
        if content is not heap[member].content:
            values = tuple(_values_of(heap[member], heap))
            known[member] = heap[member].content, values
        for serial in values:
            if serial not in drawn and serial in heap:
                kind = heap[serial].type
                found[kind][serial] = None
                times[kind] += 1
    ranked = sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
    return [(kind, sorted(own), times[kind]) for kind, own in ranked if len(own) >= LEAST]


def _values_of(holder: HeapObject, heap: Mapping[int, HeapObject]) -> Iterator[int]:
    for _, serial in held_by(holder):
        value = heap.get(serial)
        if value is not None and value.refcount is not None and isinstance(value.content, Scalar):
            yield serial


def value_cards(
    holder: Box,
    values: Iterable[tuple[str, list[int], int]],
    rooms: Iterable[Rect],
    heap: Mapping[int, HeapObject],
) -> Iterator[tuple[Box, Arrow]]:
    """A card for each type as far as there is room, and the line that leads to it."""
    for number, ((kind, serials, times), room) in enumerate(zip(values, rooms, strict=False)):
        box = _card(kind, serials, room, heap)
        yield box, _line(holder, box, times, number)


def _card(kind: str, serials: list[int], room: Rect, heap: Mapping[int, HeapObject]) -> Box:
    things = [heap[serial] for serial in serials]
    told = Group(
        kind,
        tuple(serials),
        frozenset(thing.serial for thing in things if (thing.refcount or 0) > 1),
        *(frozenset[int](), frozenset[int]()),
        sum(thing.size for thing in things),
        *(0, 0, 0),
    )
    card = Card(CardKind.CARD, kind, "", GROUP_HEADER, (), room.width, room.height)
    return Box(object_key(serials[0]), card, room, group=told)


def _line(holder: Box, box: Box, times: int, number: int) -> Arrow:
    """From the lower edge of the group down to the card; to the second one round the first."""
    middle = box.rect.x + box.rect.width / 2
    port, top = Point(middle, holder.rect.bottom - _IN), Point(middle, box.rect.y)
    points: tuple[Point, ...] = (port, top)
    if number:
        left = box.rect.x - _BESIDE * number
        y = box.rect.y + box.rect.height / 2
        port = Point(left, holder.rect.bottom - _IN)
        points = (port, Point(left, y), Point(box.rect.x, y))
    slot = Slot("group", str(box.key.name))
    serial = int(box.key.name)
    return Arrow(
        holder.key, slot, serial, points, port, card=holder.key, bundle=Bundle(times, times)
    )


def keys_of(boxes: Iterable[Box]) -> dict[int, Key]:
    """The card for each of the values."""
    return {
        serial: box.key for box in boxes if box.group is not None for serial in box.group.members
    }
