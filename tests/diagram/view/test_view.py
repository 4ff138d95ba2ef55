"""The view of a sheet: while its picture is late, and when the picture fills it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.diagram.sheets import sheet
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.view import SheetView
from visualizer.layout.picture import Rect
from visualizer.layout.sheet import MARGINS


def test_an_earlier_picture_is_faded_and_the_theme_stays_as_it_is(qtbot: QtBot) -> None:
    view = SheetView(SheetScene())
    qtbot.addWidget(view)
    canvas = QColor(view.sheets.look.colour("canvas"))
    view.fade(True)
    assert view.foregroundBrush().style() is Qt.BrushStyle.SolidPattern
    assert 0 < view.foregroundBrush().color().alphaF() < 1
    assert view.sheets.look.colour("canvas") == canvas
    view.fade(False)
    assert view.foregroundBrush().style() is Qt.BrushStyle.NoBrush


@pytest.mark.parametrize("percent", range(70, 165, 5))
def test_a_picture_that_fills_the_view_exactly_needs_no_scroll_bars(
    qtbot: QtBot, percent: int
) -> None:
    view = SheetView(SheetScene())
    qtbot.addWidget(view)
    view.resize(742, 653)
    view.show()
    scale, room = percent / 100, view.viewport().size()
    width, height = (room.width() / scale, room.height() / scale)
    bounds = Rect(
        *(MARGINS.left - 21, MARGINS.top - 111),
        *(width - MARGINS.left - MARGINS.right, height - MARGINS.top - MARGINS.bottom),
    )
    view.set_scale(scale)
    view.sheets.show_sheet(replace(sheet(), bounds=bounds))
    for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
        assert bar.minimum() == bar.maximum()


def test_the_scale_of_a_newer_sheet_outlasts_a_movement_to_that_of_an_earlier(
    qtbot: QtBot,
) -> None:
    times = iter((0.0, 0.0, 1000.0))
    scene = SheetScene(clock=lambda: next(times))
    scene.motion.reduced = False
    view = SheetView(scene)
    qtbot.addWidget(view)
    view.glide.go(lambda: view.set_scale(2.0))
    assert scene.motion.moving
    view.set_scale(1.5)
    if scene.motion.moving:
        scene.motion.tick()
    assert view.zoom == pytest.approx(1.5)


@pytest.mark.parametrize("height", range(600, 612))
def test_the_room_for_enlarged_sheets_is_within_the_view(qtbot: QtBot, height: int) -> None:
    view = SheetView(SheetScene())
    qtbot.addWidget(view)
    view.resize(742, height)
    view.enlargement = 22 / 14
    assert view.canvas.width() * view.enlargement <= view.maximumViewportSize().width()
    assert view.canvas.height() * view.enlargement <= view.maximumViewportSize().height()
