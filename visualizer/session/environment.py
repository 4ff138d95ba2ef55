"""The environment that our own process was given, for the program to begin with."""

import os
import sys

COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What an interpreter makes of the C locale, in its environment too (PEP 538)."""


def given_environment() -> dict[str, str]:
    """Our environment as it was before our interpreter changed the locale in it.

    The program's interpreter is to do that itself: it then turns UTF-8 mode on (PEP 540), which it
    does not where it finds a locale of UTF-8. That mode is on in ours, without being asked for,
    only because the locale was C.
    """
    found = dict(os.environ)
    asked = "utf8" in sys._xoptions or "PYTHONUTF8" in found or "LC_ALL" in found
    if sys.flags.utf8_mode and not asked and found.get("LC_CTYPE") in COERCED:
        found["LC_CTYPE"] = "C"
    return found
