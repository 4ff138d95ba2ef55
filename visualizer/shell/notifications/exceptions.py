"""Reads the message of a recorded exception, and the step that raised it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visualizer.explain.exceptions import exception_text
from visualizer.explain.naming import printed_text
from visualizer.model import Event, ExceptionBody, Scalar, Sequence, State
from visualizer.shell.source.line_marks import LineNote

if TYPE_CHECKING:
    from visualizer.recording import Recording


_LONGEST_PATH = 20_000


def note_of(state: State) -> LineNote | None:
    """Return the row below the line of an exception, with its type and message."""
    step = state.step
    if step is None or step.exception is None:
        return None
    thing = state.heap.get(step.exception)
    if thing is None:
        return None
    at = state.frames[-1] if step.event is Event.UNCAUGHT and state.frames else step
    return LineNote(at.file, at.line, thing.type, message_of(state, step.exception))


def argument_count(state: State, serial: int) -> int:
    """Return the number of arguments of an exception."""
    return len(_arguments(state, serial))


def message_of(state: State, serial: int) -> str:
    """Return the text that ``str`` makes of an exception, without running its code."""
    thing, items = state.heap.get(serial), _arguments(state, serial)
    if thing is None:
        return ""
    if items and (text := exception_text(thing, state.heap)) is not None:
        return text
    texts = []
    for item in items:
        argument = state.heap.get(item)
        if argument is None or not isinstance(argument.content, Scalar):
            return ""
        text = argument.content.text
        # KeyError and several arguments show a repr; a single text shows itself.
        plain = argument.type == "str" and len(items) == 1
        texts.append(printed_text(text) if plain and thing.type != "KeyError" else text)
    return f"({', '.join(texts)})" if len(texts) > 1 else "".join(texts)


def _arguments(state: State, serial: int) -> tuple[int, ...]:
    thing = state.heap.get(serial)
    if thing is None or not isinstance(thing.content, ExceptionBody):
        return ()
    args = state.heap.get(thing.content.args or 0)
    return args.content.items if args and isinstance(args.content, Sequence) else ()


def step_that_raised(recording: Recording) -> int | None:
    """Return the step that raised the exception that ended the program."""
    ends = recording.steps_with(Event.UNCAUGHT)
    if not ends:
        return None
    cursor = recording.cursor()
    wanted = cursor.delta(ends[-1]).step.exception
    raised = None
    for number in reversed(recording.steps_with(Event.EXCEPTION)[-_LONGEST_PATH:]):
        if cursor.delta(number).step.exception != wanted:
            break
        raised = number
    return raised
