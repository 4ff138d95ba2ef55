"""From launch to the first painting and to a usable window, against an empty QMainWindow.

    python -m tests.benchmarks.starting [--repeat N] [--recording FILE] [--bundle PYTHON]
        [--json FILE]

Both are fresh processes, in turn. A time runs from before the process starts until the window
prints that its panes have been painted, and that all its parts exist, are painted, and take
typed text. Ours starts by its command, with the example of the first day.
With a recording the table also gives the window's memory after it has opened the recording and
finished reading. With a package's interpreter the package's window races ours, in turn.
Without a screen the benchmark uses Qt's offscreen platform.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.report import Figure, machine, options, tell
from tests.systems import home_in

ROOT = Path(__file__).parents[2]
MOST_MEMORY = 400
MOST_TIMES = 2.0
MOST_TIMES_OF_A_BUNDLE = 1.2

EMPTY = """\
from PySide6.QtWidgets import QApplication, QMainWindow

class Painted(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)

application = QApplication([])
window = Painted()
window.resize(1200, 800)
window.show()
application.exec()
"""

OURS = """\
import sys
from visualizer.cli import main
from visualizer.shell.window import skeleton as front, window

paint, complete = front.Skeleton.paintEvent, window.MainWindow.complete

def painted(self, event):
    paint(self, event)
    if self.property("told") is None:
        self.setProperty("told", True)
        print("painted", flush=True)

def completed(self):
    complete(self)
    print("usable", flush=True)

front.Skeleton.paintEvent, window.MainWindow.complete = painted, completed
sys.exit(main(sys.argv[1:]))
"""


def main() -> int:
    """Measure, and print a table."""
    parser = options("starting", __doc__)
    parser.add_argument("--repeat", type=int, default=11)
    parser.add_argument("--recording", type=Path, help="open it and tell the memory")
    parser.add_argument("--bundle", type=Path, metavar="PYTHON", help="a package's interpreter")
    found = parser.parse_args()
    facts = machine()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for program in (EMPTY, OURS):
            _seconds_until(program, Path(folder), "painted")  # once for the caches
        empty, ours, usable = [], [], []
        for _ in range(found.repeat):
            empty += _seconds_until(EMPTY, Path(folder), "painted")
            painted, whole = _seconds_until(OURS, Path(folder), "painted", "usable")
            ours.append(painted)
            usable.append(whole)
        figures = [
            Figure("empty QMainWindow, launch to paint", "ms", [1000 * one for one in empty]),
            Figure("our window, launch to paint", "ms", [1000 * one for one in ours]),
            Figure("our window, launch to usable", "ms", [1000 * one for one in usable]),
            Figure("ratio to paint", "", _ratios(ours, empty), MOST_TIMES, "median"),
            Figure("ratio to usable", "", _ratios(usable, empty)),
        ]
        if found.bundle is not None:
            figures += _race(found.bundle.absolute(), Path(folder), found.repeat)
        if found.recording is not None:
            memory = [_memory(found.recording.resolve(), Path(folder))]
            figures.append(Figure("memory with the recording", "MB", memory, MOST_MEMORY, "most"))
    tell(figures, facts, found.json, "start")
    return 0


def _race(bundle: Path, folder: Path, repeat: int) -> list[Figure]:
    """Time a package's window next to ours, each started right after the other."""
    # As the package's command runs it: it sees nothing of this checkout.
    command = (str(bundle), "-I")
    words = ("painted", "usable")
    _seconds_until(OURS, folder, *words, command=command)
    theirs, ours = [], []
    for _ in range(repeat):
        theirs.append(_seconds_until(OURS, folder, *words, command=command))
        ours.append(_seconds_until(OURS, folder, *words))
    figures = []
    for place, word in enumerate(words):
        of_bundle, of_ours = [one[place] for one in theirs], [one[place] for one in ours]
        figures += [
            Figure(f"packaged window, launch to {word}", "ms", [1000 * one for one in of_bundle]),
            Figure(f"our window beside it, to {word}", "ms", [1000 * one for one in of_ours]),
            Figure(
                f"packaged to ours, {word}",
                "",
                _ratios(of_bundle, of_ours),
                MOST_TIMES_OF_A_BUNDLE,
                "median",
            ),
        ]
    return figures


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a window with fresh settings."""
    screen = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**own, **home_in(folder), **screen, "PYTHONPATH": str(ROOT)}


def _start(
    program: str, folder: Path, *arguments: str, command: Sequence[str] = (sys.executable,)
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*command, "-c", program, *arguments],
        env=environment(folder),
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
    )


def _ratios(ours: list[float], others: list[float]) -> list[float]:
    return [one / other for one, other in zip(ours, others, strict=True)]


def _seconds_until(
    program: str, folder: Path, *words: str, command: Sequence[str] = (sys.executable,)
) -> list[float]:
    """Return the seconds from launch until a window prints each of ``words``."""
    begin = time.perf_counter()
    seconds = []
    with _start(program, folder, command=command) as process:
        assert process.stdout is not None
        for word in words:
            if process.stdout.readline() != f"{word}\n":
                raise SystemExit(f"the window was never {word}")
            seconds.append(time.perf_counter() - begin)
        process.kill()
    return seconds


def _memory(recording: Path, folder: Path) -> float:
    """Return the window's megabytes once its processor time stops growing."""
    with _start(OURS, folder, str(recording)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        used, quiet = -1.0, 0
        while quiet < 10:
            time.sleep(0.2)
            now = _processor_time(process.pid)
            quiet = quiet + 1 if now - used < 0.02 else 0
            used = now
        status = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        process.kill()
    (line,) = [one for one in status if one.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def _processor_time(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
