"""The outcome of the statement that ran, such as the branch taken or a copy made."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from visualizer.explain.exceptions import names_of_classes
from visualizer.explain.expressions.comprehensions import describe_filling, describe_test
from visualizer.explain.expressions.failing import failed_part, is_asserted
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import evaluates_annotations
from visualizer.explain.source.inner_code import quoted_code, runs_expression
from visualizer.explain.source.one_line import LEAVING, body_ran
from visualizer.explain.source.statements import (
    Statement,
    is_empty,
    names_in,
    parts_of,
    parts_of_head,
    statements,
)
from visualizer.explain.steps.decorators import describe_decorating, with_type_parameters
from visualizer.explain.steps.effects import describe_outcome, has_printed
from visualizer.explain.steps.frames import (
    FrameChange,
    is_left_by_exception,
    left_by_exception,
    line_that_ran,
    was_raised_within,
)
from visualizer.explain.steps.managers import (
    describe_loop_left,
    describe_managed,
    describe_passed,
    has_exception,
    passes_exception,
)
from visualizer.explain.steps.truths import describe_truth, describe_values, returned_true, was_true
from visualizer.model import (
    Event,
    ExceptionBody,
    Frame,
    FrameKind,
    Heap,
    HeapObject,
    Step,
    is_result,
    own_names,
    traceback_entries,
)

_TRIES = (ast.Try, ast.TryStar)
_WITHS = (ast.With, ast.AsyncWith)
_ON_ONE_LINE = (ast.If, ast.match_case, ast.For, ast.While, *_WITHS)
"""The statements that may have a body on the line of their heads."""
_YIELDING = (FrameKind.GENERATOR, FrameKind.ASYNC_GENERATOR)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_FINDING = (
    *(ast.Import, ast.ImportFrom, ast.alias, ast.Assign, ast.expr_context),
    *(ast.Name, ast.Attribute, ast.Subscript, ast.Constant),
)
"""The nodes of a statement that reads and binds objects without making one."""


def describe_statement(change: FrameChange) -> Iterator[Sentence]:
    """Yield sentences about the statement itself; none if its code is unknown."""
    previous, step = change.previous, change.step
    if change.was is None:
        return
    found = statements_at(change.was, change.sources)
    if step.event is Event.RETURN:
        yield from _describe_end(change, found)
    elif step.event is Event.FINISH:
        yield from _describe_last(change, found)
    elif step.event is Event.EXCEPTION:
        yield from _describe_raising(found, change)
    elif step.event is not Event.LINE or _ends_comprehension(change):
        return
    elif previous.event is Event.CALL and previous.thread == step.thread:
        yield _beginning(change)
    elif _raises_again(found, change):
        for one in found:
            yield from describe_outcome(one.node, change, inside=True)
        yield _where_exception_leads(change, change.was, found)
    elif _comes_by_exception(change, change.was, found):
        yield _where_exception_leads(change, change.was, found)
    elif len(found) > 1 and not runs_expression(change.frame):
        yield from _describe_several(found, change, change.was)
    elif found:
        yield from _describe_run(found[0], change, change.was)
    elif change.frame.kind is FrameKind.CLASS:
        yield sentence("class-notes")


def _describe_raising(found: tuple[Statement, ...], change: FrameChange) -> Iterator[Sentence]:
    """Yield the outcome of the condition that made an `assert`, or a `raise` on its line, fail."""
    if (test := failed_assertion(change)) is not None:
        yield describe_truth("assert-fails", test, quoted_code(test, change.text), change)
        yield from describe_values(test, change, holds=False)
    elif found and isinstance(found[-1].node, ast.Raise) and _holds(found, change):
        yield from describe_outcome(found[0].node, change, inside=True)


def _raises_again(found: tuple[Statement, ...], change: FrameChange) -> bool:
    """Whether a bare `raise` ran: the interpreter reports no exception for it in its own frame."""
    match found:
        case [*heads, Statement(node=ast.Raise(exc=None), head=own)] if change.was is not None:
            is_elsewhere = change.step.line not in own and change.previous.event is Event.LINE
            return is_elsewhere and (not heads or _comes_by_exception(change, change.was, found))
    return False


def failed_assertion(change: FrameChange) -> ast.expr | None:
    """Return the condition of the `assert` that raises the exception of the step."""
    if change.step.event is not Event.EXCEPTION or (node := failed_part(change)) is None:
        return None
    return node if isinstance(node, ast.expr) and is_asserted(node, change) else None


def _beginning(change: FrameChange) -> Sentence:
    """Return the sentence for the first line of a frame."""
    step = change.step
    if is_empty(step.file, change.sources):
        return sentence("module-empty", file=change.function)
    if (defined := with_type_parameters(step.function)) is not None:
        return sentence("type-parameters-next", function=defined)
    return sentence("body-begins", function=change.function, line=step.line)


def _ends_comprehension(change: FrameChange) -> bool:
    """Whether the line is reported again because a comprehension in it has failed."""
    was_filling = change.was is not None and _fills_result(change.was)
    return was_filling and is_left_by_exception(change.frame, change.heap)


def _fills_result(frame: Frame) -> bool:
    """Whether a frame is in a comprehension that has a list, set or dict to fill."""
    return any(is_result(name) for name, _ in frame.comprehension)


def _comes_by_exception(change: FrameChange, was: Frame, found: tuple[Statement, ...]) -> bool:
    """Whether an exception leads from the statement to the line of the step."""
    previous = change.previous
    if is_left_by_exception(was, change.heap):
        return True
    if any(isinstance(one.node, _WITHS) for one in found) and passes_exception(change):
        return True
    if (
        previous.event is Event.EXCEPTION
        and previous.thread == change.step.thread
        and not was_raised_within(change, change.delta)
        and not brings_result(previous, was, change.sources, change.heap)
    ):
        return True
    # The line of an `await` that an exception ends is reported again; from there, only the
    # exception leads to an `except`.
    if any(isinstance(one.node, ast.ExceptHandler) for one in found):
        return False
    there = statements_at(change.frame, change.sources)
    return any(isinstance(one.node, ast.ExceptHandler) for one in there)


def _where_exception_leads(
    change: FrameChange, was: Frame, found: tuple[Statement, ...]
) -> Sentence:
    """Return the sentence for the line to which an exception leads from the statement ``found``."""
    line = change.frame.line
    there = [one.node for one in statements_at(change.frame, change.sources)]
    tries = (one for one in parts_of(change.text) if isinstance(one, _TRIES))
    finals = (part for one in tries for part in one.finalbody[:1])
    if any(isinstance(one, ast.ExceptHandler) for one in there):
        key = "exception-goes-to-except"
    elif any(isinstance(one, _WITHS) for one in there) and has_exception(change):
        key = "exception-goes-to-with"
    elif any(part.lineno == line for part in finals):
        key = "exception-goes-to-finally"
    elif found and isinstance(node := found[0].node, _WITHS) and line != was.line:
        return describe_managed(node, change, inside=False)
    else:
        # The line of a waiting statement is reported again when its wait has failed.
        key = "exception-leaves-line" if line == was.line else "exception-goes-to"
    return sentence(key, line=line)


def describe_passing(change: FrameChange) -> Iterator[Sentence]:
    """Yield the outcome of a line that an exception has left without a step in the line's frame.

    That is a handler which it passed, a `with` which it ended, or a bare `raise`; also an exit
    method that let it propagate.
    """
    yield from describe_passed(change)
    stack, event = change.before.stacks.get(change.step.thread, ()), change.step.event
    frame = left_by_exception(change.before, change.delta)
    if event is Event.UNCAUGHT and change.previous.event is Event.LINE and stack:
        frame = stack[-1]
    if frame is None or is_left_by_exception(frame, change.heap):
        return
    names = dict(own_names(frame))
    there = replace(change, frame=frame, was=frame, names=(names, names))
    match statements_at(frame, change.sources):
        case (Statement(node=ast.ExceptHandler() | ast.With() | ast.AsyncWith() as head), *_):
            yield from describe_outcome(head, there, inside=False)
        case (*_, Statement(node=ast.Raise(exc=None) as again)):
            yield from describe_outcome(again, there, inside=False)


def names_of_handlers(change: FrameChange | None) -> frozenset[str]:
    """Return the names that the `except` blocks around the line remove at their end."""
    if change is None or change.was is None:
        return frozenset()
    line, listed = change.was.line, statements(change.text).values()
    around = (one for found in listed for one in found if line in one.body or line in one.head)
    nodes = (one.node for one in around)
    return frozenset(
        one.name for one in nodes if isinstance(one, ast.ExceptHandler) and one.name is not None
    )


def brings_result(step: Step, frame: Frame | None, sources: Mapping[str, str], heap: Heap) -> bool:
    """Whether an exception only passes a statement the result of its wait, or ends its loop.

    CPython before 3.15 reports the StopIteration that ends an awaitable (SEND in ceval); every
    version reports the StopAsyncIteration that ends an `async for`, and the StopIteration of a
    `__next__` in Python that ends a `for`.
    """
    if step.event is not Event.EXCEPTION or step.exception is None or frame is None:
        return False
    thing = heap.get(step.exception)
    if thing is None:
        return False
    kinds = names_of_classes(thing, heap)
    parts = tuple(statement_parts(frame, sources))
    if "StopAsyncIteration" in kinds:
        return any(is_async_loop(one) for one in parts)
    return "StopIteration" in kinds and (
        any(waits(one) for one in parts)
        or (
            any(isinstance(one, ast.For | ast.comprehension) for one in parts)
            and _is_taken_at_once(frame, thing, heap)
        )
    )


def _is_taken_at_once(frame: Frame, raised: HeapObject, heap: Heap) -> bool:
    """Whether a loop takes an exception before the frame is added to its traceback.

    FOR_ITER in CPython's bytecodes.c reports it and clears it; any other exception that reaches a
    frame has the frame in its traceback (PyTraceBack_Here in ceval.c).
    """
    content = raised.content
    if not isinstance(content, ExceptionBody) or content.traceback is None:
        return isinstance(content, ExceptionBody)  # no frame at all: a generator has returned
    entry = next(traceback_entries(raised, heap), None)
    where = entry.frame if entry is not None else None
    return where is not None and 0 != where.address != frame.address != 0


def waits(node: ast.AST) -> bool:
    """Whether a frame may pause at a part of a statement, not counting `yield`."""
    return isinstance(node, ast.Await | ast.YieldFrom | ast.AsyncWith) or is_async_loop(node)


def is_async_loop(node: ast.AST) -> bool:
    """Whether a part of a statement is `async for`, also in a comprehension."""
    return isinstance(node, ast.AsyncFor) or bool(getattr(node, "is_async", False))


def statement_parts(frame: Frame, sources: Mapping[str, str]) -> Iterator[ast.AST]:
    """Yield the statements at a frame's line and their syntax nodes, without their bodies.

    Lambdas and generator expressions are not entered unless the frame runs such an expression.
    """
    is_inner = runs_expression(frame)
    for found in statements_at(frame, sources):
        yield found.node
        waiting = [*parts_of_head(found.node)]
        while waiting:
            node = waiting.pop()
            yield node
            if is_inner or not isinstance(node, ast.Lambda | ast.GeneratorExp):
                waiting += ast.iter_child_nodes(node)


def raises(change: FrameChange) -> bool:
    """Whether the line that ran has a `raise`."""
    return any(isinstance(one, ast.Raise) for one in parts_that_ran(change))


def parts_that_ran(change: FrameChange | None) -> Iterator[ast.AST]:
    """Yield the statements and syntax nodes of the line that the innermost frame has run."""
    if change is not None and change.was is not None:
        yield from statement_parts(change.was, change.sources)


def only_finds(change: FrameChange | None) -> tuple[bool, bool]:
    """Whether the line that ran only reads or imports, and whether it imports.

    Its objects may have existed before; a library may have made them for itself only.
    """
    parts = [*parts_that_ran(change)]
    imports = any(isinstance(one, ast.alias) for one in parts)
    return bool(parts) and all(isinstance(one, _FINDING) for one in parts), imports


def statements_at(frame: Frame, sources: Mapping[str, str]) -> tuple[Statement, ...]:
    """Return the statements at a frame's line; for a one-line definition its head or its body.

    A frame that evaluates annotations runs none.
    """
    text = sources.get(frame.file, "")
    found = () if evaluates_annotations(frame, text) else statements(text).get(frame.line, ())
    if found and isinstance(found[0].node, _DEFINITIONS):
        return found[1:] if found[0].node.name == frame.function else found[:1]
    return found


def _describe_end(change: FrameChange, found: tuple[Statement, ...]) -> Iterator[Sentence]:
    frame, value = change.frame, change.step.value
    if found and isinstance(node := found[-1].node, ast.Return):
        yield from describe_loop_left(node, change)
    if frame.kind is FrameKind.CLASS:
        # From 3.14 on, a body with annotations returns to its head (PEP 649).
        if not any(getattr(one.node, "name", "") == frame.function for one in found):
            yield from _describe_last(change, found)
        yield sentence("class-body-ends", function=frame.function)
    elif frame.kind in _YIELDING and value is not None and describe(value, change.heap) == "None":
        is_return = bool(found) and isinstance(found[-1].node, ast.Return)
        if not frame.function.startswith("<") and not is_return:
            yield from _describe_last(change, found)
        yield sentence("generator-ends", function=change.function)
    elif change.text and not frame.function.startswith("<") and value is not None:
        is_none = describe(value, change.heap) == "None"
        # A body of only a docstring has no statement.
        if is_none and not (found and isinstance(found[-1].node, ast.Return)):
            yield from _describe_last(change, found)
            yield sentence("returns-at-its-end", function=change.function)
        elif len(found) == 2:
            # A value shows that the body ran; None may come from the function's end.
            head = found[0].node
            ran = isinstance(head, ast.ExceptHandler) or not is_none or _holds(found, change)
            if ran is not None:
                # The end of a `with` has called its exit method.
                inside = ran and not isinstance(head, _WITHS)
                yield from describe_outcome(head, change, inside=inside)
            if ran is False:
                yield sentence("returns-at-its-end", function=change.function)


def _describe_last(change: FrameChange, found: tuple[Statement, ...]) -> Iterator[Sentence]:
    """Yield the effects of the last statement of a frame."""
    previous = change.previous
    if line_that_ran(change, change.delta) is None and not brings_result(
        previous, change.was, change.sources, change.heap
    ):
        return
    if len(found) == 1:
        yield from describe_outcome(found[0].node, change, inside=False)
    elif (ran := _holds(found, change)) is not None:
        yield from _head_and_body(found, change, ran)


def _holds(found: tuple[Statement, ...], change: FrameChange) -> bool | None:
    """Whether a body on the line of its head ran, by its condition or pattern and what it printed.

    None if that is not known.
    """
    if len(found) != 2 or not isinstance(found[0].node, _ON_ONE_LINE):
        return None
    head, body = found[0].node, found[1].node
    if head.body != [body]:
        return None
    if isinstance(head, ast.For | ast.While):
        # The head of a loop runs last, unless the body leaves it.
        return None if isinstance(body, LEAVING) else False
    if isinstance(head, _WITHS):
        return True
    ran = None
    if isinstance(head, ast.match_case):
        ran = body_ran(found, change.step.line, set(), change.text)
    elif not head.orelse:
        ran = was_true(head.test, change)
        ran = returned_true(head.test, body, change) if ran is None else ran
    parts = [*chain.from_iterable(map(ast.walk, parts_of_head(head)))]
    has_run = not any(isinstance(one, ast.Call) for one in parts) and has_printed(body, change)
    if change.returned is not None:
        has_run |= change.returned.function in names_in(ast.walk(body)) - names_in(parts)
    return True if ran is None and has_run else ran


def _describe_several(
    found: tuple[Statement, ...], change: FrameChange, was: Frame
) -> Iterator[Sentence]:
    """Yield the effects of a line with several statements, as far as they are known."""
    line = change.step.line
    if line == was.line and _fills_result(change.frame):
        yield sentence("line-goes-on", line=line)
        return
    if line != was.line and any(line in one.head for one in found):
        # A condition of several lines is evaluated, or the body on its last line begins.
        yield sentence("statement-goes-to", line=line)
        return
    if change.previous.event is Event.RESUME and (paused := _paused_body(found)) is not None:
        yield from describe_outcome(paused, change, inside=False)
        return
    if (ran := ran_on_line(found, change)) is None:
        yield sentence("did-several", n=len(found))
    else:
        yield from _head_and_body(found, change, ran)


def ran_on_line(found: tuple[Statement, ...], change: FrameChange) -> bool | None:
    """Whether the body of a line's head, on the same line, has run; None if that is not known."""
    ran = None
    if change.step.event is Event.LINE:
        old, new = change.names
        rebound = {name for name in new if old.get(name) != new[name]}
        ran = body_ran(found, change.step.line, rebound, change.text)
    return _holds(found, change) if ran is None else ran


def _paused_body(found: tuple[Statement, ...]) -> ast.AST | None:
    """Return the body on the line of its head in which a frame was paused, if only it can pause."""
    if len(found) != 2:
        return None
    head, body = found[0].node, found[1].node
    in_head = chain.from_iterable(map(ast.walk, parts_of_head(head)))
    is_in_head = waits(head) or any(_pauses(one) for one in in_head)
    return None if is_in_head or not any(map(_pauses, ast.walk(body))) else body


def _pauses(node: ast.AST) -> bool:
    return isinstance(node, ast.Yield) or waits(node)


def _head_and_body(
    found: tuple[Statement, ...], change: FrameChange, ran: bool
) -> Iterator[Sentence]:
    head, body = found[0].node, found[1].node
    if isinstance(head, _WITHS):
        left = describe_managed(head, change, inside=False)
        if left.key != "with-handled":
            yield from describe_outcome(body, change, inside=False)
        yield left
        return
    if not ran and isinstance(head, ast.While) and was_true(head.test, change):
        # Python tests the condition again where the body ends, without a step.
        yield from describe_outcome(body, change, inside=False)
    if not (ran and _was_bound_before(head, change)):
        yield from describe_outcome(head, change, inside=ran)
    if ran:
        yield from describe_outcome(body, change, inside=False)


def _was_bound_before(head: ast.AST, change: FrameChange) -> bool:
    """Whether a loop on one line bound its names in an earlier step, before a call in its body."""
    stack = change.before.stacks.get(change.step.thread, ())
    if change.previous.event is not Event.RETURN or not stack or not isinstance(head, ast.For):
        return False
    if stack[-1].function == "__next__":
        return False
    names = [one.id for one in ast.walk(head.target) if isinstance(one, ast.Name)]
    known = [change.bindings(one) for one in names]
    return all(before == now for before, now in known)


def _describe_run(statement: Statement, change: FrameChange, was: Frame) -> Iterator[Sentence]:
    line = change.step.line
    node, inside = statement.node, line in statement.body
    is_part = runs_expression(change.frame)
    if line == was.line and (is_part or not inside):
        yield sentence("line-goes-on", line=line)
        yield from describe_filling(statement, change)
        if change.frame.function == "<genexpr>" and change.previous.event is Event.RESUME:
            is_waiting = change.frame.kind is not FrameKind.GENERATOR
            yield sentence("yield-through" if is_waiting else "asks-for-next-item")
        return
    if is_part or (line in statement.head and line != was.line):
        if isinstance(node, _DEFINITIONS) and node.decorator_list and not is_part:
            yield from describe_decorating(node, was, change)
        else:
            yield from describe_test(statement, change)
            if is_part:
                # The statement may have ended long before: it has made a generator or a function.
                yield sentence("expression-goes-to", line=line)
            elif was.line == statement.head.start:
                yield sentence("statement-goes-to", line=line)
            else:
                yield sentence("statement-goes-on", line=statement.head.start)
        return
    yield from describe_outcome(node, change, inside=inside)
