"""The size from which a method is faster."""

from contextlib import closing
from pathlib import Path

from visualizer.labs.janitor import Janitor
from visualizer.labs.shared_memory.comparison.sweep import WAYS, measure, wins_from
from visualizer.labs.shared_memory.methods.segments import beginning_of_names


def test_each_way_is_measured_at_each_size(tmp_path: Path) -> None:
    sizes = (1_040, 1_040_000)
    with closing(Janitor()) as janitor:
        rows = list(measure(janitor, f"{beginning_of_names()}s-", str(tmp_path), sizes))
    assert [(row["way"], row["bytes"]) for row in rows] == [
        (way.key, size) for size in sizes for way in WAYS
    ]
    for row in rows:
        assert row["error"] is None
        assert 0 < row["ci95"][0] <= row["seconds"] <= row["ci95"][1]


def test_one_wins_from_where_it_is_never_slower_again() -> None:
    def at(shm: float, queue: float, size: int) -> list[dict[str, object]]:
        return [
            {"way": way, "bytes": size, "seconds": one, "ci95": [0.9 * one, 1.1 * one]}
            for way, one in (("shm", shm), ("queue", queue))
        ]

    rows = at(1, 2, 10) + at(3, 2, 100) + at(3, 4, 1000) + at(5, 9, 10_000)
    assert wins_from(rows) == 1000
    assert wins_from(at(3, 2, 10)) is None
    assert wins_from(rows + at(8, 9, 100_000)) is None, "the repeats do not show it"
    assert wins_from([]) is None
