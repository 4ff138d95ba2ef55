"""How the shapes of a block are coloured and rounded, for every painter. Needs no Qt."""

from collections.abc import Sequence
from enum import Enum

from visualizer.layout.blocks.block import Form, Shape


class Outline(Enum):
    """The mark of an object: its outline has the colour of this name."""

    NEW = "gain"
    """The step created it."""
    LESS = "changeLine"
    """The step took a slot from it: an item, an entry or an attribute."""
    LOST = "island"
    """No name leads to it; it is dashed, and not wider than others."""


RADIUS = 5.0
_INLINED_RADIUS = 4.0
_MOST_ROUND = 12.0
"""The radius of a value that stands alone, whose ends are round."""

_GROUND = {
    Form.FOLDED: "ghostFill",
    Form.CELL: "cell",
    Form.SPARE: "ghostFill",
    Form.MARKED: "accent",
}
_HEADER = {Form.RUNNING: "accentSoft"}
_OUTLINE = {
    Form.RUNNING: "accent",
    Form.MARKED: "accent",
    Form.FOLDED: "hair",
    Form.INLINED: "hair",
    Form.SPARE: "hair",
}


def ground_colour(shape: Shape) -> str:
    """Return the theme's name of the colour that fills a shape."""
    return _GROUND.get(shape.form, "card")


def header_colour(shape: Shape) -> str:
    """Return the name of the colour of the band at a shape's top."""
    return _HEADER.get(shape.form, "cardHead")


def outline_colour(shape: Shape, mark: Outline | None = None) -> str:
    """Return the name of the colour of an outline."""
    return _OUTLINE.get(shape.form, "line") if mark is None else mark.value


def radius_of(shape: Shape) -> float:
    """Return the radius of a shape's corners, in pixels at 100 %."""
    if shape.form is Form.VALUE_LABEL:
        return min(shape.rect.height / 2, _MOST_ROUND)
    # Small shapes have a smaller radius.
    most = _INLINED_RADIUS if shape.form is Form.INLINED else RADIUS
    return min(most, shape.rect.height / 4)


def is_wide(mark: Outline | None) -> bool:
    """Whether a mark makes an outline wider."""
    return mark in (Outline.NEW, Outline.LESS)


def has_outline(shape: Shape, shapes: Sequence[Shape], mark: Outline | None = None) -> bool:
    """Whether a shape has an outline of its own: cells draw lines instead, also for a container."""
    if shape.form.is_cell or shape.form is Form.COUNT:
        return False
    return shape.form is not Form.INLINED or is_wide(mark) or not _is_lined(shape, shapes)


def _is_lined(inlined: Shape, shapes: Sequence[Shape]) -> bool:
    """Whether cells reach the edges of a container: then their lines are its outline."""
    cells = [one.rect for one in shapes if one.form.is_cell and inlined.rect.overlaps(one.rect)]
    return any(cell.x - inlined.rect.x < 1 for cell in cells) and any(
        inlined.rect.bottom - cell.bottom <= 1 for cell in cells
    )
