"""The time until a step's sheet is painted, and the time to plan a recording.

    python -m tests.benchmarks.sheets [--objects N...] [--steps N] [--plan N...] [--json FILE]

Each program makes a chain, a tree, a table, a list of numbers or a dict of lists of that many
objects, and then changes one of them at each step. The benchmark reads and lays out every such
step, and a view of 745 × 595 paints it as in the window. Times are milliseconds: wall time, and
processor time of the thread (``cpu``), which depends less on other work. ``plan`` is
the time to plan a recording of that many steps, and ``first`` the time until a sheet can
be shown. As in the window, Python's cyclic collector does not run during the steps.
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.benchmarks.drawing import Painted
from tests.benchmarks.report import Figure, machine, options, tell
from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.picture import ensure_application
from visualizer.diagram.view.scene import SheetScene
from visualizer.layout.composing.sheets import CANVAS, Sheets, walk_of
from visualizer.recording import Recording

CHAIN = """\
class Node:
    pass
exec('''
first = None
for k in range({count} // 2):
    node = Node()
    node.value, node.next = k + 0.5, first
    first = node
del k, node
''')
at = first
for round in range({steps}):
    at.value = round / 4
    at = at.next or first
"""
TREE = """\
class Node:
    pass
exec('''
nodes = [Node() for k in range({count} // 2)]
for k, node in enumerate(nodes):
    node.value = k + 0.5
    node.left = nodes[2 * k + 1] if 2 * k + 1 < len(nodes) else None
    node.right = nodes[2 * k + 2] if 2 * k + 2 < len(nodes) else None
root = nodes[0]
del nodes, node, k
''')
at = root
for round in range({steps}):
    at.value = round / 4
    at = at.left or root
"""
TABLE = """\
class Account:
    def __init__(self, owner, balance):
        self.owner, self.balance = owner, balance
exec('''
accounts = [Account("owner " + str(k), k + 0.5) for k in range({count} // 3)]
''')
for round in range({steps}):
    accounts[7 * round % len(accounts)].balance = round / 4
"""
NUMBERS = """\
exec('''
numbers = [k + 0.5 for k in range({count})]
''')
for round in range({steps}):
    numbers[7 * round % len(numbers)] = round / 4
"""
LISTS = """\
exec('''
groups = dict((k, [k + n / 8 for n in range(8)]) for k in range({count} // 9))
''')
for round in range({steps}):
    groups[7 * round % len(groups)][round % 8] = round / 4
"""
LOOP = """\
total = 0
for k in range({steps}):
    total = total + k
"""
PROGRAMS = {"chain": CHAIN, "tree": TREE, "table": TABLE, "numbers": NUMBERS, "lists": LISTS}
TO_REACH = {1_000: 16.0, 5_000: 50.0}


def main() -> int:
    """Record, measure, print the table."""
    parser = options("sheets", __doc__)
    parser.add_argument("--objects", type=int, nargs="*", default=[1_000, 5_000])
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--plan", type=int, nargs="*", default=[10_000, 100_000])
    found = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ensure_application()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for count in found.objects:
            for name, text in PROGRAMS.items():
                program = text.format(count=count, steps=found.steps)
                with closing(_recorded(program, Path(folder), 10 * found.steps)) as recording:
                    figures += _steps(recording, name, count)
        for steps in found.plan:
            program = LOOP.format(steps=steps)
            with closing(_recorded(program, Path(folder), steps)) as recording:
                figures += _planning(recording, steps)
    tell(figures, machine(), found.json, "sheets")
    return 0


def _recorded(text: str, folder: Path, most: int) -> Recording:
    program, out = folder / "program.py", folder / f"recording-{time.monotonic_ns()}.memtrace"
    program.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "visualizer", "record", str(program), "-o", str(out)]
    command += ["--max-steps", str(most), "--time-limit", "300"]
    subprocess.run(command, capture_output=True, check=False)
    return Recording.open(out)


def _steps(recording: Recording, name: str, count: int) -> Iterator[Figure]:
    """Measure the steps from the first at which all objects exist."""
    sheets = Sheets(walk_of(recording), recording.sources, QtMeasure())
    scene = SheetScene()
    view = Painted(scene)
    view.resize(int(CANVAS.width), int(CANVAS.height))
    view.show()
    cursor = recording.cursor()
    planned = time.perf_counter()
    sheets.plan()
    planned = time.perf_counter() - planned
    begin = _begin(recording)
    scene.show_sheet(sheets.sheet(cursor.seek(begin), cursor.delta(begin)))
    QApplication.processEvents()
    wall, processor = [], []
    gc.collect()
    gc.disable()
    for number in range(begin + 1, recording.steps):
        cpu, start = time.thread_time(), time.perf_counter()
        before = view.painted
        delta = cursor.delta(number)
        sheet = sheets.sheet(cursor.seek(number), delta)
        view.set_scale(sheet.scale)
        scene.show_sheet(sheet)
        view.follow()
        QApplication.processEvents()
        if view.painted == before:
            view.viewport().repaint()
        wall.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.thread_time() - cpu))
    gc.enable()
    view.close()
    title = f"{name}, {count:,} objects"
    asked = TO_REACH.get(count)
    yield Figure(f"step to painted: {title}", "ms", wall, asked)
    yield Figure(f"step to painted, cpu: {title}", "ms", processor, asked)
    yield Figure(f"plan: {title}, {recording.steps:,} steps", "ms", [1000 * planned])


def _begin(recording: Recording) -> int:
    """Return the first step at which all objects exist."""
    cursor = recording.cursor()
    sizes = [len(cursor.seek(number).heap) for number in range(1, recording.steps + 1)]
    return next(number for number, size in enumerate(sizes, 1) if size > max(sizes) * 0.9) + 1


def _planning(recording: Recording, steps: int) -> Iterator[Figure]:
    """Measure the planning of a whole recording in which names are bound to new numbers."""
    sheets = Sheets(walk_of(recording), recording.sources, QtMeasure())
    start = time.thread_time()
    sheets.plan()
    yield Figure(f"plan, cpu: {steps:,} quiet steps", "ms", [1000 * (time.thread_time() - start)])


if __name__ == "__main__":
    sys.exit(main())
