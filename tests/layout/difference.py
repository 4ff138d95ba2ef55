"""The delta from a state to another, with any steps between."""

from collections.abc import Iterable, Iterator

from visualizer.model import (
    Delta,
    GlobalsChange,
    LocksChange,
    ObjectChange,
    StackChange,
    State,
    ThreadNameChange,
)


def difference(old: State, new: State) -> Delta:
    """Return the delta from ``old`` to ``new``, which must have a step; compares by identity."""
    assert new.step is not None
    objects = tuple(
        ObjectChange(serial, old.heap.get(serial), new.heap.get(serial))
        for serial in _differing(old.heap, new.heap)
    )
    stacks = tuple(
        StackChange(thread, old.stacks.get(thread), new.stacks.get(thread))
        for thread in _differing(old.stacks, new.stacks)
    )
    names = tuple(
        GlobalsChange(file, old.globals.get(file), new.globals.get(file))
        for file in _differing(old.globals, new.globals)
    )
    locks = LocksChange(old.locks, new.locks) if old.locks != new.locks else None
    threads = tuple(
        ThreadNameChange(thread, old.thread_names.get(thread), new.thread_names.get(thread))
        for thread in _differing(old.thread_names, new.thread_names)
    )
    codes = tuple(code for number, code in new.codes.items() if number not in old.codes)
    return Delta(old.step, new.step, objects, stacks, names, threads, codes, locks)


def _differing[K, V](old: dict[K, V], new: dict[K, V]) -> Iterator[K]:
    keys: Iterable[K] = (*old, *(key for key in new if key not in old))
    return (key for key in keys if old.get(key) is not new.get(key))
