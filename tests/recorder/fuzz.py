"""Record many generated programs: ``python -m tests.recorder.fuzz PROGRAMS [SEED [FOLDER]]``.

It makes programs in rounds of some hundred, each with a seed of its own, from SEED on. It shrinks
a program that disagrees with its recording, prints it, stores it in FOLDER (by default the working
folder) and begins the next round. Exit 1 if there was any.
"""

import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Flaky

from tests.recorder.agreement import faults
from tests.recorder.random_programs import programs
from tests.recorder.runs import record, run_plainly, write_program
from visualizer.model import EndReason

ROUND = 200


@dataclass
class Tally:
    """The counts; ``last`` is the last program that failed, and its fault."""

    programs: int = 0
    steps: int = 0
    comparisons: int = 0
    last: tuple[str, list[str]] = ("", [])
    kept: list[Path] = field(default_factory=list)


def judge(folder: Path, text: str) -> tuple[int, int, list[str]]:
    """Run a program both ways; return its steps, the comparisons made, and the disagreements."""
    program = write_program(folder, text)
    plain = run_plainly(program)
    recorded = record(program)
    compared, found = faults(recorded, plain)
    if recorded.end.reason not in (EndReason.FINISHED, EndReason.UNCAUGHT):
        found.insert(0, str(recorded.end))
    return len(recorded.moments), compared, found


def one_round(tally: Tally, number: int, size: int, folder: Path) -> None:
    """Try ``size`` programs; raises ``AssertionError`` for the smallest that fails."""

    @seed(number)
    @settings(
        max_examples=size,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        report_multiple_bugs=False,
    )
    @given(programs())
    def agree(text: str) -> None:
        steps, compared, found = judge(folder, text)
        tally.programs += 1
        tally.steps += steps
        tally.comparisons += compared
        if found:
            tally.last = text, found
        assert not found

    agree()


def main(keep: Path, most: int, first: int = 0) -> int:
    """Try that many programs; return the exit code."""
    os.environ["PYTHONHASHSEED"] = "0"
    os.environ["PYTHONUNBUFFERED"] = "1"  # the census also lists the memory of buffered text
    tally = Tally()
    number = first
    with tempfile.TemporaryDirectory(prefix="visualizer-fuzz-") as folder:
        while tally.programs < most:
            try:
                one_round(tally, number, min(ROUND, most - tally.programs), Path(folder))
            except (AssertionError, Flaky):
                text, found = tally.last
                kept = keep / f"fuzz-{number}.py"
                kept.write_text(text, encoding="utf-8")
                tally.kept.append(kept)
                print(f"seed {number}, kept as {kept}:", *found[:5], sep="\n    ", flush=True)
            number += 1
            said = f"{tally.programs} programs, {tally.steps} steps"
            print(f"{said}, {tally.comparisons} comparisons, {len(tally.kept)} faults", flush=True)
    return 1 if tally.kept else 0


if __name__ == "__main__":
    numbers, rest = sys.argv[1:3], sys.argv[3:]
    sys.exit(main(Path(*rest), *map(int, numbers)))
