"""Tries a build like a user who has just installed it.

Run with any Python: `python3 packaging/package_smoke.py COMMAND [PYTHON]`, where COMMAND is the
installed `visualizer` and PYTHON the interpreter that came with it (found beside it without). It
needs no screen, writes only to a temporary folder and ends with exit code 1 at the first fault.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Seconds for one command: a lab starts a dozen processes, each of which imports numpy.
PATIENCE = 900.0
PROGRAM = """\
def twice(x):
    return [x, x]

names = twice("가")
print(len(names), ascii(names[0]))
"""
SPAWN = """\
import multiprocessing as mp

def double(n):
    return 2 * n

if __name__ == "__main__":
    with mp.get_context("spawn").Pool(2) as pool:
        print(sum(pool.map(double, range(10))))
"""
LIBRARY = """\
import importlib, sys, warnings
warnings.simplefilter("ignore")
# Those of other systems and of CPython's own tests; those whose libraries may not come along
# (package_libraries.UNWANTED); programs (package_python.LEFT_OUT); those that open something.
elsewhere = (
    "_android", "_dbm", "_gdbm", "_ios", "_msi", "_osx", "_overlapped", "_scproxy", "_test", "_win",
    "_wmi", "_xx", "antigravity", "idlelib", "msvcrt", "nt", "readline", "this", "turtledemo",
    "win",
)
if sys.platform == "win32":
    elsewhere = ("_android", "_curses", "_dbm", "_gdbm", "_ios", "_osx", "_posix", "_scproxy",
                 "_test", "antigravity", "curses", "fcntl", "grp", "idlelib", "posix", "pty", "pwd",
                 "readline", "resource", "syslog", "termios", "this", "tty", "turtledemo")
missing = []
for name in sorted(sys.stdlib_module_names):
    if name.startswith(elsewhere) and name != "ntpath":
        continue
    try:
        importlib.import_module(name)
    except ImportError as error:
        missing.append(f"{name}: {error}")
import ssl, sqlite3, tkinter, zoneinfo
tkinter.Tcl().eval("info patchlevel")
sqlite3.connect(":memory:").execute("select 1")
ssl.create_default_context()
assert not missing, missing
print("all of", sys.version.split()[0])
"""
# Windows always has a screen; offscreen, Qt lacks the package's fonts there.
SCREEN = {} if sys.platform == "win32" else {"QT_QPA_PLATFORM": "offscreen"}
WINDOW = """\
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from visualizer.diagram.fonts import code_family, usual_family
from visualizer.shell import app

def take_picture():
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    window = next((w for w in shown if getattr(w, "is_assembled", False)), None)
    if window is None or not window.player.step:
        QTimer.singleShot(200, take_picture)
        return
    player = window.player
    before = player.step
    player.forward()
    stepped = player.step - before
    if not window.grab().save(sys.argv[2]):
        stepped = 0
    print(usual_family("words"), code_family(), sep=", ")
    code = 0 if stepped == 1 else 1
    # Again and again: the window may be in an event loop within the application's own.
    ending.timeout.connect(lambda: QApplication.exit(code))
    ending.start(100)

application = app.plain_application()  # without one no timer runs
ending = QTimer()
QTimer.singleShot(200, take_picture)
sys.exit(app.run(Path(sys.argv[1])))
"""
OURS = """\
import importlib, pkgutil, sys
import visualizer
from PySide6.QtWidgets import QApplication
application = QApplication([])
# Modules that need an extra (labs, notebook, textbook), and programs that run when imported.
extra = {"cloudpickle", "dask", "distributed", "pyarrow",
         "IPython", "docutils", "markdown", "pymdownx", "sphinx"}
names = [module.name for module in pkgutil.walk_packages(visualizer.__path__, "visualizer.")]
for name in names:
    if ".programs" in name or name.endswith("__main__") or ".recorder.entry" in name:
        continue
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in extra:
            raise
print(len(names), "modules")
"""
COMPLETION = """\
import jedi
names = [c.name for c in jedi.Script("import string\\nstring.ascii_l").complete(2, 14)]
assert "ascii_letters" in names, names
"""


class Fault(Exception):
    """The build does not work; the message names the fault."""


class Installed(NamedTuple):
    """An installation, the folder that its trial may write to, and whether it has fonts."""

    command: Path
    python: Path
    folder: Path
    has_fonts: bool = True

    def run(self, *arguments: str | Path, python: bool = False) -> str:
        """Return the output of the command, or of its interpreter. Raises Fault on failure."""
        command = [str(self.python), "-I"] if python else [str(self.command)]
        variables = {
            name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
        }
        answer = subprocess.run(
            [*command, *map(str, arguments)],
            cwd=self.folder,
            env={**variables, **SCREEN, "HOME": str(self.folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
        if answer.returncode:
            said = (answer.stdout + answer.stderr).decode(errors="replace")
            raise Fault(f"{' '.join(map(str, arguments))}: exit code {answer.returncode}\n{said}")
        return answer.stdout.decode()


def record(installed: Installed, program: Path, recording: Path, *options: str) -> dict[str, Any]:
    """Record a program and return what `info` prints. Raises Fault if the program failed: the
    command itself succeeds even then.
    """
    installed.run("record", *options, program, "-o", recording)
    told: dict[str, Any] = json.loads(installed.run("info", recording, "--json"))
    if told["end"]["exit_code"] != 0:
        raise Fault(f"{program.name} {told['end']['detail']}")
    return told


def record_by_core(installed: Installed) -> str:
    """Check that the engine in C records a program."""
    program = installed.folder / "프로그램 one.py"
    program.write_text(PROGRAM, encoding="utf-8")
    recording = installed.folder / "기록 one.memtrace"
    told = record(installed, program, recording, "--recorder", "core")
    if told["recorder"] != "core":
        raise Fault(f"recorded by {told['recorder']}, not by the core")
    installed.run("check", recording)
    return f"{told['steps']} steps by the core"


def parts_in_c(installed: Installed) -> str:
    """Check that the C modules of the follower and of arrow routing exist."""
    modules = "visualizer.recording.follow.compiled, visualizer.layout.routing.compiled"
    installed.run("-c", f"import {modules}", python=True)
    return "there"


def import_library(installed: Installed) -> str:
    """Import the whole standard library; Tcl, SQLite and TLS must find their parts."""
    return installed.run("-c", LIBRARY, python=True)


def import_ours(installed: Installed) -> str:
    """Check that no import of the application is missing."""
    return installed.run("-c", OURS, python=True)


def spawn(installed: Installed) -> str:
    """Start processes by spawn, also while a program is recorded."""
    program = installed.folder / "spawn 프로그램.py"
    program.write_text(SPAWN, encoding="utf-8")
    said = installed.run(program, python=True)
    if said.strip() != "90":
        raise Fault(f"spawned processes computed {said!r}")
    record(installed, program, installed.folder / "spawn.memtrace")
    return "plain and recorded"


def complete(installed: Installed) -> str:
    """Check that the editor's completion knows the standard library."""
    installed.run("-c", COMPLETION, python=True)
    return "knows the library"


def draw(installed: Installed) -> str:
    """Draw a step as a picture, with Korean text."""
    picture = installed.folder / "그림.png"
    recording = installed.folder / "기록 one.memtrace"
    installed.run(
        *("export", recording, "--format", "png", "--language", "ko", "--step", "4"),
        *("-o", picture),
    )
    return f"{picture.stat().st_size} bytes"


def show_window(installed: Installed) -> str:
    """Open the window, in the package's fonts if any, and grab it."""
    picture = installed.folder / "창.png"
    recording = installed.folder / "기록 one.memtrace"
    said = installed.run("-c", WINDOW, recording, picture, python=True)
    if installed.has_fonts and said.strip() != "Pretendard, D2Coding":
        raise Fault(f"the window is written in {said.strip()}")
    return f"{picture.stat().st_size} bytes, {said.strip()}"


def run_labs(installed: Installed) -> str:
    """Run each lab; two of them start processes, and one writes HDF5."""
    installed.run("lab", "concurrency", "--scale", "0.01", "--repeat", "1", "--json")
    tables = installed.folder / "표.h5"
    installed.run(
        *("lab", "shared-memory", "--rows", "500", "--repeat", "1", "--json", "-o", tables)
    )
    installed.run("lab", "streaming", "--items", "20000", "--repeat", "1", "--json")
    return f"all three; {tables.stat().st_size} bytes of HDF5"


CHECKS = (
    record_by_core,
    parts_in_c,
    import_library,
    import_ours,
    spawn,
    complete,
    draw,
    show_window,
    run_labs,
)


def try_out(
    command: Path,
    python: Path | None = None,
    keep: Path | None = None,
    *,
    checks: Sequence[Callable[[Installed], str]] = CHECKS,
    has_fonts: bool = True,
) -> None:
    """Run the checks in a folder with blanks and Korean. Raises Fault at the first failure. `keep`
    is a folder for the picture of the window. A wheel has no fonts.
    """
    with tempfile.TemporaryDirectory(prefix="시험 trial ") as scratch:
        # Do not resolve the link: an environment's interpreter links to one without packages.
        python = python or command.resolve().with_name("python3")
        installed = Installed(command.absolute(), python.absolute(), Path(scratch), has_fonts)
        for check in checks:
            said = check(installed).strip()
            print(f"{check.__name__}: {said}", flush=True)
        if keep is not None:
            (keep / "window.png").write_bytes((installed.folder / "창.png").read_bytes())


def main(arguments: list[str]) -> int:
    """Try an installation; return 1 for a fault."""
    if not 1 <= len(arguments) <= 3:
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        try_out(*map(Path, arguments))
    except (Fault, OSError, ValueError, subprocess.SubprocessError) as error:
        sys.stderr.write(f"package_smoke.py: {error}\n")
        return 1
    print("all good")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
