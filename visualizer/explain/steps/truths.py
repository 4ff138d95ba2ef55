"""Gives the value of a condition that is no `bool`, and the values that a condition compares."""

import ast
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from copy import deepcopy
from itertools import chain

from visualizer.explain.expressions.tree import tree_of
from visualizer.explain.naming import ByPath, describe_at
from visualizer.explain.recorded_values import OfHeap, Undecidable, truth_of, value_of
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.inner_code import (
    expression_of,
    quoted_code,
    runs_expression,
    source_of,
)
from visualizer.explain.source.scopes import name_bound_by
from visualizer.explain.source.statements import names_in, parts_of_head, statements
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.watched.looks import WatchedExpression, WatchedValue, evaluate_watch
from visualizer.model import Mapping, Scalar, Sequence, apply, content_of

_MAX_OPERAND, _MAX_COMPARED = 40, 60
"""The maximum numbers of characters of a value in a comparison, and of the comparison."""

MANY_TIMES = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)
"""The expressions that evaluate their parts any number of times."""

_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def describe_truth(
    key: str, test: ast.expr, code: str, change: FrameChange, **more: str
) -> Sentence:
    """Return the sentence for a condition, with its value if that is known and not a `bool`.

    ``code`` is the condition as the sentence quotes it, ``more`` fills other gaps. A loop on one
    line tests it again after its body: the value before the line is another one then.
    """
    value, holds = described_value(test, change), key.endswith(("-true", "-holds"))
    if value in (None, "True", "False") or was_true(test, change) is (not holds):
        return sentence(key, code=code, **more)
    return sentence(f"{key}-value", code=code, value=value, **more)


def described_value(node: ast.expr, change: FrameChange) -> str | None:
    """Return an expression's value as sentences name it; None if that is not known."""
    found = value_before(node, change)
    if found.serial is None:
        return found.text
    was, now = change.before.heap, change.heap
    named = ByPath(was, now.path) if isinstance(now, ByPath) else was
    code = quoted_code(node, change.text)
    return describe_at(code, found.serial, named).removeprefix("bool ")


def describe_values(test: ast.expr, change: FrameChange, *, holds: bool) -> Iterator[Sentence]:
    """Yield a sentence with a comparison as its values were: `n > limit` was `5 > 3`.

    ``holds`` is the outcome. If its values say otherwise, the body of a loop on one line ran before
    it: nothing is known.
    """
    if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Is | ast.IsNot):
        yield from _equal_but_apart(test, change, is_same=holds is isinstance(test.ops[0], ast.Is))
        return
    valued = _valued(test, change)
    is_plain = valued is not None and not isinstance(test, ast.BoolOp) and _is_plain(valued)
    if valued is None or is_plain or was_true(test, change) is not holds:
        return
    if not _compares(valued):
        yield from _operand_that_decided(test, change)
        return
    shown = _code_of(valued)
    computed = _Computing(change).visit(valued)
    result = shown if _is_plain(computed) else _code_of(computed)
    if shown not in (result, _code_of(test)) and len(shown + result) <= _MAX_COMPARED:
        yield sentence("values-computed", code=shown, result=result)
    elif result != _code_of(test) and len(result) <= _MAX_COMPARED:
        yield sentence("values-compared", code=result)


def _operand_that_decided(test: ast.expr, change: FrameChange) -> Iterator[Sentence]:
    """Yield the operand whose value, a `bool`, decided an `and` or `or`."""
    if not isinstance(test, ast.BoolOp):
        return
    outcome = isinstance(test.op, ast.Or)
    for part in test.values:
        if was_true(part, change) is outcome:
            if described_value(part, change) == str(outcome):
                code = quoted_code(part, change.text)
                yield sentence("operand-decides", code=code, value=str(outcome))
            return


def _equal_but_apart(
    test: ast.Compare, change: FrameChange, *, is_same: bool
) -> Iterator[Sentence]:
    """Yield a sentence if `is` compares two objects that are equal."""
    operands = (test.left, *test.comparators)
    settled = [_settled(one, change)[0] for one in operands]
    if is_same or len(test.ops) > 1 or None in settled:
        return
    if _text_before(" == ".join(f"({one})" for one in settled), change).text == "True":
        one, other = (quoted_code(part, change.text) for part in operands)
        yield sentence("equal-but-apart", code=one, other=other)


def _code_of(node: ast.expr) -> str:
    """Return a condition's code; `ast.unparse` encloses each third operand of `and` and `or`."""
    match node:
        case _Enclosed(value=value):
            return f"({_code_of(value)})"
        case ast.BoolOp(op=op, values=parts):
            return (" and " if isinstance(op, ast.And) else " or ").join(map(_code_of, parts))
        case ast.UnaryOp(op=ast.Not(), operand=ast.BoolOp() as operand):
            return f"not ({_code_of(operand)})"
    return ast.unparse(node)


class _Enclosed(ast.expr):
    """An operand of `and` or `or` that stands in brackets."""

    _fields = ("value",)

    def __init__(self, value: ast.expr) -> None:
        super().__init__()
        self.value = value


def _is_enclosed(node: ast.expr, text: str) -> bool:
    lines = [one.encode() for one in text.split("\n")]
    before = lines[node.lineno - 1][: node.col_offset].rstrip()
    after = lines[(node.end_lineno or 0) - 1][node.end_col_offset :].lstrip()
    return before.endswith(b"(") and after.startswith(b")")


def _valued(node: ast.expr, change: FrameChange) -> ast.expr | None:
    """Return a condition with values in place of its operands; None if one is not known.

    It has no operands of `and` and `or` that Python did not evaluate, or that did not decide.
    """
    match node:
        case ast.Constant():
            return node
        case ast.Set(elts=items) if all(isinstance(one, ast.Constant) for one in items):
            # Its value would have the items in another order.
            return node if len(ast.unparse(node)) <= _MAX_OPERAND else None
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            one, other = _valued(left, change), _valued(right, change)
            is_of_values = not isinstance(op, ast.Is | ast.IsNot)
            return ast.Compare(one, [op], [other]) if one and other and is_of_values else None
        case ast.Compare():
            # Python stops at the first comparison that is false.
            return _decided(ast.And(), [*_comparisons(node, change.text)], change)
        case ast.BoolOp(op=op, values=parts):
            return _decided(op, parts, change)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = _valued(operand, change)
            return None if inner is None else ast.UnaryOp(ast.Not(), inner)
        case ast.BinOp(left=left, op=operator, right=right):
            one, other = _valued(left, change), _valued(right, change)
            if one and other:
                return ast.BinOp(one, operator, other)
    found_value = value_before(node, change)
    thing = change.before.heap.get(found_value.serial or 0)
    is_value = thing is None or isinstance(thing.content, Scalar | Sequence | Mapping)
    text = found_value.text
    return _read(text) if text and is_value and len(text) <= _MAX_OPERAND else None


def _read(value: str) -> ast.expr:
    """Return the text of a value as an expression: -2 needs brackets in `(-2) ** 2`."""
    with suppress(SyntaxError):
        return ast.parse(value, mode="eval").body
    return ast.Name(value)


class _Computing(ast.NodeTransformer):
    """Replaces operations of known values by their results."""

    def __init__(self, change: FrameChange) -> None:
        self._change = change

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Replace the operation if its result is known and short."""
        text = _text_before(ast.unparse(node), self._change, reads=False).text
        return _read(text) if text and len(text) <= _MAX_OPERAND else node


def _comparisons(chain: ast.Compare, text: str) -> Iterator[ast.expr]:
    """Yield the comparisons that a chain means: `a < b` and `b < c` for `a < b < c`."""
    operands, spans = [chain.left, *chain.comparators], tree_of(text).compared(chain)
    for n, op in enumerate(chain.ops):
        place = zip(_PLACE, (*spans[n][:2], *spans[n + 1][2:]), strict=True)
        yield ast.Compare(operands[n], [op], [operands[n + 1]], **dict(place))


def _decided(op: ast.boolop, parts: list[ast.expr], change: FrameChange) -> ast.expr | None:
    """Return the comparisons of `and` or `or`, and the operand that decided, with their values."""
    found = list[ast.expr]()
    for part in parts:
        valued, is_true = _valued(part, change), was_true(part, change)
        decides = is_true is isinstance(op, ast.Or)
        if is_true is None or (valued is None and decides):
            return None
        if valued is not None and (decides or part is parts[-1] or _compares(valued)):
            is_or = isinstance(valued, ast.BoolOp) and isinstance(valued.op, ast.Or)
            in_brackets = is_or and isinstance(op, ast.And)
            in_brackets |= isinstance(valued, ast.BoolOp) and _is_enclosed(part, change.text)
            found.append(_Enclosed(valued) if in_brackets else valued)
        if decides:
            break
    if len(found) > 1:
        return ast.BoolOp(op, found)
    return next((one.value if isinstance(one, _Enclosed) else one for one in found), None)


def _compares(node: ast.expr) -> bool:
    return any(isinstance(one, ast.Compare) for one in ast.walk(node))


def _is_plain(valued: ast.expr) -> bool:
    """Whether the condition itself shows the value: `n == 3`, if that is true."""
    match valued:
        case ast.Compare(left=left, ops=[ast.Eq() | ast.NotEq()], comparators=[other]):
            return isinstance(other, ast.Constant) and ast.unparse(left) == ast.unparse(other)
    return False


def was_true(test: ast.expr, change: FrameChange) -> bool | None:
    """Return whether a condition was true as its line began; None if the recording cannot tell."""
    if isinstance(test, ast.Compare) and len(test.ops) > 1:
        parts = _comparisons(test, change.text)
        if any(was_true(one, change) is False for one in parts):
            return False
    return {"True": False, "False": True}.get(value_before(test, change, "not ({})").text or "")


def truth_after(test: ast.expr, change: FrameChange) -> bool | None:
    """Return whether a condition is true after the step; None if the recording cannot tell."""
    return {"True": False, "False": True}.get(value_after(test, change, "not ({})").text or "")


def value_after(node: ast.expr, change: FrameChange, within: str = "{}") -> WatchedValue:
    """Return an expression's value after the step, ``within`` the expression around it."""
    state, text = change.before.copy(), source_of(node, change.text)
    apply(state, change.delta)
    return evaluate_watch(WatchedExpression(within.format(text)), state, change.sources)


def returned_true(test: ast.expr, body: ast.AST, change: FrameChange) -> bool | None:
    """Return whether the call that a condition consists of returned a true value.

    It is the last call in the line. None if that is not known, or if the body may have called it.
    """
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = returned_true(operand, body, change)
            return None if inner is None else not inner
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            pass
        case _:
            return None
    called, value = change.returned, change.previous.value
    inside = names_in(ast.walk(body))
    if called is None or called.function != name or value is None or name in inside:
        return None
    objects = OfHeap(change.before.heap)
    try:
        return truth_of(value_of(value, objects, name), objects, name)
    except Undecidable:
        return None


def value_before(node: ast.expr, change: FrameChange, within: str = "{}") -> WatchedValue:
    """Return an expression's value at the beginning of the line that ran, if no code ran for it.

    ``within`` is the expression around it, with a gap.
    """
    text, reads = _settled(node, change)
    if text is None:
        return WatchedValue()
    return _text_before(within.format(text), change, reads=reads)


def _settled(node: ast.expr, change: FrameChange) -> tuple[str | None, bool]:
    """Return the text of an expression, with the values of the names that the line binds before.

    Also return whether it reads names. The text is None if a call before may have changed what they
    refer to, or if the line binds one of them to an object.
    """
    heads, earlier_names = _heads(change), _bound_earlier(node, change)
    settling = _Settling(change, heads, earlier_names)
    settled = settling.visit(deepcopy(node))
    names = {one.id for one in ast.walk(settled) if isinstance(one, ast.Name)}
    if names & earlier_names:
        return None, True
    begin = node.lineno, node.col_offset
    before = chain.from_iterable(_calls_before(head, begin) for head in heads)
    earlier = chain(before, chain.from_iterable(map(ast.walk, settling.replaced)))
    if _reads_objects(names, change) and any(_may_change(one, change) for one in earlier):
        return None, True
    # Python may have read a name before it bound it.
    if not settling.names or names & settling.names:
        return source_of(node, change.text), True
    return ast.unparse(settled), bool(names)


def _heads(change: FrameChange) -> list[ast.AST]:
    """Return what the line runs, without blocks of statements."""
    was = change.was
    if was is None:
        return []
    if runs_expression(was):
        inner = expression_of(was, change.before.codes.get(was.code or 0), change.text)
        if isinstance(inner, ast.Lambda):
            return [inner.body]
    found = statements(change.text).get(was.line, ())
    return [head for one in found for head in parts_of_head(one.node)]


def _bound_earlier(node: ast.expr, change: FrameChange) -> set[str]:
    """Return the names that statements before an expression's own bind on the line that ran.

    The head of a loop is such a statement for a body on its line.
    """
    if change.was is None or runs_expression(change.was):
        return set()
    found = [one.node for one in statements(change.text).get(change.was.line, ())]
    starts = [one.pattern if isinstance(one, ast.match_case) else one for one in found]
    place = node.lineno, node.col_offset
    own = sum((one.lineno, one.col_offset) <= place for one in starts) - 1
    heads = chain.from_iterable(map(parts_of_head, found[:own]))
    names = chain(map(name_bound_by, found[:own]), chain.from_iterable(map(_stored, heads)))
    return {*filter(None, names)}


def _stored(node: ast.AST) -> Iterator[str]:
    """Return each name that an expression or a pattern binds, as often as it does."""
    return filter(None, map(name_bound_by, ast.walk(node)))


def _calls_before(node: ast.AST, place: tuple[int, int]) -> Iterator[ast.Call]:
    """Yield the calls that end before a place and that Python evaluates before it.

    Those of a comprehension around the place ran for earlier items; a conditional expression
    evaluates its condition first.
    """
    is_before = _ends_before(node, place)
    if isinstance(node, ast.Call) and is_before:
        yield node
    if not is_before and isinstance(node, MANY_TIMES):
        return
    parts = ast.iter_child_nodes(node)
    if isinstance(node, ast.IfExp) and not is_before and _ends_before(node.body, place):
        parts = iter((node.test, node.orelse))
    for part in parts:
        yield from _calls_before(part, place)


def _ends_before(node: ast.AST, place: tuple[int, int]) -> bool:
    if isinstance(node, ast.expr | ast.stmt):
        return (node.end_lineno or 0, node.end_col_offset or 0) <= place
    return False


def _reads_objects(names: Iterable[str], change: FrameChange) -> bool:
    """Whether one of the names refers to an object that may change, which a plain value cannot."""
    found = (change.bindings(name)[0] for name in names)
    heap = change.before.heap
    return any(not isinstance(content_of(one, heap), Scalar) for one in found if one is not None)


def _may_change(node: ast.AST, change: FrameChange) -> bool:
    """Whether a node is a call of the line with an unknown value: it may have changed objects."""
    if not isinstance(node, ast.Call) or node.lineno != getattr(change.was, "line", 0):
        return False
    return _text_before(source_of(node, change.text), change).text is None


class _Settling(ast.NodeTransformer):
    """Replaces `name := value`, and names bound ``earlier`` on the line, by their plain values.

    These are those after the line. A name that the line may bind again stays, and so does one in a
    comprehension.
    """

    def __init__(
        self, change: FrameChange, heads: Iterable[ast.AST], earlier: Collection[str]
    ) -> None:
        self._change, self._heads, self._earlier = change, heads, earlier
        self.names = set[str]()
        self.replaced = list[ast.expr]()

    def visit(self, node: ast.AST) -> ast.AST:
        """Visit what the line evaluates once."""
        return node if isinstance(node, MANY_TIMES) else super().visit(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        """Replace the expression if the value of its name is known."""
        settled = self._value(node.target.id, node)
        if settled is not node:
            self.replaced.append(node.value)
        return settled

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Replace a name that Python read after it had bound it."""
        at = node.lineno, node.col_offset
        bound = chain.from_iterable(map(_bound_once, self._heads))
        is_bound = node.id in self._earlier or any(
            one.target.id == node.id and (one.end_lineno, one.end_col_offset) <= at for one in bound
        )
        return self._value(node.id, node) if is_bound else node

    def _value(self, name: str, node: ast.expr) -> ast.expr:
        """Return the value of a name, or the expression ``node`` if that is not known."""
        serial = self._change.bindings(name)[1]
        value = OfHeap(self._change.heap).plain(serial or 0)
        is_known = value is None or isinstance(value, str | bytes | int | float | complex)
        if not is_known or self._count(name) > 1:
            return node
        self.names.add(name)
        return ast.parse(repr(value), mode="eval").body

    def _count(self, name: str) -> int:
        """Return how often the line binds a name."""
        return [*chain.from_iterable(map(_stored, self._heads))].count(name)


def _bound_once(node: ast.AST) -> Iterator[ast.NamedExpr]:
    """Yield each `name := value` in an expression that the expression evaluates at most once."""
    if isinstance(node, ast.NamedExpr):
        yield node
    if not isinstance(node, MANY_TIMES):
        for part in ast.iter_child_nodes(node):
            yield from _bound_once(part)


def _text_before(text: str, change: FrameChange, *, reads: bool = True) -> WatchedValue:
    if reads and not change.has_begun:
        return WatchedValue()
    return evaluate_watch(WatchedExpression(text), change.before, change.sources)
