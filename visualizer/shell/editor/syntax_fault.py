"""What the interpreter says against a text that does not compile; nothing of it is ever run."""

import re
import warnings
from dataclasses import dataclass

LARGEST = 200_000
"""Characters beyond which a text is not compiled as it is typed: that would take a third of a
second, in which nothing could be typed."""

_NAME = "<typed>"


@dataclass(frozen=True, slots=True)
class Fault:
    """``kind`` and ``message`` are the interpreter's own; lines count from 1, columns from 0.

    What it names reaches from ``line``, ``start`` up to ``end_line``, ``end``; they are equal
    where it names no more than a place.
    """

    kind: str
    message: str
    line: int
    start: int
    end_line: int
    end: int


def fault_in(text: str) -> Fault | None:
    """The first fault of ``text``; None where it compiles, or fails in no line of its own."""
    # The text is compiled again when it is run: its warnings are shown then. Where another thread
    # keeps warnings back for a while, this filter goes with its; so it is set each time.
    warnings.filterwarnings("ignore", module=re.escape(_NAME))
    try:
        compile(text, _NAME, "exec", dont_inherit=True)
    except SyntaxError as error:
        return _fault(error)
    except (MemoryError, OverflowError, RecursionError, ValueError):
        return None
    return None


def _fault(error: SyntaxError) -> Fault | None:
    if not error.lineno:
        return None
    start = max((error.offset or 1) - 1, 0)
    # The interpreter marks "no end" by 0 or -1.
    told = error.end_lineno or error.lineno, (error.end_offset or 0) - 1
    end_line, end = max(told, (error.lineno, start))
    return Fault(type(error).__name__, error.msg, error.lineno, start, end_line, end)
