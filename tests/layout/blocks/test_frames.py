"""A frame's head has room for its name and line."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.frames import FrameContent, frame, natural_width
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.picture import Key


def maker_of(film: Film) -> Maker:
    return Maker(film.states[-1].heap, facts_of(film, Level.VALUES, ""), FixedMeasure(), 1, 480)


@pytest.mark.parametrize("number", [7, 42, 125, 1234])
def test_the_head_has_room_for_the_whole_name_and_line(number: int) -> None:
    film = Film()
    film.step()
    maker, call = maker_of(film), FrameContent(Key("frame", 1), "permutations", number, ())
    made = frame(maker, call, natural_width(maker, call), is_running=True)
    name, at_line = made.words
    assert name.rect.width >= maker.width(name.text, name.ink)
    assert at_line.rect.width >= maker.width(at_line.text, at_line.ink)
    assert name.rect.right < at_line.rect.x
