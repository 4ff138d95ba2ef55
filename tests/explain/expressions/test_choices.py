"""Sentences about the conditions in expressions."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.explain.sentence import Sentence


def _sentences(folder: Path, text: str, kind: str) -> list[Sentence]:
    steps = step_sentences(record_unread(write_program(folder, text)).path)
    return [one for _, found in steps for one in found if one.key.startswith(kind)]


def _choices(folder: Path, text: str) -> list[Sentence]:
    return _sentences(folder, text, "choice")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("n = 3\na = 'odd' if n % 2 == 1 else 'even'\n", ["choice-true 'odd'"]),
        ("n = 4\nprint('odd' if n % 2 else 'even')\n", ["choice-false-value 'even'"]),
        ("n = [0]\na = n[0] if n else None\n", ["choice-true-value n[0]"]),
        ("n = 5\na = 1 if n > 8 else 2 if n > 4 else 3\n", ["choice-false 2 if n > 4 else 3"]),
        ("def f(n):\n    return 1 if n > 8 else 2\nf(5)\n", ["choice-false 2"]),
        ("f = lambda n: 1 if n > 8 else 2\nf(9)\n", ["choice-true 1"]),
        ("def f(n): return 1 if n > 8 else 2\nf(9)\n", ["choice-true 1"]),
        ("n = 5\na = (\n    1\n    if n > 8\n    else 2\n)\n", ["choice-false 2"]),
        ("n = 5\na = f'{1 if n > 4 else 2}'\n", ["choice-true 1"]),
        ("n = 5\na = 1 / 0 if n > 4 else 2\n", ["choice-true 1 / 0"]),
        ("n = 5\na = [1 if n > 3 else 2 for n in (1, 5)]\n", []),
        ("n = 5\na = n > 8 and (1 if n > 6 else 2)\n", []),
        ("n = 5\na = 1 / 0 + (1 if n > 4 else 2)\n", []),
        ("def f(): return 5\na = 1 if f() > 4 else 2\n", []),
        ("a = [1]\nb = [a.pop(), 1 if a else 2]\n", []),
        ("a = [1]\nb = [len(a), 1 if a else 2]\n", ["choice-true-value 1"]),
        ("a, b = [1], 5\nc = [a.pop(), 1 if b else 2]\n", ["choice-true-value 1"]),
        ("a = [1]\nb = 1 if (c := a.pop()) and a else 2\n", []),
        ("a = []\na.append(1) if 1 not in a else None\n", ["choice-true a.append(1)"]),
        ("a = 5\nb = 1 < 0 < (2 if a else 3)\n", []),
        ("a = 5\nb = 1 < (2 if a else 3)\n", ["choice-true-value 2"]),
        ("a = 5\ndef f():\n    b: (int if a else str) = 3\nf()\n", []),
        ("a = 5\nunknown(1 if a else 2)\n", []),
        ("a = 5\nint('x' if a else 2)\n", ["choice-true-value 'x'"]),
        ("a = []\na.append('x' if a else 2)\n", ["choice-false-value 2"]),
        (
            "class A:\n    def f(self, n): pass\nA.a = A()\nb = A()\nb.f('x' if b else 2)\n",
            ["choice-true-value 'x'"],
        ),
        (
            "class A:\n    @property\n    def f(self): return id\nb = A()\nb.f('x' if b else 2)\n",
            [],
        ),
        (
            "class A:\n    def __getattribute__(self, n): return print\n    def f(self): pass\n"
            "b = A()\nb.f('x' if b else 2)\n",
            [],
        ),
        ("a = 5\nfor n in 9, 3: a = 1 if n > 8 else 2\n", ["choice-true 1"]),
        ("a, b = 0, 1\nc = (1 if b else\n     2) if a else 3\n", ["choice-false-value 3"]),
        ("a = 5\nif a > 2: b = 1 if a > 8 else 2\na = 1\n", ["choice-false 2"]),
        ("a = 5\nwhile a < 9: a += 3 if a else 1\na = 1\n", ["choice-true-value 3"]),
        ("e = 7\ntry: 1 / 0\nexcept ArithmeticError as e: a = 1 if e == 7 else 0\n", []),
        ("a = 7\nmatch 9:\n    case a if a: b = 1 if a == 7 else 0\nc = 1\n", ["choice-false 0"]),
        ("def f(a):\n    b = (yield 1) + (2 if a else 3)\nnext(f(1))\n", []),
        ("def f(a):\n    yield 2 if a else 3\nnext(f(1))\n", ["choice-true-value 2"]),
        ("a = 'ab'\ndef f(n): pass\nf(1 if (n := len(a)) > 1 else 2)\n", ["choice-true 1"]),
    ],
)
def test_a_conditional_expression_evaluates_one_of_its_values(
    text: str, said: list[str], tmp_path: Path
) -> None:
    found = _choices(tmp_path, text)
    assert [f"{one.key} {dict(one.arguments)['chosen']}" for one in found[:1]] == said


def test_a_choice_in_a_choice_has_its_own_sentence(tmp_path: Path) -> None:
    text = "n = 5\na = 1 if n > 8 else 2 if n > 4 else 3\n"
    assert [dict(one.arguments)["code"] for one in _choices(tmp_path, text)] == ["n > 8", "n > 4"]


def test_the_call_in_a_chosen_value_shows_the_choice_once(tmp_path: Path) -> None:
    text = "def f(n):\n    return 1 if n < 2 else n * f(n - 1)\nprint(f(3) if f else 0)\n"
    found = [dict(one.arguments) for one in _choices(tmp_path, text)]
    assert [one["chosen"] for one in found] == ["f(3)", "n * f(n - 1)", "n * f(n - 1)", "1"]


def test_a_call_before_a_condition_leaves_the_choice_open(tmp_path: Path) -> None:
    text = "def f():\n    n.clear()\n    return 0\nn = [1]\na = f() + (1 if n else 2)\n"
    assert _choices(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a, b = 5, 3\nc = a > b\n", ["5 > 3"]),
        ("a, b = 5, 3\nprint(a > b)\n", ["5 > 3"]),
        ("def f(n):\n    return n > 1 and n < 4\nf(3)\n", ["3 > 1 and 3 < 4"]),
        ("f = lambda n: not n > 1\nf(3)\n", ["not 3 > 1"]),
        ("a = 5\nc = a == 5\n", []),
        ("a = ''\nc = a or 'none'\n", []),
        ("a, b = 5, 3\nprint(a > b, b)\n", []),
        ("a = 5\nc = [n > a for n in (1, 2)]\n", []),
        ("def f(): return 5\nc = f() > 3\n", []),
        ("for n in 5, 20: print(n < 10)\n", ["5 < 10", "20 < 10"]),
        ("n, on = 5, True\nif on: c = n > 3\n", []),
        ("for n in 5, 20: n = n < 10\n", []),
    ],
)
def test_a_comparison_that_a_line_only_evaluates_has_its_values(
    text: str, said: list[str], tmp_path: Path
) -> None:
    found = _sentences(tmp_path, text, "values-compared")
    assert [dict(one.arguments)["code"] for one in found] == said


@pytest.mark.parametrize(
    "text",
    [
        "a = [1]\nb = (a.pop() if a else\n     None,\n     3)\n",
        "a = [1]\nb = ['x' if a else 'y', [c\n     for c in a]]\n",
        "a = [1]\nb = ('x' if (a and\n            a[0]) else 'y')\n",
        "a = 'ab'\ndef f(n): pass\nf(1 if (n := len(a)) > 1 else 2)\n",
    ],
)
def test_a_line_to_which_python_comes_back_shows_its_choice_once(text: str, tmp_path: Path) -> None:
    assert len(_choices(tmp_path, text)) == 1


def test_a_call_in_a_chosen_value_leaves_the_choice_behind_it_open(tmp_path: Path) -> None:
    found = _choices(tmp_path, "a = [1]\nb = [a.pop(), 1 if a else 2] if a else 3\n")
    assert [dict(one.arguments)["chosen"] for one in found] == ["[a.pop(), 1 if a else 2]"]


def test_a_loop_on_one_line_binds_its_name_before_its_body_compares_it(tmp_path: Path) -> None:
    text = "for n in 5, 20: print(1 < n < 10)\n"
    _, (_, said), *_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    order = ["ran-code", "for-next", "values-compared", "printed-text"]
    assert [one.key for one in said][:4] == order


def test_the_condition_of_a_line_comes_before_the_choice_in_its_block(tmp_path: Path) -> None:
    text = "a = 5\nif a > 2: b = 1 if a > 8 else 2\na = 1\n"
    steps = [said for _, said in step_sentences(record_unread(write_program(tmp_path, text)).path)]
    keys = [one.key for said in steps for one in said]
    assert keys.index("if-true") < keys.index("choice-false")


def test_a_line_with_a_condition_gives_the_values_of_only_that(tmp_path: Path) -> None:
    text = "a = 5\nif a > 2: b = a > 8\na = 1\n"
    assert len(_sentences(tmp_path, text, "values-compared")) == 1
