"""The shapes of a tree whose nodes a program rearranges."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.folding.test_structures import link
from visualizer.layout.analysis.facts import Facts
from visualizer.layout.nodes import trees


class SearchTree:
    """Nodes with a left and a right child, each with a name."""

    def __init__(self, *names: str) -> None:
        self.film = Film()
        self.cls = self.film.cls("Node")
        self.nothing = self.film.new("NoneType", self.film.heap[self.film.number(0)].content)
        self.film.bind("nothing", self.nothing)
        self.nodes: dict[str, int] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        made = self.film.instance(self.cls, left=self.nothing, right=self.nothing)
        self.nodes[name] = made
        self.film.bind(name, made)
        self.film.step()

    def link(self, name: str, **links: str | None) -> None:
        """Set links of a node in one step."""
        found = {slot: self.nodes[to] if to else self.nothing for slot, to in links.items()}
        link(self.film, self.nodes[name], **found)
        self.film.step()

    @property
    def facts(self) -> Facts:
        return facts_of(self.film)

    def rows(self, *, ago: int = 0) -> dict[str, int]:
        """Return the row of each node at the last step, or some steps before."""
        return {name: row for name, (_, row) in self.places(ago=ago).items()}

    def places(self, *, ago: int = 0) -> dict[str, tuple[int, int]]:
        facts, step = self.facts, self.film.steps - ago
        found = {name: facts.node(serial, step) for name, serial in self.nodes.items()}
        return {name: (node.column, node.row) for name, node in found.items() if node is not None}


def leaning() -> SearchTree:
    """Make three nodes, each left of the previous, and a node to the right of the first."""
    tree = SearchTree("a", "b", "c", "d")
    tree.link("b", left="a")
    tree.link("c", left="b", right="d")
    return tree


def test_a_rotation_moves_nodes_up_and_down_and_none_to_a_side() -> None:
    tree = leaning()
    tree.link("b", right="c")
    tree.link("c", left=None)
    before, after = tree.places(ago=2), tree.places()
    assert {name: row for name, (_, row) in before.items()} == {"c": 0, "b": 1, "d": 1, "a": 2}
    assert {name: row for name, (_, row) in after.items()} == {"b": 0, "a": 1, "c": 1, "d": 2}
    assert [column for column, _ in before.values()] == [column for column, _ in after.values()]


def test_a_node_that_takes_the_place_of_another_moves_up() -> None:
    tree = leaning()
    tree.link("c", left="a")
    assert tree.rows(ago=1)["a"] == 2
    assert tree.rows()["a"] == 1


def test_two_subtrees_that_change_sides_change_places() -> None:
    tree = SearchTree("root", "one", "other")
    tree.link("root", left="one", right="other")
    tree.link("root", left="other", right="one")
    before, after = tree.places(ago=1), tree.places()
    assert before["one"] < before["root"] < before["other"]
    assert after["other"][0] < after["root"][0] < after["one"][0]


def test_a_tree_that_only_grows_and_shrinks_has_one_shape() -> None:
    tree = SearchTree("root")
    for name, above, side in (("a", "root", "left"), ("b", "root", "right"), ("c", "a", "left")):
        tree.add(name)
        tree.link(above, **{side: name})
    tree.link("a", left=None)
    (found,) = tree.facts.shapes.values()
    assert len(found) == 1


def test_a_node_without_links_keeps_its_place_until_another_refers_to_it() -> None:
    tree = leaning()
    tree.link("b", left=None)
    tree.film.step()
    assert tree.rows()["a"] == 2
    tree.link("c", right="a")
    assert tree.rows()["a"] == 1


def test_of_two_nodes_that_refer_to_each_other_the_longer_referrer_is_above() -> None:
    tree = SearchTree("a", "b")
    tree.link("b", left="a")
    tree.link("a", right="b")
    assert tree.rows()["b"] == 0
    tree.link("b", left=None)
    assert tree.rows() == {"a": 0, "b": 1}


def test_a_freed_node_takes_no_place_in_the_next_shape() -> None:
    tree = leaning()
    del tree.film.names["b"]
    tree.link("c", left="a")
    tree.add("e")
    tree.link("e", right="c")
    tree.link("e", left="a", right=None)
    tree.link("c", left=None)
    ((*_, (_, last)),) = tree.facts.shapes.values()
    assert tree.nodes["b"] not in last.nodes


def test_an_attribute_by_which_children_know_their_parent_leads_backwards() -> None:
    tree = SearchTree("root", "one", "other")
    for name, side in (("one", "left"), ("other", "right")):
        tree.link(name, up_there="root")
        tree.link("root", **{side: name})
    (structure,) = tree.facts.structures.values()
    assert structure.links == ("left", "right")


def test_a_tree_that_is_rearranged_too_often_has_one_shape(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tree = leaning()
    tree.link("c", left="a")
    monkeypatch.setattr(trees, "_MAX_PLACES", 5)
    (found,) = tree.facts.shapes.values()
    assert len(found) == 1


def test_a_moment_in_which_two_nodes_refer_to_one_makes_no_name_lead_backwards() -> None:
    tree = SearchTree("a", "b", "c", "d")
    for above, side, name in (("b", "left", "a"), ("c", "left", "b"), ("c", "right", "d")):
        tree.link(name, parent=above)
        tree.link(above, **{side: name})
    tree.link("c", left="a")
    tree.link("b", left=None)
    for _ in range(20):
        tree.film.step()
    (structure,) = tree.facts.structures.values()
    assert structure.links == ("left", "right")
