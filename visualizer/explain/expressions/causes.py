"""Says which value or name made a line fail, where the message of the error does not."""

import ast
import builtins
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from visualizer.explain.exceptions import exception_text
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.recorded_values import OfHeap, Undecidable, length_of, value_of
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import function_at
from visualizer.explain.source.inner_code import quoted_code
from visualizer.explain.source.scopes import name_bound_by, own_parts
from visualizer.explain.source.statements import parameters_of
from visualizer.explain.steps.frames import FrameChange, came_from_library, frame_change
from visualizer.explain.steps.names import before_and_after, by_path
from visualizer.explain.steps.outcomes import statement_parts
from visualizer.explain.steps.truths import truth_after, values_after
from visualizer.explain.watched.looks import WatchedValue
from visualizer.model import Delta, Event, FrameKind, HeapObject, Instance, State, program_tree
from visualizer.model import Mapping as MappingContent

type _Cause = Callable[[ast.AST, str, FrameChange], Iterator[Sentence | None]]

_INDEXED = re.compile(r"(list|string|tuple) (?:assignment )?index out of range")
_UNCALLABLE = re.compile(r"'(.+)' object is not callable")
_UNBOUND = re.compile(r"^(?:name|cannot access local variable) '(\w+)'")
_SAFE = {ast.Is, ast.IsNot, ast.Eq, ast.NotEq}


def cause_of_error(before: State, delta: Delta, sources: Mapping[str, str]) -> Sentence | None:
    """Return why the line of a step has raised its error, if that is known; without numbers."""
    heap = by_path(before, delta, before_and_after(before, delta, sources))
    here = frame_change(before, delta, heap, sources) if delta.before is not None else None
    return next(describe_cause(here), None) if here is not None else None


def describe_cause(change: FrameChange) -> Iterator[Sentence]:
    """Yield why the line has raised the error of the step, if exactly one part of it may be why.

    The values are those after the step: the error has come before any assignment of the line.
    At the end of the program, the line is that of the frame which its traceback shows last.
    """
    if change.step.event is Event.UNCAUGHT:
        change = replace(change, was=change.frame)
    raised = change.heap.get(change.step.exception or 0)
    cause = _CAUSES.get(raised.type) if raised is not None else None
    if raised is None or cause is None or change.was is None:
        return
    if came_from_library(raised.serial, change.heap):
        return
    text = exception_text(raised, change.heap) or ""
    parts = [*statement_parts(change.was, change.sources)]
    left = (one for part in parts for one in _perhaps_left_out(part, change))
    left_out = {*chain.from_iterable(map(ast.walk, left))}
    reached = (one for one in parts if one not in left_out)
    found = dict.fromkeys(said for part in reached for said in cause(part, text, change))
    if len(found) == 1:
        yield from filter(None, found)


def _perhaps_left_out(node: ast.AST, change: FrameChange) -> Sequence[ast.expr]:
    """Return the operands of an expression that Python evaluates only if others say so."""
    match node:
        case ast.IfExp(test=test, body=body, orelse=orelse):
            holds = truth_after(test, change)[0]
            return [one for one, with_it in ((body, True), (orelse, False)) if holds is not with_it]
        case ast.BoolOp(op=op, values=values):
            goes_on = isinstance(op, ast.And)
            for n, one in enumerate(values[:-1], 1):
                if truth_after(one, change)[0] is not goes_on:
                    return values[n:]
    return ()


def _index(node: ast.AST, text: str, change: FrameChange) -> Iterator[Sentence]:
    """Yield the index that a sequence does not have."""
    match node, _INDEXED.fullmatch(text):
        case ast.Subscript(value=holder, slice=part), re.Match() as said:
            pass
        case _:
            return
    thing, index = _object(holder, change), _number(part, change)
    length = _length(thing, change)
    kind = {"string": "str"}.get(said[1], said[1])
    if thing is None or thing.type != kind or index is None or length is None:
        return
    if not -length <= index < length:
        code, name = quoted_code(node, change.text), quoted_code(holder, change.text)
        more = {"n": length} if length else {}
        key = "index-outside" if length else "index-of-empty"
        yield sentence(key, code=code, index=str(index), holder=name, **more)


def _key(node: ast.AST, text: str, change: FrameChange) -> Iterator[Sentence]:
    """Yield the key that a dict does not have."""
    match node:
        case ast.Subscript(value=holder, slice=part, ctx=ast.Load() | ast.Del()):
            pass
        case ast.AugAssign(target=ast.Subscript(value=holder, slice=part)):
            pass
        case ast.Call(func=ast.Attribute(value=holder, attr="pop"), args=[part]):
            pass
        case _:
            return
    thing, key = _object(holder, change), _value(part, change)
    known = thing is not None and thing.type == "dict" and isinstance(thing.content, MappingContent)
    shown = key.text if key.serial is None else describe(key.serial, change.heap).partition(" ")[2]
    if known and shown == text:
        yield sentence("key-missing", holder=quoted_code(holder, change.text), value=text)


def _type(node: ast.AST, text: str, change: FrameChange) -> Iterator[Sentence | None]:
    """Yield the operand of a wrong type, or the name that hides what the program means to call."""
    match node, _UNCALLABLE.fullmatch(text):
        case ast.Call(func=ast.Name(id=name)), re.Match() as said if hasattr(builtins, name):
            serial = change.bindings(name)[1]
            thing = change.heap.get(serial or 0)
            if serial is not None and thing is not None and thing.type == said[1]:
                yield sentence("hides-builtin", name=name, what=describe(serial, change.heap))
            return
    match node:
        case (
            ast.BinOp(left=left, op=op, right=right)
            | ast.AugAssign(target=left, op=op, value=right)
            | ast.Compare(left=left, ops=[op], comparators=[right])
        ) if "NoneType" not in text and _is_about(op, text):
            one, other = _kind(left, change), _kind(right, change)
            if one and other and one != other and one in text and other in text:
                codes = quoted_code(left, change.text), quoted_code(right, change.text)
                yield sentence("operand-types", left=codes[0], right=codes[1], one=one, other=other)
        case _:
            yield from _part(node, text, change)


def _is_about(op: ast.operator | ast.cmpop, text: str) -> bool:
    """Whether a message says that an operator does not take its operands."""
    one, other = ast.Name("a"), ast.Name("b")
    if isinstance(op, ast.operator):
        symbol = ast.unparse(ast.BinOp(one, op, other))[2:-2]
    else:
        symbol = ast.unparse(ast.Compare(one, [op], [other]))[2:-2]
    word = {"+": "concatenate", "*": "multiply"}.get(symbol, "(?!)")
    symbol = re.escape(symbol)
    return bool(re.search(rf" for {symbol}=?:? |'{symbol}' not|{word}", text))


def _zero(node: ast.AST, text: str, change: FrameChange) -> Iterator[Sentence | None]:
    """Yield the divisor that is zero."""
    match node:
        case ast.BinOp(op=op, right=part) | ast.AugAssign(op=op, value=part):
            divides = isinstance(op, ast.Div | ast.FloorDiv | ast.Mod)
            if divides and next(values_after(part, change, "({}) == 0")).text == "True":
                yield from _what_it_is(part, change)


def _what_it_is(node: ast.expr, change: FrameChange) -> Iterator[Sentence | None]:
    """Yield the value of a part of the line; None if the part itself shows it."""
    found, kind = _value(node, change), _kind(node, change)
    if isinstance(node, ast.Constant) or ast.unparse(node) == found.text:
        yield None
    elif kind is not None:
        is_computed = found.serial is None
        what = f"{kind} {found.text}" if is_computed else describe(found.serial or 0, change.heap)
        yield sentence("part-is", code=quoted_code(node, change.text), what=what)


def _part(node: ast.AST, text: str, change: FrameChange) -> Iterator[Sentence | None]:
    """Yield the part of an expression that has the type which the message names."""
    used, words = _parts_of(node, text)
    for one in used if re.search(words, text) else ():
        kind, thing = _kind(one, change), _object(one, change)
        word = re.escape(kind) if kind is not None else "(?!)"
        is_named = re.search(rf"'{word}' object|(type:?|not) '?{word}(?!\w)", text)
        # The message says what instances lack; which one it is does not matter.
        matters = thing is None or not isinstance(thing.content, Instance)
        is_none = thing is not None and kind == "NoneType" and kind in text
        if is_none or (kind != "NoneType" and is_named and matters):
            yield from _what_it_is(one, change)


def _parts_of(node: ast.AST, text: str) -> tuple[Sequence[ast.expr], str]:
    """Return the parts whose types may be wrong, and the words that the message then has."""
    match node:
        case ast.BinOp(left=one, right=other) | ast.AugAssign(target=one, value=other):
            return [one, other], "operand|concatenate|multiply"
        case ast.Attribute(value=holder):
            return [holder], "attribute"
        case ast.Subscript(slice=index) if re.search("indices must be|unhashable", text):
            return [index], ""
        case ast.Subscript(value=holder):
            return [holder], "subscriptable|item"
        case ast.Call(args=given) if "as an integer" in text:
            return given, ""
        case ast.Call(func=ast.Name(id=name), args=given) if hasattr(builtins, name):
            # Only one that gets nothing else is sure to iterate over it.
            return given, rf"{name}\(\)" + "|not iterable" * (len(given) == 1)
        case ast.Call(func=holder):
            return [holder], "callable"
        case ast.For(iter=given) | ast.comprehension(iter=given):
            return [given], "not iterable"
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=others):
            return others, "argument of type|container"
        case ast.Compare(left=left, ops=ops, comparators=others) if not {*map(type, ops)} & _SAFE:
            return [left, *others], "between instances"
    return (), ""


def _unbound(node: ast.AST, text: str, change: FrameChange) -> Iterator[Sentence]:
    """Yield the first line that binds a name, or the block of `except` that has removed it."""
    said = _UNBOUND.search(text)
    is_local = "local variable" in text
    own = function_at(change.frame, change.sources) if is_local else None
    if said is None or not isinstance(node, ast.Name) or node.id != said[1]:
        return
    if is_local and own is None:
        return
    parts = own_parts(own or program_tree(change.text))
    binding = [one for one in parts if name_bound_by(one) == node.id]
    assigns = (one for one in binding if not isinstance(getattr(one, "ctx", None), ast.Del))
    lines = [getattr(one, "lineno", 0) for one in assigns]
    if not lines or (own and node.id in {one.arg for one in parameters_of(own)}):
        return
    if all(isinstance(one, ast.ExceptHandler) for one in binding):
        yield sentence("name-of-except", name=node.id, line=min(lines))
    elif own:
        yield sentence("name-is-local", name=node.id, function=change.function, line=min(lines))
    elif len(lines) == len(binding) and _line_of_module(change) <= min(lines):
        yield sentence("name-not-yet", name=node.id, line=min(lines))


def _line_of_module(change: FrameChange) -> float:
    """Return the line that the frame's module has reached; infinity if it has ended."""
    stack, file = change.delta.stack_after(change.before), change.frame.file
    modules = (one for one in stack if one.kind is FrameKind.MODULE and one.file == file)
    return next((one.line for one in modules), math.inf)


_CAUSES: Mapping[str, _Cause] = {
    "IndexError": _index,
    "KeyError": _key,
    "TypeError": _type,
    "AttributeError": _part,
    "NameError": _unbound,
    "UnboundLocalError": _unbound,
    "ZeroDivisionError": _zero,
}


def _value(node: ast.expr, change: FrameChange) -> WatchedValue:
    """Return the value of an expression, also of the call that has just returned."""
    called = change.returned
    if isinstance(node, ast.Call) and called is not None:
        name = getattr(node.func, "id", getattr(node.func, "attr", None))
        return WatchedValue(change.previous.value if name == called.function else None)
    return next(values_after(node, change, "{}"))


def _object(node: ast.expr, change: FrameChange) -> HeapObject | None:
    return change.heap.get(_value(node, change).serial or 0)


def _kind(node: ast.expr, change: FrameChange) -> str | None:
    """Return the type of an expression's value; None if it is not known."""
    found = _value(node, change)
    thing = change.heap.get(found.serial or 0)
    if thing is not None or found.text is None or not found.plain:
        return None if thing is None else thing.type
    return type(ast.literal_eval(found.text)).__name__


def _number(node: ast.expr, change: FrameChange) -> int | None:
    found = next(values_after(node, change, "int({})"))
    return int(found.text) if found.text and found.text.lstrip("-").isdigit() else None


def _length(thing: HeapObject | None, change: FrameChange) -> int | None:
    objects = OfHeap(change.heap)
    try:
        return length_of(value_of(thing.serial, objects, ""), objects, "") if thing else None
    except Undecidable:
        return None
