"""The card with the code of a style, which the user can step through."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextFormat
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy, QTextEdit

from visualizer.labs.streaming.small import COUNT, line_that_waits, small_program
from visualizer.labs.streaming.styles import style
from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import px, sized
from visualizer.shell.appearance.words import Words
from visualizer.shell.editor.code_layout import CodeLayout
from visualizer.shell.labs.common.code_card import CodeCard
from visualizer.shell.labs.common.context import LabContext


class CodePane(QPlainTextEdit):
    """Shows code and marks the line that yields or returns an item, with words beside it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._waits: int | None = None
        self.document().setDocumentLayout(CodeLayout(self.document()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.textChanged.connect(self._mark)
        THEME.changed.connect(self._mark)

    def _mark(self) -> None:
        text = self.toPlainText()
        self._waits = line_that_waits(text) if text else None
        marks = []
        if self._waits is not None:
            mark = QTextEdit.ExtraSelection()
            mark.format.setBackground(THEME.colour("accentSoft"))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            cursor = self.textCursor()
            cursor.setPosition(self.document().findBlockByNumber(self._waits - 1).position())
            mark.cursor = cursor
            marks.append(mark)
        self.setExtraSelections(marks)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the code, and words at the right of the marked line if there is room."""
        super().paintEvent(event)
        if self._waits is None:
            return
        block = self.document().findBlockByNumber(self._waits - 1)
        line = self.blockBoundingGeometry(block).translated(self.contentOffset())
        painter = QPainter(self.viewport())
        font = sized(QApplication.font(), 12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        text = self._words("stream.waits_here")
        width = painter.fontMetrics().horizontalAdvance(text)
        code = self.fontMetrics().horizontalAdvance(block.text()) + line.left() + px(30)
        left = self.viewport().width() - width - px(12)
        if left > code:
            painter.setPen(THEME.colour("accent"))
            room = QRect(left, round(line.top()), width + 2, self.fontMetrics().height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class StyleCode(CodeCard):
    """Shows the code of a style."""

    def __init__(self, context: LabContext) -> None:
        self.pane = CodePane(context.words)
        super().__init__(context, "stream.code", _small_program, self.pane)
        context.words.bind(self.choice.setAccessibleName, "stream.style")

    def show_styles(self, keys: tuple[str, ...], selected: str) -> None:
        """Offer the styles ``keys``, and show the code of ``selected``."""
        self.offer(keys)
        source, remark = style(selected).source, self.words("stream.small", count=str(COUNT))
        self.show_code(selected, self.words("stream.code"), source, remark, can_open=True)


def _small_program(key: str) -> str:
    return small_program(style(key))
