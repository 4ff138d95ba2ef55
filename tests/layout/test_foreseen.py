"""Where all steps are known nothing comes as a surprise: what would, would move what is there."""

import math
from pathlib import Path

import pytest

from tests.gallery.films import Films
from tests.layout.film import Film
from visualizer.layout import FixedMeasure, Foresight, Layout, object_key
from visualizer.recording import Recording

TESTS = Path(__file__).parents[1]
PROGRAMS = (
    TESTS / "programs" / "exception.py",
    TESTS / "programs" / "reads_a_line.py",
    TESTS / "programs_opt" / "exceptions_leaving_frames.py",
    TESTS / "programs_opt" / "generators_left_early.py",
    TESTS / "programs_opt" / "try_in_loops.py",
    TESTS / "gallery" / "programs" / "kinds.py",
    TESTS / "layout" / "programs" / "shared_instances.py",
)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_all_that_is_drawn_has_been_placed_and_led_before(program: Path, tmp_path: Path) -> None:
    # Exceptions that a handler is looked for are held by no name and no frame.
    recording = Recording.open(Films(tmp_path).path(program))
    cursor, foresight = recording.cursor(), Foresight(FixedMeasure())
    for number in range(1, recording.steps + 1):
        foresight.add(cursor.delta(number))
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    layout.prepare()
    decided = layout._plan.version
    surprises = []
    for number in range(1, recording.steps + 1):
        layout.picture(cursor.seek(number), cursor.delta(number))
        if layout._plan.version != decided:
            surprises.append(number)
    recording.close()
    assert not surprises


def test_what_one_lets_go_and_another_takes_in_the_same_step_keeps_its_arrows() -> None:
    film = Film()
    inner = film.dict()
    mine = film.list(inner)
    film.bind("inner", inner)
    film.bind("a", film.list(mine))
    film.step()
    film.bind("a", film.dict((film.number(1000), mine)))
    film.step()
    film.bind("b", mine)
    film.step()
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    (kept,) = (one for one in foresight.references if one.holder == object_key(mine))
    assert (kept.start, kept.end) == (1, math.inf)
