"""The expressions of a program's text, by their position."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

from visualizer.model import program_tree
from visualizer.model.evaluation import Span

type Node = ast.expr | ast.AugAssign


class ExpressionTree:
    """The expressions of a text, with their parents; empty if the text is not valid Python."""

    def __init__(self, source: str) -> None:
        self._lines = source.splitlines(keepends=True)
        self._nodes: dict[Span, list[Node]] = {}
        self._parents: dict[ast.AST, ast.AST] = {}
        self._conditions: set[ast.AST] = set()
        self._entered: set[ast.AST] = set()
        tree = program_tree(source)
        self.is_valid = bool(tree.body)
        ignored: set[ast.AST] = set()
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                self._parents[child] = node
            if node in ignored:
                ignored.update(ast.iter_child_nodes(node))
                continue
            ignored.update(_never_shown(node))
            if isinstance(node, (ast.expr, ast.AugAssign)):
                self._nodes.setdefault(span_of(node), []).append(node)
            self._conditions.update(_conditions(node, node in self._conditions))
            self._entered.update(_entered(node))

    def at(self, span: Span) -> list[Node]:
        """Return the expressions at a position, the outermost first."""
        return self._nodes.get(span, [])

    def ending_at(self, span: Span) -> Node | None:
        """Return the shortest expression that contains a position and ends there.

        The compiler moves the start of a method's call to the line of the method's name.
        """
        around = [one for one in self._nodes if one[2:] == span[2:] and one[:2] <= span[:2]]
        return self._nodes[max(around)][0] if around else None

    def parent(self, node: ast.AST) -> ast.AST | None:
        """Return the node that directly contains a node."""
        return self._parents.get(node)

    def is_condition(self, node: ast.AST) -> bool:
        """Whether the interpreter only jumps on a node's result: then ``and`` makes no value."""
        return node in self._conditions

    def is_entered(self, node: ast.AST) -> bool:
        """Whether Python makes more calls at a node's position: a decorator, or in ``with``."""
        return node in self._entered

    def statement_at(self, span: Span) -> Span:
        """Return the position of the statement of an expression, without its body."""
        nodes: list[ast.AST] = [*self.at(span)]
        node = nodes[0] if nodes else None
        while node is not None and not isinstance(node, (ast.stmt, ast.match_case)):
            node = self.parent(node)
        if not isinstance(node, ast.stmt):
            return span
        if not hasattr(node, "body") and not hasattr(node, "cases"):
            return span_of(node)
        heads = [span_of(one) for one in _head(node)]
        within = [one for one in heads if one[:2] <= span[:2] and span[2:] <= one[2:]]
        if any(span_of(one) == span for one in getattr(node, "decorator_list", ())) or not within:
            return within[0] if within else span
        return *span_of(node)[:2], *max(one[2:] for one in heads)

    def compared(self, chain: ast.Compare) -> list[Span]:
        """Return the positions of a chain's operands, with the parentheses around each."""
        operands = [chain.left, *chain.comparators]
        found: list[Span] = []
        line, column = span_of(chain)[:2]
        for operand in operands:
            own = span_of(operand)
            gap = self.text((line, column, *own[:2]))
            line, column = own[2:]
            opening = gap.encode().find(b"(")
            # Between operands are only an operator, spaces and parentheses; skip gaps with line
            # breaks.
            if opening >= 0 and "\n" not in gap and own[0] == own[2]:
                rest = self._lines[line - 1].encode()[column:]
                closing = [n for n, byte in enumerate(rest) if byte == ord(")")]
                n = gap.count("(") - 1
                if n < len(closing):
                    start = own[1] - len(gap.encode()) + opening
                    column += closing[n] + 1
                    own = own[0], start, line, column
            found.append(own)
        return found

    def before_value(self, span: Span) -> str:
        """Return the text that an f-string writes before a value: ``n = `` of ``{n = }``."""
        for node in self.at(span):
            value = getattr(node, "value", None)
            if isinstance(value, ast.expr):
                end = span_of(value)[2:]
                sign = re.match(r"[\s)]*=\s*", self.text((*end, *span[2:])))
                return self.text((*span[:2], *end))[1:] + sign[0] if sign is not None else ""
        return ""

    def is_joined(self, span: Span) -> bool:
        """Whether a name or a bracket ends right before a position, so that a call begins there."""
        before = self.text((span[0], 0, span[0], span[1]))[-1:]
        return before.isalnum() or before in ("_", ")", "]")

    def text(self, span: Span) -> str:
        """Return a piece of the source."""
        line, column, end_line, end_column = span
        lines = [one.encode() for one in self._lines[line - 1 : end_line]]
        if not lines:
            return ""
        lines[-1] = lines[-1][:end_column]
        lines[0] = lines[0][column:]
        return b"".join(lines).decode("utf-8", "replace")

    def characters(self, span: Span) -> Span:
        """Return the position with columns in characters instead of bytes."""
        line, column, end_line, end_column = span
        return line, self._character(line, column), end_line, self._character(end_line, end_column)

    def _character(self, line: int, column: int) -> int:
        if not 1 <= line <= len(self._lines):
            return column
        return len(self._lines[line - 1].encode()[:column].decode("utf-8", "replace"))


@lru_cache(maxsize=16)
def tree_of(source: str) -> ExpressionTree:
    """Return the tree of a text."""
    return ExpressionTree(source)


def span_of(node: ast.stmt | ast.expr | ast.withitem) -> Span:
    """Return the position of a node."""
    if isinstance(node, ast.withitem):
        return span_of(node.context_expr)
    return (
        *(node.lineno, node.col_offset),
        *(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset),
    )


def _head(node: ast.stmt) -> list[ast.expr | ast.withitem]:
    """Return the expressions of a compound statement that are not in its body."""
    children = ast.iter_child_nodes(node)
    return [one for one in children if isinstance(one, (ast.expr, ast.withitem))]


def _conditions(node: ast.AST, is_condition: bool) -> Iterator[ast.AST]:
    """Yield the parts of a node on whose results the code only jumps (compiler_jump_if)."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.Assert(test=test):
            yield test
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield test
            if is_condition:
                yield from (body, orelse)
        case ast.comprehension(ifs=ifs):
            yield from ifs
        case ast.match_case(guard=ast.expr() as guard):
            yield guard
        case ast.UnaryOp(op=ast.Not(), operand=operand) if is_condition:
            yield operand
        case ast.BoolOp(values=values) if is_condition:
            yield from values
        case _:
            pass


def _never_shown(node: ast.AST) -> Iterator[ast.AST]:
    """Yield annotations, which versions evaluate at different times, and patterns."""
    for name in ("annotation", "returns", "type_params"):
        found = getattr(node, name, None)
        yield from found if isinstance(found, list) else [found] if found is not None else []
    if isinstance(node, ast.match_case):
        yield node.pattern


def _entered(node: ast.AST) -> Iterator[ast.AST]:
    yield from getattr(node, "decorator_list", ())
    if isinstance(node, ast.withitem):
        yield node.context_expr
