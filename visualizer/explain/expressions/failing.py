"""Finds the part of a line that failed.

The traceback has the position of the instruction that raised the exception (PEP 657): that of the
expression which failed.
"""

import ast
from itertools import chain

from visualizer.explain.exceptions import exception_text
from visualizer.explain.expressions.tree import Node, tree_of
from visualizer.explain.source.statements import parts_of_head, statements
from visualizer.explain.steps.frames import FrameChange
from visualizer.model import Event, HeapObject, traceback_entries


def failed_part(change: FrameChange) -> Node | None:
    """Return the expression that raised the step's exception in the frame; None for no expression.

    Its parts have been evaluated, and so has what stands before it.
    """
    raised = change.heap.get(change.step.exception or 0)
    last = next((one for one in traceback_entries(raised, change.heap) if one.is_last), None)
    if raised is None or last is None or last.frame is None or last.line != str(change.frame.line):
        return None
    # At the end of the program the frame is the last one of the traceback, shown anew.
    is_shown_again = change.step.event is Event.UNCAUGHT
    if not is_shown_again and last.frame.address != change.frame.address:
        return None  # raised in a library, or in another call
    tree = tree_of(change.text)
    if last.position is None:
        return _only_candidate(raised, change)
    return next(iter(tree.at(last.position)), None) or tree.ending_at(last.position)


def _only_candidate(raised: HeapObject, change: FrameChange) -> Node | None:
    """Return the only expression of the line that can raise such an exception.

    Python can leave out the positions: ``PYTHONNODEBUGRANGES``.
    """
    text = exception_text(raised, change.heap) or ""
    found: list[Node] = []
    for one in statements(change.text).get(change.frame.line, ()):
        if isinstance(one.node, ast.Assert) and raised.type == "AssertionError":
            return one.node.test
        added = [one.node] if isinstance(one.node, ast.AugAssign) else []
        parts = chain(added, *map(ast.walk, parts_of_head(one.node)))
        exprs = (part for part in parts if isinstance(part, ast.expr | ast.AugAssign))
        found += (part for part in exprs if _may_raise(part, raised.type, text))
    return found[0] if len(found) == 1 else None


def _may_raise(node: Node, kind: str, text: str) -> bool:
    """Whether an expression's own instruction may raise a kind of exception with this message."""
    match kind, node:
        case (("NameError" | "UnboundLocalError"), _):
            return isinstance(node, ast.Name) and f"'{node.id}'" in text
        case _, ast.Name() | ast.Constant():
            return False
        case "AttributeError", _:
            return isinstance(node, ast.Attribute)
        case (("IndexError" | "KeyError"), _):
            return isinstance(node, ast.Subscript | ast.Call)
        case "ZeroDivisionError", _:
            return isinstance(node, ast.BinOp | ast.AugAssign | ast.Call)
    return not isinstance(node, ast.Attribute)


def is_asserted(node: Node, change: FrameChange) -> bool:
    """Whether an `assert` raised the step's exception, because the expression is false."""
    raised = change.heap.get(change.step.exception or 0)
    is_checked = isinstance(tree_of(change.text).parent(node), ast.Assert)
    return is_checked and raised is not None and raised.type == "AssertionError"
