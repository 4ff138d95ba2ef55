"""Evaluates an expression, such as a breakpoint's condition, from what was recorded.

No code of the program is run for it.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Protocol

from visualizer.explain.condition_text import Condition
from visualizer.explain.recorded_values import (
    MOST_ITEMS,
    CannotTell,
    Heap,
    Thing,
    Whole,
    length_of,
    lineage,
    truth_of,
    value_of,
)
from visualizer.explain.scopes import own_names
from visualizer.explain.sentence import sentence
from visualizer.model import (
    ClassBody,
    Code,
    ExceptionBody,
    Frame,
    FrameKind,
    HeapObject,
    Instance,
    Named,
    Scalar,
    Sequence,
)
from visualizer.model import Mapping as MappingContent

_MOST_BITS, _MOST_LENGTH = 20_000, 100_000
"""What a number or a text that is computed may come to: a condition is asked at every step."""

_COMPARED: dict[type[ast.cmpop], Callable[..., object]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_COMPUTED: dict[type[ast.operator | ast.unaryop], Callable[..., object]] = {
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
_CALLED: dict[str, Callable[..., object]] = {
    "min": min,
    "max": max,
    "sum": sum,
    "sorted": sorted,
    "abs": abs,
}
_SLOTS = ("member_descriptor", "getset_descriptor")


class Seen(Protocol):
    """What of a state a condition can ask for; a ``State`` has it, and more."""

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The stack of the step's own thread; the innermost call last, others need not be there."""

    @property
    def globals(self) -> Mapping[str, Named]:
        """The names of each traced file, the program's own first."""

    @property
    def codes(self) -> Mapping[int, Code]:
        """Code objects, by number."""

    @property
    def heap(self) -> Mapping[int, HeapObject]:
        """Objects, by serial."""


def holds(condition: Condition, state: Seen, sources: Mapping[str, str]) -> bool:
    """Whether it is true at a step, for its innermost call; raises ``CannotTell``."""
    asked = _Asked(condition, state, sources)
    return asked.truth(condition.tree)


def evaluated(condition: Condition, state: Seen, sources: Mapping[str, str]) -> object:
    """What an expression comes to at a step, for its innermost call; raises ``CannotTell``.

    An object that the recording has is a ``Thing``, also a number or a text; what was computed is
    a value, in which there may be things.
    """
    return _Asked(condition, state, sources).reached(condition.tree)


class _Asked:
    """One question at one step."""

    def __init__(self, condition: Condition, state: Seen, sources: Mapping[str, str]) -> None:
        self._condition, self._state, self._sources = condition, state, sources
        self._heap: Heap = state.heap

    def truth(self, node: ast.expr) -> bool:
        return truth_of(self.value(node), self._heap, self._written(node))

    def _written(self, node: ast.AST) -> str:
        return self._condition.written.get(node, self._condition.text)

    def value(self, node: ast.expr) -> object:
        match node:
            case ast.Constant(value=value):
                return value
            case ast.BoolOp() | ast.IfExp() | ast.Name() | ast.Attribute() | ast.Subscript():
                return self._made(self.reached(node), node)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not self.truth(operand)
            case ast.UnaryOp(op=op, operand=operand):
                return self._computed(node, op, self.value(operand))
            case ast.BinOp(left=left, op=op, right=right):
                return self._computed(node, op, self.value(left), self.value(right))
            case ast.Compare():
                return self._compared(node)
            case ast.Call(func=ast.Name(id=function), args=[argument]):
                return self._called(node, function, self.value(argument))
        return self._display(node)

    def reached(self, node: ast.expr) -> object:
        """The same, but what a name, an attribute or an item refers to as the ``Thing`` it is."""
        match node:
            case ast.Name(id=name):
                return Thing(self._bound(name))
            case ast.Attribute(value=of, attr=name):
                return Thing(self._attribute(node, self.value(of), name))
            case ast.Subscript(value=of, slice=place):
                return self._item(node, self.value(of), place)
            case ast.BoolOp(op=op, values=parts):
                return self._one_of(parts, until=isinstance(op, ast.Or))
            case ast.IfExp(test=test, body=body, orelse=other):
                return self.reached(body if self.truth(test) else other)
        return self.value(node)

    def _made(self, found: object, node: ast.expr) -> object:
        """A plain value of what is one."""
        if not isinstance(found, Thing):
            return found
        return value_of(found.serial, self._heap, self._written(node))

    def _display(self, node: ast.expr) -> object:
        """A list, a tuple, a set or a dict that is written down."""
        whole = Whole(self._heap, self._written(node)).of
        try:
            match node:
                case ast.List(elts=items):
                    return [whole(self.value(item)) for item in items]
                case ast.Tuple(elts=items):
                    return tuple(whole(self.value(item)) for item in items)
                case ast.Set(elts=items):
                    return {whole(self.value(item)) for item in items}
                case ast.Dict(keys=keys, values=values):
                    return {
                        whole(self.value(key)): whole(self.value(value))
                        for key, value in zip(keys, values, strict=True)
                        if key is not None
                    }
        except TypeError:
            raise self._raises(node, "TypeError") from None
        raise CannotTell(sentence("condition.not_recorded", text=self._written(node)))

    def _one_of(self, parts: list[ast.expr], *, until: bool) -> object:
        for part in parts[:-1]:
            found = self.reached(part)
            if truth_of(self._made(found, part), self._heap, self._written(part)) is until:
                return found
        return self.reached(parts[-1])

    # ---- names ----

    def _bound(self, name: str) -> int:
        frames = self._state.frames
        frame = frames[-1] if frames else None
        if frame is not None:
            found = dict(frame.locals).get(name)
            if found is not None:
                return found
            if name in self._own(frame):
                # A global of that name is not what Python would take here.
                raise CannotTell(sentence("condition.no_name", text=name))
        file = frame.file if frame is not None else next(iter(self._state.globals), "")
        found = dict(self._state.globals.get(file, ())).get(name)
        if found is None:
            raise CannotTell(sentence("condition.no_name", text=name))
        return found

    def _is_bound(self, name: str) -> bool:
        try:
            self._bound(name)
        except CannotTell:
            return False
        return True

    def _own(self, frame: Frame) -> frozenset[str]:
        code = self._state.codes.get(frame.code) if frame.code is not None else None
        if code is None or frame.kind in (FrameKind.MODULE, FrameKind.CLASS):
            return frozenset()
        name = code.name.rpartition(".")[2]
        return own_names(self._sources.get(frame.file, ""), name, code.line)

    # ---- what is computed ----

    def _called(self, node: ast.expr, function: str, value: object) -> object:
        runs = CannotTell(sentence("condition.runs_code", text=self._written(node)))
        if self._is_bound(function):
            # The program has one of its own by that name.
            raise runs
        if function == "len":
            return length_of(value, self._heap, self._written(node))
        whole = self._whole(node, value)
        if _has_things(whole):
            raise runs
        if isinstance(whole, range) and len(whole) > MOST_ITEMS:
            raise CannotTell(sentence("condition.too_long", text=self._written(node)))
        try:
            return _CALLED[function](whole)
        except (TypeError, ValueError, ArithmeticError) as error:
            raise self._raises(node, type(error).__name__) from None

    def _computed(self, node: ast.expr, op: ast.AST, *values: object) -> object:
        if any(isinstance(value, Thing) for value in values):
            whole = Whole(self._heap, self._written(node)).of
            values = tuple(whole(value) for value in values)
        if any(isinstance(value, Thing) for value in values):
            raise CannotTell(sentence("condition.runs_code", text=self._written(node)))
        self._bound_size(node, op, values)
        try:
            return _COMPUTED[type(op)](*values)  # type: ignore[index]
        except (ArithmeticError, TypeError, ValueError) as error:
            raise self._raises(node, type(error).__name__) from None

    def _bound_size(self, node: ast.expr, op: ast.AST, values: tuple[object, ...]) -> None:
        """Refuse what would become too large to be computed at every step."""
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
            too_large = isinstance(op, ast.Mult | ast.Add) and _size(op, first, second)
        if too_large:
            raise CannotTell(sentence("condition.too_long", text=self._written(node)))

    def _raises(self, node: ast.expr, error: str) -> CannotTell:
        return CannotTell(sentence("condition.raises", text=self._written(node), error=error))

    # ---- comparisons ----

    def _compared(self, node: ast.Compare) -> bool:
        left_node, left = node.left, self.reached(node.left)
        for op, right_node in zip(node.ops, node.comparators, strict=True):
            right = self.reached(right_node)
            first, second = self._made(left, left_node), self._made(right, right_node)
            if isinstance(op, ast.Is | ast.IsNot):
                answer = self._same(node, (left, first), (right, second)) is isinstance(op, ast.Is)
            else:
                answer = self._compare(node, op, first, second)
            if not answer:
                return False
            left_node, left = right_node, right
        return True

    def _compare(self, node: ast.Compare, op: ast.cmpop, left: object, right: object) -> bool:
        if isinstance(left, Thing) and left == right and not isinstance(op, ast.In | ast.NotIn):
            self._whole(node, left)
        if isinstance(op, ast.In | ast.NotIn):
            found = self._holds_item(node, left, right)
            return found is isinstance(op, ast.In)
        first, second = self._whole(node, left), self._whole(node, right)
        ordered = not isinstance(op, ast.Eq | ast.NotEq)
        if ordered and (isinstance(first, Thing) or isinstance(second, Thing)):
            raise CannotTell(sentence("condition.runs_code", text=self._written(node)))
        try:
            return bool(_COMPARED[type(op)](first, second))
        except TypeError:
            raise self._raises(node, "TypeError") from None

    def _whole(self, node: ast.expr, value: object) -> object:
        try:
            return Whole(self._heap, self._written(node)).of(value)
        except TypeError:
            raise self._raises(node, "TypeError") from None

    def _holds_item(self, node: ast.expr, item: object, container: object) -> bool:
        inside = self._whole(node, container)
        if not isinstance(inside, str | bytes | range | list | tuple | set | frozenset | dict):
            raise CannotTell(sentence("condition.runs_code", text=self._written(node)))
        try:
            return self._whole(node, item) in inside
        except TypeError:
            raise self._raises(node, "TypeError") from None

    def _same(
        self, node: ast.expr, one: tuple[object, object], other: tuple[object, object]
    ) -> bool:
        """Whether two are one object: known of what was recorded and of what there is one of.

        Each is given as it was reached and as the value that it is.
        """
        for _, value in (one, other):
            if value is None or value is True or value is False or value is ...:
                return one[1] is other[1]
        if isinstance(one[0], Thing) and isinstance(other[0], Thing):
            return one[0] == other[0]
        raise CannotTell(sentence("condition.not_recorded", text=self._written(node)))

    # ---- attributes and items ----

    def _attribute(self, node: ast.Attribute, of: object, name: str) -> int:
        self._refuse_none(of, node.value)
        if not isinstance(of, Thing):
            raise CannotTell(sentence("condition.not_recorded", text=self._written(node)))
        match self._heap[of.serial].content:
            case Instance(cls=cls, attributes=attributes):
                found = self._of_instance(node, cls, dict(attributes).get(name), name)
            case ClassBody():
                found = self._of_class(node, of.serial, name)
            case ExceptionBody(args=int(args)) if name == "args":
                found = args
            case ExceptionBody(attributes=attributes) if name in dict(attributes):
                found = dict(attributes)[name]
            case _:
                raise CannotTell(sentence("condition.not_recorded", text=self._written(node)))
        return found

    def _of_instance(self, node: ast.expr, cls: int, own: int | None, name: str) -> int:
        classes = lineage(cls, self._heap)
        runs = CannotTell(sentence("condition.runs_code", text=self._written(node)))
        if classes is None:
            # What a class of a library does with its attributes is not known.
            raise runs
        held = [dict(one.attributes) for one in classes]
        if any("__getattribute__" in one for one in held):
            raise runs
        inherited = next((one[name] for one in held if name in one), None)
        if inherited is not None and own is None:
            return self._plain(inherited, runs)
        if own is None:
            missing = sentence("condition.no_attribute", text=self._written(node))
            raise runs if any("__getattr__" in one for one in held) else CannotTell(missing)
        if inherited is not None and self._heap[inherited].type not in _SLOTS:
            self._plain(inherited, runs)
        return own

    def _of_class(self, node: ast.expr, serial: int, name: str) -> int:
        classes = lineage(serial, self._heap)
        runs = CannotTell(sentence("condition.runs_code", text=self._written(node)))
        if classes is None or self._heap[serial].type != "type":
            raise runs
        held = (dict(one.attributes) for one in classes)
        found = next((one[name] for one in held if name in one), None)
        if found is None:
            raise CannotTell(sentence("condition.no_attribute", text=self._written(node)))
        return self._plain(found, runs)

    def _plain(self, serial: int, runs: CannotTell) -> int:
        """A class's attribute that is given as it stands: no property, no method."""
        found: HeapObject | None = self._heap.get(serial)
        if found is None or not isinstance(found.content, Scalar | Sequence | MappingContent):
            raise runs
        return serial

    def _refuse_none(self, of: object, node: ast.expr) -> None:
        """None has neither attributes to speak of nor items: what was asked for ends there."""
        if of is None:
            raise CannotTell(sentence("condition.none", text=self._written(node)))

    def _item(self, node: ast.Subscript, of: object, place: ast.expr) -> object:
        self._refuse_none(of, node.value)
        if isinstance(place, ast.Slice):
            parts = (place.lower, place.upper, place.step)
            cut = slice(*(part and self.value(part) for part in parts))
            return self._taken(node, self._whole(node, of), cut)
        at = self.value(place)
        if not isinstance(of, Thing):
            return self._taken(node, of, at)
        thing = self._heap[of.serial]
        match thing.content:
            case Sequence(items=items, length=length) if thing.type in ("list", "tuple", "deque"):
                if isinstance(at, int):
                    index = at + length if at < 0 else at
                    if not 0 <= index < length:
                        raise CannotTell(sentence("condition.no_item", text=self._written(node)))
                    if index < len(items):
                        return Thing(items[index])
                    raise CannotTell(sentence("condition.too_long", text=self._written(node)))
            case MappingContent(entries=entries, length=length) if thing.type == "dict":
                return self._entry(node, entries, self._whole(node, at), whole=length)
        raise CannotTell(sentence("condition.runs_code", text=self._written(node)))

    def _entry(
        self, node: ast.expr, entries: tuple[tuple[int, int], ...], key: object, *, whole: int
    ) -> object:
        for one, value in entries:
            if self._whole(node, self._made(Thing(one), node)) == key:
                return Thing(value)
        known = len(entries) == whole
        why = "condition.no_item" if known else "condition.too_long"
        raise CannotTell(sentence(why, text=self._written(node)))

    def _taken(self, node: ast.expr, of: object, at: object) -> object:
        try:
            return of[at]  # type: ignore[index]
        except (IndexError, KeyError):
            raise CannotTell(sentence("condition.no_item", text=self._written(node))) from None
        except (TypeError, ValueError):
            raise self._raises(node, "TypeError") from None


def _has_things(value: object) -> bool:
    """Whether there is an object in it that may compare, or add, by code of the program."""
    if isinstance(value, dict):
        return any(map(_has_things, value)) or any(map(_has_things, value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        return any(map(_has_things, value))
    return isinstance(value, Thing)


def _size(op: ast.AST, first: object, second: object) -> bool:
    """Whether a sum or a product is too large."""
    if isinstance(first, int) and isinstance(second, int):
        return first.bit_length() + second.bit_length() > _MOST_BITS
    lengths = [len(one) for one in (first, second) if isinstance(one, str | bytes | list | tuple)]
    if isinstance(op, ast.Add):
        return sum(lengths) > _MOST_LENGTH
    times = [one for one in (first, second) if isinstance(one, int)]
    return bool(lengths and times) and lengths[0] * max(0, times[0]) > _MOST_LENGTH
