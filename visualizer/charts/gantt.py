"""The steps over time: a lane for each job of a contestant, a block for each step."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from visualizer.charts.chart import Colours
from visualizer.charts.row_chart import ChartRow, RowChart

SERIES = (
    ("s1", Qt.BrushStyle.SolidPattern),
    ("s2", Qt.BrushStyle.BDiagPattern),
    ("s3", Qt.BrushStyle.Dense5Pattern),
    ("s4", Qt.BrushStyle.SolidPattern),
)
"""Colours and patterns of the jobs in order, repeated after the last."""
_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Block:
    """The start and end of a step in seconds; ``text`` names it."""

    lane: int
    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class GanttRow(ChartRow):
    """The blocks of one contestant, in ``lanes`` lanes."""

    lanes: int
    blocks: tuple[Block, ...] = ()


class Gantt(RowChart[GanttRow]):
    """Draws the lanes on the same axis as the bars."""

    least_row = 26.0

    def paint_row(self, painter: QPainter, row: GanttRow, area: QRectF) -> None:
        """Paint the lanes."""
        high = (area.height() - 4) / max(1, row.lanes)
        font = self.sized(self.bold, 12)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for block in row.blocks:
            left, right = self.x_of(block.start), self.x_of(block.end)
            box = QRectF(left, area.top() + 2 + block.lane * high, right - left, high)
            box.adjust(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
            if box.width() < 1:
                box.setWidth(1)
            fill(painter, box, block.lane, self.colours)
            fits = metrics.horizontalAdvance(block.text) + 6 <= box.width()
            if fits and metrics.capHeight() + 1 <= box.height():
                self._write(painter, box, block)

    def _write(self, painter: QPainter, box: QRectF, block: Block) -> None:
        """Write on a plain background, in a hatched block too."""
        colour = self.colours(SERIES[block.lane % len(SERIES)][0])
        if block.lane % len(SERIES):
            metrics = QFontMetricsF(painter.font())
            wide = metrics.horizontalAdvance(block.text) + 6
            ground = QRectF(0, 0, wide, min(box.height() - 1, metrics.capHeight() + 5))
            ground.moveCenter(box.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(ground, 2, 2)
        painter.setPen(on(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, block.text)


def on(colour: QColor) -> QColor:
    """Return a readable colour for text on a series' colour: white or black."""
    dark = colour.lightnessF() < 0.5
    return QColor("#FFFFFF" if dark else "#06182A")


def fill(painter: QPainter, box: QRectF, lane: int, colours: Colours) -> None:
    """Fill a block in the colour and pattern of its job."""
    name, pattern = SERIES[lane % len(SERIES)]
    colour = colours(name)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(colour)
    painter.drawRoundedRect(box, 2, 2)
    if pattern is not Qt.BrushStyle.SolidPattern:
        lighter = QColor(on(colour))
        lighter.setAlphaF(0.32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(lighter, pattern))
        painter.drawRoundedRect(box, 2, 2)


class Swatch(QWidget):
    """The colour and pattern of a job, for a legend."""

    def __init__(self, lane: int, colours: Colours) -> None:
        super().__init__()
        self._lane, self._colours = lane, colours
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one block."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._lane, self._colours)
        painter.end()
