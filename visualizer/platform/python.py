"""Our own interpreter as a command."""

import os
import sys
from typing import Final

_WITHOUT_CONSOLE: Final = "pythonw.exe"
_WITH_CONSOLE: Final = "python.exe"


def own_python(executable: str | None = None) -> str:
    """Return our interpreter's path, as an executable with standard streams.

    On Windows ``pythonw.exe``, which has none, starts the window; the ``python.exe`` beside it is
    the same interpreter with streams.
    """
    path = sys.executable if executable is None else executable
    folder, name = os.path.split(path)
    if name.lower() == _WITHOUT_CONSOLE:
        beside = os.path.join(folder, _WITH_CONSOLE)
        return beside if os.path.isfile(beside) else path
    return path


if sys.platform == "win32":

    def machine() -> str:
        """Return the machine's architecture, by the system's name for it."""
        return os.environ.get("PROCESSOR_ARCHITECTURE", "")

else:

    def machine() -> str:
        """Return the machine's architecture, by the system's name for it."""
        return os.uname().machine


def run_module(module: str, *arguments: str) -> list[str]:
    """Return the arguments with which our interpreter runs a module of ours.

    Without ``-P`` a student's file in the working folder, ``random.py`` for instance, would shadow
    the library's module.
    """
    return ["-P", "-m", module, *arguments]
