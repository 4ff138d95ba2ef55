"""Tells the layout what will be, so that places need not change later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.diagram import DiagramScene
from visualizer.layout import Foresight
from visualizer.shell.player import Player

if TYPE_CHECKING:
    from visualizer.recording import Cursor


_SLICE = 100
_FURTHEST = 1_000
"""Steps told at a time while a recording grows, and in all: planning for more takes too long."""


class ForesightFeed(QObject):
    """Keeps a scene's foresight ahead of the step that is shown.

    ``planned_anew``: the whole is known now and nobody has stepped yet, so places may change.
    """

    planned_anew = Signal()

    def __init__(self, player: Player, scene: DiagramScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._scene = player, scene
        self._foresight: Foresight | None = None
        self._cursor: Cursor | None = None
        self._told = 0
        self._touched = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell)
        player.recording_grew.connect(self._go_on)
        player.asked.connect(self._touch)

    def begin(self) -> None:
        """Another recording is shown: forget all places."""
        self._timer.stop()
        self._told, self._touched = 0, False
        recording = self._player.recording
        self._foresight = self._scene.new_foresight() if recording else None
        self._cursor = recording.cursor() if recording else None
        self.reach(self._last)
        foresight = self._foresight
        self._close_if_all()
        self._scene.reset(foresight)

    def reach(self, step: int) -> None:
        """See to it that ``step`` has been told, if it is not too far."""
        foresight, cursor = self._foresight, self._cursor
        while foresight is not None and cursor is not None and self._told < min(step, self._last):
            delta = self._player.read(partial(cursor.delta, self._told + 1), None)
            if delta is None:
                self._foresight = None
                return
            self._told += 1
            foresight.add(delta)

    @property
    def _last(self) -> int:
        return min(self._player.steps, _FURTHEST)

    def _touch(self) -> None:
        self._touched = True

    def _go_on(self) -> None:
        if self._foresight is not None and not self._timer.isActive():
            self._timer.start(0)

    def _tell(self) -> None:
        self.reach(self._told + _SLICE)
        if self._told < self._last:
            return
        self._timer.stop()
        foresight = self._foresight
        if self._close_if_all() and not self._touched:
            self._scene.reset(foresight)
            self.planned_anew.emit()

    def _close_if_all(self) -> bool:
        player = self._player
        if self._foresight is None or player.end is None or self._told < player.steps:
            return False
        self._foresight.close()
        self._foresight = None
        return True
