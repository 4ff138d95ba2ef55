"""The look that every widget reads: the theme, and the sizes of text; a process has one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from visualizer.diagram.themes import THEMES, Theme, theme


class CurrentTheme(QObject):
    """``changed`` is for widgets that store colours, icons or fonts; it carries ``colour``.

    A widget that only paints needs no signal: a new style sheet makes every widget paint again. It
    also gives every widget its first font again, so ``changed`` follows each style sheet. Connect
    only methods of Qt's objects: the connection keeps any other object alive for ever.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = THEMES[0]

    @property
    def now(self) -> Theme:
        """The colours, and the thickness of outlines."""
        return theme(self.name)

    def colour(self, name: str) -> QColor:
        """Return a colour of the current theme."""
        return theme(self.name).colour(name)


THEME = CurrentTheme()


STEP = 2
"""Letters of code are half as wide as high, so even sizes give widths in whole pixels."""
SIZES = {"code_size": (16, (10, 48)), "output_size": (14, (10, 48))}
"""The usual size, and the smallest and largest, in pixels."""
SCALES = (100, 115, 130, 150, 175, 200)
"""The available scales of text, in percent of the usual size."""
_LARGEST_SIGN = 150
"""Percent at which icons stop growing: a row of larger icons would leave no room for text."""
TWO_LINES = 40
"""The height of two lines of text at the usual size, in pixels."""

_HEIGHT, _WIDTH, _LEAST = "usualHeight", "usualWidth", "usualLeastHeight"
_ANY = (1 << 24) - 1
"""The largest size that Qt allows (``QWIDGETSIZE_MAX``)."""


class _Scale:
    """The scale of the whole application, which style sheet and pages use."""

    percent = SCALES[0]


def percent() -> int:
    """Return the current scale of text, in percent."""
    return _Scale.percent


def set_percent(wanted: int) -> None:
    """Use the available scale nearest to ``wanted``; the caller redraws visible text."""
    _Scale.percent = min(SCALES, key=lambda one: abs(one - wanted))


def px(pixels: float) -> int:
    """Return a length at the current scale; ``pixels`` is its value at the usual scale."""
    return round(pixels * _Scale.percent / 100)


def sign_px(pixels: float) -> int:
    """Like ``px``, for signs and icons, which stop growing at 150 %."""
    return round(pixels * min(_Scale.percent, _LARGEST_SIGN) / 100)


def sized(font: QFont, pixels: float) -> QFont:
    """Return ``font`` with the size ``pixels``, given at the usual scale."""
    made = QFont(font)
    made.setPixelSize(px(pixels))
    return made


def keep_height(widget: QWidget, pixels: int) -> None:
    """Fix the height, given in pixels at the usual text size; it grows with the text."""
    widget.setProperty(_HEIGHT, pixels)
    widget.setFixedHeight(px(pixels))


def free_height(widget: QWidget) -> None:
    """Undo ``keep_height``: let the contents decide the height."""
    widget.setProperty(_HEIGHT, None)
    widget.setMinimumHeight(0)
    widget.setMaximumHeight(_ANY)


def keep_width(widget: QWidget, pixels: int) -> None:
    """Fix the width, given in pixels at the usual text size; it grows with the text."""
    widget.setProperty(_WIDTH, pixels)
    widget.setFixedWidth(px(pixels))


def keep_least_height(widget: QWidget, pixels: int) -> None:
    """Set the least height, given in pixels at the usual text size; it grows with the text."""
    widget.setProperty(_LEAST, pixels)
    widget.setMinimumHeight(px(pixels))


def resize_kept(window: QWidget) -> None:
    """Resize the widgets with a fixed height or width after the scale has changed."""
    for widget in window.findChildren(QWidget):
        for name, resize in (
            (_HEIGHT, widget.setFixedHeight),
            (_WIDTH, widget.setFixedWidth),
            (_LEAST, widget.setMinimumHeight),
        ):
            if (pixels := widget.property(name)) is not None:
                resize(px(pixels))
