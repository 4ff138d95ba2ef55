"""What of a state is drawn: the frames, and what can be reached from them."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from visualizer.layout.picture import Card, Key
from visualizer.model import (
    NO_SHARING,
    Event,
    Frame,
    FrameKind,
    Named,
    Sharing,
    StackChange,
    State,
    called,
    main_file,
)
from visualizer.model.scopes import MODULE_CODE

ENDS = (Event.FINISH, Event.UNCAUGHT)
MOST_CALLS, OUTER_CALLS = 6, 4
"""In a higher stack so many of the outer calls are shown, most as a header, and the innermost."""
_HANDED_OUT = {Event.RETURN: "returns", Event.YIELD: "yields"}


@dataclass(frozen=True, slots=True)
class Call:
    """A frame to draw: its key, its names, and what it hands out in this step.

    ``names`` lead to the cells that variables are in, where they are; ``aside`` are the names that
    something else has, with its serial or 0. ``folded`` is one of which only the header is shown;
    ``more`` calls stand for themselves in one card. ``above`` is the call below which it stands,
    ``inner`` whether the folded ones are between, ``folding`` whether there are any in its stack.
    """

    key: Key
    frame: Frame
    names: Named
    handed_out: tuple[tuple[str, int | None], ...]
    running: bool
    thread: int
    folded: bool = False
    more: int = 0
    above: Key | None = None
    inner: bool = False
    folding: bool = False
    aside: Named = ()


def calls(
    state: State, deep: Container[Key] | None = None, shared: Sharing = NO_SHARING
) -> Iterator[Call]:
    """The frames of all threads, outermost first, the program's own names before all.

    ``shared`` says where variables are that are not in the frames.

    Of many calls the middle is folded: ``deep`` are those that ever stand in so high a stack; if
    that is not known, it goes by how high the stack is now.
    """
    main = main_file(state)
    if main is not None and not _has_module(state, main):
        frame = Frame(0, MODULE_CODE, main, 0, FrameKind.MODULE, state.globals[main])
        yield Call(Key("globals", main), frame, frame.locals, (), False, 0)
    for thread, frames in state.stacks.items():
        for call in _stacked(state, thread, frames, deep):
            yield _elsewhere(call, shared)


def _elsewhere(call: Call, shared: Sharing) -> Call:
    """A call whose names lead to where its variables are."""
    aside = shared.elsewhere.get(call.frame.serial)
    if aside is not None:
        call = replace(call, aside=tuple(aside.items()))
    if call.frame.serial in shared.cells:
        cells = shared.cells[call.frame.serial]
        names = tuple((name, cells.get(name, target)) for name, target in call.names)
        call = replace(call, names=names)
    return call


def led_to(frame: Frame, shared: Sharing) -> Named:
    """What the names of a frame lead to: a cell where the variable is in one."""
    serial = frame.serial
    if serial not in shared.elsewhere and serial not in shared.cells:
        return frame.locals
    cells, aside = shared.cells.get(serial, {}), shared.elsewhere.get(serial, {})
    own = (pair for pair in frame.locals if pair[0] not in aside)
    return tuple((name, cells.get(name, target)) for name, target in own)


def is_high(functions: Sequence[Frame]) -> bool:
    """Whether there are so many calls that the middle is folded."""
    return len(functions) > MOST_CALLS


def _stacked(
    state: State, thread: int, frames: tuple[Frame, ...], deep: Container[Key] | None
) -> Iterator[Call]:
    functions = [frame for frame in frames if frame.kind is not FrameKind.MODULE]
    folds = is_high(functions)
    if deep is not None:
        folds = bool(functions) and call_key(functions[0]) in deep
    above: Key | None = None
    number = more = 0
    for frame in frames:
        key = call_key(frame)
        if frame.kind is FrameKind.MODULE or not folds:
            yield call_of(state, thread, frame, above)
            above = key
            continue
        innermost, inner = frame is functions[-1], number >= OUTER_CALLS
        number += 1
        if inner and not innermost:
            more += 1
            continue
        if more:
            between = Frame(0, "", frame.file, 0, FrameKind.FUNCTION, ())
            gathered = Key("calls", thread)
            yield Call(gathered, between, (), (), False, thread, True, more, above, folding=True)
            above = gathered
        folded = 1 < number < len(functions) and (deep is None or key in deep)
        yield call_of(state, thread, frame, above, folded=folded, inner=inner, folding=True)
        above = key


def call_of(
    state: State,
    thread: int,
    frame: Frame,
    above: Key | None = None,
    *,
    folded: bool = False,
    inner: bool = False,
    folding: bool = False,
) -> Call:
    """What is to be drawn of one frame."""
    own = state.frames
    step = state.step
    # At its end the program is nowhere any more: no line is about to run.
    running = step is not None and step.event not in ENDS and step.thread == thread
    running = running and frame is own[-1]
    names = frame.locals
    if frame.kind is FrameKind.MODULE:
        names = state.globals.get(frame.file, names)
        frame = replace(frame, function=called(frame, state))
    handed = _handed_out(state) if running else _left_by(state, thread, frame)
    key = call_key(frame)
    return Call(key, frame, names, handed, running, thread, folded, 0, above, inner, folding)


def call_key(frame: Frame) -> Key:
    """A module's frame goes by its file, for its names outlive it; a call by its serial."""
    if frame.kind is FrameKind.MODULE:
        return Key("globals", frame.file)
    return Key("frame", frame.serial)


def caught(state: State) -> list[int]:
    """Exceptions that are being handled: drawn though no name leads to them.

    The interpreter holds them until the handler gives them a name.
    """
    handed = state.step.handed if state.step is not None else ()
    return [one.serial for one in handed if one.way == "exception" and one.serial in state.heap]


def followed(card: Card) -> Iterator[int]:
    """The objects that a card refers to, in the order of its ports."""
    return (part.target for part in card.parts if part.target is not None)


def _has_module(state: State, file: str) -> bool:
    return any(
        frame.kind is FrameKind.MODULE and frame.file == file
        for frames in state.stacks.values()
        for frame in frames
    )


def _left_by(state: State, thread: int, frame: Frame) -> tuple[tuple[str, int | None], ...]:
    """At the end by an exception: the frame that raised it, and those that did not catch it."""
    step = state.step
    if step is None or step.event is not Event.UNCAUGHT or step.thread != thread:
        return ()
    if frame is state.frames[-1]:
        return _handed_out(state)
    return (("not-caught", None),)


def _handed_out(state: State) -> tuple[tuple[str, int | None], ...]:
    step = state.step
    assert step is not None
    if step.event in _HANDED_OUT and step.value is not None and step.value in state.heap:
        return ((_HANDED_OUT[step.event], step.value),)
    raised = step.exception
    if step.event in (Event.EXCEPTION, Event.UNCAUGHT) and raised is not None:
        return (("raised", raised),) if raised in state.heap else ()
    return ()


def changed_frames(change: StackChange) -> tuple[list[Frame], tuple[Frame, ...]]:
    """The frames that are new or have other names, and those that were on the old stack."""
    old, new = change.old or (), change.new or ()
    same = 0
    while same < min(len(old), len(new)) and old[same] is new[same]:
        same += 1
    known = {frame.serial: frame for frame in old[same:]}
    found = []
    for frame in new[same:]:
        before = known.get(frame.serial)
        if before is None or before.locals != frame.locals:
            found.append(frame)
    return found, old[same:]
