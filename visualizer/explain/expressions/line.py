"""A line during its evaluation: its text, with values in place of evaluated expressions."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from visualizer.explain.expressions.composing import Expression
from visualizer.explain.expressions.tree import ExpressionTree, tree_of
from visualizer.explain.naming import cut
from visualizer.model.evaluation import Span

_LONGEST = 60
"""The maximum number of characters of a value inside the line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the line; ``value`` is the expression that it replaces, None for source text."""

    text: str
    value: Expression | None = None


@dataclass(frozen=True, slots=True)
class EvaluatedLine:
    """``current`` was evaluated last, ``pieces`` are the line right after that.

    ``stack`` are the values that no expression around them has used yet, the newest last.
    """

    current: Expression
    pieces: tuple[Piece, ...]
    stack: tuple[Expression, ...]


def evaluated_line(done: Sequence[Expression], source: str) -> EvaluatedLine | None:
    """Return the line after these expressions of one frame; None before the first."""
    if not done:
        return None
    tree, current = tree_of(source), done[-1]
    stack: list[Expression] = []
    for one in done:
        # An expression around a value uses it; the next pass of a loop replaces it.
        kept = _compared_next(tree, one)
        stack = [
            other
            for other in stack
            if not _is_used(other, one) or (kept is not None and _is_within(other.span, kept))
        ]
        stack.append(one)
    whole = tree.statement_at(current.value.span)
    shown = [(_place(tree, one), one) for one in stack if _is_within(one.span, whole)]
    pieces: list[Piece] = []
    at = whole[:2]
    for place, one in sorted(shown, key=lambda pair: pair[0]):
        pieces += (Piece(_flat(tree, (*at, *place[:2]))), *_pieces(tree, one, place))
        at = place[2:]
    pieces.append(Piece(_flat(tree, (*at, *whole[2:]))))
    return EvaluatedLine(current, tuple(one for one in pieces if one.text), tuple(stack))


def _compared_next(tree: ExpressionTree, one: Expression) -> Span | None:
    """Return the operand of a chain that is on the stack for the comparison after this one."""
    if not one.is_part:
        return None
    chains = (node for node in tree.at(one.value.span) if isinstance(node, ast.Compare))
    operands = [operand for chain in chains for operand in tree.compared(chain)[1:-1]]
    return next((span for span in operands if span[2:] == one.span[2:]), None)


def _place(tree: ExpressionTree, one: Expression) -> Span:
    """Return the span that a value replaces: in a chain, up to the next compared operand."""
    following = _compared_next(tree, one)
    start = one.value.span if one.is_part else one.span
    return *start[:2], *(one.span[2:] if following is None else following[:2])


def _pieces(tree: ExpressionTree, one: Expression, place: Span) -> Iterator[Piece]:
    """Yield a value as the language reference explains it: ``a < b < c`` is ``a < b and b < c``."""
    text = _value(tree, one)
    if isinstance(next(iter(tree.at(one.span)), None), ast.GeneratorExp) and tree.is_joined(place):
        # The span includes the parentheses of the call.
        text = f"({text})"
    yield Piece(text, one)
    if _compared_next(tree, one) is not None:
        yield Piece(" and ")


def _is_used(before: Expression, one: Expression) -> bool:
    is_same_chain = before.is_part and before.value.span == one.value.span
    return is_same_chain or _is_within(before.span, one.span)


def _is_within(inner: Span, outer: Span) -> bool:
    return inner[:2] >= outer[:2] and inner[2:] <= outer[2:]


def _flat(tree: ExpressionTree, span: Span) -> str:
    """Return a piece of source on one line."""
    first, *rest = tree.text(span).split("\n")
    return " ".join((first.rstrip() if rest else first, *(one.strip() for one in rest)))


def _value(tree: ExpressionTree, one: Expression) -> str:
    text = one.value.text
    if one.text.startswith("{") and one.value.kind == "formatted" and text[:1] in "'\"":
        # The value is inside the quotes of its f-string, which already has the text before an
        # ``=``.
        text = tree.before_value(one.span) + text[1:-1]
    return cut(text, _LONGEST)
