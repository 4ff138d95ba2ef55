"""Growth with the rows, and the size from which a costly start pays off."""

from pathlib import Path
from typing import Any, cast
from unittest.mock import MagicMock

import pytest

from visualizer.cli.shared_memory_table import _growth, row_of
from visualizer.labs.children import ChildFailed
from visualizer.labs.shared_memory.comparison.comparison import Comparison
from visualizer.labs.shared_memory.comparison.events import (
    dask_pays,
    reader_pays,
    shared_memory_report,
)
from visualizer.labs.shared_memory.comparison.growth import measure_methods, sizes_up_to
from visualizer.labs.shared_memory.comparison.results import Result
from visualizer.labs.shared_memory.comparison.workplace import Settings, Workplace

pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")


def test_each_method_is_measured_at_each_size_and_so_is_each_reader() -> None:
    methods = ("shm-reused", "threads")
    settings = Settings(methods, files=1, rows=2_000, repeats=1, with_limits=False)
    comparison = Comparison(settings, methods)
    kinds = [news.what for news in comparison.run(grow=True)]
    report = shared_memory_report(comparison)
    growth = report["growth"]
    assert [(row["rows"], row["method"]) for row in growth] == [
        (rows, key) for rows in (1_000, 2_000) for key in methods
    ]
    for row in growth:
        assert (row["error"], row["bytes"]) == (None, 26 * row["rows"])
        assert row["seconds"]["total"] > 0
        assert row["peak_bytes"]["pss"] > row["bytes"]
    assert [(row["rows"], row["reader"]) for row in report["readers"]] == [
        (rows, key) for rows in (1_000, 2_000) for key in ("loadtxt", "fast")
    ]
    assert all(row["seconds"] > 0 for row in report["readers"])
    assert kinds.count("growth") == kinds.count("reader") == 4
    assert report["left"] == {"of_others": report["left"]["of_others"]} | dict.fromkeys(
        ("segments", "files", "processes"), 0
    )


def test_a_method_that_fails_at_a_size_is_named_with_the_size_and_the_reason(
    tmp_path: Path,
) -> None:
    child, place = MagicMock(), MagicMock(folder=tmp_path)
    child.answers.side_effect = ChildFailed("killed by signal 9")
    place.tables_of.return_value = [Path("a"), Path("b")]
    results = {"threads": Result("threads", 0, rows=20_000), "pipe": Result("pipe", 0, "gone")}
    found = list(measure_methods(place, {"threads": child}, results, 20_000))
    assert [(row["method"], row["rows"], row["error"]) for row in found] == [
        ("threads", 2_000, "killed by signal 9"),
        ("threads", 20_000, None),
    ]
    (line,) = (one for one in _growth(found) if "failed" in one)
    assert line.startswith("threads with 2,000 rows failed: killed by signal 9; ")


def test_the_rate_and_the_printed_table_are_of_the_medians_of_the_stages() -> None:
    result = Result("pipe", 0, rows=1_000_000)
    for load, transfer in ((0.2, 0.2), (0.2, 0.1), (0.1, 0.3), (0.8, 0.1)):
        total = load + transfer + 0.1
        result.repeats.append({"load": load, "transfer": transfer, "write": 0.1, "total": total})
    reply = result.as_json()
    assert reply["transfer_gb_s"] == pytest.approx(0.026 / 0.15)
    assert row_of(reply).split()[:5] == ["200.0", "150.0", "100.0", "500.0", "0.17"]
    (grown,) = measure_methods(cast("Workplace", None), {}, {"pipe": result}, 1_000)
    assert grown["median_seconds"] == reply["median_seconds"]


def test_a_printed_script_has_no_row_of_growth() -> None:
    results = {key: Result(key, 0) for key in ("threads", "printed-pool")}
    found = measure_methods(cast("Workplace", None), {}, results, 1_000)
    assert [row["method"] for row in found] == ["threads"]


def test_sizes_are_powers_of_ten_up_to_the_requested_one() -> None:
    assert sizes_up_to(20_000) == [1_000, 10_000, 20_000]
    assert sizes_up_to(10_000, by_halves=True) == [1_000, 3_000, 10_000]
    assert sizes_up_to(5) == [5]


def reading(rows: int, loadtxt: float, fast: float | None) -> list[dict[str, Any]]:
    return [
        {"reader": key, "rows": rows, "import": cost, "seconds": one}
        | {"ci95": None if one is None else [0.9 * (cost + one), 1.1 * (cost + one)]}
        for key, cost, one in (("loadtxt", 0.0, loadtxt), ("fast", 1.0, fast))
    ]


def test_the_reader_pays_from_where_it_is_never_slower_again() -> None:
    found = reader_pays(reading(10, 3, 1) + reading(100, 2, 1) + reading(1_000, 8, 1))
    assert found == {"from_rows": 1_000, "times": [[10, 1.5], [100, 1.0], [1_000, 4.0]]} | {
        "import": 1.0
    }
    assert reader_pays(reading(10, 1, 1))["from_rows"] is None
    close = reading(10, 8, 1) + reading(100, 2.2, 1)
    assert reader_pays(close)["from_rows"] is None, "the repeats do not show it"
    assert reader_pays(reading(10, 1, None))["times"] == []


def took(method: str, load: float, rest: float, error: str | None = None) -> dict[str, Any]:
    seconds = {"load": load, "total": load + rest}
    spread = {"repeats": [load + rest] * 5, "ci95": {"total": [0.9 * (load + rest), load + rest]}}
    return {"method": method, "seconds": seconds, "error": error, "cluster_start": 2.0, **spread}


@pytest.mark.parametrize(
    ("load", "rest", "workers"),
    [(6.0, 1.0, 4), (6.0, 3.75, 48), (6.0, 4.0, None), (0.5, 0.1, 1), (3.5, 0.5, 2)],
)
def test_dask_pays_where_many_parse_and_bringing_it_all_to_one_is_not_the_most(
    load: float, rest: float, workers: int | None
) -> None:
    rows = [took("threads", 5, 3), took("shm-process", 3, 1), took("dask", load, rest)]
    found = dask_pays([*rows, took("pipe", 0.1, 0.1, "killed")], 2)
    assert found is not None
    assert (found["fastest"], found["start_seconds"]) == ("shm-process", 2.0)
    assert found["extra_seconds"] == pytest.approx(load + rest - 4)
    assert found["workers_to_pay"] == workers
    assert found["is_unclear"] == (load + rest == 4.0)
    assert dask_pays(rows[:2], 2) is None
