"""Reads the arguments and return values of visible calls between the window's events."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visualizer.shell.playback.player import Player
from visualizer.shell.slices import Slices

if TYPE_CHECKING:
    from visualizer.explain.calls import CallEnd
    from visualizer.recording import Cursor
    from visualizer.recording.index.run_profile import Calls

_SLICE = 0.012
"""The maximum duration of a slice, in seconds."""
_MOST = 4_000
"""The maximum number of cached calls."""


@dataclass(frozen=True, slots=True)
class CallFacts:
    """A call's arguments as they follow its name; its ending, None while it runs; the value that it
    returned, yielded or raised."""

    arguments: str
    ending: CallEnd | None
    value: str


_DAMAGED = CallFacts("", None, "")


class CallReader(QObject):
    """Reads requested calls in slices; emits ``facts_read`` after each."""

    facts_read = Signal()

    def __init__(self, player: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._player = player
        self._known: OrderedDict[int, CallFacts] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._calls: Calls | None = None
        self._cursor: Cursor | None = None
        self._slices = Slices(self)
        self._slices.paused.connect(self.facts_read)

    def begin(self, calls: Calls | None) -> None:
        """Forget everything, and read the calls of another recording."""
        self._slices.stop()
        self._known, self._wanted, self._calls = OrderedDict(), {}, calls
        self._cursor = None

    @property
    def is_reading(self) -> bool:
        """Whether requested calls are still unread."""
        return bool(self._wanted)

    def request(self, number: int) -> CallFacts | None:
        """Return the known facts of a call, or None; missing facts will be read."""
        found = self._known.get(number)
        ended = self._calls is not None and self._calls.lasts[number]
        if found is None or (found.ending is None and ended):
            self._wanted[number] = None
            if not self._slices.busy:
                done = self.facts_read.emit
                self._slices.begin(self._read_wanted(), lambda _: done(), seconds=_SLICE)
        return found

    def keep_to(self, numbers: Iterable[int]) -> None:
        """Cancel the requests for all other calls."""
        visible = set(numbers)
        self._wanted = {one: None for one in self._wanted if one in visible}

    def _read_wanted(self) -> Generator[None]:
        recording = self._player.recording
        if recording is None or self._calls is None:
            self._wanted = {}
            return
        if self._cursor is None:
            self._cursor = recording.cursor()
        while self._wanted:
            # In the recording's order, the steps between calls are read only once.
            number = min(self._wanted)
            self._known[number] = self._player.read(partial(self._read, number), _DAMAGED)
            del self._wanted[number]
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
            yield

    def _read(self, number: int) -> CallFacts:
        from visualizer.explain.calls import CallEnd, arguments_of, call_end

        cursor, calls = self._cursor, self._calls
        assert cursor is not None
        assert calls is not None
        first, last = calls.firsts[number], calls.lasts[number]
        found = self._known.get(number)
        if found is None:
            delta, state = cursor.delta(first), cursor.seek(first)
            frames = state.stacks.get(calls.threads[number], ())
            at = calls.depths[number] - 1
            given = arguments_of(frames[at], delta.step, state.heap) if at < len(frames) else ""
            found = CallFacts(given, None, "")
        if not last:
            return found
        if not found.arguments:
            return CallFacts("", CallEnd.NONE, "")
        delta = cursor.delta(last)
        return CallFacts(found.arguments, *call_end(delta.step, cursor.seek(last).heap))
