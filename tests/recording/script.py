"""An invented run: the wire records of hand-made steps, and the state after each."""

from copy import copy
from dataclasses import replace
from itertools import takewhile

from tests.recording.encoding import Names, content_numbers, encoded
from visualizer.model import (
    Content,
    Event,
    Frame,
    FrameKind,
    HeapObject,
    Named,
    Range,
    RangeKind,
    Scalar,
    State,
    Step,
)
from visualizer.recorder import wire
from visualizer.recording.follow.plain.operations import key_of_range


class Script:
    """Write a step with ``begin``, then its changes, then ``end``, which returns the record.

    The class keeps ``state`` independently: the expected result of reading the records.
    """

    def __init__(self, file: str = "prog.py") -> None:
        self.file = file
        self.names = Names()
        self.state = State()
        self.highest = 0
        self._numbers: list[int] = []
        self._texts: list[bytes] = []
        self._free_addresses: list[int] = []

    # ---- a step ----

    def begin(
        self,
        event: Event = Event.LINE,
        line: int = 1,
        *,
        thread: int = 1,
        out: int | None = None,
        err: int | None = None,
    ) -> None:
        before = self.state.step
        out = out if out is not None else before.stdout_end if before else 0
        err = err if err is not None else before.stderr_end if before else 0
        number = before.number + 1 if before else 1
        function = "<module>"
        self.state.step = Step(number, event, self.file, line, function, thread, out, err)
        file, code = self.names.number(self.file), self.names.number(function)
        self._numbers = [*(wire.STEP, wire.EVENTS.index(event), thread, file, line, code, out, err)]
        self._texts = []

    def end(self) -> bytes:
        before, texts = self.names.take_pending()
        goes_on = self._numbers[:1] == [wire.ON]
        head, rest = ([wire.ON], self._numbers[1:]) if goes_on else ([], self._numbers)
        return wire.pack(head + before + rest, texts + self._texts)

    def part(self) -> bytes:
        """Return the record of the step so far; the step continues in the next record."""
        self._numbers = [*self._numbers, wire.MORE]
        record = self.end()
        self._numbers, self._texts = [wire.ON], []
        return record

    def step(self, event: Event = Event.LINE, line: int = 1, **place: int) -> bytes:
        """Return a step that changes nothing."""
        self.begin(event, line, **place)
        return self.end()

    def hello(self) -> bytes:
        return wire.pack([wire.HELLO, wire.VERSION, 7, 6, 6], [b"3.13.0", b"python"])

    def send(self, *numbers: int, text: bytes = b"") -> None:
        """Write raw numbers, valid or not."""
        self._numbers += numbers
        self._texts.append(text)

    # ---- objects ----

    def next_serial(self) -> int:
        self.highest += 1
        return self.highest

    def new(
        self, content: Content | None = None, serial: int | None = None, **facts: object
    ) -> HeapObject:
        serial = self.next_serial() if serial is None else serial
        address = self._free_addresses.pop() if self._free_addresses else 0x1000 + 64 * serial
        content = Scalar(repr(serial)) if content is None else content
        one = replace(HeapObject(serial, "int", address, 1, 28, content), **facts)  # type: ignore[arg-type]
        count = -1 if one.refcount is None else one.refcount
        type_ = self.names.number(one.type)
        self._numbers += (wire.OBJECT, serial, one.address, count, one.size, type_)
        self._numbers += content_numbers(content, self.names, self._texts)
        if one.unreachable:
            self._numbers += (wire.UNREACHABLE, serial, 1)
        self.state.heap[serial] = one
        return one

    def change(self, serial: int, content: Content) -> None:
        self._numbers += (wire.CONTENT, serial)
        self._numbers += content_numbers(content, self.names, self._texts)
        self.state.heap[serial] = replace(self.state.heap[serial], content=content)

    def splice(
        self, serial: int, place: tuple[int, int], added: tuple[int, ...], to: Content, whole: int
    ) -> None:
        """``place`` is the beginning and the number of the removed items."""
        start, removed = place
        self._numbers += (wire.SPLICE, serial, start, removed, len(added), *added, whole)
        self.state.heap[serial] = replace(self.state.heap[serial], content=to)

    def count(self, serial: int, count: int | None) -> None:
        self._numbers += (wire.COUNT, serial, -1 if count is None else count)
        self.state.heap[serial] = replace(self.state.heap[serial], refcount=count)

    def size(self, serial: int, size: int) -> None:
        self._numbers += (wire.SIZE, serial, size)
        self.state.heap[serial] = replace(self.state.heap[serial], size=size)

    def unreachable(self, serial: int, flag: bool) -> None:
        self._numbers += (wire.UNREACHABLE, serial, int(flag))
        self.state.heap[serial] = replace(self.state.heap[serial], unreachable=flag)

    def apart(self, serial: int, address: int) -> None:
        self._numbers += (wire.APART, serial, address)
        self.state.heap[serial] = replace(self.state.heap[serial], apart=address)

    def deleted(self, serial: int, count: int) -> None:
        self._numbers += (wire.DELETED, serial, count)
        self.state.heap[serial] = replace(self.state.heap[serial], deleted=count)

    def range(self, one: Range) -> None:
        """Set a range of addresses; a range of no bytes is removed."""
        kind = tuple(RangeKind).index(one.kind)
        self._numbers += (wire.RANGE, kind, one.start, one.size, len(one.facts), *one.facts)
        key = key_of_range(kind, one.start)
        self.state.memory.pop(key, None)
        if one.size:
            self.state.memory[key] = one

    def free(self, *serials: int) -> None:
        self._numbers += (wire.FREED, len(serials), *serials)
        for serial in serials:
            self._free_addresses.append(self.state.heap.pop(serial).address)
        self._tell(freed=self._step().freed + serials)

    # ---- stacks, names, and the step itself ----

    def push(
        self,
        serial: int,
        function: str = "f",
        line: int = 1,
        kind: FrameKind = FrameKind.FUNCTION,
        thread: int = 1,
    ) -> None:
        own = self.state.globals.get(self.file, ()) if kind is FrameKind.MODULE else ()
        frame = Frame(serial, function, self.file, line, kind, own)
        numbers = (self.names.number(function), self.names.number(self.file))
        self._numbers += (wire.PUSH, thread, serial, *numbers)
        self._numbers += (wire.FRAME_KINDS.index(kind), line)
        self.state.stacks[thread] = (*self.state.stacks.get(thread, ()), frame)

    def pop(self, count: int = 1, thread: int = 1) -> None:
        self._numbers += (wire.POP, thread, count)
        left = self.state.stacks[thread][:-count]
        if left:
            self.state.stacks[thread] = left
        else:
            del self.state.stacks[thread]

    def set_line(self, depth: int, line: int, thread: int = 1) -> None:
        self._numbers += (wire.LINE, thread, depth, line)
        self._put_frame(thread, depth, replace(self.state.stacks[thread][depth], line=line))

    def set_locals(self, depth: int, named: Named, thread: int = 1) -> None:
        self._numbers += (wire.LOCALS, thread, depth, len(named), *self.names.flat(named))
        self._put_frame(thread, depth, replace(self.state.stacks[thread][depth], locals=named))

    def bind(self, depth: int, place: int, serial: int, thread: int = 1) -> None:
        self._numbers += (wire.BIND, thread, depth, place, serial)
        frame = self.state.stacks[thread][depth]
        name, _ = frame.locals[place]
        named = (*frame.locals[:place], (name, serial), *frame.locals[place + 1 :])
        if frame.kind is FrameKind.MODULE:
            self.state.globals[frame.file] = named
            self._share(frame.file, named)
        else:
            self._put_frame(thread, depth, replace(frame, locals=named))

    def set_globals(self, file: str, named: Named | None) -> None:
        if named is None:
            self._numbers += (wire.GLOBALS, self.names.number(file), -1)
            del self.state.globals[file]
            self._share(file, ())
        else:
            number, known = self.names.number(file), self.state.globals.get(file, ())
            both = zip(known, named, strict=False)
            kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
            head = (wire.GLOBALS_FROM, number, kept) if kept else (wire.GLOBALS, number)
            self._numbers += (*head, len(named) - kept, *self.names.flat(named[kept:]))
            self.state.globals[file] = named
            self._share(file, named)

    def _share(self, file: str, named: Named) -> None:
        """The locals of a module's frame are its global names."""
        for thread, stack in self.state.stacks.items():
            for depth, frame in enumerate(stack):
                if frame.kind is FrameKind.MODULE and frame.file == file:
                    self._put_frame(thread, depth, replace(frame, locals=named))

    def name_thread(self, thread: int, name: str) -> None:
        self._numbers += (wire.THREAD, thread, self.names.number(name))
        self.state.thread_names[thread] = name

    def value(self, serial: int) -> None:
        self._numbers += (wire.VALUE, serial)
        self._tell(value=serial)

    def exception(self, serial: int) -> None:
        self._numbers += (wire.EXCEPTION, serial)
        self._tell(exception=serial)

    def _put_frame(self, thread: int, depth: int, frame: Frame) -> None:
        stack = list(self.state.stacks[thread])
        stack[depth] = frame
        self.state.stacks[thread] = tuple(stack)

    def _step(self) -> Step:
        assert self.state.step is not None
        return self.state.step

    def _tell(self, **facts: object) -> None:
        self.state.step = replace(self._step(), **facts)  # type: ignore[arg-type]


def snapshot(state: State) -> State:
    """Return a copy that later steps do not change; objects and frames are frozen anyway."""
    return State(
        state.step,
        copy(state.stacks),
        copy(state.globals),
        copy(state.heap),
        copy(state.thread_names),
        memory=copy(state.memory),
    )


__all__ = ["Script", "encoded", "snapshot"]
