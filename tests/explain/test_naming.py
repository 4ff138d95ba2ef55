"""The names of objects in the sentences of a step."""

from tests.layout.film import Film
from visualizer.explain.exceptions import describe_exception
from visualizer.explain.naming import (
    Alike,
    ByPath,
    describe_alone,
    describe_apart,
    describe_by_value,
)
from visualizer.explain.written import value_text
from visualizer.model import ExceptionBody, Instance, Lock, Mapping, Other, Scalar, Sequence


def test_an_object_is_named_by_its_values_in_the_picture() -> None:
    film = Film()
    film.bind("Node", film.cls("Node"))
    numbers = [film.number(n) for n in range(5)]
    few = film.list(*numbers[:2])
    nested = film.list(few, numbers[1])
    nothing = film.new("NoneType", Scalar("None"))
    things = {
        "few": few,
        "many": film.list(*numbers),
        "none": film.list(),
        "nested": nested,
        "ages": film.dict((numbers[0], numbers[1]), (numbers[2], few)),
        "node": film.instance(film.names["Node"], next=few, value=numbers[3]),
        "bare": film.instance(film.names["Node"], next=few),
        "last": film.instance(film.names["Node"], next=nothing, value=numbers[4]),
        "empty": film.instance(film.names["Node"], next=nothing),
    }
    flag = film.new("bool", Scalar("False"))
    tag = film.library_class("Tag")
    film.bind("Tag", tag)
    things["idle"] = film.instance(film.names["Node"], busy=flag)
    things["player"] = film.instance(film.names["Node"], busy=flag, value=numbers[2])
    things["inner"] = film.instance(tag, _place=numbers[1], value=numbers[2])
    things["one"] = film.new("tuple", Sequence((numbers[0],), 1))
    things["queue"] = film.new("deque", Sequence(tuple(numbers[:2]), 2))
    things["counts"] = film.new("Counter", Mapping(((numbers[0], numbers[2]),), 1))
    things["grid"] = film.new("GenericAlias", Other((few,), (), (("value", "list[int]"),)))
    things["locks"] = film.list(film.new("lock", Other((), ())), things["grid"])
    searched, matched = film.new("str", Scalar("'12 ab'")), (("match", "'12'"), ("span", "(0, 2)"))
    things["match"] = film.new("Match", Other((searched,), (("string", searched),), matched))
    things["unknown"] = film.new("NotImplementedType", Scalar("NotImplemented"))
    for name, serial in things.items():
        film.bind(name, serial)
    heap = film.step().heap
    said = {name: describe_by_value(serial, heap) for name, serial in things.items()}
    assert said == {
        "few": "list [0, 1]",
        "many": "list [0, 1, 2, 3, 4]",
        "none": "list []",
        "nested": "list [[0, 1], 1]",
        "ages": "dict {0: 1, 2: [0, 1]}",
        "node": "Node 3",
        "bare": f"Node #{things['bare']}",
        "last": "Node 4",
        "unknown": "NotImplemented",
        "idle": "Node(busy=False)",
        "player": "Node 2",
        "inner": "Tag 2",
        "one": "tuple (0,)",
        "queue": "deque [0, 1]",
        "counts": "Counter {0: 2}",
        "grid": "list[int]",
        "locks": "list [lock, list[int]]",
        "match": "Match '12'",
        "empty": f"Node #{things['empty']}",
    }
    assert describe_by_value(99, heap) == "#99"


def test_a_number_that_identifies_an_object_has_the_name_of_its_attribute() -> None:
    film = Film()
    cls, one, two = film.cls("Fraction"), film.number(1), film.number(2)
    half = film.instance(cls, _over=one, under=two)
    whole = film.instance(cls, count=one)
    titled = film.instance(cls, title=film.new("str", Scalar("'a'")), under=two)
    noted = film.instance(cls, note=film.new("str", Scalar("''")), value=two)
    numbered = film.instance(cls, items=film.list(), size=two, id=two)
    library = film.instance(film.library_class("Space"), size=two, flags=one)
    lock = Lock(locked=False, owner=None, count=None)
    mixed = film.instance(film.library_class("Queue"), size=two, lock=film.new("lock", lock))
    things = half, whole, titled, noted, numbered, library, mixed
    said = [describe_by_value(serial, film.heap) for serial in things]
    own = ["Fraction(_over=1, under=2)", "Fraction(count=1)", "Fraction 'a'", "Fraction 2"]
    assert said == [*own, "Fraction 2", "Space(size=2, flags=1)", f"Queue #{mixed}"]


def test_an_instance_in_a_list_is_cut_at_its_brackets() -> None:
    film = Film()
    film.bind("Card", film.cls("Card"))
    numbers = [film.number(n) for n in (1_000_000, 2_000_000)]
    cards = [film.instance(film.names["Card"], x=one, y=one) for one in numbers]
    film.bind("cards", film.list(*cards))
    assert describe_by_value(film.names["cards"], film.heap) == "list [Card(…), Card(…)]"


def test_an_instance_in_a_list_has_its_type_alone_where_its_text_has_no_room() -> None:
    film = Film()
    text = film.new("str", Scalar("'Introduction to Programming'"))
    for kind in ("Student", "GameEntry", "CourseAttempt"):
        film.bind(kind, film.cls(kind))
        film.bind(f"{kind}s", film.list(*(film.instance(film.names[kind], course=text),) * 3))
    said = [
        describe_by_value(film.names[f"{kind}s"], film.heap)
        for kind in ("Student", "GameEntry", "CourseAttempt")
    ]
    assert said == [
        "list [Student 'I…', Student 'I…', Student 'I…']",
        "list [GameEntry, GameEntry, GameEntry]",
        "list [CourseAttem…, CourseAttem…, CourseAttem…]",
    ]


def test_a_value_that_begins_with_its_type_is_shown_as_it_is() -> None:
    film = Film()
    values = {"bytearray": "bytearray(b'ab')", "complex": "(1+2j)"}
    said = [
        describe_by_value(film.new(kind, Scalar(text)), film.heap) for kind, text in values.items()
    ]
    assert said == ["bytearray(b'ab')", "complex (1+2j)"]


def test_a_container_is_shown_as_far_as_there_is_room() -> None:
    film = Film()
    text = film.new("str", Scalar("'a text of 26 characters'"))
    long = film.list(*(film.number(n) for n in range(50)))
    longer = film.list(*(film.number(n) for n in range(50)), film.number(7))
    deep = film.list(film.list(film.list(text)), long)
    keys = [film.new("str", Scalar(f"'a long key {n}'")) for n in range(3)]
    table = film.new("dict", Mapping(tuple((one, text) for one in keys), 3))
    heap = film.heap
    assert describe_by_value(film.list(text), heap) == "list ['a text of 26 characters']"
    assert describe_by_value(film.list(text, text), heap) == "list ['a text of…', 'a text of…']"
    assert describe_by_value(long, heap) == "list [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …]"
    assert describe_by_value(deep, heap) == "list [[…], [0, 1, 2, 3, 4, 5, …]]"
    row = "{'a long ke…': 'a text of…', …}"
    assert describe_by_value(film.list(*[table] * 3), heap) == f"list [{row}, {row}, {row}]"
    assert describe_apart(longer, long, heap) == ("list […, 49, 7]", "list […, 49]")
    assert describe_apart(text, long, heap)[1].startswith("list [0, ")


def test_a_list_in_itself_of_its_own_class_is_described_as_far_as_the_first_level() -> None:
    film = Film()
    cls = film.cls("L")
    own = film.new("L", Instance(cls, ()))
    film.put(own, Instance(cls, (), base=Sequence((own, film.number(3)), 2)))
    assert describe_by_value(own, film.heap) == "L [L […, 3], 3]"


def test_similar_objects_are_numbered_if_both_appear() -> None:
    film = Film()
    one, two, other = film.list(film.number(1)), film.list(film.number(1)), film.list()
    heap = Alike(film.heap, [one, two, other])
    assert describe_by_value(one, heap) == f"list [1] #{one}"
    assert describe_by_value(two, heap) == f"list [1] #{two}"
    assert describe_by_value(other, heap) == "list []"


def test_a_plain_value_or_a_function_is_numbered_where_another_one_lives() -> None:
    film = Film()
    one, two, alone = (film.new("str", Scalar(text)) for text in ("'a'", "'a'", "'b'"))
    never_freed = film.number(1)
    first, second, third = (film.function(name, 1) for name in "ffg")
    asked = [one, alone, never_freed, first, third]
    heap = Alike(film.heap, asked)
    assert [describe_by_value(serial, heap) for serial in asked] == [
        f"str 'a' #{one}",
        "str 'b'",
        "int 1",
        f"function f #{first}",
        "function g",
    ]
    assert describe_by_value(two, heap) == "str 'a'"
    assert describe_by_value(second, heap) == "function f"


def test_two_texts_with_one_beginning_are_shown_from_their_first_difference_on() -> None:
    film = Film()
    one, two = (
        film.new("str", Scalar(repr(f"banana --> mango --> {end}"))) for end in ("grapes", "figs")
    )
    assert describe_apart(one, two, film.heap) == (
        "str '…> mango --> grapes'",
        "str '…> mango --> figs'",
    )
    same, other = (film.new("str", Scalar("'hello world, my friend'")) for _ in range(2))
    assert describe_apart(same, other, film.heap)[0] == f"str 'hello world, my friend' #{same}"


def test_without_numbers_an_expression_of_the_program_identifies_an_object() -> None:
    film = Film()
    cls = film.cls("Node")
    known, unknown = film.instance(cls), film.instance(cls)
    heap = ByPath(film.heap, {known: "head.next"}.get)
    assert describe_by_value(known, heap) == "Node `head.next`"
    assert describe_by_value(unknown, heap) == "Node"
    assert describe_apart(known, unknown, heap) == ("Node `head.next`", "Node")
    assert describe_apart(known, unknown, film.heap) == (f"Node #{known}", f"Node #{unknown}")
    one, two = film.list(film.number(1)), film.list(film.number(1))
    alike = Alike(ByPath(film.heap, {one: "rows[0]"}.get), [one, two])
    assert describe_by_value(one, alike) == "list [1] `rows[0]`"
    assert describe_by_value(two, alike) == "list [1]"


def test_a_class_that_derives_from_a_container_has_its_brackets() -> None:
    film = Film()
    one = film.number(1)
    for base, named, value, nothing in [
        ("set", "Own {1}", "Own({1})", "Own(set())"),
        ("frozenset", "Own {1}", "Own({1})", "Own(set())"),
        ("tuple", "Own (1,)", "Own((1,))", "Own(())"),
        ("list", "Own [1]", "Own([1])", "Own([])"),
    ]:
        cls = film.cls("Own", film.library_class(base))
        full, empty = (
            film.new("Own", Instance(cls, (), base=Sequence(items, len(items))))
            for items in ((one,), ())
        )
        assert describe_by_value(full, film.heap) == named
        assert [value_text(serial, film.heap)[0] for serial in (full, empty)] == [value, nothing]


def test_a_frozenset_in_another_container_has_its_type() -> None:
    film = Film()
    full = film.new("frozenset", Sequence((film.number(1),), 1))
    empty = film.new("frozenset", Sequence((), 0))
    pair = film.new("set", Sequence((full, empty), 2))
    assert describe_by_value(pair, film.heap) == "set {frozenset {1}, frozenset()}"


def test_an_enum_member_in_a_tuple_of_a_list_has_its_name() -> None:
    film = Film()
    cls = film.cls("Suit")
    name = film.new("str", Scalar("'HEART'"))
    heart = film.instance(cls, _value_=film.number(1), _name_=name)
    card = film.new("tuple", Sequence((heart, film.number(3)), 2))
    assert describe_by_value(card, film.heap) == "tuple (<Suit.HEART: 1>, 3)"
    assert describe_by_value(film.list(card), film.heap) == "list [(Suit.HEART, 3)]"
    hand = film.list(heart, heart, heart)
    assert describe_by_value(hand, film.heap) == "list [Suit.HEART, Suit.HEART, Suit.HEART]"


def test_an_enum_member_with_attributes_has_its_name() -> None:
    film = Film()
    for name, said in (("'MARS'", "Planet 'MARS'"), ("None", "Planet 9")):
        named = film.new("str", Scalar(name))
        one = film.instance(film.cls("Planet"), id=film.number(9), _name_=named)
        assert describe_by_value(one, film.heap) == said


def test_a_back_tick_of_a_value_does_not_begin_code() -> None:
    film = Film()
    cls = film.cls("Job")
    text = film.new("str", Scalar("'`ls`'"))
    known = film.instance(cls, name=text)
    film.bind("job", known)
    items = film.list(text)
    given = film.new("tuple", Sequence((film.new("str", Scalar("'no `ls`'")),), 1))
    body = ExceptionBody(film.library_class("OSError"), given, None, None, None, ())
    error = film.new("OSError", body)
    heap = ByPath(film.heap, {known: "job", items: "rows"}.get)
    assert describe_by_value(text, heap) == "str 'ˋlsˋ'"
    assert describe_by_value(items, heap) == "list ['ˋlsˋ']"
    assert describe_by_value(known, heap) == "Job 'ˋlsˋ'"
    assert describe_exception(error, heap) == "OSError: no ˋlsˋ"
    assert describe_alone("Job", known, heap) == "Job `job`"
