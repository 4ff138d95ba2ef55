"""Who holds a lock, who waits for it, and whether that can ever end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LockUse:
    """What is known for certain of one lock, or of another thing that threads wait for.

    ``held_by`` is a thread, None where it is not known or there is none: a condition, an event or a
    queue has no holder. A ``Thread`` object that others join is held by its thread until that ends.
    ``waiting`` wait for as long as it takes, ``timed`` for a time; ``next`` is the step's own
    thread where it is about to wait.
    """

    held_by: int | None
    waiting: tuple[int, ...] = ()
    timed: tuple[int, ...] = ()
    next: tuple[int, ...] = ()


type Wait = tuple[int, int, int]
"""A thread, the serial of what it waits for, and the thread that holds that."""


def deadlock(locks: Mapping[int, LockUse]) -> tuple[Wait, ...]:
    """The waits that form a ring, so that none of them ever ends; empty where there is no ring.

    A wait that is about to begin counts, one that ends after a time does not.
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
