"""Finds a lesson's marks and answers in a recording of its program."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress

from visualizer.explain.questions.kinds import Question, make_question
from visualizer.explain.questions.moment import line_effect_at
from visualizer.explain.recorded_values import Undecidable
from visualizer.explain.sentence import sentence
from visualizer.lessons.lesson import Lesson, LessonFault, LessonQuestion, Mark
from visualizer.model import Event
from visualizer.model.delta import ReadableRecording
from visualizer.words import translate, written_table


def steps_of_marks(marks: Mapping[str, Mark], run: ReadableRecording) -> dict[str, int]:
    """Return the step of each mark that the recording reaches."""
    names: dict[Mark, list[str]] = {}
    for name, one in marks.items():
        names.setdefault(one, []).append(name)
    found: dict[str, int] = {}
    for number, at in line_runs(run, run.steps):
        found |= dict.fromkeys(names.get(at, ()), number)
    for name, one in marks.items():
        if one.line == 0 and run.steps:
            found[name] = run.steps
    return found


def line_runs(run: ReadableRecording, last: int) -> Iterator[tuple[int, Mark]]:
    """Yield the steps up to ``last`` at lines of the program's own file, and which run each is."""
    seen: Counter[int] = Counter()
    cursor, main = run.cursor(), main_file(run) if last else ""
    for number in range(1, last + 1):
        step = cursor.delta(number).step
        if step.event is Event.LINE and step.file == main:
            seen[step.line] += 1
            yield number, Mark(step.line, seen[step.line])


def main_file(run: ReadableRecording) -> str:
    """Return the program's own file: that of the first step."""
    return run.cursor().delta(1).step.file


def questions_of_lesson(
    lesson: Lesson, run: ReadableRecording, path: object
) -> dict[str, Question]:
    """Return the lesson's questions with their answers, by key; ``path`` names it in errors.

    Raises ``LessonFault`` for a question that the recording does not answer.
    """
    steps = steps_of_marks(lesson.marks, run)
    found: dict[str, Question] = {}
    for one in lesson.questions:
        try:
            found[one.key] = question_of(one, run, steps)
        except Undecidable as error:
            why = translate(error.message, written_table("en"))
            raise LessonFault(
                "{file}: question {key}: {why}", file=path, key=one.key, why=why
            ) from error
    return found


def answered_questions(
    lesson: Lesson, run: ReadableRecording, steps: Mapping[str, int]
) -> dict[str, Question]:
    """Return, by key, the lesson's questions that the recording answers; the others are left out.

    A test ensures that our own lessons have none of those; a user's lesson may.
    """
    found: dict[str, Question] = {}
    for one in lesson.questions:
        with suppress(Undecidable):
            found[one.key] = question_of(one, run, steps)
    return found


def question_of(
    question: LessonQuestion, run: ReadableRecording, steps: Mapping[str, int]
) -> Question:
    """Return a lesson's question with its answer.

    Raises ``Undecidable`` if the recording does not reach the mark or does not answer the question.
    """
    effect = line_effect_at(run, steps[question.mark]) if question.mark in steps else None
    if effect is None:
        raise Undecidable(sentence("question.no_line", mark=question.mark))
    return make_question(question.kind, effect, question.names)
