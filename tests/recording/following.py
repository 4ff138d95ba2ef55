"""Followers that get one record at a time, their states, and records with false data."""

import random
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from visualizer.model import Delta, State, Thing
from visualizer.recorder import wire
from visualizer.recording.follow.follower import WHOLE, Follower, RunFacts, new_follower
from visualizer.recording.follow.keyframe import keyframe_of
from visualizer.recording.follow.plain.raw_objects import RawFrame
from visualizer.recording.read.decoder import Decoder

type Make = Callable[..., Follower]

NUMBERS = (-(1 << 62), -2, -1, 0, 1, 2, 3, 5, 9, 12, 17, 23, 40, 1 << 40)


class Following:
    """A follower, and the model's view of it; ``make`` chooses the C or the Python follower."""

    def __init__(
        self, make: Make = new_follower, names: Sequence[str] = (), named: int = 0
    ) -> None:
        self.follower = make(is_indexing=True, is_of_lives=True)
        self.follower.begin(names, named)
        self._decoder = Decoder(self.follower, {})
        self._decoder.begin()

    def follow(self, record: bytes) -> bool:
        """Follow a record; return whether it completes a step."""
        before = self.follower.steps
        assert self.follower.follow(record, 0, len(record), WHOLE) == len(record)
        return self.follower.steps > before

    def decode(self, record: bytes) -> Delta | None:
        """Return the delta of the step that ``record`` completes, if any."""
        return self._decoder.delta() if self.follow(record) else None

    def go_past(self, records: bytes) -> None:
        """Follow records without decoding their changes."""
        self._decoder.end()
        self.follower.follow(records, 0, len(records), WHOLE)
        self._decoder.begin()

    @property
    def state(self) -> State:
        """The state after the last step."""
        return self._decoder.state()

    def again(self) -> "Following":
        """Return another with the same state, restored from a keyframe."""
        mine = self.follower
        other = Following(names=mine.names, named=mine.named)
        other._decoder.end()
        other.follower.restore(keyframe_of(mine), mine.steps, mine.highest)
        other._decoder.begin()
        return other


def lie(records: list[bytes], chance: random.Random) -> None:
    """Put another number into a record."""
    at = chance.randrange(2, len(records))
    numbers, text = wire.unpack(records[at])
    new = [*numbers]
    place = chance.randrange(len(new))
    new[place] = chance.choice([*NUMBERS, new[place] - 1, new[place] + 1])
    if chance.random() < 0.2:
        text = chance.choice((text + b"7", text[:-1], "é".encode()[: max(1, len(text))]))
    records[at] = wire.pack(new, [text])


def facts(follower: Follower) -> dict[str, object]:
    """Return all facts that a follower can report."""
    found = {name: getattr(follower, name) for name in _ATTRIBUTES}
    found["freed"] = [*follower.freed]
    found["objects"] = follower.all_shown()
    found["standing"] = _compared(follower.standing())
    if follower.steps and not follower.goes_on:
        found["keyframe"] = [*keyframe_of(follower)]
        found["records"] = [*follower.object_records(array("q"), array("q"), 200)]
    return found


_ATTRIBUTES = (
    *("names", "steps", "named", "highest", "count", "peak", "place"),
    *(
        "written",
        "value",
        "exception",
        "in_flight",
        "collections",
        "last_event",
        "ended",
        "goes_on",
    ),
    *("threads", "locks", "chunk_steps"),
)
_OF_FRAME = [name for name in RawFrame.__slots__ if name != "frame"]


def _compared(facts: RunFacts) -> object:
    """Return the changes, with the frames as they are now."""
    stacks, *others = facts
    frames = {
        thread: (depth, [[getattr(one, name) for name in _OF_FRAME] for one in found or ()])
        for thread, (depth, found) in stacks.items()
    }
    return frames, others


def come_to(make: Make, records: list[bytes], *, at_once: bool) -> tuple[object, ...]:
    """Return all that a follower reports of records, up to a fault: in total and per step."""
    follower, fault, changes = make(is_indexing=True, is_of_lives=True), "", list[object]()
    follower.begin_changes()
    data, at = b"".join(records), 0
    try:
        while at < len(data):
            at = follower.follow(data, at, len(data), WHOLE if at_once else 1)
            objects, others = follower.changes()
            changes.append((objects, _compared(others)))
    except ValueError as error:
        fault = str(error)
    known = {number: follower.code(number) for number in (1, 2)} if not fault else None
    # After a fault the test asks only for the changes before it.
    state = facts(follower) if not fault else None
    return state, known, fault, changes, follower.at, follower.chunk_facts(), follower.news()


def _whole(most: int, objects: Any, serial: int) -> object:
    try:
        return repr(objects.whole(serial, most))
    except TypeError as error:
        return type(error)


def _item(at: int, objects: Any, serial: int) -> object:
    return objects.item(serial, at)


def _entry(key: object, objects: Any, serial: int) -> object:
    try:
        return objects.entry(serial, key, 9)
    except TypeError as error:
        return type(error)


def _attribute(name: str, objects: Any, serial: int) -> object:
    return objects.attribute(serial, name)


QUESTIONS: tuple[Callable[[Any, int], object], ...] = (
    # Values are compared as text: nan is not equal to itself, and 1 equals True.
    lambda objects, serial: repr(objects.plain(serial)),
    *(partial(_whole, most) for most in (0, 3, 99)),
    lambda objects, serial: objects.length(serial),
    *(partial(_item, at) for at in (-9, -2, -1, 0, 1, 5, 1 << 70, -(1 << 70))),
    *(partial(_entry, key) for key in (7, "ada", (7, "ada"), None, 1.5, Thing(3))),
    *(partial(_attribute, name) for name in ("x", "self", "한글", "no such name")),
)
"""The questions about an object's values."""
