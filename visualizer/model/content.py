"""The content of an object, one frozen class for each kind.

Numbers in these classes are serials of other objects unless a docstring says otherwise. ``None``
means that the program has no object there.
"""

from collections.abc import Iterable
from dataclasses import dataclass

type Named = tuple[tuple[str, int], ...]
"""Pairs of a name and the serial of the object it refers to, in the program's own order."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value shown as text: int, float, complex, bool, str, bytes, None, range, slice and similar.

    ``text`` is its ``repr``, cut at 10,000 characters; ``length`` is then the full length. For a
    date or time it is the result of ``str``; for a numpy scalar the ``repr`` of the same Python
    number.
    """

    text: str
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, tuple, set, frozenset or deque: its first 10,000 items and its length."""

    items: tuple[int, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A dict or similar: its first 10,000 entries in order, and its length."""

    entries: tuple[tuple[int, int], ...]
    length: int


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class; ``base`` is its content as an instance of a type in C."""

    cls: int
    attributes: Named
    base: "Scalar | Sequence | Mapping | Other | None" = None


@dataclass(frozen=True, slots=True)
class ClassBody:
    """A class; without bases and attributes if the program did not define it."""

    name: str
    bases: tuple[int, ...]
    attributes: Named


@dataclass(frozen=True, slots=True)
class Function:
    """A function; ``line`` counts from 1 and ``closure`` names the cells."""

    name: str
    line: int
    code: int | None
    closure: Named
    defaults: tuple[int, ...]
    attributes: Named = ()


@dataclass(frozen=True, slots=True)
class Method:
    """A bound method."""

    self: int
    function: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a variable that a function shares with the functions nested in it."""

    contents: int | None


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator, coroutine or async generator.

    ``state`` is ``created``, ``suspended``, ``running`` or ``closed``. ``awaits`` is the object
    that it waits for (``yield from``, ``await``) while it is suspended. An async generator has the
    state ``running`` as long as something waits for its next item; ``is_awaited`` is true if its
    frame is suspended meanwhile.
    """

    state: str
    line: int
    locals: Named
    awaits: int | None = None
    is_awaited: bool = False

    @property
    def is_paused(self) -> bool:
        """Whether its frame is suspended, so that ``locals`` has its variables."""
        return self.is_awaited or self.state == "suspended"


@dataclass(frozen=True, slots=True)
class Iterator:
    """A builtin iterator over one object; ``position`` is the index of the next item.

    ``position`` is -1 if the iterator is exhausted but still refers to the object.
    """

    over: int | None
    position: int


@dataclass(frozen=True, slots=True)
class WeakReference:
    """A weak reference; it does not add to the reference count."""

    referent: int | None


EXCEPTION_GROUPS = ("BaseExceptionGroup", "ExceptionGroup")
"""Classes whose arguments are a message and the exceptions of a group (PEP 654)."""


@dataclass(frozen=True, slots=True)
class ExceptionBody:
    """An exception; ``cls`` is None if its class is builtin and not recorded."""

    cls: int | None
    args: int | None
    cause: int | None
    context: int | None
    traceback: int | None
    attributes: Named


@dataclass(frozen=True, slots=True)
class Module:
    """A module; its names are not recorded."""

    name: str


def _bracketed(texts: Iterable[str], length: int) -> str:
    shown = list(texts)
    return f"[{', '.join(shown)}{', …' * (len(shown) < length)}]"


@dataclass(frozen=True, slots=True)
class Array:
    """A numpy array; ``shape`` and ``strides`` are numbers, ``strides`` in bytes.

    ``rows`` are the first values, at most 8 rows of 12: the only row of a one-dimensional array,
    the first plane of one with more than two dimensions. ``offset`` is the distance in bytes from
    the start of its base's memory to the start of its own, if the base is an array too.
    """

    shape: tuple[int, ...]
    dtype: str
    strides: tuple[int, ...]
    base: int | None
    nbytes: int
    rows: tuple[tuple[str, ...], ...]
    offset: int | None = None

    @property
    def text(self) -> str:
        """The first values in brackets, nested as deep as the array has dimensions."""
        if not self.rows or not self.shape:
            return self.rows[0][0] if self.rows else "[]"
        shown = [_bracketed(row, self.shape[-1]) for row in self.rows]
        for length in reversed(self.shape[:-1]):
            shown = [_bracketed(shown, length)]
        return shown[0]


@dataclass(frozen=True, slots=True)
class Lock:
    """A ``Lock`` or ``RLock`` of ``threading``.

    ``owner`` is the thread that holds it, ``count`` how many times it holds it; a plain ``Lock``
    has neither, and its ``count`` is None.
    """

    locked: bool
    owner: int | None
    count: int | None


COUNTING_ITERATORS = frozenset({"enumerate"})
"""Iterators whose ``position`` is the number that they yield along with the next item."""
RANGE_ITERATORS = frozenset({"range_iterator", "longrange_iterator"})
"""Types of iterators over ranges: ``Other`` with ``next``, ``stop`` and ``step`` in ``facts``.

An exhausted one has no such facts.
"""


@dataclass(frozen=True, slots=True)
class Other:
    """An object of any other type, with everything that the collector's traversal finds in it.

    ``named`` gives names to some of these references, or to references through a cell: ``tb_next``
    of a traceback, the variables of a frame, the members of types in C. ``facts`` are pairs of a
    name and a value as text: ``tb_lineno`` and ``position`` (a ``Span``) of a traceback;
    ``f_lineno``, ``co_name`` and ``co_filename``, as the recording names the file, of a frame.
    """

    referents: tuple[int, ...]
    named: Named = ()
    facts: tuple[tuple[str, str], ...] = ()


type Content = (
    Scalar
    | Sequence
    | Mapping
    | Instance
    | ClassBody
    | Function
    | Method
    | Cell
    | Generator
    | Iterator
    | WeakReference
    | ExceptionBody
    | Module
    | Array
    | Lock
    | Other
)
