"""The line that a step ran, or that waits for the step's call to end."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.inner_code import (
    Inner,
    code_line,
    expression_of,
    loop_text,
    runs_expression,
    text_from,
    text_of,
    value_text,
)
from visualizer.explain.source.statements import is_empty, statements
from visualizer.explain.steps.effects import quoted_code
from visualizer.explain.steps.frames import FrameChange, is_left_by_exception, line_that_ran
from visualizer.explain.steps.outcomes import brings_result, statement_parts, statements_at, waits
from visualizer.model import Code, Delta, Event, Frame, FrameKind, HeapObject, State, Step

_KEYS = {
    "ran": ("ran-code", "ran-line"),
    "ran-to": ("ran-to", "running-line"),
    "running": ("running-code", "running-line"),
    "unfinished": ("unfinished-code", "unfinished-line"),
}
"""What becomes of a line: the sentence with its code, and the one without."""

_PAUSING = {
    ast.Await: "await",
    ast.Yield: "yield",
    ast.YieldFrom: "yield from",
    ast.AsyncFor: "async for",
    ast.AsyncWith: "async with",
    ast.comprehension: "async for",
}
"""What a frame pauses at."""


def describe_line(
    change: FrameChange | None,
    before: State,
    delta: Delta,
    sources: Mapping[str, str],
    heap: Mapping[int, HeapObject],
) -> Iterator[Sentence]:
    """Yield what became of the line: it ran, still runs or failed.

    Of a frame that runs an expression inside a line only its part is told; nothing if several
    expressions on the line may be meant, or if it was told already that the line failed.
    """
    found = (
        _line_of(change, before, delta)
        or _line_that_waited(change, delta, sources, heap)
        or _line_before_other_threads(change, delta, sources)
    )
    if found is None:
        return
    frame, line = found
    if is_left_by_exception(frame, heap) or is_empty(frame.file, sources):
        return
    text = sources.get(frame.file, "")
    inner = None
    if runs_expression(frame) and text:
        inner = expression_of(frame, _code_of(frame, before, delta), text)
        if inner is None:
            return
    key, word = "ran", ""
    if left_by_exception(before, delta) is None:
        key, word = _way(replace(frame, line=line), inner, delta, sources, heap)
    code = _quoted(frame, line, inner, delta.step.event, text)
    if inner is None and key != "running":
        code = _whole(replace(frame, line=line), delta.step, sources) or code
    # A bracket alone tells nothing.
    with_code, without = _KEYS[key]
    if not any(one.isalnum() for one in code):
        yield sentence(without, line=line)
    elif word:
        yield sentence(with_code, code=code, line=line, word=word)
    else:
        yield sentence(with_code, code=code, line=line)


def left_by_exception(before: State, delta: Delta) -> Frame | None:
    """Return the frame that an exception has just left, after a line that handled it in vain.

    An exception that goes on after a ``finally`` is not reported in that frame again.
    """
    return _left(before, delta) if delta.step.event is Event.EXCEPTION else None


def _left(before: State, delta: Delta) -> Frame | None:
    """Return the frame of the last line, if it has gone without a step of its own."""
    step, previous = delta.step, delta.before
    old = before.stacks.get(step.thread, ())
    if not old or previous is None or previous.event is not Event.LINE:
        return None
    if previous.thread != step.thread:
        return None
    now = next((one.new for one in delta.stacks if one.thread == step.thread), old) or ()
    return old[-1] if all(one.serial != old[-1].serial for one in now) else None


def _line_of(change: FrameChange | None, before: State, delta: Delta) -> tuple[Frame, int] | None:
    """Return the frame whose line ran, or that waits for the step's call, with the line."""
    if change is None:
        return None
    if delta.step.event in (Event.CALL, Event.RESUME):
        return (change.caller, change.caller.line) if change.caller is not None else None
    ran = line_that_ran(change, delta)
    if ran is None and delta.step.event is Event.EXCEPTION and change.was is not None:
        return change.was, change.was.line
    if ran is None:
        return None
    left = _left(before, delta)
    if left is not None and change.was is not None and delta.step.event is not Event.EXCEPTION:
        # A generator that was closed: its frame ends without a step of its own.
        return change.was, change.was.line
    return left or change.was or change.frame, ran[1]


def _line_that_waited(
    change: FrameChange | None,
    delta: Delta,
    sources: Mapping[str, str],
    heap: Mapping[int, HeapObject],
) -> tuple[Frame, int] | None:
    """Return the line of a statement that has got what it waited for."""
    was = change.was if change is not None else None
    if was is None or delta.before is None or delta.before.thread != delta.step.thread:
        return None
    return (was, was.line) if brings_result(delta.before, was, sources, heap) else None


def _line_before_other_threads(
    change: FrameChange | None, delta: Delta, sources: Mapping[str, str]
) -> tuple[Frame, int] | None:
    """Return the line that a thread ran while others had steps of their own."""
    was, step = change.was if change is not None else None, delta.step
    if was is None or delta.before is None or delta.before.thread == step.thread:
        return None
    ends = step.event in (Event.LINE, Event.RETURN, Event.YIELD, Event.EXCEPTION)
    # A frame that has just been called stands at its `def`, which is none of its statements.
    return (was, was.line) if ends and statements_at(was, sources) else None


def _code_of(frame: Frame, before: State, delta: Delta) -> Code | None:
    number = frame.code
    new = (one for one in delta.codes if one.number == number)
    return before.codes.get(number or 0) or next(new, None)


def _way(
    there: Frame,
    inner: Inner | None,
    delta: Delta,
    sources: Mapping[str, str],
    heap: Mapping[int, HeapObject],
) -> tuple[str, str]:
    """Return a key for what became of the line, and the word at which it pauses."""
    step = delta.step
    match step.event:
        case Event.CALL | Event.RESUME:
            return "running", ""
        case Event.YIELD:
            word = _pausing_word(ast.walk(inner) if inner else statement_parts(there, sources))
            if word:
                return "ran-to", word
            return ("ran" if isinstance(inner, ast.GeneratorExp) else "running"), ""
        case Event.EXCEPTION if brings_result(step, there, sources, heap):
            return "running", ""
        case Event.EXCEPTION:
            raising = (ast.Raise, ast.Expr) if _exits(delta, heap) else ast.Raise
            raises = any(isinstance(one, raising) for one in statement_parts(there, sources))
            return ("ran" if raises else "unfinished"), ""
        case Event.LINE if _is_handler(sources.get(step.file, ""), step.line):
            # A wait that has failed is reported as a line once more.
            failed = any(waits(one) for one in statement_parts(there, sources))
            return ("unfinished" if failed else "ran"), ""
        case Event.LINE if _goes_on(there, step, sources):
            return "running", ""
    return "ran", ""


def _exits(delta: Delta, heap: Mapping[int, HeapObject]) -> bool:
    """Whether the step raises `SystemExit`, which is all that `sys.exit` does."""
    earlier = delta.before.exception if delta.before is not None else None
    raised = heap.get(delta.step.exception or 0)
    return raised is not None and raised.type == "SystemExit" and raised.serial != earlier


def _goes_on(there: Frame, step: Step, sources: Mapping[str, str]) -> bool:
    """Whether a statement of several lines goes on from its first line."""
    found = statements_at(there, sources) if there.file == step.file else ()
    head = found[0].head if found else range(0)
    return there.line == head.start != step.line and step.line in head


def _is_handler(text: str, line: int) -> bool:
    return any(isinstance(one.node, ast.ExceptHandler) for one in statements(text).get(line, ()))


def _pausing_word(nodes: Iterable[ast.AST]) -> str:
    """Return the word at which code pauses; empty if it has none, or several kinds."""
    found = {_PAUSING[type(one)] for one in nodes if _pauses(one)}
    return found.pop() if len(found) == 1 else ""


def _pauses(node: ast.AST) -> bool:
    return type(node) in _PAUSING and bool(getattr(node, "is_async", True))


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
    """Return a statement of several lines that has come to its end; empty for any other."""
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


def _quoted(frame: Frame, line: int, inner: Inner | None, event: Event, text: str) -> str:
    """Return what stands on the line of the code that the frame runs."""
    if inner is None:
        return _body_on(frame, line, text) or code_line(text, line)
    if event is Event.YIELD and isinstance(inner, ast.GeneratorExp):
        return value_text(inner, line, text)
    if event is Event.RETURN:
        return loop_text(inner, line, text)
    return text_of(inner, line, text)
