"""The rows of the timeline that are plots: calls as nested bars, and amounts over the steps."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QStyleOptionGraphicsItem, QWidget

from visualizer.charts.amounts import WHOLE, ends_for, outline
from visualizer.charts.chart import Colours
from visualizer.charts.graphs import pg
from visualizer.charts.spans import Bar, Spans

ROW = 16
"""Pixels from one row of calls to the next, at the usual text size."""
_BAR = 14
_LABEL = 12
_ROUND = 3
_RIM = 1


class StepPlot(pg.GraphicsView):
    """A plot over the steps without axes or menus, with ``edge`` free pixels at both sides.
    pyqtgraph's own plot makes both before they can be hidden, and its menus outlive it. The plot
    leaves the mouse to the widget around it. A band marks the current step. ``scale`` is the scale
    of text.
    """

    def __init__(self, colours: Colours, edge: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours, self._edge = colours, edge
        self.scale = 1.0
        self._view = (1.0, 1.0)
        self._ends_shown = (0.0, 0.0)
        self._step = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Qt gives a policy to the viewport, too: a screen reader would offer a stop without a name.
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        expands = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expands, expands)
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self.box.disableAutoRange()
        self.box.sigResized.connect(self._show_view)
        self.centralLayout.setContentsMargins(_RIM, _RIM, _RIM, _RIM)
        self.centralLayout.addItem(self.box, 0, 0)
        self._band = pg.LinearRegionItem(movable=False)
        self._band.setZValue(-10)
        for line in self._band.lines:
            line.setPen(pg.mkPen(None))
        self.box.addItem(self._band)
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of another theme."""
        self.colours = colours
        self.setBackground(colours("pane"))
        self._band.setBrush(colours("accentSoft"))

    def show_step(self, step: int) -> None:
        """Mark the column of the current step; 0 for none."""
        self._step = step
        self._band.setVisible(step > 0)
        half = max(0.5, 2 * self.pixel)
        self._band.setRegion((step - half, step + half))

    def show_view(self, first: float, last: float) -> None:
        """Show the steps from ``first`` to ``last``, their middles ``edge`` pixels inside."""
        self._view = first, last
        self._show_view()

    def _show_view(self) -> None:
        """Show the view at the present width, which the edges depend on."""
        first, last = self._view
        margin = self._edge * self.pixel
        ends = first - margin, last + margin
        if ends != self._ends_shown:
            self._ends_shown = ends
            self.box.setXRange(*ends, padding=0)
            self.show_step(self._step)

    @property
    def pixel(self) -> float:
        """The number of steps per pixel."""
        first, last = self._view
        return max(last - first, 1) / max(1, self.width() - 2 * self._edge)


class AmountPlot(StepPlot):
    """Draws an amount at each step, as an area under stairs.

    If ``write`` is given and only a part of the steps is shown, the axis follows the visible
    values, and ``axis`` is its text at the left. Without 0 on the axis there is no area.
    """

    def __init__(
        self,
        colours: Colours,
        edge: int,
        parent: QWidget | None = None,
        write: Callable[[int], str] | None = None,
    ) -> None:
        self._curve = pg.PlotDataItem(stepMode="right", fillLevel=0)
        self._point = pg.ScatterPlotItem(size=7)
        self._steps = self._amounts = self._heights = np.zeros(0, np.int64)
        self._starts = np.zeros(0)
        self._end = 0
        self._write, self._ends = write, WHOLE
        super().__init__(colours, edge, parent)
        self.box.addItem(self._curve)
        self.box.addItem(self._point)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of another theme."""
        super().set_colours(colours)
        self._curve.setPen(pg.mkPen(colours("arrow"), width=1.5))
        self._fill()
        self._point.setBrush(pg.mkBrush(colours("accent")))
        self._point.setPen(pg.mkPen(None))

    def show_amounts(self, steps: Sequence[int], amounts: Sequence[int], end: int) -> None:
        """Show copies: ``amounts[i]`` from ``steps[i]`` on, the last until the step ``end``."""
        self._steps, self._amounts = np.array(steps, np.int64), np.array(amounts, np.int64)
        self._end = end
        # A change is drawn in the middle between two columns.
        starts = np.append(self._steps - 0.5, end + 0.5)
        self._starts = starts if len(steps) else starts[:0]
        self._heights = np.append(self._amounts, self._amounts[-1:])
        self._draw()

    def set_scale(self, scale: float) -> None:
        """Set the scale of text."""
        self.scale = scale
        self.viewport().update()

    @property
    def axis(self) -> str:
        """The ends of the axis; None if all steps are shown from 0 on."""
        if self._write is None or self._ends is WHOLE:
            return ""
        return f"{self._write(self._ends.low)} – {self._write(self._ends.high)}"

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the ends of the axis over the plot: there is no room next to it."""
        if not self.axis:
            return
        painter.save()
        painter.resetTransform()
        font = QFont(self.font())
        font.setPixelSize(round(_LABEL * self.scale))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        place = QRectF(0, 1, metrics.horizontalAdvance(self.axis) + 8, metrics.height())
        painter.fillRect(place, self.colours("pane"))
        painter.setPen(self.colours("ink2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.axis)
        painter.restore()

    def _scale_to_view(self) -> None:
        first, last = self._view
        before = self._ends
        if self._write is None or (first <= 1 and last >= self._end):
            self._ends, top = WHOLE, max(float(self._amounts.max(initial=0)), 1) * 1.12
        else:
            low = max(0, int(np.searchsorted(self._steps, first, side="right")) - 1)
            seen = self._amounts[low : int(np.searchsorted(self._steps, last, side="right"))]
            if not len(seen):
                return
            self._ends = ends_for(int(seen.min()), int(seen.max()), before)
            top = self._ends.high + 0.12 * (self._ends.high - self._ends.low)
        self.box.setYRange(self._ends.low, top, padding=0)
        if self._ends != before:
            self._fill()
            self.viewport().update()

    def _fill(self) -> None:
        """Fill the area only if the axis begins at 0: else its size would mislead."""
        brush = None if self._ends.low else self.colours("hair")
        self._curve.setFillBrush(pg.mkBrush(brush))

    def show_view(self, first: float, last: float) -> None:
        """Show the steps from ``first`` to ``last``, at most one for each pixel."""
        if (first, last) != self._view:
            super().show_view(first, last)
            self._draw()

    def resizeEvent(self, event: object) -> None:
        """More or fewer steps have a pixel of their own; the edges stay as wide as they are."""
        super().resizeEvent(event)
        if len(self._steps):
            super().show_view(*self._view)
            self._draw()

    def _draw(self) -> None:
        self._scale_to_view()
        first, last = self._view
        margin = self._edge * self.pixel
        ends = first - margin, last + margin
        x, y = outline(self._starts, self._heights, *ends, max(1, self.width()))
        self._curve.setData(x, y)

    def show_step(self, step: int) -> None:
        """Mark the column and its amount."""
        super().show_step(step)
        amount = self.amount_at(step)
        self._point.setData([step], [amount]) if amount is not None else self._point.clear()

    def amount_at(self, step: int) -> int | None:
        """Return the amount at a step."""
        place = int(np.searchsorted(self._steps, step, side="right")) - 1
        return int(self._amounts[place]) if place >= 0 else None


class CallsPlot(StepPlot):
    """Draws a bar for each call, its inner calls below; ``ROW`` pixels a row, top row first."""

    def __init__(self, colours: Colours, edge: int, parent: QWidget | None = None) -> None:
        self._bars = _Bars(self)
        self.rows_above = 0
        """The number of rows above the visible ones, which is the first visible row."""
        super().__init__(colours, edge, parent)
        self.box.invertY(True)
        self.box.addItem(self._bars)
        self._fit()

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of another theme."""
        super().set_colours(colours)
        self._bars.update()

    def show_calls(self, spans: Spans, name: Callable[[int], str], lost: frozenset[int]) -> None:
        """Show spans with their names; the calls in ``lost`` ended by an exception."""
        self._bars.show(spans, name, lost)
        self._fit()

    def show_waits(self, waits: Spans, said: str) -> None:
        """Hatch the waits of threads in the rows of their calls; ``said`` has the words."""
        self._bars.show_waits(waits, said)

    def set_scale(self, scale: float) -> None:
        """Set the scale of names."""
        if scale != self.scale:
            self.scale = scale
            self._fit()

    @property
    def row(self) -> float:
        """The pixels from one row to the next."""
        return ROW * self.scale

    def show_rows_from(self, top: int) -> None:
        """Scroll to the row ``top``, from 0."""
        top = max(0, min(top, self._bars.spans.rows - self.rows_seen))
        if top != self.rows_above:
            self.rows_above = top
            self._fit()

    @property
    def rows_below(self) -> int:
        """The number of rows below the visible ones."""
        return max(0, self._bars.spans.rows - self.rows_above - self.rows_seen)

    def call_at(self, step: int, y: float) -> int | None:
        """Return the number of the call whose bar is at a height, in the column of a step."""
        return self._bars.spans.at(self.rows_above + int(y // self.row), step)

    @property
    def rows_seen(self) -> int:
        """The number of rows that fit."""
        return max(1, int(self.height() // self.row))

    def _fit(self) -> None:
        top = self.rows_above * ROW
        self.box.setYRange(top, top + max(1, self.height()) / self.scale, padding=0)
        self._bars.update()

    def resizeEvent(self, event: object) -> None:
        """Keep the height of a row."""
        super().resizeEvent(event)
        if hasattr(self, "box"):
            self._fit()


class _Bars(pg.GraphicsObject):
    """Paints the bars in pixels: lines and letters do not scale with the axes."""

    def __init__(self, plot: CallsPlot) -> None:
        super().__init__()
        self._plot = plot
        self.spans = Spans((), (), ())
        self._name: Callable[[int], str] = str
        self._lost: frozenset[int] = frozenset()
        self._waits, self._waiting = Spans((), (), ()), ""
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show(self, spans: Spans, name: Callable[[int], str], lost: frozenset[int]) -> None:
        self.prepareGeometryChange()
        self.spans, self._name, self._lost = spans, name, lost
        self.update()

    def show_waits(self, waits: Spans, said: str) -> None:
        self._waits, self._waiting = waits, said
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole view."""
        return QRectF(0, 0, self.spans.end + 1, max(1, self.spans.rows) * ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the exposed bars, with their names if they fit."""
        plot, to_device = self._plot, painter.transform()
        exposed = option.exposedRect
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(plot.font())
        font.setPixelSize(round(_LABEL * plot.scale))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        bars = list(self._seen(self.spans, exposed))
        for bar in bars:
            self._paint_bar(painter, bar, _place(bar, to_device, plot.scale))
        for bar in self._seen(self._waits, exposed):
            self._paint_wait(painter, _place(bar, to_device, plot.scale), metrics)
        for bar in bars:
            self._paint_name(painter, bar, _place(bar, to_device, plot.scale), metrics)
        painter.restore()

    def _seen(self, spans: Spans, exposed: QRectF) -> Iterator[Bar]:
        """Yield the bars in view that are exposed, at least by the edge of their pen."""
        (first, last), _ = self._plot.box.viewRange()
        rows = slice(self._plot.rows_above, self._plot.rows_above + self._plot.rows_seen + 1)
        margin = 0.5 + 2 * self._plot.pixel
        left, right = exposed.left() - margin, exposed.right() + margin
        for bar in spans.bars(first, last, self._plot.pixel, rows):
            if bar.start < right and bar.end > left:
                yield bar

    def _paint_wait(self, painter: QPainter, rect: QRectF, metrics: QFontMetricsF) -> None:
        """Hatch a wait, with its word in the middle if it fits."""
        colours = self._plot.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours("cardHead"))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), _ROUND, _ROUND)
        painter.setBrush(QBrush(colours("arrow"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), _ROUND, _ROUND)
        width = metrics.horizontalAdvance(self._waiting) + 12
        seen = rect.intersected(QRectF(self._plot.rect()))
        if width < seen.width():
            middle = QRectF(seen.center().x() - width / 2, rect.y() + 1, width, rect.height() - 2)
            painter.fillRect(middle, colours("cardHead"))
            painter.setPen(colours("ink2"))
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, self._waiting)

    def _paint_bar(self, painter: QPainter, bar: Bar, rect: QRectF) -> None:
        colours = self._plot.colours
        lost = bar.span in self._lost
        painter.setPen(QPen(colours("loss" if lost else "line"), 1))
        painter.setBrush(colours("lossSoft" if lost else "cardHead"))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)

    def _paint_name(
        self, painter: QPainter, bar: Bar, rect: QRectF, metrics: QFontMetricsF
    ) -> None:
        """Paint a name over the hatching."""
        colours = self._plot.colours
        # The name of a call that began before the view starts at the view's edge.
        seen = rect.intersected(QRectF(self._plot.rect())).adjusted(5, 0, -4, 0)
        if bar.span is not None and seen.width() > 10:
            name = self._name(bar.span)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, seen.width())
            if text == name or len(text) > 3:
                lost = bar.span in self._lost
                ground = QRectF(seen.x() - 2, rect.y() + 1, metrics.horizontalAdvance(text) + 5, 0)
                ground.setBottom(rect.bottom() - 1)
                painter.fillRect(ground, colours("lossSoft" if lost else "cardHead"))
                painter.setPen(colours("ink2"))
                painter.drawText(seen, Qt.AlignmentFlag.AlignVCenter, text)


def _place(bar: Bar, to_device: QTransform, scale: float) -> QRectF:
    """Return the rectangle of a bar in pixels."""
    top = to_device.map(QPointF(bar.start - 0.5, bar.row * ROW))
    end = to_device.map(QPointF(bar.end - 0.5, bar.row * ROW))
    return QRectF(top.x(), top.y() + scale, max(1.5, end.x() - top.x() - 1), _BAR * scale)
