"""Breakpoints with a condition: written, stored, marked, honoured."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk, press
from visualizer.shell.notifications.notification import Notification
from visualizer.shell.playback.player import SPEEDS
from visualizer.shell.source.signs import Sign

PROGRAM = """\
class Shy:
    @property
    def number(self):
        return 3


def twice(n):
    doubled = n * 2
    return doubled


shy = Shy()
seen = []
for n in range(6):
    seen.append(twice(n))
end = 1
"""
INSIDE, AFTER = 9, 16
"""The lines that return from ``twice`` and that run after the loop."""
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "loop.py"
    path.write_text(PROGRAM)
    return path


@pytest.fixture
def opened(desk: Desk, program: Path) -> Desk:
    """A window with the program, recorded, its diagram focused."""
    desk.window.open_file(program)
    desk.record()
    desk.focus_diagram()
    return desk


def put(desk: Desk, line: int, condition: str = "") -> None:
    desk.window.source.breakpoints.put("loop.py", line, condition)


def stops(desk: Desk) -> dict[int, str]:
    return desk.window.source.breakpoints.all.get("loop.py", {})


def write(desk: Desk, condition: str) -> None:
    """Write a condition into the row below the code, and confirm it with Enter."""
    row = desk.window.breakpoints.row
    assert row.isVisible()
    desk.until(row.field.hasFocus)
    row.field.clear()
    QTest.keyClicks(row.field, condition)
    QTest.keyClick(row.field, Qt.Key.Key_Return)


def run_on(desk: Desk, *, back: bool = False) -> int:
    """Go to the next breakpoint and return the step."""
    press(desk, Qt.Key.Key_F5, CTRL if back else Qt.KeyboardModifier.NoModifier)
    desk.until(lambda: not desk.window.stepping.seeking.busy)
    return desk.window.player.step


def local(desk: Desk, name: str) -> str:
    state = desk.window.player.state
    return str(getattr(state.heap[dict(state.frames[-1].locals)[name]].content, "text", ""))


def test_ctrl_f9_asks_for_a_condition_and_going_on_honours_it_both_ways(opened: Desk) -> None:
    window = opened.window
    window.source.editor.setFocus()
    opened.until(window.source.editor.hasFocus)
    window.source.editor.go_to_line(INSIDE)
    press(opened, Qt.Key.Key_F9, CTRL)
    write(opened, "n > 3 and doubled != 8")
    assert stops(opened) == {INSIDE: "n > 3 and doubled != 8"}
    assert window.source.editor.hasFocus(), "the keys are where they were"
    opened.focus_diagram()
    only = run_on(opened)
    assert local(opened, "n") == "5"
    assert run_on(opened) == window.player.steps, "there is no other"
    assert run_on(opened, back=True) == only
    assert run_on(opened, back=True) == 1


def test_a_line_without_code_has_its_breakpoint_at_the_next_line_with_code(desk: Desk) -> None:
    desk.put_in("# odd or even\nn = 2\nif n % 2:\n    n += 1\nelse:\n    n -= 1\n\n# the end\n")
    source, tools = desk.window.source, desk.window.breakpoints
    for line, stop in ((1, 2), (4, 4), (5, 6), (7, 6)):
        source.toggle_breakpoint(line)
        assert list(source.breakpoints.lines(source.shown)) == [stop]
        tools.ask((source.shown, line))
        assert tools.row.place == (source.shown, stop)
        tools.fill_menu(line)
        choose(desk, "breakpoint.remove").trigger()
        assert not source.breakpoints.places
    source.toggle_breakpoint(5)
    desk.record()
    desk.focus_diagram()
    run_on(desk)
    step = desk.window.player.state.step
    assert step is not None
    assert step.line == 6
    desk.put_in("else:\n")
    source.breakpoints.forget()
    source.toggle_breakpoint(1)
    assert list(source.breakpoints.lines(source.shown)) == [1], "no text has code while it is wrong"


def test_a_mistake_is_reported_at_once_with_its_mend_and_nothing_is_set(opened: Desk) -> None:
    window, row = opened.window, opened.window.breakpoints.row
    opened.press("breakpoint_condition")
    opened.until(row.field.hasFocus)
    QTest.keyClicks(row.field, "n = 3")
    assert "==" in row.message.text()
    assert row.message.property("words") == "loss"
    assert not row.apply_button.isEnabled()
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert row.isVisible()
    assert not stops(opened)
    window.words.speak("ko")
    assert "기호" in row.message.text()
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert not row.isVisible()
    assert not stops(opened)


def test_the_row_shows_the_value_of_a_condition_at_the_present_step(opened: Desk) -> None:
    window, row = opened.window, opened.window.breakpoints.row
    put(opened, INSIDE)
    run_on(opened)
    opened.press("breakpoint_condition")
    for text, told in (
        ("n == 0", "true"),
        ("n > 0", "false"),
        ("nowhere > 0", "nowhere is not defined"),
    ):
        row.field.setText(text)
        assert told in row.message.text()
        assert row.apply_button.isEnabled()
    row.field.setText("n == 1")
    window.player.forward()
    window.player.go_to(window.player.step)
    run_on(opened)
    assert "true" in row.message.text(), "it follows the step"


def test_a_condition_without_an_answer_stops_and_is_reported(opened: Desk) -> None:
    window = opened.window
    put(opened, AFTER, "shy.number == 3")
    step = run_on(opened)
    assert window.player.state.step is not None
    assert window.player.state.step.line == AFTER
    said = window.diagram.notifications.hint.accessibleName()
    assert "shy.number" in said
    assert "would have to run code" in said
    window.player.first()
    window.playback.set_speed(SPEEDS[-1])
    opened.press("play")
    opened.until(lambda: not window.playback.playing)
    assert window.player.step == step, "playing stops there too"
    assert window.diagram.notifications.hint.isVisible()


def test_playing_honours_conditions(opened: Desk) -> None:
    window = opened.window
    put(opened, INSIDE, "n == 2")
    window.playback.set_speed(SPEEDS[-1])
    opened.press("play")
    opened.until(lambda: not window.playback.playing)
    assert not window.player.at_newest
    assert local(opened, "n") == "2"


def test_a_condition_has_another_sign_and_the_menu_beside_its_line(
    opened: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened.window
    editor, tools = window.source.editor, window.breakpoints
    put(opened, INSIDE)
    plain = editor.gutter.grab().toImage()
    put(opened, INSIDE, "n == 2")
    assert editor.gutter.grab().toImage() != plain
    assert Sign.CONDITION in window.source.legend.signs
    box = next(box for found, box in editor.visible_lines() if found == INSIDE)
    at = QPoint(8, round(box.center().y()))
    asked: list[QPoint] = []
    monkeypatch.setattr(tools.menu, "popup", asked.append)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, editor.gutter.mapToGlobal(at))
    QApplication.sendEvent(editor.gutter, event)
    assert asked == [editor.gutter.mapToGlobal(at)]
    assert stops(opened) == {INSIDE: "n == 2"}, "the button of the menu sets and removes nothing"
    actions = {action.text(): action for action in tools.menu.actions()}
    actions[window.words("breakpoint.no_condition")].trigger()
    assert stops(opened) == {INSIDE: ""}
    tools.fill_menu(INSIDE)
    choose(opened, "breakpoint.condition").trigger()
    write(opened, "n == 4")
    assert stops(opened) == {INSIDE: "n == 4"}
    tools.fill_menu(INSIDE)
    choose(opened, "breakpoint.remove").trigger()
    assert stops(opened) == {}
    tools.fill_menu(AFTER)
    choose(opened, "breakpoint.set").trigger()
    assert stops(opened) == {AFTER: ""}


def choose(desk: Desk, key: str) -> QAction:
    wanted = desk.window.words(key)
    return next(one for one in desk.window.breakpoints.menu.actions() if one.text() == wanted)


def test_the_steps_at_which_it_stops_are_marked_under_the_slider(opened: Desk) -> None:
    window, slider = opened.window, opened.window.transport.slider
    put(opened, INSIDE)
    opened.until(lambda: len(slider.stops) == 6)
    came = [run_on(opened) for _ in range(6)]
    assert list(slider.stops) == came
    put(opened, INSIDE, "n % 2 == 1")
    opened.until(lambda: list(slider.stops) == came[1::2])
    window.source.breakpoints.remove("loop.py", INSIDE)
    assert list(slider.stops) == []
    put(opened, AFTER)
    opened.record()
    opened.until(lambda: len(slider.stops) == 1)


def test_the_signs_follow_a_recording_that_grows(desk: Desk) -> None:
    desk.put_in("n = 0\nwhile True:\n    n += 1\n")
    window = desk.window
    slider = window.transport.slider
    window.source.toggle_breakpoint(3)
    desk.press("record")
    desk.until(lambda: len(slider.stops) > 10)
    before = len(slider.stops)
    window.player.last()
    desk.until(lambda: len(slider.stops) > before)
    assert window.workbench.run.active
    desk.press("stop")
    desk.until_ended()


def test_breakpoints_and_conditions_are_there_the_next_time(
    qtbot: QtBot, tmp_path: Path, program: Path
) -> None:
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        put(desk, INSIDE, "n == 3")
        put(desk, AFTER)
        start = QTextCursor(desk.window.source.editor.document())
        start.insertText("# one line more\n")
        desk.press("save")
        program.with_name("other.py").write_text("x = 1\n")
        desk.window.open_file(program.with_name("other.py"))
        assert desk.window.source.breakpoints.all == {}
        desk.window.open_file(program)
        assert stops(desk) == {INSIDE + 1: "n == 3", AFTER + 1: ""}
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        assert stops(desk) == {INSIDE + 1: "n == 3", AFTER + 1: ""}
        assert not desk.window.workbench.run.active
        desk.press("clear_breakpoints")
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        assert stops(desk) == {}


def test_stored_breakpoints_are_not_trusted(qtbot: QtBot, tmp_path: Path, program: Path) -> None:
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        put(desk, AFTER)
        (kept,) = desk.window.places.programs.iterdir()
    text = kept.read_text()
    for odd in ('[[16, "f()"]]', '[["x", 3], 4, [-1, ""], [true, ""]]', "7", '{"a": 1}'):
        kept.write_text(text.replace('[[16, ""]]', odd))
        with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
            assert stops(desk) == {}


def test_modules_beside_the_program_keep_theirs(qtbot: QtBot, tmp_path: Path) -> None:
    program = tmp_path / "uses.py"
    program.write_text("import beside\nx = beside.two()\n")
    tmp_path.joinpath("beside.py").write_text("def two():\n    y = 2\n    return y\n")
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        desk.record()
        desk.window.source.breakpoints.put("beside.py", 3, "y == 2")
    with open_desk(qtbot, tmp_path, lambda window: window.open_file(program)) as desk:
        assert desk.window.source.breakpoints.all == {"beside.py": {3: "y == 2"}}
        desk.record()
        desk.focus_diagram()
        run_on(desk)
        step = desk.window.player.state.step
        assert step is not None
        assert (step.file, step.line) == ("beside.py", 3)


def test_a_long_search_shows_its_progress_and_can_be_stopped(
    opened: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened.window
    monkeypatch.setattr("visualizer.shell.playback.seeking._AT_ONCE", 0.0)
    monkeypatch.setattr("visualizer.shell.notifications.reported_slices._PATIENCE", 0)
    monkeypatch.setattr("visualizer.shell.playback.seeking._SLICE", 0.0)
    put(opened, INSIDE, "n == 99")
    here = window.player.step
    press(opened, Qt.Key.Key_F5)
    seeking, notification = window.stepping.seeking, window.diagram.notifications.seeking
    assert searching(opened)
    assert window.commands["stop"].isEnabled()
    seeking.stop()
    ends: list[Callable[[], object]] = [
        partial(press_first, notification),
        lambda: opened.press("stop"),
        window.player.forward,
    ]
    for end in ends:
        seeking.run(forever(), lambda _: None)
        opened.until(notification.isVisible)
        assert window.player.step == here
        end()
        assert not searching(opened)
        assert not notification.isVisible()


def searching(desk: Desk) -> bool:
    return desk.window.stepping.seeking.busy


def press_first(notification: Notification) -> None:
    notification.buttons[0].click()


def forever() -> Generator[int]:
    while True:
        yield 1


@pytest.mark.share(2)
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (3840, 2160)])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_row_is_whole_at_every_size(opened: Desk, size: tuple[int, int], language: str) -> None:
    window, row = opened.window, opened.window.breakpoints.row
    window.resize(*size)
    window.words.speak(language)
    opened.press("breakpoint_condition")
    row.field.setText("seen.append(3)")
    opened.until(lambda: row.message.height() >= row.message.heightForWidth(row.message.width()))
    for label in row.findChildren(QLabel):
        assert label.visibleRegion().boundingRect().height() == label.height()
    assert row.field.width() >= 120


@pytest.mark.parametrize(
    ("end", "key"), [("last", "to_breakpoint"), ("first", "to_breakpoint_back")]
)
def test_the_end_reports_that_there_is_no_further_breakpoint(
    desk: Desk, end: str, key: str
) -> None:
    desk.record_again("x = 1\ny = 2\n")
    player = desk.window.player
    player.go_to(player.steps if end == "last" else 1)
    said: list[str] = []
    desk.window.stepping.missed.connect(said.append)
    desk.press(key)
    desk.until(lambda: bool(said))
    assert said[0].startswith("notification.no_breakpoint")
