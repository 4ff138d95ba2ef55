"""A picture of a plot at twice the resolution has lines twice as wide."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from visualizer.charts.lines import Line, LinePlot
from visualizer.charts.markers import Manner
from visualizer.charts.scales import LinearScale
from visualizer.diagram.themes import theme


def test_lines_are_as_wide_in_a_larger_picture(qtbot: QtBot) -> None:
    plot = LinePlot(theme("light").colour, LinearScale(str, str), LinearScale(str, str))
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    points = tuple((x / 8, 0.5) for x in range(9))
    plot.show_lines([Line("a", Manner("s1", "disc"), points)], (0.0, 1.0), "a")

    def width(ratio: int) -> int:
        picture = QImage(400 * ratio, 300 * ratio, QImage.Format.Format_ARGB32)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        plot.render(picture)
        x = round(plot.place(9 / 16, 0.5).x() * ratio)
        blue = theme("light").colour("s1")
        column = (picture.pixelColor(x, y) for y in range(picture.height()))
        return sum(abs(one.red() - blue.red()) < 60 and one.blue() > 90 for one in column)

    assert width(2) >= 2 * width(1) - 1 >= 3
