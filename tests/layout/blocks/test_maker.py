"""The blocks of objects: their forms, and a field for each reference."""

from dataclasses import replace
from functools import partial
from itertools import combinations

import pytest

from tests.layout.analysis.test_collector import chain, facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Facts, Level
from visualizer.layout.blocks.block import Block, Form, Ink, ReferenceDisplay, Side
from visualizer.layout.blocks.ink import STYLE_OF
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.watched import Keeping, Kept
from visualizer.layout.folding.folds import Fold, Folds
from visualizer.layout.measure import Phrase, phrase
from visualizer.layout.picture import Slot, object_key
from visualizer.model import ExceptionBody, Instance, Mapping, Scalar, Sequence


def block(
    film: Film, serial: int, level: Level = Level.VALUES, text: str = "", room: float = 480
) -> Block:
    facts = facts_of(film, level, text)
    return Maker(film.states[-1].heap, facts, FixedMeasure(), film.steps, room).whole(serial)


def texts(made: Block) -> list[str]:
    return [str(words.text) for words in made.words]


def board() -> Film:
    film = Film()
    rows = [film.list(*(film.number(10 * r + c) for c in range(3))) for r in range(2)]
    film.bind("grid", film.list(*rows))
    film.step()
    return film


@pytest.mark.parametrize("level", list(Level))
def test_a_value_with_a_label_is_not_written_in_a_nested_container_as_well(level: Level) -> None:
    film = Film()
    shared = film.number(7)
    film.bind("count", shared)
    film.bind("by_name", film.dict((film.number(1), film.list(film.number(2), shared))))
    film.step()
    fields = block(film, film.names["by_name"], level).fields
    (shown,) = (one.display for one in fields if one.target == shared)
    is_written = level is Level.VALUES
    assert shown is (ReferenceDisplay.TEXT if is_written else ReferenceDisplay.PORT)


def test_a_value_in_cells_inside_a_list_is_written_there_though_it_has_a_label() -> None:
    film = Film()
    shared = film.number(7)
    film.bind("best", shared)
    rows = [film.list(shared, film.number(n)) for n in range(3)]
    film.bind("other", film.list(rows[0]))
    film.bind("grid", film.list(*rows))
    film.step()
    shown = block(film, film.names["grid"], Level.OBJECTS).fields
    assert [one.display for one in shown if one.target == shared] == [ReferenceDisplay.TEXT] * 2


def test_a_block_is_made_again_when_a_referred_object_is_folded_and_unfolded() -> None:
    film = Film()
    shared = film.list(film.number(1))
    film.bind("a", film.list(shared))
    film.bind("b", film.list(shared))
    film.step()
    facts = facts_of(film)
    folded = Folds(crowded={shared: [(1, Fold(is_line=True))]})
    known, made = Keeping(), []
    for folds in (Folds(), folded, Folds(), folded):
        maker = Maker(film.heap, facts, FixedMeasure(), 1, 480, known=known, folds=folds)
        made.append(maker.whole(film.names["a"]))
    shown = [[one.display for one in block.fields] for block in made[:2]]
    assert shown == [[ReferenceDisplay.PORT], [ReferenceDisplay.TEXT]]
    assert made[2] is made[0]
    assert made[3] is made[1]


def test_a_block_is_made_again_for_another_room_only_if_it_differs_there() -> None:
    film = Film()
    film.bind("a", film.list(*(film.number(10**n) for n in range(12))))
    film.step()
    facts, known, reused = facts_of(film), Keeping(), 0
    before: list[Block] = []
    for room in (900, 500, 480, 300, 120, 60, 90, 300, 1000):
        maker = Maker(film.heap, facts, FixedMeasure(), 1, room, known=known)
        made = maker.whole(film.names["a"])
        assert made == block(film, film.names["a"], room=room)
        reused += any(made is one for one in before)
        before.append(made)
    assert 0 < reused < len(before) - 1


@pytest.mark.parametrize(("items", "is_below"), [(0, False), (2, True)])
def test_no_arrow_leaves_through_the_count_of_a_nested_object(items: int, is_below: bool) -> None:
    film = Film()
    shared = film.list(film.number(1))
    film.bind("a", shared)
    film.bind("Cache", film.cls("Cache"))
    held = film.dict(*((film.number(n), shared) for n in range(items)))
    film.bind("cache", film.instance(film.names["Cache"], map=held))
    film.step()
    made = block(film, film.names["cache"], Level.COUNTS)
    (count,) = [one.rect for one in made.shapes if one.form is Form.COUNT and one.serial == held]
    (inside,) = [one.rect for one in made.shapes if one.form is Form.INLINED]
    ports = [one.port for one in made.fields if one.port and one.side is Side.RIGHT]
    assert len(ports) == items
    assert not any(count.y <= port.y <= count.bottom for port in ports)
    assert (count.y - inside.y > inside.bottom - count.bottom) is is_below


def test_the_cells_of_a_set_have_room_for_its_frozensets() -> None:
    film = Film()
    inner = [
        film.new("frozenset", Sequence(tuple(map(film.number, numbers)), len(numbers)))
        for numbers in ((1,), (2, 3), ())
    ]
    film.bind("states", film.new("set", Sequence(tuple(inner), 3)))
    film.step()
    made = block(film, film.names["states"])
    cells = {str(one.text): one.rect.width for one in made.words if one.ink is Ink.VALUE}
    assert set(cells) == {"frozenset {1}", "frozenset {2, 3}", "frozenset()"}
    measure = FixedMeasure()
    assert all(width >= measure.width(text, STYLE_OF[Ink.VALUE]) for text, width in cells.items())


def test_a_list_of_numbers_has_a_cell_and_a_field_for_each() -> None:
    film = Film()
    film.bind("a", film.list(*(film.number(n) for n in range(5))))
    film.step()
    made = block(film, film.names["a"])
    assert texts(made) == [
        "list",
        *(str(n) for pair in zip(range(5), range(5), strict=True) for n in pair),
    ]
    assert [one.slot for one in made.fields] == [Slot("item", n) for n in range(5)]
    assert {one.display for one in made.fields} == {ReferenceDisplay.TEXT}


def test_up_to_thirty_items_are_shown_and_of_more_as_many_with_a_sign_between() -> None:
    film = Film()
    film.bind("whole", film.list(*(film.number(n) for n in range(30))))
    film.bind("long", film.list(*(film.number(n) for n in range(40))))
    film.step()
    assert len(block(film, film.names["whole"]).fields) == 30
    long = block(film, film.names["long"])
    assert [one.slot.name for one in long.fields] == [*range(28), 39]
    assert texts(long)[-4:-1] == ["⋯", "39", "39"]


def test_rows_of_a_list_are_a_grid_in_which_each_row_is_an_object() -> None:
    film = board()
    grid = film.names["grid"]
    made = block(film, grid)
    rows = film.heap[grid].content
    assert isinstance(rows, Sequence)
    assert set(made.anchors) == {grid, *rows.items}
    assert sum(shape.form is Form.CELL for shape in made.shapes) == 6
    nested = [one for one in made.fields if one.display is ReferenceDisplay.INLINED]
    assert [one.target for one in nested] == list(rows.items)


def test_a_short_tuple_is_a_row_as_the_longer_ones_beside_it() -> None:
    film = Film()
    long, short = (film.new("str", Scalar(repr(text))) for text in ("a" * 24, "b"))
    rows = [film.new("tuple", Sequence((one, film.number(1)), 2)) for one in (long, short)]
    film.bind("prices", film.list(*rows))
    alone = film.new("tuple", Sequence((film.number(2), film.number(3)), 2))
    film.bind("others", film.list(alone, film.new("tuple", Sequence((film.number(4),), 1))))
    film.step()
    anchors = block(film, film.names["prices"]).anchors
    assert [anchors[row].height for row in rows] == [22, 22]
    assert "(2, 3)" in texts(block(film, film.names["others"]))


def test_a_matrix_in_an_object_is_drawn_whole() -> None:
    film = board()
    grid = film.names.pop("grid")
    film.bind("game", film.instance(film.cls("Game"), board=grid))
    film.deltas.clear()
    film.states.clear()
    film.step()
    made = block(film, film.names["game"])
    assert grid in made.anchors
    assert sum(shape.form is Form.CELL for shape in made.shapes) == 6
    assert not any(one.display is ReferenceDisplay.PORT for one in made.fields)


def test_records_with_the_same_names_are_a_table() -> None:
    film = Film()
    cls = film.cls("Student")
    students = [film.instance(cls, name=film.number(n), mark=film.number(n + 50)) for n in (1, 2)]
    film.bind("students", film.list(*students))
    film.step()
    made = block(film, film.names["students"])
    assert texts(made).count("name") == texts(made).count("mark") == 1
    assert {one.holder for one in made.fields if one.display is ReferenceDisplay.TEXT} == {
        object_key(one) for one in students
    }


@pytest.mark.parametrize("count", [2, 100])
def test_the_columns_of_records_have_the_order_of_the_first(count: int) -> None:
    film = Film()
    cls, one, two = film.cls("Point"), film.number(1), film.number(2)
    points = [film.instance(cls, x=one, y=two)]
    points += [film.instance(cls, y=two, x=one) for _ in range(count - 1)]
    serial = film.list(*points)
    film.bind("points", serial)
    film.step()
    made = block(film, serial)
    written = [one for one in texts(made) if one in ("x", "y", "1", "2")]
    assert written[:2] == ["x", "y"]
    rows = [one.text for one in made.words if one.ink is Ink.VALUE]
    assert {*zip(rows[::2], rows[1::2], strict=True)} == {("1", "2")}


@pytest.mark.parametrize("others", [2, 100])
def test_a_name_that_few_records_lack_is_a_column_with_blanks(others: int) -> None:
    film = Film()
    cls, rate = film.cls("Account"), film.number(5)
    accounts = [film.instance(cls, owner=film.number(n), sum=film.number(n)) for n in range(others)]
    accounts.insert(1, film.instance(cls, owner=film.number(7), sum=film.number(8), rate=rate))
    serial = film.list(*accounts)
    film.bind("accounts", serial)
    film.step()
    made = block(film, serial)
    assert texts(made).count("rate") == 1
    (field,) = [one for one in made.fields if one.slot == Slot("attribute", "rate")]
    assert field.holder == object_key(accounts[1])
    shown = {one.holder for one in made.fields if one.slot == Slot("attribute", "sum")}
    cells = [one.rect for one in made.shapes if one.form is Form.CELL]
    assert cells.count(field.rect) == 1
    assert len(cells) == 2 * len(shown) + 1


@pytest.mark.parametrize("place", [0, 30, 64])
def test_whether_records_are_a_table_does_not_depend_on_the_places_of_the_odd_ones(
    place: int,
) -> None:
    film = Film()
    cls, value = film.cls("Point"), film.number(1)
    whole = [film.instance(cls, a=value, b=value, c=value) for _ in range(64)]
    odd = [film.instance(cls, **{name: value}) for name in "abc"]
    film.bind("points", points := film.list(*whole[:place], *odd, *whole[place:]))
    film.step()
    assert texts(block(film, points)).count("a") == 1


def test_records_with_different_names_are_no_table() -> None:
    film = Film()
    box = film.instance(film.cls("Box"), name=film.number(1), w=film.number(2), h=film.number(3))
    circle = film.instance(film.cls("Circle"), name=film.number(4), r=film.number(5))
    serial = film.list(circle, box)
    film.bind("shapes", serial)
    film.step()
    assert texts(block(film, serial)).count("name") == 2


def test_records_of_several_classes_have_their_types_in_the_rows() -> None:
    film = Film()
    kinds = [film.cls(name) for name in ("Savings", "Current", "Savings")]
    accounts = [film.instance(one, balance=film.number(n)) for n, one in enumerate(kinds, 5)]
    serial = film.list(*accounts)
    film.bind("accounts", serial)
    film.step()
    made = block(film, serial)
    assert texts(made)[0] == "list"
    assert [one for one in texts(made) if one in ("Savings", "Current")] == [
        "Savings",
        "Current",
        "Savings",
    ]


def test_the_last_record_of_a_list_that_had_more_is_still_a_table() -> None:
    film = Film()
    cls = film.cls("Student")
    students = [film.instance(cls, name=film.number(n)) for n in (1, 2)]
    serial = film.list(*students)
    film.bind("students", serial)
    film.step()
    film.put(serial, Sequence(tuple(students[:1]), 1))
    film.step()
    assert block(film, serial).words[0].text == phrase("table-of", type="list", item="Student")


def test_a_new_record_of_a_long_table_lets_the_others_be_as_they_were_read() -> None:
    film = Film()
    cls = film.cls("Card")
    cards = tuple(film.instance(cls, n=film.number(n)) for n in range(100))
    serial = film.list(*cards)
    film.bind("deck", serial)
    film.step()
    facts = facts_of(film)
    parts: list[list[Kept]] = []
    known = Keeping()
    for held in (cards[:-1], cards):
        heap = {**film.heap, serial: replace(film.heap[serial], content=Sequence(held, len(held)))}
        maker = Maker(heap, facts, FixedMeasure(), 1, 700, known=known)
        assert isinstance(maker.whole(serial).words[0].text, Phrase)
        keys = [one for one in known.latest if isinstance(one, tuple) and one[0] == "records"]
        parts.append([known.latest[one][0] for one in keys])
    assert len(parts[0]) == len(parts[1]) > 2
    changed = [one is not other for one, other in zip(*parts, strict=True)]
    assert changed == [False] * (len(changed) - 1) + [True]


def test_objects_that_are_written_in_slots_are_no_table() -> None:
    film = Film()
    color = film.cls("Color")
    names = [film.new("str", Scalar(repr(name))) for name in ("RED", "BLUE")]
    members = [film.instance(color, _value_=film.number(n), _name_=names[n]) for n in (0, 1)]
    film.bind("colors", film.list(*members))
    film.step()
    written = texts(block(film, film.names["colors"]))
    assert written == ["list", "0", "Color.RED", "1", "Color.BLUE"]


def test_the_names_of_functions_and_classes_in_a_list_are_whole() -> None:
    film = Film()
    film.bind("steps", film.list(film.function("insert_disk", 1), film.cls("Player")))
    film.step()
    made = block(film, film.names["steps"])
    width = {str(one.text): one.rect.width for one in made.words}
    for name in ("ƒ insert_disk", "class Player"):
        assert FixedMeasure().width(name, STYLE_OF[Ink.VALUE]) <= width[name]


def test_a_long_table_shows_its_first_and_last_rows() -> None:
    film = Film()
    cls = film.cls("Item")
    items = [film.instance(cls, price=film.number(n)) for n in range(40)]
    film.bind("items", film.list(*items))
    film.step()
    shown = [one.target for one in block(film, film.names["items"]).fields if one.target in items]
    assert shown == [*items[:12], items[-1]]


def test_a_dict_has_its_keys_as_labels() -> None:
    film = Film()
    key = film.new("str", Scalar("'red'"))
    film.bind("d", film.new("dict", Mapping(((key, film.number(3)),), 1)))
    film.step()
    assert texts(block(film, film.names["d"])) == ["dict", "'red'", "3"]


def test_an_object_that_is_named_has_a_port_in_the_slots_that_hold_it() -> None:
    film = Film()
    inner = film.list(film.number(1))
    film.bind("inner", inner)
    film.bind("outer", film.list(inner))
    film.step()
    film.step()
    (field,) = block(film, film.names["outer"]).fields
    assert (field.display, field.target, field.side) == (ReferenceDisplay.PORT, inner, Side.RIGHT)


def test_a_short_value_has_room_in_the_row_of_a_list() -> None:
    film = Film()
    item = film.number(12)
    for name in ("a", "b"):
        film.bind(name, film.list(item, film.list(item)))
    film.step()
    field = block(film, film.names["a"], Level.OBJECTS).fields[0]
    assert field.room is not None
    assert field.room.width > FixedMeasure().width("→ 12", STYLE_OF[Ink.NAME])


def test_nodes_of_a_long_chain_stand_without_their_names() -> None:
    film = chain(20)
    made = block(film, film.names["head"])
    assert texts(made) == ["19"]
    assert [one.slot.name for one in made.fields] == ["value", "next"]


def test_a_compact_node_without_values_shows_its_type() -> None:
    film = Film()
    cls, other = film.cls("Sum"), film.cls("Minus")
    node = film.instance(other, operand=film.instance(cls))
    for _ in range(16):
        node = film.instance(cls, left=node, right=film.instance(cls))
    film.bind("root", film.instance(other, operand=node))
    film.bind("made", film.instance(cls))
    film.step()
    assert texts(block(film, film.names["root"])) == ["Minus"]
    assert texts(block(film, node)) == ["Sum"]


@pytest.mark.parametrize("level", [Level.VALUES, Level.OBJECTS])
def test_texts_lie_in_their_block_and_cells_do_not_overlap(level: Level) -> None:
    for film in (board(), chain(4), chain(20)):
        for serial in film.names.values():
            made = block(film, serial, level)
            for words in made.words:
                assert words.rect.x >= 0
                assert words.rect.right <= made.width + 0.5
                assert words.rect.bottom <= made.height + 0.5
            cells = [shape.rect for shape in made.shapes if shape.form is Form.CELL]
            assert not any(one.overlaps(other) for one, other in combinations(cells, 2))


def test_a_block_is_made_again_when_a_written_value_changes() -> None:
    film = board()
    facts = facts_of(film)
    maker = Maker(film.heap, facts, FixedMeasure(), 1, 480)
    grid = film.names["grid"]
    before = maker.whole(grid)
    assert maker.whole(grid) is before
    rows = film.heap[grid].content
    assert isinstance(rows, Sequence)
    film.put(rows.items[0], Sequence((film.number(7),) * 3, 3))
    assert "7" in texts(maker.whole(grid))


def test_the_message_of_an_exception_is_whole() -> None:
    film = Film()
    words = "a message that is much longer than what has room in a line"
    said = film.new("str", Scalar(repr(words)))
    held = film.new("tuple", Sequence((said,), 1))
    film.kept |= {said, held}
    error = film.new("ValueError", ExceptionBody(None, held, None, None, None, ()))
    film.bind("error", error)
    film.step()
    made = block(film, error)
    assert " ".join(texts(made)[2:]) == repr(words)
    assert len(texts(made)) > 3


def test_a_group_shows_its_message_and_its_exceptions() -> None:
    film = Film()
    errors = [film.new("KeyError", ExceptionBody(None, None, None, None, None, ())) for _ in "ab"]
    said, inner = film.new("str", Scalar("'many'")), film.list(*errors)
    held = film.new("tuple", Sequence((said, inner), 2))
    film.kept |= {said, inner, held, *errors}
    group = film.new("ExceptionGroup", ExceptionBody(None, held, None, None, None, ()))
    film.bind("group", group)
    film.step()
    made = block(film, group)
    assert texts(made)[2:4] == ["'many'", "exceptions"]
    assert held not in made.inside(group)
    assert [one.target for one in made.ports][-2:] == errors


@pytest.mark.parametrize("form", ["cells", "rows", "entries", "based"])
@pytest.mark.parametrize("left", [0, 490_000])
def test_a_container_counts_its_items_outside_the_recording(form: str, left: int) -> None:
    film = Film()
    items = tuple(film.number(n) for n in range(40))
    if form == "rows":
        items = tuple(film.list(film.list(one)) for one in items)
    content = Sequence(items, len(items) + left)
    if form == "entries":
        kept = Mapping(tuple((one, one) for one in items), len(items) + left)
        film.bind("a", film.new("dict", kept))
    elif form == "based":
        own = film.cls("Own")
        film.bind("a", film.new("Own", Instance(own, (), content)))
    else:
        film.bind("a", film.new("list", content))
    film.step()
    said = [
        dict(words.text.arguments)["n"]
        for words in block(film, film.names["a"]).words
        if isinstance(words.text, Phrase) and words.text.key == "unrecorded-rows"
    ]
    assert said == ([left] if left else [])


@pytest.mark.parametrize(
    ("kind", "content", "shown"),
    [
        ("dict", Mapping((), 0), "{}"),
        ("list", Sequence((), 0), "[]"),
        ("set", Sequence((), 0), "set()"),
    ],
)
def test_an_empty_container_inside_another_is_written_whole(
    kind: str, content: Mapping | Sequence, shown: str
) -> None:
    film = Film()
    empty = film.new(kind, content)
    film.bind("table", film.dict((film.number(1), empty), (film.number(2), film.list())))
    film.step()
    facts = facts_of(film)
    assert facts.container_of[empty] == film.names["table"]
    made = block(film, film.names["table"])
    words = next(one for one in made.words if str(one.text) == shown)
    inside = made.anchors[empty]
    assert words.rect.width <= inside.width
    assert words.rect.width >= FixedMeasure().width(shown, STYLE_OF[words.ink])
    assert inside.height >= words.rect.height


def test_a_part_is_made_again_only_when_its_input_changes_and_its_block_with_it() -> None:
    film = Film()
    first, second, both = film.list(), film.list(), film.list()
    made: list[int] = []

    def length(serial: int, maker: Maker) -> int:
        made.append(serial)
        content = maker.heap[serial].content
        assert isinstance(content, Sequence)
        return content.length

    def lengths(maker: Maker) -> list[int]:
        return [maker.part(("length", one), partial(length, one)) for one in (first, second)]

    maker = Maker(film.heap, Facts(), FixedMeasure(), 1, 700)
    assert maker.kept(both, None, lengths) == [0, 0]
    film.put(second, Sequence((first,), 1))
    assert maker.kept(both, None, lengths) == [0, 1]
    assert made == [first, second, second]
