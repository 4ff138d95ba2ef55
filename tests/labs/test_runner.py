"""The runner: an event per line, and no process left after any end."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.systems import ON_WINDOWS

SMALL = {"contestants": ["sequential", "threading"], "scale": 0.01, "repeats": 2}
LONG = {**SMALL, "scale": 5.0, "contestants": ["threading", "multiprocessing", "asyncio"]}


def begin(settings: dict[str, Any]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "visualizer.labs.runner", "concurrency", json.dumps(settings)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def reply(running: subprocess.Popen[bytes]) -> list[dict[str, Any]]:
    assert running.stdout is not None
    return [json.loads(line) for line in running.stdout]


def test_it_reports_every_event_and_the_report_last() -> None:
    with begin(SMALL) as running:
        events = reply(running)
    assert running.returncode == 0
    assert [event["event"] for event in events].count("repeat") == 2
    assert [event["event"] for event in events].count("done") == 2
    assert (events[0]["event"], events[-1]["event"]) == ("begun", "report")
    shares = [event["share"] for event in events if "share" in event]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    report = events[-1]["report"]
    assert [row["contestant"] for row in report["results"]] == SMALL["contestants"]
    assert all(len(row["seconds"]) == 2 for row in report["results"])


def test_counting_is_watched_in_a_further_run() -> None:
    # A job of two switch intervals may end before the other thread has begun.
    with begin({**SMALL, "workload": "cpu", "repeats": 1, "scale": 0.1}) as running:
        events = reply(running)
    rows = {row["contestant"]: row for row in events[-1]["report"]["results"]}
    assert rows["sequential"]["turns"]["switches"] == 1
    assert rows["threading"]["turns"]["switches"] > 1
    assert rows["threading"]["turns"]["at_once"] < 0.1
    assert [event["event"] for event in events].count("watched") == 2


def closes(running: subprocess.Popen[bytes]) -> None:
    assert running.stdin is not None
    running.stdin.close()


ENDS: dict[str, Callable[[subprocess.Popen[bytes]], None]] = {
    "its input ends": closes,
    "it is killed": lambda running: running.kill(),
}
if not ON_WINDOWS:  # Windows lacks such signals, and Wine's console events fail
    ENDS |= {
        "it is asked to": lambda running: running.send_signal(signal.SIGTERM),
        "it is interrupted": lambda running: running.send_signal(signal.SIGINT),
    }


@pytest.mark.parametrize("after", ["begun", "starting", "running"])
@pytest.mark.parametrize("end", ENDS)
def test_nothing_is_left_wherever_it_is_ended(end: str, after: str) -> None:
    """The fixture of this folder looks at the table of processes after each test."""
    with begin(LONG) as running:
        assert running.stdout is not None
        while json.loads(running.stdout.readline())["event"] != after:
            pass
        ENDS[end](running)
        running.wait(20)
        assert b"Traceback" not in running.stderr.read() if running.stderr else True


def test_a_fault_of_the_request_is_reported() -> None:
    with begin({"contestants": ["nobody"]}) as running:
        events = reply(running)
    assert events == [{"event": "error", "message": "KeyError: 'nobody'"}]
