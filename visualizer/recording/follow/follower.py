"""Follow a run record by record, checking that each can follow the last.

``new_follower`` gives the follower in C (``follower.c``) where it was built, else the one in Python
(``plain_follower.py``), which is also its judge: the tests have both follow the same records.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from visualizer.model.asking import Asked
from visualizer.recording.follow.plain.raw_objects import Numbers, RawFrame

if TYPE_CHECKING:
    from visualizer.model import HeapObject, ObjectChange

WHOLE = 1 << 62
"""More steps than there are."""

type Changes = tuple[
    "tuple[ObjectChange, ...]", dict[int, int], list[int], list[int], list[int], bool, list[int]
]
"""The objects that changed, threads and from which frame on their stacks did, the
numbers of files with other global names, threads with another name, new code objects, whether locks
did, and the keys of ranges of addresses that did."""
type PassageFacts = tuple[bytes, bytes, bytes, bytes, int, int]
"""A byte for each step; the course and the lines of the steps and which of the objects that were
there before they touched, as 64-bit numbers; how many names had been sent before, and the highest
serial."""


class Follower(Asked, Protocol):
    """Keeps the state that the records lead to.

    ``names`` are those known from elsewhere (a reader has them from the file), ``named`` how many
    of them had been sent; records that send the others again must agree. A record that contradicts
    itself or what came before raises ``Fault``; the follower is then of no more use, and says so.
    What came of the records before it can still be asked for.
    """

    names: list[str]
    steps: int
    named: int
    highest: int
    peak: int
    """The most bytes in objects at a step so far."""
    place: Numbers
    """The operands of the last ``STEP``."""
    written: tuple[int, int]
    value: int
    exception: int
    handed: Numbers
    collections: tuple[tuple[int, Numbers], ...]
    last_event: int
    ended: int
    """The event by which the program's own code ended, -1 before."""
    at: int
    """Where the last record that was good ends."""
    evaluations: int
    """How many values of expressions there were so far."""
    goes_on: bool
    """Whether the last record was a part of a step that goes on."""
    threads: dict[int, int]
    locks: dict[int, Numbers]

    @property
    def count(self) -> int:
        """How many objects there are."""

    @property
    def code_count(self) -> int:
        """How many code objects were announced; their numbers begin with 1."""

    @property
    def passage_steps(self) -> int:
        """How many steps there are since ``begin_passage``."""

    @property
    def freed(self) -> Sequence[int]:
        """The serials of what the last step freed."""

    def begin(self, names: Sequence[str], named: int, /) -> None:
        """Forget everything, and begin with other names, as one that is new."""

    def take(self, records: bytes, at: int, end: int, most: int, /) -> int:
        """Take in the whole records that begin from ``at`` on and before ``end``.

        Stops behind ``most`` steps, and before a record that is cut off. Gives where it stopped.
        """

    def restore(self, pieces: Iterable[bytes], step: int, highest: int, /) -> None:
        """Begin with the whole state after ``step``, as a keyframe has it.

        Each piece is of whole records. ``highest`` is the highest serial there had been.
        """

    def all_shown(self) -> "dict[int, HeapObject]":
        """All live objects as the model has them, by serial."""

    def begin_changes(self) -> None:
        """From here on ``changes`` are noted; to be asked for between two steps."""

    def end_changes(self) -> None:
        """From here on they are not: that costs less."""

    def changes(self) -> Changes:
        """What changed since they are noted, or since this was asked for last."""

    def stacked(self) -> list[int]:
        """The threads that have frames."""

    def frames(self, thread: int, depth: int = 0, /) -> list[RawFrame] | None:
        """The frames of a thread from ``depth`` on, -1 being the innermost."""

    def globals_of(self, file: int, /) -> Numbers | None:
        """The global names of the file of that name: names and serials in turn."""

    def files(self) -> list[int]:
        """The numbers of the names of files that have global names."""

    def code(self, number: int, /) -> Numbers | None:
        """The operands of a ``CODE``."""

    def range_at(self, key: int, /) -> Numbers | None:
        """The operands of a ``RANGE``, by the key that ``changes`` has."""

    def range_keys(self) -> list[int]:
        """Of all ranges."""

    def begin_passage(self) -> None:
        """What the index has of steps begins anew."""

    def passage(self) -> PassageFacts:
        """What the index has of the steps since then."""

    def lives(self) -> tuple[bytes, bytes, bytes]:
        """Births, deaths and islands since this was asked for last, as ``RawState`` has them."""

    def news(self) -> tuple[tuple[str, str] | None, dict[str, str]]:
        """Versions of Python and of the recorder, and texts of files, since the last time."""

    def keyframe(self, most: int, /) -> Iterable[bytes]:
        """The whole state as records of at most about ``most`` numbers; after a step only."""


compiled: Any = None
"""What there is in C, where it was built."""
with suppress(ImportError):
    compiled = import_module("visualizer.recording.follow.compiled")
native: Any = None if compiled is None else compiled.Follower
"""The follower in C."""


def new_follower(
    names: Sequence[str] = (),
    named: int = 0,
    *,
    is_indexing: bool = False,
    is_of_lives: bool = False,
) -> Follower:
    """A follower that has what is asked for: ``passage`` or ``lives``."""
    kept = {"is_indexing": is_indexing, "is_of_lives": is_of_lives}
    make = native
    if make is None:
        make = import_module("visualizer.recording.follow.plain.plain_follower").PlainFollower
    found: Follower = make(names, named, **kept)
    return found
