"""Text sizes: pixels for code and output, and the scale of all text in percent."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

STEP = 2
"""Letters of code are half as wide as high: even sizes give widths in whole pixels."""
SIZES = {"code_size": (16, (10, 48)), "output_size": (14, (10, 48))}
"""The usual size, and the smallest and largest, in pixels."""
SCALES = (100, 115, 130, 150, 175, 200)
"""The scales of text on offer, in percent of the usual size."""
_LARGEST_SIGN = 150
"""Percent beyond which icons stop growing: a row of them would leave no room for text."""

_HEIGHT, _WIDTH = "usualHeight", "usualWidth"
_ANY = (1 << 24) - 1
"""The largest size that Qt allows (``QWIDGETSIZE_MAX``)."""


class _Scale:
    """The scale of the whole application, which its style sheet and pages are made with."""

    percent = SCALES[0]


def percent() -> int:
    """Return the current scale of text, in percent."""
    return _Scale.percent


def set_percent(wanted: int) -> None:
    """Use the offered scale nearest to ``wanted``; text that is already shown must be redrawn."""
    _Scale.percent = min(SCALES, key=lambda one: abs(one - wanted))


def px(pixels: float) -> int:
    """Return a length at the current scale, given in pixels at the usual one."""
    return round(pixels * _Scale.percent / 100)


def sign_px(pixels: float) -> int:
    """Do the same for signs and icons, which stop growing at 150 %."""
    return round(pixels * min(_Scale.percent, _LARGEST_SIGN) / 100)


def sized(font: QFont, pixels: float) -> QFont:
    """Return ``font`` in a size that is given in pixels at the usual scale."""
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


def resize_kept(window: QWidget) -> None:
    """Resize the widgets whose height or width was kept, after the scale has changed."""
    for widget in window.findChildren(QWidget):
        height, width = widget.property(_HEIGHT), widget.property(_WIDTH)
        if height is not None:
            widget.setFixedHeight(px(height))
        if width is not None:
            widget.setFixedWidth(px(width))
