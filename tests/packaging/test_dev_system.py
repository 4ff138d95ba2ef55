"""The packages that the system lacks, and the command that installs them."""

import ctypes.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import dev_system
import pytest
from dev_environment import STANDARD_ERROR

HOLD = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    print("locked", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """A stand-in for a Debian where the user is root and everything is missing."""
    facts = {"apt": True, "root": True, "libraries": False, "programs": False, "works": True}
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev_system, "FONTS", {"/nowhere/Font.ttf": "fonts-nanum"})
    monkeypatch.setattr(dev_system, "LISTS_LOCK", Path("/nowhere/lock"))
    there = {"apt-get": "apt", "Xvfb": "programs", "xdotool": "programs"}
    monkeypatch.setattr(
        shutil, "which", lambda name: f"/bin/{name}" if facts[there[name]] else None
    )
    monkeypatch.setattr(os, "geteuid", lambda: 0 if facts["root"] else 1000, raising=False)
    monkeypatch.setattr(dev_system, "can_load", lambda library: facts["libraries"])
    return facts


@pytest.fixture
def apt_calls(machine: dict[str, bool], monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    calls: list[tuple[str, ...]] = []

    def call(command: tuple[str, ...], **options: object) -> int:
        calls.append(command)
        assert options["stdin"] == subprocess.DEVNULL
        assert options["stdout"] == STANDARD_ERROR
        return 0 if machine["works"] else 100

    monkeypatch.setattr(subprocess, "call", call)
    return calls


def test_root_on_debian_installs_missing_packages(apt_calls: list[tuple[str, ...]]) -> None:
    dev_system.install_missing_packages()
    update, install = apt_calls
    assert update[:2] == ("apt-get", "update")
    assert install[:2] == ("apt-get", "install")
    assert {*dev_system.LIBRARIES.values(), "fonts-nanum", "xvfb", "xdotool"} <= set(install)


def test_nothing_missing_costs_nothing(
    machine: dict[str, bool],
    apt_calls: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine["libraries"] = machine["programs"] = True
    monkeypatch.setattr(dev_system, "FONTS", {})
    dev_system.install_missing_packages()
    assert apt_calls == []
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("lacking", ["apt", "root", "works"])
def test_otherwise_the_packages_are_named(
    machine: dict[str, bool],
    apt_calls: list[tuple[str, ...]],
    capsys: pytest.CaptureFixture[str],
    lacking: str,
) -> None:
    machine[lacking] = False
    dev_system.install_missing_packages()
    message = capsys.readouterr().err
    assert "apt-get install libglib2.0-0 libgl1 libegl1" in message
    assert "going on without" in message
    assert len(apt_calls) == (1 if lacking == "works" else 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no apt-get")
def test_another_apt_that_updates_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "lock"
    lock.touch()
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, lock],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert held.stdout is not None
    assert held.stdin is not None
    assert held.stdout.readline() == b"locked\n"
    looks = []

    def look(seconds: float) -> None:
        looks.append(seconds)
        held.communicate(b"\n")

    monkeypatch.setattr(time, "sleep", look)
    dev_system.wait_for_lists(lock)
    assert looks == [dev_system.A_LOOK]


def test_elsewhere_there_is_nothing_to_install(
    machine: dict[str, bool], apt_calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    dev_system.install_missing_packages()
    assert apt_calls == []


def test_the_loader_is_asked() -> None:
    assert not dev_system.can_load("libno-such-library.so.1")
    assert dev_system.can_load(ctypes.util.find_library("c") or "ucrtbase")
