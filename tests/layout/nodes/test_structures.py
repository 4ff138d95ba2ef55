"""Trees whose nodes have their children in a list or dict."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.composing.test_sheets import all_sheets
from tests.layout.film import FILE, Film
from tests.layout.fixed_measure import FixedMeasure
from tests.layout.folding.test_structures import add_child, link
from visualizer.layout.analysis.facts import Facts, StructureKind
from visualizer.layout.blocks.places import LEFT_OUT
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.nodes.links import MAX_CHILDREN
from visualizer.layout.picture import object_key
from visualizer.layout.placing.unit import Size
from visualizer.model import Instance, Scalar, Sequence


class Family:
    """Nodes of a class, each with a list of children."""

    def __init__(self) -> None:
        self.film = Film()
        self.cls = self.film.cls("Node")
        self.lists: dict[int, int] = {}

    def node(self, name: str) -> int:
        children = self.film.list()
        made = self.film.instance(self.cls, key=self.film.number(len(name)), children=children)
        self.lists[made] = children
        self.film.bind(name, made)
        self.film.step()
        return made

    def add(self, parent: int, *children: int) -> None:
        for child in children:
            add_child(self.film, self.lists[parent], child)
            self.film.step()

    def wait(self, steps: int) -> None:
        for _ in range(steps):
            self.film.step()

    @property
    def facts(self) -> Facts:
        return facts_of(self.film)


def two_parents() -> tuple[Family, int, int, int, int]:
    """Make a root with two children, and a node that is in no list yet."""
    family = Family()
    root, left, right, other = (family.node(name) for name in ("a", "bb", "ccc", "dddd"))
    family.add(root, left, right)
    return family, root, left, right, other


def test_left_stays_left_of_right_where_an_attribute_of_the_root_is_deleted() -> None:
    film = Film()
    cls = film.cls("Node")
    left, right = (film.instance(cls, key=film.number(n)) for n in (1, 3))
    root = film.instance(cls, key=film.number(2), left=left, right=right)
    for name, node in (("root", root), ("one", left), ("other", right)):
        film.bind(name, node)
    film.step()
    film.put(root, Instance(cls, (("key", film.number(2)), ("right", right))))
    film.step()
    nodes = facts_of(film).nodes
    assert nodes[left].column < nodes[root].column < nodes[right].column


def test_each_node_is_below_the_node_with_the_list_that_has_it() -> None:
    family, root, left, right, leaf = two_parents()
    family.add(left, leaf)
    facts = family.facts
    assert [one.kind for one in facts.structures.values()] == [StructureKind.TREE]
    assert facts.parents == {left: root, right: root, leaf: left}
    assert [facts.nodes[one].row for one in (root, left, right, leaf)] == [0, 1, 1, 2]
    assert facts.child_lists == {family.lists[root], family.lists[left]}
    assert facts.container_of[family.lists[root]] == root


def test_a_node_is_above_the_middle_of_its_children() -> None:
    family = Family()
    root, *children = (family.node("a" * n) for n in range(1, 5))
    family.add(root, *children)
    column = {one: family.facts.nodes[one].column for one in (root, *children)}
    assert [column[one] for one in children] == [0, 2, 4]
    assert column[root] == 2


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [((1,), 0, (0, 1)), ((0, 1), 9, (1, 0))],
    ids=["put in front", "reversed at the end"],
)
def test_children_are_in_the_order_that_their_list_has_for_the_longest_time(
    before: tuple[int, ...], steps: int, after: tuple[int, ...]
) -> None:
    family = Family()
    root, *children = (family.node(name) for name in ("a", "bb", "ccc"))
    family.add(root, *(children[place] for place in before))
    family.wait(steps)
    items = tuple(children[place] for place in after)
    family.film.put(family.lists[root], Sequence(items, 2))
    family.film.step()
    nodes = family.facts.nodes
    assert nodes[children[0]].column < nodes[children[1]].column


def test_a_dict_may_have_the_children() -> None:
    film = Film()
    cls = film.cls("Trie")
    leaf = film.instance(cls, children=film.dict())
    below = film.dict((film.number(1), leaf))
    root = film.instance(cls, children=below)
    film.bind("root", root)
    film.step()
    facts = facts_of(film)
    assert facts.parents == {leaf: root}
    assert facts.child_lists == {below}


def test_a_node_that_moves_to_another_list_in_one_step_leaves_it_a_tree() -> None:
    family, root, left, right, leaf = two_parents()
    family.add(right, leaf)
    family.film.put(family.lists[right], Sequence((), 0))
    add_child(family.film, family.lists[left], leaf)
    family.wait(9)
    assert family.facts.parents == {left: root, right: root, leaf: left}


def test_a_node_may_be_in_two_lists_for_the_moment_in_which_it_moves() -> None:
    family, root, left, right, leaf = two_parents()
    family.add(left, leaf)
    family.wait(9)
    family.add(right, leaf)
    family.film.put(family.lists[left], Sequence((), 0))
    family.wait(19)
    assert family.facts.parents == {left: root, right: root, leaf: right}


def test_a_node_in_two_lists_makes_a_graph() -> None:
    family, _, left, right, both = two_parents()
    family.add(left, both)
    family.add(right, both)
    assert not family.facts.structures
    assert not family.facts.child_lists


def test_nodes_in_a_circle_make_a_graph() -> None:
    family = Family()
    one, other = family.node("a"), family.node("bb")
    family.add(one, other)
    family.add(other, one)
    assert not family.facts.structures


@pytest.mark.parametrize(("count", "is_tree"), [(MAX_CHILDREN, True), (MAX_CHILDREN + 1, False)])
def test_a_node_has_so_many_children_at_most(count: int, is_tree: bool) -> None:
    family = Family()
    root, *children = (family.node("a" * n) for n in range(1, count + 2))
    family.add(root, *children)
    assert bool(family.facts.structures) is is_tree


def test_all_children_of_a_node_are_side_by_side() -> None:
    family = Family()
    root, *children = (family.node("a" * n) for n in range(1, MAX_CHILDREN + 2))
    family.add(root, *children)
    sheets = Sheets(walk_of(family.film), {FILE: ""}, FixedMeasure(), canvas=Size(1200, 800))
    (box,) = [one for one in sheets.sheet(family.film.step()).boxes if one.key == object_key(root)]
    cells = [one for one in box.block.fields if one.target in children]
    assert len(cells) == MAX_CHILDREN
    assert len({one.rect.y for one in cells}) == 1


def test_the_children_of_a_node_with_too_many_are_trees_of_their_own() -> None:
    family = Family()
    root, leaf, *children = (family.node("a" * n) for n in range(1, MAX_CHILDREN + 4))
    family.add(children[0], leaf)
    family.add(root, *children)
    assert family.facts.parents == {leaf: children[0]}


def test_a_list_with_a_name_of_its_own_has_a_card_and_is_part_of_no_tree() -> None:
    family = Family()
    root, left, leaf = (family.node(name) for name in ("a", "bb", "ccc"))
    family.add(root, left)
    family.add(left, leaf)
    family.film.bind("children", family.lists[root])
    family.wait(9)
    facts = family.facts
    assert facts.parents == {leaf: left}
    assert family.lists[root] not in facts.container_of


def test_a_list_with_other_objects_has_no_children() -> None:
    film = Film()
    cls = film.cls("Node")
    child = film.instance(cls)
    film.bind("root", film.instance(cls, things=film.list(child, film.number(1))))
    film.step()
    assert not facts_of(film).structures


def test_the_parents_that_nodes_know_are_no_way_down() -> None:
    family = Family()
    root, left, right = (family.node(name) for name in ("a", "bb", "ccc"))
    family.add(root, left, right)
    for child in (left, right):
        link(family.film, child, parent=root)
        family.film.step()
    facts = family.facts
    (structure,) = facts.structures.values()
    assert structure.links == ("children",)
    assert facts.parents == {left: root, right: root}


@pytest.mark.parametrize(
    ("forward", "backward"),
    [
        ("next", "prev"),
        ("_Node__next", "_Node__prev"),
        ("nextNode", "prev_node"),
        ("luego", "ante"),
    ],
)
def test_a_list_that_is_linked_both_ways_is_a_chain_in_its_order(
    forward: str, backward: str
) -> None:
    film = Film()
    cls = film.cls("Node")
    nodes: list[int] = []
    for place in range(4):
        made = film.instance(cls, **{backward: film.number(0), forward: film.number(0)})
        nodes.append(made)
        film.bind("last", made)
        film.bind("first", nodes[0])
        film.step()
        if place:
            link(film, nodes[-2], **{forward: made})
            link(film, made, **{backward: nodes[-2]})
            film.step()
    facts = facts_of(film)
    (found,) = facts.structures.values()
    assert found.kind is StructureKind.CHAIN
    assert sorted(nodes, key=lambda one: facts.nodes[one]) == nodes


def trie() -> tuple[Film, list[int], list[int]]:
    """Make a trie of 26 places a node: a root, two children, and a grandchild."""
    film = Film()
    cls, none = film.cls("Trie"), film.new("NoneType", Scalar("None"), immortal=True)
    children = [[none] * 26 for _ in range(4)]
    lists = [film.list(*items) for items in children]
    nodes = [film.instance(cls, children=one, end=film.number(n)) for n, one in enumerate(lists)]
    film.bind("root", nodes[0])
    film.kept = {*nodes, none}
    film.step()
    for above, place, below in ((0, 3, 1), (0, 19, 2), (2, 0, 3)):
        children[above][place] = nodes[below]
        film.put(lists[above], Sequence(tuple(children[above]), 26))
        film.step()
    for _ in range(9):
        film.step()
    return film, nodes, lists


def test_a_list_with_places_for_all_letters_has_the_children() -> None:
    film, nodes, lists = trie()
    facts = facts_of(film)
    root, left, right, below = nodes
    assert facts.parents == {left: root, right: root, below: right}
    assert facts.child_lists == {*lists}
    assert {one: facts.container_of[one] for one in lists} == dict(zip(lists, nodes, strict=True))
    assert facts.nodes[left].column < facts.nodes[right].column


def test_of_a_list_with_places_for_all_letters_the_children_and_a_sign_are_shown() -> None:
    film, nodes, _ = trie()
    *_, last = all_sheets(film)
    root = next(box for box in last.boxes if box.key == object_key(nodes[0]))
    signs = [str(one.text) for one in root.block.words]
    assert [one for one in signs if one in {"0", "3", LEFT_OUT, "19", "25"}][-3:] == [
        "3",
        LEFT_OUT,
        "19",
    ]
