"""Measures an endless stream: which styles can serve it, and how the others fail."""

import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.janitor import Janitor
from visualizer.labs.streaming.comparison import PATIENCE, event_of
from visualizer.labs.streaming.styles import STYLES, style

_START_UP = 0.15
"""Approximate seconds in which a process starts."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Each style runs for ``seconds``, and may use ``limit`` bytes."""

    styles: tuple[str, ...] = tuple(one.key for one in STYLES)
    seconds: float = 1.0
    limit: int = 256_000_000
    patience: float = PATIENCE


@dataclass(slots=True)
class Served:
    """The results of one style.

    ``first`` is in seconds, ``items`` the number of items handed over in ``seconds``. ``samples``
    are pairs of a time and the bytes by which the process had grown. ``stopped``: ``memory`` or
    ``time`` ran out before the first item, or it was ``refused`` at once, with ``said`` as Python's
    message; None if it served until the end.
    """

    style: str
    first: float | None = None
    items: int | None = None
    seconds: float | None = None
    samples: list[tuple[float, int]] = field(default_factory=list)
    stopped: str | None = None
    said: str | None = None
    error: str | None = None


class Endless:
    """``results`` by style. Iterating over ``run`` does the work; stopping ends every process."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.limit = settings, settings.limit
        self.absent = {key: why for key in settings.styles if (why := style(key).absent())}
        self.results = {key: Served(key) for key in settings.styles if key not in self.absent}

    def rows(self) -> list[dict[str, Any]]:
        """Return the results so far."""
        return [asdict(row) for row in self.results.values()]

    def run(self, clock: Callable[[], float] = time.monotonic) -> Generator[dict[str, Any]]:
        """Run one style after the other; yield an event before and after each.

        The remaining ones are expected to take as long as the others: one may be refused at once,
        another works in vain until its time is up.
        """
        count, start = len(self.results), clock()
        each = self.settings.seconds + _START_UP
        with closing(Janitor()) as janitor:
            for number, key in enumerate(self.results):
                for done in (0, 1):
                    if done:
                        self._serve(key, janitor)
                        each = (clock() - start) / (number + 1)
                    row, over = self.results[key], number + done
                    progress = {"share": over / count, "left": (count - over) * each}
                    what = event_of(done=bool(done), error=row.error)
                    yield {"event": what, "key": key, "row": asdict(row), **progress}

    def _serve(self, key: str, janitor: Janitor) -> None:
        settings = self.settings
        asked = {"style": key, "seconds": settings.seconds, "limit": settings.limit}
        module, patience = "visualizer.labs.streaming.stream", settings.patience
        try:
            with closing(Child(module, asked, janitor, patience)) as child:
                reply = child.ask("go", patience + 5 * settings.seconds)
        except ChildFailed as error:
            self.results[key].error = str(error)
            return
        self.results[key] = Served(key, **reply)
