"""The part of the steps that the timeline shows."""

from hypothesis import given
from hypothesis import strategies as st

from visualizer.shell.timeline.time_view import TimeView


def view_of(steps: int, growing: bool = False) -> TimeView:
    view = TimeView()
    view.cover(steps, growing=growing)
    return view


def test_at_first_all_steps_are_shown() -> None:
    view = view_of(500)
    assert (view.first, view.last) == (1, 500)
    assert (TimeView().first, TimeView().last) == (1, 1)


def test_a_recording_that_grows_is_rescaled_by_doubling() -> None:
    seen = {view_of(steps, growing=True).last for steps in range(1, 200)}
    assert seen == {16, 32, 64, 128, 256}


def test_zooming_keeps_the_step_pointed_at_in_its_place() -> None:
    view = view_of(1000)
    before = (300 - view.first) / view.length
    view.zoom(300, 0.5)
    assert abs((300 - view.first) / view.length - before) < 1e-9
    view.zoom(300, 0.001)
    assert view.length == 8


def test_a_view_that_follows_a_step_moves_only_when_it_has_left() -> None:
    view = view_of(1000)
    view.zoom(1, 0.1)
    first = view.first
    view.follow(50)
    assert view.first == first
    view.follow(900)
    assert view.first < 900 < view.last
    view.show_all()
    view.follow(900)
    assert (view.first, view.last) == (1, 1000)


@given(
    st.integers(1, 5000),
    st.lists(st.tuples(st.floats(-100, 6000), st.floats(0.1, 9), st.floats(-3, 3))),
)
def test_it_never_shows_missing_steps(steps: int, moves: list[tuple[float, float, float]]) -> None:
    view = view_of(steps)
    for at, factor, part in moves:
        view.zoom(at, factor)
        view.move(part)
        assert 1 <= view.first <= view.last <= steps
