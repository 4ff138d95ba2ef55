"""Validates a stored report of this lab: nothing in such a file is trusted."""

from typing import Any

from visualizer.labs.concurrency.contestants import CONTESTANTS
from visualizer.labs.concurrency.workloads import WORKLOADS
from visualizer.labs.reading import number, pair

_MOST_ROWS, _MOST_SPANS = 100, 100_000
_KNOWN = frozenset(one.key for one in CONTESTANTS)


def is_comparison(report: dict[str, Any]) -> bool:
    """Whether every shown part of a report is valid."""
    settings, host = report["settings"], report["host"]
    return (
        report["lab"] == "concurrency"
        and settings.get("workload") in tuple(WORKLOADS)
        and bool(number(settings.get("scale")))
        and _is_count(settings.get("jobs"))
        and _is_count(settings.get("steps"))
        and (settings.get("repeats", "") is None or _is_count(settings.get("repeats")))
        and _is_optional(settings.get("two_process_speedup"))
        and _is_amount(host.get("memory_bytes"))
        and _is_count(host.get("cpus"))
        and all(isinstance(host.get(key), str) for key in ("python", "os"))
        and len(report["results"]) <= _MOST_ROWS
        and all(_is_row(row) for row in report["results"])
    )


def _is_amount(found: object) -> bool:
    return number(found) is not None


def _is_count(found: object) -> bool:
    return type(found) is int and 0 < found < 1_000


def _is_optional(found: object) -> bool:
    return found is None or _is_amount(found)


def _is_row(row: object) -> bool:
    """Whether a row belongs to a known contestant and its figures fit together."""
    if not isinstance(row, dict) or row.get("contestant") not in _KNOWN:
        return False
    seconds, interval = row.get("seconds"), row.get("ci95")
    is_measured = isinstance(seconds, list) and bool(seconds)
    return (
        isinstance(seconds, list)
        and all(map(_is_amount, seconds))
        and (_is_amount(row.get("median")) if is_measured else row.get("median") is None)
        and (pair(interval) is not None if is_measured else interval is None)
        and all(_is_optional(row.get(key)) for key in ("published", "start_up"))
        and (row.get("error") is None or isinstance(row["error"], str))
        and isinstance(row.get("cpu_seconds"), list)
        and all(map(_is_amount, row["cpu_seconds"]))
        and _are_spans(row.get("spans"))
        and _is_turns(row.get("turns"))
    )


def _are_spans(found: object) -> bool:
    return (
        isinstance(found, list)
        and len(found) <= _MOST_SPANS
        and all(
            isinstance(span, dict)
            and isinstance(span.get("worker"), str)
            and pair([span.get("start"), span.get("end")]) is not None
            and _is_count(span.get("step", 1))
            for span in found
        )
    )


def _is_turns(found: object) -> bool:
    if found is None:
        return True
    return (
        isinstance(found, dict)
        and _are_spans(found.get("running"))
        and type(found.get("switches")) is int
        and _is_amount(found.get("at_once"))
    )
