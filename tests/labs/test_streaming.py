"""Eager against lazy: small, but real."""

import io
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.polling import wait_until
from visualizer.labs.children import Child, ChildFailed, environment
from visualizer.labs.streaming import child
from visualizer.labs.streaming.child import Measured, given_to
from visualizer.labs.streaming.comparison import Comparison, News
from visualizer.labs.streaming.styles import COUNT as COUNT_SMALL
from visualizer.labs.streaming.styles import STYLES, Style, line_that_waits, small_program, style

COUNT = 20_000


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    found = Comparison(COUNT, repeats=1)
    for _ in found.run():
        pass
    return found


def test_every_style_reaches_the_same_sum(comparison: Comparison) -> None:
    assert [result.error for result in comparison.results.values()] == [None] * len(STYLES)
    (checksum,) = {result.checksum for result in comparison.results.values()}
    expected = sum(number * number for number in range(COUNT) if number % 3)
    assert checksum == f"{expected:016x} of {COUNT}"


def test_eager_styles_need_memory_for_all_items_and_lazy_ones_for_one(
    comparison: Comparison,
) -> None:
    peaks = {key: result.peak_bytes or 0 for key, result in comparison.results.items()}
    assert peaks["generator"] < peaks["list"] / 20
    assert peaks["iterator-class"] < peaks["list"] / 20
    # Both read through a buffer, from Python 3.14 on larger than the rest of the lazy data.
    buffer = io.DEFAULT_BUFFER_SIZE
    assert peaks["file-lazy"] - buffer < (peaks["file-eager"] - buffer) / 20


def test_the_first_item_of_a_lazy_one_does_not_wait_for_the_last(comparison: Comparison) -> None:
    # Not compared with totals: other programs may interrupt the long rest of a run.
    results = comparison.results
    assert results["generator"].firsts[0] < results["list"].firsts[0] / 10


def test_a_style_that_fails_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Comparison._ask

    def ask(self: Comparison, key: str, *others: object, **named: object) -> News:
        if key == "itertools":
            raise ChildFailed("killed by signal 9")
        return real(self, key, *others, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Comparison, "_ask", ask)
    found = Comparison(100, repeats=1, styles=("itertools", "list"))
    done = [news.style for news in found.run() if news.done]
    assert sorted(done) == ["itertools", "list", "list"]
    assert found.results["itertools"].error == "killed by signal 9"
    assert found.results["list"].as_json()["error"] is None


@pytest.mark.parametrize("trace", [False, True])
def test_the_cost_of_reading_the_memory_is_not_measured(
    monkeypatch: pytest.MonkeyPatch, trace: bool
) -> None:
    now = 0.0

    def read_slowly() -> int:
        nonlocal now
        now += 60
        return 0

    monkeypatch.setattr(child, "peak_resident", read_slowly)
    monkeypatch.setattr(time, "perf_counter", lambda: now)
    measured = Measured({"style": "generator", "items": 10, "file": "", "trace": trace})
    measured.ready()
    assert measured.handle("go")["seconds"] == 0
    assert now == 120


def test_the_time_of_the_work_is_that_of_the_process_not_of_its_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = Child.ask

    def ask(self: Child, *asked: Any) -> dict[str, Any]:
        return real(self, *asked) | {"seconds": 1234.5}

    monkeypatch.setattr(Child, "ask", ask)
    done = [one for one in Comparison(10, repeats=1, styles=("list",)).run() if one.done]
    assert [one.seconds for one in done] == [1234.5, 1234.5]


@pytest.mark.parametrize("key", [one.key for one in STYLES if not one.reads])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 10])
def test_each_gives_the_squares_of_numbers_that_are_no_multiple_of_three(
    key: str, count: int
) -> None:
    found: list[int] = []
    for item in style(key).make(given_to(style(key), count, "")):
        found += [item] if isinstance(item, int) else [int(one) for one in item]
    assert found == [number * number for number in range(count) if number % 3]


@pytest.mark.parametrize("one", STYLES, ids=[one.key for one in STYLES])
def test_each_is_a_small_program_of_its_own(one: Style, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(small_program(one))
    assert one.source in program.read_text()
    done = subprocess.run(
        [sys.executable, program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{sum(number * number for number in range(COUNT_SMALL) if number % 3)}\n"


def test_a_lazy_style_waits_at_each_item_that_it_passes_on() -> None:
    def waiting(key: str) -> str:
        source = style(key).source
        line = line_that_waits(source)
        return "" if line is None else source.splitlines()[line - 1].strip()

    assert waiting("generator") == "yield number * number"
    assert waiting("iterator-class") == "return number * number"
    assert waiting("file-lazy") == "yield number * number"
    assert [waiting(one.key) for one in STYLES if not one.lazy] == ["", "", "", ""]


def test_a_size_without_room_is_left_out_before_anything_is_made() -> None:
    comparison = Comparison(10**15, 1)
    comparison.leave_out_what_does_not_fit()
    left_out = {key for key, one in comparison.results.items() if one.error is not None}
    assert {"list", "numpy", "file-eager", "file-lazy"} <= left_out
    assert not left_out & {"generator", "iterator-class", "itertools"}


def test_files_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    running = (
        "from visualizer.labs.streaming.comparison import Comparison;"
        "run = Comparison(1_000, 1, ['file-lazy']).run(); next(run); print(flush=True); input()"
    )
    environment_ = {**environment(), "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", running],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment_,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert list(tmp_path.iterdir())
        process.kill()
    wait_until(lambda: not list(tmp_path.iterdir()), "something of the run is left")
