"""The grounds of threads whose calls stand beside each other, with what each does."""

from collections.abc import Iterable, Iterator

from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Box, Rect, Region, RegionKind
from visualizer.layout.sight import Call
from visualizer.layout.sizes import LABEL_CUT, THREAD_ROOM, cut
from visualizer.model import State

BESIDE, BELOW = 8, 4
"""How far a ground reaches past its calls: arrows of the others pass close below."""


def thread_regions(state: State, calls: Iterable[tuple[Call, Box]]) -> Iterator[Region]:
    """One for each thread that has calls, as high as they are."""
    rects: dict[int, Rect] = {}
    for call, box in calls:
        if box.key.kind != "globals":
            known = rects.get(call.thread)
            rects[call.thread] = box.rect if known is None else known.united(box.rect)
    running = state.step.thread if state.step is not None else 0
    for thread, (x, y, width, height) in rects.items():
        rect = Rect(x - BESIDE, y - THREAD_ROOM, width + 2 * BESIDE, height + THREAD_ROOM + BELOW)
        awaited = None if thread == running else _awaited(state, thread)
        said = _said(state, thread, awaited)
        yield Region(
            *(RegionKind.THREAD, rect, phrase("thread", n=thread), said),
            thread=thread,
            current=thread == running,
            waiting=awaited is not None,
        )


def _said(state: State, thread: int, awaited: int | None) -> Text:
    if state.step is not None and state.step.thread == thread:
        return phrase("thread-runs")
    if awaited is not None and awaited in state.heap:
        kind = cut(state.heap[awaited].type, LABEL_CUT)
        return phrase("thread-waits", what=f"{kind} #{awaited}")
    return phrase("thread-at", line=state.stacks[thread][-1].line)


def _awaited(state: State, thread: int) -> int | None:
    for serial, use in state.locks.items():
        if thread in (*use.waiting, *use.timed, *use.next):
            return serial
    return None
