"""Pages of the window: the tabs, their keys, the parts that belong to the program alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk, press
from visualizer.shell.labs.common.page import LabPage
from visualizer.shell.widgets.controls import name_of
from visualizer.shell.widgets.dialogs import Unsaved
from visualizer.shell.window.tabs import PAGES, PROGRAM, START
from visualizer.shell.window.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
LABS = [entry.key for entry in PAGES if entry.key not in (START, PROGRAM)]


def built(desk: Desk) -> list[LabPage]:
    return desk.window.findChildren(LabPage)


def presents(desk: Desk) -> bool:
    return desk.window.presentation.on


def test_a_lab_is_built_when_it_is_first_seen(desk: Desk) -> None:
    pages = desk.window.pages
    assert pages.shown == PROGRAM
    assert not built(desk)
    for key in LABS:
        desk.window.header.tabs.tabs[key].click()
        page = pages.lab
        assert page is not None
        assert page.isVisible()
        assert not desk.window.source.isVisible()
        desk.press("page_program")
        desk.press(f"page_{key}")
        assert pages.lab is page


def test_keys_go_from_room_to_room(desk: Desk) -> None:
    window = desk.window
    window.activateWindow()
    alt, digits = Qt.KeyboardModifier.AltModifier, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
    keys = [(Qt.Key.Key_Home, alt), *((digit, CONTROL) for digit in (*digits, Qt.Key.Key_4))]
    for entry, (key, modifier) in [*zip(PAGES, keys, strict=True)][::-1]:
        press(desk, key, modifier)
        assert window.pages.shown == entry.key
        assert window.header.tabs.tabs[entry.key].isChecked()
        assert window.commands[f"page_{entry.key}"].isChecked()


def test_in_a_lab_the_commands_of_the_program_are_gone(desk: Desk) -> None:
    desk.put_in("x = 1\ny = 2\n")
    desk.record()
    window, step = desk.window, desk.window.player.step
    desk.press(f"page_{LABS[0]}")
    for key in ("forward", "record", "print", "level_1"):
        assert not window.commands[key].isVisible()
        assert not window.commands[key].isEnabled()
    press(desk, Qt.Key.Key_Right)
    press(desk, Qt.Key.Key_End)
    assert window.player.step == step
    desk.press("page_program")
    assert window.commands["forward"].isEnabled()
    desk.focus_diagram()
    press(desk, Qt.Key.Key_Right)
    assert window.player.step == step + 1


def test_opened_files_are_visible(desk: Desk, tmp_path: Path) -> None:
    program = tmp_path / "other.py"
    program.write_text("x = 1\n")
    desk.press(f"page_{LABS[0]}")
    desk.person.opens = program
    desk.press("open")
    assert desk.window.pages.shown == PROGRAM
    assert desk.window.source.text == "x = 1\n"


def test_a_failed_opening_and_its_question_are_visible(desk: Desk, tmp_path: Path) -> None:
    desk.press(f"page_{LABS[0]}")
    desk.person.opens = tmp_path / "nowhere.py"
    desk.press("open")
    assert desk.window.pages.shown == PROGRAM
    assert desk.window.diagram.notifications.problem.isVisible()
    desk.put_in("x = 1\n")
    desk.press(f"page_{LABS[0]}")
    desk.window.drop.open_dropped(tmp_path / "nowhere.py")
    assert desk.window.pages.shown == PROGRAM


def test_a_failed_save_is_visible_before_the_window_closes(desk: Desk, tmp_path: Path) -> None:
    desk.put_in("x = 1\n")
    desk.press(f"page_{LABS[0]}")
    desk.person.about_unsaved_changes = Unsaved.SAVE
    desk.person.saves_as = tmp_path / "nowhere" / "program.py"
    assert not desk.window.close()
    assert desk.window.pages.shown == PROGRAM
    assert desk.window.diagram.notifications.problem.isVisible()


def test_nothing_is_played_that_is_not_seen(desk: Desk) -> None:
    desk.put_in("x = 1\ny = 2\n")
    desk.record()
    desk.press("play")
    assert desk.window.playback.playing
    desk.press(f"page_{LABS[0]}")
    assert not desk.window.playback.playing


def test_a_menu_of_the_program_alone_is_not_there_in_a_lab(desk: Desk) -> None:
    found = desk.window.findChildren(QMenu)
    menus = {name_of(menu.menuAction()): menu for menu in found}
    whole = next(menu for menu in found if menus["Step"].menuAction() in menu.actions())

    def seen(title: str) -> bool:
        whole.aboutToShow.emit()
        return menus[title].menuAction().isVisible()

    assert seen("Step")
    desk.press(f"page_{LABS[0]}")
    assert not seen("Step")
    assert not seen("Record")
    assert seen("File")
    desk.press("page_program")
    assert seen("Step")
    assert seen("Record")


def test_a_fault_of_the_window_is_reported_in_the_visible_tab(desk: Desk) -> None:
    desk.press(f"page_{LABS[0]}")
    desk.window.show_fault(ValueError("planted"))
    page = desk.window.pages.lab
    assert page is not None
    assert page.notification.isVisible()
    assert "ValueError" in page.notification.accessibleName()


def test_the_room_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        assert desk.window.pages.shown == START
        desk.press(f"page_{LABS[0]}")
    with open_desk(qtbot, tmp_path, MainWindow.open_last) as desk:
        assert desk.window.pages.shown == LABS[0]
        assert desk.window.pages.lab is not None
        assert desk.window.pages.lab.isVisible()


def test_the_presentation_is_left_for_a_lab(desk: Desk) -> None:
    desk.put_in("x = 1\n")
    desk.record()
    desk.press("present")
    assert presents(desk)
    desk.press(f"page_{LABS[0]}")
    assert not presents(desk)
    assert desk.window.header.isVisible()


def test_in_a_narrow_window_only_the_open_tab_has_its_word(desk: Desk) -> None:
    tabs = desk.window.header.tabs
    desk.window.resize(1440, 900)
    wide = tabs.tabs[LABS[0]].sizeHint().width()
    desk.window.resize(1024, 700)
    assert tabs.tabs[LABS[0]].sizeHint().width() < wide / 2
    desk.press(f"page_{LABS[0]}")
    assert tabs.tabs[LABS[0]].sizeHint().width() == wide


def test_the_keys_for_the_next_pane_go_through_a_lab(desk: Desk) -> None:
    desk.press(f"page_{LABS[0]}")
    window, seen = desk.window, []
    page = window.pages.lab
    assert page is not None
    for _ in range(len(page.panes) + 1):
        desk.press("next_pane")
        seen.append(window.focusWidget())
    assert window.header.menu_button in seen
    assert len(set(seen)) == len(seen)


def test_a_lab_reports_that_the_program_waits_or_has_ended(desk: Desk) -> None:
    window = desk.window
    tab = window.header.tabs.tabs[PROGRAM]
    desk.put_in("name = input('who? ')\n")
    desk.press("record")
    desk.until(window.output.input_row.field.isVisible)
    assert not tab.news
    desk.press(f"page_{LABS[0]}")
    assert tab.text() == window.words("tab.program_waits")
    assert tab.text() in tab.toolTip()
    window.words.speak("ko")
    assert tab.accessibleName() == window.words("tab.program_waits")
    window.workbench.send_line("Ada")
    desk.until(lambda: tab.news == window.words("tab.program_ended"))
    desk.press("page_program")
    assert tab.text() == window.words("command.page_program")
    desk.press(f"page_{LABS[0]}")
    assert not tab.news


def test_one_lab_runs_at_a_time_and_its_tab_shows_it(desk: Desk) -> None:
    window = desk.window
    tabs = window.header.tabs.tabs
    desk.press("page_concurrency")
    first = window.pages.lab
    assert first is not None
    first.controls.show_chosen({"contestants": ["sequential"], "scale": 1.0, "repeats": 20})
    first.start()
    assert tabs["concurrency"].text() == "Concurrency lab \u00b7 running"
    desk.press("page_streaming")
    second = window.pages.lab
    assert second is not None
    assert second is not first
    second.start()
    assert not second.run.active
    assert second.notification.isVisibleTo(second)
    assert "Concurrency lab is running" in second.notification.accessibleName()
    window.words.speak("ko")
    assert tabs["concurrency"].text() == "동시성 실험실 \u00b7 실행 중"
    window.words.speak("en")
    second.notification.buttons[0].click()
    desk.until(lambda: second.run.active)
    assert not first.run.active
    assert not tabs["concurrency"].news
    assert tabs["streaming"].text() == "Streaming lab \u00b7 running"
    assert not second.notification.isVisibleTo(second)
    second.run.cancel()
    desk.until(lambda: not second.run.active)
    assert not tabs["streaming"].news


def start_two(desk: Desk) -> tuple[LabPage, LabPage]:
    """Start two labs; return the running one, and the other, which reports that it must wait."""
    desk.press("page_concurrency")
    first = desk.window.pages.lab
    assert first is not None
    first.controls.show_chosen({"contestants": ["sequential"], "scale": 1.0, "repeats": 20})
    first.start()
    desk.press("page_streaming")
    second = desk.window.pages.lab
    assert second is not None
    second.start()
    assert second.notification.isVisibleTo(second)
    return first, second


def test_the_word_that_another_lab_runs_goes_when_that_ends(desk: Desk) -> None:
    first, second = start_two(desk)
    first.run.cancel()
    desk.until(lambda: not second.notification.isVisibleTo(second))
    assert not second.run.active


def test_later_notifications_stay_when_the_other_lab_ends(desk: Desk) -> None:
    first, second = start_two(desk)
    desk.window.show_fault(ValueError("planted"))
    first.run.cancel()
    desk.until(lambda: not first.run.active)
    assert second.notification.isVisibleTo(second)
    assert "ValueError" in second.notification.accessibleName()
