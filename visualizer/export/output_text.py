"""The output of a program as text, cut at the steps."""

import codecs
from typing import Literal

from visualizer.model import Step
from visualizer.recording import Recording

_MAX_CHARACTER_BYTES = 4
"""The length of the longest UTF-8 character in bytes."""


class OutputText:
    """Cuts a stream at the steps; a character belongs to the step that wrote its last byte.

    ``typed`` are the lines to insert (``Recording.typed``).
    """

    def __init__(
        self,
        recording: Recording,
        stream: Literal["stdout", "stderr"],
        typed: tuple[tuple[int, int, str], ...] = (),
    ) -> None:
        self._recording, self._typed = recording, typed
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")
        self._position = 0

    def until(self, before: Step | None, step: Step, is_last: bool) -> str:
        """Return the output between ``before`` and ``step``."""
        start, end = self._end(before), self._end(step)
        if start != self._position:
            # An incomplete character can begin only this far back.
            begin = max(0, start - _MAX_CHARACTER_BYTES + 1)
            self._decoder.reset()
            self._decoder.decode(self._recording.output(self._stream, begin, start))
        data = self._recording.output(self._stream, start, end) if end > start else b""
        self._position = end
        steps = range(before.number if before is not None else 0, step.number)
        data = _insert([one for one in self._typed if one[0] in steps], data, start)
        return self._decoder.decode(data, is_last)

    def _end(self, step: Step | None) -> int:
        if step is None:
            return 0
        return step.stdout_end if self._stream == "stdout" else step.stderr_end


def _insert(typed: list[tuple[int, int, str]], data: bytes, start: int) -> bytes:
    """Return output from the offset ``start`` on with typed lines in their places."""
    parts, at = [], 0
    for _, offset, text in typed:
        cut = max(at, min(offset - start, len(data)))
        parts += [data[at:cut], f"{text}\n".encode("utf-8", "surrogateescape")]
        at = cut
    return b"".join((*parts, data[at:]))


def written_after(recording: Recording) -> dict[str, str]:
    """Return the output after the last step: a traceback, or a flush at exit."""
    step = recording.cursor().delta(recording.steps).step if recording.steps else None
    ends = (step.stdout_end, step.stderr_end) if step else (0, 0)
    return {
        "stdout": recording.output("stdout", ends[0]).decode("utf-8", "backslashreplace"),
        "stderr": recording.output("stderr", ends[1]).decode("utf-8", "backslashreplace"),
    }
