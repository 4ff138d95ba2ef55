"""The reports that count as an earlier run of the comparison, and the others."""

import json
from typing import Any

import pytest

from visualizer.labs.concurrency.comparison import Comparison, Settings, concurrency_report
from visualizer.labs.concurrency.results import SHAPE
from visualizer.labs.reading import fits


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    asked = ("threading", "free-threading")
    comparison = Comparison(Settings("cpu", asked, 0.01, 1), asked)
    for _ in comparison.run():
        pass
    found: dict[str, Any] = json.loads(json.dumps(concurrency_report(comparison)))
    return found


def test_a_real_one_is_taken(report: dict[str, Any]) -> None:
    assert report["results"][0]["turns"]["running"]
    assert fits(report, SHAPE)


@pytest.mark.parametrize(
    ("place", "planted"),
    [
        (("lab",), "streaming"),
        (("settings", "workload"), "rest"),
        (("settings", "scale"), 0),
        (("settings", "scale"), float("nan")),
        (("settings", "jobs"), "2"),
        (("settings", "two_process_speedup"), "fast"),
        (("host", "memory_bytes"), None),
        (("host", "os"), 3),
        (("results", 0), []),
        (("results", 0, "contestant"), "nobody"),
        (("results", 0, "seconds"), [1, "2"]),
        (("results", 0, "median"), None),
        (("results", 0, "ci95"), [1.0]),
        (("results", 0, "published"), True),
        (("results", 0, "error"), 1),
        (("results", 0, "spans"), [{"worker": "numbers"}]),
        (("results", 0, "spans"), [{"worker": "numbers", "start": 0, "end": 1}]),
        (("results", 0, "turns"), {"running": []}),
        (("results", 1, "median"), 1.0),
    ],
)
def test_a_damaged_one_is_not(
    report: dict[str, Any], place: tuple[Any, ...], planted: object
) -> None:
    damaged = json.loads(json.dumps(report))
    inside = damaged
    for part in place[:-1]:
        inside = inside[part]
    inside[place[-1]] = planted
    assert not fits(damaged, SHAPE)
