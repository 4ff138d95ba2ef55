"""The line that a step ran, or that waits for the step's call to end."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from visualizer.explain.expressions.comprehensions import only_passes
from visualizer.explain.naming import cut
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import evaluates_annotations
from visualizer.explain.source.inner_code import (
    Inner,
    code_line,
    expression_of,
    loop_text,
    quoted_code,
    runs_expression,
    text_from,
    text_of,
    value_text,
)
from visualizer.explain.source.statements import is_at, is_empty, statements
from visualizer.explain.steps.frames import (
    FrameChange,
    ended_without_step,
    frame_change,
    is_left_by_exception,
    left_by_exception,
    line_that_ran,
)
from visualizer.explain.steps.outcomes import (
    brings_result,
    failed_assertion,
    statement_parts,
    statements_at,
    waits,
)
from visualizer.model import Code, Delta, Event, Frame, FrameKind, State, Step
from visualizer.model import waits as waits_in

_KEYS = {
    "ran": ("ran-code", "ran-line"),
    "ran-to": ("ran-to", "running-line"),
    "running": ("running-code", "running-line"),
    "unfinished": ("unfinished-code", "unfinished-line"),
}
"""By the state of a line: the sentence with its code, and the one without."""

_ENDS = (Event.LINE, Event.RETURN, Event.YIELD, Event.EXCEPTION)
"""The events that end a line of a thread during which other threads had steps."""

_PAUSING = {
    ast.Await: "await",
    ast.Yield: "yield",
    ast.YieldFrom: "yield from",
    ast.AsyncFor: "async for",
    ast.AsyncWith: "async with",
    ast.comprehension: "async for",
}
"""The syntax at which a frame pauses."""


_MAX_CODE = 160
"""The maximum number of characters of a line that a sentence quotes."""


def describe_line(change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence about the line: it ran, still runs or failed.

    For a frame that runs an expression inside a line, only that part; nothing if the expression is
    ambiguous, or if an earlier step already reported that the line failed.
    """
    found = _line_of(change) or _line_that_waited(change)
    if found is None:
        return
    frame, line = found
    if is_left_by_exception(frame, change.heap) or is_empty(frame.file, change.sources):
        return
    if only_passes(change):
        yield sentence("value-passed", line=line)
        return
    text = change.sources.get(frame.file, "")
    line = _of_class_body(frame, line, text)
    if evaluates_annotations(frame, text):
        yield _annotating(line, text)
        return
    if text and change.step.event is Event.RETURN and not statements_at(frame, change.sources):
        # The end of a body that is only a docstring is at its head, which does not run again; from
        # 3.14 on also that of a class body with annotations.
        return
    inner = None
    if runs_expression(frame) and text:
        inner = expression_of(frame, _code_of(frame, change), text)
        if inner is None:
            return
    key, word = "ran", ""
    if left_by_exception(change.before, change.delta) is None:
        key, word = _way(replace(frame, line=line), inner, change)
    code = _quoted(frame, line, inner, None if word else change.step.event, text)
    if inner is None and key != "running":
        code = _whole(replace(frame, line=line), change.step, change.sources) or code
    code = cut(code, _MAX_CODE)
    key, word = ("running", "") if code and code == word else (key, word)
    # A line of only brackets is not quoted.
    with_code, without = _KEYS[key]
    if not any(one.isalnum() for one in code):
        yield sentence(without, line=line)
    elif key == "running" and frame.file != change.step.file:
        # Name the file, because the window shows the other file.
        yield sentence("running-code-in", code=code, line=line, file=PurePath(frame.file).name)
    else:
        yield sentence(with_code, code=code, line=line, **({"word": word} if word else {}))


def _of_class_body(frame: Frame, line: int, text: str) -> int:
    """Return the line itself, or that of `class` where a class body begins at its decorators.

    The decorators run before the body and after it, in the frame around it.
    """
    for one in statements(text).get(line, ()) if frame.kind is FrameKind.CLASS else ():
        if isinstance(one.node, ast.ClassDef) and one.node.name == frame.function:
            return max(line, one.node.lineno)
    return line


def _annotating(line: int, text: str) -> Sentence:
    """Return the sentence for a line of a frame that evaluates annotations.

    The head of a class has none: there the frame puts those of the body into a dict.
    """
    if is_at(line, text, ast.ClassDef):
        return sentence("annotations-gathered")
    code = cut(code_line(text, line), _MAX_CODE)
    return sentence("annotation-evaluated", code=code, line=line)


def place_of_step(before: State, delta: Delta) -> tuple[str, int] | None:
    """Return the file and line that the step ran, or left unfinished; None for the first step."""
    if delta.before is None:
        return None
    change = frame_change(before, delta)
    found = _line_of(change) if change is not None else None
    if found is not None:
        return found[0].file, found[1]
    # Nothing ran: a function has just begun, or an exception has reached its handler.
    there = change.was if change is not None and change.was is not None else delta.step
    return there.file, there.line


def _line_of(change: FrameChange) -> tuple[Frame, int] | None:
    """Return the frame whose line ran or waits for the step's call, and the line."""
    event, was = change.step.event, change.was
    if event in (Event.CALL, Event.RESUME):
        return (change.caller, change.caller.line) if change.caller is not None else None
    ran = line_that_ran(change, change.delta)
    if ran is None:
        return (was, was.line) if event is Event.EXCEPTION and was is not None else None
    left = ended_without_step(change.before, change.delta)
    if left is not None and was is not None and event is not Event.EXCEPTION:
        # The frame of a closed generator ends without a step of its own.
        return was, was.line
    # After an uncaught exception the innermost frame is that of its traceback.
    return left or was or change.before.stacks[change.step.thread][-1], ran[1]


def _line_that_waited(change: FrameChange) -> tuple[Frame, int] | None:
    """Return the line of a statement whose wait has ended, or that ran while other threads did."""
    was, step, previous = change.was, change.step, change.previous
    if was is None:
        return None
    if previous.thread == step.thread:
        ends = brings_result(previous, was, change.sources, change.heap)
    else:
        # A new frame is at its `def`, which is not one of its statements.
        ends = step.event in _ENDS and bool(statements_at(was, change.sources))
    return (was, was.line) if ends else None


def _code_of(frame: Frame, change: FrameChange) -> Code | None:
    number = frame.code
    new = (one for one in change.delta.codes if one.number == number)
    return change.before.codes.get(number or 0) or next(new, None)


def _way(there: Frame, inner: Inner | None, change: FrameChange) -> tuple[str, str]:
    """Return a key for the state of the line, and the word at which it pauses."""
    step, sources = change.step, change.sources
    match step.event:
        case Event.CALL | Event.RESUME:
            return "running", ""
        case Event.YIELD:
            word = _pausing_word(ast.walk(inner) if inner else statement_parts(there, sources))
            if word and (inner is None or waits_in(step, there.kind, change.heap)):
                return "ran-to", word
            return ("ran" if isinstance(inner, ast.GeneratorExp) else "running"), ""
        # With the exception, a frame may get its object, and so another address.
        case Event.EXCEPTION if brings_result(
            step, replace(there, address=change.frame.address), sources, change.heap
        ):
            return "running", ""
        case Event.EXCEPTION:
            raising = (ast.Raise, ast.Expr) if _exits(change) else ast.Raise
            raises = failed_assertion(change) is not None
            raises |= any(isinstance(one, raising) for one in statement_parts(there, sources))
            return ("ran" if raises else "unfinished"), ""
        case Event.LINE if is_at(step.line, sources.get(step.file, ""), ast.ExceptHandler):
            # The interpreter reports the line of a failed wait again.
            failed = any(waits(one) for one in statement_parts(there, sources))
            return ("unfinished" if failed else "ran"), ""
        case Event.LINE if _goes_on(there, step, sources):
            return "running", ""
    return "ran", ""


def _exits(change: FrameChange) -> bool:
    """Whether the step raises a new `SystemExit`, as `sys.exit` does."""
    raised = change.heap.get(change.step.exception or 0)
    is_exit = raised is not None and raised.type == "SystemExit"
    return is_exit and change.step.exception != change.previous.exception


def _goes_on(there: Frame, step: Step, sources: Mapping[str, str]) -> bool:
    """Whether a statement of several lines, or a decorated one, continues on another line.

    The frame of a class body begins on the head of its own statement.
    """
    found = statements_at(there, sources) if there.file == step.file else ()
    if not found:
        known = statements(sources.get(there.file, ""))
        return there.kind is FrameKind.CLASS and there.line in known
    head = found[0].head
    begins = there.line == head.start or bool(getattr(found[0].node, "decorator_list", None))
    return begins and there.line != step.line and step.line in head


def _pausing_word(nodes: Iterable[ast.AST]) -> str:
    """Return the word at which code pauses; empty if it has none, or several kinds."""
    pausing = (one for one in nodes if getattr(one, "is_async", True))
    found = {_PAUSING[type(one)] for one in pausing if type(one) in _PAUSING}
    return found.pop() if len(found) == 1 else ""


def _body_on(frame: Frame, line: int, text: str) -> str:
    """Return the body of a function that is defined on one line."""
    found = statements(text).get(line, ())
    is_own = (
        frame.kind not in (FrameKind.MODULE, FrameKind.CLASS)
        and len(found) > 1
        and isinstance(found[0].node, ast.FunctionDef | ast.AsyncFunctionDef)
        and found[0].node.name == frame.function
    )
    return text_from(found[1].node, text) if is_own else ""


def _whole(there: Frame, step: Step, sources: Mapping[str, str]) -> str:
    """Return a statement of several lines that has ended; empty for any other."""
    found = statements_at(there, sources)
    if len(found) != 1 or found[0].body or len(found[0].head) < 2:
        return ""
    if step.event is Event.LINE and there.file == step.file and step.line in found[0].head:
        return ""
    node = found[0].node
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if is_text or not isinstance(node, ast.stmt):
        return ""
    return quoted_code(node, sources.get(there.file, ""))


def _quoted(frame: Frame, line: int, inner: Inner | None, event: Event | None, text: str) -> str:
    """Return the part of the line that the frame runs; ``event`` is None if it only waits."""
    if inner is None:
        return _body_on(frame, line, text) or code_line(text, line)
    if event is Event.YIELD and isinstance(inner, ast.GeneratorExp):
        return value_text(inner, line, text)
    if event is Event.RETURN:
        return loop_text(inner, line, text)
    return text_of(inner, line, text)
