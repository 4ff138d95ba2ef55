"""The parts of controls are visible in every theme, also in Qt's own dialogs."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QMenu,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.diagram.colour import contrast
from visualizer.diagram.themes import THEMES, theme
from visualizer.shell.app import plain_application
from visualizer.shell.appearance.look import THEME, set_percent, sized
from visualizer.shell.appearance.style import palette, style_sheet

SEEN = 3.0
"""The contrast that the Web Content Accessibility Guidelines require of such parts (1.4.11)."""


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox])
def test_an_indicator_stands_out_and_looks_different_when_chosen(
    kind: type[QAbstractButton], name: str, qtbot: QtBot
) -> None:
    plain_application()
    button, shown = kind(), theme(name)
    qtbot.addWidget(button)
    button.setStyleSheet(style_sheet(shown, strong=False))
    button.setPalette(palette(shown))
    button.setAutoFillBackground(True)
    plain = drawn(button)
    button.setChecked(True)
    chosen = drawn(button)
    ground = shown.colour("pane")
    assert max(contrast(colour, ground) for colour in colours(plain)) >= SEEN
    assert max(contrast(colour, ground) for colour in colours(chosen)) >= SEEN
    assert plain != chosen
    button.setEnabled(False)
    assert drawn(button) != chosen


@pytest.mark.parametrize("name", THEMES)
def test_the_buttons_of_a_dialog_have_an_outline_and_no_icon(name: str, qtbot: QtBot) -> None:
    plain_application()
    buttons = QDialogButtonBox.StandardButton
    box, shown = QDialogButtonBox(buttons.Ok | buttons.Cancel), theme(name)
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(shown, strong=False))
    for button in box.buttons():
        assert button.icon().isNull()
        middle = button.grab().toImage().copy(button.width() // 2, 0, 1, button.height())
        assert shown.colour("line") in colours(middle)


@pytest.mark.parametrize("name", THEMES)
def test_a_combo_box_of_a_dialog_has_an_arrow(
    name: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain_application()
    box, shown = QComboBox(), theme(name)
    qtbot.addWidget(box)
    monkeypatch.setattr(THEME, "name", name)
    box.setStyleSheet(style_sheet(shown, strong=False))
    box.resize(100, 30)
    right = drawn(box).copy(70, 4, 26, 22)
    assert max(contrast(colour, shown.colour("card")) for colour in colours(right)) >= SEEN
    assert drawn(box).copy(30, 4, 26, 22) != right


def drawn(button: QWidget) -> QImage:
    return button.grab().toImage()


def colours(image: QImage) -> list[QColor]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [QColor.fromRgb(one) for one in {image.pixel(*place) for place in places}]


@pytest.mark.parametrize("sign", ["check", "arrow"])
def test_the_signs_of_a_menu_grow_with_its_text(
    sign: str, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: set_percent(100))
    plain_application()
    heights, widths = [], []
    for scale in (100, 200):
        set_percent(scale)
        menu = QMenu()
        qtbot.addWidget(menu)
        menu.setStyleSheet(style_sheet(theme("light"), strong=False))
        if sign == "check":
            menu.addAction("").setCheckable(True)
            menu.actions()[0].setChecked(True)
        else:
            menu.addMenu("")
        widths.append(menu.sizeHint().width())
        menu.setFont(sized(menu.font(), 13))
        image = drawn(menu)
        dark = [
            y
            for y in range(6, image.height() - 6)
            if any(image.pixelColor(x, y).lightness() < 128 for x in range(6, image.width() - 6))
        ]
        heights.append(max(dark) - min(dark) + 1)
    assert heights[1] >= 1.25 * heights[0]
    assert widths[1] > widths[0], "the sign has room beside the words"
