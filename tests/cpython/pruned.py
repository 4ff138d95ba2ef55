"""Removes from a test module's text the tests that will not run; every line keeps its number.

A recorder reads each living object at each step, and every test is a function, its code and its
constants. The rest of the text stays unchanged.
"""

import ast
from collections.abc import Collection, Iterator

type Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def pruned(text: str, wanted: Collection[tuple[str, str]]) -> str:
    """Return the text with the tests of ``wanted``, each (class, method), and all that they name.

    A text that our own Python cannot parse stays unchanged.
    """
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text
    methods = {method for _, method in wanted}
    classes = {cls for cls, _ in wanted}
    tests = [method for cls in top_classes(tree) for method in tests_of(cls)]
    dropped = {id(test) for test in tests if test.name not in methods}
    named = names(tree, dropped)
    while kept := [test for test in tests if id(test) in dropped and test.name in named]:
        dropped -= {id(test) for test in kept}
        named = names(tree, dropped)
    while empty := [
        cls
        for cls in top_classes(tree)
        if id(cls) not in dropped
        and cls.name not in classes | named
        and any(id(test) in dropped for test in tests_of(cls))
    ]:
        dropped |= {id(cls) for cls in empty}
        named = names(tree, dropped)
    lines = text.splitlines(keepends=True)
    for cls in top_classes(tree):
        for node in [cls] if id(cls) in dropped else tests_of(cls):
            if id(node) in dropped:
                blank(lines, node)
    return "".join(lines)


def top_classes(tree: ast.Module) -> list[ast.ClassDef]:
    """Return the module's classes, not those in functions and classes."""
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def tests_of(cls: ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the tests in the body of a class."""
    for node in cls.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name[:4] == "test":
            yield node


def names(tree: ast.AST, dropped: Collection[int]) -> set[str]:
    """Return every name, and every word of a text, in the part that is not dropped."""
    found: set[str] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if id(node) in dropped:
            continue
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(node.value.replace(".", " ").replace("'", " ").split())
        waiting += ast.iter_child_nodes(node)
    return found


def blank(lines: list[str], node: Definition) -> None:
    """Replace a definition by ``...``, so that its block is never empty."""
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    end = node.end_lineno or node.lineno
    lines[first - 1 : end] = ["\n"] * (end - first + 1)
    lines[first - 1] = " " * node.col_offset + "...\n"
