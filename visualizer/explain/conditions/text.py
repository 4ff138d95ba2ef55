"""Checks conditions: expressions that the recording alone can answer."""

import ast
import warnings
from dataclasses import dataclass, field

from visualizer.explain.conditions.calls import FUNCTIONS, METHODS, MOST_ARGUMENTS
from visualizer.explain.conditions.compiling import Part, compiled
from visualizer.explain.sentence import Sentence, sentence

LONGEST = 500
"""The maximum number of characters of a condition, which limits the time to parse it."""

_ALLOWED = (
    *(ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.UAdd, ast.Invert),
    *(ast.BinOp, ast.operator, ast.Compare, ast.cmpop, ast.IfExp, ast.Constant, ast.Load),
    *(ast.Name, ast.Attribute, ast.Subscript, ast.Slice, ast.Tuple, ast.List, ast.Set, ast.Dict),
)
_NEVER = (ast.MatMult,)


class ConditionFault(Exception):
    """A condition that cannot be evaluated; ``message`` has the reason and a remedy."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message.key)
        self.message = message


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression as it was written, and its compiled form, which many steps can evaluate."""

    text: str
    part: Part = field(compare=False, repr=False)


def parse_condition(text: str) -> Condition:
    """Parse a condition; raises ``ConditionFault``. No code of the program runs, now or later."""
    asked = text.strip()
    if len(asked) > LONGEST:
        raise ConditionFault(sentence("condition.fault.long", most=LONGEST))
    tree = _tree(asked)
    written: dict[ast.AST, str] = {}
    for node in ast.walk(tree):
        _check(node, asked)
        if isinstance(node, ast.expr):
            written[node] = ast.get_source_segment(asked, node) or asked
    return Condition(asked, compiled(tree, written))


def _tree(text: str) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text, mode="eval").body
    except SyntaxError as error:
        reason = error.msg.partition(". Perhaps you forgot")[0].partition(". Maybe you meant")[0]
    except (ValueError, MemoryError, RecursionError) as error:
        # The text has a NUL byte, or more nested brackets than the parser allows.
        reason = str(error) or type(error).__name__
    if _assigns(text):
        raise ConditionFault(sentence("condition.fault.assigns"))
    raise ConditionFault(sentence("condition.fault.syntax", message=reason))


def _assigns(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = ast.parse(text).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return len(found) == 1 and isinstance(found[0], ast.Assign | ast.AugAssign)


def _check(node: ast.AST, text: str) -> None:
    written = (ast.get_source_segment(text, node) or "") if isinstance(node, ast.expr) else ""
    if isinstance(node, ast.Call):
        if not _can_be_called(node):
            name = ast.get_source_segment(text, node.func) or ""
            raise ConditionFault(sentence("condition.fault.call", name=name))
        if any(isinstance(one, ast.Starred) for one in node.args):
            raise ConditionFault(sentence("condition.fault.kind", text=written))
    elif isinstance(node, ast.Dict) and None in node.keys:
        raise ConditionFault(sentence("condition.fault.kind", text=written))
    elif isinstance(node, ast.NamedExpr):
        raise ConditionFault(sentence("condition.fault.assigns"))
    elif isinstance(node, _NEVER) or not isinstance(node, _ALLOWED):
        raise ConditionFault(sentence("condition.fault.kind", text=written or text))


def _can_be_called(node: ast.Call) -> bool:
    if node.keywords:
        return False
    match node.func:
        case ast.Name(id="isinstance"):
            return len(node.args) == 2
        case ast.Name(id=name):
            return name in FUNCTIONS and len(node.args) == 1
        case ast.Attribute(attr=name):
            return name in METHODS and len(node.args) <= MOST_ARGUMENTS
    return False
