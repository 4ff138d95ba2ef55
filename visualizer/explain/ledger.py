"""Every count accounted for: who refers to each object, how often, and what remains.

A ledger's entries for an object are ``(kind, where, n)``, the ``n`` adding up to its reference
count. ``where`` says who holds it:

- for a holder on the heap its serial: ``item``, ``key``, ``value``, ``attribute``, ``class``,
  ``base``, ``cell``, ``closure``, ``default``, ``self``, ``function``, ``code``, ``namespace``,
  ``generator local``, ``iterator``, ``traceback``, ``exception``, ``weakref callback``,
  ``paused frame``, ``class internals``, and some of ``running frame``, ``stack``, ``other``;
- ``name``: the function and the variable, with a space between; ``global``: the file and the name;
- ``running frame``, ``paused frame``, ``stack`` and ``exception`` (raised, or being handled): the
  function whose frame holds it;
- ``constant``: the function whose code object holds it (the first, where several share their
  tuple of constants), or ``syntax tree``; ``module``: the file;
- ``other``, the remainder: the empty text.

Nothing is guessed. Some entries rest on what the program's code says, not on having been read:
which function a frame runs and that its caller may hold it too, that an object under ``__init__``
and its class are held by whoever makes it, which cell a frame's variable is in, whose ``__dict__``
a dict is, that a generator which no name leads to has its function. They are made only where an
object fits, and never claim more than is left of its count.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from visualizer.explain.global_names import global_names
from visualizer.explain.holding import containers, held_by, held_in_parts, runs
from visualizer.model import (
    Cell,
    Event,
    Frame,
    FrameKind,
    Function,
    Generator,
    HeapObject,
    Instance,
    Mapping,
    Other,
    Scalar,
    State,
)
from visualizer.model.codes import living_codes, runs_the_program

type Where = str | int
type Entry = tuple[str, Where, int]


_PAUSES = (FrameKind.GENERATOR, FrameKind.COROUTINE, FrameKind.ASYNC_GENERATOR)
_NOTHING: Counter[int] = Counter()
_MAY_BE_ELSEWHERE = ("attribute", "value", "generator local")
"""Kinds whose references may be in a container that is counted, or in a cell."""


class Ledger:
    """Who refers to each object of a state. Takes time in proportion to the heap's references."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._heap = state.heap
        self._found: dict[int, dict[tuple[str, Where], int]] = {}
        self._at = {one.address: one.serial for one in state.heap.values()}
        self._containers: dict[int, frozenset[str]] = {}
        self._cells: dict[int, tuple[str, int]] = {}
        self._variables: dict[tuple[str, int], list[tuple[Frame, bool]]] = defaultdict(list)
        self._running: Counter[int] = Counter()
        self._without_values: list[HeapObject] = []
        self._globals()
        self._codes = {code.address: code for code in living_codes(state, self._at)}
        # What a code object holds begins with the tuple of its constants.
        self._tuples = {
            code.constants[0].address: code.name
            for code in sorted(self._codes.values(), key=lambda one: -one.number)
            if code.constants
        }
        for holder in state.heap.values():
            # By far the most objects are values that hold nothing.
            holds = bool(holder.parts) or not isinstance(holder.content, Scalar)
            if holds and holder.address not in self._codes:
                self._object(holder)
        self._frames()
        self._constants()
        self._in_flight()
        self._used_up()
        self._infer()

    def entries(self, serial: int) -> tuple[Entry, ...]:
        """Everything that refers to an object, in the order it was found, the remainder last.

        Empty for an immortal object, which has no count.
        """
        count = self._heap[serial].refcount
        if count is None:
            return ()
        found = self._found.get(serial, {})
        listed = [(kind, where, n) for (kind, where), n in found.items()]
        rest = count - sum(found.values())
        return (*listed, ("other", "", rest)) if rest else tuple(listed)

    def remainder(self, serial: int) -> int:
        """What is left of an object's count; below zero only where the recording is wrong."""
        count = self._heap[serial].refcount
        found = self._found.get(serial)
        return 0 if count is None else count - (sum(found.values()) if found else 0)

    def _add(self, serial: int, kind: str, where: Where, n: int = 1) -> None:
        found = self._found.get(serial)
        if found is None:
            found = self._found[serial] = {}
        found[kind, where] = found.get((kind, where), 0) + n

    def _add_at(self, address: int, kind: str, where: Where, n: int = 1) -> None:
        serial = self._at.get(address)
        if serial is not None:
            self._add(serial, kind, where, n)

    # ---- what is read ----

    def _globals(self) -> None:
        for file, name, serial in global_names(self._state):
            self._add(serial, "global", f"{file} {name}")

    def _object(self, holder: HeapObject) -> None:
        left_out: set[str] = set()
        dropped = _NOTHING
        if holder.parts:
            dropped = Counter()
            self._parts(holder, left_out, dropped)
        if isinstance(holder.content, Mapping) and holder.type == "dict":
            if any(part.kind == "values in the object" for part in holder.parts):
                self._without_values.append(holder)
                return
            dropped = dropped + self._global_values(holder)
        code = self._tuples.get(holder.address)
        for kind, serial in held_by(holder, left_out):
            if code is not None:
                self._add(serial, "constant", code)
            elif dropped and dropped[serial] > 0 and kind in _MAY_BE_ELSEWHERE:
                dropped[serial] -= 1
            else:
                self._add(serial, kind, holder.serial)
        if isinstance(holder.content, Function):
            for name, cell in holder.content.closure:
                self._cells[self._heap[cell].address] = name, cell

    def _parts(self, holder: HeapObject, left_out: set[str], dropped: Counter[int]) -> None:
        """Count the parts; note what of the content is counted elsewhere."""
        for part in containers(holder):
            names = self._container(part.address, holder)
            if part.kind != "own namespace":
                if names is not None:
                    left_out.add(part.kind)
            elif names is not None:
                for name, serial in _attributes(holder):
                    if name in names:
                        dropped[serial] += 1
        for kind, part in held_in_parts(holder):
            if part.through not in self._at:
                self._add_at(part.address, kind, holder.serial)
        if isinstance(holder.content, Generator):
            self._generator(holder, holder.content, dropped)

    def _container(self, address: int, holder: HeapObject) -> frozenset[str] | None:
        """The names in a container that is counted elsewhere; None where it is counted here."""
        serial = self._at.get(address)
        if serial is not None:
            return frozenset(_keys(self._heap, serial))
        names = self._containers.get(address)
        if names is None:
            self._containers[address] = frozenset(name for name, _ in _attributes(holder))
        return names

    def _generator(self, holder: HeapObject, content: Generator, dropped: Counter[int]) -> None:
        for part in holder.parts:
            if part.kind == "through a cell" and part.through < len(content.locals):
                name, serial = content.locals[part.through]
                if part.address in self._at or part.address in self._cells:
                    dropped[serial] += 1
                self._cells.setdefault(part.address, (name, 0))
            elif part.kind == "paused frame" and runs(content):
                self._running[part.address] += 1

    def _global_values(self, holder: HeapObject) -> Counter[int]:
        """The values in a module's dict that are counted as global names."""
        dropped: Counter[int] = Counter()
        for code in self._state.codes.values():
            if code.namespace == holder.address:
                for _, serial in self._state.globals.get(code.file, ()):
                    dropped[serial] += 1
                break
        return dropped

    def _frames(self) -> None:
        step = self._state.step
        for thread, frames in self._state.stacks.items():
            # At its end the frames are those of the traceback: they have ended, and it holds them.
            last = len(frames)
            if step is not None and frames:
                is_own = step.thread == thread
                if is_own and step.event is Event.UNCAUGHT:
                    last = 1
                # Another thread may be about to make its step.
                elif (not is_own or step.event is Event.YIELD) and self._is_paused(frames[-1]):
                    last -= 1
            for frame in frames[:last]:
                self._frame(frame)

    def _is_paused(self, frame: Frame) -> bool:
        """Whether a suspended generator tells of this frame."""
        if frame.kind not in _PAUSES:
            return False
        code = self._state.codes.get(frame.code or 0)
        return any(
            isinstance(one.content, Generator)
            and one.content.is_paused
            and one.content.line == frame.line
            and sorted(one.content.locals) == sorted(frame.locals)
            and any(code is not None and part.address == code.address for part in one.parts)
            for one in self._heap.values()
        )

    def _frame(self, frame: Frame) -> None:
        code = self._state.codes.get(frame.code or 0)
        in_cells: tuple[str, ...] = ()
        if code is not None:
            in_cells = code.cells + code.free
            if self._running[code.address] > 0:
                self._running[code.address] -= 1
            else:
                self._add_at(code.address, "running frame", frame.function)
                self._add_at(frame.address, "running frame", frame.function)
            if code.namespace:
                self._add_at(code.namespace, "running frame", frame.function, 2)
        for serial in frame.operands:
            self._add(serial, "stack", frame.function)
        if frame.kind is FrameKind.MODULE:
            return
        if frame.namespace in self._at:
            self._add_at(frame.namespace, "running frame", frame.function)
            return
        written = self._written(frame)
        for name, serial in frame.locals:
            if name in written:
                continue
            if code is not None and name in in_cells:
                self._variables[name, serial].append((frame, name not in code.free))
            else:
                self._add(serial, "name", f"{frame.function} {name}")

    def _written(self, frame: Frame) -> frozenset[str]:
        """Names that somebody has given a frame from outside: a dict of its object has them."""
        own = self._at.get(frame.address)
        content = None if own is None else self._heap[own].content
        held = content.referents if isinstance(content, Other) else ()
        return frozenset(name for serial in held for name in _keys(self._heap, serial))

    def _constants(self) -> None:
        known: set[int] = set()
        in_tree = runs_the_program(self._state)
        for code in self._codes.values():
            own = {constant.holder for constant in code.constants} - known
            own -= (self._at.keys() | self._containers.keys()) - {code.address}
            for constant in code.constants:
                if constant.holder in own:
                    self._add_at(constant.address, "constant", code.name)
                if constant.in_tree and in_tree:
                    self._add_at(constant.address, "constant", "syntax tree", constant.in_tree)
            known |= own

    def _in_flight(self) -> None:
        step = self._state.step
        for handed in step.handed if step is not None else ():
            self._add(handed.serial, handed.way, step.function if step else "", handed.count)

    def _used_up(self) -> None:
        """Take back what a container claims that has been used up on its way to a caller.

        Such a one may be shown a little too long. That more is claimed than there is proves it,
        where nothing that can be seen holds the container.
        """
        for serial, found in self._found.items():
            too_many = -self.remainder(serial)
            for kind, where in list(found) if too_many > 0 else ():
                if kind in ("item", "key", "value") and where not in self._found:
                    taken = min(too_many, found[kind, where])
                    too_many -= taken
                    found[kind, where] -= taken
                    if not found[kind, where]:
                        del found[kind, where]

    # ---- what follows from the code ----

    def _claim(self, serial: int, kind: str, where: Where, n: int = 1) -> None:
        """The same as ``_add`` for what was not read: no more than is left."""
        if self._heap[serial].refcount is not None:
            n = min(n, self.remainder(serial))
            if n > 0:
                self._add(serial, kind, where, n)

    def _infer(self) -> None:
        self._variables_in_cells()
        functions = self._functions_by_code()
        self._functions_that_run(functions)
        self._frames_that_pause(functions)
        self._objects_under_init()
        self._namespaces()

    def _namespaces(self) -> None:
        """Each module holds its dict, and an object that has its values in itself its ``__dict__``.

        Such a dict does not say whose it is: of an object with the very same attributes.
        """
        for code in self._state.codes.values():
            serial = self._at.get(code.namespace)
            if serial is not None and code.file in self._state.globals:
                self._claim(serial, "module", code.file)
        if not self._without_values:
            return
        owners = {
            one.content.attributes: one.serial
            for one in self._heap.values()
            if isinstance(one.content, Instance) and not containers(one)
        }
        for own in self._without_values:
            assert isinstance(own.content, Mapping)
            values = tuple(value for _, value in own.content.entries)
            owner = owners.get(tuple(zip(_keys(self._heap, own.serial), values, strict=False)))
            if owner is not None:
                self._claim(own.serial, "namespace", owner)

    def _objects_under_init(self) -> None:
        """Whoever makes an object holds it, and its class, until ``__init__`` is over."""
        for stack in self._state.stacks.values():
            for caller, frame in zip(("", *stack), stack, strict=False):
                if frame.function != "__init__" or not frame.locals:
                    continue
                where = caller.function if isinstance(caller, Frame) else ""
                made = self._heap[frame.locals[0][1]]
                self._claim(made.serial, "stack", where)
                if isinstance(made.content, Instance) and made.content.cls in self._heap:
                    self._claim(made.content.cls, "stack", where)

    def _variables_in_cells(self) -> None:
        """A variable in a cell is one reference, however many frames and functions share it."""
        by_variable: dict[tuple[str, int], list[int]] = defaultdict(list)
        for name, cell in self._cells.values():
            content = self._heap[cell].content if cell else None
            if isinstance(content, Cell) and content.contents is not None:
                by_variable[name, content.contents].append(cell)
        unnamed = self._unnamed_cells()
        for (name, serial), frames in self._variables.items():
            own = [frame for frame, is_own in frames if is_own]
            cells = by_variable.get((name, serial)) or _taken(unnamed[serial], max(1, len(own)))
            more = max(0, len(own) - len(cells)) if own or cells else 1
            for frame in [*own, frames[0][0]][:more]:
                self._add(serial, "name", f"{frame.function} {name}")
            if len(cells) == 1 and len(own) <= 1:
                for frame, _ in frames:
                    self._claim(cells[0], "running frame", frame.function)

    def _unnamed_cells(self) -> dict[int, list[int]]:
        """The cells of which no function and no generator tells whose they are, by contents.

        A coroutine that was not running yet has shown the cells of its frame.
        """
        found: dict[int, list[int]] = defaultdict(list)
        if not self._variables:
            return found
        named = {cell for _, cell in self._cells.values()}
        for one in self._heap.values():
            if isinstance(one.content, Cell) and one.content.contents and one.serial not in named:
                found[one.content.contents].append(one.serial)
        return found

    def _functions_by_code(self) -> dict[int, list[int]]:
        """The functions that have a code object, by its address."""
        functions: dict[int, list[int]] = defaultdict(list)
        for one in self._heap.values():
            if isinstance(one.content, Function) and one.content.code is not None:
                functions[self._heap[one.content.code].address].append(one.serial)
        return functions

    def _frames_that_pause(self, functions: dict[int, list[int]]) -> None:
        """A generator that no name leads to, as in a ``for``: its frame has function and code.

        Nothing but functions, frames and the constants around it refers to a code object.
        """
        for address, found in functions.items():
            code, serial = self._codes.get(address), self._at[address]
            if code is not None and code.pauses and len(found) == 1:
                n = min(self.remainder(found[0]), self.remainder(serial))
                self._claim(found[0], "paused frame", code.name, n)
                self._claim(serial, "paused frame", code.name, n)

    def _functions_that_run(self, functions: dict[int, list[int]]) -> None:
        frames: Counter[int] = Counter()
        callers: dict[int, str] = {}
        for stack in self._state.stacks.values():
            caller = ""
            for frame in stack:
                code = self._state.codes.get(frame.code or 0)
                if code is not None:
                    frames[code.address] += 1
                    callers[code.address] = caller
                caller = frame.function
        for address, n in frames.items():
            fitting = [one for one in functions.get(address, ()) if self.remainder(one) > 0]
            if len(fitting) == 1 or sum(map(self.remainder, fitting)) <= n:
                for serial in fitting:
                    self._claim(serial, "running frame", self._codes[address].name, n)
                    if len(fitting) == 1:
                        # Whoever calls it from C holds it too.
                        self._claim(serial, "stack", callers[address], n)


def _taken(cells: list[int], most: int) -> list[int]:
    """So many of the cells, which are no longer there to take: another variable has its own."""
    taken = cells[:most]
    del cells[:most]
    return taken


def _attributes(holder: HeapObject) -> Iterable[tuple[str, int]]:
    return getattr(holder.content, "attributes", ())


def _keys(heap: dict[int, HeapObject], serial: int) -> Iterator[str]:
    """The keys of a dict used as a namespace, as attributes go by."""
    content = heap[serial].content
    if isinstance(content, Mapping):
        for key, _ in content.entries:
            known = heap[key].content
            if isinstance(known, Scalar):
                text = known.text
                yield text[1:-1] if text[:1] in "'\"" else text
