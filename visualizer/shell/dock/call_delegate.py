"""Paints the call tree: one call per row, indented by its depth."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.dock.call_model import CallModel, CallRow
from visualizer.shell.widgets.row_list import FOLD, RowDelegate

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
INDENT, _PAD = 14, 4
_MOST_IN = 0.5
"""The maximum indentation of the running call, as a fraction of the width."""


class CallDelegate(RowDelegate):
    """Paints the rows; ``shift`` reduces the indentation to leave room for deep calls."""

    def __init__(self, model: CallModel) -> None:
        super().__init__()
        self._model = model
        self.shift = 0

    def follow(self, depth: int, width: int) -> None:
        """Choose ``shift`` so that a call at ``depth`` has room for its text in ``width``."""
        self.shift = max(0, (depth - 1) * px(INDENT) - round(_MOST_IN * width))

    def indent(self, depth: int) -> int:
        """Return the indentation of a call, in pixels."""
        return max(0, (depth - 1) * px(INDENT) - self.shift)

    def paint_row(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Paint a call."""
        row = self._model.shown(number)
        if row.running:
            self.paint_chosen(painter, rect)
        self._paint_lines(painter, rect, row)
        inside = rect.adjusted(self.indent(row.depth) + _PAD, 0, -_PAD, 0)
        if row.has_calls:
            self.paint_fold(painter, inside.left(), rect, is_folded=row.folded)
        inside.setLeft(inside.left() + FOLD + 2)
        self._paint_words(painter, inside, row)

    def _paint_lines(self, painter: QPainter, rect: QRect, row: CallRow) -> None:
        """Draw a line from each caller down to the calls that it made."""
        painter.setPen(THEME.colour("hair"))
        for depth in range(1, row.depth):
            x = rect.left() + (depth - 1) * px(INDENT) - self.shift + _PAD + FOLD // 2
            if x > rect.left():
                painter.drawLine(x, rect.top(), x, rect.bottom())

    def _paint_words(self, painter: QPainter, inside: QRect, row: CallRow) -> None:
        bold = QFont(self.font)
        bold.setBold(row.running or row.on_stack)
        name = f"▶ {row.name}" if row.running else row.name
        colour = "ink" if row.begun else "ink3"
        outcome = "loss" if row.raised else "accent"
        for text, font, ink in (
            (name, bold, "accent" if row.running else colour),
            (row.arguments, self.font, "ink2" if row.begun else "ink3"),
            (f"  {row.outcome}" if row.outcome else "", self.font, outcome),
        ):
            if not text:
                continue
            painter.setFont(font)
            painter.setPen(THEME.colour(ink))
            metrics = painter.fontMetrics()
            room = inside.width()
            if text == row.arguments and row.outcome:
                # The outcome is shown in full; the arguments are cut.
                room -= metrics.horizontalAdvance(f"  {row.outcome}")
            least = metrics.horizontalAdvance("(…)") if text == row.arguments else 0
            room = max(room, least)
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
            painter.drawText(inside, _LEFT, cut)
            inside.setLeft(inside.left() + metrics.horizontalAdvance(cut))
