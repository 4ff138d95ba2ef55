"""Kill -9 at a random instant, and check the remains.

    python -m tests.end_to_end.kills [--times N] [--seed N]

The command kills programs, recorders, windows, and all of them at once in turn. Each time the
recording must open, pass ``check``, and hold every step up to the last complete one: if the kill
hit the program, up to the exact line; if it hit the recorder, at least all steps a reader had seen.
"""

import argparse
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.systems import ON_WINDOWS, home_in
from visualizer.model import EndReason, Scalar, State, VisualizerError
from visualizer.recording import Recording

ROOT = Path(__file__).parents[2]
PATIENCE = 60
LONGEST = 1.5
"""The most seconds that a program runs before the kill."""
SHORT = 0.5
"""The most seconds in the suite, where checking the recording takes longest."""

PROGRAM = """\
import mmap, os
from pathlib import Path

here = Path(__file__).parent
with open(here / "told", "r+b") as file:
    told = mmap.mmap(file.fileno(), 16)
told[8:16] = os.getpid().to_bytes(8, "little")
kept = []
i = 0
while True:
    i += 1
    told[0:8] = i.to_bytes(8, "little")
    if i % 7 == 0:
        kept.append([i])
    if len(kept) > 50:
        kept.clear()
        print("cleared", i)
"""
"""Writes its progress to memory that outlives it."""

WINDOW = """\
import sys
from pathlib import Path
from unittest.mock import patch
from visualizer.shell import app
from visualizer.shell.window.window import MainWindow

class Recording(MainWindow):
    def complete(self):
        super().complete()
        self.files.record()

with patch.object(app, "MainWindow", Recording):
    app.run(Path(sys.argv[1]))
"""

KINDS = ("program", "recorder", "program and recorder", "window", "program and window")


@dataclass(frozen=True, slots=True)
class Found:
    """The remains of a kill: the recording's steps, the rounds in ``told`` and in the recording."""

    kind: str
    steps: int
    told: int
    recorded: int


class Lost(AssertionError):
    """A recording does not open, is inconsistent, or lacks steps."""


def kill_once(kind: str, seed: int, folder: Path, longest: float = LONGEST) -> Found:
    """Record in ``folder``, kill, and check. Raises ``Lost``."""
    chance = random.Random(seed)
    program = folder / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    told = folder / "told"
    told.write_bytes(bytes(16))
    by_window = kind.endswith("window")
    keeper = _start_window(program, folder) if by_window else _start_record(program)
    try:
        _until(lambda: _told(told)[0] > 0, keeper, "the program never began")
        time.sleep(chance.uniform(0, longest))
        path = _recording(folder, by_window)
        if kind != "program":
            # A window that is still starting has stored nothing yet.
            _until(lambda: _steps(path) > 0, keeper, "nothing is kept")
        seen = _steps(path) if kind != "program" else 0
        _kill(kind, keeper, _told(told)[1], chance)
        _until(lambda: _is_gone(_told(told)[1]), None, "the program went on")
    finally:
        if keeper.poll() is None and kind != "program":
            keeper.kill()
        keeper.wait(PATIENCE)
    return _look(kind, path, _told(told)[0], seen)


def _start_record(program: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "visualizer", "record", str(program)]
    out = program.with_suffix(".memtrace")
    return subprocess.Popen(
        [*command, "-o", str(out)],
        cwd=program.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
    )


def _start_window(program: Path, folder: Path) -> subprocess.Popen[bytes]:
    screen = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(program)],
        env={**os.environ, **home_in(folder / "home"), **screen},
        stdout=subprocess.DEVNULL,
    )


def _recording(folder: Path, by_window: bool) -> Path:
    if not by_window:
        return folder / "program.memtrace"
    found = sorted((folder / "home").rglob("*.memtrace"))
    if len(found) != 1:
        raise Lost(f"{len(found)} recordings in the window's folder")
    return found[0]


def _kill(kind: str, keeper: subprocess.Popen[bytes], program: int, chance: random.Random) -> None:
    victims = []
    if "program" in kind:
        victims.append(program)
    if kind != "program":
        victims.append(keeper.pid)
    chance.shuffle(victims)
    for victim in victims:
        try:
            psutil.Process(victim).kill()
        except psutil.NoSuchProcess:
            if victim == keeper.pid:
                raise


def _look(kind: str, path: Path, told: int, seen: int) -> Found:
    try:
        with closing(Recording.open(path)) as recording:
            if recording.damage is not None:
                raise Lost(f"{kind}: {recording.damage}")
            recording.check()
            reason = recording.end.reason if recording.end else None
            state = recording.cursor().seek(recording.steps)
            found = Found(kind, recording.steps, told, _round(state))
    except VisualizerError as error:
        raise Lost(f"{kind}: {error}") from error
    if kind == "program":
        # The program writes its round in a line that was recorded before it ran.
        # On Windows a killed process has an exit code, as if it had exited.
        killed = EndReason.EXITED if ON_WINDOWS else EndReason.KILLED
        if not told <= found.recorded <= told + 1 or reason is not killed:
            raise Lost(f"{found}: ended by {reason}")
    elif found.steps < seen:
        raise Lost(f"{found}: {seen} had been seen")
    return found


def _round(state: State) -> int:
    serial = dict(state.globals.get("program.py", ())).get("i")
    content = state.heap[serial].content if serial is not None else None
    return int(content.text) if isinstance(content, Scalar) else 0


def _steps(path: Path) -> int:
    with closing(Recording.open(path)) as recording:
        return recording.steps


def _told(path: Path) -> tuple[int, int]:
    """Return the program's round and its process id."""
    rounds, process = struct.unpack("<QQ", path.read_bytes())
    return rounds, process


def _is_gone(process: int) -> bool:
    try:
        return bool(psutil.Process(process).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def _until(
    holds: Callable[[], bool], alive: subprocess.Popen[bytes] | None, otherwise: str
) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > until or (alive is not None and alive.poll() is not None):
            raise Lost(otherwise)
        time.sleep(0.005)


def main() -> int:
    """Kill as often as the options say, and print the losses."""
    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end.kills")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    lost, steps = 0, dict.fromkeys(KINDS, 0)
    for number in range(options.times):
        kind = KINDS[number % len(KINDS)]
        with tempfile.TemporaryDirectory(prefix="visualizer-kills-") as folder:
            try:
                found = kill_once(kind, options.seed + number, Path(folder))
                steps[kind] += found.steps
            except Lost as error:
                lost += 1
                print(f"{number}: {error}", flush=True)
    for kind, count in steps.items():
        print(f"{kind:<24}{count:>12,} steps kept")
    print(f"{options.times} kills, {lost} recordings lost or incomplete")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
