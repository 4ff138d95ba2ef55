"""Run a program under the recorder and plainly, and read the results."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path
from textwrap import dedent

from tests.systems import as_printed
from visualizer.model import (
    Code,
    Content,
    Delta,
    End,
    Event,
    Frame,
    HeapObject,
    LockUse,
    Named,
    Scalar,
    State,
    Step,
    apply,
    own_names,
    revert,
)
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session
from visualizer.session.start.launch import given_environment

PROGRAM_PYTHON = "VISUALIZER_TESTS_PROGRAM_PYTHON"
"""The variable with the value of ``--program-python``: the default interpreter of programs."""
PATIENCE = 300.0
"""Seconds after which a program counts as endless."""


class History:
    """The changes of all steps, and the state at one of them."""

    def __init__(self, deltas: Iterable[Delta]) -> None:
        self.deltas = tuple(deltas)
        self._state = State()
        self._number = 0

    def state(self, number: int) -> State:
        """Return the state at a step; the next call changes it."""
        while self._number < number:
            apply(self._state, self.deltas[self._number])
            self._number += 1
        while self._number > number:
            self._number -= 1
            revert(self._state, self.deltas[self._number])
        return self._state


@dataclass(frozen=True)
class Moment:
    """A step with its state; ``printed`` is the program's output until the next step.

    A part of the state is copied when a test first needs it: where thousands of objects live
    through thousands of steps, most of the copies would go unread.
    """

    step: Step
    printed: str
    complained: str
    _history: History = field(repr=False)

    @cached_property
    def stacks(self) -> dict[int, tuple[Frame, ...]]:
        """The stacks of all threads."""
        return dict(self._state.stacks)

    @cached_property
    def globals(self) -> dict[str, Named]:
        """The global names of each file."""
        return dict(self._state.globals)

    @cached_property
    def heap(self) -> dict[int, HeapObject]:
        """All objects."""
        return dict(self._state.heap)

    @cached_property
    def thread_names(self) -> dict[int, str]:
        """The names of all threads."""
        return dict(self._state.thread_names)

    @cached_property
    def locks(self) -> dict[int, LockUse]:
        """The known uses of locks."""
        return dict(self._state.locks)

    @cached_property
    def codes(self) -> dict[int, Code]:
        """The codes so far."""
        return dict(self._state.codes)

    @property
    def _state(self) -> State:
        return self._history.state(self.step.number)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The stack of the step's own thread."""
        return self.stacks.get(self.step.thread, ())

    @property
    def place(self) -> tuple[str, int]:
        """The event's name and the line."""
        return self.step.event.value, self.step.line

    @cached_property
    def names(self) -> dict[str, int]:
        """The names that the innermost frame's code sees: its locals before the globals."""
        frame = self.frames[-1]
        return dict((*self.globals[frame.file], *own_names(frame)))

    def object(self, name: str) -> HeapObject:
        """Return the object that a name is bound to."""
        return self.heap[self.names[name]]

    def content[C: Content](self, name: str, kind: type[C]) -> C:
        """Return the content of the object of that name, which must be of this kind."""
        found = self.object(name).content
        assert isinstance(found, kind), found
        return found

    def value(self, serial: int) -> str:
        """Return the text of a value."""
        content = self.heap[serial].content
        assert isinstance(content, Scalar), content
        return content.text


@dataclass(frozen=True)
class Run:
    """A program's end and its output."""

    stdout: str
    stderr: str
    exit_code: int | None


@dataclass(frozen=True)
class Recorded(Run):
    """A recorded run."""

    end: End
    moments: tuple[Moment, ...]
    path: Path

    @property
    def plainly(self) -> Run:
        """The facts that a plain run would give."""
        return Run(self.stdout, self.stderr, self.exit_code)

    def at(self, line: int, event: Event = Event.LINE, function: str | None = None) -> Moment:
        """Return the first moment of that event at that line."""
        return self.all_at(line, event, function)[0]

    def all_at(
        self, line: int, event: Event = Event.LINE, function: str | None = None
    ) -> list[Moment]:
        """Return all moments of that event at that line."""
        return [
            moment
            for moment in self.moments
            if moment.place == (event.value, line) and function in (None, moment.step.function)
        ]

    @property
    def last(self) -> Moment:
        """The last step."""
        return self.moments[-1]

    @property
    def places(self) -> list[tuple[str, int]]:
        """The event and line of every step."""
        return [moment.place for moment in self.moments]


def write_program(folder: Path, text: str, name: str = "prog.py") -> Path:
    """Write a program, which may be indented, to a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text).lstrip("\n"), encoding="utf-8", errors="surrogatepass")
    return path


def program_python() -> Path | None:
    """Return the interpreter of the programs; None for the interpreter of the tests."""
    found = os.environ.get(PROGRAM_PYTHON)
    return Path(found) if found else None


@cache
def program_version() -> tuple[int, ...]:
    """Return the version of the programs' interpreter."""
    python = program_python()
    if python is None:
        return sys.version_info[:3]
    text = "import sys; print(*sys.version_info[:3])"
    told = subprocess.run([python, "-c", text], capture_output=True, check=True, text=True)
    return tuple(map(int, told.stdout.split()))


def record(
    program: Path,
    *arguments: str,
    python: Path | None = None,
    expressions: tuple[int, ...] | None = None,
) -> Recorded:
    """Run a program under the recorder, check its recording, and leave that next to the program."""
    path, end = _run(program, arguments, python, expressions)
    with closing(Recording.open(path)) as recording:
        recording.check()
        return _recorded(recording, end, every_step=True)


def record_unread(
    program: Path,
    *arguments: str,
    python: Path | None = None,
    expressions: tuple[int, ...] | None = None,
) -> Recorded:
    """Run under the recorder, read no steps and check nothing: ``moments`` is empty."""
    path, end = _run(program, arguments, python, expressions)
    with closing(Recording.open(path)) as recording:
        return _recorded(recording, end, every_step=False)


def _run(
    program: Path,
    arguments: tuple[str, ...],
    python: Path | None,
    expressions: tuple[int, ...] | None,
) -> tuple[Path, End]:
    path = program.with_suffix(".memtrace")
    options = Options(
        program,
        arguments,
        python=python or program_python(),
        directory=program.parent,
        time_limit=PATIENCE,
        expressions=expressions,
    )
    session = Session(options, Writer(path, program.name))
    session.start()
    session.close_input()
    return path, session.wait()


def _recorded(recording: Recording, end: End, *, every_step: bool) -> Recorded:
    stdout, stderr = recording.output("stdout"), recording.output("stderr")
    moments = tuple(_moments(recording, stdout, stderr)) if every_step else ()
    return Recorded(_text(stdout), _text(stderr), end.exit_code, end, moments, recording.path)


def run_plainly(program: Path, *arguments: str, python: Path | None = None) -> Run:
    """Run a program as a shell would, with its output in files as for a recorded program."""
    outputs = [program.with_suffix(f".plain-{name}") for name in ("stdout", "stderr")]
    with outputs[0].open("ab") as stdout, outputs[1].open("ab") as stderr:
        done = subprocess.run(
            [str(python or program_python() or sys.executable), str(program), *arguments],
            cwd=program.parent,
            env=given_environment(),
            input=b"",
            stdout=stdout,
            stderr=stderr,
            timeout=PATIENCE,
            check=False,
            close_fds=False,
        )
    stdout_text, stderr_text = (_text(path.read_bytes()) for path in outputs)
    for path in outputs:
        path.unlink()
    return Run(stdout_text, stderr_text, done.returncode)


def _moments(recording: Recording, stdout: bytes, stderr: bytes) -> Iterator[Moment]:
    cursor = recording.cursor()
    history = History(cursor.delta(number) for number in range(1, recording.steps + 1))
    steps = [delta.step for delta in history.deltas]
    for step, after in zip_longest(steps, steps[1:]):
        stdout_end, stderr_end = (after.stdout_end, after.stderr_end) if after else (None, None)
        printed = _text(stdout[step.stdout_end : stdout_end])
        yield Moment(step, printed, _text(stderr[step.stderr_end : stderr_end]), history)


def _text(data: bytes) -> str:
    return as_printed(data).decode("utf-8", "backslashreplace")
