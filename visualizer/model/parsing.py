"""Parses a recorded program's source, also where its grammar is newer than this interpreter's."""

import ast
import codecs
import io
import re
import tokenize
from collections.abc import Iterator
from functools import lru_cache

_MOST = 500
"""The most places with newer grammar that are rewritten."""
_DEEPEST = 100
"""The depth of nested expressions from which on their parts are unknown."""
_LAZY = re.compile(r"\blazy[ \t]+$")
_TEMPLATE = re.compile(r"(?<!\w)(?:[tT][rR]?|[rR][tT])(?=['\"])")
_BINDS = ast.Assign | ast.AnnAssign
_AS_F_STRING = str.maketrans("tT", "fF")


def source_encoding(data: bytes) -> str:
    """Return the encoding that the first lines of a source declare (PEP 263), UTF-8 without one.

    ``tokenize`` refuses a line with other letters even where it declares their encoding. Raises
    ``SyntaxError`` for an encoding that Python does not know.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    lines = b"\n".join(data.split(b"\n", 2)[:2]).decode("utf-8-sig", "replace")
    head = mark + lines.encode("ascii", "replace")
    return tokenize.detect_encoding(io.BytesIO(head).readline)[0]


def parse_program(source: str) -> ast.Module:
    """Return the syntax tree of a program; its positions are those of the source.

    It reads newer grammar as the nearest form that every version knows: a template string (PEP 750)
    as an f-string, exceptions without parentheses (PEP 758) as alternatives, an unpacked item of a
    comprehension (PEP 798) as the item, and a lazy import (PEP 810) as an import. Raises the errors
    of ``ast.parse``.
    """
    text, first = source, None
    for _ in range(_MOST):
        try:
            return ast.parse(text)
        except SyntaxError as error:
            first = first or error
            older = _in_older_grammar(text, error)
            if older is None:
                break
            text = older
    assert first is not None
    raise first


def program_tree(source: str) -> ast.Module:
    """Return a program's syntax tree; one without statements if it is not valid Python.

    Expressions nested deeper than any that a person writes are unknown names, so that recursion
    over the tree ends: a sum of 1,000 terms is nested 1,000 times.
    """
    try:
        tree = parse_program(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])
    waiting: list[tuple[ast.AST, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth >= _DEEPEST:
            _cut(node)
        for part in ast.iter_child_nodes(node):
            waiting.append((part, 0 if isinstance(part, ast.stmt) else depth + 1))
    return tree


def _cut(node: ast.AST) -> None:
    """Replace the expressions in a node by unknown names."""

    def shortened(part: object) -> object:
        if isinstance(part, list):
            return [shortened(one) for one in part]
        if isinstance(part, ast.expr):
            return ast.copy_location(ast.Name("…", ast.Load()), part)
        return part

    for name, part in ast.iter_fields(node):
        setattr(node, name, shortened(part))


@lru_cache(maxsize=64)
def attribute_names(source: str) -> frozenset[str]:
    """Return the names of attributes that a text may use: all its words if it is no Python.

    They are the names after a dot, of keyword arguments and patterns, in the body of a class, and
    in strings (``"--max-size"`` becomes ``args.max_size``).
    """
    try:
        return frozenset(_attribute_names(parse_program(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset(re.findall(r"\w+", source))


def _attribute_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                yield name
            case ast.Constant(value=str(text)):
                yield text.lstrip("-").replace("-", "_")
            case ast.MatchClass(kwd_attrs=names):
                yield from names
            case ast.ClassDef(body=body):
                for inner in body:
                    for bound in ast.walk(inner) if isinstance(inner, _BINDS) else ():
                        if isinstance(bound, ast.Name):
                            yield bound.id


def _in_older_grammar(text: str, error: SyntaxError) -> str | None:
    """Return the text rewritten at an error; None if the error is not newer grammar.

    In brackets, the error may span two strings; the prefix of the second is at its end.
    """
    lines = re.split(r"\r\n?|\n", text)
    places = (error.lineno, error.offset), (error.end_lineno, error.end_offset)
    for number, offset in places:
        if number and offset and number <= len(lines):
            line = lines[number - 1]
            changed = _read_as_older(line[: offset - 1], line[offset - 1 :], error)
            if changed is not None:
                lines[number - 1] = changed
                return "\n".join(lines)
    return None


def _read_as_older(before: str, behind: str, error: SyntaxError) -> str | None:
    """Do the same for a line, split at the error; the line keeps its length."""
    if "unpacking cannot be used in" in error.msg:
        stars = len(behind) - len(behind.lstrip("*"))
        return before + " " * stars + behind[stars:] if stars else None
    if error.msg.startswith("multiple exception types"):
        types, colon, body = behind.partition(":")
        return before + types.replace(",", "|") + colon + body if "," in types else None
    word = re.match(r"import\b|from\b", behind)
    if word and (lazy := _LAZY.search(before)):
        return before[: lazy.start()] + word[0] + " " * len(lazy[0]) + behind[word.end() :]
    for prefix in _TEMPLATE.finditer(before + behind):
        # The error is at the string, or at the prefix of one that continues another.
        if len(before) in prefix.span():
            rest = prefix.string[prefix.end() :]
            return prefix.string[: prefix.start()] + prefix[0].translate(_AS_F_STRING) + rest
    return None
