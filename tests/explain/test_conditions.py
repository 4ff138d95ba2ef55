"""The recording answers a breakpoint's condition as Python would, or not at all."""

import ast
import warnings
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import product
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shell.recordings import recorded
from visualizer.explain.conditions import (
    Condition,
    ConditionFault,
    OfState,
    Seen,
    holds,
    is_true,
    parse_condition,
)
from visualizer.explain.conditions.calls import FUNCTIONS, METHODS
from visualizer.explain.recorded_values import Undecidable
from visualizer.model import Event, State
from visualizer.recording import Recording
from visualizer.recording.follow.plain.plain_follower import PlainFollower

PROGRAM = """\
import collections


class Point:
    kind = "point"
    sizes = [1, 2]

    def __init__(self, x):
        self.x = x

    @property
    def double(self):
        print("a property ran")
        return self.x * 2

    def move(self):
        self.x += 1


class Near(Point):
    pass


class Loud:
    def __eq__(self, other):
        print("== ran")
        return True

    def __bool__(self):
        print("bool ran")
        return True

    def __len__(self):
        print("len ran")
        return 3

    def __getattr__(self, name):
        print("getattr ran")
        return 1


class Slotted:
    __slots__ = ("a",)

    def __init__(self):
        self.a = 7


class Pair:
    def __init__(self, first):
        self.__first = first

    def __eq__(self, other):
        print("== ran")
        return True

    def holds(self):
        end = 2
        return end


class Stack(list):
    pass


class Missing(KeyError):
    pass


class Checked(type):
    def __instancecheck__(cls, one):
        print("instancecheck ran")
        return True


class Any(metaclass=Checked):
    pass


total = 5
text, data, half, nothing, yes, imaginary = "abc", b"ab", 1.5, None, True, 2j
numbers = [1, 2, 3]
pair = (1, [2])
table = {"a": 1, 2: (3, 4)}
some = {1, 2}
queue = collections.deque([4])
long = list(range(12000))
span, huge = range(3), range(10**12)
point, near, loud, slotted = Point([1, 2]), Near(3), Loud(), Slotted()
itself = []
itself.append(itself)
error = ValueError("x", 3)
infinite = float("inf")
pairs, stack, gone = {"a": Pair(1), "b": Pair(2)}, Stack([1]), Missing("x")
ordered = collections.OrderedDict(a=1)
pairs["a"].holds()


def inner(a):
    total_here = a
    total = a + 1
    return total


inner(8)
end = 1
"""
TRUE = """\
total == 5
total > 4 and text == "abc"
not total < 5
total + 2 * 3 == 11
text + "d" == "abcd"
len(text) == 3 and len(numbers) == 3 and len(table) == 2 and len(long) == 12000
numbers[0] == 1 and numbers[-1] == 3
numbers == [1, 2, 3] and pair == (1, [2]) and table == {"a": 1, 2: (3, 4)}
numbers != [1, 2]
table["a"] == 1 and table[2][1] == 4
2 in numbers and 9 not in numbers and "a" in table and "b" in text and 2 in span and 2 in some
some == {2, 1} and queue[0] == 4
nothing is None and total is not None
point is point and point is not near
point.x == [1, 2] and near.x == 3
near.kind == "point" and Point.kind == "point" and near.sizes[1] == 2
slotted.a == 7
error.args[1] == 3
1 < total < 10
"yes" if total else 0
numbers and point and not nothing and yes
numbers[0:2] == [1, 2] and text[::-1] == "cba"
infinite > 10**300
half * 2 == 3 and imaginary * imaginary == -4 and data[0] == 97
total or missing
max(numbers) == 3 and min(numbers) == 1 and sum(numbers) == 6 and max(text) == "c"
sorted(some) == [1, 2] and abs(0 - total) == 5
all(numbers) and any(pair) and round(half) == 2 and int("12") == 12 and str(total) == "5"
ord(text[0]) == 97 and set(numbers) == {1, 2, 3} and list(span) == [0, 1, 2] and bool(text)
isinstance(total, int) and isinstance(yes, int) and isinstance(text, (int, str))
isinstance(numbers, list) and isinstance(nothing, object) and isinstance(queue, object)
isinstance(near, Point) and isinstance(near, (int, Near)) and isinstance(stack, list)
isinstance(gone, KeyError) and isinstance(gone, LookupError) and isinstance(gone, Missing)
isinstance(error, ValueError) and isinstance(ordered, dict) and isinstance(point, object)
text.startswith("ab") and text.upper() == "ABC" and text.find("c") == 2 and text.count("b") == 1
"1,2".split(",") == ["1", "2"] and text[0].isalpha() and not text.isdigit()
table.get("a") == 1 and table.get("zz") is None and table.get("zz", 7) == 7
numbers.count(2) == 1 and numbers.index(3) == 2 and some.issubset({1, 2, 3})
"a" in pairs and "c" not in pairs and pairs["a"] is not pairs["b"]
pairs["a"]
"""
FALSE = """\
total == 6
nothing
numbers == [1]
point == near
total < 0 and missing
not numbers
isinstance(text, int)
isinstance(point, Near) or isinstance(total, Point) or isinstance(numbers, Point)
isinstance(queue, (list, dict)) or isinstance(stack, Point) or isinstance(half, int)
text.isdigit()
"""
DOUBTFUL = """\
missing              condition.no_name
numbers[5]           condition.no_item
table["zz"]          condition.no_item
near.nowhere         condition.no_attribute
point.double         condition.runs_code
point.move           condition.runs_code
loud == 1            condition.runs_code
loud                 condition.runs_code
len(loud)            condition.runs_code
loud.anything        condition.runs_code
loud in numbers      condition.runs_code
point < near         condition.runs_code
point + 1            condition.runs_code
max(queue)           condition.runs_code
max([point, near])   condition.runs_code
sum(text)            condition.raises
max([])              condition.raises
sum(huge)            condition.too_long
long == [1]          condition.too_long
long[11999]          condition.too_long
itself == [1]        condition.too_long
10**10**10           condition.too_long
"a" * 10**9          condition.too_long
1 << 10**9           condition.too_long
"%999999999d" % 1    condition.too_long
nothing.next         condition.none
nothing[0]           condition.none
total / 0            condition.raises
total + text         condition.raises
total < text         condition.raises
len(total)           condition.raises
collections.deque    condition.not_recorded
total.real           condition.not_recorded
__name__             condition.not_recorded
total is 5           condition.not_recorded
list(some)           condition.not_recorded
str([some]) == "a"   condition.not_recorded
pairs["a"] == 1      condition.runs_code
1 in [pairs["a"]]    condition.runs_code
[1] in pairs         condition.raises
isinstance(1, 2)     condition.raises
isinstance(1, Any)   condition.runs_code
isinstance(1, list1) condition.no_name
point.get(1)         condition.runs_code
nothing.upper()      condition.none
total.upper()        condition.no_attribute
text.index("z")      condition.raises
text.count()         condition.raises
int("x")             condition.raises
all([point])         condition.runs_code
numbers.get(1)       condition.runs_code
pairs.get([1])       condition.raises
pairs[[1]]           condition.raises
"""
FAULTS = """\
n = 3                condition.fault.assigns
n += 3               condition.fault.assigns
(n := 3)             condition.fault.assigns
n >                  condition.fault.syntax
import os            condition.fault.syntax
f(3)                 condition.fault.call
n.f()                condition.fault.call
len(n, 2)            condition.fault.call
isinstance(n)        condition.fault.call
n.append(1)          condition.fault.call
n.upper(a=1)         condition.fault.call
n.upper(*a)          condition.fault.kind
print(n)             condition.fault.call
__import__("os")     condition.fault.call
lambda: 1            condition.fault.kind
[x for x in n]       condition.fault.kind
f"{n}"               condition.fault.kind
await n              condition.fault.kind
a @ b                condition.fault.kind
len(*n)              condition.fault.kind
{**n}                condition.fault.kind
"""


def table(text: str) -> list[tuple[str, str]]:
    return [(line[:21].strip(), line[21:].strip()) for line in text.splitlines()]


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recording]:
    found = Recording.open(recorded(tmp_path_factory.mktemp("conditions"), PROGRAM))
    yield found
    found.close()


@pytest.fixture(scope="module")
def last(recording: Recording) -> State:
    return recording.cursor().seek(recording.steps)


@pytest.mark.parametrize("text", TRUE.splitlines())
def test_it_is_true_where_python_would_find_it_true(
    recording: Recording, last: State, text: str
) -> None:
    assert holds(parse_condition(text), last, recording.sources)


@pytest.mark.parametrize("text", FALSE.splitlines())
def test_it_is_false_where_python_would_find_it_false(
    recording: Recording, last: State, text: str
) -> None:
    assert not holds(parse_condition(text), last, recording.sources)


@pytest.mark.parametrize(("text", "why"), table(DOUBTFUL))
def test_an_unanswerable_condition_is_reported_and_no_code_of_the_program_runs(
    recording: Recording, last: State, text: str, why: str
) -> None:
    with pytest.raises(Undecidable) as told:
        holds(parse_condition(text), last, recording.sources)
    assert told.value.message.key == why
    assert recording.output("stdout") == b""


@pytest.mark.parametrize(("text", "why"), table(FAULTS))
def test_a_condition_that_no_recording_could_answer_is_refused_at_once(text: str, why: str) -> None:
    with pytest.raises(ConditionFault) as told:
        parse_condition(text)
    assert told.value.message.key == why


@pytest.mark.parametrize("text", ["(" * 400, "n" * 501, "\0", ""])
def test_a_condition_too_large_for_the_parser_is_refused_as_well(text: str) -> None:
    with pytest.raises(ConditionFault) as told:
        parse_condition(text)
    assert told.value.message.key.startswith("condition.fault.")


@pytest.mark.parametrize("text", ["'\\d' == n", "1 is 1", "-" * 200 + "1"])
def test_a_condition_with_a_warning_of_python_is_taken_silently(text: str) -> None:
    assert parse_condition(text).text == text


def test_names_are_those_of_the_innermost_call_and_a_local_one_hides_a_global_one(
    recording: Recording,
) -> None:
    cursor = recording.cursor()
    seen = {}
    for step in range(1, recording.steps + 1):
        state = cursor.seek(step)
        at = state.step
        if at is not None and at.function == "inner" and at.event is Event.LINE:
            seen[at.line] = step
    first, _, third = (cursor_at for _, cursor_at in sorted(seen.items()))
    asked = parse_condition("total > 6")
    with pytest.raises(Undecidable):
        holds(asked, cursor.seek(first), recording.sources)
    assert holds(asked, cursor.seek(third), recording.sources)
    assert holds(parse_condition("a == 8 and numbers[0] == 1"), cursor.seek(first), {})


def test_a_private_name_is_that_of_the_class_around_the_call(recording: Recording) -> None:
    cursor = recording.cursor()
    at = next(
        step
        for step in range(1, recording.steps + 1)
        if (here := cursor.seek(step).step) is not None
        and here.function == "holds"
        and here.event is Event.LINE
    )
    asked = parse_condition("self.__first == 1")
    assert holds(asked, cursor.seek(at), recording.sources)
    with pytest.raises(Undecidable) as told:
        holds(
            parse_condition("pairs['a'].__first"), cursor.seek(recording.steps), recording.sources
        )
    assert told.value.message.key == "condition.no_attribute"


def test_a_comprehensions_variable_hides_a_global_name(tmp_path: Path) -> None:
    path = recorded(tmp_path, "n = 7\nfound = [n for n in (500, 600)]\n")
    asked = parse_condition("n == 600")
    with closing(Recording.open(path)) as found:
        steps, cursor, peeked = range(2, found.steps + 1), found.cursor(), found.peek()
        whole = [step for step in steps if holds(asked, cursor.seek(step), found.sources)]
        assert whole == [step for step in steps if is_true(asked, peeked.at(step))] == [4]


@pytest.mark.parametrize("follower", ["core", "python"])
def test_a_condition_in_a_second_module_of_a_file_does_not_read_the_names_of_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, follower: str
) -> None:
    if follower == "python":
        plain = partial(PlainFollower, is_indexing=False)
        monkeypatch.setattr("visualizer.recording.read.chunk_reader.new_follower", plain)
    (tmp_path / "other.py").write_text("def load():\n    import prog\n    return prog\n")
    text = """import other
value = 1
def change(it): it.value = 5
if __name__ == "__main__":
    last = other.load()
    change(last)
    last.change(last)
"""
    path = recorded(tmp_path, text)
    asked = parse_condition("value == 1")
    with closing(Recording.open(path)) as found:
        cursor, peeked = found.cursor(), found.peek()
        answers = []
        for step in range(1, found.steps + 1):
            state = cursor.seek(step)
            if state.frames and state.frames[-1].function == "change":
                answers.append(_answer(asked, peeked.at(step)))
                assert answers[-1] == _answer(asked, OfState(state, found.sources))
        assert None in answers
        assert True in answers


def _answer(asked: Condition, seen: Seen) -> bool | None:
    try:
        return is_true(asked, seen)
    except Undecidable:
        return None


def test_a_len_of_the_program_is_not_ours(tmp_path: Path) -> None:
    path = recorded(tmp_path, "def len(x):\n    return 99\n\n\nn = [1]\n")
    found = Recording.open(path)
    try:
        with pytest.raises(Undecidable):
            holds(parse_condition("len(n) == 1"), found.cursor().seek(found.steps), found.sources)
    finally:
        found.close()


KINDS = """\
import collections
import collections.abc
import datetime
import decimal
import enum
import pathlib
from dataclasses import dataclass


class Colour(enum.Enum):
    RED = 1


class Level(enum.IntEnum):
    LOW = 1


@dataclass
class Base:
    n: int


class Sub(Base, dict):
    __hash__ = None


class Fault(LookupError):
    pass


Pair = collections.namedtuple("Pair", "a b")
Text, Path, Decimal, Date = str, pathlib.PurePath, decimal.Decimal, datetime.date
Items, Queue, Ordered = collections.abc.Sequence, collections.deque, collections.OrderedDict
one, text, both, table, none = 1, "a", [1, (2,)], {"a": 1}, None
colour, level, base, sub, fault = Colour.RED, Level.LOW, Base(1), Sub(2), Fault("x")
pair, path, number, day = Pair(1, 2), pathlib.Path("x"), decimal.Decimal(1), datetime.datetime.min
queue, ordered, counted = Queue([1]), Ordered(a=1), collections.Counter("aab")
broken, missing = ValueError("x"), KeyError("y")
end = 1
"""
VALUES = (
    *("one", "text", "both", "table", "none", "colour", "level", "base", "sub", "fault", "pair"),
    *("path", "number", "day", "queue", "ordered", "counted", "broken", "missing", "Base"),
)
CLASSES = (
    *("int", "str", "list", "tuple", "dict", "object", "type", "float", "LookupError", "KeyError"),
    *("Exception", "ArithmeticError", "Text", "Path", "Decimal", "Date", "Queue", "Ordered"),
    *("Colour", "Level", "Base", "Sub", "Fault", "Pair", "Items"),
)
PLAIN = {"int", "str", "list", "tuple", "dict", "object", "float", "Text", "Base", "Sub", "Fault"}
"""For these classes `isinstance` is always known for a value of a builtin type."""


def test_isinstance_answers_as_python_does_or_not_at_all(tmp_path: Path) -> None:
    names: dict[str, object] = {"__name__": "prog"}
    exec(compile(KINDS, "prog.py", "exec"), names)
    known = 0
    with closing(Recording.open(recorded(tmp_path, KINDS))) as found:
        state, sources = found.cursor().seek(found.steps), found.sources
        for value, kind in product(VALUES, CLASSES):
            text = f"isinstance({value}, {kind})"
            try:
                answer = holds(parse_condition(text), state, sources)
            except Undecidable:
                assert kind not in PLAIN or value not in VALUES[:5], text
                continue
            known += 1
            assert answer is eval(text, names), text
    assert known >= len(VALUES) * len(CLASSES) // 2


NAMES = {"n": 3, "s": "ab", "xs": [1, 2], "d": {"k": 1}, "f": 0.5, "t": (1, 2)}
ATOMS = st.sampled_from([*NAMES, "1", "0", "'a'", "[1, 2]", "None", "True", "2.5", "d['k']"])


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = ("+", "-", "*", "==", "!=", "<", ">=", "in", "and", "or", "is", "//", "%", "&", "|")
    two = st.tuples(parts, st.sampled_from(signs), parts).map(lambda x: f"({' '.join(x)})")
    one = parts.map(lambda x: f"(not {x})") | parts.map(lambda x: f"(-{x})")
    functions = st.tuples(st.sampled_from([*FUNCTIONS]), parts).map(lambda x: f"{x[0]}({x[1]})")
    methods = st.tuples(parts, st.sampled_from([*METHODS]), st.lists(parts, max_size=2)).map(
        lambda x: f"({x[0]}).{x[1]}({', '.join(x[2])})"
    )
    kinds = st.sampled_from(["int", "str", "(list, dict)", "object", "(float, bool)", "tuple"])
    is_of = st.tuples(parts, kinds).map(lambda x: f"isinstance({x[0]}, {x[1]})")
    return two | one | functions | methods | is_of | parts.map(lambda x: f"{x}[0]")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[State, dict[str, str]]]:
    text = dedent("\n".join(f"{name} = {value!r}" for name, value in NAMES.items())) + "\nend = 1\n"
    found = Recording.open(recorded(tmp_path_factory.mktemp("plain"), text))
    yield found.cursor().seek(found.steps), found.sources
    found.close()


@given(text=st.recursive(ATOMS, joined, max_leaves=8))
def test_every_answer_is_that_of_python(plain: tuple[State, dict[str, str]], text: str) -> None:
    state, sources = plain
    try:
        answer = holds(parse_condition(text), state, sources)
    except (Undecidable, ConditionFault):
        return
    tree = ast.parse(text, mode="eval")
    with warnings.catch_warnings():
        # Python warns even of code that never runs, as in "0 and 1[0]".
        warnings.simplefilter("ignore", SyntaxWarning)
        code = compile(tree, "", "eval", dont_inherit=True)
    allowed = {**FUNCTIONS, "isinstance": isinstance, "dict": dict, "object": object}
    assert answer is bool(eval(code, {**allowed, "__builtins__": {}}, dict(NAMES)))
