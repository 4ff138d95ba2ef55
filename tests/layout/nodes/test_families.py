"""Chains and trees whose nodes are objects of several classes."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from visualizer.layout.analysis.facts import Facts, StructureKind
from visualizer.layout.nodes.families import main_names


class Program:
    """A program whose classes are made when they are first named."""

    def __init__(self, **bases: str) -> None:
        self.film = Film()
        self._bases = bases
        self._classes: dict[str, int] = {}

    def cls(self, name: str) -> int:
        if name not in self._classes:
            bases = [self.cls(base) for base in self._bases.get(name, "").split()]
            self._classes[name] = self.film.cls(name, *bases)
        return self._classes[name]

    def object(self, cls: str, **attributes: int) -> int:
        made = self.film.instance(self.cls(cls), **attributes)
        self.film.bind(f"object_{made}", made)
        self.film.step()
        return made

    @property
    def facts(self) -> Facts:
        return facts_of(self.film)


def test_classes_with_a_common_base_make_a_tree_if_an_attribute_leads_to_several_of_them() -> None:
    program = Program(File="Entry", Folder="Entry")
    files = [program.object("File") for _ in range(2)]
    inner = program.object("Folder", children=program.film.list(files[1]))
    root = program.object("Folder", children=program.film.list(files[0], inner))
    facts = program.facts
    assert facts.parents == {files[0]: root, inner: root, files[1]: inner}
    assert [one.kind for one in facts.structures.values()] == [StructureKind.TREE]


def test_classes_without_a_base_make_a_tree_if_an_attribute_leads_to_both() -> None:
    program = Program()
    leaves = [program.object("Leaf") for _ in range(3)]
    inner = program.object("Branch", left=leaves[0], right=leaves[1])
    root = program.object("Branch", left=inner, right=leaves[2])
    facts = program.facts
    assert facts.parents == {leaves[0]: inner, leaves[1]: inner, inner: root, leaves[2]: root}


def test_objects_of_other_classes_stay_cards() -> None:
    program = Program(Owner="Entity", Dog="Entity")
    dog = program.object("Dog", name=program.film.number(1))
    program.object("Owner", pet=dog)
    assert not program.facts.structures


def test_a_base_of_a_library_is_in_common_to_no_classes() -> None:
    program = Program(File="Entry", Folder="Entry")
    program._classes["Entry"] = program.film.library_class("Entry")
    file = program.object("File")
    inner = program.object("Folder", first=file)
    program.object("Box", first=inner)
    assert not program.facts.structures


def test_an_attribute_that_leads_back_joins_no_classes() -> None:
    program = Program()
    tree = program.object("Tree")
    root = program.object("Node", parent=tree)
    child = program.object("Node", parent=root)
    assert program.facts.nodes.keys() == {root, child}


def test_a_list_with_an_object_of_another_family_has_no_children() -> None:
    program = Program()
    end, other = program.object("End"), program.object("Other")
    last = program.object("Node", left=end, right=end)
    first = program.object("Node", left=last, things=program.film.list(end, other))
    facts = program.facts
    assert facts.parents == {last: first, end: last}
    assert not facts.child_lists


def test_an_attribute_alone_leads_right_and_the_first_of_two_left() -> None:
    program = Program(Number="Expression", Minus="Expression", Sum="Expression")
    one, two = program.object("Number"), program.object("Number")
    minus = program.object("Minus", operand=one)
    total = program.object("Sum", left=minus, right=two)
    facts = program.facts
    columns = {serial: facts.nodes[serial].column for serial in (minus, one, total, two)}
    assert columns[minus] < columns[one] < columns[total] < columns[two]


def test_many_children_of_another_family_bar_no_tree() -> None:
    program = Program()
    leaf = program.object("Node")
    items = [program.object("Item") for _ in range(20)]
    root = program.object("Node", left=leaf, right=leaf, items=program.film.list(*items))
    assert program.facts.parents == {leaf: root}


@pytest.mark.parametrize(
    ("names", "main"),
    [
        ("next random", "next"),
        ("_next child", "_next"),
        ("next", "next"),
        ("left right", "left right"),
        ("left right next", "left right"),
        ("down right", "down right"),
    ],
)
def test_a_name_that_leads_on_makes_a_chain_but_no_tree(names: str, main: str) -> None:
    assert main_names({*names.split()}) == {*main.split()}
