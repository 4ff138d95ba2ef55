"""The picture shows the selected object, however far it is from the step's changes."""

from itertools import combinations

import pytest

from tests.layout.composing.test_sheets import sheets_of
from tests.layout.film import Film
from tests.layout.folding.test_crowding import library
from tests.layout.folding.test_long_containers import shown
from tests.layout.folding.test_structures import FILMS, told
from visualizer.layout.analysis.facts import Level
from visualizer.layout.folding.folds import Asked
from visualizer.layout.measure import Phrase
from visualizer.layout.picture import Slot, object_key
from visualizer.layout.routing.geometry import Area
from visualizer.layout.routing.squares import Areas
from visualizer.layout.sheet import Sheet


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
        sheet = sheets.sheet(state, delta, Asked(one))
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
    sheet = sheets.sheet(*only, Asked(large))
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
    assert shown(sheets.sheet(*only, Asked(large)), numbers) == usual


def test_an_object_folded_to_a_line_is_a_card_while_it_is_selected() -> None:
    film, books = library()
    sheets = sheets_of(film)
    last = film.states[-1], film.deltas[-1]
    usual = sheets.sheet(*last)
    drawn = {one for box in usual.boxes for one in box.block.anchors}
    lines = [book for book in books if book not in drawn]
    assert lines
    for book in lines:
        sheet = sheets.sheet(*last, Asked(book))
        assert any(book in box.block.anchors for box in sheet.boxes)
        rects = [box.rect for box in sheet.boxes]
        assert not any(first.overlaps(second) for first, second in combinations(rects, 2))
    assert sheets.sheet(*last) == usual


def slots_of(sheet: Sheet, serial: int) -> set[Slot]:
    key = object_key(serial)
    fields = (one for box in sheet.boxes for one in box.block.fields)
    return {one.slot for one in fields if one.holder == key}


def signs(sheet: Sheet, serial: int) -> list[int]:
    """Return how many places each sign of an object opens; 0 folds it again."""
    key = object_key(serial)
    found = (one for box in sheet.boxes for one in box.block.signs)
    return [one.left_out for one in found if one.holder == key]


def containers(film: Film) -> dict[str, int]:
    """Bind containers of many kinds, each with more places than a card shows."""
    values = [film.number(n) for n in range(60)]
    fields = {f"field_{n}": one for n, one in enumerate(values)}
    made = {
        "list": film.list(*values),
        "dict": film.dict(*zip(values, values, strict=True)),
        "instance": film.instance(film.cls("Wide"), **fields),
        "rows": film.list(*(film.list(*values[:40]) for _ in range(40))),
    }
    for name, serial in made.items():
        film.bind(name, serial)
    film.step()
    return made


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", ["list", "dict", "instance", "rows"])
def test_an_opened_container_shows_every_place_and_covers_nothing(kind: str, level: Level) -> None:
    film = Film()
    serial = containers(film)[kind]
    sheets = sheets_of(film, level)
    last = film.states[-1], film.deltas[-1]
    usual = sheets.sheet(*last)
    assert signs(usual, serial)
    assert all(left > 0 for left in signs(usual, serial))
    opened = sheets.sheet(*last, Asked(opened={serial: 1000}))
    every = 40 if kind == "rows" else 60
    assert len({one for one in slots_of(opened, serial) if one.kind != "key"}) == every
    assert signs(opened, serial) == [0]
    rects = [box.rect for box in opened.boxes]
    assert not any(first.overlaps(second) for first, second in combinations(rects, 2))
    kept = {box.key: (box.x, box.y) for box in usual.boxes}
    home = next(box for box in opened.boxes if serial in box.block.anchors)
    assert (home.x, home.y) == kept[home.key]
    assert sheets.sheet(*last) == usual


def test_a_very_long_list_opens_page_by_page() -> None:
    film = Film()
    numbers = film.list(*(film.number(n % 7) for n in range(3000)))
    film.bind("numbers", numbers)
    film.step()
    sheets = sheets_of(film)
    last = film.states[0], film.deltas[0]
    counts = [
        len(slots_of(sheets.sheet(*last, Asked(opened={numbers: slots})), numbers))
        for slots in (1000, 2000, 3000)
    ]
    assert counts == [999, 1999, 3000]
    sheet = sheets.sheet(*last, Asked(opened={numbers: 1000}))
    assert signs(sheet, numbers) == [2001, 0]


def test_an_opened_card_moves_only_what_is_in_its_way() -> None:
    film = Film()
    found = containers(film)
    sheets = sheets_of(film)
    last = film.states[-1], film.deltas[-1]
    usual = {box.key: box.rect for box in sheets.sheet(*last).boxes}
    for serial in found.values():
        opened = {
            box.key: box.rect for box in sheets.sheet(*last, Asked(opened={serial: 1000})).boxes
        }
        before, after = usual[object_key(serial)], opened[object_key(serial)]
        for key, rect in usual.items():
            if rect.bottom <= before.y or (rect.right <= before.x and rect.bottom <= before.bottom):
                assert opened[key] == rect
        assert after.height > before.height


def test_few_places_are_tried_for_each_stub_of_an_opened_container(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Most rows of the list are outside the room for labels, where one place is as good as another.

    So a step is drawn in a moment however many rows are open.
    """
    film, count = Film(), 120
    cls = film.cls("C")
    items = [film.instance(cls, a=film.number(n), n=film.number(n)) for n in range(count)]
    rows = film.list(*items)
    film.bind("all", film.list(*items))
    film.bind("rows", rows)
    film.step()
    sheets = sheets_of(film)
    tried = 0

    def counted(areas: Areas, area: Area, *but: Area) -> Area | None:
        nonlocal tried
        tried += 1
        return first_hit(areas, area, *but)

    first_hit = Areas.first_hit
    monkeypatch.setattr(Areas, "first_hit", counted)
    sheet = sheets.sheet(film.states[-1], film.deltas[-1], Asked(opened={rows: 1_000}))
    assert sum(arrow.stub is not None for arrow in sheet.arrows) > count // 2
    assert tried < 50 * count


@pytest.mark.parametrize("level", Level)
def test_a_text_promises_to_open_only_what_a_sign_opens(level: Level) -> None:
    film = Film()
    containers(film)
    for number in range(40):
        film.bind(f"n_{number}", film.number(number))
    film.step()
    for box in sheets_of(film, level).sheet(film.states[-1], film.deltas[-1]).boxes:
        for rect, text, *_ in box.block.words:
            if isinstance(text, Phrase) and text.key == "more-rows":
                assert any(rect.overlaps(sign.rect) for sign in box.block.signs)
