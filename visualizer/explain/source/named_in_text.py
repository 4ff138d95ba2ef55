"""Resolves a name in the program's text to an object at a step, without running the program."""

import ast
from collections import defaultdict
from dataclasses import dataclass

from visualizer.explain.source.scopes import (
    COMPREHENSIONS,
    Comprehension,
    Function,
    Scope,
    bound_in,
    nodes_with_scopes,
)
from visualizer.model import ClassBody, Frame, Instance, State, own_names, program_tree

type _Naming = ast.Name | ast.Attribute | ast.arg | ast.alias
type _Named = _Naming | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

_NAMING = (ast.Name, ast.Attribute, ast.arg, ast.alias)
_DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

_MAX_LENGTH = 200_000
"""The length in characters above which a text is not parsed on hover."""
_MAX_DEPTH = 50


@dataclass(frozen=True, slots=True)
class NameInText:
    """A name in a text: ``x``, or ``x.y.z`` up to the attribute under the pointer.

    It covers the characters ``start`` to ``end`` of its line.
    """

    path: tuple[str, ...]
    scopes: tuple[Scope, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The name as it is written."""
        return ".".join(self.path)


class ParsedText:
    """A program's text, parsed once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = text.split("\n")
        self._tree = program_tree(text if len(text) <= _MAX_LENGTH else "")
        self._named: defaultdict[int, list[tuple[_Named, tuple[Scope, ...]]]] = defaultdict(list)
        for node, scopes in nodes_with_scopes(self._tree):
            if isinstance(node, (*_NAMING, *_DEFINED)):
                self._named[node.lineno].append((node, scopes))

    def name_at(self, line: int, column: int) -> NameInText | None:
        """Return the name at a line (from 1) and a character (from 0), or None."""
        if line not in self._named or line > len(self._lines):
            return None
        at = len(self._lines[line - 1][:column].encode())
        known = [(one, around) for one, around in self._named[line] if _covers(one, at)]
        if known:
            return self._name_in_node(*known[-1], line)
        for node, scopes in self._named[line]:
            if isinstance(node, _DEFINED):
                start = self._lines[line - 1].find(node.name, node.col_offset)
                if start <= column < start + len(node.name):
                    return NameInText((node.name,), scopes, start, start + len(node.name))
        return None

    def _name_in_node(
        self, node: ast.AST, scopes: tuple[Scope, ...], line: int
    ) -> NameInText | None:
        path: tuple[str, ...] | None = None
        match node:
            case ast.Name(id=name) | ast.arg(arg=name):
                path = (name,)
            case ast.alias(name=name, asname=asname):
                path = (asname or name.partition(".")[0],)
            case ast.Attribute():
                path = _chain(node)
        if path is None:
            return None
        start = self._character_at(line, getattr(node, "col_offset", 0))
        end = self._character_at(line, getattr(node, "end_col_offset", 0))
        if isinstance(node, ast.arg):
            end = start + len(node.arg)
        return NameInText(path, scopes, start, end)

    def _character_at(self, line: int, at: int) -> int:
        return len(self._lines[line - 1].encode()[:at].decode(errors="replace"))

    def is_bound(self, spot: NameInText) -> bool:
        """Whether the program itself binds the name, so that it may have no value."""
        return any(spot.path[0] in bound_in(scope) for scope in (*spot.scopes, self._tree))


def resolve(spot: NameInText, state: State, file: str) -> int | None:
    """Return the object to which a name refers at a step; None if there is no known one."""
    serial = _resolve_first(spot, state, file)
    for attribute in spot.path[1:]:
        if serial is None:
            return None
        serial = _attribute(serial, attribute, state, _MAX_DEPTH)
    return serial


def _resolve_first(spot: NameInText, state: State, file: str) -> int | None:
    name, innermost = spot.path[0], True
    for scope in reversed(spot.scopes):
        if isinstance(scope, ast.ClassDef) and not innermost:
            continue  # functions do not see the names of a class body around them
        innermost = False
        if isinstance(scope, COMPREHENSIONS):
            if name in bound_in(scope):
                return _in_comprehension(name, scope, state, file)
            continue
        frame = _frame_of(scope, state, file)
        if frame is not None and name in (found := dict(frame.locals)):
            return found[name]
        if name in bound_in(scope):
            return None
    return dict(state.globals.get(file, ())).get(name)


def _in_comprehension(name: str, scope: Comprehension, state: State, file: str) -> int | None:
    """Return the target of a comprehension's variable in the innermost frame that runs it."""
    lines = range(scope.lineno, (scope.end_lineno or scope.lineno) + 1)
    for frame in reversed(state.frames):
        if frame.file == file and frame.line in lines and name in (own := dict(own_names(frame))):
            return own[name]
    return None


def _frame_of(scope: Function | ast.ClassDef, state: State, file: str) -> Frame | None:
    """Return the innermost running call of a function or class body."""
    called = "<lambda>" if isinstance(scope, ast.Lambda) else scope.name
    lines = {scope.lineno}
    if not isinstance(scope, ast.Lambda):
        lines.update(one.lineno for one in scope.decorator_list)
    for frame in reversed(state.frames):
        if frame.file != file or frame.function.rpartition(".")[2] != called:
            continue
        code = state.codes.get(frame.code) if frame.code is not None else None
        if code is None or code.line in lines:
            return frame
    return None


def _attribute(serial: int, name: str, state: State, deepest: int) -> int | None:
    thing = state.heap.get(serial)
    if thing is None or deepest == 0:
        return None
    match thing.content:
        case Instance(attributes=attributes, cls=cls):
            own = dict(attributes)
            return own[name] if name in own else _attribute(cls, name, state, deepest - 1)
        case ClassBody(attributes=attributes, bases=bases):
            own = dict(attributes)
            if name in own:
                return own[name]
            found = (_attribute(base, name, state, deepest - 1) for base in bases)
            return next((one for one in found if one is not None), None)
    return None


def _chain(node: ast.Attribute) -> tuple[str, ...] | None:
    """Return the names of ``a.b.c``; None if it begins with anything else, such as a call."""
    names, at = [node.attr], node.value
    while isinstance(at, ast.Attribute):
        names.append(at.attr)
        at = at.value
    return (at.id, *reversed(names)) if isinstance(at, ast.Name) else None


def _covers(node: _Named, at: int) -> bool:
    """Whether a byte of the node's line is in the name; in the attribute, after the last dot."""
    if isinstance(node, _DEFINED) or node.end_lineno != node.lineno:
        return False
    start = node.col_offset
    if isinstance(node, ast.Attribute):
        start = (node.value.end_col_offset or 0) + 1
    return start <= at < (node.end_col_offset or 0)
