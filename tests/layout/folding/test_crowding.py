"""On a crowded step, distant objects show only their value; the step's own objects are drawn."""

from contextlib import closing
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.gallery.films import Films
from tests.layout.composing.test_sheets import all_sheets
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from tests.layout.folding.test_structures import tree
from tests.recorder.runs import write_program
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import ReferenceDisplay
from visualizer.layout.composing.attempts import USUAL
from visualizer.layout.composing.planning import Planner
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.folding.folds import Fold, Folds
from visualizer.layout.picture import Slot, object_key
from visualizer.layout.placing.unit import Size
from visualizer.layout.sheet import Sheet
from visualizer.model import Event, Instance, Mapping, Sequence
from visualizer.recording import Recording

BOOKS = 30
CROWDED = Size(560, 420)


def library() -> tuple[Film, list[int]]:
    """Make books in two dicts, each changed in turn: too many to draw at once."""
    film = Film()
    cls = film.cls("Book")
    books: list[int] = []
    for number in range(BOOKS):
        marks = film.list(*(film.number(n) for n in range(8)))
        books.append(film.instance(cls, number=film.number(number), lent=marks))
    keys = [film.number(100 + number) for number in range(BOOKS)]
    film.bind("by_number", film.dict(*zip(keys, books, strict=True)))
    film.bind("by_title", film.dict(*zip(keys, books, strict=True)))
    film.bind("first", books[0])
    days = [film.number(0)] * 20
    film.bind("days", film.list(*days))
    film.step()
    for number, book in enumerate(books):
        film.call("lend", 3, book=book)
        film.step()
        days[(7 * number) % 20] = film.number(number + 1)
        film.put(film.names["days"], Sequence(tuple(days), 20))
        content = film.heap[book].content
        assert isinstance(content, Instance)
        lent = dict(content.attributes)["lent"]
        film.put(lent, film.heap[film.list(film.number(9))].content)
        film.step()
        film.calls.clear()
        film.step()
    return film, books


@cache
def drawn_library() -> tuple[Film, list[int], list[Sheet]]:
    """Return the film and its books, with the sheet of each step: these take seconds to make."""
    film, books = library()
    return film, books, list(all_sheets(film))


def boxes(sheet: Sheet) -> dict[object, tuple[float, float]]:
    return {box.key: (box.x, box.y) for box in sheet.boxes}


def test_every_step_fits_and_shows_its_subject() -> None:
    film, _, sheets = drawn_library()
    for state, sheet in zip(film.states, sheets, strict=True):
        assert sheet.bounds.right <= 721
        assert sheet.bounds.bottom <= 571
        if len(state.frames) > 1:
            book = dict(state.frames[-1].locals)["book"]
            shown = [one for box in sheet.boxes for one in box.block.anchors]
            assert book in shown
        for holder, _slot in sheet.changed:
            shown_holders = {one.holder for box in sheet.boxes for one in box.block.fields}
            assert holder in shown_holders


def test_a_folded_object_stands_as_its_value_in_the_slots_that_refer_to_it() -> None:
    _, books, sheets = drawn_library()
    displays, words = [], []
    for sheet in sheets:
        drawn = {one for box in sheet.boxes for one in box.block.anchors}
        fields = [one for box in sheet.boxes for one in box.block.fields if one.target in books]
        displays += [one.display for one in fields if one.target not in drawn]
        words += [str(one.text) for box in sheet.boxes for one in box.block.words]
    assert set(displays) == {ReferenceDisplay.TEXT}
    assert any(text.startswith("→ Book ") for text in words)


def test_a_shortened_list_shows_the_places_that_a_step_changes() -> None:
    _, _, sheets = drawn_library()
    for sheet in sheets:
        shown = {(one.holder, one.slot) for box in sheet.boxes for one in box.block.fields}
        assert sheet.changed <= shown


def test_a_list_is_as_before_until_it_is_shortened() -> None:
    shortened = {1: [(0, frozenset({30}))]}
    folds = Folds(crowded={1: [(5, Fold(slots=6))]}, shortened=shortened)
    assert folds.at(1, 4) == Fold()
    assert folds.at(1, 5) == Fold(frozenset({30}), slots=6)


def test_few_boxes_move() -> None:
    film, _, sheets = drawn_library()
    moved = 0
    for before, after in pairwise(map(boxes, sheets)):
        moved += sum(before.get(key, place) != place for key, place in after.items())
    assert moved < 0.1 * film.steps


@pytest.mark.parametrize("is_brief", [False, True])
@pytest.mark.parametrize("first", [5, 39, 70])
def test_the_first_step_of_a_part_is_folded_as_any_other(first: int, is_brief: bool) -> None:
    film, _ = library()
    walk = walk_of(film, first, first + 7)
    sheets = Sheets(walk, {}, FixedMeasure(), is_brief=is_brief)
    for number in range(first, first + 8):
        state = film.states[number - 1]
        sheet = sheets.sheet(state, film.deltas[number - 1])
        assert sheet.bounds.right <= 721
        assert sheet.bounds.bottom <= 571
        if len(state.frames) > 1:
            drawn = {one for box in sheet.boxes for one in box.block.anchors}
            assert dict(state.frames[-1].locals)["book"] in drawn
    assert sheets.scale >= 1


def test_an_object_with_room_is_not_folded() -> None:
    film = Film()
    keys = [film.number(number) for number in range(4)]
    lists = [film.list(film.number(7)) for _ in keys]
    film.bind("one", film.dict(*zip(keys, lists, strict=True)))
    film.bind("other", film.dict(*zip(keys, lists, strict=True)))
    film.step()
    film.put(film.names["other"], Mapping((), 0))
    film.step()
    for sheet in all_sheets(film):
        assert {object_key(one) for one in lists} <= sheet.boxes_by_key.keys()
        assert all(one.slot != Slot("value", 0) for one in sheet.arrows)


def test_a_tree_that_has_room_is_whole_and_other_objects_are_folded() -> None:
    film = tree(15)
    keys = [film.number(number) for number in range(8)]
    lists = [film.list(*(film.number(1000 + number) for number in range(6))) for _ in keys]
    for name in ("one", "other"):
        film.bind(name, film.dict(*zip(keys, lists, strict=True)))
    film.step()
    nodes = {object_key(one.serial) for one in film.heap.values() if one.type == "Node"}
    *_, last = all_sheets(film)
    assert nodes <= last.boxes_by_key.keys()
    assert not {object_key(one) for one in lists} <= last.boxes_by_key.keys()


SEARCH_TREE = """\
class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        if self.root is None:
            self.root = Node(key)
            return
        node = self.root
        while True:
            side = "left" if key < node.key else "right"
            if getattr(node, side) is None:
                setattr(node, side, Node(key))
                return
            node = getattr(node, side)

    def walk(self, node, out):
        if node is not None:
            self.walk(node.left, out)
            out.append(node.key)
            self.walk(node.right, out)

tree = Tree()
for k in [50, 25, 75, 12, 37, 62, 87, 6, 18, 31, 43, 56, 68, 81, 93]:
    tree.insert(k)
keys = []
tree.walk(tree.root, keys)
"""


def test_an_object_that_leads_to_a_tree_is_not_folded_with_all_its_nodes(
    tmp_path: Path,
) -> None:
    program = tmp_path / "tree.py"
    program.write_text(SEARCH_TREE)
    with closing(Recording.open(Films(tmp_path).path(program))) as recording:
        walk = walk_of(recording, 1, recording.steps)
        sheets = Sheets(walk, recording.sources, FixedMeasure(), canvas=Size(500, 380))
        cursor = recording.cursor()
        for number in range(1, recording.steps + 1):
            delta = cursor.delta(number)
            state = cursor.seek(number)
            drawn = {one for box in sheets.sheet(state, delta).boxes for one in box.block.anchors}
            trees = [one.serial for one in state.heap.values() if one.type == "Tree"]
            assert drawn.issuperset(trees), number


BASKET = """\
from collections import Counter, deque


class Item:
    def __init__(self, name, price, tags):
        self.name, self.price, self.tags = name, price, tags


basket = [Item("pen", 150, ["blue"]), Item("book", 1200, ["school"])]
latest = deque(maxlen=3)
for number in range(5):
    latest.append(number)
letters = Counter("banana")
by_tag = {}
for item in basket:
    by_tag[item.tags[0]] = [item.name]
total = sum(item.price for item in basket)
print(total, latest, letters, by_tag)
total = 0
"""


def test_an_object_is_folded_only_if_without_it_a_step_does_not_fit(tmp_path: Path) -> None:
    path = Films(tmp_path).path(write_program(tmp_path, BASKET))
    with closing(Recording.open(path)) as recording:
        sheets = Sheets(
            walk_of(recording), recording.sources, FixedMeasure(), canvas=Size(560, 360)
        )
        cursor = recording.cursor()
        delta = cursor.delta(recording.steps)
        state = cursor.seek(recording.steps)
        drawn = sheets.sheet(state, delta).boxes_by_key
        names = dict(state.globals[delta.step.file])
        cards = [object_key(names[one]) for one in ("basket", "latest", "letters", "by_tag")]
        assert all(card in drawn for card in cards)


GRAPH = """\
class Search:
    def __init__(self):
        self.parents, self.starts, self.ends = {}, {}, {}
        self.order, self.time = [], 0

    def visit(self, graph, node, parent):
        self.parents[node] = parent
        self.time += 1
        self.starts[node] = self.time
        for other in graph[node]:
            if other not in self.parents:
                self.visit(graph, other, node)
        self.ends[node] = self.time
        self.order.append(node)
graph = {"a": "bd", "b": "ce", "c": "af", "d": "g", "e": "fb", "f": "", "g": "eh", "h": ""}
search = Search()
search.visit(graph, "a", None)
"""


def test_the_attribute_on_the_next_line_is_not_folded(tmp_path: Path) -> None:
    path = Films(tmp_path).path(write_program(tmp_path, GRAPH))
    read = {11: "parents", 13: "ends", 14: "order"}
    with closing(Recording.open(path)) as recording:
        sheets = Sheets(walk_of(recording), recording.sources, FixedMeasure(), canvas=CROWDED)
        cursor, seen = recording.cursor(), set()
        for number in range(1, recording.steps + 1):
            state, delta = cursor.seek(number), cursor.delta(number)
            line = state.frames[-1].line if len(state.frames) == 4 else 0
            if line not in read or delta.step.event is not Event.LINE:
                continue
            content = state.heap[dict(state.frames[-1].locals)["self"]].content
            assert isinstance(content, Instance)
            drawn = sheets.sheet(state, delta)
            shown = {one for box in drawn.boxes for one in box.block.anchors}
            assert dict(content.attributes)[read[line]] in shown
            seen.add(line)
        assert seen == read.keys()


def test_a_fold_that_goes_on_is_noted_once() -> None:
    film, _ = library()
    planner = Planner(
        walk_of(film), {}, FixedMeasure(), Level.VALUES, CROWDED, scales=USUAL, hidden=frozenset()
    )
    crowded = planner.plan().folds.crowded
    assert any(crowded.values())
    for events in crowded.values():
        assert all(before != now for (_, before), (_, now) in pairwise(events))
