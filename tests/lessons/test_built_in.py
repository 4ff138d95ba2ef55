"""The built-in lessons: each is recorded, and its claims agree with the recording."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.explain.questions.asking import recording_of
from visualizer.explain.questions.giving_away import is_given_away
from visualizer.explain.questions.judging import judge
from visualizer.explain.questions.kinds import NEW, Answer, Kind, Question, Sameness, Way
from visualizer.lessons.facts import FACT, UNKNOWN, fill
from visualizer.lessons.lesson import LANGUAGES, Lesson
from visualizer.lessons.marks import questions_of_lesson, steps_of_marks
from visualizer.lessons.shelf import built_in_lessons
from visualizer.lessons.tasks import judge_task
from visualizer.recording import Recording
from visualizer.words import translate, written_table

TABLES = [written_table(language) for language in LANGUAGES]
LESSONS = {lesson.key: lesson for lesson in built_in_lessons()}
SHOWN_AS_IT_IS = re.compile(r"`[^`]*`|\{\{[^}]*\}\}|\]\(#[^)]*\)")
"""Code, gaps and links: the rest of a text is prose."""


@pytest.fixture(scope="module", params=LESSONS)
def lesson(request: pytest.FixtureRequest) -> Lesson:
    """Each lesson in turn."""
    return LESSONS[request.param]


@pytest.fixture(scope="module")
def recording(lesson: Lesson, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recording]:
    """A recording of the lesson's program, which its tests only read."""
    with recording_of(tmp_path_factory.mktemp(lesson.key), lesson.program) as found:
        yield found


def output_before(question: Question, recording: Recording) -> str:
    """Return the output before the question's line."""
    step = question.effect.before.state.step
    assert step is not None
    return recording.output("stdout", 0, step.stdout_end).decode()


def test_there_are_some_and_no_two_stand_at_one_place() -> None:
    orders = [lesson.order for lesson in LESSONS.values()]
    assert len(orders) >= 22
    assert len(set(orders)) == len(orders)


def test_its_program_has_no_words_of_one_language(lesson: Lesson) -> None:
    assert "#" not in lesson.program
    assert '"""' not in lesson.program


def test_its_questions_are_answered_by_the_recording_and_not_by_the_picture(
    lesson: Lesson, recording: Recording
) -> None:
    questions = questions_of_lesson(lesson, recording, lesson.key)
    assert len(questions) >= 3
    assert len({one.kind for one in questions.values()}) >= 2
    assert 5 <= recording.steps <= 200
    for key, question in questions.items():
        assert not is_given_away(question, output_before(question, recording)), key
        assert judge(question, question.answer).is_right


def test_wrong_answers_are_wrong_and_get_the_condition_for_being_right(
    lesson: Lesson, recording: Recording
) -> None:
    for key, question in questions_of_lesson(lesson, recording, lesson.key).items():
        if question.kind in (Kind.REFERS, Kind.DRAW):
            assert {*question.choices, NEW} - {question.answer}, f"{key}: one thing to choose"
        for given in wrong_answers(question):
            verdict = judge(question, given)
            assert not verdict.is_right, key
            right = judge(question, question.answer)
            for table in TABLES:
                told = [translate(one, table) for one in verdict.explanations]
                assert len(told) > len(right.explanations), key


def wrong_answers(question: Question) -> Iterator[Answer]:
    """Yield some of the wrong answers that a student may give."""
    answer = question.answer
    match question.kind:
        case Kind.COUNT:
            assert isinstance(answer, int)
            yield from (answer + 1, max(0, answer - 1))
        case Kind.VALUE | Kind.PRINTED:
            yield from (f"{answer}1", "?")
        case Kind.REFERS:
            yield from (one for one in (*question.choices, NEW) if one != answer)
        case Kind.SAME:
            yield from (one for one in Sameness if one != answer)
        case Kind.NEXT:
            yield from (one for one in Way if one != answer)
        case Kind.DIES:
            assert isinstance(answer, frozenset)
            yield answer ^ frozenset(question.choices[:1])
        case Kind.DRAW:
            assert isinstance(answer, tuple)
            others = [one for one in (*question.choices, NEW) if one != answer[0][1]]
            yield ((answer[0][0], others[0]), *answer[1:])


def test_every_number_in_its_text_is_the_recordings(lesson: Lesson, recording: Recording) -> None:
    steps = steps_of_marks(lesson.marks, recording)
    assert steps.keys() == lesson.marks.keys()
    for language, text in lesson.texts.items():
        prose = SHOWN_AS_IT_IS.sub("", text)
        for figure in lesson.published:
            prose = prose.replace(figure, "")
        assert not re.findall(r".*\d.*", prose), language
        filled = [fill(found[0], recording, steps) for found in FACT.finditer(text)]
        assert UNKNOWN not in filled, language


def test_its_tasks_are_not_done_yet_and_can_be(
    lesson: Lesson, recording: Recording, tmp_path: Path
) -> None:
    for task in lesson.tasks:
        assert not all(good for _, good in judge_task(task, recording)), task.key
        folder = tmp_path / task.key
        with recording_of(folder, task.solution) as solved:
            judged = judge_task(task, solved)
            assert all(good for _, good in judged), (task.key, judged)
