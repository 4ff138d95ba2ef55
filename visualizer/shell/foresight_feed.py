"""Tells the layout what will be, so that places need not change later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from visualizer.diagram import DiagramScene
from visualizer.diagram.beside import run_beside
from visualizer.diagram.grouping import foreseen
from visualizer.diagram.relaying import Relaying
from visualizer.layout import Foresight, Kept, Layout, Signatures
from visualizer.shell.player import Player

if TYPE_CHECKING:
    from visualizer.recording import Cursor

_SLICE = 100
_AT_ONCE = 400
"""Steps that are looked at in one go, and all of a short recording before it is shown."""
_AHEAD, _FURTHEST = 1_000, 20_000
"""Steps told to the diagram while a recording grows; those of the longest laid out as a whole."""
_MOST_REFERENCES = 30_000
"""A recording with more of them would be laid out for too long."""


class ForesightFeed(QObject):
    """Keeps a scene's foresight ahead of the step that is shown.

    A recording that is long, or has only just ended, is laid out as a whole beside the work: looked
    through in slices, places and ways found by a thread. ``planned_anew``: the whole is shown now.
    That comes by itself if it is soon, or nobody has stepped yet, else ``tidy`` brings it;
    ``tidy_offered`` says that it can. ``laying_out``: what was asked for takes its time, or is
    done; ``stop_laying_out`` leaves all as it was.
    """

    planned_anew = Signal()
    tidy_offered = Signal()
    laying_out = Signal(bool)
    _prepared = Signal(object)

    def __init__(self, player: Player, scene: DiagramScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._scene = player, scene
        self._growing: Foresight | None = None
        self._whole: Foresight | None = None
        self._closing: Iterator[None] | None = None
        self._cursor: Cursor | None = None
        self._told = self._read = 0
        self._touched = False
        self._kept: Kept | None = None
        self._tidy: Layout | None = None
        self._relaying = Relaying(self._go_by, self)
        self._relaying.working.connect(self.laying_out)
        for work in (scene.arranging.relaying, scene.arranging.planning):
            work.working.connect(self.laying_out)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)
        self._prepared.connect(self._take, Qt.ConnectionType.QueuedConnection)
        player.recording_grew.connect(self._go_on)
        player.asked.connect(self._touch)

    def begin(self) -> None:
        """Another recording is shown: forget all places."""
        self._timer.stop()
        self._relaying.cancel()
        self._told = self._read = 0
        self._touched, self._tidy, self._closing = False, None, None
        recording = self._player.recording
        self._cursor = recording.cursor() if recording else None
        self._signatures = Signatures(lambda: recording.sources if recording else {})
        self._growing = self._whole = None
        former = self._player.former
        layout = self._scene.arranging.layout
        stands_still = former is not None and former.still
        self._kept = layout.keep(former.serials()) if former and stands_still else None
        if recording is None:
            self._scene.reset(None)
            return
        if self._player.end is not None and self._player.steps <= _AT_ONCE:
            self._scene.reset(self._all_at_once(), self._kept)
            return
        self._growing = self._scene.new_foresight(self._signatures)
        self._whole = self._scene.new_foresight(self._signatures)
        self.reach(self._ahead)
        self._scene.reset(self._growing, self._kept)
        self._go_on()

    def reach(self, step: int) -> None:
        """See to it that ``step`` has been told, if it is not too far."""
        while self._growing is not None and self._told < min(step, self._ahead):
            if not self._tell(self._growing, self._told + 1):
                self._growing = None
                return
            self._told += 1

    @property
    def untidy(self) -> bool:
        """Whether ``tidy`` would change anything."""
        arranging = self._scene.arranging
        return self._tidy is not None or arranging.pinned or arranging.layout.stands_still

    def tidy(self) -> None:
        """Lay the picture out anew with all that is known and prepared; forget all pins."""
        if not self.untidy:
            return
        layout, self._tidy = self._tidy, None
        if layout is None:
            layout = self._scene.arranging.layout
            if layout.is_large:
                self._relaying.begin(layout.rearranged(None))
                return
            layout.unpin_all()
        self._go_by(layout)

    def make_room(self) -> None:
        """Have room for what may come; once, so that the picture can stand still from then on."""
        layout = self._scene.arranging.layout
        if not (layout.stands_still or layout.is_large) and self._player.step:
            self._go_by(layout.with_room())

    def _go_by(self, layout: Layout) -> None:
        self._scene.adopt(layout)
        self.planned_anew.emit()

    def stop_laying_out(self) -> None:
        """What was asked for is not wanted any more."""
        self._relaying.cancel()
        self._scene.arranging.stay()

    def shut_down(self) -> None:
        """Look at nothing more; what a thread still lays out is not waited for."""
        self._timer.stop()
        self._relaying.cancel()

    @property
    def _ahead(self) -> int:
        return min(self._player.steps, _AHEAD)

    def _touch(self) -> None:
        self._touched = True

    def _go_on(self) -> None:
        if (self._growing or self._whole) is not None and not self._timer.isActive():
            self._timer.start(0)

    def _all_at_once(self) -> Foresight | None:
        foresight = self._scene.new_foresight(self._signatures)
        for number in range(1, self._player.steps + 1):
            if not self._tell(foresight, number):
                return None
        foresight.close()
        return foresight

    def _tell(self, foresight: Foresight, number: int) -> bool:
        cursor = self._cursor
        assert cursor is not None
        delta = self._player.read(partial(cursor.delta, number), None)
        if delta is not None:
            foresight.add(delta)
        return delta is not None

    def _work(self) -> None:
        """One slice of what is to be done."""
        self.reach(self._told + _SLICE)
        if self._whole is None:
            if self._told >= self._ahead:
                self._timer.stop()
            return
        if self._closing is not None:
            self._close_on(self._whole, self._closing)
            return
        last = self._player.steps
        if last > _FURTHEST:
            self._whole = None
            return
        for number in range(self._read + 1, min(self._read + _SLICE, last) + 1):
            if not self._tell(self._whole, number):
                self._whole = None
                return
            self._read = number
        if self._read >= last and self._told >= self._ahead:
            if self._player.end is None:
                self._timer.stop()
            else:
                self._closing = self._whole.closing()

    def _close_on(self, whole: Foresight, closing: Iterator[None]) -> None:
        if len(list(islice(closing, _SLICE))) == _SLICE:
            return
        self._timer.stop()
        self._whole = self._closing = None
        if len(whole.references) <= _MOST_REFERENCES:
            layout = self._scene.new_layout(whole, self._kept)
            run_beside(partial(self._prepare, layout, self._player.recording))

    def _prepare(self, layout: Layout, recording: object) -> None:
        layout.prepare()
        # Where there are very many cards what is shown now is there at once, and what will be
        # where there are most.
        counts = {} if layout.shortens_first else layout.most_of_each()
        for kinds in {self._scene.leaving_out.kinds, foreseen(counts, layout.most_altogether())}:
            if layout.takes_long(kinds):
                layout.condensed(kinds)
        # The window may have been closed meanwhile.
        with suppress(RuntimeError):
            self._prepared.emit((recording, layout))

    def _take(self, found: tuple[object, Layout]) -> None:
        recording, layout = found
        if recording is not self._player.recording:
            return
        self._tidy = layout
        moved = self._touched and self._player.steps > _AT_ONCE
        if moved or self._scene.arranging.pinned:
            self.tidy_offered.emit()
        else:
            self.tidy()
