"""The window checks for a newer version only on request, and does not trust the answer."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from visualizer import __version__
from visualizer.shell.appearance.words import Words
from visualizer.shell.commands import about_window
from visualizer.shell.commands.about_window import AboutWindow, Release, newest

NEWER = {"version": "999.1", "page": "https://example.org/visualizer"}


@contextmanager
def told(answer: bytes) -> Iterator[tuple[str, list[str]]]:
    """Serve this answer on this machine; yield the address and the requested paths."""
    asked: list[str] = []

    class Describer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Describer)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/newest.json", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def about(
    qtbot: QtBot, tmp_path: Path, address: str, words: Words | None = None
) -> Iterator[AboutWindow]:
    """The About window, with this address of releases."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(about_window, "address_of_releases", lambda: address)
        parent = QWidget()
        qtbot.addWidget(parent)
        made = AboutWindow(words or Words("en"), tmp_path / "log", parent)
        made.show()
        yield made
        made.close()


def test_without_a_published_version_there_is_nothing_to_press(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with about(qtbot, tmp_path, "") as window:
        assert not window.newer.isVisible()


def test_it_asks_at_a_request_and_not_before(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        told(json.dumps(NEWER).encode()) as (address, asked),
        about(qtbot, tmp_path, address) as window,
    ):
        assert asked == []
        window.newer.click()
        qtbot.waitUntil(lambda: "999.1" in window.answer.text(), timeout=30_000)
        assert 'href="https://example.org/visualizer"' in window.answer.text()
        assert asked == ["/newest.json"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (json.dumps({"version": __version__}).encode(), "There is no newer version."),
        (b"<html>", "Could not check"),
        (b"[]", "Could not check"),
        (b'{"version": ["9"]}', "Could not check"),
    ],
)
def test_an_older_version_is_not_called_newer(
    answer: bytes, said: str, qtbot: QtBot, tmp_path: Path
) -> None:
    with told(answer) as (address, _), about(qtbot, tmp_path, address) as window:
        window.newer.click()
        qtbot.waitUntil(window.newer.isEnabled, timeout=30_000)
        assert said in window.answer.text()


def test_the_answer_follows_the_language(qtbot: QtBot, tmp_path: Path) -> None:
    words, same = Words("en"), json.dumps({"version": __version__}).encode()
    with told(same) as (address, _), about(qtbot, tmp_path, address, words) as window:
        window.newer.click()
        qtbot.waitUntil(window.newer.isEnabled, timeout=30_000)
        words.speak("ko")
        assert window.answer.text() == "새 버전이 없습니다."


def test_an_unanswered_request_is_reported(qtbot: QtBot, tmp_path: Path) -> None:
    with told(b"") as (address, _):
        pass
    with about(qtbot, tmp_path, address) as window:
        window.newer.click()
        qtbot.waitUntil(window.newer.isEnabled, timeout=30_000)
        assert "Could not check" in window.answer.text()


@pytest.mark.parametrize(
    ("version", "newer"),
    [("0.0.9", False), ("0.1.0", False), ("0.1.10", True), ("0.2", True), ("1.0rc1", True)],
)
def test_versions_are_compared_by_their_numbers(
    version: str, newer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizer.shell.commands.about_window.__version__", "0.1.0")
    assert Release(version, "").is_newer is newer


def test_an_answer_may_be_as_long_as_a_description_is() -> None:
    with told(json.dumps(NEWER | {"notes": "x" * 1000}).encode()) as (address, _):
        assert newest(address) == Release("999.1", "https://example.org/visualizer")
