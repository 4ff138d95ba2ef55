"""Reads facts for the picture from the program's text, such as which names index which lists."""

import ast
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

type Function = ast.FunctionDef | ast.AsyncFunctionDef

MODULE = "<module>"


@dataclass(frozen=True, slots=True)
class Source:
    """``marks``: by function, the pairs of a list's name and the name that indexes it.

    ``defaults``: the names of the parameters that have defaults, by the function's name.
    ``imported``: the names that each file imports from modules that are not the program's own.
    """

    marks: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    defaults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    imported: Mapping[str, frozenset[str]] = field(default_factory=dict)


def read_source(texts: Mapping[str, str]) -> Source:
    """Return the facts of all files of a program; a file that is not valid Python adds none."""
    marks: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    defaults: dict[str, tuple[str, ...]] = {}
    imported: dict[str, frozenset[str]] = {}
    own = {part.removesuffix(".py") for file in texts for part in PurePath(file).parts}
    for file, text in texts.items():
        try:
            tree = ast.parse(text)
            _find_marks(tree, MODULE, marks)
            functions = [node for node in ast.walk(tree) if isinstance(node, Function.__value__)]
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        imported[file] = frozenset(_imported(tree, own))
        for function in functions:
            _mark_outer_counters(function, marks[function.name])
            defaults[function.name] = _with_defaults(function.args)
    by_function = {name: frozenset(found) for name, found in marks.items() if found}
    return Source(by_function, defaults, imported)


def _imported(tree: ast.AST, own: Container[str]) -> Iterator[str]:
    """Yield the names that ``from`` imports bind, except from the program's ``own`` modules."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or node.level or not node.module:
            continue
        if node.module.split(".")[-1] not in own:
            yield from (alias.asname or alias.name for alias in node.names)


def _find_marks(node: ast.AST, function: str, marks: dict[str, set[tuple[str, str]]]) -> None:
    for child in ast.iter_child_nodes(node):
        inner = (
            child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else function
        )
        if isinstance(child, ast.Subscript) and isinstance(child.value, ast.Name):
            names = (one for one in ast.walk(child.slice) if isinstance(one, ast.Name))
            marks[function].update((child.value.id, one.id) for one in names)
        _find_marks(child, inner, marks)


def _mark_outer_counters(function: Function, marks: set[tuple[str, str]]) -> None:
    """Show a counter that bounds an index counter's loop at the list too."""
    loops = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.For) and isinstance(node.target, ast.Name)
    ]
    for outer in loops:
        assert isinstance(outer.target, ast.Name)
        inner = {
            one.target.id
            for one in ast.walk(outer)
            if isinstance(one, ast.For) and isinstance(one.target, ast.Name)
            if outer.target.id in _names_in(one.iter)
        }
        marks.update((name, outer.target.id) for name, index in list(marks) if index in inner)


def _names_in(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _with_defaults(arguments: ast.arguments) -> tuple[str, ...]:
    if not arguments.defaults:
        return ()
    names = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
    return tuple(names[-len(arguments.defaults) :])
