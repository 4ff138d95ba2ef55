"""Follow a run record by record, checking that each can follow the last.

``new_follower`` gives the follower in C (``follower.c``) where it was built, else the one in Python
(``plain_follower.py``), which is also its judge: the tests have both follow the same records.
"""

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from visualizer.recording.follow.plain.raw_objects import Numbers, RawFrame

if TYPE_CHECKING:
    from visualizer.model import ObjectChange
    from visualizer.recording.follow.plain.plain_follower import PlainFollower

WHOLE = 1 << 62
"""More steps than there are."""

type Follower = "PlainFollower"
"""That in C has its methods, and what they say of the run: the attributes that readers ask for."""
type Lists = dict[int, Numbers | None]
"""Numbers of the wire, None of what is there no more."""
type Told = tuple[
    dict[int, tuple[int, list[RawFrame] | None]],
    Lists,
    dict[int, int] | None,
    list[int],
    dict[int, Numbers] | None,
    Lists,
]
"""For each thread the number of frames that stay, and the frames above them; global names by the
number of the file's name; the names of threads; the numbers of code objects; the operands of locks
by serial, and of ranges of addresses by key. None stands for names and locks that are the same."""
type Changes = tuple["tuple[ObjectChange, ...]", Told]
"""The objects that changed, and what else did."""
type PassageFacts = tuple[bytes, bytes, bytes, bytes, int, int]
"""A byte for each step; the course and the lines of the steps and which of the objects that were
there before they touched, as 64-bit numbers; how many names had been sent before, and the highest
serial."""


compiled: Any = None
"""What there is in C, where it was built."""
with suppress(ImportError):
    compiled = import_module("visualizer.recording.follow.compiled")
native: Any = None if compiled is None else compiled.Follower
"""The follower in C."""


def new_follower(*, is_indexing: bool = False, is_of_lives: bool = False) -> Follower:
    """A follower that has what is asked for: ``passage`` or ``lives``."""
    make = native
    if make is None:
        make = import_module("visualizer.recording.follow.plain.plain_follower").PlainFollower
    found: Follower = make(is_indexing=is_indexing, is_of_lives=is_of_lives)
    return found
