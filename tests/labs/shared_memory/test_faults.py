"""After any fault: a clear message, the old file intact, no remains, no endless wait."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.labs.conftest import processes_of
from tests.polling import wait_until
from tests.systems import (
    ON_WINDOWS,
    let_others_run,
    needs_files_of_segments,
    needs_resource_limits,
)
from visualizer.labs.shared_memory.comparison.comparison import Comparison
from visualizer.labs.shared_memory.comparison.workplace import Settings
from visualizer.labs.shared_memory.methods.registry import DEFAULT
from visualizer.labs.shared_memory.methods.running import STAGES
from visualizer.labs.shared_memory.methods.segments import FOLDER
from visualizer.labs.shared_memory.tables.generation import make_tables
from visualizer.labs.shared_memory.tables.table import Failure
from visualizer.labs.shared_memory.tables.writing import beginning_beside
from visualizer.platform.processes import KILL_SIGNAL, kill

pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")

OLD = b"what was there before"
KILLED = "code 9" if ON_WINDOWS else "killed by signal 9"
WITH_WORKERS = tuple(key for key in DEFAULT if key not in ("threads", "dask"))
# A process that has ended before the last stage cannot be killed there.
SAMPLE = [("shm-process", stage, "worker 2") for stage in STAGES[:-1]] + [
    ("shm-process", "loaded", "parent"),
    ("shm-process", "loaded", "worker 1"),
    ("shm-pool", "loaded", "worker 1"),
    ("shm-reused", "loaded", "worker 1"),
    ("shm-manager", "loaded", "manager"),
]


@pytest.fixture
def old_file(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "out.h5"
    path.write_bytes(OLD)
    yield path
    assert [one.name for one in path.parent.glob(f"{beginning_beside(path).name}*")] == []


def run_and_kill(method: str, stage: str, who: str, output: Path) -> str:
    """Return the error of the method, one process of which is killed at a stage."""
    comparison = Comparison(Settings((method,), rows=2_000, repeats=1, with_limits=False))
    with closing(comparison.run(output)) as happening:
        for news in happening:
            if (news.what, news.method) == (stage, method):
                roles = comparison.results[method].roles
                (victim,) = [number for number, role in roles.items() if role == who]
                kill(victim)
    return comparison.results[method].error or ""


def check_kill(method: str, stage: str, who: str, output: Path) -> None:
    begun = time.monotonic()
    assert KILLED in run_and_kill(method, stage, who, output)
    assert time.monotonic() - begun < 15
    assert output.read_bytes() == OLD


@pytest.mark.parametrize(("method", "stage", "who"), SAMPLE)
def test_a_killed_process_is_reported_and_nobody_waits(
    method: str, stage: str, who: str, old_file: Path
) -> None:
    check_kill(method, stage, who, old_file)


@pytest.mark.full
@pytest.mark.parametrize("stage", STAGES[:-1])
@pytest.mark.parametrize("method", WITH_WORKERS)
@pytest.mark.parametrize("who", ["parent", "worker 1", "worker 2"])
def test_a_killed_process_of_any_method_is_reported(
    method: str, stage: str, who: str, old_file: Path
) -> None:
    check_kill(method, stage, who, old_file)


def test_one_that_is_killed_while_it_writes_leaves_the_old_file(old_file: Path) -> None:
    comparison = Comparison(
        Settings(("shm-process",), files=8, rows=60_000, repeats=1, with_limits=False)
    )
    pattern = f"{beginning_beside(old_file).name}*"
    is_over = threading.Event()

    def kill_while_it_writes() -> None:
        while not is_over.is_set() and not list(old_file.parent.glob(pattern)):
            let_others_run()
        roles = comparison.results["shm-process"].roles
        kill(next(number for number, role in roles.items() if role == "parent"))

    def run() -> None:
        for news in comparison.run(old_file):
            if news.what == "done":
                threading.Thread(target=kill_while_it_writes, daemon=True).start()

    with pytest.raises(Failure, match=KILLED):
        run()
    is_over.set()
    assert old_file.read_bytes() == OLD


@needs_files_of_segments
@pytest.mark.parametrize("whom", ["run", "group"])
def test_a_run_that_is_killed_leaves_nothing(
    whom: str, old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_TEST_OF_KILL", mark := f"{os.getpid()}-{time.monotonic_ns()}")
    command = [sys.executable, "-m", "visualizer", "lab", "shared-memory", "--rows", "300000"]
    command += ["--methods", "shm-process,memmap", "-o", str(old_file)]
    running = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)
    beginning = f"vis-{running.pid}-"
    wait_until(lambda: any(FOLDER.glob(f"{beginning}[0-9]*-0-*")), "it never made a segment")
    (os.killpg if whom == "group" else os.kill)(running.pid, KILL_SIGNAL)
    running.wait()
    wait_until(
        lambda: not (list(FOLDER.glob(f"{beginning}*")) or processes_of(mark)), "something is left"
    )
    assert old_file.read_bytes() == OLD


def test_a_failing_worker_gives_its_reason(tmp_path: Path, old_file: Path) -> None:
    check_failures(("shm-process", "shm-pool"), tmp_path, old_file)


@pytest.mark.full
def test_a_failing_worker_of_any_method_gives_its_reason(tmp_path: Path, old_file: Path) -> None:
    check_failures(DEFAULT, tmp_path, old_file)


def check_failures(methods: tuple[str, ...], tmp_path: Path, old_file: Path) -> None:
    good, bad = tmp_path / "good.tsv", tmp_path / "bad.tsv"
    good.write_bytes(b"chr1\t5\t1.5\t3\t4\n" * 5_000)
    bad.write_bytes(b"chr1\t5\t1.5\t3\t4\n" * 3_000 + b"chr1\tfive\t1.5\t3\t4\n")
    for sources, word in (
        ((good, bad), f"{bad}, line 3001, column 2: 'five' is not a 32-bit integer"),
        ((good, tmp_path / "gone.tsv"), f"{tmp_path / 'gone.tsv'}: no such file"),
        ((tmp_path, good), f"{tmp_path}: cannot be read: Is a directory"),
    ):
        paths = tuple(map(str, sources))
        comparison = Comparison(Settings(methods, sources=paths, repeats=1, with_limits=False))
        for _ in comparison.run(old_file):
            pass
        errors = {key: result.error or "" for key, result in comparison.results.items()}
        assert {key for key, error in errors.items() if not error.startswith(word)} == set(), errors
    assert old_file.read_bytes() == OLD


@needs_resource_limits
def test_a_full_disk_is_reported(tmp_path: Path, old_file: Path) -> None:
    (source,) = make_tables(tmp_path, 1, 20_000)
    command = [sys.executable, "-m", "visualizer", "lab", "shared-memory", "--repeat", "1"]
    command += ["--methods", "threads", "-o", str(old_file), *["--source", str(source)] * 3]
    # The limit refuses a file larger than one of the tables, as a full disk would.
    limit = source.stat().st_size

    import resource

    def shrink() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    found = subprocess.run(command, preexec_fn=shrink, capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert "measured.h5: cannot be written: File too large" in found.stdout
    assert found.stderr == ""
    assert old_file.read_bytes() == OLD
