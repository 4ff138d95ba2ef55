"""The analysis of a whole recording decides how to show its objects."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.layout.film import FILE, Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.collector import FactCollector
from visualizer.layout.analysis.facts import Facts, Level, StructureKind
from visualizer.layout.blocks.maker import Maker
from visualizer.model import (
    Cell,
    Content,
    Event,
    Function,
    Instance,
    Iterator,
    Lock,
    Mapping,
    Other,
    Scalar,
    Sequence,
)


def facts_of(film: Film, level: Level = Level.VALUES, text: str = "") -> Facts:
    course = FactCollector({"prog.py": text})
    for state, delta in zip(film.states, film.deltas, strict=True):
        course.observe(state, delta)
    return course.facts(level)


def test_an_object_that_one_slot_alone_holds_is_drawn_inside() -> None:
    film = Film()
    row = film.list(film.number(1))
    film.bind("grid", film.list(row))
    film.step()
    assert facts_of(film).container_of == {row: film.names["grid"]}


def test_an_object_that_a_second_slot_ever_holds_stands_alone() -> None:
    film = Film()
    row = film.list(film.number(1))
    film.bind("grid", film.list(row))
    film.step()
    film.put(film.names["grid"], Sequence((row, row), 2))
    film.step()
    assert facts_of(film).container_of == {}


@pytest.mark.parametrize(("steps", "is_nested"), [(5, True), (40, False)])
def test_an_item_twice_in_its_list_stands_alone_if_that_lasts(steps: int, is_nested: bool) -> None:
    film = Film()
    row = film.list(film.number(1))
    film.bind("grid", film.list(row, film.list(film.number(2))))
    for _ in range(20):
        film.step()
    film.put(film.names["grid"], Sequence((row, row), 2))
    for _ in range(steps):
        film.step()
    assert (row in facts_of(film).container_of) is is_nested


@pytest.mark.parametrize(("steps", "is_nested"), [(2, True), (12, False)])
def test_a_list_that_was_freed_counts_if_it_held_an_object_for_long(
    steps: int, is_nested: bool
) -> None:
    film = Film()
    row = film.list(film.number(1))
    film.bind("rows", film.list(row))
    film.step()
    film.bind("argument", film.list(row))
    for _ in range(steps):
        film.step()
    film.names.pop("argument")
    for _ in range(4):
        film.step()
    assert (row in facts_of(film).container_of) is is_nested


@pytest.mark.parametrize(("shared", "is_nested"), [(0, True), (1, True), (6, False)])
def test_an_object_that_goes_to_another_list_is_nested_in_the_one_that_has_it_longest(
    shared: int, is_nested: bool
) -> None:
    film = Film()
    card = film.list(film.number(1))
    deck, hand = film.list(card), film.list()
    film.bind("deck", deck)
    film.bind("hand", hand)
    for _ in range(20):
        film.step()
    if shared:
        film.put(hand, Sequence((card,), 1))
    for _ in range(shared):
        film.step()
    film.put(deck, Sequence((), 0))
    film.put(hand, Sequence((card,), 1))
    for _ in range(5):
        film.step()
    assert facts_of(film).container_of.get(card) == (deck if is_nested else None)


@pytest.mark.parametrize(("named", "nested"), [(1, 3), (2, 0)])
def test_equal_records_in_a_dict_look_alike_though_some_have_names(named: int, nested: int) -> None:
    film = Film()
    records = [film.list(film.number(n)) for n in range(3)]
    keys = [film.number(10 + n) for n in range(3)]
    film.bind("students", film.dict(*zip(keys, records, strict=True)))
    for name, record in [("best", records[1]), ("worst", records[0])][:named]:
        film.bind(name, record)
    for _ in range(3):
        film.step()
    found = facts_of(film).container_of
    assert sum(record in found for record in records) == nested


def moved(film: Film, *, is_shared: bool) -> tuple[int, int, int]:
    """Move a record from one list to another; it is shared if it stays in the first, too."""
    film.bind("Card", film.cls("Card"))
    card = film.instance(film.names["Card"], rank=film.number(4))
    deck, hand = film.list(card), film.list()
    film.bind("deck", deck)
    film.bind("hand", hand)
    for _ in range(40):
        film.step()
    if not is_shared:
        film.put(deck, Sequence((), 0))
    film.put(hand, Sequence((card,), 1))
    for _ in range(40):
        film.step()
    return card, deck, hand


def test_a_record_that_moves_is_nested_in_whatever_list_has_it() -> None:
    film = Film()
    card, deck, hand = moved(film, is_shared=False)
    facts = facts_of(film)
    assert facts.homes == {card: (deck, hand)}
    assert facts.siblings == {deck: 1, hand: 1}
    for step, home in ((1, deck), (film.steps, hand)):
        maker = Maker(film.states[step - 1].heap, facts, FixedMeasure(), step, 700)
        assert maker.values.container_of(card) == home
        assert card in maker.whole(home).anchors


@pytest.mark.parametrize(("number", "is_nested"), [(1, False), (14, True)])
def test_a_few_objects_beside_nodes_of_their_type_have_cards(number: int, is_nested: bool) -> None:
    film = Film()
    film.bind("Entry", film.cls("Entry"))
    cls, key = film.names["Entry"], film.number(5)
    last = film.instance(cls, key=key)
    first = film.instance(cls, key=key, next=last)
    alone = [film.instance(cls, key=key) for _ in range(number)]
    film.bind("table", film.list(first, *alone))
    for _ in range(3):
        film.step()
    facts = facts_of(film)
    assert facts.nodes.keys() == {first, last}
    assert all((one in facts.container_of) == is_nested for one in alone)


def test_an_object_is_drawn_once_if_another_has_moved_into_it() -> None:
    film = Film()
    film.bind("Hand", film.cls("Hand"))
    cards = film.list()
    hand = film.instance(film.names["Hand"], cards=cards)
    hands = film.list(hand)
    film.bind("hands", hands)
    card, _, home = moved(film, is_shared=False)
    film.put(home, Sequence((), 0))
    film.put(cards, Sequence((card,), 1))
    for _ in range(20):
        film.step()
    facts = facts_of(film)
    maker = Maker(film.states[-1].heap, facts, FixedMeasure(), film.steps, 700)
    assert maker.values.container_of(card) == cards
    assert card in maker.whole(hand).anchors
    assert hand not in maker.whole(hands).anchors


def test_a_record_that_two_lists_have_is_nested_in_none() -> None:
    film = Film()
    card, _, _ = moved(film, is_shared=True)
    facts = facts_of(film)
    assert card not in facts.homes
    assert card not in facts.container_of


def test_lists_that_have_moved_into_each_other_have_an_outermost_one() -> None:
    film = Film()
    first, second = film.list(), film.list()
    left, right = film.list(first), film.list(second)
    film.bind("left", left)
    film.bind("right", right)
    film.kept.update((first, second))  # a cycle keeps itself
    for _ in range(40):
        film.step()
    for outer, inner, at in ((first, second, right), (second, first, left)):
        film.put(at, Sequence((), 0))
        film.put(outer, Sequence((inner,), 1))
        film.step()
    facts = facts_of(film)
    values = Maker(film.states[-1].heap, facts, FixedMeasure(), film.steps, 700).values
    assert facts.homes
    assert (values.container_of(first), values.container_of(second)) != (second, first)


def test_a_list_that_was_emptied_stays_in_its_list_though_a_loop_passed_over_it() -> None:
    film = Film()
    bucket = film.list(film.number(1))
    buckets = film.list(bucket, film.list())
    film.bind("buckets", buckets)
    for _ in range(3):
        film.bind("it", film.new("list_iterator", Iterator(bucket, 0)))
        film.step()
    film.put(bucket, Sequence((), 0))
    film.step()
    assert facts_of(film).container_of[bucket] == buckets


def test_the_rows_of_a_long_literal_that_ends_late_are_nested() -> None:
    film = Film()
    row = film.list(film.number(1))
    film.kept.add(row)
    for _ in range(20):
        film.step()
    rows = film.list(row)
    film.bind("rows", rows)
    film.step()
    assert facts_of(film).container_of == {row: rows}


@pytest.mark.parametrize("is_defaultdict", [False, True])
def test_the_lists_of_values_in_a_dict_are_nested_however_many_they_are(
    is_defaultdict: bool,
) -> None:
    film = Film()
    entries = tuple((film.number(n), film.list(film.number(n))) for n in range(20))
    film.kept.update(one for _, one in entries)
    inside = Mapping(entries, len(entries))
    cls = film.library_class("defaultdict")
    content: Content = Instance(cls, (), inside) if is_defaultdict else inside
    groups = film.new("defaultdict", content)
    film.bind("groups", groups)
    film.step()
    found = facts_of(film).container_of
    assert {found.get(one) for _, one in entries} == {groups}


def test_a_dict_of_values_stays_in_its_dict_though_a_loop_passes_over_it() -> None:
    film = Film()
    marks = film.dict((film.number(1), film.number(2)))
    students = film.dict((film.number(3), marks))
    film.bind("students", students)
    for _ in range(3):
        film.bind("it", film.new("dict_keyiterator", Iterator(marks, 0)))
        film.step()
    assert facts_of(film).container_of == {marks: students}


def test_a_record_stays_in_its_list_though_a_generator_passes_over_it() -> None:
    film = Film()
    card = film.instance(film.cls("Card"), rank=film.number(1))
    cards = film.list(card)
    film.bind("cards", cards)
    for _ in range(3):
        film.bind("it", film.suspended(None, 1, card=card))
        film.step()
    assert facts_of(film).container_of == {card: cards}


def items_of(film: Film) -> int:
    """Make a list of an object with a card."""
    film.bind("Item", film.cls("Item"))
    film.bind("item", film.instance(film.names["Item"]))
    return film.list(film.names["item"])


def test_a_list_of_objects_in_a_list_stands_alone_if_a_loop_passes_over_it() -> None:
    film = Film()
    items = items_of(film)
    film.bind("rows", film.list(items))
    for _ in range(3):
        film.bind("it", film.new("list_iterator", Iterator(items, 0)))
        film.step()
    assert items not in facts_of(film).container_of


@pytest.mark.parametrize("holder", ["zip", "frame"])
def test_a_zip_with_its_tuple_or_a_kept_frame_takes_no_row_out_of_its_matrix(holder: str) -> None:
    film = Film()
    row = film.list(film.number(1))
    film.bind("grid", film.list(row, film.list(film.number(2))))
    film.step()
    held = film.new("tuple", Sequence((film.number(0), row), 2)) if holder == "zip" else row
    film.kept |= {held, film.new(holder, Other((held,)))}
    film.step()
    assert facts_of(film).container_of.get(row) == film.names["grid"]


def test_the_tuple_that_a_zip_fills_again_takes_no_object_out_of_its_container() -> None:
    film = Film()
    row = film.list(film.number(1))
    film.bind("rows", film.list(row))
    film.step()
    filled = film.new("tuple", Sequence((film.number(0), row), 2))
    film.bind("pairs", film.new("zip", Other((filled,), (("result", filled),))))
    film.step()
    film.step()
    assert facts_of(film).container_of.get(row) == film.names["rows"]


def with_constants(film: Film) -> tuple[int, int, int]:
    """Bind a function with constants: a tuple of values, a tuple of tuples with its first row."""
    code = film.new("code", Other(()))
    words = [film.new("str", Scalar(f"'a text of its own {n}'")) for n in range(4)]
    values = film.new("tuple", Sequence((*words[:2],), 2))
    row = film.new("tuple", Sequence((*words[2:],), 2))
    rows = film.new("tuple", Sequence((row,), 1))
    constants = film.new("tuple", Sequence((values, rows), 2))
    order = constants, values, rows, row
    film.heap |= {serial: film.heap.pop(serial) for serial in order}
    film.put(code, Other((constants,)))
    film.bind("f", film.new("function", Function("f", 1, code, (), ())))
    film.step()
    return values, rows, row


def test_the_constants_of_code_hold_nothing_that_is_drawn() -> None:
    film = Film()
    values, _, row = with_constants(film)
    film.call("f", 2)
    film.bind("pair", values)
    film.bind("grid", film.list(row))
    film.step()
    film.step()
    facts = facts_of(film)
    grid = dict(film.calls[-1].locals)["grid"]
    assert values not in facts.container_of
    assert facts.container_of.get(row) == grid


def test_a_constant_that_a_name_refers_to_holds_its_rows() -> None:
    film = Film()
    _, rows, row = with_constants(film)
    film.bind("table", rows)
    film.step()
    film.step()
    assert facts_of(film).container_of == {row: rows}


def test_a_lasting_name_keeps_it_out() -> None:
    film = Film()
    row = film.list(film.number(1))
    film.bind("row", row)
    film.bind("grid", film.list(row))
    film.step()
    film.step()
    assert facts_of(film).container_of == {}


def test_a_name_that_goes_over_several_is_a_visitor() -> None:
    film = Film()
    rows = [film.list(film.number(n)) for n in range(3)]
    film.bind("grid", film.list(*rows))
    film.step()
    for row in rows:
        film.bind("row", row)
        film.step()
    assert facts_of(film).container_of == dict.fromkeys(rows, film.names["grid"])


def test_brothers_go_together() -> None:
    film = Film()
    rows = [film.list(film.number(n)) for n in range(4)]
    grid = film.list(*rows)
    film.bind("first", rows[0])
    film.bind("grid", grid)
    film.step()
    film.step()
    del film.names["first"]
    for _ in range(4):
        film.step()
    assert facts_of(film).container_of == dict.fromkeys(rows, grid)


def test_an_object_with_two_levels_inside_stands_outside() -> None:
    film = Film()
    inmost = film.list(film.number(1))
    third = film.list(inmost)
    second = film.list(third)
    film.bind("outer", film.list(second))
    film.step()
    assert facts_of(film).container_of == {third: second, inmost: third}


def test_so_many_things_with_lists_stay_whole() -> None:
    film = Film()
    cls = film.cls("Bucket")
    film.bind("Bucket", cls)
    lists = [film.list(film.number(n)) for n in range(4)]
    buckets = [film.instance(cls, items=one) for one in lists]
    all_ = film.list(*buckets)
    film.bind("table", film.instance(film.cls("Table"), buckets=all_))
    film.step()
    expected = dict.fromkeys(buckets, all_) | dict(zip(lists, buckets, strict=True))
    assert facts_of(film).container_of == expected


@pytest.mark.parametrize(
    ("kind", "content", "is_held"),
    [
        ("TextIOWrapper", Other(()), False),
        ("lock", Lock(True, None, None), False),
        ("list", Sequence((), 0), True),
    ],
)
def test_a_method_of_a_file_or_lock_holds_nothing_of_the_program(
    kind: str, content: Content, is_held: bool
) -> None:
    film = Film()
    owner = film.new(kind, content)
    method = film.new(
        "builtin_function_or_method", Function("read", 0, None, (), (), (("__self__", owner),))
    )
    film.kept.add(owner)
    film.bind("read", method)
    film.step()
    assert (method in facts_of(film).holding) is is_held
    assert method in facts_of(film, Level.OBJECTS).holding


def test_a_short_tuple_is_written_and_never_a_home() -> None:
    film = Film()
    pair = film.new("tuple", Sequence((film.number(1), film.number(2)), 2))
    film.bind("pairs", film.list(pair))
    film.step()
    assert facts_of(film).container_of == {}


def chain(length: int, *, of_library: bool = False) -> Film:
    film = Film()
    film.bind("Node", film.library_class("Node") if of_library else film.cls("Node"))
    nothing = film.number(0)
    for number in range(length):
        head = film.names.get("head", nothing)
        value = film.number(number)
        film.bind("head", film.instance(film.names["Node"], value=value, next=head))
        film.step()
    return film


def test_nodes_of_a_chain_stand_in_the_order_of_its_links() -> None:
    film = chain(4)
    found = facts_of(film)
    (structure,) = found.structures.values()
    assert (structure.kind, structure.links, structure.size) == (StructureKind.CHAIN, ("next",), 4)
    by_column = sorted(found.nodes, key=lambda serial: found.nodes[serial].column)
    assert by_column == sorted(found.nodes, reverse=True)


def test_nodes_of_a_library_are_no_chain() -> None:
    assert facts_of(chain(4, of_library=True)).structures == {}


def test_a_child_at_the_left_stands_before_its_parent_and_that_before_the_right_one() -> None:
    film = Film()
    film.bind("Node", film.cls("Node"))
    cls, nothing = film.names["Node"], film.number(0)
    left, right = (film.instance(cls, left=nothing, right=nothing) for _ in range(2))
    root = film.instance(cls, left=left, right=right)
    film.bind("root", root)
    film.step()
    nodes = facts_of(film).nodes
    assert [nodes[one].column for one in (left, root, right)] == [0, 1, 2]
    assert [nodes[one].row for one in (left, root, right)] == [1, 0, 1]


def test_nodes_in_one_row_are_two_columns_apart_of_whatever_tree_they_are() -> None:
    film = Film()
    film.bind("Node", film.cls("Node"))
    cls, nothing = film.names["Node"], film.number(0)

    def node(*children: int) -> int:
        links = dict(zip(("left", "middle", "right"), (*children, nothing, nothing), strict=False))
        return film.instance(cls, **links)

    first, second = node(node(), node(), node()), node(node(), node(node()))
    film.bind("first", first)
    film.bind("second", second)
    film.step()
    content = film.heap[first].content
    assert isinstance(content, Instance)
    lent = dict(content.attributes)["left"]
    film.put(lent, Instance(cls, (("left", second), ("middle", nothing), ("right", nothing))))
    film.step()
    film.put(lent, Instance(cls, (("left", nothing), ("middle", nothing), ("right", nothing))))
    film.step()
    film.step()
    facts = facts_of(film)
    assert len(facts.structures) == 1
    columns = defaultdict(list)
    for one in facts.nodes.values():
        columns[one.row].append(one.column)
    assert max(map(len, columns.values())) > 2
    for row in columns.values():
        assert all(after - before >= 2 for before, after in pairwise(sorted(row)))


def test_a_chain_that_is_turned_round_keeps_the_places_of_its_nodes() -> None:
    film = chain(3)
    before = facts_of(film).nodes
    nodes = sorted(before, key=lambda serial: before[serial].column)
    film.names |= {f"node_{serial}": serial for serial in nodes}
    for one, other in pairwise(nodes):
        content = film.heap[other].content
        assert isinstance(content, Instance)
        value = dict(content.attributes)["value"]
        film.put(other, Instance(content.cls, (("value", value), ("next", one))))
        film.bind("head", other)
        film.step()
    after = facts_of(film).nodes
    assert {one: after[one].column for one in nodes} == {one: before[one].column for one in nodes}


def test_a_function_with_a_mutable_default_is_a_card_all_along() -> None:
    film = Film()
    plain = film.function("plain", 1)
    shared = film.list()
    keeps = film.new("function", Function("keeps", 2, None, (), (shared,)))
    counts = film.new("function", Function("counts", 3, None, (), (film.number(1),)))
    film.names |= {"plain": plain, "keeps": keeps, "counts": counts, "shared": shared}
    film.step()
    assert facts_of(film).holding == {keeps}


def test_a_method_that_holds_only_its_class_for_super_is_no_card_among_values() -> None:
    film = Film()
    cell = film.new("cell", Cell(None))
    captured = film.new("cell", Cell(film.number(7)))
    closures: list[tuple[tuple[str, int], ...]] = [
        (("__class__", cell),),
        (("__class__", cell), ("count", captured)),
    ]
    plain, keeps = (film.new("function", Function("go", 2, None, one, ())) for one in closures)
    film.kept |= {plain, keeps, cell, captured}
    film.step()
    cls = film.cls("B", go=plain, count=keeps)
    film.put(cell, Cell(cls))
    film.bind("B", cls)
    film.step()
    assert facts_of(film).holding == {keeps}
    assert facts_of(film, Level.OBJECTS).holding == {plain, keeps}


def test_a_property_is_a_card_among_values_only_if_its_function_is_one() -> None:
    film = Film()
    for name, attributes in ("area", ()), ("cost", (("calls", film.list()),)):
        function = film.new("function", Function(name, 2, None, (), (), attributes))
        film.bind(name, film.new("property", Other((function,), (("fget", function),))))
    film.step()
    area, cost = film.names["area"], film.names["cost"]
    assert facts_of(film).holding & {area, cost} == {cost}
    assert facts_of(film, Level.OBJECTS).holding & {area, cost} == {area, cost}


def test_an_abstract_method_is_no_card_among_values() -> None:
    film = Film()
    marked = (("__isabstractmethod__", film.number(1)),)
    shared = film.list()
    area = film.new("function", Function("area", 2, None, (), (), marked))
    cost = film.new("function", Function("cost", 2, None, (), (shared,), marked))
    film.names |= {"area": area, "cost": cost, "shared": shared}
    film.step()
    assert facts_of(film).holding == {cost}
    assert facts_of(film, Level.OBJECTS).holding == {area, cost}


def test_a_function_that_is_twice_on_a_stack_is_recursive() -> None:
    film = Film()
    film.call("once", 1)
    film.step(event=Event.CALL)
    shared, one, other = film.list(), film.number(1), film.number(2)
    film.call("again", 2, shared=shared, n=one)
    film.step(event=Event.CALL)
    film.call("again", 2, shared=shared, n=one)
    film.step(event=Event.CALL)
    assert facts_of(film).recursive == {(FILE, "again"): frozenset()}
    film.call("again", 2, shared=shared, n=other)
    film.step(event=Event.CALL)
    assert facts_of(film).recursive == {(FILE, "again"): {"n"}}


def test_methods_of_one_name_that_call_each_other_are_no_recursion() -> None:
    film = Film()
    for code in (1, 2):
        film.call("__init__", code, self=film.number(code))
        film.calls[-1] = replace(film.calls[-1], code=code)
        film.step(event=Event.CALL)
    assert facts_of(film).recursive == {}


def test_a_list_that_a_name_indexes_has_room_for_its_marks() -> None:
    film = Film()
    film.bind("a", film.list(film.number(1)))
    film.bind("b", film.list(film.number(2)))
    film.bind("i", film.number(0))
    film.step()
    assert facts_of(film, text="print(a[i], b)\n").indexed == {film.names["a"]}


@pytest.mark.parametrize(("level", "pills"), [(Level.VALUES, 0), (Level.OBJECTS, 1)])
def test_values_are_objects_of_their_own_where_two_slots_share_them(
    level: Level, pills: int
) -> None:
    film = Film()
    shared = film.number(1000)
    film.bind("a", film.list(shared, shared))
    film.step()
    assert len(facts_of(film, level).value_labels & {shared}) == pills


def test_nodes_that_only_know_their_parent_are_no_chain_if_some_are_siblings() -> None:
    film = Film()
    cls = film.cls("TreeNode")
    root = film.instance(cls, data=film.number(0))
    for number in range(2):
        film.bind(f"child_{number}", film.instance(cls, data=film.number(number), parent=root))
        film.step()
    assert not facts_of(film).nodes


def test_a_stack_whose_nodes_know_the_one_below_is_a_chain_whatever_was_on_it() -> None:
    film = Film()
    cls = film.cls("Item")
    bottom = film.instance(cls, data=film.number(0))
    for number in range(2):
        film.bind("top", film.instance(cls, data=film.number(number), prev=bottom))
        film.step()
        film.bind("top", bottom)
        film.step()
    facts = facts_of(film)
    assert {one.kind for one in facts.structures.values()} == {StructureKind.CHAIN}
    assert len(facts.nodes) == 3


def with_inner_function() -> tuple[Film, int]:
    """Return a call with an inner function that refers to a variable of the call and to itself."""
    film = Film()
    film.step()
    film.call("permute", 2)
    pairs = film.list()
    cells = film.new("cell", Cell(pairs)), film.new("cell", Cell(None))
    closure = ("pairs", cells[0]), ("visit", cells[1])
    inner = film.new("function", Function("visit", 3, None, closure, ()))
    film.put(cells[1], Cell(inner))
    film.kept |= {*cells, pairs}
    film.bind("pairs", pairs)
    film.bind("visit", inner)
    film.step()
    film.call("visit", 3, pairs=pairs, visit=inner)
    film.step()
    film.calls.pop()
    film.step()
    return film, inner


def test_a_function_with_variables_of_the_calls_on_the_stack_alone_is_no_card_among_values() -> (
    None
):
    film, inner = with_inner_function()
    film.calls.pop()
    film.kept.add(inner)
    film.step()
    assert facts_of(film).holding == set()
    assert facts_of(film, Level.OBJECTS).holding == {inner}


def test_a_function_that_outlives_the_call_with_its_variables_is_a_card_all_along() -> None:
    film, inner = with_inner_function()
    film.calls.pop()
    film.bind("visit", inner)
    film.step()
    assert facts_of(film).holding == {inner}


def test_a_function_is_a_card_where_another_outlives_the_call_and_uses_it() -> None:
    film, inner = with_inner_function()
    cell = film.new("cell", Cell(inner))
    user = film.new("function", Function("user", 5, None, (("visit", cell),), ()))
    film.kept.add(cell)
    film.bind("user", user)
    film.step()
    film.calls.pop()
    film.bind("user", user)
    film.step()
    assert facts_of(film).holding == {inner, user}


def with_slice(film: Film) -> tuple[int, int, int]:
    """Bind a matrix's row, a slice with it, and the iterator of a loop over the slice."""
    row = film.list(film.number(7), film.number(8))
    film.bind("grid", film.list(row))
    film.step()
    part = film.list(row)
    loop = film.new("list_iterator", Iterator(part, 1))
    film.kept |= {part, loop}
    film.call("sums", 2)
    film.bind("line", row)
    film.step()
    film.step()
    return row, part, loop


def test_a_slice_over_which_a_loop_goes_takes_no_row_out_of_its_matrix() -> None:
    film = Film()
    row, part, loop = with_slice(film)
    film.kept -= {part, loop}
    film.bind("line", film.number(1))
    for _ in range(3):
        film.step()
    assert facts_of(film).container_of == {row: film.names["grid"]}


@pytest.mark.parametrize("name", ["part", "loop"])
def test_a_slice_to_which_a_name_leads_holds_its_rows_too(name: str) -> None:
    film = Film()
    row, part, loop = with_slice(film)
    film.bind(name, {"part": part, "loop": loop}[name])
    film.step()
    assert row not in facts_of(film).container_of


def test_a_list_nested_a_thousand_times_in_one_step_is_followed() -> None:
    film = Film()
    film.step()
    nested = film.list()
    for _ in range(1_000):
        nested = film.list(nested)
    film.bind("x", nested)
    film.step()
    assert facts_of(film).container_of


def test_a_late_item_of_a_long_list_has_room_in_its_cell() -> None:
    film = Film()
    items = tuple(film.number(1) for _ in range(1000))
    numbers = film.list(*items)
    film.bind("numbers", numbers)
    film.step()
    assert facts_of(film).widest[numbers] == 1
    for late in (12345, 1234567):
        items += (film.number(late),)
        film.put(numbers, Sequence(items, len(items)))
        film.step()
    assert facts_of(film).widest[numbers] == 7


def test_many_lists_of_objects_are_inside_their_list() -> None:
    film = Film()
    cls = film.cls("Item")
    buckets = [film.list(film.instance(cls, key=film.number(n))) for n in range(18)]
    film.bind("buckets", film.list(*buckets))
    for _ in range(3):
        film.step()
    found = facts_of(film).container_of
    assert all(bucket in found for bucket in buckets)
