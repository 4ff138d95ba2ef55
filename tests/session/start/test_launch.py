"""How a program is started where nothing is left to do between fork and exec."""

import subprocess
from typing import Any

import pytest

from tests.session.conftest import Start
from visualizer.model import EndReason
from visualizer.session.start import launch


def test_a_system_whose_libraries_bear_no_python_after_a_fork_is_given_none(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on macOS, which knows no signal for a parent's end."""
    given: list[object] = []
    plain = subprocess.Popen

    def popen(*arguments: Any, **named: Any) -> subprocess.Popen[bytes]:
        given.append(named["preexec_fn"])
        return plain(*arguments, **named)

    monkeypatch.setattr(launch, "death_signal", lambda: None)
    monkeypatch.setattr(subprocess, "Popen", popen)
    run = start("print('hello')\n")
    assert run.to_the_end().reason is EndReason.FINISHED
    assert run.session.steps == 2
    assert run.output == [("stdout", b"hello\n")]
    assert given == [None]
