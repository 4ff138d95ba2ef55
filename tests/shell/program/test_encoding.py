"""A program that is not UTF-8: read as the user says, and written as UTF-8 only on request."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.shell.program.document import Undecoded, load
from visualizer.shell.window.window import MainWindow

TEXT = '# 학생 이름\nname = "철수"\nprint("안녕", name)\n'
KOREAN = TEXT.replace("\n", "\r\n").encode("cp949")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A program that an old editor saved."""
    path = tmp_path / "옛 과제.py"
    path.write_bytes(KOREAN)
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("x = '가'", "cp949"), ("책 = '책 카드'", "cp949"), ("x = 'été'", "cp1252")],
)
def test_the_encoding_of_an_undecodable_file_is_guessed(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "old.py"
    path.write_bytes(text.encode(encoding))
    with pytest.raises(Undecoded) as caught:
        load(path)
    assert caught.value.guess == encoding


@pytest.mark.parametrize(
    "data",
    [
        b"x = '\x81'\n",
        "# coding: ascii\nname = '철수'\n".encode("cp949"),
        b"\xef\xbb\xbfx = '\xe9t\xe9'\n",
        "x = 'naïve café'\n".encode() + b"y = '\xe9'\n",
    ],
    ids=["no encoding has them", "a coding line", "a byte order mark", "damaged UTF-8"],
)
def test_no_encoding_is_offered_for_a_file_that_is_in_none(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.py"
    path.write_bytes(data)
    with pytest.raises(Undecoded) as caught:
        load(path)
    assert caught.value.guess == ""


def test_a_korean_file_is_shown_unchanged_and_saved_as_utf_8(desk: Desk, path: Path) -> None:
    files, source = desk.window.files, desk.window.source
    files.open_path(path)
    problem = desk.window.diagram.notifications.problem
    assert "cp949" in problem.buttons[0].text()
    problem.buttons[0].click()
    assert source.text == TEXT
    assert not files.unsaved
    assert path.read_bytes() == KOREAN
    desk.press("save")
    assert path.read_bytes() == TEXT.replace("\n", "\r\n").encode()


def test_a_file_that_became_utf_8_meanwhile_is_said_to_be_nothing_else(
    desk: Desk, path: Path
) -> None:
    files, notifications = desk.window.files, desk.window.diagram.notifications
    files.open_path(path)
    path.write_text(TEXT, encoding="utf-8")
    notifications.problem.buttons[0].click()
    assert desk.window.source.text == TEXT
    assert not files.unsaved
    assert not notifications.hint.isVisible()


def test_the_next_window_offers_to_read_the_file_again(
    qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.window.files.open_path(path, guess="cp949")
    with open_desk(qtbot, tmp_path, begin=MainWindow.open_last) as desk:
        desk.window.diagram.notifications.problem.buttons[0].click()
        assert desk.window.source.text == TEXT
    assert path.read_bytes() == KOREAN


def test_a_recording_of_it_writes_utf_8_before_python_reads_the_file(
    desk: Desk, path: Path
) -> None:
    desk.window.files.open_path(path, guess="cp949")
    desk.record()
    desk.press("last")
    assert path.read_bytes() == TEXT.replace("\n", "\r\n").encode()
    assert desk.output == "안녕 철수\n"


def test_the_title_says_that_another_program_saved_it_as_utf_8(desk: Desk, path: Path) -> None:
    window = desk.window
    window.files.open_path(path, guess="cp949")
    desk.put_in("# 내 것\n")
    assert window.windowTitle().startswith("*")
    path.write_text("# 내 것\n", encoding="utf-8")
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    desk.until(lambda: not window.windowTitle().startswith("*"))
    assert not window.files.unsaved


def test_another_program_may_change_it_meanwhile(desk: Desk, path: Path) -> None:
    desk.window.files.open_path(path, guess="cp949")
    path.write_bytes("# 바뀐 것\n".encode("cp949"))
    desk.put_in("# 내 것\n")
    desk.press("save")
    assert path.read_bytes() == "# 바뀐 것\n".encode("cp949")
    desk.press("save")
    assert path.read_text(encoding="utf-8") == "# 내 것\n"
