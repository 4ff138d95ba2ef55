"""Describes what a ``with`` entered or left, jumps that leave blocks, and writes to files."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import function_name
from visualizer.explain.source.inner_code import quoted_code
from visualizer.explain.source.statements import Statement, statements
from visualizer.explain.steps.frames import FrameChange, was_raised_within
from visualizer.explain.steps.truths import value_before
from visualizer.model import (
    Event,
    ExceptionBody,
    Frame,
    Function,
    HeapObject,
    Instance,
    Lock,
    Method,
    content_of,
    is_of_library,
)
from visualizer.model.files import is_closed, is_file, is_stored_file

type Jump = ast.Return | ast.Break | ast.Continue

_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

_KEYS = {
    "lock": ("with-enters-lock", "with-leaves-lock"),
    "file": ("with-enters-file", "with-leaves-file"),
    "one": ("with-enters", "with-leaves"),
    "several": ("with-enters-all", "with-leaves-all"),
}
"""By the kind of manager: the sentence before the block, and the one after it."""
_LOCKS = ("Condition", "Lock", "Semaphore", "BoundedSemaphore")
"""The classes of `threading` and `asyncio` that are acquired and released like a lock."""


def describe_managed(
    node: ast.With | ast.AsyncWith, change: FrameChange, *, inside: bool
) -> Sentence:
    """Return the sentence about the managers on the line that ran; others have their own steps."""
    names = "__enter__", "__exit__"
    if isinstance(node, ast.AsyncWith):
        names = "__aenter__", "__aexit__"
    handling = () if inside else _left(node, change)
    if handling:
        return sentence("with-handled", name=names[1], code=_quoted(handling, change))
    line = node.lineno if change.was is None else change.was.line
    here = [one for one in node.items if one.context_expr.lineno == line] or node.items
    code = _quoted(here, change)
    kind = _kind(here[0], change, inside=inside) if len(here) == 1 else "several"
    key = _KEYS[kind][not inside]
    if kind in ("lock", "file"):
        return sentence(key, code=code)
    more = {"enter": names[0], "exit": names[1]} if inside else {"exit": names[1]}
    return sentence(key, code=code, **more)


def _quoted(items: Iterable[ast.withitem], change: FrameChange) -> str:
    return ", ".join(quoted_code(one.context_expr, change.text) for one in items)


def _kind(item: ast.withitem, change: FrameChange, *, inside: bool) -> str:
    """Return the kind of a single manager."""
    thing = _reached(item.context_expr, change)
    if thing is not None and (
        isinstance(thing.content, Lock)
        or (thing.type in _LOCKS and is_of_library(thing, change.heap))
    ):
        return "lock"
    file = thing or _on_stack(change, inside=inside)
    if file is None and change.has_begun and item.optional_vars is not None:
        # The whole `with` has run in C: what it has bound and closed is its manager.
        bound = _reached(item.optional_vars, change)
        file = bound if bound is not None and is_closed(bound.content, change.heap) else None
    return "file" if file is not None and is_stored_file(file) else "one"


def _on_stack(change: FrameChange, *, inside: bool) -> HeapObject | None:
    """Return the manager that a `with` has pushed on the evaluation stack, or popped from it.

    Before 3.14 its bound method is on the stack. The object behind `as` may be another: a manager
    of the program may give a file that it does not close.
    """
    now, was = change.frame.operands, change.was.operands if change.was is not None else ()
    more, less, heap = (now, was, change.heap) if inside else (was, now, change.before.heap)
    found = next((heap.get(one) for one in more if one not in less), None)
    match found.content if found is not None else None:
        case Method(self=owner) | Function(attributes=(("__self__", owner),)):
            return heap.get(owner)
    return found


def _reached(node: ast.expr, change: FrameChange) -> HeapObject | None:
    """Return the object of a name or of an attribute; None for other expressions."""
    match node:
        case ast.Name(id=name):
            return change.heap.get(change.bindings(name)[1] or 0)
        case ast.Attribute(value=inner, attr=name):
            holder = _reached(inner, change)
            if holder is not None and isinstance(holder.content, Instance):
                return change.heap.get(dict(holder.content.attributes).get(name, 0))
    return None


def describe_written(node: ast.stmt, change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence with the value that a call of ``write`` wrote to a file, if it is known."""
    match node:
        case ast.Expr(
            value=ast.Call(func=ast.Attribute(value=reached, attr="write"), args=[given])
        ):
            file, found = _reached(reached, change), value_before(given, change)
            value = found.text
            if found.serial is not None:
                value = describe(found.serial, change.before.heap)
            if file is not None and is_file(file) and value:
                code = quoted_code(reached, change.text)
                yield sentence("written-to-file", code=code, value=value)


def _left(node: ast.With | ast.AsyncWith, change: FrameChange) -> Sequence[ast.withitem]:
    """Return the item of a `with` that has handled the exception of its block.

    The exception is on top of the evaluation stack while the exit method is called
    (WITH_EXCEPT_START in CPython's bytecodes.c), and stays there if it propagates. An exit method
    in C has no step if the line of the `with` itself failed: any of the items may have handled it.
    """
    was, now, heap = change.was, change.frame, change.heap
    is_raised = change.previous.event is Event.EXCEPTION
    if is_raised and not was_raised_within(change, change.delta):
        return node.items
    raised = _leaving(was, change) if was is not None else None
    if was is None or raised is None or raised in now.operands:
        return ()
    things = {one.serial: one.old for one in change.delta.objects if one.old is not None}
    below = was.operands[: was.operands.index(raised)]
    gone = [things.get(one, heap.get(one)) for one in below if one not in now.operands]
    contents = [one.content for one in gone if one is not None]
    exits = sum(not isinstance(one, ExceptionBody | Function) for one in contents)
    place = min(exits, len(node.items)) - 1
    return node.items[place : place + 1] or node.items[-1:]


def has_exception(change: FrameChange) -> bool:
    """Whether an exception is on top of the frame's evaluation stack after the step."""
    return any(_is_exception(one, change) for one in change.frame.operands[-1:])


def passes_exception(change: FrameChange) -> bool:
    """Whether the exit method of a `with` was called for an exception, which then propagates."""
    was, left = change.was, change.frame.operands
    return was is not None and len(left) < len(was.operands) and _leaving(was, change) in left


def _leaving(frame: Frame, change: FrameChange) -> int | None:
    """Return the exception for which a frame calls an exit method, or awaits its result.

    It is on top of the evaluation stack then, or beneath the awaited coroutine.
    """
    top = frame.operands[:-3:-1]
    return next((one for one in top if _is_exception(one, change)), None)


def _is_exception(serial: int, change: FrameChange) -> bool:
    return isinstance(content_of(serial, change.heap), ExceptionBody)


def describe_passed(change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence if an exit method of the program has just let an exception propagate."""
    called = change.returned
    if called is None or called.function not in ("__exit__", "__aexit__"):
        return
    around = change.before.stacks[change.step.thread][-2:-1]
    raised = next((_leaving(frame, change) for frame in around), None)
    if raised is not None and (raised == change.step.exception or passes_exception(change)):
        function = function_name(called, change.before, change.sources)
        yield sentence("exit-passes", function=function)


def describe_jump(node: Jump, change: FrameChange) -> Iterator[Sentence]:
    """Yield whether a jump waits for a block, and whether it skips the `else` of its loop.

    A `return` that does not wait ends its frame, which other sentences explain.
    """
    around = [one for one in _statements(change.text) if _encloses(one, node)]
    loops = [one for one in around if isinstance(one.node, _LOOPS) and node.lineno in one.body]
    loop = max(loops, key=lambda one: one.body.start, default=None)
    first = 0 if loop is None or isinstance(node, ast.Return) else loop.body.start
    left = [one for one in around if first <= one.head.start]
    word, line = type(node).__name__.lower(), change.step.line
    if any(isinstance(one.node, ast.With | ast.AsyncWith) and line in one.head for one in left):
        yield sentence("jump-waits-for-with", code=word)
    elif isinstance(node, ast.Return) or any(_begins_finally(one, node, line) for one in left):
        yield sentence("jump-waits", code=word)
    else:
        yield sentence("break-ran" if isinstance(node, ast.Break) else "continue-ran")
    if isinstance(node, ast.Break) and loop is not None and getattr(loop.node, "orelse", None):
        yield sentence("loop-else-skipped")


def describe_loop_left(node: ast.Return, change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence if a `return` has ended a loop, too.

    None if it is on the line of the loop: the loop may have ended without it.
    """
    around = [one for one in _statements(change.text) if _encloses(one, node)]
    blocks = [one for one in around if isinstance(one.node, (*_LOOPS, *_FUNCTIONS))]
    last = max(blocks, key=lambda one: one.head.start, default=None)
    is_loop = last is not None and isinstance(last.node, _LOOPS)
    if last is not None and is_loop and last.head.start != node.lineno in last.body:
        yield sentence("return-ends-loop", line=last.head.start)


def _statements(text: str) -> Iterator[Statement]:
    return chain.from_iterable(statements(text).values())


def _encloses(statement: Statement, node: Jump) -> bool:
    return statement.head.start <= node.lineno <= (getattr(statement.node, "end_lineno", 0) or 0)


def _begins_finally(statement: Statement, node: Jump, line: int) -> bool:
    """Whether a line begins the `finally` of a `try` that the jump leaves."""
    final: list[ast.stmt] = getattr(statement.node, "finalbody", [])
    return bool(final) and node.lineno < final[0].lineno == line
