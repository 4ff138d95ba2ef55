"""The styles of the streaming lab: the squares of some of n numbers. The source shown is what runs.

Each yields its items; what it does before the first one is a part of the style. As a small program
it has a few items, to step through.
"""

import ast
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from visualizer.labs.installed import missing
from visualizer.labs.streaming.programs import variants


@dataclass(frozen=True, slots=True)
class Style:
    """``make`` gets what ``takes`` names: the numbers, their count, or a file of them."""

    key: str
    make: Callable[..., Iterable[Any]]
    lazy: bool
    takes: str = "numbers"
    module: str = ""
    in_chunks: bool = False

    @property
    def reads(self) -> bool:
        """Whether the style reads a file."""
        return self.takes == "file"

    @property
    def source(self) -> str:
        """The code that runs."""
        return inspect.getsource(self.make)

    def absent(self) -> str:
        """Return why the style cannot run on this machine; empty if it can."""
        return missing(self.module)


STYLES = (
    Style("list", variants.as_list, lazy=False),
    Style("list-comprehension", variants.comprehension, lazy=False),
    Style("generator", variants.generator, lazy=True),
    Style("generator-expression", variants.generator_expression, lazy=True),
    Style("iterator-class", variants.Squares, lazy=True),
    Style("itertools", variants.with_itertools, lazy=True),
    Style("numpy", variants.numpy_whole, lazy=False, takes="count", module="numpy"),
    Style(
        "numpy-chunks",
        variants.numpy_chunks,
        lazy=True,
        takes="count",
        module="numpy",
        in_chunks=True,
    ),
    Style("file-eager", variants.file_eager, lazy=False, takes="file"),
    Style("file-lazy", variants.file_lazy, lazy=True, takes="file"),
)
style = {one.key: one for one in STYLES}.__getitem__
"""Returns the style of a key; raises ``KeyError`` if there is none."""


COUNT = 8
"""The number of numbers; the styles choose some."""
_TOTAL = """squares = {squares}
iterator = iter(squares)
total = 0
for square in iterator:
    total += square
print(total)
"""
"""Everything has a name: the picture does not draw the interpreter's stack."""
_TOTAL_OF_ARRAYS = """arrays = {squares}
iterator = iter(arrays)
total = 0
for array in iterator:
    total += int(array.sum())
print(total)
"""
_WRITE = """with open("numbers.txt", "w") as file:
    file.writelines(f"{{number}}\\n" for number in range({count}))
del file

"""


def small_program(one: Style, count: int = COUNT) -> str:
    """Return a program that does the lab's work with ``count`` numbers."""
    given = {
        "numbers": f"range({count})",
        "count": f"{count}, size=3" if one.in_chunks else f"{count}",
        "file": '"numbers.txt"',
    }[one.takes]
    needs = "import itertools\n\n\n" if "itertools." in one.source else ""
    first = _WRITE.format(count=count) if one.takes == "file" else ""
    total = _TOTAL_OF_ARRAYS if one.takes == "count" else _TOTAL
    called = f"{one.make.__name__}({given})"
    return f"{needs}{one.source}\n\n{first}{total.format(squares=called)}"


def line_that_waits(source: str) -> int | None:
    """Return the line, from 1, at which a lazy style yields an item and waits. None if there is no
    such line: the library's own iterators wait inside of C code.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Yield):
            return node.lineno
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "__next__":
            return next(
                (inner.lineno for inner in ast.walk(node) if isinstance(inner, ast.Return)), None
            )
    return None
