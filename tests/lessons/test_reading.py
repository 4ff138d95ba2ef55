"""A lesson's file: its content, and the faults of an invalid one."""

from pathlib import Path

import pytest

from tests.lessons.made import LESSON, write_lesson
from visualizer.explain.questions.kinds import Kind
from visualizer.lessons.lesson import LessonFault, Mark
from visualizer.lessons.reading import MAX_BYTES, read_lesson
from visualizer.lessons.shelf import own_lessons


def test_a_lesson_has_the_contents_of_its_file(tmp_path: Path) -> None:
    lesson = read_lesson(write_lesson(tmp_path))
    assert lesson.key == "two_names"
    assert lesson.title["ko"] == "이름 둘, 리스트 하나"
    assert lesson.program.startswith("a = [1, 2]\n")
    assert lesson.marks == {"alias": Mark(2), "grow": Mark(4, 2), "finish": Mark(0)}
    assert [(one.kind, one.names) for one in lesson.questions] == [
        (Kind.COUNT, ("a",)),
        (Kind.SAME, ("a", "b")),
    ]
    assert lesson.texts["en"].startswith("[Before]")
    assert lesson.tasks[0].checks[0]["is"] == 3


def test_line_ends_of_windows_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "수업 1.md"
    path.write_bytes(b"\xef\xbb\xbf" + LESSON.replace("\n", "\r\n").encode())
    assert read_lesson(path).marks["alias"] == Mark(2)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("+++\nsubject", "subject", "a lesson begins with +++"),
        ("level = 1", "level = 7", "level must be one of [1, 2, 3]"),
        ("level = 1", "level 1", "its front matter"),
        ("level = 1", "levle = 1", "level"),
        ('en = "Two names, one list", ', "", "title"),
        ('kind = "count"', 'kind = "guess"', "questions[0].kind must be one of"),
        ('mark = "alias"\nname', 'mark = "none"\nname', "question count: there is no mark none"),
        ('names = ["a", "b"]', 'name = "a"', "question same: a question of the kind same is"),
        ('line = "b = a"', 'line = "c = a"', "mark alias: 0 lines of the program are: c = a"),
        ('line = "b = a"', "line = 70", "mark alias: the program has no line 70"),
        ("b = a\nfor", "b = = a\nb = a\nfor", "its program: "),
        ("<!-- ko -->", "<!-- fr -->", "no text after a line <!-- ko -->"),
        ("{{task three}}\n<!-- ko", "<!-- ko", "once is right"),
        ("](#alias) the", "](#nowhere) the", "text en: there is no mark nowhere"),
        ("](#alias) the", "](#alias..gone) the", "text en: there is no mark gone"),
        ("a @ alias}}, of", "a @ gone}}, of", "text en: there is no mark gone"),
        ("is = 3", 'is = "3"', "check"),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_with_its_place(
    old: str, new: str, fault: str, tmp_path: Path
) -> None:
    assert old in LESSON
    path = write_lesson(tmp_path, LESSON.replace(old, new, 1))
    with pytest.raises(LessonFault) as caught:
        read_lesson(path)
    assert fault in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_text_or_not_there_or_endless(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LessonFault, match="is not UTF-8"):
        read_lesson(path)
    with pytest.raises(LessonFault, match="cannot be read"):
        read_lesson(tmp_path / "none.md")
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(LessonFault, match="too large"):
        read_lesson(path)


def test_ones_own_lessons_are_listed_with_the_mistakes_of_the_others(tmp_path: Path) -> None:
    write_lesson(tmp_path)
    write_lesson(tmp_path, "nothing", "broken.md")
    found, faults = own_lessons(tmp_path)
    assert [one.key for one in found] == ["two_names"]
    assert len(faults) == 1
    assert own_lessons(tmp_path / "none") == ((), ())
