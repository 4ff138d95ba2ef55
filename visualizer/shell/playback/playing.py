"""Playing: a step forward at regular times."""

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.shell.playback.player import Player

SPEEDS = (0.5, 1, 2, 3, 5, 8, 12, 20, 40, 60)
"""Steps a second that can be chosen."""


class Playback(QObject):
    """Plays a recording; at the newest step it waits for more, at the end it stops."""

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
        """Whether it plays."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Play, or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Play on; from the start again if the end is being looked at."""
        if self.playing or not self._player.steps:
            return
        if self._player.at_newest and self._player.end is not None:
            self._player.first()
        self._timer.start(round(1000 / self.speed))
        self.changed.emit(True)

    def pause(self) -> None:
        """Stand still."""
        if self.playing:
            self._timer.stop()
            self.changed.emit(False)

    def set_speed(self, steps_a_second: float) -> None:
        """Play that fast from now on."""
        self.speed = steps_a_second
        self._timer.setInterval(round(1000 / steps_a_second))

    def _go_on(self) -> None:
        player, before = self._player, self._player.step
        player.forward()
        # A damaged recording may have no further step that can be read.
        if player.end is not None and (player.at_newest or player.step == before):
            self.pause()
