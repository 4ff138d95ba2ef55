"""A contestant that failed after some of its repeats."""

from PySide6.QtGui import QFont, QImage
from pytestqt.qtbot import QtBot

from visualizer.charts.contestant_bars import BarRow, ContestantBars
from visualizer.charts.gantt import Block, Gantt, GanttRow
from visualizer.diagram.themes import theme


def painted(chart: ContestantBars | Gantt, qtbot: QtBot) -> QImage:
    qtbot.addWidget(chart)
    chart.resize(400, 100)
    return chart.grab().toImage()


def test_its_bar_does_not_hide_its_message(qtbot: QtBot) -> None:
    message = "ended by signal 9"
    none = BarRow("threads", message, is_red=True)
    some = BarRow("threads", message, 0.9, 0.8, 1.0, dots=(0.8, 0.9, 1.0), is_red=True)
    pictures = []
    for row in (none, some):
        bars = ContestantBars(theme("light").colour, QFont())
        bars.put([row], 1.0, "")
        pictures.append(painted(bars, qtbot))
    assert pictures[0] == pictures[1]


def test_its_steps_do_not_hide_its_message(qtbot: QtBot) -> None:
    pictures = []
    for blocks in ((), (Block(0, 0.0, 0.5, "1"),)):
        gantt = Gantt(theme("light").colour, QFont())
        gantt.put([GanttRow("threads", "ended by signal 9", 1, blocks, is_red=True)], 1.0, "")
        pictures.append(painted(gantt, qtbot))
    assert pictures[0] == pictures[1]
