"""The speed of steps with 300 and 3,000 live objects, for several kinds of lines.

    python -m tests.benchmarks.heaps [--live N…] [--recorder core|python|auto]
        [--peer OPT_RUN.py] [--peer-python PYTHON] [--seconds N] [--repeat N] [--json FILE]

*Made, then idle*: the program makes the objects one by one, then a loop leaves them alone
for twenty times as many rounds; the making counts. The other programs get their heap from C, so
that it takes no step, and change something in each round: a list, an attribute, a dict, an object
for another; each racer's time is reduced by its first sixty steps, in which it enters the heap.
Otherwise as ``typical``.
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.pace import Repeated, Track, race_all
from tests.benchmarks.programs import NODES
from tests.benchmarks.report import machine, options, tell
from tests.benchmarks.typical import add_options, racers_of

LIVE = (300, 3_000)
A_ROUND = 200
"""Changes in a round."""

MADE = """\
class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


def make():
    first = None
    for i in range({live}):
        first = Node(i, first)
    return first


def rest():
    total = 0
    for i in range({live} * 20):
        total += i


for again in range({rounds}):
    kept = None
    kept = make()
    rest()
"""

CHANGED = (
    NODES
    + """\


class Own:
    pass


def change():
    own, table, grown, row = Own(), dict(), [], [None] * 50
    for i in range({changes}):
        {line}


for again in range({rounds}):
    change()
"""
)


@dataclass(frozen=True, slots=True)
class Change:
    """A line that changes the heap in each round of the loop."""

    name: str
    line: str


CHANGES = (
    Change("append", "grown.append(i)"),
    Change("new attribute", "setattr(own, 'a' + str(i % 20), i)"),
    Change("attribute of a node", "kept.next.value = i"),
    Change("dict store", "table[i % 50] = i"),
    Change("replaced in a list", "row[i % 50] = [i]"),
    Change("replaced node", "kept.next = Node(i, kept.next.next)"),
)


def made(live: int, rounds: int) -> str:
    """A program that makes its objects itself."""
    return MADE.format(live=live, rounds=rounds)


def changed(live: int, change: Change, rounds: int) -> str:
    """A program that changes something in each round."""
    return CHANGED.format(live=live, line=change.line, changes=A_ROUND, rounds=rounds)


def card(sizes: Sequence[int] = LIVE) -> list[Repeated]:
    """All programs."""
    found = list[Repeated]()
    for live in sizes:
        found.append(Repeated(f"{live:,} objects, made, then idle", partial(made, live)))
        found += [
            Repeated(f"{live:,} objects, {one.name}", partial(changed, live, one), is_ready=True)
            for one in CHANGES
        ]
    return found


def main() -> int:
    """Run the benchmark and print a table."""
    parser = options("heaps", __doc__)
    parser.add_argument("--live", nargs="+", type=int, default=LIVE, help="so many objects")
    add_options(parser)
    found = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        facts = machine()
        track = Track(Path(folder), found.seconds, found.repeat)
        figures = race_all(track, racers_of(found), card(found.live))
    tell(figures, facts, found.json, "heaps")
    return 0


if __name__ == "__main__":
    sys.exit(main())
