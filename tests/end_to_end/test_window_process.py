"""The window as a separate process: its start and its end."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.polling import wait_until
from tests.systems import home_in, needs_signals, state_in

PATIENCE = 120


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the window with a home and a temporary folder of its own."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        tmp_path.joinpath("tmp").mkdir(exist_ok=True)
        surroundings = {
            **os.environ,
            "HOME": str(tmp_path),
            **home_in(tmp_path),
            "TMPDIR": str(tmp_path / "tmp"),
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "visualizer", *arguments],
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def sessions(folder: Path) -> list[Path]:
    return list(state_in(folder).glob("sessions/*/session.json"))


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_window_and_leaves_nothing_behind(
    launch: Callable[..., subprocess.Popen[str]], tmp_path: Path, number: signal.Signals
) -> None:
    program = tmp_path / "program.py"
    program.write_text("x = 1\n")
    window = launch(str(program))

    def has_begun() -> bool:
        assert window.poll() is None, window.communicate()
        return bool(sessions(tmp_path))

    wait_until(has_begun)
    window.send_signal(number)
    out, errors = window.communicate(timeout=PATIENCE)
    assert window.returncode == 128 + number
    assert (out, errors) == ("", "")
    assert list(tmp_path.glob("tmp/*")) == []
    left = {path.name for path in state_in(tmp_path).glob("sessions/*/*")}
    assert left == {"session.json"}


def test_a_file_that_cannot_be_opened_gives_one_line_and_no_window(
    launch: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    binary = tmp_path / "binary.py"
    binary.write_bytes(b"\0\1")
    for name in (tmp_path / "missing.py", binary, tmp_path):
        window = launch(str(name))
        out, errors = window.communicate(timeout=PATIENCE)
        assert window.returncode == 1
        assert out == ""
        assert errors.startswith(f"visualizer: {name}: ")
        assert errors.count("\n") == 1
    assert list(tmp_path.glob("tmp/*")) == []
