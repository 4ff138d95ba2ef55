"""Follow a run record by record, checking that each can follow the last.

``new_follower`` returns the C follower (``follower.c``) if it was built, else the Python follower
(``plain_follower.py``); the tests compare both on the same records.
"""

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from visualizer.recording.follow.plain.raw_objects import Numbers, RawFrame

if TYPE_CHECKING:
    from visualizer.model import ObjectChange
    from visualizer.recording.follow.plain.plain_follower import PlainFollower

WHOLE = 1 << 62
"""More steps than any recording has."""

type Follower = "PlainFollower"
"""The C follower has the same methods, and the attributes that readers use."""
type Lists = dict[int, Numbers | None]
"""Lists of wire numbers, None for a removed list."""
type RunFacts = tuple[
    dict[int, tuple[int, list[RawFrame] | None]],
    Lists,
    dict[int, int] | None,
    list[int],
    dict[int, Numbers] | None,
    Lists,
]
"""For each thread the number of frames that stay, and the frames above them; global names by the
number of the file's name; the names of threads; the numbers of code objects; the operands of locks
by serial, and of ranges of addresses by key. None stands for unchanged thread names or locks."""
type Changes = tuple["tuple[ObjectChange, ...]", RunFacts]
"""The changed objects, and the other changes."""
type ChunkFacts = tuple[bytes, bytes, bytes, bytes, int, int]
"""A byte for each step; the steps' course, their lines and the older objects that they touched, as
64-bit numbers; the number of names sent before them, and the highest serial before them."""


compiled: Any = None
"""The C module, if it was built."""
with suppress(ImportError):
    compiled = import_module("visualizer.recording.follow.compiled")
native: Any = None if compiled is None else compiled.Follower
"""The follower in C."""


def new_follower(*, is_indexing: bool = False, is_of_lives: bool = False) -> Follower:
    """Return a follower that fills ``chunk_facts`` or ``lives`` if asked."""
    make = native
    if make is None:
        make = import_module("visualizer.recording.follow.plain.plain_follower").PlainFollower
    found: Follower = make(is_indexing=is_indexing, is_of_lives=is_of_lives)
    return found
