"""Dialogs have room for their words at any text size."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from tests.shell.windows import Desk
from visualizer.shell.appearance.look import SCALES
from visualizer.shell.labs.common.history_window import HistoryWindow
from visualizer.shell.labs.common.page import LabPage
from visualizer.shell.labs.shared_memory.page import SharedMemoryPage
from visualizer.shell.labs.streaming.page import StreamingPage
from visualizer.shell.run.options_window import RunOptionsWindow
from visualizer.shell.settings.preferences_window import PreferencesWindow


def opened(desk: Desk, command: str) -> QDialog:
    desk.press(command)
    (dialog,) = (one for one in desk.window.findChildren(QDialog) if one.isVisible())
    return dialog


def place(page: QWidget, part: QWidget) -> QRect:
    """Return the part of ``page`` that shows ``part``: a scroll area may hide some of it."""
    seen = part.visibleRegion().boundingRect()
    return QRect(part.mapTo(page, seen.topLeft()), seen.size())


def is_whole(page: QWidget, part: QLabel) -> bool:
    """Whether ``part`` is as high as it needs to be, and overlaps no other part of ``page``."""
    others = [*page.findChildren(QLabel), *page.findChildren(QLineEdit)]
    beside = [one for one in others if one is not part and one.isVisible()]
    over = any(place(page, part).intersects(place(page, one)) for one in beside)
    return part.height() >= part.heightForWidth(part.width()) and not over


@pytest.mark.parametrize("percent", [SCALES[0], SCALES[-1]])
@pytest.mark.parametrize("command", ["preferences", "run_options"])
def test_no_row_is_cut_off_or_over_another(desk: Desk, command: str, percent: int) -> None:
    desk.window.appearance.scale_text(percent)
    dialog = opened(desk, command)
    turn: list[Callable[[], object]] = [lambda: None]
    if isinstance(dialog, PreferencesWindow):
        turn = [partial(dialog.show_page, number) for number in (0, 1)]
    for show in turn:
        show()
        QApplication.processEvents()
        labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
        assert labels
        cut = [label.text() for label in labels if not is_whole(dialog, label)]
        assert cut == []
    desk.window.appearance.scale_text(SCALES[0])


@pytest.mark.parametrize("command", ["preferences", "run_options"])
def test_each_name_is_level_with_its_control(desk: Desk, command: str) -> None:
    dialog = opened(desk, command)
    if isinstance(dialog, PreferencesWindow):
        dialog.show_page(1)
    QApplication.processEvents()
    names = [
        one for one in dialog.findChildren(QLabel) if one.isVisible() and one.buddy() is not None
    ]
    assert names
    for name in names:
        control = name.buddy().findChild(QLineEdit) or name.buddy()
        apart = place(dialog, name).center().y() - place(dialog, control).center().y()
        assert abs(apart) <= 2, name.text()


def test_fields_and_messages_have_the_same_lines_at_any_text_size(desk: Desk) -> None:
    options = opened(desk, "run_options")
    assert isinstance(options, RunOptionsWindow)
    options.close()
    preferences = opened(desk, "preferences")
    assert isinstance(preferences, PreferencesWindow)
    kept = (options.variables, options.said, preferences.python.said)
    usual = [one.minimumHeight() for one in kept]
    desk.window.appearance.scale_text(200)
    assert [one.minimumHeight() for one in kept] == [2 * height for height in usual]
    lines = options.variables.fontMetrics().lineSpacing()
    assert 3 * lines < options.variables.minimumHeight() < 5 * lines
    desk.window.appearance.scale_text(SCALES[0])
    assert [one.minimumHeight() for one in kept] == usual


def test_a_dialog_grows_with_the_words_and_stays_as_it_was_made_by_hand(desk: Desk) -> None:
    dialog = opened(desk, "preferences")
    usual = dialog.size()
    dialog.resize(500, 500)
    dialog.close()
    desk.press("preferences")
    assert dialog.size().toTuple() == (500, 500)
    dialog.close()
    desk.window.appearance.scale_text(SCALES[-1])
    desk.press("preferences")
    assert dialog.width() > usual.width()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    desk.window.appearance.scale_text(SCALES[0])


def opened_history[P: LabPage](desk: Desk, command: str, kind: type[P]) -> tuple[P, HistoryWindow]:
    """Open a lab and its earlier runs."""
    desk.press(command)
    page = desk.window.pages.lab
    assert isinstance(page, kind)
    page.open_history()
    history = page.findChild(HistoryWindow)
    assert history is not None
    return page, history


def test_the_windows_of_a_lab_fit_the_screen_with_the_largest_words(desk: Desk) -> None:
    page, history = opened_history(desk, "page_shared_memory", SharedMemoryPage)
    for dialog in (page.controls.options, history):
        dialog.show()
        usual, room = dialog.size(), dialog.screen().availableSize()
        dialog.close()
        desk.window.appearance.scale_text(SCALES[-1])
        dialog.show()
        assert usual.width() < dialog.width() <= room.width()
        assert dialog.height() <= room.height()
        dialog.close()
        desk.window.appearance.scale_text(SCALES[0])


def test_rows_of_several_lines_are_apart_in_the_window_of_earlier_runs(desk: Desk) -> None:
    _, history = opened_history(desk, "page_streaming", StreamingPage)
    history.list.addItem("generator, iterator")
    assert history.list.sizeHintForRow(0) >= history.list.fontMetrics().height() + 8
    history.close()
