"""The sentences that say which value or name made a line fail."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.model import Event

KEYS = (
    *("index-outside", "index-of-empty", "key-missing", "hides-builtin", "part-is"),
    *("operand-types", "name-is-local", "name-of-except", "name-without-value"),
    *("part-fails", "unpacks", "unpacks-item", "calls-running", "defined-as"),
    *("attributes-only", "attributes-none", "values-exhausted", "name-alike"),
    "class-without-init",
)


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("a = [5]\nfor i in range(2): a[i]", "index-outside", ["a[i]", "1", "a", 1]),
        ("a = 'ab'\na[-3]", "index-outside", ["a[-3]", "-3", "a", 2]),
        ("a = []\na[0] = 1", "index-of-empty", ["a[0]", "0", "a"]),
        ("a = {'x': [1]}\nk = 'y'\na[k]", "key-missing", ["a", "'y'"]),
        ("a = {}\na['y'] += 1", "key-missing", ["a", "'y'"]),
        ("a = {}\ndel a['y']", "key-missing", ["a", "'y'"]),
        ("a = {}\na.pop('y')", "key-missing", ["a", "'y'"]),
        ("a, b = [5], []\na[1] if a else b[0]", "index-outside", ["a[1]", "1", "a", 1]),
        ("a, b = [5], [6]\na[1] + b[1]", "index-outside", ["a[1]", "1", "a", 1]),
        ("a = [5]\na.pop(3)", "part-is", ["a", "list [5]"]),
        ("import random\na = []\nn = random.choice(a)", "part-is", ["a", "list []"]),
        ("import json\ns = '{bad'\nn = json.loads(s)", "part-is", ["s", "str '{bad'"]),
        (
            "from datetime import datetime\ns = 'x'\nn = datetime.strptime(s, '%Y')",
            *("part-is", ["s", "str 'x'"]),
        ),
        ("a, b = None, {}\na and a.x or b.get('y').x", "part-is", ["b.get('y')", "None"]),
        ("a, b = {}, {}\na.pop('y') + b['y']", "key-missing", ["a", "'y'"]),
        ("a, b = None, None\nn = [a == 1, *b]", "part-is", ["b", "None"]),
        ("s = 'x1'\nn = 2 * int(s)", "part-is", ["s", "str 'x1'"]),
        ("w = 'a'\nprint(-w)", "part-is", ["w", "str 'a'"]),
        ("n = 5\nprint(', '.join(n))", "part-is", ["n", "int 5"]),
        ("n, w = 'Ann', '7'\nprint(n, 'x'.center(w))", "part-is", ["w", "str '7'"]),
        ("t = (1, 2)\nt[0] = 5", "part-is", ["t", "tuple (1, 2)"]),
        ("n = 5\n(n\n .x\n .y())", "part-is", ["n", "int 5"]),
        ("def f(): return 5\nfor n in f(): pass", "part-is", ["f()", "int 5"]),
        ("def f(n): pass\nf(1) + f(2)", "part-is", ["f(2)", "None"]),
        ("print(1 + abs('3'))", "part-fails", ["abs('3')"]),
        ("a, b = 1, 2, 3", "unpacks", ["a, b", "1, 2, 3", 2, 3]),
        ("a, b = [1]", "unpacks", ["a, b", "[1]", 2, 1]),
        ("d = {'abc': 1}\nfor k, v in d: pass", "unpacks-item", ["d", "k, v", "str 'abc'", 2]),
        ("def f(n): return f(n + 1)\nf(1)", "calls-running", ["f", 999]),
        ("def f(a, b=1, *, c): pass\nf(1)", "defined-as", ["f(a, b=1, *, c)"]),
        (
            "def deco(n):\n    def wrap(): pass\n    return wrap\n@deco(1)\ndef f(): pass",
            *("defined-as", ["wrap()"]),
        ),
        (
            "class A:\n    def __new__(cls): pass\n    def __init__(self, n): pass\nA(1)",
            *("defined-as", ["__new__(cls)"]),
        ),
        ("class A:\n    def __add__(self): pass\nA() + A()", "defined-as", ["__add__(self)"]),
        (
            "class A:\n    def __init__(self): self.b, self.c = 1, 2\na = A()\na.d",
            *("attributes-only", ["a", "b, c"]),
        ),
        ("class A: pass\na = A()\na.n += 1", "attributes-none", ["a"]),
        ("class A: pass\nA(1)", "class-without-init", ["A"]),
        ("a = iter([])\nprint(next(a))", "values-exhausted", ["a"]),
        ("a = (n for n in [])\nlist(a)\nn = [max(a)]", "values-exhausted", ["a"]),
        ("score = 3\ndef f(): print(scroe)\nf()", "name-alike", ["score"]),
        ("def f(name): print(nmae)\nf(3)", "name-alike", ["name"]),
        ("a = true", "name-alike", ["True"]),
        ("a = [5]\na['b']", "part-is", ["a", "list [5]"]),
        (
            "class A:\n    @property\n    def n(self): return 1\na = A()\nprint(a.n())",
            *("part-fails", ["a.n()"]),
        ),
        ("n, w = 3, 1\nprint(n, sep=w)", "part-is", ["w", "int 1"]),
        ("n = 5\nprint(n, sep=n)", "part-is", ["n", "int 5"]),
        ("sum = 0\nn = 10 / sum", "part-is", ["sum", "int 0"]),
        (
            "q = [(1, 2, 3), (3, 4)]\nfor a in q:\n    for c, d, e in q: pass",
            *("unpacks-item", ["q", "c, d, e", "tuple (3, 4)", 3]),
        ),
        ("a = [2, 1]\nprint(a.sort()[0])", "part-is", ["a.sort()", "None"]),
        ("import re\nre.match('a', 'b').group()", "part-is", ["re.match('a', 'b')", "None"]),
        ("b = bytearray(1)\nb[0] = None", "part-is", ["b", "bytearray(b'\\x00')"]),
        (
            "q = [(1, 2), 3]\nfor a, b in enumerate([1]): pass\nfor a, b in q: pass",
            "unpacks-item",
            ["q", "a, b", "int 3", 2],
        ),
        (
            "q = [[1, 2], [3, 4], [5]]\nfor a, b in q:\n    q[0].append(9)",
            *("unpacks-item", ["q", "a, b", "list [5]", 2]),
        ),
        (
            "q = [[1, 2], [1, 2, 3]]\nfor a, b in q:\n    q[0].append(9)",
            *("unpacks-item", ["q", "a, b", "list [1, 2, 3]", 2]),
        ),
        ("class A:\n    def n(self): pass\na = A()\na.n = 3\na.n()", "part-is", ["a.n", "int 3"]),
        ("a, b = [5], None\na and b.x", "part-is", ["b", "None"]),
        ("sum = 3\nsum([1])", "hides-builtin", ["sum", "int 3"]),
        ("def f(): pass\nn = 1 + f()", "part-is", ["f()", "None"]),
        ("a = [2, 1].sort()\nfor n in a: pass", "part-is", ["a", "None"]),
        ("a = None\na.next", "part-is", ["a", "None"]),
        ("a = None\nb = None\nn = a in b", "part-is", ["b", "None"]),
        ("n = 5\nfor i in n: pass", "part-is", ["n", "int 5"]),
        ("a = [1, 2]\nfor i in len(a): pass", "part-is", ["len(a)", "int 2"]),
        ("a, b = [1], 2\na in b", "part-is", ["b", "int 2"]),
        ("a = 'ab'\na[0] = 'x'", "part-is", ["a", "str 'ab'"]),
        ("a = (1, 2)\na.append(3)", "part-is", ["a", "tuple (1, 2)"]),
        ("a = 2\na(3)", "part-is", ["a", "int 2"]),
        ("a = []\nn = sum(a) / len(a)", "part-is", ["len(a)", "int 0"]),
        ("a, b = 1, 0\na %= b", "part-is", ["b", "int 0"]),
        ("a, n = '1', 0\nn += a", "operand-types", ["n", "a", "int", "str"]),
        ("a, n = '1', 0\nif a > n: pass", "operand-types", ["a", "n", "str", "int"]),
        ("a = '1'\nn = a + 1", "operand-types", ["a", "1", "str", "int"]),
        ("n = 2\n[0] * n + int('3')", "operand-types", ["[0] * n", "int('3')", "list", "int"]),
        ("a, n = 'x', 2\n(a * n) / n", "operand-types", ["a * n", "n", "str", "int"]),
        ("n = 1\ndef f():\n    print(n)\n    n = 2\nf()", "name-is-local", ["n", "f", 4]),
        (
            "def f():\n    a = [n for n in 'ab']\n    print(n)\n    n = 2\nf()",
            *("name-is-local", ["n", "f", 4]),
        ),
        ("def f():\n    re.x\n    import re\nf()", "name-is-local", ["re", "f", 3]),
        ("def f():\n    g()\n    def g(): pass\nf()", "name-is-local", ["g", "f", 3]),
        ("def f():\n    C()\n    class C: pass\nf()", "name-is-local", ["C", "f", 3]),
        ("def f():\n    print(e)\n    import re as e\nf()", "name-is-local", ["e", "f", 3]),
        (
            "def f():\n    try: 1 / 0\n    except Exception as e: pass\n    print(e)\nf()",
            *("name-of-except", ["e", 3]),
        ),
        ("try: 1 / 0\nexcept Exception as e: pass\nprint(e)", "name-of-except", ["e", 2]),
        ("f()\ndef f(): pass", "name-without-value", ["f", 2]),
        ("a = 'x'\ndel a\na", "name-without-value", ["a", 1]),
        (
            "def f(): pass\n@lambda g: lambda: g()\ndef h(): pass\nh() + 1",
            "part-is",
            ["h()", "None"],
        ),
        ("n += 1\nn = 2", "name-without-value", ["n", 1]),
        ("for a in []: pass\na", "name-without-value", ["a", 1]),
        ("if len('a') > 1:\n    n = 3\nprint(n)", "name-without-value", ["n", 2]),
        ("try: n = int('x')\nfinally: print(n)", "name-without-value", ["n", 1]),
        ("def f(): return n\nf()\nn = 2", "name-without-value", ["n", 3]),
        ("a, k = [1], 'x'\na[k]", "part-is", ["k", "str 'x'"]),
        ("a, k = {}, [1]\na[k] = 2", "part-is", ["k", "list [1]"]),
        ("n = 7\nprint(n, len(n))", "part-is", ["n", "int 7"]),
        ("n = None\nint(n)", "part-is", ["n", "None"]),
        ("a, b = None, None\nif a is None and len(b): pass", "part-is", ["b", "None"]),
        ("n = 7\nfor i in enumerate(n): pass", "part-is", ["n", "int 7"]),
        ("n = '7'\nfor i in range(1, n): pass", "part-is", ["n", "str '7'"]),
        ("n, w = 'Ann', '7'\nprint(3, 'x'.center(w))", "part-is", ["w", "str '7'"]),
        ("a, b = 0.0, ''\nn = ['%s' % b, 1 / a]", "part-is", ["a", "float 0.0"]),
        (
            "def f(a):\n    print(b)\n    match a:\n        case {**b}: pass\nf({})",
            *("name-is-local", ["b", "f", 4]),
        ),
    ],
)
def test_an_error_comes_with_the_part_that_caused_it(
    text: str, key: str, said: list[str | int], tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    steps = [[one for one in sentences if one.key in KEYS] for _, sentences in all_]
    [found] = dict.fromkeys(one for sentences in steps for one in sentences)
    assert found.key == key
    assert [value for _, value in found.arguments] == said


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("n = 0\nprint(10 / n)", "part-is"),
        ("a = [5]\na[1]", "index-outside"),
        ("a = None\na.x", "part-is"),
        ("n = 3\nassert n == 4", "assert-fails"),
        ("print(n, 3)\nn = 2", "name-without-value"),
        ("n = 0\nn /= n", "part-is"),
    ],
)
def test_a_line_without_positions_has_a_cause_if_only_one_part_can_fail(
    text: str, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONNODEBUGRANGES", "1")
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert key in [one.key for _, sentences in all_ for one in sentences]


def test_a_raise_without_positions_has_no_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONNODEBUGRANGES", "1")
    text = "n = 3\nraise ValueError(n)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one for _, said in all_ for one in said if one.key in KEYS] == []


def test_an_assertion_fails_in_the_call_that_raised_it_only(tmp_path: Path) -> None:
    text = "def f(n):\n    assert n != 0 if n == 0 else f(n - 1)\nf(2)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one.key for _, said in all_ for one in said].count("assert-fails") == 1


def test_the_types_of_two_items_are_not_those_of_their_lists(tmp_path: Path) -> None:
    text = "a, b = (1, 'x'), (1, 2)\na < b\n"
    *_, (_, said) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one.key for one in said if one.key in KEYS] == ["part-is", "part-is"]


def test_an_assertion_of_a_library_is_not_that_of_the_line(tmp_path: Path) -> None:
    text = "import unittest\nassert unittest.TestCase().assertEqual(1, 2)\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert "assert-fails" not in [one.key for _, said in all_ for one in said]


def test_the_end_of_the_program_repeats_the_cause(tmp_path: Path) -> None:
    text = "def f(a):\n    return a[1]\ndef g():\n    f([5])\ng()\n"
    *_, (step, said) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert step.event is Event.UNCAUGHT
    assert [one.key for one in said if one.key in KEYS] == ["index-outside"]


@pytest.mark.parametrize(
    ("call", "key"),
    [
        ("a = A()\na.f(1)", "passes-object"),
        ("A(1)", "passes-object"),
        ("A.f()", "passes-no-object"),
        ("Prototype.f()", "passes-no-object"),
        ("A.f(A())", None),
        ("class B(A): pass\nA.f(B())", None),
        ("list(map(A.f, [A(), A()], [1, 1]))", None),
    ],
)
def test_a_call_by_an_object_passes_it_and_one_by_its_class_does_not(
    call: str, key: str | None, tmp_path: Path
) -> None:
    text = f"class A:\n    def __init__(self): pass\n    def f(self): pass\n{call}"
    text = f"class Prototype:\n    def f(self): pass\n{text}"
    *_, (_, said) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one.key for one in said if one.key.startswith("passes-")] == [key] * bool(key)


@pytest.mark.parametrize(
    "text",
    [
        "import sys\nn = 3\nsys.exit(n)",
        "def f(n):\n    del n\n    return n\nf(1)",
        "e = 1\ntry: 1 / 0\nexcept Exception as e: pass\ne",
        "n = 1\ndef f():\n    def g(): return n\n    g()\n    n = 2\nf()",
        "f, n = lambda: 3, 7\nprint(n, list(f()))",
        "len(5) + len([1][0])",
        "import os\na = {}\nos.environ['no such'] + a['no such']",
        "raise IndexError('list index out of range')",
        "import struct\na, b, c = 1, 2, 3\nn = [struct.pack('<h', a, b, c)]",
        "import struct\na, b, c = 1, 2, 'x'\nstruct.pack('3i', a, b, c)",
        "from dataclasses import dataclass\n@dataclass\nclass A: n: int\nA()",
        "T = type('A(', (), {})\na = T()\na[0] if a else 1",
        "[0 for n in [1] for m in [m]]\nm = 1",
        "class A:\n    @property\n    def n(self): return 1\na = A()\na.n = 2",
    ],
)
def test_an_error_whose_part_is_not_certain_has_no_such_sentence(text: str, tmp_path: Path) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, sentences in all_ for one in sentences if one.key in KEYS]
    assert [one for one in found if one.key != "part-fails"] == []


@pytest.mark.parametrize(
    "text",
    [
        "import asyncio\n"
        "async def wait():\n    n = [await asyncio.Future()]\n"
        "async def main():\n    task = asyncio.create_task(wait())\n"
        "    await asyncio.sleep(0)\n    task.cancel()\n    await asyncio.wait([task])\n"
        "asyncio.run(main())",
        "print(open('no such file').read())",
    ],
)
def test_a_cancellation_or_a_literal_that_the_message_names_has_no_part(
    text: str, tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert [one for _, said in all_ for one in said if one.key in KEYS] == []


@pytest.mark.parametrize(
    ("call", "passes"),
    [("a.f()", True), ("A.f()", False), ("A(1)", True), ("super(B, B()).f()", True)],
)
def test_only_a_call_through_an_instance_passes_the_object_itself(
    call: str, passes: bool, tmp_path: Path
) -> None:
    text = "class A:\n    def __init__(self): pass\n    def f(self, n): pass\n"
    text += f"class B(A): pass\na = A()\n{call}\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    keys = [one.key for _, said in all_ for one in said]
    assert ("passes-object" in keys) is passes


def test_an_item_that_has_fitted_is_not_blamed(tmp_path: Path) -> None:
    text = "q = [iter('ab'), (1, 2, 3)]\nfor a, b in q: pass\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [dict(one.arguments) for _, said in all_ for one in said if one.key == "unpacks-item"]
    assert [one["what"] for one in found] == ["tuple (1, 2, 3)"]


@pytest.mark.parametrize(
    ("line", "key", "code"),
    [
        ("1 + random.choice([])", "call-raised", "random.choice([])"),
        ("Fraction(n) / 0", "call-raised", "Fraction(n) / 0"),
        ("random.choice([6]) / 0", "raised-exception", None),
        ("int('x')", "raised-exception", None),
        ("own()", "raised-exception", None),
    ],
)
def test_a_library_that_raised_the_error_has_been_called_by_the_part_that_a_sentence_names(
    line: str, key: str, code: str | None, tmp_path: Path
) -> None:
    text = f"""
        import random
        from fractions import Fraction
        def own(): raise ValueError
        n = 1
        n = {line}
    """
    steps = step_sentences(record_unread(write_program(tmp_path, text)).path)
    said = [one for step, found in steps if step.event is Event.EXCEPTION for one in found]
    raised = [one for one in said if one.key in ("call-raised", "raised-exception")]
    assert [(one.key, dict(one.arguments).get("code")) for one in raised] == [(key, code)]
    assert not any(one.key == "part-fails" for one in said if key == "call-raised")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from math import sqroot", ["sqrt"]),
        ("'a'.uper()", ["upper"]),
        ("score = 3\nprint(scroe)", ["score"]),
        ("try:\n    'a'.uper()\nexcept AttributeError:\n    raise KeyError(1)", []),
    ],
)
def test_the_end_of_a_program_names_what_python_suggests_in_the_traceback(
    text: str, said: list[str], tmp_path: Path
) -> None:
    *_, (_, sentences) = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [dict(one.arguments)["name"] for one in sentences if one.key == "name-alike"]
    assert found == said
