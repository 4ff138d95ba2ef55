"""The frames of a state that are drawn, and the values that they return or yield."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from visualizer.layout.picture import Key
from visualizer.model import (
    RAISING_EVENTS,
    Event,
    Frame,
    FrameKind,
    Named,
    State,
    main_file,
    scope_name,
)
from visualizer.model.scopes import MODULE_CODE

END_EVENTS = (Event.FINISH, Event.UNCAUGHT)
MAX_FRAMES, OUTER_FRAMES = 200, 20
"""The maximum number of drawn frames of a stack, and how many of these are the outermost."""
_RESULT_KINDS = {Event.RETURN: "returns", Event.YIELD: "yields"}


@dataclass(frozen=True, slots=True)
class VisibleFrame:
    """A frame to draw: its key, its names, and the value that it returns or yields in this step."""

    key: Key
    frame: Frame
    names: Named
    results: tuple[tuple[str, int | None], ...]
    running: bool
    thread: int
    skipped: int = 0
    """The number of frames of the same thread before this one that are left out."""


def visible_frames(state: State) -> Iterator[VisibleFrame]:
    """Yield the frames of all threads, outermost first, after the module's names.

    Of more than ``MAX_FRAMES`` frames in one stack the middle is skipped: it fits no canvas, and a
    step's cost must not depend on the depth of the stack.
    """
    main = main_file(state)
    if main is not None and not _has_module(state, main):
        frame = Frame(0, MODULE_CODE, main, 0, FrameKind.MODULE, state.globals[main])
        yield VisibleFrame(Key("globals", main), frame, frame.locals, (), False, 0)
    for thread, frames in state.stacks.items():
        if len(frames) <= MAX_FRAMES:
            for frame in frames:
                yield _visible_frame(state, thread, frame)
            continue
        for frame in frames[:OUTER_FRAMES]:
            yield _visible_frame(state, thread, frame)
        inner = frames[OUTER_FRAMES - MAX_FRAMES :]
        yield replace(_visible_frame(state, thread, inner[0]), skipped=len(frames) - MAX_FRAMES)
        for frame in inner[1:]:
            yield _visible_frame(state, thread, frame)


def _visible_frame(state: State, thread: int, frame: Frame) -> VisibleFrame:
    """Return the drawing data of one frame."""
    step = state.step
    # At its end the program has no current line.
    running = step is not None and step.event not in END_EVENTS and step.thread == thread
    running = running and frame is state.frames[-1]
    handed = _results(state) if running else _results_at_end(state, thread, frame)
    names = frame.locals
    if frame.kind is FrameKind.MODULE:
        names = state.globals.get(frame.file, names)
        frame = replace(frame, function=scope_name(frame, state))
    return VisibleFrame(frame_key(frame), frame, names, handed, running, thread)


def frame_key(frame: Frame) -> Key:
    """Return the key of a frame: a call's serial, or a module's file, as its names outlive it."""
    if frame.kind is FrameKind.MODULE:
        return Key("globals", frame.file)
    return Key("frame", frame.serial)


def handled_exceptions(state: State) -> list[int]:
    """Return exceptions that are being handled: drawn even if no name refers to them.

    The interpreter holds them until the handler gives them a name.
    """
    handed = state.step.in_flight if state.step is not None else ()
    return [one.serial for one in handed if one.way == "exception" and one.serial in state.heap]


def _has_module(state: State, file: str) -> bool:
    return any(
        frame.kind is FrameKind.MODULE and frame.file == file
        for frames in state.stacks.values()
        for frame in frames
    )


def _results_at_end(state: State, thread: int, frame: Frame) -> tuple[tuple[str, int | None], ...]:
    """Return what ends a frame at an uncaught exception: raising it, or not catching it."""
    step = state.step
    if step is None or step.event is not Event.UNCAUGHT or step.thread != thread:
        return ()
    if frame is state.frames[-1]:
        return _results(state)
    return (("not-caught", None),)


def _results(state: State) -> tuple[tuple[str, int | None], ...]:
    step = state.step
    assert step is not None
    if step.event in _RESULT_KINDS and step.value is not None and step.value in state.heap:
        return ((_RESULT_KINDS[step.event], step.value),)
    raised = step.exception
    if step.event in RAISING_EVENTS and raised is not None:
        return (("raised", raised),) if raised in state.heap else ()
    return ()
