"""Resolves a name in the program's text to an object at a step, without running the program."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from visualizer.explain.source.statements import parameters_of
from visualizer.model import ClassBody, Frame, Instance, State, own_names, program_tree

type _Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
type _Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
type _Scope = _Function | _Comprehension | ast.ClassDef

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
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
    scopes: tuple[_Scope, ...]
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

    def name_at(self, line: int, column: int) -> NameInText | None:
        """Return the name at a line (from 1) and a character (from 0), or None."""
        if not 0 < line <= len(self._lines):
            return None
        at = len(self._lines[line - 1][:column].encode())
        found: tuple[ast.AST, tuple[_Scope, ...]] | None = None
        for node, scopes in _walk(self._tree, ()):
            if isinstance(node, ast.Name | ast.Attribute | ast.arg | ast.alias) and _covers(
                node, line, at
            ):
                found = node, scopes
        return (
            self._name_in_node(found[0], found[1], line)
            if found
            else self._definition(line, column)
        )

    def _name_in_node(
        self, node: ast.AST, scopes: tuple[_Scope, ...], line: int
    ) -> NameInText | None:
        path: tuple[str, ...]
        match node:
            case ast.Name(id=name) | ast.arg(arg=name):
                path = (name,)
            case ast.alias(name=name, asname=asname):
                path = (asname or name.partition(".")[0],)
            case ast.Attribute():
                chain = _chain(node)
                if chain is None:
                    return None
                path = chain
            case _:
                return None
        if getattr(node, "lineno", 0) != line or getattr(node, "end_lineno", 0) != line:
            return None
        start = self._character_at(line, getattr(node, "col_offset", 0))
        end = self._character_at(line, getattr(node, "end_col_offset", 0))
        if isinstance(node, ast.arg):
            end = start + len(node.arg)
        return NameInText(path, scopes, start, end)

    def _definition(self, line: int, column: int) -> NameInText | None:
        """Return the name after ``def`` or ``class``."""
        for node, scopes in _walk(self._tree, ()):
            if isinstance(node, _DEFINED) and node.lineno == line:
                start = self._lines[line - 1].find(node.name, node.col_offset)
                if start <= column < start + len(node.name):
                    return NameInText((node.name,), scopes, start, start + len(node.name))
        return None

    def _character_at(self, line: int, at: int) -> int:
        return len(self._lines[line - 1].encode()[:at].decode(errors="replace"))

    def is_bound(self, spot: NameInText) -> bool:
        """Whether the program itself binds the name, so that it may have no value."""
        return any(spot.path[0] in _bound(scope) for scope in (*spot.scopes, self._tree))


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
        if isinstance(scope, _COMPREHENSIONS):
            if name in _bound(scope):
                return _in_comprehension(name, scope, state, file)
            continue
        frame = _frame_of(scope, state, file)
        if frame is not None and name in (found := dict(frame.locals)):
            return found[name]
        if name in _bound(scope):
            return None
    return dict(state.globals.get(file, ())).get(name)


def _in_comprehension(name: str, scope: _Comprehension, state: State, file: str) -> int | None:
    """Return the target of a comprehension's variable in the innermost frame that runs it."""
    lines = range(scope.lineno, (scope.end_lineno or scope.lineno) + 1)
    for frame in reversed(state.frames):
        if frame.file == file and frame.line in lines and name in (own := dict(own_names(frame))):
            return own[name]
    return None


def _frame_of(scope: _Function | ast.ClassDef, state: State, file: str) -> Frame | None:
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


def _walk(
    node: ast.AST, scopes: tuple[_Scope, ...]
) -> Iterator[tuple[ast.AST, tuple[_Scope, ...]]]:
    """Yield each node with the functions and classes around it, outermost first."""
    stack = [(node, scopes)]
    while stack:
        one, around = stack.pop()
        yield one, around
        if isinstance(one, (*_FUNCTIONS, ast.ClassDef)):
            outside: list[ast.AST] = list(getattr(one, "decorator_list", ()))
            if isinstance(one, ast.ClassDef):
                outside += [*one.bases, *one.keywords]
            else:
                outside += [*one.args.defaults, *(d for d in one.args.kw_defaults if d)]
            known = {id(other) for other in outside}
            stack += [(other, around) for other in outside]
            if not isinstance(one, ast.ClassDef):
                known.add(id(one.args))
                stack += [(other, (*around, one)) for other in parameters_of(one)]
            inner = (other for other in ast.iter_child_nodes(one) if id(other) not in known)
            stack += [(other, (*around, one)) for other in inner]
        elif isinstance(one, _COMPREHENSIONS):
            stack += [(one.generators[0].iter, around)]
            stack += [(other, (*around, one)) for other in _inside(one)]
        else:
            stack += [(other, around) for other in ast.iter_child_nodes(one)]


def _inside(one: _Comprehension) -> Iterator[ast.AST]:
    """Yield the parts that run in a comprehension: all but its first iterable."""
    for part in ast.iter_child_nodes(one):
        parts = ast.iter_child_nodes(part) if isinstance(part, ast.comprehension) else (part,)
        yield from (other for other in parts if other is not one.generators[0].iter)


def _bound(scope: _Scope | ast.Module) -> set[str]:
    """Return the names that the scope binds: by assignment, parameter, definition or import."""
    found: set[str] = set()
    elsewhere: set[str] = set()
    if isinstance(scope, _FUNCTIONS):
        found.update(one.arg for one in parameters_of(scope))
    stack = _binding_parts(scope)
    while stack:
        node = stack.pop()
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
            case ast.ClassDef(name=name) | ast.ExceptHandler(name=str(name)):
                found.add(name)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                found.add(name)
            case ast.alias(name=name, asname=asname):
                found.add(asname or name.partition(".")[0])
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                elsewhere.update(names)
        if isinstance(node, _COMPREHENSIONS):
            # Of the names bound in it, only those of `:=` belong to the scope around it.
            stack += [one.target for one in ast.walk(node) if isinstance(one, ast.NamedExpr)]
        elif not isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            stack += ast.iter_child_nodes(node)
    return found - elsewhere


def _binding_parts(scope: _Scope | ast.Module) -> list[ast.AST]:
    """Return the parts of a scope that may bind names in it, without its parameters."""
    if isinstance(scope, _COMPREHENSIONS):
        return [one.target for one in scope.generators]
    return [scope.body] if isinstance(scope, ast.Lambda) else [*scope.body]


def _chain(node: ast.Attribute) -> tuple[str, ...] | None:
    """Return the names of ``a.b.c``; None if it begins with anything else, such as a call."""
    names, at = [node.attr], node.value
    while isinstance(at, ast.Attribute):
        names.append(at.attr)
        at = at.value
    return (at.id, *reversed(names)) if isinstance(at, ast.Name) else None


def _covers(node: ast.Name | ast.Attribute | ast.arg | ast.alias, line: int, at: int) -> bool:
    if node.lineno > line or (node.end_lineno or node.lineno) < line:
        return False
    if isinstance(node, ast.Attribute):
        # Only the part after the last dot; the text before it is another name.
        before = node.value.end_lineno, node.value.end_col_offset
        return (line, at) > (before[0] or 0, before[1] or 0) and at < (node.end_col_offset or 0)
    return node.col_offset <= at < (node.end_col_offset or 0)
