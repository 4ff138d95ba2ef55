"""How large code and output are written, in pixels; how much larger than usual everything is."""

from PySide6.QtWidgets import QWidget

STEP = 2
"""Letters of code are half as wide as high: an even size makes whole pixels."""
SIZES = {"code_size": (16, (10, 48)), "output_size": (14, (10, 48))}
"""What is usual, and from the least to the most."""
SCALES = (100, 115, 130, 150, 175, 200)
"""Percent of the usual size that words can have."""
_LARGEST_SIGN = 150
"""Percent beyond which icons grow no more: a row of them would leave no room for words."""

_HEIGHT, _WIDTH = "usualHeight", "usualWidth"
_ANY = (1 << 24) - 1
"""The most that Qt lets a widget have."""


class _Scale:
    """One for the application, as its font is: the style sheet and the pages are made by it."""

    percent = SCALES[0]


def percent() -> int:
    """How large words are written, in percent of the usual."""
    return _Scale.percent


def set_percent(wanted: int) -> None:
    """Write words that large from now on; who shows some has to show them anew."""
    _Scale.percent = min(SCALES, key=lambda one: abs(one - wanted))


def px(pixels: float) -> int:
    """So many pixels at the usual size, now."""
    return round(pixels * _Scale.percent / 100)


def sign_px(pixels: float) -> int:
    """The same for signs and icons, which can be told apart without being twice as large."""
    return round(pixels * min(_Scale.percent, _LARGEST_SIGN) / 100)


def keep_height(widget: QWidget, pixels: int) -> None:
    """Be as high as that at the usual size, and higher where words are larger."""
    widget.setProperty(_HEIGHT, pixels)
    widget.setFixedHeight(px(pixels))


def free_height(widget: QWidget) -> None:
    """Be as high as what is in it, whatever was kept."""
    widget.setProperty(_HEIGHT, None)
    widget.setMinimumHeight(0)
    widget.setMaximumHeight(_ANY)


def keep_width(widget: QWidget, pixels: int) -> None:
    """The same for a width."""
    widget.setProperty(_WIDTH, pixels)
    widget.setFixedWidth(px(pixels))


def resize_kept(window: QWidget) -> None:
    """Words are written larger or smaller now: so is what is as high or wide as they are."""
    for widget in window.findChildren(QWidget):
        height, width = widget.property(_HEIGHT), widget.property(_WIDTH)
        if height is not None:
            widget.setFixedHeight(px(height))
        if width is not None:
            widget.setFixedWidth(px(width))
