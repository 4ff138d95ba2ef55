"""Numbers the calls of a run as the Python Tutor trace does, and finds each call's parent.

The interpreter does not record which call defined a function. OPT therefore searches the innermost
frame's variables for functions at every entry, and takes the running call of their enclosing
function. A call found in this way is a parent: it stays listed after its return. A call of a
function that contains lambdas is a parent from its start. A frame's own parent is the first such
call whose variables agree with those that the frame sees.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from visualizer.export.opt_code import Code
from visualizer.export.opt_text import Find
from visualizer.model import (
    Cell,
    ClassBody,
    ExceptionBody,
    Frame,
    Function,
    HeapObject,
    Instance,
    Mapping,
    Sequence,
)

HIDDEN_VARIABLES = frozenset(
    ("__builtins__", "__name__", "__exception__", "__doc__", "__package__", "__module__")
)


@dataclass(slots=True, eq=False)
class Call:
    """One call, or one generator from its first call to its end.

    ``number`` is its frame id, renewed at each resumption; ``line`` is the last line that ran,
    ``raised`` the line of its last exception. ``variables`` are those at its last entry; ``cells``
    hold those that it shares with inner functions.
    """

    serial: int
    function: str
    code: Code | None
    number: int
    line: int
    variables: dict[str, int]
    running: bool = True
    raised: int = 0
    is_parent: bool = False
    returned: bool = False
    value: int | None = None
    cells: dict[str, int] = field(default_factory=dict)

    def set_result(self, value: int | None) -> None:
        """Record that the call returns or yields an object, or that an exception leaves it."""
        self.returned = True
        self.value = value

    def own_cells(self) -> tuple[str, ...]:
        """Return the variables that it shares with inner functions."""
        return self.code.own_cells if self.code else ()


class Calls:
    """Numbers the calls and keeps the parents."""

    def __init__(self, find: Find, code_of: Callable[[Function], Code | None]) -> None:
        self._find = find
        self._code_of = code_of
        self._last_number = 0
        self._by_frame: dict[int, Call] = {}
        self._defined_in: dict[int, Call] = {}
        self._defined: dict[Code, list[tuple[int, Call]]] = {}
        self._lambdas: dict[Code, Call] = {}
        self._global_functions: set[int] = set()
        self.parents: list[Call] = []

    # ---- starting and leaving ----

    def begin(self, frame: Frame, code: Code | None, resumed: bool) -> Call:
        """Number a call that starts or a generator that resumes."""
        self._last_number += 1
        call = self._suspended(frame, code) if resumed else None
        if call is None:
            call = Call(frame.serial, frame.function, code, 0, frame.line, {})
        call.serial = frame.serial
        call.number = self._last_number
        call.running = True
        call.returned = False
        call.variables = dict(frame.locals)
        call.line = frame.line
        self._by_frame[frame.serial] = call
        return call

    def _suspended(self, frame: Frame, code: Code | None) -> Call | None:
        """Return the suspended generator that this frame resumes, if it is a parent."""
        known = self._by_frame.get(frame.serial)
        if known is not None:
            return known
        own = dict(frame.locals)
        waiting = [call for call in self.parents if not call.running and call.code is code]
        for call in waiting:
            if call.variables == own:
                return call
        return None

    def of(self, frame: Frame) -> Call | None:
        """Return the call of a frame; None if no entry showed its start."""
        return self._by_frame.get(frame.serial)

    def update(self, frames: Iterable[Frame]) -> None:
        """Copy the variables and lines of the current frames."""
        for frame in frames:
            call = self._by_frame.get(frame.serial)
            if call is not None:
                call.variables = dict(frame.locals)
                call.line = frame.line

    def leave(self, call: Call) -> None:
        """Record that the call has left the stack."""
        call.running = False
        if not call.is_parent:
            self._by_frame.pop(call.serial, None)

    # ---- parents ----

    def number_of_parent(self, function: int) -> int | None:
        """Return the frame id of the call that defined a function; None if it was not observed."""
        call = self._defined_in.get(function)
        return call.number if call else None

    def chain(self, call: Call) -> Iterator[Call]:
        """Yield the calls that enclose a call, nearest first."""
        parent = self._parent(call)
        while parent is not None:
            yield parent
            parent = self._parent(parent)

    def shown_variables(self, call: Call, chain: list[Call]) -> dict[str, int]:
        """Return a call's variables without those that it only sees in its parents."""
        own = call.code.variables if call.code else ()
        above = [self.variables(parent) for parent in chain]
        return {
            name: serial
            for name, serial in self.variables(call).items()
            if name not in HIDDEN_VARIABLES
            and (name in own or not any(theirs.get(name) == serial for theirs in above))
        }

    def _parent(self, call: Call) -> Call | None:
        if call.code is None:
            return None
        for _, parent in self._defined.get(call.code, ()):
            if self._agrees(call, parent):
                return parent
        return self._lambdas.get(call.code)

    def _agrees(self, call: Call, parent: Call) -> bool:
        own = call.code.variables if call.code else ()
        theirs = self.variables(parent)
        return all(
            serial == theirs[name]
            for name, serial in self.variables(call).items()
            if name not in own and name in theirs
        )

    def variables(self, call: Call) -> dict[str, int]:
        """Return a call's current variables, even if inner functions changed them later."""
        if call.running or not call.cells:
            return call.variables
        now = dict(call.variables)
        for name, cell in call.cells.items():
            found = self._find(cell)
            contents = found.content.contents if found and isinstance(found.content, Cell) else None
            if contents is None:
                now.pop(name, None)
            else:
                now[name] = contents
        return now

    def record_globals(self, values: Iterable[int]) -> None:
        """Record that functions in global variables have no parent while the module runs."""
        for serial in values:
            thing = self._find(serial)
            if thing and isinstance(thing.content, Function) and serial not in self._defined_in:
                self._global_functions.add(serial)

    def find_parents(self, stack: list[Call | None], calls: list[Code | None]) -> None:
        """Search the innermost frame for functions.

        ``stack`` and ``calls`` are ordered from the outermost frame; a frame whose start no entry
        showed is None in ``stack``.
        """
        top = stack[-1]
        if top is None:
            return
        for serial, function in self._functions(self._roots(top)):
            if serial in self._defined_in or serial in self._global_functions:
                continue
            code = self._code_of(function)
            if code is None or not code.is_nested:
                continue
            for call, running in zip(reversed(stack), reversed(calls), strict=True):
                if running is code.container:
                    if call is not None:
                        self._define(serial, function, code, call)
                    break
        if top.code is not None:
            for inner in top.code.lambdas:
                self._lambdas[inner] = top
                self._make_parent(top)

    def _roots(self, call: Call) -> list[int]:
        roots = list(call.variables.values())
        if call.returned and call.value is not None:
            roots.append(call.value)
        return roots

    def _define(self, serial: int, function: Function, code: Code, parent: Call) -> None:
        self._defined_in[serial] = parent
        self._defined.setdefault(code, []).append((serial, parent))
        self._make_parent(parent)
        for name, cell in function.closure:
            if name in parent.variables or name in parent.own_cells():
                parent.cells[name] = cell

    def _make_parent(self, call: Call) -> None:
        if not call.is_parent:
            call.is_parent = True
            self.parents.append(call)

    def _functions(self, roots: list[int]) -> Iterator[tuple[int, Function]]:
        """Yield the functions in variables, also inside containers, instances and classes."""
        waiting = list(reversed(roots))
        seen: set[int] = set()
        while waiting:
            serial = waiting.pop()
            if serial in seen:
                continue
            seen.add(serial)
            thing = self._find(serial)
            if thing is None:
                continue
            if isinstance(thing.content, Function):
                yield serial, thing.content
            else:
                waiting.extend(reversed(_contents(thing)))


def _contents(thing: HeapObject) -> list[int]:
    content = thing.content
    if isinstance(content, Sequence):
        return list(content.items) if thing.type in ("list", "tuple", "set") else []
    if isinstance(content, Mapping):
        return [part for entry in content.entries for part in entry] if thing.type == "dict" else []
    if isinstance(content, Instance | ClassBody | ExceptionBody):
        return [serial for _, serial in content.attributes]
    return []
