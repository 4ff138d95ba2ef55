"""Makes functions of an expression that the recording alone can answer.

Only these functions run at each step.
"""

import ast
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from visualizer.explain.conditions.calls import (
    FUNCTIONS,
    METHODS,
    MOST_ARGUMENTS,
    builtin_type,
    call,
    call_method,
    is_instance,
)
from visualizer.explain.conditions.computing import Comparison, comparison, computed
from visualizer.explain.conditions.reaching import attribute, bound, item, sliced
from visualizer.explain.conditions.seen import OfState, Seen
from visualizer.explain.recorded_values import (
    Undecidable,
    Whole,
    doubt,
    truth_of,
    unavailable,
    value_of,
)
from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import State, Thing, Unavailable, is_special

type Ask = Callable[[Seen], object]
type _Both = tuple[object, object]

_NOWHERE = OfState(State(), {})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an expression with its text.

    ``value`` returns a plain value or a ``Thing``; ``reach`` always returns the target of a name,
    attribute or item as a ``Thing``. Both raise ``Undecidable``. A ``fixed`` part is the same at
    every step.
    """

    text: str
    value: Ask
    reach: Ask
    fixed: bool = False


class ConditionFault(Exception):
    """A condition that cannot be evaluated; ``message`` has the reason and a remedy."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message.key)
        self.message = message


class Compiler:
    """Compiles the parts of an expression that is written as ``text``."""

    def __init__(self, text: str) -> None:
        self._text = text

    def part(self, node: ast.expr) -> Part:
        """Compile a part; raises ``ConditionFault``."""
        text = self._written(node)
        match node:
            case ast.Constant(value=value):
                return _fixed(text, value)
            case ast.Name(id=name):
                return _name(text, name)
            case ast.Attribute(value=of, attr=name):
                return _attribute(text, self.part(of), name)
            case ast.Subscript(value=of, slice=ast.Slice() as cut):
                return self._slice(text, self.part(of), cut)
            case ast.Subscript(value=of, slice=place):
                return _item(text, self.part(of), self.part(place))
            case ast.BoolOp(op=op, values=parts):
                return _one_of(text, [*map(self.part, parts)], until=isinstance(op, ast.Or))
            case ast.IfExp(test=test, body=body, orelse=other):
                return _choice(text, *map(self.part, (test, body, other)))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return _negation(text, self.part(operand))
            case ast.UnaryOp(op=op, operand=operand):
                return _computation(text, op, self.part(operand))
            case ast.BinOp(left=left, op=op, right=right) if not isinstance(op, ast.MatMult):
                return _computation(text, op, self.part(left), self.part(right))
            case ast.Compare(left=left, ops=ops, comparators=others):
                return _comparisons(text, ops, [*map(self.part, (left, *others))])
            case ast.Call():
                return self._call(text, node)
        return self._display(text, node)

    def _written(self, node: ast.expr) -> str:
        return ast.get_source_segment(self._text, node) or self._text

    def _call(self, text: str, node: ast.Call) -> Part:
        arguments = node.args
        match node:
            case ast.Call(func=ast.Name(id="isinstance"), args=[value, kinds], keywords=[]):
                return _isinstance(text, self.part(value), self._kinds(kinds))
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]):
                if name in FUNCTIONS:
                    return _call(text, name, self.part(argument))
            case ast.Call(func=ast.Attribute(value=of, attr=name), keywords=[]):
                if name in METHODS and len(arguments) <= MOST_ARGUMENTS:
                    return _method(text, self.part(of), name, [*map(self.part, arguments)])
        raise ConditionFault(sentence("condition.fault.call", name=self._written(node.func)))

    def _kinds(self, node: ast.expr) -> list[Ask]:
        """Return functions that find the types in the second argument of ``isinstance``."""
        if isinstance(node, ast.Tuple):
            return [ask for one in node.elts for ask in self._kinds(one)]
        part = self.part(node)
        if isinstance(node, ast.Name) and (builtin := builtin_type(node.id)) is not None:
            name = node.id
            return [lambda seen: builtin if bound(seen, name) is None else part.reach(seen)]
        return [part.reach]

    def _slice(self, text: str, of: Part, cut: ast.Slice) -> Part:
        ends = [end and self.part(end).value for end in (cut.lower, cut.upper, cut.step)]

        def ask(seen: Seen) -> object:
            value = of.value(seen)
            return sliced(seen, value, slice(*(end and end(seen) for end in ends)), text, of.text)

        return Part(text, ask, ask)

    def _display(self, text: str, node: ast.expr) -> Part:
        """Compile a list, tuple, set or dict display."""
        make: Callable[[list[object]], object]
        match node:
            case ast.List(elts=items):
                make = list
            case ast.Tuple(elts=items):
                make = tuple
            case ast.Set(elts=items):
                make = set
            case ast.Dict(keys=keys, values=values) if None not in keys:
                pairs = zip(filter(None, keys), values, strict=True)
                items = [one for pair in pairs for one in pair]
                make = _dict
            case ast.NamedExpr():
                raise ConditionFault(sentence("condition.fault.assigns"))
            case _:
                raise ConditionFault(sentence("condition.fault.kind", text=text))
        asks = [self.part(one).value for one in items]

        def ask(seen: Seen) -> object:
            whole_of = Whole(seen, text).of
            try:
                return make([whole_of(one(seen)) for one in asks])
            except TypeError:
                raise doubt("condition.raises", text, error="TypeError") from None

        return Part(text, ask, ask)


def _dict(keys_and_values: list[object]) -> object:
    return dict(zip(keys_and_values[::2], keys_and_values[1::2], strict=True))


def _fixed(text: str, value: object) -> Part:
    return Part(text, lambda seen: value, lambda seen: value, fixed=True)


# ---- references to an object ----


def _name(text: str, name: str) -> Part:
    def find(seen: Seen) -> int:
        serial = bound(seen, name)
        if serial is None:
            # The recording leaves out names that Python sets in a module, such as `__name__`.
            raise doubt("condition.not_recorded" if is_special(name) else "condition.no_name", name)
        return serial

    return _place(text, find)


def _attribute(text: str, of: Part, name: str) -> Part:
    return _place(text, lambda seen: attribute(seen, of.value(seen), name, text, of.text))


def _place(text: str, find: Callable[[Seen], int]) -> Part:
    def value(seen: Seen) -> object:
        found = seen.plain(find(seen))
        if isinstance(found, Unavailable):
            raise unavailable(found, text)
        return found

    return Part(text, value, lambda seen: Thing(find(seen)))


def _item(text: str, of: Part, at: Part) -> Part:
    return _reaching(text, lambda seen: item(seen, of.value(seen), at.value(seen), text, of.text))


def _reaching(text: str, reach: Ask) -> Part:
    def value(seen: Seen) -> object:
        return _made(reach(seen), seen, text)

    return Part(text, value, reach)


def _made(found: object, seen: Seen, text: str) -> object:
    """Return the value of a reached object."""
    return value_of(found.serial, seen, text) if isinstance(found, Thing) else found


# ---- choices ----


def _one_of(text: str, parts: list[Part], *, until: bool) -> Part:
    *tests, last = parts

    def reach(seen: Seen) -> object:
        for part in tests:
            found = part.reach(seen)
            if truth_of(_made(found, seen, part.text), seen, part.text) is until:
                return found
        return last.reach(seen)

    def value(seen: Seen) -> object:
        for part in tests:
            found = part.value(seen)
            if truth_of(found, seen, part.text) is until:
                return found
        return last.value(seen)

    return Part(text, value, reach)


def _choice(text: str, test: Part, body: Part, other: Part) -> Part:
    def reach(seen: Seen) -> object:
        chosen = body if truth_of(test.value(seen), seen, test.text) else other
        return chosen.reach(seen)

    return _reaching(text, reach)


def _negation(text: str, part: Part) -> Part:
    def ask(seen: Seen) -> bool:
        return not truth_of(part.value(seen), seen, part.text)

    return Part(text, ask, ask)


# ---- computations and comparisons ----


def _computation(text: str, op: ast.AST, *parts: Part) -> Part:
    def ask(seen: Seen) -> object:
        return computed(op, tuple([part.value(seen) for part in parts]), seen, text)

    if all(part.fixed for part in parts):
        with suppress(Undecidable):
            return _fixed(text, ask(_NOWHERE))
    return Part(text, ask, ask)


def _comparisons(text: str, ops: list[ast.cmpop], parts: list[Part]) -> Part:
    if any(isinstance(op, ast.Is | ast.IsNot) for op in ops):
        look, between = _both, _comparison_of_both
    else:
        look, between = _value, comparison
    first = look(parts[0])
    rest = [(between(op, text), look(part)) for op, part in zip(ops, parts[1:], strict=True)]
    if len(rest) == 1:
        ((compare, other),) = rest

        def ask_one(seen: Seen) -> bool:
            return compare(seen, first(seen), other(seen))

        return Part(text, ask_one, ask_one)

    def ask(seen: Seen) -> bool:
        left = first(seen)
        for compare, other in rest:
            right = other(seen)
            if not compare(seen, left, right):
                return False
            left = right
        return True

    return Part(text, ask, ask)


def _value(part: Part) -> Ask:
    return part.value


def _both(part: Part) -> Ask:
    """Return a function that gives a part as it was reached, and its value."""

    def ask(seen: Seen) -> tuple[object, object]:
        found = part.reach(seen)
        return found, _made(found, seen, part.text)

    return ask


def _comparison_of_both(op: ast.cmpop, text: str) -> Comparison:
    if isinstance(op, ast.Is | ast.IsNot):
        is_same = isinstance(op, ast.Is)
        return lambda seen, left, right: _are_same(left, right, text) is is_same
    compare = comparison(op, text)
    return lambda seen, left, right: compare(seen, cast(_Both, left)[1], cast(_Both, right)[1])


def _are_same(left: object, right: object, text: str) -> bool:
    """Whether two values are one object, which is known for recorded objects and singletons."""
    one, other = cast(_Both, left), cast(_Both, right)
    for _, value in (one, other):
        if value is None or value is True or value is False or value is ...:
            return one[1] is other[1]
    if isinstance(one[0], Thing) and isinstance(other[0], Thing):
        return one[0] == other[0]
    raise doubt("condition.not_recorded", text)


def _call(text: str, function: str, argument: Part) -> Part:
    def ask(seen: Seen) -> object:
        value = argument.value(seen)
        _refuse_own(function, seen, text)
        return call(function, value, seen, text)

    return Part(text, ask, ask)


def _method(text: str, of: Part, name: str, arguments: list[Part]) -> Part:
    def ask(seen: Seen) -> object:
        given = tuple(one.value(seen) for one in arguments)
        return call_method(of.value(seen), name, given, seen, text)

    return _reaching(text, ask)


def _isinstance(text: str, value: Part, kinds: list[Ask]) -> Part:
    def ask(seen: Seen) -> bool:
        _refuse_own("isinstance", seen, text)
        return is_instance(value.value(seen), (kind(seen) for kind in kinds), seen, text)

    return Part(text, ask, ask)


def _refuse_own(function: str, seen: Seen, text: str) -> None:
    """Raise ``Undecidable`` if the program has a function of its own by that name."""
    if bound(seen, function) is not None:
        raise doubt("condition.runs_code", text)
