"""What an object holds, one frozen class for each kind.

The numbers in these classes are serials of other objects unless a comment says otherwise;
``names`` in pairs are text. ``None`` stands where the program has no object.
"""

from collections.abc import Iterable
from dataclasses import dataclass

type Named = tuple[tuple[str, int], ...]
"""Pairs of a name and the serial of the object it refers to, in the program's own order."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value shown as text: int, float, complex, bool, str, bytes, None, range, slice and kin.

    ``text`` is its ``repr``, cut at 10,000 characters; ``length`` is then that of the whole. Of a
    date or a time it is what ``str`` gives, of a number of numpy's that of the same Python number.
    """

    text: str
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    """list, tuple, set, frozenset, deque: the first 10,000 items, and how many there are."""

    items: tuple[int, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """dict and kin: the first 10,000 entries in order, and how many there are."""

    entries: tuple[tuple[int, int], ...]
    length: int


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class; ``base`` is what it holds as an instance of a builtin type."""

    cls: int
    attributes: Named
    base: Scalar | Sequence | Mapping | None = None


@dataclass(frozen=True, slots=True)
class ClassBody:
    """A class; one that the program did not define stands without bases and attributes."""

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
    """The variable that a function shares with the functions defined in it."""

    contents: int | None


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator, coroutine or async generator.

    ``state`` is ``created``, ``suspended``, ``running`` or ``closed``. ``awaits`` is what it waits
    for (``yield from``, ``await``) while it is suspended. An async generator is said to be running
    as long as somebody waits for its next item: ``is_awaited`` where its frame is suspended then.
    """

    state: str
    line: int
    locals: Named
    awaits: int | None = None
    is_awaited: bool = False

    @property
    def is_paused(self) -> bool:
        """Whether its frame is suspended, with the variables that are told here."""
        return self.is_awaited or self.state == "suspended"


@dataclass(frozen=True, slots=True)
class Iterator:
    """A builtin iterator over one thing; ``position`` is the index of the next item.

    It is -1 where the iterator is used up and holds the thing all the same.
    """

    over: int | None
    position: int


@dataclass(frozen=True, slots=True)
class WeakReference:
    """A weak reference; it does not count."""

    referent: int | None


@dataclass(frozen=True, slots=True)
class ExceptionBody:
    """An exception; ``cls`` is None where the class is builtin and not entered."""

    cls: int | None
    args: int | None
    cause: int | None
    context: int | None
    traceback: int | None
    attributes: Named


@dataclass(frozen=True, slots=True)
class Module:
    """A module; not entered."""

    name: str


def _bracketed(texts: Iterable[str], length: int) -> str:
    shown = list(texts)
    return f"[{', '.join(shown)}{', …' * (len(shown) < length)}]"


@dataclass(frozen=True, slots=True)
class Array:
    """A numpy array; ``shape`` and ``strides`` are numbers, the latter in bytes.

    ``rows`` are the first values, up to 8 rows of 12: of its only row where it has one dimension,
    of the first plane where it has more than two. ``offset`` is where its memory begins in that of
    its base, in bytes, where that is an array too.
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
        """The first values in brackets, as many as there are dimensions."""
        if not self.rows or not self.shape:
            return self.rows[0][0] if self.rows else "[]"
        shown = [_bracketed(row, self.shape[-1]) for row in self.rows]
        for length in reversed(self.shape[:-1]):
            shown = [_bracketed(shown, length)]
        return shown[0]


@dataclass(frozen=True, slots=True)
class Lock:
    """A ``Lock`` or ``RLock`` of ``threading``.

    ``owner`` is the number of the thread that holds it, ``count`` how often; a plain ``Lock`` knows
    neither: its ``count`` is None.
    """

    locked: bool
    owner: int | None
    count: int | None


COUNTING_ITERATORS = frozenset({"enumerate"})
"""Iterators whose ``position`` is the number that they give along with the next item."""
RANGE_ITERATORS = frozenset({"range_iterator", "longrange_iterator"})
"""The types whose objects walk numbers of their own: ``Other`` with ``next``, ``stop`` and ``step``
among their facts, and none when they are used up."""


@dataclass(frozen=True, slots=True)
class Other:
    """Anything else: what the collector would find it to refer to.

    ``named`` names some of what it refers to, or reaches through a cell: ``tb_next`` of a
    traceback, the variables of a frame. ``facts`` are pairs of a name and a value as text:
    ``tb_lineno`` of a traceback, ``f_lineno`` and ``co_name`` of a frame.
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
