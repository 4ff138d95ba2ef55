"""The window gives its parts to the objects that need them; no object gets the whole window."""

import ast
from collections.abc import Iterator
from pathlib import PurePath

import pytest

from tests.architecture.rooms import ROOT

SHELL = ROOT / "visualizer" / "shell"
ASSEMBLES = "window"
"""The folder whose modules make and connect the parts."""
STARTS = {PurePath("app.py")}


def names_of_window(source: str) -> Iterator[int]:
    """The lines that import the class of the main window."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and any(one.name == "MainWindow" for one in node.names):
            yield node.lineno


def test_only_the_assembly_of_the_window_has_all_of_it() -> None:
    found = {
        path.relative_to(SHELL)
        for path in SHELL.rglob("*.py")
        if any(names_of_window(path.read_text(encoding="utf-8")))
    }
    assert {path for path in found - STARTS if path.parts[0] != ASSEMBLES} == set()


@pytest.mark.parametrize(
    "source",
    [
        "from visualizer.shell.window.window import MainWindow\n",
        "if TYPE_CHECKING:\n    from visualizer.shell.window.window import MainWindow\n",
    ],
)
def test_another_module_that_takes_the_window_is_found(source: str) -> None:
    assert list(names_of_window(source))
