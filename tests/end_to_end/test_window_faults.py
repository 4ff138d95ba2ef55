"""The window survives its own faults, reports them, and logs them; About describes the program."""

import logging
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLoggingCategory, QTimer, qCWarning, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, cut_off, open_desk
from visualizer import __version__
from visualizer.shell.commands.about_window import (
    AboutWindow,
    LicenceWindow,
    everything_shipped,
    shipped,
)
from visualizer.shell.notifications.diagnostic import diagnostic
from visualizer.shell.notifications.faults import LOG, Faults, open_log
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.skeleton import NARROW
from visualizer.shell.window.window import MainWindow


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log that the fixture closes afterwards."""
    before = list(LOG.handlers)
    path = tmp_path / "로그" / "visualizer.log"
    open_log(path)
    yield path
    for handler in LOG.handlers[len(before) :]:
        LOG.removeHandler(handler)
        handler.close()


def fail_with(text: str) -> None:
    raise ValueError(text)


def test_a_fault_is_reported_logged_and_copied_without_text_of_the_user(
    desk: Desk, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window, notification = desk.window, desk.window.diagram.notifications.fault
    desk.put_in("secret = 'of my own'\n")
    faults = Faults()
    faults.met.connect(window.show_fault)
    with capture_exceptions():
        faults.watch()
        QTimer.singleShot(0, partial(fail_with, "secret = 'of my own'"))
        desk.until(notification.isVisible)
        thread = threading.Thread(target=fail_with, args=("elsewhere",))
        thread.start()
        thread.join()
        qWarning("Qt has something to say")
        # The stubs want bytes, the functions want text.
        atspi = QLoggingCategory("qt.accessibility.atspi")  # type: ignore[arg-type]
        qCWarning(atspi, "a label is no text")  # type: ignore[arg-type]
        faults.stop()
    assert "ValueError" in notification.accessibleName()
    desk.until(lambda: not cut_off(notification))
    written = log.read_text(encoding="utf-8")
    assert "fail_with" in written
    assert "ValueError: elsewhere" in written
    assert "Qt: Qt has something to say" in written
    assert "a label is no text" not in written
    assert "Traceback" in capsys.readouterr().err
    notification.buttons[0].click()
    copied = QGuiApplication.clipboard().text()
    assert f"visualizer {__version__}" in copied
    assert "in fail_with" in copied
    assert "secret" not in copied
    assert str(Path.home()) not in copied
    notification.buttons[1].click()
    assert "secret = 'of my own'" in QGuiApplication.clipboard().text()
    desk.record()
    assert window.player.steps == 2, "the window goes on"


def test_a_diagnostic_has_causes_and_messages_about_code_only(qapp: object) -> None:
    try:
        try:
            fail_with("typed text")
        except ValueError as error:
            raise AttributeError("'int' object has no attribute 'x'") from error
    except AttributeError as error:
        told = diagnostic(error)
    assert told.index("ValueError\n") < told.index("AttributeError: 'int' object")
    assert "typed text" not in told


def test_the_log_is_bounded_and_a_place_that_is_none_is_no_fault(log: Path, tmp_path: Path) -> None:
    for number in range(300):
        LOG.error("%s %s", number, "x" * 10_000)
    files = list(log.parent.iterdir())
    assert len(files) == 3
    assert sum(path.stat().st_size for path in files) < 2 << 20
    tmp_path.joinpath("file").write_text("")
    count = len(LOG.handlers)
    open_log(tmp_path / "file" / "log")
    assert len(LOG.handlers) == count
    assert logging.getLogger().handlers is not LOG.handlers
    assert sys.excepthook is not None


@pytest.mark.parametrize("content", [b"\0\1\2", b"{not: settings", b"\xff\xfe", b"[General]\nx"])
def test_settings_that_cannot_be_read_are_set_aside_with_a_word(
    qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "window.ini"
    file.write_bytes(content)
    with open_desk(qtbot, tmp_path) as desk:
        notification = desk.window.diagram.notifications.notice
        assert notification.isVisible()
        assert str(tmp_path / "window.ini.broken") in notification.accessibleName()
    assert tmp_path.joinpath("window.ini.broken").read_bytes() == content
    with open_desk(qtbot, tmp_path) as desk:
        assert not desk.window.diagram.notifications.notice.isVisible()


def test_the_start_page_shows_that_settings_were_set_aside(qtbot: QtBot, tmp_path: Path) -> None:
    tmp_path.joinpath("window.ini").write_bytes(b"{not: settings")
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        page = desk.window.pages.page
        assert page is not None
        assert page.notification.isVisible()
        assert str(tmp_path / "window.ini.broken") in page.notification.accessibleName()


def test_settings_that_cannot_be_written_are_reported(qtbot: QtBot, tmp_path: Path) -> None:
    tmp_path.joinpath("window.ini").mkdir()
    with open_desk(qtbot, tmp_path) as desk:
        notification = desk.window.diagram.notifications.notice
        assert notification.isVisible()
        assert str(tmp_path / "window.ini") in notification.accessibleName()
        desk.window.appearance.choose("dark")
        assert desk.window.appearance.name == "dark"


def test_keys_of_another_version_survive(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    file.write_text("; mine\n[General]\nlevel=2\nfuture=a, b\n[later]\nkey=@ByteArray(x)\n")
    preferences = Preferences(file)
    preferences.put("level", 3)
    assert preferences.sync()
    text = file.read_text()
    assert preferences.set_aside is None
    assert "future=a, b" in text
    assert "[later]\nkey=@ByteArray(x)" in text
    assert "level=3" in text


def test_about_lists_the_installed_versions_and_licences(desk: Desk) -> None:
    packages = {one.name.casefold().replace("_", "-"): one for one in shipped()}
    assert {"visualizer", "pyside6-essentials", "shiboken6", "numpy", "lucide"} <= set(packages)
    assert "pytest" not in packages
    assert all(one.version and one.licence for one in packages.values())
    desk.press("about")
    (about,) = desk.window.findChildren(AboutWindow)
    desk.until(about.isVisible)
    assert not about.isModal()
    about.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert packages["numpy"].licence in copied
    assert str(desk.window.places.log) in copied
    links = [one for one in about.findChildren(QLabel) if "<a href" in one.text()]
    assert len(links) > len(packages) // 2  # some come without the text of their licence
    (numpy,) = [n for n, one in enumerate(everything_shipped()) if one.name == "numpy"]
    (link,) = [one for one in links if f'href="{numpy}"' in one.text()]
    link.linkActivated.emit(str(numpy))
    (licence,) = about.findChildren(LicenceWindow)
    assert "Redistribution and use" in licence.text.toPlainText()
    about.close()


@pytest.mark.parametrize("width", [1024, 1440, 3840])
def test_panes_go_back_to_where_they_were_on_the_first_day(desk: Desk, width: int) -> None:
    window, arrangement = desk.window, desk.window.arrangement
    window.resize(width, 2160 if width > 2000 else 700)
    desk.until(lambda: window.width() == width)
    arrangement.reset()
    first = arrangement.whole.sizes()
    arrangement.left.setSizes([100, 900])
    arrangement.whole.setSizes([500, 400, *([] if width < NARROW else [300])])
    desk.press("dock")
    assert window.dock.isHidden()
    desk.press("reset_panes")
    assert arrangement.dock_shown
    assert arrangement.whole.sizes() == first
    assert window.dock.isVisible()
    assert arrangement.left.sizes()[0] > arrangement.left.sizes()[1]
    assert not cut_off(window.header)
