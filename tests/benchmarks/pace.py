"""Times a racer on a program that can be repeated: steps per second, minus its start-up.

The benchmark lengthens a run until it lasts ``seconds`` beyond start-up: first by more steps of a
round, then by more rounds, so that the heap stays unchanged. A racer that cannot complete a round
in that time gets as many steps as it can make.
"""

import math
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.racers import Racer, steps_of
from tests.benchmarks.report import ROW, Figure, row_of, told_of

FIRST = 60
"""Steps of the first run, which shows the speed of a racer."""
ALL_STEPS = 100_000_000
GROWTH = 25.0
"""The most by which a run may be longer than the previous one, as a factor."""
LONG_ENOUGH = 0.6
"""The share of the wanted seconds from which a run counts."""
START_UPS = 5
"""The median of this number of start-ups is subtracted from each run."""
LEAST = 0.02
"""Seconds: a run that takes less beyond start-up is indistinguishable from an empty program."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A program whose text depends on the number of rounds.

    If its heap exists from the start (``is_ready``), the time of the first steps, in which a racer
    enters the heap once, is subtracted too.
    """

    name: str
    text: Callable[[int], str]
    is_ready: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """The number of rounds, and the most steps of them."""

    rounds: int = 1
    most: int = FIRST

    @property
    def is_cut(self) -> bool:
        """Whether a run may stop before the program ends."""
        return self.most < ALL_STEPS


@dataclass(frozen=True, slots=True)
class Paced:
    """The steps of a run, and for each repeat the seconds beyond start-up."""

    length: Length
    steps: int
    seconds: Sequence[float]

    @property
    def rates(self) -> list[float]:
        """Steps per second."""
        return [self.steps / one for one in self.seconds]


def longer(length: Length, steps: int, alone: float, wanted: float) -> Length | None:
    """Return the length after a run of ``steps`` in ``alone`` seconds; None if that is enough."""
    ended = steps < length.most
    if alone >= LONG_ENOUGH * wanted:
        return None
    times = min(GROWTH, wanted / max(alone, LEAST))
    if not ended:
        return Length(length.rounds, math.ceil(length.most * times))
    if length.rounds > 1 and times < 1 / LONG_ENOUGH:
        return None
    return Length(max(1, round(length.rounds * times)), ALL_STEPS)


def at_most(times: float) -> int:
    """Return the factor for the next run: at least 1, at most ``GROWTH``."""
    return math.ceil(min(GROWTH, max(1.0, times)))


@dataclass(slots=True)
class Track:
    """The racers' folder, and each racer's times for an empty program."""

    folder: Path
    seconds: float
    repeats: int
    nothing: dict[str, list[float]] = field(default_factory=dict)

    def warm_up(self, racers: Sequence[Racer]) -> None:
        """Measure start-up in turn; the first run of each racer only fills the caches."""
        for number in range(START_UPS + 1):
            for racer in racers:
                seconds = self._start_up(racer)
                if number:
                    self.nothing.setdefault(racer.name, []).append(seconds)

    def start_ups(self) -> list[Figure]:
        """Return all measured start-ups of each racer."""
        return [Figure(f"start-up: {name}", "s", found) for name, found in self.nothing.items()]

    def _start_up(self, racer: Racer) -> float:
        program = self.folder / "nothing.py"
        program.write_text("pass\n", encoding="utf-8")
        return racer.run(program, program.with_suffix(".out"))

    def run(self, racer: Racer, program: Repeated) -> Paced | None:
        """Find the length, and run ``repeats`` times; None if a racer refuses a program."""
        # The load of the machine changes while a benchmark runs.
        self.nothing[racer.name].append(self._start_up(racer))
        length, off = Length(), (0, 0.0)
        if program.is_ready:
            off = self._once(racer, program, length)
            length = Length(1, length.most * (1 + at_most(self.seconds / off[1])))
        before = 0
        while True:
            steps, alone = self._once(racer, program, length)
            if length.rounds > 1 and steps <= before:
                return None  # More rounds bring no more steps: the program stopped again.
            following = longer(length, steps, alone - off[1], self.seconds)
            if following is None:
                break
            length, before = following, steps
        seconds = [alone]
        seconds += [self._once(racer, program, length)[1] for _ in range(self.repeats - 1)]
        return Paced(length, steps - off[0], [max(one - off[1], LEAST) for one in seconds])

    def _once(self, racer: Racer, program: Repeated, length: Length) -> tuple[int, float]:
        """Run once; return the steps and the seconds beyond start-up."""
        path = self.folder / "program.py"
        path.write_text(program.text(length.rounds), encoding="utf-8")
        out = path.with_suffix(".out")
        start = statistics.median(self.nothing[racer.name][-START_UPS:])
        alone = racer.run(path, out, length.most) - start
        steps = steps_of(racer, out)
        out.unlink()
        if not steps:
            raise SystemExit(f"{racer.name} did not come through {program.name}")
        return steps, max(alone, LEAST)


@dataclass(slots=True)
class Outcome:
    """The figures of all programs so far, and by racer the ratios to the last racer."""

    racers: Sequence[Racer]
    figures: list[Figure] = field(default_factory=list)
    ratios: dict[str, list[float]] = field(default_factory=dict)

    def race(self, track: Track, program: Repeated) -> None:
        """Let all racers run a program, and print its rows."""
        runs = {racer.name: track.run(racer, program) for racer in self.racers}
        paced = {name: one for name, one in runs.items() if one is not None}
        for name in runs.keys() - paced.keys():
            print(f"{name} does not run {program.name}", file=sys.stderr, flush=True)
        rows = list[Figure]()
        last = self.racers[-1].name
        for name, one in paced.items():
            cut = f", first {one.length.most:,} steps" if one.length.is_cut else ""
            rows.append(Figure(f"{program.name}: {name}{cut}", "steps/s", one.rates))
        for name, one in paced.items():
            if name != last and last in paced:
                ratio = statistics.median(one.rates) / statistics.median(paced[last].rates)
                rows.append(Figure(f"{program.name}: {name} to {last}", "", [ratio]))
                self.ratios.setdefault(name, []).append(ratio)
        self.figures += rows
        for row in rows:
            print(row_of(told_of(row)), flush=True)

    def summary(self) -> list[Figure]:
        """Geometric mean and least of the ratios."""
        last, found = self.racers[-1].name, list[Figure]()
        for name, ratios in self.ratios.items():
            mean = statistics.geometric_mean(ratios)
            found.append(Figure(f"geometric mean: {name} to {last}", "", [mean]))
            found.append(Figure(f"least: {name} to {last}", "", [min(ratios)]))
        return found


def race_all(track: Track, racers: Sequence[Racer], card: Sequence[Repeated]) -> list[Figure]:
    """Run all programs with all racers; return every figure, the summary last."""
    print(ROW.format("", "unit", "median", "p95", "least", "most", "asked"))
    track.warm_up(racers)
    outcome = Outcome(racers)
    for number, program in enumerate(card, 1):
        outcome.race(track, program)
        print(f"{number} of {len(card)} programs", file=sys.stderr, flush=True)
    return track.start_ups() + outcome.figures + outcome.summary()
