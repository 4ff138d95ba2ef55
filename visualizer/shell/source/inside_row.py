"""A row below the code that shows a line during its evaluation."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QFrame

from visualizer.explain.expressions.composing import Expression
from visualizer.explain.expressions.line import EvaluatedLine, Piece
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.words import Words
from visualizer.shell.editor.code_layout import note_size
from visualizer.shell.editor.emphasis import Span, units
from visualizer.shell.playback.inside import Inside
from visualizer.shell.playback.player import Player
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.widgets.controls import keys_of
from visualizer.shell.widgets.layouts import in_column, text_label

_MOST = 6
"""The maximum number of values shown of the evaluation stack, the newest first."""
_OBJECTS, _COUNTS = 2, 3
"""The lowest levels that show types, and counts."""


class InsideRow(QFrame):
    """Shows the line with its values above the evaluation stack; frames the expression."""

    def __init__(
        self,
        inside: Inside,
        player: Player,
        source: SourcePane,
        words: Words,
        *,
        action: QAction,
        differs_in: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self._inside, self._player, self._source = inside, player, source
        self._words, self._action = words, action
        self._differs_in = differs_in
        self.setProperty("caption", "true")
        self.place = text_label(wraps=True)
        self.text = text_label(wraps=True, form=Qt.TextFormat.RichText)
        self.stack = text_label(wraps=True, form=Qt.TextFormat.RichText)
        column = in_column(self, margins=(16, 8, 12, 8), spacing=4)
        for label in (self.place, self.text, self.stack):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        source.add_row(self)
        source.editor.installEventFilter(self)
        for changed in (inside.changed, player.level_changed, words.changed, source.shown_changed):
            changed.connect(self.show_line)
        THEME.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        ground, edge = THEME.colour("accentSoft").name(), THEME.colour("accent").name()
        self.setStyleSheet(
            f'QFrame[caption="true"] {{ background: {ground}; border-top: 2px solid {edge}; }}'
        )
        self.show_line()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the code."""
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            self.show_line()
        return False

    def show_line(self) -> None:
        """Show the last evaluated expression, if the player is inside a line."""
        line, inside, words = self._inside.line, self._inside, self._words
        # The row stays while the user moves by expressions: otherwise the code would jump.
        self.setVisible(line is not None or inside.is_followed)
        self._frame(line)
        font: QFont = self._source.editor.font()
        small = QFont(self.font())
        small.setPixelSize(note_size(font))
        for label in (self.place, self.text, self.stack):
            label.setFont(small if label is self.place else font)
        keys, count = keys_of(self._action), len(inside.here)
        if line is None:
            self.place.setText(words("inside.begin", n=count, keys=keys))
            self._show_beginning()
            return
        self.place.setText(words("inside.place", at=inside.at, count=count, keys=keys))
        self.text.setText("".join(self._piece(one, line.current) for one in line.pieces))
        shown = line.stack[: -_MOST - 1 : -1]
        rows = [self._row(one, is_newest=one is line.current) for one in shown]
        self.stack.setText("<br>".join(rows))
        plain = "".join(one.text for one in line.pieces)
        self.setAccessibleName(f"{line.current.text} → {line.current.value.text}. {plain}")

    def _show_beginning(self) -> None:
        """Show the step's line before any of its expressions is evaluated."""
        step, recording = self._player.state.step, self._player.recording
        source = recording.sources.get(step.file, "") if step and recording else ""
        lines = source.splitlines()
        text = lines[step.line - 1].strip() if step and 0 < step.line <= len(lines) else ""
        self.text.setText(escape(text).replace(" ", "&nbsp;"))
        self.stack.setText("&nbsp;")

    def _piece(self, piece: Piece, current: Expression) -> str:
        text = escape(piece.text).replace(" ", "&nbsp;")
        if piece.value is None:
            return text
        ink = THEME.colour("accent").name()
        if piece.value is current:
            ground = THEME.colour("card").name()
            return f'<b style="color:{ink}; background-color:{ground}">&nbsp;{text}&nbsp;</b>'
        return f'<span style="color:{ink}">{text}</span>'

    def _row(self, one: Expression, *, is_newest: bool) -> str:
        words, level, value = self._words, self._player.level, one.value
        said = f"{escape(one.text)} → <b>{escape(value.text)}</b>"
        more = []
        if level >= _OBJECTS:
            more.append(value.type)
        if level >= _COUNTS:
            count = value.refcount
            more.append("∞" if count is None else words("inside.count", n=count))
        if level >= _OBJECTS and value.serial is None and value.refcount is not None:
            more.append(words("inside.temporary" if value.ended else "inside.unnamed"))
        faint = THEME.colour("ink2").name()
        rest = f' <span style="color:{faint}">{escape(" · ".join(more))}</span>' if more else ""
        return f"{said if is_newest else said.replace('<b>', '').replace('</b>', '')}{rest}"

    def _frame(self, line: EvaluatedLine | None) -> None:
        """Frame the expression in the editor.

        An edited text gets no frame, because its positions differ.
        """
        editor, span = self._source.editor, None
        file = "" if line is None else line.current.value.file
        if line is not None and file == self._source.shown and not self._differs_in(file):
            first_line, first, last_line, last = line.current.at
            text = editor.document()
            start = text.findBlockByNumber(first_line - 1)
            end = text.findBlockByNumber(last_line - 1)
            span = Span(
                start.position() + units(start.text(), first),
                end.position() + units(end.text(), last),
            )
        editor.frame(span)
        if span is not None and line is not None:
            editor.bring_to_view(line.current.at[0])
