"""The window's first picture: the empty panes, each in its place and background colour.

It imports nothing slow. The last window saved the few lengths that determine the panes' places; the
parts that replace the panes later have the same sizes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.settings.preferences import Preferences

HEAD, TRANSPORT, LOW_TRANSPORT = 48, 148, 104
"""Heights of header, transport and low transport, at the usual text size."""
DOCK, LEFT = 304, 392
"""Widths of the dock and of the left column, which fits at least 40 letters of code."""
CODE_MOST = 0.45
"""The code's maximum default share of the width: the diagram gets more."""
OUTPUT_PART = 200 / 680
"""The output's default share of its column's height."""
BELOW_PART = 0.4
"""The dock's share of the left column's height when it replaces the output."""
NARROW, LOW = 1180, 520
"""The dock floats below this window width; the transport is low below this height."""
SLIM = 900
"""In a narrower window only one of code and diagram is visible at a time."""
MARGIN = 8
"""Space around a floating dock."""
_FREE, _FREE_ALONE = 440, 240
"""Minimum free width of the diagram next to a floating dock: with the code visible, and without."""
_KEY, _MOST = "panes", 20_000


@dataclass(frozen=True, slots=True)
class Lengths:
    """Widths of the left column and the dock, height of the part below the code, in pixels.

    ``dock`` is 0 unless the dock is next to the diagram; ``lab`` is 1 if another page is shown.
    """

    left: int
    dock: int
    below: int
    lab: int = 0

    @staticmethod
    def recalled(preferences: Preferences) -> Lengths | None:
        """Return the lengths that the last window saved, or None."""
        written = preferences.string(_KEY).split(" ")
        if len(written) != 4 or not all(one.isascii() and one.isdigit() for one in written):
            return None
        found = [int(one) for one in written]
        return Lengths(*found) if max(found) <= _MOST else None

    def remember(self, preferences: Preferences) -> None:
        """Save the lengths for the next window."""
        preferences.put(_KEY, " ".join(str(one) for one in astuple(self)))

    @staticmethod
    def usual(width: int, body: int) -> Lengths:
        """Return the defaults for a window of ``width`` with a left column of height ``body``."""
        left, narrow = usual_left(width), width < px(NARROW)
        below = BELOW_PART if narrow and is_tight(width - left - 1) else OUTPUT_PART
        return Lengths(left, 0 if narrow else px(DOCK), round((body - 1) * below))


def is_tight(width: int, *, alone: bool = False) -> bool:
    """Whether a floating dock leaves too little of a diagram of ``width``.

    ``alone``: the code is hidden, so the dock has no other visible place.
    """
    return width - px(DOCK) - 2 * MARGIN < px(_FREE_ALONE if alone else _FREE)


def usual_left(width: int) -> int:
    """Return the default width of the left column."""
    return min(px(LEFT), round(CODE_MOST * width))


def sides_height() -> int:
    """Return the height of the tabs with which a slim window switches between code and diagram."""
    return px(18) + 15


class Skeleton(QWidget):
    """Paints the panes until the parts of the window exist."""

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
        """Yield the colour name and the rectangle of each pane."""
        width, height, head = self.width(), self.height(), px(HEAD)
        yield "pane", QRect(0, 0, width, head)
        top, end = head + 1, px(LOW_TRANSPORT if height < px(LOW) else TRANSPORT)
        body = height - top - 1 - end
        lengths = self._lengths or Lengths.usual(width, body)
        if lengths.lab:
            yield "app", QRect(0, top, width, height - top)
            return
        # A slim window has no column next to the diagram.
        if width < SLIM or not lengths.left:
            lengths = Lengths.usual(width, body)
        left, dock, below = lengths.left, lengths.dock, lengths.below
        yield "pane", QRect(0, height - end, left, end)
        yield "pane", QRect(left + 1, height - end, width - left - 1, end)
        if width < SLIM:
            yield from _slim(width, top, body)
            return
        source = body - below - 1 if below else body
        yield "pane", QRect(0, top, left, source)
        if below:
            yield "pane", QRect(0, top + source + 1, left, below)
        middle = width - left - 1 - (dock + 1 if dock else 0)
        if dock:
            yield "pane", QRect(width - dock, top, dock, body)
        yield "pane", QRect(left + 1, top, middle, head)
        yield "canvas", QRect(left + 1, top + head + 1, middle, body - head - 1)


def _slim(width: int, top: int, body: int) -> Iterator[tuple[str, QRect]]:
    """Yield the panes above the transport of a slim window."""
    head, sides = px(HEAD), sides_height()
    yield "app", QRect(0, top, width, sides)
    yield "pane", QRect(0, top + sides, width, head)
    yield "canvas", QRect(0, top + sides + head + 1, width, body - sides - head - 1)
