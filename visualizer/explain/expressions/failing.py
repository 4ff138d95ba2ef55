"""Finds the part of a line that failed.

The traceback has the position of the instruction that raised the exception (PEP 657): that of the
expression which failed.
"""

import ast

from visualizer.explain.expressions.tree import Node, tree_of
from visualizer.explain.steps.frames import FrameChange
from visualizer.model import Other, traceback_entries


def failed_part(change: FrameChange) -> Node | None:
    """Return the expression that raised the step's exception in the frame; None for no expression.

    Its parts have been evaluated, and so has what stands before it.
    """
    raised = change.heap.get(change.step.exception or 0)
    last = next((one for one in traceback_entries(raised, change.heap) if one.is_last), None)
    content = last.frame.content if last is not None and last.frame is not None else None
    if last is None or last.position is None or not isinstance(content, Other):
        return None
    where = dict(content.facts).get("co_name"), last.line
    if where != (change.frame.function, str(change.frame.line)):
        return None  # raised in a library, or again elsewhere
    tree = tree_of(change.text)
    return next(iter(tree.at(last.position)), None) or tree.ending_at(last.position)


def is_asserted(node: Node, change: FrameChange) -> bool:
    """Whether an `assert` raised the step's exception, because the expression is false."""
    raised = change.heap.get(change.step.exception or 0)
    is_checked = isinstance(tree_of(change.text).parent(node), ast.Assert)
    return is_checked and raised is not None and raised.type == "AssertionError"
