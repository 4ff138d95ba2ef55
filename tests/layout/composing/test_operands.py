"""The evaluation stack of a call in the picture, inside a line."""

from collections.abc import Mapping, Sequence

import pytest

from tests.layout.film import MODULE, Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Block, Form
from visualizer.layout.blocks.evaluation_stack import MOST, EvaluationStack, StackValue
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.measure import phrase
from visualizer.layout.picture import Key, Rect, RegionKind, object_key
from visualizer.layout.routing import IndexMark, Router, Routes, WantedArrow
from visualizer.layout.sheet import BoxKind, Placed, Sheet

NEW = StackValue("f(a)", "'b'", "str", None, 1)
IMMORTAL = StackValue("1 + 1", "2", "int", None, None)


def call() -> Film:
    """The module calls a function with its list."""
    film = Film()
    film.bind("a", film.list(film.number(1)))
    film.step()
    film.call("f", 2, a=film.names["a"])
    film.step()
    return film


def loaded(film: Film) -> StackValue:
    return StackValue("a", "[1]", "list", film.names["a"], 3)


def sheet(film: Film, stack: EvaluationStack | None, level: Level = Level.COUNTS) -> Sheet:
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), level)
    return sheets.sheet(film.states[-1], film.deltas[-1], operands=stack)


def stack_of(shown: Sheet, frame: int) -> Placed:
    return shown.boxes_by_key[Key("stack", frame)]


def texts(block: Block) -> list[object]:
    return [words.text for words in block.words]


def test_it_is_right_below_its_frame() -> None:
    film = call()
    frame = film.calls[-1].serial
    shown = sheet(film, EvaluationStack(frame, (IMMORTAL,)))
    box, home = stack_of(shown, frame), shown.boxes_by_key[Key("frame", frame)]
    assert box.x == home.x
    assert 0 < box.y - home.rect.bottom < 10
    assert texts(box.block) == [phrase("evaluation-stack"), "2", "1 + 1"]
    assert not any(one.rect.overlaps(box.rect) for one in shown.boxes if one is not box)


def test_below_the_frame_of_another_call_it_has_the_name_of_its_own() -> None:
    film = call()
    shown = sheet(film, EvaluationStack(MODULE.serial, (IMMORTAL,)))
    box, other = stack_of(shown, MODULE.serial), shown.boxes_by_key[Key("frame", 2)]
    assert box.y > other.rect.bottom
    assert texts(box.block)[0] == phrase("module")


def test_the_newest_value_is_first_and_marked_as_the_change() -> None:
    film = call()
    frame = film.calls[-1].serial
    shown = sheet(film, EvaluationStack(frame, (IMMORTAL, NEW)))
    assert texts(stack_of(shown, frame).block)[1:] == ["'b'", "f(a)", "2", "1 + 1"]
    ((holder, slot),) = shown.changed
    first = min(stack_of(shown, frame).block.fields, key=lambda one: one.rect.y)
    assert (first.holder, first.slot) == (holder, slot)
    assert not shown.outlines, "the changes of the step came before"


def test_an_arrow_leads_to_an_object_of_the_step() -> None:
    film = call()
    frame, serial = film.calls[-1].serial, film.names["a"]
    shown = sheet(film, EvaluationStack(frame, (loaded(film),)))
    (arrow,) = [one for one in shown.arrows if one.start == Key("stack", frame)]
    assert (arrow.end, arrow.is_changed) == (object_key(serial), True)


@pytest.mark.parametrize("level", list(Level))
def test_a_new_object_is_a_card_with_its_count(level: Level) -> None:
    film = call()
    frame = film.calls[-1].serial
    shown = sheet(film, EvaluationStack(frame, (IMMORTAL, NEW)), level)
    shapes = stack_of(shown, frame).block.shapes
    assert [shape.form for shape in shapes].count(Form.VALUE_LABEL) == 1, "not for an immortal one"
    counts = [shown.counts[shape.serial or 0] for shape in shapes if shape.form is Form.COUNT]
    assert [(one.now, one.before) for one in counts] == [(1, None)] * level.has_counts


def test_a_long_value_stands_below_its_expression_and_both_are_whole() -> None:
    film = call()
    frame = film.calls[-1].serial
    long = NEW._replace(expression="[x, x * 2]", text="[10, 20]")
    block = stack_of(sheet(film, EvaluationStack(frame, (IMMORTAL, long))), frame).block
    at = {words.text: words.rect for words in block.words}
    assert at["[10, 20]"].y > at["[x, x * 2]"].y
    assert at["2"].y == at["1 + 1"].y > at["[10, 20]"].y
    longest = long._replace(text="[" + "10, " * 30 + "20]")
    block = stack_of(sheet(film, EvaluationStack(frame, (longest,))), frame).block
    assert all(words.rect.x >= 0 and words.rect.right <= block.width for words in block.words)
    assert all(shape.rect.right <= block.width for shape in block.shapes)


def test_of_many_values_the_newest_are_shown() -> None:
    film = call()
    frame = film.calls[-1].serial
    values = tuple(StackValue(f"v{n}", str(n), "int", None, None) for n in range(MOST + 3))
    block = stack_of(sheet(film, EvaluationStack(frame, values)), frame).block
    assert f"v{MOST + 2}" in texts(block)
    assert "v2" not in texts(block)
    assert phrase("further-rows", n=3) in texts(block)


def test_a_modules_stack_is_no_part_of_its_data() -> None:
    film = Film()
    film.bind("a", film.list())
    film.step()
    shown = sheet(film, EvaluationStack(MODULE.serial, (IMMORTAL,)), Level.REGIONS)
    grounds = {one.kind: one.rect for one in shown.grounds}
    box = stack_of(shown, MODULE.serial)
    assert box.kind is BoxKind.FRAME
    assert grounds[RegionKind.STACK].overlaps(box.rect)
    assert not grounds[RegionKind.DATA].overlaps(box.rect)


def test_a_call_that_is_not_drawn_has_none() -> None:
    film = call()
    shown = sheet(film, EvaluationStack(99, (IMMORTAL,)))
    assert Key("stack", 99) not in shown.boxes_by_key
    assert shown.boxes == sheet(film, None).boxes


def test_at_an_object_without_an_arrow_the_expression_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = dict[str, str]()
    route = Router.route

    def noting(
        router: Router,
        boxes: Mapping[Key, Rect],
        wanted: Sequence[WantedArrow],
        marks: Sequence[IndexMark] = (),
        room: Rect | None = None,
    ) -> Routes:
        named.update({one.start.kind: str(one.name) for one in wanted})
        return route(router, boxes, wanted, marks, room)

    monkeypatch.setattr(Router, "route", noting)
    film = call()
    value = loaded(film)._replace(expression="pairs[len(pairs) - 1]")
    sheet(film, EvaluationStack(film.calls[-1].serial, (IMMORTAL, value)))
    assert named["stack"] == "pairs[len(pa…]"
    assert named["frame"] == "a"
