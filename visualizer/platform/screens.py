"""Drawing where there may be no screen."""

import os
import sys
from typing import Final

PLUGIN: Final = "QT_QPA_PLATFORM"
"""The variable that says how Qt gets to a screen."""
_SCREENLESS: Final = "offscreen"


def draw_without_screen(system: str = sys.platform) -> None:
    """Have Qt ask for no screen, unless it was told already how to get to one.

    Windows and macOS draw where no window is shown; told to do without a screen, Qt finds no fonts
    on Windows (qoffscreenintegration.cpp).
    """
    if system == "linux":
        os.environ.setdefault(PLUGIN, _SCREENLESS)


def plugin_without_screen(system: str = sys.platform) -> str | None:
    """The same for a process to be started: what its variable is to say, None for nothing."""
    return _SCREENLESS if system == "linux" else None
