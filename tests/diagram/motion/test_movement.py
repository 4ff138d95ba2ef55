"""Movements follow an injected clock, and leave nothing when they are over."""

from itertools import pairwise

import pytest

from visualizer.diagram.motion.movement import Motion


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_movement_slows_down_and_ends_exactly(qapp: object, clock: Clock) -> None:
    motion = Motion(clock)
    motion.reduced = False
    seen: list[float] = []
    motion.play(100, seen.append)
    for _ in range(5):
        clock.now += 25
        motion.tick()
    assert seen[0] == 0.0
    assert seen[-1] == 1.0
    strides = [after - before for before, after in pairwise(seen)]
    assert all(first > second for first, second in pairwise(strides))
    assert not motion.moving


def test_reduced_motion_shows_the_end_alone(qapp: object, clock: Clock) -> None:
    motion = Motion(clock)
    seen: list[float] = []
    motion.play(100, seen.append)
    assert seen == [1.0]
    assert not motion.moving
