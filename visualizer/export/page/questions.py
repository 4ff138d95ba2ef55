"""The questions of a page: the question at a step, its kind of answer, and the proof.

A browser cannot read the recording, so a question includes its answer, and for each wrong choice
the reason.
"""

from collections.abc import Callable, Iterable, Sequence

from visualizer.explain.questions.judging import judge
from visualizer.explain.questions.kinds import NEW, Answer, Kind, Question
from visualizer.explain.questions.wording import choice_text, question_text, worded_choices
from visualizer.explain.sentence import Sentence

_MOST_SAID = 8
"""The maximum number of sentences about an answer, because a list of references may be long."""
_FIELDS = {
    Kind.COUNT: "number",
    Kind.VALUE: "value",
    Kind.PRINTED: "lines",
    Kind.REFERS: "one",
    Kind.SAME: "one",
    Kind.NEXT: "one",
    Kind.DIES: "several",
    Kind.DRAW: "each",
}
"""The input field of each kind of question."""

type Json = dict[str, object]
type Translate = Callable[[Sentence], object]


def questions_json(questions: Iterable[Question], steps: range, translate: Translate) -> list[Json]:
    """Return the questions at ``steps``, in order; ``translate`` translates to all languages."""
    asked = sorted((one for one in questions if one.step in steps), key=lambda one: one.step)
    return [_question(one, translate) for one in asked]


def _question(question: Question, translate: Translate) -> Json:
    values = _values(question)
    right = question.answer
    proof = judge(question, right).explanations
    found: Json = {
        "step": question.step,
        "proof": question.proof,
        "field": _FIELDS[question.kind],
        "asks": translate(question_text(question)),
        "choices": [translate(_choice(question, value)) for value in values],
        "answer": _answer(right, values),
        "proves": [translate(one) for one in proof[:_MOST_SAID]],
    }
    if question.kind is Kind.DRAW and isinstance(right, tuple):
        found["names"] = [name for name, _ in right]
    if _FIELDS[question.kind] == "one":
        wrong = [judge(question, value).explanations for value in values]
        found["wrong"] = [
            [translate(one) for one in said[: len(said) - len(proof)]] if value != right else []
            for value, said in zip(values, wrong, strict=True)
        ]
    return found


def _values(question: Question) -> Sequence[int | str]:
    """Return the possible choices."""
    match question.kind:
        case Kind.REFERS | Kind.DRAW:
            return (*question.choices, NEW)
        case Kind.DIES:
            return question.choices
    return tuple(value for value, _ in worded_choices(question))


def _choice(question: Question, value: int | str) -> Sentence:
    if isinstance(value, str):
        return dict(worded_choices(question))[value]
    return choice_text(question, value)


def _answer(answer: Answer, values: Sequence[int | str]) -> object:
    """Return a number or a text, or the index of a choice in ``values``, or several indices."""
    if not values:
        return answer
    if isinstance(answer, frozenset):
        return sorted(values.index(one) for one in answer)
    if isinstance(answer, tuple):
        return [values.index(target) for _, target in answer]
    return values.index(str(answer) if isinstance(values[0], str) else answer)
