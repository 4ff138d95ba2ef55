"""Highlights the bracket at the text cursor and its partner."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit

from visualizer.shell.editor.code_layout import text_of
from visualizer.shell.editor.emphasis import Emphasis, Span, Stress, characters, units
from visualizer.shell.editor.python_scan import LARGEST, pair_at


class BracketPairs(QObject):
    """Follows the text cursor of ``editor``."""

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
