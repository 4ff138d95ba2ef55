"""Reads a trace of Online Python Tutor from its file, trusting nothing in it.

The format is version 5 of its tracer (``pg_logger.py``, ``pg_encoder.py`` in its sources).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visualizer.model import CannotRun, DamagedRecording, check_regular, not_read

MAX_BYTES = 512 << 20
EVENTS = {
    "step_line": "line",
    "call": "call",
    "return": "return",
    "exception": "exception",
}
"""Events of a trace, and their names in recordings."""
_CUT = "instruction_limit_reached"
_NEVER_RAN = "uncaught_exception"


class Fault(ValueError):
    """A fault in a trace."""


@dataclass(frozen=True, slots=True)
class TraceFrame:
    """A call on the stack."""

    number: int
    function: str
    names: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A step of a trace, its values as the file has them."""

    event: str
    line: int
    function: str
    frames: tuple[TraceFrame, ...]
    names: dict[str, Any]
    heap: dict[str, list[Any]]
    stdout: str
    message: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The program and its entries; ``cut`` is the tracer's message if it gave up."""

    code: str
    entries: list[Any]
    cut: str | None

    def steps(self) -> Iterator[Entry]:
        """Yield the steps. Raises ``Fault`` for an invalid entry."""
        for number, entry in enumerate(self.entries, 1):
            try:
                yield _entry(entry)
            except Fault as fault:
                raise Fault(f"entry {number}: {fault}") from fault


def read_trace(path: Path) -> Trace:
    """Return the trace in a file.

    Raises ``CannotRun`` where the file cannot be read, ``DamagedRecording`` where it has no trace.
    """
    check_regular(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CannotRun("{file}: is too large for a trace; choose another file", file=path)
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_a_trace(path, "it is not UTF-8 text") from error
    except OSError as error:
        raise not_read(path, error) from error
    try:
        return _trace(json.loads(text))
    except Fault as fault:
        raise not_a_trace(path, fault) from fault
    except (ValueError, RecursionError) as error:
        raise not_a_trace(path, "it is not JSON, or nested too deeply") from error


def not_a_trace(path: Path, fault: object) -> DamagedRecording:
    """Return the error for a file that is not a trace."""
    return DamagedRecording(
        "{file}: is not a Python Tutor trace: {fault}; choose a .json file that it has written",
        file=path,
        fault=fault,
    )


def _trace(found: Any) -> Trace:
    whole = need(found, dict, "the file")
    code = need(whole.get("code"), str, "code")
    entries = need(whole.get("trace"), list, "trace")
    cut = None
    if entries and isinstance(entries[-1], dict):
        event, last = entries[-1].get("event"), entries[-1]
        if event == _NEVER_RAN and len(entries) == 1:
            raise Fault(f"the program never ran: {last.get('exception_msg', '')}")
        if event in (_CUT, _NEVER_RAN):
            cut = str(last.get("exception_msg", ""))
            entries = entries[:-1]
    if not entries:
        raise Fault("it has no steps")
    return Trace(code, entries, cut)


def need[T](value: Any, kind: type[T], what: str) -> T:
    """Return ``value`` if it is of that kind. Raises ``Fault``."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Fault(f"{what} is not {_KINDS[kind]}")
    return value


_KINDS: dict[type, str] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    int: "a whole number",
}


def _entry(found: Any) -> Entry:
    entry = need(found, dict, "it")
    event = need(entry.get("event"), str, "event")
    if event not in EVENTS:
        raise Fault(f"the event {event[:40]!r} is not known")
    frames = tuple(map(_frame, need(entry.get("stack_to_render"), list, "stack_to_render")))
    heap = need(entry.get("heap"), dict, "heap")
    for key, value in heap.items():
        if not need(value, list, f"heap object {key[:20]}"):
            raise Fault(f"heap object {key[:20]} is empty")
    return Entry(
        EVENTS[event],
        _line(entry.get("line")),
        need(entry.get("func_name"), str, "func_name"),
        tuple(frame for frame in frames if frame is not None),
        _ordered(entry.get("globals"), entry.get("ordered_globals"), "globals"),
        heap,
        need(entry.get("stdout", ""), str, "stdout"),
        need(entry.get("exception_msg", ""), str, "exception_msg"),
    )


def _line(found: Any) -> int:
    line = need(found, int, "line")
    if not 0 <= line < 1 << 31:
        raise Fault(f"there is no line {line}")
    return line


def _frame(found: Any) -> TraceFrame | None:
    """Return a call; None for one that has returned and stays only for its inner functions."""
    frame = need(found, dict, "a frame")
    if frame.get("is_zombie"):
        return None
    names = _ordered(frame.get("encoded_locals"), frame.get("ordered_varnames"), "encoded_locals")
    function = need(frame.get("func_name"), str, "func_name").partition(" <line ")[0]
    return TraceFrame(need(frame.get("frame_id"), int, "frame_id"), function, names)


def _ordered(names: Any, order: Any, what: str) -> dict[str, Any]:
    found = need(names, dict, what)
    listed = order if isinstance(order, list) else []
    wanted = [one for one in listed if isinstance(one, str) and one in found]
    return {name: found[name] for name in dict.fromkeys((*wanted, *found))}
