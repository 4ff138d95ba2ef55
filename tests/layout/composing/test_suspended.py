"""Suspended frames in the picture of a step."""

from dataclasses import replace

import pytest

from tests.layout.film import FILE, Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Block
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.picture import Key, object_key
from visualizer.layout.placing.unit import Size
from visualizer.layout.sheet import Sheet
from visualizer.model import Event, Generator


def sheet_of(film: Film, level: Level = Level.VALUES, event: Event = Event.LINE) -> Sheet:
    """Return the picture of the last step."""
    state = film.step(5, event)
    return Sheets(walk_of(film), {FILE: ""}, FixedMeasure(), level).sheet(state, film.deltas[-1])


def texts(block: Block) -> list[str]:
    return [str(words.text) for words in block.words]


def test_a_suspended_frame_that_only_the_interpreter_holds_has_a_card() -> None:
    film = Film()
    items = film.list(film.number(1))
    one = film.suspended(film.code("work"), 3, items=items)
    film.kept.add(one)
    sheet = sheet_of(film)
    card = sheet.boxes_by_key[object_key(one)].block
    assert texts(card)[:2] == ["coroutine work", "items"]
    assert items in {serial for box in sheet.boxes for serial in box.block.anchors}


def test_a_frame_on_the_stack_has_no_card_while_it_yields() -> None:
    film = Film()
    one = film.suspended(film.code("work"), 5, n=film.number(1))
    film.kept.add(one)
    film.call("work", 5, n=film.number(1))
    assert object_key(one) not in sheet_of(film, event=Event.YIELD).boxes_by_key
    film.calls.pop()
    assert object_key(one) in sheet_of(film).boxes_by_key


@pytest.mark.parametrize("level", [Level.VALUES, Level.COUNTS, Level.REGIONS])
def test_many_suspended_frames_have_a_line_each_with_their_values_first(level: Level) -> None:
    film = Film()
    code, shared = film.code("work"), film.list()
    ones = [film.suspended(code, n, shared=shared, n=film.number(n)) for n in range(1, 7)]
    film.kept |= set(ones)
    film.bind("named", ones[0])
    sheet = sheet_of(film, level)
    lines = sheet.boxes_by_key[Key("suspended", 0)].block
    assert list(lines.anchors) == ones[1:]
    assert [one.slot.name for one in lines.fields][:2] == ["n", "shared"]
    assert object_key(ones[0]) in sheet.boxes_by_key
    assert not lines.ports


def test_a_line_is_left_out_with_the_type_that_is_hidden() -> None:
    film = Film()
    code = film.code("work")
    ones = [film.suspended(code, n) for n in range(1, 7)]
    for one in ones[:2]:
        film.heap[one] = replace(film.heap[one], type="generator")
    film.kept |= set(ones)
    state = film.step()
    sheets = Sheets(
        walk_of(film), {FILE: ""}, FixedMeasure(), hidden=frozenset({"coroutine", "int"})
    )
    lines = sheets.sheet(state).boxes_by_key[Key("suspended", 0)].block
    assert list(lines.anchors) == ones[:2]


def test_an_await_leads_to_its_awaited_object() -> None:
    film = Film()
    code = film.code("work")
    inner = film.suspended(code, 4)
    of_library = film.suspended(None, 700, inner)
    outer = film.suspended(code, 3, of_library)
    film.kept.add(outer)
    sheet = sheet_of(film)
    assert [one.target for one in sheet.boxes_by_key[object_key(outer)].block.fields] == [inner]
    assert object_key(of_library) not in sheet.boxes_by_key


def test_an_await_of_a_library_that_waits_for_nothing_of_the_program_has_no_row() -> None:
    film = Film()
    loop = film.suspended(None, 700, film.made + 1)
    of_library = film.suspended(None, 700, loop)
    outer = film.suspended(film.code("work"), 3, of_library)
    film.kept.add(outer)
    assert not sheet_of(film).boxes_by_key[object_key(outer)].block.fields


def test_names_that_a_frame_keeps_as_it_is_suspended_have_not_changed() -> None:
    film = Film()
    one = film.suspended(film.code("work"), 3, n=film.number(1))
    content = film.heap[one].content
    film.put(one, Generator("running", 2, ()))
    film.bind("one", one)
    film.step()
    film.put(one, content)
    assert not sheet_of(film).changed


@pytest.mark.parametrize("count", [1, 6])
def test_suspended_frames_without_room_for_cards_have_lines_and_all_fits(count: int) -> None:
    film = Film()
    code, canvas = film.code("work"), Size(420, 300)
    names = {f"name_{n}": film.list(*map(film.number, range(n))) for n in range(1, 7)}
    ones = [film.suspended(code, 3, **names, n=film.number(n)) for n in range(count)]
    film.kept |= set(ones)
    for n in range(20):
        film.bind("total", film.number(n))
        film.step()
    sheets = Sheets(walk_of(film), {FILE: ""}, FixedMeasure(), canvas=canvas)
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    assert list(sheet.boxes_by_key[Key("suspended", 0)].block.anchors) == ones
    assert sheet.drawn.width * sheet.scale <= canvas.width
    assert sheet.drawn.height * sheet.scale <= canvas.height
