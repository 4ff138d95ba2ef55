"""Tells the layout what will be, a little at a time, so that places need not change later."""

from PySide6.QtCore import QObject, QTimer

from visualizer.diagram import DiagramScene
from visualizer.layout import Foresight
from visualizer.recording import Cursor
from visualizer.shell.player import Player

_SLICE = 100
_FURTHEST = 20_000
"""Steps told at a time, and in all: beyond that, places are given at first sight."""


class ForesightFeed(QObject):
    """Keeps a scene's foresight ahead of the step that is shown."""

    def __init__(self, player: Player, scene: DiagramScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._scene = player, scene
        self._foresight: Foresight | None = None
        self._cursor: Cursor | None = None
        self._told = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell)
        player.recording_grew.connect(self._go_on)

    def begin(self) -> None:
        """Another recording is shown: forget all places."""
        self._told = 0
        recording = self._player.recording
        self._foresight = self._scene.new_foresight() if recording else None
        self._cursor = recording.cursor() if recording else None
        self._scene.reset(self._foresight)
        self._go_on()

    def reach(self, step: int) -> None:
        """See to it that ``step`` has been told."""
        if step > _FURTHEST:
            return
        while self._told < step and self._foresight is not None:
            self._tell_one()

    def _go_on(self) -> None:
        if self._foresight is not None and not self._timer.isActive():
            self._timer.start(0)

    def _tell(self) -> None:
        last = min(self._told + _SLICE, self._player.steps, _FURTHEST)
        while self._told < last:
            self._tell_one()
        if self._told >= min(self._player.steps, _FURTHEST):
            self._timer.stop()
            if self._player.end is not None and self._foresight is not None:
                self._foresight.close()
                self._foresight = None

    def _tell_one(self) -> None:
        if self._foresight is not None and self._cursor is not None:
            self._told += 1
            self._foresight.add(self._cursor.delta(self._told))
