"""Whether an interpreter can run a program under the recorder."""

import os
import subprocess
import sys
from pathlib import Path

from visualizer.model import CannotRun

OLDEST = (3, 13)
_MEND = "; choose a CPython 3.13 or newer with {option}"
_OPTION = "--python"
"""How one is chosen at the command line; who offers another way says that instead."""
_PATIENCE = 20.0
"""Seconds that an interpreter may take to tell its version."""

# Understood by every Python there is, so that an old one is named rather than fails.
_PROBE = (
    "import sys;"
    "print('python=%s %d.%d.%d %s %s' % ("
    "getattr(getattr(sys, 'implementation', sys), 'name', 'python'), sys.version_info[0],"
    "sys.version_info[1], sys.version_info[2], sys.argv[1] in sys.path, 'site' in sys.modules))"
)


def find_interpreter(python: Path | None) -> str:
    """The path of the interpreter to run; ``python`` may be a name to be found on ``PATH``.

    Raises ``CannotRun`` when there is none, or when ours is not known.
    """
    if python is None:
        if not sys.executable:
            raise CannotRun(
                "no interpreter is known to run the program with" + _MEND, option=_OPTION
            )
        return sys.executable
    from shutil import which

    # A path in the working folder has lost its leading "./" by being a Path.
    found = which(os.fspath(python)) or which(os.path.join(os.curdir, python))
    if found is None:
        raise CannotRun("{file}: no such interpreter" + _MEND, file=python, option=_OPTION)
    # Not resolved: through its link in a virtual environment a Python finds that environment.
    return str(Path(found).absolute())


def check_interpreter(python: str) -> None:
    """Ask ``python`` what it is.

    Raises ``CannotRun`` when it is not CPython 3.13 or newer, or does not look at PYTHONPATH.
    """
    marker = str(Path(__file__).parent)
    try:
        answer = subprocess.run(
            [python, "-c", _PROBE, marker],
            env=os.environ | {"PYTHONPATH": marker},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = getattr(error, "strerror", None) or "it does not answer"
        raise CannotRun(
            "{file}: cannot be run as an interpreter: {reason}" + _MEND,
            file=python,
            reason=reason,
            option=_OPTION,
        ) from None
    words = answer.rpartition("python=")[2].split()
    if "python=" not in answer or len(words) != 4:
        raise CannotRun("{file}: not a Python interpreter" + _MEND, file=python, option=_OPTION)
    name, version, listens, site = words
    major, minor, _ = (int(part) for part in version.split("."))
    if name != "cpython" or (major, minor) < OLDEST:
        raise CannotRun(
            "{file}: is {name} {version}" + _MEND,
            file=python,
            name=name,
            version=version,
            option=_OPTION,
        )
    if "False" in (listens, site):
        raise without_recorder(python)


def without_recorder(python: str) -> CannotRun:
    """What to say when an interpreter runs a program without bringing the recorder in."""
    return CannotRun(
        "{file}: starts programs without the recorder (it ignores PYTHONPATH: -I, -E, -S, a"
        " ._pth file)" + _MEND,
        file=python,
        option=_OPTION,
    )
