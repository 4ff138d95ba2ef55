"""Long lists, dicts and tables: the shown part includes the step's changes."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.layout.composing.test_sheets import sheets_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.picture import Slot, object_key
from visualizer.layout.sheet import Sheet
from visualizer.model import ClassBody, Instance, Mapping, Sequence


def shown(sheet: Sheet, serial: int) -> list[Slot]:
    key = object_key(serial)
    block = sheet.boxes_by_key[key].block
    return [one.slot for one in block.fields if one.holder == key]


def all_of(film: Film, text: str = "") -> list[Sheet]:
    sheets = sheets_of(film, text=text)
    return [sheets.sheet(*one) for one in zip(film.states, film.deltas, strict=True)]


def walked(length: int) -> Film:
    """Make a list, and set each of its items in turn."""
    film = Film()
    items = [film.number(n % 10) for n in range(length)]
    film.bind("a", film.list(*items))
    film.step()
    for place in range(length):
        items[place] = film.number(99)
        film.put(film.names["a"], Sequence(tuple(items), length))
        film.step()
    return film


def test_a_changed_cell_is_shown_with_signs_at_both_sides_and_its_list_stays_as_large() -> None:
    film = walked(120)
    sheets = all_of(film)
    serial = film.names["a"]
    for place, sheet in enumerate(sheets[1:]):
        assert Slot("item", place) in shown(sheet, serial)
    assert len({sheet.bounds for sheet in sheets}) == 1
    words = sheets[60].boxes_by_key[object_key(serial)].block.words
    assert sum(one.text == "⋯" for one in words) == 2


def test_the_cell_that_the_first_step_of_a_part_changes_is_shown() -> None:
    film = walked(120)
    for first in (30, 61, 100):
        sheets = Sheets(walk_of(film, first, first), {}, FixedMeasure())
        sheet = sheets.sheet(film.states[first - 1], film.deltas[first - 1])
        assert Slot("item", first - 2) in shown(sheet, film.names["a"])


def test_the_shown_part_of_a_list_changes_once_in_many_steps() -> None:
    film = walked(120)
    seen = [tuple(shown(sheet, film.names["a"])) for sheet in all_of(film)]
    changes = sum(before != now for before, now in pairwise(seen))
    assert changes < 8


def test_a_cell_that_a_name_indexes_is_shown() -> None:
    film = Film()
    film.bind("a", film.list(*(film.number(n) for n in range(100))))
    film.step()
    for place in range(100):
        film.bind("i", film.number(place))
        film.step()
    for place, sheet in enumerate(all_of(film, "a[i]\n")[1:]):
        assert Slot("item", place) in shown(sheet, film.names["a"])
        assert [tag.label.text for tag in sheet.tags] == ["i"]


def test_the_entry_of_a_dict_that_changes_is_shown() -> None:
    film = Film()
    keys = [film.number(n) for n in range(50)]
    values = [film.number(0)] * 50
    film.bind("d", film.dict(*zip(keys, values, strict=True)))
    film.step()
    values[30] = film.number(7)
    film.put(film.names["d"], Mapping(tuple(zip(keys, values, strict=True)), 50))
    film.step()
    assert Slot("value", keys[30]) in shown(all_of(film)[1], film.names["d"])


def test_the_row_of_a_table_that_a_name_refers_to_is_shown() -> None:
    film = Film()
    cls = film.cls("Account")
    accounts = [film.instance(cls, balance=film.number(n)) for n in range(60)]
    film.bind("accounts", film.list(*accounts))
    film.step()
    film.call("pay", 3, account=accounts[40])
    film.step()
    sheet = all_of(film)[1]
    [arrow] = [one for one in sheet.arrows if one.slot.name == "account"]
    assert arrow.end == object_key(film.names["accounts"])


def test_the_row_of_a_list_of_shared_objects_that_a_name_indexes_is_shown() -> None:
    film = Film()
    cls = film.cls("Account")
    accounts = [film.instance(cls, balance=film.number(n)) for n in range(22)]
    film.bind("accounts", film.list(*accounts))
    film.bind("others", film.list(*accounts))
    film.step()
    for place in range(22):
        film.bind("i", film.number(place))
        film.step()
    sheets = all_of(film, "accounts[i]\n")
    assert all(len(shown(sheet, film.names["accounts"])) < 22 for sheet in sheets)
    for place, sheet in enumerate(sheets[1:]):
        assert Slot("item", place) in shown(sheet, film.names["accounts"])


@pytest.mark.parametrize("is_class", [False, True])
def test_the_changed_one_of_many_attributes_is_shown(is_class: bool) -> None:
    film = Film()
    names = [f"a{n}" for n in range(40)]
    values = {name: film.number(n) for n, name in enumerate(names)}
    holder = (
        film.cls("Settings", **values) if is_class else film.instance(film.cls("Hero"), **values)
    )
    film.bind("it", holder)
    film.step()
    for place in (30, 20, 25):
        before = film.states[-1].heap[holder].content
        assert isinstance(before, Instance | ClassBody)
        now = {**dict(before.attributes), names[place]: film.number(100 + place)}
        film.put(holder, replace(before, attributes=tuple(now.items())))
        film.step()
        assert Slot("attribute", names[place]) in shown(all_of(film)[-1], holder)
