"""The example programs: each is recorded, and reaches the step of its picture."""

from collections import Counter
from pathlib import Path

import pytest

from tests.explain.questions.asking import recording_of
from visualizer.lessons.examples import SUBJECTS, Example, examples
from visualizer.lessons.lesson import LANGUAGES
from visualizer.lessons.marks import steps_of_marks
from visualizer.resources import resource


def test_there_are_thirty_of_all_subjects_and_each_program_is_one() -> None:
    found = examples()
    assert len(found) >= 30
    often = Counter(one.subject for one in found)
    assert tuple(often) == SUBJECTS
    assert min(often.values()) >= 3
    folder = resource("examples")
    assert sorted(one.file for one in found) == sorted(path.name for path in folder.glob("*.py"))


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.file)
def test_it_is_short_and_reaches_the_step_of_its_picture(example: Example, tmp_path: Path) -> None:
    assert len(example.program.splitlines()) <= 32
    assert all(example.title[one] and example.about[one] for one in LANGUAGES)
    with recording_of(tmp_path, example.program) as recording:
        assert recording.end is not None
        assert recording.end.exit_code == 0
        assert recording.steps <= 150
        shown = steps_of_marks({"shows": example.shows}, recording)["shows"]
        assert len(recording.cursor().seek(shown).heap) > 1
