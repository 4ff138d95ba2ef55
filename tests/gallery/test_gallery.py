"""The command makes the gallery: one picture of each sort."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.gallery.__main__ import make
from tests.gallery.labs import LABS
from tests.gallery.shots import DIAGRAMS, WINDOWS, Shot


def test_a_diagram_and_a_window_are_made_from_a_recorded_program(
    qtbot: QtBot, tmp_path: Path
) -> None:
    found = make(["call-light", "window-light"], tmp_path, tmp_path)
    assert [path.name for path in found] == ["call-light.png", "window-light.png"]
    diagram, window = (QImage(str(path)).width() for path in found)
    assert 100 < diagram < window


@pytest.mark.parametrize("shot", [*DIAGRAMS, *WINDOWS], ids=lambda shot: shot.name)
def test_every_program_of_the_gallery_is_there(shot: Shot) -> None:
    assert shot.program.is_file()


def test_no_two_pictures_share_a_name() -> None:
    names = [shot.name for shot in (*DIAGRAMS, *WINDOWS, *LABS)]
    assert len(set(names)) == len(names)
