"""How fast a recording is by both recorders, against a peer in the same run where one is given.

    python -m tests.benchmarks.racing [--peer OPT_RUN.py] [--peer-python PYTHON] [--repeat N]

Whole commands are timed, start-up included, all racers in turn in each repeat; what a racer needs
for an empty program is taken off. Where the peer would take longer than a minute it is given fewer
steps (``--peer-steps`` and a trial say how many), which its name says; then, as always, the ratio
is that of steps a second. What takes hardly longer than an empty program has no rate. Bytes are
those of the files, a step.
"""

import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.programs import NOTHING, Workload, million, workloads
from tests.benchmarks.racers import Racer, ours, peer, steps_of
from tests.benchmarks.report import Figure, machine, options, tell

LOST = 0.1
"""Of the start-up: what takes less than that beyond it cannot be told from its spread."""
LONGEST = 60.0
"""Seconds of a run of the peer."""
TRIAL = 300
"""Steps after which it is known how long the peer would take."""


@dataclass(slots=True)
class Run:
    """What a racer did with a program: seconds of each repeat, steps and bytes that it wrote."""

    steps: int
    seconds: list[float] = field(default_factory=list)
    bytes: int = 0


type Runs = dict[tuple[str, str], Run]


def main() -> int:
    """Run the benchmark and print a table."""
    parser = options("racing", __doc__)
    parser.add_argument("--peer", type=Path, metavar="OPT_RUN.py", help="the peer's tracer")
    parser.add_argument("--peer-python", default="python3", help="the Python to run it with")
    parser.add_argument("--repeat", type=int, default=5, help="how often each racer runs")
    parser.add_argument("--steps", type=int, default=20_000, help="steps of the tiny loop")
    parser.add_argument("--heap-steps", type=int, default=2_000, help="steps beside a large heap")
    parser.add_argument("--million", type=int, default=1_000_000, help="steps of the long one")
    parser.add_argument("--peer-steps", type=int, default=20_000, help="the peer's most steps")
    found = parser.parse_args()
    racers = [ours("core"), ours("python")]
    if found.peer:
        racers.append(peer(found.peer.resolve(), found.peer_python))
    card = (NOTHING, *workloads(found.steps, found.heap_steps), million(found.million))
    facts = machine()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        runs = _race(card, racers, found.repeat, found.peer_steps, Path(folder))
    tell(_figures(card, racers, runs), facts, found.json, "recorders")
    return 0


def _race(
    card: Sequence[Workload], racers: list[Racer], repeats: int, most: int, folder: Path
) -> Runs:
    runs: Runs = {}
    for repeat in range(repeats):
        for workload in card:
            program = folder / f"{workload.file}.py"
            program.write_text(workload.text, encoding="utf-8")
            for racer in racers:
                key = workload.name, racer.name
                out = program.with_suffix(f".{racer.name}")
                if key not in runs:
                    runs[key] = Run(_steps_for(racer, workload, program, most))
                run = runs[key]
                run.seconds.append(racer.run(program, out, run.steps))
                if not repeat:
                    run.bytes = out.stat().st_size
                    if steps_of(racer, out) < min(workload.steps, run.steps):
                        raise SystemExit(f"{racer.name} did not come through {workload.name}")
        print(f"repeat {repeat + 1} done", file=sys.stderr, flush=True)
    return runs


def _steps_for(racer: Racer, workload: Workload, program: Path, most: int) -> int:
    """All, but of a peer no more than it can do in a minute."""
    if racer.name != "peer" or workload is NOTHING:
        return 100_000_000
    trial = min(TRIAL, workload.steps)
    seconds = racer.run(program, program.with_suffix(".trial"), trial)
    can = int(trial * LONGEST / seconds)
    few = min(workload.steps, most, max(trial, can))
    return 100_000_000 if few == workload.steps else few


def _figures(card: Sequence[Workload], racers: list[Racer], runs: Runs) -> list[Figure]:
    figures = []
    last = racers[-1]
    for workload in card:
        rates = {racer.name: _rates(workload, racer, runs) for racer in racers}
        for racer in racers:
            run = runs[workload.name, racer.name]
            if workload is NOTHING:
                figures.append(Figure(f"{workload.name}: {racer.name}", "s", run.seconds))
                continue
            cut = f", {run.steps:,} steps" if run.steps < workload.steps else ""
            name = f"{workload.name}: {racer.name}{cut}"
            if rates[racer.name]:
                figures.append(Figure(name, "steps/s", rates[racer.name]))
            done = min(workload.steps, run.steps)
            figures.append(Figure(f"{name}, file", "bytes/step", [run.bytes / done]))
            if racer is not last and rates[racer.name] and rates[last.name]:
                pairs = zip(rates[racer.name], rates[last.name], strict=True)
                ratios = [one / other for one, other in pairs]
                figures.append(Figure(f"{workload.name}: {racer.name} to {last.name}", "", ratios))
    return figures


def _rates(workload: Workload, racer: Racer, runs: Runs) -> list[float]:
    """Steps a second without start-up, of each repeat; none where they are lost in start-up."""
    run = runs[workload.name, racer.name]
    nothing = statistics.median(runs[NOTHING.name, racer.name].seconds)
    done = min(workload.steps, run.steps)
    alone = [seconds - nothing for seconds in run.seconds]
    return [done / one for one in alone] if min(alone) > LOST * nothing else []


if __name__ == "__main__":
    sys.exit(main())
