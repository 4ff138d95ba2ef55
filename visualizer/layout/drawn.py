"""The cards of a step: what the frames lead to, each card made once as long as it holds."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from visualizer.layout.cards import call_card, object_card
from visualizer.layout.foresight import Foresight
from visualizer.layout.heap_watch import HeapWatch
from visualizer.layout.names import NameRows
from visualizer.layout.picture import Card, Key, object_key
from visualizer.layout.share_watch import ShareWatch
from visualizer.layout.sight import Call, calls, caught, followed
from visualizer.model import Content, Delta, HeapObject, Lock, Scalar, Sharing, State


@dataclass(frozen=True, slots=True)
class _Made:
    """A card and what it was made of: the content, and what it shows of other objects."""

    content: Content
    upright: bool
    values: tuple[object, ...]
    card: Card


class _Found(NamedTuple):
    """An object in the picture: its card, None in that of another, and what it leads on to.

    ``inside`` are the values that are drawn in its own slots.
    """

    key: Key
    card: Card | None
    leads: tuple[int, ...]
    inside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything that has a card in a step; ``shown`` are all objects drawn, also inside a slot.

    ``touched`` are the objects that changed since the cards of another step were asked for, and
    those whose cards show one of them; ``positions`` are those of iterators over each object.
    ``shown_in`` are the objects whose cards ever showed one. Cards that are not ``fresh`` are those
    of the step asked for before. ``size`` is how many bytes the shown objects take, ``live_size``
    all live ones, drawn or not; ``left_out`` counts those that are not shown, by type.
    """

    calls: dict[Key, Call]
    cards: dict[Key, Card]
    shown: Set[int]
    touched: Set[int]
    positions: Mapping[int, tuple[int, ...]]
    shown_in: Mapping[int, Set[int]]
    fresh: Set[Key]
    size: int
    live_size: int
    left_out: Counter[str]


class CardMaker:
    """Makes the cards of any step, and makes again only those that are not as they were."""

    def __init__(self, foresight: Foresight) -> None:
        self._foresight = foresight
        self._made: dict[int, _Made] = {}
        self._watch = HeapWatch()
        self._shares = ShareWatch()
        self._found: dict[int, _Found] = {}
        self._shown_in: defaultdict[int, set[int]] = defaultdict(set)
        self._frames: dict[Key, tuple[tuple[Call, dict[str, int]], Card]] = {}
        self._time = 0
        self._cards: dict[Key, Card] = {}
        self._shown: dict[int, HeapObject] = {}
        self._shown_size = 0
        self._shown_types = Counter[str]()
        self._resized: set[int] = set()

    def drawn(self, state: State, time: int, delta: Delta | None = None) -> Drawn:
        """The cards of ``state``, frames first, then objects in the order they are reached in.

        ``delta`` is what led to it.
        """
        touched = self._touched(state, time, delta)
        stack = {call.key: call for call in calls(state, self._foresight.deep, self.shared)}
        cards: dict[Key, Card] = {key: self._frame(call, time) for key, call in stack.items()}
        seen: set[int] = set()
        waiting = [target for card in cards.values() for target in followed(card)]
        waiting += (*sorted(self._watch.adrift), *caught(state))
        heap, known = state.heap, self._found
        looked_at: set[Key] = set()
        # It grows while it is gone through; what is known of is there.
        for serial in waiting:
            if serial in seen:
                continue
            found = known.get(serial)
            if found is None:
                if serial not in heap:
                    continue
                found = known[serial] = self._look_at(heap[serial], state, time)
                looked_at.add(found.key)
            seen.add(serial)
            key, card, leads, inside = found
            if card is not None:
                cards[key] = card
            if inside:
                seen.update(inside)
            if leads:
                waiting += leads
        watch = self._watch
        before, self._cards = self._cards, cards
        fresh = (cards.keys() - before.keys()) | (cards.keys() & looked_at) | stack.keys()
        return Drawn(
            stack,
            cards,
            seen,
            touched,
            watch.positions,
            self._shown_in,
            fresh,
            self._measured(seen, heap),
            watch.size,
            watch.types - self._shown_types,
        )

    def card(self, thing: HeapObject, state: State, time: int) -> Card:
        """The card that an object would have, also where it has none."""
        return self._object(thing, state, time)

    @property
    def shared(self) -> Sharing:
        """Where the variables of the frames of the step last asked for are."""
        return self._shares.now

    def _measured(self, shown: set[int], heap: Mapping[int, HeapObject]) -> int:
        """How many bytes take the objects that are drawn: counted anew only where that differs.

        So is how many of them there are of each type.
        """
        known, types = self._shown, self._shown_types
        for serial in {*(known.keys() - shown), *(self._resized & known.keys())}:
            thing = known.pop(serial)
            self._shown_size -= thing.size
            types[thing.type] -= 1
        for serial in shown - known.keys():
            thing = known[serial] = heap[serial]
            self._shown_size += thing.size
            types[thing.type] += 1
        self._resized = set()
        return self._shown_size

    def _touched(self, state: State, time: int, delta: Delta | None) -> set[int]:
        """What is to be looked at anew, and what shows something of that."""
        changed, before = self._watch.look(state, delta), self._time
        self._shares.look(state, changed)
        self._resized |= changed
        for serial in self._shares.again:
            self._made.pop(serial, None)
        changed |= self._shares.again
        self._time = time
        changed |= self._foresight.turned_between(before, time)
        changed |= self._foresight.locks.changed_between(before, time)
        shown_in = (self._shown_in.get(serial, ()) for serial in changed)
        touched = changed.union(*shown_in)
        for serial in touched:
            self._found.pop(serial, None)
        return touched

    def _look_at(self, thing: HeapObject, state: State, time: int) -> _Found:
        """How an object is shown: by a card, or inside another."""
        serial, structure = thing.serial, self._foresight.structure
        key = object_key(serial)
        if self._foresight.in_place(serial, time):
            return _Found(key, None, ())
        nest = structure.nest(serial, time)
        if nest is not None:
            return _Found(key, None, (nest.owner,))
        card = self._object(thing, state, time)
        leads, inside = list[int](), list[int]()
        for target in followed(card):
            held = target in state.heap and self._foresight.in_place(target, time)
            (inside if held else leads).append(target)
        return _Found(key, card, tuple(leads), tuple(inside))

    def _frame(self, call: Call, time: int) -> Card:
        rows = self._foresight.rows.setdefault(call.key, NameRows())
        places = rows.at(time)
        if any(name not in places for name, _ in call.names):
            rows.update((name for name, _ in call.names), time)
            places = rows.at(time)
        before = self._frames.get(call.key)
        if before is not None and before[0] == (call, places):
            return before[1]
        card = call_card(call, places, self._foresight.measure)
        if before is not None and before[1] == card:
            card = before[1]
        self._frames[call.key] = (call, dict(places)), card
        return card

    def _object(self, thing: HeapObject, state: State, time: int) -> Card:
        foresight = self._foresight
        upright = foresight.is_upright(thing.serial, time)
        made = self._made.get(thing.serial)
        if (
            made is not None
            and made.content is thing.content
            and made.upright == upright
            and made.values == self._values(thing, made.card, state, time)
        ):
            return made.card
        card = object_card(thing, foresight.surroundings(state.heap, time), upright)
        values = self._values(thing, card, state, time)
        self._made[thing.serial] = _Made(thing.content, upright, values, card)
        return card

    def _values(
        self, holder: HeapObject, card: Card, state: State, time: int
    ) -> tuple[object, ...]:
        """What is written of others: that may change though the content does not."""
        found: list[object] = []
        structure = self._foresight.structure
        for serial in followed(card):
            thing = state.heap.get(serial)
            if thing is None or isinstance(thing.content, Scalar) or serial in structure.nests:
                self._shown_in[serial].add(holder.serial)
            if thing is None:
                continue
            if isinstance(thing.content, Scalar):
                found.append((serial, self._foresight.in_place(serial, time), thing.content))
            elif structure.nest(serial, time) is not None:
                found.append((serial, thing.content))
        if isinstance(holder.content, Lock):
            found.append(self._foresight.locks.rows(holder.serial, time))
        return tuple(found)
