"""The changes that a step marks."""

from dataclasses import replace

import pytest

from tests.layout.composing.test_sheets import sheets_of
from tests.layout.film import Film
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.outlines import has_outline
from visualizer.layout.composing.changes import changes_of
from visualizer.layout.picture import Key, Slot, object_key
from visualizer.model import Instance, Mapping, Scalar, Sequence


def test_an_item_that_a_set_gets_is_marked_and_those_that_it_moves_are_not() -> None:
    film = Film()
    one, two, three = (film.number(value) for value in (1, 2, 3))
    members = film.new("set", Sequence((one, two), 2))
    film.bind("seen", members)
    film.step()
    film.put(members, Sequence((three, one, two), 3))
    film.step()
    changes = changes_of(film.states[-1], film.deltas[-1])
    assert changes.fields == {(object_key(members), Slot("item", 0))}


def marks(film: Film, level: Level) -> list[tuple[Key, Slot] | int]:
    """Return the fields and the outlined objects that the last step marks."""
    sheet = sheets_of(film, level).sheet(film.states[-1], film.deltas[-1])
    fields = (one for box in sheet.boxes for one in box.block.fields)
    outlined = (
        shape.serial or 0
        for box in sheet.boxes
        for shape in box.block.shapes
        if (shape.serial or 0) in sheet.outlines
        and has_outline(shape, box.block.shapes, sheet.outlines[shape.serial or 0])
    )
    changed = [(one.holder, one.slot) for one in fields]
    return [one for one in changed if one in sheet.changed] + list(outlined)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("left", [0, 2])
def test_a_row_of_a_matrix_that_loses_items_is_marked_once(level: Level, left: int) -> None:
    film = Film()
    rows = [film.list(*(film.number(n + 3 * row) for n in range(3))) for row in range(3)]
    matrix = film.list(*rows)
    film.bind("matrix", matrix)
    film.step()
    content = film.heap[rows[1]].content
    assert isinstance(content, Sequence)
    film.put(rows[1], Sequence(content.items[:left], left))
    film.step()
    assert marks(film, level) == [(object_key(matrix), Slot("item", 1))]


@pytest.mark.parametrize("level", Level)
def test_a_nested_list_that_loses_an_item_and_changes_another_has_both_marks(level: Level) -> None:
    film = Film()
    inner = film.list(*(film.number(n) for n in range(3)))
    outer = film.list(inner, film.list(film.number(9)))
    film.bind("outer", outer)
    film.step()
    content = film.heap[inner].content
    assert isinstance(content, Sequence)
    film.put(inner, Sequence((film.number(50), content.items[1]), 2))
    film.step()
    fields = [(object_key(outer), Slot("item", 0)), (object_key(inner), Slot("item", 0))]
    assert set(marks(film, level)) == set(fields)


@pytest.mark.parametrize("level", Level)
def test_a_nested_dict_that_gets_an_entry_is_marked_at_the_entry_alone(level: Level) -> None:
    film = Film()
    inner = film.dict((film.new("str", Scalar("'a'")), film.number(1)))
    film.bind("outer", film.list(inner, film.list(film.number(2))))
    film.step()
    content = film.heap[inner].content
    assert isinstance(content, Mapping)
    other = film.new("str", Scalar("'b'"))
    film.put(inner, Mapping((*content.entries, (other, film.number(2))), 2))
    film.step()
    assert marks(film, level) == [(object_key(inner), Slot("value", other))]


@pytest.mark.parametrize("level", Level)
def test_an_instance_of_a_subclass_of_list_that_loses_an_attribute_is_marked(level: Level) -> None:
    film = Film()
    items = tuple(film.number(n) for n in range(3))
    attributes = (("x", film.number(4)), ("y", film.number(5)))
    stack = film.new("Stack", Instance(film.cls("Stack"), attributes, Sequence(items, 3)))
    film.bind("stack", stack)
    film.step()
    content = film.heap[stack].content
    assert isinstance(content, Instance)
    film.put(stack, replace(content, attributes=attributes[:1]))
    film.step()
    assert marks(film, level) == [stack]
