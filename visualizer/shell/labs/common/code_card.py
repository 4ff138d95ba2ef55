"""A card with the code that a lab runs; the user can copy it, or step through it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy

from visualizer.shell.appearance.look import THEME, px, sized
from visualizer.shell.editor.code_layout import SpacedLayout, line_space
from visualizer.shell.editor.highlighter import Highlighter
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.context import LabContext
from visualizer.shell.widgets.controls import Choice, text_button
from visualizer.shell.widgets.layouts import in_row, text_label

_SIZE = 14


class CodeText(QPlainTextEdit):
    """Shows code; the line ``marked``, from 1, has another ground, and ``note`` beside it."""

    def __init__(self) -> None:
        wrap = QPlainTextEdit.LineWrapMode.NoWrap
        super().__init__(readOnly=True, tabChangesFocus=True, lineWrapMode=wrap)
        self.marked: int | None = None
        self.note = ""
        self.document().setDocumentLayout(SpacedLayout(self.document()))
        self.document().setDocumentMargin(12)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setProperty("ground", "canvas")
        Highlighter(self.document())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the code over the ground of the marked line, and the note if it has room."""
        if self.marked is None:
            super().paintEvent(event)
            return
        block = self.document().findBlockByNumber(self.marked - 1)
        line = self.blockBoundingGeometry(block).translated(self.contentOffset())
        code = line.left() + self.fontMetrics().horizontalAdvance(block.text()) + px(30)
        # Letters may exceed the height that their font claims.
        line.adjust(0, 0, 0, line_space(self.font()))
        line.setLeft(0)
        line.setRight(self.viewport().width())
        painter = QPainter(self.viewport())
        painter.fillRect(line, THEME.colour("accentSoft"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        font = sized(QApplication.font(), 12)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        left = line.right() - painter.fontMetrics().horizontalAdvance(self.note) - px(12)
        if left > code:
            painter.setPen(THEME.colour("accent"))
            baseline = line.center().y() + painter.fontMetrics().capHeight() / 2
            painter.drawText(QPointF(left, baseline), self.note)
        painter.end()


class CodeCard(Card):
    """Shows the code of a key; its button opens what ``program`` makes of the key as a program.

    Another button gives the code to ``copy``.
    ``title`` and ``hint`` are keys of words, the latter for the button's tool tip. ``offer`` lets
    the user choose a key, which ``picked`` carries.
    """

    picked = Signal(str)

    def __init__(
        self,
        context: LabContext,
        title: str,
        hint: str,
        program: Callable[[str], str],
        *,
        copy: Callable[[str], object],
    ) -> None:
        super().__init__(context.words, title)
        self._context, self._program, self._key = context, program, ""
        self.choice = Choice()
        words = context.words
        self.text = CodeText()
        words.bind(self.text.setAccessibleName, title)
        self.copy = text_button(
            words, "lab.copy", lambda: copy(self.text.toPlainText()), symbol="copy"
        )
        self.open = text_button(words, "lab.open_program", self._open, "soft", "step-forward")
        words.bind(self.open.setToolTip, hint)
        self.choice.textActivated.connect(self.picked)
        self.choice.hide()
        self.add_to_head(self.choice, self.copy)
        self.column.addWidget(self.text, 1)
        self.remark = text_label("caption", wraps=True)
        foot = in_row(None, self.open, (self.remark, 1), margins=(12, 8, 16, 8), spacing=10)
        self.column.addLayout(foot)

    def _open(self) -> None:
        program = self.words.program(self._program(self._key))
        self._context.open_program(program)

    def offer(self, keys: Iterable[str]) -> None:
        """Let the user choose one of ``keys``."""
        names = list(keys)
        self.choice.show()
        if names != [self.choice.itemText(at) for at in range(self.choice.count())]:
            self.choice.clear()
            self.choice.addItems(names)

    def show_code(self, key: str, title: str, code: str, remark: str, *, can_open: bool) -> None:
        """Show the ``code`` of a key; if it is shown already, it stays scrolled where it is."""
        self._key = key
        self.choice.setCurrentText(key)
        self.title.setText(title)
        if code != self.text.toPlainText():
            self.text.setPlainText(code)
        self.remark.setText(remark)
        self.open.setEnabled(can_open)

    def resize_words(self) -> None:
        """Follow the current text size."""
        super().resize_words()
        self.text.setFont(sized(self._context.code, _SIZE))
