"""Short movements from one picture to the next: optional, and over within 300 ms.

An item has its new place from the first moment on; only its display follows later. So the picture
after the end equals the picture without motion.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, QTimer

FADE, VIEW = 160.0, 240.0
"""The milliseconds of a movement between two sheets, and between two places of a view."""

FASTEST = 6.0
"""Above this number of steps a second, only end states are shown."""

_TICK = 16

type Show = Callable[[float], None]
"""Shows a movement at a share of its time; 1.0 is its end."""


def milliseconds() -> float:
    """Return the time of a monotonic clock in milliseconds."""
    return monotonic() * 1000


@dataclass(slots=True)
class _Play:
    began: float
    length: float
    show: Show


class Motion(QObject):
    """Plays movements by ``clock``, in milliseconds; a timer calls ``tick`` while there are any.

    While ``reduced``, movements end at once.
    """

    def __init__(
        self, clock: Callable[[], float] = milliseconds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._plays: list[_Play] = []
        self._stepped: float | None = None
        self._hurried = False
        self.reduced = True
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.tick)

    @property
    def moving(self) -> bool:
        """Whether any movement is playing."""
        return bool(self._plays)

    def step(self) -> None:
        """Finish the movements of the last step: another step is about to be shown."""
        self.finish()
        now = self._clock()
        last, self._stepped = self._stepped, now
        self._hurried = last is not None and now - last < 1000 / FASTEST

    def play(self, length: float, show: Show) -> None:
        """Call ``show`` with growing shares for ``length`` milliseconds, and finally with 1.0."""
        now = self._clock()
        since = now - self._stepped if self._stepped is not None else 0.0
        # Later changes do not belong to a step, for example a zoom.
        if self.reduced or (self._hurried and since < 1000 / FASTEST):
            show(1.0)
            return
        show(0.0)
        self._plays.append(_Play(now, length, show))
        self._timer.start()

    def tick(self) -> None:
        """Show all movements at the current time."""
        now = self._clock()
        going, self._plays = self._plays, []
        for play in going:
            share = min((now - play.began) / play.length, 1.0)
            play.show(_eased(share))
            if share < 1.0:
                self._plays.append(play)
        if not self._plays:
            self._timer.stop()

    def finish(self) -> None:
        """End all movements now."""
        going, self._plays = self._plays, []
        self._timer.stop()
        for play in going:
            play.show(1.0)


def _eased(share: float) -> float:
    """Return a share that grows fast at first, then slower; exactly 1.0 at the end."""
    return 1.0 - (1.0 - share) ** 3
