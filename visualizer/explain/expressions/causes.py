"""Says which part of a line has failed, and the values that made it fail."""

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TypeGuard

from visualizer.explain.exceptions import exception_text, is_error
from visualizer.explain.expressions.failing import failed_part, is_asserted, is_raised_here
from visualizer.explain.expressions.tree import Node, span_of, tree_of
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.recorded_values import OfHeap, ancestors, known_length
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import function_at
from visualizer.explain.source.inner_code import quoted_code
from visualizer.explain.source.scopes import name_bound_by, own_parts, qualified_name
from visualizer.explain.source.signatures import Signatures
from visualizer.explain.source.statements import called_name, parameters_of
from visualizer.explain.steps.frames import FrameChange, frame_change
from visualizer.explain.steps.items import positions
from visualizer.explain.steps.names import before_and_after, by_path
from visualizer.explain.steps.truths import value_after
from visualizer.explain.steps.walks import is_exhausted
from visualizer.explain.watched.looks import WatchedValue
from visualizer.model import (
    ClassBody,
    Delta,
    Event,
    Function,
    Heap,
    HeapObject,
    Instance,
    Scalar,
    State,
    content_of,
    program_tree,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model import Sequence as SequenceContent

_LOAD = ast.Load()
_DATA = Scalar, SequenceContent, MappingContent
"""Contents of objects that are never callable."""

_MAX_ATTRIBUTES = 8
"""The maximum number of attributes that a sentence lists."""
_OPERAND_TYPES = re.compile(r"'([^']+)' and '([^']+)'$")
"""The end of a message that names the types of both operands, in their order."""
_LIKENESS = 0.75
"""The ratio of `difflib` from which on two names are alike: `nmae` and `name`."""


def cause_of_error(before: State, delta: Delta, sources: Mapping[str, str]) -> Sentence | None:
    """Return why the line of a step has raised its error, if that is known; without numbers."""
    heap = by_path(before, delta, before_and_after(before, delta, sources))
    here = frame_change(before, delta, heap, sources) if delta.before is not None else None
    # Python's traceback suggests a name, too.
    found = describe_cause(here) if here is not None else ()
    return next((one for one in found if one.key != "name-alike"), None)


def describe_cause(change: FrameChange) -> Iterator[Sentence]:
    """Yield which part of the line has raised the error of the step, and why, as far as known.

    The values are those after the step: the error has come before any assignment of the line.
    At the end of the program, the line is that of the frame which its traceback shows last.
    """
    if change.step.event is Event.UNCAUGHT:
        change = replace(change, was=change.frame)
    raised, node = change.heap.get(change.step.exception or 0), failed_part(change)
    if raised is None or node is None or change.was is None:
        return
    # Ctrl+C is no fault of the line, nor is what others throw into a wait: a cancellation. A failed
    # `assert` shows its values.
    is_thrown = isinstance(node, ast.Await) and not hasattr(builtins, raised.type)
    if is_thrown or not is_error(raised, change.heap) or is_asserted(node, change):
        return
    found = dict.fromkeys(_why(node, raised, change))
    yield from found
    if found:
        return
    text = exception_text(raised, change.heap) or ""
    literals = (one for one in _parts(node, text, change) if isinstance(one, ast.Constant))
    is_seen = any(_is_named(one, None, text, change) for one in literals)
    is_seen |= isinstance(_around(node, change), ast.stmt)
    if not is_seen and not isinstance(node, ast.Name | ast.AugAssign):
        yield sentence("part-fails", code=_code(node, change))


def _around(node: ast.AST, change: FrameChange) -> ast.AST | None:
    return tree_of(change.text).parent(node)


def _why(node: Node, raised: HeapObject, change: FrameChange) -> Iterator[Sentence]:
    text = exception_text(raised, change.heap) or ""
    if not is_raised_here(change):
        yield from _values(node, raised.type, text, change)
        return
    found: list[Sentence] = []
    match raised.type, node:
        case (("NameError" | "UnboundLocalError"), ast.Name()) if "free variable" not in text:
            found = [*_unbound(node, change, is_local=raised.type == "UnboundLocalError")]
        case "RecursionError", _:
            stack = change.delta.stack_after(change.before)
            n = sum(one.code == change.frame.code for one in stack)
            found = [sentence("calls-running", function=change.function, n=n)]
        case "IndexError", ast.Subscript():
            found = [*_index(node, change)]
        case ("KeyError", ast.Subscript(value=holder)) | (
            "KeyError",
            ast.Call(func=ast.Attribute(value=holder, attr="pop"), args=[_]),
        ):
            thing = _object(holder, change)
            if thing is not None and isinstance(thing.content, MappingContent):
                found = [sentence("key-missing", holder=_code(holder, change), value=text)]
        case "AttributeError", ast.Attribute():
            found = [*_attributes(node, text, change)]
        case "StopIteration", ast.Call() if parts := _parts(node, text, change):
            found = [sentence("values-exhausted", code=_code(parts[0], change))]
        case _, ast.Tuple(ctx=ast.Store()) | ast.List(ctx=ast.Store()):
            found = [*_unpacked(node, text, change)]
        case "TypeError", _:
            found = [*_parameters(node, text, change)]
    found = found or [*_operands(node, text, change)]
    yield from found or _values(node, raised.type, text, change)


def _code(node: ast.expr, change: FrameChange) -> str:
    return quoted_code(node, change.text)


def _index(node: ast.Subscript, change: FrameChange) -> Iterator[Sentence]:
    """Yield the index that a sequence does not have."""
    index, length = _number(node.slice, change), _length(node.value, change)
    if index is None or length is None or -length <= index < length:
        return
    code, name = _code(node, change), _code(node.value, change)
    more = {"n": length} if length else {}
    key = "index-outside" if length else "index-of-empty"
    yield sentence(key, code=code, index=str(index), holder=name, **more)


def _attributes(node: ast.Attribute, text: str, change: FrameChange) -> Iterator[Sentence]:
    """Yield the attributes that an object has in place of the one that it lacks."""
    thing = _object(node.value, change)
    if thing is None or not isinstance(thing.content, Instance):
        return
    if f"no attribute '{node.attr}'" not in text:
        return  # of a property
    code, names = _code(node.value, change), [name for name, _ in thing.content.attributes]
    if not names:
        yield sentence("attributes-none", code=code)
    elif len(names) <= _MAX_ATTRIBUTES:
        yield sentence("attributes-only", code=code, names=", ".join(names))


def _unpacked(node: ast.Tuple | ast.List, text: str, change: FrameChange) -> Iterator[Sentence]:
    """Yield how many targets and values an unpacking has, or the value if it is no collection."""
    match _around(node, change):
        case ast.Assign(value=part):
            length = _length(part, change)
        case ast.For(iter=part) | ast.comprehension(iter=part):
            yield from _item(node, part, text, change)
            return
        case _:
            return
    if length is None:
        yield from _what_it_is(part, change)
    elif not any(isinstance(one, ast.Starred) for one in node.elts):
        codes = {"target": _code(node, change), "code": _code(part, change)}
        yield sentence("unpacks", **codes, targets=len(node.elts), n=length)


def _item(
    node: ast.Tuple | ast.List, part: ast.expr, text: str, change: FrameChange
) -> Iterator[Sentence]:
    """Yield the item that a loop over a list or a dict unpacks.

    Without the loop's iterator, it is the only one that the message fits: the body may have changed
    those that had fitted.
    """
    over = _value(part, change).serial or 0
    match content_of(over, change.heap):
        case SequenceContent(items=items):
            pass
        case MappingContent(entries=entries):
            items = tuple(key for key, _ in entries)
        case _:
            return
    count = len(node.elts)
    lengths = ((one, known_length(one, change.heap)) for one in items)
    way = -1 if text.startswith("not enough") else 1 if text.startswith("too many") else 0
    places = [*positions(change.frame, over, change.heap)]
    misfits = [(one, n) for one, n in lengths if n is None or (n - count) * way > 0]
    if places and places[-1] <= len(items):
        misfits = [one for one in misfits if one[0] == items[places[-1] - 1]][:1]
    unfit, length = misfits[0] if len(misfits) == 1 else (0, None)
    # What has a length that is not known may have fitted.
    is_known = length is not None or isinstance(content_of(unfit, change.heap), Scalar)
    if is_known and not any(isinstance(one, ast.Starred) for one in node.elts):
        codes = {"code": _code(part, change), "target": _code(node, change)}
        yield sentence("unpacks-item", **codes, what=describe(unfit, change.heap), n=count)


def _parameters(node: Node, text: str, change: FrameChange) -> Iterator[Sentence]:
    """Yield the parameters of the function that a message begins with, if the sources have them.

    Also yield whether a call adds an argument: the function is in a class, and not what is called.
    A class adds none to a call of its own method.
    """
    heap, texts = change.heap.values(), change.sources.values()
    name, begins, _ = text.partition("() ")
    functions = [
        one
        for one in heap
        if begins and isinstance(one.content, Function) and name.endswith(one.content.name)
        if name in {qualified_name(each, one.content.name, one.content.line) for each in texts}
    ]
    called = _object(node.func, change) if isinstance(node, ast.Call) else None
    body = called and called.content
    found = [one for one in functions if one is called] or functions
    signatures = Signatures(lambda: change.sources)
    codes = {signatures.call(one.content) for one in found if isinstance(one.content, Function)}
    if begins and text.endswith("takes no arguments") and isinstance(body, ClassBody):
        yield sentence("class-without-init", name=body.name)
        yield from _alike("__init__", dict(body.attributes))
    if len(codes) != 1 or not (code := codes.pop()).endswith(")"):
        return
    yield sentence("defined-as", code=code)
    methods = (dict(one.content.attributes) for one in heap if isinstance(one.content, ClassBody))
    if not any(found[0].serial in one.values() for one in methods):
        return
    owner = getattr(getattr(node, "func", None), "value", None)
    holder = owner and _object(owner, change)
    metaclass = name.rpartition(".")[0].rpartition(".")[2]
    given = [_object(one, change) for one in node.args] if isinstance(node, ast.Call) else []
    if owner and holder and isinstance(holder.content, ClassBody) and holder.type != metaclass:
        if not any(one and _is_instance(one, holder.serial, change.heap) for one in given):
            yield sentence("passes-no-object", code=_code(owner, change))
    elif called not in found and (owner or isinstance(body, ClassBody | Instance)):
        yield sentence("passes-object")


def _is_instance(thing: HeapObject, cls: int, heap: Heap) -> bool:
    """Whether an object is one of a class of the program, or of a class that derives from it."""
    own = thing.content.cls if isinstance(thing.content, Instance) else 0
    return cls in (ancestors(own, OfHeap(heap)) or ())


def _operands(node: Node, text: str, change: FrameChange) -> Iterator[Sentence]:
    """Yield the operand that is None, or the types of both operands that a message names."""
    holder = node.value if isinstance(node, ast.Attribute | ast.Subscript) else None
    is_of_none = text.startswith("'NoneType' object")
    if holder and is_of_none and _kind(holder, change) in (None, "NoneType"):
        yield sentence("part-is", code=_code(holder, change), what="None")
        return
    parts = [*_parts(node, text, change)]
    known = kinds = [_kind(one, change) for one in parts]
    if not _is_pair(node, parts):
        return
    both = _OPERAND_TYPES.search(text)
    # A comparison of lists fails for the types of two items.
    is_said = any(known) or not isinstance(node, ast.Compare)
    if both and is_said and all(map(_may_be, known, both.groups())):
        kinds = [*both.groups()]
        nones = [part for part, kind in zip(parts, kinds, strict=True) if kind == "NoneType"]
        if len(nones) == 1 and known[parts.index(nones[0])] is None:
            yield sentence("part-is", code=_code(nones[0], change), what="None")
            return
    one, other = kinds
    if one and other and len({one, other, "NoneType"}) == 3 and one in text and other in text:
        left, right = (_code(part, change) for part in parts)
        yield sentence("operand-types", left=left, right=right, one=one, other=other)


def _may_be(kind: str | None, said: str) -> bool:
    return kind in (None, said)


def _is_pair(node: Node, parts: Sequence[ast.expr]) -> bool:
    return isinstance(node, ast.BinOp | ast.AugAssign | ast.Compare) and len(parts) == 2


def _values(node: Node, kind: str, text: str, change: FrameChange) -> Iterator[Sentence]:
    """Yield the values of the parts that a message is about: by their types or values in it."""
    parts = [*_parts(node, text, change)]
    is_pair = _is_pair(node, parts)
    is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    receiver = parts[0] if is_method and parts else None
    # A method that was found fits its object.
    keywords = getattr(node, "keywords", ())
    blamable = [one for one in parts if one is not receiver]
    named = [one.value for one in keywords if re.match(rf"{one.arg}\b", text)] or [
        one for one in blamable if _is_named(one, _kind(one, change), text, change)
    ]
    if is_pair and kind == "ZeroDivisionError":
        named = parts[1:]
    elif not named and (kind != "TypeError" or "argument" not in text):
        named = parts
    if isinstance(node, ast.Subscript) and named == [node.slice]:
        # The line shows a literal index; what it does not fit is to say.
        named = [node.value] if isinstance(node.slice, ast.Constant) else named
    found = [one for part in named for one in _what_it_is(part, change)]
    # Of several arguments, not all are to blame; of two, how they go together may be.
    if len(found) < 2 or is_pair or (len(parts) == 2 and named == parts):
        yield from found


def _is_named(part: ast.expr, kind: str | None, text: str, change: FrameChange) -> bool:
    """Whether a message names the type of a part, or its text."""
    if kind is not None and re.search(rf"(['\"]|not ){re.escape(kind)}(?!\w)", text):
        return True
    shown = _value(part, change).text or ""
    return shown[:1] in ("'", '"') and shown in text


def _parts(node: Node, text: str, change: FrameChange) -> Sequence[ast.expr]:
    """Return the parts of an expression that its last instruction used."""
    is_done = isinstance(getattr(node, "ctx", _LOAD), ast.Load) and "not callable" not in text
    if isinstance(node, ast.expr) and is_done and _kind(node, change) is not None:
        return [node]  # what iterates over it or enters it has failed
    match node:
        case ast.Tuple(ctx=ast.Store()) | ast.List(ctx=ast.Store()):
            return []
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()], comparators=[holder]):
            return [holder] if _kind(left, change) == _kind(holder, change) else [left, holder]
        case ast.AugAssign(target=target, value=value):
            return [target, value]
        case ast.GeneratorExp(generators=[first, *_]):
            return [first.iter]
        case ast.Call(func=function, args=given, keywords=named):
            thing = _object(function, change)
            if thing is not None and isinstance(thing.content, _DATA):
                return [function]
            holders = [function.value] if isinstance(function, ast.Attribute) else []
            found = [*holders, *given, *(one.value for one in named)]
        case _:
            found = [one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr)]
    return [one.value if isinstance(one, ast.Starred) else one for one in found]


def _what_it_is(node: ast.expr, change: FrameChange) -> Iterator[Sentence]:
    """Yield the value of a part of the line, unless the part itself or the message shows it."""
    found, kind, thing = _value(node, change), _kind(node, change), _object(node, change)
    if kind is None or isinstance(node, ast.Constant) or ast.unparse(node) == found.text:
        return
    if is_exhausted(thing, change.heap):
        yield sentence("values-exhausted", code=_code(node, change))
        return
    if thing is not None and not isinstance(thing.content, _DATA):
        # The message says what instances lack; which one it is does not matter.
        return
    is_called = node is getattr(_around(node, change), "func", None)
    if isinstance(node, ast.Name) and is_called and hasattr(builtins, node.id) and thing:
        yield sentence("hides-builtin", name=node.id, what=describe(thing.serial, change.heap))
        return
    text = f"{kind} {found.text}".removeprefix("NoneType ")
    what = text if thing is None else describe(thing.serial, change.heap)
    yield sentence("part-is", code=_code(node, change), what=what)


def _unbound(node: ast.Name, change: FrameChange, *, is_local: bool) -> Iterator[Sentence]:
    """Yield the first line that binds a name, or the block of `except` that has removed it."""
    own = function_at(change.frame, change.sources) if is_local else None
    if is_local and own is None:
        return
    parts = own_parts(own or program_tree(change.text))
    named = [one for one in parts if name_bound_by(one) == node.id]
    binding = [one for one in named if not isinstance(getattr(one, "ctx", None), ast.Del)]
    lines = [getattr(one, "lineno", 0) for one in binding]
    if not named and own is None:
        frame = change.frame
        module = change.delta.names_after(frame.file, change.before)
        yield from _alike(node.id, [*dict(frame.locals), *dict(module), *dir(builtins)])
    if not lines or (own and node.id in {one.arg for one in parameters_of(own)}):
        return
    handlers = sum(isinstance(one, ast.ExceptHandler) for one in binding)
    if handlers == len(named):
        yield sentence("name-of-except", name=node.id, line=min(lines))
    elif own:
        yield sentence("name-is-local", name=node.id, function=change.function, line=min(lines))
    elif not handlers:
        yield sentence("name-without-value", name=node.id, line=min(lines))


def _alike(name: str, names: Iterable[str]) -> Iterator[Sentence]:
    """Yield the name most like one that does not exist."""
    for other in get_close_matches(name, [*names], 1, _LIKENESS):
        yield sentence("name-alike", name=other)


def _value(node: ast.expr, change: FrameChange) -> WatchedValue:
    """Return the value of an expression, also of the call that has just returned."""
    called = change.returned
    top: ast.AST = node
    if called is not None and called_name(node) == called.function:
        while isinstance(outer := _around(top, change), ast.expr | ast.keyword):
            top = outer
        inner = [one for one in ast.walk(top) if _is_innermost(one, called.function)]
        is_last = node in inner and all(span_of(one) <= span_of(node) for one in inner)
        return WatchedValue(change.previous.value if is_last else None)
    return value_after(node, change)


def _object(node: ast.expr, change: FrameChange) -> HeapObject | None:
    return change.heap.get(_value(node, change).serial or 0)


def _kind(node: ast.expr, change: FrameChange) -> str | None:
    """Return the type of an expression's value; None if it is not known."""
    found = _value(node, change)
    thing = change.heap.get(found.serial or 0)
    if thing is not None or found.text is None or not found.plain:
        return None if thing is None else thing.type
    return type(ast.literal_eval(found.text)).__name__


def _number(node: ast.expr, change: FrameChange, within: str = "int({})") -> int | None:
    found = value_after(node, change, within)
    return int(found.text) if found.text and found.text.lstrip("-").isdigit() else None


def _length(node: ast.expr, change: FrameChange) -> int | None:
    """Return the length of an expression's value; None if it is not known, or has none."""
    thing = _object(node, change)
    if thing is None:
        return _number(node, change, "len(({}))")
    return known_length(thing.serial, change.heap)


def _is_innermost(node: ast.AST, name: str) -> TypeGuard[ast.Call]:
    """Whether a node is a call by this name, with none inside it."""
    called = [called_name(one) for one in ast.walk(node)]
    return called[0] == name and called.count(name) == 1
