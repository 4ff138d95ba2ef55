"""Who had a lock when, over a whole recording: threads that ask, wait, get it and let go."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from visualizer.model import Delta, LockUse

type Uses = tuple[tuple[int, Mapping[int, LockUse]], ...]
"""From which step on all that is known of locks is what, by serial."""

ASKS, GETS, LETS_GO, GIVES_UP = "asks", "gets", "lets-go", "gives-up"


class Deltas(Protocol):
    """A cursor over the recording."""

    def delta(self, step: int) -> Delta:
        """What a step changed."""


@dataclass(frozen=True, slots=True)
class LockMoment:
    """What a thread did with a lock, seen at a step: one of ``ASKS``, ``GETS``, ….

    ``since`` is the step from which on a thread waited that ``GETS`` it.
    """

    step: int
    thread: int
    kind: str
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """From its ``first`` step up to its ``last`` a thread waits for the same."""

    thread: int
    serial: int
    first: int
    last: int


def lock_uses(steps: Deltas, last: int) -> Uses:
    """What is known of locks at all steps up to the ``last``: one pass over the recording."""
    deltas = ((step, steps.delta(step).locks) for step in range(1, last + 1))
    return tuple((step, change.new) for step, change in deltas if change is not None)


def lock_moments(uses: Uses, serial: int) -> tuple[LockMoment, ...]:
    """What threads did with one lock, in order."""
    found: list[LockMoment] = []
    before = LockUse(None)
    since: dict[int, int] = {}
    for step, all_uses in uses:
        now = all_uses.get(serial, LockUse(None))
        if now != before:
            found += _between(step, before, now, since)
        before = now
    return tuple(found)


def _between(step: int, old: LockUse, new: LockUse, since: dict[int, int]) -> Iterator[LockMoment]:
    if old.held_by is not None and old.held_by != new.held_by:
        yield LockMoment(step, old.held_by, LETS_GO)
    waiting = all_waiting(new)
    # Of a lock that is free, who no longer waits may be just about to have it.
    ended = since.keys() - waiting - {new.held_by}
    for thread in sorted(ended) if new.held_by is not None else ():
        del since[thread]
        yield LockMoment(step, thread, GIVES_UP)
    if new.held_by is not None and new.held_by != old.held_by:
        yield LockMoment(step, new.held_by, GETS, since.pop(new.held_by, None))
    for thread in sorted(waiting - since.keys()):
        since[thread] = step
        yield LockMoment(step, thread, ASKS)


def held_since(moments: Iterable[LockMoment], step: int) -> Mapping[int, int]:
    """Since when a thread has held the lock, or waited for it, at a step; by thread."""
    found: dict[int, int] = {}
    for moment in moments:
        if moment.step > step:
            break
        if moment.kind in (ASKS, GETS):
            found[moment.thread] = moment.step
        else:
            found.pop(moment.thread, None)
    return found


def waits(uses: Uses, last: int) -> tuple[Waiting, ...]:
    """When threads wait, whatever for; what is open at the end reaches to the ``last`` step."""
    found: list[Waiting] = []
    begun: dict[tuple[int, int], int] = {}
    for step, all_uses in (*uses, (last + 1, dict[int, LockUse]())):
        now = {(t, serial) for serial, use in all_uses.items() for t in all_waiting(use)}
        for thread, serial in begun.keys() - now:
            found.append(Waiting(thread, serial, begun.pop((thread, serial)), step - 1))
        begun |= dict.fromkeys(now - begun.keys(), step)
    return tuple(sorted(found, key=lambda wait: (wait.first, wait.thread)))


def all_waiting(use: LockUse) -> set[int]:
    """The threads that wait, for a time or for good, or are about to."""
    return {*use.waiting, *use.timed, *use.next}
