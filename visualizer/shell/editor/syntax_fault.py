"""Compiles a text to find its syntax error; it never runs the text."""

import re
import warnings
from dataclasses import dataclass

from visualizer.model import parse_program

LARGEST = 200_000
"""Characters beyond which a text is not compiled while typing: it would block the window for a
third of a second."""

_NAME = "<typed>"


@dataclass(frozen=True, slots=True)
class Fault:
    """A syntax error; ``kind`` and ``message`` are the interpreter's.

    It spans from ``line``, ``start`` to ``end_line``, ``end``, exclusive; lines count from 1,
    columns from 0. An error that names only a place has an empty span.
    """

    kind: str
    message: str
    line: int
    start: int
    end_line: int
    end: int


def fault_in(text: str, *, allows_newer: bool = False) -> Fault | None:
    """Return the first syntax error of ``text``; None if it compiles, or the error has no line.

    ``allows_newer`` is true where an interpreter may run it that knows newer grammar.
    """
    # Its warnings appear when the program runs. The filter is set each time, because a
    # catch_warnings of another thread may remove it.
    warnings.filterwarnings("ignore", module=re.escape(_NAME))
    try:
        compile(text, _NAME, "exec", dont_inherit=True)
    except SyntaxError as error:
        return None if allows_newer and _is_newer_grammar(text) else _fault(error)
    except (MemoryError, OverflowError, RecursionError, ValueError):
        return None
    return None


def _is_newer_grammar(text: str) -> bool:
    try:
        parse_program(text)
    except (SyntaxError, MemoryError, RecursionError, ValueError):
        return False
    return True


def _fault(error: SyntaxError) -> Fault | None:
    if not error.lineno:
        return None
    start = max((error.offset or 1) - 1, 0)
    # The interpreter marks a missing end by 0 or -1.
    named = error.end_lineno or error.lineno, (error.end_offset or 0) - 1
    end_line, end = max(named, (error.lineno, start))
    return Fault(type(error).__name__, error.msg, error.lineno, start, end_line, end)
