"""Takes out of a test module's text the tests that will not run; every line keeps its number.

A recorder looks at each object alive at each step, and every test is a function, its code and its
constants. What is left runs as it stands.
"""

import ast
from collections.abc import Collection, Iterator

type Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def pruned(text: str, wanted: Collection[tuple[str, str]]) -> str:
    """The text with the tests of ``wanted``, each (class, method); with whatever they name.

    What our own Python cannot read stays as it is.
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
    """The classes of a module, not those in functions and classes."""
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def tests_of(cls: ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The tests in the body of a class."""
    for node in cls.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name[:4] == "test":
            yield node


def names(tree: ast.AST, dropped: Collection[int]) -> set[str]:
    """Every name and every word of a text that what is left speaks of."""
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
    """Leave of a definition only what keeps a body that has nothing else a body."""
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    end = node.end_lineno or node.lineno
    lines[first - 1 : end] = ["\n"] * (end - first + 1)
    lines[first - 1] = " " * node.col_offset + "...\n"
