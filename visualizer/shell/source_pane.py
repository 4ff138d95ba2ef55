"""The program: its name, the button that records it, its text, what the signs mean."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualizer.diagram.themes import Theme
from visualizer.shell.code_editor import CodeEditor
from visualizer.shell.code_layout import code_document, text_of
from visualizer.shell.controls import Button, follow_action
from visualizer.shell.icons import pixmap
from visualizer.shell.line_marks import LineMark, LineNote
from visualizer.shell.signs import Sign, draw_sign
from visualizer.shell.words import Words

_HIGHLIGHTED_LINES = 5_000
"""Lines beyond which a text stays plain: colouring one takes a sixth of a millisecond a line."""


@dataclass(frozen=True, slots=True)
class Place:
    """The file and line that the step is at."""

    file: str
    line: int


class SourcePane(QWidget):
    """One document for each file; the first is the program and may be edited."""

    edited = Signal()

    def __init__(
        self,
        words: Words,
        theme: Theme,
        font: QFont,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("pane", "true")
        self._words, self._theme, self._font = words, theme, font
        self.editor = CodeEditor(theme, font)
        self.files = QComboBox()
        self.record = Button("primary", "circle-dot")
        self._symbol = QLabel()
        self._legend = Legend(words, theme)
