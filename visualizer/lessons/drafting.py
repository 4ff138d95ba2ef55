"""Drafts a lesson from a recorded program; the draft is already a valid lesson."""

import json
from collections.abc import Sequence

from visualizer.explain.questions.choosing import Difficulty, questions_of
from visualizer.explain.questions.kinds import Kind, Question
from visualizer.explain.sentence import sentence
from visualizer.lessons.lesson import LANGUAGES, Mark
from visualizer.lessons.marks import line_runs, main_file
from visualizer.model.delta import ReadableRecording
from visualizer.words import translate, written_table

MAX_QUESTIONS = 3
"""The maximum number of questions in a draft."""


def draft(program: str, run: ReadableRecording, title: str) -> str:
    """Return the text of a lesson with questions about the recording, for a person to complete."""
    questions = [
        one
        for one in questions_of(run, Difficulty.COUNTS, MAX_QUESTIONS * 2)
        if one.effect.before.frame.file == main_file(run)
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
            f"{key} = {{ line = {mark.line}, time = {mark.time} }}"
            for key, mark in zip(keys, marks, strict=True)
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
        begin = sentence("lesson.draft", mark=keys[0] if keys else "end")
        lines.append(translate(begin, written_table(language)))
        for key in keys:
            lines += ["", f"{{{{question {key}}}}}"]
    return "\n".join(lines) + "\n"


def _names(question: Question) -> list[str]:
    if question.kind is Kind.SAME:
        return [f"names = {json.dumps(list(question.names), ensure_ascii=False)}"]
    return [f"name = {json.dumps(name, ensure_ascii=False)}" for name in question.names]


def _marks(run: ReadableRecording, questions: Sequence[Question]) -> list[Mark]:
    """Return the run of a line that each question is about."""
    found = dict(line_runs(run, max((one.step for one in questions), default=0)))
    return [found[one.step] for one in questions]
