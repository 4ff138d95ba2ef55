"""Every benchmark of the project, one after the other; a table, and all figures as JSON.

    python -m tests.benchmarks [--quick] [--peer OPT_RUN.py] [--peer-python PYTHON] [--json FILE]

Each is a process of its own (``python -m tests.benchmarks.NAME`` runs one alone). ``--quick`` makes
a round of few repeats and small programs: it shows that everything runs, its figures say little.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.racers import ROOT
from tests.benchmarks.report import ROW, machine, options, row_of


@dataclass(frozen=True, slots=True)
class Benchmark:
    """``options`` for a full round, ``quick`` for a short one; ``races`` is against the peer."""

    name: str
    options: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    races: bool = False


RECORDING = "{folder}/long.memtrace"
ALL = (
    Benchmark(
        "racing",
        quick=("--repeat", "1", "--steps", "2000", "--heap-steps", "200", "--million", "20000"),
        races=True,
    ),
    Benchmark("foreign", quick=("--repeat", "1")),
    Benchmark("scaling", quick=("--repeat", "1", "--quick")),
    Benchmark(
        "reading",
        options=("--keep", RECORDING),
        quick=("--keep", RECORDING, "--steps", "20000", "--seeks", "20"),
    ),
    Benchmark(
        "starting",
        options=("--recording", RECORDING),
        quick=("--recording", RECORDING, "--repeat", "2"),
    ),
    Benchmark(
        "drawing",
        options=("--objects", "100", "1000", "5000"),
        quick=("--objects", "100", "--steps", "20"),
    ),
    Benchmark("layout"),
)


def main() -> int:
    """Run all; 1 where one of them could not be run to its end."""
    parser = options("", __doc__)
    parser.add_argument("--quick", action="store_true", help="a short round")
    parser.add_argument("--peer", type=Path, metavar="OPT_RUN.py", help="the peer's tracer")
    parser.add_argument("--peer-python", default="python3", help="the Python to run it with")
    found = parser.parse_args()
    told: list[dict[str, Any]] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for one in ALL:
            chosen = one.quick if found.quick else one.options
            command = [part.format(folder=folder) for part in chosen]
            if one.races and found.peer:
                command += ["--peer", str(found.peer.resolve()), "--peer-python", found.peer_python]
            out = Path(folder, f"{one.name}.json")
            print(f"{one.name} …", file=sys.stderr, flush=True)
            module = f"tests.benchmarks.{one.name}"
            # The layouts tell nothing but times and counts, which are a table of their own.
            kept = [] if one.name == "layout" else ["--json", str(out)]
            done = subprocess.run(
                [sys.executable, "-m", module, *command, *kept], cwd=ROOT, check=False
            )
            if done.returncode:
                failed.append(one.name)
            elif kept:
                told.append(json.loads(out.read_text(encoding="utf-8")))
    _print(told)
    if found.json:
        whole = {"machine": machine(), "quick": found.quick, "failed": failed, "benchmarks": told}
        found.json.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    for name in failed:
        print(f"{name} was not run to its end", file=sys.stderr)
    return 1 if failed else 0


def _print(told: list[dict[str, Any]]) -> None:
    print(ROW.format("", "unit", "median", "p95", "least", "most", "asked"))
    for each in told:
        print(each["benchmark"])
        for figure in each["figures"]:
            print(f"  {row_of(figure)}")


if __name__ == "__main__":
    sys.exit(main())
