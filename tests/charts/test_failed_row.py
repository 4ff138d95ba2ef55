"""A contestant that failed after some of its repeats."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QImage, QMouseEvent
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


def test_its_tool_tip_is_the_whole_message(qtbot: QtBot) -> None:
    message = "a segment does not fit; use fewer rows " * 5
    rows = BarRow("threads", "1.00 s", 1.0), BarRow("processes", message, is_red=True)
    bars = ContestantBars(theme("light").colour, QFont())
    bars.put(rows, 1.0, "")
    painted(bars, qtbot)
    for number, expected in enumerate(("", message, "")):
        at = QPointF(200.0, bars.plot.top() + (number + 0.5) * bars.row_height)
        none, free = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(QEvent.Type.MouseMove, at, bars.mapToGlobal(at), none, none, free)
        QCoreApplication.sendEvent(bars, moved)
        assert bars.toolTip() == expected
