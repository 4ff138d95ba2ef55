"""What the window shows first: its panes, each on its ground and in its place, still empty.

It needs nothing that is slow to import. Where the panes stand follows from a few lengths, which the
last window left; the parts that take their places later are as large.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.current_theme import THEME
from visualizer.shell.appearance.text_sizes import px
from visualizer.shell.settings.preferences import Preferences

HEAD, TRANSPORT, LOW_TRANSPORT = 48, 148, 104
"""Heights of header, transport and low transport, at the usual text size."""
DOCK, LEFT = 304, 392
"""Widths of the dock and of what stands left of the diagram: 40 letters of code and more."""
CODE_MOST = 0.45
"""How much of the width the code has at most by itself: the diagram has more."""
OUTPUT_PART = 200 / 680
"""How much of its column the output has on the first day."""
BELOW_PART = 0.4
"""The dock's share of the left column where it stands below the code."""
NARROW, LOW = 1180, 520
"""Width of the window under which the dock floats, height under which the end is low."""
SLIM = 900
"""Width of the window under which code and diagram do not stand beside each other."""
MARGIN = 8
"""Around a dock that floats."""
_FREE, _FREE_ALONE = 440, 240
"""Widths of the diagram under which nothing floats over it: beside the code, and without it."""
_KEY, _MOST = "panes", 20_000


@dataclass(frozen=True, slots=True)
class Lengths:
    """Pixels: widths of the left column and of the dock, height of what stands below the code.

    0 stands for a dock that is not beside the diagram; ``lab`` is 1 where a lab is shown instead.
    """

    left: int
    dock: int
    below: int
    lab: int = 0

    @staticmethod
    def recalled(preferences: Preferences) -> Lengths | None:
        """Those of the last window; None where there was none."""
        written = preferences.string(_KEY).split(" ")
        if len(written) != 4 or not all(one.isascii() and one.isdigit() for one in written):
            return None
        found = [int(one) for one in written]
        return Lengths(*found) if max(found) <= _MOST else None

    def remember(self, preferences: Preferences) -> None:
        """Leave them to the next window."""
        preferences.put(_KEY, " ".join(str(one) for one in astuple(self)))

    @staticmethod
    def usual(width: int, body: int) -> Lengths:
        """As on the first day, in a window so wide whose left column is ``body`` high."""
        left, narrow = usual_left(width), width < px(NARROW)
        below = BELOW_PART if narrow and is_tight(width - left - 1) else OUTPUT_PART
        return Lengths(left, 0 if narrow else px(DOCK), round((body - 1) * below))


def is_tight(width: int, *, alone: bool = False) -> bool:
    """Whether a dock that floats would leave too little of a diagram that is so wide.

    ``alone``: the code is not beside it; then the dock has no other place in sight.
    """
    return width - px(DOCK) - 2 * MARGIN < px(_FREE_ALONE if alone else _FREE)


def usual_left(width: int) -> int:
    """How wide the left column is on the first day, and in a slim window what stands below it."""
    return min(px(LEFT), round(CODE_MOST * width))


def sides_height() -> int:
    """That of the row in which a slim window has code and diagram to choose from."""
    return px(18) + 15


class Skeleton(QWidget):
    """Paints the panes until the parts of the window are there."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._lengths = Lengths.recalled(preferences)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill each pane, and the gaps between them."""
        painter = QPainter(self)
        rule = "line" if THEME.name == "high-contrast" else "hair"
        painter.fillRect(self.rect(), THEME.colour(rule))
        for ground, place in self.panes():
            painter.fillRect(place, THEME.colour(ground))

    def panes(self) -> Iterator[tuple[str, QRect]]:
        """The name of each pane's ground among the colours, and where it is."""
        width, height, head = self.width(), self.height(), px(HEAD)
        yield "pane", QRect(0, 0, width, head)
        top, end = head + 1, px(LOW_TRANSPORT if height < px(LOW) else TRANSPORT)
        body = height - top - 1 - end
        lengths = self._lengths or Lengths.usual(width, body)
        if lengths.lab:
            yield "app", QRect(0, top, width, height - top)
            return
        if width < SLIM:
            yield from _slim(width, height, top, end)
            return
        if not lengths.left:
            # The last window was slim: it had no column beside the diagram.
            lengths = Lengths.usual(width, body)
        left, dock, below = lengths.left, lengths.dock, lengths.below
        yield "pane", QRect(0, height - end, left, end)
        yield "pane", QRect(left + 1, height - end, width - left - 1, end)
        source = body - below - 1 if below else body
        yield "pane", QRect(0, top, left, source)
        if below:
            yield "pane", QRect(0, top + source + 1, left, below)
        middle = width - left - 1 - (dock + 1 if dock else 0)
        if dock:
            yield "pane", QRect(width - dock, top, dock, body)
        yield "pane", QRect(left + 1, top, middle, head)
        yield "canvas", QRect(left + 1, top + head + 1, middle, body - head - 1)


def _slim(width: int, height: int, top: int, end: int) -> Iterator[tuple[str, QRect]]:
    """Return the rectangle of the diagram in a slim window, above the transport."""
    left, head, sides = usual_left(width), px(HEAD), sides_height()
    yield "pane", QRect(0, height - end, left, end)
    yield "pane", QRect(left + 1, height - end, width - left - 1, end)
    yield "app", QRect(0, top, width, sides)
    above = top + sides
    yield "pane", QRect(0, above, width, head)
    yield "canvas", QRect(0, above + head + 1, width, height - end - 1 - above - head - 1)
