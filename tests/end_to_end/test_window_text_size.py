"""Keys make all text larger and smaller, up to twice the size, and no text is cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, cut_off, open_desk, press
from visualizer.shell.appearance.look import SCALES, percent
from visualizer.shell.widgets.controls import Choice
from visualizer.shell.window import skeleton

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
PROGRAM = "names = ['a', 'b']\nother = names\nprint(other)\n"


@pytest.fixture
def shown(desk: Desk) -> Desk:
    """A window with a recording, its diagram focused."""
    desk.record_again(PROGRAM)
    desk.focus_diagram()
    return desk


def sizes(desk: Desk) -> dict[str, int]:
    """Return the text sizes of the window's parts."""
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
    assert zoom < window.diagram.view.zoom < 2.02 * zoom, "as much larger as it fits"
    assert window.header.height() == 2 * high
    press(shown, Qt.Key.Key_Plus, KEYS)
    assert percent() == 200
    press(shown, Qt.Key.Key_Minus, KEYS)
    assert percent() == SCALES[-2]
    press(shown, Qt.Key.Key_0, KEYS)
    assert sizes(shown) == usual
    assert window.header.height() == high
    assert window.diagram.view.zoom == pytest.approx(zoom, rel=0.02)


def test_larger_and_back_words_stand_where_they_stood(desk: Desk) -> None:
    desk.put_in("x = 1\n")
    desk.record()
    desk.focus_diagram()
    output = desk.window.output
    assert not output.output.isVisible(), "nothing was written"
    before, size = output.grab().toImage(), output.size()
    for _ in SCALES[1:]:
        press(desk, Qt.Key.Key_Plus, KEYS)
    press(desk, Qt.Key.Key_0, KEYS)
    desk.until(lambda: output.size() == size)
    assert output.grab().toImage() == before


@pytest.mark.share(2)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (3840, 2160)])
def test_twice_as_large_nothing_is_cut_off(
    shown: Desk, language: str, size: tuple[int, int]
) -> None:
    window = shown.window
    window.resize(*size)
    window.words.speak(language)
    window.appearance.scale_text(200)
    for part in (window.header, window.source, window.output, window.transport, window.diagram.bar):
        shown.until(lambda part=part: cut_off(part) == [])  # type: ignore[misc]
    # The dock scrolls, so that no text is cut off horizontally.
    assert window.dock.width() >= 400
    window.appearance.scale_text(100)


SMALL = [((1024, 700), 175), ((1024, 700), 200), ((1440, 900), 200)]


@pytest.mark.share(2)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(("size", "scale"), SMALL)
def test_in_a_small_window_large_words_leave_the_diagram_free(
    shown: Desk, language: str, size: tuple[int, int], scale: int
) -> None:
    window, view = shown.window, shown.window.diagram.view
    window.resize(*size)
    window.words.speak(language)
    window.appearance.scale_text(scale)
    shown.until(lambda: window.arrangement.left.isAncestorOf(window.dock))
    assert window.output.isHidden()
    room = window.diagram.stage
    assert view.viewport().width() >= 0.9 * room.width() >= 0.45 * size[0]
    for part in (window.header, window.source, window.transport.left, window.diagram.bar):
        shown.until(lambda part=part: cut_off(part) == [])  # type: ignore[misc]
    # The dock's key gives the output its place back, and takes it again.
    shown.press("dock")
    assert window.dock.isHidden()
    assert window.output.isVisible()
    shown.press("dock")
    assert window.dock.isVisible()
    window.resize(1440, 900)
    window.appearance.scale_text(100)
    shown.until(window.output.isVisible)
    assert window.dock.isVisible()


def test_a_request_of_the_program_is_visible_in_the_smallest_window(desk: Desk) -> None:
    window = desk.window
    window.resize(1024, 700)
    window.appearance.scale_text(175)
    desk.put_in("name = input('who? ')\nprint(name)\n")
    desk.press("record")
    desk.until(window.output.input_row.field.isVisible)
    assert window.dock.isHidden()
    window.output.input_row.field.setText("Ada")
    press(desk, Qt.Key.Key_Return)
    desk.until_ended()
    desk.press("dock")
    assert window.dock.isVisible()
    window.appearance.scale_text(100)


@pytest.mark.parametrize("follows", [True, False])
def test_changed_objects_stay_in_sight_when_sizes_change(desk: Desk, follows: bool) -> None:
    desk.record_again("".join(f"row_{n} = [{n}] * 3\n" for n in range(12)))
    window, view = desk.window, desk.window.diagram.view
    window.view.follow_change(follows)
    desk.press("last")
    view.follow()

    def seen() -> bool:
        sheet = window.diagram.scene.sheet
        assert sheet is not None
        place = sheet.boxes_by_key[sheet.must_see[0]].rect
        room = view.mapToScene(view.viewport().rect()).boundingRect()
        return room.intersects(QRectF(*place))

    desk.until(seen)
    window.appearance.scale_text(200)
    desk.until(seen)
    window.resize(1024, 700)
    desk.until(seen)
    window.appearance.scale_text(100)
    window.resize(1440, 900)
    desk.until(seen)


def test_a_chosen_size_stays(desk: Desk) -> None:
    desk.record_again("".join(f"row_{n} = [{n}] * 3\n" for n in range(8)))
    window, view = desk.window, desk.window.diagram.view
    view.choose_zoom(3)
    window.resize(1300, 800)
    desk.press("forward")
    assert view.zoom == 3


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_choice_is_cut_when_words_become_larger(desk: Desk, language: str) -> None:
    window = desk.window
    window.pages.show("concurrency")
    window.words.speak(language)
    window.appearance.scale_text(175)
    page = window.pages.lab
    assert page is not None

    def cut() -> list[str]:
        return [
            box.currentText()
            for box in page.findChildren(Choice)
            if box.isVisible()
            and box.fontMetrics().horizontalAdvance(box.currentText()) + 30 > box.width()
        ]

    desk.until(lambda: cut() == [])
    assert page.findChildren(Choice)
    window.appearance.scale_text(100)


def test_it_is_as_large_the_next_time(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.window.appearance.scale_text(150)
        code = desk.window.source.editor.font().pixelSize()
    with open_desk(qtbot, tmp_path) as desk:
        assert percent() == 150
        assert desk.window.source.editor.font().pixelSize() == code
        desk.window.appearance.scale_text(100)


def test_the_zoom_key_is_that_of_the_menu_on_keyboards_with_shifted_plus(shown: Desk) -> None:
    shown.focus_diagram()
    zoom = shown.window.diagram.zoom
    shift = Qt.KeyboardModifier.ShiftModifier
    press(shown, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | shift)
    assert percent() == SCALES[0]
    assert shown.window.diagram.zoom > zoom
    press(shown, Qt.Key.Key_0)
    assert shown.window.diagram.zoom == 1.0


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


def test_the_dock_changes_its_place_only_once_qt_is_done_with_all_widgets(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window
    window.resize(1170, 700)
    desk.until(lambda: window.dock.parent() is window.diagram)
    monkeypatch.setattr(skeleton, "_FREE", 10_000)
    window.diagram.stage_moved.emit()  # as another style sheet does
    assert window.dock.parent() is window.diagram
    desk.until(lambda: window.arrangement.left.isAncestorOf(window.dock))
