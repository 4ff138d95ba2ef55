"""The comparison of ways to run two jobs at once: small, but real."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.systems import ABORTED
from visualizer.labs.concurrency.comparison import Comparison, Settings
from visualizer.labs.concurrency.contestants import CONTESTANTS, DEFAULT, Contestant, contestant
from visualizer.labs.concurrency.results import Repeat, Result
from visualizer.labs.installed import not_installed

SMALL = 0.02


def compared(*contestants: str, workload: str = "sleep", repeats: int = 2) -> Comparison:
    comparison = Comparison(Settings(workload, contestants, SMALL, repeats), contestants)
    for _ in comparison.run():
        pass
    return comparison


@pytest.fixture(scope="module")
def all_of_them() -> Comparison:
    return compared(*DEFAULT)


def test_each_contestant_does_all_steps_of_both_jobs_as_often_as_asked(
    all_of_them: Comparison,
) -> None:
    assert [result.error for result in all_of_them.results.values()] == [None] * 9
    for result in all_of_them.results.values():
        assert len(result.repeats) == 2
        for repeat in result.repeats:
            done = sorted((worker, step) for worker, _, _, step in repeat.spans)
            assert done == [(name, step) for name in ("letters", "numbers") for step in range(1, 6)]
            assert all(0 <= start < end <= repeat.seconds for _, start, end, _ in repeat.spans)
            assert repeat.peak_bytes > 1_000_000


def test_the_jobs_overlap_wherever_waiting_lets_the_other_go_on(all_of_them: Comparison) -> None:
    def overlap(result: Result) -> bool:
        assert result.typical is not None
        spans = result.typical.spans
        first = {step: (start, end) for name, start, end, step in spans if name == "numbers"}
        other = [(start, end) for name, start, end, _ in spans if name == "letters"]
        return any(a < end and start < b for a, b in other for start, end in first.values())

    # Starting a process or an interpreter may take longer than the whole work here.
    quick = ("sequential", "threading", "thread-pool", "asyncio", "gevent", "gevent-patched")
    one_by_one = {key for key in quick if not overlap(all_of_them.results[key])}
    assert one_by_one == {"sequential", "gevent"}


def test_the_articles_figures_stand_beside_its_own_six_and_are_never_scaled(
    all_of_them: Comparison,
) -> None:
    published = {key: result.published for key, result in all_of_them.results.items()}
    assert [published[key] for key in DEFAULT[:6]] == [10.07, 5.03, 5.04, 5.31, 5.02, 10.06]
    assert [published[key] for key in DEFAULT[6:]] == [None] * 3


def test_other_workloads_are_measured_and_have_no_published_figures() -> None:
    fetched = compared("threading", "asyncio", "gevent-patched", workload="io", repeats=1)
    assert [result.error for result in fetched.results.values()] == [None] * 3
    assert [result.published for result in fetched.results.values()] == [None] * 3
    counted = compared("sequential", "multiprocessing", workload="cpu", repeats=1)
    assert [result.error for result in counted.results.values()] == [None] * 2
    iterations, speedup = counted.facts["iterations"], counted.facts["two_process_speedup"]
    assert iterations > 1000
    assert 0 < speedup < 4


def test_no_way_to_start_processes_leaves_a_file_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ("multiprocessing", "multiprocessing-forkserver", "multiprocessing-spawn")
    ways = [key for key in wanted if not contestant(key).absent()]
    # A socket's path is too short for the folders of a test.
    with tempfile.TemporaryDirectory(prefix="vis-") as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        found = compared(*ways, repeats=1)
        assert [result.error for result in found.results.values()] == [None] * len(ways)
        assert list(Path(folder).iterdir()) == []


def test_an_absent_method_is_reported_and_a_requested_one_has_a_row_with_its_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = Contestant("gevent", CONTESTANTS[0].run, module="no_such_module")
    monkeypatch.setattr("visualizer.labs.concurrency.comparison.contestant", lambda _: missing)
    left_out = Comparison(Settings(contestants=("gevent",)))
    reason = not_installed("no_such_module")
    assert reason.startswith("no_such_module is not installed; install it with: ")
    assert {sys.executable, "install"} < {*reason.split()}
    assert reason.endswith(" no_such_module")
    assert (left_out.results, left_out.absent) == ({}, {"gevent": reason})
    by_name = Comparison(Settings(contestants=("gevent",)), ["gevent"])
    assert [news.what for news in by_name.run()] == ["failed"]
    assert by_name.results["gevent"].error == reason


def test_a_contestant_that_crashes_is_one_row_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.joinpath("gevent.py").write_text("import os\nos.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    results = compared("gevent", "sequential", repeats=1).results
    assert ABORTED in (results["gevent"].error or "")
    assert results["sequential"].error is None


def test_to_stop_asking_ends_every_process() -> None:
    running = Comparison(Settings(contestants=DEFAULT[:4], scale=5.0, repeats=1)).run()
    for _ in range(2):
        next(running)
    running.close()  # the fixture of this folder checks that no process is left


def test_it_repeats_until_the_interval_is_narrow_or_it_has_had_enough() -> None:
    comparison = Comparison(Settings())
    steady, shaky = Result("a", None), Result("b", None)
    for count in range(1, 13):
        steady.repeats.append(Repeat(1.0 + count / 10_000, 0, (), 1))
        shaky.repeats.append(Repeat(1.0 + count % 2, 0, (), 1))
        assert comparison.is_enough(steady) is (count >= 3)
        assert comparison.is_enough(shaky) is (count == 12)


def test_a_result_has_the_form_of_the_contract() -> None:
    result = Result("asyncio", 5.02)
    for seconds in (3.0, 1.0, 2.0):
        result.repeats.append(Repeat(seconds, 0.5, (("numbers", 0.0, seconds, 1),), 7))
    reply = result.as_json()
    assert reply["seconds"] == [3.0, 1.0, 2.0]
    assert (reply["median"], reply["ci95"], reply["published"]) == (2.0, [1.0, 3.0], 5.02)
    assert reply["spans"] == [{"worker": "numbers", "start": 0.0, "end": 2.0, "step": 1}]
    assert reply["error"] is None


def test_a_long_calibration_of_two_processes_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patiences: list[float] = []

    class Fast:
        def __init__(self, *_: object) -> None:
            self.close = list

        def ask(self, _: object, patience: float) -> None:
            patiences.append(patience)

    module = "visualizer.labs.concurrency.comparison"
    monkeypatch.setattr(f"{module}.Child", Fast)
    monkeypatch.setattr(f"{module}.calibrate", lambda _: 1)
    asked = Comparison(Settings("cpu", (), 60.0, 1), ())
    for _ in asked.run():
        pass
    assert len(patiences) == 3
    assert min(patiences) > 60


def test_the_interpreter_without_a_gil_has_our_version() -> None:
    version = ".".join(map(str, sys.version_info[:2]))
    assert contestant("free-threading").python == f"python{version}t"


def test_the_first_request_of_a_fresh_interpreter_imports_nothing() -> None:
    code = """if True:
        import sys
        from visualizer.labs.concurrency.small_server import serve
        from visualizer.labs.concurrency.workloads import Fetch
        port = serve(0)
        for module in ("socket", "encodings.idna"):
            assert module not in sys.modules or sys.modules.pop(module)
        fetch = Fetch(port)
        before = set(sys.modules)
        fetch()
        print(sorted(set(sys.modules) - before))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
