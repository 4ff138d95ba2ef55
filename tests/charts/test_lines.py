"""Lines over one axis: keys, mouse, and the text for a screen reader."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from visualizer.charts.lines import Limit, Line, LinePlot, peak
from visualizer.charts.markers import Manner
from visualizer.charts.scales import LinearScale, LogScale
from visualizer.diagram.themes import theme

XS = (1_000.0, 10_000.0, 100_000.0)
LINES = (
    Line("list", Manner("s2", "square"), tuple((x, x * 1e-7) for x in XS)),
    Line("generator", Manner("s1", "disc"), tuple((x, 3e-6) for x in XS)),
    Line("failed", Manner("s3", "plus"), ()),
)


@pytest.fixture
def plot(qtbot: QtBot) -> LinePlot:
    made = LinePlot(theme("light").colour, LogScale(str, str), LogScale(str, str))
    qtbot.addWidget(made)
    made.resize(440, 300)
    made.set_words("First item", "n", lambda line, at: f"{line.key} at {line.points[at][0]:.0f}")
    made.show_lines(LINES, XS, "list", Limit(1.0, "limit"))
    made.show()
    return made


def test_keys_go_along_a_line_and_from_one_to_the_next_that_has_points(plot: LinePlot) -> None:
    picked: list[tuple[str, float]] = []
    plot.picked.connect(lambda key, x: picked.append((key, x)))
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
    ):
        QTest.keyClick(plot, key)
    assert picked == [
        ("list", 10_000),
        ("list", 100_000),
        ("generator", 100_000),
        ("list", 100_000),
        ("list", 1_000),
    ]


def test_the_name_for_a_screen_reader_is_where_the_keys_are(plot: LinePlot) -> None:
    assert plot.accessibleName() == "First item: list at 1000"
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.accessibleName() == "First item: list at 10000"


def test_a_press_picks_the_nearest_thing_or_nothing(plot: LinePlot) -> None:
    picked: list[str] = []
    plot.picked.connect(lambda key, x: picked.append(key))
    at = plot.place(10_000, 3e-6).toPoint()
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at + QPoint(3, 3))
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at - QPoint(0, 60))
    assert picked == ["generator"]


def test_a_wide_plot_has_room_for_the_names_of_its_lines(plot: LinePlot) -> None:
    plot.resize(300, 300)
    assert plot.area.right() == plot.width() - plot.right
    plot.resize(700, 300)
    name = QFontMetricsF(plot.sized(plot.font(), 12)).horizontalAdvance("generator ")
    assert plot.area.right() == pytest.approx(plot.width() - plot.right - name)


def test_a_press_measures_the_axes_once_for_each_line(
    plot: LinePlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot.show_lines([Line("list", LINES[0].manner, ((1.0, 2.0),) * 50)], XS)
    measured: list[float] = []
    ends = LogScale.ends

    def counted(scale: LogScale, least: float, most: float) -> tuple[float, float]:
        measured.append(most)
        return ends(scale, least, most)

    monkeypatch.setattr(LogScale, "ends", counted)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert len(measured) == 1


def test_larger_values_stand_higher_and_all_in_view(plot: LinePlot) -> None:
    ends = [plot.place(*line.points[-1]) for line in LINES if line.points]
    assert ends[0].y() < ends[1].y()
    assert plot.place(1_000, 1.0).y() < ends[0].y()
    for point in ends:
        assert plot.rect().contains(point.toPoint())


def test_nothing_at_all_can_be_shown(plot: LinePlot) -> None:
    plot.show_lines((), ())
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.accessibleName() == "First item"
    assert not plot.grab().isNull()


def test_a_narrow_chart_has_fewer_values_beside_the_lower_axis(plot: LinePlot) -> None:
    words = LinearScale(lambda value: f"{value:.0f}", lambda value: f"{value:,.0f} rows")
    plot.x_scale = words
    plot.resize(900, 300)
    wide = len(plot.x_ticks)
    plot.resize(330, 300)
    assert 2 <= len(plot.x_ticks) < wide


def test_the_name_of_the_lower_axis_is_beside_its_last_value(plot: LinePlot) -> None:
    plot.x_scale = LogScale(str, lambda value: f"{value:,.0f}")
    plot.resize(430, 300)
    for most in (1_000.0, 10_000_000.0):
        line = Line("list", Manner("s2", "square"), ((1_000.0, 1.0), (most, 2.0)))
        plot.show_lines((line,), (1_000.0, most))
        last = plot.x_ticks[-1]
        wide = QFontMetricsF(plot.sized(plot.font(), 12)).horizontalAdvance(f"{last:,.0f}")
        assert last == most
        assert plot.x_name_left > plot.place(last, 1.0).x() + wide / 2


def test_the_peak_that_is_written_beside_a_memory_plot_is_where_its_sign_is(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot = LinePlot(theme("light").colour, LinearScale(str, str), LinearScale(str, str))
    plot.named = peak
    qtbot.addWidget(plot)
    plot.resize(440, 300)
    line = Line("RSS", Manner("s1", "disc"), ((0.0, 20.0), (1.0, 110.0), (2.0, 49.0)))
    plot.show_lines([line], (0.0, 2.0), "RSS")
    signs: list[QPointF] = []
    monkeypatch.setattr(Manner, "draw_sign", lambda _, painter, at, *more: signs.append(at))
    plot.grab()
    assert peak(line, plot.y_scale) == ((1.0, 110.0), "RSS 110.0")
    on_line, beside = signs
    assert on_line == plot.place(1.0, 110.0)
    assert beside.y() == pytest.approx(on_line.y())


def distance(one: QColor, other: QColor) -> int:
    """Return the sum of the differences of two colours' parts."""
    red, green, blue = (
        one.red() - other.red(),
        one.green() - other.green(),
        one.blue() - other.blue(),
    )
    return abs(red) + abs(green) + abs(blue)


def test_whiskers_show_the_spread_of_a_value_and_are_in_view(plot: LinePlot) -> None:
    manner, points = LINES[0].manner, ((1_000.0, 1e-4), (10_000.0, 1e-3))
    spread = Line("list", manner, points, (None, (1e-4, 1.0)))
    assert spread.whiskers == [(10_000.0, (1e-4, 1.0))]
    plot.show_lines([spread], XS, "list")
    at, high = plot.place(10_000, 1e-3), plot.place(10_000, 1.0)
    assert plot.area.top() <= high.y() < at.y()
    picture, colour = plot.grab().toImage(), plot.colours(manner.colour)
    between = round(at.x()), round((at.y() + high.y()) / 2)
    near = [picture.pixelColor(between[0] + by, between[1]) for by in (-1, 0, 1)]
    ground = picture.pixelColor(between[0] + 20, between[1])
    assert any(distance(one, colour) < distance(ground, colour) / 2 for one in near)
