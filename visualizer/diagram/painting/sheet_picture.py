"""A sheet as a picture file: PNG, SVG or PDF."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from html import unescape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QImageWriter,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from visualizer.diagram.fonts import metrics_of
from visualizer.diagram.items.marks import marks_of
from visualizer.diagram.painting.block_paint import paint_block
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.painter_canvas import PainterCanvas
from visualizer.diagram.themes import Theme
from visualizer.layout.blocks.block import SIGNS, Block
from visualizer.layout.drawing.labels import draw_arrow, draw_region, draw_tag
from visualizer.layout.picture import Rect
from visualizer.layout.sheet import Sheet
from visualizer.model import NotKept, WrongUsage

MARGIN = 12.0
_WIDEST, _MOST_PIXELS = 32_767, 1 << 28
"""The maximum side of an image that Qt paints on, and the number of pixels in a gigabyte."""


DOTS_PER_INCH = 96
"""The number of CSS pixels in an inch: a picture is as large as in the window."""
_TEXT = re.compile(
    r'(?P<head><text [^>]*?font-family=")(?P<families>[^"]*)(?P<between>" font-size=")'
    r'(?P<size>[\d.]+)(?P<then>" font-weight=")(?P<weight>\d+)(?P<last>"[^>]*?)>(?P<text>[^<]*)<'
)
_GENERIC = {"Sans Serif": "sans-serif", "Sans": "sans-serif"}
_LAST = "sans-serif", "monospace"


def as_wide_as_here(svg: str) -> str:
    """Return an SVG that keeps the widths of its texts if a reader lacks the fonts.

    Without ``textLength`` (SVG 1.1), words would overlap where our fonts are not installed.
    """
    return _TEXT.sub(_replace, svg)


def _replace(found: re.Match[str]) -> str:
    part = found.groupdict()
    families = part["families"].split(",")
    font = QFont(families)
    font.setPixelSize(max(round(float(part["size"])), 1))
    font.setWeight(QFont.Weight(int(part["weight"])))
    width = metrics_of(font).horizontalAdvance(unescape(part["text"]))
    named = list(dict.fromkeys(_GENERIC.get(name, name) for name in families))
    if named[-1] not in _LAST:
        named.append(_LAST["monospace" in named or "Coding" in named[0]])
    length = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if width else ""
    rest = f"{part['between']}{part['size']}{part['then']}{part['weight']}{part['last']}"
    return f"{part['head']}{','.join(named)}{rest}{length}>{part['text']}<"


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """Restore the painter's state at the end, also if Ctrl+C interrupts."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _without_folding(block: Block) -> Block:
    """Return a block without the text that folds an opened container: a picture has no clicks."""
    folding = [one.rect for one in block.signs if one.slot.kind == SIGNS[1]]
    if not folding:
        return block
    words = [one for one in block.words if not any(map(one.rect.overlaps, folding))]
    return replace(block, words=words)


def paint_sheet(painter: QPainter, sheet: Sheet, look: Look, selected: int | None = None) -> None:
    """Paint a whole sheet at the painter's origin: boxes, arrows over them, tags over all."""
    marks, canvas = marks_of(sheet, selected), PainterCanvas(painter, look)
    for ground in sheet.grounds:
        draw_region(canvas, ground)
    for box in sheet.boxes:
        with saved(painter):
            painter.translate(box.x, box.y)
            paint_block(painter, _without_folding(box.block), look, marks)
    for arrow in sorted(sheet.arrows, key=lambda one: one.is_changed):
        draw_arrow(canvas, arrow)
    for tag in sheet.tags:
        draw_tag(canvas, tag)


def picture_of_sheet(
    sheet: Sheet,
    theme: Theme,
    scale: float = 1.0,
    margin: float = MARGIN,
    *,
    format: str = "png",  # noqa: A002
    language: str = "en",
    selected: int | None = None,
) -> bytes:
    """Return a whole sheet as ``png``, ``svg`` or ``pdf``; ``scale`` 1 is its size at 100 %.

    Raises ``WrongUsage`` for another format, ``NotKept`` if there would be too many pixels. Needs a
    ``QGuiApplication``.
    """
    look = Look(theme, language)
    # Use whole pixels, so that all formats have the same size.
    whole = QRectF(*sheet.drawn.grown(margin)).toAlignedRect()
    source = Rect(whole.x(), whole.y(), whole.width(), whole.height())
    paint = partial(paint_sheet, sheet=sheet, look=look, selected=selected)
    return write_picture(Drawing(paint, source, look.colour("canvas"), scale), format)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The contents of a picture; a painter paints the part ``source`` over the ``ground``."""

    paint_it: Callable[[QPainter], None]
    source: Rect
    ground: QColor
    scale: float = 1.0

    @property
    def size(self) -> QSizeF:
        """The size of the picture."""
        return QSizeF(self.source.width, self.source.height) * self.scale

    def paint(self, device: QPaintDevice, scale: float, area: QRectF) -> None:
        """Paint the drawing, with ``scale`` units of the device for each unit of the drawing."""
        with QPainter(device) as painter:
            painter.fillRect(area, self.ground)
            painter.scale(scale, scale)
            painter.translate(-self.source.x, -self.source.y)
            self.paint_it(painter)


def write_picture(drawing: Drawing, format: str) -> bytes:  # noqa: A002
    """Return a drawing as ``png``, ``svg`` or ``pdf``.

    Raises ``WrongUsage`` for another format, ``NotKept`` if there would be too many pixels.
    """
    if format not in _PAINTERS:
        raise no_format(format, _PAINTERS)
    return _PAINTERS[format](drawing)


def no_format(format: str, known: Iterable[str]) -> WrongUsage:  # noqa: A002
    """Return the error for a format of pictures that is not among the ``known`` ones."""
    return WrongUsage(
        "{format}: no picture format; there are {known}", format=format, known=", ".join(known)
    )


def _paint_png(page: Drawing) -> bytes:
    size = page.size.toSize().expandedTo(QSize(1, 1))
    too_wide = max(size.width(), size.height()) > _WIDEST
    if too_wide or size.width() * size.height() > _MOST_PIXELS:
        raise NotKept(
            "a picture of {width} by {height} pixels is too large; use a smaller scale",
            width=size.width(),
            height=size.height(),
        )
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    page.paint(image, page.scale, QRectF(image.rect()))
    data, buffer = _opened()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _paint_svg(page: Drawing) -> bytes:
    whole = QRectF(0, 0, page.source.width, page.source.height)
    data, buffer = _opened()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)  # as a keyword it has no effect
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(page.size.toSize())
    generator.setViewBox(whole)
    generator.setTitle("visualizer")
    page.paint(generator, 1.0, whole)
    return as_wide_as_here(bytes(data.data()).decode()).encode()


def _paint_pdf(page: Drawing) -> bytes:
    data, buffer = _opened()
    writer = QPdfWriter(buffer)
    writer.setCreator("visualizer")
    # At scale 1, one pixel of the picture is one point of the page.
    writer.setPageSize(QPageSize(page.size, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(288)
    area = QRectF(0, 0, writer.width(), writer.height())
    page.paint(writer, area.width() / page.source.width, area)
    return bytes(data.data())


def _opened() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer


_PAINTERS: Mapping[str, Callable[[Drawing], bytes]] = {
    "png": _paint_png,
    "svg": _paint_svg,
    "pdf": _paint_pdf,
}
FORMATS = tuple(_PAINTERS)
