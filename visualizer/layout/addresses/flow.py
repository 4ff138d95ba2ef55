"""Lines of cards from left to right; a card that does not fit begins the next line."""

from dataclasses import dataclass, field

from visualizer.layout.addresses.cards import CARD, TAG, placed
from visualizer.layout.blocks.block import Block
from visualizer.layout.picture import Key
from visualizer.layout.sheet import Placed

GAP = 5


@dataclass(slots=True)
class Flow:
    """Places cards from (``left``, ``top``) on; ``bottom`` is where the last line ends."""

    left: float
    top: float
    right: float
    height: float = CARD
    space: float = TAG
    """The space above each line, for names."""
    boxes: list[Placed] = field(default_factory=list)
    _x: float = field(init=False, default=0)
    _y: float = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._x, self._y = self.left, self.top + self.space

    def add(self, key: Key, block: Block) -> Placed:
        """Place a card behind the last one, or on the next line."""
        if self._x > self.left and not self.fits(block):
            self._x, self._y = self.left, self._y + self.height + self.space + 3
        box = placed(key, block, self._x, self._y)
        self._x += block.width + GAP
        self.boxes.append(box)
        return box

    def fits(self, block: Block) -> bool:
        """Whether a card has room behind the last one, on the same line."""
        return self._x + block.width <= self.right

    @property
    def bottom(self) -> float:
        """The lower end of the last line."""
        return self._y + self.height
