"""Times a step of several programs with repeated rounds, against a step of the first of them."""

import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from tests.benchmarks.programs import Workload
from tests.benchmarks.racers import ours
from tests.benchmarks.report import Figure, machine, tell, with_ratios
from tests.benchmarks.scaling import seconds_of


class Repeating(Protocol):
    """A program whose rounds take ``steps`` each."""

    @property
    def steps(self) -> int:
        """Steps of a round."""

    def text(self, rounds: int) -> str:
        """Return the program with that number of rounds."""


def measure_rounds(
    name: str, parser: ArgumentParser, ways: Mapping[str, Repeating], rounds: int
) -> int:
    """Measure, and print a table; ``ways`` are by name, with the reference first."""
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    found = parser.parse_args()
    rounds //= 5 if found.quick else 1
    figures, first = list[Figure](), next(iter(ways))
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        alone: list[float] = []
        for each, way in ways.items():
            times = [
                _microseconds_of_round(way.text, rounds, Path(folder)) / way.steps
                for _ in range(found.repeat)
            ]
            alone = alone or times
            figures += with_ratios(each, times, alone, first)
    tell(figures, machine(), found.json, name)
    return 0


def _microseconds_of_round(text: Callable[[int], str], rounds: int, folder: Path) -> float:
    """Return the engine's microseconds for a round of a program, from runs of 5 % and all rounds.

    ``text`` returns the program with a number of rounds.
    """
    few = rounds // 20
    short, long = (
        seconds_of(ours("core"), Workload("rounds", text(count), 100 * count), folder)
        for count in (few, rounds)
    )
    return max(long - short, 0.0) / (rounds - few) * 1e6
