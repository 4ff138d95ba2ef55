"""Runs every benchmark of the project in turn; prints a table and writes all figures as JSON.

    python -m tests.benchmarks [--quick] [--peer OPT_RUN.py] [--peer-python PYTHON] [--json FILE]

Each is a separate process (``python -m tests.benchmarks.NAME`` runs one alone). ``--quick`` makes
a round of few repeats and small programs: it shows that everything runs; its figures say little.
``--keep FOLDER`` stores the measured figures there: after an interruption the same command
continues from them.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.racers import ROOT
from tests.benchmarks.report import ROW, machine, options, row_of


@dataclass(frozen=True, slots=True)
class Benchmark:
    """``options`` for a full round, ``quick`` for a short one; ``races`` compares with the peer.

    ``minutes`` is the rough length of a full round.
    """

    name: str
    minutes: float
    options: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    races: bool = False


RECORDING = "{folder}/long.memtrace"
GLANCED = "tests/programs/folding"
TELL_A_TABLE = frozenset({"glance"})
"""These benchmarks keep no figures: they print a table of their own."""
ALL = (
    Benchmark(
        "racing",
        12,
        options=("--keep", "{folder}/race.json"),
        quick=("--repeat", "1", "--steps", "2000", "--heap-steps", "200", "--million", "20000"),
        races=True,
    ),
    Benchmark(
        "typical",
        10,
        quick=("--repeat", "1", "--seconds", "0.3", "--only", "hanoi", "queens"),
        races=True,
    ),
    Benchmark("heaps", 6, quick=("--repeat", "1", "--seconds", "0.3"), races=True),
    Benchmark("foreign", 1, quick=("--repeat", "1")),
    Benchmark("scaling", 8, quick=("--repeat", "1", "--quick")),
    Benchmark("containers", 6, quick=("--repeat", "1", "--quick")),
    Benchmark("threads", 2, quick=("--repeat", "1", "--quick")),
    Benchmark("library", 3, quick=("--repeat", "1", "--quick")),
    Benchmark(
        "reading",
        3,
        options=("--keep", RECORDING),
        quick=("--keep", RECORDING, "--steps", "20000", "--seeks", "20"),
    ),
    Benchmark(
        "starting",
        1,
        options=("--recording", RECORDING),
        quick=("--recording", RECORDING, "--repeat", "2"),
    ),
    Benchmark(
        "waiting",
        3,
        quick=(
            *("--repeat", "1", "--steps", "8000", "--seconds", "1", "--only"),
            *("bank_accounts", "hanoi"),
        ),
    ),
    Benchmark(
        "drawing",
        2,
        options=("--objects", "100", "1000", "5000"),
        quick=("--objects", "100", "--steps", "20"),
    ),
    Benchmark(
        "sheets",
        5,
        quick=("--objects", "1000", "--steps", "20", "--plan", "10000"),
    ),
    Benchmark("sharing", 0.5, quick=("--repeat", "1", "--steps", "100")),
    Benchmark(
        "glance",
        5,
        options=(GLANCED, "tests/programs/layout", "--most", "600"),
        quick=(GLANCED, "--most", "60"),
    ),
)


def main() -> int:
    """Run all; return 1 if a benchmark failed."""
    parser = options("", __doc__)
    parser.add_argument("--quick", action="store_true", help="a short round")
    parser.add_argument("--peer", type=Path, metavar="OPT_RUN.py", help="the peer's tracer")
    parser.add_argument("--peer-python", default="python3", help="the Python to run it with")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="what was measured so far")
    found = parser.parse_args()
    told: list[dict[str, Any]] = []
    failed: list[str] = []
    with ExitStack() as after:
        folder = found.keep
        if folder is None:
            made = tempfile.TemporaryDirectory(prefix="visualizer-bench-")
            folder = Path(after.enter_context(made))
        folder.mkdir(exist_ok=True)
        for number, one in enumerate(ALL):
            out = folder / f"{one.name}.json"
            if not out.exists() and not _run(one, number, found, folder, out):
                failed.append(one.name)
            elif figures := out.read_text(encoding="utf-8"):
                told.append(json.loads(figures))
    _print(told)
    if found.json:
        whole = {"machine": machine(), "quick": found.quick, "failed": failed, "benchmarks": told}
        found.json.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    for name in failed:
        print(f"{name} was not run to its end", file=sys.stderr)
    return 1 if failed else 0


def _run(one: Benchmark, number: int, found: argparse.Namespace, folder: Path, out: Path) -> bool:
    """Run a benchmark, which prints its figures; return whether it succeeded and wrote ``out``."""
    left = "" if found.quick else f", {sum(each.minutes for each in ALL[number:]):g} minutes or so"
    print(f"{one.name} ({number + 1} of {len(ALL)}{left}) …", file=sys.stderr, flush=True)
    chosen = one.quick if found.quick else one.options
    command = [part.format(folder=folder) for part in chosen]
    if one.races and found.peer:
        command += ["--peer", str(found.peer.resolve()), "--peer-python", found.peer_python]
    keeps = one.name not in TELL_A_TABLE
    command += ["--json", str(out)] if keeps else []
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{one.name}", *command], cwd=ROOT, check=False
    )
    if not done.returncode and not keeps:
        out.touch()
    print(f"{one.name} took {(time.monotonic() - begin) / 60:.1f} minutes", file=sys.stderr)
    return not done.returncode


def _print(told: list[dict[str, Any]]) -> None:
    print(ROW.format("", "unit", "median", "p95", "least", "most", "asked"))
    for each in told:
        print(each["benchmark"])
        for figure in each["figures"]:
            print(f"  {row_of(figure)}")


if __name__ == "__main__":
    sys.exit(main())
