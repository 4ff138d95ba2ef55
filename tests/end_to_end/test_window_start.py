"""The start: the start page, its examples, and an empty program with a hint."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk, press
from visualizer.lessons.examples import examples
from visualizer.lessons.shelf import built_in_lessons
from visualizer.resources import resource
from visualizer.shell.start_page.page import StartPage
from visualizer.shell.window.window import MainWindow


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window without a previous session."""
    with open_desk(qtbot, tmp_path, MainWindow.open_last, level=None) as found:
        yield found


def page(desk: Desk) -> StartPage:
    found = desk.window.pages.page
    assert isinstance(found, StartPage)
    return found


def test_from_start_to_a_program_of_ones_own_stepped_in_four_actions(started: Desk) -> None:
    window = started.window
    assert window.player.recording is None, "nothing is run before somebody asks"
    focus = QApplication.focusWidget()
    assert focus is page(started).new
    QTest.keyClick(page(started).new, Qt.Key.Key_Return)
    assert window.pages.page is None
    editor = window.source.editor
    assert window.focusWidget() is editor
    QTest.keyClicks(editor, "x = 1")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "y = 2")
    QTest.keyClick(editor, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    started.until_ended()
    press(started, Qt.Key.Key_Right)
    assert window.player.step == 2


def test_an_empty_program_shows_an_example_and_the_key_that_runs_it(desk: Desk) -> None:
    editor = desk.window.source.editor
    assert "for name in names:\n    print(name)\n\n" in editor.placeholderText()
    assert "Press Record (Ctrl+R) to run it" in editor.placeholderText()
    desk.window.words.speak("ko")
    assert "기록(Ctrl+R)을 누르면" in editor.placeholderText()


def test_an_example_is_recorded_and_the_keys_step_through_it(started: Desk) -> None:
    window = started.window
    page(started).shelf.show_shelf(2)
    page(started).shelf.visible_cards[0].click()
    started.until_ended()
    assert window.source.text == examples()[0].path.read_text(encoding="utf-8")
    assert window.pages.page is None
    press(started, Qt.Key.Key_Right)
    assert window.player.step == 2


def test_the_pictures_are_painted_once_and_are_of_the_programs(started: Desk) -> None:
    shown = page(started)
    started.qtbot.waitUntil(lambda: not shown.pictures.busy, timeout=120_000)
    assert all(card.read_picture() for card in shown.shelf.cards)
    started.press("page_program")
    started.press("page_start")
    assert not shown.pictures.busy, "they were kept"


def test_lessons_come_first_and_programs_stand_by_subject(started: Desk) -> None:
    shelf = page(started).shelf
    assert shelf.visible_cards[0].shown.file == "first_program.md"
    assert 3 <= len(shelf.visible_cards) <= 6
    shelf.shelves.buttons[2].click()
    assert [card.shown.what for card in shelf.visible_cards] == list(examples())
    shelf.shelves.buttons[1].click()
    assert [card.shown.what for card in shelf.visible_cards] == list(built_in_lessons())


def test_a_card_without_a_picture_shows_its_program_in_the_language_of_the_window(
    started: Desk,
) -> None:
    (grid,) = (card for card in page(started).shelf.cards if card.shown.file == "grid.py")
    started.window.words.speak("ko")
    korean = grid.code
    started.window.words.speak("en")
    assert grid.code.startswith("# Three times the same row.\n")
    assert korean.startswith("# ")
    assert korean.splitlines()[0] != grid.code.splitlines()[0]
    assert korean.splitlines()[1] == grid.code.splitlines()[1]


def test_a_search_finds_programs_and_lessons(started: Desk) -> None:
    shelf = page(started).shelf
    QTest.keyClicks(shelf.search, "deepcopy")
    assert [card.shown.file for card in shelf.visible_cards] == ["copy_and_deepcopy.md"]
    shelf.search.setText("threading.Lock")
    assert {"lock.py", "lost_update.md"} & {card.shown.file for card in shelf.visible_cards}
    shelf.search.setText("closure")
    assert {"closure.py", "scopes_and_closures.md"} <= {
        one.shown.file for one in shelf.visible_cards
    }
    shelf.search.setText("제너레이터")
    assert "generator.py" in {one.shown.file for one in shelf.visible_cards}
    shelf.search.setText("zzz")
    nothing = "No program or lesson has all of these words."
    assert nothing in [label.text() for label in shelf.findChildren(QLabel) if label.isVisible()]
    shelf.search.clear()
    assert len(shelf.visible_cards) <= 6


def test_the_shelf_is_the_one_of_last_time(qtbot: QtBot, tmp_path: Path) -> None:
    for shelf in (0, 2):
        with open_desk(qtbot, tmp_path, MainWindow.open_last, level=None) as opened:
            assert page(opened).shelf.shelf == shelf
            page(opened).shelf.shelves.buttons[2].click()


def test_own_lessons_are_listed_and_a_file_that_is_none_is_named(started: Desk) -> None:
    folder = started.window.places.lessons
    folder.mkdir(parents=True)
    mine = resource("lessons/aliasing.md").read_text(encoding="utf-8")
    (folder / "mine.md").write_text(mine.replace('"Two names', '"My two names'), encoding="utf-8")
    (folder / "broken.md").write_text("no lesson", encoding="utf-8")
    started.press("page_program")
    started.press("page_start")
    shelf = page(started).shelf
    shelf.shelves.buttons[1].click()
    started.until(lambda: shelf.visible_cards[-1].shown.file == "mine.md")
    assert "broken.md: a lesson begins with" in shelf.faults.text()
    shelf.visible_cards[-1].click()
    assert started.window.lessons.open_one is not None
    assert started.window.lessons.open_one.key == "mine"


def test_recent_files_are_listed_and_opened(started: Desk, tmp_path: Path) -> None:
    window, program = started.window, tmp_path / "mine.py"
    program.write_text("a = 1\n")
    window.files.open_path(program)
    gone = tmp_path / "gone.py"
    gone.write_text("b = 2\n")
    window.files.open_path(gone)
    gone.unlink()
    started.press("new")
    started.press("page_start")
    rows = {row.path.name: row for row in page(started).files}
    started.until(lambda: not rows["gone.py"].isEnabled())
    assert rows["mine.py"].isEnabled()
    rows["mine.py"].click()
    assert window.source.text == "a = 1\n"
    assert window.pages.page is None


def test_the_program_of_the_last_window_comes_before_the_start_page(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = tmp_path / "mine.py"
    program.write_text("a = 1\n")
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)):
        pass
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as again:
        assert again.window.pages.page is None
        assert again.window.source.text == "a = 1\n"


def test_a_lesson_that_was_opened_from_anywhere_is_listed_while_it_is_there(
    started: Desk, tmp_path: Path
) -> None:
    sent = tmp_path / "한글 수업.md"
    sent.write_text(resource("lessons/aliasing.md").read_text(encoding="utf-8"), encoding="utf-8")
    started.window.files.open_path(sent)
    started.until_ended()
    started.press("page_start")
    shelf = page(started).shelf
    shelf.shelves.buttons[1].click()
    started.until(lambda: shelf.visible_cards[-1].shown.file == sent.name)
    sent.unlink()
    started.press("page_program")
    started.press("page_start")
    started.until(lambda: shelf.visible_cards[-1].shown.file != sent.name)
    assert not shelf.faults.isVisible()
