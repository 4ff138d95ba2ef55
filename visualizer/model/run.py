"""What a recorded run is: steps, frames, heap objects, and the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.model.content import Content, Named
    from visualizer.model.locks import LockUse


class Event(StrEnum):
    """Why there is a step."""

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
    """What sort of code a frame runs."""

    MODULE = "module"
    FUNCTION = "function"
    CLASS = "class"
    GENERATOR = "generator"
    COROUTINE = "coroutine"
    ASYNC_GENERATOR = "async generator"


class EndReason(StrEnum):
    """How a recording came to its end."""

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


@dataclass(frozen=True, slots=True)
class End:
    """How the run ended; ``detail`` is for a person, ``exit_code`` is minus the signal if killed.

    ``exit_code`` is None where the program was never seen to end.
    """

    reason: EndReason
    detail: str = ""
    exit_code: int | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A reference to a constant, by the addresses of what holds it and of itself.

    ``in_tree`` is how often the program's syntax tree refers to it besides.
    """

    holder: int
    address: int
    in_tree: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A code object: ``number`` is its own, ``cells`` and ``free`` name its variables in cells.

    ``is_program`` marks those of the program's own file; ``namespace`` is the address of a module's
    dict, 0 for other code. ``pauses``: of a generator, coroutine or async generator.
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
    """One call on a stack; ``serial`` names this call for the whole recording.

    A generator's frame keeps its serial while it is resumed, not when it comes back later.
    ``code`` is the number of what it runs, None where that is not known, ``address`` that of the
    frame object, ``namespace`` that of the dict a class body fills, each 0 where it is not known.
    ``operands`` are the serials of what lies on its evaluation stack, from the bottom, as far as
    it is known: the iterators of its loops, what waits to be used. ``lent`` are the variables whose
    objects the caller refers to for it (from CPython 3.14 on): they are not counted.
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


@dataclass(frozen=True, slots=True)
class Part:
    """What an object refers to beside its content: a kind of ``wire.PARTS_OF`` and an address.

    ``through`` is the address of what holds it for the object, 0 where that holds it itself; of
    ``through a cell`` it is the place of a generator's variable.
    """

    kind: str
    address: int
    through: int = 0


@dataclass(frozen=True, slots=True)
class HeapObject:
    """An object as it stood at a step.

    ``refcount`` is None for an immortal object, ``size`` in bytes is what ``sys.getsizeof`` gives,
    ``address`` is ``id()``.
    """

    serial: int
    type: str
    address: int
    refcount: int | None
    size: int
    content: Content
    unreachable: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """A run of the cyclic collector: which generation, and the serials of what it freed."""

    generation: int
    freed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Handed:
    """An object that the interpreter holds for a moment, ``way`` being ``stack`` or ``exception``.

    A value being handed out; an exception being raised or handled.
    """

    way: str
    serial: int
    count: int


@dataclass(frozen=True, slots=True)
class Step:
    """Where the program stood: the state just before ``line`` runs, or at a call, a return, …

    ``number`` counts from 1. ``stdout_end`` and ``stderr_end`` are how many bytes had been written
    since the start. ``value`` is what a return or yield hands out, ``exception`` the one in flight.
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
    handed: tuple[Handed, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """An object's life, in steps: ``born`` is the first that shows it, ``died`` the first without.

    ``died`` is None where it was alive at the last step. ``earlier`` and ``later`` are the serials
    of the objects that had its address before and after it, None where there was none.
    ``unreachable`` is the step from which on only a cycle kept it alive, None where none did at its
    end, or does at the last step.
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
    """Everything there is at a step. Mutable: ``apply`` and ``revert`` move it along.

    ``step`` is None before the first. ``stacks`` has each thread's frames, outermost first;
    ``globals`` the names of each traced file, the program's own first, ``codes`` what has run or
    been made so far, by number, ``locks`` who holds what and waits for what, by serial.
    """

    step: Step | None = None
    stacks: dict[int, tuple[Frame, ...]] = field(default_factory=dict)
    globals: dict[str, Named] = field(default_factory=dict)
    heap: dict[int, HeapObject] = field(default_factory=dict)
    thread_names: dict[int, str] = field(default_factory=dict)
    codes: dict[int, Code] = field(default_factory=dict)
    locks: dict[int, LockUse] = field(default_factory=dict)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The stack of the step's own thread."""
        return self.stacks.get(self.step.thread, ()) if self.step else ()
