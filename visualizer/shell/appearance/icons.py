"""Lucide's icons in the colours of the theme."""

import functools
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

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
