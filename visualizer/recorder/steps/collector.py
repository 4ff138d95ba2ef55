"""Detects runs of the cyclic collector, and the objects that it is collecting."""

from __future__ import annotations

import gc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

_get_stats = gc.get_stats


class Collector:
    """Counts the collector's runs by ``gc.get_stats``."""

    def __init__(self) -> None:
        self._runs: list[int] | None = None

    def runs(self) -> Sequence[int]:
        """Return the generations that were collected since the last step."""
        before, self._runs = self._runs, [one["collections"] for one in _get_stats()]
        return [n for n, runs in enumerate(self._runs) if before is not None and runs > before[n]]


class PendingGarbage:
    """The objects that a running collection holds while it calls finalizers and weak references.

    The collector has removed these objects from its lists, so they look dead; but a finalizer
    receives them and may resurrect them. The signs of such a run: the objects were unreachable
    before, and the program is now deeper in calls than it was. It is over when the program is back
    at that depth; its objects are then ``released``. ``missing`` are those that no finalizer holds
    at the moment, ``returned`` those of them that a finalizer held at the step before. ``stood`` is
    the thread and its number of frames after the last step.
    """

    def __init__(self) -> None:
        self.addresses: set[int] = set()
        self.missing: set[int] = set()
        self.returned: set[int] = set()
        self.released: set[int] = set()
        self.stood = self._began = (0, 0)

    def spare(
        self,
        gone: set[int],
        lost: AbstractSet[int],
        here: tuple[int, int],
        has_run: bool,
        children: Callable[[int], Iterable[int]],
    ) -> None:
        """Remove from ``gone`` the objects of a running collection and everything they refer to.

        ``lost`` were unreachable, and the collector no longer lists them. ``here`` is the thread
        and its number of frames.
        """
        thread, depth = here
        self.released = set()
        if self.addresses:
            is_over = has_run or (thread == self._began[0] and depth <= self._began[1])
        else:
            self._began = self.stood
            is_over = has_run or thread != self.stood[0] or depth <= self.stood[1]
        if is_over:
            self.released, self.addresses = self.addresses, self.released
        back = (gone & self.addresses) - self.missing
        if not is_over and not gone.isdisjoint(lost):
            self.addresses |= lost
        if back:  # a finalizer held these, and may have broken their last reference
            self.addresses -= back.difference(*map(children, gone))
        self.missing = gone & self.addresses
        self.returned = back & self.missing
        gone -= self.missing
        # For instance a function's code, which is not tracked and has other holders too.
        held = [*self.missing]
        for address in held:
            more = gone.intersection(children(address))
            gone -= more
            held += more

    def forget(self) -> None:
        """Forget all objects."""
        self.addresses.clear()
        self.missing.clear()
        self.returned.clear()
