"""The lines at which going on stops."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

type Place = tuple[str, int]
"""A file and a line of it, from 1."""


class Breakpoints(QObject):
    """Kept by file; each goes along with the line that it stands at while the text is edited."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at: dict[str, list[QTextCursor]] = {}

    def toggle(self, file: str, document: QTextDocument, line: int) -> None:
        """Set one at a line, or take it away."""
        kept = [at for at in self._at.get(file, ()) if _line(at) != line]
        if line not in self.lines(file):
            kept.append(QTextCursor(document.findBlockByNumber(line - 1)))
        self._at[file] = kept
        self.changed.emit()

    def lines(self, file: str) -> frozenset[int]:
        """The lines of a file that have one."""
        return frozenset(map(_line, self._at.get(file, ())))

    @property
    def places(self) -> frozenset[Place]:
        """All of them."""
        return frozenset((file, line) for file in self._at for line in self.lines(file))

    def rename(self, file: str, name: str) -> None:
        """A file has another name now."""
        if file in self._at:
            self._at[name] = self._at.pop(file)

    def forget(self) -> None:
        """Another program is on the table."""
        if self._at:
            self._at = {}
            self.changed.emit()


def _line(at: QTextCursor) -> int:
    return at.blockNumber() + 1
