"""Run a program under the recorder and plainly, and read the results."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from textwrap import dedent

from tests.systems import as_printed
from visualizer.model import (
    Code,
    Content,
    End,
    Event,
    Frame,
    HeapObject,
    LockUse,
    Named,
    Scalar,
    State,
    Step,
    own_names,
)
from visualizer.recording import Recording, Writer
from visualizer.session import Options, Session
from visualizer.session.start.launch import given_environment

PROGRAM_PYTHON = "VISUALIZER_TESTS_PROGRAM_PYTHON"
"""The variable with the value of ``--program-python``: the default interpreter of programs."""
PATIENCE = 300.0
"""Seconds after which a program counts as endless."""


@dataclass(frozen=True)
class Moment:
    """A step with its state; ``printed`` is the program's output until the next step."""

    step: Step
    stacks: dict[int, tuple[Frame, ...]]
    globals: dict[str, Named]
    heap: dict[int, HeapObject]
    thread_names: dict[int, str]
    printed: str
    complained: str
    locks: dict[int, LockUse]
    codes: dict[int, Code]

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
    run = record_unread(program, *arguments, python=python, expressions=expressions)
    with closing(Recording.open(run.path)) as recording:
        recording.check()
        stdout, stderr = recording.output("stdout"), recording.output("stderr")
        moments = tuple(_moments(recording, stdout, stderr))
    return replace(run, moments=moments)


def record_unread(
    program: Path,
    *arguments: str,
    python: Path | None = None,
    expressions: tuple[int, ...] | None = None,
) -> Recorded:
    """Run under the recorder, read no steps and check nothing: ``moments`` is empty."""
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
    end = session.wait()
    with closing(Recording.open(path)) as recording:
        stdout, stderr = recording.output("stdout"), recording.output("stderr")
    return Recorded(_text(stdout), _text(stderr), end.exit_code, end, (), path)


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
    before: Moment | None = None
    for number in range(1, recording.steps + 1):
        state = cursor.seek(number)
        if before is not None:
            yield _with_output(before, state, stdout, stderr)
        before = _moment(state)
    if before is not None:
        yield _with_output(before, None, stdout, stderr)


def _moment(state: State) -> Moment:
    assert state.step is not None
    return Moment(
        state.step,
        dict(state.stacks),
        dict(state.globals),
        dict(state.heap),
        dict(state.thread_names),
        "",
        "",
        state.locks,
        dict(state.codes),
    )


def _with_output(before: Moment, after: State | None, stdout: bytes, stderr: bytes) -> Moment:
    end = after.step if after is not None else None
    return Moment(
        before.step,
        before.stacks,
        before.globals,
        before.heap,
        before.thread_names,
        _text(stdout[before.step.stdout_end : end.stdout_end if end else None]),
        _text(stderr[before.step.stderr_end : end.stderr_end if end else None]),
        before.locks,
        before.codes,
    )


def _text(data: bytes) -> str:
    return as_printed(data).decode("utf-8", "backslashreplace")
