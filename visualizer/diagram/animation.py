"""Steps as an animated picture, WebP or GIF, written by Pillow."""

import io
from collections.abc import Sequence

from PIL.Image import Image, frombytes
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
_OPTIONS: dict[str, dict[str, int]] = {
    # Method 0 makes files eight times as large; a higher quality takes twice as long.
    "webp": {"lossless": True, "method": 1, "quality": 20},
    "gif": {"disposal": 1},
}
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
    out = io.BytesIO()
    _Pictures(pages, scale).save(
        out,
        format,
        save_all=True,
        duration=max(round(pace * 1000), 20),
        loop=0,
        **_OPTIONS[format],
    )
    return out.getvalue()


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
        painter = QPainter(image)
        painter.scale(self._scale, self._scale)
        paint_step_page(painter, self._inside, self._pages[frame], self._page_frame)
        painter.end()
        rows = "raw", self._mode, image.bytesPerLine()
        self.im = frombytes(self._mode, self._size, bytes(image.constBits()), *rows).im

    def tell(self) -> int:
        """Return the number of the page."""
        return self._number
