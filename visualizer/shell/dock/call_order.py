"""Maps calls to rows of the call tree: the calls of each thread in the order they began.

Calls begin in the order of a depth-first walk, so no tree is built: without folded calls, a row is
an index into the recording's columns of calls.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.recording.index.run_profile import Calls


class CallOrder:
    """The order of ``count`` rows, thread by thread; it follows a growing recording."""

    def __init__(self) -> None:
        self.calls: Calls | None = None
        self.count = 0
        self._threads: dict[int, array[int]] = {}
        self._seen: dict[int, array[int]] = {}
        """The calls that no folded call hides; those that one hides follow it without a gap."""
        self._known = 0
        self._folded: set[int] = set()

    def begin(self, calls: Calls | None) -> None:
        """Show the calls of another recording."""
        self.calls, self._known = calls, 0
        self._threads, self._folded = {}, set()
        self.refresh()

    def refresh(self) -> None:
        """Add the calls that began since."""
        calls = self.calls
        if calls is not None:
            known, threads = self._known, self._threads
            fresh = calls.threads[known:]
            for thread in sorted(set(fresh) - set(threads)):
                threads[thread] = array("q")
            if len(threads) == 1:
                threads[fresh[0] if fresh else next(iter(threads))].extend(range(known, len(calls)))
            else:
                for number, thread in enumerate(fresh, known):
                    threads[thread].append(number)
            self._known = known + len(fresh)
        self._find_seen()

    def fold(self, number: int, folded: bool) -> None:
        """Hide or show the calls that a call has made."""
        (self._folded.add if folded else self._folded.discard)(number)
        self._find_seen()

    def is_folded(self, number: int) -> bool:
        """Whether the calls that a call has made are hidden."""
        return number in self._folded

    def has_calls(self, number: int) -> bool:
        """Whether a call has made calls."""
        calls, own = self._column(number)
        place = bisect_left(own, number) + 1
        return place < len(own) and calls.parents[own[place]] == number

    def number(self, row: int) -> int:
        """Return the number of the call in a row; raises ``IndexError``."""
        for own in self._seen.values():
            if row < len(own):
                return own[row]
            row -= len(own)
        raise IndexError(row)

    def row(self, number: int) -> int:
        """Return the row of a call, or of the folded call that hides it."""
        assert self.calls is not None
        above = 0
        for thread, own in self._seen.items():
            if thread == self.calls.threads[number]:
                # A hidden call is numbered after the folded one, before the next that is seen.
                return above + bisect_right(own, number) - 1
            above += len(own)
        raise IndexError(number)

    def running(self, thread: int, step: int) -> int | None:
        """Return the innermost call of a thread at a step."""
        calls, own = self.calls, self._threads.get(thread)
        if calls is None or own is None:
            return None
        place = bisect_right(own, step, key=calls.firsts.__getitem__) - 1
        number = own[place] if place >= 0 else -1
        while number >= 0 and calls.lasts[number] and calls.lasts[number] < step:
            number = calls.parents[number]
        return number if number >= 0 else None

    def callers(self, number: int) -> list[int]:
        """Return the callers of a call, the innermost first."""
        found, calls = [], self.calls
        while calls is not None and (number := calls.parents[number]) >= 0:
            found.append(number)
        return found

    def _column(self, number: int) -> tuple[Calls, array[int]]:
        assert self.calls is not None
        return self.calls, self._threads[self.calls.threads[number]]

    def _find_seen(self) -> None:
        self._seen = dict(self._threads)
        for thread, own in self._threads.items() if self._folded else ():
            seen, end = array("q"), 0
            for number in sorted(self._folded):
                calls, _ = self._column(number)
                place = bisect_left(own, number)
                if calls.threads[number] == thread and place >= end:
                    seen += own[end : place + 1]
                    end = place + 1 + self._hidden(number)
            self._seen[thread] = seen + own[end:]
        self.count = sum(map(len, self._seen.values()))

    def _hidden(self, number: int) -> int:
        """Return the number of calls that a call made, directly or indirectly."""
        calls, own = self._column(number)
        place, last = bisect_left(own, number), calls.lasts[number]
        if not last:
            return len(own) - place - 1
        return bisect_right(own, last, key=calls.firsts.__getitem__) - place - 1
