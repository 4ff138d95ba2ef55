"""The innermost frame before and after a step, and the line that ran in it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from visualizer.explain.source.functions import function_name
from visualizer.model import (
    Delta,
    Event,
    Frame,
    FrameKind,
    Heap,
    Other,
    State,
    Step,
    is_of_shown_module,
    own_names,
    traceback_entries,
)

_WITHIN_A_LINE = (Event.LINE, Event.RETURN, Event.YIELD, Event.EXCEPTION, Event.FINISH)
"""The events by which a line ends or continues after a call in it has ended."""


@dataclass(frozen=True, slots=True)
class FrameChange:
    """The innermost frame before and after a step; ``was`` is None for a new frame.

    ``names`` are its bindings before and after, with those that a class body shares with the
    function around it; ``module_names`` are those of its module. ``function`` is its description;
    ``caller`` is the frame below it on the stack. ``before`` is the state before the step,
    ``delta`` the changes, ``earlier`` those of the step before it, if known; ``heap`` has the
    objects of both, ``sources`` the texts by file.
    """

    frame: Frame
    was: Frame | None
    names: tuple[Mapping[str, int], Mapping[str, int]]
    module_names: tuple[Mapping[str, int], Mapping[str, int]]
    function: str
    caller: Frame | None
    before: State
    delta: Delta
    heap: Heap
    sources: Mapping[str, str]
    earlier: Delta | None = None

    @property
    def step(self) -> Step:
        """The step."""
        return self.delta.step

    @property
    def previous(self) -> Step:
        """The step before, which every step but the first has."""
        assert self.delta.before is not None
        return self.delta.before

    @property
    def text(self) -> str:
        """The text of the frame's file."""
        return self.sources.get(self.frame.file, "")

    @property
    def rewritten(self) -> frozenset[int]:
        """The objects whose contents the step changed: ``n += 0`` changes nothing.

        Frame objects do not count: their line number changes with each line of their code.
        """
        changed = filter(None, (one.rewritten for one in self.delta.objects))
        return frozenset(new.serial for _, new in changed if new.type != "frame")

    @property
    def all_names(self) -> Iterator[tuple[str, int]]:
        """The names after the step, those of the frame first."""
        yield from self.names[1].items()
        yield from self.module_names[1].items()

    @property
    def has_begun(self) -> bool:
        """Whether the frame's line was about to run before the step: none of its code had run."""
        stack = self.before.frames
        return self.previous.event is Event.LINE and bool(stack) and stack[-1] is self.was

    @property
    def returned(self) -> Frame | None:
        """The innermost frame of the step before, if it has just returned."""
        stack = self.before.stacks.get(self.step.thread, ())
        return stack[-1] if stack and self.previous.event is Event.RETURN else None

    @property
    def came_from(self) -> int | None:
        """The frame's line before it reached the line that ran; None if that is not known."""
        if self.earlier is None or self.was is None:
            return None
        stacks = (one for one in self.earlier.stacks if one.thread == self.previous.thread)
        frames = (frame for one in stacks for frame in one.old or ())
        return next((one.line for one in frames if one.serial == self.was.serial), None)

    def bindings(self, name: str) -> tuple[int | None, int | None]:
        """Return the targets of a name before and after; it may be declared ``global``."""
        before, now = self.names if name in self.names[1] else self.module_names
        return before.get(name), now.get(name)


def frame_change(
    before: State,
    delta: Delta,
    heap: Heap = MappingProxyType({}),
    sources: Mapping[str, str] = MappingProxyType({}),
    earlier: Delta | None = None,
    *,
    depth: int = 1,
) -> FrameChange | None:
    """Return the innermost frame of the step's thread; None if there is none.

    With a ``depth`` of 2, return the frame that called it.
    """
    old, new = before.stacks.get(delta.step.thread, ()), delta.stack_after(before)
    new = new[: len(new) - depth + 1]
    if not new:
        return None
    frame, caller = new[-1], new[-2] if len(new) > 1 else None
    same = [one for one in reversed(old) if is_same_frame(one, frame)]
    # A program that imports itself has two module frames of one file.
    was = next((one for one in same if one.serial == frame.serial), same[0] if same else None)
    module: tuple[dict[str, int], dict[str, int]] = {}, {}
    if is_of_shown_module(frame, new, before.codes):
        names = before.globals.get(frame.file, ())
        module = dict(names), dict(delta.names_after(frame.file, before))
    own = _named(was), _named(frame)
    if frame.kind is FrameKind.MODULE:
        own = module[0] | own[0], module[1] | own[1]
    elif frame.kind is FrameKind.CLASS:
        free = free_names(frame, before, delta)
        around = next((one for one in reversed(new) if one.kind is not FrameKind.CLASS), None)
        around_was = next((one for one in old if around and is_same_frame(one, around)), None)
        own = _named(around_was, free) | own[0], _named(around, free) | own[1]
    function = function_name(frame, before, sources)
    return FrameChange(
        frame, was, own, module, function, caller, before, delta, heap, sources, earlier
    )


def is_same_frame(one: Frame, other: Frame) -> bool:
    """Whether two frames are one call, or run one module."""
    if FrameKind.MODULE in (one.kind, other.kind):
        return one.kind is other.kind and one.file == other.file
    return one.serial == other.serial


def free_names(frame: Frame, before: State, delta: Delta) -> tuple[str, ...]:
    """Return the names of a frame that belong to functions around it."""
    codes = (before.codes.get(frame.code or 0), *delta.codes)
    return next((one.free for one in codes if one and one.number == frame.code), ())


def _named(frame: Frame | None, among: Collection[str] | None = None) -> dict[str, int]:
    """Return the names of a frame, or those ``among`` some."""
    names = own_names(frame) if frame is not None else ()
    return {name: target for name, target in names if among is None or name in among}


def was_raised_within(change: FrameChange | None, delta: Delta) -> bool:
    """Whether the last exception left only a frame that the innermost frame had called.

    Then C code caught it, such as ``hasattr``, or a generator ended: the interpreter reports an
    exception that propagates in each frame.
    """
    previous = delta.before
    if previous is None or previous.event is not Event.EXCEPTION or change is None:
        return False
    innermost = (one.old[-1] for one in delta.stacks if one.thread == previous.thread and one.old)
    left = any(not is_same_frame(one, change.frame) for one in innermost)
    return left and previous.thread == delta.step.thread


def is_left_by_exception(frame: Frame, heap: Heap) -> bool:
    """Whether an exception on a frame's evaluation stack was raised in the frame's line.

    After an exception in a comprehension the interpreter reports the line again, where it restores
    the variables. In a handler, the line is not the exception's.
    """
    for serial in frame.operands:
        for entry in traceback_entries(heap.get(serial), heap):
            if entry.frame is not None and entry.frame.address == frame.address:
                return entry.line == str(frame.line)
    return False


def came_from_call(exception: int | None, heap: Heap) -> bool:
    """Whether an exception has reached its frame from another frame of the program.

    The frame may have been resumed meanwhile, as that of a coroutine whose `await` fails.
    """
    entries = traceback_entries(heap.get(exception or 0), heap)
    frames = [one.frame for one in entries if one.frame is not None]
    others = (one.content for one in frames[1:] if one.address != frames[0].address)
    # The frame object of a library has no facts.
    return any(isinstance(one, Other) and one.facts for one in others)


def line_that_ran(change: FrameChange | None, delta: Delta) -> tuple[str, int] | None:
    """Return the file and line that the step completed, or continued after a call."""
    previous, step = delta.before, delta.step
    if previous is None:
        return None
    if previous.event is Event.LINE and previous.thread == step.thread:
        return previous.file, previous.line
    ended = previous.event in (Event.RETURN, Event.YIELD, Event.RESUME)
    ended = ended or was_raised_within(change, delta)
    if step.event in _WITHIN_A_LINE and ended and change is not None and change.was is not None:
        return change.was.file, change.was.line
    return None


def left_by_exception(before: State, delta: Delta) -> Frame | None:
    """Return the frame that an exception has just left after a line that did not stop it.

    The interpreter does not report an exception again in a frame whose ``finally`` it passed.
    """
    return ended_without_step(before, delta) if delta.step.event is Event.EXCEPTION else None


def ended_without_step(before: State, delta: Delta) -> Frame | None:
    """Return the frame of the last line, if it ended without a step of its own."""
    step, previous = delta.step, delta.before
    old = before.stacks.get(step.thread, ())
    if not old or previous is None or previous.event is not Event.LINE:
        return None
    if previous.thread != step.thread:
        return None
    now = delta.stack_after(before)
    return old[-1] if all(one.serial != old[-1].serial for one in now) else None
