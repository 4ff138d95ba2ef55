"""What travels from frame to frame: an exception on its way out, a value to its caller."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from visualizer.explain import ExceptionPath, Passage
from visualizer.layout import Box, Key, Phrase, Picture, Point, Rect, Text, phrase
from visualizer.layout.sight import call_key
from visualizer.model import Event, State

LANE = 20.0
"""How far left of the frames the way runs."""

END_ABOVE = 10.0

_ROWS = ("raised", "not-caught")


class Stop(StrEnum):
    """What stands where the way touches a frame."""

    RAISED = "raised"
    PASSED = "passed"
    CAUGHT = "caught"
    LEAVES = "leaves"
    ARRIVES = "arrives"


_STOPS = {
    Passage.RAISED: Stop.RAISED,
    Passage.PASSED: Stop.PASSED,
    Passage.CAUGHT: Stop.CAUGHT,
}


@dataclass(frozen=True, slots=True)
class FramePath:
    """A way left of the frames, from the first stop up to the last.

    ``end`` is where it leads if that is no frame, with ``words`` beside it.
    """

    lane: float
    stops: tuple[tuple[Point, Stop], ...]
    end: Point | None = None
    words: Text = ""

    @property
    def rect(self) -> Rect:
        """Around the way; words not counted."""
        ys = [point.y for point, _ in self.stops] + ([self.end.y] if self.end else [])
        right = max(point.x for point, _ in self.stops)
        return Rect(self.lane, min(ys), right - self.lane, max(ys) - min(ys))


def in_its_words(picture: Picture, told: ExceptionPath | None) -> Picture:
    """The picture with the row of each frame on the way saying what happens there."""
    if told is None:
        return picture
    words = {call_key(frame): phrase(passage.value) for frame, passage in told.frames}
    boxes = tuple(
        _relabelled(box, words[box.key]) if box.key in words else box for box in picture.boxes
    )
    return replace(picture, boxes=boxes)


def _relabelled(box: Box, words: Phrase) -> Box:
    parts = tuple(
        replace(part, label=words) if part.slot.kind in _ROWS else part for part in box.card.parts
    )
    return replace(box, card=replace(box.card, parts=parts))


def frame_path(picture: Picture, state: State, told: ExceptionPath | None) -> FramePath | None:
    """The way to draw in a step, if there is one."""
    boxes = {box.key: box for box in picture.frames}
    if told is not None:
        return _of_exception(told, boxes)
    return _of_value(state, boxes)


def _of_exception(told: ExceptionPath, boxes: Mapping[Key, Box]) -> FramePath | None:
    stops = []
    for frame, passage in told.frames:
        box = boxes.get(call_key(frame))
        if box is not None:
            stops.append((Point(box.rect.x, _height(box)), _STOPS[passage]))
    if not stops:
        return None
    lane = min(point.x for point, _ in stops) - LANE
    if not told.ends:
        return FramePath(lane, tuple(stops))
    top = min(box.rect.y for box in boxes.values())
    end = Point(stops[-1][0].x, top - END_ABOVE)
    return FramePath(lane, tuple(stops), end, phrase("program-ends"))


def _of_value(state: State, boxes: Mapping[Key, Box]) -> FramePath | None:
    step = state.step
    if step is None or step.event not in (Event.RETURN, Event.YIELD) or len(state.frames) < 2:
        return None
    inner = boxes.get(call_key(state.frames[-1]))
    caller = boxes.get(call_key(state.frames[-2]))
    if inner is None or caller is None:
        return None
    leaves = Point(inner.rect.x, _height(inner))
    arrives = Point(caller.rect.x, caller.rect.y + caller.card.header / 2)
    lane = min(leaves.x, arrives.x) - LANE
    return FramePath(lane, ((leaves, Stop.LEAVES), (arrives, Stop.ARRIVES)))


def _height(box: Box) -> float:
    """Beside the row that speaks of it, else beside the header."""
    for part in box.card.parts:
        if part.slot.kind in _ROWS or part.slot.kind in ("returns", "yields"):
            return box.rect.y + part.y + part.height / 2
    return box.rect.y + box.card.header / 2
