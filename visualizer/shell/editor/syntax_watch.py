"""Checks the program's syntax when the user pauses in typing."""

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from time import thread_time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from visualizer.model import parse_program
from visualizer.shell.editor.code_layout import text_of
from visualizer.shell.editor.emphasis import Span, units

LARGEST = 200_000
"""Longer texts are not compiled while typing: that would block the window for 0.3 seconds."""

_NAME = "<typed>"
_PAUSE = 400
"""Milliseconds without a key that count as a pause."""
_AT_ONCE = 0.02
"""While an error is shown, a text that compiles faster (in seconds) is checked at each key."""
_SHORT = 4000
"""Shorter texts count as fast, whatever time a busy machine measured."""
_SHARE = 10
"""The minimum pause, as a multiple of the last check's time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A syntax error; ``kind`` and ``message`` are the interpreter's.

    It spans from ``line``, ``start`` to ``end_line``, ``end``, exclusive; lines count from 1,
    columns from 0. An error with only a position has an empty span.
    """

    kind: str
    message: str
    line: int
    start: int
    end_line: int
    end: int


def fault_in(text: str, *, allows_newer: bool = False) -> Fault | None:
    """Return the first syntax error of ``text``; None if it compiles, or the error has no line.

    ``allows_newer``: an interpreter that knows newer grammar may run the text.
    """
    # Warnings appear when the program runs. The filter is set each time, because a catch_warnings
    # of another thread may remove it.
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


class SyntaxWatch(QObject):
    """Keeps the syntax error ``fault`` up to date; ``changed`` is emitted when it changes.

    ``allows_newer`` returns whether the program's interpreter may know newer grammar.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fault: Fault | None = None
        self.allows_newer: Callable[[], bool] = lambda: False
        self._document: QTextDocument | None = None
        self._took = 0.0
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.look)

    def watch(self, document: QTextDocument | None) -> None:
        """Check another document; None for a program that cannot be edited."""
        self._document, self._took = document, 0.0
        self._pause.stop()
        self._set_fault(None)
        if document is not None:
            self._pause.start(_PAUSE)

    def edited(self) -> None:
        """Check the edited text after a pause, or at once if an error is shown."""
        document = self._document
        if document is None:
            return
        is_fast = self._took < _AT_ONCE or document.characterCount() < _SHORT
        if self.fault is not None and is_fast:
            self.look()
        else:
            self._pause.start(max(_PAUSE, round(1000 * _SHARE * self._took)))

    def look(self) -> None:
        """Check the document now."""
        self._pause.stop()
        document = self._document
        if document is None:
            return
        if document.characterCount() > LARGEST:
            self._set_fault(None)
            return
        begun = thread_time()
        fault = fault_in(text_of(document), allows_newer=self.allows_newer())
        self._took = thread_time() - begun
        self._set_fault(fault)

    def _set_fault(self, fault: Fault | None) -> None:
        if fault != self.fault:
            self.fault = fault
            self.changed.emit()


def span_of(fault: Fault, document: QTextDocument) -> Span:
    """Return the span to underline: the error's span, at least one character, never a line end."""
    first = document.findBlockByNumber(fault.line - 1)
    last = document.findBlockByNumber(fault.end_line - 1)
    if not first.isValid():
        first = document.lastBlock()
    if not last.isValid():
        last = first
    written = len(first.text().rstrip())
    start = first.position() + units(first.text(), min(fault.start, written))
    end = last.position() + units(last.text(), min(fault.end, len(last.text())))
    if end > start:
        return Span(start, end)
    if fault.start >= written:
        # Something is missing after the line: underline its last character.
        return Span(max(first.position(), start - 1), start)
    wide = units(first.text()[fault.start], 1)
    return Span(start, start + wide)
