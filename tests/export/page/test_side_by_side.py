"""The levels of a page made in several processes: the same page, and its failures."""

from collections.abc import Callable
from contextlib import closing, suppress
from contextvars import copy_context
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.shell.recordings import ADDING, recorded
from visualizer.diagram.fonts import QtMeasure
from visualizer.diagram.picture import ensure_application
from visualizer.export.page import side_by_side
from visualizer.export.page.data import page_data
from visualizer.export.page.range import PageRange
from visualizer.export.page.side_by_side import SideBySide
from visualizer.layout.analysis.facts import Level
from visualizer.layout.checkpoints import call_at_checkpoints
from visualizer.recording import Recording

USUAL = ("", "")


class CancelledError(Exception):
    """Raised at a checkpoint to cancel the work."""


@pytest.fixture
def recording(tmp_path: Path) -> Any:
    ensure_application()
    with closing(Recording.open(recorded(tmp_path, ADDING))) as found:
        yield found


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Claim as many processors as levels on any machine."""
    monkeypatch.setattr("os.process_cpu_count", lambda: len(Level))


def made(recording: Recording, **others: Any) -> Any:
    chosen = PageRange(1, recording.steps, tuple(Level))
    return page_data(recording, chosen, QtMeasure(), **others)


def workers() -> list[psutil.Process]:
    """Return the processes that make levels; this process may have other children."""
    return [one for one in psutil.Process().children() if _is_worker(one)]


def _is_worker(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return "visualizer.cli.page_worker" in process.cmdline()
    return False


def made_with(recording: Recording, at_checkpoint: Callable[[], None]) -> Any:
    """Make the page with processes; checkpoints call ``at_checkpoint``."""

    def work() -> Any:
        call_at_checkpoints(at_checkpoint)
        return made(recording, make_levels=SideBySide(USUAL, worth=0))

    return copy_context().run(work)


@pytest.mark.usefixtures("many")
def test_the_page_is_the_one_that_one_process_makes(recording: Recording) -> None:
    shares: list[float] = []
    page = made(recording, report=shares.append, make_levels=SideBySide(USUAL, worth=0))
    assert page == made(recording)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert not workers()


@pytest.mark.usefixtures("many")
def test_one_process_makes_few_pictures(
    recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(side_by_side, "Tree")
    assert made(recording, make_levels=SideBySide(USUAL)) == made(recording)


@pytest.mark.usefixtures("many")
def test_one_process_makes_everything_if_no_other_starts(
    recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "own_python", lambda: "/no such folder/python")
    assert made(recording, make_levels=SideBySide(USUAL, worth=0)) == made(recording)


@pytest.mark.usefixtures("many")
def test_the_part_of_a_failed_process_is_made_here(
    recording: Recording, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    expected = made(recording)
    monkeypatch.setattr(recording, "path", tmp_path / "gone.memtrace")
    assert made(recording, make_levels=SideBySide(USUAL, worth=0)) == expected


@pytest.mark.usefixtures("many")
def test_the_part_of_a_killed_process_is_made_here(recording: Recording) -> None:
    killed: set[int] = set()

    def kill() -> None:
        # To list them, psutil reads about every process of the machine.
        for one in workers() if len(killed) < len(Level) - 1 else ():
            with suppress(psutil.NoSuchProcess):  # it has made its part and ended
                one.kill()
                killed.add(one.pid)

    assert made_with(recording, kill) == made(recording)
    assert killed
    assert not workers()


@pytest.mark.usefixtures("many")
def test_cancelled_work_leaves_no_process(recording: Recording) -> None:
    started: list[int] = []

    def cancel() -> None:
        started[:] = (one.pid for one in workers())
        # A new process may not have its own command line yet.
        if len(started) == len(Level) - 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        made_with(recording, cancel)
    assert len(started) == len(Level) - 1
    assert not workers()
