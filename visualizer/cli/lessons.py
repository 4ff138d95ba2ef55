"""The verb ``lessons``: the built-in lessons, with answers from a recording of each."""

import argparse
import json
import tempfile
from contextlib import closing
from itertools import groupby
from pathlib import Path

from visualizer.cli.language import translated
from visualizer.cli.standard_output import put
from visualizer.explain.questions.kinds import answer_as_json
from visualizer.lessons.lesson import Lesson
from visualizer.lessons.marks import questions_of_lesson
from visualizer.lessons.shelf import built_in_lessons
from visualizer.recording import Recording
from visualizer.session.options import Options
from visualizer.session.record import record_program
from visualizer.words import translate_key, written_table

_LONGEST = 30.0
"""Seconds that the program of a lesson may take."""


def lessons(found: argparse.Namespace) -> int:
    """List the titles by subject, or all data of each lesson as JSON."""
    put(_json() if found.json else _text(built_in_lessons(), found.language))
    return 0


def _text(all_: tuple[Lesson, ...], language: str) -> str:
    words = written_table(language)
    lines: list[str] = []
    for subject, group in groupby(all_, key=lambda one: one.subject):
        lines.append(translate_key(f"lessons.{subject}", {}, words))
        lines += [f"  {one.title[language]}  ({one.key})" for one in group]
    return "\n".join(lines) + "\n" if lines else translated("there are no lessons") + "\n"


def _json() -> str:
    with tempfile.TemporaryDirectory() as folder:
        lessons = [_as_json(lesson, Path(folder)) for lesson in built_in_lessons()]
    return json.dumps(lessons, ensure_ascii=False) + "\n"


def _as_json(lesson: Lesson, folder: Path) -> dict[str, object]:
    program, out = folder / f"{lesson.key}.py", folder / f"{lesson.key}.memtrace"
    program.write_text(lesson.program, encoding="utf-8")
    record_program(Options(program, time_limit=_LONGEST), out, tee=False, quiet=True)
    with closing(Recording.open(out)) as recording:
        questions = questions_of_lesson(lesson, recording, lesson.key)
        return {
            "key": lesson.key,
            "title": dict(lesson.title),
            "subject": lesson.subject,
            "program": lesson.program,
            "level": lesson.level,
            "steps": recording.steps,
            "questions": [
                {"kind": str(one.kind), "step": one.step, "answer": answer_as_json(one)}
                for one in questions.values()
            ],
        }
