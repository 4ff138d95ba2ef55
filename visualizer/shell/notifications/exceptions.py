"""Describes exceptions: the message, the step that raised it, and why the program ended."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from visualizer.diagram.words import translate
from visualizer.explain.exceptions import SUGGESTION, exception_text, given_to, without_paths
from visualizer.explain.naming import printed_text
from visualizer.explain.source.inner_code import code_line
from visualizer.explain.source.statements import statements
from visualizer.model import Event, Scalar, State
from visualizer.shell.source.signs import LineNote

if TYPE_CHECKING:
    from visualizer.explain.sentence import Sentence
    from visualizer.recording import Recording
    from visualizer.shell.appearance.words import Words


_LONGEST_PATH = 20_000
_MISSING = re.compile(r": '([^']+)'$")
_NO_MODULE = re.compile(r"No module named '([^'.]+)'")
_VARIABLE = re.compile(r"'(\w+)'")
_FORGOT = re.compile(r"Did you forget to import '([^']+)'\?")
_TRACEBACK = 1 << 16
"""The number of bytes at the end of standard error to search for a traceback's last line."""


def note_of(state: State) -> LineNote | None:
    """Return the row below the line of an exception, with its type and message."""
    step = state.step
    if step is None or step.exception is None:
        return None
    thing = state.heap.get(step.exception)
    if thing is None:
        return None
    at = state.frames[-1] if step.event is Event.UNCAUGHT and state.frames else step
    message = without_paths(message_of(state, step.exception), thing, state.heap)
    return LineNote(at.file, at.line, thing.type, message)


def message_of(state: State, serial: int) -> str:
    """Return the text that ``str`` makes of an exception, without running its code."""
    thing = state.heap.get(serial)
    if thing is None:
        return ""
    items = given_to(thing, state.heap)
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


@dataclass(frozen=True, slots=True)
class Uncaught:
    """``step`` raised it at ``line`` of ``file``, which imports ``imported``, as in ``os.path``.

    ``code`` is the line without its comment, ``hint`` is Python's suggestion, ``cause`` says which
    part of the line is to blame, if that is known.
    """

    step: int
    file: str
    line: int
    code: str
    kind: str
    message: str
    hint: str
    imported: tuple[str, ...]
    cause: Sentence | None = None

    @property
    def name(self) -> str:
        """The first name that the message quotes: the wrong name in the line."""
        found = re.search(r"'(\w+)'", self.message) if self.kind in _OF_NAMES else None
        return found[1] if found else ""


_OF_NAMES = ("NameError", "UnboundLocalError", "ImportError", "ModuleNotFoundError")


def uncaught(recording: Recording) -> Uncaught | None:
    """Return the exception that ended the program of ``recording``, or None."""
    from visualizer.explain.expressions.causes import cause_of_error

    ends = recording.steps_with(Event.UNCAUGHT)
    if not ends:
        return None
    raised = step_that_raised(recording) or ends[-1]
    cursor = recording.cursor()
    delta, before = cursor.delta(raised), cursor.seek(raised - 1)
    cause = cause_of_error(before, delta, recording.sources)
    state = cursor.seek(raised)
    step = state.step
    if step is None or step.exception is None or step.exception not in state.heap:
        return None
    kind = state.heap[step.exception].type
    message = message_of(state, step.exception)
    own_words = len(given_to(state.heap[step.exception], state.heap)) > 1
    at = state.frames[-1] if step.event is Event.UNCAUGHT and state.frames else step
    written = recording.output("stderr", cursor.delta(ends[-1]).step.stderr_end)
    traceback = written[-_TRACEBACK:].decode("utf-8", "replace")
    said, hint = _as_python_prints(kind, message, traceback, own_words=own_words)
    said = without_paths(said, state.heap[step.exception], state.heap)
    text = recording.sources.get(at.file, "")
    code, imported = code_line(text, at.line), tuple(_imported(text, at.line))
    return Uncaught(raised, at.file, at.line, code, kind, said, hint, imported, cause)


def _imported(text: str, line: int) -> Iterator[str]:
    for one in statements(text).get(line, ()):
        match one.node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{name.name}" for name in names)


def _as_python_prints(
    kind: str, message: str, traceback: str, *, own_words: bool
) -> tuple[str, str]:
    """Return the message, and the hint that only the traceback contains.

    With several arguments the message also comes from the traceback: errors of the system or an
    encoding format them, and add a file name. A program may print something else there; then the
    result is the message alone.
    """
    first = message.partition("\n")[0]
    for line in reversed(traceback.splitlines()):
        name, _, said = line.partition(": ")
        if name.rpartition(".")[2] != kind:
            continue
        if own_words and said:
            return said, ""
        if said.startswith(first):
            hint = said[len(first) :].lstrip(". ") if first else ""
            return first or said, hint
    return first, ""


def error_text(error: Uncaught, own: str, words: Words, folder: Path | None, *, apart: bool) -> str:
    """Return the error in a sentence; ``own`` is the program's file, which it need not name.

    ``folder`` is the folder in which the program began, if known. ``apart``: the program is not
    saved yet, so its folder has none of the user's files.
    """
    text = short_error_text(error, own, words)
    if error.message:
        text = words("error.message", error=text, message=error.message)
    hint = _hint(error, words, folder, apart=apart)
    return words("error.hint", error=text, hint=hint) if hint else text


def cause_text(error: Uncaught, words: Words) -> str:
    """Return the sentence about the part of the line that is to blame; empty if none is known."""
    return "" if error.cause is None else translate(error.cause, words.language).replace("`", "")


def short_error_text(error: Uncaught, own: str, words: Words) -> str:
    """Return the kind of the error and its place."""
    key = "error.line" if error.file == own else "error.file_line"
    return words(key, kind=error.kind, line=error.line, file=error.file)


def _hint(error: Uncaught, words: Words, folder: Path | None, *, apart: bool) -> str:
    if error.kind == "EOFError":
        return words("error.more_input")
    variable = _VARIABLE.fullmatch(error.message) if error.kind == "KeyError" else None
    if variable and "environ" in error.code:
        return words("error.variable", name=variable[1])
    if error.kind == "FileNotFoundError" and apart:
        return words("error.unsaved")
    if found := SUGGESTION.fullmatch(error.hint):
        return words("error.meant", name=found[1])
    if found := _FORGOT.fullmatch(error.hint):
        return words("error.forgot", name=found[1])
    return error.hint or ("" if folder is None else _folder_hint(error, words, folder))


def _folder_hint(error: Uncaught, words: Words, folder: Path) -> str:
    """Return where the program looked for a file that is missing, or where a module is."""
    missing = _MISSING.search(error.message) if error.kind == "FileNotFoundError" else None
    if missing and not Path(missing[1]).is_absolute():
        return words("error.looked", folder=str(folder))
    module = _NO_MODULE.match(error.message) if error.kind == "ModuleNotFoundError" else None
    if module and (above := _above(folder, module[1], error.imported)):
        return words("error.module_above", name=module[1], folder=str(above))
    return ""


def _above(folder: Path, module: str, imported: tuple[str, ...]) -> Path | None:
    """Return the nearest folder above ``folder`` that has the module or package, if any.

    Editors that open a whole project put its folder on the path, so its programs import from there.
    A folder of that name counts if it is a package or has a part that is imported: the user's
    folder ``pygame`` is not what ``import pygame`` looks for.
    """
    parts = [one.split(".")[1] for one in imported if one.startswith(f"{module}.")]
    paths = [f"{module}.py", f"{module}/__init__.py"]
    paths += [f"{module}/{part}{ending}" for part in parts for ending in ("", ".py")]
    for parent in folder.absolute().parents:
        if any((parent / path).exists() for path in paths):
            return parent
    return None
