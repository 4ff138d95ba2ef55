"""Our own interpreter as a command, after a start with a window or with a console."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from visualizer.platform.python import base_of, command_of, own_python, run_module


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


@pytest.mark.parametrize("folder", ["venv", "venv/Scripts"])
def test_the_base_of_a_virtual_environment_is_read_as_its_launcher_does(
    tmp_path: Path, folder: str
) -> None:
    home = tmp_path / "파이썬 3.13"
    home.mkdir()
    (home / "python.exe").touch()
    python = tmp_path / "venv" / "Scripts" / "python.exe"
    python.parent.mkdir(parents=True)
    (tmp_path / folder / "pyvenv.cfg").write_text(
        f"include-system-site-packages = false\nhome = {home}\nversion = 3.13.11\n",
        encoding="utf-8",
    )
    assert base_of(str(python)) == str(home / "python.exe")


def test_without_a_base_that_is_there_an_interpreter_is_taken_as_it_is(tmp_path: Path) -> None:
    python = tmp_path / "venv" / "Scripts" / "python.exe"
    python.parent.mkdir(parents=True)
    assert base_of(str(python)) is None
    (tmp_path / "venv" / "pyvenv.cfg").write_text(f"home = {tmp_path / 'gone'}\n", encoding="utf-8")
    assert base_of(str(python)) is None
    (tmp_path / "venv" / "pyvenv.cfg").write_bytes(b"home = \xff\xfe")
    assert base_of(str(python)) is None


def test_the_started_process_is_the_interpreter_itself(tmp_path: Path) -> None:
    """On Windows a virtual environment's ``python.exe`` is a launcher that starts another process.

    A file stands in for it here, as the command must not start it at all.
    """
    base = Path(getattr(sys, "_base_executable"))  # noqa: B009
    environment = tmp_path / "환경 1"
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / base.name
    python.parent.mkdir(parents=True)
    (environment / "pyvenv.cfg").write_text(f"home = {base.parent}\n", encoding="utf-8")
    if sys.platform == "win32":
        python.touch()
    else:
        python.symlink_to(base)
    start = command_of(str(python))
    text = "import os, sys; print(os.getpid(), sys.prefix, flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [start.executable, "-X", "utf8", "-c", text],
        env=os.environ | start.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as child:
        assert child.stdout is not None
        process, prefix = child.stdout.readline().rstrip("\n").split(" ", 1)
        child.communicate()
    assert int(process) == child.pid
    assert Path(prefix) == environment
