"""The texts of questions and their choices, as keys and arguments."""

import ast

from visualizer.explain.naming import describe_by_value
from visualizer.explain.questions.kinds import NEW, Kind, Question, Sameness, Way
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.written import value_text

_MAX_LENGTH = 40
"""The maximum number of characters of an object in a choice."""


def question_text(question: Question) -> Sentence:
    """Return the text of the question."""
    names = question.names
    match question.kind:
        case Kind.COUNT | Kind.VALUE | Kind.REFERS:
            return sentence(f"ask.{question.kind}", name=names[0])
        case Kind.SAME:
            return sentence("ask.same", one=names[0], other=names[1])
    return sentence(f"ask.{question.kind}")


def choice_text(question: Question, serial: int) -> Sentence:
    """Return the text of an object to choose, with the names that refer to it."""
    if serial == NEW:
        return sentence("ask.new")
    before = question.effect.before
    text = value_text(serial, before.heap)[0]
    if len(text) > _MAX_LENGTH:
        text = describe_by_value(serial, before.heap)
    names = [name for name, target in before.names.items() if target == serial]
    if not names:
        return sentence("ask.object", "", serial, what=text)
    # A drawing has little room, and there names distinguish objects of equal value.
    key = "ask.drawn_object" if question.kind is Kind.DRAW else "ask.named_object"
    return sentence(key, "", serial, what=text, names=", ".join(names[:3]))


def worded_choices(question: Question) -> tuple[tuple[str, Sentence], ...]:
    """Return the possible answers that are not objects, with their texts."""
    match question.kind:
        case Kind.SAME:
            return tuple((str(one), sentence(f"ask.is_{one}")) for one in Sameness)
        case Kind.NEXT:
            statement = question.effect.statement
            past = "ask.skips" if isinstance(statement.node, ast.If) else "ask.loop_ends"
            inside = sentence("ask.goes_inside", line=statement.body.start)
            return (Way.INSIDE.value, inside), (Way.PAST.value, sentence(past))
    return ()
