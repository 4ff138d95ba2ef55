"""Finds a C compiler and an interpreter's headers, and runs the compiler."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from visualizer.session.core import NotBuilt

_PATIENCE = 8.0
"""Seconds for an interpreter to report its headers, and for importing the finished build."""
_POLL_EVERY = 0.01
_LOOKED_FOR = sys.platform != "win32"
COMPILERS = ("cc", "gcc", "clang")
FLAGS = ("-O2", "-fPIC", "-fvisibility=hidden", "-fno-strict-overflow", "-w")

_FACTS = """
import json, os, sys, sysconfig
name = "python%d.%d%s" % (*sys.version_info[:2], getattr(sys, "abiflags", ""))
paths, above = sysconfig.get_paths(), os.path.dirname
real = above(above(os.path.realpath(getattr(sys, "_base_executable", sys.executable))))
folders = [paths["include"], paths["platinclude"], sysconfig.get_config_var("INCLUDEPY")]
folders += [os.path.join(one, "include", name) for one in (sys.base_prefix, real)]
own = (sysconfig.get_config_var("PY_CORE_CFLAGS") or "").split()
flags = [word for word in own if word.startswith("-D_Py_")]
print(json.dumps([sys.version.split()[0], sysconfig.get_config_var("CC"), folders, flags]))
"""
_TRY = """
import sys
from importlib.machinery import ExtensionFileLoader, ModuleSpec
loader = ExtensionFileLoader(*sys.argv[1:3])
native = loader.create_module(ModuleSpec(sys.argv[1], loader, origin=sys.argv[2]))
loader.exec_module(native)
print(bool(native.fits_))
"""


class Failed(NotBuilt):
    """The build failed and would fail again; ``retry_after`` is in seconds."""

    rest = 24 * 3600


class TooSlow(Failed):
    """The build took too long; the machine may have been busy."""

    rest = 600


def compiler(asked: object = None) -> list[str]:
    """Return the command of a C compiler: the environment's, the interpreter's own, or any.

    Raises ``NotBuilt`` if there is none.
    """
    for text in (os.environ.get("CC"), asked, *COMPILERS) if _LOOKED_FOR else ():
        try:
            words = shlex.split(text) if isinstance(text, str) else []
        except ValueError:
            continue
        if words and shutil.which(words[0]):
            return words
    raise NotBuilt("there is no C compiler" if _LOOKED_FOR else "none is looked for on Windows")


def facts(python: str) -> tuple[str, object, list[str], list[str]]:
    """Ask an interpreter how it was built. Raises ``NotBuilt``."""
    try:
        version, asked, folders, flags = json.loads(_ask(python, _FACTS))
    except ValueError:
        raise NotBuilt(f"{python} does not tell where its headers are") from None
    texts = [[one for one in many if isinstance(one, str)] for many in (folders, flags)]
    return str(version), asked, texts[0], texts[1]


def headers(version: str, folders: list[str]) -> Path:
    """Return the folder with the headers of exactly that version. Raises ``NotBuilt``."""
    for folder in folders:
        try:
            lines = Path(folder, "patchlevel.h").read_text(encoding="utf-8").splitlines()
        except OSError:
            continue
        wanted = ["#define", "PY_VERSION", f'"{version}"']
        if wanted in map(str.split, lines) and Path(folder, "Python.h").is_file():
            return Path(folder)
    raise NotBuilt(f"the C headers of Python {version} are not installed")


def including(folder: Path) -> list[str]:
    """Return the compiler options that include the headers of ``folder``.

    Some distributions have one header in a folder per architecture, and include it by a path from
    the parent folder.
    """
    return [f"-I{folder}", f"-I{folder.parent}"]


def can_be_imported(python: str, name: str, file: Path) -> bool:
    """Whether the module can be imported by, and fits, the interpreter. Raises ``NotBuilt``."""
    return _ask(python, _TRY, name, str(file)).strip() == "True"


def _ask(python: str, *arguments: str) -> str:
    command = [python, "-I", "-c", *arguments]
    try:
        answer = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        raise NotBuilt(f"{python} does not answer") from None
    return answer.stdout.decode(errors="replace")


class Work:
    """Runs commands in a folder, as many at once as there are processors.

    ``until`` is the deadline on ``time.monotonic``; ``is_cancelled`` ends the commands early.
    """

    def __init__(self, folder: Path, until: float, given_up: Callable[[], bool]) -> None:
        self._folder = folder
        self._until = until
        self._given_up = given_up
        self._at_once = os.cpu_count() or 1

    def run(self, commands: list[list[str]]) -> None:
        """Run all commands.

        Raises ``NotBuilt``, and ``BuildFailed`` with the compiler's first error.
        """
        waiting: Iterator[list[str]] = iter(commands)
        under_way: list[subprocess.Popen[bytes]] = []
        said = self._folder / "said"
        with said.open("wb") as out:
            try:
                while True:
                    while len(under_way) < self._at_once and (command := next(waiting, None)):
                        under_way.append(self._begin(command, out.fileno()))
                    if not under_way:
                        return
                    under_way = [one for one in under_way if not self._has_ended(one, said)]
                    self._look_at_the_clock()
                    time.sleep(_POLL_EVERY)
            finally:
                for one in under_way:
                    _end(one)

    def _begin(self, command: list[str], out: int) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                command,
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                env=os.environ | {"LC_ALL": "C"},
                start_new_session=True,
            )
        except OSError as error:
            reason = error.strerror or error
            raise NotBuilt(f"the compiler {command[0]} cannot be run: {reason}") from None

    def _has_ended(self, one: subprocess.Popen[bytes], said: Path) -> bool:
        status = one.poll()
        if status:
            lines = said.read_text(encoding="utf-8", errors="replace").splitlines()
            wrong = next((line for line in lines if "error" in line), "it says nothing")
            raise Failed(f"the compiler failed: {wrong.strip()}")
        return status is not None

    def _look_at_the_clock(self) -> None:
        if self._given_up():
            raise NotBuilt("nobody waited for the compiler")
        if time.monotonic() > self._until:
            raise TooSlow("the compiler took too long")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a compiler with its child processes."""
    if sys.platform != "win32" and process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
