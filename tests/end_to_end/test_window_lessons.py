"""Lessons and predictions in the window, from opening one to its table of answers."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.lessons.made import LESSON, write_lesson
from tests.shell.windows import Desk, open_desk, press
from visualizer.explain.questions.choosing import Difficulty
from visualizer.explain.questions.kinds import NEW
from visualizer.lessons.reading import read_lesson
from visualizer.lessons.shelf import built_in_lessons
from visualizer.shell.lessons.answer_fields import ChoiceField, CountField
from visualizer.shell.lessons.lesson_pane import LessonPane
from visualizer.shell.lessons.predicting import DifficultyChoice
from visualizer.shell.lessons.question_card import QuestionCard
from visualizer.shell.window.window import MainWindow

PROGRAM = """a = [1, 2]
b = a
c = list(a)
print(len(b), c)
"""
NEVER_ENDS = "import threading\nthreading.Event().wait()\n"
"""A program that waits until the test stops it."""


def open_lesson(desk: Desk, folder: Path, text: str = LESSON) -> LessonPane:
    """Open a lesson, record its program and show the first question."""
    window = desk.window
    window.lessons.open(read_lesson(write_lesson(folder, text)))
    desk.until_ended()
    pane = window.dock.lesson
    desk.until(lambda: all(card.question is not None for card in pane.cards.values()))
    return pane


def answer_count(card: QuestionCard, number: int) -> None:
    """Type a count and answer."""
    assert isinstance(card.field, CountField)
    QTest.keyClicks(card.field.field, str(number))
    QTest.keyClick(card.field.field, Qt.Key.Key_Return)


def test_a_lesson_asks_before_it_explains(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    pane = open_lesson(desk, tmp_path)
    assert window.source.text == window.lessons.open_one.program  # type: ignore[union-attr]
    count, same = pane.cards["count"], pane.cards["same"]
    assert count.isVisible()
    assert not same.isVisible()
    assert not pane.tasks["three"].isVisible()
    # A user who begins to answer is taken to the question's step.
    count.setFocus()
    desk.until(lambda: window.player.step == 2)
    press(desk, Qt.Key.Key_Right)
    window.commands["forward"].trigger()
    assert window.player.step == 2, "the next step would tell"
    answer_count(count, 2)
    assert same.isVisible()
    assert window.lessons.progress.of("two_names", "count").right
    count.show_proof.click()
    assert window.player.step == 3
    same.skip.click()
    assert pane.tasks["three"].isVisible()


def visible_texts(pane: LessonPane) -> list[str]:
    return [one.text() for one in pane.findChildren(QLabel) if one.isVisible()]


def test_a_lesson_with_an_endless_program_announces_when_its_questions_come(
    desk: Desk, tmp_path: Path
) -> None:
    window, pane = desk.window, desk.window.dock.lesson
    text = LESSON.replace("print(a)\n", f"print(a)\n{NEVER_ENDS}")
    window.lessons.open(read_lesson(write_lesson(tmp_path, text)))
    later = window.words("lesson.waits")
    desk.until(lambda: later in visible_texts(pane))
    desk.press("stop")
    desk.until_ended()
    assert later not in visible_texts(pane)


def test_a_program_that_runs_again_announces_no_questions(desk: Desk, tmp_path: Path) -> None:
    window, pane = desk.window, open_lesson(desk, tmp_path)
    window.source.editor.setPlainText(NEVER_ENDS)
    desk.press("record")
    desk.until(window.diagram.notifications.recording.isVisible)
    later = window.words("lesson.waits")
    assert later not in visible_texts(pane)
    desk.press("stop")
    desk.until_ended()


def test_a_task_is_judged_by_the_actions_of_the_changed_program(desk: Desk, tmp_path: Path) -> None:
    pane = open_lesson(desk, tmp_path)
    task = pane.tasks["three"]
    desk.record_again("a = [1]\nb = a\n")
    desk.until(lambda: desk.window.lessons.progress.of("two_names", "three").times == 1)
    assert not task.is_done
    desk.record_again("a = [1]\nb = a\nc = a\n")
    desk.until(lambda: task.is_done)
    assert desk.window.lessons.progress.of("two_names", "three").right


def test_a_lesson_shows_two_steps_beside_each_other(desk: Desk) -> None:
    lesson = next(one for one in built_in_lessons() if one.key == "copy_and_deepcopy")
    desk.window.lessons.open(lesson)
    desk.until_ended()
    pane = desk.window.dock.lesson
    label = next(one for one in pane.findChildren(QLabel) if "#shallow" in one.text())
    label.linkActivated.emit("#change..show")
    page = desk.window.comparing.page
    assert page is not None
    found = [side.player.state.step for side in page.sides]
    assert [step.line for step in found if step is not None] == [7, 8]
    page.left.emit()
    assert desk.window.lessons.open_one is lesson


def test_another_program_ends_the_lesson(desk: Desk, tmp_path: Path) -> None:
    open_lesson(desk, tmp_path)
    assert desk.window.dock.pages.isVisible()
    desk.window.workbench.new("x = 1\n")
    assert desk.window.lessons.open_one is None
    assert not desk.window.dock.pages.isVisible()


def test_the_language_changes_in_the_middle(desk: Desk, tmp_path: Path) -> None:
    pane = open_lesson(desk, tmp_path)
    desk.window.words.speak("ko")
    assert pane.accessibleName() == "이름 둘, 리스트 하나"
    assert "참조 횟수" in pane.cards["count"].accessibleName()


def test_predictions_stand_in_the_way_until_they_are_answered(desk: Desk) -> None:
    window = desk.window
    desk.put_in(PROGRAM)
    desk.record()
    desk.press("predict_counts")
    assert window.predicting.difficulty is Difficulty.COUNTS
    desk.press("predict")
    desk.focus_diagram()
    press(desk, Qt.Key.Key_Right)
    card = window.dock.prediction
    assert card.isVisible()
    assert card.question is not None
    assert card.question.step == window.player.step == 2
    window.commands["forward"].trigger()
    assert window.player.step == 2
    focus = QApplication.focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)
    answer_count(card, 2)
    assert window.predicting.right == 1
    window.commands["forward"].trigger()
    assert window.player.step == 3
    desk.press("predict")
    assert not card.isVisible()


def test_while_predicting_a_step_without_a_question_is_named_as_such(desk: Desk) -> None:
    window = desk.window
    desk.put_in("x = 1\nif x == 2:\n    x = 3\ny = 4\n")
    desk.record()
    card = window.dock.prediction
    window.resize(1024, 700)
    window.dock.show_inspector()
    desk.press("predict")
    desk.until(lambda: card.visibleRegion().boundingRect() == card.rect())
    said = "Predict before each step is on. There is no question now."
    asks = "Which way does the program go after this line?"
    for step, name in ((1, said), (2, asks), (4, said)):
        window.player.go_to(step)
        assert card.isVisible()
        assert card.accessibleName() == name
        assert (card.skip.isVisible(), card.answer.isVisible()) == (name != said,) * 2
    window.commands["back"].trigger()
    assert window.player.step == 3
    desk.press("present")
    desk.until(card.isVisible)
    assert not card.revealing.isVisible()
    desk.record_again("z = 1\n")
    assert card.isVisible()


def test_a_question_can_be_skipped(desk: Desk) -> None:
    window = desk.window
    desk.put_in(PROGRAM)
    desk.record()
    desk.press("predict")
    window.player.go_to(2)
    card = window.dock.prediction
    assert card.isVisible()
    card.skip.click()
    assert window.player.step == 3
    window.player.go_to(2)
    first = window.player.step
    # The window does not ask about this line again.
    assert not card.isVisible() or card.question is None or card.question.step == first


@pytest.mark.parametrize("scale", [100, 130, 200])
def test_a_question_keeps_its_height_and_scrolls_to_where_it_is_answered(
    scale: int, desk: Desk
) -> None:
    window, card = desk.window, desk.window.dock.prediction
    window.resize(1024, 700)
    desk.record_again("a = [1, 2]\nb = a\nc = list(a)\nprint(len(c) + 1)\n")
    desk.press("predict")
    window.player.go_to(2)
    window.appearance.scale_text(scale)
    field = card.field
    assert isinstance(field, ChoiceField)
    desk.until(lambda: field.handle.geometry().bottom() < field.rows[0].y())
    desk.until(lambda: card.height() >= card.heightForWidth(card.width()))
    desk.until(lambda: card.width() <= window.dock.width())
    last = field.rows[-1].button
    QTest.keyClick(field.rows[0].button, Qt.Key.Key_A + len(field.rows) - 1)
    desk.until(lambda: last.visibleRegion().boundingRect() == last.rect())
    window.appearance.scale_text(100)
    assert field.handle.font().pixelSize() == 14


def test_a_lesson_in_a_small_window_leaves_room_for_its_program(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    window.resize(1024, 700)
    open_lesson(desk, tmp_path)
    editor = window.source.editor
    desk.until(lambda: editor.viewport().height() >= 5 * editor.line_height())
    assert window.dock.lesson.height() >= window.source.editor.height()


def test_a_question_is_seen_before_the_lesson_beside_it(desk: Desk, tmp_path: Path) -> None:
    pane, card = open_lesson(desk, tmp_path), desk.window.dock.prediction
    desk.press("predict")
    desk.window.player.go_to(2)
    desk.until(card.isVisible)
    desk.window.dock.pages.buttons[1].click()
    assert pane.isVisible()


def test_a_class_is_asked_below_the_picture(desk: Desk) -> None:
    window = desk.window
    desk.put_in(PROGRAM)
    desk.record()
    desk.press("predict")
    desk.press("present")
    window.player.go_to(2)
    card = window.dock.prediction
    assert window.caption.isAncestorOf(card)
    assert card.isVisible()
    desk.focus_diagram()
    QTest.keyClick(window.diagram.view, Qt.Key.Key_B)
    assert card.field is not None
    assert card.field.given() == NEW, "a letter is the class's answer, not a bookmark"
    assert not window.bookmarks.steps
    desk.press("reveal")
    assert "an existing object" in card.accessibleDescription()
    desk.press("present")
    assert window.dock.isAncestorOf(card)


def test_answers_are_saved_as_a_table(desk: Desk, tmp_path: Path) -> None:
    pane = open_lesson(desk, tmp_path)
    answer_count(pane.cards["count"], 7)
    desk.person.tables_as = tmp_path / "반 1.csv"
    desk.press("export_progress")
    text = desk.person.tables_as.read_text(encoding="utf-8-sig")
    assert "two_names,count,1,0" in text
    desk.press("reset_progress")
    assert list(desk.window.lessons.progress.rows()) == []


def test_a_lesson_of_ones_own_is_begun_from_a_program_and_opened(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window
    desk.put_in(PROGRAM)
    desk.record()
    desk.person.lessons_as = tmp_path / "내 수업.md"
    desk.press("new_lesson")
    desk.until(lambda: window.lessons.open_one is not None)
    desk.until_ended()
    pane = window.dock.lesson
    desk.until(lambda: all(card.question is not None for card in pane.cards.values()))
    assert len(pane.cards) == 3
    assert window.source.text == PROGRAM
    assert window.lessons.open_one is not None
    assert window.lessons.open_one.title["ko"] == "내 수업"
    notification = window.diagram.notifications.hint
    assert notification.isVisible()
    assert "내 수업.md" in notification.accessibleName()
    assert str(tmp_path) in notification.accessibleName()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    notification.buttons[0].click()
    assert [Path(one.toLocalFile()) for one in opened] == [tmp_path / "내 수업.md", tmp_path]


def test_a_file_that_is_no_lesson_is_reported(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Notes", encoding="utf-8")
    desk.window.files.open_path(path)
    assert desk.window.lessons.open_one is None
    assert desk.window.diagram.notifications.problem.isVisible()


def _is_in_view(part: QWidget) -> bool:
    return not part.visibleRegion().isEmpty()


def test_commands_of_the_step_show_their_part_beside_an_open_lesson(
    desk: Desk, tmp_path: Path
) -> None:
    pane, dock = open_lesson(desk, tmp_path), desk.window.dock
    parts: dict[str, QWidget] = {
        "bookmark_note": dock.bookmarks.field,
        "call_tree": dock.calls,
        "watch_expression": dock.variables.field,
    }
    for command, part in parts.items():
        dock.pages.picked.emit(1)
        assert pane.isVisible()
        desk.press(command)
        desk.until(partial(_is_in_view, part))
    desk.press("bookmark_note")
    assert desk.window.focusWidget() is dock.bookmarks.field


@pytest.mark.parametrize("width", [1440, 1024, 700])
def test_a_lesson_can_be_read_in_a_window_of_any_width(
    width: int, desk: Desk, tmp_path: Path
) -> None:
    desk.window.resize(width, 700)
    pane = open_lesson(desk, tmp_path)
    desk.window.arrangement.sides.bring_up(desk.window.dock)
    desk.until(lambda: pane.isVisible() and pane.cards["count"].width() > 200)
    assert pane.horizontalScrollBar().maximum() == 0


def test_a_lesson_goes_on_where_the_last_window_left_it(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as first:
        card = open_lesson(first, tmp_path).cards["count"]
        card.setFocus()
        answer_count(card, 2)
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as again:
        window = again.window
        assert window.lessons.open_one is not None
        assert window.lessons.open_one.key == "two_names"
        pane = window.dock.lesson
        again.until(pane.cards["same"].isVisible)
        assert pane.cards["same"].question is not None
        assert not pane.tasks["three"].isVisible()


def test_a_lesson_that_has_gone_leaves_its_program(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as first:
        open_lesson(first, tmp_path)
        assert first.window.lessons.file is not None
        gone = first.window.lessons.file
    gone.unlink()
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as again:
        assert again.window.lessons.open_one is None
        assert again.window.player.recording is not None


def test_the_difficulty_of_questions_is_chosen_beside_them(desk: Desk) -> None:
    window, card = desk.window, desk.window.dock.prediction
    desk.record_again("a = [1, 2]\nb = a\nc = list(a)\nprint(len(c) + 1)\n")
    window.commands["predict"].trigger()
    window.commands["first"].trigger()
    desk.press("forward")
    assert card.question is not None
    assert str(card.question.kind) == "refers"
    choice = card.findChild(DifficultyChoice)
    assert choice is not None
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    assert window.predicting.difficulty is Difficulty.COUNTS
    assert window.commands["predict_counts"].isChecked()
    assert str(card.question.kind) == "count"
    window.commands["predict_output"].trigger()
    assert choice.currentIndex() == 0


def test_the_keys_lead_from_pane_to_pane_into_the_question(desk: Desk, tmp_path: Path) -> None:
    pane = open_lesson(desk, tmp_path)
    card = pane.cards["count"]
    assert isinstance(card.field, CountField)
    for _ in range(8):
        press(desk, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        if focus is not None and card.isAncestorOf(focus):
            break
    assert focus is card.field.field
    answer_count(card, 2)
    press(desk, Qt.Key.Key_F6)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert pane.cards["same"].isAncestorOf(focus)
    press(desk, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is desk.window.transport.slider
