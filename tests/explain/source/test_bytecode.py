"""The instructions of a line and the effect of each on counts."""

import dis
import sys

import pytest

from visualizer.explain.source.bytecode import (
    _BY_NAME,
    EFFECTS,
    OTHER,
    instructions_of_line,
    lines_with_code,
)
from visualizer.resources import resource

LOAD = "LOAD_FAST_BORROW" if sys.version_info >= (3, 14) else "LOAD_FAST"
SINCE_3_14 = {
    *("LOAD_FAST_BORROW", "LOAD_FAST_BORROW_LOAD_FAST_BORROW", "LOAD_SMALL_INT", "LOAD_SPECIAL"),
    *("LOAD_COMMON_CONSTANT", "POP_ITER", "BUILD_INTERPOLATION", "BUILD_TEMPLATE"),
}
UNTIL_3_13 = {"BINARY_SUBSCR", "BUILD_CONST_KEY_MAP", "RETURN_CONST"}
UNTIL_3_14 = {"GET_YIELD_FROM_ITER"}

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
        (LOAD, "n", "loads" if LOAD == "LOAD_FAST" else "borrows"),
        ("BUILD_LIST", "", "collects"),
        ("STORE_FAST", "x", "binds"),
    ]
    assert ("CALL", "calls") in [(name, effect) for name, _, effect in told("<module>", 5)]


def test_a_line_of_two_codes_shows_the_running_one() -> None:
    assert "MAKE_FUNCTION" in [name for name, _, _ in told("<module>", 4)]
    assert [name for name, _, _ in told("g", 4)] == [LOAD, "RETURN_VALUE"]


def test_nothing_is_run_and_code_that_does_not_compile_has_none() -> None:
    assert instructions_of_line("1 / 0\n", "<module>", 1)
    assert instructions_of_line("def (:\n", "<module>", 1) == ()
    assert instructions_of_line("a\0b", "<module>", 1) == ()
    assert told("nowhere", 2) == []


def test_lines_of_annotations_alone_have_code_only_where_they_run() -> None:
    text = "class A:\n    x: int\n    y: str = ''\ndef f(a: int,\n      b: str):\n    pass\n"
    runs = {2, 5} if sys.version_info < (3, 14) else set()
    assert lines_with_code(text) == {1, 3, 4, 6} | runs


def test_every_described_instruction_exists_in_some_python() -> None:
    missing = set(_BY_NAME) - set(dis.opmap)
    assert missing <= (SINCE_3_14 if sys.version_info < (3, 14) else UNTIL_3_13 | UNTIL_3_14)
    assert len(set(EFFECTS)) == len(EFFECTS)


def test_every_instruction_of_an_ordinary_program_is_described() -> None:
    program = resource("examples/call_example.py").read_text(encoding="utf-8")
    names = {"<module>", *(word.partition("(")[0] for word in program.split("def ")[1:])}
    for name in names:
        for line in range(1, program.count("\n") + 1):
            for one in instructions_of_line(program, name, line):
                assert one.effect != OTHER, one


@pytest.mark.parametrize(("line", "effect"), [("x = y", "binds"), ("del x", "unbinds")])
def test_simple_statements(line: str, effect: str) -> None:
    assert effect in [one.effect for one in instructions_of_line(line, "<module>", 1)]
