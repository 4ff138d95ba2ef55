"""A class has one job and a function is short: neither exceeds the agreed size."""

import ast
from collections.abc import Iterator

from tests.architecture.documents import statements
from tests.architecture.rooms import ROOT

MOST_METHODS, MOST_LINES = 25, 60


def too_large(source: str) -> Iterator[str]:
    """Return the names of a module's classes and functions that are too large."""
    for _, node in statements(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            methods = [
                one for one in node.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
            ]
            if len(methods) > MOST_METHODS:
                yield node.name
        elif (
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and (node.end_lineno or 0) - node.lineno >= MOST_LINES
        ):
            yield node.name


def test_no_class_and_no_function_is_too_large() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "visualizer").rglob("*.py")
        for name in too_large(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_pieces_that_are_too_large_are_found() -> None:
    methods = "".join(f"    def m{number}(self): pass\n" for number in range(MOST_METHODS))
    lines = "    pass\n" * (MOST_LINES - 1)
    assert list(too_large(f"class A:\n{methods}\ndef f():\n{lines}")) == []
    assert list(too_large(f"class A:\n{methods}    def n(self): pass\n")) == ["A"]
    assert list(too_large(f"async def f():\n{lines}    pass\n")) == ["f"]
