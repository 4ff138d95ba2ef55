"""How the cost of a step grows with the container that the step changes.

    python -m tests.benchmarks.containers [--repeat N] [--quick] [--json FILE]

Processor time of whole commands (program and session), minus that of the same program with a
twentieth of the rounds, per step, and as a multiple of the cost of a step of an empty loop in the
same run. The C engine alone: the Python recorder sends a changed container whole.
"""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.programs import Workload
from tests.benchmarks.racers import ours
from tests.benchmarks.report import Figure, machine, options, tell, with_ratios
from tests.benchmarks.scaling import seconds_of

SIZES = (100, 1_000, 10_000, 100_000)
ROUNDS = 20_000
A_ROUND = 2
"""Steps."""

PROGRAM = """\
from collections import deque
import random
items = [n * 1000 for n in range({size})]
table = {{n * 1000: n for n in range({size})}}
members = {{n * 1000 for n in range({size})}}
queue = deque(items)
grid = [[0] * 100 for n in range({size} // 100)]
size = {size}
random.seed(1)
for i in range({rounds}):
    {change}
"""
CHANGES = {
    "nothing": "pass",
    "item of a list": "items[i * 7919 % size] = i",
    "two items swapped": "items[i % size], items[-i % size] = items[-i % size], items[i % size]",
    "append": "items.append(i)",
    "insert at the front": "items.insert(0, i)",
    "remove at the front": "items.pop(0) if len(items) > 1 else None",
    "value of a dict": "table[i * 7919 % size * 1000] = i",
    "key of a dict": "table[-i] = i",
    "member of a set": "members.add(-i)",
    "both ends of a deque": "queue.append(queue.popleft())",
    "cell of a grid": "grid[i * 31 % len(grid)][i % 100] = i",
}


def main() -> int:
    """Measure, and print a table."""
    parser = options("containers", __doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="fewer sizes")
    found = parser.parse_args()
    figures = list[Figure]()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for size in SIZES[:2] if found.quick else SIZES:
            floors: list[float] = []
            for name, change in CHANGES.items():
                times = [_a_step(size, change, Path(folder)) for _ in range(found.repeat)]
                floors = floors or times
                figures += with_ratios(f"{size:,} items, {name}", times, floors, "nothing")
    tell(figures, machine(), found.json, "containers")
    return 0


def _a_step(size: int, change: str, folder: Path) -> float:
    """Microseconds."""
    few, many = (
        seconds_of(ours("core"), _workload(size, change, rounds), folder)
        for rounds in (ROUNDS // 20, ROUNDS)
    )
    return max(many - few, 0.0) / (A_ROUND * (ROUNDS - ROUNDS // 20)) * 1e6


def _workload(size: int, change: str, rounds: int) -> Workload:
    text = PROGRAM.format(size=size, rounds=rounds, change=change)
    return Workload("containers", text, A_ROUND * rounds)


if __name__ == "__main__":
    sys.exit(main())
