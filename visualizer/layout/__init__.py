"""The geometry of a step: blocks in their places, arrows, tags. No Qt.

``composing.sheets`` is where it comes together.
"""

from visualizer.layout.measure import (
    FixedMeasure,
    Phrase,
    Text,
    TextMeasure,
    TextStyle,
    phrase,
)
from visualizer.layout.picture import Key, Point, Rect, Slot, object_key

__all__ = [
    "FixedMeasure",
    "Key",
    "Phrase",
    "Point",
    "Rect",
    "Slot",
    "Text",
    "TextMeasure",
    "TextStyle",
    "object_key",
    "phrase",
]
