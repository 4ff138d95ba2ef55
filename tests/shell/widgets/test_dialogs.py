"""The dialogs that ask for a file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from visualizer.shell.appearance.words import Words
from visualizer.shell.widgets.dialogs import Dialogs


@pytest.mark.parametrize("kind", ["PNG", "SVG", "PDF"])
def test_the_dialog_knows_the_name_of_a_picture_whose_suffix_was_not_typed(
    kind: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it asks before it overwrites a file."""
    known = []

    def choose(dialog: QFileDialog) -> int:
        dialog.filterSelected.emit(f"{kind} (*.{kind.lower()})")
        dialog.selectFile(str(tmp_path / "그림 하나"))
        known.extend(dialog.selectedFiles())
        return 1

    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: ("200%", True))
    monkeypatch.setattr(QFileDialog, "exec", choose)
    owner = QWidget()
    qtbot.addWidget(owner)
    chosen = Dialogs(owner, Words("en")).place_for_picture(tmp_path / "p-1.png")
    assert chosen == (tmp_path / f"그림 하나.{kind.lower()}", 2.0)
    assert [Path(one) for one in known] == [chosen[0]]


def test_no_dialog_outlives_its_answer(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in (QFileDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", lambda _: 1)
    owner = QWidget()
    qtbot.addWidget(owner)
    dialogs = Dialogs(owner, Words("en"))
    assert dialogs.place_for("program", tmp_path / "a.py") is not None
    dialogs.about_unsaved("a.py")
    qtbot.waitUntil(lambda: not owner.findChildren(QDialog))
