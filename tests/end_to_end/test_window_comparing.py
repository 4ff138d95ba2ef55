"""Two steps, or two programs, next to each other in the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.shell.windows import Desk
from visualizer.explain.comparison.differences import Kind
from visualizer.recording.mapping.together import Pace
from visualizer.shell.comparing.page import ComparePage

SHALLOW = """\
import copy
board = [[1, 2], [3, 4]]
again = copy.copy(board)
board[0].append(9)
"""
DEEP = SHALLOW.replace("copy.copy", "copy.deepcopy")


@pytest.fixture
def recorded(desk: Desk) -> Desk:
    """A window with a recording, at its last step."""
    desk.record_again(SHALLOW)
    desk.press("last")
    return desk


def page_of(desk: Desk) -> ComparePage:
    page = desk.window.comparing.page
    assert page is not None
    return page


def until_compared(desk: Desk) -> ComparePage:
    """Wait until both sides are shown with their differences."""
    page = page_of(desk)
    desk.until(lambda: all(side.scene.contrast is not None for side in page.sides))
    return page


def told(page: ComparePage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def at(page: ComparePage) -> tuple[int, int]:
    return page.sides[0].player.step, page.sides[1].player.step


def key(page: ComparePage, key: Qt.Key) -> None:
    QTest.keyClick(page.sides[page.linked.command].view, key)


def take_deep(desk: Desk, tmp_path: Path) -> ComparePage:
    """Show the program with the deep copy on the right."""
    program = tmp_path / "deep.py"
    program.write_text(DEEP, encoding="utf-8")
    page = page_of(desk)
    page.show_other(1, program, None)
    desk.until(lambda: page.sides[1].name == "deep.py" and page.sides[1].player.step > 0)
    desk.until(lambda: at(page)[0] == at(page)[1])
    return until_compared(desk)


def test_without_a_kept_step_a_line_is_compared_before_and_after(recorded: Desk) -> None:
    recorded.press("compare")
    page = until_compared(recorded)
    assert at(page) == (4, 5)
    assert told(page)[0] == "Only in B: board[0][2], which is 9."
    assert page.bar.found.text().endswith(("difference", "differences"))
    assert [sign.kind for sign in page.sides[1].scene.signs.items][:1] == [Kind.ONLY]


def test_a_kept_step_is_compared_with_a_later_one(recorded: Desk) -> None:
    recorded.press("first")
    recorded.press("keep_step")
    recorded.press("last")
    recorded.press("compare")
    assert at(until_compared(recorded)) == (1, 5)


def test_a_kept_step_stays_when_the_program_is_changed_and_recorded_again(recorded: Desk) -> None:
    recorded.press("keep_step")
    recorded.record_again(DEEP)
    recorded.press("compare")
    page = until_compared(recorded)
    assert told(page)[:2] == [
        "again[0] and board[0] are the same list in A, two different ones in B.",
        "again[1] and board[1] are the same list in A, two equal ones in B.",
    ]


def test_a_program_is_recorded_and_shown_where_the_other_side_is(
    recorded: Desk, tmp_path: Path
) -> None:
    recorded.press("compare")
    page = take_deep(recorded, tmp_path)
    assert at(page) == (4, 4)
    assert told(page)[0] == "again[0] and board[0] are the same list in A, two equal ones in B."
    kinds = [{sign.kind for sign in side.scene.signs.items} for side in page.sides]
    assert Kind.SHARED in kinds[0]
    assert Kind.APART in kinds[1]


def test_one_program_under_two_versions_of_python_has_their_names(recorded: Desk) -> None:
    recorded.press("compare")
    page = until_compared(recorded)
    assert {side.name for side in page.sides} == {"program.py"}
    shown = page.sides[1].player
    assert shown.recording is not None
    shown.recording.header = replace(shown.recording.header, python="3.14.1")
    shown.recording_changed.emit()
    assert page.sides[1].title.text() == "program.py (Python 3.14.1) ▾"
    assert page.sides[0].name.startswith("program.py (Python ")
    shown.recording.header = replace(shown.recording.header, program="other.py")
    shown.recording_changed.emit()
    assert [side.name for side in page.sides] == ["program.py", "other.py"]


def test_keys_step_both_and_one_alone(recorded: Desk) -> None:
    recorded.press("compare")
    page = until_compared(recorded)
    key(page, Qt.Key.Key_Left)
    assert at(page) == (3, 4)
    key(page, Qt.Key.Key_Home)
    assert at(page) == (1, 1)
    key(page, Qt.Key.Key_L)
    assert not page.linked.linked
    key(page, Qt.Key.Key_Right)
    assert at(page) == (1, 2)
    key(page, Qt.Key.Key_End)
    assert at(page) == (1, 5)


def test_the_way_both_sides_step_is_chosen(recorded: Desk) -> None:
    recorded.press("compare")
    page = until_compared(recorded)
    page.bar.pace.setCurrentIndex(list(Pace).index(Pace.LINE))
    assert page.linked.pace is Pace.LINE


def test_a_difference_that_is_picked_is_selected_on_both_sides(
    recorded: Desk, tmp_path: Path
) -> None:
    recorded.press("compare")
    page = take_deep(recorded, tmp_path)
    page.list.setCurrentRow(0)
    assert page.comparison is not None
    serials = page.comparison.differences[0].serials
    assert (page.sides[0].scene.selected, page.sides[1].scene.selected) == serials


def test_the_level_decides_the_compared_parts(recorded: Desk, tmp_path: Path) -> None:
    recorded.press("level_1")
    recorded.press("compare")
    page = take_deep(recorded, tmp_path)
    assert not any(text.startswith("References") for text in told(page))
    recorded.press("level_3")
    recorded.until(lambda: any(text.startswith("References") for text in told(page)))


def test_escape_shows_the_program_again_as_it_was(recorded: Desk) -> None:
    recorded.press("back")
    recorded.press("compare")
    page = until_compared(recorded)
    assert not recorded.window.commands["record"].isVisible()
    key(page, Qt.Key.Key_Escape)
    assert recorded.window.comparing.page is None
    assert recorded.window.player.step == 4
    assert recorded.window.commands["record"].isVisible()
    assert recorded.window.pages.page is None


def test_presented_letters_are_large_and_escape_ends_the_comparison_first(recorded: Desk) -> None:
    recorded.press("present")
    recorded.press("compare")
    page = until_compared(recorded)
    assert page.bar.found.font().pixelSize() >= 22 or "22px" in page.bar.found.styleSheet()
    key(page, Qt.Key.Key_Escape)
    assert recorded.window.presentation.on
    assert recorded.window.comparing.page is None
    recorded.press("present")


def test_a_comparison_that_is_presented_keeps_the_keys(recorded: Desk) -> None:
    recorded.press("compare")
    page = until_compared(recorded)
    recorded.press("present")
    focus = recorded.window.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Left)
    assert at(page) == (3, 4)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert recorded.window.comparing.page is None
    recorded.press("present")


def test_words_follow_the_language(recorded: Desk) -> None:
    recorded.press("compare")
    page = until_compared(recorded)
    recorded.window.words.speak("ko")
    recorded.until(lambda: told(page)[0] == "B에만 있음: board[0][2], 값은 9.")
    assert page.bar.link.text().strip() == "함께"
    recorded.window.words.speak("en")


def test_the_window_changes_its_language_after_a_comparison_has_ended(recorded: Desk) -> None:
    """The window drops the page's words with the page; words that were bound later still change."""
    recorded.press("compare")
    page = until_compared(recorded)
    heard: list[str] = []
    recorded.window.words.bind(heard.append, "command.compare")
    with recorded.qtbot.waitSignal(page.destroyed):
        key(page, Qt.Key.Key_Escape)
    recorded.window.words.speak("ko")
    assert heard == ["Compare…", "비교…"]
    recorded.window.words.speak("en")


def test_another_recording_is_chosen_from_a_menu(recorded: Desk) -> None:
    recorded.press("keep_step")
    recorded.press("compare")
    page = until_compared(recorded)
    menu = recorded.window.comparing.menu(page, 0)
    texts = [action.text() for action in menu.actions()]
    assert texts[0].startswith("This recording: ")
    assert texts[1].startswith("Kept step: ")
    menu.actions()[1].trigger()
    assert at(page) == (5, 5)


def test_recordings_that_cannot_be_compared_are_reported(recorded: Desk, tmp_path: Path) -> None:
    recorded.press("compare")
    page = until_compared(recorded)
    lesson = tmp_path / "one.md"
    lesson.write_text("", encoding="utf-8")
    recorded.person.opens = lesson
    recorded.window.comparing.menu(page, 1).actions()[-1].trigger()
    assert not page.notification.isHidden()
    assert at(page) == (4, 5)


def test_a_narrow_window_has_one_side_above_the_other(recorded: Desk) -> None:
    recorded.press("compare")
    page = until_compared(recorded)
    for width, height in ((1200, 700), (800, 480)):
        recorded.window.resize(800, 700)
        recorded.until(lambda: page.sides[1].y() > page.sides[0].y())
        recorded.window.resize(width, height)
        recorded.until(lambda: page.sides[1].x() > page.sides[0].x())


def test_both_sides_are_saved_as_one_picture(recorded: Desk, tmp_path: Path) -> None:
    recorded.press("compare")
    until_compared(recorded)
    out = tmp_path / "both.svg"
    recorded.person.pictures_as = out, 1.0
    recorded.press("export_picture")
    drawn = out.read_text(encoding="utf-8")
    assert "A: program.py, step 4 of 5, line 4" in drawn
    assert "B: program.py, step 5 of 5, line 4" in drawn
    page_of(recorded).left.emit()
    recorded.press("export_picture")
    assert "A: program.py" not in out.read_text(encoding="utf-8")


def test_a_program_that_goes_on_is_compared_as_far_as_it_has_come(desk: Desk) -> None:
    desk.put_in("n = 0\nwhile True:\n    n += 1\n")
    desk.press("record")
    desk.until(lambda: desk.window.player.steps > 20)
    desk.press("compare")
    page = until_compared(desk)
    steps = page.sides[1].player.steps
    desk.window.player.last()
    desk.until(lambda: page.sides[1].player.steps >= steps)
    assert page.sides[1].slider.maximum() == page.sides[1].player.steps
    key(page, Qt.Key.Key_Right)
    assert page.sides[0].player.step == 2
    page.left.emit()
    desk.press("stop")
    desk.until(lambda: not desk.window.workbench.run.active)


def test_another_program_ends_the_comparison(recorded: Desk) -> None:
    recorded.press("compare")
    until_compared(recorded)
    recorded.press("new")
    assert recorded.window.comparing.page is None
