"""Makes Deltas, the changes of each step as model objects, from a follower."""

from typing import cast

from visualizer.model import (
    Code,
    Collection,
    Delta,
    Event,
    Frame,
    GlobalsChange,
    LocksChange,
    MemoryChange,
    Named,
    ObjectChange,
    StackChange,
    State,
    Step,
    ThreadNameChange,
)
from visualizer.recorder import wire
from visualizer.recording.follow.follower import Follower, Lists, RunFacts
from visualizer.recording.follow.plain.raw_objects import MODULE, Numbers, RawFrame
from visualizer.recording.read.contents import (
    code_of,
    frame_of,
    in_flight_of,
    lock_use_of,
    named,
    range_of,
)
from visualizer.recording.read.making import fast_constructor

_EVENTS = tuple(Event(name) for name in wire.EVENTS)
_step, _delta = fast_constructor(Step), fast_constructor(Delta)
_stack_change, _globals_change = fast_constructor(StackChange), fast_constructor(GlobalsChange)


class Decoder:
    """Makes the model's view of the state of ``follower``.

    ``codes`` caches code objects by number.
    """

    def __init__(self, follower: Follower, codes: dict[int, Code]) -> None:
        self._follower = follower
        self._known_codes = codes
        self._state, self._stands_at = State(), -1
        """The state without the heap, and its step."""

    def state(self) -> State:
        """Return the state after the last step; only call it between two steps."""
        self._stand()
        state = self._state.copy()
        state.heap = self._follower.all_shown()
        return state

    def begin(self) -> None:
        """Prepare for a call of ``delta`` after each step."""
        self._stand()
        self._follower.begin_changes()

    def end(self) -> None:
        """Stop noting changes: no ``delta`` follows for many steps."""
        self._follower.end_changes()

    def delta(self) -> Delta:
        """Return the changes of the last step."""
        return self._move(*self._follower.changes())

    def _stand(self) -> None:
        """Make the state without the heap."""
        if self._stands_at != self._follower.steps:
            self._state = State()
            self._move((), self._follower.standing())

    def _move(self, objects: tuple[ObjectChange, ...], facts: RunFacts) -> Delta:
        stacks, files, threads, codes, locks, ranges = facts
        before, self._state.step = self._state.step, self._step()
        self._stands_at = self._follower.steps
        # First: they are the locals of a module's frame.
        changed_globals = self._globals(files) if files else ()
        return _delta(
            before,
            cast(Step, self._state.step),
            objects,
            self._stacks(stacks) if stacks else (),
            changed_globals,
            self._threads(threads) if threads else (),
            self._codes(codes) if codes else (),
            None if locks is None else self._locks(locks),
            self._memory(ranges) if ranges else None,
        )

    def _step(self) -> Step | None:
        raw = self._follower
        if not raw.place:
            return None
        event, thread, file, line, function, _, _ = raw.place
        return _step(
            raw.steps,
            _EVENTS[event],
            raw.names[file],
            line,
            raw.names[function],
            thread,
            *raw.written,
            raw.value or None,
            raw.exception or None,
            tuple(raw.freed),
            tuple(Collection(generation, freed) for generation, freed in raw.collections)
            if raw.collections
            else (),
            in_flight_of(raw.in_flight) if raw.in_flight else (),
        )

    def _stacks(
        self, facts: dict[int, tuple[int, list[RawFrame] | None]]
    ) -> tuple[StackChange, ...]:
        stacks, changes = self._state.stacks, []
        for thread, (depth, frames) in facts.items():
            old = stacks.get(thread)
            if frames is None:
                changes.append(_stack_change(thread, old, None))
                stacks.pop(thread, None)
                continue
            new = tuple(self._frame(frame) for frame in frames)
            if depth and old:
                new = old[:depth] + new
            changes.append(_stack_change(thread, old, new))
            stacks[thread] = new
        return tuple(changes)

    def _frame(self, frame: RawFrame) -> Frame:
        if frame.frame is not None:
            return frame.frame
        names = self._follower.names
        if frame.kind == MODULE:
            return frame_of(frame, names, self._state.globals.get(names[frame.file], ()))
        return frame_of(frame, names, named(frame.locals, names))

    def _globals(self, files: Lists) -> tuple[GlobalsChange, ...]:
        table, names, changes = self._state.globals, self._follower.names, []
        for number, flat in files.items():
            file = names[number]
            new: Named | None = None if flat is None else named(flat, names)
            changes.append(_globals_change(file, table.get(file), new))
            if new is None:
                table.pop(file, None)
            else:
                table[file] = new
        return tuple(changes)

    def _locks(self, locks: dict[int, Numbers]) -> LocksChange:
        old = self._state.locks
        new = {serial: lock_use_of(use) for serial, use in locks.items()}
        self._state.locks = new
        return LocksChange(old, new)

    def _memory(self, ranges: Lists) -> MemoryChange:
        old = self._state.memory
        new = old.copy()
        for key, numbers in ranges.items():
            if numbers is None:
                new.pop(key, None)
            else:
                new[key] = range_of(numbers)
        self._state.memory = new
        return MemoryChange(old, new)

    def _codes(self, numbers: list[int]) -> tuple[Code, ...]:
        names, found = self._follower.names, []
        for number in numbers:
            code = self._known_codes.get(number)
            if code is None:
                code = self._known_codes[number] = code_of(self._follower.code(number) or (), names)
            self._state.codes[number] = code
            found.append(code)
        return tuple(found)

    def _threads(self, threads: dict[int, int]) -> tuple[ThreadNameChange, ...]:
        table, names, changes = self._state.thread_names, self._follower.names, []
        for thread, name in threads.items():
            new = names[name]
            if (old := table.get(thread)) != new:
                changes.append(ThreadNameChange(thread, old, new))
                table[thread] = new
        return tuple(changes)
