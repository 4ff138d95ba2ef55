"""Our own interpreter as a command."""

import os
import sys
from typing import Final, NamedTuple

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


class Command(NamedTuple):
    """An executable, and the environment variables that it needs."""

    executable: str
    environment: dict[str, str]


def base_of(python: str) -> str | None:
    """Return the interpreter that a virtual environment's ``python`` starts; None if it is none.

    As CPython's launcher does (PC/venvlauncher.c), it reads ``home`` from ``pyvenv.cfg``.
    """
    folder, name = os.path.split(python)
    for beside in (folder, os.path.dirname(folder)):
        try:
            with open(os.path.join(beside, "pyvenv.cfg"), encoding="utf-8") as file:
                lines = [line.partition("=") for line in file]
        except (OSError, ValueError):
            continue
        for key, _, home in lines:
            found = os.path.join(home.strip(), name)
            if key.strip().lower() == "home" and os.path.isfile(found):
                return found
    return None


def command_of(python: str) -> Command:
    """Return how to start ``python`` so that the started process is the interpreter itself.

    On Windows a virtual environment's ``python.exe`` is a launcher, whose child is the interpreter:
    limits and signals would reach the launcher. The interpreter finds the environment by a
    variable, as for CPython's multiprocessing (Lib/multiprocessing/popen_spawn_win32.py).
    """
    base = base_of(python) if sys.platform == "win32" else None
    return Command(python, {}) if base is None else Command(base, {"__PYVENV_LAUNCHER__": python})


def machine() -> str:
    """Return the machine's architecture, by the system's name for it."""
    if sys.platform == "win32":
        found = os.environ.get("PROCESSOR_ARCHITECTURE", "")
    else:
        found = os.uname().machine
    return found


def run_module(module: str, *arguments: str) -> list[str]:
    """Return the arguments with which our interpreter runs a module of ours.

    Without ``-P`` a student's file in the working folder, ``random.py`` for instance, would shadow
    the library's module.
    """
    return ["-P", "-m", module, *arguments]


def module_path() -> str:
    """Return a ``PYTHONPATH`` with which an interpreter finds this package from any folder."""
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])])
