"""In which order two streams were written, as far as the steps tell."""

from collections import deque
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
        self._came: dict[StreamName, int] = {"stdout": 0, "stderr": 0}
        # Views, for there may be very much that is given in small parts.
        self._held: dict[StreamName, deque[memoryview]] = {"stdout": deque(), "stderr": deque()}

    def arrange(
        self,
        early: Iterable[Piece],
        late: Iterable[Piece],
        marks: Iterable[Mark],
        *,
        all_marked: bool,
    ) -> Iterator[Piece]:
        """What came, parted and ordered by ``marks``, which are asked for only where it matters.

        ``early`` was written before the last step that ``marks`` tell of, or in that step, provided
        that ``all_marked``; ``late`` may have been written in any of the steps after it. So what
        came of both streams beyond the marks is held until its steps are told, at the latest
        until the next call that has nothing late. Every byte is given once.
        """
        self._hold(early)
        known = dict(self._came)
        self._hold(late)
        if all(self._held.values()):
            for stdout, stderr in marks:
                yield from self._give("stdout", stdout)
                yield from self._give("stderr", stderr)
        # What one stream alone has written has no order.
        if not all(self._held.values()):
            known = self._came
        elif not all_marked:
            return
        for stream, end in known.items():
            yield from self._give(stream, end)

    def _hold(self, pieces: Iterable[Piece]) -> None:
        for stream, data in pieces:
            if data:
                self._held[stream].append(memoryview(data))
                self._came[stream] += len(data)

    def _give(self, stream: StreamName, end: int) -> Iterator[Piece]:
        held = self._held[stream]
        while held and (count := end - self._given[stream]) > 0:
            piece = held.popleft()
            if len(piece) > count:
                held.appendleft(piece[count:])
                piece = piece[:count]
            self._given[stream] += len(piece)
            yield stream, bytes(piece)
