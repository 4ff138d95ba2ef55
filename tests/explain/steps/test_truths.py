"""Sentences about conditions whose value is no `bool`."""

from pathlib import Path

import pytest

from tests.explain.tellings import told
from tests.recorder.runs import record_unread, write_program


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
        ("n = 7\nif n > 3:\n    pass\n", "if-true", None),
        ("n = 7 > 3\nif n:\n    pass\n", "if-true", None),
        ("n = []\nif not n:\n    pass\n", "if-true", None),
        ("def f(): return 1\nif f():\n    pass\n", "if-true", None),
    ],
)
def test_a_condition_is_told_with_its_value_where_that_is_known(
    text: str, key: str, value: str | None, tmp_path: Path
) -> None:
    all_ = told(record_unread(write_program(tmp_path, text)).path)
    found = {one.key: dict(one.arguments) for _, all_ in all_ for one in all_}
    assert found[key].get("value") == value


def test_a_try_without_except_handles_nothing(tmp_path: Path) -> None:
    text = "try:\n    a = 1\nfinally:\n    a = 2\n"
    keys = {
        one.key
        for _, all_ in told(record_unread(write_program(tmp_path, text)).path)
        for one in all_
    }
    assert "try-finally-begins" in keys
    assert "try-begins" not in keys
