"""The changes of one step, with old and new values, so that they can be applied and reverted."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress, count
from operator import attrgetter, is_not
from typing import Any, Literal, Protocol

from visualizer.model.content import Named
from visualizer.model.errors import DamagedRecording
from visualizer.model.locks import LockUse
from visualizer.model.memory import Range
from visualizer.model.run import Code, Frame, HeapObject, State, Step


@dataclass(frozen=True, slots=True)
class ObjectChange:
    """An object before and after the step; None before its first step and after it is freed."""

    serial: int
    old: HeapObject | None
    new: HeapObject | None

    @property
    def rewritten(self) -> tuple[HeapObject, HeapObject] | None:
        """The object before and after, if it was there before and has other contents now."""
        old, new = self.old, self.new
        if old is None or new is None or old.content == new.content:
            return None
        return old, new


@dataclass(frozen=True, slots=True)
class StackChange:
    """A thread's stack before and after the step; None if the thread has none."""

    thread: int
    old: tuple[Frame, ...] | None
    new: tuple[Frame, ...] | None

    @property
    def outer(self) -> int:
        """The number of outermost frames that the step left as they were."""
        old, new = self.old or (), self.new or ()
        different = compress(count(), map(is_not, old, new))
        return next(different, min(len(old), len(new)))

    def frames(self) -> Iterator[tuple[Frame | None, Frame | None]]:
        """Yield the frames that differ, before and after: first the present ones, then those gone.

        None stands for a frame that did not exist before, or no longer exists.
        """
        outer = self.outer
        old = {frame.serial: frame for frame in (self.old or ())[outer:]}
        for frame in (self.new or ())[outer:]:
            known = old.pop(frame.serial, None)
            if known is not frame:
                yield known, frame
        for frame in old.values():
            yield frame, None


@dataclass(frozen=True, slots=True)
class GlobalsChange:
    """A file's global names before and after the step; None if the module did not exist."""

    file: str
    old: Named | None
    new: Named | None


@dataclass(frozen=True, slots=True)
class ThreadNameChange:
    """A thread's name before and after the step; None before its first step."""

    thread: int
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class LocksChange:
    """All known uses of locks before and after the step, by the locks' serials."""

    old: dict[int, LockUse]
    new: dict[int, LockUse]


@dataclass(frozen=True, slots=True)
class MemoryChange:
    """All known ranges of addresses before and after the step, by their keys."""

    old: dict[int, Range]
    new: dict[int, Range]


@dataclass(frozen=True, slots=True)
class Delta:
    """The changes from one step to the next; ``before`` is None at the first step."""

    before: Step | None
    step: Step
    objects: tuple[ObjectChange, ...] = ()
    stacks: tuple[StackChange, ...] = ()
    globals: tuple[GlobalsChange, ...] = ()
    threads: tuple[ThreadNameChange, ...] = ()
    codes: tuple[Code, ...] = ()
    locks: LocksChange | None = None
    memory: MemoryChange | None = None

    def stack_after(self, before: State) -> tuple[Frame, ...]:
        """Return the stack of the step's thread; ``before`` is the state before the step."""
        thread = self.step.thread
        changed = (one.new for one in self.stacks if one.thread == thread)
        return next(changed, before.stacks.get(thread)) or ()

    def names_after(self, file: str, before: State) -> Named:
        """Return the global names of a file; ``before`` is the state before the step."""
        changed = (one.new for one in self.globals if one.file == file)
        return next(changed, before.globals.get(file)) or ()


def apply(state: State, delta: Delta) -> None:
    """Move ``state`` from ``delta.before`` to ``delta.step``."""
    _move(state, delta, attrgetter("new"))
    state.codes.update((code.number, code) for code in delta.codes)
    state.step = delta.step


def revert(state: State, delta: Delta) -> None:
    """Move ``state`` from ``delta.step`` back to ``delta.before``."""
    _move(state, delta, attrgetter("old"))
    for code in delta.codes:
        del state.codes[code.number]
    state.step = delta.before


def _move(state: State, delta: Delta, side: Callable[[Any], Any]) -> None:
    """Set all that changed to one ``side`` of its change, the old or the new one."""
    for change in delta.objects:
        _set_or_remove(state.heap, change.serial, side(change))
    for stack in delta.stacks:
        _set_or_remove(state.stacks, stack.thread, side(stack))
    for names in delta.globals:
        _set_or_remove(state.globals, names.file, side(names))
    for thread in delta.threads:
        _set_or_remove(state.thread_names, thread.thread, side(thread))
    if delta.locks is not None:
        state.locks = side(delta.locks)
    if delta.memory is not None:
        state.memory = side(delta.memory)


def previous_state(state: State, delta: Delta) -> State:
    """Return the state before ``delta``, which led to ``state``."""
    found = state.copy()
    revert(found, delta)
    return found


def _set_or_remove[K, V](table: dict[K, V], key: K, value: V | None) -> None:
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value


# ---- interfaces of a recording for its readers ----


class Deltas(Protocol):
    """The changes of a recording."""

    def delta(self, step: int) -> Delta:
        """Return the changes of a step."""


class Steps(Deltas, Protocol):
    """A cursor over the steps of a recording, before the first one at first."""

    def seek(self, step: int) -> State:
        """Return the state at a step."""


class SteppedRecording(Protocol):
    """The steps of a program, and its text."""

    @property
    def steps(self) -> int:
        """The number of steps."""

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file."""

    def cursor(self) -> Steps:
        """Return a new cursor."""


def readable_until(
    recording: SteppedRecording, first: int, last: int
) -> tuple[int, DamagedRecording | None]:
    """Return the last step that can be read together with all steps from ``first`` on.

    It is ``last``, or the step before the returned fault. Raises ``DamagedRecording`` if ``first``
    cannot be read.
    """
    cursor = recording.cursor()
    cursor.delta(first)
    for step in range(first + 1, last + 1):
        try:
            cursor.delta(step)
        except DamagedRecording as fault:
            return step - 1, fault
    return last, None


class ReadableRecording(SteppedRecording, Protocol):
    """A recording with what the program wrote and read."""

    def output(
        self, stream: Literal["stdout", "stderr", "stdin"], start: int = 0, end: int | None = None
    ) -> bytes:
        """Return the bytes of a stream from ``start`` to ``end``."""
