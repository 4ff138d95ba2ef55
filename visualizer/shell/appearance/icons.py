"""Icons and signs as pixmaps in the colours of the theme: Lucide's, and those of a change."""

import functools
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from visualizer.explain.watched.looks import ValueChange
from visualizer.shell.appearance.look import THEME

_SCALES = (1, 2, 3)
_SIZE = 20


@functools.cache
def _archive() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@functools.cache
def _svg(name: str) -> str:
    return _archive().read(f"{name}.svg").decode()


def pixmap(name: str, colour: QColor, size: int = _SIZE, scale: int = 1) -> QPixmap:
    """Return the icon ``name``, ``size`` pixels wide at the screen's ``scale``."""
    return _drawn(name, colour.name(), size, scale)


@functools.cache
def _drawn(name: str, colour: str, size: int, scale: int) -> QPixmap:
    picture = QPixmap(size * scale, size * scale)
    picture.fill(Qt.GlobalColor.transparent)
    svg = _svg(name).replace("currentColor", colour)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def icon(name: str, colour: QColor, disabled: QColor, size: int = _SIZE) -> QIcon:
    """Return the icon ``name`` for a control, with another colour for its disabled state."""
    return _made(name, colour.name(), disabled.name(), size)


@functools.cache
def _made(name: str, colour: str, disabled: str, size: int) -> QIcon:
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(_drawn(name, colour, size, scale), QIcon.Mode.Normal)
        made.addPixmap(_drawn(name, disabled, size, scale), QIcon.Mode.Disabled)
    return made


_MARK = {
    ValueChange.NEW: ("gain", "gainSoft", "gain"),
    ValueChange.CHANGED: ("change", "changeSoft", "changeLine"),
    ValueChange.COUNTED: ("ink2", "cardHead", "line"),
    ValueChange.GONE: ("loss", "lossSoft", "loss"),
}
"""The colours of text, background and outline for each change."""
_SIGNS = {ValueChange.NEW: "gain", ValueChange.CHANGED: "change", ValueChange.GONE: "loss"}
SIGN, PAD = 14, 8
"""Pixels: the width of the sign, and its distance from the cell's edge."""


def paint_mark(painter: QPainter, rect: QRect, change: ValueChange) -> QColor:
    """Paint background, outline and, at the right, the sign; return the colour for the text."""
    words, ground, edge = (THEME.colour(name) for name in _MARK[change])
    painter.setPen(QPen(edge, max(1.0, THEME.now.outline)))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(rect).adjusted(4.5, 2.5, -4.5, -3.5), 4, 4)
    sign = _SIGNS.get(change)
    if sign:
        picture = sign_pixmap(sign, painter.device().devicePixelRatioF())
        top = rect.top() + (rect.height() - SIGN) / 2 - 0.5
        goal = QRectF(rect.right() - PAD - SIGN, top, SIGN, SIGN)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(goal, picture, QRectF(picture.rect()))
    return words if words != THEME.colour("change") else THEME.colour("ink")


def painted(
    paint: Callable[[QPainter], object], width: float, height: float, scale: float
) -> QPixmap:
    """Return a picture of this size with a transparent ground, sharp at the screen's ``scale``."""
    picture = QPixmap(round(width * scale), round(height * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return picture


def sign_pixmap(sign: str, scale: float) -> QPixmap:
    """Return the sign that a sentence of ``explain`` names; transparent for an empty name."""
    return painted(partial(_paint, sign), _SIZE, _SIZE, scale)


def _paint(sign: str, painter: QPainter) -> None:
    painter.translate(_SIZE / 2, _SIZE / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    match sign:
        case "gain":
            painter.setBrush(THEME.colour("gain"))
            painter.drawEllipse(QPointF(0, 0), 8, 8)
            _lines(painter, THEME.colour("pane"), (-4, 0, 4, 0), (0, -4, 0, 4))
        case "loss":
            painter.setBrush(THEME.colour("loss"))
            painter.drawRoundedRect(QRectF(-7, -7, 14, 14), 2, 2)
            _lines(painter, THEME.colour("pane"), (-3, -3, 3, 3), (-3, 3, 3, -3))
        case "up" | "down":
            up = -1 if sign == "up" else 1
            painter.setBrush(THEME.colour("gain" if sign == "up" else "loss"))
            painter.drawPolygon(_polygon((0, 6 * up), (7, -6 * up), (-7, -6 * up)))
        case "change":
            painter.setBrush(THEME.colour("changeLine"))
            painter.drawPolygon(_polygon((0, -9), (9, 0), (0, 9), (-9, 0)))
            painter.setBrush(THEME.colour("pane"))
            painter.drawPolygon(_polygon((0, -4), (4, 3), (-4, 3)))
        case "immortal":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(THEME.colour("ink2"), 1.8))
            painter.drawEllipse(QPointF(-3.6, 0), 3.2, 3.2)
            painter.drawEllipse(QPointF(3.6, 0), 3.2, 3.2)
        case "island":
            painter.setBrush(THEME.colour("island"))
            painter.drawEllipse(QPointF(0, 0), 8, 8)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            _lines(painter, THEME.colour("pane"), (-3, 3, 3, -3))
            painter.drawEllipse(QPointF(0, 0), 4, 4)
        case "":
            pass
        case _:
            painter.setBrush(THEME.colour("ink3"))
            painter.drawEllipse(QPointF(0, 0), 2.5, 2.5)


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _lines(painter: QPainter, colour: QColor, *ends: tuple[float, float, float, float]) -> None:
    painter.setPen(QPen(colour, 2))
    for x1, y1, x2, y2 in ends:
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
