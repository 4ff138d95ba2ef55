"""The colours of charts, which the owner of a chart chooses."""

from collections.abc import Callable

from PySide6.QtGui import QColor

type Colours = Callable[[str], QColor]
"""Returns the colour of a name, such as ``line``, in the current theme."""
