"""The trial of an AppImage detects a process that does not end, and files left behind."""

from pathlib import Path

import package_linux_trial
import pytest
from package_linux_trial import end_by_signal, hold_empty
from package_smoke import Fault

from tests.systems import ON_WINDOWS

pytestmark = pytest.mark.skipif(ON_WINDOWS, reason="an AppImage is for Linux")


def an_app(folder: Path, script: str) -> Path:
    """Make a command that stands in for an AppImage."""
    app = folder / "app"
    app.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    app.chmod(0o755)
    return app


def test_a_process_that_ends_at_a_request_passes(tmp_path: Path) -> None:
    end_by_signal(an_app(tmp_path, "echo plain; exec sleep 60"), tmp_path, "plain")


def test_a_process_that_runs_from_elsewhere_fails(tmp_path: Path) -> None:
    app = an_app(tmp_path, "echo plain; exec sleep 60")
    with pytest.raises(Fault, match="runs from plain, not from squashfuse"):
        end_by_signal(app, tmp_path, "squashfuse")


def test_a_process_that_leaves_the_application_running_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_linux_trial, "PATIENCE_AT_END", 0.2)
    # The shell ends on the signal; its child keeps the output open.
    app = an_app(tmp_path, "sleep 5 & echo plain; wait")
    with pytest.raises(Fault, match="goes on"):
        end_by_signal(app, tmp_path, "plain")


def test_a_folder_that_was_unpacked_must_not_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_linux_trial, "PATIENCE_AT_END", 0.0)
    (tmp_path / "of the user").mkdir()
    hold_empty(tmp_path)
    (tmp_path / ".visualizer-a1b2c3").mkdir()
    with pytest.raises(Fault, match=r"visualizer-a1b2c3"):
        hold_empty(tmp_path)
