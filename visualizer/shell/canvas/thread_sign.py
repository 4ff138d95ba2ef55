"""The sign of a thread: T and its number in a rounded square, filled for the step's thread."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap

from visualizer.shell.appearance.icons import painted
from visualizer.shell.appearance.look import THEME

HEIGHT = 20
_TYPE = 12


def sign_width(font: QFont, number: int) -> float:
    """Return the width of a thread's sign: nearly a square, wider for a long number."""
    bold = _bold(font)
    return max(HEIGHT + 4, QFontMetricsF(bold).horizontalAdvance(f"T{number}") + 8)


def draw_thread(painter: QPainter, text: str, box: QRectF, *, filled: bool) -> None:
    """Draw a sign with ``text`` into ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = THEME.colour("accent")
    painter.setPen(QPen(accent if filled else THEME.colour("line"), 1.5))
    painter.setBrush(accent if filled else THEME.colour("pane"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    painter.setFont(_bold(painter.font()))
    painter.setPen(THEME.colour("onAccent" if filled else "ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def thread_pixmap(number: int, font: QFont, scale: float, *, filled: bool) -> QPixmap:
    """Return the sign of thread ``number`` as a pixmap."""
    width = sign_width(font, number)

    def paint(painter: QPainter) -> None:
        painter.setFont(font)
        draw_thread(painter, f"T{number}", QRectF(0, 0, width, HEIGHT), filled=filled)

    return painted(paint, width, HEIGHT, scale)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(_TYPE)
    made.setBold(True)
    return made
