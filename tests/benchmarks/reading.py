"""The wait for a step of a long recording: opening, going anywhere, both ways, jumps.

    python -m tests.benchmarks.reading [--steps N] [--recording FILE] [--json FILE]

The benchmark records a program of loops, calls, a growing list, output and exceptions to the given
number of steps, opens it, and jumps through it. It records three others to the same length and
walks them, to random steps and step by step both ways: a tiny loop, a breadth-first search, and a
program that changes 3,000 objects. Or the user names a recording. The benchmark reads as the
window does: without Python's cyclic collector, which the window runs when idle. Each seek goes
from a random step to another. Times are milliseconds of wall time; ``cpu`` is processor time, which
depends less on other work.
"""

import gc
import multiprocessing
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

from tests.benchmarks.programs import million
from tests.benchmarks.report import Figure, machine, options, tell
from tests.benchmarks.typical import TYPICAL, text_of
from visualizer.explain.conditions import parse_condition
from visualizer.model import Event, Instance, Sequence
from visualizer.recording import Recording
from visualizer.recording.mapping.together import Search, beside
from visualizer.shell.playback import moves

ROOT = Path(__file__).parents[2]
FRAME, OPENING, JUMP, BYTES, BACK = 16.0, 300.0, 300.0, 40.0, 1.3
"""Limits: milliseconds of a step, of opening and of a jump; bytes on disk per step; how many times
as long as a step forward a step back may take."""
A_HIT = 5.0
"""Microseconds of processor time that a condition may take, with the way from hit to hit."""

PROGRAM = """\
class Kept:
    def __init__(self, value):
        self.value = value


def work(rounds):
    total = 0
    for i in range(rounds):
        total += i
        twice = total * 2
    return twice


def fails(n):
    raise ValueError(n)


kept = []
rare = Kept(0)
never = Kept(1)
table = {{"a": 1}}
seen = {{"ada", "bo", "cleo"}}
for n in range({rounds}):
    kept.append(work(300))
    if n % 100 == 0:
        print(n)
        try:
            fails(n)
        except ValueError:
            pass
    if n == {rounds} - 2:
        rare.value = n
"""
AT_EACH_TURN = "        total += i"
CONDITIONS = (
    *("total == -5", "i == 5000", "n == -1", "len(kept) > 1_000_000", 'table["a"] == 3'),
    *("never.value == 7 and i > 3", '"dan" in seen'),
)
"""None of these conditions ever holds."""
A_ROUND = 610
"""Steps in a round."""

MUTATED = """\
class Node:
    def __init__(self, n):
        self.n = n
        self.next = None


kept = [[i] for i in range(2000)] + [Node(i) for i in range(1000)]
for turn in range({turns}):
    for one in kept:
        if isinstance(one, list):
            one[0] = turn * 1000
            one.append(turn)
        else:
            one.n = one.n + turn
            one.next = one
"""
"""3,000 objects that live to the end; nearly each step changes one of them."""
A_TURN, A_SEARCH = 11_000, 4_000
"""Steps in each turn of the program, and the least steps of a breadth-first search."""
RUN = 20_000
"""The number of steps for the walk in both directions."""


def main() -> int:
    """Measure, and print a table."""
    parser = options("reading", __doc__)
    parser.add_argument("--steps", type=int, default=1_000_000)
    parser.add_argument("--recording", type=Path, help="read this one instead")
    parser.add_argument("--keep", type=Path, help="leave the recording there")
    parser.add_argument("--seeks", type=int, default=2000)
    found = parser.parse_args()
    facts = machine()
    figures: list[Figure] = []
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="visualizer-bench-") as folder:
        path = found.recording
        if path is None:
            text = PROGRAM.format(rounds=_rounds(found.steps))
            path, seconds = _record(Path(folder), text, found.steps)
            figures.append(Figure("recording it, whole command", "s", [seconds]))
            if found.keep is not None:
                path = path.rename(found.keep)
        figures += _read(path, is_ours=found.recording is None)
        with closing(Recording.open(path)) as recording:
            facts["steps"] = recording.steps
            facts["recorder"] = recording.header.recorder
            if found.recording is not None:
                figures += _moves(recording, found.seeks)
        if found.recording is None:
            for name, text in _programs(found.steps).items():
                program, _ = _record(Path(folder), text, found.steps, "program")
                figures += _moves_in_a_process(program, found.seeks, f": {name}")
    tell(figures, facts, found.json, "reading")
    return 0


def _programs(steps: int) -> dict[str, str]:
    """Return programs of at least that many steps."""
    search = next(one for one in TYPICAL if one.file == "breadth_first")
    return {
        "a tiny loop": million(steps).text,
        "breadth-first search": text_of(search, 1 + steps // A_SEARCH),
        "3,000 objects that change": MUTATED.format(turns=1 + steps // A_TURN),
    }


def _rounds(steps: int) -> int:
    return max(3, steps // A_ROUND)


def _record(folder: Path, text: str, steps: int, name: str = "jumps") -> tuple[Path, float]:
    """Record a program to that many steps; return the file and the time."""
    program = folder / f"{name}.py"
    program.write_text(text, encoding="utf-8")
    out = program.with_suffix(".memtrace")
    command = [sys.executable, "-m", "visualizer", "record", str(program), "-o", str(out)]
    command += ["--max-steps", str(steps)]
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return out, time.perf_counter() - begin


def _read(path: Path, *, is_ours: bool) -> list[Figure]:
    opening = [_timed(lambda: Recording.open(path).close()) for _ in range(11)]
    figures = [Figure("opening", "ms", opening, OPENING)]
    with closing(Recording.open(path)) as recording:
        index = _timed(recording.run_profile.refresh)
        figures.append(Figure("course of all steps, and what was not indexed", "ms", [index]))
        if is_ours:
            figures += _jumps(recording)
            figures.append(_conditions(path))
        size = path.stat().st_size / recording.steps
        figures.append(Figure("on disk, a step", "bytes", [size], BYTES))
    return figures


def _moves_in_a_process(path: Path, seeks: int, where: str) -> list[Figure]:
    """Measure moves in a recording that a separate process opens first, as a window does.

    In a process that has read others before, objects lie scattered in memory, so reading is slower.
    """
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as pool:
        return pool.submit(_open_and_move, path, seeks, where).result()


def _open_and_move(path: Path, seeks: int, where: str) -> list[Figure]:
    gc.disable()
    with closing(Recording.open(path)) as recording:
        return _moves(recording, seeks, where)


def _moves(recording: Recording, seeks: int, where: str = "") -> list[Figure]:
    chance, steps = random.Random(1), recording.steps
    cursor = recording.cursor()
    some = [chance.randrange(1, steps + 1) for _ in range(seeks)]
    anywhere = [_both(cursor.seek, at) for at in some]
    start, run = steps // 2, min(RUN, steps // 2 - 1)
    on = _walk(recording, range(start, start + run))
    back = _walk(recording, range(start, start - run, -1))
    short = min(run, 2000)
    return [
        *_figures(f"going to any step{where}", anywhere, "p95"),
        Figure(f"the slowest of 100{where}, cpu", "ms", [_slowest_of_100(anywhere)]),
        *_figures(f"one step on{where}", on, "most"),
        *_figures(f"one step back{where}", back, "most"),
        *(
            Figure(f"back against on, {run:,} steps{where}, cpu", "", [_ratio(back, on, run)], BACK)
            for run in (run, short)
        ),
    ]


def _walk(recording: Recording, steps: range) -> list[tuple[float, float]]:
    """Measure each step but the first, with a new cursor."""
    cursor = recording.cursor()
    cursor.seek(steps[0])
    return [_both(cursor.seek, at) for at in steps[1:]]


def _slowest_of_100(times: list[tuple[float, float]]) -> float:
    return sorted(used for _, used in times)[-max(1, len(times) // 100)]


def _ratio(one: list[tuple[float, float]], other: list[tuple[float, float]], steps: int) -> float:
    return sum(used for _, used in one[:steps]) / sum(used for _, used in other[:steps])


def _figures(name: str, times: list[tuple[float, float]], of: str) -> list[Figure]:
    wall, used = zip(*times, strict=True)
    return [Figure(name, "ms", wall, FRAME, of), Figure(f"{name}, cpu", "ms", used, FRAME, of)]


def _jumps(recording: Recording) -> list[Figure]:
    """Jump from the first step, over as much of the recording as can be searched."""
    state = recording.cursor().seek(recording.steps)
    bound = dict(state.globals[next(iter(recording.sources))])
    rare, never, kept = bound["rare"], bound["never"], bound["kept"]
    assert isinstance(state.heap[rare].content, Instance)
    assert isinstance(state.heap[kept].content, Sequence)
    last = recording.steps
    while not recording.run_profile.refresh(1):
        pass
    late = last // 2
    file = next(iter(recording.sources))
    called = next(recording.run_profile.calls.of_function("work"))
    work = recording.cursor().seek(recording.run_profile.calls.firsts[called]).frames[-1]
    line = 1 + PROGRAM.splitlines().index("    kept.append(work(300))")
    stops = {(file, line): parse_condition("n == 1_000_000_000")}
    jumps: dict[str, Callable[[], Search[object]]] = {
        "next change of an object, at the other end": lambda: moves.to_change(
            recording, 5000, 1, rare
        ),
        "next change of an object that never changes": lambda: moves.to_change(
            recording, 5000, 1, never
        ),
        "birth": lambda: moves.to_birth(recording, max(state.heap)),
        "death (of what is still there)": lambda: moves.to_death(recording, never),
        "next call of this function": lambda: moves.to_call(recording, late, 1, work, ends=False),
        "breakpoint, all lines, the first time": lambda: moves.to_stop(
            recording, 1, 1, {(file, 99_999): None}
        ),
        "breakpoint with a condition that never holds": lambda: moves.to_stop(
            recording, 1, 1, stops
        ),
    }
    found = []
    for name, search in jumps.items():
        wall, used = _both(_whole, search())
        found.append(Figure(f"jump: {name}", "ms", [wall], JUMP))
        found.append(Figure(f"jump: {name}, cpu", "ms", [used], JUMP))
    events = {
        "next output": recording.index.with_output,
        "next exception": lambda: recording.steps_with(Event.EXCEPTION),
    }
    for name, steps in events.items():
        times = [_timed(lambda steps=steps: beside(steps(), late, 1)) for _ in range(5)]
        found.append(Figure(f"jump: {name}", "ms", times, JUMP))
    return found


def _conditions(path: Path) -> Figure:
    """Measure each condition at each step at its line, with a new reader."""
    line, each = 1 + PROGRAM.splitlines().index(AT_EACH_TURN), list[float]()
    for text in CONDITIONS:
        with closing(Recording.open(path)) as recording:
            place = next(iter(recording.sources)), line
            search = moves.to_stop(recording, 1, 1, {place: parse_condition(text)})
            _, used = _both(_whole, search)
            hits = sum(len(found) for _, found in recording.lines.stretches((place,), 1, 1))
            each.append(used * 1000 / hits)
    return Figure("a condition at a breakpoint, each hit, cpu", "µs", each, A_HIT, "median")


def _whole(search: Search[object]) -> None:
    for _ in search:
        pass


def _timed(what: Callable[..., object], *arguments: object) -> float:
    return _both(what, *arguments)[0]


def _both(what: Callable[..., object], *arguments: object) -> tuple[float, float]:
    """Return the milliseconds of wall time and of processor time."""
    begin, used = time.perf_counter(), time.thread_time()
    what(*arguments)
    return (time.perf_counter() - begin) * 1000, (time.thread_time() - used) * 1000


if __name__ == "__main__":
    sys.exit(main())
