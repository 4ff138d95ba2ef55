"""Starting a program without any code between fork and exec, where possible."""

import subprocess
from typing import Any

import pytest

from tests.session.conftest import Start
from visualizer.model import EndReason
from visualizer.session.start import launch


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Collect the function that each started program runs between fork and exec."""
    found: list[object] = []
    plain = subprocess.Popen

    def popen(*arguments: Any, **named: Any) -> subprocess.Popen[bytes]:
        found.append(named["preexec_fn"])
        return plain(*arguments, **named)

    monkeypatch.setattr(subprocess, "Popen", popen)
    return found


def test_a_system_whose_libraries_allow_no_python_after_a_fork_gets_none(
    start: Start, monkeypatch: pytest.MonkeyPatch, given: list[object]
) -> None:
    """As on macOS, which has no signal for a parent's end."""
    monkeypatch.setattr(launch, "death_signal", lambda: None)
    run = start("print('hello')\n")
    assert run.to_the_end().reason is EndReason.FINISHED
    assert run.session.steps == 2
    assert run.output == [("stdout", b"hello\n")]
    assert given == [None]


@pytest.mark.needs_core
def test_the_engine_leaves_nothing_to_do_for_which_our_memory_would_have_to_be_shared(
    start: Start, given: list[object]
) -> None:
    assert start("print('hello')\n").to_the_end().reason is EndReason.FINISHED
    assert given == [None]
