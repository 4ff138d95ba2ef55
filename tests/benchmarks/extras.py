"""Measures the price of recording on request: values of expressions, and free blocks.

    python -m tests.benchmarks.extras [--of expressions|allocator…] [--only FILE…] [--rounds N]
        [--repeat N] [--json FILE]

For each of the ordinary programs (``typical``), in processor time of the process and its
children, minus that of an empty program, the least of ``--repeat``: whole recordings with each
extra and without. For expressions also the interpreter's instruction events alone, with a C
callback that does nothing: for lines only, for all instructions, and for those of a single line.
All figures are ratios to the run without, so that other work on the machine matters little.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.typical import TYPICAL, Typical, text_of

_EVENTS = """
import operator, sys
way, path = sys.argv[1:3]
own, events = sys.monitoring, sys.monitoring.events
code = compile(open(path, encoding="utf-8").read(), path, "exec")
def codes(one):
    yield one
    for inner in one.co_consts:
        if hasattr(inner, "co_code"):
            yield from codes(inner)
own.use_tool_id(4, "bench")
own.register_callback(4, events.LINE, operator.is_)
line = None
def of_one_line(code, offset):
    global line
    here = next(l for s, e, l in code.co_lines() if s <= offset < e)
    line = line or here
    return None if here == line else own.DISABLE
own.register_callback(4, events.INSTRUCTION, of_one_line if way == "one" else operator.is_)
for one in codes(code):
    own.set_local_events(4, one, events.LINE | (events.INSTRUCTION if way != "lines" else 0))
exec(code, {"__name__": "__main__"})
"""
_LONGER = 40
"""The factor by which runs without recording are longer: these take milliseconds."""
_WAYS = ("lines", "one", "all")


def seconds(command: Sequence[str], folder: str) -> float:
    """Return the processor time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env=os.environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _events(way: str, path: Path) -> list[str]:
    return [sys.executable, "-c", _EVENTS, way, str(path)]


def _record(path: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "visualizer", "record", *more, str(path), "-o", "out.memtrace"]


def _least(command: Sequence[str], empty: Sequence[str], folder: str, repeat: int) -> float:
    """Return the least seconds of a command beyond those of the command with an empty program."""
    pairs = [(seconds(command, folder), seconds(empty, folder)) for _ in range(repeat)]
    return min(one for one, _ in pairs) - min(other for _, other in pairs)


@dataclass(frozen=True, slots=True)
class Extra:
    """A way of recording, by options of ``record``; ``at_line`` takes the number of a line."""

    name: str
    part_of: str
    options: tuple[str, ...]
    at_line: bool = False


EXTRAS = (
    Extra("allocator", "allocator", ("--allocator",)),
    Extra("one line", "expressions", ("--expressions-at",), at_line=True),
    Extra("all lines", "expressions", ("--expressions",)),
)
_PLAIN = Extra("none", "", ())


def measure(
    program: Typical, extras: Sequence[Extra], rounds: int, repeat: int, folder: Path
) -> dict[str, float]:
    """Return the seconds and bytes of a recording with each extra and without."""
    path, empty = folder / f"{program.file}.py", folder / "empty.py"
    path.write_text(text_of(program, rounds), encoding="utf-8")
    empty.write_text("pass\n", encoding="utf-8")
    texts = enumerate(path.read_text("utf-8").splitlines(), 1)
    line = max((text.count("    "), n) for n, text in texts if "(" in text)[1]
    found: dict[str, float] = {}
    for extra in (_PLAIN, *extras):
        more = (*extra.options, *([str(line)] if extra.at_line else []))
        commands = _record(path, *more), _record(empty, *more)
        found[f"recorded, {extra.name}"] = _least(*commands, str(folder), repeat)
        seconds(commands[0], str(folder))
        found[f"bytes, {extra.name}"] = float((folder / "out.memtrace").stat().st_size)
    return found


def measure_events(program: Typical, rounds: int, repeat: int, folder: Path) -> dict[str, float]:
    """Return the seconds of a program with events alone."""
    longer, empty = folder / "longer.py", folder / "empty.py"
    longer.write_text(text_of(program, _LONGER * rounds), encoding="utf-8")
    return {
        f"events, {way}": _least(_events(way, longer), _events(way, empty), str(folder), repeat)
        for way in _WAYS
    }


def ratios_of(extras: Sequence[Extra]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of numerator and denominator."""
    events = any(extra.part_of == "expressions" for extra in extras)
    return (
        *([("events, one", "events, lines"), ("events, all", "events, lines")] if events else ()),
        *((f"recorded, {extra.name}", "recorded, none") for extra in extras),
        *((f"bytes, {extra.name}", "bytes, none") for extra in extras),
    )


def main() -> int:
    """Run the benchmark and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    kinds = sorted({extra.part_of for extra in EXTRAS})
    parser.add_argument("--of", nargs="+", choices=kinds, default=kinds)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    extras = [extra for extra in EXTRAS if extra.part_of in given.of]
    ratios = ratios_of(extras)
    rows: dict[str, dict[str, float]] = {}
    print("program", *(f"{one} / {other}" for one, other in ratios), sep=" | ")
    with tempfile.TemporaryDirectory() as folder:
        for program in TYPICAL:
            if given.only and program.file not in given.only:
                continue
            found = measure(program, extras, given.rounds, given.repeat, Path(folder))
            if "expressions" in given.of:
                found |= measure_events(program, given.rounds, given.repeat, Path(folder))
            rows[program.name] = found
            shown = (f"{found[one] / found[other]:.2f}" for one, other in ratios)
            print(program.name, *shown, sep=" | ", flush=True)
    means = []
    for one, other in ratios:
        every = [row[one] / row[other] for row in rows.values()]
        # A run that took no longer than an empty program has no ratio.
        means.append(statistics.geometric_mean(ratio for ratio in every if ratio > 0))
    print("geometric mean", *(f"{mean:.2f}" for mean in means), sep=" | ")
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
