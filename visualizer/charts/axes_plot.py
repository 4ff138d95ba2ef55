"""Two axes with any scales, whose text follows the text size."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visualizer.charts.colours import Colours
from visualizer.charts.graphs import pg
from visualizer.charts.scales import Scale

_TICK_ROOM = 34
_LEFT_WIDE, _MOST_ACROSS = 62, 8


class AxesPlot(pg.PlotWidget):
    """A plot with a vertical and a horizontal axis; the user cannot drag or zoom it."""

    right = 104
    """Pixels to the right of the lower axis, at the usual text size."""

    def __init__(self, colours: Colours, x: Scale, y: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False)
        self.colours, self.x, self.y = colours, x, y
        self._zoom = 1.0
        self.setFrameShape(self.Shape.NoFrame)
        self.setMinimumSize(200, 160)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        item = self.getPlotItem()
        item.hideButtons()
        box = item.getViewBox()
        box.setMouseEnabled(False, False)
        box.setDefaultPadding(0)
        box.disableAutoRange()
        self._leave_room()

    def set_scales(self, x: Scale, y: Scale) -> None:
        """Use other scales from the next ``show_axes`` on."""
        self.x, self.y = x, y

    def set_zoom(self, percent: int) -> None:
        """Write text at so many percent of the usual size."""
        self._zoom = percent / 100
        self._leave_room()

    def show_axes(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Show the range of these values, at least one for each axis."""
        low, high = self.y.ends(min(ys), max(ys))
        left, right = self.x.place(min(xs)), self.x.place(max(xs))
        if right <= left:
            left, right = left - 0.5, right + 0.5
        inset = 0.02 * (right - left)
        self.getPlotItem().getViewBox().setRange(
            xRange=(left - inset, right + inset), yRange=(low, high), padding=0
        )
        self._draw_axes(low, high, left, right)

    def place(self, x: float, y: float) -> QPointF:
        """Return the point of a value, in pixels of the plot."""
        box = self.getPlotItem().getViewBox()
        point: QPointF = box.mapViewToScene(QPointF(self.x.place(x), self.y.place(y)))
        return point

    @property
    def area(self) -> QRectF:
        """The rectangle between the axes, in pixels."""
        area: QRectF = self.getPlotItem().getViewBox().sceneBoundingRect()
        return area

    def pixels(self, pixels: float) -> float:
        """Return ``pixels`` scaled from the usual to the current text size."""
        return pixels * self._zoom

    def text_font(self, *, bold: bool = False) -> QFont:
        """Return the font of the axes and of all text in the plot."""
        font = QFont(self.font())
        font.setPixelSize(round(self.pixels(12)))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _leave_room(self) -> None:
        self.getPlotItem().layout.setContentsMargins(
            self.pixels(4), self.pixels(10), self.pixels(self.right), self.pixels(2)
        )
        font = self.text_font()
        for side in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(side)
            axis.setTickFont(font)
            axis.setStyle(tickLength=0, tickTextOffset=8, hideOverlappingLabels=False)
        self.getPlotItem().getAxis("left").setWidth(self.pixels(_LEFT_WIDE))
        self.getPlotItem().getAxis("bottom").setHeight(self.pixels(24))

    def _draw_axes(self, low: float, high: float, left: float, right: float) -> None:
        item, colours = self.getPlotItem(), self.colours
        room = max(1, int(self.height() / self.pixels(_TICK_ROOM)))
        for side, scale, ends, most in (
            ("left", self.y, (low, high), room),
            ("bottom", self.x, (left, right), self._most_across(left, right)),
        ):
            axis = item.getAxis(side)
            values = scale.ticks(*ends, most)
            axis.setTicks([[(scale.place(one), scale.tick(one)) for one in values]])
            axis.setPen(pg.mkPen(colours("line")) if side == "bottom" else pg.mkPen(None))
            axis.setTextPen(colours("ink2"))
            if side == "left":
                for one in values:
                    grid = pg.InfiniteLine(scale.place(one), 0, pg.mkPen(colours("hair")))
                    grid.setZValue(-20)
                    item.addItem(grid)

    def _most_across(self, left: float, right: float) -> int:
        """Return the maximum number of values on the lower axis that do not touch each other."""
        metrics = QFontMetricsF(self.text_font())
        room = self.width() - self.pixels(_LEFT_WIDE + self.right)
        for most in range(_MOST_ACROSS, 1, -1):
            values = self.x.ticks(left, right, most)
            places = [self.x.place(one) for one in values]
            step = min((after - before for before, after in pairwise(places)), default=right - left)
            wide = max((metrics.horizontalAdvance(self.x.tick(one)) for one in values), default=0.0)
            if room * step >= (wide + self.pixels(8)) * (right - left):
                return most
        return 1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ignore the mouse: the user cannot drag the plot."""
        event.accept()

    def wheelEvent(self, event: object) -> None:
        """Scroll the page instead of zooming the plot."""
        event.ignore()  # type: ignore[attr-defined]
