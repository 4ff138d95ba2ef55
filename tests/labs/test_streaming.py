"""Eager against lazy: small, but real."""

import pytest

from visualizer.labs.children import ChildFailed
from visualizer.labs.streaming.comparison import Comparison
from visualizer.labs.streaming.styles import STYLES, style

COUNT = 20_000


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    found = Comparison(COUNT, repeats=1)
    for _ in found.run():
        pass
    return found


def test_every_style_comes_to_the_same_sum(comparison: Comparison) -> None:
    assert [result.error for result in comparison.results.values()] == [None] * len(STYLES)
    (checksum,) = {result.checksum for result in comparison.results.values()}
    expected = sum(number * number for number in range(COUNT) if number % 3)
    assert checksum == f"{expected:016x} of {COUNT}"


def test_what_is_eager_needs_memory_for_all_and_what_is_lazy_for_one(
    comparison: Comparison,
) -> None:
    peaks = {key: result.peak_bytes or 0 for key, result in comparison.results.items()}
    assert peaks["generator"] < peaks["list"] / 20
    assert peaks["iterator-class"] < peaks["list"] / 20
    assert peaks["file-lazy"] < peaks["file-eager"] / 20


def test_the_first_item_of_a_lazy_one_does_not_wait_for_the_last(comparison: Comparison) -> None:
    results = comparison.results
    assert results["generator"].firsts[0] < results["list"].firsts[0]
    assert results["list"].firsts[0] > results["list"].totals[0] / 10


def test_a_style_that_fails_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Comparison._measure

    def measure(self: Comparison, key: str, *others: object, **named: object) -> None:
        if key == "itertools":
            raise ChildFailed("killed by signal 9")
        real(self, key, *others, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Comparison, "_measure", measure)
    found = Comparison(100, repeats=1)
    for key in tuple(found.results):
        if key not in ("itertools", "list"):
            del found.results[key]
    assert list(found.run()).count("list") == 2
    assert found.results["itertools"].error == "killed by signal 9"
    assert found.results["list"].as_json()["error"] is None


@pytest.mark.parametrize("key", [one.key for one in STYLES if not one.reads])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 10])
def test_each_gives_the_squares_of_what_is_no_multiple_of_three(key: str, count: int) -> None:
    found: list[int] = []
    for item in style(key).make(count):
        found += [item] if isinstance(item, int) else [int(one) for one in item]  # type: ignore[attr-defined]
    assert found == [number * number for number in range(count) if number % 3]


def test_the_endless_can_be_served_by_the_lazy_alone() -> None:
    for one in STYLES:
        if one.lazy and not one.reads and not one.module:
            assert next(iter(one.make(10**15))) == 1
