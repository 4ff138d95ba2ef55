"""The column of frames of a step."""

from itertools import count

import pytest

from tests.layout.film import FILE, MODULE
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Facts
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.composing import stack as stacks
from visualizer.layout.composing.making import Making
from visualizer.layout.visibility import visible_frames
from visualizer.model import Event, Frame, FrameKind, State, Step

EVERY_FRAME = 10_000


def deep(*depths: int) -> tuple[Maker, State]:
    """Threads that have called themselves so many times."""
    serials = count(2)
    frames = {
        thread: (
            MODULE,
            *(
                Frame(next(serials), "down", FILE, 2, FrameKind.FUNCTION, (("n", 0),))
                for _ in range(depth)
            ),
        )
        for thread, depth in enumerate(depths, 1)
    }
    step = Step(1, Event.LINE, FILE, 2, "down", 1)
    state = State(step, frames, {FILE: ()})
    return Making(Facts(), FixedMeasure()).maker(state), state


@pytest.mark.parametrize("height", [120, 380, 900, 2160, 5000])
@pytest.mark.parametrize("depths", [(5,), (60,), (500,), (300, 300), (300, 2, 300)])
def test_what_is_skipped_of_a_deep_stack_has_no_room_anyway(
    height: float, depths: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    maker, state = deep(*depths)
    found = stacks.stack(maker, stacks.column_of(maker, state, height), 200)
    monkeypatch.setattr(
        stacks, "visible_frames", lambda state, *_: visible_frames(state, EVERY_FRAME, EVERY_FRAME)
    )
    whole = stacks.stack(maker, stacks.column_of(maker, state, height), 200)
    assert [(box.key, box.rect) for box in found] == [(box.key, box.rect) for box in whole]
