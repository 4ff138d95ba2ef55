"""The picture with one card for all objects of a type, in places of its own.

Members that one looks at step out of it: they have cards below it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from visualizer.diagram.bundles import Lines, Members, bundled
from visualizer.diagram.frame_rect import framed
from visualizer.diagram.group_members import (
    Told,
    cards_of,
    group_box,
    happened,
    sorted_out,
    unseen_members,
)
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
from visualizer.layout import Arrow, ArrowKind, Box, Key, Picture, Rect, Scales, object_key
from visualizer.layout.condensed import Condensed, Ends
from visualizer.layout.picture import NO_SLOT
from visualizer.model import Delta, State


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


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for: types ``opened``, objects that are to be ``seen``.

    ``extra`` are cards of such objects, and of those that the step did something to, that have
    none in the picture.
    """

    opened: Collection[str] = ()
    seen: tuple[int, ...] = ()
    extra: tuple[Box, ...] = ()


class Regrouping:
    """Makes the picture in which some types have one card each, in places of its own."""

    def __init__(
        self,
        picture: Picture,
        boxes: Mapping[str, list[Box]],
        known: tuple[State, Delta | None],
        condensed: Condensed,
        asked: Asked,
    ) -> None:
        self._picture, self._known = picture, known
        self._condensed, self._asked = condensed, asked
        state = known[0]
        self._time = state.step.number if state.step is not None else 0
        self._unseen = unseen_members(picture, state, boxes)
        # They have no places here, also where all others of their type are hidden.
        kinds = condensed.kinds
        self._ghosts = [b for b in picture.boxes if b.ghost and str(b.card.title) in kinds]
        seated_ones = self._stepping_out(boxes)
        self._out = {key: box for key, (box, _) in seated_ones.items()}
        self._boxes = {kind: self._staying_first(mine) for kind, mine in boxes.items()}
        self._seated = {key: seated(box, seat) for key, (box, seat) in seated_ones.items()}

    def made(self) -> tuple[Picture, Grouped]:
        """It, and what is not drawn by itself."""
        picture, condensed, time = self._picture, self._condensed, self._time
        whole = cards_of(self._boxes, self._unseen)
        cards = without(whole, self._out)
        others = frozenset(chain.from_iterable(self._unseen.values())) & cards.keys()
        gone = {box.serial for box in self._ghosts}
        apart, among, ends = sorted_out(picture.arrows, cards, gone, keys_of(self._out))
        before = {box.key: box for box in (*picture.boxes, *self._out.values())}
        for arrow in self._from_hidden_rows(cards):
            ends[arrow.card, object_key(arrow.target), NO_SLOT].append(arrow)
        away = whole.keys() | gone
        placed = condensed.placed((b for b in picture.boxes if b.serial not in away), time)
        done = happened(self._known[1], self._boxes)
        for kind, mine in self._boxes.items():
            key = mine[0].key
            told = Told(self._known[0], self._unseen[kind], among[key], done[kind])
            placed[key] = group_box(kind, mine, condensed.room(kind), told)
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

    def _stepping_out(self, boxes: Mapping[str, list[Box]]) -> dict[Key, tuple[Box, Rect]]:
        """The members that have cards of their own, with the room of each."""
        found: dict[Key, tuple[Box, Rect]] = {}
        named = named_by(self._picture.arrows)
        for kind, mine in boxes.items():
            # What was freed goes from where it stood when it was looked at.
            others = (*self._asked.extra, *self._ghosts)
            own = [*mine, *(box for box in others if box.card.title == kind)]
            seats = self._condensed.seats(kind)
            # One has to stay, by which the card of the group is known.
            number = min(len(seats), len(mine) - 1)
            out = who_steps_out(own, self._asked.seen, named, number) if number else {}
            found.update((box.key, (box, seats[number])) for number, box in out.items())
        return found

    def _staying_first(self, boxes: list[Box]) -> list[Box]:
        """The first gives the card of the group its key: it is none that has one of its own."""
        return sorted(boxes, key=lambda box: box.key in self._out)

    def _numbers(self) -> dict[Key, Key]:
        """What groups, and their members outside, go by in the plan."""
        number = self._condensed.number_of
        found = {mine[0].key: number(kind) for kind, mine in self._boxes.items()}
        for box in self._out.values():
            keys = (box.key, *(object_key(inner.serial) for inner in box.nested))
            found.update(dict.fromkeys(keys, number(str(box.card.title))))
        return found
