"""The scale at which a whole recording fits."""

import pytest

from tests.layout.placing.units import LEFT, card
from visualizer.layout.placing import Placement, Size, best_scale, place

CANVAS = Size(LEFT + 200, 200)


def scale_of(height: float, is_wrapped_above: float = 9) -> tuple[float, int]:
    """The scale for a unit so high, and the number of trials."""
    trials = []

    def make(room: Size) -> Placement:
        trials.append(room)
        return place([card("a", (0, 9), (50, height))], room, LEFT, 9, until_unsteady=True)

    def is_whole(room: Size) -> bool:
        return CANVAS.width / room.width <= is_wrapped_above + 0.001

    return best_scale(make, CANVAS, is_whole), len(trials)


@pytest.mark.parametrize(
    ("height", "scale"), [(20, 1.6), (125, 1.6), (150, 1.3), (190, 1.05), (199, 1.0), (285, 0.7)]
)
def test_the_largest_scale_is_taken_at_which_all_fits(height: float, scale: float) -> None:
    found, trials = scale_of(height)
    assert found == scale
    assert trials <= 7


def test_where_nothing_fits_the_scale_is_that_of_every_day() -> None:
    assert scale_of(400)[0] == 1.0


def test_what_would_be_wrapped_is_no_larger_than_it_may() -> None:
    assert scale_of(20, is_wrapped_above=1.2)[0] == 1.2
