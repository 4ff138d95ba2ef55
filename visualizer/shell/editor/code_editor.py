"""The editor of a program's text, with a gutter and annotated lines."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit

from visualizer.shell.appearance.look import THEME
from visualizer.shell.editor.annotations import Annotations, paint_frame
from visualizer.shell.editor.code_layout import LEADING, text_of
from visualizer.shell.editor.emphasis import Emphasis, Span, Stress, characters, units
from visualizer.shell.editor.gutter import Gutter
from visualizer.shell.editor.keys import type_key
from visualizer.shell.editor.python_scan import LARGEST, pair_at
from visualizer.shell.widgets.dragged import files_in

_GUTTER = 50
_AROUND = 2
"""Lines shown before and after the line that is brought into view."""


class BracketPairs(QObject):
    """Highlights the pair of brackets at the text cursor of ``editor``."""

    def __init__(self, editor: QPlainTextEdit, emphasis: Emphasis) -> None:
        super().__init__(editor)
        self._editor, self._emphasis = editor, emphasis
        editor.cursorPositionChanged.connect(self.show)
        editor.selectionChanged.connect(self.show)

    def show(self) -> None:
        """Highlight the pair at the cursor, if any."""
        self._emphasis.show(Stress.BRACKET, self._spans())

    def _spans(self) -> tuple[Span, ...]:
        document, cursor = self._editor.document(), self._editor.textCursor()
        at = cursor.position()
        beside = (document.characterAt(place) for place in (at - 1, at))
        large = document.characterCount() > LARGEST
        if large or cursor.hasSelection() or not any(one in "()[]{}" for one in beside):
            return ()
        text = text_of(document)
        pair = pair_at(text, characters(text, at))
        places = (units(text, place) for place in pair or ())
        return tuple(Span(place, place + 1) for place in sorted(places))


class CodeEditor(QPlainTextEdit):
    """Shows one document at a time. Lines count from 1.

    ``breakpoints`` returns the lines that have a breakpoint, with their conditions.
    ``gutter_pressed`` and ``gutter_menu_asked`` carry the line at which the user pressed the
    gutter or asked for its menu. ``keys_first`` may handle a key before the editor does, and then
    returns True. ``typed`` carries the text of each other key; ``left`` is emitted when the
    editor loses the focus, ``escaped`` when Escape has nothing else to end.
    """

    gutter_pressed = Signal(int)
    gutter_menu_asked = Signal(int, QPoint)
    typed = Signal(str)
    left = Signal()
    escaped = Signal()

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._line_in_view = 0
        self.breakpoints: Callable[[], Mapping[int, str]] = dict
        self.keys_first: Callable[[QKeyEvent], bool] = lambda _event: False
        self.setFont(font)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.show_wrapped(False)
        self.annotations = Annotations(self)
        self.emphasis = Emphasis(self)
        self.framed: Span | None = None
        BracketPairs(self, self.emphasis)
        self.gutter = Gutter(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self.gutter.follow)
        self.cursorPositionChanged.connect(lambda: self.setTabChangesFocus(False))

    def show_document(self, document: QTextDocument, *, read_only: bool) -> None:
        """Show ``document``, whose layout must be a ``CodeLayout``."""
        self.emphasis.forget()
        self.framed = None
        self.setDocument(document)
        self.setReadOnly(read_only)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self._make_room()

    def show_wrapped(self, wrapped: bool) -> None:
        """Wrap lines that are wider than the pane, or scroll sideways."""
        was_visible = self._is_visible_in(self.viewport().height())
        modes = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(modes.WidgetWidth if wrapped else modes.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if was_visible:
            self.bring_to_view(self._line_in_view)

    def bring_to_view(self, line: int) -> None:
        """Scroll as little as shows ``line`` (from 1) and two lines around it."""
        self._line_in_view = line
        bar = self.verticalScrollBar()
        first = self.firstVisibleBlock().blockNumber()
        height = self.viewport().height()
        note = self.annotations.note
        if note is not None and first < note.line <= line + 2:
            # The note's row covers lines.
            height -= self.annotations.note_height
        rows = max(1, int(height / self.line_height()) - 1)
        # In a low viewport, keep fewer lines around it.
        around = min(_AROUND, (rows - 1) // 2)
        if line - 1 - around < first:
            bar.setValue(self._row_of(line - around))
        elif self._row_of(line + around + 1) > self._row_of(first + 1) + rows:
            bar.setValue(self._row_of(line + around + 1) - rows)

    def _row_of(self, line: int) -> int:
        """Return the number of rows above a line (from 1), where a wrapped line has several."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        return block.firstLineNumber() if block.isValid() else self.document().lineCount()

    def line_height(self) -> float:
        """Return the height of a line in pixels, leading included."""
        return self.fontMetrics().height() + LEADING

    def visible_lines(self) -> list[tuple[int, QRectF]]:
        """Return the visible lines (from 1) and their boxes in the viewport, without the note."""
        found = []
        block = self.firstVisibleBlock()
        # Qt would add up the lines from the first visible one to each.
        top = self.top_of(block).y()
        while block.isValid() and top <= self.viewport().height():
            height = self.blockBoundingRect(block).height()
            found.append((block.blockNumber() + 1, self._line_box(block, top)))
            block, top = block.next(), top + height
        return found

    def _line_box(self, block: QTextBlock, top: float) -> QRectF:
        height = block.layout().lineCount() * self.fontMetrics().height() + LEADING
        return QRectF(0, top - LEADING / 2, self.viewport().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint backgrounds, then Qt's text, then signs and the note."""
        lines = self.visible_lines()
        self.annotations.paint_grounds(lines)
        super().paintEvent(event)
        self.annotations.paint_signs(lines)
        if self.framed is not None:
            paint_frame(self, self.framed, THEME.colour("accent"))

    def frame(self, span: Span | None) -> None:
        """Draw a frame around ``span``, or remove the frame."""
        if span != self.framed:
            self.framed = span
            self.viewport().update()

    def top_of(self, block: QTextBlock) -> QPointF:
        """Return the top left corner of a block in the viewport."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()

    def viewportEvent(self, event: QEvent) -> bool:
        """Map a click between two lines to the line whose box contains it."""
        if isinstance(event, QMouseEvent):
            at = event.position()
            for _, box in self.visible_lines():
                if box.top() <= at.y() < box.bottom():
                    most = box.bottom() - LEADING / 2 - 1
                    event = _moved(event, min(max(at.y(), box.top() + LEADING / 2), most))
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle indentation keys of Python code; leave other keys to Qt."""
        if self.keys_first(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if self.isReadOnly() or not type_key(self.textCursor(), event):
            super().keyPressEvent(event)
            self.typed.emit(event.text())
            return
        self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """After focus by Tab, let Tab move the focus on until the cursor moves.

        A return from a menu or another window changes nothing.
        """
        super().focusInEvent(event)
        why = Qt.FocusReason
        if event.reason() not in (why.ActiveWindowFocusReason, why.PopupFocusReason):
            self.setTabChangesFocus(event.reason() in (why.TabFocusReason, why.BacktabFocusReason))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Emit ``left``, which closes the list of completions."""
        super().focusOutEvent(event)
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Refuse a dropped file: the window opens it instead of inserting its name."""
        return not files_in(source) and super().canInsertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter at the left edge, and the line of ``bring_to_view`` in view."""
        before = event.oldSize()
        # A text that opens before the window has its size comes to view at the first size.
        was_visible = not before.isValid() or self._is_visible_in(before.height())
        super().resizeEvent(event)
        area = self.contentsRect()
        self.gutter.setGeometry(area.left(), area.top(), self.gutter.width(), area.height())
        self.annotations.fit_note()
        if was_visible:
            self.bring_to_view(self._line_in_view)

    def set_code_font(self, font: QFont) -> None:
        """Use another font, and widen the gutter for its numbers."""
        was_visible = self._is_visible_in(self.viewport().height())
        self.setFont(font)
        self._make_room()
        self.annotations.fit_note()
        if was_visible:
            self.bring_to_view(self._line_in_view)

    def _is_visible_in(self, height: int) -> bool:
        """Whether a viewport of ``height`` pixels shows the line of ``bring_to_view``."""
        first = self.firstVisibleBlock().blockNumber()
        return first < self._line_in_view <= first + height / self.line_height()

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


def _moved(event: QMouseEvent, y: float) -> QMouseEvent:
    """Return a copy of ``event`` at ``y`` pixels below the top."""
    place = QPointF(event.position().x(), y)
    keys, device = event.modifiers(), event.pointingDevice()
    buttons = event.button(), event.buttons()
    return QMouseEvent(event.type(), place, event.globalPosition(), *buttons, keys, device)
