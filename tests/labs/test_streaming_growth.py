"""Eager against lazy as n grows, and without an end: small, but real."""

import itertools
import json
import subprocess
import sys
from contextlib import closing
from errno import ENOSPC
from pathlib import Path
from typing import NoReturn

import pytest

from visualizer.labs.streaming.comparison import News
from visualizer.labs.streaming.endless import Endless
from visualizer.labs.streaming.endless import Settings as EndlessSettings
from visualizer.labs.streaming.events import lab_events
from visualizer.labs.streaming.growth import LONGEST, Forecast, Growth, NotRun, Settings
from visualizer.labs.streaming.stream import filled_at, until_stopped


def grown(**settings: object) -> Growth:
    found = Growth(Settings(repeats=1, **settings))  # type: ignore[arg-type]
    for _ in found.run():
        pass
    return found


def test_memory_of_a_list_grows_with_n_and_that_of_a_generator_does_not() -> None:
    found = grown(styles=("list", "generator"), sizes=(1_000, 100_000))
    peak = {key: result.peak_bytes or 0 for key, result in found.results.items()}
    assert peak["list", 100_000] > 50 * peak["list", 1_000]
    assert peak["generator", 100_000] < 2 * peak["generator", 1_000]
    assert not found.not_run


def test_a_size_beyond_the_memory_is_not_begun_and_is_reported() -> None:
    found = grown(styles=("list", "generator"), sizes=(100_000, 300_000), limit=1 << 20)
    # For the first size the lab knows only roughly what a list needs.
    assert [(*at, why.reason) for at, why in found.not_run.items()] == [
        ("list", 100_000, "memory"),
        ("list", 300_000, "memory"),
    ]
    assert {key for key, _ in found.results} == {"generator"}


def test_the_forecast_grows_from_measured_values() -> None:
    forecast = Forecast(limit=1_000_000_000)
    forecast.note(News("list", False, True, 0.1, 0.2, 40_000_000), 1_000_000)
    forecast.note(News("list", True, True, 0.1, 1.0, 90_000_000), 1_000_000)
    assert forecast.bytes("list", 10_000_000) == 900_000_000
    assert forecast.seconds("list", False, 10_000_000) == pytest.approx(2.1)
    assert forecast.reason("list", 10_000_000) is None
    assert forecast.reason("list", 20_000_000) == NotRun("memory", 1_800_000_000, 1_000_000_000)


def test_a_size_that_would_take_too_long_is_not_begun() -> None:
    forecast = Forecast(limit=1 << 40)
    forecast.note(News("generator", False, True, 0.1, 1.0, 0), 10_000_000)
    forecast.note(News("generator", True, True, 0.1, 10.0, 0), 10_000_000)
    traced, slow = (forecast.reason("generator", items) for items in (10**8, 10**9))
    assert traced is not None
    assert (traced.reason, traced.limit) == ("trace", LONGEST)
    assert slow is not None
    assert slow.reason == "time"


def test_a_style_that_failed_is_not_tried_at_larger_sizes() -> None:
    found = Growth(Settings(("list", "generator"), (1_000, 2_000), 1, patience=30.0))
    for at, one in enumerate(found.run()):
        if at == 0:
            found.results["list", 1_000].error = "killed by signal 9"
        if one["event"] != "not-run":
            assert 0 <= one["share"] <= 1
            assert one["left"] >= 0
    assert [(*at, why.reason) for at, why in found.not_run.items()] == [("list", 2_000, "failed")]
    assert found.results["generator", 2_000].totals


def test_without_room_for_its_file_a_style_fails_and_the_lab_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> NoReturn:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    settings = {"task": "file", "styles": ["file-lazy", "generator"], "sizes": [10, 20]}
    *_, last = lab_events({**settings, "repeats": 1})
    rows = {(row["style"], row["items"]): row for row in last["report"]["results"]}
    assert rows["file-lazy", 10]["error"] == "not run: not enough space for its file"
    assert rows["file-lazy", 20]["not_run"]["reason"] == "failed"
    assert rows["generator", 20]["repeats"]


def test_only_the_lazy_serve_a_stream_without_an_end() -> None:
    found = Endless(EndlessSettings(seconds=0.5, limit=64 << 20))
    for _ in found.run():
        pass
    served = found.results
    for key in ("generator", "generator-expression", "iterator-class", "itertools", "file-lazy"):
        one = served[key]
        assert (one.stopped, one.error) == (None, None), key
        assert one.items is not None
        assert one.items > 1_000, key
        assert one.first is not None
        assert one.first < 0.2
        assert max(grown for _, grown in one.samples) < 8 << 20, key
    for key in ("list", "list-comprehension", "file-eager"):
        assert served[key].stopped in ("memory", "time"), key
        assert served[key].first is None
        assert max(grown for _, grown in served[key].samples) > 8 << 20
    assert served["numpy"].stopped == "refused"
    assert "allocate" in (served["numpy"].said or "")
    assert served["numpy-chunks"].stopped is None


def test_the_time_left_follows_the_streams_that_have_run(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0

    def serve(*_: object) -> None:
        nonlocal now
        now += 4

    monkeypatch.setattr(Endless, "_serve", serve)
    styles = ("list", "file-eager", "generator")
    events = Endless(EndlessSettings(styles=styles)).run(lambda: now)
    assert [event["left"] for event in events][1:] == [8, 8, 4, 4, 0]


def test_a_run_has_a_sample_also_where_its_sampler_had_no_turn() -> None:
    late = [(0.3, 5)]
    assert until_stopped(late, {"seconds": 0.2}) == late
    # After a stop, the sample would show the memory that was released later.
    assert until_stopped(late, {"seconds": 0.2, "stopped": "memory"}) == []


def test_a_full_memory_is_full_before_its_objects_are_released() -> None:
    samples = [(0.1, 100), (0.2, 250), (0.4, 50)]
    at = filled_at(samples, 251, 0.4)
    assert at == 0.2
    reply = {"seconds": at, "stopped": "memory"}
    assert until_stopped([*samples, (at, 251)], reply) == [(0.1, 100), (0.2, 250), (0.2, 251)]
    assert filled_at([(0.1, 5)], 251, 0.4) == filled_at([], 251, 0.4) == 0.4


WITHOUT_TURN = """
import json
from visualizer.labs.streaming import stream
stream._EVERY = 60
endless = stream.Endless({"style": "list", "seconds": 2, "limit": 48_000_000})
endless.ready()
print(json.dumps(endless.handle("go")))
"""


def test_memory_that_runs_out_before_the_first_sample_is_not_called_refused() -> None:
    command = [sys.executable, "-c", WITHOUT_TURN]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    served = json.loads(said)
    assert served["stopped"] == "memory"
    assert max(grown for _, grown in served["samples"]) > 24_000_000


def test_events_report_the_running_style_its_progress_and_its_result() -> None:
    settings = {"task": "numbers", "styles": ["list", "generator"], "sizes": [1000], "repeats": 2}
    events = list(lab_events(settings))
    assert [event["event"] for event in events[:2]] == ["begun", "running"]
    assert events[-1]["event"] == "report"
    assert json.dumps(events)
    figures = [event for event in events if event["event"] == "repeat"]
    assert len(figures) == 2 * 3
    shares = [event["share"] for event in figures]
    assert shares[-1] == 1
    assert figures[-1]["left"] == 0
    report = events[-1]["report"]
    assert [(row["style"], row["items"]) for row in report["results"]] == [
        ("list", 1000),
        ("generator", 1000),
    ]
    assert report["settings"]["limit"] > 0


def test_an_omitted_size_comes_with_its_reason() -> None:
    settings = {"task": "numbers", "styles": ["list", "generator"], "sizes": [1000, 100_000]}
    events = list(lab_events({**settings, "repeats": 1, "limit": 5_000_000}))
    (left_out,) = (event for event in events if event["event"] == "not-run")
    assert left_out["row"]["not_run"]["reason"] == "memory"
    assert left_out["row"]["not_run"]["needed"] > 5_000_000
    rows = {(row["style"], row["items"]): row for row in events[-1]["report"]["results"]}
    assert rows["list", 100_000] == left_out["row"]
    assert rows["generator", 100_000]["not_run"] is None


def test_the_endless_stream_sends_events_too() -> None:
    settings = {"task": "endless", "styles": ["generator"], "seconds": 0.1}
    events = list(lab_events(settings))
    assert [event["event"] for event in events] == ["begun", "running", "repeat", "report"]
    assert events[-1]["report"]["results"][0]["items"] > 0


def test_a_reader_that_stops_ends_the_run() -> None:
    with closing(lab_events({"task": "numbers", "sizes": [1_000_000]})) as events:
        assert len(list(itertools.islice(events, 3))) == 3
