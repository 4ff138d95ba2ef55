"""The texts of questions and their choices, as keys and arguments."""

import ast

from visualizer.explain.questions.kinds import NEW, Kind, Question, Sameness, Way, object_text
from visualizer.explain.sentence import Sentence, sentence


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
    """Return the text of an object to choose, or of one that does not exist yet."""
    if serial == NEW:
        return sentence("ask.new")
    return object_text(question.kind, question.effect, serial)


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
