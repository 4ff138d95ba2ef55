"""The verdicts on invented figures, each with words in both languages."""

from typing import Any

import pytest

from visualizer.labs.concurrency.verdict import verdict
from visualizer.labs.message import Message
from visualizer.words import LANGUAGES, translate_key, written_table

PUBLISHED = {"sequential": 10.07, "threading": 5.03, "gevent": 10.06}


TOGETHER = [("numbers", 0.0, 1.0), ("letters", 0.1, 1.1)]
IN_TURN = [("numbers", 0.0, 1.0), ("letters", 1.0, 2.0)]


def row(
    key: str,
    *seconds: float,
    published: float | None = None,
    error: str = "",
    spans: list[tuple[str, float, float]] | None = None,
) -> Any:
    """Return a row of these repeats; its jobs overlap, except for two methods that run in turn."""
    taken = sorted(seconds)
    if spans is None:
        spans = IN_TURN if key in ("sequential", "gevent") else TOGETHER
    return {
        "contestant": key,
        "seconds": taken,
        "median": taken[len(taken) // 2] if taken else None,
        "ci95": [taken[0], taken[-1]] if taken else None,
        "published": published,
        "spans": [{"worker": worker, "start": start, "end": end} for worker, start, end in spans],
        "error": error or None,
    }


def report(workload: str, *rows: Any, scale: float = 1.0, jobs: int = 2, **facts: Any) -> Any:
    settings = {"workload": workload, "scale": scale, "jobs": jobs, "steps": 5, "repeats": 3}
    return {"settings": {**settings, **facts}, "results": list(rows)}


def keys(found: tuple[Message, ...]) -> list[str]:
    return [one.key.partition(".")[2] for one in found]


SLEEP = (
    row("sequential", 10.0, 10.01, 10.02, published=10.07),
    row("threading", 5.0, 5.01, 5.02, published=5.03),
    row("gevent", 10.0, 10.01, 10.02, published=10.06),
    row("gevent-patched", 5.0, 5.01, 5.02),
)
CPU = (
    row("sequential", 2.0, 2.02, 2.04),
    row("threading", 2.05, 2.06, 2.08),
    row("multiprocessing", 1.05, 1.06, 1.07),
    row("interpreters", 1.1, 1.11, 1.12),
)
IO = (
    row("sequential", 2.0, 2.0, 2.0),
    row("threading", 1.0, 1.0, 1.0),
    row("asyncio", 1.01, 1.02, 1.03),
    row("gevent", 2.0, 2.0, 2.0),
    row("gevent-patched", 1.0, 1.03, 1.04),
)
ALONE = [("numbers", 0.0, 1.0)]
CASES = {
    "sleep": (
        report("sleep", *SLEEP),
        ["overlap", "gevent_sleeps", "patched", "published_held", "advice_sleep"],
    ),
    "sleep, small": (
        report("sleep", *SLEEP, scale=0.05),
        ["overlap", "gevent_sleeps", "patched", "advice_sleep"],
    ),
    "sleep, slow workers": (
        report("sleep", *SLEEP[:2], row("interpreters", 6.0, 6.1, 6.2)),
        ["overlap", "dearer", "published_held", "advice_sleep"],
    ),
    "sleep, slow without workers": (
        report("sleep", *SLEEP[:2], row("asyncio", 6.0, 6.1, 6.2)),
        ["overlap", "published_held", "advice_sleep"],
    ),
    "sleep, other figures": (
        report("sleep", SLEEP[0], row("threading", 7.0, 7.0, 7.1, published=5.03)),
        ["overlap", "published_not", "advice_sleep"],
    ),
    "sleep, figures that may be others": (
        report("sleep", SLEEP[0], row("threading", 5.0, 5.1, 7.1, published=5.03)),
        ["overlap", "published_unclear", "advice_sleep"],
    ),
    "sleep, in turn": (report("sleep", SLEEP[0], SLEEP[2]), [
        "no_overlap", "gevent_sleeps", "published_held", "advice_sleep"]),
    "sleep, one job": (
        report("sleep", *(row(key, 5.0, 5.0, 5.0, spans=ALONE)
                          for key in ("sequential", "gevent")), jobs=1),
        ["one_job"],
    ),
    "sleep, one method": (
        report("sleep", row("threading", 5.0, 5.0, 5.0)), ["alone", "advice_sleep"]),
    "sleep, overlapping without a gain": (
        report("sleep", SLEEP[0], row("multiprocessing", 9.9, 10.2, 10.3)),
        ["overlap_unclear", "published_held", "advice_sleep"],
    ),
    "sleep, one repeat": (
        report("sleep", row("sequential", 10.0, published=10.07), row("threading", 5.0)),
        ["overlap_unclear", "published_unclear", "advice_sleep", "too_few"],
    ),
    "cpu": (
        report("cpu", *CPU, two_process_speedup=1.95),
        ["processes", "lock", "own_lock", "gain", "advice_cpu_held"],
    ),
    "cpu, busy": (
        report("cpu", *CPU[:2], row("multiprocessing", 2.0, 2.1, 2.2), two_process_speedup=1.1),
        ["processes_unclear", "lock", "busy"],
    ),
    "cpu, processes that cost": (
        report("cpu", *CPU[:2], row("multiprocessing", 2.1, 2.2, 2.3), two_process_speedup=1.9),
        ["no_processes", "lock", "advice_cpu_not"],
    ),
    "cpu, with processors that other programs use too": (
        report(
            "cpu",
            {**row("sequential", 2.0, 4.0, 5.0), "cpu_seconds": [1.1, 1.1, 1.2]},
            row("threading", 2.0, 2.1, 2.2),
            row("multiprocessing", 2.3, 2.4, 2.5),
            two_process_speedup=1.9,
        ),
        ["no_processes", "lock_unclear", "shared"],
    ),
    "cpu, processes that cost on a busy machine": (
        report("cpu", *CPU[:2], row("multiprocessing", 2.1, 2.2, 2.3), two_process_speedup=1.1),
        ["no_processes", "lock", "busy"],
    ),
    "cpu, ranges that overlap": (
        report("cpu", row("sequential", 2.9, 3.22, 3.4), row("threading", 2.74, 3.66, 5.27),
               row("multiprocessing", 2.5, 2.74, 5.91), two_process_speedup=1.9),
        ["processes_unclear", "lock_unclear"],
    ),
    "cpu, all equal": (
        report("cpu", *(row(key, 2.0, 2.0, 2.0) for key in
                        ("sequential", "threading", "multiprocessing"))),
        ["processes_unclear", "lock"],
    ),
    "cpu, one repeat": (
        report("cpu", row("sequential", 2.0), row("threading", 2.1), row("multiprocessing", 1.0)),
        ["processes_unclear", "lock_unclear", "too_few"],
    ),
    "cpu, threads that cost": (
        report("cpu", CPU[0], row("threading", 2.5, 2.6, 2.7)),
        ["fastest", "lock_costs"],
    ),
    "cpu, threads that gain": (
        report("cpu", CPU[0], row("threading", 1.0, 1.1, 1.2)),
        ["fastest"],
    ),
    "cpu, threads without a GIL": (
        {**report("cpu", *CPU[:2], row("interpreters", 1.1, 1.11, 1.12)), "host": {"gil": False}},
        ["fastest"],
    ),
    "cpu, one job": (
        report("cpu", *CPU, jobs=1, two_process_speedup=1.95),
        ["one_job"],
    ),
    "cpu, one job, with processors that other programs use too": (
        report(
            "cpu", {**row("sequential", 2.0, 4.0, 5.0), "cpu_seconds": [1.1, 1.1, 1.2]}, jobs=1
        ),
        ["one_job", "shared"],
    ),
    "io, one job": (
        report("io", row("asyncio", 0.1, 0.1, 0.1), row("threading", 0.2, 0.2, 0.2), jobs=1),
        ["one_job"],
    ),
    "io": (
        report("io", *IO),
        ["overlap", "gevent_asks", "patched", "alike", "advice_io_held"],
    ),
    "io, slow asyncio": (
        report("io", *IO[:2], row("asyncio", 1.5, 1.5, 1.5)),
        ["overlap", "advice_io_not"],
    ),
    "io, asyncio that may be slow": (
        report("io", *IO[:2], row("asyncio", 0.9, 1.2, 1.5)),
        ["overlap", "advice_io_unclear"],
    ),
    "io, workers that cost what waiting gains": (
        report("io", *IO[:2], row("multiprocessing", 1.9, 2.1, 2.2)),
        ["overlap_some", "dearer"],
    ),
    "failed": (
        report("sleep", row("threading", 5.0), row("gevent", error="gevent is not installed")),
        ["alone", "advice_sleep", "failed"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_verdict_follows_from_the_figures(name: str) -> None:
    made, wanted = CASES[name]
    assert keys(verdict(made)) == wanted


def test_without_a_measurement_there_is_no_verdict() -> None:
    assert verdict(report("sleep", row("threading"), row("gevent", error="gone"))) == ()


def test_figures_are_those_of_the_rows() -> None:
    found = {one.key: dict(one.arguments) for one in verdict(report("sleep", *SLEEP))}
    reply = found["verdict.overlap"]
    assert reply == {"n": 2, "faster": 2, "seconds": 5.01, "times": "2.0", "base": 10.01}
    assert found["verdict.published_held"] == {"name": "sequential", "percent": 1}
    made = report("cpu", *CPU, two_process_speedup=2.0)
    gain = {one.key: dict(one.arguments) for one in verdict(made)}["verdict.gain"]
    assert gain == {"speedup": "2.00", "percent": 94}


def test_overlaps_are_those_of_the_chart_and_gains_are_counted_apart() -> None:
    slow = row("multiprocessing", 1.9, 2.1, 2.2)
    first = verdict(report("io", *IO[:2], slow, row("process-pool", 0.5, 0.5, 0.5, spans=IN_TURN)))
    assert dict(first[0].arguments) == {
        "n": 2,
        "faster": 1,
        "seconds": 1.0,
        "times": "2.0",
        "base": 2.0,
    }


def test_a_running_lab_reports_its_progress() -> None:
    found = verdict(report("sleep", *SLEEP, repeats=5), is_whole=False)
    assert keys(found)[:1] == ["overlap"]
    assert (found[-1].key, dict(found[-1].arguments)) == ("verdict.so_far", {"n": 12, "all": 20})
    found = verdict(report("sleep", *SLEEP, repeats=None), is_whole=False)
    assert found[-1] == Message("verdict.so_far_most", (("n", 12), ("all", 48)))


@pytest.mark.parametrize("times", [(), (0.5, 0.5)])
def test_until_each_method_has_enough_repeats_their_number_is_given(
    times: tuple[float, ...],
) -> None:
    made = report("sleep", *SLEEP, row("asyncio", *times), repeats=3)
    few = Message("lab.too_few", (("n", len(times)), ("least", 3)))
    so_far = Message("verdict.so_far", (("n", 12 + len(times)), ("all", 15)))
    assert verdict(made, is_whole=False) == (few, so_far)
    failed = report("sleep", *SLEEP, row("asyncio", error="gone"), repeats=3)
    assert keys(verdict(failed, is_whole=False))[0] == "overlap"
    assert verdict(failed, is_whole=False)[-1].arguments == (("n", 12), ("all", 12))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_it_exists_in_both_languages(name: str, language: str) -> None:
    for one in verdict(CASES[name][0], is_whole=False):
        reply = {name: f"{value}" if isinstance(value, float) else value
                for name, value in one.arguments}  # fmt: skip
        words = translate_key(one.key, reply, written_table(language))
        assert "{" not in words
        assert "[" not in words
