"""Stores the lines at which the program stops, and their conditions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from visualizer.explain.conditions import Condition

type Place = tuple[str, int]
"""A file, and a line in it, from 1."""

type Lines = Mapping[int, str]
"""Conditions by line, empty for a plain breakpoint."""


@dataclass(slots=True)
class _Stop:
    """One breakpoint; in an editable text ``at`` moves with its line."""

    line: int
    condition: str
    at: QTextCursor | None = None

    @property
    def now(self) -> int:
        return self.line if self.at is None else self.at.blockNumber() + 1


class Breakpoints(QObject):
    """Stores breakpoints by file; each moves with its line while the user edits the text.

    ``document`` returns the document of an editable file, None for other files; ``text`` returns
    the text of any file. ``chosen`` says that a breakpoint was set, changed or removed.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(
        self,
        document: Callable[[str], QTextDocument | None],
        text: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._text = document, text
        self._at: dict[str, list[_Stop]] = {}

    def toggle(self, file: str, line: int) -> None:
        """Set a breakpoint at ``line`` or the next line with code, or remove it."""
        line = self.stop_line(file, line)
        if line in self.lines(file):
            self.remove(file, line)
        else:
            self.put(file, line)

    def stop_line(self, file: str, line: int) -> int:
        """Return ``line``, or the next with code if it has neither code nor a breakpoint.

        After the last line with code, that line is returned; in a text that does not compile,
        ``line``.
        """
        from visualizer.explain.source.bytecode import lines_with_code

        if line in self.lines(file):
            return line
        lines = sorted(lines_with_code(self._text(file))) or [line]
        return next((one for one in lines if one >= line), lines[-1])

    def put(self, file: str, line: int, condition: str = "") -> None:
        """Set a breakpoint at a line, or change the condition of an existing one."""
        at = self._cursor(file, line)
        kept = [stop for stop in self._at.get(file, ()) if stop.now != line]
        self._at[file] = [*kept, _Stop(line, condition, at)]
        self.changed.emit()
        self.chosen.emit()

    def remove(self, file: str, line: int) -> None:
        """Remove a breakpoint."""
        self._at[file] = [stop for stop in self._at.get(file, ()) if stop.now != line]
        self.changed.emit()
        self.chosen.emit()

    def lines(self, file: str) -> Lines:
        """Return the lines with breakpoints of a file, in order, with their conditions."""
        found = sorted(self._at.get(file, ()), key=lambda stop: stop.now)
        return {stop.now: stop.condition for stop in found}

    @property
    def all(self) -> dict[str, dict[int, str]]:
        """The breakpoints of all files."""
        return {file: dict(self.lines(file)) for file in self._at if self._at[file]}

    @property
    def places(self) -> frozenset[Place]:
        """The places of all breakpoints."""
        return frozenset((file, line) for file in self._at for line in self.lines(file))

    @property
    def stops(self) -> dict[Place, Condition | None]:
        """All parsed conditions by place; None for a plain breakpoint."""
        from visualizer.explain.conditions import parse_condition

        return {
            (file, line): parse_condition(condition) if condition else None
            for file, lines in self.all.items()
            for line, condition in lines.items()
        }

    def show(self, wanted: Mapping[str, Lines]) -> None:
        """Replace all breakpoints by ``wanted``."""
        self._at = {
            file: [_Stop(line, condition, self._cursor(file, line)) for line, condition in one]
            for file, one in ((file, lines.items()) for file, lines in wanted.items())
        }
        self.changed.emit()

    def rename(self, file: str, name: str) -> None:
        """Move the breakpoints of ``file`` to its new name."""
        if file in self._at:
            self._at[name] = self._at.pop(file)

    def forget(self) -> None:
        """Remove all breakpoints."""
        if self.places:
            self._at = {}
            self.changed.emit()

    def _cursor(self, file: str, line: int) -> QTextCursor | None:
        document = self._document(file)
        return QTextCursor(document.findBlockByNumber(line - 1)) if document is not None else None
