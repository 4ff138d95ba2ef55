"""Finds the part of a line that failed.

The traceback has the position of the instruction that raised the exception (PEP 657): that of the
expression which failed.
"""

import ast
from itertools import chain

from visualizer.explain.exceptions import exception_text
from visualizer.explain.expressions.tree import Node, span_of, tree_of
from visualizer.explain.source.inner_code import quoted_code
from visualizer.explain.source.statements import parts_of_head, statements
from visualizer.explain.steps.frames import FrameChange
from visualizer.model import Event, HeapObject, Other, raising_entry
from visualizer.model.evaluation import Span

_OPERATIONS = (
    *(ast.BinOp, ast.AugAssign, ast.UnaryOp, ast.Compare),
    *(ast.Call, ast.Subscript, ast.Await),
)
_RAISING = {
    **dict.fromkeys(("NameError", "UnboundLocalError"), (ast.Name,)),
    "AttributeError": (ast.Attribute,),
    **dict.fromkeys(("IndexError", "KeyError"), (ast.Subscript, ast.Call)),
    "ZeroDivisionError": (ast.BinOp, ast.AugAssign),
}
"""The expressions that can raise an exception, by its class; `_OPERATIONS` for other classes."""


def failed_part(change: FrameChange) -> Node | None:
    """Return the expression that raised the step's exception in the frame; None for no expression.

    It may call a library that raised the exception. Its parts have been evaluated, and so has what
    stands before it.
    """
    raised = change.heap.get(change.step.exception or 0)
    last = raising_entry(raised, change.heap)
    if raised is None or last is None or last.frame is None or last.line != str(change.frame.line):
        return None
    if not _is_of(last.frame, change):
        return None  # raised in another call
    tree, position = tree_of(change.text), last.position or _only_position(raised, change)
    if position is None:
        return None
    return next(iter(tree.at(position)), None) or tree.ending_at(position)


def _is_of(object_: HeapObject, change: FrameChange) -> bool:
    """Whether a frame object is of the innermost frame; at the end, no frame has it any more."""
    frame, content = change.frame, object_.content
    if change.step.event is not Event.UNCAUGHT:
        return object_.address == frame.address
    facts = dict(content.facts) if isinstance(content, Other) else {}
    return (facts.get("co_filename"), facts.get("co_name")) == (frame.file, frame.function)


def _only_position(raised: HeapObject, change: FrameChange) -> Span | None:
    """Return the position of the only expression of the line that can raise such an exception.

    Python can leave out positions: ``PYTHONNODEBUGRANGES``.
    """
    text = exception_text(raised, change.heap) or ""
    kinds, found = _RAISING.get(raised.type, _OPERATIONS), list[Node]()
    for one in statements(change.text).get(change.frame.line, ()):
        if isinstance(one.node, ast.Assert) and raised.type == "AssertionError":
            return span_of(one.node.test)
        if isinstance(one.node, ast.Raise):
            return None
        heads = one.node, *chain.from_iterable(map(ast.walk, parts_of_head(one.node)))
        nodes = (part for part in heads if isinstance(part, ast.expr | ast.AugAssign))
        found += (part for part in nodes if isinstance(part, kinds))
    named = [one for one in found if not isinstance(one, ast.Name) or f"'{one.id}'" in text]
    return span_of(named[0]) if len(named) == 1 else None


def is_asserted(node: Node, change: FrameChange) -> bool:
    """Whether an `assert` raised the step's exception, because the expression is false."""
    raised = change.heap.get(change.step.exception or 0)
    is_checked = isinstance(tree_of(change.text).parent(node), ast.Assert)
    is_failure = is_checked and raised is not None and raised.type == "AssertionError"
    return is_failure and is_raised_here(change)


def is_raised_here(change: FrameChange) -> bool:
    """Whether the program itself raised the exception, and no library that it called."""
    last = raising_entry(change.heap.get(change.step.exception or 0), change.heap)
    return last is not None and last.is_last


def failed_call(change: FrameChange) -> str | None:
    """Return the code that called the library which raised the step's exception, if one did."""
    node = None if is_raised_here(change) else failed_part(change)
    return quoted_code(node, change.text) if node is not None else None
