"""All methods on small tables: the same table, one file, no remains."""

import inspect
import io
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import MagicMock

import numpy as np
import pytest

from tests.systems import as_printed, needs_devices, needs_files_of_segments
from visualizer.labs.children import Child
from visualizer.labs.shared_memory.comparison import comparison as comparison_module
from visualizer.labs.shared_memory.comparison.comparison import Comparison, kill_a_worker
from visualizer.labs.shared_memory.comparison.events import lab_events, shared_memory_report
from visualizer.labs.shared_memory.comparison.results import Result
from visualizer.labs.shared_memory.comparison.watching import Sample, Watch
from visualizer.labs.shared_memory.comparison.workplace import Settings
from visualizer.labs.shared_memory.methods import child
from visualizer.labs.shared_memory.methods.registry import DEFAULT, METHODS
from visualizer.labs.shared_memory.methods.running import STAGES
from visualizer.labs.shared_memory.methods.segments import FOLDER, beginning_of_names, segments_of
from visualizer.labs.shared_memory.methods.sources import source_of
from visualizer.labs.shared_memory.tables.generation import make_tables
from visualizer.labs.shared_memory.tables.table import DTYPE, Failure, checksum
from visualizer.labs.shared_memory.tables.writing import Layout, read_back
from visualizer.platform.usage import Usage

h5py = pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")

FILES, ROWS = 3, 3_000


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Comparison, Path]:
    comparison = Comparison(Settings(files=FILES, rows=ROWS, repeats=1), DEFAULT)
    path = tmp_path_factory.mktemp("out") / "out.h5"
    for _ in comparison.run(path):
        pass
    return comparison, path


type Run = tuple[Comparison, Path]


def test_all_methods_bring_the_same_table(run: Run, tmp_path: Path) -> None:
    results = run[0].results
    assert {key: result.error for key, result in results.items()} == dict.fromkeys(DEFAULT)
    as_printed = [np.loadtxt(path, DTYPE) for path in make_tables(tmp_path, FILES, ROWS)]
    assert {result.checksum for result in results.values()} == {checksum(as_printed)}
    for result in results.values():
        (seconds,) = result.repeats
        assert all(seconds[stage] >= 0 for stage in ("load", "transfer", "write"))
        stages = sum(seconds[stage] for stage in ("load", "transfer", "write"))
        assert stages <= seconds["total"] * 1.001
        assert result.payload == 26 * ROWS * FILES
        assert result.leaked == 0


def test_memory_is_given_for_each_process_and_shared_memory_counted_once(run: Run) -> None:
    for result in run[0].results.values():
        assert result.peak is not None
        assert result.peak.uss <= result.peak.pss <= result.peak.rss
        assert len(result.process_peaks) >= (1 if result.method == "threads" else 3)
        assert len(result.samples) >= 5


def test_a_run_that_goes_on_has_few_of_its_samples_with_the_largest_and_the_newest() -> None:
    watch = Watch(list, "none")
    used = {1: Usage(9, 8, 7)}
    watch.samples += [Sample(float(at), used if at == 1_234 else {}, ()) for at in range(5_000)]
    result = Result("threads", 0)
    result.observe(watch)
    times = [at for at, *_ in result.watched["memory"]]
    assert 30 <= len(times) <= 62
    assert times[-1] == 4_999
    assert [1_234.0, 9, 8, 7] in result.watched["memory"]
    result.add_samples(watch)
    assert len(result.watched["memory"]) > 61


def test_only_the_processes_that_the_method_starts_have_roles(run: Run) -> None:
    every = {key: sorted(result.roles.values()) for key, result in run[0].results.items()}
    assert every["threads"] == ["parent"]
    assert every["shm-pool"] == ["parent", "worker 1", "worker 2"]
    assert every["shm-manager"] == ["manager", "parent", "tracker", "worker 1", "worker 2"]


def test_a_short_lived_process_is_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forked to become another program, such as the resource tracker, it looks like a worker."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as sleeper:
        members = Child.members
        monkeypatch.setattr(Child, "members", lambda child: [*members(child), sleeper.pid])
        comparison = Comparison(Settings(("shm-process",), rows=200, repeats=1, with_limits=False))
        for _ in comparison.run():
            pass
    processes = comparison.results["shm-process"].as_json()["course"]["processes"]
    assert processes == ["parent", "worker 1", "worker 2"]


def test_a_worker_that_replaces_another_has_a_number_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(child, "report", told.append)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    there = [SimpleNamespace(name="Process-1", pid=20), SimpleNamespace(name="Process-2", pid=30)]
    monkeypatch.setattr(multiprocessing, "active_children", lambda: there)
    pause = child._Stages()
    pause("started")
    there[0] = SimpleNamespace(name="Process-3", pid=10)
    pause("loaded")
    before, after = (dict(one["roles"]) for one in told)
    assert (before[20], before[30]) == ("worker 1", "worker 2")
    assert (after[10], after[30]) == ("worker 3", "worker 2")
    assert 20 not in after


def test_without_a_worker_none_is_killed_and_the_reason_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = MagicMock()
    there.answers.return_value = iter([{"news": "loaded", "roles": [[1, "tracker"]]}, {}])
    monkeypatch.setattr(comparison_module, "kill", pytest.fail)
    job = SimpleNamespace(beginning=str(tmp_path / "none"))
    found = kill_a_worker(lambda: (there, cast("Any", job)))
    assert "a worker stopped" in found["error"]
    assert "seconds" not in found


@needs_files_of_segments
def test_the_mappers_of_each_segment_are_seen_during_the_run(run: Run) -> None:
    samples = (one for result in run[0].results.values() for one in result.samples)
    seen = [sample for sample in samples if sample.segments]
    assert seen
    assert max(len(sample.segments) for sample in seen) == FILES
    # A segment that was just created has no size yet.
    shared = [one for sample in seen for one in sample.segments if len(one.by) >= 2]
    assert shared
    assert min(segment.size for segment in shared) >= 26 * ROWS


def test_the_file_has_each_table_with_its_known_data(run: Run) -> None:
    comparison, path = run
    digest, rows = read_back(path)
    assert (digest, rows) == (comparison.results["threads"].checksum, FILES * ROWS)
    assert comparison.output["streamed"]
    peak, before = (comparison.output[f"{key}_bytes"]["pss"] for key in ("peak", "before"))
    # Writing takes some 40 ms: on a busy machine that falls between two samples.
    assert peak >= before > 0
    with h5py.File(path) as file:
        assert set(file) == {"table_001", "table_002", "table_003"}
        for dataset in file.values():
            assert dataset.dtype == DTYPE
            assert dataset.shape == (ROWS,)
            assert dataset.compression is None
            assert dataset.attrs["sha256"] == checksum([dataset[:]])
            assert dataset.attrs["source"].endswith(dataset.attrs["name"])
        assert {"settings", "host", "lab"} <= set(file.attrs)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_limits_of_the_machine_are_measured_in_the_same_run(run: Run) -> None:
    assert all(value > 0 for value in run[0].limits["gb_s"].values())
    assert set(run[0].limits["gb_s"]) == {"memcpy", "read", "first_touch", "disk"}
    for row in shared_memory_report(run[0])["results"]:
        taken = row["payload_bytes"] / run[0].limits["gb_s"]["first_touch"] / 1e9
        assert row["times_first_touch"] == pytest.approx(row["seconds"]["transfer"] / taken)


@needs_files_of_segments
def test_segments_that_are_used_again_are_there_between_runs_and_gone_when_all_are_over() -> None:
    running = Comparison(Settings(("shm-reused",), rows=2_000, repeats=2, with_limits=False))
    there: dict[str, list[str]] = {}
    for news in running.run():
        there.setdefault(news.what, segments_of(beginning_of_names()))
    assert len(there["watched"]) == 2
    assert there["repeat"] == there["watched"]
    assert there["done"] == []
    result = running.results["shm-reused"]
    assert (result.error, result.leaked, len(result.repeats)) == (None, 0, 2)


def test_own_files_are_read_by_the_fast_reader_into_compressed_chunks(tmp_path: Path) -> None:
    sources = []
    for name, count in (("a/same", 500), ("b/same", 1), ("none", 0)):
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"chrX 7 12.5 3 4\n" * count)
        sources.append(str(path))
    layout = Layout("gzip", 100)
    settings = Settings(
        ("shm-process", "shm-pool", "memmap", "pipe"),
        sources=tuple(sources),
        reader="fast",
        repeats=1,
        workers=5,
        with_limits=False,
        layout=layout,
    )
    comparison, out = Comparison(settings), tmp_path / "out.h5"
    for _ in comparison.run(out):
        pass
    assert {result.error for result in comparison.results.values()} == {None}
    assert {result.rows for result in comparison.results.values()} == {501}
    with h5py.File(out) as file:
        assert {name: len(one) for name, one in file.items()} == {
            "same": 500,
            "same_2": 1,
            "none": 0,
        }
        assert (file["same"].chunks, file["same"].compression) == ((100,), "gzip")
        assert file["same"][0].tolist() == (b"chrX", 7, 12.5, 3, 4)


def test_to_stop_asking_removes_everything_at_once() -> None:
    running = Comparison(
        Settings(("shm-process", "memmap"), rows=50_000, repeats=50, with_limits=False)
    ).run()
    for news in running:
        if news.what == "loaded":
            assert segments_of(beginning_of_names()) or not FOLDER.is_dir()
            break
    running.close()
    assert segments_of(beginning_of_names()) == []


@needs_files_of_segments
def test_the_printed_scripts_show_their_failures() -> None:
    settings = Settings(
        ("printed-process", "printed-pool"), files=2, rows=200, repeats=1, with_limits=False
    )
    comparison = Comparison(settings, settings.methods)
    for _ in comparison.run():
        pass
    for result in comparison.results.values():
        assert result.findings is not None
        assert result.findings["no_file"] == 1
    pool = comparison.results["printed-pool"].findings
    assert pool is not None
    assert pool["not_closed"] == 1
    assert "SharedMemory(create=True" in source_of(METHODS[-1])


def test_the_code_shown_is_the_code_run() -> None:
    for one in METHODS:
        assert "def " in source_of(one)
        parts = (one.crew, one.carrier)
        assert all(inspect.getsource(part).strip() in source_of(one) for part in parts if part)


@needs_files_of_segments
def test_another_process_can_watch_the_events() -> None:
    events = list(lab_events({"methods": ["shm-process", "threads"], "rows": 500, "repeats": 1}))
    assert events[0]["event"] == "begun"
    assert events[-1]["event"] == "report"
    kinds = [event["event"] for event in events]
    assert kinds.count("transferred") == kinds.count("done") == 2
    courses = [event["watched"]["course"] for event in events if event.get("watched")]
    assert any(course["segments"] for course in courses)
    assert max(len(course["stages"]) for course in courses) == len(STAGES)


@needs_files_of_segments
def test_the_progress_and_the_mappers_are_reported_during_the_run(tmp_path: Path) -> None:
    out = tmp_path / "out.h5"
    asked = {"methods": ["shm-process", "shm-manager", "memmap"], "rows": 500, "repeats": 1}
    events = list(lab_events({**asked, "output": str(out), "kill": True}))
    shares = [event["share"] for event in events if "share" in event]
    assert shares == sorted(shares)
    assert (shares[0] < 0.5, shares[-1]) == (True, 1.0)
    report = events[-1]["report"]
    assert report["left"] == {"segments": 0, "files": 0, "processes": 0, "of_others": 0}
    assert (report["killed"]["before"], report["killed"]["left"]) == (2, 0)
    assert "killed by signal 9" in report["killed"]["error"]
    assert report["settings"]["output"] == str(out)
    courses = {row["method"]: row["course"] for row in report["results"]}
    assert [stage for stage, _ in courses["shm-process"]["stages"]] == list(STAGES)
    # The worker creates it, the parent opens it, the parent closes it, then the worker.
    holders = [
        tuple(one["by"])
        for moment in courses["shm-process"]["moments"]
        for one in moment["there"]
        if one["name"].endswith("-0") and one["by"]  # no process has mapped a new segment yet
    ]
    assert holders[0] == ("worker 1",)
    assert ("parent", "worker 1") in holders
    assert holders[-1] == ("worker 1",)
    assert courses["shm-process"]["moments"][-1]["there"] == []
    assert "manager" in courses["shm-manager"]["processes"]
    assert {one["name"] for one in courses["memmap"]["segments"]} == {"0.rows", "1.rows"}
    for row in report["results"]:
        who = [one["process"] for one in row["memory_by_process"]]
        assert {"parent", "worker 1", "worker 2"} <= set(who)


@needs_devices
def test_a_file_that_cannot_be_written_is_reported_unchanged() -> None:
    *_, last = lab_events({"methods": ["threads"], "rows": 10, "repeats": 1, "output": "/dev/null"})
    assert last["event"] == "error"
    assert last["message"].startswith("/dev/null: ")


def test_the_window_can_list_methods_without_numpy() -> None:
    code = "import sys\n"
    code += "from visualizer.labs.shared_memory.methods import registry, sources\n"
    code += "[sources.source_of(one) for one in registry.METHODS]\n"
    code += "print({'numpy', 'h5py', 'multiprocessing'} & set(sys.modules))"
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    assert as_printed(said) == b"set()\n"


def test_it_repeats_until_the_interval_is_narrow_or_it_has_had_enough() -> None:
    comparison = Comparison(Settings(("threads",)))
    steady, shaky = Result("a", 0), Result("b", 0)
    for count in range(1, 8):
        steady.repeats.append({"total": 1.0 + count / 10_000})
        shaky.repeats.append({"total": 1.0 + count % 2})
        assert comparison.is_enough(steady) is (count >= 3)
        assert comparison.is_enough(shaky) is (count == 7)
        assert comparison.is_enough(shaky, taken=60) is (count >= 3)


def test_a_path_that_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    def run_to(path: Path) -> Iterator[object]:
        return Comparison(Settings(("threads",), rows=10, repeats=1, with_limits=False)).run(path)

    with pytest.raises(Failure, match="is not a file that can be replaced"):
        list(run_to(Path("/dev/null")))
    with pytest.raises(Failure, match="no_such_folder"):
        list(run_to(tmp_path / "no_such_folder" / "out.h5"))
