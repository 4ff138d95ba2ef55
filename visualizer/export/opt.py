"""Exports a recording as a Python Tutor trace, for that project's pages and tools.

The format is version 5 of Online Python Tutor (OPT). It needs one thing that a recording lacks: a
``return`` for every frame that an exception leaves. It omits much that a recording has: class
bodies and everything they call, ``__new__`` and ``__repr__``, other threads, other files, and
everything after the end of the program.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

from visualizer.export.opt_calls import Call, Calls
from visualizer.export.opt_code import Code, ProgramCode
from visualizer.export.opt_values import Values
from visualizer.model import (
    DamagedRecording,
    EndReason,
    Event,
    Frame,
    FrameKind,
    HeapObject,
    State,
    Step,
)
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
    f"__{name}__"
    for name in (
        *("builtins", "name", "exception", "doc", "package", "return", "loader", "spec", "file"),
        *("cached", "annotations", "module"),
    )
)
OWN_ENDS = (EndReason.FINISHED, EndReason.UNCAUGHT, EndReason.EXITED)
"""The ends that a program reaches by itself; all other ends cut the trace."""


def write_opt(recording: Recording, out: TextIO) -> None:
    """Write the whole recording to ``out`` as one JSON object, one trace entry a line.

    Raises ``DamagedRecording`` after writing a complete trace of the readable part.
    """
    program = recording.header.program
    source = recording.sources.get(program, "")
    out.write(f'{{"code":{json.dumps(source)},"trace":[')
    separator = "\n"
    try:
        for entry in _Trace(recording, program, source).entries():
            out.write(separator + entry)
            separator = ",\n"
    except DamagedRecording as fault:
        out.write(f"{separator}{cut_entry(str(fault))}\n]}}\n")
        raise
    out.write("\n]}\n")


class _Trace:
    """Converts a recording in one pass, from the first step to the last."""

    def __init__(self, recording: Recording, program: str, source: str) -> None:
        self._recording = recording
        self._program = program
        self._cursor = recording.cursor()
        self._state = State()
        self._dying: dict[int, HeapObject] = {}
        self._dead: dict[int, HeapObject] = {}
        self._code = ProgramCode(source)
        self._values = Values(self._find, self._code)
        self._calls = Calls(self._find, self._code.of_function)
        self._thread: int | None = None
        self._stack: list[Frame] = []
        self._returned: Call | None = None
        self._names: dict[str, int] = {}
        self._globals_in_order: dict[str, None] = {}
        self._printed = _PrintedText(recording.output("stdout"))
        self._last = _LastEntry()

    def _find(self, serial: int) -> HeapObject | None:
        """Return an object in its current state, or its last state if it has died."""
        found = self._state.heap.get(serial)
        return found or self._dying.get(serial) or self._dead.get(serial)

    # ---- steps ----

    def entries(self) -> Iterator[str]:
        """Yield the JSON of the trace's entries, in order."""
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
        """Advance by one step.

        Objects that died in this step may be in a frame that an exception is leaving. While there
        are parents, which stay listed, any dead object may be shown again.
        """
        if self._calls.parents:
            self._dead.update(self._dying)
        else:
            for serial in self._dying:
                self._values.forget(serial)
        self._dying = {
            change.serial: change.old
            for change in self._cursor.delta(number).objects
            if change.new is None and change.old is not None
        }
        self._state = self._cursor.seek(number)

    def _entries_of(self, step: Step) -> Iterator[str]:
        frames = [
            frame
            for frame in self._state.frames
            if frame.kind is not FrameKind.MODULE and frame.file == self._program
        ]
        yield from self._unwound(step, frames)
        self._calls.update(frames)
        self._stack = frames
        if step.file != self._program or is_left_out(frames):
            return
        if frames and step.event in (Event.CALL, Event.RESUME):
            self._begin(frames[-1], step)
        call = self._calls.of(frames[-1]) if frames else None
        if call is not None and step.event is Event.EXCEPTION:
            call.raised = step.line
        elif call is not None and step.event in (Event.RETURN, Event.YIELD):
            call.set_result(step.value)
            self._returned = call
        yield self._entry(step, EVENTS[step.event], step.line, step.function, frames)

    def _begin(self, frame: Frame, step: Step) -> None:
        names = [name for name, _ in frame.locals]
        if step.event is Event.CALL:
            code = self._code.of_call(frame.function, step.line, names)
        else:
            code = self._code.of_frame(frame.function, step.line, names)
        self._calls.begin(frame, code, resumed=step.event is Event.RESUME)

    def _unwound(self, step: Step, frames: list[Frame]) -> Iterator[str]:
        """Yield a ``return`` for each frame that an exception has left since the previous entry.

        If the step is the exception's arrival in the caller, nothing else has happened. Otherwise C
        code has caught the exception and the caller may have continued: its names are the previous
        ones.
        """
        if step.event is Event.EXCEPTION:
            self._calls.update(frames)
            self._names = self._globals()
        now = {frame.serial for frame in frames}
        while self._stack and self._stack[-1].serial not in now:
            call = self._calls.of(self._stack[-1])
            if call is not None:
                if call is not self._returned and not is_left_out(self._stack):
                    call.set_result(None)
                    line = self._code.exit_line(call.line, call.raised)
                    for name in self._code.names_unbound(call.raised):
                        call.variables.pop(name, None)
                    yield self._entry(step, "return", line, call.function, self._stack)
                self._calls.leave(call)
            self._stack.pop()
        self._returned = None
        self._names = self._globals()

    def _ending(self) -> Iterator[str]:
        """Yield the entry after the last step, if the end of the run needs one."""
        end, step = self._recording.end, self._state.step
        if end is None or end.reason not in OWN_ENDS:
            words = end.detail if end and end.detail else "The recording ends here."
            yield cut_entry(words)
        elif step is not None and self._last.dies_after_cleaning_up(end.reason):
            self._names = self._globals()
            yield self._entry(step, "return", self._last.line, "<module>", [])

    # ---- entries ----

    def _entry(self, step: Step, event: str, line: int, function: str, frames: list[Frame]) -> str:
        stack = [self._calls.of(frame) for frame in frames]
        names = self._names
        self._globals_in_order.update(dict.fromkeys(names))
        if not frames:
            self._calls.record_globals(names.values())
        elif self._code.has_nested_functions:
            self._calls.find_parents(stack, list(map(self._code_of, frames, stack)))
        roots: list[int] = []
        rendered = self._rendered([call for call in stack if call is not None], roots)
        roots.extend(names.values())
        message = ""
        if event == "exception" and step.exception is not None:
            message = self._values.exception_text(step.exception)
        self._last.record(event, line, message)
        ordered = [name for name in self._globals_in_order if name in names]
        parts = {
            "line": str(line),
            "event": json.dumps(event),
            "func_name": json.dumps(function),
            "globals": self._encoded(names),
            "ordered_globals": _compact(ordered),
            "stack_to_render": f"[{','.join(rendered)}]",
            "heap": self._values.heap(roots, self._calls.number_of_parent),
            "stdout": self._printed.until(step.stdout_end),
        }
        if event == "exception":
            parts["exception_msg"] = json.dumps(message)
        return _object(parts)

    def _globals(self) -> dict[str, int]:
        return {
            name: serial
            for name, serial in self._state.globals.get(self._program, ())
            if name not in HIDDEN_NAMES
        }

    def _code_of(self, frame: Frame, call: Call | None) -> Code | None:
        if call is not None:
            return call.code
        return self._code.of_frame(frame.function, frame.line, [name for name, _ in frame.locals])

    def _encoded(self, names: Mapping[str, int | None]) -> str:
        return _object({name: self._values.inline.text(value) for name, value in names.items()})

    def _rendered(self, stack: list[Call], roots: list[int]) -> list[str]:
        """Return the calls on the stack and the returned parents, in order of their numbers.

        Appends the serials they refer to to ``roots`` in OPT's own order: innermost frame first.
        """
        found = []
        for call in reversed(stack):
            found.append((call.number, self._frame(call, roots, highlighted=call is stack[-1])))
        for call in self._calls.parents:
            if call not in stack:
                found.append((call.number, self._frame(call, roots, highlighted=False)))
        return [text for _, text in sorted(found)]

    def _frame(self, call: Call, roots: list[int], *, highlighted: bool) -> str:
        name = call.function
        if call.code in self._values.known_lambdas and call.code is not None:
            name += f" <line {call.code.first_line}>"
        chain = list(self._calls.chain(call))
        shown = self._calls.shown_variables(call, chain)
        own = call.code.variables if call.code else ()
        ordered = [n for n in own if n in shown] + sorted(n for n in shown if n not in own)
        values: dict[str, int | None] = dict(shown)
        if call.returned:
            values["__return__"] = call.value
            ordered.append("__return__")
        roots.extend(value for value in values.values() if value is not None)
        unique = f"{name}_f{call.number}{'_p' if call.is_parent else ''}"
        return _object(
            {
                "func_name": json.dumps(name),
                "frame_id": str(call.number),
                "parent_frame_id_list": _compact([parent.number for parent in chain]),
                "is_parent": json.dumps(call.is_parent),
                "is_zombie": json.dumps(not call.running),
                "is_highlighted": json.dumps(highlighted),
                "encoded_locals": self._encoded(values),
                "ordered_varnames": _compact(ordered),
                "unique_hash": json.dumps(unique + ("" if call.running else "_z")),
            }
        )


@dataclass(slots=True)
class _LastEntry:
    """The last entry, and the last exception."""

    event: str = ""
    line: int = 0
    message: str = ""

    def record(self, event: str, line: int, message: str) -> None:
        self.event, self.line = event, line
        self.message = message or self.message

    def dies_after_cleaning_up(self, reason: EndReason) -> bool:
        """Whether lines of the module ran after the exception that ends the program."""
        if self.event in ("", "exception"):
            return False
        if reason is EndReason.EXITED:
            return self.message.startswith("SystemExit:")
        return reason is EndReason.UNCAUGHT


class _PrintedText:
    """The JSON of the output up to a step."""

    def __init__(self, output: bytes) -> None:
        self._output = output
        self._end = 0
        self._text = '""'

    def until(self, end: int) -> str:
        if end != self._end:
            self._end = end
            text = self._output[:end].decode(errors="backslashreplace")
            # The trace has the text as printed, without the system's line ends.
            self._text = json.dumps(text.replace(os.linesep, "\n"))
        return self._text


def cut_entry(words: str) -> str:
    """Return the JSON of the entry that ends an incomplete trace."""
    return json.dumps({"event": "instruction_limit_reached", "exception_msg": words})


def is_left_out(frames: list[Frame]) -> bool:
    """Whether the innermost frame is ``__new__``, ``__repr__`` or below a class body."""
    if frames and frames[-1].function in UNTRACED:
        return True
    return any(frame.kind is FrameKind.CLASS for frame in frames)


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _object(parts: dict[str, str]) -> str:
    """Return a JSON object of values that are JSON texts already."""
    return "{" + ",".join([f"{json.dumps(key)}:{text}" for key, text in parts.items()]) + "}"
