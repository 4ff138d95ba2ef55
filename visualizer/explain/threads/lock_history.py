"""The history of a lock in a recording: threads that request, wait, acquire and release."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from visualizer.model import LockUse
from visualizer.model.delta import Deltas

type Uses = tuple[tuple[int, Mapping[int, LockUse]], ...]
"""The uses of all locks, by serial, from each step at which one changed."""

ASKS, GETS, LETS_GO, GIVES_UP = "asks", "gets", "lets-go", "gives-up"


@dataclass(frozen=True, slots=True)
class LockEvent:
    """A thread's action on a lock, observed at a step: one of ``ASKS``, ``GETS``, ….

    For ``GETS``, ``since`` is the step from which the thread waited.
    """

    step: int
    thread: int
    kind: str
    since: int | None = None


@dataclass(frozen=True, slots=True)
class LockWait:
    """A thread waits for one object from its ``first`` to its ``last`` step."""

    thread: int
    serial: int
    first: int
    last: int


def lock_uses(steps: Deltas, last: int) -> Uses:
    """Return the uses of locks in all steps up to ``last``, in one pass over the recording."""
    deltas = ((step, steps.delta(step).locks) for step in range(1, last + 1))
    return tuple((step, change.new) for step, change in deltas if change is not None)


def lock_events(uses: Uses, serial: int) -> tuple[LockEvent, ...]:
    """Return the actions of threads on one lock, in order."""
    found: list[LockEvent] = []
    before = LockUse(None)
    since: dict[int, int] = {}
    for step, all_uses in uses:
        now = all_uses.get(serial, LockUse(None))
        if now != before:
            found += _between(step, before, now, since)
        before = now
    return tuple(found)


def _between(step: int, old: LockUse, new: LockUse, since: dict[int, int]) -> Iterator[LockEvent]:
    if old.held_by is not None and old.held_by != new.held_by:
        yield LockEvent(step, old.held_by, LETS_GO)
    waiting = {*new.all_waiting}
    # A thread that stops waiting for a free lock may be about to acquire it.
    ended = since.keys() - waiting - {new.held_by}
    for thread in sorted(ended) if new.held_by is not None else ():
        del since[thread]
        yield LockEvent(step, thread, GIVES_UP)
    if new.held_by is not None and new.held_by != old.held_by:
        yield LockEvent(step, new.held_by, GETS, since.pop(new.held_by, None))
    for thread in sorted(waiting - since.keys()):
        since[thread] = step
        yield LockEvent(step, thread, ASKS)


def held_since(moments: Iterable[LockEvent], step: int) -> Mapping[int, int]:
    """Map each thread that holds the lock or waits for it at a step to the step when that began."""
    found: dict[int, int] = {}
    for moment in moments:
        if moment.step > step:
            break
        if moment.kind in (ASKS, GETS):
            found[moment.thread] = moment.step
        else:
            found.pop(moment.thread, None)
    return found


def lock_waits(uses: Uses, last: int) -> tuple[LockWait, ...]:
    """Return all waits of threads; a wait that is open at the end extends to ``last``."""
    found: list[LockWait] = []
    begun: dict[tuple[int, int], int] = {}
    for step, all_uses in (*uses, (last + 1, dict[int, LockUse]())):
        now = {(t, serial) for serial, use in all_uses.items() for t in use.all_waiting}
        for thread, serial in begun.keys() - now:
            found.append(LockWait(thread, serial, begun.pop((thread, serial)), step - 1))
        begun |= dict.fromkeys(now - begun.keys(), step)
    return tuple(sorted(found, key=lambda wait: (wait.first, wait.thread)))
