"""Run as a script: run a program under ``sys.settrace`` and write a log of the events.

``settrace_log.py LOG PROGRAM``. Only code of files in the program's folder counts. LOG gets a JSON
object: ``events`` maps a thread's name to its events: event, file, line, function. The events
bear the names of steps, derived from the tracing function's arguments and from the frame's
current instruction. ``readings`` has what the global and the local names of the main thread's
frame refer to at each ``line`` event while no other thread runs.
"""

import builtins
import gc
import json
import os
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dis import opmap
from inspect import CO_OPTIMIZED
from types import CodeType, FrameType, ModuleType
from typing import Any

AT_START = 0
"""The argument of the instruction ``RESUME`` where a call begins (Python/bytecodes.c)."""
RETURNS = (opmap["RETURN_VALUE"], opmap.get("RETURN_CONST", -1))
# After a yield the frame is at the next instruction.
YIELDS = (opmap["YIELD_VALUE"], opmap["RESUME"])
EXHAUSTED = (opmap["END_FOR"], opmap["END_SEND"])

PLAIN = (int, float, complex, str, bytes, bool, type(None))
COUNTED = (list, dict, set)

type Reading = dict[str, str | int]


def reading_of(names: Mapping[str, Any]) -> Reading:
    """Return the text of each plain value, and the reference count of each list, dict, set and
    instance of the program.
    """
    found: Reading = {}
    for name in [*names]:
        if name.startswith("__"):
            continue
        kind = type(names[name])
        if kind in PLAIN:
            with suppress(ValueError):  # an int with too many digits
                found[name] = repr(names[name])
        elif kind in COUNTED or (type(kind) is type and kind.__module__ == "__main__"):
            # The argument is the only reference that this adds.
            found[name] = sys.getrefcount(names[name]) - 1
    return found


class Log:
    """The reported events, by thread, and the readings."""

    def __init__(self, folder: str, main: CodeType) -> None:
        self._folder = os.path.join(folder, "")
        self._main = main
        self._raising: dict[int, int] = {}
        self._lines: dict[int, int] = {}
        self._exits = False
        self.events: dict[str, list[tuple[str, str, int, str]]] = {}
        self.readings: list[tuple[int, Reading, Reading] | None] = []

    def trace(self, frame: FrameType, event: str, argument: Any) -> Callable[..., Any] | None:
        """The trace function for ``sys.settrace``."""
        if not frame.f_code.co_filename.startswith(self._folder):
            return None
        name = self._step(frame, event, argument)
        if name is not None:
            code = frame.f_code
            file = code.co_filename.removeprefix(self._folder).replace(os.sep, "/")
            # After an `except*` CPython 3.13.0 returns at an instruction without a line.
            at = frame.f_lineno or self._lines.get(id(frame), 0)
            self._lines[id(frame)] = line = code.co_firstlineno if name == "call" else at
            place = (name, file, line, code.co_name)
            self.events.setdefault(threading.current_thread().name, []).append(place)
        if event == "line" and threading.current_thread() is threading.main_thread():
            self._read(frame)
        return self.trace

    def _read(self, frame: FrameType) -> None:
        if threading.active_count() > 1:
            self.readings.append(None)
            return
        names, is_function = frame.f_locals, bool(frame.f_code.co_flags & CO_OPTIMIZED)
        # The namespace of a class body may be any mapping, with methods of the program.
        is_readable = is_function or (type(names) is dict and names is not frame.f_globals)
        # CPython 3.13.0 crashes if the cell of a comprehension's variable is empty.
        is_readable &= not (sys.version_info[:3] == (3, 13, 0) and bool(frame.f_code.co_cellvars))
        own = reading_of(names) if is_readable else {}
        self.readings.append((frame.f_lineno or 0, reading_of(frame.f_globals), own))

    def _step(self, frame: FrameType, event: str, argument: Any) -> str | None:
        """Return the event's name as a step; None if it is no step."""
        is_main = frame.f_code is self._main
        operation, operand = frame.f_code.co_code[frame.f_lasti : frame.f_lasti + 2]
        raising = self._raising.pop(id(frame), None)
        if event == "call":
            starts = operation == opmap["RESUME"] and operand & 3 == AT_START
            return None if is_main else "call" if starts else "resume"
        if event == "exception":
            # An exhausted generator in a loop: no exception was raised.
            if operation in EXHAUSTED:
                return None
            self._raising[id(frame)] = frame.f_lasti
            self._exits = issubclass(argument[0], SystemExit)
            return "exception"
        if event == "return":
            if operation in RETURNS:
                return "finish" if is_main else "return"
            if operation in YIELDS and raising != frame.f_lasti:
                return "yield"
            return "uncaught" if is_main and not self._exits else None
        return event


def main(log: str, program: str) -> None:
    """Run the program and write the log."""
    with open(program, "rb") as file:
        code = compile(file.read(), program, "exec")
    module = ModuleType("__main__")
    module.__dict__.update(__file__=program, __builtins__=builtins)
    sys.modules["__main__"] = module
    sys.argv[:] = [program]
    sys.path[0] = os.path.dirname(program)
    seen = Log(sys.path[0], code)
    # The log is no reason for a collection, which would free what a plain run still has.
    gc.set_threshold(100_000)
    threading.settrace(seen.trace)
    sys.settrace(seen.trace)
    try:
        exec(code, module.__dict__)
    finally:
        sys.settrace(None)
        threading.settrace(None)
        with open(log, "w", encoding="utf-8") as file:
            json.dump({"events": seen.events, "readings": seen.readings}, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
