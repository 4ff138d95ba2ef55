"""Reads what calls were given and what they returned, as far as it is looked at: between events."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from visualizer.shell.playback.player import Player

if TYPE_CHECKING:
    from visualizer.explain import CallEnd
    from visualizer.recording import Cursor
    from visualizer.recording.index.run_profile import Calls

_SLICE = 0.012
"""Seconds after which the window answers again."""
_MOST = 4_000
"""Calls that are kept."""


@dataclass(frozen=True, slots=True)
class Told:
    """A call's arguments as they stand behind its name, and how it ended: None as long as it has
    not."""

    arguments: str
    ending: CallEnd | None
    value: str


_DAMAGED = Told("", None, "")


class CallReader(QObject):
    """``told``: more is known of what was asked for; what is asked for last is read first."""

    told = Signal()

    def __init__(self, player: Player, parent: QObject) -> None:
        super().__init__(parent)
        self._player = player
        self._known: OrderedDict[int, Told] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._calls: Calls | None = None
        self._cursor: Cursor | None = None
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._go_on)

    def begin(self, calls: Calls | None) -> None:
        """The calls of another recording."""
        self._known, self._wanted, self._calls = OrderedDict(), {}, calls
        self._cursor = None
        self._due.stop()

    @property
    def is_reading(self) -> bool:
        """Whether something that was asked for is still to come."""
        return bool(self._wanted)

    def look(self, number: int) -> Told | None:
        """What is known of a call; None where it is still to be read, which begins."""
        found = self._known.get(number)
        ended = self._calls is not None and self._calls.lasts[number]
        if found is None or (found.ending is None and ended):
            self._wanted[number] = None
            if not self._due.isActive():
                self._due.start(0)
        return found

    def keep_to(self, numbers: Iterable[int]) -> None:
        """Read no others any more: they are not seen."""
        seen = set(numbers)
        self._wanted = {one: None for one in self._wanted if one in seen}

    def _go_on(self) -> None:
        recording = self._player.recording
        if recording is None or self._calls is None:
            self._wanted = {}
            return
        if self._cursor is None:
            self._cursor = recording.cursor()
        end, some = time.monotonic() + _SLICE, False
        while self._wanted and time.monotonic() < end:
            # In the order of the recording, what lies between is read once.
            number = min(self._wanted)
            self._known[number] = self._player.read(partial(self._read, number), _DAMAGED)
            del self._wanted[number]
            some = True
        while len(self._known) > _MOST:
            self._known.popitem(last=False)
        if self._wanted:
            self._due.start(0)
        if some:
            self.told.emit()

    def _read(self, number: int) -> Told:
        from visualizer.explain import CallEnd, arguments_of, call_end

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
            found = Told(given, None, "")
        if not last:
            return found
        if not found.arguments:
            return Told("", CallEnd.NONE, "")
        delta = cursor.delta(last)
        return Told(found.arguments, *call_end(delta.step, cursor.seek(last).heap))
