"""Searching and hiding, in the window."""

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk

PROGRAM = """\
import gc
class Node:
    pass
def work():
    return 1
rows = [[n, str(n) * 30] for n in range(7)]
far = {"needle": 289}
last = 12
"""


@pytest.fixture
def searched(desk: Desk) -> Desk:
    desk.put_in(PROGRAM)
    desk.record()
    desk.window.player.last()
    desk.window.activateWindow()
    desk.press("find_object")
    desk.until(desk.window.diagram.search.field.hasFocus)
    return desk


def type_in(desk: Desk, text: str) -> None:
    field = desk.window.diagram.search.field
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_typed_text_is_found_marked_and_brought_into_view(searched: Desk) -> None:
    pane = searched.window.diagram
    type_in(searched, "far")
    assert pane.search.count.text() == "1 match"
    serial = pane.search.hits[0].serial
    assert pane.scene.selected == serial
    place = pane.scene.place_of(serial)
    assert place is not None
    seen = pane.view.mapToScene(pane.view.viewport().rect()).boundingRect()
    pane.scene.motion.finish()
    assert seen.intersects(QRectF(*place))


def test_enter_goes_round_the_hits_in_both_directions(searched: Desk) -> None:
    search = searched.window.diagram.search
    type_in(searched, "list")
    count = len(search.hits)
    assert count == 8
    assert search.count.text() == "1 of 8 matches"
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert search.count.text() == "2 of 8 matches"
    QTest.keyClick(search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert search.count.text() == "8 of 8 matches"
    type_in(searched, "no such thing")
    assert search.count.text() == "no matches"


def test_escape_ends_the_search_and_the_levels_have_their_words_again(searched: Desk) -> None:
    pane = searched.window.diagram
    assert pane.levels.buttons[2].text() == "3"
    type_in(searched, "needle")
    QTest.keyClick(pane.search.field, Qt.Key.Key_Escape)
    assert not pane.search.isVisible()
    assert pane.levels.buttons[2].text() == "3 Counts"
    assert not pane.search.hits
    assert pane.view.hasFocus()


def test_a_value_inside_a_card_is_shown_by_its_card(searched: Desk) -> None:
    pane = searched.window.diagram
    type_in(searched, "289")
    (hit,) = (hit for hit in pane.search.hits if hit.text == "289")
    assert pane.scene.place_of(hit.serial) is not None


def test_the_hit_one_is_at_stays_so_over_steps(searched: Desk) -> None:
    search = searched.window.diagram.search
    type_in(searched, "list")
    search.go(1)
    serial = search.hits[search.at].serial
    searched.window.player.back()
    assert search.hits[search.at].serial == serial


def test_a_type_that_is_hidden_is_a_button_that_brings_it_back(searched: Desk) -> None:
    pane = searched.window.diagram
    bar = pane.filter
    bar.fill_menu()
    entry = next(one for one in bar.menu.actions() if one.text().startswith("list"))
    entry.trigger()
    assert [chip.text().split(" ", 2)[1:] for chip in bar.chips] == [["×", "list hidden"]]
    searched.window.words.speak("ko")
    assert bar.chips[0].text().endswith("숨김")
    state, sheet = searched.window.player.state, pane.shown_sheet
    assert sheet is not None
    drawn = {serial for box in sheet.boxes for serial in box.block.anchors}
    assert "list" not in {state.heap[serial].type for serial in drawn}
    bar.chips[0].click()
    assert not bar.isVisible()


def test_the_menu_of_types_shows_a_hidden_type_again(searched: Desk) -> None:
    bar = searched.window.diagram.filter
    for hidden in (True, False):
        bar.fill_menu()
        entry = next(one for one in bar.menu.actions() if one.text().startswith("list"))
        entry.trigger()
        assert ("list" in bar.hidden) is hidden


def test_a_view_that_does_not_follow_stays(searched: Desk) -> None:
    window = searched.window
    searched.press("follow")
    assert not window.diagram.follows
    assert window.preferences.has("follow")
    searched.press("follow")
    assert window.diagram.follows


def paint(desk: Desk) -> None:
    """Let the window paint, which first completes layouts: places before that are never seen."""
    QApplication.processEvents()
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.UpdateRequest))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_search_moves_no_pane(desk: Desk, language: str) -> None:
    pane = desk.window.diagram
    desk.window.words.speak(language)
    desk.put_in(PROGRAM)
    desk.record()
    for width in (1440, 1280, 1240, 1180, 1024):
        desk.window.resize(width, 720)
        paint(desk)
        before = pane.geometry()
        desk.press("find_object")
        for text in ("far", "no such name", "n"):
            type_in(desk, text)
            paint(desk)
            assert pane.geometry() == before, (width, text)
        pane.search.close_search()
        paint(desk)
        assert pane.geometry() == before, width
