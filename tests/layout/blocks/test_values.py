"""The text in a slot in place of an arrow."""

import pytest

from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Facts, Level, NodeForm, Structure, StructureKind
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.nodes import first_value, node, own_places
from visualizer.layout.blocks.rows import rows_of
from visualizer.layout.blocks.values import Values, truncate
from visualizer.model import Array, Cell, Instance, Mapping, Method, Other, Scalar, Sequence


def values(film: Film, facts: Facts | None = None) -> Values:
    return Values(film.heap, facts or Facts())


@pytest.mark.parametrize(
    ("text", "most", "written"),
    [
        ("'short'", 24, "'short'"),
        ("'" + "x" * 40 + "'", 10, "'xxxxxxx…'"),
        ("ab", 2, "ab"),
        ("[x…, …]", 6, "[x…]"),
        ("ƒ permutations", 8, "ƒ permu…"),
        ("Order 12", 7, "Order…"),
        ("12345678", 6, "12345…"),
        ("Format.MEMBE…", 9, "Format.M…"),
    ],
)
def test_a_text_is_cut_before_its_last_character_if_that_closes_it(
    text: str, most: int, written: str
) -> None:
    assert truncate(text, most) == written


def test_a_number_a_tuple_of_numbers_a_function_and_a_class_are_written() -> None:
    film = Film()
    pair = film.new("tuple", Sequence((film.number(1), film.number(2)), 2))
    told = values(film)
    assert [told.is_text(one) for one in (film.number(1), pair)] == [True, True]
    assert told.text(pair) == "(1, 2)"
    assert told.text(film.function("Class.method", 1)) == "ƒ method"
    assert told.text(film.cls("Node")) == "class Node"


def test_a_bound_method_names_its_object_as_far_as_there_is_room() -> None:
    film = Film()
    name = film.new("str", Scalar("'Ann'"))
    thing = film.instance(film.cls("Display"), name=name)
    bound = film.new("method", Method(thing, film.function("Display.update", 1)))
    told = values(film)
    assert [told.text(bound), told.text(bound, 18)] == [
        "Display 'Ann'.update",
        "Display.update",
    ]


def test_an_object_in_c_is_identified_by_its_first_field() -> None:
    film = Film()
    tag, nothing = (film.new("str", Scalar("'a'")), film.new("NoneType", Scalar("None")))
    one = film.new("Element", Other((tag, nothing), (("tag", tag), ("tail", nothing)), ()))
    other = film.new("Element", Other((nothing, tag), (("tail", nothing), ("tag", tag)), ()))
    assert [values(film).text(each) for each in (one, other)] == ["Element 'a'", "Element"]
    parent = film.new("Element", Other((tag, one, other), (("tag", tag),), ()))
    rows = rows_of(film.heap[parent], values(film), Facts(), 1).rows
    assert [(row.label, row.target) for row in rows] == [("tag", tag), ("0", one), ("1", other)]


def test_a_folded_array_shows_its_values_or_its_shape() -> None:
    film = Film()
    row = film.new("ndarray", Array((3,), "<i8", (8,), None, 24, (("4", "5", "6"),)))
    rows = ("1", "2", "3"), ("4", "5", "6")
    grid = film.new("ndarray", Array((2, 3), "<i8", (24, 8), None, 48, rows))
    assert [values(film).text(one) for one in (row, grid)] == ["[4, 5, 6]", "2×3 ndarray"]


def test_a_tuple_cuts_its_items_only_where_the_whole_has_no_room() -> None:
    film = Film()
    state = film.new("frozenset", Sequence((film.new("str", Scalar("'q0'")),), 1))
    pair = film.new("tuple", Sequence((state, film.new("str", Scalar("'0'"))), 2))
    told = values(film)
    assert [told.text(pair, 24), told.text(pair, 19)] == [
        "(frozenset {'q0'}, '0')",
        "(frozenset…}, '0')",
    ]


def test_a_tuple_of_one_has_its_comma() -> None:
    film = Film()
    one = film.new("tuple", Sequence((film.number(1),), 1))
    assert values(film).text(one) == "(1,)"


def test_a_long_tuple_or_one_that_holds_a_list_is_a_card() -> None:
    film = Film()
    long = film.new("str", Scalar("'" + "x" * 40 + "'"))
    tuples = [film.new("tuple", Sequence((held,), 1)) for held in (long, film.list(film.number(1)))]
    assert [values(film).is_text(one) for one in tuples] == [False, False]


@pytest.mark.parametrize(
    ("most", "told"), [(24, "[('B', 0), ('E', 0)]"), (19, "[('B', 0), ('E',…]")]
)
def test_a_list_is_written_whole_where_all_its_items_fit(most: int, told: str) -> None:
    film = Film()
    letters = [film.new("str", Scalar(repr(letter))) for letter in "BE"]
    pairs = [film.new("tuple", Sequence((one, film.number(0)), 2)) for one in letters]
    assert values(film).text(film.list(*pairs), most) == told


def test_a_long_list_shows_its_first_items() -> None:
    film = Film()
    assert values(film).text(film.list(*map(film.number, range(12)))) == "[0, 1, 2, 3, …]"


def test_a_stub_names_its_target() -> None:
    film = Film()
    told = values(film)
    items = film.list(*(film.number(n) for n in range(6)))
    entries = film.dict((film.new("str", Scalar("'a'")), film.number(1)))
    node = film.instance(film.cls("Node"), value=film.number(5))
    assert [told.text(one) for one in (items, entries, node)] == [
        "[0, 1, 2, 3, 4, 5]",
        "{'a': 1}",
        "Node 5",
    ]
    assert [told.text(film.list()), told.text(film.dict())] == ["[]", "{}"]


@pytest.mark.parametrize(("count", "written"), [(1, "[Node]"), (2, "[Node, …]")])
def test_a_list_of_objects_shows_whether_it_has_several(count: int, written: str) -> None:
    film = Film()
    cls = film.cls("Node")
    many = film.list(*(film.instance(cls, next=film.list()) for _ in range(count)))
    assert values(film).text(many) == written


def test_a_slot_that_refers_to_a_cell_shows_its_contents() -> None:
    film = Film()
    inside = film.list()
    cell = film.new("cell", Cell(inside))
    assert values(film).reached(cell) == inside


def test_a_cell_that_holds_itself_ends() -> None:
    film = Film()
    cell = film.new("cell", Cell(1))
    assert values(film).reached(cell) == cell


def test_at_level_objects_a_shared_object_is_a_card() -> None:
    film = Film()
    number = film.number(1000)
    shared = Facts(level=Level.OBJECTS, value_labels=frozenset({number}))
    assert values(film).is_text(number)
    assert not values(film, shared).is_text(number)


def test_a_name_of_an_instance_of_a_dict_shows_its_type() -> None:
    film = Film()
    held = film.new("Counter", Mapping((), 0))
    assert values(film).text(held) == "Counter()"


def test_an_object_is_named_by_its_type_alone_without_room_for_a_value() -> None:
    film = Film()
    account = film.instance(film.cls("Account"), balance=film.number(100))
    event = film.instance(film.cls("Event"), name=film.new("str", Scalar("'arrive'")))
    told = values(film)
    assert [told.text(account, most) for most in (11, 9)] == ["Account 100", "Account"]
    assert [told.text(event, most) for most in (14, 11, 9)] == [
        "Event 'arrive'",
        "Event 'ar…'",
        "Event",
    ]


def test_a_compact_node_shows_a_value_before_none() -> None:
    film = Film()
    nothing = film.new("NoneType", Scalar("None"), immortal=True)
    thing = film.instance(film.cls("Node"), asks=nothing, answer=film.number(5), left=nothing)
    maker = Maker(film.heap, Facts(), FixedMeasure(), 1, 700)
    structure = Structure(StructureKind.TREE, ("left",), 20)
    own = own_places(maker, film.heap[thing])
    assert [one.target for one in first_value(maker, own, structure)] == [film.number(5)]
    assert [one.target for one in first_value(maker, own[:1], structure)] == [nothing]


def test_a_class_that_derives_from_a_container_has_its_brackets() -> None:
    film = Film()
    one = film.number(1)
    for base, full, empty in [
        ("set", "Own {1}", "Own()"),
        ("frozenset", "Own {1}", "Own()"),
        ("tuple", "Own (1,)", "Own ()"),
        ("list", "Own [1]", "Own []"),
    ]:
        cls = film.cls("Own", film.library_class(base))
        things = [
            film.new("Own", Instance(cls, (), Sequence(items, len(items))))
            for items in ((one,), ())
        ]
        assert [values(film).text(serial) for serial in things] == [full, empty]


def test_a_compact_node_shows_the_value_by_which_nodes_differ() -> None:
    film = Film()
    node, item = film.cls("Node"), film.cls("Item")
    nothing = film.new("NoneType", Scalar("None"), immortal=True)
    thing = film.instance(node, red=film.number(1), element=film.instance(item), left=nothing)
    maker = Maker(film.heap, Facts(), FixedMeasure(), 1, 700)
    structure = Structure(StructureKind.TREE, ("left",), 20, telling="element")
    own = own_places(maker, film.heap[thing])
    assert [one.name for one in first_value(maker, own, structure)] == ["element"]


@pytest.mark.parametrize("has_types", [True, False])
def test_compact_nodes_of_several_types_have_their_types_above_the_values(has_types: bool) -> None:
    film = Film()
    thing = film.instance(film.cls("Manager"), pay=film.number(7), staff=film.number(8))
    maker = Maker(film.heap, Facts(), FixedMeasure(), 1, 700)
    structure = Structure(StructureKind.TREE, ("team",), 20, has_types=has_types)
    heights = {}
    for form in (NodeForm.VALUES, NodeForm.VALUE):
        made = node(maker, film.heap[thing], structure, form)
        assert made is not None
        texts = [str(words.text) for words in sorted(made.words, key=lambda one: one.rect.y)]
        assert texts == ["Manager"] * (has_types and form is NodeForm.VALUES) + (
            ["7", "8"] if form is NodeForm.VALUES else ["7"]
        )
        heights[form] = made.height
        assert all(0 <= words.rect.y < words.rect.bottom <= made.height for words in made.words)
    assert heights[NodeForm.VALUES] > heights[NodeForm.VALUE]
