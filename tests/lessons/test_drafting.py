"""A lesson drafted from a recording."""

from pathlib import Path

import pytest

from tests.explain.questions.asking import recording_of
from visualizer.lessons.drafting import draft
from visualizer.lessons.reading import read_lesson


@pytest.mark.parametrize(
    ("program", "mark"), [("a = [1]\nb = a\n", "question_1"), ("pass\n", "end")]
)
def test_its_text_explains_the_format_and_shows_a_link(
    program: str, mark: str, tmp_path: Path
) -> None:
    with recording_of(tmp_path, program) as recording:
        text = draft(program, recording, "own")
    path = tmp_path / "own.md"
    path.write_text(text, encoding="utf-8")
    texts = read_lesson(path).texts
    assert texts["en"].startswith("Write your explanation here.")
    assert texts["ko"].startswith("여기에 설명을 쓰세요.")
    assert all(f"](#{mark})" in one for one in texts.values())
