"""The environment with which our own process was started, to start the program with."""

import os
import sys

COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""Values that an interpreter sets in its environment for the C locale (PEP 538)."""


def given_environment() -> dict[str, str]:
    """Return our environment as it was before our interpreter coerced the locale.

    The program's interpreter must coerce it itself: only then does it enable UTF-8 mode (PEP 540).
    UTF-8 mode is on in our interpreter, without having been requested, only because the locale was
    C.
    """
    found = dict(os.environ)
    asked = "utf8" in sys._xoptions or "PYTHONUTF8" in found or "LC_ALL" in found
    if sys.flags.utf8_mode and not asked and found.get("LC_CTYPE") in COERCED:
        found["LC_CTYPE"] = "C"
    return found
