"""The folds that last, of those that lack of space causes."""

from visualizer.layout.folding.folds import Fold, lasting

LINE, SHORT = Fold(is_line=True), Fold(slots=6)


def test_a_line_that_soon_is_a_card_again_is_left_out() -> None:
    assert lasting([(3, LINE), (9, Fold())]) == []
    assert lasting([(3, SHORT), (20, LINE), (24, SHORT)]) == [(3, SHORT)]


def test_a_line_that_stays_is_kept() -> None:
    long, to_the_end = [(3, LINE), (90, Fold())], [(3, LINE)]
    assert lasting(long) == long
    assert lasting(to_the_end) == to_the_end
