"""Finds threads that wait for each other forever, for sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from visualizer.explain.naming import describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import Delta, Heap, State, deadlock

if TYPE_CHECKING:
    from visualizer.model import Named


def deadlock_begins(before: State, delta: Delta, heap: Heap) -> list[Sentence]:
    """Return sentences about a cycle of waiting threads that did not exist at the previous step."""
    if delta.locks is None:
        return []
    ring = deadlock(delta.locks.new)
    if not ring or {*ring} == {*deadlock(delta.locks.old)}:
        return []
    threads = before.thread_names | {named.thread: named.new or "" for named in delta.threads}
    names = before.globals | {names.file: names.new or () for names in delta.globals}
    found = [sentence("deadlock", "loss", n=len(ring))]
    for thread, serial, holder in ring:
        more = {"thread": _thread(threads, thread), "holder": _thread(threads, holder)}
        what = _called(serial, names, heap)
        found.append(sentence("waits-for-ever", "loss", serial, what=what, **more))
    return found


def deadlocked(state: State) -> tuple[str, ...]:
    """Return the names of the threads in a cycle of waiting, each waiting for the next."""
    return tuple(_thread(state.thread_names, thread) for thread, _, _ in deadlock(state.locks))


def _thread(names: Mapping[int, str], thread: int) -> str:
    return names.get(thread) or str(thread)


def _called(serial: int, names: Mapping[str, "Named"], heap: Heap) -> str:
    """Return the global name of an object if it has one, else its description."""
    called = (name for own in names.values() for name, target in own if target == serial)
    return next(called, describe(serial, heap))
