"""A lab's run is saved under the given name, or the page says why not."""

import errno
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.shell.labs.test_streaming import HOST, ROWS, report
from tests.shell.windows import Desk
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


def test_a_full_disk_is_named_in_the_language_of_the_window(
    desk: Desk, page: StreamingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> AbstractContextManager[Path]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(saving, "replacing", full)
    desk.window.words.speak("ko")
    desk.person.labs_as = tmp_path / "run.csv"
    page.saving.ask("csv")
    assert "디스크가 가득" in page.notification.accessibleName()
    assert "No space" not in page.notification.accessibleName()
