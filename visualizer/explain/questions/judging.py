"""Judges an answer, proves the right one, and explains how a wrong one would become right."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from visualizer.explain.naming import first_difference
from visualizer.explain.questions.drawing import arrows
from visualizer.explain.questions.giving_away import has_value
from visualizer.explain.questions.kinds import (
    NEW,
    Answer,
    Kind,
    Question,
    Sameness,
)
from visualizer.explain.questions.moment import is_value
from visualizer.explain.questions.values import NotReadable, is_same, read_value
from visualizer.explain.questions.wording import worded_choices
from visualizer.explain.references.accounts import accounts
from visualizer.explain.references.ledger import Ledger
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.steps.step import describe_death
from visualizer.explain.written import value_text


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the answer was right, and the explanations, the most relevant first."""

    is_right: bool
    explanations: tuple[Sentence, ...]


def judge(question: Question, given: Answer) -> Verdict:
    """Compare an answer with the recording."""
    right = _is_right(question, given)
    explanations = [] if right else [*_WRONG[question.kind](question, given)]
    return Verdict(right, (*explanations, *_PROOF[question.kind](question)))


def _is_right(question: Question, given: Answer) -> bool:
    if question.kind is Kind.PRINTED:
        return _visible_lines(str(given)) == _visible_lines(str(question.answer))
    if question.kind is Kind.VALUE:
        return _is_value(str(given), str(question.answer))
    if question.kind is Kind.DRAW and isinstance(given, tuple):
        return dict(given) == dict(_arrows(question.answer))
    return given == question.answer


def _is_value(given: str, right: str) -> bool:
    """Whether a value equals the typed literal, in any notation."""
    try:
        return is_same(read_value(given), read_value(right))
    except NotReadable:
        return False


def _visible_lines(text: str) -> list[str]:
    """Return the lines without invisible trailing white space and empty last lines."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


def _pair(key: str, question: Question) -> Sentence:
    one, other = question.names
    return sentence(f"question.{key}", one=one, other=other)


def _arrows(answer: Answer) -> tuple[tuple[str, int], ...]:
    return answer if isinstance(answer, tuple) else ()


# ---- changes that would make the answer right ----


def _count(question: Question, given: Answer) -> Iterator[Sentence]:
    right = question.answer
    assert isinstance(right, int)
    assert isinstance(given, int)
    key = "question.count_fewer" if given > right else "question.count_more"
    yield sentence(key, given=given, n=abs(given - right))


def _refers(question: Question, given: Answer) -> Iterator[Sentence]:
    assert isinstance(given, int)
    yield _other_object(question, question.names[0], given)


def _other_object(question: Question, name: str, given: int) -> Sentence:
    """Return a sentence with the line that would make the name refer to the chosen object."""
    before = question.effect.before
    if given == NEW:
        return sentence("question.would_be_new", name=name)
    what = question.effect.describe(given, before)
    other = next((one for one, serial in before.names.items() if serial == given), None)
    if other is None:
        return sentence("question.would_be_inside", name=name, what=what)
    if other == name:
        return sentence("question.would_stay", name=name, what=what)
    return sentence("question.would_be_named", name=name, other=other, what=what)


def _printed(question: Question, given: Answer) -> Iterator[Sentence]:
    names, right = _visible_lines(str(given)), _visible_lines(str(question.answer))
    at = first_difference(names, right)
    if at < len(names) and at < len(right):
        column = first_difference(names[at], right[at])
        yield sentence("question.prints_otherwise", line=at + 1, column=column + 1)
    else:
        yield sentence("question.prints_lines", n=len(right))


def _value(question: Question, given: Answer) -> Iterator[Sentence]:
    name, names = question.names[0], str(given).strip()
    right, before = read_value(str(question.answer)), question.effect.before
    try:
        value = read_value(names)
    except NotReadable:
        if isinstance(right, str):
            yield sentence("question.value_in_quotes", text=repr(names))
        else:
            yield sentence("question.value_unreadable", text=names)
        return
    was = before.names.get(name)
    if was is not None and has_value(before, was, value):
        yield sentence("question.would_still_be", name=name, text=names)
    elif type(value) is not type(right):
        here, there = type(value).__name__, type(right).__name__
        yield sentence("question.value_of_type", text=names, type=here, right=there)
    else:
        yield sentence("question.would_come_out", text=names, name=name)


def _dies(question: Question, given: Answer) -> Iterator[Sentence]:
    right = question.answer
    assert isinstance(given, frozenset)
    assert isinstance(right, frozenset)
    before, after = question.effect.before, question.effect.after
    ledger = Ledger(after.state)
    for serial in sorted(given - right):
        if serial not in after.heap:
            continue
        yield sentence(
            "question.lives_on", "", serial, what=question.effect.describe(serial, after)
        )
        yield from (one.words for one in accounts(after.state, serial, ledger)[:2])
    for serial in sorted(right - given):
        yield sentence(
            "question.dies_too", "", serial, what=question.effect.describe(serial, before)
        )


def _draw(question: Question, given: Answer) -> Iterator[Sentence]:
    names, right = dict(_arrows(given)), dict(_arrows(question.answer))
    for name, target in right.items():
        if name not in names:
            yield sentence("question.arrow_missing", name=name)
        elif names[name] != target:
            yield _other_object(question, name, names[name])
    for name in names:
        if name not in right:
            yield sentence("question.no_such_name", name=name)


_WRONG: Mapping[Kind, Callable[[Question, Answer], Iterator[Sentence]]] = {
    Kind.COUNT: _count,
    Kind.VALUE: _value,
    Kind.REFERS: _refers,
    Kind.PRINTED: _printed,
    Kind.SAME: lambda question, given: iter((_pair(f"would_be_{given}", question),)),
    Kind.DIES: _dies,
    Kind.DRAW: _draw,
    Kind.NEXT: lambda question, given: iter(()),
}


# ---- the proof ----


def _all_references(question: Question) -> Iterator[Sentence]:
    after = question.effect.after
    serial = after.names[question.names[0]]
    what = question.effect.describe(serial, after)
    yield sentence("question.count_is", "", serial, what=what, n=int(str(question.answer)))
    yield from (one.words for one in accounts(after.state, serial) if one.count)


def _value_is(question: Question) -> Iterator[Sentence]:
    """Yield the value, and the values of the names that the line reads."""
    yield sentence("question.value_is", name=question.names[0], text=str(question.answer))
    yield from _values_read(question)


def _values_read(question: Question) -> Iterator[Sentence]:
    before = question.effect.before
    for read in _names_read(question.effect.statement.node):
        serial = before.names.get(read)
        if serial is not None and is_value(before, serial):
            yield sentence("question.value_was", name=read, text=value_text(serial, before.heap)[0])


def _names_read(node: ast.AST) -> tuple[str, ...]:
    """Return the names that a statement's own lines read, including that of ``x += 1``.

    Local names of a lambda or comprehension are left out.
    """
    own, names = set[str](), []
    waiting: list[ast.AST] = [node]
    while waiting:
        one = waiting.pop(0)
        if one is not node and isinstance(one, ast.stmt | ast.excepthandler | ast.match_case):
            continue
        if isinstance(one, ast.arg):
            own.add(one.arg)
        elif isinstance(one, ast.comprehension):
            own |= {inner.id for inner in ast.walk(one.target) if isinstance(inner, ast.Name)}
        elif isinstance(one, ast.Name) and (
            isinstance(one.ctx, ast.Load) or isinstance(node, ast.AugAssign)
        ):
            names.append(one.id)
        waiting += ast.iter_child_nodes(one)
    return tuple(dict.fromkeys(name for name in names if name not in own))


def _targets_are(question: Question) -> Iterator[Sentence]:
    """Yield the object to which each name refers, or each place with an arrow."""
    after, answer = question.effect.after, question.answer
    ends = {**after.names, **arrows(question.effect)}
    for name, target in _arrows(answer) or [(question.names[0], answer)]:
        key = "question.is_new" if target == NEW else "question.is_there"
        what = question.effect.describe(ends[name], after)
        yield sentence(key, "", ends[name], name=name, what=what)


def _last_references(question: Question) -> Iterator[Sentence]:
    effect, died = question.effect, question.answer
    assert isinstance(died, frozenset)
    if not died:
        yield sentence("question.none_dies")
    for serial in sorted(died):
        what = effect.describe(serial, effect.before)
        known = effect.before.state, effect.heap_of(effect.before)
        yield describe_death(serial, what, effect.losses.get(serial, ()), known)


def _way_is(question: Question) -> Iterator[Sentence]:
    yield dict(worded_choices(question))[str(question.answer)]
    yield from _values_read(question)


_PROOF: Mapping[Kind, Callable[[Question], Iterator[Sentence]]] = {
    Kind.COUNT: _all_references,
    Kind.VALUE: _value_is,
    Kind.REFERS: _targets_are,
    Kind.PRINTED: lambda one: iter((sentence("question.prints", text=str(one.answer)),)),
    Kind.SAME: lambda one: iter((_pair(f"are_{Sameness(str(one.answer))}", one),)),
    Kind.DIES: _last_references,
    Kind.DRAW: _targets_are,
    Kind.NEXT: _way_is,
}
