"""A field for a whole number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from visualizer.shell.widgets.number_field import NumberField


@pytest.mark.parametrize("special", ["", "one piece"])
def test_the_space_bar_leaves_the_number(qtbot: QtBot, special: str) -> None:
    field = NumberField(0, 100_000)
    field.setSpecialValueText(special)
    qtbot.addWidget(field)
    for number, text in ((0, special or "0"), (20_000, "20,000")):
        field.setValue(number)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Space)
        assert field.text() == text


def test_a_typed_number_replaces_the_special_value(qtbot: QtBot) -> None:
    field = NumberField(0, 100_000)
    field.setSpecialValueText("one piece")
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClicks(field, "5000")
    field.interpretText()
    assert field.value() == 5_000
