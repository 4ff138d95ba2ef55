"""A lab's run is saved under the given name, or the page says why not."""

import errno
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.shell.labs.test_streaming import HOST, ROWS, report
from tests.shell.windows import Desk
from visualizer.labs.history import Entry
from visualizer.shell.labs.common import saving
from visualizer.shell.labs.streaming.page import StreamingPage


@pytest.fixture
def page(desk: Desk) -> StreamingPage:
    desk.press("page_streaming")
    page = desk.window.pages.lab
    assert isinstance(page, StreamingPage)
    page.show_run({**report(*ROWS), "host": HOST})
    return page


def test_a_picture_has_the_format_of_its_name(
    desk: Desk, page: StreamingPage, tmp_path: Path
) -> None:
    desk.person.labs_as = tmp_path / "run.svg"
    page.saving.ask("png")
    assert b"<svg" in (tmp_path / "run.svg").read_bytes()


def test_a_picture_of_another_format_is_not_written(
    desk: Desk, page: StreamingPage, tmp_path: Path
) -> None:
    desk.person.labs_as = tmp_path / "run.jpg"
    page.saving.ask("png")
    assert page.notification.accessibleName().endswith("no picture format; there are png, svg")
    assert not (tmp_path / "run.jpg").exists()


@pytest.mark.parametrize("kind", ["csv", "h5"])
def test_a_full_disk_is_named_in_the_language_of_the_window(
    kind: str, desk: Desk, page: StreamingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind == "h5":
        pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")

    def full(path: Path) -> AbstractContextManager[Path]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(saving, "replacing", full)
    desk.window.words.speak("ko")
    desk.person.labs_as = tmp_path / f"run.{kind}"
    page.saving.ask(kind)
    desk.until(lambda: not page.saving.busy)
    assert "디스크가 가득" in page.notification.accessibleName()
    assert "No space" not in page.notification.accessibleName()


def test_a_run_that_is_not_stored_is_said_with_a_remedy_that_there_is(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page.results.report

    def full(report: object, when: float | None = None) -> Entry:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(page.history, "keep", full)
    page.results.ended.emit()
    said = page.notification.accessibleName()
    assert said.endswith(f"{page.history.folder}: the disk is full; free some space")
    assert page.results.report is shown


def test_a_failure_goes_when_the_run_is_saved(
    desk: Desk, page: StreamingPage, tmp_path: Path
) -> None:
    for folder in ("missing", "."):
        desk.person.labs_as = tmp_path / folder / "run.csv"
        page.saving.ask("csv")
        assert page.notification.isVisible() == (folder == "missing")
    assert page.saving.notification.isVisible()


def test_a_file_that_is_being_made_is_saved_before_the_window_closes(
    desk: Desk, page: StreamingPage, tmp_path: Path
) -> None:
    h5py = pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")
    desk.person.labs_as = tmp_path / "run.h5"
    page.saving.ask("h5")
    assert page.saving.busy
    page.saving.shut_down()
    with h5py.File(tmp_path / "run.h5") as kept:
        assert "settings" in kept.attrs
