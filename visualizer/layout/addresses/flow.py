"""The parts of the picture, and cards in lines; a card that does not fit begins the next line."""

from dataclasses import dataclass, field

from visualizer.layout.addresses.cards import CARD, TAG
from visualizer.layout.blocks.block import Block
from visualizer.layout.picture import Key
from visualizer.layout.sheet import BoxKind, Placed, Tag

GAP = 5


@dataclass(slots=True)
class Part:
    """A finished part of the picture; ``bottom`` is its lower end."""

    bottom: float
    boxes: list[Placed] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)

    def place(self, key: Key, block: Block, x: float, y: float) -> Placed:
        """Place a card at a point."""
        box = Placed(key, BoxKind.CARD, x, y, block)
        self.boxes.append(box)
        return box


class Flow(Part):
    """Places cards from left to right; ``bottom`` is where the last line ends.

    ``space`` is the space above each line, for names.
    """

    def __init__(
        self, sides: tuple[float, float], top: float, height: float = CARD, space: float = TAG
    ) -> None:
        super().__init__(top + space + height)
        self._left, self._right = sides
        self._x, self._pitch, self._height = self._left, height + space + 3, height

    def add(self, key: Key, block: Block) -> Placed:
        """Place a card behind the last one, or on the next line."""
        if self._x > self._left and not self.fits(block):
            self._x, self.bottom = self._left, self.bottom + self._pitch
        box = self.place(key, block, self._x, self.bottom - self._height)
        self._x += block.width + GAP
        return box

    def fits(self, block: Block) -> bool:
        """Whether a card has room behind the last one, on the same line."""
        return self._x + block.width <= self._right
