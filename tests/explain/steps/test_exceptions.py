"""The way of an exception over the frames."""

import pytest

from tests.layout.film import Film, Projector
from visualizer.explain import ExceptionAction, ExceptionPath, exception_path
from visualizer.model import Event

EVENTS = Event.EXCEPTION, Event.UNCAUGHT


def film(caught: bool) -> Film:
    """outer calls middle calls inner, which raises; outer catches it, or nobody does."""
    made = Film()
    made.step(1)
    for name in ("outer", "middle", "inner"):
        made.call(name, 2)
        made.step(2)
    error = made.list()
    made.step(3, Event.EXCEPTION, exception=error)
    made.calls.pop()
    made.step(4, Event.EXCEPTION, exception=error)
    made.calls.pop()
    made.step(5, Event.EXCEPTION, exception=error)
    if caught:
        made.step(6)
    else:
        made.calls.pop()
        made.step(7, Event.EXCEPTION, exception=error)
        made.step(7, Event.UNCAUGHT, exception=error)
    return made


def path(made: Film, step: int) -> ExceptionPath | None:
    return exception_path(Projector(made), step, made.steps_with(*EVENTS))


def told(made: Film, step: int) -> list[tuple[str, ExceptionAction]]:
    found = path(made, step)
    assert found is not None
    return [(frame.function, passage) for frame, passage in found.frames]


def test_where_it_is_raised_all_that_it_will_pass_is_known() -> None:
    made = film(caught=True)
    assert told(made, 5) == [
        ("inner", ExceptionAction.RAISED),
        ("middle", ExceptionAction.PASSED),
        ("outer", ExceptionAction.CAUGHT),
    ]
    assert path(made, 5) == ExceptionPath(path(made, 5).frames, ends=False)  # type: ignore[union-attr]


def test_a_frame_that_it_reaches_later_did_not_raise_it() -> None:
    made = film(caught=True)
    assert told(made, 6) == [("middle", ExceptionAction.PASSED), ("outer", ExceptionAction.CAUGHT)]


def test_what_nobody_catches_ends_the_program() -> None:
    made = film(caught=False)
    found = path(made, 5)
    assert found is not None
    assert found.ends
    assert [passage for _, passage in found.frames] == [
        ExceptionAction.RAISED,
        *[ExceptionAction.PASSED] * 3,
    ]
    last = path(made, made.steps)
    assert last is not None
    assert last.ends


@pytest.mark.parametrize("step", [1, 4, 8])
def test_elsewhere_there_is_no_path(step: int) -> None:
    assert path(film(caught=True), step) is None


def test_another_exception_has_a_path_of_its_own() -> None:
    made = Film()
    made.call("work", 1)
    made.step(1)
    made.step(2, Event.EXCEPTION, exception=made.list())
    made.step(3, Event.EXCEPTION, exception=made.list())
    assert told(made, 3) == [("work", ExceptionAction.RAISED)]
