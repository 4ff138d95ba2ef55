"""The instructions of a line and what each does to counts."""

import dis

import pytest

from visualizer.explain import EFFECTS, instructions_of_line
from visualizer.explain.bytecode import _BY_NAME

TEXT = """\
def f(n):
    x = [n]
    return x[0]
def g(n): return n
f(2)
"""


def told(function: str, line: int) -> list[tuple[str, str, str]]:
    found = instructions_of_line(TEXT, function, line)
    return [(one.name, one.argument, one.effect) for one in found]


def test_a_line_has_its_instructions_in_order() -> None:
    assert told("f", 2) == [
        ("LOAD_FAST", "n", "loads"),
        ("BUILD_LIST", "", "collects"),
        ("STORE_FAST", "x", "binds"),
    ]
    assert ("CALL", "calls") in [(name, effect) for name, _, effect in told("<module>", 5)]


def test_a_line_of_two_codes_is_told_for_the_one_that_runs() -> None:
    assert "MAKE_FUNCTION" in [name for name, _, _ in told("<module>", 4)]
    assert [name for name, _, _ in told("g", 4)] == ["LOAD_FAST", "RETURN_VALUE"]


def test_nothing_is_run_and_what_cannot_be_compiled_has_none() -> None:
    assert instructions_of_line("1 / 0\n", "<module>", 1)
    assert instructions_of_line("def (:\n", "<module>", 1) == ()
    assert instructions_of_line("a\0b", "<module>", 1) == ()
    assert told("nowhere", 2) == []


def test_every_instruction_told_of_is_one_of_this_python() -> None:
    assert set(_BY_NAME) <= set(dis.opmap)
    assert len(set(EFFECTS)) == len(EFFECTS)


@pytest.mark.parametrize(("line", "effect"), [("x = y", "binds"), ("del x", "unbinds")])
def test_simple_statements(line: str, effect: str) -> None:
    assert effect in [one.effect for one in instructions_of_line(line, "<module>", 1)]
