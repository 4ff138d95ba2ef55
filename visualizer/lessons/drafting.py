"""Drafts a lesson from a recorded program; the draft is already a valid lesson."""

import json
from collections import Counter
from collections.abc import Sequence

from visualizer.explain.questions.choosing import Difficulty, questions_of
from visualizer.explain.questions.kinds import Kind, Question
from visualizer.explain.questions.moment import ReadableRecording
from visualizer.lessons.lesson import LANGUAGES
from visualizer.model import Event

MAX_QUESTIONS = 3
"""The maximum number of questions in a draft."""


def draft(program: str, run: ReadableRecording, title: str) -> str:
    """Return the text of a lesson with questions about the recording, for a person to complete."""
    questions = [
        one
        for one in questions_of(run, Difficulty.COUNTS, MAX_QUESTIONS * 2)
        if one.effect.before.frame.file == _main_file(run)
    ][:MAX_QUESTIONS]
    keys = [f"question_{number}" for number in range(1, len(questions) + 1)]
    marks = _marks(run, questions)
    quoted = json.dumps(title, ensure_ascii=False)
    lines = [
        *("+++", 'subject = "own"', "level = 1"),
        *(
            f"title = {{ en = {quoted}, ko = {quoted} }}",
            f"about = {{ en = {quoted}, ko = {quoted} }}",
        ),
        *("", "[marks]"),
        *(
            f"{key} = {{ line = {line}, time = {time} }}"
            for key, (line, time) in zip(keys, marks, strict=True)
        ),
        "end = { end = true }",
    ]
    if not questions:
        # TOML requires the key before any table.
        lines.insert(lines.index("[marks]"), "questions = []")
    for key, question in zip(keys, questions, strict=True):
        lines += ["", "[[questions]]", f'key = "{key}"', f'kind = "{question.kind}"']
        lines += [f'mark = "{key}"', *_names(question)]
    lines += ["+++", "```python", program.rstrip("\n"), "```"]
    for language in LANGUAGES:
        lines.append(f"<!-- {language} -->")
        lines.append(f"[…](#{keys[0] if keys else 'end'})")
        for key in keys:
            lines += ["", f"{{{{question {key}}}}}"]
    return "\n".join(lines) + "\n"


def _names(question: Question) -> list[str]:
    if question.kind is Kind.SAME:
        return [f"names = {json.dumps(list(question.names), ensure_ascii=False)}"]
    return [f"name = {json.dumps(name, ensure_ascii=False)}" for name in question.names]


def _marks(run: ReadableRecording, questions: Sequence[Question]) -> list[tuple[int, int]]:
    """Return the line of each question, and the how-manieth execution of that line it is about."""
    last = max((one.step for one in questions), default=0)
    seen: Counter[int] = Counter()
    found: dict[int, tuple[int, int]] = {}
    cursor, main = run.cursor(), _main_file(run)
    for number in range(1, last + 1):
        step = cursor.delta(number).step
        if step.event is Event.LINE and step.file == main:
            seen[step.line] += 1
            found[number] = step.line, seen[step.line]
    return [found[one.step] for one in questions]


def _main_file(run: ReadableRecording) -> str:
    return run.cursor().delta(1).step.file
