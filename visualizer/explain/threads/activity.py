"""The state of every thread at a step: which thread runs, the locks that they await and hold."""

from dataclasses import dataclass

from visualizer.explain.naming import ByPath, describe
from visualizer.explain.paths import path_to
from visualizer.model import LOCK_TYPES, Frame, State
from visualizer.model.scopes import own_names


@dataclass(frozen=True, slots=True)
class ThreadState:
    """A thread at a step; threads are numbered from 1 in order of start.

    ``frame`` is its innermost call of the program, None if it has ended or runs foreign code.
    ``waits_for`` and ``holds`` are the serials of locks and other awaited objects, as far as known.
    """

    number: int
    name: str
    is_current: bool
    frame: Frame | None
    waits_for: int | None
    holds: tuple[int, ...]


def thread_states(state: State) -> tuple[ThreadState, ...]:
    """Return all threads that ever started, in order."""
    current = state.step.thread if state.step is not None else 0
    return tuple(
        ThreadState(
            number,
            state.thread_names[number],
            number == current,
            (state.stacks.get(number) or (None,))[-1],
            _awaited(state, number),
            tuple(serial for serial in state.locks if _holds(state, serial, number)),
        )
        for number in sorted(state.thread_names)
    )


def describe_awaited(serial: int, frame: Frame | None, state: State) -> str:
    """Describe an object that a thread holds or awaits, by a name in its module or frame if any.

    The names of the module come first: all threads have them.
    """
    heap = state.heap
    names = (*state.globals.get(frame.file, ()), *own_names(frame)) if frame is not None else ()
    path = path_to(serial, names, heap)
    return describe(serial, heap if path is None else ByPath(heap, lambda _: path))


def _awaited(state: State, thread: int) -> int | None:
    return next((serial for serial, use in state.locks.items() if thread in use.all_waiting), None)


def _holds(state: State, serial: int, thread: int) -> bool:
    """Whether the thread holds a lock; a ``Thread`` that others join does not count as held."""
    thing = state.heap.get(serial)
    is_lock = thing is not None and thing.type in LOCK_TYPES
    return is_lock and state.locks[serial].held_by == thread
