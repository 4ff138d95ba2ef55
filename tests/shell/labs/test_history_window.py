"""The window of a lab's earlier runs."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.shell.labs.test_streaming import HOST, ROWS, report
from tests.shell.windows import Desk
from visualizer.labs.history import Entry
from visualizer.shell.labs.streaming.page import StreamingPage


@pytest.fixture
def page(desk: Desk) -> StreamingPage:
    desk.press("page_streaming")
    page = desk.window.pages.lab
    assert isinstance(page, StreamingPage)
    for when in (1.0, 2.0, 3.0):
        page.history.keep({**report(*ROWS), "host": HOST}, when)
    page.open_history()
    return page


@contextmanager
def loaded(page: StreamingPage, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Give the times of the runs that are read meanwhile."""
    found, load = [], page.history.load

    def noted(entry: Entry) -> object:
        found.append(entry.when)
        return load(entry)

    with monkeypatch.context() as patch:
        patch.setattr(page.history, "load", noted)
        yield found


def test_a_stored_run_is_read_once(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = page._history_window
    assert window is not None
    assert window.list.count() == 3
    with loaded(page, monkeypatch) as found:
        window.forget_button.click()
        assert window.list.count() == 2
        assert found == [3.0]
        page.history.keep({**report(*ROWS), "host": HOST}, 4.0)
        page.results.ended.emit()
        assert window.list.count() == 3
        assert found == [3.0, 4.0]


def test_the_stored_runs_are_described_in_the_language_of_the_window(
    desk: Desk, page: StreamingPage
) -> None:
    window = page._history_window
    assert window is not None
    english = window.list.item(0).text()
    desk.window.words.speak("ko")
    assert window.list.item(0).text() != english
    desk.window.words.speak("en")
    assert window.list.item(0).text() == english


def test_the_button_counts_the_runs_that_the_window_lists(desk: Desk) -> None:
    desk.press("page_streaming")
    page = desk.window.pages.lab
    assert isinstance(page, StreamingPage)
    for when in (1.0, 2.0, 3.0):
        entry = page.history.keep({**report(*ROWS), "host": HOST}, when)
    entry.path.write_text("{}", encoding="utf-8")
    page.open_history()
    window = page._history_window
    assert window is not None
    assert window.list.count() == 2
    assert page.history_button.text().strip() == desk.window.words("lab.history", runs="2")
