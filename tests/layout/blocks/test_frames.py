"""A frame that is folded to a line tells as many of its values as there is room for."""

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.frames import FrameContent, FrameRow, folded
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.picture import Key, Slot


def line(function: str, width: float) -> list[str]:
    """The texts of the folded frame of a call whose only name refers to a list."""
    film = Film()
    film.bind("items", film.list(*(film.number(n) for n in range(7))))
    film.step()
    maker = Maker(film.states[-1].heap, facts_of(film, Level.VALUES, ""), FixedMeasure(), 1, 480)
    row = FrameRow("items", Slot("name", "items"), film.names["items"])
    made = folded(maker, FrameContent(Key("frame", 1), function, 0, (row,)), width)
    assert all(words.rect.right <= width for words in made.words)
    return [str(words.text) for words in made.words]


def test_a_value_is_shortened_before_it_is_left_out() -> None:
    whole, short = line("go", 300), line("permutations", 210)
    assert whole[:2] == ["go", "items "]
    assert short[:2] == ["permutations", "items "]
    assert short[2].startswith("→[0")
    assert len(short[2]) < len(whole[2])
    assert line("permutations", 150) == ["permutations"]
