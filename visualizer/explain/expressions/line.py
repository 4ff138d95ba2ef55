"""A line while it is evaluated: its text, where what has a value already is shown by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from visualizer.explain.expressions.composing import Expression
from visualizer.explain.expressions.tree import ExpressionTree, tree_of
from visualizer.model.evaluation import Span

_LONGEST = 60
"""Characters of a value inside the line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the line; ``value`` is the expression that it stands for, None for source."""

    text: str
    value: Expression | None = None


@dataclass(frozen=True, slots=True)
class EvaluatedLine:
    """``current`` was evaluated last, ``pieces`` are the line as it stands then.

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
        # A value is used by what is evaluated around it, and replaced in the next round of a loop.
        stack = [other for other in stack if not _is_used(other, one)]
        stack.append(one)
    whole = tree.statement_at(current.value.span)
    shown = sorted(
        (one for one in stack if _is_within(one.span, whole)), key=lambda one: one.span[:2]
    )
    pieces: list[Piece] = []
    at = whole[:2]
    for one in shown:
        pieces += (Piece(_flat(tree, (*at, *one.span[:2]))), Piece(_value(one), one))
        at = one.span[2:]
    pieces.append(Piece(_flat(tree, (*at, *whole[2:]))))
    return EvaluatedLine(current, tuple(one for one in pieces if one.text), tuple(stack))


def _is_used(before: Expression, one: Expression) -> bool:
    is_same_chain = before.is_part and before.value.span == one.value.span
    return is_same_chain or _is_within(before.span, one.span)


def _is_within(inner: Span, outer: Span) -> bool:
    return inner[:2] >= outer[:2] and inner[2:] <= outer[2:]


def _flat(tree: ExpressionTree, span: Span) -> str:
    """Return a piece of source on one line."""
    first, *rest = tree.text(span).split("\n")
    return " ".join((first.rstrip() if rest else first, *(one.strip() for one in rest)))


def _value(one: Expression) -> str:
    text = one.value.text
    if one.value.kind == "formatted" and text[:1] in "'\"":
        # Inside of the quotes of its f-string.
        text = text[1:-1]
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
