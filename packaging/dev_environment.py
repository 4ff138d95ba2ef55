"""The environment in `.build/env`: whether it is up to date, and how a process turns into it."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dev_words import are_compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOWS = sys.platform == "win32"
SCRIPTS = "Scripts" if WINDOWS else "bin"
EXE = ".exe" if WINDOWS else ""
PACKAGING = Path(__file__).resolve().parent
# Children that set up write there: standard output is the application's alone.
STANDARD_ERROR = 2
CONSTRAINTS = Path("packaging", "constraints.txt")
# What the environment is made from: a change in any of them makes it anew.
INPUTS = (Path("pyproject.toml"), Path("setup.py"), CONSTRAINTS)
# Either may say which Python to take: a version such as 3.13, the variable also a path.
PIN_VARIABLE = "VISUALIZER_PYTHON"
PIN_FILE = Path(".python-version")
# What is compiled into it; it may be missing where a test makes a checkout of its own.
COMPILED = (
    Path("visualizer", "recorder", "core"),
    Path("visualizer", "recording", "follow"),
    Path("visualizer", "layout", "routing"),
)
# wire_header.py makes the header from wire.py.
WIRE = (Path("visualizer", "recorder", "wire.py"), COMPILED[0] / "wire_header.py")
WIRE_HEADER = COMPILED[0] / "wire.h"


class SetUpError(Exception):
    """The environment cannot be made; the message says why and what helps."""


def pinned(root: Path) -> str:
    """The version or the path of the Python that was asked for, or an empty text."""
    asked = os.environ.get(PIN_VARIABLE, "").strip()
    if asked:
        return asked
    try:
        words = (root / PIN_FILE).read_text(encoding="utf-8").split()
    except OSError:
        return ""
    return words[0] if words else ""


def say(message: str) -> None:
    """Tell the person at the terminal, never on standard output: that is the child's."""
    sys.stderr.write(f"dev.py: {message}\n")
    sys.stderr.flush()


class Environment:
    """The checkout's own Python environment.

    `root` is the checkout, `build` the folder in it that git ignores.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.build = root / ".build"
        self.folder = self.build / "env"
        self.python = self.script("python")
        self._stamp = self.folder / "set-up-from"

    def script(self, name: str) -> Path:
        """The path of an installed command."""
        return self.folder / SCRIPTS / f"{name}{EXE}"

    def make_ready(self) -> None:
        """Set up what is missing or out of date; costs a few file reads where nothing is."""
        if self._is_ready(self._key()):
            self.compile_words()
            return
        from dev_set_up import set_up

        with self.locked():
            # Another process may have done it while this one waited.
            key = self._key()
            if self._is_ready(key):
                return
            # An environment does not survive being moved.
            fresh = self._read_stamp()[1:] != [str(self.root)]
            if not fresh:
                # Should this be interrupted, what is left must not pass for what was there before.
                self._write_stamp("")
            set_up(self, fresh=fresh)
            self._write_stamp(key)
            self.compile_words()
            say("ready")

    def compile_words(self) -> None:
        """Compile the words where they were changed; without, the application starts slower."""
        words = self.root / "resources" / "words"
        if not are_compiled(words) and self.call(PACKAGING / "dev_words.py", words):
            say("the words could not be compiled; they are read as they are written")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes from changing `.build/` meanwhile."""
        self.build.mkdir(exist_ok=True)
        # Closing the file gives the lock back, also when this process is killed.
        with (self.build / "lock").open("ab") as file:
            _lock(file.fileno())
            yield

    def become(self, *command: str | Path) -> int:
        """Replace this process by the environment's Python; where that is not possible, wait."""
        # On Windows `exec` starts a second process and ends this one before it: the caller would
        # not see the exit code.
        if not WINDOWS:
            sys.stderr.flush()
            os.execv(self.python, [str(self.python), *map(str, command)])
        return self.call(*command)

    def call(self, *command: str | Path) -> int:
        """Run the environment's Python, or one of its scripts, and give the exit code."""
        import subprocess

        return subprocess.call(self._whole(command))

    def call_quietly(self, *command: str | Path) -> tuple[int, str]:
        """The same, with what it wrote."""
        import subprocess

        ran = subprocess.run(
            self._whole(command),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return ran.returncode, ran.stdout

    def _whole(self, command: tuple[str | Path, ...]) -> tuple[str | Path, ...]:
        is_executable = WINDOWS and str(command[0]).endswith(EXE)
        return command if is_executable else (self.python, *command)

    def _key(self) -> str:
        """A hash of all that the environment is made from."""
        digest = hashlib.sha256(f"{sys.platform}\0{pinned(self.root)}\0".encode())
        for name in INPUTS:
            digest.update((self.root / name).read_bytes() + b"\0")
        for folder in COMPILED:
            for source in sorted((self.root / folder).glob("*.[ch]")):
                if source != self.root / WIRE_HEADER:
                    digest.update(source.read_bytes() + b"\0")
        for path in WIRE:
            with suppress(FileNotFoundError):
                digest.update((self.root / path).read_bytes() + b"\0")
        return digest.hexdigest()

    def _is_ready(self, key: str) -> bool:
        return self._read_stamp() == [key, str(self.root)] and os.access(self.python, os.X_OK)

    def _read_stamp(self) -> list[str]:
        """The key of the last set-up and the checkout's path then; nothing if there was none."""
        try:
            return os.fsdecode(self._stamp.read_bytes()).split("\n", 1)
        except OSError:
            return []

    def _write_stamp(self, key: str) -> None:
        self._stamp.write_bytes(os.fsencode(f"{key}\n{self.root}"))


def _lock(descriptor: int) -> None:
    """Wait for a lock between processes; where the file system knows none, go on without."""
    if sys.platform == "win32":
        import msvcrt

        # One call that waits gives up after ten seconds; a set-up may take minutes.
        for attempt in range(60):
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK if attempt else msvcrt.LK_NBLCK, 1)
                return
            except OSError:
                if not attempt:
                    say("waiting for another set-up of this checkout to end")
        return
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("waiting for another set-up of this checkout to end")
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        pass
