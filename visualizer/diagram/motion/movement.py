"""Short movements from one picture to the next: never needed to understand, over within 300 ms.

What moves is at its place from the first moment on; only how it is shown follows later. So a
picture taken after the end is the one that would have been there without any motion.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, QTimer

FADE, VIEW = 160.0, 240.0
"""Milliseconds: between two sheets, between two places of a view."""

FASTEST = 6.0
"""Steps a second above which only end states are shown."""

_TICK = 16

type Show = Callable[[float], None]
"""Shows a share of a movement; 1.0 is its end."""


def milliseconds() -> float:
    """The time by a clock that never goes back."""
    return monotonic() * 1000


@dataclass(slots=True)
class _Play:
    began: float
    length: float
    show: Show


class Motion(QObject):
    """Plays movements by ``clock``, in milliseconds; ``tick`` is called as long as there are any.

    While ``reduced`` everything is at its end at once.
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
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.tick)

    @property
    def moving(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._plays)

    def step(self) -> None:
        """Another step is about to be shown: what the last one began is over."""
        self.finish()
        now = self._clock()
        last, self._stepped = self._stepped, now
        self._hurried = last is not None and now - last < 1000 / FASTEST

    def play(self, length: float, show: Show) -> None:
        """Call ``show`` with growing shares for ``length`` milliseconds, with 1.0 in the end."""
        now = self._clock()
        since = now - self._stepped if self._stepped is not None else 0.0
        # Later changes belong to no step: a moved card, a zoom.
        if self.reduced or (self._hurried and since < 1000 / FASTEST):
            show(1.0)
            return
        show(0.0)
        self._plays.append(_Play(now, length, show))
        self._timer.start()

    def tick(self) -> None:
        """Show where everything is by now."""
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
        """Bring everything to its end now."""
        going, self._plays = self._plays, []
        self._timer.stop()
        for play in going:
            play.show(1.0)


def _eased(share: float) -> float:
    """Fast at first, then slower: exactly 1.0 at the end."""
    return 1.0 - (1.0 - share) ** 3
