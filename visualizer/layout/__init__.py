"""The geometry of a step: placed blocks, arrows, tags. Needs no Qt.

``composing.sheets`` combines the parts.
"""

from visualizer.layout.measure import (
    Phrase,
    Text,
    TextMeasure,
    TextStyle,
    phrase,
)
from visualizer.layout.picture import Key, Point, Rect, Slot, object_key

__all__ = [
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
