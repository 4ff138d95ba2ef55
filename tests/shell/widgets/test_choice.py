"""A screen reader tells what a choice is about, and its value."""

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from visualizer.shell.widgets.controls import Choice


def test_a_screen_reader_gets_the_name_and_the_value_of_a_choice(qtbot: QtBot) -> None:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.addItems(["both", "errors"])
    choice.setAccessibleName("Streams")
    choice.setCurrentIndex(1)
    found = QAccessible.queryAccessibleInterface(choice)
    parts = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    assert {"Streams", "errors"} <= {found.text(part) for part in parts}
