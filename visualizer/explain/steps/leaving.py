"""Frames that leave the stack: ended ones, and paused ones of generators."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from visualizer.explain.lives.lives import last_references
from visualizer.explain.naming import describe_by_value as describe
from visualizer.explain.references.holding import held_by
from visualizer.explain.references.roots import why_alive
from visualizer.explain.sentence import Sentence, sentence
from visualizer.explain.source.functions import function_name
from visualizer.explain.source.statements import (
    Part,
    Statement,
    called_name,
    is_at,
    parts_of_head,
    statements,
)
from visualizer.explain.steps.frames import FrameChange
from visualizer.model import (
    Delta,
    Event,
    Frame,
    FrameKind,
    Generator,
    Heap,
    HeapObject,
    Other,
    StackChange,
    State,
    content_of,
    keepers,
)
from visualizer.model.codes import runs_the_program


def _paused(before: State, left: Iterable[Frame], heap: Heap) -> Mapping[int, int]:
    """Return the generators, by frame, that keep frames that leave the stack.

    The ``heap`` after the step has also those that the step before did not reach, or that run on
    as they yield (from CPython 3.15 on). Those that wait for the one that yields run on as well if
    the program threw an exception into them: they pass on its value without an event.
    """
    if before.step is None or before.step.event is not Event.YIELD:
        return {}
    return keepers(before, left, heap.values())


def describe_leaving(
    before: State, delta: Delta, heap: Heap, sources: Mapping[str, str]
) -> Iterator[Sentence]:
    """Yield a sentence for each frame that left the stack."""
    step, pairs = delta.step, chain.from_iterable(one.frames() for one in delta.stacks)
    left = [frame for frame, now in pairs if frame is not None and now is None]
    paused = _paused(before, left, heap)
    freed = {change.serial for change in delta.objects if change.new is None}
    # C code, such as a task, may have caught the exception of the step before.
    events = step.event, before.step.event if before.step is not None else None
    passes = left and Event.EXCEPTION in events
    kept = set(_kept_by_tracebacks(before, delta, heap)) if passes else ()
    for stack in delta.stacks:
        for frame, now in stack.frames():
            if now is not None or frame is None or frame.kind is FrameKind.MODULE:
                continue
            if step.event is Event.RESUME and _resumes(frame, stack.new or ()):
                continue
            function = function_name(frame, before, sources)
            keeper = paused.get(frame.serial)
            content = content_of(keeper, heap)
            if keeper not in freed and isinstance(content, Generator) and content.is_paused:
                assert keeper is not None
                value = describe(keeper, heap)
                yield sentence("frame-paused", "change", keeper, function=function, value=value)
            elif _may_be_paused(frame, stack, delta) and not _lost(frame, delta):
                yield sentence("frame-leaves", "change", function=function)
            elif frame.address and frame.address in kept:
                yield sentence("frame-kept", "change", function=function)
            elif stack.thread != step.thread:
                thread = before.thread_names.get(stack.thread, str(stack.thread))
                yield sentence("frame-gone-thread", "loss", function=function, thread=thread)
            else:
                yield sentence(_gone(frame, stack), "loss", function=function)


def is_let_go(change: FrameChange) -> bool:
    """Whether a generator resumes only to be closed, because its last reference is gone.

    That is so in the main thread after the end of the program, where Python clears its names. False
    if C code may have taken it from a container, which the recording does not show.
    """
    ends = change.previous.event is Event.FINISH or not runs_the_program(change.before)
    is_main = change.step.thread == min(change.before.thread_names, default=None)
    begun = [one for one in change.delta.objects if _begins_again(one.old, one.new)]
    if ends and is_main and change.caller is None:
        # A function that `atexit` calls uses it; the collector holds what it closes once more
        # (finalize_garbage in CPython's gc.c).
        counts = [(one.old.refcount, one.new.refcount) for one in begun if one.old and one.new]
        return all(was != now for was, now in counts)
    serial = next((one.serial for one in begun if one.old and one.old.refcount == 1), None)
    if serial is None:
        return not begun and _is_asked_once(change)
    if _is_dropped(serial, change):
        return True
    file, line = (change.caller.file, change.caller.line) if change.caller else ("", 0)
    return is_at(line, change.sources.get(file, ""), ast.Break, ast.Return) and any(
        old is not None and new is not None and serial in {*old.operands} - {*new.operands}
        for stack in change.delta.stacks
        for old, new in stack.frames()
    )


def describe_finalizer(change: FrameChange) -> Sentence | None:
    """Return why a `__del__` method is called; None if the program itself calls it."""
    frame, before = change.frame, change.before
    if frame.function != "__del__" or not frame.locals:
        return None
    if "__del__" in map(called_name, _parts_of_caller(change)):
        return None
    _, serial = frame.locals[0]
    thing = before.heap.get(serial)
    if thing is not None and thing.unreachable:
        key = "finalized-cycle"
    elif last_references(before, change.delta, serial) or not _is_held(serial, before):
        key = "finalized"
    elif change.returned is not None and _is_only_in_cycle(serial, change.returned, before):
        key = "finalized-cycle"
    else:
        return None
    value = describe(serial, change.heap)
    return sentence(key, "gain", serial, value=value, function=change.function)


def _is_only_in_cycle(serial: int, ended: Frame, before: State) -> bool:
    """Whether an object was reached only from the ended call of another finalizer of its cycle."""
    state = before.copy()
    state.stacks = {
        thread: tuple(one for one in stack if one is not ended)
        for thread, stack in before.stacks.items()
    }
    return ended.function == "__del__" and not why_alive(state, serial)


def _is_held(serial: int, state: State) -> bool:
    """Whether a name, an unfinished expression or another object refers to an object."""
    frames = chain.from_iterable(state.stacks.values())
    held = chain.from_iterable((*dict(one.locals).values(), *one.operands) for one in frames)
    names = chain.from_iterable(dict(one).values() for one in state.globals.values())
    inside = (target for one in state.heap.values() for _, target in held_by(one))
    return any(one == serial for one in chain(held, names, inside))


def _is_asked_once(change: FrameChange) -> bool:
    """Whether the line makes the generator only as the argument of a `next`, which asks it once."""
    made, parts = change.frame.function, _parts_of_caller(change)
    asked = [called_name(one) for part in parts for one in _asked(part)]
    return made in asked and asked.count(made) == sum(called_name(one) == made for one in parts)


def _statements_of_caller(change: FrameChange) -> tuple[Statement, ...]:
    place = change.caller
    return statements(change.sources.get(place.file, "")).get(place.line, ()) if place else ()


def _parts_of_caller(change: FrameChange) -> list[ast.AST]:
    """Return the parts of the line that the caller is running."""
    heads = chain.from_iterable(parts_of_head(one.node) for one in _statements_of_caller(change))
    return [part for head in heads for part in ast.walk(head)]


def _asked(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the argument of a call of `next`, without a call of `iter` around it."""
    match node:
        case ast.Call(
            func=ast.Name(id="next"),
            args=[ast.Call(func=ast.Name(id="iter"), args=[given]) | given, *_],
        ):
            yield given


def _is_dropped(serial: int, change: FrameChange) -> bool:
    """Whether the last reference to an object is gone, and no expression uses the object."""
    losses = last_references(change.before, change.delta, serial)
    kinds = {one.kind for one in losses}
    if kinds & {"rebound", "deleted", "frame ended"}:
        return "not kept" not in kinds
    if kinds == {"holder died"}:
        return all(one.holder and _is_dropped(one.holder, change) for one in losses)
    found = _statements_of_caller(change)
    return bool(kinds and found) and all(_uses_no_value(one.node) for one in found)


def _uses_no_value(node: Part) -> bool:
    """Whether a statement makes no call except one of a method whose result it drops."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=owner), args=given, keywords=[])):
            parts: list[ast.AST] = [owner, *given]
        case ast.Delete() | ast.Assign():
            parts = [node]
        case _:
            return False
    return not any(isinstance(one, ast.Call) for part in parts for one in ast.walk(part))


def _begins_again(old: HeapObject | None, new: HeapObject | None) -> bool:
    """Whether an object is a paused generator that runs then."""
    was, now = (one.content if one is not None else None for one in (old, new))
    is_running = isinstance(now, Generator) and now.state == "running"
    return is_running and isinstance(was, Generator) and was.is_paused


def _kept_by_tracebacks(before: State, delta: Delta, heap: Heap) -> Iterator[int]:
    """Yield the addresses of the frames that tracebacks keep after the step.

    A new frame may have the address of one that the step freed.
    """
    changes = {one.serial: one.new for one in delta.objects}
    freed = {one.old.address for one in delta.objects if one.old and one.new is None}
    stay = (one for one in before.heap.values() if one.serial not in changes)
    for thing in chain(stay, filter(None, changes.values())):
        if thing.type == "traceback" and isinstance(thing.content, Other):
            kept = heap.get(dict(thing.content.named).get("tb_frame", 0))
            if kept is not None and kept.address not in freed:
                yield kept.address


def _gone(frame: Frame, stack: StackChange) -> str:
    """Return the key for an ended frame; it identifies the call if another of the function runs."""
    same = [
        one for one in stack.new or () if (one.code, one.function) == (frame.code, frame.function)
    ]
    if not same:
        return "frame-gone"
    known = {one.serial for one in stack.old or ()}
    return "frame-gone-inner" if same[-1].serial in known else "frame-gone-earlier"


def describe_collections(delta: Delta) -> Iterator[Sentence]:
    """Yield a sentence for each collection that freed objects."""
    for collection in delta.step.collections:
        if collection.freed:
            yield sentence(
                "collected", "loss", generation=collection.generation, n=len(collection.freed)
            )


def _may_be_paused(frame: Frame, stack: StackChange, delta: Delta) -> bool:
    """Whether a frame has just yielded, to C code or an event loop: its keeper is not known."""
    step = delta.before
    yielded = step is not None and step.event is Event.YIELD and step.thread == stack.thread
    return yielded and bool(stack.old) and frame is (stack.old or ())[-1]


def _lost(frame: Frame, delta: Delta) -> bool:
    """Whether targets of a frame lost more references than its yielded value accounts for."""
    held = {*dict(frame.locals).values(), *frame.operands}
    in_flight = delta.before.in_flight if delta.before is not None else ()
    for change in delta.objects:
        if change.serial not in held or change.old is None or change.old.refcount is None:
            continue
        left = change.new.refcount if change.new is not None else 0
        passed = sum(one.count for one in in_flight if one.serial == change.serial)
        if change.new is None or (left is not None and change.old.refcount - left > passed):
            return True
    return False


def _resumes(frame: Frame, stack: tuple[Frame, ...]) -> bool:
    """Whether a generator's frame is on the stack again: one resumption follows another.

    An exception thrown into coroutines that wait for each other resumes all of them.
    """
    place = frame.code, frame.address
    return place != (None, 0) and any((now.code, now.address) == place for now in stack)
