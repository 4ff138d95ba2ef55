"""Restores the order in which two streams were written, from the output positions of steps."""

from collections import deque
from collections.abc import Iterable, Iterator

from visualizer.session.streams.pipes import StreamName

type Piece = tuple[StreamName, bytes]
type Mark = tuple[int, int]
"""The bytes of standard output and of standard error written before a step."""


class Ordering:
    """Orders the output of both streams by the steps that wrote it.

    Within one step standard output comes first: the actual order is unknown.
    """

    def __init__(self) -> None:
        self._released: dict[StreamName, int] = {"stdout": 0, "stderr": 0}
        self._arrived: dict[StreamName, int] = {"stdout": 0, "stderr": 0}
        # Views, because large output may be released in small parts.
        self._held: dict[StreamName, deque[memoryview]] = {"stdout": deque(), "stderr": deque()}

    def arrange(
        self,
        early: Iterable[Piece],
        late: Iterable[Piece],
        marks: Iterable[Mark],
        *,
        all_marked: bool,
    ) -> Iterator[Piece]:
        """Yield the output in order; ``marks`` are evaluated only if they matter.

        ``early`` was written before the last step of ``marks``, or in that step, provided that
        ``all_marked``; ``late`` may have been written in any later step. So output of both streams
        beyond the marks is held until its steps arrive, at the latest until the next call without
        late output. Every byte is yielded once.
        """
        self._hold(early)
        known = dict(self._arrived)
        self._hold(late)
        if all(self._held.values()):
            for stdout, stderr in marks:
                yield from self._release("stdout", stdout)
                yield from self._release("stderr", stderr)
        # Output of one stream alone needs no order.
        if not all(self._held.values()):
            known = self._arrived
        elif not all_marked:
            return
        for stream, end in known.items():
            yield from self._release(stream, end)

    def _hold(self, pieces: Iterable[Piece]) -> None:
        for stream, data in pieces:
            if data:
                self._held[stream].append(memoryview(data))
                self._arrived[stream] += len(data)

    def _release(self, stream: StreamName, end: int) -> Iterator[Piece]:
        held = self._held[stream]
        while held and (count := end - self._released[stream]) > 0:
            piece = held.popleft()
            if len(piece) > count:
                held.appendleft(piece[count:])
                piece = piece[:count]
            self._released[stream] += len(piece)
            yield stream, bytes(piece)
