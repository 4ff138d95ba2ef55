"""A plot over the steps keeps its steps in view at every width."""

from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from visualizer.charts.timeline import StepPlot

_EDGE = 20


def test_a_plot_that_becomes_wider_shows_the_same_steps_between_its_edges(qtbot: QtBot) -> None:
    plot = StepPlot(lambda name: QColor("black"), _EDGE)
    qtbot.addWidget(plot)
    plot.resize(240, 40)
    plot.show()
    plot.show_view(1, 101)
    for width in (240, 540):
        plot.resize(width, 40)
        first, last = plot.box.viewRange()[0]
        margin = _EDGE * 100 / (width - 2 * _EDGE)
        assert (round(first, 6), round(last, 6)) == (round(1 - margin, 6), round(101 + margin, 6))


def test_a_screen_reader_finds_no_stop_in_a_plot(qtbot: QtBot) -> None:
    plot = StepPlot(lambda name: QColor("black"), _EDGE)
    qtbot.addWidget(plot)
    plot.show()
    for part in (plot, plot.viewport()):
        assert not QAccessible.queryAccessibleInterface(part).state().focusable
