"""A screen reader announces a chart as a chart, with its name and what is selected in it."""

from PySide6.QtGui import QAccessible, QColor, QPainter
from pytestqt.qtbot import QtBot

from visualizer.charts.chart import Chart


class Plain(Chart):
    def paint(self, painter: QPainter) -> None:
        pass


def test_a_screen_reader_finds_a_chart(qtbot: QtBot) -> None:
    chart = Plain(lambda _name: QColor("black"))
    qtbot.addWidget(chart)
    chart.setAccessibleName("Time per stage")
    chart.setAccessibleDescription("threading: 502 ms")
    found = QAccessible.queryAccessibleInterface(chart)
    assert found.role() is QAccessible.Role.Chart
    assert found.text(QAccessible.Text.Name) == "Time per stage"
    assert found.text(QAccessible.Text.Description) == "threading: 502 ms"
