"""One object that stands for nothing below all leaves of a tree."""

from typing import NamedTuple

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import StructureKind
from visualizer.layout.blocks.block import Block, ReferenceDisplay
from visualizer.layout.blocks.maker import Maker


class Tree(NamedTuple):
    """A tree of a root and two leaves, and what they have below them."""

    film: Film
    end: int
    root: int
    leaves: tuple[int, int]

    def block(self, serial: int) -> Block:
        state = self.film.states[-1]
        assert state.step is not None
        maker = Maker(state.heap, facts_of(self.film), FixedMeasure(), state.step.number, 700)
        return maker.whole(serial)


def tree(*names: str) -> Tree:
    """Make a tree whose leaves refer to its end by attributes of these names."""
    film = Film()
    cls = film.cls("Node")
    end = film.instance(cls, key=film.number(0))
    below = dict.fromkeys(names, end)
    one, other = (film.instance(cls, key=film.number(n), **below) for n in (1, 3))
    root = film.instance(cls, key=film.number(2), left=one, right=other)
    film.bind("tree", film.instance(film.cls("Tree"), nil=end, root=root))
    film.step()
    return Tree(film, end, root, (one, other))


def test_the_value_left_and_right_of_all_leaves_is_no_node_of_the_tree() -> None:
    made = tree("left", "right")
    facts = facts_of(made.film)
    assert facts.sentinels == {made.end: "nil"}
    assert facts.nodes.keys() == {made.root, *made.leaves}
    assert [one.kind for one in facts.structures.values()] == [StructureKind.TREE]


def test_a_leaf_has_the_name_of_the_sentinel_and_the_tree_an_arrow_to_it() -> None:
    made = tree("left", "right")
    leaf = made.block(made.leaves[0])
    assert [str(one.text) for one in leaf.words].count("nil") == 2
    below = [one for one in leaf.fields if one.target == made.end]
    assert [one.display for one in below] == [ReferenceDisplay.TEXT] * 2
    holder = made.block(made.film.names["tree"])
    assert made.end in {one.target for one in holder.ports}


def test_a_sentinel_that_only_a_global_name_has_is_written_by_that_name() -> None:
    film = Film()
    cls = film.cls("Node")
    end = film.instance(cls, key=film.number(0))
    one, other = (film.instance(cls, key=film.number(n), left=end, right=end) for n in (1, 3))
    film.bind("NIL", end)
    film.bind("root", film.instance(cls, key=film.number(2), left=one, right=other))
    film.step()
    assert facts_of(film).sentinels == {end: "NIL"}


def test_a_value_that_each_leaf_has_once_is_a_node() -> None:
    made = tree("left")
    assert facts_of(made.film).sentinels == {}
    assert made.end in facts_of(made.film).nodes


def test_an_object_to_which_all_lead_by_two_attributes_is_a_node() -> None:
    film = Film()
    cls = film.cls("Town")
    capital = film.instance(cls, name=film.number(0))
    for number in (1, 2):
        town = film.instance(cls, name=film.number(number), trades=capital, votes=capital)
        film.bind(f"town{number}", town)
    film.step()
    assert not facts_of(film).sentinels
