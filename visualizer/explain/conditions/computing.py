"""Computes and compares as Python does, within bounds, without code of the program."""

import ast
import operator
from collections.abc import Callable
from typing import Any

from visualizer.explain.recorded_values import MOST_ITEMS, Whole, doubt, refuse_own_looks
from visualizer.model import Thing
from visualizer.model.asking import Objects

_MOST_BITS, _MOST_LENGTH = 20_000, 100_000
"""The maximum size of a computed number or text: a condition is evaluated at every step."""

_COMPARED: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_COMPUTED: dict[type[ast.AST], Callable[..., object]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.LShift: operator.lshift,
    ast.RShift: operator.rshift,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Invert: operator.invert,
}

_CONTAINERS = (str, bytes, range, list, tuple, set, frozenset, dict)
"""Making a union of these types at each comparison would take longer than the comparison."""

type Comparison = Callable[[Objects, object, object], bool]


def comparison(op: ast.cmpop, text: str) -> Comparison:
    """Return a function that compares two values; not for ``is``, which needs the objects."""
    if isinstance(op, ast.In | ast.NotIn):
        is_in = isinstance(op, ast.In)
        return lambda seen, left, right: _holds_item(seen, left, right, text) is is_in
    compare, is_ordered = _COMPARED[type(op)], not isinstance(op, ast.Eq | ast.NotEq)

    def compared(seen: Objects, left: object, right: object) -> bool:
        if isinstance(left, Thing) or isinstance(right, Thing):
            left, right = whole(left, seen, text), whole(right, seen, text)
            if is_ordered and (isinstance(left, Thing) or isinstance(right, Thing)):
                raise doubt("condition.runs_code", text)
        try:
            return compare(left, right)
        except TypeError:
            raise doubt("condition.raises", text, error="TypeError") from None

    return compared


def whole(value: object, seen: Objects, text: str) -> object:
    """Return a value with all its contents."""
    if not isinstance(value, Thing):
        return value
    try:
        return Whole(seen, text).of(value)
    except TypeError:
        raise doubt("condition.raises", text, error="TypeError") from None


def _holds_item(seen: Objects, item: object, container: object, text: str) -> bool:
    item = whole(item, seen, text)
    try:
        if isinstance(container, Thing):
            # A dict compares only its keys: its values need not be known.
            found, things, fault = seen.entry(container.serial, item, MOST_ITEMS)
            if fault is None:
                hash(item)
                refuse_own_looks(things, seen, text)
                return found is not None
        inside = whole(container, seen, text)
        if not isinstance(inside, _CONTAINERS):
            raise doubt("condition.runs_code", text)
        return item in inside
    except TypeError:
        raise doubt("condition.raises", text, error="TypeError") from None


def computed(op: ast.AST, values: tuple[object, ...], seen: Objects, text: str) -> object:
    """Return the result of an operator on one or two values."""
    if any(isinstance(value, Thing) for value in values):
        make = Whole(seen, text).of
        values = tuple(make(value) for value in values)
        if any(isinstance(value, Thing) for value in values):
            raise doubt("condition.runs_code", text)
    _bound_size(op, values, text)
    try:
        return _COMPUTED[type(op)](*values)
    except (ArithmeticError, TypeError, ValueError) as error:
        raise doubt("condition.raises", text, error=type(error).__name__) from None


def taken(of: object, at: object, text: str) -> object:
    """Return an item or a slice of a value."""
    try:
        return of[at]  # type: ignore[index]
    except (IndexError, KeyError):
        raise doubt("condition.no_item", text) from None
    except (TypeError, ValueError):
        raise doubt("condition.raises", text, error="TypeError") from None


def _bound_size(op: ast.AST, values: tuple[object, ...], text: str) -> None:
    """Refuse a result that would be too large to compute at every step."""
    first, second = values[0], values[-1]
    bits = first.bit_length() if isinstance(first, int) else 64
    by = second if isinstance(second, int) else 0
    if isinstance(op, ast.Pow):
        too_large = bits * abs(by) > _MOST_BITS
    elif isinstance(op, ast.LShift):
        too_large = bits + by > _MOST_BITS
    elif isinstance(op, ast.Mod) and isinstance(first, str | bytes):
        # A format can ask for any width.
        too_large = True
    else:
        too_large = isinstance(op, ast.Mult | ast.Add) and _is_too_large(op, first, second)
    if too_large:
        raise doubt("condition.too_long", text)


def _is_too_large(op: ast.AST, first: object, second: object) -> bool:
    """Whether a sum or a product is too large."""
    if isinstance(first, int) and isinstance(second, int):
        return first.bit_length() + second.bit_length() > _MOST_BITS
    lengths = [len(one) for one in (first, second) if isinstance(one, str | bytes | list | tuple)]
    if isinstance(op, ast.Add):
        return sum(lengths) > _MOST_LENGTH
    times = [one for one in (first, second) if isinstance(one, int)]
    return bool(lengths and times) and lengths[0] * max(0, times[0]) > _MOST_LENGTH
