"""The parts of a recording that the explanation of a step needs besides the changes."""

from dataclasses import dataclass
from typing import Literal

from visualizer.model import Delta
from visualizer.model.delta import Deltas, ReadableRecording

_MOST_WRITTEN = 4_096
"""The maximum number of bytes of a step's output that a sentence reads."""


@dataclass(frozen=True, slots=True)
class Context:
    """The beginning of a step's output, and the changes of the step before it."""

    out: bytes = b""
    errors: bytes = b""
    earlier: Delta | None = None


def context_of(recording: ReadableRecording, deltas: Deltas, delta: Delta) -> Context:
    """Read the context of a step. Raises ``DamagedRecording``."""
    step, before = delta.step, delta.before
    if before is None:
        return Context()

    def written(stream: Literal["stdout", "stderr"], start: int, end: int) -> bytes:
        end = min(end, start + _MOST_WRITTEN)
        return recording.output(stream, start, end) if end > start else b""

    return Context(
        written("stdout", before.stdout_end, step.stdout_end),
        written("stderr", before.stderr_end, step.stderr_end),
        deltas.delta(before.number) if before.number > 0 else None,
    )
