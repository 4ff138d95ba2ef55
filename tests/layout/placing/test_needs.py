"""The room that a unit needs from a step on."""

import pytest

from visualizer.layout.placing.needs import LIFE, Needs
from visualizer.layout.placing.unit import Size

NEEDS = Needs(((5, Size(10, 10)), (8, Size(30, 5)), (20, Size(5, 40)), (21, Size(5, 5))))


@pytest.mark.parametrize(
    ("step", "horizon", "size"),
    [
        (5, 1, Size(10, 10)),
        (5, 3, Size(10, 10)),
        (5, 4, Size(30, 10)),
        (7, 1, Size(10, 10)),
        (9, 11, Size(30, 5)),
        (9, 12, Size(30, 40)),
        (5, LIFE, Size(30, 40)),
        (20, LIFE, Size(5, 40)),
        (900, LIFE, Size(5, 5)),
    ],
)
def test_the_largest_width_and_height_of_the_next_steps(
    step: int, horizon: int, size: Size
) -> None:
    assert NEEDS.max_over(step, horizon) == size


@pytest.mark.parametrize(
    ("room", "step", "outgrown"),
    [
        (Size(10, 10), 5, 8),
        (Size(30, 10), 5, 20),
        (Size(30, 40), 5, None),
        (Size(10, 10), 8, 20),
        (Size(10, 10), 30, None),
    ],
)
def test_the_step_at_which_a_unit_outgrows_its_room(
    room: Size, step: int, outgrown: int | None
) -> None:
    assert NEEDS.outgrows(room, step) == outgrown
