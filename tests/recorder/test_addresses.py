"""A free address is reused as in a plain run: the recorder's own memory lies elsewhere.

Each program notes the addresses of the objects that it makes and frees, and prints them numbered by
their first appearance.
"""

import ast
from pathlib import Path

import pytest

from tests.recorder.runs import record, run_plainly, write_program

pytestmark = pytest.mark.needs_core

EXPRESSIONS = {
    "list": "[n]",
    "empty list": "[]",
    "dict": "{n: x}",
    "tuple of five": "(n, x, x, x, x)",
    "set": "{n}",
    "float": "n * 1.5",
    "int": "n * 1000003",
    "long int": "n * 10 ** 30",
    "text": "'s%d' % n",
    "long text": "'s' * (n % 60 + 40)",
    "bytes": "bytes(n % 50 + 10)",
    "instance": "N(n)",
    "function": "(lambda: n)",
    "what a call gives": "f(n)",
}
HEAD = """
class N:
    def __init__(self, a): self.a = a
def f(a):
    b = [a]
    return (a, b)
ids = []
note = ids.append
x = 1.5
"""
TAIL = """
first = {}
print([first.setdefault(n, len(first)) for n in ids])
"""
LOOP = """
for n in range(300, 312):
    a = EXPRESSION
    note(id(a))
"""


def patterns(folder: Path, text: str) -> tuple[list[int], list[int]]:
    """Return the pattern of reused addresses, plainly and recorded."""
    program = write_program(folder, HEAD + text + TAIL)
    plain, recorded = (run.stdout for run in (run_plainly(program), record(program)))
    return ast.literal_eval(plain), ast.literal_eval(recorded)


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_objects_of_a_loop_lie_at_the_addresses_of_a_plain_run(name: str, tmp_path: Path) -> None:
    plain, recorded = patterns(tmp_path, LOOP.replace("EXPRESSION", EXPRESSIONS[name]))
    assert recorded == plain


@pytest.mark.parametrize("length", range(1, 64, 9))
def test_the_length_of_the_programs_path_does_not_matter(length: int, tmp_path: Path) -> None:
    folder = tmp_path / ("x" * length)
    folder.mkdir()
    plain, recorded = patterns(folder, LOOP.replace("EXPRESSION", EXPRESSIONS["bytes"]))
    assert recorded == plain
