"""The base of charts that QPainter draws."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from visualizer.diagram.interfaces import offer_interfaces

type Colours = Callable[[str], QColor]
"""Returns the colour of a name, such as ``line``, in the current theme."""


class Chart(QWidget):
    """A chart that takes the focus, and paints a ring while it has it.

    It paints in pixels, so a picture of it, on paper too, equals the screen.
    """

    inset = 2
    """Pixels from the left and right edges to the ring."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        offer_interfaces()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @cached_property
    def interface(self) -> QAccessibleWidget:
        """The chart for screen readers, which pass over a plain widget: it is a filler."""
        return QAccessibleWidget(self, QAccessible.Role.Chart)

    @property
    def unit(self) -> float:
        """The text size as a multiple of the usual one."""
        return max(1.0, self.font().pixelSize() / 13)

    def sized(self, font: QFont, size: int, *, is_bold: bool = False) -> QFont:
        """Return ``font`` with ``size`` pixels at the usual text size."""
        found = QFont(font)
        found.setPixelSize(round(size * self.unit))
        if is_bold:
            found.setWeight(QFont.Weight.DemiBold)
        return found

    def paint_empty(self, painter: QPainter, text: str) -> None:
        """Write why there is nothing to paint."""
        painter.setPen(self.colours("ink2"))
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()).adjusted(16, 0, -16, 0), flags, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colours("accent"), 2))
            ring = QRectF(self.rect()).adjusted(self.inset, 1, -self.inset, -1)
            painter.drawRoundedRect(ring, 6, 6)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Paint everything but the ring."""
        raise NotImplementedError


STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -9_999, Qt.Key.Key_End: 9_999}
"""The distances that the keys go along moments or points."""


class MomentChart(Chart):
    """Shows a moment of a run; the arrow keys emit ``stepped`` with the distance to another."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the moments by the left and right arrow keys."""
        by = STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)
