"""Paints the variable table: names and values in two columns, below the heading of each call."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visualizer.diagram.themes import Theme
from visualizer.explain import RESULT_KEYWORDS, Variable
from visualizer.shell.appearance.change_marks import PAD, SIGN, paint_mark
from visualizer.shell.appearance.icons import pixmap
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.dock.variable_model import Row, VariableModel

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FOLD, _GAP = 14, 8
_MOST_NAME, _MOST_SAME = 0.36, 0.5
"""The largest fraction of a row for its name, and of the rest for another name of the object."""


class VariableDelegate(QStyledItemDelegate):
    """Paints the rows, and marks those that refer to the object ``selected``."""

    def __init__(self, model: VariableModel, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._model = model
        self.theme, self.font = theme, font
        self.selected: int | None = None
        self._names: tuple[list[Row], int, int] = ([], 0, 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        rect: QRect = option.rect
        row = self._model.rows[index.row()]
        variable = self._model.variable(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        if variable is None:
            self._paint_heading(painter, rect, row)
        else:
            chosen = variable.serial is not None and variable.serial == self.selected
            self._paint_variable(painter, rect, row, variable, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme, running = self.theme, row.scope is not None and row.scope.running
        painter.fillRect(rect, theme.colour("accentSoft" if running else "cardHead"))
        scale = max(1, round(painter.device().devicePixelRatioF()))
        sign = "chevron-right" if self._model.is_folded(row) else "chevron-down"
        top = rect.top() + (rect.height() - _FOLD) // 2
        fold = pixmap(sign, theme.colour("ink2"), _FOLD, scale)
        painter.drawPixmap(rect.left() + 3, top, fold)
        inside = rect.adjusted(_FOLD + 7, 0, -PAD, 0)
        place = self._model.place(row)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(inside, _RIGHT, place)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(f"{place}  "))
        bold = QFont(self.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(theme.colour("accent" if running else "ink"))
        title = f"▶ {self._model.title(row)}" if running else self._model.title(row)
        painter.drawText(inside, _LEFT, _cut(painter, title, inside))

    def _paint_variable(
        self, painter: QPainter, rect: QRect, row: Row, variable: Variable, *, chosen: bool
    ) -> None:
        theme = self.theme
        if chosen:
            painter.fillRect(rect, theme.colour("accentSoft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()),
                             theme.colour("accent"))  # fmt: skip
        name = QRect(rect.left() + PAD, rect.top(), self._name_width(rect), rect.height())
        value = rect.adjusted(name.right() + 1 - rect.left(), 0, 0, 0)
        ink = theme.colour("ink")
        inside = value.adjusted(PAD + 2, 0, -PAD, 0)
        if variable.change is not None:
            ink = paint_mark(painter, value, variable.change, theme)
            inside.setRight(inside.right() - SIGN - 4)
        painter.setPen(theme.colour("ink2" if variable.name in RESULT_KEYWORDS.values() else "ink"))
        painter.drawText(name, _LEFT, _cut(painter, variable.name, name))
        if same := self._model.same(row, variable):
            inside.setRight(inside.right() - self._paint_same(painter, inside, same))
        painter.setPen(ink)
        text = variable.text or "–"
        if variable.why is not None:
            text = self._model.reason(variable)
            painter.setPen(ink if variable.change is not None else theme.colour("ink3"))
        painter.drawText(inside, _LEFT, _cut(painter, text, inside))
        painter.setPen(theme.colour("hair"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_same(self, painter: QPainter, inside: QRect, same: str) -> int:
        """Paint another name of the same object at the right; return its width in pixels."""
        theme = self.theme
        room = QRect(inside)
        room.setLeft(inside.right() - round(_MOST_SAME * inside.width()))
        text = _cut(painter, same, room.adjusted(0, 0, -_GAP, 0))
        room.setLeft(room.right() - painter.fontMetrics().horizontalAdvance(text) - _GAP)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("pane"))
        painter.drawRoundedRect(room.adjusted(0, 4, 0, -5), 4, 4)
        painter.setPen(theme.colour("accent"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        return room.width() + 4

    def _name_width(self, rect: QRect) -> int:
        """Return the width of the column of names, in pixels."""
        if self._names[0] is not self._model.rows or self._names[2] != self.font.pixelSize():
            metrics = QFontMetrics(self.font)
            names = {self._model.name(row) for row in self._model.rows if not row.is_head}
            widest = max(map(metrics.horizontalAdvance, names), default=0)
            self._names = self._model.rows, widest + px(_GAP), self.font.pixelSize()
        return min(self._names[1], round(_MOST_NAME * rect.width()))


def _cut(painter: QPainter, text: str, room: QRect) -> str:
    width = max(0, room.width())
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
