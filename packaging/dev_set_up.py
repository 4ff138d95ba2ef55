"""Make the environment: system libraries, uv, a Python of the wanted version, the packages."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dev_environment import CONSTRAINTS, SCRIPTS, WINDOWS, Environment, say
from dev_system import install_missing_packages
from dev_uv import get_uv

if TYPE_CHECKING:
    from collections.abc import Iterator

# Prints the version, with a letter for a build without the interpreter lock, of a Python that has
# all the application needs of the standard library.
PROBE = (
    "import sqlite3, sys;print('%d.%d%s' % (*sys.version_info[:2], getattr(sys, 'abiflags', '')))"
)

# Of all libraries those whose processes are started anew again and again, as a lab does: without
# bytecode each takes seconds.
COMPILE_LIBRARIES = """
import compileall, importlib.util
for name in "dask distributed fsspec jinja2 msgpack tornado yaml".split():
    found = importlib.util.find_spec(name)
    for folder in found.submodule_search_locations if found else ():
        compileall.compile_dir(folder, quiet=2, rx=__import__("re").compile("/tests/"))
"""


def set_up(environment: Environment, fresh: bool) -> None:
    """Bring the environment up to date, or with `fresh` make it anew."""
    say("setting up in .build (the first time this takes a minute or two)")
    install_missing_packages()
    uv = get_uv(environment.root, environment.build)
    wanted = wanted_version(environment.root)
    if fresh or python_version(environment.python) != wanted:
        uv.run("venv", "--clear", *choose_python(wanted), environment.folder)
    # --exact: what is no longer asked for goes.
    options = ("--exact", "--constraints", CONSTRAINTS, "--build-constraints", CONSTRAINTS)
    uv.run("pip", "install", "--python", environment.python, *options, "--editable", ".[dev]")
    compile_modules(environment)


def compile_modules(environment: Environment) -> None:
    """Compile the application: where Python may not write bytecode, each start would do it anew."""
    with contextlib.suppress(OSError):  # no more than slower
        environment.call("-m", "compileall", "-qq", environment.root / "visualizer")
        environment.call("-c", COMPILE_LIBRARIES)


def write_constraints(environment: Environment) -> None:
    """Resolve the newest release of everything; no registry's address gets into the file."""
    with environment.locked():
        uv = get_uv(environment.root, environment.build)
        wanted = wanted_version(environment.root)
        uv.run(
            *("pip", "compile", "pyproject.toml", "--extra", "dev", "--group", "set-up"),
            *("--universal", "--python", environment.python, "--python-version", wanted),
            *("--upgrade", "--quiet", "--output-file", CONSTRAINTS),
            *("--no-emit-index-url", "--no-emit-find-links"),
            *("--custom-compile-command", "python3 packaging/dev.py pins"),
        )


def wanted_version(root: Path) -> str:
    """The Python version that `.python-version` names, such as 3.13."""
    return (root / ".python-version").read_text(encoding="ascii").strip()


def choose_python(wanted: str) -> tuple[str, ...]:
    """Options that tell uv which Python to use: an installed one, or else one that it fetches."""
    for candidate in candidates(wanted):
        if python_version(candidate) == wanted:
            return ("--python", candidate)
    say(f"no Python {wanted} is installed here: fetching one")
    return ("--python", wanted, "--managed-python")


def candidates(wanted: str) -> Iterator[str]:
    """Where a Python of that version may be, likeliest first."""
    yield sys.executable
    on_path = shutil.which(f"python{wanted}")
    if on_path:
        yield on_path
    # pyenv's python on the path may be set to another version, or not be on the path at all.
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path("~/.pyenv").expanduser())
    for folder in sorted(pyenv.glob(f"versions/{wanted}.*"), reverse=True):
        yield str(folder / SCRIPTS / "python")
    launcher = shutil.which("py") if WINDOWS else None
    if launcher:
        yield ask([launcher, f"-{wanted}", "-I", "-c", "import sys; print(sys.executable)"])


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
