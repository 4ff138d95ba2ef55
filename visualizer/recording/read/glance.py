"""Look at steps on the way: what somebody asks of them, and nothing else, is made."""

from collections.abc import Callable, Iterator, Mapping

from visualizer.model import Code, Frame, HeapObject, Named
from visualizer.recording.follow.follower import Follower
from visualizer.recording.read.chunk_reader import ChunkReader
from visualizer.recording.read.contents import code_of, frame_of, named
from visualizer.recording.read.stored import Stored


class Glance:
    """For steps that are asked for in order, at some distance; a ``Cursor`` also goes back."""

    def __init__(self, stored: Stored) -> None:
        self._reader = ChunkReader(stored)

    def at(self, step: int) -> "Glimpse":
        """How things are at ``step``, good until the next call. Raises ``DamagedRecording``."""
        return Glimpse(self._reader.at(step))


class Glimpse:
    """What a ``State`` has of objects, names, code and the innermost call of the step's thread.

    Each is made when it is asked for.
    """

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self.heap: Mapping[int, HeapObject] = _Made(self._object, follower.serials)
        self.globals: Mapping[str, Named] = _Made(self._globals, lambda: [*self._files()])
        self.codes: Mapping[int, Code] = _Made(self._code, list)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The innermost call of the step's thread alone; empty where it has none, or at no step."""
        place, names = self._follower.place, self._follower.names
        stack = self._follower.frames(place[1], -1) if place else None
        if not stack:
            return ()
        frame = stack[-1]
        return (frame.frame or frame_of(frame, names, named(frame.locals, names)),)

    def _object(self, serial: int) -> HeapObject:
        one = self._follower.shown(serial)
        if one is None:
            raise KeyError(serial)
        return one

    def _files(self) -> dict[str, int]:
        names = self._follower.names
        return {names[number]: number for number in self._follower.files()}

    def _globals(self, file: str) -> Named:
        return named(self._follower.globals_of(self._files()[file]) or (), self._follower.names)

    def _code(self, number: int) -> Code:
        operands = self._follower.code(number)
        if operands is None:
            raise KeyError(number)
        return code_of(operands, self._follower.names)


class _Made[K, V](Mapping[K, V]):
    """What is made when it is asked for; ``KeyError`` from who makes it where there is none."""

    def __init__(self, make: Callable[[K], V], keys: Callable[[], list[K]]) -> None:
        self._make, self._keys = make, keys

    def __getitem__(self, key: K) -> V:
        return self._make(key)

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())
