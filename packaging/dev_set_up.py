"""Make the environment: system libraries, uv, a Python of the wanted version, the packages."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dev_environment import (
    CONSTRAINTS,
    WINDOWS,
    Environment,
    SetUpError,
    pinned,
    say,
)
from dev_system import install_missing_packages
from dev_uv import get_uv

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dev_uv import Uv

# The newest of which all packages in packaging/constraints.txt have wheels comes first. For 3.15
# h5py has none yet (pyproject.toml): labs cannot write HDF5 there, so it comes last.
VERSIONS = ("3.14", "3.13", "3.15")
OLDEST = "3.13"
FETCH = "--managed-python"
# Prints the version of a Python that has the needed parts of the standard library, with a letter
# for a build without the interpreter lock.
PROBE = (
    "import sqlite3, sys;print('%d.%d%s' % (*sys.version_info[:2], getattr(sys, 'abiflags', '')))"
)

# The libraries that fresh processes import again and again, such as those of a lab: without
# bytecode each import takes seconds.
COMPILE_LIBRARIES = """
import compileall, importlib.util
for name in (
    "dask distributed fsspec jinja2 msgpack tornado yaml click cloudpickle psutil"
    " tblib tlz toolz zict"
    " PySide6 gevent greenlet h5py lucide numpy pyarrow pygments pyqtgraph zlib_ng zope"
    " _pytest execnet hypothesis playwright pluggy pytest pytestqt xdist"
).split():
    found = importlib.util.find_spec(name)
    for folder in (found.submodule_search_locations or ()) if found else ():
        compileall.compile_dir(folder, quiet=2, rx=__import__("re").compile("/tests?/|/examples/"))
"""


class Choice(NamedTuple):
    """A Python by its version, and uv's options to choose it. `exact`: no other of its version will
    do.
    """

    version: str
    options: tuple[str, ...]
    exact: bool = False


def set_up(environment: Environment, fresh: bool) -> None:
    """Bring the environment up to date, or with `fresh` rebuild it."""
    say("setting up in .build (the first time this takes a minute or two)")
    install_missing_packages()
    uv = get_uv(environment.root, environment.build)
    *others, last = choices(pinned(environment.root), uv)
    for python in others:
        try:
            make(environment, uv, python, fresh)
        except SetUpError as error:
            say(f"not with Python {python.version}: {error}")
        else:
            break
    else:
        make(environment, uv, last, fresh)
    compile_modules(environment)


def make(environment: Environment, uv: Uv, python: Choice, fresh: bool) -> None:
    """Fill the environment, and rebuild it for another Python."""
    if FETCH in python.options:
        say(f"no Python {python.version} is installed here: fetching one")
    if fresh or python.exact or python_version(environment.python) != python.version:
        uv.run("venv", "--clear", *python.options, environment.folder)
    # --exact removes packages that are no longer required.
    options = ("--exact", "--constraints", CONSTRAINTS, "--build-constraints", CONSTRAINTS)
    uv.run("pip", "install", "--python", environment.python, *options, "--editable", ".[dev]")


def compile_modules(environment: Environment) -> None:
    """Compile the application: if Python may not write bytecode, each start would compile it."""
    with contextlib.suppress(OSError):  # no more than slower
        environment.call("-m", "compileall", "-qq", environment.root / "visualizer")
        environment.call("-c", COMPILE_LIBRARIES)


def write_constraints(environment: Environment) -> None:
    """Resolve the newest release of everything; the file has no registry's address."""
    with environment.locked():
        uv = get_uv(environment.root, environment.build)
        uv.run(
            *("pip", "compile", "pyproject.toml", "--extra", "dev"),
            *("--group", "set-up", "--group", "package"),
            *("--universal", "--python", environment.python, "--python-version", OLDEST),
            *("--upgrade", "--quiet", "--output-file", CONSTRAINTS),
            *("--no-emit-index-url", "--no-emit-find-links"),
            *("--custom-compile-command", "python3 packaging/dev.py pins"),
        )


def choices(pin: str, uv: Uv) -> list[Choice]:
    """Return the Pythons to try, best first: the requested one, or the newest one installed."""
    if pin and (os.sep in pin or not pin[0].isdigit()):
        version = python_version(pin)
        if version:
            return [Choice(version, ("--python", pin), exact=True)]
        say(f"{pin}: no Python that could be taken; taking the newest")
    elif pin:
        # pyenv writes all three numbers.
        versions = [".".join(pin.split(".")[:2])]
        return there(versions, uv) or [fetched(versions[0])]
    return there(VERSIONS, uv) or [fetched(version) for version in VERSIONS]


def there(versions: Sequence[str], uv: Uv) -> list[Choice]:
    """Return the installed ones, one for each version."""
    found = []
    for version in versions:
        for candidate in candidates(version, uv):
            if python_version(candidate) == version:
                found.append(Choice(version, ("--python", candidate)))
                break
    return found


def fetched(version: str) -> Choice:
    """Return one that uv is to fetch."""
    return Choice(version, ("--python", version, FETCH))


def candidates(wanted: str, uv: Uv) -> Iterator[str]:
    """Yield the possible paths of a Python of that version, likeliest first."""
    yield sys.executable
    on_path = shutil.which(f"python{wanted}")
    if on_path:
        yield on_path
    # pyenv's python on the path may be another version, or not on the path at all.
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path("~/.pyenv").expanduser())
    for folder in sorted(pyenv.glob(f"versions/{wanted}.*"), key=last_number, reverse=True):
        yield str(folder / ("python.exe" if WINDOWS else "bin/python"))
    launcher = shutil.which("py") if WINDOWS else None
    if launcher:
        yield ask([launcher, f"-{wanted}", "-I", "-c", "import sys; print(sys.executable)"])
    of_uv = uv.find(wanted)
    if of_uv:
        yield of_uv


def last_number(folder: Path) -> int:
    """Return 18 for 3.13.18; unreleased versions sort last."""
    text = folder.name.rpartition(".")[2]
    return int(text) if text.isdigit() else -1


def python_version(python: str | Path) -> str:
    """Return the version of an interpreter that runs and has the needed parts, or an empty text."""
    return ask([python, "-I", "-c", PROBE])


def ask(command: list[str | Path]) -> str:
    """Return the output of a command, or an empty text if it fails."""
    try:
        answer = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return os.fsdecode(answer.stdout).strip()
