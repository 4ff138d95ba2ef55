"""The speed of recording students' ordinary programs, against a peer where the user names one.

    python -m tests.benchmarks.typical [--recorder core|python|auto] [--peer OPT_RUN.py]
        [--peer-python PYTHON] [--only NAME…] [--seconds N] [--repeat N] [--json FILE]

The benchmark times whole commands, minus an empty program's time in the same run. Each program has
some 2,000 to 10,000 steps with a heap of its own kind; a fast racer runs it several times in
one process, a slow racer gets as far as it can in ``--seconds``, which its name then shows. The
last lines give the geometric mean of the ratios and the least of them.
"""

import argparse
import re
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.pace import Repeated, Track, race_all
from tests.benchmarks.racers import Racer, ours, peer
from tests.benchmarks.report import machine, options, tell

PROGRAMS = Path(__file__).with_name("typical")


@dataclass(frozen=True, slots=True)
class Typical:
    """A program in ``typical/`` and its size here; alone the program is small."""

    name: str
    file: str
    size: int

    @property
    def path(self) -> Path:
        """The program's file."""
        return PROGRAMS / f"{self.file}.py"


TYPICAL = (
    Typical("bank accounts", "bank_accounts", 150),
    Typical("breadth-first search", "breadth_first", 12),
    Typical("bubble sort", "bubble_sort", 60),
    Typical("Caesar cipher", "caesar", 8),
    Typical("generators in a chain", "generator_chain", 300),
    Typical("grouping", "grouping", 200),
    Typical("towers of Hanoi", "hanoi", 8),
    Typical("inventory", "inventory", 100),
    Typical("game of life", "life", 10),
    Typical("linked list", "linked_list", 200),
    Typical("matrix product", "matrix_product", 12),
    Typical("Fibonacci", "fibonacci", 13),
    Typical("queens", "queens", 6),
    Typical("search tree", "search_tree", 80),
    Typical("sieve", "sieve", 1_000),
    Typical("counting words", "counting_words", 12),
    Typical("dataclasses", "dataclass_orders", 80),
    Typical("text report", "report", 60),
    Typical("recursion with lists", "recursion_lists", 5),
    Typical("shortest paths", "dijkstra", 60),
    Typical("calculator", "calculator", 3),
    Typical("comprehensions", "comprehensions", 200),
    Typical("text adventure", "text_adventure", 150),
)


def text_of(program: Typical, rounds: int = 1) -> str:
    """Return the program's text, for its size here and that many rounds."""
    text = program.path.read_text(encoding="utf-8")
    for name, value in (("SIZE", program.size), ("ROUNDS", rounds)):
        text, replaced = re.subn(rf"(?m)^{name} = \d+$", f"{name} = {value}", text)
        if replaced != 1:
            raise ValueError(f"{program.path.name} does not say its {name} once")
    return text


def main() -> int:
    """Run the benchmark and print a table."""
    parser = options("typical", __doc__)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these programs (their files)")
    add_options(parser)
    found = parser.parse_args()
    card = [one for one in TYPICAL if not found.only or one.file in found.only]
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        facts = machine()
        programs = [Repeated(one.name, partial(text_of, one)) for one in card]
        track = Track(Path(folder), found.seconds, found.repeat)
        figures = race_all(track, racers_of(found), programs)
    tell(figures, facts, found.json, "typical programs")
    return 0


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose the racers and the seconds."""
    parser.add_argument(
        "--recorder",
        action="append",
        choices=("auto", "core", "python"),
        help="ours to race, more than once for several (core)",
    )
    parser.add_argument("--peer", type=Path, metavar="OPT_RUN.py", help="the peer's tracer")
    parser.add_argument("--peer-python", default="python3", help="the Python to run it with")
    parser.add_argument("--seconds", type=float, default=1.5, help="of one run, beyond start-up")
    parser.add_argument("--repeat", type=int, default=3, help="how often each racer runs")


def racers_of(found: argparse.Namespace) -> list[Racer]:
    """Return our racers, then the peer if one is named."""
    racers = [ours(recorder) for recorder in found.recorder or ["core"]]
    if found.peer:
        racers.append(peer(found.peer.resolve(), found.peer_python))
    return racers


if __name__ == "__main__":
    sys.exit(main())
