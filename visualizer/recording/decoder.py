"""Turn wire records into Deltas, one after another, checking that each can follow the last."""

from collections.abc import Sequence as Sequence_

from visualizer.model import Collection, Delta, State
from visualizer.recorder import wire
from visualizer.recording.operations import OPERATIONS, Numbers, Operation, counted
from visualizer.recording.work import Fault, Work


class Decoder:
    """Follows a run record by record.

    ``names`` are those known from elsewhere (a reader has them from the file), ``named`` how many
    of them had been sent; records that send the others again must agree. A record that contradicts
    itself or what came before raises ``Fault``; the decoder is then of no more use, and says so.
    """

    def __init__(self, names: Sequence_[str] = (), named: int = 0) -> None:
        self.work = work = Work()
        work.names.extend(names)
        work.named = named
        self._broken = False

    @property
    def state(self) -> State:
        """The state after the last record. Read it only, and only until the next record."""
        return self.work.state

    def decode(self, record: bytes | memoryview) -> Delta | None:
        """What ``record`` changes; None where it is no step. Raises ``Fault``."""
        return self._take(record, OPERATIONS)

    def restore(self, record: bytes | memoryview, step: int, highest: int) -> None:
        """Begin with the whole state after ``step``, as a keyframe has it.

        ``highest`` is the highest serial there had been. Raises ``Fault``.
        """
        self.work.steps = step - 1
        if self._take(record, _KEYFRAME_OPERATIONS) is None:
            raise Fault("a keyframe without a step")
        if highest < self.work.highest:
            raise Fault(f"a keyframe with an object beyond {highest}")
        self.work.highest = highest

    def _take(self, record: bytes | memoryview, operations: dict[int, Operation]) -> Delta | None:
        if self._broken:
            raise Fault("what came before was damaged")
        self._broken = True
        work = self.work
        try:
            numbers, text = wire.unpack(record)
            work.begin(text)
            at, end = 0, len(numbers)
            while at < end:
                operation = operations.get(numbers[at])
                if operation is None:
                    raise Fault(f"operation {numbers[at]} is not known")
                at = operation(work, numbers, at + 1)
            if at != end or work.text_at != len(text):
                raise Fault("a record that is not as long as it says")
            delta = None if work.place is None and not work.changed() else work.commit()
        except Fault:
            raise
        except (ValueError, IndexError) as error:
            # Too few numbers for an operation, or bytes that are no UTF-8.
            raise Fault("a record that cannot be read") from error
        self._broken = False
        return delta


def _kept_freed(work: Work, numbers: Numbers, at: int) -> int:
    end = counted(numbers, at + 1, numbers[at])
    work.freed = numbers[at + 1 : end]
    return end


def _kept_collection(work: Work, numbers: Numbers, at: int) -> int:
    generation, count = numbers[at : at + 2]
    end = counted(numbers, at + 2, count)
    work.collections += (Collection(generation, numbers[at + 2 : end]),)
    return end


# In a keyframe the step's dead have left the heap already.
_KEYFRAME_OPERATIONS = OPERATIONS | {wire.FREED: _kept_freed, wire.COLLECTION: _kept_collection}
