"""The objects and frames that the user has opened: they show what they usually leave out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from visualizer.layout.blocks.block import SIGNS, Block, Sign
from visualizer.layout.blocks.measures import MAX_ITEMS
from visualizer.layout.blocks.places import COLUMNS, PAGE
from visualizer.layout.folding.folds import Asked
from visualizer.layout.picture import Key

if TYPE_CHECKING:
    from visualizer.diagram.view.scene import SheetScene


def signs_of(block: Block, holder: Key) -> list[Sign]:
    """Return the first sign that opens an object in a block, and the one that folds it again."""
    found = {one.slot.kind: one for one in reversed(block.signs) if one.holder == holder}
    return [found[kind] for kind in SIGNS if kind in found]


class Opened(QObject):
    """Knows how many ``slots`` each opened object shows, and the ``places`` that get them first.

    Opened ``frames`` show all their names.
    ``changed`` follows a change by the user.
    Signs do nothing unless the scene's owner ``is_listening``, and draws other sheets then.
    """

    changed = Signal()

    def __init__(self, scene: SheetScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self.slots: dict[int, int] = {}
        self.places: dict[int, frozenset[int]] = {}
        self.frames: set[Key] = set()
        self.is_listening = False

    def sign_at(self, at: QPointF) -> Sign | None:
        """Return the sign at a place that the user can follow."""
        item = self._scene.box_at(at) if self.is_listening else None
        return item.sign_at(at - item.pos()) if item is not None else None

    def begin(self, serial_now: Callable[[int], int | None]) -> None:
        """Show another recording, in which each object has another serial, or none.

        Calls have other serials, too.
        """
        now = {one: serial for one in self.slots if (serial := serial_now(one)) is not None}
        self.slots = {serial: self.slots[one] for one, serial in now.items()}
        self.places = {serial: self.places[one] for one, serial in now.items()}
        self.frames = {one for one in self.frames if one.kind == "globals"}

    def asked(self, selected: int | None = None) -> Asked:
        """Return what a sheet must show, with the object that is ``selected``."""
        return Asked(selected, self.slots.copy(), self.places.copy(), frozenset(self.frames))

    def follow(self, sign: Sign) -> None:
        """Show up to a page of the places left out at the sign, or fold the object again.

        A frame shows all that it leaves out.
        """
        if sign.holder.is_call:
            self.frames ^= {sign.holder}
        else:
            self._follow_of_object(sign)
        self.changed.emit()

    def _follow_of_object(self, sign: Sign) -> None:
        serial, first = int(sign.holder.name), max(int(sign.slot.name or 0), 0)
        slots, places = self.slots.pop(serial, MAX_ITEMS), self.places.pop(serial, frozenset())
        if sign.left_out:
            self.slots[serial] = self._slots_beside_gaps(sign) or slots + PAGE
            self.places[serial] = places.union(range(first, first + min(sign.left_out, PAGE)))

    def _slots_beside_gaps(self, sign: Sign) -> int:
        """Return the slots that leave the other gaps of a container; 0 if there are none.

        Without other gaps it needs no exact number: then there is room for what it gets later.
        """
        blocks = self._shown_blocks()
        signs = (one for block in blocks for one in block.signs if one.holder == sign.holder)
        gaps = {one.slot for one in signs if one.left_out and one.slot.name != COLUMNS}
        if not gaps > {sign.slot}:
            return 0
        fields = (one for block in blocks for one in block.fields if one.holder == sign.holder)
        shown = {one.slot for one in fields if one.slot.kind != "key"}
        return len(shown) + len(gaps) + min(sign.left_out - 1, PAGE)

    def fold(self) -> bool:
        """Fold everything; return whether anything opened was shown."""
        signs = (one for block in self._shown_blocks() for one in block.signs)
        was_shown = any(one.slot.kind == SIGNS[1] for one in signs)
        was = bool(self.slots or self.frames)
        self.slots.clear()
        self.places.clear()
        self.frames.clear()
        if was:
            self.changed.emit()
        return was_shown

    def _shown_blocks(self) -> list[Block]:
        return [item.box.block for item in self._scene.shown.boxes.values()]
