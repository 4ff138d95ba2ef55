"""The positions of threads' signs at a line of the program."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from visualizer.shell.source.signs import ThreadMark
from visualizer.shell.source.thread_marks import place

LINE = QRectF(0, 0, 300, 24)
WIDTH = 24.0


def marks(count: int, current: int = 0) -> list[ThreadMark]:
    return [
        ThreadMark("p.py", 1, number, number == current, "waiting")
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize("count", range(1, 12))
@pytest.mark.parametrize("text", [(0.0, 80.0), (64.0, 200.0), (64.0, 290.0), (96.0, 400.0)])
def test_signs_are_over_no_other_and_over_no_text_where_there_is_room(
    count: int, text: tuple[float, float]
) -> None:
    found = place(marks(count), [WIDTH] * count, LINE, text)
    edges = sorted((sign.left, sign.left + sign.width) for sign in found)
    assert all(one[1] <= other[0] for one, other in pairwise(edges))
    assert edges[0][0] >= 0
    assert edges[-1][1] <= LINE.right()
    if text != (0.0, 80.0) and len(found) <= 2:
        return
    assert all(right <= text[0] or left >= text[1] for left, right in edges)


def test_marks_without_room_are_counted_and_that_of_the_step_is_always_shown() -> None:
    found = place(marks(9, current=8), [WIDTH] * 9, LINE, (0.0, 200.0))
    shown = [sign.mark.thread for sign in found if sign.mark is not None]
    assert shown == [1, 8]
    assert (found[-1].mark, found[-1].more) == (None, 7)


def test_one_alone_stands_at_the_edge_and_in_the_indentation_of_a_long_line() -> None:
    (sign,) = place(marks(1), [WIDTH], LINE, (64.0, 100.0))
    assert sign.left + sign.width == LINE.right() - 8
    (sign,) = place(marks(1), [WIDTH], LINE, (64.0, 500.0))
    assert sign.left + sign.width <= 64
    (sign,) = place(marks(1), [WIDTH], LINE, (0.0, 500.0))
    assert sign.left + sign.width == LINE.right() - 8
