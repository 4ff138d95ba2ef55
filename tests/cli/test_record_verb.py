"""The verb record: what a shell sees of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import VISUALIZER
from visualizer.recording import Recording


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a program in it."""
    monkeypatch.chdir(tmp_path)
    Path("echo it.py").write_text("import sys\nprint(sys.argv[1:], sys.stdin.read())\n")
    return tmp_path


def recorded(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*VISUALIZER, "record", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )


def test_a_program_is_recorded_beside_its_name(folder: Path) -> None:
    (folder / "text").write_text("typed")
    done = recorded("echo it.py", "--stdin", "text", "--", "a b", "--help", "--")
    assert (done.returncode, done.stdout, done.stderr) == (0, "['a b', '--help', '--'] typed\n", "")
    assert {path.name for path in folder.iterdir()} == {"echo it.py", "echo it.memtrace", "text"}
    recording = Recording.open(folder / "echo it.memtrace")
    recording.check()
    assert recording.sources == {"echo it.py": (folder / "echo it.py").read_text()}
    recording.close()


FULL = "cannot be written: No space left on device"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["missing.py"], "missing.py: no such file; check the path"),
        (["."], ".: is a directory; choose a Python program"),
        (["binary"], "binary: not a text file; choose a Python program"),
        (
            ["echo it.py", "--stdin", "missing"],
            "missing: cannot be read: No such file or directory",
        ),
        (["echo it.py", "-o", "missing/x"], "missing/x: its directory does not exist; create it"),
        (["echo it.py", "-o", "."], ".: is a directory; name a file"),
        (
            ["echo it.py", "-o", "/dev/full"],
            "/dev/full: cannot be written: No space left on device",
        ),
    ],
)
def test_what_cannot_be_recorded_is_said_in_one_line(
    folder: Path, arguments: list[str], fault: str
) -> None:
    (folder / "binary").write_bytes(bytes(range(256)))
    done = recorded(*arguments)
    assert (done.returncode, done.stderr) == (1, f"visualizer: {fault}\n")
    assert {path.name for path in folder.iterdir()} == {"echo it.py", "binary"}


def test_a_syntax_error_is_shown_as_python_shows_it(folder: Path) -> None:
    (folder / "wrong.py").write_text("x = 1\nif x\n    pass\n")
    done = recorded("wrong.py")
    plain = subprocess.run(
        [sys.executable, "wrong.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(plain.stderr.replace('"wrong.py"', f'"{folder}/wrong.py"'))
    assert done.stderr.splitlines()[-1] == "visualizer: wrong.py, line 2: expected ':'"
    assert not (folder / "wrong.memtrace").exists()
