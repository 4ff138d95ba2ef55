"""Text everywhere larger and smaller by keys, up to twice as large, and nothing lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, cut_off, open_desk, press
from visualizer.shell.text_sizes import SCALES, percent

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PROGRAM = "names = ['a', 'b']\nother = names\nprint(other)\n"


@pytest.fixture
def shown(desk: Desk) -> Desk:
    """A window with a recording, its diagram focused."""
    desk.record_again(PROGRAM)
    desk.focus_diagram()
    return desk


def sizes(desk: Desk) -> dict[str, int]:
    """How large words are, in the parts of the window."""
    window = desk.window
    return {
        "words": QApplication.font().pixelSize(),
        "button": window.source.record.fontInfo().pixelSize(),
        "code": window.source.editor.font().pixelSize(),
        "output": window.output.output.font().pixelSize(),
        "title": window.dock.findChildren(type(window.transport.steps_label))[0]
        .fontInfo()
        .pixelSize(),
    }


def test_keys_make_everything_larger_and_smaller_and_as_it_was(shown: Desk) -> None:
    window = shown.window
    usual, zoom, high = sizes(shown), window.diagram.view.zoom, window.header.height()
    for wanted in SCALES[1:]:
        press(shown, Qt.Key.Key_Plus, KEYS)
        assert percent() == wanted
    large = sizes(shown)
    assert {part: round(large[part] / usual[part], 1) for part in usual} == dict.fromkeys(
        usual, 2.0
    )
    assert window.diagram.view.zoom == pytest.approx(2 * zoom, rel=0.02)
    assert window.header.height() == 2 * high
    press(shown, Qt.Key.Key_Plus, KEYS)
    assert percent() == 200
    press(shown, Qt.Key.Key_Minus, KEYS)
    assert percent() == SCALES[-2]
    press(shown, Qt.Key.Key_0, KEYS)
    assert sizes(shown) == usual
    assert window.header.height() == high
    assert window.diagram.view.zoom == pytest.approx(zoom, rel=0.02)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (3840, 2160)])
def test_twice_as_large_nothing_is_cut_off(
    shown: Desk, language: str, size: tuple[int, int]
) -> None:
    window = shown.window
    window.resize(*size)
    window.speak(language)
    window.text_scale.set(200)
    for part in (window.header, window.source, window.output, window.transport, window.diagram.bar):
        shown.until(lambda part=part: cut_off(part) == [])  # type: ignore[misc]
    # The dock scrolls: there nothing is cut off across.
    assert window.dock.width() >= 400
    window.text_scale.set(100)


def test_it_is_as_large_the_next_time(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.window.text_scale.set(150)
        code = desk.window.source.editor.font().pixelSize()
    with open_desk(qtbot, tmp_path) as desk:
        assert percent() == 150
        assert desk.window.source.editor.font().pixelSize() == code
        desk.window.text_scale.set(100)


def test_where_plus_needs_shift_one_key_makes_text_larger_and_nothing_is_warned_of(
    shown: Desk,
) -> None:
    zoom = shown.window.diagram.view.zoom
    for command in ("zoom_in", "text_larger"):
        event = QShortcutEvent(QKeySequence("Ctrl++"), 1, True)
        QApplication.sendEvent(shown.window.commands[command], event)
    assert percent() == SCALES[2]
    assert shown.window.diagram.view.zoom == pytest.approx(zoom * SCALES[2] / 100, rel=0.02)
    shown.press("text_usual")


def test_the_line_of_the_step_stays_in_sight(desk: Desk) -> None:
    desk.record_again("x = 1\n" * 12)
    window = desk.window
    desk.press("last")
    desk.focus_diagram()
    editor = window.source.editor
    for _ in SCALES[1:]:
        press(desk, Qt.Key.Key_Plus, KEYS)
    block = editor.document().findBlockByNumber(11)

    def seen() -> bool:
        place = editor.blockBoundingGeometry(block).translated(editor.contentOffset())
        return place.bottom() <= editor.viewport().height() and place.top() >= 0

    desk.until(seen)
