"""No two arrows run along each other, also where room is given up."""

from dataclasses import replace

from tests.layout.film import call_example
from visualizer.diagram.apart import Lines, crowding
from visualizer.layout import Arrow, FixedMeasure, Foresight, Layout, Point


def way(*points: tuple[float, float]) -> tuple[Point, ...]:
    return tuple(Point(*point) for point in points)


def arrow(*points: tuple[float, float]) -> Arrow:
    film = call_example()
    made = Layout(FixedMeasure(), Foresight(FixedMeasure(), observing=True))
    some = made.picture(film.states[-1]).arrows[0]
    return replace(some, points=way(*points))


def test_what_crosses_or_only_meets_is_free() -> None:
    lines = Lines([way((0, 10), (50, 10), (50, 90))])
    assert lines.are_free(way((20, 0), (20, 40)))
    assert lines.are_free(way((50, 90), (50, 120)))
    assert lines.are_free(way((50, 10), (90, 10)))


def test_what_runs_along_is_not() -> None:
    lines = Lines([way((0, 10), (50, 10), (50, 90))])
    assert not lines.are_free(way((50, 120), (50, 80)))
    assert not lines.are_free(way((90, 10), (40, 10)))


def test_of_two_the_longer_way_gives_way() -> None:
    long = arrow((0, 10), (40, 10), (40, 90), (80, 90), (80, 70), (99, 70))
    short = arrow((0, 30), (40, 30), (40, 60), (99, 60))
    apart = arrow((0, 20), (48, 20), (48, 65), (99, 65))
    assert crowding([long, short, apart]) == {0}
    assert crowding([short, apart]) == set()
