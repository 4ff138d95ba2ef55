"""Checks whether an interpreter can run a program under the recorder."""

import os
import subprocess
import sys
from pathlib import Path

from visualizer.model import CannotRecord, CannotRun
from visualizer.platform.python import own_python
from visualizer.recorder.versions import KNOWN, KNOWN_VERSIONS
from visualizer.session.engine.build_choice import Build

_REMEDY = "; choose one of {known} with {option}"
_OPTION = "--python"
"""The option that selects an interpreter; other callers substitute their own way."""
_PATIENCE = 20.0
"""Seconds for an interpreter to report its version."""

# Valid in every version of Python, so that an old one reports itself instead of failing.
_PROBE = (
    "import sys;"
    "print('python=%s %d.%d.%d%s %s %s %d <%s> %s' % ("
    "getattr(getattr(sys, 'implementation', sys), 'name', 'python'), sys.version_info[0],"
    "sys.version_info[1], sys.version_info[2], 't' * ('t' in getattr(sys, 'abiflags', '')),"
    "sys.argv[1] in sys.path, 'site' in sys.modules,"
    "sys.hexversion, getattr(sys, 'abiflags', ''), ' '.join(sys.version.split())))"
)


def find_interpreter(python: Path | None) -> str:
    """Return the path of the interpreter; ``python`` may be a name to find on ``PATH``.

    Raises ``CannotRun`` if there is none, or if our own is unknown.
    """
    if python is None:
        if not sys.executable:
            raise CannotRun(
                "no interpreter was found to run the program with" + _REMEDY,
                known=KNOWN,
                option=_OPTION,
            )
        return own_python()
    from shutil import which

    # A name that is not on ``PATH`` may be a file in the working folder.
    found = which(os.fspath(python)) or which(os.path.join(os.curdir, python))
    if found is None:
        raise CannotRun(
            "{file}: no such interpreter" + _REMEDY, file=python, known=KNOWN, option=_OPTION
        )
    # Not resolved: a virtual environment's Python finds that environment by its symbolic link.
    return str(Path(found).absolute())


def check_interpreter(python: str) -> tuple[tuple[int, int], Build | None]:
    """Ask ``python`` for its version (major, minor) and its build, None if it does not report one.

    Raises ``CannotRun``; its subclass ``CannotRecord`` for a Python that the recorder does not
    support, or that ignores PYTHONPATH.
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
        reason = getattr(error, "strerror", None) or "it does not respond"
        raise CannotRun(
            "{file}: cannot be run as an interpreter: {reason}" + _REMEDY,
            file=python,
            reason=reason,
            known=KNOWN,
            option=_OPTION,
        ) from None
    words = answer.rpartition("python=")[2].split()
    if "python=" not in answer or len(words) < 4:
        raise CannotRun(
            "{file}: not a Python interpreter" + _REMEDY, file=python, known=KNOWN, option=_OPTION
        )
    name, version, on_path, site, *more = words
    if name != "cpython" or not _is_known(version):
        raise _unknown(python, name, version)
    if "False" in (on_path, site):
        raise without_recorder(python)
    if len(more) < 3 or not more[0].isdecimal():
        return _numbers(version), None
    return _numbers(version), Build(int(more[0]), more[1].strip("<>"), " ".join(more[2:]))


def check_own_interpreter(python: str) -> None:
    """Check our own interpreter, whose path is ``python``, without starting it."""
    free = "t" * ("t" in getattr(sys, "abiflags", ""))
    version = ".".join(map(str, sys.version_info[:3])) + free
    if sys.implementation.name != "cpython" or not _is_known(version):
        raise _unknown(python, sys.implementation.name, version)


def _is_known(version: str) -> bool:
    """Whether the recorder supports a version; a suffix "t" means a free-threaded build."""
    return _numbers(version) in KNOWN_VERSIONS and not version.endswith("t")


def _numbers(version: str) -> tuple[int, int]:
    major, minor = version.split(".")[:2]
    return int(major), int(minor)


def _unknown(python: str, name: str, version: str) -> CannotRecord:
    return CannotRecord(
        "{file}: is {name} {version}, which the recorder does not support" + _REMEDY,
        file=python,
        name=name,
        version=version,
        known=KNOWN,
        option=_OPTION,
    )


def without_recorder(python: str) -> CannotRecord:
    """Return the error for an interpreter that runs programs without importing the recorder."""
    return CannotRecord(
        "{file}: runs programs without the recorder (it ignores PYTHONPATH: -I, -E, -S, a"
        " ._pth file)" + _REMEDY,
        file=python,
        known=KNOWN,
        option=_OPTION,
    )
