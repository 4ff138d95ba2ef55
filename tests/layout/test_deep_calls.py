"""Stacks so high that their middle is folded."""

from tests.layout import audit
from tests.layout.film import Film
from tests.layout.test_in_place import pictures
from visualizer.layout import Key
from visualizer.layout.sight import MOST_CALLS


def twice_deep() -> Film:
    """A call that calls itself to the depth, comes back nearly to the top, and does so again."""
    film = Film()
    film.step()
    film.call("build", 1, low=film.number(0))
    film.step()
    for _ in range(2):
        for number in range(MOST_CALLS + 2):
            film.call("build", 1, low=film.number(number), high=film.number(99))
            film.step()
            film.step()
        for _ in range(MOST_CALLS + 2):
            film.calls.pop()
            film.step()
    return film


def test_calls_do_not_overlap_though_the_stack_is_high_more_than_once() -> None:
    assert [audit.overlapping(picture) for picture in pictures(twice_deep())] == [[]] * 50


def test_the_innermost_call_of_a_folded_stack_stands_below_the_others() -> None:
    for picture in pictures(twice_deep()):
        calls = [box for box in picture.boxes if box.key.kind in ("frame", "calls")]
        assert calls == sorted(calls, key=lambda box: box.rect.y)
        if Key("calls", 1) in {box.key for box in calls}:
            assert calls[-2].key.kind == "calls"
