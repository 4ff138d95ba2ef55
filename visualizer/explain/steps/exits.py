"""The end of a program by `SystemExit`, which `sys.exit` raises."""

import ast
from collections.abc import Mapping

from visualizer.explain.exceptions import given_to
from visualizer.explain.naming import printed_text
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.statements import Part, statements
from visualizer.explain.steps.frames import FrameChange
from visualizer.explain.written import value_text
from visualizer.model import ExceptionBody, Frame, Heap, HeapObject

_CATCHING = ("SystemExit", "BaseException")
_CODES = {"None": "0", "False": "0", "True": "1"}


def describe_exit(here: FrameChange) -> Sentence | None:
    """Return the sentence for a step that raises `SystemExit`, if no frame may catch it.

    None in a program with threads, where it ends only its own thread.
    """
    before, delta, heap, step = here.before, here.delta, here.heap, here.step
    exception = heap.get(step.exception or 0)
    if exception is None or exception.type != "SystemExit":
        return None
    stack = delta.stack_after(before)
    if len(before.stacks) > 1 or any(_may_catch(frame, here.sources) for frame in stack):
        return None
    given = _given(exception, heap)
    thing = heap.get(given) if given is not None else None
    text = value_text(given, heap)[0] if given is not None else "None"
    if thing is None or thing.type in ("NoneType", "bool", "int"):
        return sentence("exit-with-code", "", exception.serial, code=_CODES.get(text, text))
    if thing.type == "str":
        text = " ".join(printed_text(text).split())
    return sentence("exit-with-message", "", exception.serial, text=text)


def _given(exception: HeapObject, heap: Heap) -> int | None:
    """Return the argument of the exception; several arguments as their tuple."""
    items = given_to(exception, heap)
    if len(items) > 1 and isinstance(exception.content, ExceptionBody):
        return exception.content.args
    return items[0] if items else None


def _may_catch(frame: Frame, sources: Mapping[str, str]) -> bool:
    listed = statements(sources.get(frame.file, "")).values()
    around = (one.node for found in listed for one in found if frame.line in one.body)
    return any(map(_catches, around))


def _catches(node: Part) -> bool:
    kinds: list[ast.expr | None] = []
    if isinstance(node, ast.Try | ast.TryStar):
        kinds = [one.type for one in node.handlers]
    elif isinstance(node, ast.With | ast.AsyncWith):
        kinds = [one.context_expr for one in node.items]
    return any(one is None or any(kind in ast.unparse(one) for kind in _CATCHING) for one in kinds)
