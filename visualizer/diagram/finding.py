"""Marks what a search found, and knows where each hit can be seen."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QGraphicsScene

from visualizer.diagram.brush import Look
from visualizer.diagram.group_words import Noted
from visualizer.diagram.halo_item import PULSES, HaloItem
from visualizer.diagram.items import Items
from visualizer.diagram.motion import Motion
from visualizer.explain import why_alive
from visualizer.layout import Key, Rect, object_key
from visualizer.model import State

_PULSE = 280.0


class Finding:
    """The halos of ``scene``: one for each place at which a hit can be seen."""

    def __init__(self, scene: QGraphicsScene, items: Items, motion: Motion) -> None:
        self._scene, self._items, self._motion = scene, items, motion
        self._hits: tuple[int, ...] = ()
        self._current: int | None = None
        self._chosen: int | None = None
        self.halos: dict[Key, HaloItem] = {}

    def mark(self, hits: Iterable[int], current: int | None, state: State, look: Look) -> None:
        """Mark the objects that were found; ``current`` is the one that one is at."""
        jumps = current is not None and current != self._current
        self._hits, self._current = tuple(hits), current
        self.show(state, look)
        place = self.place(current, state) if current is not None else None
        if jumps and place in self.halos:
            self._motion.play(PULSES * _PULSE, self.halos[place].pulse)

    def show(self, state: State, look: Look) -> None:
        """Mark them in the picture that there is now; what is marked already stays as it is."""
        here = self.place(self._current, state) if self._current is not None else None
        boxes = self._items.boxes
        self._note()
        wanted = {
            place: (boxes[place].box.rect, place == here, look)
            for place in (*self._cards(), *([here] if here else []))
        }
        for place in [
            place for place, item in self.halos.items() if item.made != wanted.get(place)
        ]:
            self._scene.removeItem(self.halos.pop(place))
        for place, (rect, current, _) in wanted.items():
            if place not in self.halos:
                halo = HaloItem(rect, look, current)
                self.halos[place] = halo
                self._scene.addItem(halo)

    def choose(self, chosen: int | None) -> None:
        """What is selected: it may stand in the card of a group, which shows where."""
        self._chosen = chosen
        self._note()

    def _note(self) -> None:
        hits = frozenset(self._hits)
        noted = Noted(self._chosen, hits.union(self._items.holders_of(hits)))
        for place in {*self._items.members.values()}:
            self._items.boxes[place].note(noted)

    def place(self, serial: int, state: State) -> Key | None:
        """The card of an object, or that of the nearest one on the way to it."""
        card = self._card(serial)
        if card is not None:
            return card
        for hop in reversed(why_alive(state, serial)):
            if hop.serial is not None and (found := self._card(hop.serial)) is not None:
                return found
        return None

    def rect(self, serial: int, state: State) -> Rect | None:
        """Where an object can be seen, or what leads to it."""
        place = self.place(serial, state)
        return self._items.boxes[place].box.rect if place is not None else None

    def _cards(self) -> Iterator[Key]:
        """The cards of the hits, each once, or those around values that are drawn in a slot."""
        found = {serial: self._card(serial) for serial in self._hits}
        inside = {serial for serial, place in found.items() if place is None}
        yield from dict.fromkeys(place for place in found.values() if place is not None)
        if inside:
            for key, item in self._items.boxes.items():
                parts = item.box.card.parts
                if any(part.target in inside and not part.points for part in parts):
                    yield key

    def _card(self, serial: int) -> Key | None:
        key = object_key(serial)
        key = self._items.group_of(key) or key
        return key if key in self._items.boxes else None
