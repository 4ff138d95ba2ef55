"""Round moments along an axis."""

import pytest

from visualizer.charts.row_chart import ticks


@pytest.mark.parametrize(
    ("end", "most", "words"),
    [
        (10.6, 7, ["0 s", "2 s", "4 s", "6 s", "8 s", "10 s"]),
        (1.07, 7, ["0.0 s", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1.0 s"]),
        (0.25, 3, ["0 ms", "100 ms", "200 ms"]),
        (2e-5, 4, ["0 \u00b5s", "5 \u00b5s", "10 \u00b5s", "15 \u00b5s", "20 \u00b5s"]),
        (3e-9, 2, ["0 ns", "2 ns"]),
    ],
)
def test_they_are_round_and_no_more_than_fit(end: float, most: int, words: list[str]) -> None:
    found = ticks(end, most)
    assert [text for _, text in found] == words
    assert all(at <= end * 1.0001 for at, _ in found)
