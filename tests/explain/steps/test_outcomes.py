"""Sentences about the statement that ran.

``recorder/test_every_program.py`` checks, where it records the kept programs, that each of
their steps has a sentence.
"""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from tests.explain.step_sentences import is_explained, step_sentences
from tests.recorder.runs import program_version, record_unread, write_program
from visualizer.model import Event

LAST_OF_THE_CLASS = "" if program_version() >= (3, 14) else "def grow(self):"
"""From 3.14 on a body with annotations ends at its head, to store them (PEP 649)."""

EVERY_STATEMENT = '''
import string
from os import path as way
def plain(a, b=1):
    return a + b
def generator(items):
    got = yield items
    yield from [1]
class Thing:
    """A text."""
    size: int = 1
    def grow(self):
        self.size += 1
@lambda made: made
def marked(): pass
async def waits():
    await other()
    async with Manager() as held:
        pass
    async for one in ticks():
        continue
async def other():
    pass
class Manager:
    async def __aenter__(self): return 1
    async def __aexit__(self, *about): return None
    def __enter__(self): return 1
    def __exit__(self, *about): return None
async def ticks():
    yield 1
type Alias = list[int]
x: int
y: int = 1
a = [1]
b = a
c = d = []
(e, f) = 1, 2
a[0] = 5
thing = Thing()
thing.grow()
a += [2]
a = a
n = 1000
nothing = 0
nothing += 0
n += 1000
big = n * 7
big = n * 8
del b
if n > 1:
    pass
elif n:
    pass
if n < 1:
    pass
elif n < 2:
    pass
else:
    n = 2000
while n > 1999:
    n -= 1
for i in range(2):
    if i:
        break
    continue
with Manager() as m:
    n = 3000
try:
    raise ValueError(1)
except KeyError:
    pass
except (ValueError, TypeError) as error:
    n = 4000
finally:
    n = 5000
try:
    assert n
    assert not n
except:
    pass
try:
    raise ExceptionGroup("g", [OSError()])
except* OSError:
    pass
match a:
    case []:
        pass
    case [int(), *rest]:
        n = 6000
def scoped():
    inner = 1
    def deeper():
        global n
        nonlocal inner
        n = inner = 7000
    deeper()
    try:
        return inner
    finally:
        inner = 0
scoped()
plain(1)
steps = generator([1])
next(steps)
try:
    steps.send(
        2
    )
    next(steps)
except StopIteration:
    pass
import asyncio
asyncio.run(waits())
n; n = 8000
[k for k in a]
longer = [
    plain(1),
    plain(2),
]
g = lambda: 1
g()
'''


LINES = {"ran-code", "ran-to", "running-code", "unfinished-code"}
"""Sentences that say whether a line ran, still runs or failed."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The sentences about the lines of ``EVERY_STATEMENT``, by the line's code, "" for none."""
    program = write_program(tmp_path_factory.mktemp("statements"), EVERY_STATEMENT)
    found: dict[str, set[str]] = defaultdict(set)
    for step, sentences in step_sentences(record_unread(program).path):
        assert is_explained(sentences), step
        ran = next((dict(s.arguments)["code"] for s in sentences if s.key in LINES), "")
        found[str(ran)] |= {one.key for one in sentences}
    return found


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("import string", {"imported"}),
        ("from os import path as way", {"imported"}),
        ("def plain(a, b=1):", {"def-made", "defaults-evaluated", "name-new"}),
        ("async def waits():", {"def-made"}),
        ("def marked(): pass", {"def-made", "decorated"}),
        ("class Thing:", {"class-made"}),
        ("type Alias = list[int]", {"type-named"}),
        ("x: int", {"only-annotated"}),
        ("b = a", {"assigned-shared", "name-new-shared", "count-changed"}),
        ("c = d = []", {"assigned-chain"}),
        ("(e, f) = 1, 2", {"unpacked-display"}),
        ("a[0] = 5", {"stored-into", "slot-now-refers"}),
        ("a += [2]", {"augmented-itself", "slot-new"}),
        ("a = a", {"assigned-same"}),
        ("nothing += 0", {"assigned-same"}),
        ("n += 1000", {"augmented-new"}),
        ("big = n * 8", {"name-now-refers", "freed-by-rebound"}),
        ("del b", {"del-lets-go", "name-deleted"}),
        ("if n > 1:", {"if-true"}),
        ("if n < 1:", {"if-false-elif"}),
        ("elif n < 2:", {"if-false-else"}),
        ("pass", {"pass-ran"}),
        ("while n > 1999:", {"while-true", "while-false"}),
        ("for i in range(2):", {"for-next"}),
        ("continue", {"continue-ran"}),
        ("break", {"break-ran"}),
        ("with Manager() as m:", {"with-enters", "with-leaves"}),
        ("async with Manager() as held:", {"with-enters", "with-leaves"}),
        ("", {"begins", "body-begins", "exception-goes-to-except"}),
        ("async for one in ticks():", {"for-next"}),
        ("await other()", {"await-through"}),
        ("try:", {"try-begins"}),
        ("except KeyError:", {"except-passes"}),
        ("except (ValueError, TypeError) as error:", {"except-matches"}),
        ("except:", {"except-any"}),
        ("except* OSError:", {"except-star-matches"}),
        ("assert n", {"assert-holds-value"}),
        ("match a:", {"match-begins-value"}),
        ("case []:", {"case-passes"}),
        ("case [int(), *rest]:", {"case-matches"}),
        ("return inner", {"jump-waits"}),
        ("plain(1)", {"call-through"}),
        # From 3.14 on it is suspended only after the event of the yield.
        (
            "yield from [1]",
            {"yielded" if program_version() >= (3, 14) else "generator-now-suspended"},
        ),
        ("n; n = 8000", {"did-several"}),
        ("plain(1),", {"statement-goes-on"}),
        ("n = inner = 7000", {"returns-at-its-end"}),
        ("class Thing:", {"class-body-begins", "class-notes"}),
        (LAST_OF_THE_CLASS, {"class-body-ends"}),
        ("async def __aenter__(self): return 1", {"def-made"}),
        ("self.size += 1", {"returns-at-its-end"}),
    ],
)
def test_every_kind_of_statement_has_its_own_words(
    said: dict[str, set[str]], code: str, keys: set[str]
) -> None:
    assert keys <= said[code]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("rows[0][1] = 0", "stored-same"),
        ("rows[0][1] = 1", "stored-into"),
        ("rows[0] = rows[0]", "stored-same"),
        ("table['a'] = 1", "stored-same"),
        ("counts['a'] = 0", "stored-same"),
        ("counts['a'] = 1", "stored-into"),
        ("thing.size = 2", "stored-same"),
        ("thing.size = 3", "stored-into"),
        ("rows[0][:] = [0, 0]", "stored-into"),
        ("thing.inner.size = 2", "stored-same"),
        ("thing.inner.size = 3", "stored-into"),
        ("thing.rows[0][1] = 0", "stored-same"),
        ("thing.rows[0][1] = 1", "stored-into"),
        ("Thing.kind = 7", "stored-same"),
        ("work.size = 2", "stored-same"),
        ("work.size = 3", "stored-into"),
        ("sys.flag = 1", "stored-into"),
        ("long[2] = 0", "stored-same"),
        ("long[2] = 1", "stored-into"),
        ("long[-1] = 1", "stored-into"),
        ("long[-1] = 0", "stored-into"),  # the item is not recorded
    ],
)
def test_an_assignment_without_an_effect_is_described_as_such(
    line: str, key: str, tmp_path: Path
) -> None:
    text = (
        "import sys\nfrom collections import defaultdict\nclass Thing: kind = 7\n"
        "def work(): pass\n"
        "rows, table, thing = [[0, 0]], {'a': 1}, Thing()\n"
        "counts, long = defaultdict(int, a=0), [0] * 200_000\n"
        "thing.size, thing.inner, thing.rows, work.size = 2, thing, rows, 2\n"
        f"sys.flag = 1\n{line}\n"
    )
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert key in {one.key for one in last}


def test_an_assignment_without_an_effect_is_described_as_such_after_an_exception(
    tmp_path: Path,
) -> None:
    """The traceback had a frame object, whose line number changes with each line."""
    text = (
        "try:\n    int('x')\nexcept ValueError:\n    pass\n"
        "rows = [0]\nrows[0] = rows[0]\nrows[0] = 0\npass\n"
    )
    *_, one, other, _ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    for _, said in (one, other):
        assert "stored-same" in [one.key for one in said]


@pytest.mark.parametrize(
    ("line", "stays"), [("box.bag += 1", True), ("rows[0] += 1", True), ("box.bag -= 1", False)]
)
def test_an_object_that_changes_itself_stays_in_its_place(
    line: str, stays: bool, tmp_path: Path
) -> None:
    text = f"""
        class Bag:
            size = 0
            def __iadd__(self, n):
                self.size += n
                return self
            def __isub__(self, n): return Bag()
        class Box: bag = Bag()
        box, rows = Box(), [Bag()]
        box.bag = rows[0]
        {line}
    """
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = {one.key for one in last}
    assert "stored-into" not in keys
    assert ("assigned-same" in keys) is stays


def test_an_object_that_the_right_hand_side_changed_is_not_the_one_in_the_place(
    tmp_path: Path,
) -> None:
    text = """
        from functools import reduce
        from operator import iadd
        class Bag:
            size = 0
            def __iadd__(self, n): return self
        sizes, bag = [5], Bag()
        sizes[0] += reduce(iadd, [bag, 1]).size
    """
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert "assigned-same" not in {one.key for one in last}


def test_an_iterator_that_a_list_takes_its_items_from_does_not_change_itself(
    tmp_path: Path,
) -> None:
    text = """
        class Numbers(map):
            def __iter__(self): return self
        class Box: pass
        box = Box()
        box.items = [1]
        box.items += Numbers(int, [])
    """
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert "assigned-same" not in {one.key for one in last}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a = b = c = []", {"assigned-chain": 3}),
        ("a = b, c = d = 1, 2", {"assigned-chain": 2, "unpacked-display": "b, c"}),
        ("a = b, c = 'xy'", {"unpacked": "b, c"}),
        ("a = *b, c = 'xy'", {"unpacked-starred": "*b, c"}),
    ],
)
def test_in_a_chain_of_assignments_some_targets_are_unpacked(
    line: str, said: dict[str, str | int], tmp_path: Path
) -> None:
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, f"{line}\n")).path)
    ours = [one for one in last if one.key.startswith(("assigned", "unpacked"))]
    assert {one.key: one.arguments[0][1] for one in ours} == said


def test_only_names_are_counted_as_names_of_a_chain(tmp_path: Path) -> None:
    text = "d = {}\nd['k'] = w = []\n"
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [(one.key, one.arguments[0]) for one in last if one.key.startswith("assigned")]
    assert found == [("assigned-chain-places", ("n", 2))]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("rows[0][1] = zero()", "stored-same"),
        ("rows[0][1] = zero() + 1", "stored-into"),
        ("thing.size = two(0)", "stored-same"),
        ("thing.size = two(1)", "stored-into"),
        ("thing.last = 0", "stored-into"),
    ],
)
def test_the_value_of_a_call_may_leave_a_place_as_it_was(
    line: str, key: str, tmp_path: Path
) -> None:
    text = (
        "class Thing:\n    def __del__(self): pass\ndef zero(): return 0\ntwo = lambda n: 2 + n\n"
        "rows, thing = [[0, 0]], Thing()\nthing.size, thing.last = 2, Thing()\n"
        f"{line}\nend = 1\n"
    )
    all_ = [all_ for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    keys = [one.key for said in all_ for one in said if one.key.startswith("stored-")]
    assert keys == [key]


def test_an_assignment_to_a_private_attribute_that_changes_nothing_says_so(tmp_path: Path) -> None:
    text = "class A:\n    def __init__(self):\n        self.__n = 7\n        self.__n = 7\nA()\n"
    all_ = [*step_sentences(record_unread(write_program(tmp_path, text)).path)]
    keys = [one.key for _, said in all_ for one in said if one.key.startswith("stored-")]
    assert keys == ["stored-into", "stored-same"]


def test_only_the_first_of_several_assignments_to_parts_of_an_object_has_the_rule(
    tmp_path: Path,
) -> None:
    text = (
        "class A:\n    def __init__(self, other):\n        self.a: int\n"
        "        self.a = 1\n        self.b = []\n"
        "        other[0] = 2\n        self.b[:] = [3]\n        other[0] = 4\n"
        "A([0])\nd = {}\nd[1] = 2\nd[3] = 4\n"
    )
    all_ = list(step_sentences(record_unread(write_program(tmp_path, text)).path))
    assert [
        dict(one.arguments)["code"] for _, all_ in all_ for one in all_ if one.key == "stored-into"
    ] == ["self.a", "other[0]", "d[1]"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("self.n += 1", "stored-beside"),
        ("self.n = 0", "stored-beside"),
        ("self.items += [1]", "stored-into"),
        ("self.own = 1", "stored-into"),
        ("A.n = 2", "stored-into"),
        ("self.n = A.n = 2", "stored-into"),
        ("self.slot = 1", "stored-into"),
    ],
)
def test_an_attribute_of_an_object_is_told_from_that_of_its_class(
    line: str, key: str, tmp_path: Path
) -> None:
    text = "class B: __slots__ = ('slot',)\nclass A(B):\n    n, items = 0, []\n"
    text += f"    def f(self): {line}\nA().f()\n"
    all_ = [*step_sentences(record_unread(write_program(tmp_path, text)).path)]
    keys = [one.key for _, said in all_ for one in said if one.key.startswith("stored-")]
    assert keys == [key]


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("for n in []:\n    pass", "for-empty"),
        ("for n in (\n    ()\n):\n    pass", "for-empty"),
        ("for n in [1]:\n    continue", "for-over"),
        ("for n in []: pass", "for-over"),
        ("for n in [[], [1]]:\n    for m in n:\n        pass", "for-empty"),
        ("for n in list(\n    ()\n):\n    pass", "for-empty"),
        ("def f(): return []\nfor n in f():\n    pass", "for-empty"),
        ("def f():\n    if 0: yield\nfor n in f():\n    pass", "for-empty"),
        ("def f(): yield 1\nfor n in f():\n    pass", "for-over"),
        ("def f(): yield 1\nfor n in f():\n    del n", "for-over"),
    ],
)
def test_a_loop_without_items_is_told_from_one_that_has_taken_them_all(
    head: str, key: str, tmp_path: Path
) -> None:
    all_ = [*step_sentences(record_unread(write_program(tmp_path, f"a = 1\n{head}\n")).path)]
    keys = [one.key for _, said in all_ for one in said if one.key in ("for-empty", "for-over")]
    assert keys[0] == key


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("def f(n): return n\nfor x in [7, 8]: f(x)\n", 0),
        ("for x in [7, 8]: print(x)\n", 2),
        ("def f():\n    yield 7\n    yield 7\nfor x in f(): print(x)\n", 2),
    ],
)
def test_a_round_of_a_loop_on_one_line_appears_once(text: str, rounds: int, tmp_path: Path) -> None:
    all_ = list(step_sentences(record_unread(write_program(tmp_path, text)).path))
    bound = [one for _, all_ in all_ for one in all_ if one.key == "for-next"]
    assert len(bound) == rounds


def test_a_global_name_is_rebound_like_any_other(tmp_path: Path) -> None:
    text = "count = 0\ndef more():\n    global count\n    count += 1\n    count = count\nmore()\n"
    run = record_unread(write_program(tmp_path, text))
    said = {one.key: dict(one.arguments) for _, all_ in step_sentences(run.path) for one in all_}
    assert said["augmented-new"]["what"] == "int 0"
    assert said["assigned-same"]["what"] == "int 1"


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("while given:\n        given = 0", "while-false-value"),
        ("for one in [given]:\n        given = 0", "for-over"),
        ("if not given:\n        given = 0", "if-false"),
        ("if given:\n        print(given)", "printed-text"),
        ("if given:\n        id(given)", "call-through"),
        ("with open(__file__) as given:\n        given.read()", "with-leaves-file"),
        ("match given:\n        case 2:\n            given = 0", "case-passes"),
        ("given += 1", "augmented-new"),
        ("sys.flag = given", "stored-into"),
        ("import string", "imported"),
        ("return", "returned"),
        ("[given for given in [1]]", "value-unused"),
    ],
)
def test_the_last_statement_of_a_function_is_described_before_its_end(
    body: str, outcome: str, tmp_path: Path
) -> None:
    text = f"import sys\ndef last(given):\n    {body}\nlast(1)\n"
    run = record_unread(write_program(tmp_path, text))
    ends = [
        [one.key for one in sentences if one.level == 1]
        for step, sentences in step_sentences(run.path)
        if step.event is Event.RETURN and step.function == "last"
    ]
    for keys in ends:
        if outcome == "returned":
            assert "jump-waits" not in keys
            assert outcome in keys
        else:
            assert outcome in keys[: keys.index("returns-at-its-end")]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("print(1)\n", "printed-text"),
        ("print(1, end='')\n", "printed-text"),
        ("print(end='')\n", "print-nothing"),
        ("for one in [1]:\n    pass\n", "for-over"),
        ("def made():\n    yield 1\nfor one in made():\n    pass\n", "for-over"),
    ],
)
def test_so_is_the_last_statement_of_the_program(text: str, outcome: str, tmp_path: Path) -> None:
    run = record_unread(write_program(tmp_path, text))
    *_, (step, sentences) = step_sentences(run.path)
    keys = [one.key for one in sentences]
    assert step.event is Event.FINISH
    assert outcome in keys[: keys.index("finished")]


@pytest.mark.parametrize(
    ("text", "key", "code"),
    [
        ('if any(n == "b" for n in "ab"):\n    pass\n', "if-true", 'any(n == "b" for n in "ab")'),
        ("a, b = 1, 2\n", "unpacked-display", "a, b"),
        ('[a, b] = "ab"\n', "unpacked", "[a, b]"),
        ("a, (*b, c) = 1, (2, 3)\n", "unpacked-display", "a, (*b, c)"),
        ("a, *b = 1, 2\n", "unpacked-starred", "a, *b"),
        ("if (1 and\n        # why\n        2):\n    pass\n", "if-true-value", "1 and 2"),
    ],
)
def test_code_is_quoted_as_the_program_has_it(
    text: str, key: str, code: str, tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    quoted = {dict(one.arguments)["code"] for _, all_ in all_ for one in all_ if one.key == key}
    assert quoted == {code}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("from __future__ import annotations\n", {"future-imported"}),
        ("from math import *\n", {"all-imported"}),
        ("match 1:\n    case n if n > 2:\n        pass\n", {"case-guard-false"}),
        ("def f(n):\n    if n: return n\nf(1)\n", {"if-true-value"}),
        ("for n in [0, 1]:\n    if n: continue\n    n = 2\n", {"if-true-value", "if-false-value"}),
        ("a = {1}\na.add(2)\na.remove(1)\n", {"item-in-set", "item-not-in-set"}),
    ],
)
def test_these_have_words_of_their_own(text: str, keys: set[str], tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = {one.key for _, all_ in all_ for one in all_}
    assert keys <= found
    assert not found & {"imported", "slot-new", "slot-gone"}


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("print(1)", ["printed-text"]),
        ("print()", ["printed-lines"]),
        ("sys.stdout.write('a')", ["printed-text"]),
        ("print(1, file=sys.stderr)", ["printed-to-errors"]),
        ("print(end='')", ["print-nothing"]),
        ("sys.stdout = io.StringIO(); print(1)", ["did-several"]),
        ("sys.stdout.write = own\nprint(1)", []),
        ("print(1, file=io.StringIO())", ["print-to"]),
        ("print(1, file=None, end='')", ["printed-text"]),
        ("id([1])", ["call-through"]),
        ("own(1)", ["call-through"]),
    ],
)
def test_a_sentence_names_the_file_of_a_print(line: str, keys: list[str], tmp_path: Path) -> None:
    text = f"import io, sys\nown = len\nown = lambda n: n\n{line}\nend = 1\n"
    run = record_unread(write_program(tmp_path, text))
    given = [one.key for step, all_ in step_sentences(run.path) for one in all_]
    about = ("print", "call-through", "did-several")
    assert [one for one in given if one.startswith(about)] == keys


def test_only_default_values_count_as_evaluated(tmp_path: Path) -> None:
    text = "def f(a): pass\ndef g(a=[]): pass\ndef h(*, a, b=1): pass\ndef i(*, a): pass\nend = 1\n"
    all_ = [all_ for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    found = [any(one.key == "defaults-evaluated" for one in said) for said in all_]
    assert found == [False, False, True, True, False, False]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("def f():\n    yield 1\nlist(f())\n", "yield-through"),
        ("f = (lambda: (yield 1))()\nlist(f)\n", None),
    ],
)
def test_a_resumed_generator_has_its_first_action_described(
    text: str, key: str | None, tmp_path: Path
) -> None:
    all_ = [all_ for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    keys = {one.key for said in all_ for one in said} & {"asks-for-next-item", "yield-through"}
    assert keys == ({key} if key else set())


@pytest.mark.parametrize(
    ("line", "is_said"),
    [
        ("a.append(1)", False),
        ("a.sort()", False),  # It is said that nothing has changed.
        ("a.pop()", True),
        ("shuffle(a)", False),
        ("nothing()", False),
        ("something()", True),
        ("Own()", True),
        ("Own().append(nothing())", True),
        ("numbers.append(1)", False),
    ],
)
def test_a_result_of_none_is_not_called_lost(line: str, is_said: bool, tmp_path: Path) -> None:
    text = f"""from array import array
from random import seed, shuffle
class Own:
    def __init__(self): pass
    def append(self, one): return 1
def nothing(): pass
def something(): return 1
a, numbers = [1, 2, 3, 4], array("i")
seed(1)  # One order in 24 is the old one.
{line}
"""
    *_, (_, last) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert any(one.key == "call-through" for one in last) is is_said


GUARDS = """def f(given):
    match given:
        case [a, b] if a == b:
            return a
        case [c]:
            return c
        case [d] if d:
            return d
f([1, 1])
f([1, 2])
f([1])
given = [1, 2]
for one in given, given:
    match one:
        case [a, _] if a > 2:
            pass
def g():
    global d
    match given:
        case [d, _] if d > 2:
            pass
g()
"""


def test_a_guard_shows_that_the_pattern_before_it_matched(tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, GUARDS)).path)
    keys = [one.key for _, all_ in all_ for one in all_ if one.key.startswith("case-")]
    once = ["case-guard-true", "case-guard-false", "case-passes", "case-passes"]
    twice = ["case-guard-false", "case-guard-passes"]
    assert keys == [*once, "case-passes", "case-matches", *twice, "case-guard-false"]


GENERATORS = """def numbers():
    yield 1
def ended():
    yield 2
    return
def valued():
    yield 3
    return 4
for n in numbers():
    pass
for n in ended():
    pass
for n in valued():
    pass
all(n for n in [1])
"""


def test_an_exhausted_generator_is_described_as_such(tmp_path: Path) -> None:
    all_ = list(step_sentences(record_unread(write_program(tmp_path, GENERATORS)).path))
    ends = [dict(one.arguments) for _, all_ in all_ for one in all_ if one.key == "generator-ends"]
    assert [one["function"] for one in ends] == ["numbers", "ended", "<genexpr>"]
    keys = [one.key for _, all_ in all_ for one in all_]
    assert keys.count("returned") == keys.count("wait-ended-loop") == 1
    assert not {"returns-at-its-end", "jump-waits"} & {*keys}
    assert keys.count("for-over") == 3


def test_a_generator_expression_that_goes_on_asks_for_its_next_item(tmp_path: Path) -> None:
    text = "end = sum(n for n in [1, 2])\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [{one.key for one in sentences} for _, sentences in all_]
    resumed = [place + 1 for place, one in enumerate(keys) if "resumed" in one]
    assert [{"line-goes-on", "asks-for-next-item"} <= keys[place] for place in resumed] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "    @property\n    def a(self): pass\n    @a.deleter\n    def a(self): pass\n",
            "del b.a",
        ),
        ("    def __delitem__(self, one): pass\n", "del b[1]"),
        ("    def __delattr__(self, name): pass\n", "del b.a"),
    ],
)
def test_code_that_del_has_called_is_described(text: str, key: str, tmp_path: Path) -> None:
    run = record_unread(write_program(tmp_path, f"class Box:\n{text}b = Box()\n{key}\nend = 1\n"))
    keys = {one.key for _, all_ in step_sentences(run.path) for one in all_}
    assert "deleter-ran" in keys
    assert "del-lets-go" not in keys


def test_a_private_name_of_a_class_has_its_stored_form(tmp_path: Path) -> None:
    text = "class _Box:\n    __size = 1\n    __all__ = 2\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, all_ in all_ for one in all_ if one.key in ("name-mangled", "assigned")]
    assert [dict(one.arguments) for one in found] == [{"name": "__size", "inner": "_Box__size"}]


def test_objects_that_a_line_only_finds_are_not_called_new(tmp_path: Path) -> None:
    text = "from functools import reduce\nimport math\np = math.pi\nq = math.pi * 2\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, all_ in all_ for one in all_ if one.key.startswith("object-")]
    assert keys == ["object-seen", "object-seen", "object-seen", "object-new"]


def test_only_the_statement_of_a_function_makes_it(tmp_path: Path) -> None:
    text = """
        from contextlib import contextmanager
        @contextmanager
        def opened():
            yield 1
        kept = opened()
        make = [lambda: 1]
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [
        (one.key, str(dict(one.arguments)["what"]).partition(" #")[0])
        for _, all_ in all_
        for one in all_
        if one.key.startswith("object-")
    ]
    keys = {what: [key for key, one in found if one == what] for _, what in found}
    # The decorator's result is new when it is made; the function itself is listed late.
    assert keys["function opened"] == ["object-new", "object-seen"]
    assert keys["function <lambda>"] == ["object-new"]


def test_an_import_makes_no_object_that_is_told_as_new(tmp_path: Path) -> None:
    text = "from typing import Optional\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = {one.key for _, all_ in all_ for one in all_ if one.key.startswith("object-")}
    assert keys == {"object-seen"}


def test_an_object_that_only_the_line_refers_to_is_new(tmp_path: Path) -> None:
    text = "a, b = [[]], '\uac00\ub098'\nc = a[0].append\nd = b[1]\ne = a[0]\n"
    *_, method, letter, item = step_sentences(record_unread(write_program(tmp_path, text)).path)
    seen = [[one.key for one in said if "-seen" in one.key] for _, said in (method, letter, item)]
    made = [[one.key for one in said if one.key == "object-new"] for _, said in (method, letter)]
    assert (made, seen) == ([["object-new"]] * 2, [[]] * 3)


def test_an_unnamed_generator_is_not_described_beside_its_frame(tmp_path: Path) -> None:
    all_ = step_sentences(
        record_unread(write_program(tmp_path, GENERATORS)).path, are_numbered=False
    )
    assert "generator-now-closed" not in {one.key for _, all_ in all_ for one in all_}


FINALIZED = """
class Thing:
    def __del__(self):
        pass
thing = Thing()
thing = None
"""


@pytest.mark.parametrize(
    ("head", "managers"),
    [
        ("with A(1): ", [("with-enters", "A(1)"), ("with-leaves", "A(1)")]),
        (
            "with A(1) as a, A(2): ",
            [("with-enters-all", "A(1), A(2)"), ("with-leaves-all", "A(1), A(2)")],
        ),
        ("with (\n    A(1),\n    A(2),\n): ", [("with-enters", "A(2)"), ("with-leaves", "A(1)")]),
    ],
)
def test_of_several_managers_those_on_the_line_that_ran_are_described(
    head: str, managers: list[tuple[str, str]], tmp_path: Path
) -> None:
    text = f"from contextlib import nullcontext as A\n{head}\n    pass\nend = 1\n"
    run = record_unread(write_program(tmp_path, text))
    said = [
        (one.key, dict(one.arguments)["code"])
        for _, sentences in step_sentences(run.path)
        for one in sentences
        if one.key.startswith("with-")
    ]
    assert said == managers


def test_a_name_that_a_finalizer_interrupts_is_not_called_unchanged(tmp_path: Path) -> None:
    all_ = list(step_sentences(record_unread(write_program(tmp_path, FINALIZED)).path))
    keys = [one.key for _, sentences in all_ for one in sentences]
    assert "name-now-refers" in keys
    assert "assigned-same" not in keys


def test_the_program_has_every_kind_of_statement_there_is() -> None:
    nodes = {type(node) for node in ast.walk(ast.parse(EVERY_STATEMENT))}
    assert {kind for kind in ast.stmt.__subclasses__() if kind not in nodes} == set()


MADE_BY_READING = """
class Thing:
    def __init__(self): self.kept = [1]
    @property
    def made(self): return [2]
    def __getitem__(self, place): return [3]
thing = Thing()
rows = [[4], [5]]
a = thing.kept
b = thing.made
c = thing[0]
d = rows[0]
e = rows[:]
"""


def test_objects_that_reading_has_made_are_not_called_shared(tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, MADE_BY_READING)).path)
    shared = [
        dict(one.arguments)["code"]
        for _, all_ in all_
        for one in all_
        if one.key == "assigned-shared"
    ]
    assert shared == ["thing.kept", "rows[0]"]


@pytest.mark.parametrize(
    ("line", "key", "code"),
    [
        ("b = a", "assigned-shared", "a"),
        ("b = a[1]", "assigned-shared", "a[1]"),
        ("a = a[1]", "assigned-shared-before", "a[1]"),
    ],
)
def test_each_of_two_names_of_one_object_is_described(
    line: str, key: str, code: str, tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, f"a = [1, [2]]\n{line}\n")).path)
    found = {one.key: dict(one.arguments) for _, all_ in all_ for one in all_}
    assert (found[key]["name"], found[key]["code"]) == (line[0], code)


def test_a_module_that_has_run_returns_nothing(tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("x = 1\n")
    all_ = list(step_sentences(record_unread(write_program(tmp_path, "import helper\n")).path))
    keys = [one.key for _, all_ in all_ for one in all_]
    assert "module-ends" in keys
    assert "returned" not in keys


@pytest.mark.parametrize(
    ("text", "key", "names"),
    [
        ("for a in 'xxy': pass\n", "assigned-same", {"a": "str 'x'"}),
        ("for a, b in [(1, 2), (1, 3)]: pass\n", "assigned-same", {"a": "int 1"}),
        ("a = b = 0\na, b = divmod(1, 2)\n", "assigned-same", {"a": "int 0"}),
        ("def f(): return 1\na = f()\na = f()\n", "assigned-value", {"a": "int 1"}),
        (
            "def f():\n    yield 1\n    yield 1\nfor a in f(): pass\n",
            "assigned-value",
            {"a": "int 1"},
        ),
    ],
)
def test_a_name_that_gets_its_own_value_again_comes_with_it(
    text: str, key: str, names: dict[str, str], tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    kept = [dict(one.arguments) for _, all_ in all_ for one in all_ if one.key == key]
    assert {one["name"]: one["what"] for one in kept} == names


def test_the_effects_of_the_last_line_come_before_the_end(tmp_path: Path) -> None:
    text = "class A:\n    n = 1\n    m = [2]\ndef f(a):\n    a.n = 3\nf(A())\nk = [4]\n"
    last = ("class-body-ends", "returns-at-its-end", "finished")
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [[one.key for one in all_ if one.level == 1] for _, all_ in all_]
    found = [keys for keys in found if {*keys} & {*last}]
    assert [keys[-1] for keys in found] == [*last]
    for keys, effect in zip(found, ("name-new", "slot-new", "name-new"), strict=True):
        assert effect in keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("for n in 'a': pass\nelse:\n    m = 1\n", ["loop-else-runs"]),
        ("n = 1\nwhile n:\n    n = 0\nelse:\n    m = 1\n", ["loop-else-runs"]),
        ("for n in 'ab':\n    break\nelse:\n    m = 1\n", ["loop-else-skipped"]),
        ("for n in 'ab':\n    if n: break\nelse:\n    m = 1\nm = 2\n", ["loop-else-skipped"]),
        (
            "for n in 'ab':\n    for m in 'c':\n        pass\n    else:\n        break\n",
            ["loop-else-runs"],
        ),
        ("for n in 'a':\n    break\n", []),
        (
            "try:\n    n = 1\nexcept OSError:\n    n = 2\nfinally:\n    n = 3\n",
            ["try-with-finally"],
        ),
        ("try:\n    n = 1\nfinally:\n    n = 3\n", []),
    ],
)
def test_the_else_of_a_loop_and_a_finally_are_described(
    text: str, keys: list[str], tmp_path: Path
) -> None:
    own = {"loop-else-runs", "loop-else-skipped", "try-with-finally"}
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one.key for _, all_ in all_ for one in all_ if one.key in own] == keys


@pytest.mark.parametrize(
    ("test", "key"), [("True", "while-forever"), ("1", "while-forever"), ("end", "while-true")]
)
def test_a_loop_without_an_end_of_its_own_is_described(test: str, key: str, tmp_path: Path) -> None:
    text = f"end = True\nwhile {test}:\n    break\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one.key for _, all_ in all_ for one in all_ if one.key.startswith("while-")] == [key]


def test_later_rounds_of_an_endless_loop_have_short_sentences(tmp_path: Path) -> None:
    text = "n = 0\nfor _ in 1, 2:\n    while True:\n        n += 1\n        if n % 3 == 0:\n"
    run = record_unread(write_program(tmp_path, f"{text}            break\n"))
    keys = [one.key for _, all_ in step_sentences(run.path) for one in all_]
    rounds = [one for one in keys if one.startswith("while-")]
    assert rounds == ["while-forever", *["while-forever-again"] * 2] * 2


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("text[0:2]", "'ab'"),
        ("text.upper()", "'ABC'"),
        ("text is items", "False"),
        ("items", "list [3, 1]"),
        ("items.index(1)", "1"),
        ("given.get('q')", "None"),
        ("max(items)", "3"),
        # The value is not recorded, or code of the program makes it.
        ("items.pop()", None),
        ("own()", None),
    ],
)
def test_an_expression_that_is_not_stored_has_a_sentence_with_its_value(
    line: str, value: str | None, tmp_path: Path
) -> None:
    text = f"text, items, given = 'abc', [3, 1], {{'a': 1}}\nown = lambda: 3\n{line}\nend = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path, are_numbered=False)
    given = [dict(one.arguments) for _, all_ in all_ for one in all_ if one.key == "value-known"]
    assert given == ([{"code": line, "value": value}] if value else [])


@pytest.mark.parametrize(
    ("call", "count"),
    [("wrapped()", 0), ("own.m()", 0), ("own.g()", 0), ("own()", 0), ("own.n()", 1)],
)
def test_a_call_by_another_name_that_returns_none_has_nothing_to_store(
    call: str, count: int, tmp_path: Path
) -> None:
    text = f"""
        def passing(given):
            def inner(*all_): given(*all_)
            return inner
        def f(*all_): pass
        @passing
        def wrapped(): pass
        class Own:
            m = __call__ = passing(f)
            n = lambda self: 2
        own = Own()
        own.g = f
        {call}
        end = 1
    """
    all_ = [said for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    keys = [one.key for said in all_ for one in said]
    assert keys.count("call-through") == count


@pytest.mark.parametrize(
    ("call", "key"),
    [
        ("time.sleep(0)", "call-ended"),
        ("sleep(0)", "call-ended"),
        ("exec('')", "call-ended"),
        ("[2, 1].sort()", "call-ended"),
        ("given.pop()", "call-through"),
        ("max(1, 2)", "call-through"),
        ("Own()", "call-through"),
    ],
)
def test_a_result_is_named_only_where_there_is_one(call: str, key: str, tmp_path: Path) -> None:
    text = f"""
        import time
        from time import sleep
        class Own: pass
        given = [1]
        {call}
        end = 1
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, said in all_ for one in said if one.key.startswith("call-")]
    assert keys == [key]


@pytest.mark.parametrize("body", ["yield 1", "got = yield 1", "yield from given"])
def test_a_body_on_the_line_of_its_head_that_paused_has_its_outcome(
    body: str, tmp_path: Path
) -> None:
    text = f"""
        def f(given):
            if given: {body}
            end = 1
        list(f([1]))
    """
    keys = [
        one.key
        for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in said
    ]
    assert "did-several" not in keys
    assert "if-true" not in keys
    assert ("name-new" if "got" in body else "yield-through") in keys


def test_a_written_value_gives_only_the_file(tmp_path: Path) -> None:
    text = "with open('a.txt', 'w') as file:\n    file.write('a')\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = {one.key for _, all_ in all_ for one in all_}
    assert "written-to-file" in keys
    assert "call-through" not in keys


DECORATING = """
from functools import cache, wraps
def own(made): return made
def given(n):
    def inner(made): return made
    return inner
class Box:
    def __init__(self, made): pass
"""


@pytest.mark.parametrize(
    "decorator",
    ["cache", "wraps(own)", "own", "given(2)", "Box", "property", "staticmethod", "inner.setter"],
)
def test_a_definition_goes_through_its_decorator(decorator: str, tmp_path: Path) -> None:
    text = f"{DECORATING}inner = property(own)\n@{decorator}\ndef late(n):\n    pass\nend = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, all_ in all_ for one in all_ if one.key.startswith("decorator-")]
    assert [dict(one.arguments)["code"] for one in found] == [f"@{decorator}"] * len(found)
    keys = [one.key.removeprefix("decorator-") for one in found]
    order = ["evaluated", "next", "applied"]
    assert keys == [one for one in order if one in keys]
    assert {"next", "applied"} <= {*keys}


def test_several_decorators_are_evaluated_from_above_and_called_from_below(tmp_path: Path) -> None:
    text = f"{DECORATING}@own\n@given(3)\ndef late(n):\n    pass\nend = 1\n"
    all_ = list(step_sentences(record_unread(write_program(tmp_path, text)).path))
    found = [one for _, all_ in all_ for one in all_ if one.key.startswith("decorator-")]
    assert [(one.key.removeprefix("decorator-"), dict(one.arguments)["code"]) for one in found] == [
        ("before", "@own"),
        ("evaluated", "@given(3)"),
        ("next", "@given(3)"),
        ("applied", "@given(3)"),
        ("applied", "@own"),
    ]
    ran = [dict(one.arguments)["code"] for _, all_ in all_ for one in all_ if one.key == "ran-code"]
    assert ran.count("def late(n):") == 1
    (applied,) = [one for _, all_ in all_ for one in all_ if one.key.startswith("decorated")]
    assert dict(applied.arguments)["code"] == "@own, @given(3)"


@pytest.mark.parametrize("decorator", ["lru_cache(maxsize=None)", "cache", "dataclass(order=True)"])
def test_a_decorator_is_not_evaluated_after_it_was_applied(decorator: str, tmp_path: Path) -> None:
    imports = "from dataclasses import dataclass\nfrom functools import cache, lru_cache\n"
    made = "class A:\n    n: int\n" if decorator.startswith("data") else "def f():\n    pass\n"
    run = record_unread(write_program(tmp_path, f"{imports}@{decorator}\n{made}end = 1\n"))
    keys = [one.key for _, all_ in step_sentences(run.path) for one in all_]
    of_decorator = [one for one in keys if one.startswith("decorator-")]
    assert of_decorator == ["decorator-evaluated", "decorator-next", "decorator-applied"]
    assert "statement-goes-on" not in keys


CALLED = "def f(): return True\ndef g(): return 5\n"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("x = 5\nif x: id('x')\ny = 1\n", {"if-true-value", "call-through"}),
        ("x = 0\nif x: print('x')\ny = 1\n", {"if-false-value"}),
        ("x = 0\nif not x: id('x')\n", {"if-true", "call-through"}),
        ("x = [0]\nif x: x.pop()\ny = 1\n", {"if-true-value", "call-through"}),
        (f"{CALLED}if f(): g()\ny = 1\n", {"if-true", "call-through"}),
        (f"{CALLED}if not f(): g()\ny = 1\n", {"if-false"}),
    ],
)
def test_an_if_on_one_line_shows_its_outcome(text: str, keys: set[str], tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = {one.key for _, all_ in all_ for one in all_}
    own = {"if-true", "if-true-value", "if-false", "if-false-value", "call-through", "did-several"}
    assert found & own == keys


@pytest.mark.parametrize(
    ("subject", "value"),
    [("n", "int 5"), ("(n, t.split())", "(5, ['a', 'b'])"), ("f()", None), ("5", None)],
)
def test_a_match_gives_the_value_that_it_compares(
    subject: str, value: str | None, tmp_path: Path
) -> None:
    text = f"n, t = 5, 'a b'\ndef f(): return n\nmatch {subject}:\n    case 0: pass\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    [begun] = [one for _, said in all_ for one in said if one.key.startswith("match-begins")]
    assert dict(begun.arguments).get("value") == value


LEAVING = """
def f(n, items):
    if n > 8: raise ValueError
    if not items: return
    match n:
        case 6: return None
        case 5: return "five"
    try: return items[n]
    except IndexError: return None
"""


@pytest.mark.parametrize(
    ("call", "own"),
    [
        ("f(9, [1])", ["if-true", "values-compared"]),
        ("f(0, [])", ["if-true"]),
        ("f(5, [1])", ["case-matches"]),
        ("f(6, [1])", ["case-matches"]),
        ("f(0, [1])", ["try-begins"]),
        ("f(1, [1])", ["except-matches"]),
    ],
)
def test_a_body_on_one_line_that_leaves_its_function_says_why(
    call: str, own: list[str], tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, LEAVING + call + "\n")).path)
    ends = (Event.RETURN, Event.EXCEPTION)
    leaving = [all_ for step, all_ in all_ if step.function == "f" and step.event in ends]
    keys = [one.key for one in leaving[-1] if one.level == 1]
    assert keys == ["ran-code", *own, keys[-1]]


@pytest.mark.parametrize(
    "last", ["case _: return None", "case _: pass", "with open(__file__) as f: return n"]
)
def test_the_end_of_a_function_says_how_its_last_line_ended(last: str, tmp_path: Path) -> None:
    head = "    match n:\n        case 1: return 2\n    " if last.startswith("case") else ""
    text = f"def f(n):\n{head}    {last}\nf(0)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    [keys] = [
        [one.key for one in said if one.level == 1]
        for step, said in all_
        if step.function == "f" and step.event is Event.RETURN
    ]
    ends = "case-matches" if head else "with-leaves-file"
    assert [one for one in keys if one[:4] in ("case", "with")] == [ends]


def test_a_condition_at_the_end_of_a_function_tells_how_it_ends(tmp_path: Path) -> None:
    text = "def f(n):\n    if n > 1: return\nf(0)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    [said] = [said for step, said in all_ if step.event is Event.RETURN]
    keys = [one.key for one in said if one.level == 1]
    assert keys == ["ran-code", "if-false", "values-compared", "returns-at-its-end"]


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n    'Nothing.'\nf()\n",
        "class A:\n    @staticmethod\n    def f():\n        'Nothing.'\nA.f()\n",
    ],
)
def test_a_function_of_only_a_docstring_does_not_run_its_head(text: str, tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    [said] = [said for step, said in all_ if step.event is Event.RETURN and step.function == "f"]
    assert [one.key for one in said if one.level == 1] == ["returns-at-its-end"]


SETTING = """
class Box:
    @property
    def n(self): return 1
    @n.setter
    def n(self, given): pass
    def __setitem__(self, place, given): pass
    def put(self, given): pass
    old = property(None, put)
class Plain: pass
def n(): return 2
box, plain = Box(), Plain()
"""


@pytest.mark.parametrize(
    ("line", "function"),
    [
        ("box.n = 3", "Box.n"),
        ("n = 3\nbox.n = n", "Box.n"),
        ("box.old = 3", "put"),
        ("box[0] = n()", "__setitem__"),
        ("plain.n = n()", None),
    ],
)
def test_an_assignment_that_runs_code_of_the_program_names_it(
    line: str, function: str | None, tmp_path: Path
) -> None:
    all_ = list(
        step_sentences(record_unread(write_program(tmp_path, f"{SETTING}{line}\nend = 1\n")).path)
    )
    found = [one for _, all_ in all_ for one in all_ if one.key == "setter-ran"]
    assert [dict(one.arguments)["function"] for one in found] == [function] * bool(function)
    ran = [all_ for _, all_ in all_ if any(one.key == "stored-into" for one in all_)]
    assert bool(ran) is (function is None)


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("if 1 in box: print(1)", ["if-true"]),
        ("if 1 in box: print(end='')", ["did-several"]),
        ("if print(1) is None in box: print(2)", ["did-several"]),
    ],
)
def test_output_of_a_body_on_one_line_proves_that_it_ran(
    line: str, keys: list[str], tmp_path: Path
) -> None:
    text = f"class Box:\n    def __contains__(self, item): return 1\nbox = Box()\n{line}\nb = 1\n"
    *_, (_, last), _ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one.key for one in last if one.key in ("if-true", "did-several")] == keys


@pytest.mark.parametrize(
    ("call", "key"),
    [
        ("made()", "generator-dropped"),
        ("Own().made()", "call-ended"),
        ("own.made()", "generator-dropped"),
        ("Own.made(own)", "generator-dropped"),
        ("Own.all()", "generator-dropped"),
        ("own.all()", "generator-dropped"),
        ("Own.of()", "generator-dropped"),
        ("Own.kept()", "call-ended"),
        ("bound()", "generator-dropped"),
        ("functools.partial(made)", "call-ended"),
        ("later()", "coroutine-dropped"),
        ("asked()", "generator-dropped"),
        ("around()", "call-through"),
    ],
)
def test_a_call_that_only_makes_a_generator_says_that_its_body_does_not_run(
    call: str, key: str, tmp_path: Path
) -> None:
    text = f"""
        import functools
        def made(): yield 1
        async def later(): pass
        async def asked(): yield 1
        def around():
            def inner(): yield 1
            return 5
        class Own:
            @staticmethod
            def all(): yield 1
            @classmethod
            def of(cls): yield 1
            kept = functools.cache(made)
            def made(self): yield 1
        own = Own()
        bound = own.made
        {call}
        end = 1
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    kinds = "generator-dropped", "coroutine-dropped", "call-through", "call-ended"
    assert [one.key for _, said in all_ for one in said if one.key in kinds] == [key]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("b = a.sort()", ["a.sort()"]),
        ("b = a.copy()", []),
        ("b = {}.get(1)", []),
        ("class Own:\n    def sort(self): pass\nb = Own().sort()", []),
    ],
)
def test_a_method_that_changes_its_object_returns_none(
    text: str, said: list[str], tmp_path: Path
) -> None:
    program = write_program(tmp_path, f"a = [2, 1]\n{text}\nend = 1\n")
    all_ = step_sentences(record_unread(program).path)
    found = [one for _, all_ in all_ for one in all_ if one.key == "changes-in-place"]
    assert [dict(one.arguments)["code"] for one in found] == said


@pytest.mark.parametrize(
    ("call", "has_result"), [("calendar.prmonth(2020, 2)", False), ("calendar.isleap(2020)", True)]
)
def test_a_call_that_shows_its_output_has_no_other_result(
    call: str, has_result: bool, tmp_path: Path
) -> None:
    text = f"import calendar\n{call}\nend = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = {one.key for _, said in all_ for one in said}
    assert bool(keys & {"call-through", "call-ended"}) is has_result


def test_the_last_round_of_a_while_on_one_line_comes_before_its_end(tmp_path: Path) -> None:
    text = "n = 5\nwhile n < 8: n += 9\nn = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, said in all_ for one in said]
    assert keys.index("augmented-new") < keys.index("while-false")
