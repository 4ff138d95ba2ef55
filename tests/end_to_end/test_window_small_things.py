"""Details of daily use: a confirmation after an action, no room for empty parts."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.shell.windows import Desk, cut_off
from visualizer.charts.timeline import CallsPlot


def head(desk: Desk) -> str:
    source = desk.window.source
    return next(label.text() for label in source.findChildren(QLabel) if label.text())


def test_a_run_reports_that_it_has_written_the_file(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("x = 1\n")
    window = desk.window
    window.open_file(file)
    desk.record()
    assert "saved" not in head(desk)
    window.source.editor.setPlainText("x = 2\n")
    desk.record()
    assert file.read_text() == "x = 2\n"
    assert head(desk).endswith("\u00b7 saved")


def test_live_mode_has_a_button_that_shows_whether_it_is_on(desk: Desk) -> None:
    window = desk.window
    button, action = window.source.live, window.commands["live"]
    assert button.isVisible()
    assert button.accessibleName() == action.text().replace("&", "")
    assert not button.isChecked()
    action.setChecked(True)
    assert button.isChecked()
    action.setChecked(False)
    assert not button.isChecked()


def test_an_empty_recording_has_no_number_of_steps(desk: Desk) -> None:
    window = desk.window
    desk.record_again("x = 1\n")
    assert window.transport.steps_label.text() == f"of {window.player.steps}"
    window.player.close()
    assert window.transport.steps_label.text() == ""


def test_an_empty_trace_table_leaves_the_room_to_the_diagram(desk: Desk) -> None:
    window = desk.window
    window.resize(1024, 700)
    desk.record_again("x = [1]\n")
    desk.press("trace_table")
    desk.until(lambda: window.trace.isVisible() and window.trace.height() <= 128)
    desk.until(lambda: window.diagram.height() > 2 * window.trace.height())
    window.player.last()
    window.select(dict(window.player.state.globals["program.py"])["x"])
    desk.press("watch")
    desk.until(lambda: window.trace.height() >= 176)
    middle = window.arrangement.middle
    middle.setSizes([200, 300])
    window.watching.remove(0)
    desk.until(lambda: middle.sizes()[1] == window.trace.height() <= 128)


def test_a_watched_class_has_its_name_at_the_head_of_its_column(desk: Desk) -> None:
    window = desk.window
    desk.record_again("class Node:\n    pass\n")
    window.player.last()
    window.select(dict(window.player.state.globals["program.py"])["Node"])
    desk.press("watch")
    assert window.trace.model.title(window.watching.columns[0]).startswith("class Node #")


def test_names_of_calls_grow_with_the_text(desk: Desk) -> None:
    desk.record_again("def f():\n    return 1\nf()\n")
    window = desk.window
    desk.until(lambda: window.transport.timeline.is_complete)
    (plot,) = window.findChildren(CallsPlot)
    usual = plot.row
    try:
        window.appearance.scale_text(200)
        assert plot.row == 2 * usual
    finally:
        window.appearance.scale_text(100)
    assert plot.row == usual


def test_the_row_below_the_last_line_is_seen_whole(desk: Desk) -> None:
    window = desk.window
    window.resize(1024, 700)
    desk.record_again("x = 1\n" * 60 + "1 / 0\n")
    window.player.last()
    editor = window.source.editor
    assert editor.annotations.note is not None
    box = dict(editor.visible_lines())[61]
    assert box.bottom() + 2 * editor.line_height() * 0.6 <= editor.viewport().height()


def test_in_a_new_program_one_can_write_at_once(desk: Desk) -> None:
    desk.record_again("x = 1\n")
    desk.focus_diagram()
    desk.press("new")
    desk.until(desk.window.source.editor.hasFocus)
    QTest.keyClicks(desk.window.focusWidget(), "y = 2")
    assert desk.window.source.text == "y = 2"


def test_a_program_that_never_ran_has_no_picture_of_before(desk: Desk) -> None:
    notification = desk.window.diagram.notifications.problem
    desk.press("new")
    desk.put_in("x = (\n")
    desk.press("record")
    desk.until(notification.isVisible)
    assert "diagram" not in notification.accessibleName()
    assert "1" in notification.accessibleName()
    desk.record_again("x = 1\n")
    desk.put_in("x = (\n")
    desk.press("record")
    desk.until(lambda: "diagram" in notification.accessibleName())


def test_the_trace_table_has_all_words_or_icons_alone_however_large_words_are(desk: Desk) -> None:
    window = desk.window
    desk.record_again("x = 1\n")
    desk.press("trace_table")
    trace = window.trace
    for percent in (100, 150, 200):
        window.appearance.scale_text(percent)
        for width in (1024, 1440, 1920):
            window.resize(width, 900)
            desk.until(lambda: cut_off(trace) == [])
    assert trace.save.accessibleName()


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1440, 900)])
def test_forty_letters_of_code_are_seen_beside_the_diagram(
    desk: Desk, size: tuple[int, int]
) -> None:
    window = desk.window
    window.resize(*size)
    desk.record_again("x = 1\n" * 60)
    editor = window.source.editor
    letters = editor.viewport().width() / editor.fontMetrics().horizontalAdvance("m")
    assert letters >= 40
    assert window.diagram.view.width() > editor.width()
    for language in ("en", "ko"):
        window.words.speak(language)
        names = [window.words(f"level.{number}") for number in (1, 2, 3, 4)]
        said = [button.text() for button in window.diagram.levels.buttons]
        assert said == [f"{number} {name}" for number, name in enumerate(names, 1)]
        assert cut_off(window.diagram.bar) == []
