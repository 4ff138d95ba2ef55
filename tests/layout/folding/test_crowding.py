"""Where a step has not enough room what is far is but its value; what it is about is drawn."""

from itertools import pairwise

from tests.layout.composing.test_sheets import all_sheets
from tests.layout.film import Film
from visualizer.layout.blocks.block import Shown
from visualizer.layout.picture import Slot, object_key
from visualizer.layout.sheet import Sheet
from visualizer.model import Instance, Mapping

BOOKS = 30


def library() -> tuple[Film, list[int]]:
    """Books that two dicts hold, each changed in turn: too many to be drawn at once."""
    film = Film()
    cls = film.cls("Book")
    books: list[int] = []
    for number in range(BOOKS):
        marks = film.list(*(film.number(n) for n in range(8)))
        books.append(film.instance(cls, number=film.number(number), lent=marks))
    keys = [film.number(100 + number) for number in range(BOOKS)]
    film.bind("by_number", film.dict(*zip(keys, books, strict=True)))
    film.bind("by_title", film.dict(*zip(keys, books, strict=True)))
    film.step()
    for book in books:
        film.call("lend", 3, book=book)
        film.step()
        content = film.heap[book].content
        assert isinstance(content, Instance)
        lent = dict(content.attributes)["lent"]
        film.put(lent, film.heap[film.list(film.number(9))].content)
        film.step()
        film.calls.clear()
        film.step()
    return film, books


def boxes(sheet: Sheet) -> dict[object, tuple[float, float]]:
    return {box.key: (box.x, box.y) for box in sheet.boxes}


def test_every_step_fits_and_shows_what_it_is_about() -> None:
    film, _ = library()
    for state, sheet in zip(film.states, all_sheets(film), strict=True):
        assert sheet.bounds.right <= 721
        assert sheet.bounds.bottom <= 571
        if len(state.frames) > 1:
            book = dict(state.frames[-1].locals)["book"]
            shown = [one for box in sheet.boxes for one in box.block.anchors]
            assert book in shown
        for holder, _slot in sheet.changed:
            shown_holders = {one.holder for box in sheet.boxes for one in box.block.fields}
            assert holder in shown_holders


def test_what_is_folded_stands_as_its_value_in_the_slots_that_refer_to_it() -> None:
    film, books = library()
    sheet = list(all_sheets(film))[-1]
    drawn = {one for box in sheet.boxes for one in box.block.anchors}
    fields = [one for box in sheet.boxes for one in box.block.fields if one.target in books]
    folded = [one for one in fields if one.target not in drawn]
    assert folded
    assert {one.shown for one in folded} == {Shown.TEXT}
    words = [str(one.text) for box in sheet.boxes for one in box.block.words]
    assert any(text.startswith("→ Book ") for text in words)


def test_few_boxes_move() -> None:
    film, _ = library()
    moved = 0
    for before, after in pairwise(map(boxes, all_sheets(film))):
        moved += sum(before.get(key, place) != place for key, place in after.items())
    assert moved < 0.1 * film.steps


def test_what_has_room_is_not_folded() -> None:
    film = Film()
    keys = [film.number(number) for number in range(4)]
    lists = [film.list(film.number(7)) for _ in keys]
    film.bind("one", film.dict(*zip(keys, lists, strict=True)))
    film.bind("other", film.dict(*zip(keys, lists, strict=True)))
    film.step()
    film.put(film.names["other"], Mapping((), 0))
    film.step()
    for sheet in all_sheets(film):
        assert {object_key(one) for one in lists} <= sheet.boxes_by_key.keys()
        assert all(one.slot != Slot("value", 0) for one in sheet.arrows)
