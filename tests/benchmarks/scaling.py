"""How the cost of a step grows with the live objects, and that of a recording with its steps.

    python -m tests.benchmarks.scaling [--repeat N] [--quick] [--json FILE]

Both recorders, processor time of whole commands (program and session), less that with as many
objects and few steps, or of an empty program. ``page`` plots the figures.
"""

import resource
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.programs import NOTHING, Workload, beside, million
from tests.benchmarks.racers import Racer, ours
from tests.benchmarks.report import Figure, machine, options, tell

LIVE = (100, 300, 1_000, 3_000, 10_000)
STEPS = (10_000, 30_000, 100_000, 300_000, 1_000_000)
FEW, MANY = 60, 360
"""Steps beside a heap, of the two runs whose difference is told."""
CHEAP = 20
"""Times as many where nothing is changed: a step costs little."""


def main() -> int:
    """Measure, and print a table."""
    parser = options("scaling", __doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="fewer sizes")
    found = parser.parse_args()
    live, steps = (LIVE[:3], STEPS[:2]) if found.quick else (LIVE, STEPS)
    facts, figures = machine(), list[Figure]()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for racer in (ours("core"), ours("python")):
            for mutated in (False, True):
                for count in live:
                    times = [
                        _a_step(racer, count, Path(folder), mutated=mutated)
                        for _ in range(found.repeat)
                    ]
                    kind = "mutated" if mutated else "idle"
                    figures.append(Figure(f"a step: {racer.name}, {kind}, {count}", "µs", times))
            for many in steps if racer.name == "core" else steps[:2]:
                seconds = [_whole(racer, many, Path(folder)) for _ in range(found.repeat)]
                figures.append(Figure(f"a recording: {racer.name}, {many}", "s", seconds))
    tell(figures, facts, found.json, "growth")
    return 0


def _a_step(racer: Racer, live: int, folder: Path, *, mutated: bool) -> float:
    """Microseconds: the difference of two runs with as many objects."""
    many = MANY * (1 if mutated else CHEAP)
    seconds = [
        _seconds(racer, beside(live, steps, mutated=mutated), folder) for steps in (FEW, many)
    ]
    return (seconds[1] - seconds[0]) / (many - FEW) * 1e6


def _whole(racer: Racer, steps: int, folder: Path) -> float:
    nothing = statistics.median(_seconds(racer, NOTHING, folder) for _ in range(3))
    return _seconds(racer, million(steps), folder) - nothing


def _seconds(racer: Racer, workload: Workload, folder: Path) -> float:
    """Of the processors: on a machine that does other things too the clock says little."""
    program = folder / "program.py"
    program.write_text(workload.text, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    racer.run(program, folder / "program.memtrace")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
