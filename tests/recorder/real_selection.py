"""Choose programs of public collections: ``python -m tests.recorder.real_selection MIRROR``.

Writes ``real_programs.json``. It chooses programs that run by themselves: the text needs only the
standard library, numpy and modules in its folder, and neither a screen, a network, other programs
nor the deletion of files; it ends within seconds on empty input; two more runs write the same;
and it runs enough lines. The trial has no network, and bounds on memory, time and
output, where ``unshare`` and ``prlimit`` can set them.
"""

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.recorder.real_mirror import (
    LIST,
    Collection,
    Entry,
    Mirror,
    MirrorError,
    ProgramList,
    sha256_of,
)
from tests.recorder.real_runs import Run

SECONDS = 10.0
FEWEST, MOST = 40, 5_000_000
"""The least and most lines that a program runs, its own and those of modules in its folder."""
LONGEST = 60_000
"""The most bytes of a program's text."""
MOST_OUTPUT = 1_000_000
MEMORY = 3 << 30
OTHERS = {"numpy"}
_FOREIGN = """
antigravity aifc cgi concurrent ctypes curses fcntl ftplib getpass http idlelib imaplib mmap
msilib msvcrt multiprocessing nntplib pip poplib pty readline resource select selectors
shutil signal smtplib socket socketserver ssl subprocess syslog telnetlib termios tkinter
tty turtle turtledemo urllib venv webbrowser winreg winsound wsgiref xmlrpc faulthandler
tracemalloc
"""
FOREIGN = set(_FOREIGN.split())
"""Modules that reach out of the program, need a person, or would watch the recorder."""
_REACHING = """
system popen remove unlink rmdir removedirs rename replace renames kill killpg fork forkpty
execv execve execl execlp execvp spawnl spawnv startfile chmod chown truncate setuid
"""
REACHING = set(_REACHING.split())
"""Functions of ``os`` and of paths that do so."""
NOT_RUN_ALONE = ("ModuleNotFoundError", "ImportError", "EOFError", "FileNotFoundError")

TIMED = re.compile(rb"\b\d+\.\d+ ?(s|ms|us|sec|secs|seconds)\b")
"""Times in the output, which may be equal in two runs by luck."""

COUNTER = """\
import os, runpy, sys
program = os.path.abspath(sys.argv.pop(1))
folder = os.path.dirname(program)
monitoring, lines = sys.monitoring, 0
def ran(code, line):
    global lines
    if not code.co_filename.startswith(folder):
        return monitoring.DISABLE
    lines += 1
monitoring.use_tool_id(4, "lines")
monitoring.register_callback(4, monitoring.events.LINE, ran)
monitoring.set_events(4, monitoring.events.LINE)
sys.argv[0] = program
sys.path[0] = folder
try:
    runpy.run_path(program, run_name="__main__")
except BaseException:
    pass
finally:
    monitoring.set_events(4, 0)
    os.write(int(os.environ["VISUALIZER_LINES"]), str(lines).encode())
    os._exit(0)
"""


def unfit(text: bytes, beside: set[str]) -> str:
    """Say why a program cannot run by itself; empty if it perhaps can."""
    if len(text) > LONGEST:
        return "long"
    try:
        tree = ast.parse(text)
        compile(text, "program", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return "not Python"
    allowed = (set(sys.stdlib_module_names) | OTHERS | beside) - FOREIGN
    for node in ast.walk(tree):
        names = list[str]()
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                return "relative import"
            names = [node.module or ""]
            if {alias.name for alias in node.names} & REACHING and node.module in ("os", "pathlib"):
                return "reaches out"
        elif isinstance(node, ast.Attribute) and node.attr in REACHING:
            on_os = isinstance(node.value, ast.Name) and node.value.id in ("os", "posix")
            if on_os or node.attr in ("unlink", "rmdir"):
                return "reaches out"
        if any(name.partition(".")[0] not in allowed for name in names):
            return "imports"
    return ""


@dataclass(frozen=True, slots=True)
class Trial:
    """Tries programs, each in a separate folder below ``folder``."""

    folder: Path
    python: str
    wrapper: tuple[str, ...]

    def why_not(self, collection: Collection, path: str, number: int) -> tuple[str, str]:
        """Return the reason against the program, if any, and the SHA-256 of its text."""
        text = collection.text(path)
        entry = Entry("", path, sha256_of(text))
        beside = {Path(name).stem for name in collection.names(entry.folder)}
        if reason := unfit(text, beside):
            return reason, entry.sha256
        return self._tried(collection, entry, self.folder / str(number)), entry.sha256

    def _tried(self, collection: Collection, entry: Entry, place: Path) -> str:
        name = Path(entry.path).name
        lines = self._lines(collection, entry, place)
        if not FEWEST <= lines <= MOST:
            return "too few lines" if 0 <= lines < FEWEST else "too many lines"
        runs = list[Run]()
        for _ in range(2):
            with _copied(collection, entry, place) as folder:
                runs.append(self._run([self.python, name], folder))
        one, other = runs
        complaint = one.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        if one.exit_code not in (0, 1) or other.exit_code != one.exit_code:
            return "did not end well"
        if one.exit_code == 1 and complaint.startswith(NOT_RUN_ALONE):
            return "needs something"
        if (one.stdout, one.stderr) != (other.stdout, other.stderr):
            return "not the same twice"
        if TIMED.search(one.stderr + one.stdout):
            return "tells times"
        return "writes much" if len(one.stdout) + len(one.stderr) > MOST_OUTPUT else ""

    def _lines(self, collection: Collection, entry: Entry, place: Path) -> int:
        """Count the lines that a program runs; -1 if it does not end."""
        reading, writing = os.pipe()
        try:
            with _copied(collection, entry, place) as folder:
                command = [self.python, "-c", COUNTER, Path(entry.path).name]
                self._run(command, folder, writing)
            os.write(writing, b" ")
            told = os.read(reading, 100).strip()
        finally:
            os.close(reading)
            os.close(writing)
        return int(told) if told else -1

    def _run(self, command: list[str], folder: Path, descriptor: int | None = None) -> Run:
        home = {"HOME": str(folder), "PYTHONHASHSEED": "0", "PATH": os.environ["PATH"]}
        home |= {"VISUALIZER_LINES": str(descriptor), "LC_ALL": "C.UTF-8"}
        child = subprocess.Popen(
            [*self.wrapper, *command],
            cwd=folder,
            env=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            pass_fds=() if descriptor is None else (descriptor,),
        )
        try:
            stdout, stderr = child.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, 9)
            child.communicate()
            return Run(b"", b"", None)
        return Run(stdout, stderr, child.returncode)


@contextmanager
def _copied(collection: Collection, entry: Entry, place: Path) -> Iterator[Path]:
    """Make a fresh copy of a program's folder, for one run."""
    collection.copy_folder(entry.folder, place)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def bounds() -> tuple[str, ...]:
    """Return the prefix of a command that gives it no network and a bounded share of the machine.

    It contains only the commands that work on this machine.
    """
    limits = (f"--as={MEMORY}", f"--fsize={50 << 20}", f"--cpu={int(SECONDS) + 2}")
    found: tuple[str, ...] = ()
    for wrapper in (("unshare", "-n"), ("prlimit", *limits)):
        if shutil.which(wrapper[0]):
            done = subprocess.run([*wrapper, "true"], capture_output=True, check=False)
            found += wrapper if done.returncode == 0 else ()
    return found


def main() -> int:
    """Try every file of every collection; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.recorder.real_selection",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("mirror", type=Path)
    parser.add_argument("--repository", action="append", help="this one alone; more than once")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("-o", "--output", type=Path, default=LIST)
    found = parser.parse_args()
    mirror = Mirror(found.mirror)
    commits, chosen = _kept(found.output, found.repository or mirror.repositories())
    seen = {entry.sha256 for entry in chosen}
    with tempfile.TemporaryDirectory(prefix="visualizer-real-") as folder:
        trial = Trial(Path(folder), sys.executable, bounds())
        for repository in found.repository or mirror.repositories():
            collection = mirror.collection(repository)
            taken, why = _chosen(trial, repository, collection, found.jobs, seen)
            if taken:
                commits[repository] = collection.commit
                chosen += taken
            print(f"{repository}: {len(taken)} taken, {dict(why)}", flush=True)
            ProgramList(commits, tuple(chosen)).write(found.output)
    print(f"{len(chosen)} programs")
    return 0


def _kept(path: Path, again: list[str]) -> tuple[dict[str, str], list[Entry]]:
    """Return the list's entries of collections that this run does not examine."""
    if not path.exists():
        return {}, []
    listed = ProgramList.read(path)
    commits = {name: commit for name, commit in listed.commits.items() if name not in again}
    return commits, [entry for entry in listed.programs if entry.repository not in again]


def _chosen(
    trial: Trial, repository: str, collection: Collection, jobs: int, seen: set[str]
) -> tuple[list[Entry], Counter[str]]:
    """Return the programs chosen from a collection, and the reasons against the rest."""
    why, taken = Counter[str](), list[Entry]()
    paths = collection.paths()
    with ThreadPoolExecutor(jobs) as pool:
        tried = pool.map(partial(_try_one, trial, collection), paths, range(len(paths)))
        for path, (reason, sha256) in zip(paths, tried, strict=True):
            again = "twice" if sha256 in seen else reason
            if again:
                why[again] += 1
            else:
                seen.add(sha256)
                taken.append(Entry(repository, path, sha256))
    return taken, why


def _try_one(trial: Trial, collection: Collection, path: str, number: int) -> tuple[str, str]:
    try:
        return trial.why_not(collection, path, number)
    except (MirrorError, OSError) as error:
        return f"cannot be read: {type(error).__name__}", ""


if __name__ == "__main__":
    sys.exit(main())
