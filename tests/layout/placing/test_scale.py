"""The scale at which a whole recording fits."""

import pytest

from tests.layout.placing.units import LEFT, card
from visualizer.layout.placing import Placement, Size, best_scale, place

CANVAS = Size(LEFT + 200, 200)


def scale_of(height: float) -> tuple[float, int]:
    """Return the scale for a unit of that height, and the number of trials."""
    trials = []

    def make(scale: float) -> Placement:
        trials.append(scale)
        room = Size(CANVAS.width / scale, CANVAS.height / scale)
        return place([card("a", (0, 9), (50, height))], room, LEFT, 9, until_unsteady=True)

    return best_scale(make), len(trials)


@pytest.mark.parametrize(
    ("height", "scale"), [(20, 1.6), (125, 1.6), (150, 1.3), (190, 1.05), (199, 1.0), (285, 0.7)]
)
def test_the_largest_scale_is_taken_at_which_all_fits(height: float, scale: float) -> None:
    found, trials = scale_of(height)
    assert found == scale
    assert trials <= 7


def test_if_nothing_fits_the_scale_is_the_usual_one() -> None:
    assert scale_of(400)[0] == 1.0


@pytest.mark.parametrize(("orderly", "scale"), [(1.6, 1.6), (1.4, 1.4), (1.1, 1.6)])
def test_the_scale_is_slightly_smaller_if_the_shelf_then_keeps_its_order(
    orderly: float, scale: float
) -> None:
    def make(scale: float) -> Placement:
        placement = Placement()
        placement.strays = int(scale > orderly)
        return placement

    assert best_scale(make) == scale
