"""Sheets of whole recordings: the rules for every step."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

import pytest

from tests.layout.analysis.test_collector import chain
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Form, Ink
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.composing.sheets import Scales, Sheets, walk_of
from visualizer.layout.measure import TextStyle
from visualizer.layout.picture import Key, Slot, object_key
from visualizer.layout.placing.unit import Size
from visualizer.layout.sheet import MARGINS, Sheet, TagKind
from visualizer.model import ClassBody, Event, Lock, Method, Other, Scalar, Sequence


def sheets_of(film: Film, level: Level = Level.VALUES, text: str = "") -> Sheets:
    return Sheets(walk_of(film), {"prog.py": text}, FixedMeasure(), level)


def all_sheets(film: Film, level: Level = Level.VALUES, text: str = "") -> Iterator[Sheet]:
    sheets = sheets_of(film, level, text)
    for state, delta in zip(film.states, film.deltas, strict=True):
        yield sheets.sheet(state, delta)


def swaps() -> Film:
    """A list in which a function swaps two items."""
    film = Film()
    film.bind("numbers", film.list(*(film.number(n) for n in (3, 1, 2))))
    film.step()
    film.call("sort", 2, a=film.names["numbers"], i=film.number(0))
    film.step(event=Event.CALL)
    items = (film.number(1), film.number(3), film.number(2))
    film.put(film.names["numbers"], Sequence(items, 3))
    film.step()
    film.calls.clear()
    film.step()
    return film


@pytest.mark.parametrize("size", [(1, 1), (150, 100), (240, 595), (745, 60)])
def test_there_is_a_picture_in_however_little_room(size: tuple[int, int]) -> None:
    film = swaps()
    film.bind("graph", film.list(film.list(), film.list()))
    film.step()
    film.put(film.names["graph"], Sequence((film.list(), film.list(), film.list()), 3))
    film.step()
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(*size))
    for state, delta in zip(film.states, film.deltas, strict=True):
        assert sheets.sheet(state, delta).boxes


def test_a_cell_that_writes_a_list_is_marked_when_the_list_changes() -> None:
    film = Film()
    cls, lists = film.cls("Account"), [film.list(), film.list()]
    accounts = [film.instance(cls, history=one) for one in lists]
    film.bind("accounts", film.list(*accounts))
    film.step()
    film.put(lists[1], Sequence((film.number(5),), 1))
    film.step()
    *_, last = all_sheets(film)
    fields = {(one.holder, one.slot) for box in last.boxes for one in box.block.fields}
    assert last.changed & fields == {(object_key(accounts[1]), Slot("attribute", "history"))}


def test_what_loses_an_item_is_outlined_or_the_cell_that_writes_it() -> None:
    film = Film()
    cls, lists = film.cls("Account"), [film.list(film.number(n)) for n in (5, 6)]
    accounts = [film.instance(cls, history=one) for one in lists]
    film.bind("accounts", film.list(*accounts))
    film.step()
    film.put(lists[1], Sequence((), 0))
    film.step()
    film.put(film.names["accounts"], Sequence((accounts[0],), 1))
    film.step()
    _, emptied, shorter = all_sheets(film)
    assert (object_key(accounts[1]), Slot("attribute", "history")) in emptied.changed
    assert emptied.must_see == shorter.must_see
    assert shorter.outlines == {film.names["accounts"]: Outline.LESS}


@pytest.mark.parametrize("scale", [0.7, 1.0])
def test_a_sheet_without_room_is_as_large_as_it_reports(scale: float) -> None:
    film = chain(20)
    scales = Scales(without_room=scale)
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(150, 100), scales=scales)
    assert sheets.sheet(film.states[-1], film.deltas[-1]).scale == scale


@pytest.mark.parametrize(("width", "is_whole"), [(520, True), (410, False)])
def test_a_frame_has_the_room_beside_the_objects_for_a_long_value(
    width: int, is_whole: bool
) -> None:
    film = Film()
    film.bind("name", film.new("str", Scalar("'Ada, Countess Lovelace'")))
    film.bind("numbers", film.list(*(film.number(n) for n in range(5))))
    film.step()
    scales = Scales(highest=1.0)
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(width, 200), scales=scales)
    frame, *_ = sheets.sheet(film.states[-1], film.deltas[-1]).boxes
    assert any("Lovelace" in str(one.text) for one in frame.block.words) == is_whole


@pytest.mark.parametrize(("width", "is_whole"), [(440, False), (540, True), (600, True)])
def test_a_frame_has_the_room_for_a_long_value_before_the_picture_is_very_large(
    width: int, is_whole: bool
) -> None:
    film = Film()
    film.bind("name", film.new("str", Scalar("'Ada, Countess Lovelace'")))
    film.bind("numbers", film.list(*(film.number(n) for n in range(5))))
    film.step()
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(width, 400))
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    frame, *_ = sheet.boxes
    assert any("Lovelace" in str(one.text) for one in frame.block.words) == is_whole
    assert sheet.scale >= 1.2


def test_folded_frames_write_whole_texts_if_there_is_room() -> None:
    film = Film()
    film.bind("reverse", film.function("reverse", 1))
    film.step()
    for text in ("'hippopotamus horses'", "'ippopotamus horses'", "'ppopotamus horses'"):
        film.call("reverse", 2, text=film.new("str", Scalar(text)))
        film.step(event=Event.CALL)
    assert {"'hippopotamus horses'", "'ippopotamus horses'"} <= words_of(film)


def recursion(depth: int) -> Film:
    film = Film()
    film.bind("factorial", film.function("factorial", 1))
    film.step()
    for number in range(depth, 0, -1):
        film.call("factorial", 2, n=film.number(number))
        film.step(event=Event.CALL)
    while film.calls:
        film.step(event=Event.RETURN, value=film.number(1))
        film.calls.pop()
    film.step()
    return film


def given_back() -> Film:
    """A list that only a frame's row shows, as the returned value, and that had no name before."""
    film = Film()
    made = film.list(*(film.list(film.number(900 + n)) for n in range(4)))
    film.kept.add(made)
    film.call("make", 2)
    film.step(event=Event.CALL)
    film.step()
    film.kept.clear()
    film.step(event=Event.RETURN, value=made)
    film.calls.clear()
    film.bind("made", made)
    film.step()
    return film


def counting(last: int) -> Film:
    """A name that is bound to another number at each step, next to a list."""
    film = Film()
    film.bind("items", film.list(*(film.number(n) for n in range(3))))
    film.step()
    for number in range(last):
        film.bind("n", film.number(1000 + number))
        film.step()
    return film


def many_functions(count: int) -> Film:
    """A module of functions alone: its frame grows though it gets no rows."""
    film = Film()
    for number in range(count):
        film.bind(f"work_{number}", film.function(f"work_{number}", number + 1))
        film.step()
    return film


def many_names(count: int) -> Film:
    """A module of numbers and a list, then a function that a loop calls and that binds a number."""
    film = Film()
    for number in range(count):
        film.bind(f"n_{number}", film.number(100 + number))
        film.step()
    film.bind("items", film.list(film.number(1)))
    film.step()
    for number in range(3):
        film.call("work", 2, a=film.number(number), b=film.number(7))
        film.step(event=Event.CALL)
        film.names[f"n_{count // 2}"] = film.number(500 + number)
        film.step()
        film.calls.clear()
        film.step()
    return film


FILMS: list[Callable[[], Film]] = [
    swaps,
    lambda: chain(5),
    lambda: chain(20),
    lambda: recursion(12),
    given_back,
    lambda: counting(12),
    lambda: many_functions(40),
    lambda: many_names(40),
]


@pytest.mark.parametrize("make", FILMS)
@pytest.mark.parametrize("level", [Level.VALUES, Level.OBJECTS])
def test_boxes_never_overlap_and_all_that_must_be_seen_is_in_view(
    make: Callable[[], Film], level: Level
) -> None:
    for sheet in all_sheets(make(), level):
        rects = {box.key: box.rect for box in sheet.boxes}
        assert not any(one.overlaps(other) for one, other in combinations(rects.values(), 2))
        for key in sheet.must_see:
            view, rect = sheet.view.grown(0.5), rects[key]
            assert view.contains(rect.x, rect.y)
            assert view.contains(rect.right - 1, rect.bottom - 1)


@pytest.mark.parametrize("make", FILMS)
@pytest.mark.parametrize("canvas", [Size(700, 560), Size(1100, 800)])
@pytest.mark.parametrize("level", [Level.VALUES, Level.OBJECTS])
def test_a_plan_that_fits_has_room_for_everything_beside_boxes(
    make: Callable[[], Film], canvas: Size, level: Level
) -> None:
    film = make()
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), level, canvas)
    for state, delta in zip(film.states, film.deltas, strict=True):
        sheet = sheets.sheet(state, delta)
        whole = sheet.bounds.with_margins(MARGINS).united(sheet.drawn)
        assert whole.width * sheet.scale <= canvas.width
        assert whole.height * sheet.scale <= canvas.height


@pytest.mark.share(2)
@pytest.mark.parametrize("make", FILMS)
def test_a_step_looks_the_same_from_every_direction(make: Callable[[], Film]) -> None:
    film: Film = make()
    sheets = sheets_of(film)
    steps = list(zip(film.states, film.deltas, strict=True))
    forwards = [sheets.sheet(*step) for step in steps]
    back = [sheets.sheet(*step) for step in reversed(steps)]
    assert list(reversed(back)) == forwards
    assert [sheets_of(film).sheet(*step) for step in steps] == forwards


@pytest.mark.parametrize("make", [swaps, lambda: chain(5), lambda: recursion(12)])
def test_objects_that_stay_do_not_move(make: Callable[[], Film]) -> None:
    for before, after in pairwise(all_sheets(make())):
        places = {box.key: (box.x, box.y) for box in before.boxes}
        for box in after.boxes:
            assert places.get(box.key, (box.x, box.y)) == (box.x, box.y)


@pytest.mark.parametrize("level", [Level.VALUES, Level.OBJECTS])
def test_an_object_that_returns_stands_at_its_lasting_place(level: Level) -> None:
    given, stays = list(all_sheets(given_back(), level))[-2:]
    places = {box.key: (box.x, box.y) for box in stays.boxes}
    objects = [box for box in given.boxes if box.key.kind == "object"]
    assert objects
    assert [(box.x, box.y) for box in objects] == [places[box.key] for box in objects]


def test_a_number_with_a_place_of_its_own_stands_level_with_its_name() -> None:
    film = Film()
    film.bind("n", film.number(1000))
    film.step()
    (sheet,) = all_sheets(film, Level.OBJECTS)
    frame = sheet.boxes[0]
    (row,) = [one for one in frame.block.fields if one.slot.name == "n"]
    (pill,) = [box for box in sheet.boxes if box.key == object_key(row.target)]
    assert abs(pill.y - frame.y - row.rect.y) < 20


def test_numbers_that_replace_each_other_stand_at_two_places_in_turn() -> None:
    _, *sheets = all_sheets(counting(8), Level.OBJECTS)
    places = [[(b.x, b.y) for b in sheet.boxes if b.kind == "value"] for sheet in sheets]
    assert places[:2] * 4 == places
    assert places[0] != places[1]


def test_frames_that_are_too_high_together_are_folded_before_they_leave_the_canvas() -> None:
    film = Film()
    for number in range(10):
        film.bind(f"helper_{number}", film.function(f"helper_{number}", 1))
    for number in range(8):
        names = {f"name_{n}": film.number(n) for n in range(4)}
        film.call(f"function_{number}", number + 1, **names)
        film.step(event=Event.CALL)
    for sheet in all_sheets(film):
        assert sheet.bounds.bottom <= 595


def test_cells_that_a_step_swaps_are_marked_and_their_box_must_be_seen() -> None:
    film = swaps()
    sheet = list(all_sheets(film))[2]
    key = object_key(film.names["numbers"])
    assert sheet.changed == {(key, Slot("item", 0)), (key, Slot("item", 1))}
    assert sheet.must_see == (Key("frame", 2), key)


def test_a_name_that_indexes_a_list_stands_at_its_cell() -> None:
    film = swaps()
    sheets = all_sheets(film, text="def sort(a):\n    a[i]\n")
    tags = [[tag.label.text for tag in sheet.tags] for sheet in sheets]
    assert tags == [[], ["i"], ["i"], []]


def test_the_name_at_a_list_inside_an_object_covers_none_of_its_other_rows() -> None:
    film = Film()
    numbers = film.list(film.number(3), film.number(1))
    stack = film.instance(film.cls("Stack"), items=numbers, size=film.number(2))
    film.bind("stack", stack)
    film.step()
    film.call("find", 2, self=stack, i=film.number(0))
    film.step()
    *_, sheet = all_sheets(film, text="def find(self, i):\n    self.items[i]\n")
    (tag,) = [tag for tag in sheet.tags if tag.kind is TagKind.INDEX]
    (card,) = [box for box in sheet.boxes if box.key == object_key(stack)]
    (size,) = [one for one in card.block.fields if one.slot.name == "size"]
    assert not tag.label.rect.overlaps(size.rect.moved(card.x, card.y))


@pytest.mark.parametrize(("lowest", "marked"), [(-1, []), (-2, [["i"]])])
def test_a_name_that_has_run_past_the_start_stands_at_no_cell(
    lowest: int, marked: list[list[str]]
) -> None:
    film = Film()
    numbers = film.list(*(film.number(n) for n in (3, 1, 2)))
    film.bind("numbers", numbers)
    for line, place in enumerate((0, -1, lowest), 1):
        film.bind("i", film.number(place))
        film.step(line)
    sheets = all_sheets(film, text="numbers[i]\n")
    tags = [[tag.label.text for tag in sheet.tags] for sheet in sheets]
    assert tags == [["i"], *(marked or [[]]), *(marked or [[]])]


def test_waiting_calls_of_a_recursion_are_lines_with_their_values() -> None:
    sheets = list(all_sheets(recursion(6)))
    deepest = sheets[6]
    frames = [box for box in deepest.boxes if box.key.kind == "frame"]
    assert [box.is_folded for box in frames] == [True] * 5 + [False]
    assert [[str(words.text) for words in box.block.words] for box in frames[:2]] == [
        ["factorial", "n ", "6"],
        ["factorial", "n ", "5"],
    ]
    assert frames[-1].block.shapes[0].form is Form.RUNNING


def test_a_call_of_a_recursion_stays_open_while_it_calls_a_helper() -> None:
    film = Film()
    for number in range(3):
        film.call("sort", 2, low=film.number(number))
        film.step(event=Event.CALL)
    film.call("swap", 9, high=film.number(7))
    film.step(event=Event.CALL)
    last = list(all_sheets(film))[-1]
    frames = [box for box in last.boxes if box.key.kind == "frame"]
    assert [box.is_folded for box in frames] == [True, True, False, False]


def test_a_call_is_a_line_before_its_function_is_called_again_through_another() -> None:
    film = Film()
    for number in range(3):
        film.call("even", 2, n=film.number(number))
        film.step(event=Event.CALL)
        film.call("odd", 5, n=film.number(number))
        film.step(event=Event.CALL)
    folded = [[one.is_folded for one in sheet.boxes[1:]] for sheet in all_sheets(film)]
    assert folded[-1] == [True] * 4 + [False] * 2
    assert folded[1] == [True, False]


def test_no_caller_is_a_line_at_the_scale_at_which_all_frames_fit() -> None:
    """Nor at the steps at which a recursive call might get more rows than it ever has."""
    film = Film()
    film.call("solve", 1, **{f"name_{n}": film.number(n) for n in range(6)})
    film.step(event=Event.CALL)
    for number in range(4):
        film.call("best", 2, n=film.number(number))
        film.step(event=Event.CALL)
        if number < 3:
            film.bind("first", film.number(1))
            film.bind("second", film.number(2))
    film.step(event=Event.RETURN, value=film.number(4))
    for sheet in all_sheets(film):
        assert not sheet.boxes[1].is_folded


def test_a_caller_that_lacks_room_again_and_again_is_a_line_all_the_time() -> None:
    film = Film()
    many = {f"name_{n}": film.number(n) for n in range(9)}
    for line, name in enumerate(("main", "run"), 1):
        film.call(name, line, **many)
        film.step(event=Event.CALL)
    for _ in range(4):
        film.call("check", 9, **many)
        film.step(event=Event.CALL)
        film.step(event=Event.RETURN, value=film.number(4))
        film.calls.pop()
        film.step()
    folded = [sheet.boxes[1].is_folded for sheet in all_sheets(film)]
    assert folded == [False, *[True] * 13]


def test_a_caller_that_lacks_room_twice_is_a_line_between_and_whole_long_before() -> None:
    film = Film()
    many = {f"name_{n}": film.number(n) for n in range(9)}
    for line, name in enumerate(("main", "run"), 1):
        film.call(name, line, **many)
        film.step(event=Event.CALL)
    for _ in range(40):
        film.step()
    for _ in range(2):
        film.call("check", 9, **many)
        film.step(event=Event.CALL)
        film.step(event=Event.RETURN, value=film.number(4))
        film.calls.pop()
        for _ in range(8):
            film.step()
    folded = [sheet.boxes[1].is_folded for sheet in all_sheets(film)]
    assert folded == [*[False] * 42, *[True] * 20]


def test_a_caller_is_not_a_line_only_for_the_step_with_a_result() -> None:
    film = Film()
    film.call("outer", 2, **{f"name_{n}": film.number(n) for n in range(6)})
    film.step(event=Event.CALL)
    film.call("inner", 9, first=film.number(1))
    film.step(event=Event.CALL)
    film.bind("second", film.number(2))
    film.step(10)
    film.step(10, event=Event.RETURN, value=film.number(3))
    seen = set[tuple[bool, ...]]()
    for height in range(180, 420, 10):
        sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(500, height))
        folded = [
            any(box.is_folded for box in sheets.sheet(*step).boxes)
            for step in list(zip(film.states, film.deltas, strict=True))[1:]
        ]
        seen.add(tuple(folded))
    assert seen == {(True,) * 3, (False,) * 3}


def test_frames_without_objects_beside_them_take_the_room_for_their_values() -> None:
    film = Film()
    for number in range(4):
        film.call("recursive_function", 2, index=film.number(number))
        film.step(event=Event.CALL)
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(560, 420))
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    lines = [box for box in sheet.boxes if box.is_folded and box.key.kind == "frame"]
    assert [[str(one.text) for one in box.block.words] for box in lines] == [
        ["recursive_function", "index ", str(number)] for number in range(3)
    ]


def test_no_larger_scale_leaves_out_the_values_of_calls_that_wait() -> None:
    film = Film()
    items = film.list(*(film.number(n) for n in range(12)))
    film.bind("items", items)
    # The first two calls share a value.
    for index, best in enumerate((19, 19, 32, 43)):
        numbers = {"best": film.number(best), "index": film.number(index)}
        film.call("max_recursive", 2, items=items, **numbers)
        film.step(event=Event.CALL)
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(745, 595))
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    lines = [box for box in sheet.boxes if box.is_folded and box.key.kind == "frame"]
    assert sheet.scale > 1
    assert [[str(one.text) for one in box.block.words] for box in lines] == [
        ["max_recursive", "best ", best, "index ", index]
        for best, index in (("19", "0"), ("19", "1"), ("32", "2"))
    ]


def test_the_frames_are_wide_enough_for_the_value_of_a_call_that_waits() -> None:
    film = Film()
    cls = film.cls("Node")
    film.bind("nodes", film.list(*(film.instance(cls, key=film.number(n)) for n in range(3))))
    for number in range(3):
        node = film.instance(cls, next_of_all=film.number(number))
        film.call("walk", 2, first=node)
        film.step(event=Event.CALL)
    sheet = list(all_sheets(film))[-1]
    lines = [box for box in sheet.boxes if box.is_folded and box.key.kind == "frame"]
    assert [[str(one.text) for one in box.block.words][1] for box in lines] == ["first "] * 2


def test_a_frame_with_many_names_shows_the_bound_ones_and_those_of_objects() -> None:
    *_, sheet = all_sheets(many_names(40))
    (module,) = [box for box in sheet.boxes if box.key.kind == "globals"]
    names = [str(one.slot.name) for one in module.block.fields]
    assert {"n_0", "n_20", "items"} <= set(names)
    assert len(names) < 30
    assert sum(sign.left_out for sign in module.block.signs) == 41 - len(names)


@pytest.mark.parametrize(
    ("name", "shown"),
    [(one, one) for one in ("random_list_of_numbers", "a" * 30)] + [("a" * 60, f"{'a' * 39}…")],
)
@pytest.mark.parametrize("function", ["f", "a_function_with_a_long_name"])
def test_a_name_of_a_frame_is_whole_where_there_is_room(
    name: str, shown: str, function: str
) -> None:
    film = Film()
    film.bind(name, film.list(film.number(3)))
    film.bind("other", film.number(3))
    film.step()
    film.call(function, 2, n=film.number(1))
    film.step()
    for sheet in all_sheets(film):
        (module,) = [box for box in sheet.boxes if box.key.kind == "globals"]
        (label, other) = [one for one in module.block.words if one.ink is Ink.NAME]
        assert (label.text, other.text) == (shown, "other")
        assert FixedMeasure().width(shown, TextStyle.NAME) <= label.rect.width


IMPORTS = "from typing import List\nfrom shop import basket\n"


@pytest.mark.parametrize("level", [Level.VALUES, Level.OBJECTS])
def test_a_name_that_a_module_takes_from_the_library_is_a_mark_and_no_card(level: Level) -> None:
    film, made = Film(), {}
    for name in ("List", "basket"):
        made[name] = film.instance(film.cls(f"_{name}"), inside=film.number(7))
        film.bind(name, made[name])
    film.bind("get_nodes_from_left_to_right", film.function("get_nodes_from_left_to_right", 9))
    film.step()
    sheets = Sheets(
        walk_of(film), {"prog.py": IMPORTS, "shop.py": ""}, FixedMeasure(), level, Size(1500, 700)
    )
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    (module,) = [box for box in sheet.boxes if box.key.kind == "globals"]
    drawn = {box.key for box in sheet.boxes}
    assert object_key(made["basket"]) in drawn
    assert (object_key(made["List"]) in drawn) == (level is Level.OBJECTS)
    if level is Level.VALUES:
        said = [one.text for one in module.block.words]
        assert "List" in said
        assert not any(" = " in str(one) for one in said)


@pytest.mark.parametrize("level", [Level.VALUES, Level.OBJECTS])
@pytest.mark.parametrize(
    ("module", "name", "kind"),
    [("__future__", "annotations", "_Feature"), ("typing", "Optional", "_SpecialForm")],
)
def test_an_imported_name_of_an_object_without_data_is_a_mark(
    module: str, name: str, kind: str, level: Level
) -> None:
    film = Film()
    film.bind(name, film.instance(film.cls(kind), mandatory=film.number(7)))
    film.step()
    sheets = sheets_of(film, level, f"from {module} import {name}\n")
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    (frame,) = sheet.boxes
    assert name in [one.text for one in frame.block.words]


def test_in_a_high_stack_the_middle_is_counted() -> None:
    sheet = list(all_sheets(recursion(60)))[60]
    assert any(box.key == Key("calls", "more") for box in sheet.boxes)
    assert sheet.bounds.bottom < 595


def test_every_omitted_arrow_has_its_value_in_the_slot() -> None:
    for make in FILMS:
        film: Film = make()
        for sheet in all_sheets(film):
            for arrow in sheet.arrows:
                assert arrow.points or (arrow.stub is not None and arrow.stub.text)


def test_a_type_of_an_annotation_is_a_value_of_its_own_where_objects_are_drawn() -> None:
    film = Film()
    held = film.new("type", ClassBody("list", (), ()))
    alias = film.new(
        "GenericAlias", Other((held,), (("__origin__", held),), (("value", "list[int]"),))
    )
    film.bind("Grid", alias)
    film.step()
    (sheet,) = all_sheets(film, Level.OBJECTS)
    (box,) = [box for box in sheet.boxes if box.key == object_key(alias)]
    assert [str(one.text) for one in box.block.words] == ["list[int]"]
    assert object_key(held) not in {one.key for one in sheet.boxes}


@pytest.mark.parametrize("level", [Level.VALUES, Level.OBJECTS])
def test_a_shared_object_is_drawn_at_levels_with_objects_also_without_contents(
    level: Level,
) -> None:
    film = Film()
    lock = film.new("lock", Lock(locked=False, owner=None, count=None))
    marker = film.new("object", Other((), (), ()))
    film.bind("counter", film.instance(film.cls("Counter"), n=film.number(0)))
    bound = film.new("method", Method(film.names["counter"], film.function("up", 1)))
    for name, serial in (("lock", lock), ("same", lock), ("mark", marker), ("up", bound)):
        film.bind(name, serial)
    film.step()
    (sheet,) = all_sheets(film, level)
    drawn = {box.key for box in sheet.boxes}
    expected = set() if level is Level.VALUES else {lock, marker, bound}
    assert drawn & {object_key(one) for one in (lock, marker, bound)} == {
        object_key(one) for one in expected
    }
    counter = object_key(film.names["counter"])
    leads = {arrow.start for arrow in sheet.arrows if arrow.end == counter}
    assert (object_key(bound) in leads) == (level is Level.OBJECTS)


SENTENCE = "'the quick brown fox jumps over'"


def words_of(film: Film, *, is_brief: bool = False) -> set[str]:
    sheets = Sheets(walk_of(film), film.sources, FixedMeasure(), is_brief=is_brief)
    sheet = sheets.sheet(film.states[-1])
    return {str(words.text) for box in sheet.boxes for words in box.block.words}


@pytest.mark.parametrize("is_brief", [False, True])
@pytest.mark.parametrize(("cards", "is_whole"), [(2, True), (21, False)])
def test_long_values_in_cards_are_whole_if_there_is_room(
    cards: int, is_whole: bool, is_brief: bool
) -> None:
    film = Film()
    book, title = film.cls("Book"), film.new("str", Scalar(SENTENCE))
    for n in range(cards):
        film.bind(f"a{n}", film.instance(book, title=title, pages=film.number(n)))
    film.step()
    assert (SENTENCE in words_of(film, is_brief=is_brief)) is is_whole


def test_long_values_in_frames_without_arrows_are_whole_if_there_is_room() -> None:
    film = Film()
    film.bind("text", film.new("str", Scalar(SENTENCE)))
    film.step()
    assert SENTENCE in words_of(film)


@pytest.mark.parametrize(("numbers", "is_whole"), [(2, True), (30, False)])
def test_long_names_in_frames_are_whole_if_there_is_room(numbers: int, is_whole: bool) -> None:
    film = Film()
    name = "codes_that_a_client_may_try_again"
    film.bind(name, film.list(*map(film.number, range(numbers))))
    film.step()
    assert (name in words_of(film)) is is_whole
