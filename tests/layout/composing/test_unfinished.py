"""A literal over several lines: its items are already at their places in the container."""

from dataclasses import replace

import pytest

from tests.layout.film import FILE, Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Ink
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.measure import Phrase, phrase
from visualizer.layout.picture import Key, Rect, Slot, object_key
from visualizer.layout.sheet import Placed, Sheet
from visualizer.model import Content, Event, Mapping, Other, Sequence


def waiting(film: Film, *items: int) -> None:
    """Put items onto the evaluation stack of the running frame."""
    film.kept = set(items)
    film.calls[-1] = replace(film.calls[-1], operands=items)
    film.step()


def written(kind: str, *, is_inner: bool = False) -> tuple[Film, list[int], int]:
    """Return a literal of two lists, one per line, with a number between them.

    The container may be inside a C object.
    """
    film = Film()
    film.call("rows", 1)
    film.step()
    items: list[int] = []
    for n in (1, 2):
        items.append(film.list(film.number(n)))
        waiting(film, *items)
    number = film.number(7)
    contents: dict[str, Content] = {
        "list": Sequence((items[0], number, items[1]), 3),
        "dict": Mapping(((number, items[0]), (film.number(8), items[1])), 2),
    }
    whole = film.new(kind, contents[kind])
    film.bind("made", film.new("Module", Other(referents=(whole,))) if is_inner else whole)
    waiting(film)
    return film, items, whole


def sheet(film: Film, step: int, level: Level = Level.VALUES) -> Sheet:
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), level)
    return sheets.sheet(film.states[step - 1], film.deltas[step - 1])


def events(shown: Sheet) -> list[object]:
    """Return the labels of the running frame's rows that are no names."""
    assert shown.running is not None
    return [
        one.text for one in shown.boxes_by_key[shown.running].block.words if one.ink is Ink.EVENT
    ]


def items_in(box: Placed) -> list[tuple[Key, Slot, int]]:
    return [(*one[:2], one.target) for one in box.block.fields if one.slot.kind == "pending"]


@pytest.mark.parametrize(
    ("kind", "label", "names"), [("list", "[…]", "[0] [2]"), ("dict", "{…: …}", "[7] [8]")]
)
def test_a_container_has_a_row_and_its_place_before_it_is_made(
    kind: str, label: str, names: str
) -> None:
    slots = [Slot("pending", name) for name in names.split()]
    film, items, whole = written(kind)
    places: list[Rect] = []
    for step, count in ((2, 1), (3, 2)):
        shown = sheet(film, step)
        frame = shown.running
        assert frame is not None
        assert events(shown) == [label]
        box = shown.boxes_by_key[Key("unfinished", whole)]
        assert items_in(box) == [(frame, slots[n], items[n]) for n in range(count)]
        assert whole not in box.block.anchors
        places.append(box.rect)
    made = sheet(film, 4)
    assert not events(made)
    places.append(made.boxes_by_key[object_key(whole)].rect)
    assert {(one.x, one.y) for one in places} == {places[0][:2]}


def test_at_levels_with_counts_each_item_has_a_row() -> None:
    film, _, _ = written("list")
    assert events(sheet(film, 3, Level.COUNTS)) == [phrase("pending")] * 2


def test_keyword_arguments_that_become_a_namespace_wait_for_no_container() -> None:
    film, _, _ = written("dict", is_inner=True)
    assert events(sheet(film, 3)) == [phrase("pending")] * 2


@pytest.mark.parametrize(
    ("head", "body", "rows"),
    [
        ("with manager() as found:", "print(found)", []),
        ("for found in items():", "print(found)", []),
        ("for found in items():", "print(\n            found)", []),
        ("found = made(items(),", "print(found))", [phrase("pending")]),
        ("found = made(items(),", "print(\n            found))", [phrase("pending")]),
    ],
)
def test_what_a_block_keeps_on_the_stack_is_not_pending(
    head: str, body: str, rows: list[Phrase]
) -> None:
    film = Film()
    texts = {FILE: f"def rows():\n    {head}\n        {body}"}
    film.call("rows", 2)
    film.step(2)
    kept = film.list(film.number(1))
    film.kept = {kept}
    film.calls[-1] = replace(film.calls[-1], line=2, operands=(kept,))
    film.step(2, Event.CALL)
    film.calls[-1] = replace(film.calls[-1], line=3)
    film.step(3)
    sheets = Sheets(walk_of(film), texts, FixedMeasure(), Level.VALUES)
    shown = [sheets.sheet(film.states[n], film.deltas[n]) for n in (1, 2)]
    assert [events(one) for one in shown] == [[phrase("pending")], rows]


@pytest.mark.parametrize(("name", "rows"), [("__exit__", []), ("leave", [phrase("pending")])])
def test_a_manager_whose_exit_is_on_the_stack_is_not_pending(name: str, rows: list[Phrase]) -> None:
    film = Film()
    film.call("rows", 1)
    film.step()
    leave, manager = film.function(name, 2), film.list(film.number(1))
    film.bind("leave", leave)
    waiting(film, leave, manager)
    assert events(sheet(film, 2)) == rows


def test_an_item_that_has_a_name_in_between_waits_for_no_container() -> None:
    film = Film()
    film.call("rows", 1)
    film.step()
    item = film.list(film.number(1))
    waiting(film, item)
    film.bind("item", item)
    waiting(film)
    waiting(film, item)
    film.bind("made", film.list(item))
    waiting(film)
    assert events(sheet(film, 2)) == [phrase("pending")]
