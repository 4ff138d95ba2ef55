"""Marks what a search found, and knows where each hit can be seen."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGraphicsScene

from visualizer.diagram.brush import Look
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
        """Mark them in the picture that there is now."""
        for item in self.halos.values():
            self._scene.removeItem(item)
        self.halos = {}
        if not self._hits:
            return
        here = self.place(self._current, state) if self._current is not None else None
        # Each card once, though many of its values may have been found.
        places = [place for hit in self._hits if (place := self._card(hit)) is not None]
        for place in dict.fromkeys([*places, *([here] if here else [])]):
            halo = HaloItem(self._items.boxes[place].box.rect, look, place == here)
            self.halos[place] = halo
            self._scene.addItem(halo)

    def place(self, serial: int, state: State) -> Key | None:
        """The card of an object, or that of the nearest one on the way to it."""
        card = self._card(serial)
        if card is not None:
            return card
        for hop in reversed(why_alive(state, serial)):
            if hop.serial is not None and object_key(hop.serial) in self._items.boxes:
                return object_key(hop.serial)
        return None

    def rect(self, serial: int, state: State) -> Rect | None:
        """Where an object can be seen, or what leads to it."""
        place = self.place(serial, state)
        return self._items.boxes[place].box.rect if place is not None else None

    def _card(self, serial: int) -> Key | None:
        key = object_key(serial)
        return key if key in self._items.boxes else None
