"""The legend of styles and signs, above the plots of a saved picture."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.labs.streaming.manners import MANNERS

_SIGN, _GAP, _HEIGHT = 9, 22, 28


class Legend(QWidget):
    """A legend, only for pictures: in the window the table shows the signs."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()

    def show_styles(self, keys: tuple[str, ...], width: int) -> None:
        """Lay out the styles ``keys`` in rows of ``width`` pixels."""
        self._keys = keys
        self.resize(width, px(_HEIGHT))
        rows = 1 + max((row for _, _, row in self._places()), default=0)
        self.resize(width, rows * px(_HEIGHT))

    def _places(self) -> list[tuple[str, float, int]]:
        metrics, x, row, found = QFontMetricsF(self.font()), 0.0, 0, []
        for key in self._keys:
            wide = px(_SIGN) + px(6) + metrics.horizontalAdvance(key)
            if x and x + wide > self.width():
                x, row = 0.0, row + 1
            found.append((key, x, row))
            x += wide + px(_GAP)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign and name of each style."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        for key, x, row in self._places():
            manner, middle = MANNERS[key], row * px(_HEIGHT) + px(_HEIGHT) / 2
            centre = QPointF(x + px(_SIGN) / 2, middle)
            colour, ground = THEME.colour(manner.colour), THEME.colour("pane")
            manner.draw_sign(painter, centre, px(_SIGN), colour, ground)
            painter.setPen(THEME.colour("ink"))
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(x + px(_SIGN) + px(6), baseline), key)
        painter.end()
