"""Commands in this process, and a recording to try them on."""

import sys
from pathlib import Path

import pytest

from tests.recording.files import write
from tests.recording.script import Script
from visualizer.cli import main
from visualizer.model import Event

type Captured = pytest.CaptureFixture[str]
VISUALIZER = [sys.executable, "-m", "visualizer"]


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording of three steps."""
    path = tmp_path_factory.mktemp("한글 dir") / "a b.memtrace"
    script = Script()
    script.begin(Event.LINE, 1)
    script.new(size=100)
    records = [script.hello(), script.end(), script.step(Event.LINE, 2), script.step(Event.FINISH)]
    write(path, *records)
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def one_line(captured: Captured) -> str:
    """Return the only output: a line on standard error."""
    out, err = captured.readouterr()
    assert out == ""
    assert err.startswith("visualizer: ")
    assert err.endswith("\n")
    assert len(err.splitlines()) == 1
    return err.removeprefix("visualizer: ").rstrip("\n")
