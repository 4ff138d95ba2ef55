"""Lets Qt draw on machines without a screen."""

import os
import sys
from typing import Final

PLUGIN: Final = "QT_QPA_PLATFORM"
"""The environment variable that selects Qt's platform plugin."""
_SCREENLESS: Final = "offscreen"


def has_screen() -> bool:
    """Whether a window can be shown, or the environment selects how; without one Qt would abort."""
    variables = ("DISPLAY", "WAYLAND_DISPLAY", PLUGIN)
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in variables)


def draw_without_screen(system: str = sys.platform) -> None:
    """Select Qt's offscreen plugin on Linux, unless another is selected.

    Windows and macOS draw without showing a window; with the offscreen plugin Qt finds no fonts on
    Windows (qoffscreenintegration.cpp).
    """
    if system == "linux":
        os.environ.setdefault(PLUGIN, _SCREENLESS)


def plugin_without_screen(system: str = sys.platform) -> str | None:
    """Return the plugin to select in the environment of a new process; None for Qt's default."""
    return _SCREENLESS if system == "linux" else None
