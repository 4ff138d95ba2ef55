"""Look at steps on the way: what somebody asks of them, and nothing else, is made."""

from collections.abc import Callable, Iterator, Mapping

from visualizer.model import Code, Frame, HeapObject, Named
from visualizer.recording.chunk_reader import ChunkReader
from visualizer.recording.contents import code_of, frame_of, named, object_of
from visualizer.recording.raw import RawState
from visualizer.recording.stored import Stored

_FEW = 1024
"""Steps that are gone past sooner than a keyframe is read, which costs what some hundreds do."""


class Glance:
    """For steps that are asked for in order, at some distance; a ``Cursor`` also goes back."""

    def __init__(self, stored: Stored) -> None:
        self._reader = ChunkReader(stored, _FEW, goes_past=True)

    def at(self, step: int) -> "Glimpse":
        """How things are at ``step``, good until the next call. Raises ``DamagedRecording``."""
        return Glimpse(self._reader.raw_before(step + 1))


class Glimpse:
    """What a ``State`` has of objects, names, code and the innermost call of the step's thread.

    Each is made when it is asked for.
    """

    def __init__(self, raw: RawState) -> None:
        self._raw = raw
        names = raw.names
        self.heap: Mapping[int, HeapObject] = _Made(raw.heap, lambda one: object_of(one, names))
        self.globals: Mapping[str, Named] = _Made(raw.globals, lambda flat: named(flat, names))
        self.codes: Mapping[int, Code] = _Made(raw.codes, lambda code: code_of(code, names))

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The innermost call of the step's thread alone; empty where it has none, or at no step."""
        raw = self._raw
        stack = raw.stacks.get(raw.place[1]) if raw.place else None
        if not stack:
            return ()
        frame = stack[-1]
        return (frame.frame or frame_of(frame, raw.names, named(frame.locals, raw.names)),)


class _Made[K, R, V](Mapping[K, V]):
    """What is made of the values of another mapping."""

    def __init__(self, raw: Mapping[K, R], make: Callable[[R], V]) -> None:
        self._raw, self._make = raw, make

    def __getitem__(self, key: K) -> V:
        return self._make(self._raw[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)
