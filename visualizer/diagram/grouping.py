"""Of very many cards those of each frequent type stand in one, with a cell for each object.

References to and from such a card are one line, with their number on it. Nothing moves from step to
step: where the card stands, and which heights are given up below it, is decided with all places.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Protocol

from visualizer.diagram.attention import is_marked
from visualizer.diagram.bundles import Lines, Members, bundled
from visualizer.diagram.frame_rect import framed
from visualizer.diagram.slot_values import keys_of as keys_of_values
from visualizer.diagram.slot_values import slot_values, value_cards
from visualizer.diagram.stepping_out import (
    Diversions,
    hidden_rows,
    keys_of,
    named_by,
    seated,
    who_steps_out,
    without,
)
from visualizer.layout import (
    Arrow,
    ArrowKind,
    Box,
    Card,
    CardKind,
    Fold,
    Group,
    Groups,
    Key,
    Mark,
    Picture,
    Point,
    Rect,
    Scales,
    object_key,
)
from visualizer.layout.condensed import Condensed, Ends
from visualizer.layout.groups import CELL, INSET, MOST_CELLS, PITCH, cells_across, height_of
from visualizer.layout.picture import NO_SLOT
from visualizer.layout.sizes import HEADER
from visualizer.model import Delta, State

type _Told = tuple[State, list[int], tuple[int, int]]
"""The state, the objects without a card, how many references are among all, how many are gone."""

MOST_CARDS = 400
"""Cards of objects beyond which they are grouped by type."""
MOST_KNOWN = 5_000
"""So many objects of a type without a card of their own are looked at in each step, not more."""
LEAST = 48
"""A type with fewer cards is never grouped."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """What is not drawn by itself: the card of its group, by its serial.

    ``unseen`` are those that would not be in the picture otherwise. ``plan`` is by which all stand,
    or ``scales`` are, where it is not known what will be.
    """

    cards: dict[int, Key] = field(default_factory=dict)
    unseen: frozenset[int] = frozenset()
    types: frozenset[str] = frozenset()
    scales: Scales = field(default_factory=Scales)
    plan: Condensed | None = None

    def holders_of(self, found: frozenset[int]) -> set[int]:
        """The members of groups that have any of these values in a slot."""
        held = self.plan.held if self.plan is not None and found else {}
        return {
            member
            for member, (_, values) in held.items()
            if member in self.cards and not found.isdisjoint(values)
        }


class Plans(Protocol):
    """Who knows where the cards of groups stand."""

    def groups(self, kinds: frozenset[str]) -> Groups:
        """Their rooms among the places of all cards."""
        ...

    def condensed(self, kinds: frozenset[str]) -> Condensed | None:
        """Places of their own for all that is drawn; None before it is known what will be."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for: types ``opened``, objects that are to be ``seen``.

    ``extra`` are cards of such objects that have none in the picture.
    """

    opened: Collection[str] = ()
    seen: tuple[int, ...] = ()
    extra: tuple[Box, ...] = ()


def frequent(picture: Picture, opened: Collection[str]) -> frozenset[str]:
    """The types of which there are too many cards, but for those ``opened``."""
    return frozenset(_boxes(picture, opened))


def group(
    picture: Picture,
    kinds: frozenset[str],
    known: tuple[State, Delta | None],
    plans: Plans,
    asked: Asked,
) -> tuple[Picture, Grouped]:
    """The picture with each of those types in one card.

    ``known`` are the state that it shows and what led to it.
    """
    own = _own_boxes(picture, kinds)
    if not own:
        return picture, Grouped()
    condensed = plans.condensed(frozenset(own))
    if condensed is not None:
        return _Regrouping(picture, own, known, condensed, asked).made()
    found, state = plans.groups(frozenset(own)), known[0]
    boxes = {kind: mine for kind, mine in own.items() if kind in found.rooms}
    unseen = _unseen(picture, state, boxes)
    cards, others = _cards(boxes, unseen), frozenset(chain.from_iterable(unseen.values()))
    ghosts = [box for box in picture.boxes if box.ghost and str(box.card.title) in boxes]
    freed, gone = Counter(str(box.card.title) for box in ghosts), {box.serial for box in ghosts}
    apart, inside, ends = _sorted_out(picture.arrows, cards, gone)
    made: dict[Key, Box] = {}
    for kind, mine in boxes.items():
        key = mine[0].key
        told = state, unseen[kind], (inside[key], freed[kind])
        made[key] = _box(kind, mine, found.rooms[kind], told)
    # What was freed has lost its place: it is only counted.
    away = cards.keys() | gone
    drawn = (box for box in picture.boxes if box.serial not in away)
    members = Members(cards, others, cards, Counter())
    lines = bundled(ends, members, Lines(made), known)
    whole = replace(picture, boxes=(*drawn, *made.values()), arrows=(*apart, *lines))
    return _shown_at(whole, found.scales), Grouped(cards, others, frozenset(boxes), found.scales)


class _Regrouping:
    """Makes the picture in which some types have one card each, in places of its own."""

    def __init__(
        self,
        picture: Picture,
        boxes: Mapping[str, list[Box]],
        known: tuple[State, Delta | None],
        condensed: Condensed,
        asked: Asked,
    ) -> None:
        self._picture, self._boxes, self._known = picture, boxes, known
        self._condensed, self._asked = condensed, asked
        state = known[0]
        self._time = state.step.number if state.step is not None else 0
        self._unseen = _unseen(picture, state, boxes)
        seated_ones = self._stepping_out()
        self._out = {key: box for key, (box, _) in seated_ones.items()}
        self._seated = {key: seated(box, seat) for key, (box, seat) in seated_ones.items()}

    def made(self) -> tuple[Picture, Grouped]:
        """It, and what is not drawn by itself."""
        picture, condensed, time = self._picture, self._condensed, self._time
        whole = _cards(self._boxes, self._unseen)
        cards = without(whole, self._out)
        others = frozenset(chain.from_iterable(self._unseen.values())) & cards.keys()
        ghosts = [b for b in picture.boxes if b.ghost and str(b.card.title) in self._boxes]
        gone = {box.serial for box in ghosts}
        apart, among, ends = _sorted_out(picture.arrows, cards, gone, keys_of(self._out))
        before = {box.key: box for box in (*picture.boxes, *self._out.values())}
        for arrow in self._from_hidden_rows(cards):
            ends[arrow.card, object_key(arrow.target), NO_SLOT].append(arrow)
        away = whole.keys() | gone
        placed = condensed.placed((b for b in picture.boxes if b.serial not in away), time)
        freed = Counter(str(box.card.title) for box in ghosts)
        for kind, mine in self._boxes.items():
            key = mine[0].key
            told = self._known[0], self._unseen[kind], (among[key], freed[kind])
            placed[key] = _box(kind, mine, condensed.room(kind), told)
        placed |= self._seated
        values = list(self._values(placed))
        straight = list(condensed.led(apart, before, placed, time))
        seats = {key: placed[key].rect for key in self._out}
        lines = Lines(
            placed,
            before=before,
            plan=condensed,
            numbers=self._numbers(),
            time=time,
            others=[box.rect for box, _ in values],
            diversions=Diversions(seats, straight),
        )
        members = Members(cards, others, whole, self._apart(ends, whole))
        arrows = [*straight, *bundled(ends, members, lines, self._known)]
        boxes = condensed.grown(placed, arrows)
        arrows += (line for _, line in values)
        everything = (*boxes.values(), *(box for box, _ in values))
        whole_picture = replace(picture, boxes=everything, arrows=tuple(arrows))
        inside = keys_of_values(box for box, _ in values)
        kept = [rect for kind in self._boxes for rect in condensed.kept(kind)]
        return framed(whole_picture, kept), Grouped(
            {**inside, **cards},
            others | inside.keys(),
            frozenset(self._boxes),
            plan=condensed,
        )

    def _from_hidden_rows(self, cards: Mapping[int, Key]) -> Iterator[Arrow]:
        """References to members that stepped out, from items that their holders do not show."""
        heap = self._known[0].heap
        for box in self._picture.boxes:
            if box.serial is not None and box.card.hidden and box.serial not in cards:
                for key in self._out:
                    yield from hidden_rows(box, heap[box.serial], int(key.name))

    def _apart(
        self, ends: Mapping[Ends, list[Arrow]], whole: Mapping[int, Key]
    ) -> Counter[tuple[Key, Key, bool]]:
        """How many arrows lead to members that stepped out, from which card, and are they new."""
        found: Counter[tuple[Key, Key, bool]] = Counter()
        for (start, end, _), arrows in ends.items():
            if end in self._out:
                for arrow in arrows:
                    found[
                        start,
                        whole[int(end.name)],
                        arrow.kind in (ArrowKind.NEW, ArrowKind.REBOUND),
                    ] += 1
        return found

    def _values(self, boxes: Mapping[Key, Box]) -> Iterator[tuple[Box, Arrow]]:
        """A card for each frequent type of what stands in the slots of members."""
        heap = self._known[0].heap
        drawn = {box.serial for box in self._picture.boxes}
        for box in self._out.values():
            drawn.update(part.target for part in box.card.parts if part.pill)
        for kind, mine in self._boxes.items():
            rooms, holder = self._condensed.values(kind), boxes[mine[0].key]
            if rooms and holder.group is not None:
                found = slot_values(holder.group.members, heap, drawn, self._condensed.held)
                yield from value_cards(holder, found, rooms, heap)
                drawn.update(serial for _, serials, _ in found for serial in serials)

    def _stepping_out(self) -> dict[Key, tuple[Box, Rect]]:
        """The members that have cards of their own, with the room of each."""
        extra = {str(box.card.title): box for box in self._asked.extra}
        found: dict[Key, tuple[Box, Rect]] = {}
        named = named_by(self._picture.arrows)
        for kind, boxes in self._boxes.items():
            own = [*boxes, *([extra[kind]] if kind in extra else [])]
            seats = self._condensed.seats(kind)
            # The first gives the card of the group its key.
            out = who_steps_out(own[1:], self._asked.seen, named, len(seats))
            found.update((box.key, (box, seats[number])) for number, box in out.items())
        return found

    def _numbers(self) -> dict[Key, Key]:
        """What groups, and their members outside, go by in the plan."""
        number = self._condensed.number_of
        found = {mine[0].key: number(kind) for kind, mine in self._boxes.items()}
        for box in self._out.values():
            keys = (box.key, *(object_key(inner.serial) for inner in box.nested))
            found.update(dict.fromkeys(keys, number(str(box.card.title))))
        return found


def _boxes(picture: Picture, opened: Collection[str]) -> dict[str, list[Box]]:
    """The cards of each type that is to be grouped, oldest first.

    So are those of which there are too many altogether, also where few have a card: the items of a
    long list.
    """
    by_type: dict[str, list[Box]] = defaultdict(list)
    count = 0
    for box in picture.boxes:
        if box.serial is not None and not box.ghost:
            by_type[str(box.card.title)].append(box)
            count += 1
    more = dict(picture.left_out)
    found: dict[str, list[Box]] = {}
    for name, boxes in sorted(by_type.items(), key=lambda found: (-len(found[1]), found[0])):
        is_value = boxes[0].card.kind is CardKind.PILL
        many = not is_value and MOST_CARDS < len(boxes) + more.get(name, 0) <= MOST_KNOWN
        if not many and (count <= MOST_CARDS or len(boxes) < LEAST):
            continue
        if name and name not in opened:
            found[name] = sorted(boxes, key=lambda box: box.serial or 0)
            count -= len(boxes) - 1
    return found


def _own_boxes(picture: Picture, kinds: Collection[str]) -> dict[str, list[Box]]:
    """The cards of each of those types, oldest first."""
    found: dict[str, list[Box]] = defaultdict(list)
    for box in picture.boxes:
        if box.serial is not None and not box.ghost and (kind := str(box.card.title)) in kinds:
            found[kind].append(box)
    for boxes in found.values():
        boxes.sort(key=lambda box: box.serial or 0)
    return dict(found)


def _cards(boxes: Mapping[str, list[Box]], unseen: Mapping[str, Iterable[int]]) -> dict[int, Key]:
    """The card of its group for each object: the oldest that is drawn gives it its key."""
    cards: dict[int, Key] = {}
    for kind, own in boxes.items():
        key = own[0].key
        for box in own:
            cards[int(box.key.name)] = key
            if box.nested:
                cards.update((inner.serial, key) for inner in box.nested)
        cards.update(dict.fromkeys(unseen[kind], key))
    return cards


def _unseen(picture: Picture, state: State, boxes: Mapping[str, list[Box]]) -> dict[str, list[int]]:
    """The objects of each of those types that are not in the picture."""
    more = dict(picture.left_out)
    found: dict[str, list[int]] = {kind: [] for kind in boxes}
    found_more = [kind for kind in boxes if 0 < more.get(kind, 0) <= MOST_KNOWN]
    if not found_more:
        return found
    seen = {box.serial for box in picture.boxes}
    for box in picture.boxes:
        seen.update(part.target for part in box.card.parts if not part.points)
    for serial, thing in state.heap.items():
        if thing.type in found_more and serial not in seen:
            found[thing.type].append(serial)
    return found


def _sorted_out(
    arrows: Iterable[Arrow],
    cards: Mapping[int, Key],
    gone: Collection[int | None],
    out: Collection[Key] = (),
) -> tuple[list[Arrow], dict[Key, int], dict[Ends, list[Arrow]]]:
    """The arrows at no group and at nothing ``gone``, how many lead from a group to itself.

    At last all others, by the cards that they lead from and to; each name points by itself, and so
    does what leads to or from a member ``out`` of its group.
    """
    apart: list[Arrow] = []
    inside: dict[Key, int] = defaultdict(int)
    ends: dict[Ends, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        kind, name = arrow.card
        is_object = kind == "object"
        start = cards.get(name) if is_object else None  # type: ignore[arg-type]
        end = cards.get(arrow.target)
        apart_from = start is None and end is None
        is_out = bool(out) and (arrow.card in out or object_key(arrow.target) in out)
        if apart_from and not is_out:
            if arrow.target not in gone:
                apart.append(arrow)
        elif arrow.kind is ArrowKind.FORMER:
            continue
        elif start == end and start is not None:
            inside[start] += 1
        else:
            slot = arrow.slot if not is_object or arrow.card in out else NO_SLOT
            ends[start or arrow.card, end or object_key(arrow.target), slot].append(arrow)
    return apart, inside, ends


def _box(kind: str, boxes: list[Box], room: Rect, told: _Told) -> Box:
    state, unseen, (inner, freed) = told
    serials = sorted([*(int(box.key.name) for box in boxes), *unseen])
    things = [state.heap[serial] for serial in serials if serial in state.heap]
    marked = [box for box in boxes if is_marked(box)]
    new = {int(box.key.name) for box in marked if box.mark is Mark.NEW}
    changed = {int(box.key.name) for box in marked} - new
    told_of = Group(
        kind,
        tuple(thing.serial for thing in things),
        frozenset(thing.serial for thing in things if (thing.refcount or 0) > 1),
        frozenset(changed),
        frozenset(new),
        sum(thing.size for thing in things),
        inner,
        freed,
        cells_across(room.width) if len(things) <= MOST_CELLS else 0,
    )
    height = height_of(len(things), room.width)
    card = Card(CardKind.CARD, kind, "", HEADER, (), room.width, height)
    return Box(
        boxes[0].key,
        card,
        room._replace(height=height),
        mark=Mark.CHANGED if changed or new or freed else Mark.NONE,
        fold=Fold(len(things), bool(changed or new or freed), 0, kind),
        group=told_of,
    )


def cell_rect(box: Box, place: int) -> Rect:
    """Where a cell of a group's card is, in the card's own lengths."""
    assert box.group is not None
    row, column = divmod(place, box.group.across)
    return Rect(INSET + column * PITCH, HEADER + INSET + row * PITCH, CELL, CELL)


def member_at(box: Box, x: float, y: float) -> int | None:
    """The object whose cell is at a point of a group's card, in the card's own lengths."""
    told = box.group
    if told is None or not told.across:
        return None
    gap = (PITCH - CELL) / 2
    column, row = int((x - INSET + gap) // PITCH), int((y - HEADER - INSET + gap) // PITCH)
    place = row * told.across + column
    if row < 0 or not 0 <= column < told.across or place >= len(told.members):
        return None
    return told.members[place]


def _shown_at(picture: Picture, scales: Scales) -> Picture:
    """The picture without the room that is given up because nothing stands there."""
    x_at, y_at = scales.across.shown_at, scales.down.shown_at

    def moved(points: Iterable[Point]) -> tuple[Point, ...]:
        return tuple(Point(x_at(x), y_at(y)) for x, y in points)

    boxes = tuple(
        replace(box, rect=box.rect._replace(x=x_at(box.rect.x), y=y_at(box.rect.y)))
        for box in picture.boxes
    )
    arrows = tuple(
        replace(
            arrow,
            points=moved(arrow.points),
            full=moved(arrow.full),
            port=moved((arrow.port,))[0],
            joined=tuple(map(y_at, arrow.joined)),
        )
        for arrow in picture.arrows
    )
    return framed(replace(picture, boxes=boxes, arrows=arrows))
