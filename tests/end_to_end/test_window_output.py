"""What printed this? A click or a key leads from output to the step that wrote it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.shell.windows import Desk, cut_off, press
from visualizer.shell.output.origin import byte_at
from visualizer.shell.output.stream_view import StreamView
from visualizer.shell.output.text import shown

PROGRAM = """\
import sys

print("first")
print("한글 \\U0001f600", end="")
print(" and on")
print("amiss", file=sys.stderr)
for n in range(3):
    print("n =", n)
print("bell \\a", "last", sep="|")
1 / 0
"""
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def wrote(desk: Desk) -> Desk:
    """A window at the end of a program with output."""
    desk.record_again(PROGRAM)
    desk.window.player.last()
    desk.focus_diagram()
    return desk


def put_cursor(view: StreamView, text: str, at: int = 0) -> QPoint:
    """Place the text cursor before ``text``; return its position in the view."""
    found = view.document().find(text)
    assert not found.isNull(), text
    cursor = QTextCursor(view.document())
    cursor.setPosition(found.selectionStart() + at)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    return view.cursorRect().center() + QPoint(2, 0)


def click(desk: Desk, view: StreamView, text: str, at: int = 0) -> int:
    """Click a place of the output; return the line that ran just before the new step."""
    place = put_cursor(view, text, at)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    desk.until(lambda: not desk.window.stepping.seeking.busy)
    return ran(desk)


def ran(desk: Desk) -> int:
    delta = desk.window.player.delta
    assert delta is not None
    assert delta.before is not None
    return delta.before.line


@pytest.mark.parametrize(
    ("text", "line"),
    [("first", 3), ("\U0001f600", 4), (" and on", 5), ("n = 0", 8), ("n = 2", 8), ("|last", 9)],
)
def test_a_click_leads_to_the_step_that_wrote_it_which_is_marked(
    wrote: Desk, text: str, line: int
) -> None:
    output = wrote.window.output
    assert click(wrote, output.output, text) == line
    assert output.head.note == wrote.window.words("output.new")
    assert wrote.output.rstrip().endswith(text.strip())


def test_standard_error_leads_to_its_step_and_a_traceback_to_the_last(wrote: Desk) -> None:
    window = wrote.window
    assert click(wrote, window.output.errors, "amiss") == 6
    window.player.last()
    click(wrote, window.output.errors, "ZeroDivisionError")
    assert window.player.at_newest


def test_selecting_text_goes_nowhere(wrote: Desk) -> None:
    view, here = wrote.window.output.output, wrote.window.player.step
    start = put_cursor(view, "first")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(view.viewport(), start + QPoint(60, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NONE, start + QPoint(60, 0))
    assert wrote.window.player.step == here


def test_it_goes_by_keys_alone(wrote: Desk) -> None:
    window = wrote.window
    view = window.output.output
    view.setFocus()
    wrote.until(view.hasFocus)
    put_cursor(view, "first")
    press(wrote, Qt.Key.Key_Down)
    press(wrote, Qt.Key.Key_Return)
    wrote.until(lambda: not window.stepping.seeking.busy)
    assert ran(wrote) == 4
    press(wrote, Qt.Key.Key_Right)
    assert ran(wrote) == 5, "keys that step work here too"


def test_p_goes_back_from_write_to_write(wrote: Desk) -> None:
    came = []
    for _ in range(7):
        press(wrote, Qt.Key.Key_P)
        came.append(ran(wrote))
    assert came == [9, 8, 8, 8, 6, 5, 4]


def test_typed_input_leads_to_the_line_that_read_it(desk: Desk) -> None:
    desk.put_in("name = input('who? ')\nprint('hello', name)\nprint('bye')\n")
    desk.press("record")
    row = desk.window.output.input_row
    desk.until(row.isVisible)
    QTest.keyClicks(row.field, "Ada")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    desk.until_ended()
    desk.window.player.last()
    assert click(desk, desk.window.output.output, "Ada") == 1


def pick(desk: Desk, number: int) -> None:
    switch = desk.window.output.head.switch
    switch.setFocus()
    switch.setCurrentIndex(0)
    for _ in range(number):
        QTest.keyClick(switch, Qt.Key.Key_Down)


def test_streams_can_be_shown_alone_where_there_are_two(wrote: Desk) -> None:
    output = wrote.window.output
    assert output.head.switch.isVisible()
    pick(wrote, 1)
    assert output.output.isVisible()
    assert not output.errors.isVisible()
    pick(wrote, 2)
    assert not output.output.isVisible()
    assert "amiss" in wrote.errors
    assert output.errors.isVisible()
    wrote.window.player.first()
    assert output.head.switch.isVisible(), "one can go back to both"
    desk_heads_fit(wrote)
    wrote.record_again("print(1)\n")
    wrote.window.player.last()
    assert output.output.isVisible()
    assert not output.head.switch.isVisible()


def desk_heads_fit(desk: Desk) -> None:
    """At the smallest width, in either language, the heading's words are whole."""
    window = desk.window
    for language in ("en", "ko"):
        window.words.speak(language)
        for width in (1024, 1440):
            window.resize(width, 700)
            window.player.last()
            pick(desk, 0)
            assert cut_off(window.output) == []
    window.words.speak("en")


@pytest.mark.parametrize(
    "data",
    [
        b"one\ntwo\r\nthree\rfour",
        "한글 \U0001f600 x\ny".encode(),
        b"\xff\xfe broken \x07 bell\nend",
        b"z" * 4_500 + b"\nshort",
    ],
)
def test_every_character_that_is_shown_has_its_byte(data: bytes) -> None:
    text = shown(data)
    places = [byte_at(data, at) for at in range(len(text))]
    assert places == sorted(places)
    assert places[0] == 0
    assert all(0 <= place < len(data) for place in places)
    for word in ("two", "three", "four", "x", "y", "broken", "end", "short"):
        if word in text and word.encode() in data:
            assert places[text.index(word)] == data.index(word.encode())
