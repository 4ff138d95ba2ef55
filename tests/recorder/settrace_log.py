"""Run as a script: run a program under ``sys.settrace`` and write a log of the events.

``settrace_log.py LOG PROGRAM``. Only code of files in the program's folder counts. LOG gets one
JSON object, from a thread's name to its events: event, file, line, function. The events bear
the names of steps, derived from the tracing function's arguments and from the frame's
current instruction.
"""

import builtins
import json
import os
import sys
import threading
from collections.abc import Callable
from dis import opmap
from types import CodeType, FrameType, ModuleType
from typing import Any

AT_START = 0
"""The argument of the instruction ``RESUME`` where a call begins (Python/bytecodes.c)."""
RETURNS = (opmap["RETURN_VALUE"], opmap.get("RETURN_CONST", -1))
# After a yield the frame is at the next instruction.
YIELDS = (opmap["YIELD_VALUE"], opmap["RESUME"])
EXHAUSTED = (opmap["END_FOR"], opmap["END_SEND"])


class Log:
    """The reported events, by thread."""

    def __init__(self, folder: str, main: CodeType) -> None:
        self._folder = os.path.join(folder, "")
        self._main = main
        self._raising: dict[int, int] = {}
        self._exits = False
        self.events: dict[str, list[tuple[str, str, int, str]]] = {}

    def trace(self, frame: FrameType, event: str, argument: Any) -> Callable[..., Any] | None:
        """The trace function for ``sys.settrace``."""
        if not frame.f_code.co_filename.startswith(self._folder):
            return None
        name = self._step(frame, event, argument)
        if name is not None:
            code = frame.f_code
            file = code.co_filename.removeprefix(self._folder).replace(os.sep, "/")
            line = code.co_firstlineno if name == "call" else frame.f_lineno or 0
            place = (name, file, line, code.co_name)
            self.events.setdefault(threading.current_thread().name, []).append(place)
        return self.trace

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
    threading.settrace(seen.trace)
    sys.settrace(seen.trace)
    try:
        exec(code, module.__dict__)
    finally:
        sys.settrace(None)
        threading.settrace(None)
        with open(log, "w", encoding="utf-8") as file:
            json.dump(seen.events, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
