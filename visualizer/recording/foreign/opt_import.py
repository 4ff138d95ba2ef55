"""Writes a trace of Online Python Tutor as a recording."""

from pathlib import Path

from visualizer.model import DamagedRecording, End, EndReason, NotKept
from visualizer.recorder import wire
from visualizer.recording.foreign.opt_file import Entry, Fault, Trace, not_a_trace, read_trace
from visualizer.recording.foreign.opt_heap import Heap, Names, Thing
from visualizer.recording.write.writer import Writer

RECORDER = "python-tutor"
_THREAD, _MODULE = 1, "<module>"
_RETURNED = "__return__"


def import_trace(source: Path, path: Path) -> None:
    """Write the trace in the file ``source`` as a recording at ``path``.

    Raises ``CannotRun`` and ``DamagedRecording`` where there is no trace to read, ``NotKept`` where
    the recording cannot be written.
    """
    trace = read_trace(source)
    if path.exists() and path.samefile(source):
        raise NotKept("{file}: is the trace itself; choose another file", file=path)
    program = f"{source.stem}.py"
    # Read the whole trace before replacing any file.
    try:
        records, last = _records(trace, program)
    except Fault as fault:
        raise not_a_trace(source, fault) from fault
    writer = Writer(path, program)
    try:
        writer.source(program, trace.code)
        writer.add(b"".join(records))
        writer.output("stdout", last.stdout.encode("utf-8", "surrogatepass"))
        writer.finish(_end(trace, last))
    except DamagedRecording as error:
        writer.abandon()
        raise not_a_trace(source, error.details.get("fault", error)) from error
    except BaseException:
        writer.abandon()
        raise


def _end(trace: Trace, last: Entry) -> End:
    if trace.cut is not None:
        return End(EndReason.STEP_LIMIT, trace.cut)
    if last.event == "return" and last.function == _MODULE:
        return End(EndReason.FINISHED, "")
    if last.event == "exception":
        return End(EndReason.UNCAUGHT, last.message)
    return End(EndReason.STOPPED, "the trace ends here")


def _records(trace: Trace, program: str) -> tuple[list[bytes], Entry]:
    texts = [b"", RECORDER.encode()]
    records = [wire.pack([wire.HELLO, wire.VERSION, 0, *map(len, texts)], texts)]
    maker = _Maker(trace.code, program)
    last = None
    for last in trace.steps():
        records.append(maker.step(last))
    assert last is not None
    return records, last


class _Maker:
    """Makes the records of the steps, each with the differences from the step before."""

    def __init__(self, code: str, program: str) -> None:
        self._names = Names()
        self._heap = Heap(self._names, code)
        self._program = program
        self._things: dict[int, Thing] = {}
        self._frames: list[int] = []
        self._serials: dict[int, int] = {}
        self._locals: dict[int, tuple[int, ...]] = {}
        self._lines: dict[int, int] = {}
        self._globals: tuple[int, ...] | None = None
        self._written = 0
        self._is_first = True

    def step(self, entry: Entry) -> bytes:
        """Return the record of an entry."""
        number, heap = self._names.number, self._heap
        file, function = number(self._program), number(entry.function)
        heap.begin(entry.heap)
        is_end = entry.event == "return" and entry.function == _MODULE
        event = wire.EVENTS.index("finish" if is_end else entry.event)
        self._written = max(self._written, len(entry.stdout.encode("utf-8", "surrogatepass")))
        numbers = [wire.STEP, event, _THREAD, file, entry.line, function, self._written, 0]
        if self._is_first:
            numbers += (wire.THREAD, _THREAD, number("MainThread"))
            self._is_first = False
        numbers += self._stack(entry, file)
        names = self._named(entry.names)
        if names != self._globals:
            numbers += (wire.GLOBALS, file, len(names) // 2, *names)
            self._globals = names
        numbers += self._about_step(entry)
        objects, texts = self._objects()
        heap.end()
        new = self._names.take_new()
        before = [one for text in new for one in (wire.TEXT, len(text))]
        return wire.pack([*before, *numbers, *objects], [*new, *texts])

    def _about_step(self, entry: Entry) -> list[int]:
        if entry.event == "exception":
            return [wire.EXCEPTION, self._heap.exception(entry.message)]
        if entry.event == "return" and entry.frames and _RETURNED in entry.frames[-1].names:
            return [wire.VALUE, self._heap.value(entry.frames[-1].names[_RETURNED])]
        return []

    # ---- frames ----

    def _stack(self, entry: Entry, file: int) -> list[int]:
        """Return the operations that change the stack; the module's frame is the outermost."""
        number = self._names.number
        wanted = [0, *(frame.number for frame in entry.frames)]
        if len(set(wanted)) != len(wanted):
            raise Fault("a frame is there twice")
        same = 0
        while same < min(len(wanted), len(self._frames)) and wanted[same] == self._frames[same]:
            same += 1
        numbers = []
        if same < len(self._frames):
            numbers += [wire.POP, _THREAD, len(self._frames) - same]
        for depth, frame in enumerate(wanted):
            line = entry.line if depth == len(wanted) - 1 else self._lines.get(frame, entry.line)
            if depth >= same:
                serial = self._serials.setdefault(frame, len(self._serials) + 1)
                name = _MODULE if depth == 0 else entry.frames[depth - 1].function
                kind = wire.FRAME_KINDS.index("module" if depth == 0 else "function")
                numbers += [wire.PUSH, _THREAD, serial, number(name), file, kind, line]
                self._locals.pop(frame, None)
            elif line != self._lines.get(frame):
                numbers += [wire.LINE, _THREAD, depth, line]
            self._lines[frame] = line
        self._frames = wanted
        for depth, one in enumerate(entry.frames, 1):
            named = self._named(one.names)
            if named != self._locals.get(one.number, ()):
                numbers += [wire.LOCALS, _THREAD, depth, len(named) // 2, *named]
            self._locals[one.number] = named
        return numbers

    def _named(self, names: dict[str, object]) -> tuple[int, ...]:
        return tuple(
            one
            for name, value in names.items()
            if name != _RETURNED
            for one in (self._names.number(name), self._heap.value(value))
        )

    # ---- objects ----

    def _objects(self) -> tuple[list[int], list[bytes]]:
        """Return the operations that make, change and free objects, and their texts."""
        before, now = self._things, self._heap.things
        numbers: list[int] = []
        texts: list[bytes] = []
        for serial in sorted(now):
            thing = now[serial]
            if before.get(serial) == thing:
                continue
            content = (thing.kind, len(thing.operands), *thing.operands)
            if serial in before:
                numbers += (wire.CONTENT, serial, *content)
            else:
                # Addresses only tell objects apart; no count and no size are known.
                type_ = self._names.number(thing.type)
                numbers += (wire.OBJECT, serial, 16 * serial, -1, 0, type_, *content)
            texts.append(thing.text)
        freed = sorted(before.keys() - now.keys())
        if freed:
            numbers += (wire.FREED, len(freed), *freed)
        self._things = now
        return numbers, texts
