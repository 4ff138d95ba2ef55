"""Selects good questions about a program: those that its picture does not answer already."""

import ast
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from enum import IntEnum
from itertools import chain, combinations

from visualizer.explain.questions.drawing import arrows
from visualizer.explain.questions.giving_away import is_given_away
from visualizer.explain.questions.kinds import Kind, Question, Sameness, make_question
from visualizer.explain.questions.moment import LineEffect, is_definition, is_value, line_effect_at
from visualizer.explain.recorded_values import Undecidable
from visualizer.explain.source.statements import parts_of_head
from visualizer.explain.written import value_text
from visualizer.model import Event, Scalar
from visualizer.model.delta import ReadableRecording

MAX_STEPS = 3_000
"""The maximum number of steps to search for questions about a whole program."""
_LINE_STEPS, _TRIES = 500, 8
"""The maximum number of steps within a line in such a search, and of failed tries of a line.

Without the latter, the search would follow each call of a deep recursion to its end.
"""
_MAX_PRINTED, _MAX_LINES = 120, 3
"""The maximum numbers of characters and of lines of an output to type."""
_ADDRESS = re.compile(" at 0x[0-9a-fA-F]+")
_LONG_NUMBER = re.compile(r"\d(?:[.,_]?\d){6,}")
"""A number that hardly anyone computes without help."""
_MAX_ARROWS = 6
"""The maximum number of arrows in a drawing question."""


_UNKNOWN = frozenset(
    {"input", "readline", "readlines", "read", "random", "randint", "randrange", "choice"}
    | {"sample", "shuffle", "uniform", "time", "perf_counter", "now", "today"}
)
"""The functions that return values from outside of the program."""


class Difficulty(IntEnum):
    """How deep into memory the questions go."""

    OUTPUT = 1
    NAMES = 2
    COUNTS = 3


KINDS: dict[Difficulty, tuple[Kind, ...]] = {
    Difficulty.OUTPUT: (Kind.PRINTED, Kind.VALUE, Kind.REFERS, Kind.NEXT),
    Difficulty.NAMES: (
        *(Kind.REFERS, Kind.SAME, Kind.PRINTED),
        *(Kind.VALUE, Kind.DRAW, Kind.NEXT),
    ),
    Difficulty.COUNTS: (
        *(Kind.COUNT, Kind.DIES, Kind.REFERS, Kind.SAME),
        *(Kind.PRINTED, Kind.VALUE, Kind.DRAW, Kind.NEXT),
    ),
}
"""The kinds of each difficulty, the most instructive first."""

type QuestionIdentity = tuple[str, int, Kind, tuple[str, ...]]
"""The identity of a question: the file, the line, the kind, the names."""


def question_identity(question: Question) -> QuestionIdentity:
    """Return a key that is equal for questions that look the same to a student."""
    frame = question.effect.before.frame
    return frame.file, frame.line, question.kind, question.names


def question_at(
    run: ReadableRecording,
    step: int,
    difficulty: Difficulty,
    asked: Container[QuestionIdentity] = (),
) -> Question | None:
    """Return a question for the line that is about to run; None if there is no good one.

    ``asked`` are earlier questions, which are not asked again for the same line.
    """
    effect = line_effect_at(run, step)
    if effect is None:
        return None
    return next(_good_questions(run, effect, KINDS[difficulty], asked), None)


def questions_of(run: ReadableRecording, difficulty: Difficulty, most: int) -> tuple[Question, ...]:
    """Return up to ``most`` different questions for a whole program, of as many kinds as possible.

    The least frequent kind comes first.
    """
    asked: set[QuestionIdentity] = set()
    found: list[Question] = []
    often = dict.fromkeys(KINDS[difficulty], 0)
    in_vain: Counter[tuple[str, int]] = Counter()
    cursor = run.cursor()
    for step in range(1, min(run.steps, MAX_STEPS) + 1):
        if len(found) == most:
            break
        here = cursor.delta(step).step
        line = here.file, here.line
        if here.event is not Event.LINE or in_vain[line] == _TRIES:
            continue
        in_vain[line] += 1
        effect = line_effect_at(run, step, cursor, _LINE_STEPS)
        if effect is None:
            continue
        kinds = sorted(often, key=lambda one: often[one])
        question = next(_good_questions(run, effect, kinds, asked), None)
        if question is not None:
            asked.add(question_identity(question))
            often[question.kind] += 1
            found.append(question)
            in_vain[line] = 0
    return tuple(found)


def _good_questions(
    run: ReadableRecording,
    effect: LineEffect,
    kinds: Iterable[Kind],
    asked: Container[QuestionIdentity],
) -> Iterator[Question]:
    """Yield questions that were not asked yet and that the picture does not answer."""
    step = effect.before.state.step
    assert step is not None
    output = run.output("stdout", 0, step.stdout_end).decode(errors="replace")
    for kind in kinds:
        if kind is Kind.PRINTED and _is_answered(effect, asked):
            continue
        for one in _questions(kind, effect):
            is_known = _is_plain(one) or is_given_away(one, output)
            if question_identity(one) not in asked and not is_known:
                yield one


def _questions(kind: Kind, effect: LineEffect) -> Iterator[Question]:
    if kind in (Kind.PRINTED, Kind.VALUE, Kind.NEXT) and _brings_in(effect):
        return
    for names in _names_for(kind, effect):
        try:
            question = make_question(kind, effect, names)
        except Undecidable:
            continue
        if kind not in (Kind.PRINTED, Kind.VALUE) or _is_typed(str(question.answer), effect):
            yield question


def _is_typed(answer: str, effect: LineEffect) -> bool:
    """Whether a person may type an answer: a short one without an address.

    Long numbers and unusual letters are typed only if the program shows them.
    """
    if len(answer) > _MAX_PRINTED or answer.count("\n") >= _MAX_LINES or _ADDRESS.search(answer):
        return False
    rare = {one for one in answer if not one.isascii()} | {*_LONG_NUMBER.findall(answer)}
    contents = (one.content for one in effect.before.heap.values()) if rare else ()
    texts = (one.text for one in contents if isinstance(one, Scalar))
    shown = "\n".join(chain([effect.code], texts))
    return all(one in shown for one in rare)


def _names_for(kind: Kind, effect: LineEffect) -> Iterator[tuple[str, ...]]:
    before, after = effect.before, effect.after
    bound = [name for name, one in after.own.items() if before.own.get(name) != one]
    match kind:
        case Kind.PRINTED | Kind.NEXT:
            yield ()
        case Kind.DIES:
            if any(one not in after.heap for one in before.heap):
                yield ()
        case Kind.DRAW:
            if 1 < len(arrows(effect)) <= _MAX_ARROWS and _moves_an_arrow(effect):
                yield ()
        case Kind.REFERS:
            others = any(_is_object(effect, name) for name in before.names if name in after.names)
            if others and not _spells_it_out(effect):
                yield from ((name,) for name in bound if _is_object(effect, name))
        case Kind.VALUE:
            yield from ((name,) for name in after.own if _is_changed(effect, name))
        case Kind.COUNT:
            was = before.heap
            yield from (
                (name,)
                for name, serial in after.names.items()
                if serial in was and _is_object(effect, name)
            )
        case Kind.SAME:
            objects = [name for name in after.own if _is_object(effect, name)]
            for one, other in combinations(objects, 2):
                first, second = (after.heap[after.own[name]] for name in (one, other))
                # Objects of different types cannot be confused.
                if first.type == second.type and {one, other} & {*bound}:
                    yield one, other


def _is_object(effect: LineEffect, name: str) -> bool:
    """Whether a name refers to an object with a card and a count of its own."""
    thing = effect.after.heap.get(effect.after.names[name])
    if thing is None or thing.refcount is None:
        return False
    return not (is_definition(thing) or isinstance(thing.content, Scalar))


def _is_changed(effect: LineEffect, name: str) -> bool:
    """Whether the line gives a name a new value."""
    before, after = effect.before, effect.after
    was, now = before.own.get(name), after.own[name]
    if not is_value(after, now):
        return False
    return was is None or value_text(was, before.heap)[0] != value_text(now, after.heap)[0]


def _moves_an_arrow(effect: LineEffect) -> bool:
    """Whether an arrow to an object with a card is new or has moved."""
    heap, own = effect.after.heap, effect.before.own
    return any(
        own.get(place) != one and heap[one].refcount is not None
        for place, one in arrows(effect).items()
        if not isinstance(heap[one].content, Scalar)
    )


def _brings_in(effect: LineEffect) -> bool:
    """Whether the line, or a call in it, gets an unpredictable value: input, chance, a clock."""
    parts = chain.from_iterable(parts_of_head(one.node) for one in effect.ran)
    calls = (one.func for part in parts for one in ast.walk(part) if isinstance(one, ast.Call))
    names = (getattr(one, "attr", getattr(one, "id", "")) for one in calls)
    return not _UNKNOWN.isdisjoint(names)


def _is_answered(effect: LineEffect, asked: Container[QuestionIdentity]) -> bool:
    """Whether a question for a running call has asked for the output, that of the line included."""
    *callers, _ = effect.before.state.frames
    return any((one.file, one.line, Kind.PRINTED, ()) in asked for one in callers)


def _spells_it_out(effect: LineEffect) -> bool:
    """Whether the line itself shows that it creates an object: ``x = []``."""
    value = getattr(effect.statement.node, "value", None)
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.Tuple | ast.Constant)


def _is_plain(question: Question) -> bool:
    """Whether the line shows that a name gets an object that has no others and equals none."""
    match question.effect.statement.node:
        case ast.Assign(targets=[ast.Name()], value=value) if _spells_it_out(question.effect):
            holds_names = any(isinstance(one, ast.Name) for one in ast.walk(value))
            return question.answer is Sameness.DIFFERENT or (
                question.kind is Kind.DRAW and not holds_names
            )
    return False
