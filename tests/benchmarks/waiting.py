"""A person's waits: for a run's first step and its last, and for a recording to open.

    python -m tests.benchmarks.waiting [--repeat N] [--steps N] [--seconds N] [--json FILE]

The benchmark records ordinary programs (``typical``), lengthened to ``--steps`` steps, and measures
the time from the program's last line to the end of the command, with the complete file, and the
time of ``check`` per step. Then it drives a real window in a separate process. With a small program
it gives the command Record and measures the time until a step is painted and until the last step
is known, with the parts on the way. It opens the recording of the first long program and moves
through it for some seconds at 60 places a second, and measures how long the window did not answer,
and how long after the last move the picture was complete. It repeats this with the recordings of a
program that changes thousands of objects and of one that makes many calls. Without a screen it uses
Qt's offscreen platform.
"""

import json
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.benchmarks.report import Figure, machine, options, tell
from tests.benchmarks.starting import ROOT, environment
from tests.benchmarks.typical import TYPICAL, Typical, text_of
from visualizer.recording import Recording

SIXTEEN = TYPICAL[:16]
A_ROUND = 4000
"""About the steps of a typical program's round; the benchmark repeats it until there are enough."""
LATER, CHECK = 300.0, 5.0
FIRST, LAST, OPENED, HITCH = 400.0, 600.0, 400.0, 50.0
"""The limits: milliseconds, but ``CHECK`` in microseconds per step."""

MANY_OBJECTS = """\
class Node:
    def __init__(self, n):
        self.n = n
        self.next = None


kept = [[i] for i in range(2000)] + [Node(i) for i in range(1000)]
for turn in range({rounds}):
    for one in kept:
        if isinstance(one, list):
            one[0] = turn * 1000
            one.append(turn)
        else:
            one.n = one.n + turn
            one.next = one
"""
A_TURN = 12_000
"""Steps in each of its rounds."""

MANY_CALLS = """\
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


for turn in range({rounds}):
    fib(16)
"""
CALLS = 14_000
"""Steps in each of its rounds."""

DRIVE = """\
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from visualizer.cli import main
from visualizer.shell.window import window as windows
from visualizer.session import session

program, recording, seconds = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
found, marks = {}, {}
complete, start, poll = windows.MainWindow.complete, session.Session.start, session.Session.poll

def mark(name):
    marks.setdefault(name, time.perf_counter())

def polled(self):
    goes_on = poll(self)
    if self.steps:
        mark("first step recorded")
    if not goes_on:
        mark("ended")
    return goes_on

def started(self):
    start(self)
    mark("program started")

session.Session.poll, session.Session.start = polled, started

class Driver(QObject):
    def __init__(self, window):
        super().__init__(window)
        self.window, self.told = window, 0
        self.view = window.diagram.view.viewport()
        self.view.installEventFilter(self)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        QTimer.singleShot(1500, self.run)

    def eventFilter(self, watched, event):
        if watched is self.view and event.type() == QEvent.Type.Paint and self.window.player.step:
            QTimer.singleShot(0, lambda: mark("painted"))
        return False

    def run(self):
        marks.clear()
        self.begin = time.perf_counter()
        self.window.commands["record"].trigger()
        self.timer.start(1)

    def look(self):
        player = self.window.player
        if player.step:
            mark("first step shown")
        if player.end is None or "painted" not in marks:
            return
        mark("last step known")
        self.timer.stop()
        found["run"] = {name: when - self.begin for name, when in marks.items()}
        QTimer.singleShot(1000, self.open)

    def open(self):
        marks.clear()
        self.begin = time.perf_counter()
        self.timer.timeout.disconnect()
        self.timer.timeout.connect(self.look_at_opened)
        self.window.files.open_path(recording)
        self.timer.start(1)

    def look_at_opened(self):
        if "painted" in marks:
            found["opened"] = marks["painted"] - self.begin
            self.timer.timeout.disconnect()
            self.timer.timeout.connect(self.scrub)
            self.last, self.worst = time.perf_counter(), []
            self.until = self.last + seconds
            self.at = 0
            self.timer.start(16)

    def scrub(self):
        now = time.perf_counter()
        self.worst.append(now - self.last)
        self.last = now
        if now > self.until:
            found["gaps"] = self.worst[1:]
            self.timer.timeout.disconnect()
            self.timer.timeout.connect(self.rest)
            self.timer.start(1)
            return
        steps = self.window.player.steps
        self.at = (self.at + steps // 300 + 1) % steps
        self.window.player.go_to(1 + self.at)
        self.window.diagram.view.viewport().repaint()

    def rest(self):
        if self.window.diagram.scene.sheet.step == self.window.player.step:
            found["shown"] = time.perf_counter() - self.last
            print(json.dumps(found), flush=True)
            sys.stdout.flush()
            import os
            os._exit(0)

def completed(self):
    complete(self)
    self.driver = Driver(self)

windows.MainWindow.complete = completed
sys.exit(main([str(program)]))
"""


def main() -> int:
    """Measure, and print a table."""
    parser = options("waiting", __doc__)
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--steps", type=int, default=200_000)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--only", nargs="*", help="names of typical programs")
    found = parser.parse_args()
    facts = machine()
    programs = [one for one in SIXTEEN if not found.only or one.file in found.only]
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        figures = _recorded(programs, Path(folder), found.steps)
        small = Path(folder) / "small.py"
        small.write_text(text_of(programs[0]), encoding="utf-8")
        long = Path(folder) / f"{programs[0].file}.memtrace"
        runs = [_driven(small, long, found.seconds if not n else 0.1) for n in range(found.repeat)]
        figures += _of_runs(runs)
        for what, text, steps in (
            ("thousands of objects", MANY_OBJECTS, A_TURN),
            ("many calls", MANY_CALLS, CALLS),
        ):
            recording = _recorded_text(
                Path(folder), text.format(rounds=max(1, found.steps // steps))
            )
            figures += _of_scrubbing(what, _driven(small, recording, found.seconds))
    tell(figures, facts, found.json, "waiting")
    return 0


def _recorded(programs: list[Typical], folder: Path, steps: int) -> list[Figure]:
    later, check, sizes = [], [], []
    for one in programs:
        program = folder / f"{one.file}.py"
        text = text_of(one, max(1, steps // A_ROUND))
        program.write_text(f"{text}\nimport time\nprint(time.monotonic())\n", encoding="utf-8")
        out = program.with_suffix(".memtrace")
        command = [sys.executable, "-m", "visualizer", "record", str(program), "-o", str(out)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        ended = time.monotonic()
        later.append(1000 * (ended - float(done.stdout.splitlines()[-1])))
        with closing(Recording.open(out)) as recording:
            begin = time.thread_time()
            recording.check()
            check.append(1e6 * (time.thread_time() - begin) / recording.steps)
            sizes.append(float(recording.steps))
    return [
        Figure("steps of the programs", "", sizes),
        Figure("from a program's last line to the command's end", "ms", later, LATER, "most"),
        Figure("check, a step, cpu", "us", check, CHECK, "most"),
    ]


def _recorded_text(folder: Path, text: str) -> Path:
    program = folder / "long.py"
    program.write_text(text, encoding="utf-8")
    out = program.with_suffix(".memtrace")
    command = [sys.executable, "-m", "visualizer", "record", str(program), "-o", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return out


def _driven(program: Path, recording: Path, seconds: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        done = subprocess.run(
            [sys.executable, "-c", DRIVE, str(program), str(recording), str(seconds)],
            env=environment(Path(folder)),
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _of_runs(runs: list[dict[str, Any]]) -> list[Figure]:
    asked = {"painted": FIRST, "last step known": LAST}
    names = sorted(runs[0]["run"], key=lambda name: runs[0]["run"][name])
    figures = [
        Figure(
            f"Record pressed, until: {name}",
            "ms",
            [1000 * run["run"].get(name, float("nan")) for run in runs],
            asked.get(name),
            "median",
        )
        for name in names
    ]
    opened = [1000 * run["opened"] for run in runs]
    return [
        *figures,
        Figure("a long recording, opened until painted", "ms", opened, OPENED, "median"),
        *_of_scrubbing("it", runs[0]),
    ]


def _of_scrubbing(what: str, run: dict[str, Any]) -> list[Figure]:
    gaps, shown = [1000 * gap for gap in run["gaps"]], [1000 * run["shown"]]
    return [
        Figure(f"scrubbing {what}, between two answers", "ms", gaps, HITCH, "most"),
        Figure(f"scrubbing {what}, from the last place to its picture", "ms", shown),
    ]


if __name__ == "__main__":
    sys.exit(main())
