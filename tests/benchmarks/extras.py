"""Measures the price of expressions: the interpreter's instruction events, and their records.

    python -m tests.benchmarks.expressions [--only NAME…] [--rounds N] [--json FILE]

For each of the ordinary programs (``typical``), in processor time of the whole process less that of
an empty program: events alone, with a callback in C that does nothing, for lines only, for all
instructions, and for those of one line; then whole recordings without and with expressions, of all
lines and of one line. All as ratios to the run before it, so other work on the machine matters
little.
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
"""Times as many rounds where nothing is recorded: these take milliseconds."""
_WAYS = ("lines", "one", "all")


def seconds(command: Sequence[str], folder: str) -> float:
    """Return the processor time of a command and of the processes that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env=os.environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _events(way: str, path: Path) -> list[str]:
    return [sys.executable, "-c", _EVENTS, way, str(path)]


def _record(path: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "visualizer", "record", *more, str(path), "-o", "out.memtrace"]


def measure(program: Typical, rounds: int, folder: Path) -> dict[str, float]:
    """Return the seconds of each way for a program."""
    path, empty = folder / f"{program.file}.py", folder / "empty.py"
    path.write_text(text_of(program, rounds), encoding="utf-8")
    longer = folder / "longer.py"
    longer.write_text(text_of(program, _LONGER * rounds), encoding="utf-8")
    empty.write_text("pass\n", encoding="utf-8")
    texts = enumerate(path.read_text("utf-8").splitlines(), 1)
    line = max((text.count("    "), n) for n, text in texts if "(" in text)[1]
    ways = {f"events, {way}": (_events, way) for way in _WAYS}
    found = {
        name: seconds(make(way, longer), str(folder)) - seconds(make(way, empty), str(folder))
        for name, (make, way) in ways.items()
    }
    wanted = {"none": (), "one line": ("--expressions-at", str(line)), "all": ("--expressions",)}
    for name, more in wanted.items():
        spent = seconds(_record(path, *more), str(folder))
        found[f"bytes, {name}"] = float((folder / "out.memtrace").stat().st_size)
        found[f"recorded, {name}"] = spent - seconds(_record(empty, *more), str(folder))
    return found


_RATIOS = (
    ("events, one", "events, lines"),
    ("events, all", "events, lines"),
    ("recorded, one line", "recorded, none"),
    ("recorded, all", "recorded, none"),
)


def main() -> int:
    """Run the benchmark and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    rows = {}
    print("program", *(f"{one} / {other}" for one, other in _RATIOS), sep=" | ")
    with tempfile.TemporaryDirectory() as folder:
        for program in TYPICAL:
            if given.only and program.name not in given.only:
                continue
            found = rows[program.name] = measure(program, given.rounds, Path(folder))
            shown = (f"{found[one] / found[other]:.2f}" for one, other in _RATIOS)
            print(program.name, *shown, sep=" | ", flush=True)
    sizes = (one["bytes, all"] / one["bytes, none"] for one in rows.values())
    print(
        "recording with expressions / without, in bytes:", f"{statistics.geometric_mean(sizes):.2f}"
    )
    means = (
        statistics.geometric_mean(one[a] / one[b] for one in rows.values()) for a, b in _RATIOS
    )
    print("geometric mean", *(f"{mean:.2f}" for mean in means), sep=" | ")
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
