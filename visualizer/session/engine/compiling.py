"""Finds a C compiler and an interpreter's headers, and runs the compiler."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from visualizer.platform.trees import Tree
from visualizer.session.engine.build_choice import NotBuilt

_PATIENCE = 8.0
"""Seconds for an interpreter to report its headers, and for importing the finished build."""
_POLL_EVERY = 0.01
_UNFINISHED = "unfinished-"
_CAN_COMPILE = sys.platform != "win32"
COMPILERS = ("cc", "gcc", "clang")
FLAGS = ("-O2", "-fPIC", "-fvisibility=hidden", "-fno-strict-overflow", "-w")

_ASK_BUILD = """
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
_TRY_IMPORT = """
import sys
from importlib.machinery import ExtensionFileLoader, ModuleSpec
loader = ExtensionFileLoader(*sys.argv[1:3])
native = loader.create_module(ModuleSpec(sys.argv[1], loader, origin=sys.argv[2]))
loader.exec_module(native)
print(bool(native.fits_))
"""


class BuildFailed(NotBuilt):
    """The build failed and would fail again; ``retry_after`` is in seconds."""

    retry_after = 24 * 3600


class BuildTimedOut(BuildFailed):
    """The build took too long and made no file; the machine may have been busy."""

    retry_after = 600


def compiler(asked: object = None) -> list[str]:
    """Return the command of a C compiler: the environment's, the interpreter's own, or any.

    Raises ``NotBuilt`` if there is none.
    """
    for text in (os.environ.get("CC"), asked, *COMPILERS) if _CAN_COMPILE else ():
        try:
            words = shlex.split(text) if isinstance(text, str) else []
        except ValueError:
            continue
        if words and shutil.which(words[0]):
            return words
    raise NotBuilt("there is no C compiler" if _CAN_COMPILE else "none is looked for on Windows")


class InterpreterInfo(NamedTuple):
    """How an interpreter was built.

    ``compiler`` is its compiler's command, ``folders`` may have its headers, ``definitions`` are
    compiler options on which the layout of objects depends.
    """

    version: str
    compiler: object
    folders: list[str]
    definitions: list[str]


def interpreter_info(python: str) -> InterpreterInfo:
    """Ask an interpreter how it was built. Raises ``NotBuilt``."""
    try:
        version, command, folders, flags = json.loads(_ask(python, _ASK_BUILD))
    except ValueError:
        raise NotBuilt(f"{python} does not tell where its headers are") from None
    texts = [[one for one in many if isinstance(one, str)] for many in (folders, flags)]
    return InterpreterInfo(str(version), command, *texts)


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


def include_options(folder: Path) -> list[str]:
    """Return the compiler options that include the headers of ``folder``.

    Some distributions have one header in a folder per architecture, and include it by a path from
    the parent folder.
    """
    return [f"-I{folder}", f"-I{folder.parent}"]


def can_be_imported(python: str, name: str, file: Path) -> bool:
    """Whether the interpreter can import the module, and it fits. Raises ``NotBuilt``."""
    return _ask(python, _TRY_IMPORT, name, str(file)).strip() == "True"


def _ask(python: str, *arguments: str) -> str:
    command = [python, "-I", "-c", *arguments]
    try:
        answer = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        raise NotBuilt(f"{python} does not answer") from None
    return answer.stdout.decode(errors="replace")


class CompilerJobs:
    """Makes files in a folder by a compiler, as many at once as there are processors.

    It gives up after ``patience`` seconds without a finished file: a busy machine is slow, but each
    file makes progress. ``is_cancelled`` ends the compiler early.
    Finished files stay: the next build in the folder makes only those that are missing.
    """

    def __init__(self, folder: Path, patience: float, is_cancelled: Callable[[], bool]) -> None:
        self._folder = folder
        self._patience = patience
        self._until = time.monotonic() + patience
        self._is_cancelled = is_cancelled
        self._at_once = os.cpu_count() or 1
        self._has_made = False

    def make(self, commands: dict[str, list[str]]) -> None:
        """Run the command of each file that is missing; ``-o`` and its name are added.

        Raises ``NotBuilt``, and ``BuildFailed`` with the compiler's first error.
        """
        waiting = (one for one in commands.items() if not (self._folder / one[0]).exists())
        running: list[tuple[str, Tree]] = []
        output = self._folder / "said"
        with output.open("wb") as out:
            try:
                while True:
                    while len(running) < self._at_once and (job := next(waiting, None)):
                        name, command = job
                        command = [*command, "-o", _UNFINISHED + name]
                        running.append((name, self._start(command, out.fileno())))
                    if not running:
                        return
                    if self._is_cancelled():
                        raise NotBuilt("nobody waited for the compiler")
                    running = [one for one in running if not self._has_ended(*one, output)]
                    self._check_deadline()
                    time.sleep(_POLL_EVERY)
            finally:
                for _, one in running:
                    _kill(one)

    def _start(self, command: list[str], out: int) -> Tree:
        try:
            return Tree(
                command,
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                env=os.environ | {"LC_ALL": "C"},
            )
        except OSError as error:
            reason = error.strerror or error
            raise NotBuilt(f"the compiler {command[0]} cannot be run: {reason}") from None

    def _has_ended(self, name: str, one: Tree, output: Path) -> bool:
        status = one.process.poll()
        if status:
            lines = output.read_text(encoding="utf-8", errors="replace").splitlines()
            wrong = next((line for line in lines if "error" in line), "it says nothing")
            raise BuildFailed(f"the compiler failed: {wrong.strip()}")
        if status is None:
            return False
        (self._folder / (_UNFINISHED + name)).replace(self._folder / name)
        self._has_made = True
        self._until = time.monotonic() + self._patience
        return True

    def _check_deadline(self) -> None:
        if self._is_cancelled():
            raise NotBuilt("nobody waited for the compiler")
        if time.monotonic() > self._until:
            raise (NotBuilt if self._has_made else BuildTimedOut)("the compiler took too long")


def _kill(compiler: Tree) -> None:
    """Kill a compiler with its child processes."""
    if compiler.process.poll() is None:
        compiler.kill()
    compiler.process.wait()
