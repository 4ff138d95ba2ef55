"""Instances of the library's classes in the picture."""

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Facts, Level
from visualizer.layout.analysis.source import read_source
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.blocks.rows import Rows, rows_of
from visualizer.layout.blocks.values import Values
from visualizer.layout.measure import phrase
from visualizer.model import ClassBody, Instance, Other, Scalar, Sequence


def text(film: Film, value: str) -> int:
    return film.new("str", Scalar(repr(value)))


def test_a_member_of_an_enum_is_written_by_its_name() -> None:
    film = Film()
    color = film.cls("Color")
    red = film.instance(color, _value_=film.number(1), _name_=text(film, "RED"))
    lot = film.instance(color, _value_=film.list(), _name_=text(film, "LOT"))
    unnamed = film.instance(
        color, _value_=film.number(3), _name_=film.new("NoneType", Scalar("None"))
    )
    told = Values(film.heap, Facts())
    assert [told.text(one) for one in (red, lot)] == ["Color.RED", "Color.LOT"]
    assert [told.is_text(one) for one in (red, lot, unnamed)] == [True, True, False]


def test_an_enum_has_the_values_of_its_members() -> None:
    film = Film()
    color = film.cls("Color")
    other = film.instance(film.cls("Shade"), _value_=film.number(9), _name_=text(film, "DARK"))
    members = {"DEFAULT": other}
    for name, value in ("RED", film.number(1)), ("LOT", film.list(film.number(2))):
        members[name] = film.instance(color, _value_=value, _name_=text(film, name))
    film.put(color, ClassBody("Color", (), (("__module__", film.number(0)), *members.items())))
    film.bind("Color", color)
    film.step()
    made = Maker(film.heap, facts_of(film), FixedMeasure(), 1, 480).whole(color)
    written = [str(one.text) for one in made.words]
    assert written == ["class Color", "DEFAULT", "Shade.DARK", "RED", "1", "LOT", "[2]"]
    assert {one.target for one in made.fields} == set(members.values())


def test_at_level_objects_it_has_a_label_if_its_value_is_plain() -> None:
    film = Film()
    color = film.cls("Color")
    red = film.instance(color, _value_=film.number(1), _name_=text(film, "RED"))
    lot = film.instance(color, _value_=film.list(), _name_=text(film, "LOT"))
    film.bind("red", red)
    film.bind("lot", lot)
    film.step()
    facts = facts_of(film, Level.OBJECTS)
    maker = Maker(film.heap, facts, FixedMeasure(), 1, 480)
    assert not maker.values.is_text(red)
    assert [str(one.text) for one in maker.whole(red).words] == ["<Color.RED: 1>"]
    assert [str(one.text) for one in maker.whole(lot).words][:2] == ["Color", "_value_"]


def test_the_items_of_a_named_tuple_have_their_names() -> None:
    film = Film()
    fields = film.new("tuple", Sequence((text(film, "x"), text(film, "y")), 2))
    cls = film.new("type", ClassBody("Point", (), (("_fields", fields),)))
    items = Sequence((film.number(3), film.number(4)), 2)
    point = film.new("Point", Instance(cls, (), items))
    told = Values(film.heap, Facts())
    rows = rows_of(film.heap[point], told, Facts(), 1).rows
    assert [row.label for row in rows] == ["x", "y"]
    assert told.text(point) == "Point(x=3, y=4)"
    assert not rows_of(film.heap[cls], told, Facts(), 1).rows


def test_a_pattern_and_its_match_are_written() -> None:
    film = Film()
    held = text(film, "a")
    pattern = film.new("Pattern", Other((held,), (), (("pattern", "'a'"),)))
    match = film.new("Match", Other((held,), (), (("match", "'a'"), ("span", "(0, 1)"))))
    told = Values(film.heap, Facts())
    assert [told.text(one) for one in (pattern, match)] == ["Pattern 'a'", "Match 'a'"]
    assert told.is_text(pattern)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(("ChainMap", "maps"), ("UserDict", "data"), ("Queue", "queue"), ("KeysView", "_mapping")),
        *(
            ("Thread", "_target"),
            ("Event", "_flag"),
            ("SharedMemory", "_buf"),
            ("Semaphore", "_value"),
            ("NormalDist", "_mu"),
        ),
    ],
)
def test_an_object_of_the_library_shows_its_contents_without_internals(
    kind: str, name: str
) -> None:
    film = Film()
    cls = film.new("type", ClassBody(kind, (), ()))
    inner = film.instance(film.library_class("Lock"))
    thing = film.instance(cls, _inner=inner, mutex=inner, **{name: film.list(film.number(1))})
    rows = rows_of(film.heap[thing], Values(film.heap, Facts()), Facts(), 1).rows
    assert [row.label for row in rows] == [name]


def test_an_object_of_the_library_shows_the_objects_of_the_program_in_it() -> None:
    film = Film()
    ball = film.instance(film.cls("Ball"))
    inner = film.instance(film.library_class("Surface"))
    group = film.instance(
        film.library_class("Group"),
        sprites=film.dict((ball, film.number(0))),
        lost=film.list(),
        _leader=ball,
        _surfaces=film.list(inner),
    )
    rows = rows_of(film.heap[group], Values(film.heap, Facts()), Facts(), 1).rows
    assert [row.label for row in rows] == ["sprites", "_leader"]


WORKER = """\
class Worker(Thread):
    _made = 0
    def __init__(self):
        self._secret = self.__hidden = 1
"""


def test_library_data_in_an_object_of_the_program_is_counted() -> None:
    film = Film()
    flag = film.new("bool", Scalar("False"))
    thread = film.library_class("Thread")
    base = film.cls("Task", thread)
    cls = film.cls("Worker", base, _made=film.number(0), _abc=flag)
    inner = {"_started": flag, "_Thread__stop": flag}
    own = {"_secret": flag, "_Worker__hidden": flag}
    worker = film.instance(cls, **inner, **own, name=film.number(2))
    plain = film.instance(film.cls("Plain"), **inner)
    wrapper = film.instance(film.cls("Calls"), __name__=text(film, "f"), n=film.number(3))
    facts = Facts(source=read_source({"prog.py": WORKER}))

    def rows(serial: int) -> Rows:
        return rows_of(film.heap[serial], Values(film.heap, facts), facts, 1)

    assert [row.label for row in rows(worker).rows] == [*own]
    assert rows(worker).notes == (phrase("inner-attributes", n=3, base="Thread"),)
    assert [row.label for row in rows(plain).rows] == [*inner]
    assert not rows(plain).notes
    assert [row.label for row in rows(wrapper).rows] == ["n"]
    assert rows(wrapper).notes == (phrase("further-rows", n=1),)
    assert Values(film.heap, facts).text(wrapper) == "Calls 3"
    assert [row.label for row in rows(cls).rows] == ["_made"]
    assert Values(film.heap, facts).text(worker) == "Worker 2"


@pytest.mark.parametrize("kind", ["GenericAlias", "UnionType", "Union"])
def test_a_type_of_an_annotation_is_written(kind: str) -> None:
    film = Film()
    held = film.list()
    alias = film.new(kind, Other((held,), (("__origin__", held),), (("value", "list[int]"),)))
    told = Values(film.heap, Facts())
    assert told.is_text(alias)
    assert told.text(alias) == "list[int]"
