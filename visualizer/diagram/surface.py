"""What an item may ask of the scene it stands in."""

from typing import NamedTuple, Protocol

from visualizer.layout import Arrow, Box, Key, Part, Slot
from visualizer.layout.plan import holder_of


class Row(NamedTuple):
    """One row of a card: which slot it is, and whose, the card's own or that of one inside it."""

    holder: Key
    slot: Slot


def row_of(box: Box, part: Part) -> Row:
    """The row that a part of a card is."""
    return Row(holder_of(box.key, part), part.slot)


def part_of(box: Box, row: Row | None) -> Part | None:
    """The part of a card that is a row."""
    return next((part for part in box.card.parts if row_of(box, part) == row), None)


class Surface(Protocol):
    """Answers questions of items and hears what is pointed at."""

    def hint(self, arrow: Arrow) -> str:
        """A reference in words."""
        ...

    def row_hint(self, key: Key, row: Row | None) -> str:
        """A card, or one row of it, in words."""
        ...

    def member_hint(self, serial: int) -> str:
        """An object that has no card of its own, in words."""
        ...

    def ground_at(self, x: float) -> str:
        """The name of the colour behind a line at ``x``."""
        ...

    def point_at(self, key: Key, row: Row | None) -> None:
        """The pointer is over a card, or over one row of it."""
        ...

    def point_at_arrow(self, arrow: Arrow) -> None:
        """The pointer is over an arrow."""
        ...

    def ask_for_step(self, step: int) -> None:
        """Someone wants to go to another step."""
        ...

    def point_away(self) -> None:
        """The pointer left what it was over."""
        ...

    def carry(self, key: Key) -> None:
        """A card is dragged, and is elsewhere now."""
        ...

    def drop(self, key: Key) -> None:
        """A card that was dragged is let go of."""
        ...
