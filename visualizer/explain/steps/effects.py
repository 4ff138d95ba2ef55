"""The effects of a statement that has run."""

import ast
import operator
from collections.abc import Iterable, Iterator
from itertools import chain

from visualizer.explain.naming import describe_at
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import function_name
from visualizer.explain.source.inner_code import code_line, quoted_code, source_of
from visualizer.explain.source.scopes import name_bound_by
from visualizer.explain.source.statements import lines_of, names_in, parts_of
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.steps.managers import describe_jump, describe_managed, describe_written
from visualizer.explain.steps.truths import (
    describe_truth,
    describe_values,
    described_value,
    value_after,
)
from visualizer.explain.steps.unchanged import (
    called_by,
    changes_nothing,
    describe_kept,
    is_of_builtin_type,
    of_class,
    unstarted_key,
    was_described_before,
)
from visualizer.model import (
    ClassBody,
    Event,
    Frame,
    FrameKind,
    Function,
    HeapObject,
    Instance,
    Mapping,
    Other,
    Scalar,
    Sequence,
    content_of,
    grew_in_place,
)

_GIVING_NONE = (
    *("add", "append", "appendleft", "clear", "discard", "extend", "extendleft", "insert"),
    *("move_to_end", "remove", "reverse", "rotate", "sort", "update", "difference_update"),
    *("intersection_update", "symmetric_difference_update"),
    *("heapify", "heappush", "insort", "setattr", "delattr", "shuffle", "exec"),
)
"""The methods and functions of the library that change something and return None."""

_IN_PLACE = {one for one in vars(operator) if one.startswith("__i")} - {"__index__", "__invert__"}
"""The methods that an augmented assignment calls first."""

_UNPACKING = (ast.Tuple, ast.List)
"""The targets of an assignment that take the items of the value."""


def describe_outcome(node: ast.AST, change: FrameChange, *, inside: bool) -> Iterator[Sentence]:
    """Yield the effects of a statement that has run; ``inside`` is true if its body runs next."""
    branch = _branch(node, change, inside=inside)
    if isinstance(node, ast.With | ast.AsyncWith):
        yield describe_managed(node, change, inside=inside)
    elif branch:
        yield branch
        yield from _besides(node, change, inside=inside)
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        key = "class-made" if isinstance(node, ast.ClassDef) else "def-made"
        yield sentence(key, name=node.name)
        arguments = getattr(node, "args", None)
        if arguments and (arguments.defaults or any(arguments.kw_defaults)):
            yield sentence("defaults-evaluated")
        yield from _decorated(node, change.text)
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        yield from _assigned(node, change)
    elif isinstance(node, ast.Return | ast.Break | ast.Continue):
        yield from describe_jump(node, change)
    elif isinstance(node, ast.stmt):
        kept, written = tuple(describe_kept(node, change)), tuple(describe_written(node, change))
        if not (written or has_printed(node, change) or _has_given_none(node, change, kept)):
            yield _simple(node, change)
        if isinstance(node, ast.Assert):
            yield from describe_values(node.test, change, holds=True)
        yield from kept
        yield from written


def _besides(node: ast.AST, change: FrameChange, *, inside: bool) -> Iterator[Sentence]:
    """Yield the values of a condition, and further consequences of the branch that it took."""
    if isinstance(node, ast.If | ast.While):
        yield from describe_values(node.test, change, holds=inside)
    match node:
        case ast.For(target=target) | ast.AsyncFor(target=target) if inside:
            yield from _kept([target], change)
        case ast.For() | ast.AsyncFor() | ast.While() if node.orelse and not inside:
            yield sentence("loop-else-runs")
        case ast.Try() | ast.TryStar() if node.handlers and node.finalbody:
            yield sentence("try-with-finally")


def _decorated(
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, text: str
) -> Iterator[Sentence]:
    """Yield a sentence about the target of a decorated function's or class's name."""
    if decorators := [f"@{quoted_code(one, text)}" for one in node.decorator_list]:
        key = "decorated-twice" if len(decorators) > 1 else "decorated"
        yield sentence(key, code=", ".join(decorators), name=node.name)


def _is_from_body(node: ast.For | ast.AsyncFor | ast.While, change: FrameChange) -> bool:
    return any(change.came_from in lines_of(one) for one in node.body)


def _is_empty(node: ast.For | ast.AsyncFor, change: FrameChange) -> bool:
    """Whether a loop that ends has had no item: not one whose body is on the line of its head.

    After a call, the line before is not known; the call may have come from a later round, unless
    the loop has not yet bound its name.
    """
    if node.body[0].lineno == node.lineno:
        return False
    if change.has_begun:
        return change.came_from is not None and not _is_from_body(node, change)
    target = node.target
    if not isinstance(target, ast.Name) or change.bindings(target.id)[1] is not None:
        return False
    inner = chain.from_iterable(map(ast.walk, node.body))  # the body may remove the name
    return not any(name_bound_by(one) == target.id for one in inner)


def _branch(node: ast.AST, change: FrameChange, *, inside: bool) -> Sentence | None:
    """Return the sentence for the head of a statement whose body runs or is skipped."""
    text = change.text
    match node:
        case ast.While(test=ast.Constant(value=value)) if value and inside:
            is_round = _is_from_body(node, change)
            key = "while-forever-again" if is_round else "while-forever"
            return sentence(key, code=quoted_code(node.test, text))
        case ast.If(test=test):
            key = "if-true" if inside else _way_past(node, change)
            return describe_truth(key, test, quoted_code(test, text), change)
        case ast.While(test=test):
            key = "while-true" if inside else "while-false"
            return describe_truth(key, test, quoted_code(test, text), change)
        case ast.For(target=target) | ast.AsyncFor(target=target):
            key = "for-next" if inside else "for-empty" if _is_empty(node, change) else "for-over"
            return sentence(key, code=quoted_code(target, text))
        case ast.Try(handlers=handlers) | ast.TryStar(handlers=handlers):
            return sentence("try-begins" if handlers else "try-finally-begins")
        case ast.ExceptHandler(type=kind):
            if kind is None:
                return sentence("except-any")
            keys = ("except-passes", "except-matches")
            if code_line(text, node.lineno).startswith("except*"):
                keys = ("except-star-passes", "except-star-matches")
            return sentence(keys[inside], code=quoted_code(kind, text))
        case ast.Match(subject=subject):
            code, value = quoted_code(subject, text), described_value(subject, change)
            if value is None or isinstance(subject, ast.Constant):
                return sentence("match-begins", code=code)
            return sentence("match-begins-value", code=code, value=value)
        case ast.match_case(pattern=pattern, guard=guard):
            matches = inside or (guard is not None and _has_matched(pattern, change))
            code = quoted_code(pattern, text)
            if guard is None or matches is False:
                return sentence("case-matches" if matches else "case-passes", code=code)
            key = "case-guard-false" if matches else "case-guard-passes"
            key = "case-guard-true" if inside else key
            return sentence(key, code=code, test=quoted_code(guard, text))
    return None


def _way_past(node: ast.If, change: FrameChange) -> str:
    """Return the key for an `if` that is false: it may lead to its `elif` or its `else` block."""
    following = node.orelse
    if not any(change.step.line in lines_of(one) for one in following):
        return "if-false"
    first = following[0]
    is_elif = isinstance(first, ast.If) and code_line(change.text, first.lineno).startswith("elif")
    return "if-false-elif" if is_elif else "if-false-else"


def _has_matched(pattern: ast.pattern, change: FrameChange) -> bool | None:
    """Whether a pattern with a false guard has matched; None if that is not known.

    Python binds the names of a pattern once all of it has matched, before the guard runs.
    """
    if isinstance(pattern, ast.MatchAs) and pattern.pattern is None:
        return True
    parts = (getattr(one, "name", getattr(one, "rest", None)) for one in ast.walk(pattern))
    bound = [one for one in parts if isinstance(one, str)]
    known = [change.bindings(one) for one in bound]
    if any(now is None for _, now in known):
        return False
    return True if any(before != now for before, now in known) else None


def _assigned(
    node: ast.Assign | ast.AnnAssign | ast.AugAssign, change: FrameChange
) -> Iterator[Sentence]:
    heap, text = change.heap, change.text
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    target = targets[0]
    if node.value is None:
        yield sentence("only-annotated", name=quoted_code(target, text))
        return
    if not any(isinstance(one, ast.Name) for one in targets):
        if (called := _setter(target, node.value, change)) is not None:
            function = function_name(called, change.before, change.sources)
            yield sentence("setter-ran", code=quoted_code(target, text), function=function)
        else:
            yield from _stored(node, target, node.value, change)
        yield from _kept(targets, change)
        return
    bound = [one.id for one in targets if isinstance(one, ast.Name)]
    name = next((one for one in bound if one in change.names[1]), bound[0])
    old, new = change.bindings(name)
    thing = heap.get(new) if new is not None else None
    if new is None or thing is None:
        yield _assigned_elsewhere(name, change)
        return
    what = describe(new, heap)
    is_read = _only_reads(node.value, thing, change)
    if isinstance(node, ast.AugAssign) and (old != new or new in change.rewritten):
        was = heap.get(old) if old is not None else None
        if old == new:
            yield sentence("augmented-itself", name=name, what=what)
        elif was is not None and grew_in_place(was, thing):
            yield sentence("augmented-grown", name=name, what=what)
        elif old is not None:
            yield sentence("augmented-new", name=name, what=describe(old, heap))
    elif old == new:
        yield from _kept(targets, change)
    elif is_read and thing.refcount is not None:
        names = (one.id for one in ast.walk(node.value) if isinstance(one, ast.Name))
        key = "assigned-shared-before" if name in names else "assigned-shared"
        yield sentence(key, name=name, code=quoted_code(node.value, text), what=what)
    elif len(whole := [one for one in targets if not isinstance(one, _UNPACKING)]) > 1:
        key = "assigned-chain" if len(whole) == len(bound) else "assigned-chain-places"
        yield sentence(key, n=len(whole), what=what)
    yield from _changing_in_place(node.value, thing, change)
    unpacking = (one for one in targets if isinstance(one, _UNPACKING))
    yield from chain.from_iterable(_stored(node, one, node.value, change) for one in unpacking)


def _assigned_elsewhere(name: str, change: FrameChange) -> Sentence:
    """Return the sentence for a name that is bound under a mangled name, or not known.

    A class prefixes a private name with its own (``_Py_Mangle`` in CPython's compile.c).
    """
    inner = f"_{change.frame.function.lstrip('_')}{name}"
    if change.frame.kind is FrameKind.CLASS and inner in change.names[1]:
        return sentence("name-mangled", name=name, inner=inner)
    return sentence("assigned", name=name)


def _kept(targets: Iterable[ast.expr], change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence for each assigned name that still refers to the same object."""
    # After a call of a `__del__`, or the end of a closed generator, it may be older than the step.
    key = "assigned-same" if change.has_begun else "assigned-value"
    parts = (one for target in targets for one in ast.walk(target))
    bound = (one for one in parts if isinstance(getattr(one, "ctx", None), ast.Store))
    for name in dict.fromkeys(one.id for one in bound if isinstance(one, ast.Name)):
        old, new = change.bindings(name)
        if new is not None and old == new:
            yield sentence(key, name=name, what=describe_at(name, new, change.heap))


def _only_reads(value: ast.expr, thing: HeapObject, change: FrameChange) -> bool:
    """Whether an expression only read an existing object; a property may make one, or call code."""
    if isinstance(value, ast.Name):
        return True
    is_item = isinstance(value, ast.Subscript) and not isinstance(value.slice, ast.Slice)
    if not isinstance(value, ast.Attribute) and (not is_item or isinstance(thing.content, Scalar)):
        return False
    is_new = any(one.old is None for one in change.delta.objects if one.serial == thing.serial)
    return not is_new and change.previous.event is Event.LINE


def _setter(target: ast.expr, value: ast.expr | None, change: FrameChange) -> Frame | None:
    """Return the frame of the code that an assignment to an attribute or an item has just run.

    Without a ``value``, the frame is that of a `del` of the attribute or item.
    """
    does, called = "set" if value else "del", change.returned
    if called is None:
        return None
    names = {f"__{does}item__"}
    if isinstance(target, ast.Attribute):
        names = {target.attr, "__set__" if value else "__delete__", f"__{does}attr__"}
        names |= {_accessor(one, target.attr, does, change) for _, one in called.locals[:1]}
    elif not isinstance(target, ast.Subscript):
        return None
    # The value may come from a function of the same name; a name alone calls nothing.
    inside = [*ast.walk(value)] if value else []
    calling = [one.func for one in inside if isinstance(one, ast.Call)]
    parts = [*calling, *(one for one in inside if isinstance(one, ast.Attribute))]
    in_value = names_in(parts)
    return called if called.function in names - in_value else None


def _accessor(serial: int, name: str, does: str, change: FrameChange) -> str:
    """Return the name of the function that sets or deletes a property of an object."""
    heap = change.before.heap
    functions = getattr(content_of(of_class(serial, name, heap), heap), "named", ())
    return getattr(content_of(dict(functions).get(f"f{does}"), heap), "name", "")


def _changed_itself(node: ast.stmt, target: ast.expr, change: FrameChange) -> int | None:
    """Return the object that an augmented assignment left in its place; its method changed it."""
    called, value = change.returned, change.previous.value
    if not isinstance(node, ast.AugAssign) or called is None or change.rewritten:
        return None
    is_own = called.function in _IN_PLACE and value in dict(called.locals[:1]).values()
    # Its right-hand side may have changed another object so.
    return value if is_own and value_after(target, change).serial in (None, value) else None


def _stored(
    node: ast.stmt, target: ast.expr, value: ast.expr, change: FrameChange
) -> Iterator[Sentence]:
    """Yield the sentence for an assignment to several targets, or to a place in an object."""
    code = quoted_code(target, change.text)
    if not isinstance(target, _UNPACKING):
        if (same := _changed_itself(node, target, change)) is not None:
            yield sentence("assigned-same", name=code, what=describe_at(code, same, change.heap))
        elif changes_nothing(target, value, change):
            yield sentence("stored-same", code=code)
        elif _hides_class_attribute(target, change):
            yield sentence("stored-beside", code=code)
        elif not was_described_before(node, target, change):
            yield sentence("stored-into", code=code)
        return
    starred = next((one.value for one in target.elts if isinstance(one, ast.Starred)), None)
    if starred is not None:
        yield sentence("unpacked-starred", code=code, name=quoted_code(starred, change.text))
        return
    # A display as the value makes `a, b = b, a` an exchange.
    is_display = isinstance(value, ast.Tuple | ast.List)
    yield sentence("unpacked-display" if is_display else "unpacked", code=code)


def _hides_class_attribute(target: ast.expr, change: FrameChange) -> bool:
    """Whether an instance got an attribute by a name that so far only its class had, with a value.

    If both refer to one object, that may have changed.
    """
    if not isinstance(target, ast.Attribute):
        return False
    serial, heap = value_after(target.value, change).serial, change.before.heap
    old, new = content_of(serial, heap), content_of(serial, change.heap)
    if not isinstance(old, Instance) or not isinstance(new, Instance):
        return False
    own, others = dict(new.attributes).get(target.attr), of_class(serial, target.attr, heap)
    kinds = Scalar if own == others else Scalar | Sequence | Mapping
    is_first = own is not None and target.attr not in dict(old.attributes)
    is_first &= others == of_class(serial, target.attr, change.heap)
    return is_first and isinstance(content_of(others, heap), kinds)


def _simple(node: ast.stmt, change: FrameChange) -> Sentence:
    """Return the sentence for a statement without a body."""
    text = change.text
    match node:
        case ast.Delete(targets=[target]) if (called := _setter(target, None, change)) is not None:
            function = function_name(called, change.before, change.sources)
            return sentence("deleter-ran", code=quoted_code(target, text), function=function)
        case ast.Raise(exc=None):
            return sentence("raise-again")
        case ast.ImportFrom(module="__future__"):
            return sentence("future-imported")
        case ast.ImportFrom(module=module, names=[ast.alias(name="*")]):
            return sentence("all-imported", name=module or ".")
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            bound = ", ".join(name.asname or name.name.partition(".")[0] for name in names)
            is_lazy = source_of(node, text).startswith("lazy ")
            return sentence("imported-lazily" if is_lazy else "imported", name=bound)
        case ast.Assert(test=test):
            return describe_truth("assert-holds", test, quoted_code(test, text), change)
        case ast.Global(names=scoped) | ast.Nonlocal(names=scoped):
            return sentence("scope-said", name=", ".join(scoped))
        case ast.TypeAlias(name=alias):
            return sentence("type-named", name=quoted_code(alias, text))
        case ast.Expr(value=ast.Constant(value=str())) if _is_docstring(node, text):
            return sentence("docstring-set")
        case ast.Expr(value=ast.Constant()):
            return sentence("value-alone")
        case ast.Expr(value=ast.Call(func=ast.Name(id="print")) as call) if change.bindings(
            "print"
        ) == (None, None):
            return _print_elsewhere(call, text)
        case ast.Expr(value=value):
            return _value(value, change)
    keys = {ast.Delete: "del-lets-go", ast.Raise: "raise-ran", ast.Pass: "pass-ran"}
    return sentence(keys[type(node)])


def _print_elsewhere(call: ast.Call, text: str) -> Sentence:
    """Return the sentence for a `print` that did not add to the program's output."""
    given = (one.value for one in call.keywords if one.arg == "file")
    file = next((one for one in given if not isinstance(one, ast.Constant)), None)
    if file is None:
        return sentence("print-nothing")
    return sentence("print-to", code=quoted_code(file, text))


def has_printed(node: ast.AST, change: FrameChange) -> bool:
    """Whether the statement is a call that ran, and the step shows its output."""
    step, previous = change.step, change.previous
    if (previous.stdout_end, previous.stderr_end) == (step.stdout_end, step.stderr_end):
        return False
    match node:
        case ast.Expr(value=ast.Call(func=function)):
            return unstarted_key(function, change) is None
    return False


def _has_given_none(node: ast.stmt, change: FrameChange, kept: tuple[Sentence, ...]) -> bool:
    """Whether the statement is a call that returns None, which no program stores.

    ``kept`` are the sentences about an object that the call left as it was.
    """
    match node:
        case ast.Expr(
            value=ast.Call(
                func=(ast.Name(id=name) | ast.Attribute(attr=name)) as function, keywords=given
            )
        ):
            pass
        case _:
            return False
    if (value := _given_back(function, change)) is not None:
        return value.type == "NoneType"
    # A `write` of the program, which may be that of `sys.stdout`, has steps of its own.
    if name == "print" and change.returned is not None and not given:
        return True
    changed = filter(None, (one.rewritten for one in change.delta.objects))
    is_of_builtin = kept or not all(isinstance(new.content, Other) for _, new in changed)
    return name in _GIVING_NONE and bool(is_of_builtin)


def _changing_in_place(
    value: ast.expr, given: HeapObject, change: FrameChange
) -> Iterator[Sentence]:
    """Yield a sentence if the value is the None of a method that changes its object."""
    match value, given.type:
        case ast.Call(func=ast.Attribute(attr=name) as function), "NoneType":
            if name in _GIVING_NONE and _given_back(function, change) is None:
                yield sentence("changes-in-place", code=quoted_code(value, change.text))


def _given_back(function: ast.expr, change: FrameChange) -> HeapObject | None:
    """Return what a call of a function of the program has returned in the step before."""
    called, name = change.returned, getattr(function, "id", getattr(function, "attr", None))
    if called and (called.function == name or _is_of(called, function, change)):
        return change.before.heap.get(change.previous.value or 0)
    return None


def _call_key(function: ast.expr, change: FrameChange) -> str:
    """Return the key for a call whose result the statement drops; C code may return None."""
    if (key := unstarted_key(function, change)) is not None:
        return key
    called = content_of(value_after(function, change).serial, change.heap)
    is_result = isinstance(called, ClassBody) or _given_back(function, change) is not None
    match function:
        case ast.Name(id=name) if change.bindings(name) == (None, None):
            is_result = name not in _GIVING_NONE
        case ast.Attribute(value=reached, attr=name) if is_of_builtin_type(reached, change):
            is_result = name not in _GIVING_NONE
    return "call-through" if is_result else "call-ended"


def _is_of(called: Frame, function: ast.expr, change: FrameChange) -> bool:
    """Whether a frame is that of a function or method, to which another name may refer."""
    heap, run = change.heap, change.before.codes.get(called.code or 0)
    content = content_of(called_by(function, change, value_after), heap)
    own = heap.get(content.code or 0) if isinstance(content, Function) else None
    return own is not None and run is not None and own.address == run.address


def _is_docstring(node: ast.stmt, text: str) -> bool:
    """Whether a statement begins a module or a class; a function's docstring has no step."""
    known = [*parts_of(text)]
    classes = (one for one in known if isinstance(one, ast.ClassDef))
    return known[0] is node or any(one.body[0] is node for one in classes)


def _value(node: ast.expr, change: FrameChange) -> Sentence:
    """Return the sentence for an expression statement, with its value if that is known."""
    text = change.text
    if (value := described_value(node, change)) is not None:
        return sentence("value-known", code=quoted_code(node, text), value=value)
    match node:
        case ast.Call(func=function):
            return sentence(_call_key(function, change), code=quoted_code(function, text))
        case ast.Await(value=awaited):
            return sentence("await-through", code=quoted_code(awaited, text))
        case ast.Yield() | ast.YieldFrom():
            return sentence("yield-through")
    return sentence("value-unused", code=quoted_code(node, text))
