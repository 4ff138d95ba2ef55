"""The time until a step is painted, with many objects in the picture.

    python -m tests.benchmarks.drawing [--json FILE] [--objects N...] [--steps N]

Each program makes a chain or a tree of that many objects, all of them drawn, and then changes one
of them at each step. The benchmark reads, explains and lays out every step, puts it into the scene
and paints it as in the window: a view of 1000 × 700 follows the changes at 100 %, at 45 %, and
at the smallest zoom. Times are milliseconds that 95 of 100 steps stay under: of the parts, of
the whole until the view has painted, in wall time (``p95``), and in processor time of the thread
(``cpu``), which depends less on other work. ``all`` is the time to repaint the whole view.
As in the window, Python's cyclic collector does not run during the steps.
"""

import argparse
import gc
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from tests.benchmarks.report import machine
from tests.gallery.films import Films
from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.picture import ensure_application
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.view import SheetView
from visualizer.explain.steps.step import explain_step
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.placing import Size
from visualizer.recording import Recording

CHAIN = """\
class Node:
    next = None
exec('''
first = last = Node()
first.value = 0.5
for k in range({count} // 2 - 1):
    last.next = Node()
    last = last.next
    last.value = k + 0.25
del k
''')
at = first
for round in range({steps}):
    at.value = round / 4
    at = at.next or first
"""
TREE = """\
class Node:
    left = right = None
exec('''
nodes = [Node() for k in range({count} // 2)]
for k, node in enumerate(nodes):
    node.value = k + 0.5
    if 2 * k + 2 < len(nodes):
        node.left, node.right = nodes[2 * k + 1], nodes[2 * k + 2]
root = nodes[0]
del nodes, node, k
''')
at = root
for round in range({steps}):
    at.value = round / 4
    at = at.left or root
"""
PROGRAMS = {"chain": CHAIN, "tree": TREE}
ZOOMS = (1.0, 0.45, 0.25)
SIZE = (1000, 700)
TO_REACH = {1_000: 16.0, 5_000: 50.0}


@dataclass(slots=True)
class Row:
    """A program at a zoom. ``cards`` counts all drawn cards, ``seen`` those in view."""

    program: str
    objects: int
    zoom: float
    cards: int = 0
    arrows: int = 0
    seen: int = 0
    read: float = 0
    show: float = 0
    paint: float = 0
    median: float = 0
    p95: float = 0
    least: float = 0
    most: float = 0
    cpu: float = 0
    all: float = 0
    to_reach: float = 0


class Painted(SheetView):
    """A view that counts its paintings."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Count the painting."""
        super().paintEvent(event)
        self.painted += 1


@dataclass(slots=True)
class Times:
    """Seconds of each step, by part."""

    parts: dict[str, list[float]] = field(default_factory=dict)

    def add(self, part: str, seconds: float) -> None:
        """Add a step."""
        self.parts.setdefault(part, []).append(seconds)

    def p95(self, part: str) -> float:
        """Milliseconds that 95 of 100 steps stay under."""
        return 1000 * quantiles(self.parts[part], n=20)[-1]


def main() -> int:
    """Record, measure, print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.drawing", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--objects", type=int, nargs="*", default=[1_000, 5_000])
    parser.add_argument("--steps", type=int, default=100)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for count in options.objects:
            for name, text in PROGRAMS.items():
                program = Path(folder, f"{name}_{count}.py")
                program.write_text(text.format(count=count, steps=options.steps), encoding="utf-8")
                found = measured(program, name, count, Path(folder))
                if not rows:
                    print("  ".join(f"{title:>7}" for title in asdict(found[0])))
                rows += found
                for row in found:
                    print("  ".join(_cell(value) for value in asdict(row).values()), flush=True)
    if options.json:
        told = {"benchmark": "drawing", "machine": machine(), "figures": _figures(rows)}
        told["rows"] = [asdict(row) for row in rows]
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _figures(rows: list[Row]) -> list[dict[str, object]]:
    """Return the figures as all benchmarks report them: the time until a step is painted."""
    figures: list[dict[str, object]] = []
    for row in rows:
        name = f"step to painted: {row.program}, {row.objects:,} objects, {row.zoom:.0%}"
        asked = row.to_reach or None
        holds = None if asked is None else row.p95 <= asked
        spread = {key: getattr(row, key) for key in ("median", "p95", "least", "most")}
        told = {"name": name, "unit": "ms", **spread, "asked": asked, "of": "p95", "holds": holds}
        figures.append(told)
    return figures


def _cell(value: str | float) -> str:
    return f"{value:7.2f}" if isinstance(value, float) else f"{value:>7}"


def measured(program: Path, name: str, count: int, folder: Path) -> list[Row]:
    """Measure a program: a row for each zoom."""
    ensure_application()
    recording = Recording.open(Films(folder).path(program))
    sheets = Sheets(walk_of(recording), recording.sources, QtMeasure(), Level.COUNTS, Size(*SIZE))
    rows = [_measured(recording, sheets, Row(name, count, zoom)) for zoom in ZOOMS]
    recording.close()
    return rows


def _measured(recording: Recording, sheets: Sheets, row: Row) -> Row:
    cursor, scene = recording.cursor(), SheetScene()
    view = Painted(scene)
    view.resize(*SIZE)
    view.show()
    first = _begin(recording)
    delta = cursor.delta(first)
    sheet = sheets.sheet(cursor.seek(first), delta)
    scene.show_sheet(sheet)
    view.choose_zoom(row.zoom)
    QApplication.processEvents()
    times, clock = Times(), time.perf_counter
    gc.collect()
    gc.disable()
    for number in range(first + 1, recording.steps):
        cpu, begin = time.thread_time(), clock()
        delta = cursor.delta(number)
        explain_step(cursor.seek(number - 1), delta, recording.sources)
        state = cursor.seek(number)
        read = clock()
        sheet = sheets.sheet(state, delta)
        scene.show_sheet(sheet)
        shown = clock()
        view.follow()
        painted_before = view.painted
        QApplication.processEvents()
        if view.painted == painted_before:
            # If nothing in view has changed, Qt would wait for the screen.
            view.viewport().repaint()
        painted, cpu_painted = clock(), time.thread_time()
        view.viewport().repaint()
        times.add("all", clock() - painted)
        times.add("read", read - begin)
        times.add("show", shown - read)
        times.add("paint", painted - shown)
        times.add("whole", painted - begin)
        times.add("cpu", cpu_painted - cpu)
    gc.enable()
    row.cards, row.arrows = len(sheet.boxes), len(sheet.arrows)
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    row.seen = sum(seen.intersects(item.sceneBoundingRect()) for item in scene.shown.boxes.values())
    row.read, row.show, row.paint = (times.p95(part) for part in ("read", "show", "paint"))
    whole = [1000 * seconds for seconds in times.parts["whole"]]
    row.median, row.least, row.most = median(whole), min(whole), max(whole)
    row.p95, row.cpu, row.all = (times.p95(part) for part in ("whole", "cpu", "all"))
    row.to_reach = TO_REACH.get(row.objects, 0.0)
    view.close()
    return row


def _begin(recording: Recording) -> int:
    """Return the first step at which all objects exist."""
    cursor = recording.cursor()
    sizes = [len(cursor.seek(number).heap) for number in range(1, recording.steps + 1)]
    return next(number for number, size in enumerate(sizes, 1) if size > max(sizes) * 0.9) + 1


if __name__ == "__main__":
    sys.exit(main())
