"""The frames of a state that are drawn, and the values that they return or yield."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from visualizer.layout.picture import Key
from visualizer.model import (
    RAISING_EVENTS,
    Cell,
    Delta,
    Event,
    Frame,
    FrameKind,
    Function,
    HeapObject,
    Instance,
    Named,
    Other,
    Sequence,
    State,
    comprehension_rows,
    main_file,
    scope_name,
    traceback_entries,
    waits,
    yielded,
)
from visualizer.model import Mapping as MappingContent
from visualizer.model.scopes import MODULE_CODE

END_EVENTS = (Event.FINISH, Event.UNCAUGHT)
_PENDING = Sequence | MappingContent | Instance | Function
_RESULT_KINDS = {Event.RETURN: "returns", Event.YIELD: "yields"}


class VisibleFrame(NamedTuple):
    """A frame to draw: its key, its names, and the value that it returns or yields in this step.

    ``pending`` are objects that its evaluation stack alone holds: parts of an expression that is
    not finished.
    """

    key: Key
    frame: Frame
    names: Named
    results: tuple[tuple[str, int | None], ...]
    running: bool
    thread: int
    pending: tuple[int, ...] = ()
    skipped: int = 0
    """The number of frames of the same thread before this one that are left out."""
    is_kept: bool = False
    """Whether the call has ended and a traceback keeps its frame."""


def visible_frames(state: State, outer: int, inner: int) -> Iterator[VisibleFrame]:
    """Yield the frames of all threads, outermost first, after the module's names.

    Of a deep stack only the ``outer`` outermost and the ``inner`` innermost frames are yielded: the
    middle fits no canvas, and a step's cost must not depend on the depth of the stack.

    If a file imports itself, only the names of the inner module are recorded; the outer one has a
    key of its own.
    """
    found = [*_every_visible_frame(state, outer, inner)]
    last = {one.key: one for one in found}
    for one in found:
        is_last = one is last[one.key]
        yield one if is_last else one._replace(key=Key("frame", one.frame.serial), names=())


def _every_visible_frame(state: State, outer: int, inner: int) -> Iterator[VisibleFrame]:
    main = main_file(state)
    on_stacks = Counter(
        one for frames in state.stacks.values() for frame in frames for one in frame.operands
    )
    if main is not None and not _has_module(state, main):
        frame = Frame(0, MODULE_CODE, main, 0, FrameKind.MODULE, state.globals[main])
        yield VisibleFrame(Key("globals", main), frame, frame.locals, (), False, 0)
    for thread, frames in state.stacks.items():
        skipped = max(len(frames) - outer - inner, 0)
        for frame in frames[:outer]:
            yield _visible_frame(state, thread, frame, on_stacks)
        for place, frame in enumerate(frames[outer + skipped :]):
            visible = _visible_frame(state, thread, frame, on_stacks)
            yield visible if place else visible._replace(skipped=skipped)
        if state.step is not None and state.step.thread == thread:
            for frame in islice(kept_frames(state), inner):
                key = frame_key(frame)
                yield VisibleFrame(key, frame, frame.locals, (), False, thread, is_kept=True)


def kept_frames(state: State) -> Iterator[Frame]:
    """Yield the frames that a passing exception has left, outermost first.

    Its traceback keeps them with their names, and they are drawn while it is passing. A frame
    object that has left the stack has referents; its serial is the call's, negated.
    """
    raised, seen = state.heap.get(_passing(state) or 0), set[int]()
    for entry in traceback_entries(raised, state.heap):
        left = entry.frame.content if entry.frame is not None else None
        if entry.frame is None or not isinstance(left, Other) or not left.referents:
            continue
        serial, known = entry.frame.serial, dict(left.facts)
        name, file = known.get("co_name", MODULE_CODE), known.get("co_filename")
        if serial not in seen and name != MODULE_CODE and file is not None:
            seen.add(serial)
            line = int(entry.line) if entry.line.isdecimal() else 0
            yield Frame(-serial, name, file, line, FrameKind.FUNCTION, left.named)


def _passing(state: State) -> int | None:
    """Return the passing exception, also on its way into a ``finally`` or an ``__exit__``, and
    while these and the functions that they call run.

    It is then on the evaluation stack of a frame; an ``except`` takes it from there.
    """
    step = state.step
    if step is not None and step.event is Event.EXCEPTION:
        return step.exception
    handled = handled_exceptions(state)
    found = (_exception_in(frame, handled, state) for frame in reversed(state.frames))
    return next(filter(None, found), None)


def _exception_in(frame: Frame, handled: Collection[int], state: State) -> int | None:
    """Return the newest exception on a frame's stack that is handled or has reached the frame."""
    return next(
        (
            one
            for one in reversed(frame.operands)
            if one in handled or _has_reached(one, frame, state)
        ),
        None,
    )


def _visible_frame(
    state: State, thread: int, frame: Frame, on_stacks: Mapping[int, int]
) -> VisibleFrame:
    step, names, running = state.step, frame.locals, False
    results: tuple[tuple[str, int | None], ...] = ()
    if step is not None and step.thread == thread:
        # After the program's end no frame runs.
        running = frame is state.frames[-1] and step.event not in END_EVENTS
        results = _results(state) if running else _results_at_end(state, frame)
    handled = _handled(state, frame, thread)
    if frame.kind is FrameKind.MODULE:
        names = state.globals.get(frame.file, names)
        function = scope_name(frame, state)
        frame = frame if function == frame.function else replace(frame, function=function)
    if frame.comprehension:
        names = (*names, *comprehension_rows(frame))
    shown = {step.exception if step is not None else None, *(serial for _, serial in names)}
    results += tuple(one for one in handled if one[1] not in shown)
    pending = tuple(_pending(state, frame, on_stacks))
    return VisibleFrame(frame_key(frame), frame, names, results, running, thread, pending)


def _pending(state: State, frame: Frame, on_stacks: Mapping[int, int]) -> Iterator[int]:
    """Yield containers, instances and functions to which nothing but the evaluation stack refers.

    A function may refer to itself. The stack of CPython 3.14 still has a value that is being
    returned, which has a row of its own.
    """
    have_rows = {target for _, target in frame.comprehension}
    if state.step is not None and state.step.value is not None:
        have_rows.add(state.step.value)
    for serial in dict.fromkeys(frame.operands):
        thing = state.heap.get(serial)
        if thing is None or serial in have_rows:
            continue
        own = _references_to_itself(thing, state)
        if thing.refcount == on_stacks[serial] + own and isinstance(thing.content, _PENDING):
            yield serial


def _references_to_itself(thing: HeapObject, state: State) -> int:
    """Return the number of cells of a function that contain it."""
    if not isinstance(thing.content, Function):
        return 0
    cells = (state.heap.get(cell) for _, cell in thing.content.closure)
    return sum(cell is not None and cell.content == Cell(thing.serial) for cell in cells)


def frame_rows(frame: Frame) -> Named:
    """Return the names of a frame as they are drawn, without a module's globals."""
    names = () if frame.kind is FrameKind.MODULE else frame.locals
    return (*names, *comprehension_rows(frame)) if frame.comprehension else names


def changed_names(delta: Delta) -> Iterator[tuple[Key, Named | None, Named]]:
    """Yield the namespaces that a step may have changed, with their names before and after.

    The names before are None for a new namespace.
    """
    for names in delta.globals:
        yield Key("globals", names.file), names.old, names.new or ()
    for stack in delta.stacks:
        for old, frame in stack.frames():
            if frame is not None:
                before = frame_rows(old) if old is not None else None
                yield frame_key(frame), before, frame_rows(frame)


def rebound(before: Named | None, now: Named) -> dict[str, int]:
    """Return the names with new targets, each with its target."""
    known = dict(before or ())
    return {name: serial for name, serial in now if known.get(name) != serial}


def frame_key(frame: Frame) -> Key:
    """Return the key of a frame: a call's serial, or a module's file, as its names outlive it."""
    if frame.kind is FrameKind.MODULE:
        return Key("globals", frame.file)
    return Key("frame", frame.serial)


def handled_exceptions(state: State) -> list[int]:
    """Return exceptions that are being handled: drawn even if no name refers to them.

    The interpreter holds them; a frame that handles an exception without a name has a row for it.
    """
    handed = state.step.in_flight if state.step is not None else ()
    return [one.serial for one in handed if one.way == "exception" and one.serial in state.heap]


def _handled(state: State, frame: Frame, thread: int) -> tuple[tuple[str, int], ...]:
    """Return the exception that a frame handles, or that has just failed a comprehension in it.

    The first entry of an exception's traceback belongs to the frame that it has reached.
    """
    step = state.step
    if step is None or step.thread != thread:
        return ()
    handled = handled_exceptions(state)
    for serial in reversed((*frame.operands, *handled)):
        if _has_reached(serial, frame, state):
            return (("current-exception" if serial in handled else "raised", serial),)
    return ()


def _has_reached(serial: int, frame: Frame, state: State) -> bool:
    """Whether the object is an exception whose traceback begins with the frame."""
    first = next(traceback_entries(state.heap.get(serial), state.heap), None)
    reached = first.frame if first is not None else None
    return reached is not None and reached.address == frame.address


def _has_module(state: State, file: str) -> bool:
    return any(
        frame.kind is FrameKind.MODULE and frame.file == file
        for frames in state.stacks.values()
        for frame in frames
    )


def _results_at_end(state: State, frame: Frame) -> tuple[tuple[str, int | None], ...]:
    """Return what ends a frame at an uncaught exception: raising it, or not catching it."""
    assert state.step is not None
    if state.step.event is not Event.UNCAUGHT:
        return ()
    return _results(state) if frame is state.frames[-1] else (("not-caught", None),)


def _results(state: State) -> tuple[tuple[str, int | None], ...]:
    step = state.step
    assert step is not None
    if step.event in _RESULT_KINDS:
        if state.frames[-1].kind is FrameKind.CLASS:
            return ()
        is_wait = step.event is Event.YIELD and waits(step, state.frames[-1].kind, state.heap)
        value = None if is_wait else yielded(step, state.heap)
        return ((_RESULT_KINDS[step.event], value),) if value in state.heap else ()
    raised = step.exception
    if step.event in RAISING_EVENTS and raised is not None:
        return (("raised", raised),) if raised in state.heap else ()
    return ()
