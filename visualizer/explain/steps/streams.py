"""Sentences about the output of a step, which quote it, and about the lines that it read."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from visualizer.explain.exceptions import SUGGESTION, exception_text
from visualizer.explain.expressions.failing import failed_part
from visualizer.explain.expressions.tree import Node, span_of
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.statements import parts_of_head
from visualizer.explain.steps.frames import FrameChange, left_by_exception
from visualizer.explain.steps.outcomes import ran_on_line, statements_at
from visualizer.model import Delta, Event, Heap
from visualizer.model.delta import Deltas, ReadableRecording
from visualizer.model.evaluation import Span

MAX_PRINTED = 60
"""The maximum number of characters of output in a sentence."""

_MAYBE = (ast.BoolOp, ast.IfExp, ast.Lambda, ast.GeneratorExp)
_LOOPS = (ast.ListComp, ast.SetComp, ast.DictComp)
_RETURNED_TO = (ast.For, ast.AsyncFor, ast.With, ast.AsyncWith)
"""The statements whose heads Python reaches again after the body, without evaluating them."""
_ENDS = (Event.LINE, Event.RETURN, Event.FINISH)

_COLLAPSING = re.compile("^ | (?= |$)|(?<= ) ")
"""Spaces that a document collapses: at the edges, and next to other spaces."""


_QUOTED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")

_MAX_STEPS_BACK = 100
"""The maximum number of steps of a call that are searched for the birth of its result."""
_MOST_WRITTEN = 4_096
"""The maximum number of bytes of a step's output that a sentence reads."""


@dataclass(frozen=True, slots=True)
class Context:
    """The beginning of a step's output, the changes of the step before it, and those of others.

    ``traceback`` is the end of what Python writes after an uncaught exception.
    """

    out: bytes = b""
    errors: bytes = b""
    traceback: bytes = b""
    earlier: Delta | None = None
    changes: Callable[[int], Delta] | None = None

    def has_made(self, change: FrameChange | None, serial: int) -> bool:
        """Whether a call in the line that ran has made an object, which not only names may hold.

        False if the recording does not show that within a few steps.
        """
        was = (change.was or change.caller) if change is not None else None
        if change is None or was is None or self.changes is None:
            return False
        last = change.previous.number
        for delta in map(self.changes, range(last, max(0, last - _MAX_STEPS_BACK), -1)):
            at = delta.step
            if at.event is Event.LINE and (at.file, at.line) == (was.file, was.line):
                return False
            if any(one.serial == serial and one.old is None for one in delta.objects):
                return True
        return False


def context_of(recording: ReadableRecording, deltas: Deltas, delta: Delta) -> Context:
    """Read the context of a step. Raises ``DamagedRecording``."""
    step, before = delta.step, delta.before
    if before is None:
        return Context()

    def written(stream: Literal["stdout", "stderr"], start: int, end: int) -> bytes:
        end = min(end, start + _MOST_WRITTEN)
        return recording.output(stream, start, end) if end > start else b""

    return Context(
        written("stdout", before.stdout_end, step.stdout_end),
        written("stderr", before.stderr_end, step.stderr_end),
        recording.output("stderr", step.stderr_end)[-_MOST_WRITTEN:]
        if step.event is Event.UNCAUGHT
        else b"",
        deltas.delta(before.number) if before.number > 0 else None,
        deltas.delta,
    )


def describe_streams(
    change: FrameChange | None, delta: Delta, context: Context
) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences about output and input before those about the statement, and after.

    A prompt and what it asks for come before what the statement does with that.
    """
    printed, read = [*describe_printed(delta, context)], []
    if change is not None:
        read = [*describe_inputs(change)]
        if (read and _asks(change)) or left_by_exception(change.before, delta) is not None:
            return [*printed, *read], []
    return read, printed


def describe_suggested(delta: Delta, context: Context, heap: Heap) -> Iterator[Sentence]:
    """Yield the name that Python suggests where it prints the uncaught exception of a step."""
    raised = heap.get(delta.step.exception or 0)
    lines = context.traceback.decode(errors="replace").splitlines()
    said = (one for one in reversed(lines) if raised and one.startswith(f"{raised.type}: "))
    for name in SUGGESTION.findall(next(said, "")):
        yield sentence("name-alike", name=name)


def _asks(change: FrameChange) -> bool:
    """Whether an `input` on the line has a prompt."""
    found = statements_at(change.was, change.sources) if change.was is not None else ()
    parts = chain.from_iterable(parts_of_head(one.node) for one in found)
    return any(call.args for part in parts for call in _reads(part))


def describe_printed(delta: Delta, context: Context) -> Iterator[Sentence]:
    """Yield a sentence about a step's standard output, and one about its errors.

    The newline that `print` adds at the end is left out; others, and tabs, are escaped as in code.
    """
    step, before = delta.step, delta.before
    if before is not None and step.stdout_end > before.stdout_end:
        yield _of_output(context.out, step.stdout_end - before.stdout_end)
    if before is not None and step.stderr_end > before.stderr_end:
        text = _quoted(_lines(context.errors)) or "…"
        yield sentence("printed-to-errors", text=text)


def _of_output(printed: bytes, length: int) -> Sentence:
    if not printed:
        return sentence("printed", n=length)
    text = _lines(printed)
    if not text.strip("\n"):
        return sentence("printed-lines", n=len(text))
    line = text.removesuffix("\n")
    if not line.strip(" "):
        return sentence("printed-spaces", n=len(line))
    return sentence("printed-text", text=_quoted(text))


def _lines(printed: bytes) -> str:
    return printed.decode(errors="replace").replace("\r\n", "\n")


def _quoted(text: str) -> str:
    """Return text without its last newline, as a sentence quotes it."""
    line = text.removesuffix("\n")
    shown = "".join(one if one.isprintable() else repr(one)[1:-1] for one in line[:MAX_PRINTED])
    return _COLLAPSING.sub("\u00a0", shown + "…" * (len(line) > MAX_PRINTED))


def describe_inputs(change: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence for each line that the statement has read, with its text if that is known.

    The text is known if the statement stores or returns it as it is, or an error names it.
    """
    was, step = change.was, change.step
    if was is None or change.previous.event is not Event.LINE:
        return
    failed = failed_part(change) if step.event is Event.EXCEPTION else None
    if step.event not in _ENDS and failed is None:
        return
    found = statements_at(was, change.sources)
    ran = ran_on_line(found, change) if len(found) > 1 and failed is None else None
    if not found or (len(found) > 1 and ran is None) or change.bindings("input") != (None, None):
        return
    statement = found[0]
    is_again = change.came_from is None or change.came_from in statement.body
    is_first = change.earlier is not None and change.earlier.before is None
    nodes = [found[1].node] if ran else []
    if not is_again or is_first or not isinstance(statement.node, _RETURNED_TO):
        nodes.insert(0, statement.node)
    if step.event is Event.LINE and step.line in statement.head and not ran:
        return
    known = dict(chain.from_iterable(_known(one, change) for one in nodes if failed is None))
    others, order = 0, [*_in_order(statement.node)] if failed is not None else []
    refused = dict(_refused(failed, change)) if failed is not None else {}
    reached = (n for n, one in enumerate(order) if _is_same(one, failed))
    until = next(reached, len(order))
    for call in chain.from_iterable(map(_reads, chain.from_iterable(map(_certain_parts, nodes)))):
        if call in order[until:]:
            continue
        if (serial := known.get(call)) is not None:
            yield sentence("input-read", "", serial, what=describe(serial, change.heap))
        elif text := refused.get(span_of(call)):
            yield sentence("input-read", what=f"str {text}")
        else:
            others += 1
    if others:
        yield sentence("input-read-lines", n=others)


def _refused(failed: Node, change: FrameChange) -> Iterator[tuple[Span, str]]:
    """Yield the position of an `input` whose value was refused, with the text the error names.

    The error of another function may quote another text, a format for instance.
    """
    raised = change.heap[change.step.exception or 0]
    match failed:
        case ast.Call(func=ast.Name("int" | "float" | "open" as name), args=[read, *_]):
            is_of_mode = name == "open" and raised.type == "ValueError"
            is_named = change.bindings(name) == (None, None) and not is_of_mode
        case (
            ast.Subscript(slice=read)
            | ast.Call(func=ast.Attribute(attr="pop" | "remove"), args=[read])
        ):
            is_named = raised.type == "KeyError"
        case _:
            return
    quoted = _QUOTED.findall(exception_text(raised, change.heap) or "")
    if is_named and len(quoted) == 1 and isinstance(read, ast.Call) and read in [*_reads(read)]:
        yield span_of(read), quoted[0]


def _in_order(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a statement's head in the order in which Python completes them."""
    parts = sorted(parts_of_head(node), key=lambda one: _turn(one, node))
    inner = chain.from_iterable(map(_in_order, parts))
    is_unpacked = isinstance(node, ast.Tuple | ast.List) and isinstance(node.ctx, ast.Store)
    yield from chain([node], inner) if is_unpacked else chain(inner, [node])


def _is_same(node: ast.AST, other: Node | None) -> bool:
    """Whether two nodes are one in the source; each text may have several trees."""
    if other is None or not isinstance(node, ast.expr | ast.AugAssign):
        return False
    return type(node) is type(other) and span_of(node) == span_of(other)


def _turn(part: ast.AST, node: ast.AST) -> tuple[bool, bool, int, int]:
    """Return what orders the parts of a node: a target comes last, a condition first."""
    is_stored = isinstance(getattr(part, "ctx", None), ast.Store)
    is_target = is_stored and not isinstance(node, ast.AugAssign)
    place = getattr(part, "lineno", 0), getattr(part, "col_offset", 0)
    return is_target, part is not getattr(node, "test", None), *place


def _certain_parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a statement's head, or of an expression, that run whenever it does."""
    match node:
        case ast.Assert(test=test):
            yield test
        case ast.Compare(left=left, comparators=[second, *_]):
            yield from (left, second)
        case ast.match_case():
            pass
        case _:
            yield from parts_of_head(node)


def _reads(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of `input` that an expression certainly makes, each once."""
    if isinstance(node, (*_MAYBE, *_LOOPS)):
        return
    for part in _certain_parts(node):
        yield from _reads(part)
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "input":
        yield node


def _known(node: ast.AST, change: FrameChange) -> Iterator[tuple[ast.expr, int]]:
    """Yield the expressions whose values a statement stores in names or returns."""
    match node:
        case ast.Return(value=value) if value is not None and change.step.value is not None:
            yield value, change.step.value
        case ast.Assign(targets=[*_, target], value=value):
            yield from _stored(target, value, change)
        case ast.AnnAssign(target=target, value=value) if value is not None:
            yield from _stored(target, value, change)


def _stored(
    target: ast.expr, value: ast.expr, change: FrameChange
) -> Iterator[tuple[ast.expr, int]]:
    if isinstance(target, ast.Tuple | ast.List) and isinstance(value, ast.Tuple | ast.List):
        for one, its_value in zip(target.elts, value.elts, strict=False):
            yield from _stored(one, its_value, change)
    elif isinstance(target, ast.Name):
        serial = change.bindings(target.id)[1]
        if serial is not None:
            yield value, serial
