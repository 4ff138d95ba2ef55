"""Our own interpreter, as a command."""

import os
import sys
from typing import Final

_WITHOUT_CONSOLE: Final = "pythonw.exe"
_WITH_CONSOLE: Final = "python.exe"


def own_python(executable: str | None = None) -> str:
    """The interpreter that we run in, as one that has standard streams.

    A window is started by ``pythonw.exe`` on Windows, which has none: the ``python.exe`` beside it
    is the same interpreter with them.
    """
    path = sys.executable if executable is None else executable
    folder, name = os.path.split(path)
    if name.lower() == _WITHOUT_CONSOLE:
        beside = os.path.join(folder, _WITH_CONSOLE)
        return beside if os.path.isfile(beside) else path
    return path


if sys.platform == "win32":

    def machine() -> str:
        """The kind of machine, by the name that the system has for it."""
        return os.environ.get("PROCESSOR_ARCHITECTURE", "")

else:

    def machine() -> str:
        """The kind of machine, by the name that the system has for it."""
        return os.uname().machine


def run_module(module: str, *arguments: str) -> list[str]:
    """The arguments that have our interpreter run a module of ours.

    Without ``-P`` a file of the student's in the working folder, ``random.py`` say, would be taken
    for the library's.
    """
    return ["-P", "-m", module, *arguments]
