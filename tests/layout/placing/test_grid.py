"""The nearest free place is the one that trying every cell finds."""

import math
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from visualizer.layout.picture import Point, Rect
from visualizer.layout.placing.cells import CELL
from visualizer.layout.placing.grid import Grid
from visualizer.layout.placing.unit import Size

LEFT, RIGHT = 100.0, 400.0

_rects = st.builds(
    lambda column, row, width, height: Rect(LEFT + column * 6, row * 3, width, height),
    st.integers(0, 30),
    st.integers(0, 260),
    st.floats(10, 90),
    st.floats(10, 200),
)


def cost(place: Point, wish: Point) -> float:
    aside, away = abs(place.x - wish.x), abs(place.y - wish.y)
    return away + 1.3 * aside + 0.15 * (place.x - LEFT + place.y)


def tried(grid: Grid, size: Size, wish: Point, canvas: Size) -> float:
    """Return the cost of the best of all places; infinite if there is none."""
    columns = int((canvas.width - LEFT - size.width) // CELL.width) + 1
    rows = int((canvas.height - size.height) // CELL.height) + 1
    places = (
        Point(LEFT + column * CELL.width, row * CELL.height)
        for column, row in product(range(columns), range(rows))
    )
    free = (cost(place, wish) for place in places if grid.is_free(Rect(*place, *size)))
    return min(free, default=math.inf)


@given(
    st.lists(_rects, max_size=12),
    st.builds(Size, st.floats(10, 150), st.floats(10, 150)),
    st.tuples(st.integers(0, 50), st.integers(0, 200)),
    st.floats(100, 600),
)
@settings(max_examples=40, deadline=None)
def test_the_nearest_place_is_the_best_of_all(
    rects: list[Rect], size: Size, aim: tuple[int, int], height: float
) -> None:
    grid = Grid(LEFT, RIGHT)
    taken = []
    for rect in rects:
        if grid.is_free(rect):
            grid.occupy(rect)
            taken.append(rect)
    canvas = Size(RIGHT, height)
    wish = Point(LEFT + aim[0] * CELL.width, aim[1] * CELL.height)
    for released in ([], *([rect] for rect in taken[::2])):
        for rect in released:
            grid.release(rect)
        found = grid.nearest(size, wish, canvas)
        best = tried(grid, size, wish, canvas)
        assert (found is None) == (best == math.inf)
        assert found is None or math.isclose(cost(found, wish), best)


def test_a_place_is_free_again_in_a_band_that_was_full() -> None:
    grid, size, canvas = Grid(LEFT, RIGHT), Size(200, 100), Size(RIGHT, 200)
    all_of_it = Rect(LEFT, 0, 300, 200)
    grid.occupy(all_of_it)
    assert grid.nearest(size, Point(LEFT, 0), canvas) is None
    grid.release(all_of_it)
    assert grid.nearest(size, Point(LEFT, 0), canvas) == Point(LEFT, 0)


def test_without_bottom_there_is_always_a_place() -> None:
    grid = Grid(LEFT, RIGHT)
    grid.occupy(Rect(LEFT, 0, 300, 5000))
    found = grid.nearest(Size(300, 10), Point(LEFT, 0), Size(RIGHT, math.inf))
    assert found is not None
    assert 5018 <= found.y < 5018 + CELL.height


def test_a_wish_below_everything_is_granted_where_there_is_no_bottom() -> None:
    found = Grid(LEFT, RIGHT).nearest(Size(30, 10), Point(LEFT, 900), Size(RIGHT, math.inf))
    assert found == Point(LEFT, 900)
