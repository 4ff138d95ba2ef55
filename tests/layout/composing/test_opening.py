"""The picture shows the selected object, however far it is from the step's changes."""

from itertools import combinations

import pytest

from tests.layout.composing.test_sheets import sheets_of
from tests.layout.film import Film
from tests.layout.folding.test_crowding import library
from tests.layout.folding.test_long_containers import shown
from tests.layout.folding.test_structures import FILMS, told
from visualizer.layout.picture import Slot, object_key


@pytest.mark.parametrize("kind", FILMS)
def test_a_folded_node_is_shown_while_it_is_selected(kind: str) -> None:
    film: Film = FILMS[kind]()
    state, delta = film.states[-1], film.deltas[-1]
    sheets = sheets_of(film)
    usual = sheets.sheet(state, delta)
    nodes = [one.serial for one in state.heap.values() if one.type == "Node"]
    folded = [one for one in nodes if object_key(one) not in usual.boxes_by_key]
    assert folded
    for one in folded:
        sheet = sheets.sheet(state, delta, one)
        assert object_key(one) in sheet.boxes_by_key
        assert sum(object_key(n) in sheet.boxes_by_key for n in nodes) + told(sheet) == len(nodes)
        rects = [box.rect for box in sheet.boxes]
        assert not any(first.overlaps(second) for first, second in combinations(rects, 2))
    assert sheets.sheet(state, delta) == usual


def test_an_item_that_is_left_out_is_shown_while_it_is_selected() -> None:
    film = Film()
    large = film.number(5000)
    items = [*(film.number(n % 10) for n in range(60)), large, film.number(1), film.number(2)]
    numbers = film.list(*items, *items)
    film.bind("numbers", numbers)
    film.step()
    sheets = sheets_of(film)
    only = film.states[0], film.deltas[0]
    usual = sheets.sheet(*only)
    assert Slot("item", 60) not in shown(usual, numbers)
    sheet = sheets.sheet(*only, large)
    assert Slot("item", 60) in shown(sheet, numbers)
    assert sheet.bounds == usual.bounds
    assert sheets.sheet(*only) == usual


def test_no_further_item_is_shown_for_an_object_to_which_a_shown_item_refers() -> None:
    """A row more than the plan has room for would cover the object below."""
    film = Film()
    large = film.number(5000)
    items = [*(film.number(n % 10) for n in range(60)), large, film.number(1)]
    numbers = film.list(*items, *items, large)
    film.bind("numbers", numbers)
    film.step()
    sheets = sheets_of(film)
    only = film.states[0], film.deltas[0]
    usual = shown(sheets.sheet(*only), numbers)
    assert Slot("item", 60) not in usual
    assert Slot("item", 124) in usual
    assert shown(sheets.sheet(*only, large), numbers) == usual


def test_an_object_folded_to_a_line_is_a_card_while_it_is_selected() -> None:
    film, books = library()
    sheets = sheets_of(film)
    last = film.states[-1], film.deltas[-1]
    usual = sheets.sheet(*last)
    drawn = {one for box in usual.boxes for one in box.block.anchors}
    lines = [book for book in books if book not in drawn]
    assert lines
    for book in lines:
        sheet = sheets.sheet(*last, book)
        assert any(book in box.block.anchors for box in sheet.boxes)
        rects = [box.rect for box in sheet.boxes]
        assert not any(first.overlaps(second) for first, second in combinations(rects, 2))
    assert sheets.sheet(*last) == usual
