"""How fast a recording is by both recorders, against a peer in the same run where one is given.

    python -m tests.benchmarks [--peer OPT_RUN.py] [--peer-python PYTHON] [--repeat N]

Whole commands are timed, start-up included, all racers in turn in each repeat. What a racer needs
for an empty program is taken off for the second figure, the recording alone.
"""

import argparse
import platform
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.programs import NOTHING, Workload, workloads
from tests.benchmarks.racers import Racer, export, ours, peer, steps_of


def main() -> int:
    """Run the benchmark and print a table."""
    options = _options()
    racers = [ours("core"), ours("python")]
    if options.peer:
        racers.append(peer(options.peer.resolve(), options.peer_python))
    card = (NOTHING, *workloads(options.steps, options.heap_steps))
    print(f"Python {platform.python_version()}, medians of {options.repeat} repeats", flush=True)
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        times = _race(card, racers, options.repeat, Path(folder))
        exports = {} if options.no_export else _exports(card, Path(folder))
    _print_table(card, racers, times, exports)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--peer", type=Path, metavar="OPT_RUN.py", help="the peer's tracer")
    parser.add_argument("--peer-python", default="python3", help="the Python to run it with")
    parser.add_argument("--repeat", type=int, default=5, help="how often each racer runs")
    parser.add_argument("--steps", type=int, default=20_000, help="steps of the tiny loop")
    parser.add_argument("--heap-steps", type=int, default=1_000, help="steps beside a large heap")
    parser.add_argument("--no-export", action="store_true", help="leave out the export")
    return parser.parse_args()


def _race(
    card: tuple[Workload, ...], racers: list[Racer], repeats: int, folder: Path
) -> dict[tuple[str, str], float]:
    """The median seconds of each racer on each workload."""
    times: dict[tuple[str, str], list[float]] = {}
    for repeat in range(repeats):
        for workload in card:
            program = folder / f"{_file_name(workload)}.py"
            program.write_text(workload.text, encoding="utf-8")
            for racer in racers:
                out = program.with_suffix(f".{racer.name}")
                seconds = racer.run(program, out)
                times.setdefault((workload.name, racer.name), []).append(seconds)
                if repeat == 0 and steps_of(racer, out) < workload.steps:
                    raise SystemExit(f"{racer.name} did not come to the end of {workload.name}")
        print(f"repeat {repeat + 1} done", file=sys.stderr, flush=True)
    return {key: statistics.median(values) for key, values in times.items()}


def _exports(card: tuple[Workload, ...], folder: Path) -> dict[str, float]:
    """Seconds to export each recording of the last repeat."""
    return {
        workload.name: export().run(
            folder / f"{_file_name(workload)}.core", folder / f"{_file_name(workload)}.json"
        )
        for workload in card
    }


def _file_name(workload: Workload) -> str:
    return workload.name.replace(" ", "-").replace(",", "")


def _print_table(
    card: tuple[Workload, ...],
    racers: list[Racer],
    times: dict[tuple[str, str], float],
    exports: dict[str, float],
) -> None:
    *ahead, last = racers
    row = "{:<24}{:>8}" + "{:>12}{:>14}{:>14}" * len(racers) + "{:>18}" * len(ahead) + "{:>14}"
    heads = [part for r in racers for part in (f"{r.name} s", "steps/s", "less start-up")]
    heads += [f"{racer.name} : {last.name}" for racer in ahead]
    print(row.format("", "steps", *heads, "opt export s"))
    for workload in card:
        cells: list[str] = []
        rates: list[float] = []
        for racer in racers:
            whole = times[workload.name, racer.name]
            alone = max(whole - times[NOTHING.name, racer.name], 1e-9)
            rates.append(workload.steps / alone)
            shown = [f"{workload.steps / whole:,.0f}", f"{rates[-1]:,.0f}"]
            cells += [f"{whole:.3f}", *(["", ""] if workload is NOTHING else shown)]
        # Of what is left of the times less the start-up.
        ratios = [f"{rate / rates[-1]:.2f}" for rate in rates[:-1]]
        if workload is NOTHING:
            ratios = [""] * len(ahead)
        written = exports.get(workload.name)
        cells += [*ratios, "" if written is None else f"{written:.2f}"]
        print(row.format(workload.name, f"{workload.steps:,}", *cells))


if __name__ == "__main__":
    sys.exit(main())
