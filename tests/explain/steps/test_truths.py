"""Sentences about conditions whose value is no `bool`."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.recorder.runs import record_unread, write_program
from visualizer.model import Event

_WITH_VALUES = ("values-compared", "values-computed")


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("a = [1, 2]\nif a:\n    a.pop()\n", "if-true-value", "list [1, 2]"),
        ("a = [1]\nif a: b = a.pop()\nc = 1\n", "if-true-value", "list [1]"),
        ("a = []\nif a:\n    pass\n", "if-false-value", "list []"),
        ("n = 7\nif n % 2:\n    pass\n", "if-true-value", "1"),
        ("n = 7\nif n > 3 and None:\n    pass\n", "if-false-value", "None"),
        ("n = 1\nwhile n:\n    n -= 1\n", "while-true-value", "int 1"),
        ("n = 0\nwhile n:\n    n -= 1\n", "while-false-value", "int 0"),
        ("class A:\n    b = ''\nassert not A.b\nassert A\n", "assert-holds-value", "class A"),
        ("a = []\nassert a\n", "assert-fails-value", "list []"),
        ("a = 1\nassert a == 2, 'two'\n", "assert-fails", None),
        ("def f(): return 0\nassert f()\n", "assert-fails", None),
        ("a = ''\nif a:\n    pass\nelif 1:\n    pass\n", "if-false-elif-value", "str ''"),
        ("a = ''\nif a: pass\nelse: a = 1\n", "if-false-else-value", "str ''"),
        ("n = 1\nif n > 1:\n    pass\nelif n:\n    pass\n", "if-false-elif", None),
        ("n = 1\nif n > 1:\n    pass\nelse:\n    if n: n = 2\n", "if-false-else", None),
        ("n = 1\nif n > 1:\n    pass\nelse:\n    elif_n = 2\n", "if-false-else", None),
        ("n = 7\nif n > 3:\n    pass\n", "if-true", None),
        ("n = 7 > 3\nif n:\n    pass\n", "if-true", None),
        ("n = []\nif not n:\n    pass\n", "if-true", None),
        ("def f(): return 1\nif f():\n    pass\n", "if-true", None),
    ],
)
def test_a_condition_comes_with_its_known_value(
    text: str, key: str, value: str | None, tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = {one.key: dict(one.arguments) for _, all_ in all_ for one in all_}
    assert found[key].get("value") == value


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("n * 10", ["10", "20"]),
        ("n > 1 and n", ["False", "2"]),
        ("assert n", ["1", "2"]),
    ],
)
def test_a_body_on_the_line_of_its_loop_reads_the_item_that_the_loop_has_taken(
    body: str, values: list[str], tmp_path: Path
) -> None:
    text = f"n = 7\nfor n in (1, 2): {body}\nend = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [dict(one.arguments).get("value") for _, said in all_ for one in said]
    assert [one for one in found if one is not None] == values


def test_a_body_on_the_line_of_its_loop_calls_the_method_of_its_item(tmp_path: Path) -> None:
    text = """
        class Own:
            def run(self): yield 1
        class Other:
            run = print
        both = [Own(), Other()]
        for one in both: one.run()
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert "generator-dropped" not in {one.key for _, said in all_ for one in said}


def test_a_try_without_except_handles_nothing(tmp_path: Path) -> None:
    text = "try:\n    a = 1\nfinally:\n    a = 2\n"
    keys = {
        one.key
        for _, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    }
    assert "try-finally-begins" in keys
    assert "try-begins" not in keys


def test_a_value_has_the_name_that_its_card_has(tmp_path: Path) -> None:
    text = (
        "class Link: pass\nfirst = Link()\nfirst.after = last = Link()\nif first.after:\n    pass\n"
    )
    path = record_unread(write_program(tmp_path, text)).path
    found = {}
    for are_numbered in (False, True):
        all_ = [one for _, all_ in step_sentences(path, are_numbered=are_numbered) for one in all_]
        found[are_numbered] = dict(
            next(one for one in all_ if one.key == "if-true-value").arguments
        )
    assert found[False]["value"] == "Link `last`"
    assert str(found[True]["value"]).startswith("Link #")


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n    assert 0\nassert f()\n",
        "import unittest\nassert unittest.TestCase().assertEqual(1, 2)\n",
        "raise AssertionError\n",
        "assert undefined\n",
    ],
)
def test_an_assert_fails_only_by_its_own_condition(text: str, tmp_path: Path) -> None:
    *_, (step, last) = (
        (step, all_)
        for step, all_ in step_sentences(record_unread(write_program(tmp_path, text)).path)
        if step.event is Event.EXCEPTION
    )
    assert step.function == "<module>"
    assert not any(one.key.startswith("assert-") for one in last)


@pytest.mark.parametrize(
    ("statement", "last", "truth"),
    [
        ("if (n\n    == 10): n = 5", "n = 3", "if-false"),
        ("if (n\n    == 10): n = 5", "n = 10", "if-true"),
        ("while (n\n    > 5): n -= 1", "n = 3", "while-false"),
        ("for one in range(\n    n): n = 0", "n = 0", "for-over"),
    ],
)
def test_a_condition_of_several_lines_ends_before_the_body_on_its_last_line(
    statement: str, last: str, truth: str, tmp_path: Path
) -> None:
    text = f"{last}\n{statement}\nn = -1\n"
    path = record_unread(write_program(tmp_path, text)).path
    keys = [one.key for _, all_ in step_sentences(path) for one in all_]
    assert [one for one in keys if one.startswith(("if-", "while-", "for-"))] == [truth]


def test_a_return_on_the_last_line_of_a_condition_does_not_wait(tmp_path: Path) -> None:
    text = "def f(n):\n    if (n\n        > 2): return 1\n    return 2\nf(1)\nf(3)\n"
    path = record_unread(write_program(tmp_path, text)).path
    keys = [one.key for _, all_ in step_sentences(path) for one in all_]
    assert "jump-waits" not in keys
    assert [one for one in keys if one.startswith("if-")] == ["if-false", "if-true"]


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        ("n > limit", "5 > 3"),
        ("1 < n < 10 and name != 'Lee'", "1 < 5 and 5 < 10 and 'Kim' != 'Lee'"),
        ("n % 2 == 0 or len(items) > 2", "5 % 2 == 0 or 3 > 2 -> 1 == 0 or 3 > 2"),
        ("n % 2 == 1", "5 % 2 == 1"),
        ("n % 2 == 0", "5 % 2 == 0 -> 1 == 0"),
        ("7 % 2 == 0", "1 == 0"),
        ("(limit - n) ** 2 > 60 / 2", "(3 - 5) ** 2 > 60 / 2 -> 4 > 30.0"),
        ("(-n) ** 2 > limit", "(-5) ** 2 > 3 -> 25 > 3"),
        ("items + [n] == [n]", "[1, 2, 3] + [5] == [5] -> [1, 2, 3, 5] == [5]"),
        ("n > 3 or limit > 2", "5 > 3"),
        ("not (n > 3 and limit > 3)", "not (5 > 3 and 3 > 3)"),
        ("n in items", "5 in [1, 2, 3]"),
        ("own is not None and n > 9", "5 > 9"),
        ("items and n > limit", "5 > 3"),
        ("n > limit and items[3:]", "5 > 3 and []"),
        ("n < 1 or n > 9 or n == 7 or n == limit", "5 < 1 or 5 > 9 or 5 == 7 or 5 == 3"),
        (
            "n > 1 and n < 9 and (n < 2 or n > 4) and n > 3",
            "5 > 1 and 5 < 9 and (5 < 2 or 5 > 4) and 5 > 3",
        ),
        (
            "n < 9 and (n < 2 or n > 9 or n == 7 or n == 5)",
            "5 < 9 and (5 < 2 or 5 > 9 or 5 == 7 or 5 == 5)",
        ),
        ("n > 9 or (n > 1 and n < 4)", "5 > 9 or (5 > 1 and 5 < 4)"),
        ("n > 9 or n > 1 and n < 4", "5 > 9 or 5 > 1 and 5 < 4"),
        ("bool(n > 9 or n > 1 and n < 4) or (n > 9)", "5 > 9"),
        (
            "n > 9 or not (n > 1 and n < 9 and n == 4)",
            "5 > 9 or not (5 > 1 and 5 < 9 and 5 == 4)",
        ),
        ("n > limit and name", "5 > 3 and 'Kim'"),
        ("n < limit or not items", "5 < 3 or not [1, 2, 3]"),
        ("n == limit", "5 == 3"),
        ("n == limit + 2", "5 == 3 + 2"),
        ("name * 9 + name == name", "'KimKimKimKimKimKimKimKimKimKim' == 'Kim'"),
        ("items[0] in {3, 1}", "1 in {3, 1}"),
        (
            "limit in set(items) | {9, 10, 8}",
            "3 in {1, 2, 3} | {9, 10, 8} -> 3 in {1, 2, 3, 8, 9, 10}",
        ),
        ("'a' in set('dcba')", "'a' in {'a', 'b', 'c', 'd'}"),
        # Nothing is news in these, or a value is not known.
        ("n == 5", None),
        ("n != 5", None),
        ("6 % 2 == 0", None),
        ("n", None),
        ("n is None", None),
        ("items[3:] and n > 9", None),
        ("name.swapcase() > 'a'", None),
        ("5 > 3", None),
        ("own > 3", None),
    ],
)
def test_a_comparison_has_a_sentence_with_its_values(
    condition: str, values: str | None, tmp_path: Path
) -> None:
    text = f"""
        class Own:
            def __gt__(self, other): return True
        n, limit, name, items, own = 5, 3, "Kim", [1, 2, 3], Own()
        if {condition}:
            pass
        end = 1
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    given = [one for _, all_ in all_ for one in all_ if one.key in _WITH_VALUES]
    said = [" -> ".join(str(value) for _, value in one.arguments) for one in given]
    assert said == ([values] if values else [])


@pytest.mark.parametrize(
    ("condition", "decided"),
    [
        ("on and n > 3", None),
        ("off and n > 3", {"code": "off", "value": "False"}),
        ("on and s.isdigit()", {"code": "s.isdigit()", "value": "False"}),
        ("off or not off", {"code": "not off", "value": "True"}),
        ("on and not off", None),
        ("off or []", None),
        ("s and off", {"code": "off", "value": "False"}),
        ("s or off", None),
        ("n > 9 or on", None),
        ("f() or on", None),
    ],
)
def test_the_operand_that_decides_a_condition_has_a_sentence(
    condition: str, decided: dict[str, str] | None, tmp_path: Path
) -> None:
    text = f"""
        def f(): return False
        on, off, n, s = True, False, 5, "x"
        if {condition}: n = 6
        end = 1
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [
        dict(one.arguments) for _, said in all_ for one in said if one.key == "operand-decides"
    ]
    assert found == ([decided] if decided else [])


@pytest.mark.parametrize(
    ("base", "values"), [("ABC", ["5 > 3"]), ("Own", ["5 > 3"]), ("Thread", [])]
)
def test_an_attribute_of_a_class_with_a_known_base_has_its_value(
    base: str, values: list[str], tmp_path: Path
) -> None:
    text = f"""
        from abc import ABC
        from threading import Thread
        class Own: pass
        class Limited({base}):
            limit = 3
        n, one = 5, Limited()
        if n > one.limit:
            pass
        end = 1
    """
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    given = [one for _, all_ in all_ for one in all_ if one.key == "values-compared"]
    assert [dict(one.arguments)["code"] for one in given] == values


def test_a_loop_on_one_line_has_no_sentence_with_earlier_values(tmp_path: Path) -> None:
    text = "n, items = 1, [1, 2]\nwhile n < 3: n += 1\nwhile items: items.pop()\nend = 1\n"
    found = step_sentences(record_unread(write_program(tmp_path, text)).path, are_numbered=False)
    given = set[tuple[str, str]]()
    for _, all_ in found:
        said = {one.key: dict(one.arguments) for one in all_}
        if "values-compared" in said:
            key = next(one for one in said if one.startswith("while-"))
            given.add((key, str(said["values-compared"]["code"])))
        given |= {(key, str(one["value"])) for key, one in said.items() if "value" in one}
    # Until Python 3.14 a loop on one line has no step between its body and its condition.
    assert {("while-true", "1 < 3"), ("while-true-value", "list [1, 2]")} <= given
    true = {"1 < 3", "2 < 3", "list [1, 2]", "list [1]"}
    assert all((value in true) is ("true" in key) for key, value in given)


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("n, f = 1, 9\nif 1 < n < f:\n    pass\n", "1 < 1"),
        ("def f(): return 9\nn = 1\nif 1 < n < f():\n    pass\n", "1 < 1"),
        ("n, f = 5, 9\nif 1 < n < f:\n    pass\n", "1 < 5 and 5 < 9"),
        ("a, b = 3, 2\nif not a == b == 0 or a < b < 1:\n    pass\n", "not 3 == 2"),
        ("c = 1\nif c != 1 and c != 2:\n    pass\n", "1 != 1"),
        ("rows = [{1, 2}, {3}]\nif len(list(rows)) > 1:\n    pass\n", "2 > 1"),
    ],
)
def test_the_values_of_a_condition_end_with_the_comparison_that_decided(
    text: str, compared: str, tmp_path: Path
) -> None:
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [one for _, all_ in all_ for one in all_ if one.key == "values-compared"]
    assert [dict(one.arguments)["code"] for one in found] == [compared]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("if even(2): a.append(2)", "if-true"),
        ("if even(3): a.append(3)", "if-false"),
        ("if not even(3): a.append(3)", "if-true"),
        ("if listed(0): a.append(0)", "if-false"),
        ("if even(2): a.append(even(3))", "did-several"),
        ("if list(map(even, [2])): a.append(2)", "did-several"),
    ],
)
def test_the_result_of_a_call_decides_a_condition_on_one_line(
    line: str, key: str, tmp_path: Path
) -> None:
    text = f"def even(n): return n % 2 == 0\ndef listed(n): return [n] * n\na = []\n{line}\nb = 1\n"
    *_, (_, last), _ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    assert key in {one.key for one in last}


@pytest.mark.parametrize(
    ("line", "compared"),
    [
        ("if (m := tripled(4)) > 9: pass", ["12 > 9"]),
        ("if (m := len(a)) > 9: pass", ["3 > 9"]),
        ("if 1 < (m := len(a)) < 5: m = 0", []),
        ("if (m := len(a)) > 2 and m < 5: a = []", ["3 > 2 and 3 < 5"]),
        ("if m > 5 and (m := len(a)) > 2: a = []", []),
        ("if (m := len(a)) > 2 and m < 5: m = 0", []),
        ("if 1 < (m := len(a)) < m + 2: a = []", ["1 < 3 and 3 < 5"]),
        ("if [(m := x) for x in a if m > 1] and m < 2: a = []", []),
        ("if (m := m - 1) > 2: a = []", ["8 > 2"]),
        ("if any((m := x) > 2 for x in a): pass", []),
        ("if (m := a.pop()) > 2 and len(a) > 1: pass", []),
        ("if (m := a.pop()) > 2 > len(a): pass", []),
        ("b = 1\nif (m := a.pop()) > 2 and b < 5: pass", ["3 > 2 and 1 < 5"]),
    ],
)
def test_a_condition_that_binds_a_name_has_its_value(
    line: str, compared: list[str], tmp_path: Path
) -> None:
    text = f"def tripled(n): return 3 * n\nm, a = 9, [1, 2, 3]\n{line}\nb = 1\n"
    all_ = [*step_sentences(record_unread(write_program(tmp_path, text)).path)]
    found = [one for _, said in all_ for one in said if one.key in _WITH_VALUES]
    assert [one.arguments[-1][1] for one in found] == compared
    is_told = any(one.key.startswith("if-") for one in all_[-2][1])
    assert is_told or not compared


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("a is b", [("a", "b")]),
        ("a is not b", [("a", "b")]),
        ("a is a", []),
        ("a is None", []),
        ("a == b", []),
    ],
)
def test_equal_operands_of_is_are_two_objects(
    test: str, said: list[tuple[str, str]], tmp_path: Path
) -> None:
    text = f"a, b = 5000, int('5000')\nif {test}: pass\nend = 1\n"
    all_ = step_sentences(record_unread(write_program(tmp_path, text)).path)
    found = [
        dict(one.arguments) for _, all_ in all_ for one in all_ if one.key == "equal-but-apart"
    ]
    assert [(one["code"], one["other"]) for one in found] == said
