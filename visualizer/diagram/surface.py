"""What an item may ask of the scene it stands in."""

from typing import Protocol

from visualizer.layout import Arrow, Key, Slot


class Surface(Protocol):
    """Answers questions of items and hears what is pointed at."""

    def hint(self, arrow: Arrow) -> str:
        """A reference in words."""
        ...

    def row_hint(self, key: Key, slot: Slot | None) -> str:
        """A card, or one row of it, in words."""
        ...

    def ground_at(self, x: float) -> str:
        """The name of the colour behind a line at ``x``."""
        ...

    def point_at(self, key: Key, slot: Slot | None) -> None:
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
