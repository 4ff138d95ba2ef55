"""Who holds a lock and who waits for it, and since which step: rows of its card."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Set

from visualizer.layout.contents import Line
from visualizer.layout.measure import phrase
from visualizer.layout.picture import PartKind, Slot
from visualizer.model import LockUse, State

HELD, WAITING = "held-by", "waits-here"
"""The slots of these rows; each has a thread for its name."""
THREAD_ROWS = frozenset({HELD, WAITING})
_SAID = {HELD: "held-since", WAITING: "waits-since"}
_SAID_ONLY = {HELD: "held-now", WAITING: "waits-now"}
_NOTHING = LockUse(None)

type _Part = tuple[str, int]


class LockStory:
    """Follows the locks of a recording; of a program with one thread nothing is told.

    Where ``observing`` is set, states come in any order: since when is not known then.
    """

    def __init__(self) -> None:
        self.observing = False
        self._rows: dict[int, list[tuple[int, tuple[Line, ...]]]] = defaultdict(list)
        self._since: dict[int, dict[_Part, int]] = {}
        self._changed: dict[int, set[int]] = {}

    def take(self, time: int, state: State) -> Set[int]:
        """Take in the locks of the next step; returns those whose rows are others than before."""
        assert state.step is not None
        used = state.locks if len(state.thread_names) > 1 else {}
        changed = set()
        for serial in {*used, *self._since}:
            parts = _parts(used.get(serial, _NOTHING))
            before = self._since.get(serial, {})
            if parts == tuple(before):
                continue
            now = {part: before.get(part, state.step.number) for part in parts}
            self._since[serial] = now
            rows = tuple(self._row(part, step) for part, step in now.items())
            self._rows[serial].append((time, rows))
            changed.add(serial)
        if changed:
            self._changed[time] = changed
        return changed

    def rows(self, serial: int, time: float) -> tuple[Line, ...]:
        """What the card of a lock says of threads at ``time``."""
        known = self._rows.get(serial, ())
        place = bisect_right(known, time, key=lambda found: found[0]) - 1
        return known[place][1] if place >= 0 else ()

    def changed_between(self, one: int, other: int) -> set[int]:
        """The locks of which it says something else at one of two times than at the other."""
        first, last = sorted((one, other))
        times = self._changed if len(self._changed) < last - first else range(first + 1, last + 1)
        found = (self._changed.get(time, ()) for time in times if first < time <= last)
        return {serial for serials in found for serial in serials}

    def _row(self, part: _Part, step: int) -> Line:
        kind, thread = part
        if self.observing:
            return Line(PartKind.STATE, Slot(kind, thread), phrase(_SAID_ONLY[kind]))
        return Line(PartKind.STATE, Slot(kind, thread), phrase(_SAID[kind], step=step))


def _parts(use: LockUse) -> tuple[_Part, ...]:
    held = () if use.held_by is None else ((HELD, use.held_by),)
    waiting = dict.fromkeys((*use.waiting, *use.timed, *use.next))
    return (*held, *((WAITING, thread) for thread in sorted(waiting)))
