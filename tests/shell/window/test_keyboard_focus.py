"""Keys go where one works: a run that did not begin leaves them in the editor."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.shell.windows import Desk
from visualizer.shell.run.options import RunOptions


@pytest.mark.parametrize("command", ["record", "record_inside"])
def test_a_syntax_error_takes_the_keys_to_its_line(desk: Desk, command: str) -> None:
    window, editor = desk.window, desk.window.source.editor
    desk.put_in("a = 1\nfor i in range(3)\n    print(i)\n")
    editor.setFocus()
    desk.press(command)
    desk.until(lambda: not window.workbench.run.active)
    desk.until(lambda: window.focusWidget() is editor)
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClicks(editor, ":")
    assert window.source.text == "a = 1\nfor i in range(3):\n    print(i)\n"


def test_a_run_that_may_not_begin_leaves_the_keys_in_the_editor(desk: Desk) -> None:
    window = desk.window
    desk.put_in("a = 1\n")
    window.run_memory.choose(RunOptions(folder=Path("nowhere")))
    window.source.editor.setFocus()
    desk.press("record")
    assert window.focusWidget() is window.source.editor


def test_a_run_gives_the_keys_to_the_diagram(desk: Desk) -> None:
    desk.window.source.editor.setFocus()
    desk.record_again("a = 1\n")
    assert desk.window.focusWidget() is desk.window.diagram.view
