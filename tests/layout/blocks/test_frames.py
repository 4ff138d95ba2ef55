"""A frame's head has room for its name and line."""

from dataclasses import replace

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Ink
from visualizer.layout.blocks.frames import (
    FrameContent,
    frame,
    frame_content,
    mark_text,
    natural_width,
    row_of,
)
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.picture import Key, Slot
from visualizer.model import Other, Scalar


def maker_of(film: Film, text: str = "") -> Maker:
    return Maker(film.states[-1].heap, facts_of(film, Level.VALUES, text), FixedMeasure(), 1, 480)


@pytest.mark.parametrize("number", [7, 42, 125, 1234])
def test_the_head_has_room_for_the_whole_name_and_line(number: int) -> None:
    film = Film()
    film.step()
    maker, call = maker_of(film), FrameContent(Key("frame", 1), "permutations", number, ())
    made = frame(maker, call, natural_width(maker, call), is_running=True)
    name, at_line = made.words
    assert name.rect.width >= maker.width(name.text, name.ink)
    assert at_line.rect.width >= maker.width(at_line.text, at_line.ink)
    assert name.rect.right < at_line.rect.x


def test_without_room_for_both_the_line_is_its_number_and_the_name_is_whole() -> None:
    film = Film()
    film.step()
    maker, call = maker_of(film), FrameContent(Key("frame", 1), "check_new_position", 18, ())
    made = frame(maker, call, natural_width(maker, call) - 30, is_running=True)
    name, number = made.words
    assert name.rect.width >= maker.width(name.text, name.ink)
    assert number.text == "18"
    assert name.rect.right < number.rect.x


@pytest.mark.parametrize(
    ("narrower", "texts"),
    [
        (0, ["Animal.__init__", "18"]),
        (12, ["Anim….__init__", "18"]),
        (40, ["__init__", "18"]),
        (-60, ["Animal.__init__", ""]),
    ],
)
def test_a_method_has_its_class_where_there_is_room(narrower: float, texts: list[str]) -> None:
    film = Film()
    film.step()
    call = FrameContent(Key("frame", 1), "__init__", 18, (), owner="Animal")
    maker = maker_of(film)
    made = frame(maker, call, natural_width(maker, call) - narrower, is_running=True)
    name, line = made.words
    assert name.text == texts[0]
    assert name.rect.width >= maker.width(name.text, name.ink)
    assert name.rect.right < line.rect.x
    assert (line.text == "18") is bool(texts[1])


def test_a_long_name_of_a_class_makes_no_frame_wider() -> None:
    film = Film()
    film.step()
    maker, call = maker_of(film), FrameContent(Key("frame", 1), "__init__", 18, ())
    owned = replace(call, owner="AbstractNotificationFactory")
    assert natural_width(maker, owned) == natural_width(maker, call)


@pytest.mark.parametrize("kind", ["property", "staticmethod", "classmethod"])
def test_in_a_class_body_a_decorated_method_is_a_mark_as_others_are(kind: str) -> None:
    film = Film()
    function = film.function("area", 3)
    made = film.new(kind, Other((function,), (("made of", function),)))
    names = {"__doc__": film.number(1), "__annotations__": film.dict(), "area": made, "size": made}
    film.call("Shape", 2, **names)
    film.step()
    maker = maker_of(film)
    content = frame_content(maker, Key("frame", 1), "Shape", 2, names.items())
    assert [mark_text(maker, one)[0] for one in content.marks] == [f"{kind} area"]
    assert [one.label for one in content.rows] == ["size"]
    assert maker.values.text(content.rows[0].target) == f"{kind} area"


@pytest.mark.parametrize(
    ("level", "rows", "marks"),
    [
        (Level.VALUES, ["pi"], ["List"]),
        (Level.OBJECTS, ["pi", "nan"], ["List"]),
        (Level.COUNTS, ["pi", "e", "nan"], ["List", "Dict"]),
    ],
)
def test_names_of_a_whole_module_that_no_text_mentions_are_left_out_where_nothing_is_counted(
    level: Level, rows: list[str], marks: list[str]
) -> None:
    film = Film()
    form = film.cls("_SpecialForm")
    for name in ("List", "Dict"):
        film.bind(name, film.instance(form, data=film.number(7)))
    for number, name in enumerate(("pi", "e", "nan")):
        film.bind(name, film.number(number))
    film.step()
    text = "from typing import *\nx: List = pi\n"
    facts = facts_of(film, level, text if level is not Level.OBJECTS else text + "nan")
    maker = Maker(film.states[-1].heap, facts, FixedMeasure(), 1, 480)
    content = frame_content(maker, Key("globals", "prog.py"), "<module>", 2, film.names.items())
    assert [row.label for row in content.rows] == rows
    assert [mark.label for mark in content.marks] == marks


def test_a_wrapper_in_a_wrapper_is_described_by_its_type_alone() -> None:
    film = Film()
    inner = film.new("staticmethod", Other((film.number(1),), (("made of", film.number(1)),)))
    outer = film.new("staticmethod", Other((inner,), (("made of", inner),)))
    film.put(inner, Other((outer,), (("made of", outer),)))
    film.bind("area", outer)
    film.step()
    assert maker_of(film).values.text(outer) == "staticmethod"


def test_a_long_value_begins_behind_its_own_name_and_has_as_many_letters_as_fit() -> None:
    film = Film()
    value = film.new("str", Scalar(repr("a photo was added to page 1, slot 2")))
    film.bind("value", value)
    film.step()
    maker = maker_of(film)
    name, result, short = (
        row_of(maker, label, Slot(kind, label), target, is_event=kind == "event")
        for label, kind, target in (
            ("the_name_of_a_value", "name", value),
            ("returns", "event", value),
            ("count", "name", film.number(3)),
        )
    )
    call = FrameContent(Key("frame", 1), "add", 3, (name, result, short))
    made = frame(maker, call, natural_width(maker, call), is_running=True)
    shown, returned, three = (one for one in made.words if one.ink is Ink.VALUE)
    assert returned.rect.x < shown.rect.x == three.rect.x
    assert len(str(returned.text)) > len(str(shown.text))
    assert returned.rect.right == shown.rect.right
    whole = frame(maker, call, 800, is_running=True)
    assert len({one.rect.x for one in whole.words if one.ink is Ink.VALUE}) == 1
    assert len({str(one.text) for one in whole.words if one.ink is Ink.VALUE}) == 2
