"""Looks at steps in passing, and makes only the values that the caller asks for."""

from collections.abc import Mapping

from visualizer.recording.follow.follower import Follower
from visualizer.recording.read.chunk_reader import ChunkReader
from visualizer.recording.read.stored import Stored


class PeekedRecording:
    """Looks at steps in order, with gaps; a ``Cursor`` also goes back."""

    def __init__(self, stored: Stored) -> None:
        self._reader, self._sources = ChunkReader(stored), stored.sources
        self._seen: Glimpse | None = None

    def at(self, step: int) -> "Glimpse":
        """Return a view of ``step``, valid until the next call. Raises ``DamagedRecording``."""
        follower, seen = self._reader.at(step), self._seen
        if seen is None or seen.follower is not follower:
            seen = self._seen = Glimpse(follower, self._sources)
        return seen


class Glimpse:
    """A view of a step: the names of its innermost call, values and objects.

    Its methods are those of the follower.
    """

    def __init__(self, follower: Follower, sources: Mapping[str, str]) -> None:
        self.follower, self.sources = follower, sources
        self.local_name, self.global_name = follower.local_name, follower.global_name
        self.running, self.shown = follower.running, follower.shown
        self.plain, self.whole, self.length = follower.plain, follower.whole, follower.length
        self.item, self.entry, self.attribute = follower.item, follower.entry, follower.attribute
