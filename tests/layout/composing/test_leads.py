"""The references that leave their boxes, and the texts of their tags."""

from dataclasses import replace

from tests.layout.analysis.test_collector import facts_of, items_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.composing.changes import Changes
from visualizer.layout.composing.leads import index_marks, wanted_arrows
from visualizer.layout.composing.reach import drawn_step
from visualizer.layout.composing.stack import stack
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import object_key
from visualizer.layout.routing.wanted import WantedArrow
from visualizer.layout.sheet import BoxKind, Placed
from visualizer.model import Iterator, Sequence, State


def test_an_item_is_named_by_the_attribute_that_leads_to_its_container() -> None:
    film = Film()
    item = film.list(film.number(1))
    for name in ("item", "last"):
        film.bind(name, item)
    film.bind("Cache", film.cls("Cache"))
    held = film.dict((film.number(7), item), (film.number(8), item))
    film.bind("cache", film.instance(film.names["Cache"], map=held))
    assert tags(film) == {"item", "last", "cache", "cache.map[7]", "cache.map[8]"}


def test_an_item_is_named_by_the_item_that_leads_to_its_container() -> None:
    film = Film()
    item = film.list(film.number(1))
    for name in ("item", "last"):
        film.bind(name, item)
    film.bind("grid", film.list(film.list(item), film.list(item)))
    assert tags(film) == {"item", "last", "grid", "grid[0][0]", "grid[1][0]"}


def test_a_holder_without_a_name_is_named_by_its_text_without_the_middle() -> None:
    film = Film()
    item = film.list(film.number(1))
    for name in ("item", "last"):
        film.bind(name, item)
    held = film.instance(
        film.cls("WeatherStationFacade"), label=film.number(7), first=item, second=item
    )
    film.bind("all", film.list(held, held))
    assert "WeatherSt…nFacade 7.second" in tags(film)


def test_a_name_that_a_later_call_binds_anew_does_not_name_the_earlier_object() -> None:
    film = Film()
    item = film.list(film.number(1))
    for name in ("item", "last"):
        film.bind(name, item)
    film.bind("rows", film.list(item, item))
    assert "rows[0]" in tags(film)
    film.call("sort", 1, rows=film.list(film.number(2)))
    assert "rows[0]" not in tags(film)


def test_a_member_of_a_set_has_no_place() -> None:
    film = Film()
    word = film.new("tuple", Sequence((film.list(),), 1))
    for name in ("word", "last"):
        film.bind(name, word)
    film.bind("visited", film.new("set", Sequence((word,), 1)))
    film.bind("words", film.list(word, word))
    assert "in visited" in tags(film)


def test_containers_within_each_other_have_names_that_end() -> None:
    film = Film()
    one, other = film.list(), film.list()
    film.put(one, Sequence((other,), 1))
    film.put(other, Sequence((one, other), 2))
    film.bind("a", film.list(one))
    assert "a[0][0][1]" in tags(film)


def test_an_iterator_leads_to_the_place_of_a_list_inside_its_object() -> None:
    film = Film()
    items = items_of(film)
    film.bind("Shop", film.cls("Shop"))
    film.bind("shop", film.instance(film.names["Shop"], size=film.number(1), items=items))
    film.bind("it", film.new("list_iterator", Iterator(items, 0)))
    state = film.step()
    boxes = film_boxes(film, state)
    (box,) = (box for box in boxes if items in box.block.anchors)
    (lead,) = (one for one in leads(film, state, boxes) if one.holder.name == film.names["it"])
    assert lead.end == box.key == object_key(film.names["shop"])
    assert lead.rect is not None
    assert lead.rect.y == box.block.anchors[items].moved(box.x, box.y).y


def test_the_tag_of_a_pending_object_is_the_label_of_its_row() -> None:
    film = Film()
    film.call("rows", 1)
    pending = film.list(film.number(1))
    film.kept = {pending}
    film.calls[-1] = replace(film.calls[-1], operands=(pending,))
    assert tags(film) == {phrase("pending")}


def test_a_row_is_free_beside_its_last_cell() -> None:
    film = Film()
    rows = rows_of(film)
    found = film_boxes(film, film.step())
    (block,) = (box.block for box in found if rows[0] in box.block.anchors)
    whole, short = (block.beside(block.anchors[row]) for row in rows)
    assert whole.width < 10
    assert short.width > 100
    assert short.x == block.anchors[rows[1]].right


def test_the_index_of_a_row_means_the_cell_of_that_row() -> None:
    film = Film()
    rows = rows_of(film)
    film.bind("row", rows[0])
    film.bind("i", film.number(1))
    text = "for row in rows:\n    row[i]\n"
    for row in rows:
        film.bind("row", row)
        state = film.step()
        boxes = film_boxes(film, state, text)
        (mark,) = index_marks(maker_of(film, state, text), state, boxes)
        (box,) = (box for box in boxes if row in box.block.anchors)
        assert mark.cell.y == box.block.anchors[row].moved(box.x, box.y).y
        assert mark.foot == box.block.anchors[rows[1]].moved(box.x, box.y).bottom


def rows_of(film: Film) -> tuple[int, int]:
    """Bind a list of two rows, the second one shorter."""
    numbers = (1, 2, 3, 4, 5, 6, 7, 8), (9, 10)
    one, other = (film.list(*map(film.number, row)) for row in numbers)
    film.bind("rows", film.list(one, other))
    return one, other


def tags(film: Film) -> set[Text]:
    """Return the tag's text of each reference that leaves its box at the last step."""
    state = film.step()
    return {one.name for one in leads(film, state, film_boxes(film, state))}


def leads(film: Film, state: State, boxes: list[Placed]) -> list[WantedArrow]:
    maker = maker_of(film, state)
    drawn = drawn_step(maker, state, 600)
    return [*wanted_arrows(maker, drawn.column, drawn.found, boxes, Changes())]


def maker_of(film: Film, state: State, text: str = "") -> Maker:
    return Maker(state.heap, facts_of(film, text=text), FixedMeasure(), film.steps, 480)


def film_boxes(film: Film, state: State, text: str = "") -> list[Placed]:
    """Return the boxes of the last step, with the cards below each other."""
    maker = maker_of(film, state, text)
    drawn = drawn_step(maker, state, 600)
    cards = [
        Placed(object_key(serial), BoxKind.CARD, 400, 100.0 * serial, block)
        for serial, block in drawn.found.blocks.items()
    ]
    return [*stack(maker, drawn.column, 200), *cards]
