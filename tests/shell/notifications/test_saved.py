"""A notification names each file that the user saved, and opens its folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.explain.watched.looks import MODULE, WatchedName


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path) as made:
        made.put_in("a = [1]\na.append(2)\n")
        made.record()
        yield made


@pytest.mark.parametrize(
    "command", ["export_picture", "table", "export_progress", "print", "keep_recording"]
)
def test_a_saved_file_is_named_and_its_folder_opens(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    window, person = desk.window, desk.person
    suffix = {"print": ".pdf", "keep_recording": ".memtrace"}.get(command, ".png")
    path = tmp_path / f"두 수{suffix}"
    person.pictures_as, person.prints_as = (path, 1.0), path
    person.tables_as = person.keeps_as = path
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    if command == "table":
        window.watching.add(WatchedName("program.py", MODULE, "a"))
        window.watch.save()
    else:
        desk.press(command)
    said = window.diagram.notifications.hint
    desk.until(said.isVisible)
    assert said.accessibleName() == f"Saved as {path.name} In the folder {tmp_path}"
    assert path.exists()
    said.buttons[0].click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    desk.press("forward")
    assert not said.isVisible()
