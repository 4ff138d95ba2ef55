"""A window for each test that requests it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window with an empty program, and its user."""
    with open_desk(qtbot, tmp_path) as found:
        yield found
