"""Accounts for every reference count: an object's holders, their numbers, and the remainder.

The entries for an object are ``(kind, where, n)``; the ``n`` add up to its reference count.
``where`` identifies the holder:

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

Nothing is guessed; references that were not recorded follow from the code (``inference``).
"""

from collections import Counter, abc, defaultdict
from collections.abc import Iterable, Iterator

from visualizer.explain.references.books import References, Where
from visualizer.explain.references.holding import containers, held_by, held_in_parts, is_running
from visualizer.explain.references.inference import infer
from visualizer.model import (
    Cell,
    Code,
    Event,
    Frame,
    FrameKind,
    Function,
    Generator,
    HeapObject,
    Mapping,
    Other,
    Scalar,
    Sequence,
    State,
    comprehension_rows,
    scope_name,
)
from visualizer.model.codes import runs_the_program

type Entry = tuple[str, Where, int]


_SLICE_SIZE = 500
"""The number of objects to process between two yields."""
_NOTHING: Counter[int] = Counter()
_MAY_BE_ELSEWHERE = ("attribute", "value", "default", "generator local")
"""Kinds whose references may be in a separately counted container, or in a cell."""

_DEFAULTS = ("defaults tuple", "keyword defaults")
"""Parts of a function; one of them contains a default."""


def global_names(state: State) -> Iterator[tuple[str, str, int]]:
    """Yield file, name and serial of each global name; a shared dict counts for its first file."""
    dicts: dict[str, set[int]] = defaultdict(set)
    for code in state.codes.values():
        if code.namespace:
            dicts[code.file].add(code.namespace)
    known: list[str] = []
    for file, names in state.globals.items():
        same = [one for one in known if state.globals[one] == names]
        if not any(dicts[one] & dicts[file] for one in same):
            known.append(file)
            yield from ((file, name, serial) for name, serial in names)


class Ledger(References):
    """The references to each object of a state; takes time linear in the heap's references."""

    def __init__(self, state: State) -> None:
        for _ in self._build(state):
            pass

    @classmethod
    def in_slices(cls, state: State) -> abc.Generator[None, None, "Ledger"]:
        """Build a ledger in slices: yield after each slice, and return the ledger.

        The state must not change meanwhile.
        """
        made = cls.__new__(cls)
        yield from made._build(state)
        return made

    def _build(self, state: State) -> Iterator[None]:
        super().__init__(state)
        self._containers: dict[int, frozenset[str]] = {}
        self._globals()
        # The references of a code object begin with its tuple of constants.
        self._tuples = {
            code.constants[0].address: code.name
            for code in sorted(self.codes.values(), key=lambda one: -one.number)
            if code.constants
        }
        for number, holder in enumerate(state.heap.values()):
            if number % _SLICE_SIZE == _SLICE_SIZE - 1:
                yield
            # Most objects are values that hold nothing.
            holds = bool(holder.parts) or not isinstance(holder.content, Scalar)
            if holds and holder.address not in self.codes:
                self._object(holder)
        self._frames()
        self._constants()
        self._in_flight()
        yield
        self._drop_consumed()
        yield
        infer(self)

    def entries(self, serial: int) -> tuple[Entry, ...]:
        """Return all references to an object in the order of discovery, the remainder last.

        Empty for an immortal object, which has no count.
        """
        count = self.heap[serial].refcount
        if count is None:
            return ()
        found = self.found.get(serial, {})
        listed = [(kind, where, n) for (kind, where), n in found.items()]
        rest = count - sum(found.values())
        return (*listed, ("other", "", rest)) if rest else tuple(listed)

    # ---- recorded references ----

    def _globals(self) -> None:
        for file, name, serial in global_names(self.state):
            self.add(serial, "global", f"{file} {name}")

    def _object(self, holder: HeapObject) -> None:
        left_out: set[str] = set()
        dropped = _NOTHING
        if holder.parts:
            dropped = Counter()
            self._parts(holder, left_out, dropped)
        if isinstance(holder.content, Mapping) and holder.type == "dict":
            if any(part.kind == "values in the object" for part in holder.parts):
                self.without_values.append(holder)
                return
            dropped = dropped + self._global_values(holder)
        code = self._tuples.get(holder.address)
        for kind, serial in held_by(holder, left_out):
            if code is not None:
                self.add(serial, "constant", code)
            elif dropped and dropped[serial] > 0 and kind in _MAY_BE_ELSEWHERE:
                dropped[serial] -= 1
            else:
                self.add(serial, kind, holder.serial)
        if isinstance(holder.content, Function):
            for name, cell in holder.content.closure:
                self.cells[self.heap[cell].address] = name, cell

    def _parts(self, holder: HeapObject, left_out: set[str], dropped: Counter[int]) -> None:
        """Count the parts of a holder; note the references that are counted elsewhere."""
        for part in containers(holder):
            names = self._container(part.address, holder)
            if part.kind in _DEFAULTS and part.address in self.at:
                dropped.update(_inside(self.heap[self.at[part.address]]))
            elif part.kind != "own namespace":
                if names is not None:
                    left_out.add(part.kind)
            elif names is not None:
                for name, serial in _attributes(holder):
                    if name in names:
                        dropped[serial] += 1
        named = {part.address for part in holder.parts if part.kind == "through a cell"}
        for kind, part in held_in_parts(holder):
            if part.through not in self.at:
                is_named = part.kind == "paused frame" and part.address in named
                entry_kind = "generator local" if is_named else kind
                self.add_at(part.address, entry_kind, holder.serial)
        if isinstance(holder.content, Generator):
            self._generator(holder, holder.content, dropped)

    def _container(self, address: int, holder: HeapObject) -> frozenset[str] | None:
        """Return the names in a container that is counted separately; None if not counted yet."""
        serial = self.at.get(address)
        if serial is not None:
            return frozenset(self.namespace_keys(serial))
        names = self._containers.get(address)
        if names is None:
            self._containers[address] = frozenset(name for name, _ in _attributes(holder))
        return names

    def _generator(self, holder: HeapObject, content: Generator, dropped: Counter[int]) -> None:
        for part in holder.parts:
            if part.kind == "through a cell" and part.through < len(content.locals):
                name, serial = content.locals[part.through]
                if part.address in self.at or part.address in self.cells:
                    dropped[serial] += 1
                self.cells.setdefault(part.address, (name, 0))
            elif part.kind == "paused frame" and is_running(content):
                self.running[part.address] += 1

    def _global_values(self, holder: HeapObject) -> Counter[int]:
        """Return the values in a module's dict that are counted as global names."""
        dropped: Counter[int] = Counter()
        for code in self.state.codes.values():
            if code.namespace == holder.address:
                for _, serial in self.state.globals.get(code.file, ()):
                    dropped[serial] += 1
                break
        return dropped

    def _frames(self) -> None:
        step = self.state.step
        for thread, frames in self.state.stacks.items():
            last = len(frames)
            # After an uncaught exception, the frames belong to the traceback, which refers to them.
            if step is not None and step.thread == thread and step.event is Event.UNCAUGHT:
                last = min(last, 1)
            for frame in frames[:last]:
                if frame.serial not in self.sharing.paused:
                    self._frame(frame)

    def _frame(self, frame: Frame) -> None:
        code = self.state.codes.get(frame.code or 0)
        name = scope_name(frame, self.state)
        if code is not None:
            if self.running[code.address] > 0:
                self.running[code.address] -= 1
            else:
                self.add_at(code.address, "running frame", name)
                self.add_at(frame.address, "running frame", name)
            if code.namespace:
                self.add_at(code.namespace, "running frame", name, 2)
        for serial in frame.operands:
            self.add(serial, "stack", name)
        self._comprehensions(frame, name)
        if frame.kind is FrameKind.MODULE:
            return
        if frame.namespace in self.at:
            self.add_at(frame.namespace, "running frame", name)
            return
        self._variables(frame, code)

    def _comprehensions(self, frame: Frame, name: str) -> None:
        """Count the targets of a comprehension's variables that the frame has no cell for."""
        heap = self.heap
        in_cells = {_contents(heap[serial]) for serial in frame.operands if serial in heap}
        for row, serial in comprehension_rows(frame):
            if serial not in in_cells:
                self.add(serial, "name", f"{name} {row}")

    def _variables(self, frame: Frame, code: Code | None) -> None:
        """Count the targets of a frame's names: the cell, for a variable in a cell."""
        written = self._names_set_outside(frame)
        cells = self.sharing.cells.get(frame.serial, {})
        in_cells = code.cells + code.free if code is not None else ()
        for variable, serial in frame.locals:
            if variable in written or variable in frame.lent:
                continue
            if variable in in_cells and variable not in cells:
                is_own = code is not None and variable not in code.free
                self.variables[variable, serial].append((frame, is_own))
            else:
                # A comprehension's variable may have the name of a variable in a cell.
                cell = cells.get(variable)
                is_in_it = cell is not None and _contents(self.heap[cell]) == serial
                target = cell if cell is not None and is_in_it else serial
                self.add(target, "name", f"{frame.function} {variable}")

    def _names_set_outside(self, frame: Frame) -> frozenset[str]:
        """Return the names that other code set on a frame: they are in a dict of its object."""
        own = self.at.get(frame.address)
        content = None if own is None else self.heap[own].content
        held = content.referents if isinstance(content, Other) else ()
        return frozenset(name for serial in held for name in self.namespace_keys(serial))

    def _constants(self) -> None:
        known: set[int] = set()
        in_tree = runs_the_program(self.state)
        for code in self.codes.values():
            own = {constant.holder for constant in code.constants} - known
            own -= (self.at.keys() | self._containers.keys()) - {code.address}
            for constant in code.constants:
                if constant.holder in own:
                    self.add_at(constant.address, "constant", code.name)
                if constant.in_tree and in_tree:
                    self.add_at(constant.address, "constant", "syntax tree", constant.in_tree)
            known |= own

    def _in_flight(self) -> None:
        step = self.state.step
        where = scope_name(step, self.state) if step is not None else ""
        for handed in step.in_flight if step is not None else ():
            self.add(handed.serial, handed.way, where, handed.count)

    def _drop_consumed(self) -> None:
        """Subtract the claims of a container that was consumed on its way to a caller.

        The recorder may keep showing such a container for a while. Claims that exceed a count prove
        it, if nothing visible refers to the container.
        """
        for serial, found in self.found.items():
            too_many = -self.remainder(serial)
            for kind, where in list(found) if too_many > 0 else ():
                if kind in ("item", "key", "value") and where not in self.found:
                    taken = min(too_many, found[kind, where])
                    too_many -= taken
                    found[kind, where] -= taken
                    if not found[kind, where]:
                        del found[kind, where]


def _inside(container: HeapObject) -> Iterable[int]:
    """Return the items of a tuple, or the values of a dict."""
    match container.content:
        case Sequence(items=items):
            return items
        case Mapping(entries=entries):
            return [value for _, value in entries]
    return ()


def _contents(cell: HeapObject) -> int | None:
    return cell.content.contents if isinstance(cell.content, Cell) else None


def _attributes(holder: HeapObject) -> Iterable[tuple[str, int]]:
    return getattr(holder.content, "attributes", ())
