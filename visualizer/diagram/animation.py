"""Steps as an animated picture, WebP or GIF, written by Pillow."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.step_page import StepPage, frame_of, paint_step_page, source_of
from visualizer.diagram.picture import ensure_application
from visualizer.diagram.step_series import ExplainedRecording, StepRange, step_pages
from visualizer.diagram.themes import theme as theme_named

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("webp", "gif")
MOST_STEPS = 300
"""The maximum number of steps, because a reader cannot skip a picture."""
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
    milliseconds = max(round(pace * 1000), 20)
    options = {"lossless": True} if format == "webp" else {"disposal": 1}
    # Pillow takes them one by one for a GIF, and so all of them never need memory at once.
    images = _images(pages, scale)
    next(images).save(
        out,
        format,
        save_all=True,
        append_images=images,
        duration=milliseconds,
        loop=0,
        **options,
    )
    return out.getvalue()


def _images(pages: Sequence[StepPage], scale: float) -> "Iterator[Image]":
    """Yield the pages as images of one size."""
    # Importing Pillow takes a while.
    from PIL.Image import frombytes

    width = max(_NARROWEST, *(source_of(page.sheet).right() for page in pages))
    frame = frame_of(pages, width)
    width = max(width, frame.source.width()) + 2 * _MARGIN
    height = frame.source.height() + frame.caption + 2 * _MARGIN
    for page in pages:
        image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGBA8888)
        image.fill(theme_named("light").colour("canvas"))
        painter = QPainter(image)
        painter.scale(scale, scale)
        inside = QRectF(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN)
        paint_step_page(painter, inside, page, frame)
        painter.end()
        yield frombytes("RGBA", (image.width(), image.height()), bytes(image.constBits()))
