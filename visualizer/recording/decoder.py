"""Turn wire records into Deltas: what each step changed, in the objects of the model."""

from collections.abc import Iterable, Sequence

from visualizer.model import (
    Code,
    Collection,
    Delta,
    Event,
    Frame,
    GlobalsChange,
    LocksChange,
    Named,
    ObjectChange,
    StackChange,
    State,
    Step,
    ThreadNamed,
)
from visualizer.model.making import quickly
from visualizer.recorder import wire
from visualizer.recording.common_run import Followed
from visualizer.recording.contents import (
    code_of,
    frame_of,
    handed_of,
    lock_use_of,
    named,
    object_of,
)
from visualizer.recording.follow import Follower, is_part
from visualizer.recording.operations import MODULE
from visualizer.recording.raw_objects import RawFrame

_EVENTS = tuple(Event(name) for name in wire.EVENTS)
_step, _delta, _object_change = quickly(Step), quickly(Delta), quickly(ObjectChange)
_stack_change, _globals_change = quickly(StackChange), quickly(GlobalsChange)


class Decoder:
    """Follows a run as ``Follower`` does, and gives the model's view of it.

    Read ``state`` only, and only until the next record. Where it only ``goes_past`` records it
    keeps no account for that of what changes: nobody may ask for states or deltas.
    """

    def __init__(
        self, names: Sequence[str] = (), first: int = 0, *, goes_past: bool = False
    ) -> None:
        self._goes_past = goes_past
        self.follower = Follower(names, first)
        self.raw = self.follower.raw
        self._state = State()
        # What changed in steps that were skipped: objects, stacks from which depth on, global
        # names, threads, code objects.
        self._objects_due: dict[int, None] = {}
        self._stacks_due: dict[int, int] = {}
        self._globals_due: dict[str, None] = {}
        self._threads_due: dict[int, None] = {}
        self._codes_due: dict[int, None] = {}
        self._due = False

    @property
    def state(self) -> State:
        """The state after the last record."""
        if self._due:
            self._settle()
        return self._state

    def decode(self, record: bytes) -> Delta | None:
        """What ``record`` changes; None where it is no step. Raises ``Fault``."""
        if self._due:
            self._settle()
        return self._delta() if self.follower.take(record) else None

    def skip(self, record: bytes) -> None:
        """Go past ``record``, at a third of the cost. Raises ``Fault``."""
        if self._due and is_part(record):
            # What a step has changed so far is no state to be shown, or to start from.
            self._settle()
        if self.follower.take(record):
            self._put_off()

    def skip_run(self, records: bytes, at: int, most: int) -> Followed:
        """Go past up to ``most`` common steps from ``at`` on, at a fraction of that."""
        run = self.follower.take_run(records, at, most)
        if run.steps:
            self._put_off()
        return run

    def restore(self, records: Iterable[bytes], step: int, highest: int) -> None:
        """Begin with the whole state after ``step``, as a keyframe has it. Raises ``Fault``."""
        self.follower.restore(records, step, highest)
        self._put_off()

    def _put_off(self) -> None:
        if self._goes_past:
            return
        raw = self.raw
        self._due = True
        self._objects_due |= raw.touched
        for thread, depth in raw.depths.items():
            self._stacks_due[thread] = min(self._stacks_due.get(thread, depth), depth)
        self._globals_due |= raw.files
        self._threads_due |= raw.renamed
        self._codes_due |= raw.coded

    def _settle(self) -> None:
        """Bring the state up to what has been skipped."""
        self._due = False
        self._state.step = self._step()
        self._globals(self._globals_due)
        self._show_objects(self._objects_due)
        self._stacks(self._stacks_due)
        self._threads(self._threads_due)
        self._codes(self._codes_due)
        self._locks()
        self._stacks_due.clear()
        for due in (self._objects_due, self._globals_due, self._threads_due, self._codes_due):
            due.clear()

    def _delta(self) -> Delta:
        raw, state = self.raw, self._state
        before, state.step = state.step, self._step()
        # First: a module's frame has them as its locals.
        changed_globals = self._globals(raw.files) if raw.files else ()
        return _delta(
            before,
            state.step,
            self._objects(raw.touched),
            self._stacks(raw.depths) if raw.depths else (),
            changed_globals,
            self._threads(raw.renamed) if raw.renamed else (),
            self._codes(raw.coded) if raw.coded else (),
            self._locks() if raw.relocked else None,
        )

    def _step(self) -> Step:
        raw = self.raw
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
            handed_of(raw.handed) if raw.handed else (),
        )

    def _objects(self, serials: Iterable[int]) -> tuple[ObjectChange, ...]:
        heap, raw_heap, names = self._state.heap, self.raw.heap, self.raw.names
        changes = []
        for serial in serials:
            one = raw_heap.get(serial)
            if one is None:
                changes.append(_object_change(serial, heap.pop(serial, None), None))
            else:
                new = object_of(one, names)
                changes.append(_object_change(serial, heap.get(serial), new))
                heap[serial] = new
        return tuple(changes)

    def _show_objects(self, serials: Iterable[int]) -> None:
        """``_objects`` where nobody wants to know what they were."""
        heap, raw_heap, names = self._state.heap, self.raw.heap, self.raw.names
        for serial in serials:
            one = raw_heap.get(serial)
            if one is None:
                heap.pop(serial, None)
            else:
                heap[serial] = object_of(one, names)

    def _stacks(self, depths: dict[int, int]) -> tuple[StackChange, ...]:
        stacks, changes = self._state.stacks, []
        for thread, depth in depths.items():
            old = stacks.get(thread)
            frames = self.raw.stacks.get(thread)
            if frames is None:
                changes.append(_stack_change(thread, old, None))
                stacks.pop(thread, None)
                continue
            new = tuple(self._frame(frame) for frame in frames[depth:])
            if depth and old:
                new = old[:depth] + new
            changes.append(_stack_change(thread, old, new))
            stacks[thread] = new
        return tuple(changes)

    def _frame(self, frame: RawFrame) -> Frame:
        if frame.frame is not None:
            return frame.frame
        names = self.raw.names
        if frame.kind == MODULE:
            return frame_of(frame, names, self._state.globals.get(names[frame.file], ()))
        return frame_of(frame, names, named(frame.locals, names))

    def _globals(self, files: Iterable[str]) -> tuple[GlobalsChange, ...]:
        table, changes = self._state.globals, []
        for file in files:
            flat = self.raw.globals.get(file)
            new: Named | None = None if flat is None else named(flat, self.raw.names)
            changes.append(_globals_change(file, table.get(file), new))
            if new is None:
                table.pop(file, None)
            else:
                table[file] = new
        return tuple(changes)

    def _locks(self) -> LocksChange:
        old = self._state.locks
        new = {serial: lock_use_of(use) for serial, use in self.raw.locks.items()}
        self._state.locks = new
        return LocksChange(old, new)

    def _codes(self, numbers: Iterable[int]) -> tuple[Code, ...]:
        raw, found = self.raw, []
        for number in numbers:
            code = self._state.codes[number] = code_of(raw.codes[number], raw.names)
            found.append(code)
        return tuple(found)

    def _threads(self, threads: Iterable[int]) -> tuple[ThreadNamed, ...]:
        table, changes = self._state.thread_names, []
        for thread in threads:
            new = self.raw.names[self.raw.threads[thread]]
            changes.append(ThreadNamed(thread, table.get(thread), new))
            table[thread] = new
        return tuple(changes)
