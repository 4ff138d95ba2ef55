"""A recording as the public Python Tutor trace, so that its pages and tools can read it.

The format is that of Online Python Tutor's own tracer, version 5. It wants one thing that a
recording does not have, a ``return`` of every frame that an exception leaves, and leaves out what
a recording has: class bodies with all that runs in them, ``__new__`` and ``__repr__``, other
threads, other files, and what comes after the end of the program.
"""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import TextIO

from visualizer.export.opt_calls import Call, Calls, same_value
from visualizer.export.opt_code import Code, ProgramCode
from visualizer.export.opt_values import Values
from visualizer.model import EndReason, Event, Frame, FrameKind, HeapObject, State, Step
from visualizer.recording import Recording

EVENTS = {
    Event.LINE: "step_line",
    Event.CALL: "call",
    Event.RESUME: "call",
    Event.RETURN: "return",
    Event.YIELD: "return",
    Event.EXCEPTION: "exception",
    Event.FINISH: "return",
}
UNTRACED = frozenset(("__new__", "__repr__"))
HIDDEN_NAMES = frozenset(
    ("__builtins__", "__name__", "__exception__", "__doc__", "__package__", "__return__")
    + ("__loader__", "__spec__", "__file__", "__cached__", "__annotations__", "__module__")
)
CUT = (
    EndReason.STEP_LIMIT,
    EndReason.TIME_LIMIT,
    EndReason.MEMORY_LIMIT,
    EndReason.SIZE_LIMIT,
    EndReason.DISK_FULL,
    EndReason.KILLED,
    EndReason.STOPPED,
    EndReason.RECORDER_FAILED,
)


def write_opt(recording: Recording, out: TextIO) -> None:
    """Write the whole recording to ``out`` as one JSON object, an entry of the trace a line."""
    program = recording.header.program
    source = recording.sources.get(program, "")
    out.write(f'{{"code":{json.dumps(source)},"trace":[')
    separator = "\n"
    for entry in _Trace(recording, program, source).entries():
        out.write(separator + entry)
        separator = ",\n"
    out.write("\n]}\n")


class _Trace:
    """Walks a recording once, from the first step to the last."""

    def __init__(self, recording: Recording, program: str, source: str) -> None:
        self._recording = recording
        self._program = program
        self._cursor = recording.cursor()
        self._state = State()
        self._gone: dict[int, HeapObject] = {}
        self._code = ProgramCode(source)
        self._values = Values(self._find, self._code)
        self._calls = Calls(self._find, self._values.code_of)
        self._thread: int | None = None
        self._stack: list[Frame] = []
        self._left: Call | None = None
        self._globals_in_order: dict[str, None] = {}
        self._output = recording.output("stdout")
        self._stdout = (0, '""')
        self._last_event = ""
        self._line = 0

    def _find(self, serial: int) -> HeapObject | None:
        return self._state.heap.get(serial) or self._gone.get(serial)

    # ---- steps ----

    def entries(self) -> Iterator[str]:
        """The JSON of the trace's entries, in order."""
        for number in range(1, self._recording.steps + 1):
            self._advance(number)
            step = self._state.step
            if step is None or self._thread not in (None, step.thread):
                continue
            self._thread = step.thread
            if step.event is Event.UNCAUGHT:
                break
            yield from self._entries_of(step)
            if step.event is Event.FINISH:
                break
        yield from self._ending()

    def _advance(self, number: int) -> None:
        """Go on by one step. What dies while a parent is kept may still be shown with it."""
        for change in self._cursor.delta(number).objects:
            if change.new is not None:
                continue
            if change.old is not None and self._calls.parents:
                self._gone[change.serial] = change.old
            else:
                self._values.forget(change.serial)
        self._state = self._cursor.seek(number)

    def _entries_of(self, step: Step) -> Iterator[str]:
        frames = [frame for frame in self._state.frames if frame.kind is not FrameKind.MODULE]
        yield from self._unwound(step, frames)
        self._stack = frames
        top = frames[-1] if frames else None
        if step.file != self._program or self._is_left_out(frames):
            return
        if top is not None and step.event in (Event.CALL, Event.RESUME):
            names = [name for name, _ in top.locals]
            code = self._code.of_frame(top.function, self._first_line(top, step), names)
            self._calls.begin(top, code, step.event is Event.RESUME)
        self._calls.update(frames)
        call = self._calls.of(top) if top else None
        if call is not None and step.event in (Event.RETURN, Event.YIELD):
            self._calls.end(call, step.value)
            self._left = call
        yield self._entry(step, EVENTS[step.event], step.line, step.function, frames)

    def _first_line(self, frame: Frame, step: Step) -> int:
        return step.line

    def _is_left_out(self, frames: list[Frame]) -> bool:
        """Whether a step belongs to a class body, to what it calls, or to ``__new__`` and kin."""
        if frames and frames[-1].function in UNTRACED:
            return True
        return any(frame.kind is FrameKind.CLASS for frame in frames)

    def _unwound(self, step: Step, frames: list[Frame]) -> Iterator[str]:
        """A ``return`` for each frame that an exception has left since the entry before."""
        now = {frame.serial for frame in frames}
        while self._stack and self._stack[-1].serial not in now:
            frame = self._stack[-1]
            call = self._calls.of(frame)
            if call is not None:
                if call is not self._left and not self._is_left_out(self._stack):
                    if frame.file == self._program:
                        self._calls.end(call, None)
                        yield self._entry(step, "return", call.line, call.function, self._stack)
                self._calls.leave(call)
            self._stack.pop()
        self._left = None

    def _ending(self) -> Iterator[str]:
        end = self._recording.end
        step = self._state.step
        if end is None or end.reason in CUT:
            words = end.detail if end and end.detail else "the recording ends here"
            yield json.dumps({"event": "instruction_limit_reached", "exception_msg": words})
        elif end.reason is not EndReason.FINISHED and step is not None:
            if self._last_event not in ("", "exception"):
                yield self._entry(step, "return", self._line, "<module>", [])

    # ---- entries ----

    def _entry(
        self, step: Step, event: str, line: int, function: str, frames: list[Frame]
    ) -> str:
        stack = [self._calls.of(frame) for frame in frames]
        names = self._globals()
        if not frames:
            self._calls.see_globals(names.values())
        elif self._code.has_nested_functions:
            codes = [call.code if call else self._code_of(frame) for call, frame in zip(stack, frames, strict=True)]
            self._calls.see_locals(stack, codes)
        roots: list[int] = []
        rendered = self._rendered([call for call in stack if call is not None], roots)
        shown = ",".join(f"{json.dumps(k)}:{self._values.inline(v)}" for k, v in names.items())
        roots.extend(names.values())
        heap = self._values.heap(roots, self._calls.number_of_parent)
        message = ""
        if event == "exception" and step.exception is not None:
            text = self._values.exception_text(step.exception)
            message = f',"exception_msg":{json.dumps(text)}'
        self._last_event, self._line = event, line
        return (
            f'{{"line":{line},"event":"{event}","func_name":{json.dumps(function)}{message}'
            f',"globals":{{{shown}}}'
            f',"ordered_globals":{json.dumps(self._ordered(names), separators=(",", ":"))}'
            f',"stack_to_render":[{rendered}],"heap":{heap},"stdout":{self._printed(step)}}}'
        )
