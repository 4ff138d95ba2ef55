"""Finds the expression that a frame runs: a lambda or a comprehension is part of a line."""

import ast
import io
import tokenize
from collections.abc import Mapping, Sequence
from functools import lru_cache

from visualizer.explain.naming import cut
from visualizer.explain.source.scopes import Comprehension, scopes_of
from visualizer.explain.source.statements import parameters_of
from visualizer.model import Code, Frame

type Inner = ast.Lambda | Comprehension
"""An expression that has a frame of its own."""

type _Place = tuple[int, int]
"""A line, from 1, and a column in bytes of UTF-8."""

MAX_CODE = 48
"""The maximum number of characters of quoted code."""

_KINDS: Mapping[str, type[Inner]] = {
    "<lambda>": ast.Lambda,
    "<genexpr>": ast.GeneratorExp,
    "<listcomp>": ast.ListComp,
    "<setcomp>": ast.SetComp,
    "<dictcomp>": ast.DictComp,
}


def runs_expression(frame: Frame) -> bool:
    """Whether a frame runs an expression inside a line, not statements."""
    return frame.function in _KINDS


def expression_of(frame: Frame, code: Code | None, source: str) -> Inner | None:
    """Return the expression that a frame runs; None if it is ambiguous or unknown."""
    found = _expressions(source).get(frame.function, ())
    if code is not None:
        found = [one for one in found if one.lineno == code.line]
    else:
        found = [one for one in found if one.lineno <= frame.line <= (one.end_lineno or 0)]
    if len(found) > 1:
        free = code.free if code is not None else ()
        names = {name for name, _ in frame.locals if name not in free and name != ".0"}
        found = [one for one in found if _may_have(one, names)]
    return found[0] if len(found) == 1 else None


def text_of(node: Inner, line: int, source: str) -> str:
    """Return the part of an expression on a line, without its brackets."""
    start, end = _inside(node)
    return _on_line(start, end, line, source)


def value_text(node: Inner, line: int, source: str) -> str:
    """Return the part of each item's expression that is on the line."""
    start, end = _inside(node)
    if not isinstance(node, ast.Lambda):
        first, last = value_of(node)
        start, end = _start(first), _end(last)
    return _on_line(start, end, line, source) or text_of(node, line, source)


def loop_text(node: Inner, line: int, source: str) -> str:
    """Return the text on the line after each item's expression, such as ``for n in names``."""
    start, end = _inside(node)
    if not isinstance(node, ast.Lambda):
        start = _end(value_of(node)[1])
    return _on_line(start, end, line, source).lstrip(") ") or text_of(node, line, source)


def code_line(source: str, line: int) -> str:
    """Return a line without its comment and outer spaces; empty if there is no such line."""
    lines = _lines(source)
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def source_of(node: ast.expr | ast.stmt | ast.pattern, source: str) -> str:
    """Return code as the program writes it, without comments, on one line.

    Empty if a string in it has several lines, whose spaces must not change.
    """
    start, end = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
    if end[0] is None or end[1] is None:
        return ""
    last = end[0], end[1]
    code = ""
    for line in range(start[0], last[0] + 1):
        part = _on_line(start, last, line, source)
        if part.startswith("#"):
            continue
        if code.endswith(("(", "[", "{")) or part[:1] in (")", "]", "}"):
            # In round brackets the comma may make a tuple.
            code = (code.removesuffix(",") if part[:1] in ("]", "}") else code) + part
        else:
            code = f"{code} {part}".strip()
        if code.endswith("\\"):
            code = code[:-1].rstrip()
    has_text = last[0] > start[0] and ('"""' in code or "'''" in code)
    return "" if has_text else code


def quoted_code(node: ast.expr | ast.stmt | ast.pattern, text: str) -> str:
    """Return code on one line, cut to the length for a sentence."""
    code = source_of(node, text) or " ".join(ast.unparse(node).split())
    return cut(code, MAX_CODE)


def text_from(node: ast.stmt | ast.excepthandler | ast.match_case, source: str) -> str:
    """Return the first line of a statement, from its beginning."""
    start = getattr(node, "lineno", 0), getattr(node, "col_offset", 0)
    return _on_line(start, (start[0] + 1, 0), start[0], source)


@lru_cache(maxsize=16)
def _lines(source: str) -> Sequence[str]:
    """Return the lines of a program without comments; lines with only a comment keep it."""
    lines = io.StringIO(source, newline=None).readlines()
    try:
        for token in tokenize.generate_tokens(io.StringIO(source, newline=None).readline):
            if token.type == tokenize.COMMENT:
                row, column = token.start
                lines[row - 1] = lines[row - 1][:column].rstrip() or lines[row - 1]
    except (tokenize.TokenError, SyntaxError):
        pass
    return lines


@lru_cache(maxsize=16)
def _expressions(source: str) -> Mapping[str, Sequence[Inner]]:
    nodes = [node for node, _ in scopes_of(source)]
    return {name: [one for one in nodes if isinstance(one, of)] for name, of in _KINDS.items()}


def _may_have(node: Inner, names: set[str]) -> bool:
    """Whether a frame of the expression may have these names of its own."""
    if isinstance(node, ast.Lambda):
        return {one.arg for one in parameters_of(node)} == names
    bound = [inner for loop in node.generators for inner in ast.walk(loop.target)]
    return names <= {one.id for one in bound if isinstance(one, ast.Name)}


def value_of(node: Comprehension) -> tuple[ast.expr, ast.expr]:
    """Return the first and the last part of the expression for each item."""
    return (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt, node.elt)


def _inside(node: Inner) -> tuple[_Place, _Place]:
    if isinstance(node, ast.Lambda):
        return _start(node.body), _end(node.body)
    (first, left), (last, right) = _start(node), _end(node)
    return (first, left + 1), (last, right - 1)


def _start(node: ast.expr) -> _Place:
    return node.lineno, node.col_offset


def _end(node: ast.expr) -> _Place:
    return node.end_lineno or node.lineno, node.end_col_offset or 0


def _on_line(start: _Place, end: _Place, line: int, source: str) -> str:
    """Return the text between two places, as far as it is on a line."""
    lines = _lines(source)
    if not start[0] <= line <= end[0] or line > len(lines):
        return ""
    text = lines[line - 1].encode()
    right = end[1] if line == end[0] else len(text)
    left = start[1] if line == start[0] else 0
    return text[left:right].decode(errors="replace").strip()
