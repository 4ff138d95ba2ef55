"""The editor of a program's text, with a gutter and annotations at its lines."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QPoint, QRectF, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from visualizer.diagram.themes import Theme
from visualizer.shell.editor.annotations import Annotations
from visualizer.shell.editor.bracket_pairs import BracketPairs
from visualizer.shell.editor.code_layout import LEADING
from visualizer.shell.editor.emphasis import Emphasis, units
from visualizer.shell.editor.gutter import Gutter
from visualizer.shell.editor.keys import type_key
from visualizer.shell.widgets.dragged import file_in

_GUTTER = 50
_AROUND = 2
"""Lines before and after the one that is brought into view."""


class CodeEditor(QPlainTextEdit):
    """Shows one document at a time. Lines count from 1.

    ``breakpoints`` gives the lines that have one, and their conditions; ``gutter_pressed`` the line
    beside which the gutter was pressed, ``gutter_menu_asked`` that where its menu was asked for.
    ``keys_first`` is asked whether a key is meant for somebody else; ``typed`` follows each key
    with what it wrote, ``left`` says that the focus went elsewhere.
    """

    gutter_pressed = Signal(int)
    gutter_menu_asked = Signal(int, QPoint)
    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brought = 0
        self.breakpoints: Callable[[], Mapping[int, str]] = dict
        self.keys_first: Callable[[QKeyEvent], bool] = lambda _event: False
        self.setFont(font)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.show_wrapped(False)
        self.annotations = Annotations(self)
        self.emphasis = Emphasis(self, theme)
        BracketPairs(self, self.emphasis)
        self.gutter = Gutter(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self.gutter.follow)

    def show_document(self, document: QTextDocument, *, read_only: bool) -> None:
        """Show ``document``, whose layout must be a ``CodeLayout``."""
        self.emphasis.forget()
        self.setDocument(document)
        self.setReadOnly(read_only)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self._make_room()

    def show_wrapped(self, wrapped: bool) -> None:
        """Break lines that are wider than the pane, or have them scrolled to."""
        modes = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(modes.WidgetWidth if wrapped else modes.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def set_theme(self, theme: Theme) -> None:
        """Repaint with ``theme``."""
        self._theme = theme
        self.emphasis.set_theme(theme)
        self.repaint_all()

    def bring_to_view(self, line: int) -> None:
        """Scroll as little as needed so that ``line`` (from 1) is seen, and two lines around it."""
        self._brought = line
        bar = self.verticalScrollBar()
        first = self.firstVisibleBlock().blockNumber()
        height = self.viewport().height()
        note = self.annotations.note
        if note is not None and first < note.line <= line + 2:
            # Its row takes the room of lines.
            height -= self.annotations.note_height
        rows = max(1, int(height / self.line_height()) - 1)
        # Of a few lines the one asked for is the one to be seen.
        around = min(_AROUND, (rows - 1) // 2)
        if line - 1 - around < first:
            bar.setValue(self._row_of(line - around))
        elif self._row_of(line + around + 1) > self._row_of(first + 1) + rows:
            bar.setValue(self._row_of(line + around + 1) - rows)

    def _row_of(self, line: int) -> int:
        """How many rows stand above a line, from 1: where lines are broken, more than lines."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        return block.firstLineNumber() if block.isValid() else self.document().lineCount()

    def line_height(self) -> float:
        """Height of a line, leading included."""
        return self.fontMetrics().height() + LEADING

    def visible_lines(self) -> list[tuple[int, QRectF]]:
        """Line numbers (from 1) and where they stand in the viewport, without the note's row."""
        found = []
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > self.viewport().height():
                break
            found.append((block.blockNumber() + 1, self._line_box(block, box)))
            block = block.next()
        return found

    def _line_box(self, block: QTextBlock, box: QRectF) -> QRectF:
        height = block.layout().boundingRect().height() + LEADING
        return QRectF(0, box.top() - LEADING / 2, self.viewport().width(), height)

    @property
    def theme(self) -> Theme:
        """The colours painted with."""
        return self._theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, then Qt's text, then signs and the note."""
        lines = self.visible_lines()
        self.annotations.paint_grounds(lines)
        super().paintEvent(event)
        self.annotations.paint_signs(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indent as Python is written; all else as in any text field."""
        if self.keys_first(event):
            return
        if self.isReadOnly() or not type_key(self.textCursor(), event):
            super().keyPressEvent(event)
            self.typed.emit(event.text())
            return
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever offers something for what is typed next hears of it."""
        super().focusOutEvent(event)
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A file is for the window to open, not a name to be written into the program."""
        return file_in(source) is None and super().canInsertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter at the left edge, and the line one looks at in view."""
        seen = self._is_brought_seen(event.oldSize().height())
        super().resizeEvent(event)
        area = self.contentsRect()
        self.gutter.setGeometry(area.left(), area.top(), self.gutter.width(), area.height())
        self.annotations.fit_note()
        if seen:
            self.bring_to_view(self._brought)

    def set_code_font(self, font: QFont) -> None:
        """Write in another font; the gutter is as wide as its numbers need."""
        seen = self._is_brought_seen(self.viewport().height())
        self.setFont(font)
        self._make_room()
        self.annotations.fit_note()
        if seen:
            self.bring_to_view(self._brought)

    def _is_brought_seen(self, height: int) -> bool:
        """Whether the line that was brought to view is among those in so high a viewport."""
        first = self.firstVisibleBlock().blockNumber()
        return first < self._brought <= first + height / self.line_height()

    def _make_room(self) -> None:
        digits = len(str(self.blockCount()))
        width = max(_GUTTER, 18 + 18 + digits * self.fontMetrics().horizontalAdvance("0"))
        self.setViewportMargins(width, 0, 0, 0)
        self.gutter.resize(width, self.gutter.height())

    def repaint_all(self) -> None:
        """Paint text and gutter again."""
        self.viewport().update()
        self.gutter.update()

    @property
    def line(self) -> int:
        """The line of the text cursor, from 1."""
        return self.textCursor().blockNumber() + 1

    def go_to_line(self, line: int, name: str = "") -> None:
        """Put the text cursor at the start of ``line`` (from 1), or select ``name`` in it."""
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        found = re.search(rf"\b{re.escape(name)}\b", cursor.block().text()) if name else None
        if found is not None:
            start = cursor.position() + units(cursor.block().text(), found.start())
            cursor.setPosition(start)
            cursor.setPosition(start + len(name), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
