"""The lanes between the frames and the first column of objects."""

from itertools import combinations, pairwise

from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.placing.unit import Size
from visualizer.layout.routing.plane import NEAR
from visualizer.layout.sheet import Arrow, Sheet


def names_of_lists(count: int, length: int, canvas: Size) -> Sheet:
    """The last step of a program that binds names to lists of numbers."""
    film = Film()
    for number in range(count):
        film.bind(f"name_{number}", film.list(*(film.number(one) for one in range(length))))
    film.step()
    sheets = Sheets(walk_of(film), {}, FixedMeasure(), canvas=canvas)
    cursor = film.cursor()
    return sheets.sheet(cursor.seek(film.steps))


def run_along(one: Arrow, other: Arrow) -> bool:
    """Whether upright parts of two arrows run beside each other, closer than two lanes."""
    return any(
        a.x == b.x
        and c.x == d.x
        and abs(a.x - c.x) < NEAR
        and max(min(a.y, b.y), min(c.y, d.y)) < min(max(a.y, b.y), max(c.y, d.y))
        for a, b in pairwise(one.points)
        for c, d in pairwise(other.points)
    )


def test_each_of_many_names_has_a_lane_of_its_own_where_there_is_room() -> None:
    sheet = names_of_lists(10, 2, Size(500, 900))
    assert all(arrow.points for arrow in sheet.arrows)
    assert not [pair for pair in combinations(sheet.arrows, 2) if run_along(*pair)]
