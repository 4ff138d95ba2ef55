"""Recordings and settings of every release so far open with what there is now."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from tests.kept.keep import FACTS, HERE, RECORDING, SETTINGS, visualizer
from tests.recorder.matching import step_of
from tests.shell.windows import open_desk

RELEASES = sorted(path.name for path in HERE.iterdir() if (path / FACTS).is_file())


def test_there_are_releases() -> None:
    assert "0.1.0" in RELEASES


@pytest.mark.parametrize("release", RELEASES)
def test_a_stored_recording_reads_as_it_did_then(release: str, tmp_path: Path) -> None:
    shutil.copy(HERE / release / RECORDING, tmp_path)
    kept = json.loads((HERE / release / FACTS).read_text())
    now = json.loads(visualizer("info", "--json", RECORDING, folder=tmp_path))
    assert {key: now[key] for key in kept} == kept
    visualizer("check", RECORDING, folder=tmp_path)
    lines = visualizer("export", RECORDING, "--format", "jsonl", folder=tmp_path).splitlines()
    assert len([line for line in lines if '"step"' in line]) >= kept["steps"]


@pytest.mark.parametrize("release", RELEASES)
def test_a_window_goes_on_with_its_settings_and_its_recording(
    release: str, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in (SETTINGS, RECORDING):
        shutil.copy(HERE / release / name, tmp_path)
    with open_desk(qtbot, tmp_path, level=None) as desk:
        window = desk.window
        assert window.preferences.set_aside is None
        assert window.words.language == "ko"
        assert window.appearance.name == "dark"
        assert window.preferences.number("text_percent", 50, 400, 0) == 125
        assert window.commands["level_2"].isChecked()
        assert not window.commands["follow"].isChecked()
        assert window.commands["wrap"].isChecked()
        assert window.commands["record"].shortcuts() == [QKeySequence("Ctrl+Shift+Y")]
        window.open_file(tmp_path / RECORDING)
        desk.until(lambda: window.player.steps == 37)
        window.player.last()
        assert step_of(window.player.state).number == 37
        window.appearance.choose("light")
        window.appearance.scale_text(100)
        window.words.speak("en")
