"""A closed window leaves no objects."""

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk

PROGRAM = """\
def f(n):
    return [n] if n == 0 else [n, f(n - 1)]
kept = f(3)
print(kept)
"""


def nothing_done(desk: Desk) -> None:
    assert desk.window.player.recording is None


def a_program_recorded(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    desk.press("forward")
    desk.window.select(next(iter(desk.window.player.state.heap)))
    desk.until(lambda: desk.window.transport.timeline.is_complete)


@pytest.mark.parametrize("use", [nothing_done, a_program_recorded])
def test_a_closed_window_goes_with_all_its_parts(
    qtbot: QtBot, tmp_path: Path, use: Callable[[Desk], None]
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        use(desk)
        window = desk.window
        kept = [window, window.player, window.appearance, window.diagram.scene, window.dock]
        left = [weakref.ref(one) for one in kept]
    window.deleteLater()
    del desk, kept, window
    # Pending work goes as well.
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [type(one).__name__ for one in (ref() for ref in left) if one is not None] == []
