"""The outcome of the statement that ran, such as the branch taken or a copy made."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.statements import Statement, statements
from visualizer.model import (
    Delta,
    Event,
    Frame,
    FrameKind,
    HeapObject,
    State,
    Step,
    grew_in_place,
    own_names,
    scope_name,
)

_WITHIN_A_LINE = (Event.LINE, Event.RETURN, Event.YIELD, Event.EXCEPTION, Event.FINISH)
"""The events by which a line ends, or goes on, after a call in it has ended."""
_BODIES = ("body", "orelse", "handlers", "finalbody", "cases")
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

_SIMPLE_KEYS: dict[type[ast.AST], str] = {
    ast.Delete: "del-lets-go",
    ast.Return: "return-waits",
    ast.Raise: "raise-ran",
    ast.Pass: "pass-ran",
    ast.Break: "break-ran",
    ast.Continue: "continue-ran",
}
"""The sentences for statements that do not depend on their contents."""

MAX_CODE = 48
"""The maximum number of characters of quoted code."""


@dataclass(frozen=True, slots=True)
class FrameChange:
    """The innermost frame before and after a step; ``was`` is None for a new frame.

    ``names`` are its bindings before and after; ``function`` is its description.
    """

    frame: Frame
    was: Frame | None
    names: tuple[Mapping[str, int], Mapping[str, int]]
    function: str


def frame_change(before: State, delta: Delta) -> FrameChange | None:
    """Return the innermost frame of the step's thread; None if there is none."""
    thread = delta.step.thread
    old = before.stacks.get(thread, ())
    new = next((change.new for change in delta.stacks if change.thread == thread), old)
    if not new:
        return None
    frame = new[-1]
    was = next((one for one in reversed(old) if _is_same(one, frame)), None)
    if frame.kind is FrameKind.MODULE:
        names = before.globals.get(frame.file, ())
        changed = next((c.new for c in delta.globals if c.file == frame.file), names)
        change = ({**dict(names), **_named(was)}, {**dict(changed or ()), **_named(frame)})
        return FrameChange(frame, was, change, scope_name(frame, before))
    return FrameChange(frame, was, (_named(was), _named(frame)), frame.function)


def _is_same(one: Frame, other: Frame) -> bool:
    if FrameKind.MODULE in (one.kind, other.kind):
        return one.kind is other.kind and one.file == other.file
    return one.serial == other.serial


def _named(frame: Frame | None) -> dict[str, int]:
    return dict(own_names(frame)) if frame is not None else {}


def line_that_ran(change: FrameChange | None, delta: Delta) -> tuple[str, int] | None:
    """Return the file and line that the step completed, or reached."""
    previous, step = delta.before, delta.step
    if previous is None:
        return None
    if previous.event is Event.LINE and previous.thread == step.thread:
        return previous.file, previous.line
    ended = previous.event in (Event.RETURN, Event.YIELD, Event.RESUME)
    if step.event in _WITHIN_A_LINE and ended and change is not None and change.was is not None:
        return change.was.file, change.was.line
    return None


def describe_statement(
    change: FrameChange | None,
    delta: Delta,
    sources: Mapping[str, str],
    heap: Mapping[int, HeapObject],
) -> Iterator[Sentence]:
    """Yield sentences about the statement itself; none if its code is unknown."""
    previous, step = delta.before, delta.step
    if previous is None or change is None or change.was is None:
        return
    found = _statements_at(change.was, sources)
    if step.event is Event.RETURN:
        yield from _describe_end(change, found, delta, heap)
    elif step.event is Event.FINISH:
        yield from _describe_last(change, found, delta, heap)
    elif step.event is not Event.LINE:
        return
    elif previous.event is Event.CALL and previous.thread == step.thread:
        yield sentence("body-begins", function=change.function, line=step.line)
    elif _comes_by_exception(change, found, delta, sources, heap):
        yield sentence("exception-goes-to", line=step.line)
    elif len(found) > 1:
        yield sentence("did-several", n=len(found))
    elif found:
        yield from _describe_run(found[0], change, delta, heap)
    elif change.frame.kind is FrameKind.CLASS:
        yield sentence("class-notes")


def _comes_by_exception(
    change: FrameChange,
    found: tuple[Statement, ...],
    delta: Delta,
    sources: Mapping[str, str],
    heap: Mapping[int, HeapObject],
) -> bool:
    """Whether an exception leads from the statement to the line of the step."""
    previous = delta.before
    if (
        previous is not None
        and previous.event is Event.EXCEPTION
        and previous.thread == delta.step.thread
        and not (found and isinstance(found[0].node, ast.AsyncFor))
        and not brings_result(previous, change.was, sources, heap)
    ):
        return True
    # An `await` that an exception ends is reported as a line once more; from that line only the
    # exception leads to an `except`.
    if any(isinstance(one.node, ast.ExceptHandler) for one in found):
        return False
    there = _statements_at(change.frame, sources)
    return any(isinstance(one.node, ast.ExceptHandler) for one in there)


def brings_result(
    step: Step, frame: Frame | None, sources: Mapping[str, str], heap: Mapping[int, HeapObject]
) -> bool:
    """Whether an exception only brings the result of what a statement waits for.

    CPython before 3.15 reports the StopIteration that ends an awaitable (SEND in ceval).
    """
    if step.event is not Event.EXCEPTION or step.exception is None or frame is None:
        return False
    thing = heap.get(step.exception)
    if thing is None or thing.type != "StopIteration":
        return False
    return any(_waits(one.node) for one in _statements_at(frame, sources))


def _waits(node: ast.AST) -> bool:
    """Whether a statement, without its body, waits for something."""
    if isinstance(node, ast.AsyncFor | ast.AsyncWith):
        return True
    parts = [part for field, part in ast.iter_fields(node) if field not in _BODIES]
    flat = [one for part in parts for one in (part if isinstance(part, list) else [part])]
    return any(
        isinstance(inner, ast.Await | ast.YieldFrom)
        for one in flat
        if isinstance(one, ast.AST)
        for inner in ast.walk(one)
    )


def _statements_at(frame: Frame, sources: Mapping[str, str]) -> tuple[Statement, ...]:
    """Return the statements at a frame's line; for a one-line definition its head or its body."""
    found = statements(sources.get(frame.file, "")).get(frame.line, ())
    if found and isinstance(found[0].node, _DEFINITIONS):
        return found[1:] if found[0].node.name == frame.function else found[:1]
    return found


def _describe_end(
    change: FrameChange,
    found: tuple[Statement, ...],
    delta: Delta,
    heap: Mapping[int, HeapObject],
) -> Iterator[Sentence]:
    frame = change.frame
    if frame.kind is FrameKind.CLASS:
        yield sentence("class-body-ends", function=frame.function)
    elif found and not frame.function.startswith("<") and delta.step.value is not None:
        is_return = isinstance(found[-1].node, ast.Return)
        if not is_return and describe(delta.step.value, heap) == "None":
            yield from _describe_last(change, found, delta, heap)
            yield sentence("returns-at-its-end", function=frame.function)


def _describe_last(
    change: FrameChange,
    found: tuple[Statement, ...],
    delta: Delta,
    heap: Mapping[int, HeapObject],
) -> Iterator[Sentence]:
    """Yield what the statement did with which a frame ends."""
    if len(found) == 1 and line_that_ran(change, delta) is not None:
        yield from _describe_outcome(found[0].node, change, delta, heap, inside=False)


def _describe_run(
    statement: Statement, change: FrameChange, delta: Delta, heap: Mapping[int, HeapObject]
) -> Iterator[Sentence]:
    was, line = change.was, delta.step.line
    node, inside = statement.node, line in statement.body
    if was is None or (not statement.body and line == was.line):
        yield sentence("line-goes-on", line=line)
        return
    if line in statement.head and line != was.line:
        yield sentence("statement-goes-on", line=statement.head.start)
        return
    yield from _describe_outcome(node, change, delta, heap, inside=inside)


def _describe_outcome(
    node: ast.AST,
    change: FrameChange,
    delta: Delta,
    heap: Mapping[int, HeapObject],
    *,
    inside: bool,
) -> Iterator[Sentence]:
    """Yield what a statement that has run did; ``inside``: its body runs next."""
    branch = _branch(node, inside)
    if branch:
        yield branch
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield sentence("def-made", name=node.name)
        yield from _decorated(node)
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        yield from _assigned(node, change, delta, heap)
    elif isinstance(node, ast.ClassDef):
        yield sentence("class-made", name=node.name)
        yield from _decorated(node)
    elif isinstance(node, ast.stmt):
        yield _simple(node)


def _decorated(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Iterator[Sentence]:
    """Yield what the name of a decorated function or class refers to."""
    if node.decorator_list:
        yield sentence("decorated", code=f"@{_code(node.decorator_list[0])}", name=node.name)


def _branch(node: ast.AST, inside: bool) -> Sentence | None:
    """Return the sentence for the head of a statement whose body runs or is skipped."""
    match node:
        case ast.If(test=test):
            return sentence("if-true" if inside else "if-false", code=_code(test))
        case ast.While(test=test):
            return sentence("while-true" if inside else "while-false", code=_code(test))
        case ast.For(target=target) | ast.AsyncFor(target=target):
            return sentence("for-next" if inside else "for-over", code=_code(target))
        case ast.With(items=items) | ast.AsyncWith(items=items):
            key = "with-enters" if inside else "with-leaves"
            return sentence(key, code=_code(items[-1].context_expr))
        case ast.Try() | ast.TryStar():
            return sentence("try-begins")
        case ast.ExceptHandler(type=kind):
            if kind is None:
                return sentence("except-any")
            return sentence("except-matches" if inside else "except-passes", code=_code(kind))
        case ast.Match(subject=subject):
            return sentence("match-begins", code=_code(subject))
        case ast.match_case(pattern=pattern):
            return sentence("case-matches" if inside else "case-passes", code=_code(pattern))
    return None


def _assigned(
    node: ast.Assign | ast.AnnAssign | ast.AugAssign,
    change: FrameChange,
    delta: Delta,
    heap: Mapping[int, HeapObject],
) -> Iterator[Sentence]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    target = targets[0]
    if node.value is None:
        yield sentence("only-annotated", name=_code(target))
        return
    if not any(isinstance(one, ast.Name) for one in targets):
        unpacks = isinstance(target, ast.Tuple | ast.List)
        yield sentence("unpacked" if unpacks else "stored-into", code=_code(target))
        return
    bound = [one.id for one in targets if isinstance(one, ast.Name)]
    # A name declared `global` or `nonlocal` is not a local of the frame.
    name = next((one for one in bound if one in change.names[1]), bound[0])
    old, new = (names.get(name) for names in change.names)
    thing = heap.get(new) if new is not None else None
    if new is None or thing is None:
        yield sentence("assigned", name=name)
        return
    what = describe(new, heap)
    is_read = isinstance(node.value, ast.Name | ast.Attribute)
    if isinstance(node, ast.AugAssign) and (old != new or _is_changed(new, delta)):
        key = "augmented-itself" if old == new else "augmented-new"
        was = heap.get(old) if old is not None else None
        if was is not None and grew_in_place(was, thing):
            key = "augmented-grown"
        yield sentence(key, name=name, what=what)
    elif old == new and delta.before is not None and delta.before.event is not Event.LINE:
        # It was assigned before a call, such as that of a `__del__`, which has ended now.
        yield sentence("assigned", name=name)
    elif old == new:
        yield sentence("assigned-same", name=name, what=what)
    elif is_read and thing.refcount is not None:
        yield sentence("assigned-shared", code=_code(node.value), what=what)
    elif len(targets) > 1:
        yield sentence("assigned-chain", n=len(targets), what=what)


def _is_changed(serial: int, delta: Delta) -> bool:
    """Return whether the step changed what an object holds: ``n += 0`` changes nothing."""
    return any(
        one.old is not None and one.new is not None and one.old.content != one.new.content
        for one in delta.objects
        if one.serial == serial
    )


def _simple(node: ast.stmt) -> Sentence:
    """Return the sentence for a statement without a body."""
    match node:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            bound = ", ".join(name.asname or name.name.partition(".")[0] for name in names)
            return sentence("imported", name=bound)
        case ast.Assert(test=test):
            return sentence("assert-holds", code=_code(test))
        case ast.Global(names=scoped) | ast.Nonlocal(names=scoped):
            return sentence("scope-said", name=", ".join(scoped))
        case ast.TypeAlias(name=alias):
            return sentence("type-named", name=_code(alias))
        case ast.Expr(value=value):
            return _value(value)
    return sentence(_SIMPLE_KEYS[type(node)])


def _value(node: ast.expr) -> Sentence:
    """Return the sentence for an expression statement."""
    match node:
        case ast.Constant():
            return sentence("text-alone")
        case ast.Call(func=function):
            return sentence("call-through", code=_code(function))
        case ast.Await(value=awaited):
            return sentence("await-through", code=_code(awaited))
        case ast.Yield() | ast.YieldFrom():
            return sentence("yield-through")
    return sentence("value-unused", code=_code(node))


def _code(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= MAX_CODE else text[: MAX_CODE - 1] + "…"
