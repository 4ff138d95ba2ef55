"""Places and paints the signs of threads at a line, next to its text if there is room."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from visualizer.shell.appearance.look import THEME
from visualizer.shell.canvas.thread_sign import HEIGHT, draw_thread, sign_width
from visualizer.shell.source.signs import ThreadMark

_EDGE, _BETWEEN, _AROUND = 8.0, 4.0, 12.0
_LEAST = 2
"""The minimum number of drawn signs: the step's thread, and the number of further threads."""


class Placed(NamedTuple):
    """A sign from ``left`` on: that of ``mark``, or if None, the number of ``more`` threads."""

    left: float
    width: float
    mark: ThreadMark | None
    more: int = 0


def place(
    marks: Sequence[ThreadMark], widths: Sequence[float], line: QRectF, text: tuple[float, float]
) -> list[Placed]:
    """Place the signs of one line; ``text`` has the left and right edge of its text.

    Signs are placed at the right edge after the text, then in the indentation; if both are full, a
    number replaces the remaining signs.
    """
    wide = max(widths, default=0.0) + _BETWEEN
    behind = max(0, int((line.right() - _EDGE - text[1]) // wide))
    before = max(0, int((text[0] - _EDGE / 2) // wide))
    room = max(behind + before, _LEAST)
    shown, more = list(marks), 0
    if len(marks) > room:
        # In the order of threads, and always with the thread of the step.
        first = sorted(marks, key=lambda mark: not mark.is_current)[: room - 1]
        shown = [mark for mark in marks if mark in first]
        more = len(marks) - len(shown)
    signs: list[ThreadMark | None] = [*shown, *([None] if more else [])]
    inside = min(before, max(0, len(signs) - behind)) if len(signs) > behind else 0
    found = [
        Placed(_EDGE / 2 + at * wide, wide - _BETWEEN, mark, more)
        for at, mark in enumerate(signs[:inside])
    ]
    right = line.right() - _EDGE
    beside = signs[inside:]
    for at, mark in enumerate(beside):
        found.append(
            Placed(right - (len(beside) - at) * wide + _BETWEEN, wide - _BETWEEN, mark, more)
        )
    return found


def paint(
    painter: QPainter,
    marks: Sequence[ThreadMark],
    line: QRectF,
    text: tuple[float, float],
    *,
    font: QFont,
) -> None:
    """Draw the signs, with the texts before them if there is room for all."""
    painter.setFont(font)
    found = place(marks, [sign_width(font, mark.thread) for mark in marks], line, text)
    text_widths = {
        mark.thread: painter.fontMetrics().horizontalAdvance(mark.words) + _AROUND
        for mark in marks
        if mark.words
    }
    needed = sum(sign.width + _BETWEEN for sign in found) + sum(text_widths.values())
    if line.right() - _EDGE - needed < text[1] or any(sign.mark is None for sign in found):
        text_widths = {}
    shift = 0.0
    for sign in reversed(found):
        box = QRectF(sign.left - shift, line.center().y() - HEIGHT / 2, sign.width, HEIGHT)
        mark = sign.mark
        if mark is None:
            draw_thread(painter, f"+{sign.more}", box, filled=False)
            continue
        if (room := text_widths.get(mark.thread)) is not None:
            beside = QRectF(box.left() - room, line.top(), room, line.height())
            painter.fillRect(beside, THEME.colour("pane"))
            painter.setPen(THEME.colour("ink2"))
            painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, mark.words)
            shift += room
        draw_thread(painter, f"T{mark.thread}", box, filled=mark.is_current)
