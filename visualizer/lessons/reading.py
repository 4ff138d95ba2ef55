"""Reads a lesson from its file: TOML between lines of ``+++``, a program, a text for each language.

    +++
    subject = "names"
    …
    +++
    ```python
    x = [1, 2]
    ```
    <!-- en -->
    Markdown
    <!-- ko -->
     Markdown

In the Markdown, ``[words](#mark)`` leads to the step of a mark, and ``[words](#mark..mark)`` shows
two steps beside each other.

`resources/lessons/schema.json` validates the front matter. This module checks what a schema cannot:
that a mark is a line of the program, and that each text has a place for each question.
"""

import ast
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema

from visualizer.explain.questions.kinds import Kind
from visualizer.lessons.facts import facts_in
from visualizer.lessons.lesson import (
    LANGUAGES,
    PLACEHOLDER,
    Lesson,
    LessonFault,
    LessonQuestion,
    Mark,
    Task,
)
from visualizer.model import check_regular
from visualizer.resources import resource

MAX_BYTES = 1_000_000
"""The maximum size of a lesson in bytes."""
_LESSON = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n+```python\n(.*?)\n?```\n(.*)\Z", re.DOTALL)
_LANGUAGE = re.compile(r"^<!-- *([a-z]+) *-->[ \t]*$", re.MULTILINE)
LINK = re.compile(r"\]\(#([^)\s]+)\)")
"""A link from a text to a mark, or to two that are compared: ``#before..after``."""
BETWEEN = ".."
"""The text between two marks to compare."""
_NAME_COUNTS = {Kind.COUNT: 1, Kind.VALUE: 1, Kind.REFERS: 1, Kind.SAME: 2}


def read_lesson(path: Path) -> Lesson:
    """Return the lesson in a file; raises ``LessonFault``."""
    check_regular(path, LessonFault)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LessonFault("{file}: is too large for a lesson", file=path)
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        raise LessonFault(
            "{file}: cannot be read: {reason}; choose another file", file=path, reason=reason
        ) from error
    except UnicodeDecodeError as error:
        raise LessonFault("{file}: is not UTF-8 text; save it as UTF-8", file=path) from error
    return parse_lesson(text, path)


def parse_lesson(text: str, path: Path) -> Lesson:
    """Return the lesson in ``text``; ``path`` names it in errors. Raises ``LessonFault``."""
    parts = _LESSON.match(text.replace("\r\n", "\n"))
    if parts is None:
        raise LessonFault(
            "{file}: a lesson begins with +++, its front matter, +++ and a block ```python",
            file=path,
        )
    front, program, rest = parts.groups()
    try:
        entry = tomllib.loads(front)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise LessonFault("{file}: its front matter: {why}", file=path, why=error) from error
    try:
        _schema()(entry)
    except fastjsonschema.JsonSchemaValueException as error:
        why = error.message.removeprefix("data.").removeprefix("data ")
        raise LessonFault("{file}: its front matter: {why}", file=path, why=why) from error
    program = f"{program.rstrip()}\n"
    lesson = Lesson(
        key=path.stem,
        subject=entry["subject"],
        level=entry["level"],
        order=entry.get("order", 0),
        title=entry["title"],
        about=entry["about"],
        program=program,
        texts=_texts(rest, path),
        marks={name: mark_in(program, name, one, path) for name, one in entry["marks"].items()},
        questions=tuple(_question(one) for one in entry["questions"]),
        tasks=tuple(
            Task(one["key"], one["ask"], tuple(one["check"]), one.get("solution", ""))
            for one in entry.get("tasks", ())
        ),
        lab=entry.get("lab", ""),
        published=tuple(entry.get("published", ())),
        path=path,
        expressions=entry.get("expressions", False),
    )
    for fault in _faults(lesson, path):
        raise fault
    return lesson


@cache
def _schema() -> Callable[[Any], Any]:
    text = resource("lessons/schema.json").read_text(encoding="utf-8")
    compiled: Callable[[Any], Any] = fastjsonschema.compile(json.loads(text), use_formats=False)
    return compiled


def _texts(rest: str, path: Path) -> dict[str, str]:
    pieces = _LANGUAGE.split(rest)[1:]
    texts = dict(zip(pieces[::2], map(str.strip, pieces[1::2]), strict=True))
    for language in LANGUAGES:
        if not texts.get(language):
            raise LessonFault(
                "{file}: there is no text after a line <!-- {language} -->",
                file=path,
                language=language,
            )
    return {language: texts[language] for language in LANGUAGES}


def mark_in(program: str, name: str, entry: Mapping[str, Any], path: Path) -> Mark:
    """Return the mark that a table describes; ``path`` is the file for errors.

    Raises ``LessonFault``.
    """
    if "end" in entry:
        return Mark(0)
    lines = [line.strip() for line in program.splitlines()]
    line = entry.get("line", 0)
    if isinstance(line, str):
        at = [number for number, text in enumerate(lines, 1) if text == line.strip()]
        if len(at) != 1:
            raise LessonFault(
                "{file}: mark {name}: {n} lines of the program are: {line}; give its number",
                file=path,
                name=name,
                n=len(at),
                line=line,
            )
        line = at[0]
    if not 1 <= line <= len(lines):
        raise LessonFault(
            "{file}: mark {name}: the program has no line {line}", file=path, name=name, line=line
        )
    return Mark(line, entry.get("time", 1))


def _question(entry: Mapping[str, Any]) -> LessonQuestion:
    names = tuple(entry.get("names", ())) or ((entry["name"],) if "name" in entry else ())
    return LessonQuestion(entry["key"], Kind(entry["kind"]), entry["mark"], names)


def _faults(lesson: Lesson, path: Path) -> Iterator[LessonFault]:
    """Yield the faults that a schema cannot find."""
    try:
        ast.parse(lesson.program)
    except (SyntaxError, ValueError, RecursionError) as error:
        yield LessonFault("{file}: its program: {why}", file=path, why=error)
    for question in lesson.questions:
        key, wanted = question.key, _NAME_COUNTS.get(question.kind, 0)
        if question.mark not in lesson.marks:
            yield LessonFault(
                "{file}: question {key}: there is no mark {mark}",
                file=path,
                key=key,
                mark=question.mark,
            )
        if len(question.names) != wanted:
            yield LessonFault(
                "{file}: question {key}: a question of the kind {kind} is about {n} names",
                file=path,
                key=key,
                kind=question.kind,
                n=wanted,
            )
    for language in LANGUAGES:
        yield from _faults_of_text(lesson, language, path)
    first, *others = LANGUAGES
    for language in others:
        if PLACEHOLDER.findall(lesson.texts[language]) != PLACEHOLDER.findall(lesson.texts[first]):
            yield LessonFault(
                "{file}: the text {language} asks in another order than the others",
                file=path,
                language=language,
            )


def _faults_of_text(lesson: Lesson, language: str, path: Path) -> Iterator[LessonFault]:
    """Yield a fault for each question or task not placed exactly once, and each unknown mark."""
    text = lesson.texts[language]
    keys = Counter([("question", one.key) for one in lesson.questions])
    keys += Counter([("task", one.key) for one in lesson.tasks])
    placed = Counter(PLACEHOLDER.findall(text))
    for what, key in sorted(keys.keys() | placed.keys()):
        if placed[what, key] != 1 or keys[what, key] != 1:
            yield LessonFault(
                "{file}: {what} {key} stands {n} times in the text {language}; once is right",
                file=path,
                what=what,
                key=key,
                n=placed[what, key],
                language=language,
            )
    linked = {mark for link in LINK.findall(text) for mark in link.split(BETWEEN)}
    marks = {mark for _, _, mark in facts_in(text)} | linked
    for mark in sorted(marks - lesson.marks.keys() - {""}):
        yield LessonFault(
            "{file}: text {language}: there is no mark {mark}",
            file=path,
            language=language,
            mark=mark,
        )
