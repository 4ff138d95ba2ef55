"""The text of a program with line numbers, marks and a row for a message below a line."""

import re
from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolTip, QWidget

from visualizer.diagram.themes import Theme
from visualizer.shell.bracket_pairs import BracketPairs
from visualizer.shell.code_layout import LEADING, CodeLayout, note_height, note_size
from visualizer.shell.dragged import file_in
from visualizer.shell.emphasis import Emphasis, units
from visualizer.shell.line_marks import LineMark, LineNote, ThreadMark
from visualizer.shell.note_row import NoteRow
from visualizer.shell.signs import SIGN_COLOURS, Sign, draw_sign
from visualizer.shell.thread_marks import paint
from visualizer.shell.typing_keys import type_key

_GROUNDS = {
    Sign.ABOUT_TO_RUN: "accentSoft",
    Sign.JUST_RAN: "prev",
    Sign.RAISED: "lossSoft",
    Sign.LOOKED_AT: "prev",
}
_GUTTER = 50
_AROUND = 2
"""Lines before and after the one that is brought into view."""


class CodeEditor(QPlainTextEdit):
    """Shows one document at a time; marks and notes name lines from 1.

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
        self._marks: tuple[LineMark, ...] = ()
        self._note: LineNote | None = None
        self._row: NoteRow | None = None
        self._brought = 0
        self.breakpoints: Callable[[], Mapping[int, str]] = dict
        self.keys_first: Callable[[QKeyEvent], bool] = lambda _event: False
        self._threads: tuple[ThreadMark, ...] = ()
        self.setFont(font)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.show_wrapped(False)
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
        """Paint with other colours."""
        self._theme = theme
        self.emphasis.set_theme(theme)
        self._repaint()

    def set_marks(self, marks: tuple[LineMark, ...], note: LineNote | None) -> None:
        """Mark lines of the document shown, and put ``note`` below one."""
        self._marks = marks
        if note != self._note:
            self._note = note
            self._make_note()
        self._repaint()

    def _make_note(self) -> None:
        """Its row is as high as its words need at this width."""
        layout, note = self.document().documentLayout(), self._note
        assert isinstance(layout, CodeLayout)
        if note is None:
            self._row = None
            layout.put_note(None, 0)
            return
        font = QFont(self.window().font())
        font.setPixelSize(note_size(self.font()))
        before, width = self._row, self.viewport().width()
        least = note_height(self.font())
        self._row = NoteRow(note.title, note.text, font, width=width, least=least)
        layout.put_note(note.line - 1, self._row.height)
        if before is not None and before.height != self._row.height:
            self._repaint()

    def set_threads(self, threads: tuple[ThreadMark, ...]) -> None:
        """Put the signs of threads at the right of the lines where they are."""
        if threads != self._threads:
            self._threads = threads
            self.viewport().update()

    def bring_to_view(self, line: int) -> None:
        """Scroll as little as needed so that ``line`` (from 1) is seen, and two lines around it."""
        self._brought = line
        bar = self.verticalScrollBar()
        first = self.firstVisibleBlock().blockNumber()
        height = self.viewport().height()
        if self._note is not None and first < self._note.line <= line + 2:
            # Its row takes the room of lines.
            height -= self._note_height
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

    @property
    def _note_height(self) -> int:
        return self._row.height if self._row is not None else 0

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

    def sign_at(self, line: int) -> Sign | None:
        """The sign of ``line``."""
        return next((mark.sign for mark in self._marks if mark.line == line), None)

    @property
    def note(self) -> LineNote | None:
        """The row that is shown below a line."""
        return self._note

    def sign_colour(self, sign: Sign) -> QColor:
        """The colour that ``sign`` has in the theme."""
        return self._theme.colour(SIGN_COLOURS.get(sign, "ink2"))

    @property
    def theme(self) -> Theme:
        """The colours painted with."""
        return self._theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds first, then Qt's text, then what stands over it."""
        painter = QPainter(self.viewport())
        lines = self.visible_lines()
        for line, box in lines:
            sign = self.sign_at(line)
            if sign in _GROUNDS:
                painter.fillRect(box, self._theme.colour(_GROUNDS[sign]))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for line, box in lines:
            sign = self.sign_at(line)
            if sign in (Sign.ABOUT_TO_RUN, Sign.RAISED, Sign.PASSED):
                painter.fillRect(QRectF(0, box.top(), 3, box.height()), self.sign_colour(sign))
            self._paint_threads(painter, box, line)
            if self._note is not None and self._note.line == line:
                self._paint_note(painter, box, self._note)
        painter.end()

    def _paint_threads(self, painter: QPainter, line: QRectF, number: int) -> None:
        marks = [mark for mark in self._threads if mark.line == number]
        if marks:
            text = self._start_of(number), self._end_of(number)
            paint(painter, marks, line, text, font=self.window().font(), theme=self._theme)

    def _start_of(self, number: int) -> float:
        """Where the text of a line begins, behind its indentation."""
        block = self.document().findBlockByNumber(number - 1)
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + len(text) - len(text.lstrip()))
        return self.cursorRect(cursor).left()

    def _end_of(self, number: int) -> float:
        """Where the text of a line ends."""
        block = self.document().findBlockByNumber(number - 1)
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        # A line is never broken.
        return box.left() + block.layout().lineAt(0).naturalTextWidth()

    def _paint_note(self, painter: QPainter, line: QRectF, note: LineNote) -> None:
        box = QRectF(0, line.bottom(), line.width(), self._note_height)
        loss = self._theme.colour("loss")
        painter.fillRect(box, self._theme.colour("lossSoft"))
        painter.fillRect(QRectF(0, box.top(), 3, box.height()), loss)
        painter.setPen(QPen(loss, 1))
        painter.drawLine(box.topLeft(), box.topRight())
        if self._row is not None:
            self._row.paint(painter, box, loss)

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
        if self._row is not None:
            self._make_note()
        if seen:
            self.bring_to_view(self._brought)

    def set_code_font(self, font: QFont) -> None:
        """Write in another font; the gutter is as wide as its numbers need."""
        seen = self._is_brought_seen(self.viewport().height())
        self.setFont(font)
        self._make_room()
        if self._row is not None:
            self._make_note()
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

    def _repaint(self) -> None:
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


class Gutter(QWidget):
    """Breakpoints, line numbers and signs, left of the text; a click sets a breakpoint."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._came_from: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note_focus)

    def _note_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Qt gives the editor the focus just before a press beside its text is told."""
        self._came_from = old if now is self._editor else None
        QTimer.singleShot(0, self._forget_focus)

    def _forget_focus(self) -> None:
        self._came_from = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Of a line: it is to have a breakpoint, or none."""
        line = self._line_at(event.position().y())
        if line is not None and event.button() is Qt.MouseButton.LeftButton:
            self._editor.gutter_pressed.emit(line)
        if self._came_from is not None:
            # Else the next key that steps would be typed into the program.
            self._came_from.setFocus()

    def _line_at(self, y: float) -> int | None:
        boxes = self._editor.visible_lines()
        return next((line for line, box in boxes if box.top() <= y < box.bottom()), None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done at the line."""
        line = self._line_at(event.pos().y())
        if line is not None:
            self._editor.gutter_menu_asked.emit(line, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """The condition of a breakpoint is told where the pointer rests."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = self._line_at(event.pos().y())
            condition = self._editor.breakpoints().get(line or 0)
            told = f"<code>{escape(condition)}</code>" if condition else self.toolTip()
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As wide as the editor made it."""
        return QSize(self.width(), 0)

    def follow(self) -> None:
        """The editor has scrolled or changed."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers right-aligned, then the sign."""
        editor, theme = self._editor, self._editor.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), editor.palette().color(QPalette.ColorRole.Base))
        font = QFont(editor.font())
        font.setPixelSize(max(12, font.pixelSize() - 2))
        stops = editor.breakpoints()
        for line, box in editor.visible_lines():
            sign = editor.sign_at(line)
            box.setWidth(self.width())
            if sign in _GROUNDS:
                painter.fillRect(box, theme.colour(_GROUNDS[sign]))
            strong = sign in (Sign.ABOUT_TO_RUN, Sign.RAISED, Sign.PASSED)
            font.setBold(strong)
            painter.setFont(font)
            painter.setPen(editor.sign_colour(sign) if strong and sign else theme.colour("ink3"))
            painter.drawText(
                box.adjusted(0, 0, -18, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                str(line),
            )
            if line in stops:
                stop = Sign.CONDITION if stops[line] else Sign.BREAKPOINT
                colour = editor.sign_colour(stop)
                draw_sign(painter, stop, QPointF(10, box.center().y()), colour)
            if sign is not None:
                centre = QPointF(self.width() - 9, box.center().y())
                draw_sign(painter, sign, centre, editor.sign_colour(sign))
        painter.setPen(theme.colour("hair"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
