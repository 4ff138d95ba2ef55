"""Whether the collector has run, and what it has in hand while it does."""

from __future__ import annotations

import gc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from visualizer.recorder.changes import Place

_get_stats = gc.get_stats


class Collector:
    """Watches it by what ``gc`` tells."""

    def __init__(self) -> None:
        self._runs: list[int] | None = None

    def runs(self) -> Sequence[int]:
        """The generations that were collected since the last step."""
        before, self._runs = self._runs, [one["collections"] for one in _get_stats()]
        return [n for n, runs in enumerate(self._runs) if before is not None and runs > before[n]]


class Victims:
    """What a run of the collector has in hand while it calls finalizers and weak references.

    It has taken these objects out of its lists, so they look dead; but a finalizer gets them, and
    may bring them back. That they were unreachable before, and that the program now stands deeper
    than it did, is the sign of such a run; it is over when the program is back where it stood, and
    what it had in hand is ``released``. ``missing`` are those that no finalizer holds just now.
    """

    def __init__(self) -> None:
        self.addresses: set[int] = set()
        self.missing: set[int] = set()
        self.released: set[int] = set()
        self._stood = self._began = (0, 0)

    def spare(
        self,
        gone: set[int],
        unreachable: AbstractSet[int],
        place: Place,
        has_run: bool,
        children: Callable[[int], Iterable[int]],
    ) -> None:
        """Take from the dead what a run that goes on has in hand, with all that this refers to."""
        thread, depth = now = place[:2]
        self.released = set()
        if self.addresses:
            is_over = has_run or (thread == self._began[0] and depth <= self._began[1])
        else:
            self._began = self._stood
            is_over = has_run or thread != self._stood[0] or depth <= self._stood[1]
        self._stood = now
        if is_over:
            self.released, self.addresses = self.addresses, self.released
        else:
            self.addresses |= gone & unreachable
        self.missing = gone & self.addresses
        gone -= self.missing
        # Such as the code of a function, which the collector does not know and others hold too.
        held = [*self.missing]
        for address in held:
            more = gone.intersection(children(address))
            gone -= more
            held += more

    def forget(self) -> None:
        """Begin anew."""
        self.addresses.clear()
        self.missing.clear()
