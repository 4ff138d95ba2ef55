"""The gutter of the editor: breakpoints, line numbers and signs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from visualizer.shell.appearance.look import THEME
from visualizer.shell.editor.annotations import GROUNDS
from visualizer.shell.source.signs import Sign, draw_sign

if TYPE_CHECKING:
    from visualizer.shell.editor.code_editor import CodeEditor


class Gutter(QWidget):
    """The strip left of the text; a click on it sets or removes a breakpoint."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._former_focus: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note_focus)

    def _note_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Store the previous focus: Qt focuses the editor just before a press arrives."""
        self._former_focus = old if now is self._editor else None
        QTimer.singleShot(0, self._forget_focus)

    def _forget_focus(self) -> None:
        self._former_focus = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Emit the pressed line, and restore the former focus."""
        line = self._line_at(event.position().y())
        if line is not None and event.button() is Qt.MouseButton.LeftButton:
            self._editor.gutter_pressed.emit(line)
        if self._former_focus is not None:
            # Otherwise the next step key would be typed into the program.
            self._former_focus.setFocus()

    def _line_at(self, y: float) -> int | None:
        boxes = self._editor.visible_lines()
        return next((line for line, box in boxes if box.top() <= y < box.bottom()), None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line."""
        line = self._line_at(event.pos().y())
        if line is not None:
            self._editor.gutter_menu_asked.emit(line, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Show the condition of a breakpoint as its tool tip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            line = self._line_at(event.pos().y())
            condition = self._editor.breakpoints().get(line or 0)
            text = f"<code>{escape(condition)}</code>" if condition else self.toolTip()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return the width that the editor has set."""
        return QSize(self.width(), 0)

    def follow(self) -> None:
        """Repaint, after the editor has scrolled or changed."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint breakpoints, line numbers and signs."""
        editor, annotations = self._editor, self._editor.annotations
        painter = QPainter(self)
        painter.fillRect(event.rect(), editor.palette().color(QPalette.ColorRole.Base))
        font = QFont(editor.font())
        font.setPixelSize(max(12, font.pixelSize() - 2))
        stops = editor.breakpoints()
        for line, box in editor.visible_lines():
            sign = annotations.sign_at(line)
            box.setWidth(self.width())
            if sign in GROUNDS:
                painter.fillRect(box, THEME.colour(GROUNDS[sign]))
            strong = sign in (Sign.ABOUT_TO_RUN, Sign.RAISED, Sign.PASSED)
            font.setBold(strong)
            painter.setFont(font)
            painter.setPen(
                annotations.sign_colour(sign) if strong and sign else THEME.colour("ink3")
            )
            painter.drawText(
                box.adjusted(0, 0, -18, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                str(line),
            )
            if line in stops:
                stop = Sign.CONDITION if stops[line] else Sign.BREAKPOINT
                colour = annotations.sign_colour(stop)
                draw_sign(painter, stop, QPointF(10, box.center().y()), colour)
            if sign is not None:
                centre = QPointF(self.width() - 9, box.center().y())
                draw_sign(painter, sign, centre, annotations.sign_colour(sign))
        painter.setPen(THEME.colour("hair"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
