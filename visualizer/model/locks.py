"""Which thread holds a lock, which threads wait for it, and whether they form a deadlock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LockUse:
    """What is certain about one lock, or about another object that threads wait for.

    ``held_by`` is a thread, None if unknown or if the object has no holder (a condition, an event,
    a queue). A ``Thread`` object that others join counts as held by its thread until that ends.
    ``waiting`` are the threads that wait without a timeout, ``timed`` those with one; ``next`` is
    the step's own thread if it is about to wait.
    """

    held_by: int | None
    waiting: tuple[int, ...] = ()
    timed: tuple[int, ...] = ()
    next: tuple[int, ...] = ()

    @property
    def all_waiting(self) -> tuple[int, ...]:
        """The waiting threads: without and with a timeout, and one that is about to wait."""
        return (*self.waiting, *self.timed, *self.next)


LOCK_TYPES = ("lock", "RLock", "_RLock")
"""The types of locks; threads wait for other objects, too."""

type Wait = tuple[int, int, int]
"""A waiting thread, the serial of the object it waits for, and the thread that holds that object.
"""


def deadlock(locks: Mapping[int, LockUse]) -> tuple[Wait, ...]:
    """Return the waits that form a cycle, so that none of them can end; empty if there is no cycle.

    A wait that is about to begin counts; a wait with a timeout does not.
    """
    wants = {wait[0]: wait for wait in _waits(locks)}
    for first in wants:
        ring: list[Wait] = []
        thread = first
        while thread in wants and len(ring) <= len(wants):
            ring.append(wants[thread])
            thread = wants[thread][2]
            if thread == first:
                return tuple(ring)
    return ()


def _waits(locks: Mapping[int, LockUse]) -> Iterator[Wait]:
    for serial, use in locks.items():
        if use.held_by is not None:
            for thread in (*use.waiting, *use.next):
                yield thread, serial, use.held_by
