"""Chains and trees that are too large: the picture shows the step's nodes, and counts the rest."""

from collections.abc import Mapping
from contextlib import closing
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from tests.layout.analysis.test_collector import chain
from tests.layout.composing.test_sheets import all_sheets
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from tests.recorder.runs import record_unread, write_program
from visualizer.layout.analysis.facts import Facts
from visualizer.layout.analysis.focus import Focus
from visualizer.layout.composing import planning
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.folding.spacing import Spacing
from visualizer.layout.folding.structures import FoldedStructure, folded_structures
from visualizer.layout.measure import Phrase
from visualizer.layout.picture import object_key
from visualizer.layout.placing.unit import Size
from visualizer.layout.sheet import BoxKind, Sheet
from visualizer.model import Instance, Iterator, Scalar, Sequence
from visualizer.recording import Recording


def walked_chain(length: int) -> Film:
    """A name goes from node to node."""
    film = chain(length)
    content = film.heap[film.names["head"]].content
    film.bind("node", film.names["head"])
    while isinstance(content, Instance):
        film.step()
        film.bind("node", dict(content.attributes)["next"])
        content = film.heap[film.names["node"]].content
    return film


def tree(size: int) -> Film:
    """Make a search tree; inserting a key takes a step for every comparison."""
    film = Film()
    nothing = film.new("NoneType", film.heap[film.number(0)].content, immortal=True)
    cls = film.cls("Node")
    keys = [(37 * n) % 101 for n in range(1, size + 1)]
    nodes = {keys[0]: film.instance(cls, key=film.number(keys[0]), left=nothing, right=nothing)}
    film.bind("root", nodes[keys[0]])
    film.step()
    links: dict[int, dict[str, int]] = {keys[0]: {}}
    for key in keys[1:]:
        at = keys[0]
        while True:
            film.bind("node", nodes[at])
            film.step()
            side = "left" if key < at else "right"
            if side not in links[at]:
                break
            at = links[at][side]
        links[at][side], links[key] = key, {}
        nodes[key] = film.instance(cls, key=film.number(key), left=nothing, right=nothing)
        content = film.heap[nodes[at]].content
        assert isinstance(content, Instance)
        attributes = dict(content.attributes) | {side: nodes[key]}
        film.put(nodes[at], Instance(cls, tuple(attributes.items())))
        film.step()
    return film


def branching(size: int) -> Film:
    """Make a tree whose nodes have up to three children in a list; a name goes to each new node."""
    film = Film()
    cls = film.cls("Node")
    made: list[int] = []
    for number in range(size):
        path = [number]
        while path[-1]:
            path.append((path[-1] - 1) // 3)
        for above in reversed(path[1:]):
            film.bind("node", made[above])
            film.step()
        node = film.instance(cls, key=film.number(number), children=film.list())
        if made:
            content = film.heap[made[path[1]]].content
            assert isinstance(content, Instance)
            add_child(film, dict(content.attributes)["children"], node)
        made.append(node)
        film.bind("root", made[0])
        film.bind("node", node)
        film.step()
    return film


def add_child(film: Film, children: int, node: int) -> None:
    content = film.heap[children].content
    assert isinstance(content, Sequence)
    film.put(children, Sequence((*content.items, node), content.length + 1))


def link(film: Film, node: int, **links: int) -> None:
    content = film.heap[node].content
    assert isinstance(content, Instance)
    film.put(node, Instance(content.cls, tuple((dict(content.attributes) | links).items())))


def merged(size: int) -> Film:
    """Make trees of two nodes, then in each make the lower node the upper, and join the trees."""
    film = Film()
    nothing = film.new("NoneType", film.heap[film.number(0)].content, immortal=True)
    cls = film.cls("Node")
    nodes = [
        film.instance(cls, key=film.number(n), left=nothing, right=nothing) for n in range(size)
    ]
    film.bind("nodes", film.list(*nodes))
    pairs = list(zip(nodes[::2], nodes[1::2], strict=True))
    for upper, lower in pairs:
        link(film, upper, left=lower)
    film.step()
    for upper, lower in pairs:
        film.bind("node", lower)
        link(film, upper, left=nothing)
        link(film, lower, left=upper)
        film.step()
    for (_, lower), (_, after) in pairwise(pairs):
        film.bind("node", after)
        link(film, after, right=lower)
        film.step()
    return film


def told(sheet: Sheet) -> int:
    """Return the number of nodes that stubs count."""
    found = 0
    for box in sheet.boxes:
        if box.kind is BoxKind.GROUP:
            phrases = [one.text for one in box.block.words if isinstance(one.text, Phrase)]
            found += sum(int(dict(one.arguments)["n"]) for one in phrases)
    return found


FILMS = {
    "chain": lambda: walked_chain(70),
    "tree": lambda: tree(48),
    "lists": lambda: branching(40),
}


@cache
def drawn(name: str) -> tuple[Film, list[Sheet]]:
    """Return a film with the sheet of each step, which take seconds to make."""
    film = FILMS[name]()
    return film, list(all_sheets(film))


@pytest.fixture(params=FILMS)
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def film(name: str) -> Film:
    return drawn(name)[0]


@pytest.fixture
def sheets(name: str) -> list[Sheet]:
    """Return the sheet of each step."""
    return drawn(name)[1]


def test_the_node_that_a_name_refers_to_is_shown_and_all_fits(
    film: Film, sheets: list[Sheet]
) -> None:
    for state, sheet in zip(film.states, sheets, strict=True):
        names = dict(state.globals["prog.py"])
        if "node" in names:
            assert object_key(names["node"]) in sheet.boxes_by_key
        assert sheet.bounds.right <= 721
        assert sheet.bounds.bottom <= 571


def test_no_box_overlaps_another(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        rects = [box.rect for box in sheet.boxes]
        assert not any(one.overlaps(other) for one, other in combinations(rects, 2))


def test_no_node_overlaps_another_where_the_lower_ones_became_the_upper_ones() -> None:
    test_no_box_overlaps_another(list(all_sheets(merged(32))))


def test_every_node_is_shown_or_counted(film: Film, sheets: list[Sheet]) -> None:
    for state, sheet in zip(film.states, sheets, strict=True):
        nodes = [one.serial for one in state.heap.values() if one.type == "Node"]
        shown = sum(object_key(one) in sheet.boxes_by_key for one in nodes)
        assert shown + told(sheet) == len(nodes)


def test_the_folded_part_changes_seldom(film: Film, sheets: list[Sheet]) -> None:
    steps = 0
    for before, after in pairwise(sheets):
        places = {box.key: (box.x, box.y) for box in before.boxes}
        steps += any(places.get(box.key, (box.x, box.y)) != (box.x, box.y) for box in after.boxes)
    assert steps < 0.1 * film.steps


def test_a_tree_is_smaller_before_it_is_folded_or_moves() -> None:
    film = tree(36)
    sheets = list(all_sheets(film))
    assert not any(map(told, sheets))
    assert sheets[-1].scale < 1
    for before, after in pairwise(sheets):
        places = {box.key: (box.x, box.y) for box in before.boxes}
        assert all(places.get(box.key, (box.x, box.y)) == (box.x, box.y) for box in after.boxes)


def text(film: Film, value: str) -> int:
    return film.new("str", Scalar(repr(value)))


def staff(*titles: str) -> Film:
    """Make a tree whose root has the others in a list; each node has a name and a title."""
    film = Film()
    cls = film.cls("Node")
    made = [
        film.instance(cls, name=text(film, f"n{n}"), title=text(film, one), below=film.list())
        for n, one in enumerate(titles)
    ]
    content = film.heap[made[0]].content
    assert isinstance(content, Instance)
    for one in made[1:]:
        add_child(film, dict(content.attributes)["below"], one)
    film.bind("root", made[0])
    film.step()
    return film


@pytest.mark.parametrize(
    ("width", "written"),
    [
        (1800, ("title", "'engineer of 1'")),
        (1050, ("'engineer of 1'",)),
        (745, ("'enginee…'",)),
        (560, ()),
    ],
)
def test_nodes_show_as_much_as_there_is_room_for(width: int, written: tuple[str, ...]) -> None:
    film = staff("chief", *(f"engineer of {n}" for n in range(1, 9)))
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(width, 600))
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    words = [str(one.text) for box in sheet.boxes for one in box.block.words]
    assert not told(sheet)
    assert "'n1'" in words
    assert set(written) <= set(words)
    assert ("title" in words) == ("title" in written)
    assert any("eng" in word for word in words) == bool(written)


TREES = """\
tree = {"name": "root", "children": [
    {"name": "docs", "children": [
        {"name": "a.txt", "children": []}, {"name": "b.txt", "children": []}
    ]},
    {"name": "src", "children": [
        {"name": "main.py", "children": []},
        {"name": "lib", "children": [{"name": "util.py", "children": []}]},
    ]},
]}
other = {
    "value": 1,
    "left": {"value": 2, "left": None, "right": None},
    "right": {"value": 3, "left": None, "right": None},
}
trie = {}
for word in ["cat", "car", "dog"]:
    node = trie
    for letter in word:
        node = node.setdefault(letter, {})
    node["end"] = True
def show(t, depth=0):
    for child in t["children"]:
        show(child, depth + 1)
show(tree)
"""


def test_trees_that_fit_alone_but_not_together_are_compact_before_they_are_folded(
    tmp_path: Path,
) -> None:
    path = record_unread(write_program(tmp_path, TREES)).path
    with closing(Recording.open(path)) as recording:
        sheets = Sheets(walk_of(recording), recording.sources, FixedMeasure())
        sheet = sheets.sheet(recording.cursor().seek(recording.steps))
    assert not any(box.kind is BoxKind.GROUP for box in sheet.boxes)


def test_a_share_of_the_room_is_divided_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Mapping[int, Spacing]] = []

    def counted(
        facts: Facts, focus: Focus, spacings: Mapping[int, Spacing]
    ) -> dict[int, FoldedStructure]:
        asked.append(spacings)
        return folded_structures(facts, focus, spacings)

    monkeypatch.setattr(planning, "folded_structures", counted)
    monkeypatch.setattr(planning, "SAMPLE", 50)
    film = tree(30)
    assert len(film.states) >= 2 * planning.SAMPLE
    Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(400, 300)).plan()
    assert len(asked) > 1
    assert len({id(one) for one in asked}) == len(asked)


def test_a_chain_without_room_for_its_names_has_compact_nodes_before_it_is_folded() -> None:
    film = chain(12)
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(400, 300))
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    words = {str(one.text) for box in sheet.boxes for one in box.block.words}
    assert {str(number) for number in range(12)} <= words
    assert "value" not in words
    assert sheet.scale >= 1


@pytest.mark.parametrize(("width", "title"), [(900, "'Hotel Califor…'"), (420, "'Hotel C…'")])
def test_compact_nodes_of_a_chain_have_as_many_letters_as_fit(width: int, title: str) -> None:
    film = Film()
    song, nothing = film.cls("Song"), film.number(0)
    for _ in range(20):
        text = film.new("str", Scalar("'Hotel California'"))
        head = film.instance(song, title=text, next=film.names.get("head", nothing))
        film.bind("head", head)
        film.step()
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=Size(width, 600))
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    assert title in {str(one.text) for box in sheet.boxes for one in box.block.words}


def test_a_wide_node_takes_no_room_from_the_others_of_a_tree() -> None:
    film = staff("chief", "engineer at x", *"abcdefgh")
    sheet = list(all_sheets(film))[-1]
    words = [str(one.text) for box in sheet.boxes for one in box.block.words]
    assert not told(sheet)
    assert "'engineer at x'" in words


def test_a_stub_leads_on_to_the_next_node_that_is_shown() -> None:
    sheet = drawn("chain")[1][-1]
    stubs = [box.key for box in sheet.boxes if box.kind is BoxKind.GROUP]
    leading = [arrow for arrow in sheet.arrows if arrow.start in stubs]
    assert len(stubs) == 1
    assert len(leading) == 1
    assert leading[0].end in sheet.boxes_by_key


def test_in_little_room_the_nodes_that_only_other_names_refer_to_are_folded() -> None:
    film = branching(7)
    children = [one for one in film.heap.values() if one.type == "Node"]
    for number, one in enumerate(children):
        film.bind(f"name{number}", one.serial)
    for one in children:
        film.call("visit", 3, node=one.serial)
        film.step()
        film.calls.clear()
    canvas = Size(480, 420)
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=canvas)
    for state, delta in zip(film.states, film.deltas, strict=True):
        sheet = sheets.sheet(state, delta)
        assert sheet.bounds.right * sheet.scale <= canvas.width
        if len(state.frames) > 1:
            assert object_key(dict(state.frames[-1].locals)["node"]) in sheet.boxes_by_key


def test_a_folded_node_is_folded_though_something_refers_to_its_list() -> None:
    film = branching(40)
    lists = [one.serial for one in film.heap.values() if one.type == "list"]
    for children in lists[::7]:
        film.bind("over", film.new("list_iterator", Iterator(children, 0)))
        film.step()
    sheets = list(all_sheets(film))
    test_no_box_overlaps_another(sheets)
    test_every_node_is_shown_or_counted(film, sheets)


def test_a_stub_names_the_topmost_of_its_nodes() -> None:
    sheet = drawn("lists")[1][-1]
    for box in sheet.boxes:
        if box.kind is BoxKind.GROUP:
            numbers = [int(str(one.text)) for one in box.block.words if one.type == "int"]
            # In this tree each level has higher numbers than the level above.
            assert numbers[-1] - numbers[0] < 4


def test_a_list_of_children_leads_from_a_node_to_the_stubs_below_it() -> None:
    sheet = drawn("lists")[1][-1]
    stubs = {box.key for box in sheet.boxes if box.kind is BoxKind.GROUP}
    led = {arrow.end for arrow in sheet.arrows if arrow.slot.kind == "item"}
    assert stubs
    assert stubs <= led


def test_the_nodes_that_folded_callers_hold_are_drawn_at_their_places() -> None:
    film = Film()
    cls = film.cls("Node")
    nodes: list[int] = []
    for number in range(3):
        nodes.append(film.instance(cls, key=film.number(number)))
        film.call("build", 2, node=nodes[-1], depth=film.number(number))
        film.step()
    running = film.steps
    for side, above, node in (("left", nodes[1], nodes[2]), ("right", nodes[0], nodes[1])):
        film.calls.pop()
        link(film, above, **{side: node})
        film.step()
    sheets = list(all_sheets(film))
    keys = [object_key(node) for node in nodes]
    places = [[(sheet.boxes_by_key[key].y, key) for key in keys] for sheet in sheets[running - 1 :]]
    assert all(sorted(found) == found for found in places)
    assert any(box.is_folded for box in sheets[running - 1].boxes)
