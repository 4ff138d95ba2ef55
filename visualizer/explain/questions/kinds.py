"""The kinds of question, and their answers from the recording."""

import ast
import cmath
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from visualizer.explain.naming import describe_by_value
from visualizer.explain.questions.drawing import arrows
from visualizer.explain.questions.moment import LineEffect, Snapshot, is_definition
from visualizer.explain.questions.values import is_same, read_value
from visualizer.explain.recorded_values import OfHeap, Undecidable, Whole, leaves, value_of
from visualizer.explain.references.holding import held_by
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.written import value_text
from visualizer.model import (
    Event,
    ExceptionBody,
    Heap,
    HeapObject,
    Instance,
    Scalar,
    is_of_library,
    own_attributes,
    own_names,
)

NEW = 0
"""The answer for an object that is not in the picture before the line runs; no serial is 0."""
MAX_CHOICES = 8
_MAX_LENGTH = 40
"""The maximum number of characters of an object in a choice."""
MAX_TYPED_LENGTH = 30
"""The maximum number of characters of a value to type."""

_INNER = ("code", "cell", "frame", "traceback")
type Answer = int | str | frozenset[int] | tuple[tuple[str, int], ...]


class Kind(StrEnum):
    """The kind of a question about the state after a line has run.

    The answer of ``count`` is a number, of ``value`` a Python expression, of ``refers`` a serial or
    ``NEW``, of ``printed`` a text, of ``same`` a member of ``Sameness``, of ``dies`` the serials,
    of ``draw`` the start of each arrow with a serial or ``NEW``, of ``next`` a member of ``Way``.
    """

    COUNT = "count"
    VALUE = "value"
    REFERS = "refers"
    PRINTED = "printed"
    SAME = "same"
    DIES = "dies"
    DRAW = "draw"
    NEXT = "next"


class Sameness(StrEnum):
    """The relation of two names."""

    SAME = "same"
    EQUAL = "equal"
    DIFFERENT = "different"


class Way(StrEnum):
    """Where execution continues after the head of an ``if`` or a loop."""

    INSIDE = "inside"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Question:
    """A question about ``names``; ``choices`` are the serials of the objects to choose from."""

    kind: Kind
    effect: LineEffect
    names: tuple[str, ...]
    answer: Answer
    choices: tuple[int, ...] = ()

    @property
    def step(self) -> int:
        """The step at which the question is asked."""
        return self.effect.before.number

    @property
    def proof(self) -> int:
        """The step that shows the answer."""
        return self.effect.after.number


def make_question(kind: Kind, effect: LineEffect, names: tuple[str, ...] = ()) -> Question:
    """Return a question with its answer; raises ``Undecidable`` if the recording has no answer."""
    answer = _ANSWERS[kind](effect, names)
    return Question(kind, effect, names, answer, _choices(kind, effect, names, answer))


def answer_as_json(question: Question) -> int | str | list[str] | dict[str, str]:
    """Return the answer without serials: objects are given by value."""
    answer, heap = question.answer, question.effect.after.heap
    match answer:
        case int() if question.kind is Kind.REFERS:
            target = question.effect.after.names[question.names[0]]
            return value_text(target, heap)[0]
        case frozenset():
            before = question.effect.before.heap
            return sorted(describe_by_value(one, before) for one in answer)
        case tuple():
            ends = arrows(question.effect)
            return {place: value_text(ends[place], heap)[0] for place, _ in answer}
        case _:
            return answer


# ---- answers from the recording ----


def _count(effect: LineEffect, names: tuple[str, ...]) -> Answer:
    count = effect.after.heap[_target(effect.after, names[0])].refcount
    if count is None:
        raise Undecidable(sentence("question.no_count", name=names[0]))
    return count


def _value(effect: LineEffect, names: tuple[str, ...]) -> Answer:
    name = names[0]
    value = whole_value(effect.after, _target(effect.after, name), name)
    with suppress(ValueError):  # it is no literal, or has more digits than Python prints
        text = repr(value)
        is_short = len(text) <= MAX_TYPED_LENGTH
        if (
            is_short
            and complex not in map(type, leaves(value))
            and is_same(read_value(text), value)
        ):
            return text
    raise Undecidable(sentence("question.no_value", name=name))


def whole_value(snapshot: Snapshot, serial: int, text: str) -> object:
    """Return the value of an object with all its contents; raises ``Undecidable``."""
    objects = OfHeap(snapshot.heap)
    return Whole(objects, text).of(value_of(serial, objects, text))


def _printed(effect: LineEffect, names: tuple[str, ...]) -> Answer:
    if not effect.printed.strip():
        raise Undecidable(sentence("question.prints_nothing", line=effect.before.frame.line))
    return effect.printed.rstrip("\n")


def sameness(snapshot: Snapshot, names: tuple[str, ...]) -> Sameness:
    """Return the relation of two names; raises ``Undecidable`` if the program's code decides it."""
    one, other = (_target(snapshot, name) for name in names)
    if one == other:
        return Sameness.SAME
    objects = OfHeap(snapshot.heap)
    whole = Whole(objects, names[0])
    values = [whole.of(value_of(serial, objects, names[0])) for serial in (one, other)]
    # A NaN is not equal to itself.
    if any(isinstance(one, float | complex) and cmath.isnan(one) for one in leaves(values)):
        raise Undecidable(sentence("condition.not_recorded", text=names[0]))
    return Sameness.EQUAL if values[0] == values[1] else Sameness.DIFFERENT


def _next(effect: LineEffect, names: tuple[str, ...]) -> Answer:
    statement, step = effect.statement, effect.after.state.step
    event = step.event if step is not None else None
    branches = isinstance(statement.node, ast.If | ast.While | ast.For | ast.AsyncFor)
    is_apart = statement.body.start not in statement.head
    if not (branches and is_apart and event in (Event.LINE, Event.RETURN, Event.FINISH)):
        raise Undecidable(sentence("question.one_way", line=effect.before.frame.line))
    goes_inside = event is Event.LINE and effect.after.frame.line in statement.body
    return Way.INSIDE if goes_inside else Way.PAST


_ANSWERS: dict[Kind, Callable[[LineEffect, tuple[str, ...]], Answer]] = {
    Kind.COUNT: _count,
    Kind.VALUE: _value,
    Kind.REFERS: lambda effect, names: _as_choice(effect, _target(effect.after, names[0])),
    Kind.PRINTED: _printed,
    Kind.SAME: lambda effect, names: sameness(effect.after, names),
    Kind.DIES: lambda effect, _: frozenset(
        one for one in visible_objects(effect.before) if one not in effect.after.heap
    ),
    Kind.DRAW: lambda effect, _: tuple(
        (place, _as_choice(effect, one)) for place, one in arrows(effect).items()
    ),
    Kind.NEXT: _next,
}


def _target(snapshot: Snapshot, name: str) -> int:
    serial = snapshot.names.get(name)
    if serial is None or serial not in snapshot.heap:
        raise Undecidable(sentence("question.no_name", name=name))
    return serial


def _as_choice(effect: LineEffect, serial: int) -> int:
    return serial if serial in effect.before.heap else NEW


# ---- choices ----


def object_text(kind: Kind, effect: LineEffect, serial: int) -> Sentence:
    """Return the text of an object to choose, with the names that refer to it."""
    before = effect.before
    text = value_text(serial, before.heap)[0]
    if len(text) > _MAX_LENGTH:
        text = describe_by_value(serial, before.heap)
    names = [name for name, target in before.names.items() if target == serial]
    if not names:
        return sentence("ask.object", "", serial, what=text)
    # A drawing has little room, and there names distinguish objects of equal value.
    key = "ask.drawn_object" if kind is Kind.DRAW else "ask.named_object"
    return sentence(key, "", serial, what=text, names=", ".join(names[:3]))


def _choices(
    kind: Kind, effect: LineEffect, names: tuple[str, ...], answer: Answer
) -> tuple[int, ...]:
    if kind not in (Kind.REFERS, Kind.DIES, Kind.DRAW):
        return ()
    if isinstance(answer, int):
        right = {answer}
    elif isinstance(answer, frozenset):
        right = set(answer)
    else:
        right = {target for _, target in answer} if isinstance(answer, tuple) else set()
    first_name = names[0] if names else ""
    near = visible_objects(effect.before)
    if kind is Kind.REFERS:
        near = (*near, *_of_its_type(effect, first_name, near))
    found = [one for one in near if _is_plausible(kind, effect, first_name, one, right)]
    first = [one for one in found if one in right]
    # No wrong choice looks like another one.
    apart: dict[object, int] = {}
    for one in (*first, *found):
        apart.setdefault(object_text(kind, effect, one).arguments, one)
    rest = [one for one in apart.values() if one not in right]
    if kind is Kind.REFERS:
        # Objects of the same type are the most plausible wrong choices.
        heap, type_ = effect.after.heap, effect.after.heap[_target(effect.after, names[0])].type
        rest.sort(key=lambda one: one not in heap or heap[one].type != type_)
    kept = {*first, *rest[: max(0, MAX_CHOICES - len(first))]}
    missing = tuple(one for one in right if one != NEW and one not in kept)
    return (*(one for one in found if one in kept), *missing)


def _of_its_type(effect: LineEffect, name: str, known: tuple[int, ...]) -> Iterable[int]:
    """Return the objects with names that have the answer's type, functions included."""
    type_ = effect.after.heap[_target(effect.after, name)].type
    heap = effect.before.heap
    named = dict.fromkeys(effect.before.names.values())
    return [one for one in named if one in heap and heap[one].type == type_ and one not in known]


def _is_plausible(kind: Kind, effect: LineEffect, name: str, serial: int, right: set[int]) -> bool:
    """Whether an object is a plausible choice: if the answer is a list, a number is not."""
    heap = effect.before.heap
    if serial in right or kind is Kind.DRAW:
        return True
    if kind is Kind.DIES:
        return heap[serial].refcount is not None
    if not isinstance(heap[serial].content, Scalar):
        return True
    after = effect.after
    meant = after.heap[_target(after, name)] if NEW in right else None
    return any(
        isinstance(one.content, Scalar) for one in (meant, *map(heap.get, right)) if one is not None
    )


def visible_objects(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the objects that names reach, nearest first: values and objects of the program."""
    found: dict[int, None] = {}
    waiting = [*snapshot.own.values(), *snapshot.names.values()]
    for frame in reversed(snapshot.state.frames):
        waiting += [serial for _, serial in own_names(frame)]
    while waiting:
        near, waiting = waiting, []
        for serial in near:
            thing = snapshot.heap.get(serial)
            if thing is None or serial in found or _is_background(thing):
                continue
            found[serial] = None
            waiting += _inside(thing, snapshot.heap)
    return tuple(found)


def _inside(thing: HeapObject, heap: Heap) -> Iterable[int]:
    """Return the contents that the picture shows, without internals of library objects."""
    if isinstance(thing.content, ExceptionBody):
        return ()
    own = own_attributes(thing, heap)
    if is_of_library(thing, heap):
        return (one for _, one in own)
    attributes = thing.content.attributes if isinstance(thing.content, Instance) else ()
    inner = {one for _, one in attributes} - {one for _, one in own}
    return (one for _, one in held_by(thing) if one not in inner)


def _is_background(thing: HeapObject) -> bool:
    """Whether no question is about an object: a class, code, a module, an immortal object."""
    if is_definition(thing) or thing.type in _INNER:
        return True
    return thing.is_immortal and not isinstance(thing.content, Scalar)
