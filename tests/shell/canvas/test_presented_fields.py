"""The fields that a presentation shows while they are used, and the commands that it lacks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.shell.windows import Desk
from visualizer.shell.canvas.addresses import Pictures


@pytest.fixture
def presented(desk: Desk) -> Desk:
    desk.put_in("a = [1, 2]\nb = a\nb.append(3)\nc = 4\n")
    desk.record()
    desk.focus_diagram()
    desk.press("present")
    return desk


@pytest.mark.parametrize("pictures", Pictures)
def test_a_step_is_typed_in_a_field_that_is_visible_while_presenting(
    presented: Desk, pictures: Pictures
) -> None:
    window = presented.window
    window.diagram.addresses.show(pictures)
    presented.press("go_to_step")
    field = window.transport.step_field
    presented.until(field.hasFocus)
    assert field.isVisible()
    QTest.keyClicks(field, "3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    presented.until(window.diagram.view.hasFocus)
    assert window.player.step == 3
    assert not window.transport.isVisible()
    assert window.presentation.on


@pytest.mark.parametrize("command", ["go_to_step", "find_object"])
def test_escape_leaves_the_field_and_then_the_presentation(presented: Desk, command: str) -> None:
    window = presented.window
    part = window.transport if command == "go_to_step" else window.diagram.bar
    presented.press(command)
    presented.until(part.isVisible)
    field = window.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    presented.until(window.diagram.view.hasFocus)
    assert not part.isVisible()
    assert window.presentation.on
    QTest.keyClick(window.diagram.view, Qt.Key.Key_Escape)
    presented.until(lambda: not window.presentation.on)
    assert part.isVisible()


def test_another_field_takes_the_place_of_the_first(presented: Desk) -> None:
    window = presented.window
    presented.press("go_to_step")
    presented.until(window.transport.isVisible)
    presented.press("find_object")
    presented.until(window.diagram.bar.isVisible)
    assert not window.transport.isVisible()


def test_commands_of_the_dock_are_off_while_presenting_hides_it(presented: Desk) -> None:
    window = presented.window
    keys = "variables", "call_tree", "watch_expression", "bookmark_note"
    commands = [window.commands[key] for key in keys]
    assert not any(command.isEnabled() for command in commands)
    presented.press("forward")
    assert not any(command.isEnabled() for command in commands)
    presented.press("present")
    assert all(command.isEnabled() for command in commands)
