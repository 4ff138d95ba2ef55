"""The progress of a run: the share never falls, the rest shrinks, also while measuring growth."""

import pytest

from visualizer.labs.shared_memory.comparison.comparison import Comparison, News
from visualizer.labs.shared_memory.comparison.events import Outlook
from visualizer.labs.shared_memory.comparison.sweep import SIZES, WAYS
from visualizer.labs.shared_memory.comparison.workplace import Settings
from visualizer.labs.statistics import SWEEP_REPEATS

pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")


def test_the_share_never_falls_and_ends_at_all() -> None:
    comparison = Comparison(Settings(("threads", "shm-pool"), repeats=2, with_limits=False))
    now = [0.0]
    outlook = Outlook(comparison, sweep=True, output=True, grow=True, clock=lambda: now[0])
    shares, lefts = [], []

    def update(what: str, key: str = "") -> None:
        now[0] += 1.0
        share, left = outlook.update(News(what, key))
        shares.append(share)
        lefts.append(left)

    update("table")
    update("ready", "threads")
    for key in comparison.results:
        update("watched", key)
    for key, result in comparison.results.items():
        for _ in range(2):
            result.repeats.append({"total": 0.5})
            result.starts.append(0.1)
            update("repeat", key)
    before = lefts[-1]
    comparison.growth += [{}] * 4
    update("growth")
    assert lefts[-1] < before
    update("file", "shm-pool")
    update("over")
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5
    assert (shares[-1], lefts[-1]) == (1.0, 0.0)


def test_a_script_as_printed_has_no_stages_to_reckon_with() -> None:
    comparison = Comparison(Settings(("printed-pool",), repeats=2, with_limits=False))
    outlook = Outlook(comparison, sweep=False, output=False)
    _, before = outlook.update(News("ready", "printed-pool"))
    comparison.results["printed-pool"].repeats.append({"total": 1.0})
    _, after = outlook.update(News("repeat", "printed-pool"))
    assert after < before


def test_the_time_of_the_large_sizes_follows_from_the_ones_before() -> None:
    comparison = Comparison(Settings(("threads",), repeats=2, with_limits=False, kill=False))
    outlook = Outlook(comparison, sweep=True, output=False)
    outlook.update(News("ready", "threads"))
    lefts = []
    for size in SIZES:
        for way in WAYS:
            row = {"way": way.key, "bytes": size, "seconds": size / 50e6, "error": None}
            comparison.sweep.append(row)
        lefts.append(outlook.update(News("size", ""))[1])
    last = len(WAYS) * SWEEP_REPEATS * SIZES[-1] / 50e6
    assert lefts[-2] - lefts[-1] == pytest.approx(last)
    assert lefts[2] - lefts[-1] == pytest.approx(last * 1.11, rel=0.02)
