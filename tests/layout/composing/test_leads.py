"""The references that leave their boxes, and the texts of their tags."""

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.composing.changes import Changes
from visualizer.layout.composing.leads import wanted_arrows
from visualizer.layout.composing.reach import drawn_step
from visualizer.layout.composing.stack import stack
from visualizer.layout.picture import object_key
from visualizer.layout.sheet import BoxKind, Placed
from visualizer.model import Sequence


def test_an_item_is_named_by_the_attribute_that_leads_to_its_container() -> None:
    film = Film()
    item = film.list(film.number(1))
    for name in ("item", "last"):
        film.bind(name, item)
    film.bind("Cache", film.cls("Cache"))
    held = film.dict((film.number(7), item), (film.number(8), item))
    film.bind("cache", film.instance(film.names["Cache"], map=held))
    assert tags(film) == {"item", "last", "cache", ".map[7]", ".map[8]"}


def test_an_item_is_named_by_the_item_that_leads_to_its_container() -> None:
    film = Film()
    item = film.list(film.number(1))
    for name in ("item", "last"):
        film.bind(name, item)
    film.bind("grid", film.list(film.list(item), film.list(item)))
    assert tags(film) == {"item", "last", "grid", "grid[0][0]", "grid[1][0]"}


def test_containers_within_each_other_have_names_that_end() -> None:
    film = Film()
    one, other = film.list(), film.list()
    film.put(one, Sequence((other,), 1))
    film.put(other, Sequence((one, other), 2))
    film.bind("a", film.list(one))
    assert "list[0]" in tags(film)


def tags(film: Film) -> set[str]:
    """The text of a tag for each reference that leaves its box at the last step."""
    state = film.step()
    maker = Maker(state.heap, facts_of(film), FixedMeasure(), film.steps, 480)
    drawn = drawn_step(maker, state, 600)
    cards = [
        Placed(object_key(serial), BoxKind.CARD, 400, 100.0 * serial, block)
        for serial, block in drawn.found.blocks.items()
    ]
    boxes = [*stack(maker, drawn.column, 200), *cards]
    wanted = wanted_arrows(maker, drawn.column, drawn.found, boxes, Changes())
    return {one.name for one in wanted}
