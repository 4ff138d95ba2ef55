"""Each style as a small program to step through: its own source with a few items."""

import ast

from visualizer.labs.streaming.styles import Style

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
