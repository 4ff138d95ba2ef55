"""Bars: they cover everything in view, and keep distinguishable spans apart."""

import itertools
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from visualizer.charts.spans import Spans, ended_at, open_until, stacked

type Span = tuple[int, int, int]


@st.composite
def rows_of_spans(draw: st.DrawFn) -> list[Span]:
    """Row, first and last step; those of one row do not overlap."""
    found = []
    for row in range(draw(st.integers(1, 3))):
        step = 1
        for gap, length in draw(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)))):
            found.append((row, step + gap, step + gap + length))
            step += gap + length + 1
    return draw(st.permutations(found))


def spans_of(found: list[Span]) -> Spans:
    return Spans([row for row, _, _ in found], [one for _, one, _ in found],
                 [last for _, _, last in found])  # fmt: skip


@given(rows_of_spans(), st.integers(1, 60), st.integers(1, 60))
def test_near_enough_every_span_in_view_has_a_bar_of_its_own(
    found: list[Span], first: int, length: int
) -> None:
    bars = list(spans_of(found).bars(first, first + length, 0.1))
    seen = {
        number: (row, start, last + 1)
        for number, (row, start, last) in enumerate(found)
        if start < first + length and last + 1 > first
    }
    assert {bar.span: (bar.row, bar.start, bar.end) for bar in bars} == seen


@given(rows_of_spans(), st.floats(0.5, 20))
def test_from_afar_every_step_that_was_covered_still_is(found: list[Span], pixel: float) -> None:
    bars = list(spans_of(found).bars(0, 1000, pixel))
    for row, start, last in found:
        assert any(bar.row == row and bar.start <= start and last < bar.end for bar in bars)
    # Narrow bars are at least three pixels apart, or have a wide bar between them.
    for row in range(3):
        in_row = [bar for bar in bars if bar.row == row]
        narrow = [bar for bar in in_row if bar.end - bar.start < 3 * pixel]
        for one, other in itertools.pairwise(narrow):
            between = [bar for bar in in_row if one.end <= bar.start < other.start]
            assert between or other.start - one.end >= 3 * pixel


@given(rows_of_spans(), st.integers(0, 80))
def test_the_span_at_a_step_is_the_one_that_has_it(found: list[Span], step: int) -> None:
    spans = spans_of(found)
    for row in range(4):
        expected = [
            n for n, (at, one, last) in enumerate(found) if at == row and one <= step <= last
        ]
        assert spans.at(row, step) == (expected[0] if expected else None)


@given(rows_of_spans(), st.integers(0, 4), st.integers(0, 4))
def test_some_rows_have_the_bars_that_they_have_among_all(
    found: list[Span], first: int, length: int
) -> None:
    spans = spans_of(found)
    rows = slice(first, first + length)
    for pixel in (0.1, 5, 5, 0.1):
        some = list(spans.bars(0, 60, pixel, rows))
        every = [bar for bar in spans_of(found).bars(0, 60, pixel) if first <= bar.row]
        assert some == [bar for bar in every if bar.row < first + length]


def test_a_span_that_has_not_ended_lasts_until_the_end() -> None:
    assert open_until([4, 0, 9], 12).tolist() == [4, 12, 9]
    assert open_until([], 12).tolist() == []


def test_a_million_spans_are_a_few_hundred_bars() -> None:
    starts = range(0, 3_000_000, 3)
    spans = Spans([0] * len(starts), starts, [start + 1 for start in starts])
    assert len(list(spans.bars(0, 3_000_000, 3000))) < 1000
    assert (spans.rows, spans.end) == (1, 2_999_999)


def test_the_rows_of_a_thread_lie_below_those_of_the_one_before() -> None:
    rows, above = stacked([1, 1, 3, 3, 1], [1, 2, 1, 2, 3])
    assert rows.tolist() == [0, 1, 3, 4, 2]
    assert above == {1: 0, 3: 3}


def test_which_spans_ended_at_certain_steps() -> None:
    assert ended_at([4, 9, 0, 9], [9, 12]) == {1, 3}
    assert ended_at([], [9]) == frozenset()
    assert ended_at([4, 9], []) == frozenset()


def test_no_part_of_numpy_is_imported_while_spans_are_shown() -> None:
    # numpy.ma alone takes as long as three frames.
    text = (
        "import sys\n"
        "from visualizer.charts.spans import Spans, ended_at, stacked\n"
        "before = {*sys.modules}\n"
        "rows, _ = stacked([1, 2, 1], [1, 1, 2])\n"
        "list(Spans(rows, [1, 2, 2], [9, 8, 7]).bars(1, 9, 0.1))\n"
        "ended_at([4, 9], [9])\n"
        "print(sorted(one for one in sys.modules.keys() - before if one.startswith('numpy')))\n"
    )
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
