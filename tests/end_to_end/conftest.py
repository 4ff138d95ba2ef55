"""A window for each test that requests it, and a real screen."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from tests.systems import ON_WINDOWS

PATIENCE = 120
NEEDED = ("Xvfb", "xdotool")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window with an empty program, and its user."""
    with open_desk(qtbot, tmp_path) as found:
        yield found


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of an unused display of 1440 by 900."""
    if ON_WINDOWS:
        pytest.skip("needs an X server, which Windows has not")
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed here: {' '.join(missing)}")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    assert number, "the server did not start"
    yield f":{number}"
    server.terminate()
    server.wait(PATIENCE)
