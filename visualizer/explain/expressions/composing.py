"""Turns the values that instructions make into the values of expressions.

Most expressions end with an instruction of their own, at their position. Others only pass a value
on: ``and``, ``or``, conditional expressions, an f-string of one part. They are complete with the
part that gives the value, and are listed after it. In a condition (``if``, ``while``, ``assert``,
the ``if`` of a comprehension) the interpreter makes no value of ``and``, ``or``, ``not``,
conditional expressions and chained comparisons: it jumps.

Names, constants and slices are not listed, nor is a method that is called at once: the interpreter
makes no object for it. Annotations and patterns are left out.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from visualizer.explain.expressions.tree import ExpressionTree, Node, span_of, tree_of
from visualizer.model.evaluation import Evaluated, Span

_ACCEPTED: Mapping[type, tuple[str, ...]] = {
    ast.BinOp: ("operated", "built"),
    ast.AugAssign: ("operated",),
    ast.UnaryOp: ("operated", "compared"),
    ast.Subscript: ("operated",),
    ast.Compare: ("compared", "chosen"),
    ast.BoolOp: ("chosen",),
    ast.Call: ("called",),
    ast.GeneratorExp: ("called",),
    ast.Attribute: ("attribute",),
    **dict.fromkeys((ast.ListComp, ast.SetComp, ast.DictComp), ("built", "called")),
    **dict.fromkeys((ast.List, ast.Tuple, ast.Set, ast.Dict), ("built",)),
    ast.JoinedStr: ("built",),
    ast.FormattedValue: ("formatted",),
    ast.Lambda: ("function",),
    **dict.fromkeys((ast.Await, ast.Yield, ast.YieldFrom), ("resumed",)),
    ast.NamedExpr: ("copied",),
    ast.Name: ("loaded",),
    ast.Constant: ("loaded",),
}
"""The kinds of instructions that complete each kind of expression."""
for _name, _kind in (("TemplateStr", "built"), ("Interpolation", "formatted")):  # from 3.14 on
    if hasattr(ast, _name):
        _ACCEPTED = {**_ACCEPTED, getattr(ast, _name): (_kind,)}


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of the source that has just been evaluated, and its value.

    ``span`` is its position, ``at`` that position with columns in characters. ``is_part`` is true
    for one comparison of a chain, which is not an expression of its own.
    """

    span: Span
    at: Span
    text: str
    value: Evaluated
    is_part: bool = False


def expressions(values: Iterable[Evaluated], sources: Mapping[str, str]) -> list[Expression]:
    """Return the expressions that are complete with these values, in order.

    Without a valid source, each newly made value is an expression.
    """
    found: list[Expression] = []
    before: set[tuple[int, Span]] = set()
    for value in values:
        source = sources.get(value.file)
        tree = None if source is None else tree_of(source)
        if tree is None or not tree.is_valid:
            if value.kind not in ("loaded", "copied"):
                found.append(Expression(value.span, value.span, "", value))
            continue
        # Some versions repeat a test at the target of a jump that has already decided it.
        if value.kind == "chosen" and (value.frame, value.span) in before:
            continue
        completed = [*_completed(tree, value)]
        before = {(value.frame, span) for span, _ in completed}
        for span, is_part in completed:
            at, text = tree.characters(span), tree.text(span)
            found.append(Expression(span, at, text, value, is_part))
    return found


def _completed(tree: ExpressionTree, value: Evaluated) -> Iterator[tuple[Span, bool]]:
    for node in tree.at(value.span):
        if (call := _inlined_call(tree, node, value)) is not None:
            yield span_of(call), False
            yield from _passed_on(tree, call, value)
            return
        if value.kind not in _ACCEPTED.get(type(node), ()) or not _is_evaluated(tree, node, value):
            continue
        if isinstance(node, ast.UnaryOp) and value.kind == "compared":
            yield span_of(_negated(node)), False
            return
        if isinstance(node, ast.Compare) and len(node.ops) > 1 and value.kind == "compared":
            place = value.ordinal % len(node.ops)
            if tree.is_condition(node) or place + 1 < len(node.ops):
                start, end = tree.compared(node)[place : place + 2]
                yield (*start[:2], *end[2:]), True
                return
        if value.kind != "loaded" and not _is_merged(tree, node):
            yield span_of(node), False
        yield from _passed_on(tree, node, value)
        return


def _is_evaluated(tree: ExpressionTree, node: Node, value: Evaluated) -> bool:
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return False
    if isinstance(node, ast.Attribute) and node is getattr(tree.parent(node), "func", None):
        return False
    return value.ordinal == 0 or value.kind != "called" or not tree.is_entered(node)


def _negated(node: ast.UnaryOp) -> Node:
    """Return the node that a comparison at the position of a ``not`` evaluates.

    The compiler merges ``not`` with ``in`` or ``is`` to one instruction; another comparison gets
    the position of the ``not``.
    """
    match node.operand:
        case ast.Compare(ops=[ast.In() | ast.NotIn() | ast.Is() | ast.IsNot()]):
            return node
        case operand:
            return operand


def _is_merged(tree: ExpressionTree, node: Node) -> bool:
    """Whether a node is not shown: a format, or an ``or`` in an ``or``, but not at its end."""
    outer = tree.parent(node)
    if isinstance(node, ast.BoolOp) and isinstance(outer, ast.BoolOp):
        return type(node.op) is type(outer.op) and node is not outer.values[-1]
    return node is getattr(outer, "format_spec", None)


def _inlined_call(tree: ExpressionTree, node: Node, value: Evaluated) -> ast.Call | None:
    """Return the call of ``any``, ``list`` and such whose loop the compiler has inlined.

    CPython inlines it from 3.14 on, for a generator expression; the result has the name's position.
    """
    call = tree.parent(node)
    if not isinstance(node, ast.Name) or not isinstance(call, ast.Call) or node is not call.func:
        return None
    is_result = value.kind == "built" or (value.kind == "loaded" and value.type == "bool")
    is_inlined = len(call.args) == 1 and isinstance(call.args[0], ast.GeneratorExp)
    return call if is_result and is_inlined else None


def _passed_on(tree: ExpressionTree, node: Node, value: Evaluated) -> Iterator[tuple[Span, bool]]:
    """Yield the expressions around a node that are complete with it."""
    inner: ast.AST = node
    # A test that has jumped completes more: an ``or`` inside an ``or`` ends both.
    operator = type(node.op) if isinstance(node, ast.BoolOp) and value.kind == "chosen" else None
    while (outer := tree.parent(inner)) is not None and not tree.is_condition(outer):
        match outer:
            case ast.IfExp(test=test) if inner is not test:
                operator = None
            case ast.BoolOp(values=values, op=op) if inner is values[-1] or type(op) is operator:
                pass
            case ast.JoinedStr(values=[_]):
                operator = None
            case _:
                return
        if not _is_merged(tree, outer):
            yield span_of(outer), False
        inner = outer
