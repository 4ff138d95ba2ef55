"""The geometry of a step, stable over steps: boxes, ports, arrows. No Qt."""

from visualizer.layout.foresight import Foresight
from visualizer.layout.groups import Groups, Scales
from visualizer.layout.kept import Kept
from visualizer.layout.layout import Layout
from visualizer.layout.measure import (
    FixedMeasure,
    Phrase,
    Text,
    TextMeasure,
    TextStyle,
    phrase,
)
from visualizer.layout.picture import (
    Arrow,
    ArrowKind,
    Badge,
    Box,
    Bundle,
    Card,
    CardKind,
    Chip,
    Fold,
    Group,
    Key,
    Mark,
    Part,
    PartKind,
    Picture,
    Point,
    Rect,
    Region,
    RegionKind,
    Slot,
    object_key,
)
from visualizer.layout.plan import Move
from visualizer.layout.signatures import Signatures

__all__ = [
    "Arrow",
    "ArrowKind",
    "Badge",
    "Box",
    "Bundle",
    "Card",
    "CardKind",
    "Chip",
    "FixedMeasure",
    "Fold",
    "Foresight",
    "Group",
    "Groups",
    "Kept",
    "Key",
    "Layout",
    "Mark",
    "Move",
    "Part",
    "PartKind",
    "Phrase",
    "Picture",
    "Point",
    "Rect",
    "Region",
    "RegionKind",
    "Scales",
    "Signatures",
    "Slot",
    "Text",
    "TextMeasure",
    "TextStyle",
    "object_key",
    "phrase",
]
