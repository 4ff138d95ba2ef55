"""Turn wire records into Deltas: what each step changed, in the objects of the model."""

from collections.abc import Sequence

from visualizer.model import (
    Collection,
    Delta,
    Event,
    Frame,
    FrameKind,
    GlobalsChange,
    HeapObject,
    Named,
    ObjectChange,
    StackChange,
    State,
    Step,
    ThreadNamed,
)
from visualizer.recorder import wire
from visualizer.recording.contents import content_of, named
from visualizer.recording.follow import Follower
from visualizer.recording.operations import MODULE
from visualizer.recording.raw import RawFrame, RawObject

_EVENTS = tuple(Event(name) for name in wire.EVENTS)
_KINDS = tuple(FrameKind(name) for name in wire.FRAME_KINDS)


class Decoder:
    """Follows a run as ``Follower`` does; ``state`` is what the last record leads to.

    Read the state only, and only until the next record.
    """

    def __init__(self, names: Sequence[str] = (), first: int = 0) -> None:
        self.follower = Follower(names, first)
        self.raw = self.follower.raw
        self.state = State()

    def decode(self, record: bytes) -> Delta | None:
        """What ``record`` changes; None where it is no step. Raises ``Fault``."""
        return self._delta() if self.follower.take(record) else None

    def restore(self, record: bytes, step: int, highest: int) -> None:
        """Begin with the whole state after ``step``, as a keyframe has it. Raises ``Fault``."""
        self.follower.restore(record, step, highest)
        self._delta()

    def _delta(self) -> Delta:
        raw, state = self.raw, self.state
        before, state.step = state.step, self._step()
        # First: a module's frame has them as its locals.
        changed_globals = self._globals() if raw.files else ()
        return Delta(
            before,
            state.step,
            self._objects(),
            self._stacks() if raw.depths else (),
            changed_globals,
            self._threads() if raw.renamed else (),
        )

    def _step(self) -> Step:
        raw = self.raw
        event, thread, file, line, function, _, _ = raw.place
        return Step(
            raw.steps,
            _EVENTS[event],
            raw.names[file],
            line,
            raw.names[function],
            thread,
            *raw.written,
            raw.value or None,
            raw.exception or None,
            raw.freed,
            tuple(Collection(generation, freed) for generation, freed in raw.collections)
            if raw.collections
            else (),
        )

    def _objects(self) -> tuple[ObjectChange, ...]:
        heap, raw_heap = self.state.heap, self.raw.heap
        changes = []
        for serial in self.raw.touched:
            one = raw_heap.get(serial)
            if one is None:
                changes.append(ObjectChange(serial, heap.pop(serial), None))
            else:
                new = self._object(one)
                changes.append(ObjectChange(serial, heap.get(serial), new))
                heap[serial] = new
        return tuple(changes)

    def _object(self, one: RawObject) -> HeapObject:
        names = self.raw.names
        content = one.content
        if content is None:
            content = one.content = content_of(one, names)
        return HeapObject(
            one.serial,
            names[one.type],
            one.address,
            None if one.count == -1 else one.count,
            one.size,
            content,
            one.unreachable == 1,
        )

    def _stacks(self) -> tuple[StackChange, ...]:
        stacks, changes = self.state.stacks, []
        for thread, depth in self.raw.depths.items():
            old = stacks.get(thread)
            frames = self.raw.stacks.get(thread)
            if frames is None:
                changes.append(StackChange(thread, old, None))
                stacks.pop(thread, None)
                continue
            new = tuple(self._frame(frame) for frame in frames[depth:])
            if depth and old:
                new = old[:depth] + new
            changes.append(StackChange(thread, old, new))
            stacks[thread] = new
        return tuple(changes)

    def _frame(self, frame: RawFrame) -> Frame:
        if frame.frame is None:
            names = self.raw.names
            file = names[frame.file]
            own = (
                self.state.globals.get(file, ())
                if frame.kind == MODULE
                else named(frame.locals, names)
            )
            kind = _KINDS[frame.kind]
            frame.frame = Frame(frame.serial, names[frame.function], file, frame.line, kind, own)
        return frame.frame

    def _globals(self) -> tuple[GlobalsChange, ...]:
        table, changes = self.state.globals, []
        for file in self.raw.files:
            flat = self.raw.globals.get(file)
            new: Named | None = None if flat is None else named(flat, self.raw.names)
            changes.append(GlobalsChange(file, table.get(file), new))
            if new is None:
                table.pop(file, None)
            else:
                table[file] = new
        return tuple(changes)

    def _threads(self) -> tuple[ThreadNamed, ...]:
        table, changes = self.state.thread_names, []
        for thread in self.raw.renamed:
            new = self.raw.names[self.raw.threads[thread]]
            changes.append(ThreadNamed(thread, table.get(thread), new))
            table[thread] = new
        return tuple(changes)
