"""Saves several plots as one picture, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_SCALE = 2
"""Pixels of a PNG per pixel of the screen."""
_MARGIN = 12


def png_bytes(parts: Sequence[QWidget], ground: QColor) -> bytes:
    """Return a PNG with twice the resolution of the screen."""
    size = _size(parts)
    image = QImage(size * _SCALE, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(ground)
    painter = QPainter(image)
    _paint(painter, parts)
    painter.end()
    out = _buffer()
    QImageWriter(out, QByteArray(b"png")).write(image)
    return bytes(out.data().data())


def svg_bytes(parts: Sequence[QWidget], ground: QColor) -> bytes:
    """Return an SVG."""
    size, out = _size(parts), _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(out)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(0, 0), size))
    painter = QPainter(generator)
    painter.fillRect(QRect(QPoint(0, 0), size), ground)
    _paint(painter, parts)
    painter.end()
    return bytes(out.data().data())


def _buffer() -> QBuffer:
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    return out


def _size(parts: Sequence[QWidget]) -> QSize:
    width = max((part.width() for part in parts), default=1)
    return QSize(width, sum(part.height() for part in parts)) + QSize(2 * _MARGIN, 2 * _MARGIN)


def _paint(painter: QPainter, parts: Sequence[QWidget]) -> None:
    top = _MARGIN
    for part in parts:
        part.render(painter, QPoint(_MARGIN, top))
        top += part.height()
