"""Record programs with both recorders, and compare: ``python -m tests.recorder.differential``.

Every program that is kept with the tests and the lessons, or those that are named; with
``--generated N [SEED]`` N programs made at random. What runs under the Python recorder do not
agree on (clocks, threads) says nothing about the other one: such programs are counted apart. Exit 1
if there was any difference. ``--python PATH`` runs them with another interpreter, for which the
core was built as well: one with AddressSanitizer, or with the checks of a debug build
(CONTRIBUTING.md).

Addresses differ from run to run. They are compared by the order in which they first appear; where
one comes again at another step than in the other recording, that is counted, but it is no fault:
what a recorder takes of the program's memory, and when, is its own affair, and test_addresses
compares the usual cases with plain runs.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.recorder.random_programs import programs
from tests.recorder.runs import record_unread, write_program
from visualizer.model import HeapObject, State
from visualizer.recording import Recording

ROOT = Path(__file__).parents[2]
PLACES = ("tests", "resources/lessons")
VARIABLE = "VISUALIZER_RECORDER"
FEW = 5
"""So many differences of a program are shown."""
MORE_RUNS = 4
"""So often a program that differs runs again: some that ask for addresses go one of two ways."""


@dataclass
class Tally:
    """What was done, with what interpreter; ``differing`` are programs whose recordings differ.

    ``addresses`` are the objects that came to lie elsewhere, by order of appearance. Programs that
    print addresses write more or less from run to run: then outputs are not compared.
    """

    are_outputs_compared: bool = True
    python: Path | None = None

    programs: int = 0
    steps: int = 0
    checks: int = 0
    addresses: int = 0
    unsteady: list[Path] = field(default_factory=list)
    differing: list[Path] = field(default_factory=list)

    def __str__(self) -> str:
        """In a line."""
        return (
            f"{self.programs} programs, {self.steps} steps, {self.checks} checks, "
            f"{self.addresses} objects lay elsewhere, "
            f"{len(self.unsteady)} not the same twice, {len(self.differing)} differ"
        )


class Side:
    """One of two recordings while they are compared."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self._cursor = recording.cursor()
        self._addresses: dict[int, int] = {}
        self.seen: dict[int, HeapObject] = {}
        self.heap: dict[int, HeapObject] = {}

    def seek(self, number: int) -> State:
        """The state at a step; ``seen`` is the heap of the step before."""
        self.seen = self.heap
        state = self._cursor.seek(number)
        self.heap = dict(state.heap)
        return state

    def place(self, thing: HeapObject) -> int:
        """The address of an object, by order of appearance."""
        return self._addresses.setdefault(thing.address, len(self._addresses))


def told(thing: HeapObject) -> tuple[object, ...]:
    """What is compared of an object."""
    parts = [(part.kind, part.through == 0) for part in thing.parts]
    return (thing.type, thing.refcount, thing.size, thing.content, thing.unreachable, parts)


def frames_of(state: State) -> list[object]:
    """What is compared of the frames of all threads."""
    return [
        (
            thread,
            [(f.serial, f.function, f.file, f.line, f.kind, f.locals, f.operands) for f in own],
        )
        for thread, own in state.stacks.items()
    ]


def compare(one: Recording, other: Recording, tally: Tally) -> Iterator[str]:
    """The differences, step by step, each in words."""
    if one.steps != other.steps:
        yield f"{one.steps} and {other.steps} steps"
    sides = Side(one), Side(other)
    for number in range(1, min(one.steps, other.steps) + 1):
        states = [side.seek(number) for side in sides]
        tally.steps += 1
        for what in ("step", "globals", "locks", "thread_names"):
            tally.checks += 1
            found = [getattr(state, what) for state in states]
            if what == "step" and not tally.are_outputs_compared:
                found = [replace(step, stdout_end=0, stderr_end=0) for step in found]
            if found[0] != found[1]:
                yield f"step {number}: {what}: {found[0]} and {found[1]}"
        frames = [frames_of(state) for state in states]
        if frames[0] != frames[1]:
            yield f"step {number}: frames: {frames[0]} and {frames[1]}"
        yield from compare_heaps(sides, number, tally)


def compare_heaps(sides: tuple[Side, Side], number: int, tally: Tally) -> Iterator[str]:
    """The objects that differ at a step, among those that have changed since the one before."""
    one, other = sides
    if one.heap.keys() != other.heap.keys():
        yield f"step {number}: alive: {sorted(one.heap.keys() ^ other.heap.keys())} on one side"
    for serial in sorted(one.heap.keys() & other.heap.keys()):
        first, second = one.heap[serial], other.heap[serial]
        tally.checks += 1
        if first is one.seen.get(serial) and second is other.seen.get(serial):
            continue
        if told(first) != told(second):
            yield f"step {number}: object {serial}: {told(first)} and {told(second)}"
        if serial not in one.seen:
            tally.addresses += one.place(first) != other.place(second)


def recorded(program: Path, recorder: str, python: Path | None) -> Path:
    """Record a program; where the recording is."""
    os.environ[VARIABLE] = recorder
    path = program.with_suffix(f".{recorder}")
    record_unread(program, python=python).path.replace(path)
    return path


def differences(paths: tuple[Path, Path], tally: Tally) -> list[str]:
    """The first few differences of two recordings."""
    with closing(Recording.open(paths[0])) as one, closing(Recording.open(paths[1])) as other:
        return list(islice(compare(one, other, tally), FEW))


def judge(program: Path, tally: Tally) -> list[str]:
    """Record a program with both, and compare; what differs though two runs of one do not."""
    by_python = recorded(program, "python", tally.python)
    kept = by_python.with_suffix(".again")
    found = differences((by_python, recorded(program, "core", tally.python)), tally)
    tally.programs += 1
    if found:
        by_python.replace(kept)
        if any(differs_from_itself(program, kept, tally) for _ in range(MORE_RUNS)):
            tally.unsteady.append(program)
            return []
        tally.differing.append(program)
    return found


def differs_from_itself(program: Path, kept: Path, tally: Tally) -> bool:
    """Whether one more run under the Python recorder differs from the one that is kept."""
    again = recorded(program, "python", tally.python)
    return bool(differences((kept, again), Tally(tally.are_outputs_compared)))


def kept_programs() -> list[Path]:
    """All programs that are kept."""
    folders = [p for place in PLACES for p in ROOT.joinpath(place).rglob("programs*") if p.is_dir()]
    found = {path for folder in folders for path in folder.rglob("*.py")}
    found.update(ROOT.joinpath("resources").rglob("*.py"))
    return sorted(path for path in found if is_whole(path))


def is_whole(path: Path) -> bool:
    """Whether a program can be run as it is; some are to be filled in first."""
    try:
        compile(path.read_bytes(), path, "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def judge_kept(paths: list[Path], tally: Tally) -> None:
    """Compare programs that are kept, each in a copy of its folder."""
    for path in paths:
        with tempfile.TemporaryDirectory(prefix="visualizer-differential-") as folder:
            copy = Path(shutil.copytree(path.parent, Path(folder, "copy")), path.name)
            say(path, judge(copy, tally), tally)


def say(path: Path, found: list[str], tally: Tally) -> None:
    """Tell of one program that differs, and now and then how far it is."""
    if found:
        print(path, *(line[:400] for line in found), sep="\n    ", flush=True)
    if tally.programs % 50 == 0:
        print(tally, flush=True)


def judge_generated(number: int, first: int, tally: Tally) -> None:
    """Compare programs made at random."""
    tally.are_outputs_compared = False

    @seed(first)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(programs())
    def agree(text: str) -> None:
        with tempfile.TemporaryDirectory(prefix="visualizer-differential-") as folder:
            program = write_program(Path(folder), text)
            found = judge(program, tally)
            if found:
                kept = Path(f"differs-{tally.programs}.py")
                shutil.copy(program, kept)
                say(kept, found, tally)
            else:
                say(program, [], tally)

    agree()


def main() -> int:
    """Compare what is asked for; the exit code."""
    asked = _asked()
    os.environ["PYTHONHASHSEED"] = "0"
    tally = Tally(python=asked.python)
    if asked.generated:
        number, first = (*asked.generated, 0)[:2]
        judge_generated(number, first, tally)
    else:
        judge_kept([path.resolve() for path in asked.programs] or kept_programs(), tally)
    for path in tally.unsteady:
        print("not the same twice:", path.name)
    print(tally)
    return 1 if tally.differing else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.recorder.differential",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("programs", nargs="*", type=Path, help="those alone")
    parser.add_argument(
        "--generated", nargs="+", type=int, metavar="N", help="so many made at random, and a seed"
    )
    parser.add_argument("--python", type=Path, metavar="PATH", help="what runs the programs")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
