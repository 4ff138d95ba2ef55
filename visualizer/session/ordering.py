"""In which order two streams were written, as far as the steps tell."""

from collections.abc import Iterable, Iterator

from visualizer.session.streams import StreamName

type Piece = tuple[StreamName, bytes]
type Mark = tuple[int, int]
"""How many bytes of standard output and of standard error there were at a step."""


class Ordering:
    """Puts what came of both streams into the order of the steps that wrote it.

    Within one step standard output comes first: what went to which stream when is not known.
    """

    def __init__(self) -> None:
        self._given: dict[StreamName, int] = {"stdout": 0, "stderr": 0}

    def arrange(self, pieces: list[Piece], marks: Iterable[Mark]) -> Iterator[Piece]:
        """``pieces``, parted and ordered by ``marks``, which are asked for only where it matters.

        Every byte is given once, those beyond the last mark at the end.
        """
        if len({stream for stream, _ in pieces}) < 2:
            for stream, data in pieces:
                self._given[stream] += len(data)
                yield stream, data
            return
        rest: dict[StreamName, bytes] = {
            name: b"".join(data for stream, data in pieces if stream == name)
            for name in self._given
        }
        for stdout, stderr in marks:
            yield from self._give(rest, "stdout", stdout)
            yield from self._give(rest, "stderr", stderr)
        for stream, data in rest.items():
            yield from self._give(rest, stream, self._given[stream] + len(data))

    def _give(self, rest: dict[StreamName, bytes], stream: StreamName, end: int) -> Iterator[Piece]:
        count = end - self._given[stream]
        if count > 0 and rest[stream]:
            data, rest[stream] = rest[stream][:count], rest[stream][count:]
            self._given[stream] += len(data)
            yield stream, data
