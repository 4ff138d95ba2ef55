"""Checks whether the picture at the step of a question already shows its answer."""

import ast
import io
import tokenize
from collections.abc import Iterator
from contextlib import suppress
from textwrap import dedent

from visualizer.explain.questions.drawing import arrows
from visualizer.explain.questions.kinds import (
    Kind,
    Question,
    sameness,
    visible_objects,
    whole_value,
)
from visualizer.explain.questions.moment import Snapshot
from visualizer.explain.questions.values import NotReadable, is_same, read_value
from visualizer.explain.recorded_values import Undecidable
from visualizer.explain.written import value_text
from visualizer.model import Scalar


def is_given_away(question: Question, output: str = "") -> bool:
    """Whether the picture shows the answer, at any level of detail.

    ``output`` is the output before the line runs.
    """
    return _GIVEN[question.kind](question, output)


def _count(question: Question, output: str) -> bool:
    """Whether the count does not change: then it can be read off the card."""
    before, name = question.effect.before, question.names[0]
    thing = before.heap.get(question.effect.after.names[name])
    return thing is not None and thing.refcount == question.answer


def _refers(question: Question, output: str) -> bool:
    name = question.names[0]
    return question.effect.before.names.get(name) == question.effect.after.names[name]


def _printed(question: Question, output: str) -> bool:
    """Whether the text is visible as a value, or was printed before."""
    before, answer = question.effect.before, str(question.answer).strip()
    if answer in (line.strip() for line in output.splitlines()):
        return True
    for serial in visible_objects(before):
        text = value_text(serial, before.heap)[0]
        if answer == text:
            return True
        if isinstance(before.heap[serial].content, Scalar) and answer == text.strip("'\""):
            return True
    # A text that is a literal in the line itself, or in its comment, is too easy.
    parts = ast.walk(question.effect.statement.node)
    texts = (getattr(one, "value", None) for one in parts if isinstance(one, ast.Constant))
    if any(isinstance(one, str) and one.strip() == answer for one in texts):
        return True
    return any(answer in one for one in _comments(question.effect.code))


def _comments(code: str) -> Iterator[str]:
    """Yield the comments of a statement, or of its head."""
    with suppress(tokenize.TokenError, IndentationError):  # a head lacks its body
        for token in tokenize.generate_tokens(io.StringIO(dedent(code)).readline):
            if token.type == tokenize.COMMENT:
                yield token.string


def _value(question: Question, output: str) -> bool:
    """Whether the value is visible before, or in the line."""
    effect, answer = question.effect, str(question.answer)
    value = read_value(answer)
    if any(has_value(effect.before, serial, value) for serial in visible_objects(effect.before)):
        return True
    made = getattr(effect.statement.node, "value", None)
    try:
        spelled = isinstance(made, ast.expr) and is_same(read_value(ast.unparse(made)), value)
    except NotReadable:
        spelled = False
    return spelled or answer in effect.code


def has_value(snapshot: Snapshot, serial: int, value: object) -> bool:
    """Whether an object has exactly this value."""
    try:
        return is_same(whole_value(snapshot, serial, ""), value)
    except Undecidable:
        return False


def _same(question: Question, output: str) -> bool:
    before = question.effect.before
    if any(name not in before.names for name in question.names):
        return False
    try:
        return sameness(before, question.names) == question.answer
    except Undecidable:
        return False


def _dies(question: Question, output: str) -> bool:
    """Whether nothing dies and the line rebinds and deletes no name, so that this is obvious."""
    if question.answer:
        return False
    before, after = question.effect.before.own, question.effect.after.own
    return all(after.get(name) == serial for name, serial in before.items())


def _draw(question: Question, output: str) -> bool:
    """Whether no arrow of a name moves, or all objects to choose from are new."""
    if not question.choices:
        return True
    own = question.effect.before.own
    return all(own.get(place) == one for place, one in arrows(question.effect).items())


def _next(question: Question, output: str) -> bool:
    """Whether the line itself says it, with no name of the program: ``while True:``.

    ``if __name__ == "__main__":`` is such a line: Python sets the name.
    """
    test = getattr(question.effect.statement.node, "test", None)
    parts = ast.walk(test) if test is not None else ()
    names = {one.id for one in parts if isinstance(one, ast.Name)}
    return test is not None and names.isdisjoint(question.effect.before.names)


_GIVEN = {
    Kind.COUNT: _count,
    Kind.VALUE: _value,
    Kind.REFERS: _refers,
    Kind.PRINTED: _printed,
    Kind.SAME: _same,
    Kind.DIES: _dies,
    Kind.DRAW: _draw,
    Kind.NEXT: _next,
}
