"""The rows of cards."""

import pytest

from tests.layout.film import Film
from visualizer.layout.analysis.facts import Facts, Level, RaisePoint
from visualizer.layout.analysis.source import Source
from visualizer.layout.blocks.rows import rows_of
from visualizer.layout.blocks.values import Values
from visualizer.layout.measure import Phrase, phrase
from visualizer.model import (
    ClassBody,
    Content,
    ExceptionBody,
    HeapObject,
    Instance,
    Mapping,
    Named,
    Other,
    Scalar,
    Sequence,
    WeakReference,
)
from visualizer.model import Iterator as Walking
from visualizer.words import translate, written_table


def notes(passed: int, step: int = 10_000) -> list[str]:
    """Return an exception's notes on its way through that many functions."""
    thing = HeapObject(1, "ValueError", 16, 1, 72, ExceptionBody(None, None, None, None, None, ()))
    facts = Facts(raised={1: tuple(RaisePoint(n + 1, f"f{n}", n + 1) for n in range(passed))})
    told = rows_of(thing, Values({1: thing}, facts), facts, step).notes
    found = []
    for note in told:
        assert isinstance(note, Phrase)
        given = dict(note.arguments)
        found.append(str(given.get("function", f"and {given.get('n')} more")))
    return found


@pytest.mark.parametrize(
    ("passed", "told"),
    [
        (1, ["f0"]),
        (7, [f"f{n}" for n in range(7)]),
        (8, ["f0", "f1", "f2", "and 2 more", "f5", "f6", "f7"]),
        (1000, ["f0", "f1", "f2", "and 994 more", "f997", "f998", "f999"]),
    ],
)
def test_a_long_path_shows_its_first_and_last_functions(passed: int, told: list[str]) -> None:
    assert notes(passed) == told


@pytest.mark.parametrize(
    ("level", "text", "shown"),
    [
        (Level.VALUES, "", ["note"]),
        (Level.VALUES, "print(error.obj, error._own)", ["obj", "note", "_own"]),
        (Level.OBJECTS, "", ["obj", "note", "_own"]),
    ],
)
def test_beside_a_message_the_level_values_has_the_fields_that_the_program_names(
    level: Level, text: str, shown: list[str]
) -> None:
    film = Film()
    held = tuple((name, film.number(n)) for n, name in enumerate(("obj", "note", "_own")))
    facts = Facts(level=level, source=Source(texts=(text or "x = 1",)))

    def labels(kind: str, *args: int, fields: Named = held) -> list[object]:
        given = film.new("tuple", Sequence(args, len(args)))
        body = ExceptionBody(None, given, None, None, None, fields)
        error = HeapObject(99, kind, 16, 1, 72, body)
        found = rows_of(error, Values(film.heap, facts), facts, 1).rows
        return [row.label for row in found if not isinstance(row.label, Phrase)]

    message, others = film.new("str", Scalar("'m'")), film.list()
    assert labels("AttributeError", message) == shown
    files = ("filename", message), ("note", message)
    assert labels("OSError", film.number(2), message, fields=files) == ["args", "filename", "note"]
    sentence = film.new("str", Scalar("'No such file or directory'"))
    parts = ["args[0]", "args[1]", "filename"]
    assert labels("OSError", film.number(2), sentence, fields=files[:1]) == parts
    group = (("exceptions", film.new("tuple", Sequence((), 0))),)
    assert labels("ExceptionGroup", message, others, fields=group) == ["exceptions"]


def test_it_shows_only_the_steps_so_far() -> None:
    assert notes(1000, step=2) == ["f0", "f1"]


def test_the_module_is_called_in_every_language_as_its_frame_is() -> None:
    thing = HeapObject(1, "ValueError", 16, 1, 72, ExceptionBody(None, None, None, None, None, ()))
    facts = Facts(raised={1: (RaisePoint(1, "<module>", 2),)})
    (note,) = rows_of(thing, Values({1: thing}, facts), facts, 1).notes
    assert isinstance(note, Phrase)
    assert translate(note, written_table("en")) == "raised in module, line 2"
    assert translate(note, written_table("ko")) == "모듈의 2번 줄에서 발생"


def file_with(film: Film, **kept: object) -> int:
    """Make a text file for reading, as ``open`` does; the innermost's dict has ``kept``."""

    def text(words: object) -> int:
        return film.new(type(words).__name__, Scalar(repr(words)))

    names = film.dict(*((text(name), text(value)) for name, value in kept.items()))
    buffer = film.new("BufferedReader", Other((film.new("FileIO", Other((names,))),)))
    library = film.new("type", ClassBody("IncrementalDecoder", (), ()))
    decoder = film.instance(library, errors=text("strict"))
    modes = film.dict((text("mode"), text("r")))
    held = (buffer, text("UTF-8"), decoder, modes)
    return film.new("TextIOWrapper", Other(held, (), (("position", "12"),)))


@pytest.mark.parametrize("closed", [False, True])
def test_a_file_shows_itself_and_none_of_its_inner_parts(closed: bool) -> None:
    film = Film()
    kept = {"__IOBase_closed": True} if closed else {}
    file = file_with(film, name="scores.txt", **kept)
    told = rows_of(film.heap[file], Values(film.heap, Facts()), Facts(), 1)
    where = () if closed else ("position 12",)
    assert told.notes == ("name 'scores.txt'", "mode 'r'", *where, f"closed {closed}")
    assert not told.rows


def test_contents_of_a_library_object_are_drawn_if_its_class_is_the_programs() -> None:
    film = Film()
    library = film.new("type", ClassBody("IncrementalDecoder", (), ()))
    own = film.new("type", ClassBody("Node", (film.new("type", ClassBody("object", (), ())),), ()))
    held = [film.instance(cls) for cls in (library, own)]
    holder = film.new("holder", Other(tuple(held)))
    told = rows_of(film.heap[holder], Values(film.heap, Facts()), Facts(), 1)
    assert [row.target for row in told.rows] == held[1:]


def test_referents_of_a_library_object_have_numbers_only_beside_others() -> None:
    film = Film()
    inner = [film.new("dict", Mapping((), 0)) for _ in range(22)]
    function = film.function("fact", 2)

    def labels(*more: int) -> list[object]:
        wrapper = film.new("wrapper", Other((*inner, function, *more)))
        values = Values(film.heap, Facts())
        return [row.label for row in rows_of(film.heap[wrapper], values, Facts(), 1).rows]

    assert labels() == [""]
    assert labels(film.list(function)) == ["0", "1"]


def test_a_reference_with_a_name_has_a_row_whatever_it_refers_to() -> None:
    film = Film()
    function, other = film.function("base", 2), film.new("dict", Mapping((), 0))
    named = film.new("dict", Mapping((), 0))
    held = (("func", function), ("keywords", named))
    partial = film.new("partial", Other((function, named, other), held))
    told = rows_of(film.heap[partial], Values(film.heap, Facts()), Facts(), 1)
    assert [(row.label, row.target) for row in told.rows] == list(held)


def test_an_instance_shows_the_contents_of_its_base_in_c_before_its_attributes() -> None:
    film = Film()
    get, words = film.function("area", 2), film.list(film.number(1))
    cls = film.cls("Cached", film.library_class("property"))
    base = Other((get, film.dict()), (("fget", get),))
    cached = film.new("Cached", Instance(cls, (("note", words),), base))
    shown = rows_of(film.heap[cached], Values(film.heap, Facts()), Facts(), 1)
    assert [(row.label, row.target) for row in shown.rows] == [("fget", get), ("note", words)]


def test_references_to_one_object_keep_their_names() -> None:
    film = Film()
    first, second = film.number(1), film.number(0)
    named = (("tm_mon", first), ("tm_hour", second), ("tm_mday", first), ("tm_min", second))
    then = film.new("struct_time", Other((first, second, first, second), named))
    told = rows_of(film.heap[then], Values(film.heap, Facts()), Facts(), 1)
    assert [(row.label, row.target) for row in told.rows] == list(named)


def test_a_cache_with_a_limit_has_a_row_for_each_call() -> None:
    film = Film()
    link = film.new("type", ClassBody("_lru_list_elem", (), ()))
    links = film.new("dict", Mapping((), 2))
    mark, function = film.new("object", Other(())), film.function("fib", 2)
    kept = [film.number(n) for n in (1, 10, 2, 20)]
    held = (*kept[:2], link, *kept[2:], link, links, function, mark, link)
    named = (("cache", links), ("func", function))
    cached = film.new("_lru_cache_wrapper", Other(held, named))
    told = rows_of(film.heap[cached], Values(film.heap, Facts()), Facts(), 1)
    found = [(str(row.label), row.target) for row in told.rows]
    assert found == [("1", kept[1]), ("2", kept[3]), ("func", function)]


def test_containers_that_a_library_makes_for_its_object_have_no_row() -> None:
    film = Film()
    dead = film.new("weakref", WeakReference(None))
    connection = film.new("Connection", Other((film.list(dead), film.list())))
    assert not rows_of(film.heap[connection], Values(film.heap, Facts()), Facts(), 1).rows


def test_an_instance_with_a_value_and_attributes_shows_both() -> None:
    heap = {
        1: HeapObject(1, "Age", 16, 1, 48, Instance(2, (("unit", 3),), Scalar("5"))),
        2: HeapObject(2, "type", 32, 1, 900, ClassBody("Age", (), ())),
        3: HeapObject(3, "int", 64, None, 28, Scalar("7")),
    }
    rows = rows_of(heap[1], Values(heap, Facts()), Facts(), 1)
    assert ([row.label for row in rows.rows], rows.value) == (["unit"], "5")


def rows_of_zip(shared: frozenset[int] = frozenset()) -> tuple[list[int], tuple[object, ...]]:
    """Return the targets of the rows of an enumerate over a zip of the lists 1 and 2."""
    walked = (Walking(1, 1), Walking(2, 1))
    contents: list[Content] = [
        Sequence((), 0),
        Sequence((), 0),
        *walked,
        Sequence((3, 4), 2),
        Sequence((), 0),
    ]
    names = (("ittuple", 5), ("result", 6))
    types = ("list", "list", "list_iterator", "list_iterator", "tuple", "tuple", "zip", "enumerate")
    every: list[Content] = [*contents, Other((5, 6), names), Walking(7, 1)]
    heap = {
        serial: HeapObject(serial, kind, 16 * serial, 1, 48, content)
        for serial, (kind, content) in enumerate(zip(types, every, strict=True), 1)
    }
    facts = Facts(shared=shared)
    told = rows_of(heap[8], Values(heap, facts), facts, 1)
    return [row.target for row in told.rows], told.notes


def test_an_iterator_leads_to_the_lists_that_it_goes_over_through_those_inside_it() -> None:
    targets, (note,) = rows_of_zip()
    assert targets == [1, 2]
    assert isinstance(note, Phrase)
    assert dict(note.arguments) == {"index": 1}


def test_an_iterator_that_something_else_refers_to_stays_in_between() -> None:
    assert rows_of_zip(frozenset({7}))[0] == [7]
    assert rows_of_zip(frozenset({4}))[0] == [1, 4]


@pytest.mark.parametrize("has_begun", [False, True])
def test_a_chain_leads_to_its_arguments_and_shows_the_place_in_the_current_one(
    has_begun: bool,
) -> None:
    names = (("source", 3), ("active", 5)) if has_begun else ()
    parts: list[tuple[str, Content]] = [
        ("list", Sequence((), 0)),
        ("list", Sequence((), 0)),
        ("tuple_iterator", Walking(4, 2)),
        ("tuple", Sequence((1, 2), 2)),
        ("list_iterator", Walking(2, 7)),
        ("chain", Other((3, 5) if has_begun else (3,), names)),
    ]
    heap = {
        serial: HeapObject(serial, kind, 16 * serial, 1, 48, content)
        for serial, (kind, content) in enumerate(parts, 1)
    }
    told = rows_of(heap[6], Values(heap, Facts()), Facts(), 1)
    assert [row.target for row in told.rows] == [1, 2]
    places = [dict(note.arguments) for note in told.notes if isinstance(note, Phrase)]
    assert places == ([{"index": 7}] if has_begun else [])


@pytest.mark.parametrize("has_items", [True, False])
def test_an_iterator_whose_references_have_no_names_is_not_exhausted_while_it_holds_iterators(
    has_items: bool,
) -> None:
    film = Film()
    walk = film.new("list_iterator", Walking(film.list(), 0))
    held = (walk,) if has_items else ()
    longest = film.new("zip_longest", Other((*held, film.number(0))))
    notes = rows_of(film.heap[longest], Values(film.heap, Facts()), Facts(), 1).notes
    assert notes == (() if has_items else (phrase("used-up"),))


def test_the_items_of_a_class_that_derives_from_set_have_no_index() -> None:
    film = Film()
    cls = film.cls("Tags", film.library_class("set"))
    body = Instance(cls, (("name", film.number(7)),), Sequence((film.number(1), film.number(2)), 2))
    values = Values(film.heap, Facts())
    rows = rows_of(film.heap[film.new("Tags", body)], values, Facts(), 1).rows
    assert [(row.label, values.text(row.target)) for row in rows] == [
        ("", "1"),
        ("", "2"),
        ("name", "7"),
    ]
