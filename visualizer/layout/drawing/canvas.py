"""The canvas on which a sheet is drawn. Colours are names of the theme."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from visualizer.layout.blocks.block import Align, Block
from visualizer.layout.drawing.pixels import Pixels
from visualizer.layout.measure import Text, TextStyle
from visualizer.layout.picture import Point, Rect
from visualizer.layout.routing.lines import Head

HAIR = 1.0
"""The width of lines of cells and between rows."""


class Room(NamedTuple):
    """The place and alignment of a line of text.

    A ``lined`` place has a line at its left and upper edge; the lines at the right and below belong
    to the next places.
    """

    rect: Rect
    align: Align = Align.LEFT
    lined: bool = True


class Edge(NamedTuple):
    """A line around a shape."""

    colour: str
    width: float
    is_dashed: bool = False


class Inside(NamedTuple):
    """The area of a block inside its outline."""

    block: Block
    rect: Rect

    @property
    def has_outline(self) -> bool:
        """Whether the block has an outline around its cells."""
        return bool(self.block.shapes) and not self.block.shapes[0].form.is_cell


class Canvas(Protocol):
    """Draws shapes and texts; ``outline`` is the width of a card's edge."""

    pixels: Pixels
    outline: float

    def fill(self, rect: Rect, colour: str) -> None:
        """Fill a rectangle."""

    def rounded(self, rect: Rect, radius: float, ground: str, edge: Edge | None = None) -> None:
        """Draw a round rectangle with a line along its edge; without a ``ground`` only the line."""

    def band(self, rect: Rect, radius: float, colour: str) -> None:
        """Fill a rectangle whose upper corners are round."""

    def cell(self, inside: Inside, rect: Rect, ground: str, line: str) -> None:
        """Draw a cell, whose lines are left out at the outline of its block."""

    def framed(self, inside: Inside, rect: Rect, ground: str, edge: Edge) -> None:
        """Draw a rectangle with a line inside its edge."""

    def polygon(self, corners: Sequence[Point], colour: str) -> None:
        """Fill a polygon."""

    def line(self, start: Point, end: Point, edge: Edge) -> None:
        """Draw a line at any angle."""

    def way(self, points: Sequence[Point], edge: Edge, head: Head | None = None) -> None:
        """Draw a line with round corners; one with a ``head`` begins with a dot."""

    def write(self, text: Text, style: TextStyle, colour: str, room: Room) -> None:
        """Write a line of text, cut to its room."""

    def text_width(self, text: Text, style: TextStyle) -> float:
        """Return the width of a text."""
