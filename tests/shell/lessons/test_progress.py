"""Answers persist from one start to the next."""

import csv
from pathlib import Path

import pytest

from visualizer.shell.lessons.progress import Progress


def test_a_right_answer_stays_right(tmp_path: Path) -> None:
    file = tmp_path / "진도" / "progress.json"
    first = Progress(file)
    first.note("names", "count", right=False)
    first.note("names", "count", right=True)
    first.note("names", "count", right=False)
    later = Progress(file)
    assert later.of("names", "count").times == 3
    assert later.of("names", "count").right
    assert later.right("names") == 1
    assert later.of("names", "other").times == 0


def test_a_table_for_a_teacher(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.json")
    progress.note("names", "count", right=True)
    rows = list(csv.reader(progress.as_csv().splitlines()))
    assert rows == [["lesson", "question", "tries", "right"], ["names", "count", "1", "1"]]
    progress.reset()
    assert list(Progress(tmp_path / "progress.json").rows()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"tried": {"a": {"b": 3}}}', '{"tried": 4}'])
def test_a_file_that_cannot_be_read_is_set_aside(text: str, tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    file.write_text(text, encoding="utf-8")
    progress = Progress(file)
    assert list(progress.rows()) == []
    assert (tmp_path / "progress.json.damaged").read_text(encoding="utf-8") == text
    progress.note("names", "count", right=True)
    assert Progress(file).right("names") == 1


def test_a_lesson_goes_on_if_nothing_can_be_stored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    progress = Progress(tmp_path / "file" / "progress.json")
    progress.note("names", "count", right=True)
    assert progress.right("names") == 1
