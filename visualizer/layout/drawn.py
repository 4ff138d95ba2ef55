"""The cards of a step: what the frames lead to, each card made once as long as it holds."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from visualizer.layout.cards import call_card, object_card
from visualizer.layout.foresight import Foresight
from visualizer.layout.names import NameRows
from visualizer.layout.picture import Card, Key, Part, object_key
from visualizer.layout.sight import Call, adrift, calls, followed
from visualizer.model import Content, HeapObject, Scalar, State


@dataclass(frozen=True, slots=True)
class _Made:
    """A card and what it was made of: the content, and what it shows of other objects."""

    content: Content
    upright: bool
    values: tuple[object, ...]
    card: Card


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything that has a card in a step; ``pills`` are objects drawn inside a slot."""

    calls: dict[Key, Call]
    cards: dict[Key, Card]
    pills: frozenset[int]

    def references(self) -> Iterator[tuple[Key, Part]]:
        """Every part that an arrow starts from."""
        return (
            (key, part) for key, card in self.cards.items() for part in card.parts if part.points
        )


class CardMaker:
    """Makes the cards of any step, and makes again only those that are not as they were."""

    def __init__(self, foresight: Foresight) -> None:
        self._foresight = foresight
        self._made: dict[int, _Made] = {}

    def drawn(self, state: State, time: int) -> Drawn:
        """The cards of ``state``, frames first, then objects in the order they are reached in."""
        foresight = self._foresight
        found = {call.key: call for call in calls(state, self._foresight.deep)}
        cards: dict[Key, Card] = {key: self._frame(call, time) for key, call in found.items()}
        pills: set[int] = set()
        seen: set[int] = set()
        waiting = deque(target for card in cards.values() for target in followed(card))
        waiting.extend(adrift(state))
        while waiting:
            serial = waiting.popleft()
            if serial in seen or serial not in state.heap:
                continue
            seen.add(serial)
            if foresight.in_place(serial, time):
                pills.add(serial)
                continue
            owner = foresight.structure.card_of(serial, time)
            if owner != serial:
                pills.add(serial)
                waiting.append(owner)
                continue
            card = self._object(state.heap[serial], state, time)
            cards[object_key(serial)] = card
            waiting.extend(followed(card))
        return Drawn(found, cards, frozenset(pills))

    def _frame(self, call: Call, time: int) -> Card:
        rows = self._foresight.rows.setdefault(call.key, NameRows())
        places = rows.at(time)
        if any(name not in places for name, _ in call.names):
            rows.update((name for name, _ in call.names), time)
            places = rows.at(time)
        return call_card(call, places, self._foresight.measure)

    def _object(self, thing: HeapObject, state: State, time: int) -> Card:
        foresight = self._foresight
        upright = thing.serial in foresight.upright
        made = self._made.get(thing.serial)
        if (
            made is not None
            and made.content is thing.content
            and made.upright == upright
            and made.values == self._values(made.card, state, time)
        ):
            return made.card
        card = object_card(thing, foresight.surroundings(state.heap, time), upright)
        values = self._values(card, state, time)
        self._made[thing.serial] = _Made(thing.content, upright, values, card)
        return card

    def _values(self, card: Card, state: State, time: int) -> tuple[object, ...]:
        """What is written of others: that may change though the content does not."""
        found: list[object] = []
        structure = self._foresight.structure
        for serial in followed(card):
            thing = state.heap.get(serial)
            if thing is None:
                continue
            if isinstance(thing.content, Scalar):
                found.append((serial, self._foresight.in_place(serial, time), thing.content))
            elif structure.nest(serial, time) is not None:
                found.append((serial, thing.content))
        return tuple(found)
