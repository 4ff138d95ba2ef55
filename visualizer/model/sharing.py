"""Finds the variables of frames that are not in the frame itself.

A variable that functions share is in a cell: the frame refers to the cell, the cell to the object.
The variables of a suspended generator belong to the generator; in the step in which it yields, its
frame is still on the stack.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from visualizer.model.content import Cell, Function, Generator, Other
from visualizer.model.run import Code, Event, Frame, FrameKind, HeapObject, State

_PAUSES = (FrameKind.GENERATOR, FrameKind.COROUTINE, FrameKind.ASYNC_GENERATOR)


@dataclass(frozen=True, slots=True)
class Sharing:
    """The cells and paused generators that hold variables of frames, by the frames' serials.

    ``cells`` maps names to cells. ``paused`` is the generator that a frame belongs to, if its
    content has the frame's variables. ``elsewhere`` maps the names that the frame holds no
    reference for to their holders: such a generator, the dict that a class body fills, or 0 for a
    cell that is not on the heap and whose variable another frame has already.
    """

    cells: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    paused: Mapping[int, int] = field(default_factory=dict)
    elsewhere: Mapping[int, Mapping[str, int]] = field(default_factory=dict)


NO_SHARING = Sharing()


def shares(thing: HeapObject) -> bool:
    """Whether ``sharing_of`` depends on ``thing``."""
    content = thing.content
    match content:
        case Cell():
            return True
        case Function():
            return bool(content.closure)
        case Generator():
            return content.is_paused
        case Other():
            return thing.type == "frame" and bool(content.referents)
    return False


def sharing_of(state: State, things: Iterable[HeapObject]) -> Sharing:
    """Return where the variables of all frames are.

    ``things`` must contain at least all heap objects for which ``shares`` is true.
    """
    frames = [frame for stack in state.stacks.values() for frame in stack]
    pausing = list(_perhaps_paused(state))
    filling = [frame for frame in frames if frame.kind is FrameKind.CLASS and frame.namespace]
    codes = {frame.serial: _with_cells(frame, state) for frame in frames}
    if not pausing and not filling and not any(codes.values()):
        return NO_SHARING
    known = tuple(things)
    paused = keepers(state, pausing, known)
    elsewhere = {
        frame.serial: dict.fromkeys((name for name, _ in frame.locals), paused[frame.serial])
        for frame in pausing
        if frame.serial in paused
    }
    for frame in filling:
        elsewhere |= _filled(frame, state)
    given = _Cells(state, known)
    cells: dict[int, Mapping[str, int]] = {}
    seen: set[tuple[str, int]] = set()
    for frame in frames:
        code = codes[frame.serial]
        if code is None or frame.serial in paused:
            continue
        own = given.of(frame, code)
        if own:
            cells[frame.serial] = own
        for name, serial in frame.locals:
            if name in own or (name not in code.cells and name not in code.free):
                continue
            if name in code.free and (name, serial) in seen:
                there = elsewhere.setdefault(frame.serial, {})
                there.setdefault(name, 0)
            seen.add((name, serial))
    return Sharing(cells, paused, elsewhere)


def keepers(state: State, frames: Iterable[Frame], known: Iterable[HeapObject]) -> dict[int, int]:
    """Return the generator whose content has the variables of each frame, if there is one.

    ``frames`` are those that pause, by their serials.
    """
    found: dict[int, int] = {}
    waiting = [one for one in known if isinstance(one.content, Generator) and one.content.is_paused]
    for frame in frames if waiting else ():
        code = state.codes.get(frame.code or 0)
        for one in waiting:
            if one.serial not in found.values() and _has_variables_of(one, frame, code):
                found[frame.serial] = one.serial
                break
    return found


def _filled(frame: Frame, state: State) -> dict[int, dict[str, int]]:
    """Map the names of a class body to the dict that it fills, if that is on the heap."""
    for one in state.heap.values():
        if one.address == frame.namespace:
            return {frame.serial: dict.fromkeys((name for name, _ in frame.locals), one.serial)}
    return {}


def _perhaps_paused(state: State) -> Iterator[Frame]:
    """Yield the frames that are yielding, or that yielded and wait in another thread to resume."""
    step = state.step
    for thread, stack in state.stacks.items():
        goes_on = step is None or (step.thread == thread and step.event is not Event.YIELD)
        if stack and stack[-1].kind in _PAUSES and not goes_on:
            yield stack[-1]


def _with_cells(frame: Frame, state: State) -> Code | None:
    """Return the code of a frame that has variables in cells."""
    code = state.codes.get(frame.code or 0) if frame.kind is not FrameKind.MODULE else None
    return code if code is not None and (code.cells or code.free) else None


def _has_variables_of(one: HeapObject, frame: Frame, code: Code | None) -> bool:
    content = one.content
    return (
        isinstance(content, Generator)
        and content.line == frame.line
        and sorted(content.locals) == sorted(frame.locals)
        and any(code is not None and part.address == code.address for part in one.parts)
    )


class _Cells:
    """Assigns the cells on the heap to frames, each to at most as many as its reference count
    allows.
    """

    def __init__(self, state: State, things: Iterable[HeapObject]) -> None:
        self._heap = state.heap
        self._free: Counter[int] = Counter()
        self._by_variable: dict[tuple[str, int], dict[int, None]] = defaultdict(dict)
        self._by_code: dict[int, set[int]] = defaultdict(set)
        self._unnamed: dict[int, dict[int, None]] = defaultdict(dict)
        holds: dict[int, int] = {}
        for one in things:
            if isinstance(one.content, Cell) and one.content.contents is not None:
                holds[one.serial] = one.content.contents
                self._free[one.serial] += one.refcount or 0
        named = set[int]()
        for one in things:
            if one.type == "frame" and isinstance(one.content, Other):
                self._free.subtract(one.content.referents)  # of a frame that has left the stack
            if not isinstance(one.content, Function):
                continue
            code = self._heap.get(one.content.code or 0)
            for name, cell in one.content.closure:
                self._free[cell] -= 1
                named.add(cell)
                if cell in holds:
                    self._by_variable[name, holds[cell]][cell] = None
                    if code is not None:
                        self._by_code[code.address].add(cell)
        for cell in holds.keys() - named:
            self._unnamed[holds[cell]][cell] = None
        self._own: set[int] = set()

    def of(self, frame: Frame, code: Code) -> dict[str, int]:
        """Return the cells of a frame's variables, as far as they are on the heap."""
        found = {}
        for name, serial in frame.locals:
            if name not in code.cells and name not in code.free:
                continue
            fitting = [*self._by_variable.get((name, serial), ())]
            if name in code.free:
                own = self._by_code.get(code.address, ())
                fitting = [cell for cell in fitting if cell in own] or fitting
            else:
                fitting = [cell for cell in fitting if cell not in self._own]
            fitting = fitting or [*self._unnamed.get(serial, ())]
            cell = max(fitting, key=self._free.__getitem__, default=None)
            if cell is None or self._free[cell] <= 0:
                continue
            found[name] = cell
            self._free[cell] -= 1
            if name not in code.free:
                self._own.add(cell)
                self._unnamed[serial].pop(cell, None)
        return found
