"""Follow a run record by record, checking that each can follow the last."""

import struct
from collections.abc import Iterable, Sequence
from functools import cache

from visualizer.recorder import wire
from visualizer.recording import common_run
from visualizer.recording.common_run import Followed, follow_common, none_followed
from visualizer.recording.operations import BEFORE_STEP, IN_KEYFRAME, IN_STEP, Operation
from visualizer.recording.plain_run import PLAIN, PlainRun
from visualizer.recording.raw import RawState
from visualizer.recording.raw_objects import Fault

_STEP, _ON, _HEADER, _header = wire.STEP, wire.ON, wire.HEADER.size, wire.HEADER.unpack_from
_PLACE = 8
"""How many numbers a step's place takes, its operation with it."""
_WORTH = 3
"""Steps in a row that look plain, from which on they are followed in one go."""


class Follower:
    """Keeps the state that the records lead to, as ``raw``.

    ``names`` are those known from elsewhere (a reader has them from the file), ``named`` how many
    of them had been sent; records that send the others again must agree. A record that contradicts
    itself or what came before raises ``Fault``; the follower is then of no more use, and says so.
    Where it ``is_compact``, the objects that it keeps take little memory, and what a step has
    touched is not to be asked for.
    """

    def __init__(
        self, names: Sequence[str] = (), named: int = 0, *, is_compact: bool = False
    ) -> None:
        self.raw = raw = RawState(is_compact=is_compact)
        raw.names = list(names)
        raw.name_count = len(raw.names)
        raw.named = named
        self._broken = False

    def take(self, record: bytes) -> bool:
        """Take one record in; whether a step is whole with it. Raises ``Fault``."""
        return self._take(record, IN_STEP)

    def take_run(self, records: bytes, at: int, most: int, first: int = 0) -> Followed:
        """Follow common steps from ``at`` on, none where the first is not, and never a lie.

        What they have touched is then that of them all. ``first`` is the place of the first in the
        index of its chunk.
        """
        if self._broken:
            return none_followed(at)
        if common_run.native is not None:
            return follow_common(self.raw, records, at, most, first)
        return self._take_plain(records, at, most, first)

    def _take_plain(self, records: bytes, at: int, most: int, first: int) -> Followed:
        # A run of one or two steps would cost more than it saves.
        behind = at
        for _ in range(_WORTH):
            if behind + _HEADER > len(records):
                return none_followed(at)
            count, size = _header(records, behind)
            if count not in PLAIN:
                return none_followed(at)
            behind += _HEADER + 8 * count + (size + 7 & ~7)
        return PlainRun(self.raw, records, at).follow(most, first)

    def restore(self, records: Iterable[bytes], step: int, highest: int) -> None:
        """Begin with the whole state after ``step``, as a keyframe has it.

        ``highest`` is the highest serial there had been. Raises ``Fault``.
        """
        raw = self.raw
        raw.steps = step - 1
        raw.is_whole = not raw.is_compact
        whole = [self._take(record, IN_KEYFRAME) for record in records]
        if whole[-1:] != [True] or sum(whole) > 1:
            raise Fault("a keyframe that is not one step")
        raw.is_whole = False
        if highest < raw.highest:
            raise Fault(f"a keyframe with an object beyond {highest}")
        raw.highest = highest

    def _take(self, record: bytes, in_step: dict[int, Operation]) -> bool:
        if self._broken:
            raise Fault("what came before was damaged")
        self._broken = True
        raw, known = self.raw, BEFORE_STEP
        try:
            count, size = _header(record)
            start = _HEADER + 8 * count
            if start + size + -size % 8 != len(record):
                raise Fault("a record that is not as long as it says")
            numbers = _numbers(count).unpack_from(record, _HEADER)
            raw.text, raw.text_at = record[start : start + size], 0
            at = 0
            if count >= _PLACE and numbers[0] == _STEP:  # as nearly all begin
                raw.begin_step(numbers[1:_PLACE])
                at, known = _PLACE, in_step
            elif raw.goes_on and count and numbers[0] == _ON:
                at, known = 1, in_step
            while at < count:
                number = numbers[at]
                operation = known.get(number)
                if operation is None:
                    raise Fault(f"operation {number} is not known here")
                at = operation(raw, numbers, at + 1)
                if number == _STEP:
                    known = in_step
            if at != count or raw.text_at != size:
                raise Fault("a record that is not as long as it says")
            is_whole = known is in_step and not raw.more
            if is_whole:
                raw.commit()
            elif raw.more:
                raw.more = False
                raw.end_part()
        except Fault:
            raise
        except (ValueError, IndexError, struct.error) as error:
            # Too few numbers for an operation, or bytes that are no UTF-8.
            raise Fault("a record that cannot be read") from error
        self._broken = False
        return is_whole


_LAST = struct.Struct("<q")


@cache
def _numbers(count: int) -> struct.Struct:
    return struct.Struct(f"<{count}q")


def is_part(record: bytes) -> bool:
    """Whether the step of ``record``, which is whole, goes on in the next one."""
    (count, _), at = _header(record), _HEADER
    (last,) = _LAST.unpack_from(record, at + 8 * (count - 1)) if count else (0,)
    return bool(last == wire.MORE)
