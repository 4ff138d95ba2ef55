"""The colours of charts, which whoever shows a chart chooses."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QColor

type Colours = Callable[[str], QColor]
"""Returns the colour of a name, such as ``line``."""


@runtime_checkable
class Coloured(Protocol):
    """A chart that paints itself in given colours."""

    def set_colours(self, colours: Colours, /) -> None:
        """Paint in ``colours``."""
        ...
