"""Cards of the start page: their picture is read when it is painted, the visible ones first."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from visualizer.lessons.examples import examples
from visualizer.shell.start_page.cards import ExampleCard
from visualizer.shell.start_page.pictures import Pictures
from visualizer.shell.start_page.shown import Shown, all_shown


def test_a_card_reads_its_picture_once_it_is_there_and_only_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    card = ExampleCard(Shown(examples()[0]))
    qtbot.addWidget(card)
    file, picture = tmp_path / "one.png", QPixmap(4, 4)
    card.show_picture(str(file))
    assert not card.read_picture()
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(file))
    assert card.read_picture()
    file.unlink()
    card.show_picture(str(file))
    assert card.read_picture()
    card.show_picture(str(tmp_path / "other.png"))
    assert not card.read_picture()


def test_the_visible_pictures_are_painted_first(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(Pictures, "_start", lambda _, arguments: started.extend(arguments))
    files = [one.file for one in all_shown()]
    pictures = Pictures(tmp_path)
    pictures.look("light", "en", {files[-1], files[-2]})
    assert started[3:] == [*files[-2:], *files[:-2]]
