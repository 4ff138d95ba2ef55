"""The process that paints the examples' pictures, and the object that starts and ends it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from tests.polling import wait_until
from visualizer.shell.start_page.pictures import Pictures


def has_folder(folder: Path) -> Callable[[], bool]:
    return lambda: any(folder.iterdir())


def test_it_ends_at_the_end_of_its_input_and_leaves_nothing_behind(tmp_path: Path) -> None:
    pictures, temporary = tmp_path / "pictures", tmp_path / "temporary"
    pictures.mkdir()
    temporary.mkdir()
    command = [sys.executable, "-m", "visualizer.shell.start_page.painting"]
    command += [str(pictures), "light", "en", "hanoi.py", "permutations.py", "fibonacci.py"]
    process = subprocess.Popen(
        command,
        env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    wait_until(has_folder(temporary))
    process.stdin.close()
    assert process.wait(60) == 130
    assert [*temporary.iterdir()] == []


def test_stopping_does_not_wait_for_the_process_to_end(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP"):
        monkeypatch.setenv(name, str(temporary))
    pictures = Pictures(tmp_path / "pictures")
    pictures.look("light", "en")
    qtbot.waitUntil(has_folder(temporary), timeout=60_000)
    (process,) = pictures.findChildren(QProcess)
    pictures.stop()
    assert not pictures.busy
    assert process.state() is QProcess.ProcessState.Running
    qtbot.waitUntil(lambda: not pictures.findChildren(QProcess), timeout=60_000)
    assert [*temporary.iterdir()] == []


def test_nothing_runs_once_the_window_has_closed(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = Pictures(tmp_path / "pictures")
    pictures.look("light", "en")
    pictures.look("dark", "en")
    processes = pictures.findChildren(QProcess)
    assert len(processes) == 2
    pictures.shut_down()
    assert {one.state() for one in processes} == {QProcess.ProcessState.NotRunning}
