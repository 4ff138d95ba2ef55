"""A lesson and a recording of its program: marks, facts, answers, tasks."""

from pathlib import Path

import pytest

from tests.explain.questions.asking import recording_of
from tests.lessons.made import LESSON, write_lesson
from visualizer.lessons.facts import fill
from visualizer.lessons.lesson import Check, Lesson, LessonFault, Task
from visualizer.lessons.marks import questions_of_lesson, steps_of_marks
from visualizer.lessons.reading import read_lesson
from visualizer.lessons.tasks import judge_task

SOLVED = "a = [1]\nb = a\nc = a\n"


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """The lesson of these tests."""
    return read_lesson(write_lesson(tmp_path))


def test_a_mark_is_a_step_and_facts_are_filled_from_there(lesson: Lesson, tmp_path: Path) -> None:
    with recording_of(tmp_path, lesson.program) as recording:
        steps = steps_of_marks(lesson.marks, recording)
        assert steps == {"alias": 2, "grow": 6, "finish": recording.steps}
        text = fill(lesson.texts["en"], recording, steps)
        assert f"the count is 1, of {recording.steps} steps" in text
        facts = "{{value a @ grow}} {{type a @ grow}} {{size a @ grow}} {{count n @ grow}}"
        value, type_, size, count = fill(facts, recording, steps).rsplit(" ", 3)
        assert (value, type_, count) == ("`[1, 2, 0]`", "`list`", "?")
        assert int(size) > 50


def test_the_answers_come_from_the_recording(lesson: Lesson, tmp_path: Path) -> None:
    with recording_of(tmp_path, lesson.program) as recording:
        found = questions_of_lesson(lesson, recording, lesson.key)
        assert {key: one.answer for key, one in found.items()} == {"count": 2, "same": "same"}


def test_a_changed_program_may_lack_marks(lesson: Lesson, tmp_path: Path) -> None:
    with recording_of(tmp_path, "a = 1\n") as recording:
        assert steps_of_marks(lesson.marks, recording) == {"finish": recording.steps}
        with pytest.raises(LessonFault, match="never reaches the mark alias"):
            questions_of_lesson(lesson, recording, lesson.key)


def test_a_task_is_judged_by_the_actions_of_the_program(lesson: Lesson, tmp_path: Path) -> None:
    with recording_of(tmp_path, lesson.program) as recording:
        assert [good for _, good in judge_task(lesson.tasks[0], recording)] == [False, True]
    with recording_of(tmp_path, SOLVED) as recording:
        assert all(good for _, good in judge_task(lesson.tasks[0], recording))


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        ({"count": "a", "is": 2}, "a = []\nb = a\n", "a = []\nb = []\n"),
        ({"type": "list", "most": 1}, "a = []\n", "a = []\nb = []\n"),
        ({"type": "list", "least": 2}, "a = []\nb = []\n", "a = []\n"),
        ({"same": ["a", "b"], "is": True}, "a = []\nb = a\n", "a = []\nb = []\n"),
        ({"same": ["a", "b"], "is": False}, "a = []\nb = []\n", "a = []\n"),
        ({"dies": "list"}, "a = []\na = None\n", "a = []\n"),
        ({"printed": "hi"}, "print('hi')\n", "print('ho')\n"),
        ({"raises": "KeyError"}, "{}[1]\n", "{}.get(1)\n"),
        ({"finishes": True}, "a = 1\n", "1 / 0\n"),
    ],
)
def test_each_check_holds_of_one_program_and_not_of_another(
    check: Check, good: str, bad: str, tmp_path: Path
) -> None:
    task = Task("one", {}, (check,))
    for program, holds in ((good, True), (bad, False)):
        with recording_of(tmp_path, program) as recording:
            ((said, found),) = judge_task(task, recording)
            assert found is holds
            assert said.key.startswith("task.")


def test_a_lesson_may_use_every_kind_of_question(tmp_path: Path) -> None:
    text = LESSON.replace('kind = "same"', 'kind = "dies"').replace('names = ["a", "b"]\n', "")
    lesson = read_lesson(write_lesson(tmp_path, text))
    with recording_of(tmp_path, lesson.program) as recording:
        assert questions_of_lesson(lesson, recording, lesson.key)["same"].answer == frozenset()
