"""Look at steps on the way: their states, without what any step in between changed."""

from visualizer.model import State
from visualizer.recording.chunk_reader import ChunkReader
from visualizer.recording.stored import Stored

_FEW = 1024
"""Steps that are gone past sooner than a keyframe is read, which costs what some hundreds do."""


class Glance:
    """For steps that are asked for in order, at some distance; a ``Cursor`` also goes back."""

    def __init__(self, stored: Stored) -> None:
        self._reader = ChunkReader(stored, _FEW)

    def at(self, step: int) -> State:
        """The state at ``step``, good until the next call. Raises ``DamagedRecording``."""
        return self._reader.state_before(step + 1)
