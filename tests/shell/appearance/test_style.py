"""The style sheet: a disabled field looks disabled, and a list that pops up is readable."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.diagram.colour import contrast
from visualizer.diagram.themes import THEMES, theme
from visualizer.shell.app import plain_application
from visualizer.shell.appearance.look import THEME
from visualizer.shell.appearance.style import palette, style_sheet
from visualizer.shell.widgets.controls import Segments

READ = 4.5
"""The contrast that the Web Content Accessibility Guidelines require of words (1.4.3)."""


def styled(widget: QWidget, name: str, qtbot: QtBot) -> None:
    plain_application()
    qtbot.addWidget(widget)
    widget.setPalette(palette(theme(name)))
    widget.setStyleSheet(style_sheet(theme(name), strong=False))
    widget.resize(160, 40)


def colours(widget: QWidget) -> list[QColor]:
    """Return a widget's colours, the most frequent first."""
    image = widget.grab().toImage()
    found = [
        image.pixelColor(x, y).name(QColor.NameFormat.HexArgb)
        for x in range(image.width())
        for y in range(image.height())
    ]
    return [QColor(one) for one in sorted(set(found), key=found.count, reverse=True)]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox])
def test_a_field_that_is_off_has_another_ground_and_can_be_read(
    kind: type[QWidget], name: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(THEME, "name", name)
    field, shown = kind(), theme(name)
    styled(field, name, qtbot)
    on = colours(field)[0]
    field.setEnabled(False)
    off = colours(field)[0]
    assert (on, off) == (shown.colour("card"), shown.colour("cardHead"))
    assert contrast(shown.colour("ink3"), off) >= READ


@pytest.mark.parametrize("name", THEMES)
def test_the_text_of_a_choice_that_is_off_is_as_pale_as_that_of_a_field(
    name: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(THEME, "name", name)
    choice, shown = QComboBox(), theme(name)
    choice.addItem("■■■■")
    styled(choice, name, qtbot)
    assert shown.colour("ink") in colours(choice)[:3]
    choice.setEnabled(False)
    assert shown.colour("ink") not in colours(choice)
    assert shown.colour("ink3") in colours(choice)[:3]


@pytest.mark.parametrize("name", THEMES)
def test_a_list_that_pops_up_has_the_ground_of_its_theme(name: str, qtbot: QtBot) -> None:
    field = QLineEdit()
    styled(field, name, qtbot)
    field.setCompleter(QCompleter(["aa", "ab"], field))
    popup = field.completer().popup()
    assert popup is not None
    popup.setStyleSheet(field.styleSheet())
    popup.resize(160, 80)
    assert colours(popup)[0] == theme(name).colour("pane")
    assert contrast(theme(name).colour("ink"), theme(name).colour("pane")) >= READ


@pytest.mark.parametrize(
    "role", ["icon", "plain", "primary", "soft", "danger", "more", "section", "segment"]
)
def test_a_button_under_the_pointer_has_a_look_of_its_own(role: str) -> None:
    assert f'QPushButton[role="{role}"]:hover' in style_sheet(theme("light"), strong=False)


def test_the_focus_of_a_button_is_its_border_alone(qtbot: QtBot) -> None:
    around = QWidget()
    field, button = QLineEdit(around), QPushButton("Choose", around)
    styled(around, "light", qtbot)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    field.setFocus()
    plain = button.grab().toImage()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()
    marked, inside = button.grab().toImage(), button.rect().adjusted(4, 4, -4, -4)
    assert marked != plain
    assert marked.copy(inside) == plain.copy(inside)


def bold_width(font: QFont, text: str) -> int:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(bold).horizontalAdvance(text)


def test_the_text_of_a_chosen_segment_is_whole_where_bold_is_wider(qtbot: QtBot) -> None:
    plain_application()
    text = "Appearance"

    def wider(family: str) -> int:
        font = QFont(family)
        return bold_width(font, text) - QFontMetrics(font).horizontalAdvance(text)

    segments = Segments(2)
    segments.setFont(QFont(max(QFontDatabase.families(), key=wider)))
    for button in segments.buttons:
        button.setText(text)
    styled(segments, "light", qtbot)
    segments.show_picked(0)
    segments.show()
    segments.adjustSize()
    for button in segments.buttons:
        assert button.width() >= bold_width(button.font(), text) + 20
