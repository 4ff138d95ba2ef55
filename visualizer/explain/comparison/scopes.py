"""The frames and modules of two states, matched by function and position."""

from collections.abc import Iterator
from typing import NamedTuple

from visualizer.model import (
    RAISING_EVENTS,
    Event,
    Frame,
    FrameKind,
    Named,
    Slot,
    State,
    main_file,
    scope_name,
)
from visualizer.model.scopes import MODULE_CODE

type Holder = tuple[str, int | str]
"""A holder of names or slots: ``globals`` and a file, ``frame`` or ``object`` and a serial."""

_RESULTS = {Event.RETURN: "returns", Event.YIELD: "yields"}


class Scope(NamedTuple):
    """The names of a frame or a module; ``function`` is empty for the program's own module."""

    holder: Holder
    function: str
    kind: FrameKind
    names: tuple[tuple[Slot, int], ...]


type ScopePair = tuple[Scope | None, Scope | None]


def paired_scopes(left: State, right: State, *, same_run: bool) -> Iterator[ScopePair]:
    """Yield modules, then the frames of each thread, outermost first; None where there is none.

    Threads match by number in the ``same_run``, by order in two runs. Frames of two stacks match
    while they run the same functions, from the outermost frame on, then from the innermost one
    back.
    """
    yield from _modules(left, right)
    yield from _threads(left, right, same_run=same_run)


def _modules(left: State, right: State) -> Iterator[ScopePair]:
    ours, theirs = (
        {"" if file == main_file(state) else file: file for file in state.globals}
        for state in (left, right)
    )
    for name in (*ours, *(name for name in theirs if name not in ours)):
        yield (
            _module(left, name, ours[name]) if name in ours else None,
            _module(right, name, theirs[name]) if name in theirs else None,
        )


def _module(state: State, name: str, file: str) -> Scope:
    frame = state.frames[-1] if state.frames else None
    is_running = frame is not None and frame.kind is FrameKind.MODULE and frame.file == file
    names = _slots(state.globals[file], state if is_running else None)
    return Scope(("globals", file), name, FrameKind.MODULE, names)


def _threads(left: State, right: State, *, same_run: bool) -> Iterator[ScopePair]:
    ours, theirs = (
        dict(state.stacks if same_run else enumerate(state.stacks.values()))
        for state in (left, right)
    )
    for number in (*ours, *(number for number in theirs if number not in ours)):
        stacks = [
            [
                _frame(state, one)
                for one in found.get(number, ())
                if one.kind is not FrameKind.MODULE
            ]
            for state, found in ((left, ours), (right, theirs))
        ]
        yield from _aligned(*stacks)


def _frame(state: State, frame: Frame) -> Scope:
    is_running = bool(state.frames) and frame is state.frames[-1]
    names = _slots(frame.locals, state if is_running else None)
    return Scope(("frame", frame.serial), scope_name(frame, state), frame.kind, names)


def _slots(names: Named, running: State | None) -> tuple[tuple[Slot, int], ...]:
    found = [(Slot("name", name), serial) for name, serial in names]
    return (*found, *_results(running)) if running is not None else tuple(found)


def _results(state: State) -> Iterator[tuple[Slot, int]]:
    """Yield the value that the running frame returns or yields, or the exception it raises."""
    step = state.step
    if step is None:
        return
    if step.event in _RESULTS and step.value is not None:
        yield Slot("event", _RESULTS[step.event]), step.value
    if step.event in RAISING_EVENTS and step.exception is not None:
        yield Slot("event", "raised"), step.exception


def _aligned(ours: list[Scope], theirs: list[Scope]) -> Iterator[ScopePair]:
    """Yield the frames of two stacks: their common start, the rest unmatched, their common end."""
    most = min(len(ours), len(theirs))
    head = next((at for at in range(most) if not _match(ours[at], theirs[at])), most)
    rest = most - head
    tail = next((at for at in range(rest) if not _match(ours[-1 - at], theirs[-1 - at])), rest)
    yield from zip(ours[:head], theirs[:head], strict=True)
    yield from ((scope, None) for scope in ours[head : len(ours) - tail])
    yield from ((None, scope) for scope in theirs[head : len(theirs) - tail])
    if tail:
        yield from zip(ours[-tail:], theirs[-tail:], strict=True)


def _match(one: Scope, other: Scope) -> bool:
    return one.function == other.function and one.kind is other.kind


def is_main(scope: Scope) -> bool:
    """Whether a scope is the program's own module."""
    return scope.kind is FrameKind.MODULE and scope.function in ("", MODULE_CODE)
