"""The timeline: its content, and going to steps by it."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.shell.windows import Desk
from visualizer.charts.timeline import AmountPlot, CallsPlot, StepPlot
from visualizer.layout.measure import Phrase
from visualizer.layout.picture import RegionKind
from visualizer.shell.timeline.timeline import Timeline

PROGRAM = """\
def f(n):
    if n:
        return f(n - 1)
    return [n] * 1000


kept = [f(2) for _ in range(10)]
print(len(kept))
kept.clear()
end = 1
"""
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def timeline(desk: Desk) -> Timeline:
    """A timeline with a recording in the window and all plots scrolled in."""
    desk.put_in(PROGRAM)
    desk.record()
    return complete_timeline(desk)


def complete_timeline(desk: Desk) -> Timeline:
    """Wait until all rows of the timeline show the recording; they are read one after another."""
    found, player = desk.window.transport.timeline, desk.window.player
    desk.until(lambda: found.is_complete)
    plots = found.findChildren(AmountPlot)
    desk.until(lambda: all(plot.amount_at(player.steps) is not None for plot in plots))
    return found


def turn(timeline: Timeline, steps: int, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        at,
        QPointF(timeline.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline, event)


def middle(timeline: Timeline, step: int, y: int) -> QPoint:
    slider = timeline.slider
    return QPoint(round(slider.x() + slider.x_of(step)), y)


def test_a_press_on_any_row_goes_to_the_step_of_the_column(desk: Desk, timeline: Timeline) -> None:
    player = desk.window.player
    for y in (20, 105, 130):
        for step in (player.steps, 7, 1):
            QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, NONE, middle(timeline, step, y))
            assert player.step == step


def test_dragging_goes_along(desk: Desk, timeline: Timeline) -> None:
    player = desk.window.player
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, NONE, middle(timeline, 3, 105))
    assert player.step == 3
    at = QPointF(middle(timeline, 9, 105))
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        QPointF(timeline.mapToGlobal(at.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        NONE,
    )
    QApplication.sendEvent(timeline, event)
    assert player.step == 9


def test_the_wheel_zooms_about_the_step_that_is_pointed_at(desk: Desk, timeline: Timeline) -> None:
    slider, steps = timeline.slider, desk.window.player.steps
    at = QPointF(middle(timeline, 20, 105))
    width = slider.x_of(21) - slider.x_of(20)
    turn(timeline, 3, at, NONE)
    assert slider.x_of(21) - slider.x_of(20) > 1.5 * width
    assert slider.step_at(at.x() - slider.x()) == 20
    turn(timeline, -30, at, NONE)
    assert slider.step_at(slider.width()) == steps
    assert slider.x_of(21) - slider.x_of(20) == pytest.approx(width)


def test_the_visible_part_follows_the_step(desk: Desk, timeline: Timeline) -> None:
    slider, player = timeline.slider, desk.window.player
    turn(timeline, 8, QPointF(middle(timeline, 1, 105)), NONE)
    assert slider.x_of(player.steps) > slider.width()
    player.last()
    assert 0 < slider.x_of(player.steps) < slider.width()
    turn(timeline, 2, QPointF(middle(timeline, player.steps, 105)), SHIFT)
    assert slider.x_of(player.steps) > slider.width()
    QTest.mouseDClick(
        timeline, Qt.MouseButton.LeftButton, NONE, middle(timeline, player.steps, 105)
    )
    assert 0 < slider.x_of(1) < slider.x_of(player.steps) < slider.width()


def test_it_describes_the_step_under_the_pointer(desk: Desk, timeline: Timeline) -> None:
    player = desk.window.player
    player.go_to(9)
    step = player.state.step
    assert step is not None
    size = sum(thing.size for thing in player.state.heap.values())
    hint = timeline.hint_at(QPointF(middle(timeline, 9, 105)))
    assert hint.startswith(f"Step 9: line {step.line}, {step.function}; ")
    assert f"{len(player.state.heap)} objects, {size:,} B" in hint
    assert timeline.hint_at(QPointF(2, 105)) == ""


def test_it_counts_the_deeper_calls_and_shows_them(desk: Desk, timeline: Timeline) -> None:
    """Below the module are the comprehension's calls of f, three deep: four rows, with room for
    three of them."""
    depths, player = timeline.calls.depths, desk.window.player
    assert (depths.below.text().strip(), depths.below.isVisible()) == ("1", True)
    assert not depths.above.isVisible()
    assert "Deeper" in depths.below.toolTip()
    step = deepest(desk)
    top, low = QPointF(middle(timeline, step, 8)), QPointF(middle(timeline, step, 45))
    assert timeline.hint_at(top).startswith("module: step")
    shallower = timeline.hint_at(low)
    QTest.mouseClick(depths.below, Qt.MouseButton.LeftButton)
    assert (depths.above.text().strip(), depths.above.isVisible()) == ("1", True)
    assert not depths.below.isVisible()
    assert timeline.hint_at(low).startswith("f: steps ")
    assert timeline.hint_at(low) != shallower
    player.go_to(step)
    assert depths.above.isVisible(), "the row of the call that runs is seen"
    player.first()
    assert depths.below.isVisible()


def test_the_amounts_are_those_of_the_heap_in_the_picture(desk: Desk, timeline: Timeline) -> None:
    """The amounts count all live objects; the picture also says how many of them it draws."""
    window = desk.window
    desk.press("level_4")
    for step in (3, window.player.steps, 12):
        window.player.go_to(step)
        sheet = window.diagram.scene.sheet
        assert sheet is not None
        heap = next(ground for ground in sheet.grounds if ground.kind is RegionKind.HEAP)
        assert isinstance(heap.note, Phrase)
        told = dict(heap.note.arguments)
        live, size = (timeline.amount(kind) for kind in ("live", "bytes"))
        assert live == f"{told['n']:,}"
        assert size == told["whole"]


def deepest(desk: Desk) -> int:
    player = desk.window.player
    depths = {}
    for step in range(1, player.steps + 1):
        player.go_to(step)
        depths[step] = len(player.state.frames)
    player.first()
    return max(depths, key=lambda step: depths[step])


def test_without_a_recording_there_is_nothing_to_press(desk: Desk) -> None:
    timeline = desk.window.transport.timeline
    desk.until(lambda: timeline.is_complete)
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, NONE, QPoint(300, 105))
    assert desk.window.player.step == 0
    assert timeline.hint_at(QPointF(300, 105)) == ""


def test_all_rows_show_the_same_steps_when_the_window_has_another_width(desk: Desk) -> None:
    desk.record_again("kept = []\nfor i in range(50):\n    kept.append([i])\n")
    timeline = desk.window.transport.timeline
    desk.until(lambda: timeline.is_complete)
    desk.window.resize(1040, 800)

    def spans() -> set[tuple[int, int]]:
        views = [plot.box for plot in timeline.findChildren(StepPlot)]
        return {(round(box.viewRange()[0][0]), round(box.viewRange()[0][1])) for box in views}

    desk.until(lambda: len(spans()) == 1)
    desk.window.resize(1700, 800)
    desk.until(lambda: timeline.width() > 1100)
    assert len(spans()) == 1


def test_zoomed_in_the_amounts_are_those_in_view_with_their_range(
    desk: Desk,
) -> None:
    many = "kept = [[n] for n in range(300)]\nmore = []\n"
    desk.record_again(many + "for n in range(40):\n    more.append([n])\nkept.clear()\nend = 1\n")
    timeline, player = complete_timeline(desk), desk.window.player
    plots = timeline.findChildren(AmountPlot)
    live = min(plots, key=lambda plot: plot.y())
    player.go_to(player.steps - 40)
    here = player.step

    def seen() -> tuple[float, float]:
        low, high = live.box.viewRange()[1]
        return low, high

    whole = seen()
    assert whole[0] == 0
    assert timeline.axis("live") == timeline.axis("bytes") == ""
    turn(timeline, 14, QPointF(middle(timeline, here, 105)), NONE)
    zoomed, said = seen(), timeline.axis("live")
    assert zoomed[0] > 0
    assert zoomed[1] - zoomed[0] < (whole[1] - whole[0]) / 3
    low, high = (int(end.replace(",", "")) for end in said.split(" – "))
    assert low <= len(player.state.heap) <= high
    assert timeline.axis("bytes").endswith(" B")
    player.go_to(here + 1)
    assert (seen(), timeline.axis("live")) == (zoomed, said), "a step in view moves nothing"
    turn(timeline, -40, QPointF(middle(timeline, here, 105)), NONE)
    assert seen() == whole
    assert timeline.axis("live") == ""


def test_without_the_recording_nothing_of_it_remains(desk: Desk, timeline: Timeline) -> None:
    calls = timeline.findChild(CallsPlot)
    assert isinstance(calls, CallsPlot)
    assert calls.call_at(2, 3) is not None
    desk.press("new")
    assert calls.call_at(2, 3) is None
    assert all(plot.amount_at(2) is None for plot in timeline.findChildren(AmountPlot))


class Painted(QObject):
    """Records the painted widths of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widths: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.widths.append(event.region().boundingRect().width())
        return False


def test_a_step_repaints_the_calls_in_its_old_and_new_columns(
    desk: Desk, timeline: Timeline
) -> None:
    player, calls = desk.window.player, timeline.findChild(CallsPlot)
    assert isinstance(calls, CallsPlot)
    painted = Painted(calls.viewport())
    for step in range(player.steps // 2, player.steps // 2 + 4):
        painted.widths.clear()
        player.go_to(step)
        desk.until(lambda: bool(painted.widths))
    assert max(painted.widths) < calls.width() / 4


def test_bars_of_the_recording_before_can_be_painted_while_another_is_read(
    desk: Desk, timeline: Timeline
) -> None:
    feed = timeline.feed
    names = feed.names(signed=False)
    before = [names(number) for number in range(len(feed.calls))]
    assert before.count("f") == 30
    desk.record_again("x = 1\n")
    assert [names(number) for number in range(len(before))] == before
    desk.until(lambda: len(feed.calls) == 1)
    assert feed.name(0) == "module"
