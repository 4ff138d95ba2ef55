"""Checks the environment in `.build/env`, and turns this process into a program of it."""

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
# Set-up programs write there: only the application writes to standard output.
STANDARD_ERROR = 2
CONSTRAINTS = Path("packaging", "constraints.txt")
# The sources of the environment: a change in one of them rebuilds it.
INPUTS = (Path("pyproject.toml"), Path("setup.py"), CONSTRAINTS)
# Either may name the Python: a version such as 3.13, in the variable also a path.
PIN_VARIABLE = "VISUALIZER_PYTHON"
PIN_FILE = Path(".python-version")
# Its compiled sources, which may be missing in a test's own checkout.
COMPILED = (
    Path("visualizer", "recorder", "core"),
    Path("visualizer", "recording", "follow"),
    Path("visualizer", "layout", "routing"),
)
# wire_header.py makes the header from wire.py.
WIRE = (Path("visualizer", "recorder", "wire.py"), COMPILED[0] / "wire_header.py")
WIRE_HEADER = COMPILED[0] / "wire.h"


class SetUpError(Exception):
    """The environment cannot be made; the message says why, and the mend."""


def pinned(root: Path) -> str:
    """Return the version or the path of the requested Python, or an empty text."""
    asked = os.environ.get(PIN_VARIABLE, "").strip()
    if asked:
        return asked
    try:
        words = (root / PIN_FILE).read_text(encoding="utf-8").split()
    except OSError:
        return ""
    return words[0] if words else ""


def say(message: str) -> None:
    """Print to standard error: standard output belongs to the child."""
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
        """Return the path of an installed command."""
        return self.folder / SCRIPTS / f"{name}{EXE}"

    def make_ready(self) -> None:
        """Set up all that is missing or out of date; else this costs a few file reads."""
        if self._is_ready(self._key()):
            self.compile_words()
            return
        from dev_set_up import set_up

        with self.locked():
            # Another process may have set it up while this one waited.
            key = self._key()
            if self._is_ready(key):
                return
            # A moved environment does not work.
            fresh = self._read_stamp()[1:] != [str(self.root)]
            if not fresh:
                # After an interruption, the remains must not pass for the old environment.
                self._write_stamp("")
            set_up(self, fresh=fresh)
            self._write_stamp(key)
            self.compile_words()
            say("ready")

    def compile_words(self) -> None:
        """Compile changed words; uncompiled ones slow the application's start."""
        words = self.root / "resources" / "words"
        if not are_compiled(words) and self.call(PACKAGING / "dev_words.py", words):
            say("the words could not be compiled; they are read as they are written")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Lock `.build/` against changes by other processes."""
        try:
            self.build.mkdir(exist_ok=True)
            file = (self.build / "lock").open("ab")
        except PermissionError as error:
            raise SetUpError(
                f"{error.filename}: no permission to write there, and the set-up has to; "
                "run this as the owner of the checkout, or use a checkout of your own"
            ) from error
        # Closing the file releases the lock, even when this process is killed.
        with file:
            _lock(file.fileno())
            yield

    def become(self, *command: str | Path) -> int:
        """Replace this process by the environment's Python; on Windows, start it and wait."""
        # On Windows `exec` starts a second process and ends this one before it: the caller would
        # not see the exit code.
        if not WINDOWS:
            sys.stderr.flush()
            os.execv(self.python, [str(self.python), *map(str, command)])
        return self.call(*command)

    def call(self, *command: str | Path) -> int:
        """Run the environment's Python, or one of its scripts, and return the exit code."""
        import subprocess

        return subprocess.call(self._whole(command))

    def call_quietly(self, *command: str | Path) -> tuple[int, str]:
        """Run it, and return the exit code with its output."""
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
        """Return a hash of all sources of the environment."""
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
        """Return the key of the last set-up and its checkout's path, or an empty list."""
        try:
            return os.fsdecode(self._stamp.read_bytes()).split("\n", 1)
        except OSError:
            return []

    def _write_stamp(self, key: str) -> None:
        self._stamp.write_bytes(os.fsencode(f"{key}\n{self.root}"))


def _lock(descriptor: int) -> None:
    """Wait for a lock between processes; continue without if the file system has none."""
    if sys.platform == "win32":
        import msvcrt

        # A waiting call gives up after ten seconds; a set-up may take minutes.
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
