"""Predicts from a smaller size what a style will need at a size, and whether that fits."""

from dataclasses import dataclass

from visualizer.labs.streaming.comparison import BYTES_AN_ITEM, News
from visualizer.labs.streaming.styles import style

LONGEST = 60.0
"""Seconds that one measurement may take."""
_START_UP = 0.1
_SLOWEST, _SLOWEST_TRACED = 1e-7, 1e-6
"""Seconds for the start of a process and for an item, as long as nothing has been measured."""
_NOISE = 1 << 20
"""Bytes by which a process grows for any reason; less than that predicts nothing."""


@dataclass(frozen=True, slots=True)
class NotRun:
    """Why a style is not measured at a size: ``memory``, ``time``, ``trace`` or ``failed``.

    ``trace``: only its memory is not, for that run would take too long. ``needed`` and ``limit``
    are bytes or seconds.
    """

    style: str
    items: int
    reason: str
    needed: float = 0.0
    limit: float = 0.0


class Forecast:
    """``limit`` is the number of bytes that a style may need. ``note`` adds a measurement."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._taken: dict[tuple[str, bool], tuple[int, News]] = {}

    def note(self, news: News, items: int) -> None:
        """Add the measurement of one size."""
        self._taken[news.style, news.trace] = items, news

    def seconds(self, key: str, trace: bool, items: int) -> float:
        """How long one measurement will take, about, the start of its process included."""
        taken = self._taken.get((key, trace))
        if taken is None:
            return _START_UP + items * (_SLOWEST_TRACED if trace else _SLOWEST)
        measured, news = taken
        return news.start_up + news.seconds * items / measured

    def bytes(self, key: str, items: int) -> float:
        """By how much its process will grow, about, in the run that needs most."""
        known = [
            news.needed * items / measured
            for (style_, _), (measured, news) in self._taken.items()
            if style_ == key and news.needed >= _NOISE
        ]
        return max(known, default=0.0 if style(key).lazy else float(BYTES_AN_ITEM * items))

    def reason(self, key: str, items: int) -> NotRun | None:
        """Why it had better not be measured at that size."""
        needed = self.bytes(key, items)
        if needed > self.limit:
            return NotRun(key, items, "memory", needed, self.limit)
        for trace, what in ((False, "time"), (True, "trace")):
            seconds = self.seconds(key, trace, items)
            if seconds > LONGEST:
                return NotRun(key, items, what, seconds, LONGEST)
        return None
