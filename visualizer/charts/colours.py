"""The colours of charts, which whoever shows a chart chooses."""

from collections.abc import Callable

from PySide6.QtGui import QColor

type Colours = Callable[[str], QColor]
"""Returns the colour of a name, such as ``line``; another one after the theme has changed."""
