"""Explains a step: first the code that ran, then one sentence for each change."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import islice, takewhile
from typing import Any

from visualizer.explain.exceptions import describe_exception, given_to, names_of_classes
from visualizer.explain.expressions.causes import describe_cause
from visualizer.explain.expressions.choices import describe_choices
from visualizer.explain.expressions.failing import failed_call
from visualizer.explain.lives.lives import LostReference, last_references, removals
from visualizer.explain.naming import Alike, slot_text
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import function_name
from visualizer.explain.source.statements import is_empty
from visualizer.explain.steps.appearing import appearance, classes_in_use, lines_that_ran
from visualizer.explain.steps.blocks import describe_blocks
from visualizer.explain.steps.contents import describe_contents, describe_unstarted
from visualizer.explain.steps.decorators import type_parameters
from visualizer.explain.steps.exits import describe_exit
from visualizer.explain.steps.frames import (
    FrameChange,
    came_from_call,
    frame_change,
    left_by_exception,
)
from visualizer.explain.steps.items import describe_repeated
from visualizer.explain.steps.leaving import (
    describe_collections,
    describe_finalizer,
    describe_leaving,
    is_let_go,
)
from visualizer.explain.steps.lines import describe_line
from visualizer.explain.steps.names import (
    Scope,
    before_and_after,
    by_path,
    describe_hiding,
    describe_names,
    describe_results,
    frames_of,
    scope_of,
)
from visualizer.explain.steps.outcomes import (
    brings_result,
    describe_passing,
    describe_statement,
    names_of_handlers,
    only_finds,
    raises,
    statement_parts,
)
from visualizer.explain.steps.outcomes import waits as waits_at
from visualizer.explain.steps.reclassed import describe_reclassed, reclassed, under_new, without
from visualizer.explain.steps.streams import Context, describe_streams, describe_suggested
from visualizer.explain.steps.walks import describe_exhausted
from visualizer.explain.threads.deadlocks import deadlock_begins
from visualizer.model import (
    Delta,
    Event,
    FrameKind,
    Heap,
    HeapObject,
    ObjectChange,
    Scalar,
    State,
    waits,
    yielded,
)
from visualizer.model.codes import constant_addresses

MAX_PER_KIND = 8
"""The maximum number of sentences of one kind; further changes are only counted."""

_CALLED = {
    FrameKind.CLASS: "class-body-begins",
    FrameKind.MODULE: "module-begins",
    FrameKind.GENERATOR: "generator-begins",
    FrameKind.ASYNC_GENERATOR: "generator-begins",
    FrameKind.COROUTINE: "coroutine-begins",
}

_OF_ENDS = ("class-body-ends", "generator-ends", "returns-at-its-end")
"""Sentences about a statement that ends its frame."""

_OF_HEADS = ("for-", "if-", "while-", "case-", "except-", "values-")
"""The beginnings of the keys of sentences about the head of a statement."""

_NO_CONTEXT = Context()


def explain_step(
    before: State,
    delta: Delta,
    sources: Mapping[str, str] | None = None,
    context: Context = _NO_CONTEXT,
    *,
    are_numbered: bool = True,
) -> tuple[Sentence, ...]:
    """Return sentences for the changes from ``before`` to ``delta.step``.

    ``before`` is the state before ``delta`` is applied. ``sources`` (text by file) lets it quote
    the line that ran. Objects without a value or name of their own have numbers if they
    ``are_numbered``, like their cards; else the shortest expression for them.
    """
    texts = sources or {}
    if delta.before is None:
        # Everything at the first step existed before: it makes no sentence.
        return tuple(_beginning(delta, texts))
    both = before_and_after(before, delta, texts)
    heap = both if are_numbered else by_path(before, delta, both)
    numbered = Alike(heap, [one.serial for one in delta.objects])
    here = frame_change(before, delta, heap, texts, context.earlier)
    again = reclassed(delta, here)
    others, known = without(again, delta), frames_of(before, delta, texts)
    frames = [(scope, under_new(old, again), new) for scope, old, new in known]

    came, event = _of(here, describe_statement), _of_event(here, before, delta, heap, texts)
    if came and came[-1].key in _OF_ENDS:
        event = (came.pop(),)
    event = dict.fromkeys((*event, *describe_suggested(delta, context, heap)))
    ran = [*_of(here, describe_line), *_of(here, describe_passing)]
    came += describe_unstarted(delta)
    handlers, is_made = names_of_handlers(here), partial(context.has_made, here)
    named = [*_limited(describe_names(frames, before, delta, heap, handlers, is_made=is_made))]
    if not (is_over := all(one.key != "line-goes-on" for one in came)):
        # A loop binds its names first, then tests and stores what it took.
        ran, came = came[:1], [*(one for one in named if one.sign != "loss"), *came[1:]]
        named = [one for one in named if one.sign == "loss"]
    asked, printed = describe_streams(here, delta, context)
    ended = describe_leaving(before, delta, heap, texts), describe_results(delta, heap, texts)
    head, end = _in_order(delta.step.event, *ended, [*came, *printed], event)
    chosen = [*_limited(_of(here, describe_choices))] if is_over else []
    taken = [*takewhile(lambda one: one.key.startswith(_OF_HEADS), head)] if chosen else []
    sentences = [
        *(*ran, *taken, *chosen, *_of(here, describe_exhausted)),
        *asked,
        *head[len(taken) :],
        *deadlock_begins(before, delta, heap),
        *named,
        *_limited(_of(here, describe_hiding)),
        *describe_reclassed(again, numbered),
        *_limited(describe_contents(before, delta, heap, texts.values(), here, again=again)),
        *describe_repeated(delta, tuple(here.all_names) if here is not None else (), heap),
        *end,
        *(replace(one, level=2) for one in _objects(before, others, numbered, here, texts)),
        *(replace(one, level=3) for one in _counts(delta, numbered)),
        *_limited(describe_blocks(frames, others, numbered), partial(replace, level=4)),
        *describe_collections(delta),
    ]
    return (*sentences, *_without_count(sentences, frames, heap))


def _of(
    here: FrameChange | None, say: Callable[[FrameChange], Iterable[Sentence]]
) -> list[Sentence]:
    """Return sentences about the innermost frame; none if the step shows no change of one."""
    return [*say(here)] if here is not None else []


def _of_event(
    here: FrameChange | None,
    before: State,
    delta: Delta,
    heap: Heap,
    texts: Mapping[str, str],
) -> Iterable[Sentence]:
    """Return the sentences about the step's event."""
    others = (stack for thread, stack in before.stacks.items() if thread != delta.step.thread)
    if delta.step.event is Event.FINISH and any(others):
        return (sentence("finished-alone"),)
    if here is not None and brings_result(delta.step, here.frame, texts, heap):
        return _result(here)
    if (made := type_parameters(delta.step)) is not None:
        return (made,)
    is_module = here is not None and here.frame.kind is FrameKind.MODULE
    function = function_name(here.frame if here and is_module else delta.step, before, texts)
    return _event(here, delta, heap, function, _passes(here, before, delta, heap))


def _without_count(
    sentences: Sequence[Sentence], frames: Iterable[Scope], heap: Heap
) -> Iterator[Sentence]:
    """Yield the sentence for a step that binds immortal objects and changes no count."""
    signs = {one.sign for one in sentences}
    if len(sentences) > 1 and not signs & {"gain", "loss", "up", "down", "immortal"}:
        touched = [heap.get(target) for _, _, new in frames for _, target in new or ()]
        if any(thing is not None and thing.is_immortal for thing in touched):
            yield replace(sentence("no-count", "immortal"), level=3)


def _in_order(
    kind: Event,
    left: Iterable[Sentence],
    results: Iterable[Sentence],
    came: Iterable[Sentence],
    event: Iterable[Sentence],
) -> tuple[Sequence[Sentence], Iterable[Sentence]]:
    """Return the sentences before those about changes, and after them.

    ``left`` are sentences about frames that have ended, ``results`` about those of comprehensions,
    ``came`` about the statement.
    """
    if kind is Event.LINE:
        return (*results, *came, *event), left
    if kind is Event.FINISH:
        return (*results, *came), (*left, *event)
    # The first sign of the step must be that of its event.
    left = [replace(one, sign="") for one in left]
    # The ended call comes before the new one, the effects of the last line before its frame's end.
    if kind is Event.RETURN:
        return (*left, *results, *came), event
    return (*left, *came, *event, *results), ()


def _beginning(delta: Delta, sources: Mapping[str, str]) -> Iterator[Sentence]:
    step = delta.step
    if is_empty(step.file, sources):
        yield sentence("program-empty")
        return
    if step.event is Event.LINE:
        yield sentence("begins", line=step.line)
        return
    heap = {c.serial: c.new for c in delta.objects if c.new is not None}
    # It is not known whether the exception was raised here or passes through.
    yield from _event(None, delta, heap, step.function, passes=step.event is Event.EXCEPTION)


def _passes(here: FrameChange | None, before: State, delta: Delta, heap: Heap) -> bool:
    """Whether the step's exception was raised before the step."""
    earlier = delta.before.exception if delta.before is not None else None
    if earlier == delta.step.exception or left_by_exception(before, delta) is not None:
        return True
    return here is not None and not raises(here) and came_from_call(delta.step.exception, heap)


def _event(
    here: FrameChange | None, delta: Delta, heap: Heap, function: str, passes: bool
) -> Iterator[Sentence]:
    step = delta.step
    value = describe(step.value, heap) if step.value is not None else "None"
    raised = describe_exception(step.exception, heap) if step.exception is not None else "?"
    match step.event:
        case Event.CALL:
            begun = (one for one in delta.threads if one.thread == step.thread)
            for one in begun:
                if one.old is None:
                    yield sentence("thread-begins", thread=one.new or str(one.thread))
            kind = here.frame.kind if here is not None else FrameKind.FUNCTION
            finalizer = describe_finalizer(here) if here is not None else None
            yield finalizer or sentence(_CALLED.get(kind, "called"), "gain", function=function)
        case Event.RETURN if here is not None and here.frame.kind is FrameKind.MODULE:
            yield sentence("module-ends", function=function)
        case Event.RETURN if here is None or here.frame.kind is not FrameKind.CLASS:
            yield sentence("returned", "change", step.value, function=function, value=value)
        case Event.YIELD:
            yield _yielded(here, delta, heap, function)
        case Event.RESUME:
            key = "resumed-to-close" if here is not None and is_let_go(here) else "resumed"
            yield sentence(key, "change", function=function, line=step.line)
        case Event.EXCEPTION:
            yield from _raised(None if passes else here, delta, raised, function, passes)
        case Event.UNCAUGHT:
            yield sentence("uncaught", "loss", step.exception, value=raised)
            if here is not None:
                yield from describe_cause(here)
        case Event.FINISH:
            yield sentence("finished")


def _raised(
    here: FrameChange | None, delta: Delta, value: str, function: str, passes: bool
) -> Iterator[Sentence]:
    """Yield that the line raised an exception, or a library that it called, and why."""
    called = failed_call(here) if here is not None else None
    key = "passing-exception" if passes else "call-raised" if called else "raised-exception"
    told = {"value": value, "function": function} | ({"code": called} if called else {})
    ending = describe_exit(here) if here is not None else None
    yield ending or sentence(key, "loss", delta.step.exception, line=delta.step.line, **told)
    causes = describe_cause(here) if here is not None else ()
    # A sentence about a call names the part that failed.
    yield from (one for one in causes if called is None or one.key != "part-fails")


def _yielded(here: FrameChange | None, delta: Delta, heap: Heap, function: str) -> Sentence:
    """Return the sentence about a yield; without the value if that is meant for a library."""
    kind = here.frame.kind if here is not None else FrameKind.GENERATOR
    serial, line = yielded(delta.step, heap), delta.step.line
    if waits(delta.step, kind, heap):
        return sentence("waits-at", "change", None, function=function, line=line)
    value = describe(serial, heap) if serial is not None else "None"
    return sentence("yielded", "change", serial, function=function, value=value, line=line)


def _result(here: FrameChange) -> Iterator[Sentence]:
    """Yield a sentence about the result of a wait, which the exception of the step has."""
    step, heap = here.step, here.heap
    raised = heap[step.exception or 0]
    waiting = map(waits_at, statement_parts(here.frame, here.sources))
    if "StopIteration" not in names_of_classes(raised, heap) or not any(waiting):
        kind = raised.type
        yield sentence("wait-ended-loop", "change", step.exception, value=kind, line=step.line)
        return
    items = given_to(raised, heap)
    value = describe(items[0], heap) if items else "None"
    yield sentence("wait-ended", "change", items[0] if items else None, line=step.line, value=value)


def _objects(
    before: State, delta: Delta, heap: Heap, here: FrameChange | None, sources: Mapping[str, str]
) -> Iterator[Sentence]:
    # Compute these on demand: most steps make and free no object.
    constants = cache(lambda: constant_addresses(before))
    removed = cache(lambda: removals(delta))
    finds = cache(lambda: only_finds(here))
    classes = cache(lambda: classes_in_use(delta))
    lines = cache(lambda: lines_that_ran(here))

    def describe_change(change: ObjectChange) -> Sentence:
        serial, what = change.serial, describe(change.serial, heap)
        if change.new is None:
            losses = last_references(before, delta, serial, sources, removed())
            return describe_death(serial, what, losses, (before, heap))
        if change.old is None:
            found = appearance(change.new, constants, finds, classes, lines)
            return sentence(*found, serial, what=what)
        return sentence("unreachable", "island", serial, what=what)

    return _limited(filter(_comes_or_goes, delta.objects), describe_change)


def _comes_or_goes(change: ObjectChange) -> bool:
    old, new = change.old, change.new
    if new is None:
        # Only a measured object is known to be freed, not just unreachable.
        return old is None or old.is_measured
    if old is not None:
        return new.unreachable and not old.unreachable
    # A builtin type or code is listed only because another object refers to it.
    return not (new.is_immortal and not isinstance(new.content, Scalar)) and new.type != "code"


def describe_death(
    serial: int, what: str, losses: tuple[LostReference, ...], known: tuple[State, Heap]
) -> Sentence:
    """Return the sentence for a freed object, with the last references to it."""
    before, heap = known
    if not losses:
        return sentence("freed", "loss", serial, what=what)
    last = losses[0]
    scope = scope_of(last.scope, before)
    arguments = {"what": what, "where": slot_text(last.where, heap), "scope": scope}
    if last.holder is not None:
        arguments["holder"] = describe(last.holder, heap)
    return sentence(f"freed-by-{last.kind.replace(' ', '-')}", "loss", serial, **arguments)


def _counts(delta: Delta, heap: Heap) -> Iterator[Sentence]:
    def describe_change(change: ObjectChange) -> Sentence:
        old, new = _count(change.old), _count(change.new)
        what = describe(change.serial, heap)
        if old is None or new is None:
            return sentence("became-immortal", "immortal", change.serial, what=what)
        sign = "up" if new > old else "down"
        return sentence("count-changed", sign, change.serial, what=what, old=old, new=new)

    return _limited(filter(_is_counted_anew, delta.objects), describe_change)


def _count(thing: HeapObject | None) -> int | None:
    return thing.refcount if thing is not None else None


def _is_counted_anew(change: ObjectChange) -> bool:
    old, new = change.old, change.new
    if old is None or new is None or old.refcount in (None, new.refcount):
        return False
    # The picture lacks builtin types, code and modules.
    return new.type not in ("type", "code", "module") or bool(
        getattr(new.content, "attributes", ())
    )


def _limited(
    found: Iterable[Any], say: Callable[[Any], Sentence] = lambda one: one
) -> Iterator[Sentence]:
    """Yield sentences for the first items, and one with the number of the others."""
    rest = iter(found)
    # Do not make the other sentences: it takes long, and a reader does not need them.
    yield from map(say, islice(rest, MAX_PER_KIND))
    if left_out := sum(map(_number, rest)):
        yield sentence("and-more", n=left_out)


def _number(found: Any) -> int:
    """Return how many changes a sentence, or something that a sentence describes, stands for."""
    is_number = isinstance(found, Sentence) and found.key == "and-more"
    return int(dict(found.arguments)["n"]) if is_number else 1
