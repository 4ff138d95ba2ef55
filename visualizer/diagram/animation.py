"""Steps as an animated picture, WebP or GIF, written by Pillow."""

import io
from collections.abc import Sequence
from typing import BinaryIO

from PIL.GifImagePlugin import getdata, getheader
from PIL.Image import Image, Palette, frombytes
from PIL.ImageChops import difference
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.step_page import StepPage, frame_of, paint_step_page, source_of
from visualizer.diagram.picture import ensure_application
from visualizer.diagram.step_series import ExplainedRecording, StepRange, step_pages
from visualizer.diagram.themes import theme as theme_named

FORMATS = ("webp", "gif")
MOST_STEPS = 300
"""The maximum number of steps, because a reader cannot skip a picture."""
_WEBP = {"lossless": True, "method": 1, "quality": 20}
"""Method 0 makes files eight times as large; a higher quality takes twice as long."""
_MARGIN, _NARROWEST = 16, 480
"""The margin around a picture, and its minimum width, in pixels at 100 %."""


def export_animation(
    recording: ExplainedRecording,
    steps: StepRange,
    format: str,  # noqa: A002
    pace: float = 1.0,
    *,
    look: tuple[str, str] = ("light", "en"),
    scale: float = 1.0,
) -> bytes:
    """Return an endless animation that shows each step for ``pace`` seconds.

    ``look`` is the theme and the language. All pictures are equally large. Raises
    ``DamagedRecording``.
    """
    ensure_application()
    theme, language = look
    pages = list(step_pages(recording, steps, Look(theme_named(theme), language)))
    pictures, duration = _Pictures(pages, scale), max(round(pace * 1000), 20)
    out = io.BytesIO()
    if format == "gif":
        _write_gif(pictures, out, duration)
    else:
        pictures.save(out, format, save_all=True, duration=duration, loop=0, **_WEBP)
    return out.getvalue()


def _write_gif(pictures: "_Pictures", out: BinaryIO, duration: int) -> None:
    """Write one picture at a time, and of each what differs from the one before.

    Pillow's own ``save`` would hold all pictures until the last one.
    """
    before: Image | None = None
    for number in range(pictures.n_frames):
        pictures.seek(number)
        whole = pictures.copy()
        # Where nothing differs, one pixel is written: each step keeps its own time.
        box = (before and difference(before, whole).getbbox()) or (0, 0, 1, 1)
        part = (whole.crop(box) if before else whole).convert("P", palette=Palette.ADAPTIVE)
        # It also reduces the colours of the part to those that occur.
        header, _ = getheader(part, info={"loop": 0, "optimize": True})
        if before is None:
            out.writelines(header)
        own = before is not None
        out.writelines(
            getdata(part, box[:2], duration=duration, disposal=1, include_color_table=own)
        )
        before = whole
    out.write(b";")


class _Pictures(Image):
    """The pages as the frames of one image, which Pillow seeks: only one needs memory at a time."""

    def __init__(self, pages: Sequence[StepPage], scale: float) -> None:
        super().__init__()
        self._pages, self._scale, self._number = pages, scale, 0
        self.n_frames = len(pages)
        width = max(_NARROWEST, *(source_of(page.sheet).right() for page in pages))
        self._page_frame = frame = frame_of(pages, width)
        width = max(width, frame.source.width())
        self._inside = QRectF(_MARGIN, _MARGIN, width, frame.source.height() + frame.caption)
        whole = self._inside.size() + QSizeF(2 * _MARGIN, 2 * _MARGIN)
        self._mode, self._size = "RGB", (whole * scale).toSize().toTuple()
        self.seek(0)

    def seek(self, frame: int) -> None:
        """Paint a page."""
        if frame >= self.n_frames:
            raise EOFError
        self._number = frame
        image = QImage(*self._size, QImage.Format.Format_RGB888)
        image.fill(theme_named("light").colour("canvas"))
        with QPainter(image) as painter:
            painter.scale(self._scale, self._scale)
            paint_step_page(painter, self._inside, self._pages[frame], self._page_frame)
        rows = "raw", self._mode, image.bytesPerLine()
        self.im = frombytes(self._mode, self._size, bytes(image.constBits()), *rows).im

    def tell(self) -> int:
        """Return the number of the page."""
        return self._number
