"""Finding text in the program."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.shell.windows import Desk, press
from visualizer.shell.editor.emphasis import Span, Stress
from visualizer.shell.editor.search import places_of
from visualizer.shell.widgets.controls import Button

TEXT = "name = '😀'\nNAME = name\nother = 1\nrename = name\n"


def opened(desk: Desk, sought: str) -> None:
    desk.put_in(TEXT)
    desk.window.source.editor.setFocus()
    desk.press("find")
    QTest.keyClicks(desk.window.source.search.field, sought)


def found(desk: Desk) -> tuple[str, int, str]:
    source = desk.window.source
    cursor = source.editor.textCursor()
    return cursor.selectedText(), cursor.blockNumber() + 1, source.search.count.text()


def test_find_goes_from_place_to_place_and_round(desk: Desk) -> None:
    search = desk.window.source.search
    opened(desk, "name")
    assert not desk.window.diagram.search.isVisible()
    assert found(desk) == ("name", 1, "1/5")
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert found(desk) == ("NAME", 2, "2/5")
    QTest.keyClick(search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert found(desk) == ("name", 4, "5/5")
    assert len(desk.window.source.editor.emphasis.spans(Stress.FOUND)) == 5
    search.exact.click()
    assert search.count.text().endswith("/4")
    assert desk.window.source.text == TEXT


def test_only_visible_matches_are_highlighted_wherever_the_text_is_scrolled(desk: Desk) -> None:
    editor = desk.window.source.editor
    desk.put_in("name = 1\n" * 5000)
    desk.press("find")
    desk.window.source.search.field.setText("name")

    def shows(wanted: list[Span]) -> bool:
        return [*editor.emphasis.spans(Stress.FOUND)] == wanted

    for place in (0, 2500, 4990):
        editor.verticalScrollBar().setValue(place)
        seen = [line for line, _ in editor.visible_lines()]
        starts = [editor.document().findBlockByNumber(line - 1).position() for line in seen]
        wanted = [Span(start, start + len("name")) for start in starts if start < 45_000]
        desk.until(partial(shows, wanted))
    assert found(desk)[2].endswith("/5,000")


def test_a_match_stands_out_on_each_line_whatever_its_ground(desk: Desk) -> None:
    desk.record_again(TEXT)
    desk.window.player.go_to(3)
    desk.press("find")
    desk.window.source.search.field.setText("=")
    editor, marked = desk.window.source.editor, 0
    picture = editor.viewport().grab().toImage()
    for line in range(1, 4):
        cursor = QTextCursor(editor.document().findBlockByNumber(line))
        cursor.movePosition(cursor.MoveOperation.NextWord)
        place = editor.cursorRect(cursor).topLeft() + QPoint(1, 1)
        marked += picture.pixelColor(place) != picture.pixelColor(place - QPoint(4, 0))
    assert marked == 3


def test_with_find_and_replace_a_small_window_shows_six_lines_of_code(desk: Desk) -> None:
    desk.window.resize(1024, 700)
    desk.record_again("a = 1\n" * 20)
    foot = desk.window.source.foot
    assert foot.isVisible()
    desk.press("replace")
    desk.until(lambda: len(desk.window.source.editor.visible_lines()) >= 6)
    assert not foot.isVisible()
    QTest.keyClick(desk.window.source.search.field, Qt.Key.Key_Escape)
    assert foot.isVisible()


def test_escape_ends_it_where_it_was_and_the_editor_writes_again(desk: Desk) -> None:
    source = desk.window.source
    opened(desk, "other")
    QTest.keyClick(source.search.field, Qt.Key.Key_Escape)
    assert not source.search.isVisible()
    assert source.editor.hasFocus()
    assert source.editor.emphasis.spans(Stress.FOUND) == ()
    QTest.keyClicks(source.editor, "that")
    assert "that = 1" in source.text


def test_edited_text_is_counted_again(desk: Desk) -> None:
    search = desk.window.source.search
    opened(desk, "nothing")
    assert found(desk)[2] == desk.window.words("search.none")
    desk.put_in("nothing = 1\n")
    desk.until(lambda: search.count.text() == "1/1")


def test_the_selected_text_is_sought(desk: Desk) -> None:
    source = desk.window.source
    opened(desk, "other")
    desk.press("find")
    assert source.search.field.text() == "other"
    assert source.search.field.selectedText() == "other"


def test_each_search_has_its_keys_wherever_the_focus_is(desk: Desk) -> None:
    desk.put_in(TEXT.splitlines()[0])
    desk.record()
    text, objects = desk.window.source.search, desk.window.diagram.search
    desk.window.diagram.view.setFocus()
    desk.press("find")
    assert text.field.hasFocus()
    assert not objects.isVisible()
    text.close_search()
    assert desk.window.source.editor.hasFocus()
    desk.press("find_object")
    assert objects.field.hasFocus()
    assert not text.isVisible()


def test_the_button_above_the_picture_finds_objects_while_one_types(desk: Desk) -> None:
    desk.put_in(TEXT)
    desk.window.source.editor.setFocus()
    buttons = desk.window.diagram.bar.findChildren(Button)
    next(one for one in buttons if "Ctrl+Shift+F" in one.toolTip()).click()
    assert desk.window.diagram.search.isVisible()
    assert not desk.window.source.search.isVisible()


def test_a_search_in_a_presentation_leaves_the_keys_to_the_picture(desk: Desk) -> None:
    desk.put_in(TEXT)
    desk.record()
    desk.press("present")
    desk.press("find")
    QTest.keyClick(desk.window.source.search.field, Qt.Key.Key_Escape)
    assert not desk.window.source.search.isVisible()
    assert not desk.window.source.editor.hasFocus()
    assert desk.window.presentation.on
    desk.press("present")


def test_places_are_counted_as_qt_counts() -> None:
    assert [span.first for span in places_of("a", "😀a가a", exact=True)] == [2, 4]
    assert places_of(".", "abc", exact=False) == []


def test_matches_are_replaced_one_by_one(desk: Desk) -> None:
    source = desk.window.source
    opened(desk, "name")
    desk.press("replace")
    assert source.search.text.hasFocus()
    QTest.keyClicks(source.search.text, "surname")
    QTest.keyClick(source.search.text, Qt.Key.Key_Return)
    assert source.text.startswith("surname = '😀'\nNAME")
    assert found(desk) == ("NAME", 2, "2/5")
    source.search.exact.click()
    QTest.keyClick(source.search.text, Qt.Key.Key_Return)
    assert source.text == "surname = '😀'\nNAME = surname\nother = 1\nrename = name\n"
    assert found(desk) == ("name", 4, "3/4")


def test_tab_leads_from_the_word_to_its_replacement_and_to_the_buttons(desk: Desk) -> None:
    search = desk.window.source.search
    desk.put_in(TEXT)
    desk.window.source.editor.setFocus()
    desk.press("replace")
    for widget in (search.text, search.one, search.all, search.exact, search.whole):
        press(desk, Qt.Key.Key_Tab)
        assert widget.hasFocus()


def test_all_matches_are_replaced_and_brought_back_in_one_step(desk: Desk) -> None:
    source = desk.window.source
    opened(desk, "name")
    desk.press("replace")
    QTest.keyClicks(source.search.text, "n")
    source.search.all.click()
    assert source.text == "n = '😀'\nn = n\nother = 1\nren = n\n"
    assert source.search.count.text() == "5 replaced"
    source.editor.undo()
    assert source.text == TEXT


def test_whole_words_alone_are_found_and_replaced(desk: Desk) -> None:
    source = desk.window.source
    opened(desk, "name")
    QTest.keyClick(source.search.field, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert source.search.whole.isChecked()
    assert source.search.field.text() == "name"
    assert source.search.count.text().endswith("/4")
    QTest.keyClick(source.search.field, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert source.search.count.text().endswith("/3")
    desk.press("replace")
    QTest.keyClicks(source.search.text, "n")
    source.search.all.click()
    assert source.text == "n = '😀'\nNAME = n\nother = 1\nrename = n\n"
    source.search.close_search()
    desk.press("find")
    assert source.search.whole.isChecked()


def test_a_whole_word_begins_and_ends_at_the_edge_of_a_word() -> None:
    def places(wanted: str, text: str) -> list[int]:
        return [span.first for span in places_of(wanted, text, exact=True, whole=True)]

    assert places("값", "값 새값 값_2 값.값") == [0, 9, 11]
    assert places("+ 1", "a+ 1, a+ 12") == [1]
    assert places("=", "a=b") == [1]


def test_nothing_is_replaced_in_a_text_that_can_no_longer_be_edited(desk: Desk) -> None:
    source = desk.window.source
    opened(desk, "name")
    desk.press("replace")
    source.editor.setReadOnly(True)
    source.search.all.click()
    QTest.keyClick(source.search.text, Qt.Key.Key_Return)
    assert source.text == TEXT


def test_a_program_that_cannot_be_edited_is_not_replaced_in(desk: Desk) -> None:
    source = desk.window.source
    opened(desk, "name")
    source.editor.setReadOnly(True)
    desk.press("replace")
    source.search.all.click()
    assert source.text == TEXT
    desk.press("find")
    assert source.search.field.hasFocus()
