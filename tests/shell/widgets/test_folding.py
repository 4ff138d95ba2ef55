"""Headings that show and hide what is below them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from visualizer.shell.widgets.folding import FoldButton


def test_a_screen_reader_gets_a_button_that_it_can_expand_and_collapse(qtbot: QtBot) -> None:
    button = FoldButton("section")
    qtbot.addWidget(button)
    button.set_words("Variables")
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() is QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Variables"
    assert interface.state().expandable
    assert interface.state().collapsed
    assert not interface.state().checkable

    actions = interface.actionInterface()
    actions.doAction(actions.pressAction())
    assert button.isChecked()
    assert interface.state().expanded
    assert not interface.state().collapsed

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert interface.state().collapsed
