"""What stands in the card of each kind of object."""

from collections.abc import Callable

import pytest

from tests.layout.film import Film
from visualizer.layout import Card, CardKind, FixedMeasure, PartKind, Phrase, TextStyle, phrase
from visualizer.layout.cards import object_card
from visualizer.layout.rows import Surroundings
from visualizer.layout.sizes import cut, header_label, label_aside, written_size
from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    Generator,
    HeapObject,
    Instance,
    Iterator,
    Mapping,
    Method,
    Module,
    Other,
    Scalar,
    Sequence,
    WeakReference,
)


def thing(serial: int, kind: str, content: Content, count: int | None = 1) -> HeapObject:
    return HeapObject(serial, kind, 0x7F00_0000_3FC0, count, 72, content)


HEAP = {
    1: thing(1, "int", Scalar("5"), None),
    2: thing(2, "str", Scalar("'a long name'")),
    3: thing(3, "list", Sequence((), 0)),
    4: thing(4, "str", Scalar("'key'")),
    5: thing(5, "tuple", Sequence((1,), 1)),
    6: thing(6, "function", Function("run", 1, None, (), ())),
    7: thing(7, "type", ClassBody("int", (), ()), None),
    8: thing(8, "code", Other((1,))),
}


def card(kind: str, content: Content, in_place: bool = False) -> Card:
    around = Surroundings(HEAP, FixedMeasure(), lambda serial: in_place and serial in (2, 4))
    return object_card(thing(20, kind, content), around)


def rows(card: Card) -> list[tuple[str, str, int | None]]:
    """Label, text and target of each part, phrases by their keys."""
    return [(_plain(p.label), _plain(p.text), p.target) for p in card.parts]


def _plain(text: object) -> str:
    return text.key if isinstance(text, Phrase) else str(text)


def test_a_plain_value_is_a_pill_with_its_type() -> None:
    pill = card("int", Scalar("1000"))
    assert pill.kind is CardKind.PILL
    assert (pill.title, pill.parts[0].text) == ("int", "1000")


def test_beside_a_plain_value_there_is_room_for_its_number_and_address() -> None:
    label = label_aside(20, 0x7F00_0000_3FC0, brief=False)
    assert label == "#20 · …3fc0"
    assert card("int", Scalar("1000")).aside == 18 + FixedMeasure().width(label, TextStyle.ADDRESS)


def test_containers_have_room_for_address_and_size_and_what_is_none_for_its_size() -> None:
    measure = FixedMeasure()
    titles = measure.width("list", TextStyle.TITLE), measure.width("cell", TextStyle.TITLE)
    wider = measure.width("…3fc0 · ", TextStyle.ADDRESS)
    assert titles[0] == titles[1]
    assert card("list", Sequence((), 0)).width - card("cell", Cell(None)).width == wider


def test_none_needs_no_type_beside_it() -> None:
    assert card("NoneType", Scalar("None")).title == ""


def test_immortal_values_are_written_in_the_cells_of_a_list() -> None:
    found = card("list", Sequence((1, 1), 2))
    assert rows(found) == [("0", "5", None), ("1", "5", None)]
    assert {part.kind for part in found.parts} == {PartKind.CELL}


def test_a_list_with_a_counted_object_stands_upright_with_a_port_for_it() -> None:
    found = card("list", Sequence((1, 3), 2))
    assert rows(found) == [("0", "5", None), ("1", "", 3)]
    assert {part.kind for part in found.parts} == {PartKind.PAIR}
    assert [part.port for part in found.parts] == [None, found.parts[1].y + 14]


def test_a_value_that_only_this_slot_holds_is_a_pill_inside_it() -> None:
    (part,) = card("list", Sequence((2,), 1), in_place=True).parts
    assert part.pill
    assert (part.text, part.target) == ("'a long name'", 2)


def test_a_long_list_shows_its_first_six_and_its_last_two() -> None:
    found = card("list", Sequence((3,) * 1000, 1000))
    labels = [label for label, _, _ in rows(found)]
    assert labels == ["0", "1", "2", "3", "4", "5", "…", "998", "999"]
    assert found.parts[6].text == "+992"
    assert found.hidden == 992


def test_twelve_items_are_shown_whole_in_a_card_no_wider_than_any() -> None:
    found = card("list", Sequence((1,) * 12, 12))
    assert len(found.parts) == 12
    assert found.width <= 268
    assert max(part.x + part.width for part in found.parts) <= 268


def test_a_set_has_round_cells_without_index() -> None:
    found = card("set", Sequence((1,), 1))
    assert [(part.kind, part.label) for part in found.parts] == [(PartKind.ROUND, "")]


def test_text_keys_stand_in_the_key_column_and_other_objects_as_keys_have_a_port() -> None:
    found = card("dict", Mapping(((4, 1), (1, 3), (5, 1)), 3))
    assert rows(found) == [
        ("'key'", "5", None),
        ("5", "", 3),
        ("key", "", 5),
        ("→", "5", None),
    ]


def test_a_large_dict_says_how_many_pairs_it_does_not_show() -> None:
    found = card("dict", Mapping(((4, 1),) * 46, 46))
    assert len(found.parts) == 7
    assert found.parts[-1].text == Phrase("more-pairs", (("n", 40),))


def test_an_exception_tells_the_lines_it_passed() -> None:
    film = Film()
    last = film.new("traceback", Other((), (), (("tb_lineno", "2"),)))
    middle = film.new("traceback", Other((last,), (("tb_next", last),), (("tb_lineno", "6"),)))
    first = film.new("traceback", Other((middle,), (("tb_next", middle),), (("tb_lineno", "9"),)))
    raised = film.new("ValueError", ExceptionBody(None, None, None, None, first, ()))
    around = Surroundings(dict(film.heap), FixedMeasure(), lambda _: False)
    found = object_card(film.heap[raised], around)
    assert rows(found) == [("traceback", "lines-passed", None)]
    assert found.parts[0].text == phrase("lines-passed", lines="9 → 6 → 2")


def test_a_long_traceback_is_told_by_its_first_lines() -> None:
    film = Film()
    serial = film.new("traceback", Other((), (), (("tb_lineno", "30"),)))
    for line in range(29, 0, -1):
        below = (("tb_next", serial),)
        serial = film.new("traceback", Other((serial,), below, (("tb_lineno", str(line)),)))
    raised = film.new("ValueError", ExceptionBody(None, None, None, None, serial, ()))
    around = Surroundings(dict(film.heap), FixedMeasure(), lambda _: False)
    (part,) = object_card(film.heap[raised], around).parts
    assert part.text == phrase("lines-passed", lines="1 → 2 → 3 → 4 → 5 → …")


def test_the_values_of_an_array_stand_in_a_grid() -> None:
    rows_shown = (("1", "2", "3"), ("4", "5", "6"))
    found = card("ndarray", Array((3, 3), "<i8", (24, 8), None, 72, rows_shown))
    cells = [part for part in found.parts if part.kind is PartKind.CELL]
    assert [part.text for part in cells] == list("123456")
    assert len({part.x for part in cells}) == 3
    assert len({part.y for part in cells}) == 2
    assert found.parts[-1].text == "… +3"
    assert found.hidden == 3
    assert all(part.y + part.height < found.height for part in found.parts)
    assert all(part.x + part.width <= found.width for part in cells)


def test_columns_that_find_no_room_are_left_out_with_a_sign() -> None:
    wide = (("1.2345678901",) * 12,) * 2
    found = card("ndarray", Array((2, 12), "<f8", (96, 8), None, 192, wide))
    cells = [part for part in found.parts if part.kind is PartKind.CELL]
    assert 2 <= len(cells) < 24
    assert [part.text for part in found.parts if part.kind is PartKind.MORE] == ["…", "…"]
    assert all(part.x + part.width <= found.width for part in found.parts)


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (Array((2,), "<i8", (16,), 20, 16, (("1", "2"),), 8), ("part", "[1::2]", None)),
        (Array((2,), "<i4", (8,), 20, 8, (("1", "2"),), 8), ("part-from", "[1]", None)),
    ],
)
def test_a_view_tells_which_part_of_its_base_it_shows(
    view: Array, told: tuple[str, str, None]
) -> None:
    base = thing(20, "ndarray", Array((4,), "<i8", (8,), None, 32, (tuple("0123"),)))
    around = Surroundings(HEAP | {20: base}, FixedMeasure(), lambda _: False)
    assert told in rows(object_card(thing(21, "ndarray", view), around))


def test_of_what_the_library_made_its_private_names_are_only_counted() -> None:
    thread = Instance(7, (("name", 1), ("_target", 3), ("_args", 3)))
    assert rows(card("Thread", thread)) == [("name", "5", None), ("library-names", "", None)]


def test_of_a_class_what_the_library_keeps_in_it_is_only_counted() -> None:
    names = (("__dataclass_params__", 3), ("__dataclass_fields__", 3), ("size", 1))
    found = card("type", ClassBody("Item", (), names))
    assert rows(found) == [
        ("Item", "", None),
        ("size", "5", None),
        ("library-names", "", None),
    ]
    assert found.hidden == 2


def test_a_class_shows_its_variables_and_counts_its_methods() -> None:
    body = ClassBody("Car", (7,), (("__module__", 4), ("run", 6), ("wheels", 1)))
    found = card("type", body)
    assert rows(found) == [
        ("Car", "methods", None),
        ("base", "int", None),
        ("wheels", "5", None),
    ]


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        (
            "Car",
            Instance(7, (("parts", 3), ("wheels", 1))),
            [("parts", "", 3), ("wheels", "5", None)],
        ),
        ("Text", Instance(7, (), Scalar("'word'")), [("'word'", "", None)]),
        (
            "function",
            Function("f", 1, None, (("n", 3),), (1,)),
            [("f", "", None), ("n", "", 3), ("default", "5", None)],
        ),
        ("method", Method(3, 6), [("self", "", 3), ("function", "", 6)]),
        ("cell", Cell(3), [("", "", 3)]),
        ("cell", Cell(None), [("empty", "", None)]),
        (
            "generator",
            Generator("suspended", 17, (("n", 1),)),
            [("generator-suspended", "", None), ("n", "", 1)],
        ),
        (
            "coroutine",
            Generator("suspended", 17, (("n", 1),), 3),
            [("generator-suspended", "", None), ("awaits", "", 3), ("n", "", 1)],
        ),
        ("list_iterator", Iterator(3, 1), [("next-is", "", 3)]),
        ("list_iterator", Iterator(None, 1), [("used-up", "", None)]),
        ("enumerate", Iterator(3, 7), [("next-number", "", 3)]),
        ("enumerate", Iterator(3, -4), [("next-number", "", 3)]),
        ("ReferenceType", WeakReference(3), [("weak", "", 3)]),
        ("ReferenceType", WeakReference(None), [("dead", "", None)]),
        ("ValueError", ExceptionBody(None, 5, None, None, None, ()), [("args", "", 5)]),
        ("module", Module("math"), [("math", "", None)]),
        (
            "ndarray",
            Array((3,), "float64", (8,), 3, 24, (("0.0",) * 3,)),
            [("(3,) float64", "", None), ("base", "", 3), *[("", "0.0", None)] * 3],
        ),
        ("ndarray", Array((0,), "|u1", (1,), None, 0, ()), [("(0,) uint8", "", None)]),
        ("zip", Other((3, 1)), [("0", "", 3), ("1", "5", None)]),
        ("code", Other((3,)), [("not-entered", "", None)]),
        (
            "frame",
            Other((), facts=(("co_name", "f"), ("f_lineno", "3"))),
            [("co_name", "f", None), ("f_lineno", "3", None)],
        ),
        (
            "range_iterator",
            Other((), facts=(("next", "3"), ("stop", "9"), ("step", "1"))),
            [("numbers-left", "", None)],
        ),
        ("range_iterator", Other(()), [("used-up", "", None)]),
    ],
)
def test_every_other_kind_has_its_rows(
    kind: str, content: Content, expected: list[tuple[str, str, int | None]]
) -> None:
    assert rows(card(kind, content)) == expected


def test_code_builtin_classes_and_immortal_values_are_written_in_place() -> None:
    found = card("list", Sequence((1, 7, 8), 3))
    assert [text for _, text, _ in rows(found)] == ["5", "int", "code"]


def test_a_weak_reference_says_that_it_does_not_count() -> None:
    assert [part.weak for part in card("ReferenceType", WeakReference(3)).parts] == [True]


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (lambda: cut("'once upon a time'"), "'once upon a t…'"),
        (lambda: cut("1234567890123456"), "1234567890123456"),
        (lambda: written_size(72), "72 B"),
        (lambda: written_size(8056), "8,056 B"),
        (lambda: written_size(4_000_128), "4.0 MB"),
        (lambda: header_label(0x7F00_0000_3FC0, 184), "…3fc0 · 184 B"),
    ],
)
def test_values_sizes_and_addresses_are_written_short(
    write: Callable[[], str], expected: str
) -> None:
    assert write() == expected
