"""Plays a recording: moves a step forward at regular times."""

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.shell.playback.player import Player

SPEEDS = (0.5, 1, 2, 3, 5, 8, 12, 20, 40, 60)
"""The available speeds in steps per second."""


class Playback(QObject):
    """Plays a recording; waits at the newest step for more, and stops at the end."""

    changed = Signal(bool)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.speed: float = SPEEDS[2]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        player.recording_changed.connect(self.pause)

    @property
    def playing(self) -> bool:
        """Whether the playback is on."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Start or pause the playback."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Start playing; at the end of the recording, start again from its first step."""
        if self.playing or not self._player.steps:
            return
        if self._player.at_newest and self._player.end is not None:
            self._player.first()
        self._timer.start(round(1000 / self.speed))
        self.changed.emit(True)

    def pause(self) -> None:
        """Stop playing and stay at the current step."""
        if self.playing:
            self._timer.stop()
            self.changed.emit(False)

    def set_speed(self, steps_a_second: float) -> None:
        """Change the speed."""
        self.speed = steps_a_second
        self._timer.setInterval(round(1000 / steps_a_second))

    def _go_on(self) -> None:
        player, before = self._player, self._player.step
        player.forward()
        # In a damaged recording, no further step may be readable.
        if player.end is not None and (player.at_newest or player.step == before):
            self.pause()
