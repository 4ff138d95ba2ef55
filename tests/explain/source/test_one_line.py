"""Whether the body of an `if` on one line ran."""

import pytest

from visualizer.explain.source.one_line import body_ran
from visualizer.explain.source.statements import statements

TEXT = """\
def f(n, items):
    if n < 1: return 1
    for one in items:
        if one: continue
        if n: break
        if n > 2: n = 1
        elif one: n = 2
        else: n = 3
        if one: print(one)
    try:
        if n: raise ValueError
    finally:
        if n: n = 0
    if n: return 2
"""


@pytest.mark.parametrize(
    ("line", "following", "rebound", "ran"),
    [
        (2, 3, set(), False),
        (4, 5, set(), False),
        (4, 3, set(), True),
        (5, 6, set(), False),
        (5, 11, set(), True),
        (6, 7, set(), False),
        (6, 9, set(), True),
        (7, 8, set(), False),
        (7, 9, set(), True),
        (9, 3, set(), None),
        (11, 13, set(), None),
        (13, 14, {"n"}, True),
        (13, 14, set(), None),
    ],
)
def test_the_next_line_or_a_name_decides(
    line: int, following: int, rebound: set[str], ran: bool | None
) -> None:
    assert body_ran(statements(TEXT)[line], following, rebound, TEXT) is ran


def test_other_lines_with_several_statements_are_left_open() -> None:
    for text in ("a = 1; b = 2\n", "with a: b = 0\n", "if a: b = 1; c = 2\n"):
        assert body_ran(statements(text)[1], 2, {"b"}, text) is None


AT_THE_END = """\
while True:
    x -= 1
    if x < 3: break
for one in items:
    while one:
        if one: break
    try:
        if x: break
    finally:
        x = 0
try:
    for one in items:
        if one: break
finally:
    x = 1
"""


@pytest.mark.parametrize(
    ("line", "following", "ran"),
    [
        (3, 1, False),
        (3, 2, False),
        (3, 4, True),
        (6, 5, False),
        (6, 4, True),
        (8, 10, None),
        (13, 12, False),
        (13, 15, True),
    ],
)
def test_a_break_at_the_end_of_a_loop_ran_where_the_loop_is_left(
    line: int, following: int, ran: bool | None
) -> None:
    assert body_ran(statements(AT_THE_END)[line], following, set(), AT_THE_END) is ran


OTHERS = """\
for one in items: print(one)
while one: one -= 1
for one in items: break
try: fails()
except KeyError: x = 1
except OSError: x = 2
try: fails()
except KeyError: x = 1
finally: x = 3
match one:
    case 1: x = 4
    case 2: x = 5
x = 6
"""


@pytest.mark.parametrize(
    ("line", "following", "ran"),
    [
        (1, 1, True),
        (1, 2, False),
        (2, 2, True),
        (2, 3, False),
        (3, 4, None),
        (5, 6, False),
        (5, 7, True),
        (8, 9, None),
        (11, 12, False),
        (11, 13, True),
        (12, 13, None),
    ],
)
def test_so_it_does_for_loops_handlers_and_cases(
    line: int, following: int, ran: bool | None
) -> None:
    assert body_ran(statements(OTHERS)[line], following, set(), OTHERS) is ran


@pytest.mark.parametrize(
    ("head", "rebound", "ran"),
    [
        ("if (b := f()) > 9: b = 0", {"b"}, None),
        ("if (a := f()) > 9: b = 0", {"a", "b"}, True),
        ("match a:\n    case [1, c]: b = 0", {"c"}, True),
        ("match a:\n    case [1, c] if c: b = 0", {"c"}, None),
        ("match a:\n    case [1, c] if c: b = 0", {"b", "c"}, True),
        ("match a:\n    case [1]: b = 0", set(), None),
        ("match a:\n    case _: f()", set(), True),
        ("try: f()\nexcept E as b: b = 0", {"b"}, True),
    ],
)
def test_a_name_that_only_the_body_or_a_pattern_binds_decides(
    head: str, rebound: set[str], ran: bool | None
) -> None:
    line = head.count("\n") + 1
    assert body_ran(statements(head)[line], line + 1, rebound, head) is ran
