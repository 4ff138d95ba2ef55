"""Dicts and lists that refer to others of their kind, as the nodes of a class do."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from visualizer.layout.analysis.facts import Facts, StructureKind
from visualizer.model import HeapObject, Scalar

type Data = dict[str, "Data"] | list["Data"] | int | str | None


def made(film: Film, data: Data) -> int:
    """Make the objects of a literal; a value has its text as in Python."""
    match data:
        case dict():
            return film.dict(*((made(film, key), made(film, one)) for key, one in data.items()))
        case list():
            return film.list(*(made(film, one) for one in data))
        case None:
            return film.new("NoneType", Scalar("None"))
    return film.new(type(data).__name__, Scalar(repr(data)))


def shown(data: Data) -> tuple[Facts, Film]:
    film = Film()
    film.bind("data", made(film, data))
    for _ in range(3):
        film.step()
    return facts_of(film), film


def nodes_of(facts: Facts, film: Film) -> list[HeapObject]:
    return [film.heap[serial] for serial in facts.nodes]


def binary(value: int, left: Data = None, right: Data = None) -> Data:
    return {"value": value, "left": left, "right": right}


@pytest.mark.parametrize(
    ("data", "kind", "count"),
    [
        pytest.param(
            binary(5, binary(3, right=binary(4)), binary(8)), StructureKind.TREE, 4, id="binary"
        ),
        pytest.param(
            {"data": 1, "next": {"data": 2, "next": None}}, StructureKind.CHAIN, 2, id="linked"
        ),
        pytest.param(
            {"name": "a", "of": [{"name": "b", "of": []}, {"name": "c", "of": []}]},
            StructureKind.TREE,
            3,
            id="children in lists",
        ),
        pytest.param(
            {"end": 0, "next": {"a": {"end": 1, "next": {"b": {"end": 1, "next": {}}}}}},
            StructureKind.TREE,
            3,
            id="children in dicts",
        ),
        pytest.param(
            {"c": {"a": {"t": {"end": 1}, "r": {"end": 1}}}}, StructureKind.TREE, 5, id="trie"
        ),
        pytest.param(
            [1, [2, None, None], [3, [4, None, None], None]], StructureKind.TREE, 4, id="lists"
        ),
        pytest.param([3, [4, [], []], []], StructureKind.CHAIN, 2, id="lists with empty ones"),
    ],
)
def test_dicts_and_lists_that_refer_to_their_kind_are_nodes(
    data: Data, kind: StructureKind, count: int
) -> None:
    facts, film = shown(data)
    (structure,) = facts.structures.values()
    assert (structure.kind, len(facts.nodes)) == (kind, count)
    assert all(facts.container_of.get(one.serial) is None for one in nodes_of(facts, film))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            {"name": "Ann", "address": {"city": "Oslo", "geo": {"lat": 1, "lng": 2}}}, id="record"
        ),
        pytest.param([{"name": "Ann", "age": 3}, {"name": "Bob", "age": 4}], id="records"),
        pytest.param({"server": {"db": {"primary": {"host": 1, "port": 2}}}}, id="settings"),
        pytest.param({"a": {"a": 0, "b": 1}, "b": {"a": 1, "b": 0}}, id="distances"),
        pytest.param({"A": {"B": {"weight": 3}}, "B": {"C": {"weight": 1}}}, id="graph"),
        pytest.param([[1, 2, 3], [4, 5, 6], [7, 8, 9]], id="matrix"),
        pytest.param([["a", [1, 2]], ["b", [3, 4]]], id="pairs"),
    ],
)
def test_data_of_other_forms_has_no_nodes(data: Data) -> None:
    assert not shown(data)[0].structures


def test_a_queue_of_nodes_is_no_node_of_their_tree() -> None:
    film = Film()
    root = made(film, [1, [2, None, None], [3, None, None]])
    film.bind("root", root)
    film.step()
    queue = film.list(root, root, root)
    film.bind("queue", queue)
    film.step()
    facts = facts_of(film)
    assert len(facts.nodes) == 3
    assert queue not in facts.nodes


def test_the_nodes_of_a_trie_stand_below_the_keys_that_lead_to_them() -> None:
    facts, _ = shown({"c": {"a": {"t": {"end": 1}, "r": {"end": 1}, "b": {"end": 1}}}})
    rows = sorted((node.row, node.column) for node in facts.nodes.values())
    assert rows == [(0, 2), (1, 2), (2, 2), (3, 0), (3, 2), (3, 4)]
    (structure,) = facts.structures.values()
    assert structure.has_lists


def colours(*reds: int, keys: tuple[int, ...]) -> Facts:
    """Make a tree to the left whose nodes have a colour before their key."""
    film = Film()
    cls, left = film.cls("Node"), film.new("NoneType", Scalar("None"))
    for red, key in zip(reds, keys, strict=True):
        left = film.instance(
            cls, red=film.number(red), key=film.number(key), left=left, right=film.number(0)
        )
    film.bind("root", left)
    for _ in range(3):
        film.step()
    return facts_of(film)


@pytest.mark.parametrize(
    ("keys", "telling"),
    [
        pytest.param((5, 6, 7, 8, 9), "key", id="two colours, five keys"),
        pytest.param((5, 6, 5, 6, 5), "red", id="as many colours as keys"),
    ],
)
def test_the_attribute_that_tells_nodes_apart_is_known(keys: tuple[int, ...], telling: str) -> None:
    facts = colours(1, 2, 1, 2, 1, keys=keys)
    assert [one.telling for one in facts.structures.values()] == [telling]


@pytest.mark.parametrize("kinds", [("Team", "Person"), ("Team", "Team")])
def test_it_is_known_whether_the_nodes_of_a_tree_are_of_several_types(
    kinds: tuple[str, str],
) -> None:
    film = Film()
    base = film.cls("Part")
    top, below = [film.cls(kind, base) for kind in kinds]
    leaves = [film.instance(below, size=film.number(n), parts=film.list()) for n in (1, 2)]
    team = film.instance(top, size=film.number(3), parts=film.list(*leaves))
    film.bind("root", film.instance(top, size=film.number(4), parts=film.list(team)))
    for _ in range(3):
        film.step()
    (structure,) = facts_of(film).structures.values()
    assert structure.has_types is (kinds[0] != kinds[1])
