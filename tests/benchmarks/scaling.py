"""How the cost of a step grows with the live objects, and that of a recording with its steps.

    python -m tests.benchmarks.scaling [--repeat N] [--quick] [--json FILE]

Both recorders; processor time of whole commands (program and session), minus that of a run with
the same objects and few steps, or of an empty program. A run is long enough to last a second more
than that: a shorter difference drowns in noise. ``page`` plots the figures.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from tests.benchmarks.programs import NOTHING, Workload, beside, million
from tests.benchmarks.racers import Racer, ours
from tests.benchmarks.report import Figure, machine, options, tell

LIVE = (100, 300, 1_000, 3_000, 10_000)
FEW, TRIAL = 60, 360
"""Steps next to a heap: of the short run, and of the first run that it is compared with."""
WORTH = 1.0
"""Seconds that a long run lasts beyond the short one, or beyond an empty program."""
GROWTH = 20.0
"""The most by which a run may be longer than the previous one, as a factor."""
MOST_STEPS = 20_000_000
LENGTHS, LONGEST = 4, 20.0
"""The number of recording lengths, and the most seconds of the last."""


def main() -> int:
    """Measure, and print a table."""
    parser = options("scaling", __doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="fewer sizes")
    found = parser.parse_args()
    live, lengths = (LIVE[:3], 1) if found.quick else (LIVE, LENGTHS)
    facts, figures = machine(), list[Figure]()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for racer in (ours("core"), ours("python")):
            place = Path(folder)
            for mutated in (False, True):
                kind = "mutated" if mutated else "idle"
                for objects in live:
                    times = _a_step(racer, objects, place, found.repeat, mutated=mutated)
                    figures.append(Figure(f"a step: {racer.name}, {kind}, {objects}", "µs", times))
            for steps, seconds in _recordings(racer, place, found.repeat, lengths):
                figures.append(Figure(f"a recording: {racer.name}, {steps}", "s", seconds))
    tell(figures, facts, found.json, "growth")
    return 0


def long_enough(seconds: Callable[[int], float], trial: int, short: float) -> int:
    """Count the steps of a run that lasts long enough beyond ``short`` seconds to be measured.

    ``seconds`` measures a run of that many steps.
    """
    steps = trial
    while steps < MOST_STEPS:
        alone = seconds(steps) - short
        if alone >= WORTH:
            break
        # A little more than needed: the next run is the one that counts.
        steps = int(steps * min(GROWTH, 1.2 * WORTH / max(alone, WORTH / GROWTH)))
    return min(steps, MOST_STEPS)


def _a_step(racer: Racer, live: int, folder: Path, repeats: int, *, mutated: bool) -> list[float]:
    """Return microseconds of each repeat: the difference of two runs with the same objects."""

    def seconds(steps: int) -> float:
        return seconds_of(racer, beside(live, steps, mutated=mutated), folder)

    many = long_enough(seconds, TRIAL, seconds(FEW))
    return [(seconds(many) - seconds(FEW)) / (many - FEW) * 1e6 for _ in range(repeats)]


def _recordings(
    racer: Racer, folder: Path, repeats: int, lengths: int
) -> Iterator[tuple[int, list[float]]]:
    """Return lengths from the first that lasts, each some three times the last, and the seconds."""
    nothing = statistics.median(seconds_of(racer, NOTHING, folder) for _ in range(3))
    for steps in _round_numbers():
        if seconds_of(racer, million(steps), folder) - nothing < WORTH and steps < MOST_STEPS:
            continue
        runs = [seconds_of(racer, million(steps), folder) - nothing for _ in range(repeats)]
        yield steps, runs
        lengths -= 1
        if not lengths or min(runs) * 3 > LONGEST or steps >= MOST_STEPS:
            return


def _round_numbers() -> Iterator[int]:
    """Yield 10,000, 30,000, 100,000 and so on."""
    for power in count(4):
        yield from (10**power, 3 * 10**power)


def seconds_of(racer: Racer, workload: Workload, folder: Path) -> float:
    """Return a recording's processor time: wall time would include other work."""
    program = folder / "program.py"
    program.write_text(workload.text, encoding="utf-8")
    before = _seconds_of_children()
    racer.run(program, folder / "program.memtrace")
    return _seconds_of_children() - before


if sys.platform == "win32":

    def _seconds_of_children() -> float:
        return time.monotonic()  # that system does not count the children's time

else:

    def _seconds_of_children() -> float:
        import resource

        had = resource.getrusage(resource.RUSAGE_CHILDREN)
        return had.ru_utime + had.ru_stime


if __name__ == "__main__":
    sys.exit(main())
