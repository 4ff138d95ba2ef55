"""Finds a frame's function in the source: its class, and its comprehensions' names."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from visualizer.explain.source.scopes import DEFINITIONS, Scope, bound_in, scopes_of
from visualizer.explain.source.statements import lines_of
from visualizer.model import ANNOTATIONS, Frame, State, Step, scope_name

type _Node = ast.FunctionDef | ast.AsyncFunctionDef

_OWN_FRAME = (
    *(ast.Lambda, ast.GeneratorExp),
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
)


@dataclass(frozen=True, slots=True)
class _Function:
    """A function; ``name`` begins with its class, as in ``Dog.__init__``.

    ``around`` are the scopes around it, outermost first.
    """

    name: str
    lines: range
    node: _Node
    around: tuple[Scope, ...]


def function_name(where: Frame | Step, state: State, sources: Mapping[str, str]) -> str:
    """Return the name of the function or module that a frame runs, or that a step is in.

    A method is named with its class if other functions have the same name.
    """
    if sum(len(_functions(text).get(where.function, ())) for text in sources.values()) > 1:
        found = _function_of(where, sources)
        if found is not None:
            return found.name
    return scope_name(where, state)


def evaluates_annotations(frame: Frame, text: str) -> bool:
    """Whether a frame only evaluates annotations, as the compiler's function for them does."""
    return frame.function == ANNOTATIONS and ANNOTATIONS not in _functions(text)


def makes_coroutine(name: str, line: int, text: str) -> bool | None:
    """Whether a call of a function only makes a coroutine; False for a generator, None for others.

    ``line`` is the function's first line.
    """
    known = _functions(text).get(name.rpartition(".")[2], ())
    found = next((one.node for one in known if line == one.lines.start), None)
    if found is not None and _yields(found):
        return False
    return isinstance(found, ast.AsyncFunctionDef) or None


def _yields(function: _Node) -> bool:
    """Whether a function is a generator function."""
    waiting: list[ast.AST] = [*function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, _OWN_FRAME):
            waiting += ast.iter_child_nodes(node)
    return False


def comprehension_names(
    frame: Frame, sources: Mapping[str, str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names in a function's frame that only its comprehensions bind (PEP 709).

    Also return the names that a comprehension on the frame's line binds and the function binds
    elsewhere, too.
    """
    found = function_at(frame, sources)
    if found is None:
        return frozenset(), frozenset()
    return _bound_by_comprehensions(found, frame.line)


def function_at(where: Frame | Step, sources: Mapping[str, str]) -> _Node | None:
    """Return the definition of the function that a frame runs, or that a step is in."""
    found = _function_of(where, sources)
    return found.node if found is not None else None


def owner_of(name: str, frame: Frame, sources: Mapping[str, str]) -> str | None:
    """Return the function around a frame's function that a free variable belongs to."""
    found = _function_of(frame, sources)
    around = [one for one in found.around if isinstance(one, DEFINITIONS)] if found else []
    return next((one.name for one in reversed(around) if name in bound_in(one)), None)


def _function_of(where: Frame | Step, sources: Mapping[str, str]) -> _Function | None:
    known = _functions(sources.get(where.file, "")).get(where.function, ())
    return next((one for one in reversed(known) if where.line in one.lines), None)


@lru_cache(maxsize=256)
def _functions(text: str) -> Mapping[str, tuple[_Function, ...]]:
    """Return the functions of each name, the outer ones first."""
    found: dict[str, tuple[_Function, ...]] = {}
    for node, around in scopes_of(text):
        if isinstance(node, DEFINITIONS):
            owner = around[-1] if around else None
            prefix = f"{owner.name}." if isinstance(owner, ast.ClassDef) else ""
            one = _Function(prefix + node.name, lines_of(node), node, around)
            found[node.name] = (*found.get(node.name, ()), one)
    return found


def _lines_of_head(statement: ast.stmt) -> range:
    """Return the lines of a statement without those of its body."""
    body = getattr(statement, "body", None)
    stop = max(statement.lineno + 1, body[0].lineno) if body else lines_of(statement).stop
    return range(statement.lineno, stop)


@lru_cache(maxsize=256)
def _bound_by_comprehensions(function: _Node, line: int) -> tuple[frozenset[str], frozenset[str]]:
    parameters = (one for one in ast.walk(function.args) if isinstance(one, ast.arg))
    inside, bound, here = set[str](), {one.arg for one in parameters}, set[str]()
    waiting: list[tuple[ast.AST, bool, ast.stmt]] = [(one, False, one) for one in function.body]
    also = set[str]()
    while waiting:
        node, is_target, around = waiting.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            (inside if is_target else bound).add(node.id)
            if line in _lines_of_head(around):
                (here if is_target else also).add(node.id)
        named = getattr(node, "name", None), getattr(node, "asname", None)
        bound.update(name for name in named if isinstance(name, str))
        if isinstance(node, _OWN_FRAME):
            continue
        target = node.target if isinstance(node, ast.comprehension) else None
        around = node if isinstance(node, ast.stmt) else around
        waiting += ((one, is_target or one is target, around) for one in ast.iter_child_nodes(node))
    return frozenset(inside - bound), frozenset(here & bound - also)
