"""Ordinary programs with many objects: every step fits, and shows its changes."""

from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest

from tests.gallery.films import Films
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.recording import Recording

PROGRAMS = sorted((Path(__file__).parents[2] / "programs" / "folding").glob("*.py"))
STEPS, MORE = 120, 600
"""The number of checked steps of each program, in the short run and in the long run."""
_NTH = 8
"""At every such step the test checks all pairs of boxes."""
NARROWER = 0.7
"""The letters of ``FixedMeasure`` are wider than those of the window."""


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_every_step_fits_and_shows_its_subject(
    program: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    most = MORE if request.config.getoption("--full") else STEPS
    with closing(Recording.open(Films(tmp_path).path(program))) as recording:
        last = min(recording.steps, most)
        sheets = Sheets(walk_of(recording, 1, last), recording.sources, FixedMeasure())
        cursor = recording.cursor()
        for number in range(1, last + 1):
            delta = cursor.delta(number)
            sheet = sheets.sheet(cursor.seek(number), delta)
            assert sheet.bounds.right <= 721 / NARROWER
            assert sheet.bounds.bottom <= 571 / NARROWER
            rects = {box.key: box.rect for box in sheet.boxes}
            assert all(sheet.view.united(rects[key]) == sheet.view for key in sheet.must_see)
            pairs = combinations(rects.values(), 2) if number % _NTH == 0 else ()
            assert not any(one.overlaps(other) for one, other in pairs)
