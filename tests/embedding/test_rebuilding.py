"""Rebuilt values of a notebook: equal, of the same types, and shared as before."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.embedding.conftest import RunCells
from visualizer.embedding.rebuilding import rebuild

KINDS = '''\
import collections, dataclasses, datetime, enum, fractions, functools, math
from math import sqrt as root

OFFSET = 5

class Point:
    """A point, which counts how many there are."""

    total = 0
    register = []

    def __init__(self, x, y):
        self.x, self.y = x, y
        Point.total += 1
        Point.register.append(self)

    def distance(self):
        return helper(math.hypot(self.x, self.y))

class Place(Point):
    kind: str = "place"

class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next

@dataclasses.dataclass(frozen=True)
class Frozen:
    number: int
    items: list = dataclasses.field(default_factory=list)

class Colour(enum.Enum):
    RED = 1

class Guarded:
    def __init__(self):
        self.__dict__["kept"] = [1]

    def __setattr__(self, name, value):
        raise AttributeError(name)

class Odd:
    def __getstate__(self):
        return [self.number]

    def __setstate__(self, state):
        self.number = state[0]

def helper(value):
    return other(value) + OFFSET

def other(value):
    return helper(value - 1) if value > 100 else value

@functools.cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

also = helper
point, place = Point(3, 4), Place(6, 8)
head = Node(1)
head.next = Node(2, head)
frozen, guarded, odd = Frozen(7, [8]), Guarded(), Odd()
odd.number = 9
colours = [Colour.RED, Colour]
queue = collections.deque([1, [2]], maxlen=5)
counts = collections.Counter("banana")
groups = collections.defaultdict(list, {1: [2]})
ordered = collections.OrderedDict(a=1)
day, third = datetime.date(2020, 1, 2), fractions.Fraction(1, 3)
floats = [float("inf"), -0.0, 1e300, 2 + 3j, complex("nan")]
made_of = [int, len, root, Point, math, print]
raw, steps, none = bytearray(b"xy"), range(1, 9, 2), (None, ..., NotImplemented)
'''
NO_SOURCE = {
    "generator": "value = (i for i in range(3))",
    "function": "value = lambda: 0",
    "lock": "import threading\nvalue = threading.Lock()",
    "TextIOWrapper": "value = open(__file__)",
    "tuple": "value = ([],)\nvalue[0].append(value)",
    "list": "value = [[] for _ in range(6000)]",
    "str": "value = 'x' * 200_000",
    "Odd": "class Odd:\n    def __reduce__(self):\n        raise RuntimeError\nvalue = Odd()",
}


def remade(names: Mapping[str, object], run_cells: RunCells, *asked: str) -> dict[str, object]:
    """Return the names that their source binds, in a separate main module."""
    found = rebuild(asked or [name for name in names if not name.startswith("__")], names)
    assert found.left_out == ()
    return run_cells(found.source)


def form(value: object, seen: dict[int, int]) -> object:
    """Return a value with numbers in place of repeated objects: equal if the graphs are.

    Equal constants, including tuples, may be one object: the compiler merges them.
    """
    if not isinstance(value, (list, dict, set)):
        return type(value), repr(value)
    if id(value) in seen:
        return seen[id(value)]
    seen[id(value)] = len(seen)
    if isinstance(value, dict):
        return dict, [(form(key, seen), form(one, seen)) for key, one in value.items()]
    if isinstance(value, set):
        return set, sorted(map(repr, value))
    return list, [form(one, seen) for one in value]


CONSTANTS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
KEYS = st.integers() | st.text() | st.tuples(st.integers(), st.text())


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, object]:
    """Names of containers that contain constants, each other and themselves."""
    makers = st.sampled_from([list, dict, set])
    made: list[list[object] | dict[object, object] | set[object]]
    made = [draw(makers)() for _ in range(draw(st.integers(1, 6)))]
    parts = CONSTANTS | st.sampled_from(made)
    for one in made:
        if isinstance(one, set):
            one |= set(draw(st.lists(KEYS, max_size=3)))
        elif isinstance(one, dict):
            one.update(draw(st.dictionaries(KEYS, parts, max_size=3)))
        else:
            one.extend(draw(st.lists(parts | st.tuples(CONSTANTS, CONSTANTS), max_size=4)))
    chosen = draw(st.lists(st.sampled_from(made), min_size=1, max_size=4))
    return {f"n{number}": one for number, one in enumerate(chosen)}


@given(graphs())
def test_any_graph_of_containers_comes_out_as_it_was(names: dict[str, object]) -> None:
    found = rebuild(names, names)
    assert found.left_out == ()
    again: dict[str, object] = {}
    exec(found.source, again)
    del again["__builtins__"]
    assert again.keys() == names.keys()
    seen: tuple[dict[int, int], dict[int, int]] = {}, {}
    for name, value in names.items():
        assert form(again[name], seen[0]) == form(value, seen[1])


def test_functions_and_classes_come_by_their_source(run_cells: RunCells) -> None:
    run = """
assert point.distance() == 10 and place.distance() == 15 and also is helper
assert type(place) is Place and Place.__mro__[1] is Point and place.kind == "place"
assert Point.total == 2 and Point.register == [point, place]
assert head.next.next is head and (head.value, head.next.value) == (1, 2)
assert frozen == Frozen(7, [8]) and guarded.kept == [1] and odd.number == 9
assert colours == [Colour.RED, Colour] and colours[0] is Colour.RED
assert queue == collections.deque([1, [2]]) and queue.maxlen == 5
assert counts == collections.Counter("banana") and type(counts) is collections.Counter
assert groups == {1: [2]} and groups[5] == [] and type(ordered) is collections.OrderedDict
assert day == datetime.date(2020, 1, 2) and third == fractions.Fraction(1, 3)
assert repr(floats) == "[inf, -0.0, 1e+300, (2+3j), (nan+0j)]"
assert made_of == [int, len, math.sqrt, Point, math, print] and fibonacci(10) == 55
assert (raw, steps, none) == (bytearray(b"xy"), range(1, 9, 2), (None, ..., NotImplemented))
"""
    names = remade(run_cells(KINDS), run_cells)
    exec(run, names)


def test_a_name_brings_only_the_statements_that_it_needs(run_cells: RunCells) -> None:
    names = remade(run_cells(KINDS), run_cells, "other")
    assert {name for name in names if not name.startswith("__")} == {"other", "helper", "OFFSET"}


def test_nothing_but_the_names_is_left(run_cells: RunCells) -> None:
    before = run_cells("a = [[1]]\nb = [a[0], a[0]]\n_list = 3\nimport fractions\n"
                       "c = [fractions.Fraction(1, 2)]")  # fmt: skip
    names = remade(before, run_cells, "b", "c", "_list")
    assert {name for name in names if not name.startswith("__")} == {"b", "c", "_list"}


@pytest.mark.parametrize("kind", NO_SOURCE)
def test_a_value_without_a_source_is_left_out_and_named(run_cells: RunCells, kind: str) -> None:
    names = run_cells(f"kept = [1]\n{NO_SOURCE[kind]}\nholder = [kept, value]")
    found = rebuild(["holder", "value", "kept"], names)
    assert set(found.left_out) == {f"value ({kind})", "holder (list)"}
    assert found.source == "kept = [1]"
    if kind == "TextIOWrapper":
        names["value"].close()  # type: ignore[attr-defined]


def test_a_class_without_its_base_is_left_out(run_cells: RunCells) -> None:
    source = "def make():\n    class Base: pass\n    return Base\nBase = make()\n"
    names = run_cells(f"{source}class Child(Base): pass\nchild = Child()\n")
    found = rebuild(["child"], names)
    assert found.source == ""
    assert "child (Child)" in found.left_out
