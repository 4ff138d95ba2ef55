"""The parts of a recorded run: steps, frames, heap objects, and the end."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visualizer.model.content import Content, Named
    from visualizer.model.locks import LockUse
    from visualizer.model.memory import Range


type Routine = int | tuple[str, str]
"""The number of a code object; its file and name where that is unknown."""


class Event(StrEnum):
    """The kind of a step."""

    CALL = "call"
    LINE = "line"
    RETURN = "return"
    YIELD = "yield"
    RESUME = "resume"
    EXCEPTION = "exception"
    FINISH = "finish"
    UNCAUGHT = "uncaught"


RAISING_EVENTS = (Event.EXCEPTION, Event.UNCAUGHT)
"""The events of steps in which an exception passes through a frame."""


class FrameKind(StrEnum):
    """The kind of code that a frame runs."""

    MODULE = "module"
    FUNCTION = "function"
    CLASS = "class"
    GENERATOR = "generator"
    COROUTINE = "coroutine"
    ASYNC_GENERATOR = "async generator"


class EndReason(StrEnum):
    """How a recording ended."""

    FINISHED = "finished"
    UNCAUGHT = "uncaught"
    EXITED = "exited"
    KILLED = "killed"
    STEP_LIMIT = "step-limit"
    TIME_LIMIT = "time-limit"
    MEMORY_LIMIT = "memory-limit"
    SIZE_LIMIT = "size-limit"
    DISK_FULL = "disk-full"
    STOPPED = "stopped"
    RECORDER_FAILED = "recorder-failed"
    TRIMMED = "trimmed"
    """The recording is a part of a longer one, whose later steps it lacks."""


@dataclass(frozen=True, slots=True)
class End:
    """How the run ended; ``detail`` is for a person.

    ``exit_code`` is minus the signal's number if a signal killed the program, and None if the end
    was not observed.
    """

    reason: EndReason
    detail: str = ""
    exit_code: int | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A reference to a constant: the address of the object that holds it, and its own address.

    ``in_tree`` is how many references the program's syntax tree also has to it.
    """

    holder: int
    address: int
    in_tree: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A code object; ``cells`` and ``free`` are the names of its variables in cells.

    ``number`` identifies it in the recording. ``is_program`` is true for code of the program's own
    file; ``namespace`` is the address of a module's dict, 0 for other code. ``pauses`` is true for
    the code of generators, coroutines and async generators.
    """

    number: int
    name: str
    file: str
    line: int
    address: int
    is_program: bool
    namespace: int
    cells: tuple[str, ...]
    free: tuple[str, ...]
    constants: tuple[Constant, ...]
    pauses: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One call on a stack; ``serial`` identifies the call in the whole recording.

    A generator's frame keeps its serial until it yields; a later resumption gets a new one.
    ``code`` is the number of its code object, None if unknown; ``address`` is the address of the
    frame object, ``namespace`` that of the dict that a class body fills, each 0 if unknown.
    ``operands`` are the serials of the objects on its evaluation stack, from the bottom, as far as
    known: iterators of loops, arguments not yet consumed. ``lent`` are the variables whose
    references are borrowed from the caller (from CPython 3.14 on); they do not count.
    ``comprehension`` are the variables of comprehensions that run in a module's or a class's frame
    (PEP 709); in a function they are among its ``locals``. In any frame it has the results that
    comprehensions are filling, too, which are on the evaluation stack; brackets are their names.
    """

    serial: int
    function: str
    file: str
    line: int
    kind: FrameKind
    locals: Named
    code: int | None = None
    address: int = 0
    namespace: int = 0
    operands: tuple[int, ...] = ()
    lent: tuple[str, ...] = ()
    comprehension: Named = ()

    @property
    def routine(self) -> Routine:
        """The function, class body or module that it runs; methods of one name differ."""
        return (self.file, self.function) if self.code is None else self.code


@dataclass(frozen=True, slots=True)
class Part:
    """A reference of an object besides its content: a kind of ``wire.PARTS_OF`` and an address.

    ``through`` is the address of the object between the two that holds the reference, 0 if there is
    none; for the kind ``through a cell`` it is the index of a generator's variable.
    """

    kind: str
    address: int
    through: int = 0


@dataclass(frozen=True, slots=True)
class HeapObject:
    """An object as it was at a step.

    ``refcount`` is None for an immortal object, ``size`` is the bytes that ``sys.getsizeof``
    returns, ``address`` is ``id()``. ``apart`` is the address of its second block (a list's array,
    a dict's or a set's table, a bytearray's bytes), 0 if it has none or if that is unknown;
    ``deleted`` is how many entries of a dict were deleted and keep their places in its table. In a
    trace of another tool, which has none of the three, ``size`` is 0 and ``address`` only tells
    objects apart.
    """

    serial: int
    type: str
    address: int
    refcount: int | None
    size: int
    content: Content
    unreachable: bool = False
    parts: tuple[Part, ...] = ()
    apart: int = 0
    deleted: int = 0

    @property
    def is_measured(self) -> bool:
        """Whether address, count and size are known; no object has a size of 0."""
        return self.size > 0

    @property
    def is_immortal(self) -> bool:
        """Whether it is known to be never freed and not counted."""
        return self.refcount is None and self.size > 0


type Heap = Mapping[int, HeapObject]
"""The objects of a step, by serial."""


def content_of(serial: int | None, heap: Heap) -> Content | None:
    """Return the content of an object; None if there is no object of that serial."""
    thing = heap.get(serial or 0)  # no serial is 0
    return None if thing is None else thing.content


@dataclass(frozen=True, slots=True)
class Collection:
    """A run of the cyclic collector: its generation, and the serials of the objects it freed."""

    generation: int
    freed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class InFlight:
    """An object that the interpreter holds only for a moment: a returned value, or an exception.

    ``way`` is ``stack`` for a value being returned or yielded, ``exception`` for an exception being
    raised or handled; ``count`` is the number of references.
    """

    way: str
    serial: int
    count: int


@dataclass(frozen=True, slots=True)
class Step:
    """A point in the run: just before ``line`` runs, or at a call, a return, …

    ``number`` counts from 1. ``stdout_end`` and ``stderr_end`` are the bytes written since the
    start. ``value`` is the serial of the value returned or yielded, ``exception`` that of the
    exception in flight.
    """

    number: int
    event: Event
    file: str
    line: int
    function: str
    thread: int
    stdout_end: int = 0
    stderr_end: int = 0
    value: int | None = None
    exception: int | None = None
    freed: tuple[int, ...] = ()
    collections: tuple[Collection, ...] = ()
    in_flight: tuple[InFlight, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """An object's lifetime: ``born`` is the first step with it, ``died`` the first one without.

    ``died`` is None if it was alive at the last step. ``earlier`` and ``later`` are the serials of
    the objects that had its address before and after it, or None. ``unreachable`` is the step from
    which only a cycle kept it alive, None if it was reachable until its end or until the last step.
    """

    serial: int
    address: int
    born: int
    died: int | None
    earlier: int | None
    later: int | None
    unreachable: int | None = None


@dataclass(slots=True)
class State:
    """The program's state at a step. Mutable: ``apply`` and ``revert`` move it between steps.

    ``step`` is None before the first. ``stacks`` has each thread's frames, outermost first;
    ``globals`` the names of each traced file, the program's own first; ``codes`` the code objects
    seen so far, by number; ``locks`` the holders and waiters of locks, by serial; ``memory`` the
    known ranges of addresses, empty if the recorder does not know them (the one in Python).
    """

    step: Step | None = None
    stacks: dict[int, tuple[Frame, ...]] = field(default_factory=dict)
    globals: dict[str, Named] = field(default_factory=dict)
    heap: dict[int, HeapObject] = field(default_factory=dict)
    thread_names: dict[int, str] = field(default_factory=dict)
    codes: dict[int, Code] = field(default_factory=dict)
    locks: dict[int, LockUse] = field(default_factory=dict)
    memory: dict[int, Range] = field(default_factory=dict)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The stack of the step's own thread."""
        return self.stacks.get(self.step.thread, ()) if self.step else ()

    def copy(self) -> State:
        """Return a copy that does not move when this state moves."""
        tables = (getattr(self, one.name).copy() for one in fields(self)[1:])
        return State(self.step, *tables)
