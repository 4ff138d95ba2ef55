"""Helpers for questions about a program that a test writes."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.recorder.runs import record_unread, write_program
from visualizer.explain.questions.kinds import Kind, Question, make_question
from visualizer.explain.questions.moment import LineEffect, line_effect_at
from visualizer.model import Event
from visualizer.recording import Recording


@contextmanager
def recording_of(folder: Path, text: str) -> Iterator[Recording]:
    """Record the program."""
    program = write_program(folder, text)
    with closing(Recording.open(record_unread(program).path)) as recording:
        yield recording


def step_at(recording: Recording, code: str, time: int = 1) -> int:
    """Return the step at which a line, given as code, is about to run for the ``time``-th time."""
    cursor, seen = recording.cursor(), 0
    for number in range(1, recording.steps + 1):
        step = cursor.delta(number).step
        lines = recording.sources[step.file].splitlines()
        if step.event is Event.LINE and lines[step.line - 1].strip() == code:
            seen += 1
            if seen == time:
                return number
    raise AssertionError(f"{code} never runs")


def moment(recording: Recording, code: str, time: int = 1) -> LineEffect:
    """Return what a line does, as a moment."""
    found = line_effect_at(recording, step_at(recording, code, time))
    assert found is not None
    return found


def asked(recording: Recording, kind: Kind, code: str, *names: str) -> Question:
    """Return a question about the first run of a line."""
    return make_question(kind, moment(recording, code), names)
