"""Marks what a search found on a sheet, and knows where each hit can be seen."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from visualizer.diagram.motion import Motion
from visualizer.diagram.sheet.hit_item import PULSES, Hit, HitItem
from visualizer.diagram.sheet.items import SheetItems
from visualizer.diagram.sheet.known import Known
from visualizer.diagram.sheet.look import Look
from visualizer.explain import why_alive
from visualizer.layout.blocks.block import Shown
from visualizer.layout.picture import Key, Rect
from visualizer.layout.sheet import Placed

_PULSE = 280.0
_AROUND = 3.0
"""How far outside of a box the corners stand around it."""


class Spot(NamedTuple):
    """A part of a box where an object can be seen."""

    key: Key
    rect: Rect


class Finding:
    """The marks of hits: one at each place where a hit is drawn, as a box or as a value."""

    def __init__(self, shown: SheetItems, motion: Motion) -> None:
        self._shown, self._motion = shown, motion
        self._hits: tuple[int, ...] = ()
        self._current: int | None = None
        self.marks: dict[Spot, HitItem] = {}

    def mark(
        self, hits: Iterable[int], current: int | None, known: Known | None, look: Look
    ) -> None:
        """Mark the objects that were found; ``current`` is the one that one is at."""
        jumps = current is not None and current != self._current
        self._hits, self._current = tuple(hits), current
        self.show(known, look)
        if jumps:
            for item in self.marks.values():
                if item.hit.is_current:
                    self._motion.play(PULSES * _PULSE, item.pulse)

    def show(self, known: Known | None, look: Look) -> None:
        """Mark them on the sheet that there is now; what is marked already stays as it is."""
        wanted = self._wanted(known)
        for spot, item in list(self.marks.items()):
            box = self._shown.boxes.get(spot.key)
            is_same = (item.hit, item.look) == (wanted.get(spot), look)
            if not is_same or item.parentItem() is not box:
                _remove(self.marks.pop(spot))
        for spot, hit in wanted.items():
            if spot not in self.marks:
                self.marks[spot] = HitItem(self._shown.boxes[spot.key], hit, look)

    def rect(self, serial: int, known: Known | None) -> Rect | None:
        """Where an object can be seen on the sheet, or what leads to it."""
        spots = self._spots((serial,)).get(serial) or self._on_the_way(serial, known)
        if not spots:
            return None
        box = self._shown.boxes[spots[0].key].box
        return spots[0].rect.moved(box.x, box.y)

    def _wanted(self, known: Known | None) -> dict[Spot, Hit]:
        if not self._hits:
            return {}
        current = self._current
        found = self._spots({*self._hits, *([] if current is None else [current])})
        if current is not None and current not in found:
            found[current] = self._on_the_way(current, known)
        wanted: dict[Spot, Hit] = {}
        for serial, spots in found.items():
            for spot in spots:
                is_current = serial == current or (spot in wanted and wanted[spot].is_current)
                wanted[spot] = Hit(spot.rect, is_current)
        return wanted

    def _spots(self, serials: Collection[int]) -> dict[int, list[Spot]]:
        """Where objects are drawn: as a box or in one, else in the rows that say them."""
        drawn: defaultdict[int, list[Spot]] = defaultdict(list)
        texts: defaultdict[int, list[Spot]] = defaultdict(list)
        for key, item in self._shown.boxes.items():
            box = item.box
            for serial in box.block.anchors.keys() & serials:
                drawn[serial].append(Spot(key, _outside(box, box.block.anchors[serial])))
            for one in box.block.fields:
                if one.target in serials and one.shown is Shown.TEXT:
                    texts[one.target].append(Spot(key, one.rect))
        return {**texts, **drawn}

    def _on_the_way(self, serial: int, known: Known | None) -> list[Spot]:
        """Of an object that is not drawn the nearest that is, on the way to it."""
        hops = why_alive(known.state, serial) if known is not None else ()
        for hop in reversed(hops):
            if hop.serial is not None and (found := self._spots((hop.serial,))):
                return found[hop.serial][:1]
        return []


def _outside(box: Placed, rect: Rect) -> Rect:
    """The corners of a whole box stand around it, those of what is in it at its edge."""
    return rect.grown(_AROUND) if rect == box.block.rect else rect


def _remove(item: HitItem) -> None:
    scene = item.scene()
    if scene is not None:
        scene.removeItem(item)
