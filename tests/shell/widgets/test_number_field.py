"""A field for a whole number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
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


@pytest.mark.parametrize(
    ("typed", "shown", "limits"),
    [
        ("3000", "1,500", ["2 – 1,500"]),
        ("900", "900", []),
        ("0", "2", ["2 – 1,500"]),
        ("1", "2", ["2 – 1,500"]),
    ],
)
def test_a_number_outside_the_limits_becomes_the_nearest_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str, shown: str, limits: list[str]
) -> None:
    said = list[str]()
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _field: said.append(text))
    field = NumberField(2, 1_500)
    qtbot.addWidget(field)
    field.setValue(5)
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert field.lineEdit().text() == typed
    field.interpretText()
    assert field.text() == shown
    qtbot.waitUntil(lambda: said == limits)
