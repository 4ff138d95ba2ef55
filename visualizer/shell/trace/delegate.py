"""Paints the trace table: coloured code, and changed cells with fill, outline and sign."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from visualizer.shell.appearance.icons import PAD, SIGN, paint_mark, pixmap
from visualizer.shell.appearance.look import THEME
from visualizer.shell.trace.model import CODE, FIXED, STEP, Shown, TraceModel

ROW = 25


class TraceDelegate(QStyledItemDelegate):
    """``current`` is the row of the current step, ``marked`` the steps with a bookmark."""

    def __init__(self, model: TraceModel, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self.font = model, font
        self.current = -1
        self.marked: frozenset[int] = frozenset()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell."""
        rect: QRect = option.rect
        row, section = index.row(), index.column()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        here = row == self.current
        painter.fillRect(rect, THEME.colour("accentSoft" if here else "pane"))
        ink = THEME.colour("ink" if row <= self.current else "ink2")
        if section >= FIXED:
            self._paint_cell(painter, rect, row, section, ink)
        elif section == CODE:
            self._paint_code(painter, rect, row, ink)
        else:
            self._paint_number(painter, rect, index, here)
        painter.setPen(QPen(THEME.colour("hair"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_number(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        here: bool,
    ) -> None:
        if index.column() == STEP:
            if here:
                painter.fillRect(QRect(rect.topLeft(), rect.bottomLeft()).adjusted(0, 0, 3, 0),
                                 THEME.colour("accent"))  # fmt: skip
            if self._model.rows[index.row()] in self.marked:
                accent = THEME.colour("accent")
                scale = max(1, round(painter.device().devicePixelRatioF()))
                painter.drawPixmap(
                    rect.left() + 6, rect.top() + 5, pixmap("bookmark", accent, 15, scale)
                )
            if here:
                bold = QFont(self.font)
                bold.setBold(True)
                painter.setFont(bold)
        painter.setPen(THEME.colour("accent" if here else "ink2"))
        inside = rect.adjusted(0, 0, -PAD, 0)
        painter.drawText(inside, _RIGHT, str(index.data()))

    def _paint_code(self, painter: QPainter, rect: QRect, row: int, ink: QColor) -> None:
        # Imported late: Pygments is slow to import, and the window rarely opens with the table.
        from visualizer.shell.editor.highlighter import lex_line

        _, code, event = self._model.place(row)
        words = self._model.event_words(event)
        metrics = painter.fontMetrics()
        inside = rect.adjusted(PAD, 0, -PAD, 0)
        room = inside.width() - (metrics.horizontalAdvance(f"  {words}") if words else 0)
        code = metrics.elidedText(code, Qt.TextElideMode.ElideRight, max(0, room))
        painter.setPen(ink)
        x, at = inside.left(), 0
        spans, _ = lex_line(code, 0)
        for start, length, colour in [*spans, (len(code), 0, "ink")]:
            for text, pen in ((code[at:start], ink), (code[start : start + length], None)):
                if text:
                    painter.setPen(pen or THEME.colour(colour))
                    painter.drawText(
                        QRect(x, inside.top(), inside.width(), inside.height()), _LEFT, text
                    )
                    x += metrics.horizontalAdvance(text)
            at = start + length
        if words:
            painter.setPen(THEME.colour("ink3"))
            painter.drawText(inside, _RIGHT, words)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, row: int, section: int, ink: QColor
    ) -> None:
        painter.setPen(QPen(THEME.colour("hair"), 1))
        painter.drawLine(rect.topLeft(), rect.bottomLeft())
        shown = self._model.shown(row, self._model.columns[section - FIXED])
        inside = rect.adjusted(PAD + 4, 0, -PAD, 0)
        if shown is None:
            painter.setPen(THEME.colour("ink3"))
            painter.drawText(inside, _LEFT, "\u2013")
            return
        if shown.turn is not None:
            ink = paint_mark(painter, rect, shown.turn)
            inside.setRight(inside.right() - SIGN - 4)
        self._paint_value(painter, inside, shown, ink)

    def _paint_value(self, painter: QPainter, inside: QRect, shown: Shown, ink: QColor) -> None:
        text = self._model.written(shown)
        metrics = painter.fontMetrics()
        if shown.why is not None and shown.turn is None:
            text, ink = self._model.reason(shown), THEME.colour("ink3")
        elif self._model.with_counts and shown.counted and shown.text:
            value, count = text[: len(shown.text)], text[len(shown.text) :].strip()
            painter.setPen(THEME.colour("ink3" if shown.turn is None else "ink2"))
            painter.drawText(inside, _RIGHT, count)
            inside = inside.adjusted(0, 0, -metrics.horizontalAdvance(f" {count}"), 0)
            text = value
        painter.setPen(ink)
        painter.drawText(
            inside, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        )


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
