"""Many steps on paper as a PDF: one or several on each page, in reading order."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.step_page import common_size, frame_of, paint_step_page
from visualizer.diagram.picture import ensure_application
from visualizer.diagram.step_series import ExplainedRecording, StepRange, step_pages
from visualizer.diagram.themes import theme as theme_named

GRIDS = {1: (1, 1), 2: (1, 2), 4: (2, 2), 6: (2, 3), 9: (3, 3)}
"""The columns and rows of a page, by its number of steps."""
_DPI = 288
_MARGIN = 10.0
"""The margin of a page, in millimetres."""
_BETWEEN, _PADDING = 20.0, 12.0
"""The gap between two steps of a page, and the padding of a step, in pixels at 100 %."""
_NARROWEST, _WIDEST, _ALONE = 420.0, 760.0, 960.0
"""The minimum and maximum width of a cell, and the width of a step that has a page alone.

All are in pixels at 100 %.
"""


def export_handout(
    recording: ExplainedRecording, steps: StepRange, per_page: int = 1, *, theme: str, language: str
) -> bytes:
    """Return a PDF of A4 with ``per_page`` steps (a key of ``GRIDS``) on each page.

    Raises ``DamagedRecording``.
    """
    ensure_application()
    columns, rows = GRIDS[per_page]
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("visualizer")
    writer.setTitle(recording.header.program)
    writer.setResolution(_DPI)
    is_wide = columns >= rows
    sides = QPageLayout.Orientation
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            sides.Landscape if is_wide else sides.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    pages = list(step_pages(recording, steps, Look(theme_named(theme), language)))
    width = _ALONE
    if per_page > 1:
        wide, tall = common_size(pages)
        # A tall diagram needs a large cell too: otherwise it shrinks, and the text does not.
        wide = max(wide, tall * rows * writer.width() / columns / writer.height())
        width = min(max(wide + 2 * _PADDING, _NARROWEST), _WIDEST)
    scale = writer.width() / (columns * width + (columns - 1) * _BETWEEN)
    height = (writer.height() / scale - (rows - 1) * _BETWEEN) / rows
    frame = frame_of(pages, width - 2 * _PADDING, height - 2 * _PADDING)
    with QPainter(writer) as painter:
        painter.scale(scale, scale)
        for number, page in enumerate(pages):
            at = number % per_page
            if number and not at:
                writer.newPage()
            row, column = divmod(at, columns)
            left, top = column * (width + _BETWEEN), row * (height + _BETWEEN)
            cell = QRectF(left, top, width, height)
            if per_page > 1:
                painter.setPen(QPen(QColor(theme_named("light").colour("hair")), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(cell)
            inside = cell.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
            paint_step_page(painter, inside, page, frame)
    return bytes(data.data())
