"""The speed of recording with both recorders, and with a peer in the same run where one is named.

    python -m tests.benchmarks.racing [--peer OPT_RUN.py] [--peer-python PYTHON] [--repeat N]

The benchmark times whole commands with start-up, all racers in turn in each repeat, and subtracts
each racer's time for an empty program. It prints each program's figures at once. A racer that
would take longer than ``--longest`` gets fewer steps (``--peer-steps`` and a trial decide
how many), which its name shows; the ratio always compares steps per second. A run that takes
hardly longer than an empty program has no rate. Bytes are those of the files, per step.

``--keep FILE`` stores the measurements there and does not repeat them: the same command continues
a race that was interrupted, or that stopped after ``--seconds``.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.benchmarks.programs import NOTHING, Workload, million, workloads
from tests.benchmarks.racers import Racer, ours, peer, steps_of
from tests.benchmarks.report import ROW, Figure, machine, options, row_of, tell, told_of

LOST = 0.1
"""The share of start-up under which the rest of a run is lost in the spread of start-ups."""
TRIAL = 60
"""The number of steps that shows how long a racer would take."""
ALL_STEPS = 100_000_000
QUARTER = 25.0
"""The most percent of the peer's bytes that ours may take."""


@dataclass(slots=True)
class Run:
    """A racer's run of a program: seconds of each repeat, written steps and bytes."""

    steps: int
    seconds: list[float] = field(default_factory=list)
    bytes: int = 0


type Runs = dict[tuple[str, str], Run]


def main() -> int:
    """Run the benchmark and print a table; return 3 if it stopped early."""
    parser = options("racing", __doc__)
    parser.add_argument("--peer", type=Path, metavar="OPT_RUN.py", help="the peer's tracer")
    parser.add_argument("--peer-python", default="python3", help="the Python to run it with")
    parser.add_argument("--repeat", type=int, default=5, help="how often each racer runs")
    parser.add_argument("--steps", type=int, default=20_000, help="steps of the tiny loop")
    parser.add_argument("--heap-steps", type=int, default=2_000, help="steps beside a large heap")
    parser.add_argument("--million", type=int, default=1_000_000, help="steps of the long one")
    parser.add_argument("--peer-steps", type=int, default=20_000, help="the peer's most steps")
    parser.add_argument(
        "--longest", type=float, default=10, help="seconds of one run, but the core's"
    )
    parser.add_argument("--keep", type=Path, metavar="FILE", help="what has been measured so far")
    parser.add_argument("--seconds", type=float, default=1e9, help="end when so many have gone by")
    found = parser.parse_args()
    racers = [ours("core"), ours("python")]
    if found.peer:
        racers.append(peer(found.peer.resolve(), found.peer_python))
    card = (NOTHING, *workloads(found.steps, found.heap_steps), million(found.million))
    race = Race(card, racers, found.repeat, found.longest, found.peer_steps)
    facts, runs = _kept(found.keep)
    print(ROW.format("", "unit", "median", "p95", "least", "most", "asked"))
    begin, seconds = time.monotonic(), [0.0]
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        for number, workload in enumerate(card):
            if all((workload.name, racer.name) in runs for racer in racers):
                continue
            if time.monotonic() - begin > found.seconds:
                print("not at its end: go on with the same command", file=sys.stderr)
                return 3
            race.run(workload, runs, Path(folder))
            _keep(found.keep, facts, runs)
            seconds.append(time.monotonic() - begin)
            for figure in _figures_of(workload, racers, runs):
                print(row_of(told_of(figure)), flush=True)
            left = (len(card) - number - 1) * seconds[-1] / (len(seconds) - 1)
            at = f"{number + 1} of {len(card)} programs"
            print(f"{at}, {left / 60:.1f} minutes left or so", file=sys.stderr, flush=True)
    figures = [figure for each in card for figure in _figures_of(each, racers, runs)]
    tell(figures, facts, found.json, "recorders")
    return 0


def _kept(path: Path | None) -> tuple[dict[str, object], Runs]:
    """Return the machine and the measurements so far."""
    if path is None or not path.exists():
        return machine(), {}
    told = json.loads(path.read_text(encoding="utf-8"))
    return told["machine"], {(row[0], row[1]): Run(**row[2]) for row in told["runs"]}


def _keep(path: Path | None, facts: dict[str, object], runs: Runs) -> None:
    if path is not None:
        rows = [(*key, asdict(run)) for key, run in runs.items()]
        path.write_text(json.dumps({"machine": facts, "runs": rows}), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Race:
    """The racers, the repeats, the limit in seconds, and the peer's steps."""

    card: Sequence[Workload]
    racers: list[Racer]
    repeats: int
    longest: float
    most: int

    def run(self, workload: Workload, runs: Runs, folder: Path) -> None:
        """Run a program with all racers in turn."""
        program = folder / f"{workload.file}.py"
        program.write_text(workload.text, encoding="utf-8")
        for racer in self.racers:
            steps = self._steps_for(racer, workload, program, runs)
            runs[workload.name, racer.name] = Run(steps)
        for repeat in range(self.repeats):
            for racer in self.racers:
                run, out = runs[workload.name, racer.name], program.with_suffix(f".{racer.name}")
                run.seconds.append(racer.run(program, out, run.steps))
                if not repeat:
                    run.bytes = out.stat().st_size
                    if steps_of(racer, out) < min(workload.steps, run.steps):
                        raise SystemExit(f"{racer.name} did not come through {workload.name}")

    def _steps_for(self, racer: Racer, workload: Workload, program: Path, runs: Runs) -> int:
        """Return all steps, or for racers other than the core those that fit into the time."""
        if racer.name == "core" or workload is NOTHING:
            return ALL_STEPS
        trial = min(TRIAL, workload.steps)
        seconds = racer.run(program, program.with_suffix(".trial"), trial)
        alone = max(seconds - min(runs[NOTHING.name, racer.name].seconds), seconds / 10)
        few = min(workload.steps, max(trial, int(trial * self.longest / alone)))
        if racer.name == "peer":
            few = min(few, self.most)
        return ALL_STEPS if few == workload.steps else few


def _figures_of(workload: Workload, racers: list[Racer], runs: Runs) -> list[Figure]:
    figures, last = list[Figure](), racers[-1]
    rates = {racer.name: _rates(workload, racer, runs) for racer in racers}
    sizes = {racer.name: _size(workload, runs[workload.name, racer.name]) for racer in racers}
    for racer in racers:
        run = runs[workload.name, racer.name]
        if workload is NOTHING:
            figures.append(Figure(f"{workload.name}: {racer.name}", "s", run.seconds))
            continue
        cut = f", {run.steps:,} steps" if run.steps < workload.steps else ""
        name = f"{workload.name}: {racer.name}{cut}"
        if rates[racer.name]:
            figures.append(Figure(name, "steps/s", rates[racer.name]))
        figures.append(Figure(f"{name}, file", "bytes/step", [sizes[racer.name]]))
        if racer is last:
            continue
        against = f"{workload.name}: {racer.name} to {last.name}"
        if rates[racer.name] and rates[last.name]:
            pairs = zip(rates[racer.name], rates[last.name], strict=True)
            figures.append(Figure(against, "", [one / other for one, other in pairs]))
        if last.name == "peer":
            share = 100 * sizes[racer.name] / sizes[last.name]
            figures.append(Figure(f"{against}, bytes", "%", [share], QUARTER))
    return figures


def _size(workload: Workload, run: Run) -> float:
    return run.bytes / min(workload.steps, run.steps)


def _rates(workload: Workload, racer: Racer, runs: Runs) -> list[float]:
    """Return the steps per second without start-up, of each repeat; none if start-up hides them."""
    run = runs[workload.name, racer.name]
    nothing = statistics.median(runs[NOTHING.name, racer.name].seconds)
    done = min(workload.steps, run.steps)
    alone = [seconds - nothing for seconds in run.seconds]
    return [done / one for one in alone] if min(alone) > LOST * nothing else []


if __name__ == "__main__":
    sys.exit(main())
