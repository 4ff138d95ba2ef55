"""Our own interpreter as a command, whatever window or console it was started with."""

import subprocess
import sys
from pathlib import Path

from visualizer.platform.python import own_python, run_module


def test_it_is_the_one_that_runs() -> None:
    assert own_python() == sys.executable


def test_the_one_without_streams_gives_way_to_the_one_beside_it(tmp_path: Path) -> None:
    window, console = tmp_path / "pythonw.exe", tmp_path / "python.exe"
    assert own_python(str(window)) == str(window)
    console.touch()
    assert own_python(str(window)) == str(console)
    assert own_python(str(tmp_path / "PythonW.exe")) == str(console)


def test_a_file_of_the_students_does_not_stand_for_a_module_of_the_librarys(tmp_path: Path) -> None:
    (tmp_path / "random.py").write_text("raise SystemExit('the wrong one')\n", encoding="utf-8")
    command = [own_python(), *run_module("tempfile")]  # which imports random
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
