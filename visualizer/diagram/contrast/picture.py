"""Two sheets side by side as a picture file, with the differences marked in both."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from visualizer.diagram.contrast.contrast import Contrast, contrasted, difference_signs
from visualizer.diagram.contrast.sign_paint import RADIUS, paint_sign
from visualizer.diagram.fonts import word_font
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.sheet_picture import MARGIN, Drawing, paint_sheet, write_picture
from visualizer.layout.picture import Rect
from visualizer.layout.sheet import Sheet

_TITLE, _LINE, _BETWEEN = 16, 26.0, 24.0
"""The size of a title, the height of its line, and the gap between both sides, in pixels."""


class Side(NamedTuple):
    """A sheet with its title and its differences."""

    title: str
    sheet: Sheet
    contrast: Contrast | None


def picture_of_sides(
    sides: Sequence[Side],
    look: Look,
    scale: float = 1.0,
    *,
    format: str = "png",  # noqa: A002
) -> bytes:
    """Return the sides from left to right as ``png``, ``svg`` or ``pdf``.

    Raises ``WrongUsage`` for another format, ``NotKept`` if there would be too many pixels. Needs a
    ``QGuiApplication``.
    """
    places: list[tuple[Side, Rect, float]] = []
    left = height = 0.0
    for side in sides:
        drawn = side.sheet.drawn.grown(MARGIN + RADIUS)
        places.append((side, drawn, left))
        left += round(drawn.width) + _BETWEEN
        height = max(height, drawn.height)

    def paint(painter: QPainter) -> None:
        for side, drawn, x in places:
            _paint_side(painter, side, look, drawn, x)
            if x:
                painter.setPen(QPen(look.colour("hair"), 1))
                painter.drawLine(QPointF(x - _BETWEEN / 2, 0), QPointF(x - _BETWEEN / 2, height))

    source = Rect(0, 0, round(left - _BETWEEN), round(height + _LINE))
    return write_picture(Drawing(paint, source, look.colour("canvas"), scale), format)


def _paint_side(painter: QPainter, side: Side, look: Look, drawn: Rect, x: float) -> None:
    painter.setFont(word_font(_TITLE))
    painter.setPen(look.colour("ink"))
    room = QRectF(x + MARGIN, 0, drawn.width + _BETWEEN, _LINE)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, side.title)
    painter.save()
    painter.translate(round(x - drawn.x), round(_LINE - drawn.y))
    paint_sheet(painter, contrasted(side.sheet, side.contrast), look)
    boxes = side.sheet.boxes_by_key
    for sign in difference_signs(side.sheet, side.contrast):
        box = boxes[sign.box]
        at = QPointF(box.x + sign.x, box.y + sign.y)
        paint_sign(painter, look, sign.kind, at, sign.size)
    painter.restore()
