"""A name in the code under the pointer shows its value and highlights its object."""

from unittest.mock import patch

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.shell.windows import Desk

PROGRAM = """\
class Node:
    def __init__(self, key):
        self.key = key


def twice(n):
    double = 2 * n
    return double


numbers = [3, 1, 2]
node = Node("a")
m = twice(21)
print(numbers)
"""


def place_of(desk: Desk, line: int, text: str) -> QPoint:
    editor = desk.window.source.editor
    block = editor.document().findBlockByNumber(line - 1)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + block.text().index(text))
    return editor.cursorRect(cursor).center() + QPoint(3, 0)


def rest_on(desk: Desk, line: int, text: str) -> str:
    """Return the tooltip's text while the pointer rests on a text."""
    at, viewport = place_of(desk, line, text), desk.window.source.editor.viewport()
    told = QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    said: list[str] = []
    # The offscreen platform shows no tooltips.
    with patch.object(QToolTip, "showText", lambda _at, text, *_: said.append(text)):
        QApplication.sendEvent(viewport, told)
    return said[-1] if said else ""


def go_to_line(desk: Desk, line: int) -> None:
    desk.go_to_first(lambda state: state.step is not None and state.step.line == line)


def test_a_name_shows_its_value_at_this_step(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    assert rest_on(desk, 11, "numbers") == "<pre>numbers has no value at this step</pre>"
    go_to_line(desk, 13)
    assert rest_on(desk, 11, "numbers") == "<pre>numbers = [3, 1, 2]</pre>"
    assert rest_on(desk, 12, "node") == "<pre>node = Node(key='a')</pre>"
    assert rest_on(desk, 1, "Node") == "<pre>Node = class Node</pre>"
    assert rest_on(desk, 7, "n") == "<pre>n has no value at this step</pre>"
    go_to_line(desk, 8)
    assert rest_on(desk, 7, "double") == "<pre>double = 42</pre>"
    assert rest_on(desk, 6, "n)") == "<pre>n = 21</pre>"
    assert rest_on(desk, 14, "print") == "", "Python's own"


def test_its_object_is_lit_until_the_pointer_goes_on(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    desk.window.view.show_level(1)
    go_to_line(desk, 13)
    window = desk.window
    names = dict(window.player.state.globals[window.workbench.file])
    assert rest_on(desk, 11, "numbers")
    assert window.diagram.scene.selected == names["numbers"]
    assert "Nothing selected" in window.dock.inspector.text
    viewport = window.source.editor.viewport()
    QTest.mouseMove(viewport, QPoint(5, viewport.height() - 5))
    desk.until(lambda: window.diagram.scene.selected is None)


def test_the_selection_stays(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    desk.window.view.show_level(2)
    go_to_line(desk, 13)
    window = desk.window
    names = dict(window.player.state.globals[window.workbench.file])
    window.select(names["node"])
    assert rest_on(desk, 11, "numbers")
    desk.press("forward")
    assert window.diagram.scene.selected == names["node"]


def test_an_edited_program_has_no_tool_tips(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    desk.press("last")
    assert rest_on(desk, 11, "numbers")
    QTest.keyClick(desk.window.source.editor, Qt.Key.Key_Space)
    assert rest_on(desk, 11, "numbers") == ""
