"""The steps of a definition with decorators or type parameters (PEP 695).

Python evaluates the decorators from the top, makes the function or class, and calls the decorators
from the bottom; each of these has a line of its own. Type parameters have a frame of their own.
"""

import ast
from collections.abc import Iterator

from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import evaluates_annotations
from visualizer.explain.source.inner_code import quoted_code
from visualizer.explain.source.statements import lines_of, names_in
from visualizer.explain.steps.frames import FrameChange
from visualizer.model import ClassBody, Event, Frame, Function, HeapObject, Step

_PREFIX = "<generic parameters of "
_KEYS = {Event.CALL: "type-parameters-begin", Event.RETURN: "type-parameters-end"}
_SIGNS = {Event.CALL: "gain", Event.RETURN: "change"}

type Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def describe_decorating(node: Definition, was: Frame, change: FrameChange) -> Iterator[Sentence]:
    """Yield what happened to the decorators in a step from one line of the head to another."""
    there, line = was.line, change.step.line
    places = [one.lineno for one in node.decorator_list]
    if there == node.lineno and line == places[-1]:
        code = _quoted(node, line, change)
        yield sentence("decorator-next", name=node.name, code=code)
    elif there in places and line in (*places, node.lineno):
        applied = line < there if line in places else _is_applied(node, was, change)
        code = _quoted(node, there, change)
        if applied is False and line in places:
            yield sentence("decorator-before", code=code, following=_quoted(node, line, change))
            return
        key = "decorator-applied" if applied else "decorator-evaluated"
        if applied is None:
            key = "decorator-twice"
        yield sentence(key, name=node.name, code=code)
    else:
        yield sentence("statement-goes-on", line=places[0])


def _quoted(node: Definition, line: int, change: FrameChange) -> str:
    """Return the decorator on a line."""
    found = next(one for one in node.decorator_list if one.lineno == line)
    return f"@{quoted_code(found, change.text)}"


def _is_applied(node: Definition, was: Frame, change: FrameChange) -> bool | None:
    """Whether the first decorator was called, or only evaluated; None if that is not known.

    Both steps lead from its line to that of the definition. With several decorators, only the call
    does; a single decorator is evaluated just before.
    """
    if len(node.decorator_list) > 1:
        return was.line == node.decorator_list[0].lineno
    if change.previous.event is Event.LINE and change.came_from is not None:
        return change.came_from == node.lineno
    called, heap = change.returned, change.before.heap
    if called is None:
        return None
    if any(_is_made(heap.get(target), node) for _, target in called.locals):
        return True
    if called.line in lines_of(node) and evaluates_annotations(called, change.text):
        return True  # its own: `dataclass` reads them
    parts = [*ast.walk(node.decorator_list[0])]
    names = names_in(parts)
    is_its_call = called.function in names or called.function == "__init__"
    is_evaluated = is_its_call and not any(_is_made(one, node) for one in heap.values())
    return False if is_evaluated else None


def _is_made(thing: HeapObject | None, node: Definition) -> bool:
    """Whether an object may be the function or class that the definition makes."""
    content = thing.content if thing is not None else None
    return isinstance(content, Function | ClassBody) and content.name == node.name


def with_type_parameters(function: str) -> str | None:
    """Return the definition whose type parameters a function of the compiler makes, or None."""
    name = function.removeprefix(_PREFIX)
    return None if name == function else name.removesuffix(">")


def type_parameters(step: Step) -> Sentence | None:
    """Return the sentence for the call or return of that function; None for any other step."""
    function = with_type_parameters(step.function)
    if step.event not in _KEYS or function is None:
        return None
    return sentence(_KEYS[step.event], _SIGNS[step.event], step.value, function=function)
