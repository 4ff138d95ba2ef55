"""A step on paper: its title, its sentences, and the diagram below, on a light ground."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextDocument

from visualizer.diagram.fonts import code_family, word_font
from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.sheet_picture import MARGIN, paint_sheet, saved
from visualizer.diagram.themes import theme
from visualizer.diagram.wording.marked_text import rich_text_of
from visualizer.diagram.words import table
from visualizer.layout.sheet import Sheet
from visualizer.words import translate_key

_CAPTION_PART, _GAP, _LARGEST = 0.6, 16, 1.25
"""The maximum share of a caption in the diagrams' height, the gap below it, the maximum scale."""
_TITLE_SIZE, _TEXT_SIZE = 18, 14


class StepPage(NamedTuple):
    """A step's title and sentences in one language, and its sheet."""

    title: str
    sentences: tuple[str, ...]
    sheet: Sheet
    look: Look


class Frame(NamedTuple):
    """The common frame of several steps, so that objects keep their places.

    ``source`` is the painted part of every picture, ``caption`` the height above it.
    """

    source: QRectF
    caption: float


def common_size(pages: Sequence[StepPage]) -> tuple[float, float]:
    """Return the width and height that a page needs for any of the steps at 100 %."""
    source = _common_source(pages)
    return source.width(), source.height() * (1 + _CAPTION_PART)


def frame_of(pages: Sequence[StepPage], width: float, height: float | None = None) -> Frame:
    """Return a common frame for the steps, printed ``width`` pixels wide.

    On a page of ``height`` pixels, the captions get all that the diagram leaves.
    """
    source = _common_source(pages)
    caption = max(
        _document(page, len(page.sentences), width).size().height() + _GAP for page in pages
    )
    most = _CAPTION_PART * source.height()
    if height is not None:
        left = height - source.height() * min(width / source.width(), _LARGEST)
        most = max(left, height * _CAPTION_PART / (1 + _CAPTION_PART))
    return Frame(source, min(caption, most))


def _common_source(pages: Sequence[StepPage]) -> QRectF:
    source = QRectF()
    for page in pages:
        source = source.united(source_of(page.sheet))
    return source


def paint_step_page(
    painter: QPainter, page: QRectF, step: StepPage, frame: Frame | None = None
) -> None:
    """Paint a step into ``page``, whose lengths are pixels at 100 %."""
    caption = _caption(step, page.width(), frame.caption if frame else page.height() / 2)
    top = frame.caption if frame else caption.size().height() + _GAP
    room = QRectF(0, top, page.width(), page.height() - top)
    with saved(painter):
        painter.translate(page.topLeft())
        caption.drawContents(painter)
        _paint_diagram(painter, room, step, frame.source if frame else source_of(step.sheet))


def source_of(sheet: Sheet) -> QRectF:
    """Return the part of the picture that is printed."""
    return QRectF(*sheet.drawn.grown(MARGIN))


def _caption(step: StepPage, width: float, most: float) -> QTextDocument:
    """Return the title and as many sentences as fit in ``most`` pixels of height."""
    for shown in range(len(step.sentences), -1, -1):
        document = _document(step, shown, width)
        if document.size().height() <= most:
            break
    return document


def _document(step: StepPage, shown: int, width: float) -> QTextDocument:
    light, more = theme("light"), len(step.sentences) - shown
    document = QTextDocument(defaultFont=word_font(_TEXT_SIZE), documentMargin=0)
    rows = [rich_text_of(one, light, code_family(), 14) for one in step.sentences[:shown]]
    if more:
        rows.append(escape(translate_key("step.more", {"n": more}, table(step.look.language))))
    said = "".join(f'<p style="margin:4px 0 0 0">{row}</p>' for row in rows)
    ink = light.colour("ink").name()
    title = f"font-size:{_TITLE_SIZE}px; font-weight:600; margin:0"
    head = f'<p style="{title}">{escape(step.title)}</p>'
    document.setHtml(f'<body style="color:{ink}">{head}{said}</body>')
    document.setTextWidth(width)
    return document


def _paint_diagram(painter: QPainter, room: QRectF, step: StepPage, source: QRectF) -> None:
    look = step.look
    # Print on a light ground, which saves ink.
    shown = theme("light") if look.theme.name == "dark" else look.theme
    scale = min(room.width() / source.width(), room.height() / source.height(), _LARGEST)
    left = room.left() + (room.width() - source.width() * scale) / 2
    with saved(painter):
        painter.translate(left, room.top())
        painter.scale(scale, scale)
        painter.translate(-source.topLeft())
        painter.fillRect(source, shown.colour("canvas"))
        paint_sheet(painter, step.sheet, Look(shown, look.language))
