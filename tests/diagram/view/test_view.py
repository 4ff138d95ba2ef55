"""The view of a sheet, while its picture is late."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.view import SheetView


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
