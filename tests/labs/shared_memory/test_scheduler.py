"""Dask against a scheduler in other processes, on loopback."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.polling import wait_until
from visualizer.labs.shared_memory.comparison.comparison import Comparison
from visualizer.labs.shared_memory.comparison.workplace import Settings

pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")

_WORKER = ["worker", "--no-dashboard", "--no-nanny", "--nthreads", "1", "--memory-limit", "0"]


class Elsewhere:
    """A scheduler and two workers that cannot import this package."""

    def __init__(self, folder: Path) -> None:
        without = folder / "without"
        without.mkdir()
        (without / "visualizer.py").write_text("raise ImportError", encoding="utf-8")
        self._environment = {**os.environ, "PYTHONPATH": str(without)}
        self._folder = folder
        contact = folder / "scheduler.json"
        scheduler = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        self.scheduler = self._start(*scheduler, "--scheduler-file", str(contact))
        wait_until(
            lambda: contact.exists() and b'"address"' in contact.read_bytes(), "no scheduler", 60
        )
        self.workers = [self._start(*_WORKER, "--scheduler-file", str(contact)) for _ in range(2)]
        self.address = next(
            part for part in contact.read_text().split('"') if part.startswith("tcp://")
        )
        # On a busy machine the workers start later than a lab waits for the first.
        come = "import distributed as d, sys; d.Client(sys.argv[1]).wait_for_workers(2, 60)"
        subprocess.run([sys.executable, "-c", come, self.address], check=True)

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{arguments[0]}", *arguments[1:]],
            cwd=self._folder,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    found = Elsewhere(folder)
    yield found
    found.close()


@pytest.mark.share(2)
@pytest.mark.parametrize("reader", ["loadtxt", "fast"])
def test_a_scheduler_elsewhere_does_the_same_and_its_absence_is_reported(
    elsewhere: Elsewhere, reader: str
) -> None:
    methods = ("dask", "shm-process")
    settings = Settings(
        methods,
        rows=3_000,
        repeats=2,
        reader=reader,
        scheduler=elsewhere.address,
        with_limits=False,
    )
    comparison = Comparison(settings, methods)
    for news in comparison.run():
        if (news.what, news.method) == ("repeat", "dask"):
            elsewhere.scheduler.kill()
            elsewhere.scheduler.wait()
    dask, shm = comparison.results["dask"], comparison.results["shm-process"]
    assert (len(dask.repeats), len(shm.repeats)) == (1, 2), dask.error
    assert dask.checksum == shm.checksum
    assert "the scheduler stopped responding: " in (dask.error or "")
    assert "start it and its workers again" in (dask.error or "")
    assert shm.error is None


def test_a_silent_scheduler_is_reported(elsewhere: Elsewhere) -> None:
    settings = Settings(
        ("dask",), rows=3_000, repeats=2, scheduler=elsewhere.address, with_limits=False
    )
    comparison = Comparison(settings, ("dask",))
    for news in comparison.run():
        if news.what == "repeat":
            # Its connections stay open, like those of a machine that was switched off.
            psutil.Process(elsewhere.scheduler.pid).suspend()
    dask = comparison.results["dask"]
    assert len(dask.repeats) == 1
    assert "the scheduler stopped responding: " in (dask.error or "")


def test_a_missing_scheduler_is_reported() -> None:
    comparison = Comparison(
        Settings(("dask",), scheduler="tcp://127.0.0.1:1", repeats=1, with_limits=False)
    )
    for _ in comparison.run():
        pass
    assert "there is no scheduler at tcp://127.0.0.1:1" in (comparison.results["dask"].error or "")
