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
# Prints the version, with a letter for a build without the interpreter lock, of a Python that has
# all the application needs of the standard library.
PROBE = (
    "import sqlite3, sys;print('%d.%d%s' % (*sys.version_info[:2], getattr(sys, 'abiflags', '')))"
)

# Of all libraries those that the application and its tests import, in processes that are started
# anew again and again, as those of a lab are: without bytecode each takes seconds.
COMPILE_LIBRARIES = """
import compileall, importlib.util
for name in (
    "dask distributed fsspec jinja2 msgpack tornado yaml click cloudpickle psutil"
    " tblib tlz toolz zict"
    " PySide6 gevent greenlet h5py lucide numpy pyarrow pygments pyqtgraph zope"
    " _pytest execnet hypothesis playwright pluggy pytest pytestqt xdist"
).split():
    found = importlib.util.find_spec(name)
    for folder in (found.submodule_search_locations or ()) if found else ():
        compileall.compile_dir(folder, quiet=2, rx=__import__("re").compile("/tests?/|/examples/"))
"""


class Choice(NamedTuple):
    """A Python by its version, and the options that tell uv which to take.

    `exact`: that one and no other of its version.
    """

    version: str
    options: tuple[str, ...]
    exact: bool = False


def set_up(environment: Environment, fresh: bool) -> None:
    """Bring the environment up to date, or with `fresh` make it anew."""
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
    """Fill the environment, made anew where it is not of that Python."""
    if FETCH in python.options:
        say(f"no Python {python.version} is installed here: fetching one")
    if fresh or python.exact or python_version(environment.python) != python.version:
        uv.run("venv", "--clear", *python.options, environment.folder)
    # --exact: what is no longer asked for goes.
    options = ("--exact", "--constraints", CONSTRAINTS, "--build-constraints", CONSTRAINTS)
    uv.run("pip", "install", "--python", environment.python, *options, "--editable", ".[dev]")


def compile_modules(environment: Environment) -> None:
    """Compile the application: where Python may not write bytecode, each start would do it anew."""
    with contextlib.suppress(OSError):  # no more than slower
        environment.call("-m", "compileall", "-qq", environment.root / "visualizer")
        environment.call("-c", COMPILE_LIBRARIES)


def write_constraints(environment: Environment) -> None:
    """Resolve the newest release of everything; no registry's address gets into the file."""
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
    """The Pythons to try, best first: the one that is asked for, or the newest that is there."""
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
    """Those that are installed, one of each version."""
    found = []
    for version in versions:
        for candidate in candidates(version, uv):
            if python_version(candidate) == version:
                found.append(Choice(version, ("--python", candidate)))
                break
    return found


def fetched(version: str) -> Choice:
    """One that uv is to fetch."""
    return Choice(version, ("--python", version, FETCH))


def candidates(wanted: str, uv: Uv) -> Iterator[str]:
    """Where a Python of that version may be, likeliest first."""
    yield sys.executable
    on_path = shutil.which(f"python{wanted}")
    if on_path:
        yield on_path
    # pyenv's python on the path may be set to another version, or not be on the path at all.
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
    """18 of 3.13.18; what is not released yet comes behind."""
    text = folder.name.rpartition(".")[2]
    return int(text) if text.isdigit() else -1


def python_version(python: str | Path) -> str:
    """The version of an interpreter that runs and has what is needed; else an empty text."""
    return ask([python, "-I", "-c", PROBE])


def ask(command: list[str | Path]) -> str:
    """What a command prints, or an empty text where it fails."""
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
