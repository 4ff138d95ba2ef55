"""The measures of the comparison with other tools, on pictures drawn by hand."""

import pytest

from tests.benchmarks.peers.views import Line, View, crossings, curve, fullest, moves, run_over


def view(*lines: Line, **boxes: tuple[float, float, float, float]) -> View:
    return View(boxes, lines, 100, 100, len(lines))


def test_a_box_that_stays_has_not_moved() -> None:
    found = moves([view(a=(0, 0, 10, 10)), view(a=(1, 1, 50, 50))])
    assert (found.moved, found.adrift, found.kept) == (0, 0, 1)


def test_a_box_that_comes_or_goes_has_not_moved() -> None:
    assert moves([view(a=(0, 0, 10, 10)), view(b=(50, 0, 10, 10))]).kept == 0


def test_a_picture_that_moves_as_a_whole_has_nothing_adrift() -> None:
    before = view(a=(0, 0, 10, 10), b=(50, 0, 10, 10), c=(90, 0, 5, 5))
    after = view(a=(20, 0, 10, 10), b=(70, 0, 10, 10), c=(110, 0, 5, 5))
    found = moves([before, after, after])
    assert (found.moved, found.adrift, found.most, found.kept) == (3, 0, 3, 6)
    assert found.each == pytest.approx(1.5)
    assert found.share == pytest.approx(0.5)


def test_a_part_that_moves_differently_from_the_rest_is_adrift() -> None:
    before = view(a=(0, 0, 10, 10), b=(50, 0, 10, 10), c=(90, 0, 5, 5))
    after = view(a=(20, 0, 10, 10), b=(70, 0, 10, 10), c=(90, 0, 5, 5))
    found = moves([before, after])
    assert (found.moved, found.adrift) == (2, 1)


def test_the_fullest_step_has_the_most_boxes_then_the_most_arrows() -> None:
    line = Line(((0, 0), (9, 0)))
    one, two = view(a=(0, 0, 1, 1)), view(line, a=(0, 0, 1, 1))
    assert fullest([one, two, one]) is two


def test_lines_that_cross_are_counted_once_however_often_they_do() -> None:
    straight = Line(((0, 50), (100, 50)))
    wave = Line(((20, 20), (40, 80), (60, 20), (80, 80)))
    assert crossings([straight, wave]) == 1


def test_lines_that_only_meet_at_their_ends_do_not_cross() -> None:
    assert crossings([Line(((0, 0), (50, 50))), Line(((0, 100), (50, 50)))]) == 0
    assert crossings([Line(((0, 0), (52, 52))), Line(((0, 100), (52, 48)))]) == 0


def test_an_end_in_the_middle_of_another_line_crosses_it() -> None:
    assert crossings([Line(((0, 0), (100, 0))), Line(((50, -50), (50, 5)))]) == 1


def test_lines_side_by_side_do_not_cross() -> None:
    assert crossings([Line(((0, 0), (100, 0))), Line(((0, 0), (100, 0)))]) == 0


def test_a_line_runs_through_a_box_that_it_has_nothing_to_do_with() -> None:
    boxes = {
        "a": (0.0, 0.0, 20.0, 20.0),
        "b": (40.0, 0.0, 20.0, 20.0),
        "c": (80.0, 0.0, 20.0, 20.0),
    }
    assert run_over(view(Line(((20, 10), (80, 10))), **boxes)) == 1
    assert run_over(view(Line(((20, 10), (30, 40), (70, 40), (80, 10))), **boxes)) == 0


def test_a_curve_begins_and_ends_where_its_control_points_do() -> None:
    points = curve([(0, 0), (0, 10), (10, 10), (10, 0), (10, -10), (20, -10), (20, 0)])
    assert (points[0], points[16], points[-1]) == ((0, 0), (10, 0), (20, 0))
    assert points[8] == (5, 7.5)
