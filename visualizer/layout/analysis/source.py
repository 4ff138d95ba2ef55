"""Reads facts for the picture from the program's text, such as which names index which lists."""

import ast
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import PurePath

from visualizer.layout.checkpoints import checkpoint, with_checkpoints
from visualizer.model import (
    Frame,
    Heap,
    HeapObject,
    Instance,
    Scalar,
    State,
    own_names,
    parse_program,
)

type Function = ast.FunctionDef | ast.AsyncFunctionDef
type Marks = defaultdict[str, set[tuple[str, str]]]
type Use = tuple[str, str, str]
"""A function, the name of a list in it, and the name that indexes it."""
type Lines = tuple[int, int]
"""The first and last line of a loop."""

MODULE = "<module>"
_BINDING = frozenset({"exec", "eval", "globals", "locals", "setattr", "vars"})
"""The functions by which a program may bind names that its text does not mention."""


@dataclass(frozen=True, slots=True)
class Source:
    """``marks``: by function, the pairs of a list's name and the name that indexes it.

    ``columns``: the same for the name that indexes the rows of a list, as ``j`` does in
    ``table[i][j]``. The name of a list may lead through attributes, as ``self.table`` does.
    ``loops``: if only loops bind the name that indexes, their lines; elsewhere it means something
    else.
    ``defaults``: the names of the parameters that have defaults, by the function's name.
    ``parameters``: the names of all parameters of the functions with a name.
    ``imported``: the names that each file imports from modules that are not the program's own.
    ``mentioned``: the names in the text of each file that imports all names of such a module.
    ``paths``: by file and line, the names on the line, also with attributes (``self.items``).
    ``texts``: those of the files. ``heads``: by the first line of each file's statements, their
    lines without those of the statements inside. ``owners``: by file and function, the lines of
    each function and its class, or "", if several have that name; inner ones come first.
    """

    marks: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    columns: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    loops: Mapping[Use, tuple[Lines, ...]] = field(default_factory=dict)
    defaults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    imported: Mapping[str, frozenset[str]] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    heads: Mapping[str, Mapping[int, range]] = field(default_factory=dict)
    owners: Mapping[tuple[str, str], tuple[tuple[range, str], ...]] = field(default_factory=dict)
    mentioned: Mapping[str, frozenset[str]] = field(default_factory=dict)
    paths: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    parameters: Mapping[str, Collection[str]] = field(default_factory=dict)

    def is_unused(self, file: str, name: str) -> bool:
        """Whether a file has a global name only because it imports all names of a module."""
        return file in self.mentioned and name not in self.mentioned[file]

    def owner(self, frame: Frame) -> str:
        """Return the class of the method that a frame runs, or ""."""
        found = self.owners.get((frame.file, frame.function), ())
        return next((name for lines, name in found if frame.line in lines), "")

    def paths_at(self, frame: Frame) -> tuple[str, ...]:
        """Return the names on the line where a frame is, also with attributes."""
        return self.paths.get((frame.file, frame.line), ())

    def marks_at(self, frame: Frame) -> Iterator[tuple[str, str]]:
        """Yield the pairs of ``marks`` at the line where a frame is."""
        return self._at(self.marks, frame)

    def columns_at(self, frame: Frame) -> Iterator[tuple[str, str]]:
        """Yield the pairs of ``columns`` at the line where a frame is."""
        return self._at(self.columns, frame)

    def _at(
        self, pairs: Mapping[str, frozenset[tuple[str, str]]], frame: Frame
    ) -> Iterator[tuple[str, str]]:
        for name, index in sorted(pairs.get(frame.function, ())):
            loops = self.loops.get((frame.function, name, index))
            if loops is None or any(first <= frame.line <= last for first, last in loops):
                yield name, index


def read_source(texts: Mapping[str, str]) -> Source:
    """Return the facts of all files of a program; a file that is not valid Python adds none."""
    return _read_files(tuple(texts.items()))


@lru_cache(maxsize=4)
def _read_files(files: tuple[tuple[str, str], ...]) -> Source:
    """Each plan of a recording asks for the same files, and long ones take a while."""
    found = _Marks()
    defaults: dict[str, tuple[str, ...]] = {}
    parameters: defaultdict[str, set[str]] = defaultdict(set)
    imported: dict[str, frozenset[str]] = {}
    heads: dict[str, dict[int, range]] = {}
    mentioned: dict[str, frozenset[str]] = {}
    paths: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    functions: defaultdict[tuple[str, str], list[tuple[range, str]]] = defaultdict(list)
    classes: dict[ast.AST, str] = {}
    own = {part.removesuffix(".py") for file, _ in files for part in PurePath(file).parts}
    for file, text in files:
        try:
            tree = parse_program(text)
            nodes = [*with_checkpoints(ast.walk(tree))]
            found.find(tree, MODULE, ())
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        imported[file] = frozenset(_imported(nodes, own))
        if "*" in imported[file]:
            names, bound = _names_of(nodes)
            imported[file] |= names - bound
            if _BINDING.isdisjoint(names):
                mentioned[file] = names
        heads[file] = _heads(nodes)
        for node in with_checkpoints(nodes):
            if isinstance(node, Function.__value__):
                found.mark_outer_counters(node)
                defaults[node.name] = _with_defaults(node.args)
                parameters[node.name] |= {
                    one.arg for one in ast.walk(node.args) if isinstance(one, ast.arg)
                }
                functions[file, node.name].append((_whole(node), classes.get(node, "")))
            elif isinstance(node, ast.Attribute | ast.Name) and (path := _path(node)):
                paths[file, node.lineno][path] = None
            elif isinstance(node, ast.ClassDef):
                classes |= dict.fromkeys(node.body, node.name)
    indexes = _frozen(found.marks), _frozen(found.columns), found.loops
    shown = tuple(text for _, text in files)
    owners = _owned(functions)
    of_lines = {line: (*there,) for line, there in paths.items()}
    return Source(
        *indexes, defaults, imported, shown, heads, owners, mentioned, of_lines, parameters
    )


def _names_of(nodes: Iterable[ast.AST]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names in a text, and those that it binds."""
    used, bound = set[str](), set[str]()
    for node in nodes:
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, ast.alias):
            bound.add(node.asname or node.name.partition(".")[0])
        else:
            found = (getattr(node, field, None) for field in ("name", "rest"))
            bound.update(one for one in found if isinstance(one, str))
    return frozenset(used | bound), frozenset(bound)


def _owned(
    functions: Mapping[tuple[str, str], Sequence[tuple[range, str]]],
) -> dict[tuple[str, str], tuple[tuple[range, str], ...]]:
    """Return the functions whose names others have, the inner ones of each file first."""
    often = Counter(name for (_, name), found in functions.items() for _ in found)
    return {at: (*reversed(found),) for at, found in functions.items() if often[at[1]] > 1}


def _whole(node: Function) -> range:
    """Return the lines of a function, with those of its decorators."""
    first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
    return range(first, (node.end_lineno or node.lineno) + 1)


def _heads(nodes: Iterable[ast.AST]) -> dict[int, range]:
    """Return the lines of each statement, decorators included, without the statements inside.

    Of several that begin on one line, they are those of the longest.
    """
    found: dict[int, range] = {}
    for node in with_checkpoints(nodes):
        if isinstance(node, ast.stmt):
            inner = ast.stmt | ast.excepthandler | ast.match_case
            heads = (one for one in ast.iter_child_nodes(node) if not isinstance(one, inner))
            parts = [node, *chain.from_iterable(map(ast.walk, heads))]
            lines = {getattr(one, "lineno", node.lineno) for one in parts}
            ends = {getattr(one, "end_lineno", node.lineno) for one in parts[1:]}
            first, last = min(lines), max(ends | lines)
            found[first] = max(range(first, last + 1), found.get(first, range(0)), key=len)
    return found


def names_in_scope(frame: Frame, state: State) -> Mapping[str, int]:
    """Return the names that a frame's code can use: its locals, then its file's globals."""
    return dict((*state.globals.get(frame.file, ()), *own_names(frame)))


def named_object(name: str, names: Mapping[str, int], heap: Heap) -> HeapObject | None:
    """Return the object that a name leads to, through attributes if it has dots."""
    first, *attributes = name.split(".")
    thing = heap.get(names.get(first, 0))
    for attribute in attributes:
        content = thing.content if thing is not None else None
        if not isinstance(content, Instance):
            return None
        found = (serial for one, serial in content.attributes if one == attribute)
        thing = heap.get(next(found, 0))
    return thing


def index_number(thing: HeapObject | None) -> int | None:
    """Return the value of an int that may index a list; None for another object."""
    text = thing.content.text if thing is not None and isinstance(thing.content, Scalar) else ""
    return int(text) if text.lstrip("-").isdigit() else None


def _frozen(marks: Marks) -> dict[str, frozenset[tuple[str, str]]]:
    return {function: frozenset(found) for function, found in marks.items() if found}


def _imported(nodes: Iterable[ast.AST], own: Container[str]) -> Iterator[str]:
    """Yield the names that ``from`` imports bind, except from the program's ``own`` modules."""
    for node in nodes:
        if not isinstance(node, ast.ImportFrom) or node.level or not node.module:
            continue
        if node.module.split(".")[-1] not in own:
            yield from (alias.asname or alias.name for alias in node.names)


class _Marks:
    """Collects the names that index lists, and the loops that bind these names."""

    def __init__(self) -> None:
        self.marks: Marks = defaultdict(set)
        self.columns: Marks = defaultdict(set)
        self._lines: defaultdict[Use, list[Lines]] = defaultdict(list)
        self._elsewhere: set[Use] = set()
        """The uses outside of loops that bind the name."""

    @property
    def loops(self) -> dict[Use, tuple[Lines, ...]]:
        """The lines of the loops to which a use is limited."""
        limited = self._lines.items()
        return {use: tuple(lines) for use, lines in limited if use not in self._elsewhere}

    def find(self, node: ast.AST, function: str, loops: tuple[ast.AST, ...]) -> None:
        """Find all uses in a node of a ``function``, which is inside ``loops``."""
        if isinstance(node, ast.stmt):
            checkpoint()
        if isinstance(node, Function.__value__):
            function, loops = node.name, ()
        elif isinstance(node, ast.Subscript):
            names = _index_names(node.slice)
            if path := _path(node.value):
                self._add(self.marks, (function, path), names, loops)
            elif isinstance(node.value, ast.Subscript) and (path := _path(node.value.value)):
                self._add(self.columns, (function, path), names, loops)
        if _bound_by(node):
            loops = (*loops, node)
        for child in ast.iter_child_nodes(node):
            self.find(child, function, loops)

    def _add(
        self, marks: Marks, where: tuple[str, str], names: set[str], loops: tuple[ast.AST, ...]
    ) -> None:
        function, path = where
        for name in names:
            marks[function].add((path, name))
            around = [one for one in loops if name in _bound_by(one)]
            if around:
                self._lines[function, path, name].append(_lines_of(around[-1]))
            else:
                self._elsewhere.add((function, path, name))

    def mark_outer_counters(self, function: Function) -> None:
        """Mark a counter that bounds the loop of an index counter as an index of the list, too."""
        marks = self.marks[function.name]
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
            for name, index in list(marks):
                if index in inner:
                    marks.add((name, outer.target.id))
                    self._lines[function.name, name, outer.target.id].append(_lines_of(outer))


def _bound_by(loop: ast.AST) -> set[str]:
    """Return the names that a loop or a comprehension binds; none for another node."""
    match loop:
        case ast.For(target=target) | ast.AsyncFor(target=target):
            return _names_in(target)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            return {name for one in loop.generators for name in _names_in(one.target)}
    return set()


def _lines_of(node: ast.AST) -> Lines:
    assert isinstance(node, ast.stmt | ast.expr)
    return node.lineno, node.end_lineno or node.lineno


def _index_names(index: ast.expr) -> set[str]:
    """Return the name in an index, or those in the parts of a slice.

    No name of a sum is the place: in ``row[x + dx]`` not ``dx``. Nor is a subtracted name, as in
    ``row[-x]``.
    """
    parts = [index.lower, index.upper] if isinstance(index, ast.Slice) else [index]
    names = (_names_in(part) for part in parts if part is not None and not _takes_away(part))
    return {found.pop() for found in names if len(found) == 1}


def _takes_away(index: ast.expr) -> bool:
    """Whether an index subtracts a name: ``-i``, ``~i`` or ``9 - i``."""
    for node in ast.walk(index):
        less = node.operand if isinstance(node, ast.UnaryOp) else None
        less = node.right if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) else less
        if less is not None and _names_in(less):
            return True
    return False


def _path(node: ast.AST) -> str:
    """Return a name, or a name and attributes, with dots; nothing if it is another expression."""
    if isinstance(node, ast.Name):
        return node.id
    before = _path(node.value) if isinstance(node, ast.Attribute) else ""
    return f"{before}.{node.attr}" if before and isinstance(node, ast.Attribute) else ""


def _names_in(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _with_defaults(arguments: ast.arguments) -> tuple[str, ...]:
    if not arguments.defaults:
        return ()
    names = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
    return tuple(names[-len(arguments.defaults) :])
