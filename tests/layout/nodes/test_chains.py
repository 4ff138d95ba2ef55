"""The rows of chains that a program joins, divides or extends."""

from itertools import pairwise

from tests.layout.analysis.test_collector import facts_of
from tests.layout.composing.test_sheets import all_sheets
from tests.layout.film import Film
from tests.layout.folding.test_structures import link
from visualizer.layout.picture import object_key


class Nodes:
    """Nodes with a value and the next node; ``rows`` has their values as they are drawn."""

    def __init__(self) -> None:
        self.film = Film()
        self._cls = self.film.cls("Node")
        self._serials: dict[int, int] = {}

    def make(self, *values: int, then: int | None = None) -> None:
        """Make and name nodes for ``values``, the last one first; ``then`` follows it."""
        following = self.film.number(0) if then is None else self._serials[then]
        for value in reversed(values):
            parts = {"value": self.film.number(value), "next": following}
            following = self._serials[value] = self.film.instance(self._cls, **parts)
            self.film.bind(f"node{value}", following)
            self.film.step()

    def link(self, value: int, following: int | None, name: str = "next") -> None:
        """Make a node refer to another one, or to none."""
        after = self.film.number(0) if following is None else self._serials[following]
        link(self.film, self._serials[value], **{name: after})
        self.film.step()

    def drop(self, value: int, *, wait: bool = True) -> None:
        """Free a node to which only its name refers."""
        self.film.bind(f"node{value}", self.film.number(0))
        if wait:
            self.film.step()

    def columns(self, *values: int) -> list[int]:
        """The columns of nodes."""
        nodes = facts_of(self.film).nodes
        return [nodes[self._serials[value]].column for value in values]

    def wait(self, steps: int) -> None:
        """Take steps that change nothing."""
        for _ in range(steps):
            self.film.step()

    def ring(self, *values: int) -> None:
        """Make a ring of nodes: each new node is the last one, and refers to the first."""
        first = values[0]
        self.make(first)
        self.link(first, first)
        for last, value in pairwise(values):
            self.make(value, then=first)
            self.link(last, value)

    @property
    def rows(self) -> list[list[int]]:
        """The values in each row, of the nodes that the plan knows."""
        nodes = facts_of(self.film).nodes
        found: dict[int, dict[int, int]] = {}
        for value, serial in self._serials.items():
            found.setdefault(nodes[serial].row, {})[nodes[serial].column] = value
        return [[row[at] for at in sorted(row)] for _, row in sorted(found.items())]

    def heights(self, *values: int) -> list[float]:
        """How high the nodes are drawn at the last step."""
        *_, sheet = all_sheets(self.film)
        y_of = {box.key: box.y for box in sheet.boxes}
        return [y_of[object_key(self._serials[value])] for value in values]


def test_lists_with_a_common_end_have_a_row_each_up_to_it() -> None:
    nodes = Nodes()
    nodes.make(8, 9)
    nodes.make(4, 1, then=8)
    nodes.make(5, 6, 7, then=8)
    nodes.wait(20)
    assert nodes.rows == [[4, 1, 8, 9], [5, 6, 7]]


def test_a_list_that_takes_over_the_end_of_another_stays_in_its_row() -> None:
    nodes = Nodes()
    nodes.make(1, 2, 3)
    nodes.make(4, 5, 6)
    nodes.link(2, 5)
    nodes.wait(2)
    assert nodes.rows == [[1, 2, 3], [4, 5, 6]]


def test_each_row_begins_a_line() -> None:
    nodes = Nodes()
    nodes.make(1, 2, 3)
    nodes.make(4, 5, 6)
    nodes.link(2, 5)
    first, second, other, last = nodes.heights(1, 2, 4, 6)
    assert first == second < other == last


def test_lists_that_are_merged_for_long_have_one_row() -> None:
    nodes = Nodes()
    nodes.make(1, 3)
    nodes.make(2, 4)
    for value, following in ((1, 2), (2, 3), (3, 4)):
        nodes.link(value, following)
    nodes.wait(20)
    assert nodes.rows == [[1, 2, 3, 4]]


def test_a_node_that_is_inserted_stands_between_its_neighbours() -> None:
    nodes = Nodes()
    nodes.make(1, 3, 4)
    nodes.wait(20)
    nodes.make(2, then=3)
    nodes.link(1, 2)
    assert nodes.rows == [[1, 2, 3, 4]]


def test_a_reversed_list_keeps_its_order() -> None:
    nodes = Nodes()
    nodes.make(1, 2, 3)
    for value, following in ((1, None), (2, 1), (3, 2)):
        nodes.link(value, following)
    nodes.wait(20)
    assert nodes.rows == [[1, 2, 3]]


def test_lists_that_only_another_attribute_joins_have_a_row_each() -> None:
    nodes = Nodes()
    nodes.make(1, 2, 3)
    nodes.make(7, 8)
    nodes.link(2, 7, "child")
    nodes.wait(3)
    assert nodes.rows == [[1, 2, 3], [7, 8]]


def test_a_node_that_only_another_attribute_joins_has_a_row() -> None:
    nodes = Nodes()
    nodes.make(1)
    nodes.make(2, 3, 4)
    nodes.link(1, 2, "child")
    nodes.make(5)
    nodes.link(3, 5, "child")
    assert nodes.rows == [[2, 3, 4], [1], [5]]


def test_a_link_may_pass_a_node_that_only_another_attribute_joins() -> None:
    nodes = Nodes()
    nodes.make(1, 2, 3)
    nodes.make(5)
    nodes.link(1, 5, "child")
    nodes.make(9)
    nodes.link(2, 9)
    nodes.link(2, 3)
    nodes.wait(20)
    assert sorted(value for row in nodes.rows for value in row) == [1, 2, 3, 5, 9]


def test_an_arrow_to_any_node_leaves_a_list_in_a_row() -> None:
    nodes = Nodes()
    nodes.make(1, 2, 3)
    for value, any_node in ((1, 3), (2, 1), (3, 3)):
        nodes.link(value, any_node, "random")
    assert nodes.rows == [[1, 2, 3]]


def test_a_node_that_refers_to_itself_alone_has_a_row() -> None:
    nodes = Nodes()
    nodes.make(1)
    nodes.link(1, 1)
    assert nodes.rows == [[1]]


def test_nodes_that_are_never_there_together_may_share_a_column() -> None:
    nodes = Nodes()
    nodes.make(1)
    nodes.make(2, then=1)
    nodes.drop(2)
    nodes.make(3, then=1)
    assert nodes.columns(1, 2, 3) == [1, 0, 0]


def test_a_node_that_is_made_as_another_is_freed_has_another_column() -> None:
    nodes = Nodes()
    nodes.make(1)
    nodes.make(2, then=1)
    nodes.drop(2, wait=False)
    nodes.make(3, then=1)
    assert sorted(nodes.columns(1, 2, 3)) == [0, 1, 2]


def test_a_ring_begins_at_its_first_node_and_one_that_opens_where_its_chain_begins() -> None:
    ring, opened = Nodes(), Nodes()
    ring.ring(0, 1, 2, 3, 4)
    ring.wait(3)
    opened.make(0, 1, 2, 3, 4)
    opened.link(4, 0)
    opened.link(2, None)
    opened.wait(40)
    assert (ring.rows, opened.rows) == ([[0, 1, 2, 3, 4]], [[3, 4, 0, 1, 2]])
