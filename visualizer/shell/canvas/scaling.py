"""Limits the scale of a diagram, depending on the size of all text."""

from visualizer.diagram.view.view import SheetView
from visualizer.layout.composing.sheets import Scales
from visualizer.layout.measure import SIZE_OF, TextStyle
from visualizer.shell.canvas.sheet_feed import SheetFeed

_PRESENTED, _LARGEST = 22.0, 2.6
"""The height of a value in a presentation, in pixels; the largest scale for a presentation."""


def scale_text(view: SheetView, feed: SheetFeed, percent: int, *, is_large: bool) -> None:
    """Apply the size of text; in a presentation, fold far objects rather than draw small values."""
    usual = percent / 100
    large = _PRESENTED / SIZE_OF[TextStyle.PLAIN_VALUE]
    view.enlargement = enlargement = max(usual, large) if is_large else usual
    if is_large:
        scales = Scales(max(_LARGEST / enlargement, 1))
    else:
        # In a small view, enlarged text may shrink back to the usual size.
        scales = Scales(without_room=max(0.7, min(1 / enlargement, 1)))
    feed.limit_scale(scales)
