"""The list of completions below the text cursor."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from visualizer.shell.editor.completion.asking import Proposal

_ROWS, _WIDEST, _EDGE = 8, 420, 6


class Offer(QListWidget):
    """Lists proposals, without ever taking the focus; ``picked`` is emitted when one is clicked."""

    picked = Signal()

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._proposals: tuple[Proposal, ...] = ()
        self.setProperty("completions", "true")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self.picked)
        self.hide()

    def show_found(self, proposals: tuple[Proposal, ...], *, chosen: bool) -> None:
        """Show the proposals; ``chosen`` selects the first, which Enter then inserts."""
        self._proposals = proposals
        self.clear()
        self.setFont(self._editor.font())
        for one in proposals:
            self.addItem(QListWidgetItem(one.name))
        self.setCurrentRow(0 if chosen else -1)
        # A child of the window, because the editor may be narrower than a name.
        window = self._editor.window()
        if self.parent() is not window:
            self.setParent(window)
        self.setGeometry(self._place())
        self.show()
        self.raise_()

    def _place(self) -> QRect:
        """Return a place below the beginning of the word, or above if there is no room below."""
        editor, window = self._editor, self._editor.window()
        typed = self._proposals[0].typed if self._proposals else 0
        cursor = editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, typed)
        line = editor.cursorRect(cursor)
        at = editor.viewport().mapTo(window, line.bottomLeft())
        width = min(_WIDEST, self.sizeHintForColumn(0) + 4 * _EDGE + 12)
        size = QSize(width, min(_ROWS, self.count()) * self.sizeHintForRow(0) + 2 * _EDGE)
        top = at.y() + 2
        if top + size.height() > window.height():
            top = max(0, at.y() - line.height() - size.height() - 2)
        return QRect(QPoint(min(at.x(), max(0, window.width() - size.width())), top), size)

    @property
    def offered(self) -> tuple[Proposal, ...]:
        """The proposals that are shown now."""
        return self._proposals if self.isVisible() else ()

    @property
    def chosen(self) -> Proposal | None:
        """The proposal that Enter inserts, if any."""
        row = self.currentRow()
        return self._proposals[row] if 0 <= row < len(self._proposals) else None

    def move_choice(self, rows: int) -> None:
        """Choose the proposal ``rows`` further down."""
        if self.count():
            self.setCurrentRow(max(0, min(self.currentRow() + rows, self.count() - 1)))
