"""Record programs with both recorders, and compare: ``python -m tests.recorder.differential``.

It takes every program of the tests and the lessons, or the named ones; with
``--generated N [SEED]`` N random programs. Facts on which runs under the Python recorder
disagree (a clock, an address as a number) say nothing about the other recorder: the comparison
leaves them out and counts them, and compares all others (up to the first disagreement on which
objects are alive, if that is such a fact). It skips, and counts, only programs whose runs take
different steps (threads). Exit 1 if there was any difference.
``--python PATH`` runs the programs with another interpreter, which also has a built core: one with
AddressSanitizer, or with the checks of a debug build (CONTRIBUTING.md).

If an object dies and another takes its address in the same step, the Python recorder may
mistake the two for one. So after a disagreement the program runs under it once more in memory that
is never reused (``never_again.c``), and the comparison uses that recording: there an address
identifies an object.

Addresses differ from run to run. They are compared by the order in which they first appear. If
an address is reused at another step than in the other recording, that is counted but no fault:
a recorder may take memory of the program at any time, and test_addresses
compares the usual cases with plain runs. The same holds for the step at which the collector runs
by itself, and for runs that free nothing (GUARANTEES.md says how near each recorder is to a plain
run's); the freed objects are compared.
"""

import argparse
import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, fields, replace
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.recorder.gains import (
    LivingOn,
    held_unseen,
    is_gain,
    makes_cells_in_comprehensions,
    namespaces_unread,
    only_read,
    variables_as_read,
    without_library_operands,
)
from tests.recorder.matching import Matching, Same, step_of, told
from tests.recorder.random_programs import programs
from tests.recorder.runs import PROGRAM_PYTHON, program_python, record_unread, write_program
from visualizer.model import Code, Collection, HeapObject, Named, State, Step
from visualizer.recorder.frames.comprehensions import MAY_CRASH
from visualizer.recording import Recording
from visualizer.session.engine import compiling
from visualizer.session.engine.build_choice import NotBuilt

ROOT = Path(__file__).parents[2]
PLACES = ("tests", "resources/lessons")
VARIABLE = "VISUALIZER_RECORDER"
FILLING = "MALLOC_PERTURB_"
"""The variable with the byte with which the GNU C library fills memory."""
FEW = 5
"""The number of a program's differences that are printed."""
MOST = 20_000
"""The number of a program's differences after which the comparison stops."""
NOT_TRUE = "the recorder sent invalid data"
"""The text of a recording that ended because its records contradict each other (``intake.py``)."""
MORE_RUNS = 4
"""The number of repeats of a differing program: some that ask for addresses go one of two ways."""


@dataclass(frozen=True)
class Difference:
    """A disagreement of two recordings: ``what`` at a step, of which object."""

    step: int
    what: str
    serial: int = 0
    words: str = field(default="", compare=False)

    @property
    def is_of_the_way(self) -> bool:
        """Whether the two took different steps, which ends the comparison."""
        return self.what in ("steps", "events")

    def __str__(self) -> str:
        """Format it as a line."""
        of = f" of object {self.serial}" if self.serial else ""
        return f"step {self.step}: {self.what}{of}: {self.words}"


@dataclass
class Tally:
    """The counts; ``differing`` are programs whose recordings differ.

    ``addresses`` counts the objects at different addresses, by order of appearance, and
    ``collections`` the runs of the collector at another step. ``mistaken`` are programs whose
    recordings agree in memory that is never reused, and only there. ``left_out`` counts the
    facts of ``partly`` compared programs that differ between two runs under the Python
    recorder.
    Programs that print addresses vary in the length of their output: it is not compared.
    """

    are_outputs_compared: bool = True

    programs: int = 0
    steps: int = 0
    checks: int = 0
    addresses: int = 0
    collections: int = 0
    left_out: int = 0
    mistaken: list[Path] = field(default_factory=list)
    partly: list[Path] = field(default_factory=list)
    unsteady: list[Path] = field(default_factory=list)
    differing: list[Path] = field(default_factory=list)

    def __str__(self) -> str:
        """Format it as a line."""
        return (
            f"{self.programs} programs, {self.steps} steps, {self.checks} checks, "
            f"{self.addresses} objects lay elsewhere, {self.collections} collections elsewhere, "
            f"{len(self.mistaken)} in other memory, "
            f"{len(self.partly)} without {self.left_out} facts that are not the same twice, "
            f"{len(self.unsteady)} not compared, {len(self.differing)} differ"
        )


class Side:
    """A recording during the comparison."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self._cursor = recording.cursor()
        sources = recording.sources.values()
        self.may_hide = MAY_CRASH and any(map(makes_cells_in_comprehensions, sources))
        self._addresses: dict[int, int] = {}
        self.frames: set[int] = set()
        self.changed: set[int] = set()
        self.born: set[int] = set()
        self.died: set[int] = set()
        self.state = State()

    @property
    def heap(self) -> Mapping[int, HeapObject]:
        """The objects of the step."""
        return self.state.heap

    def seek(self, number: int) -> State:
        """Return the state at the next step."""
        self.state = state = self._cursor.seek(number)
        changes = self._cursor.delta(number).objects
        self.changed = {change.serial for change in changes}
        self.born = {change.serial for change in changes if change.old is None}
        self.died = {one.serial for one in changes if one.new is None and one.old is not None}
        new = (change.new for change in changes if change.new is not None)
        self.frames.update(thing.serial for thing in new if thing.type == "frame")
        return state

    def was_seen(self, serial: int) -> bool:
        """Whether the previous step had an object."""
        return serial in self.died or (serial in self.heap and serial not in self.born)

    def place(self, thing: HeapObject) -> int:
        """Return an object's address as its order of appearance."""
        return self._addresses.setdefault(thing.address, len(self._addresses))


def frames_of(state: State, pairs: Mapping[int, int]) -> list[object]:
    """Return the compared facts of the frames of all threads."""
    return [
        (
            thread,
            [
                (
                    f.function,
                    f.file,
                    f.line,
                    f.kind,
                    named(f.locals, pairs),
                    named(f.comprehension, pairs),
                    numbers(f.operands, pairs),
                )
                for f in own
            ],
        )
        for thread, own in sorted(state.stacks.items())
    ]


def apart(first: object, second: object) -> str:
    """Describe the differences of two facts."""
    rows = [one for one in (first, second) if isinstance(one, tuple | list)]
    if len(rows) > 1 and len(rows[0]) == len(rows[1]):
        both = zip(*rows, strict=True)
        return "; ".join(apart(a, b) for a, b in both if a != b)
    if isinstance(first, Step) and isinstance(second, Step):
        names = [f.name for f in fields(Step) if getattr(first, f.name) != getattr(second, f.name)]
        return "; ".join(f"{n}: {getattr(first, n)} and {getattr(second, n)}" for n in names)
    return f"{first} and {second}"


def named(names: Named, pairs: Mapping[int, int]) -> list[tuple[str, int]]:
    """Return names with the serials of the other recording."""
    return [(name, pairs.get(serial, -serial)) for name, serial in names]


def numbers(serials: Iterable[int], pairs: Mapping[int, int]) -> list[int]:
    """Translate serials to the other recording."""
    return [pairs.get(serial, -serial) for serial in serials]


def compare(one: Recording, other: Recording, tally: Tally) -> Iterator[Difference]:
    """Yield the differences, step by step."""
    sides = Side(one), Side(other)
    runs: tuple[list[Freed], list[Freed]] = ([], [])
    matching, living = Matching(), LivingOn()
    heaps = Heaps(sides, matching)
    codes: Mapping[int, Code] = {}
    for number in range(1, min(one.steps, other.steps) + 1):
        states = (sides[0].seek(number), sides[1].seek(number))
        tally.steps += 1
        steps = (step_of(states[0]), step_of(states[1]))
        tally.collections += steps[0].collections != steps[1].collections
        if place_of(steps[0]) != place_of(steps[1]):
            yield Difference(number, "events", words=f"{steps[0]} and {steps[1]}")
            return
        for fault in matching.follow(*states, (sides[0].changed, sides[1].changed)):
            yield Difference(number, "identity", words=fault)
        heaps.follow()
        living.follow(*states, matching.pairs, heaps.there)
        for run, step, pairs in zip(runs, steps, (matching.pairs, Same()), strict=True):
            run.extend(freed_by(one, pairs) for one in step.collections if one.freed)
        states = states[0], only_read(*states, sides[0].may_hide)
        states = states[0], without_library_operands(*states, matching.back, living.on)
        both = zip(
            FACTS,
            facts_of(states[0], tally, matching.pairs, sides[0].frames | living.lost),
            facts_of(states[1], tally, None, sides[1].frames | living.died),
            strict=True,
        )
        for what, first, second in both:
            tally.checks += 1
            if first != second:
                yield Difference(number, what, words=apart(first, second))
        yield from heaps.differences(number, tally, living)
        codes = states[1].codes
        if living.is_over:  # modules are emptied, and their objects die after the last step
            living.in_hand |= held_unseen(sides[1].heap, codes)
    unseen = living.in_hand | sides[1].frames | held_unseen(sides[1].heap, codes)
    for serial in sorted(living.on - unseen):
        yield Difference(one.steps, "alive", serial, "lives on to the end only in the second")
    if one.end != other.end or NOT_TRUE in str(one.end):
        yield Difference(0, "end", words=f"{one.end} and {other.end}")
    if one.steps != other.steps:
        yield Difference(0, "steps", words=f"{one.steps} and {other.steps}")
    # A finalizer may close and run what the collector found: the engine leaves that out.
    if not all(any(run[0] == its[0] and run[1] <= its[1] for its in runs[0]) for run in runs[1]):
        yield Difference(0, "collections", words=f"{runs[0]} and {runs[1]}")


FACTS = ("step", "output", "globals", "locks", "thread_names", "frames")
"""The compared facts of a step, next to its objects."""


type Freed = tuple[int, frozenset[int]]
"""The generation of a collection, and the freed serials."""


def freed_by(collection: Collection, pairs: Mapping[int, int]) -> Freed:
    """Return the serials that a collection freed, translated to the other recording."""
    return collection.generation, frozenset(numbers(collection.freed, pairs))


def place_of(step: Step) -> tuple[object, ...]:
    """Return the place of a step in the program, and its event."""
    return step.event, step.file, step.line, step.function, step.thread


def facts_of(
    state: State, tally: Tally, pairs: Mapping[int, int] | None, frames: Container[int]
) -> tuple[object, ...]:
    """Return these facts of a state; serials are translated, freed ``frames`` are left out."""
    found = Same() if pairs is None else pairs
    step = step_of(state)
    freed = [serial for serial in step.freed if serial not in frames]
    step = replace(step, collections=(), freed=tuple(sorted(numbers(freed, found))))
    step = replace(
        step,
        value=step.value and found.get(step.value, 0),
        in_flight=tuple(replace(h, serial=found.get(h.serial, 0)) for h in step.in_flight),
        exception=step.exception and found.get(step.exception, 0),
    )
    output = (step.stdout_end, step.stderr_end) if tally.are_outputs_compared else None
    step = replace(step, stdout_end=0, stderr_end=0)
    names = {file: named(own, found) for file, own in state.globals.items()}
    locks = {found.get(serial, 0): use for serial, use in state.locks.items()}
    return step, output, names, locks, state.thread_names, frames_of(state, found)


class Heaps:
    """The objects of both sides, by the serials of the second.

    ``there`` has the first's serials; one that is not paired is negative. ``apart`` are those that
    one side alone has.
    """

    def __init__(self, sides: tuple[Side, Side], matching: Matching) -> None:
        self.there: dict[int, int] = {}
        self.apart: set[int] = set()
        self._sides, self._matching = sides, matching

    def follow(self) -> None:
        """Follow a step, after the objects' matching."""
        one, other = self._sides
        pairs = self._matching.pairs
        touched = set(other.changed)
        for serial in one.changed | self._matching.found:
            for key in (-serial, pairs.get(serial, -serial)):
                if self.there.get(key) == serial:
                    del self.there[key]
                touched.add(key)
        for serial in one.changed | self._matching.found:
            if serial in one.heap:
                self.there[pairs.get(serial, -serial)] = serial
        self.apart -= touched
        self.apart |= {key for key in touched if (key in self.there) != (key in other.heap)}

    def differences(self, number: int, tally: Tally, living: LivingOn) -> Iterator[Difference]:
        """Yield the objects that differ at a step, among those that changed in it."""
        one, other = self._sides
        there, pairs = self.there, self._matching.pairs
        unread = namespaces_unread(one.state, other.state, pairs, living.on)
        for serial in sorted(self.apart - unread):
            thing = one.heap[there[serial]] if serial in there else other.heap[serial]
            side = "first" if serial in there else "second"
            was_seen = serial in there and one.was_seen(there[serial])
            # A frame's object lives on with its frame, which only the engine knows.
            if thing.type == "frame" or there.get(serial) in living.mistaken:
                continue
            if serial not in there and serial in living.in_hand:
                continue
            if not (was_seen or other.was_seen(serial)) or other.was_seen(
                pairs.get(there.get(serial, 0), 0)
            ):
                yield Difference(number, "alive", serial, f"only in the {side}: {str(thing)[:200]}")
        tally.checks += len(there) - len((self.apart | unread) & there.keys())
        changed = other.changed.union(pairs.get(own, -own) for own in one.changed)
        for serial in sorted((changed & there.keys() & other.heap.keys()) - unread):
            yield from self._of_object(number, serial, tally)

    def _of_object(self, number: int, serial: int, tally: Tally) -> Iterator[Difference]:
        (one, other), pairs = self._sides, self._matching.pairs
        own = self.there[serial]
        first, second = one.heap[own], other.heap[serial]
        if one.may_hide:
            second = variables_as_read(first, second)
        are_same = told(first, pairs) == told(second, Same())
        if not are_same and not is_gain(first, second, pairs, one.state):
            yield Difference(number, "object", own, apart(told(first, pairs), told(second, Same())))
        if not one.was_seen(own):
            tally.addresses += one.place(first) != other.place(second)


def recorded(program: Path, recorder: str, memory: Mapping[str, str] | None = None) -> Path:
    """Record a program and return the recording's path; ``memory`` selects the memory allocator."""
    path = program.with_suffix(f".{recorder}")
    with patch.dict(os.environ, {VARIABLE: recorder, **(memory or {})}):
        record_unread(program).path.replace(path)
    return path


@functools.cache
def memory_that_never_comes_again(python: str) -> dict[str, str]:
    """Return the variables for memory that is never reused; none if it cannot be built."""
    source = Path(__file__).with_name("never_again.c")
    built = Path(tempfile.mkdtemp(prefix="visualizer-memory-"), "never_again.so")
    atexit.register(shutil.rmtree, built.parent)
    try:
        info = compiling.interpreter_info(python)
        include = compiling.include_options(compiling.headers(info.version, info.folders))
        compiler = [*compiling.compiler(info.compiler), *compiling.FLAGS]
        command = [*compiler, "-fvisibility=default", "-shared"]
        subprocess.run([*command, *include, source, "-o", built], check=True, capture_output=True)
    except (NotBuilt, subprocess.CalledProcessError) as error:
        print("memory comes again, as there is no other:", error)
        return {}
    return {"LD_PRELOAD": str(built), "PYTHONMALLOC": "malloc"}


def differences(paths: tuple[Path, Path], tally: Tally) -> list[Difference]:
    """Return the differences of two recordings."""
    with closing(Recording.open(paths[0])) as one, closing(Recording.open(paths[1])) as other:
        return list(islice(compare(one, other, tally), MOST))


def judge(program: Path, tally: Tally) -> list[Difference]:
    """Record a program with both and return the differences that other runs do not explain."""
    by_python = recorded(program, "python")
    kept = by_python.with_suffix(".again")
    found = differences((by_python, recorded(program, "core")), tally)
    tally.programs += 1
    if not found or is_luck_alone(found, program, tally):
        return []
    memory = memory_that_never_comes_again(str(program_python() or sys.executable))
    by_core = by_python.with_suffix(".core")
    by_python = recorded(program, "python", memory)
    found = [one for one in found if one.what == "output"]  # output may contain addresses
    found += differences((by_python, by_core), Tally(are_outputs_compared=False))
    if not found:
        tally.mistaken.append(program)
        return []
    by_python.replace(kept)
    return explained(found, differing_again(program, kept, memory, tally), program, tally)


def is_luck_alone(found: list[Difference], program: Path, tally: Tally) -> bool:
    """Whether two runs under the Python recorder have all these differences as well.

    In other memory such a program may go another way: ``gc.collect()`` returns other numbers there.
    """
    by_python = program.with_suffix(".python")
    kept = by_python.replace(by_python.with_suffix(".again"))
    again = recorded(program, "python")
    left_out = set(differences((kept, again), Tally(tally.are_outputs_compared)))
    if not left_out.issuperset(found) or any(one.is_of_the_way for one in left_out):
        return False
    tally.partly.append(program)
    tally.left_out += len(left_out)
    return True


def differing_again(
    program: Path, kept: Path, memory: Mapping[str, str], tally: Tally
) -> Iterator[set[Difference]]:
    """Yield the differences of some more runs under the Python recorder from the stored one.

    In every second run the C library fills memory before it hands it out: a program that shows
    unwritten memory then differs.
    """
    for number in range(MORE_RUNS):
        filling = {FILLING: "165"} if number % 2 == 0 else {}
        again = recorded(program, "python", {**memory, **filling})
        yield set(differences((kept, again), Tally(tally.are_outputs_compared)))


def explained(
    found: list[Difference], again: Iterator[set[Difference]], program: Path, tally: Tally
) -> list[Difference]:
    """Return the differences that do not also occur between runs of the Python recorder."""
    left_out: set[Difference] = set()
    for more in again:
        left_out |= more
        if any(one.is_of_the_way for one in left_out):
            tally.unsteady.append(program)
            return []
    # If even two runs of one recorder disagree on the living objects, reused addresses are mistaken
    # for the same object; from the first such object on, serials have another meaning.
    is_luck = any(one.what == "alive" for one in left_out)
    parted = [one.step for one in (*left_out, *found) if is_luck and one.what == "alive"]
    end = min(parted, default=sys.maxsize)
    left = [one for one in found if one.step < end and one not in left_out]
    if left_out:
        tally.partly.append(program)
        tally.left_out += len(left_out)
    if left:
        tally.differing.append(program)
    return left


def kept_programs() -> list[Path]:
    """Return all programs of the tests and resources."""
    folders = [p for place in PLACES for p in ROOT.joinpath(place).rglob("programs*") if p.is_dir()]
    found = {path for folder in folders for path in folder.rglob("*.py")}
    found.update(ROOT.joinpath("resources").rglob("*.py"))
    return sorted(path for path in found if is_whole(path))


def is_whole(path: Path) -> bool:
    """Whether a program runs as it is; some are templates."""
    try:
        compile(path.read_bytes(), path, "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def judge_kept(paths: list[Path], tally: Tally) -> None:
    """Compare stored programs, each in a copy of its folder."""
    for path in paths:
        with tempfile.TemporaryDirectory(prefix="visualizer-differential-") as folder:
            copy = Path(shutil.copytree(path.parent, Path(folder, "copy")), path.name)
            say(path, judge(copy, tally), tally)


def say(path: Path, found: list[Difference], tally: Tally) -> None:
    """Print a differing program, and now and then the progress."""
    if found:
        lines = [str(one)[:400] for one in found[:FEW]]
        print(path, f"{len(found)} differences", *lines, sep="\n    ", flush=True)
    if tally.programs % 50 == 0:
        print(tally, flush=True)


def judge_generated(number: int, first: int, tally: Tally) -> None:
    """Compare random programs."""
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
    """Compare what the arguments name; return the exit code."""
    asked = _asked()
    os.environ["PYTHONHASHSEED"] = "0"
    if asked.python is not None:
        os.environ[PROGRAM_PYTHON] = str(asked.python)
    tally = Tally()
    if asked.generated:
        number, first = (*asked.generated, 0)[:2]
        judge_generated(number, first, tally)
    else:
        judge_kept([path.resolve() for path in asked.programs] or kept_programs(), tally)
    for path in tally.partly:
        print("compared without what is not the same twice:", path.name)
    for path in tally.unsteady:
        print("not compared:", path.name)
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
