"""Programs that ask for input, never end, or are killed, in the window."""

from pathlib import Path
from signal import strsignal

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.shell.windows import Desk
from tests.systems import ON_WINDOWS, needs_signals
from visualizer.model import EndReason
from visualizer.session.streams import input_pipe
from visualizer.shell.run import program_run
from visualizer.shell.run.options import RunSettings, run_settings
from visualizer.shell.run.program_run import Progress

AHEAD = RunSettings().ahead

GUESTS = """\
names = []
while True:
    name = input("Name? ")
    names.append(name)
    print("guests:", len(names))
"""


def test_a_running_program_asks_for_nothing_if_no_system_knows_its_readers(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program_run, "REPORTS_PIPE_READERS", False)
    monkeypatch.setattr(input_pipe, "is_read_by", lambda process, pipe: True)
    told: list[Progress] = []
    desk.window.workbench.run.progress.connect(told.append)
    desk.record_again("for n in range(3000):\n    x = n\n")
    assert told
    assert not any(one.waits_for_input for one in told)
    desk.put_in("name = input()\n")
    desk.press("record")
    desk.until(desk.window.output.input_row.isVisible)
    desk.press("stop")
    desk.until_ended()


def test_a_line_typed_for_input_reaches_the_program_and_is_shown_where_it_was_asked(
    desk: Desk,
) -> None:
    window, row = desk.window, desk.window.output.input_row
    desk.put_in(GUESTS)
    desk.press("record")
    desk.until(row.isVisible)
    assert window.player.step == 1
    desk.press("last")
    for name in ("Mina", "Jo가"):
        desk.until(lambda: row.isVisible() and row.field.text() == "")
        row.field.setText(name)
        row.enter.click()
        desk.until(lambda: not row.isVisible())
    desk.until(row.isVisible)
    assert window.player.at_newest, "at the newest step the view follows"
    assert desk.output == "Name? Mina\nguests: 1\nName? Jo가\nguests: 2\n"
    values = [thing.content for thing in window.player.state.heap.values() if thing.type == "str"]
    assert "'Jo가'" in {getattr(value, "text", "") for value in values}
    row.input_ended.emit()
    desk.until_ended()
    assert not row.isVisible()
    assert window.player.end is not None
    assert window.player.end.reason is EndReason.UNCAUGHT
    assert window.player.at_newest
    assert "EOFError" in desk.errors


def test_later_output_stands_apart_while_a_program_waits(desk: Desk) -> None:
    row = desk.window.output.input_row
    desk.put_in("print('one')\nprint('two')\nname = input('Name? ')\n")
    desk.press("record")
    desk.until(row.isVisible)
    desk.until(lambda: desk.window.player.steps == 3)
    assert desk.window.player.step == 1
    assert desk.output.startswith("\u2014 later: steps 2 to 3")
    assert "two" in desk.output
    assert row.field.hasFocus(), "nobody has stepped yet"
    desk.press("forward")
    assert "\u2014 later: step 3 \u2014" in desk.output
    assert desk.output.startswith("one\n\u2014 later")
    row.input_ended.emit()
    desk.until_ended()
    assert desk.output == "one\n"


def test_the_field_takes_no_focus_while_an_earlier_step_is_looked_at(desk: Desk) -> None:
    output = desk.window.output
    desk.record_again("x = 1\ny = 2\nz = 3\n")
    desk.press("forward")
    output.ask(asking=True)
    assert not output.input_row.field.hasFocus()
    assert output.input_row.isVisible()


def test_keys_step_while_nothing_is_typed_for_the_program(desk: Desk) -> None:
    row, player = desk.window.output.input_row, desk.window.player
    desk.put_in("x = 1\ny = 2\nname = input()\n")
    desk.press("record")
    desk.until(row.field.hasFocus)
    desk.until(lambda: player.steps == 3)
    QTest.keyClick(row.field, Qt.Key.Key_Right)
    assert player.step == 2
    QTest.keyClicks(row.field, "ab")
    QTest.keyClick(row.field, Qt.Key.Key_Left)
    QTest.keyClicks(row.field, "2")
    assert (player.step, row.field.text()) == (2, "a2b")


def test_ctrl_d_ends_the_input_though_it_compares_elsewhere(desk: Desk) -> None:
    row = desk.window.output.input_row
    desk.put_in("name = input()\n")
    desk.press("record")
    desk.until(row.field.hasFocus)
    QTest.keyClick(row.field, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    desk.until_ended()
    desk.press("last")
    assert "EOFError" in desk.errors
    assert not desk.window.comparing.page


def test_entered_lines_are_brought_back_by_the_arrow_keys(desk: Desk) -> None:
    row = desk.window.output.input_row
    desk.put_in("one = input()\ntwo = input()\nthree = input()\n")
    desk.press("record")
    for line in ("1 2", "3 4"):
        desk.until(row.field.hasFocus)
        QTest.keyClicks(row.field, line)
        QTest.keyClick(row.field, Qt.Key.Key_Return)
        desk.until(lambda: not row.isVisible())
        desk.press("last")
    desk.until(row.field.hasFocus)
    found = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(row.field, key)
        found.append(row.field.text())
    assert found == ["3 4", "1 2", "3 4", ""]


def test_a_first_line_that_asks_can_be_answered_at_once(desk: Desk) -> None:
    desk.put_in("name = input('Name? ')\n")
    desk.press("record")
    desk.until(desk.window.output.input_row.field.hasFocus)


def test_a_program_that_never_ends_is_stepped_goes_on_as_one_looks_and_is_stopped(
    desk: Desk,
) -> None:
    window, player = desk.window, desk.window.player
    desk.put_in("n = 0\nwhile True:\n    n += 1\n")
    desk.press("record")
    desk.until(lambda: window.workbench.progress is not None)
    desk.until(lambda: player.steps == AHEAD)
    assert player.step == 1
    desk.press("forward")
    assert player.state.step is not None
    assert player.state.step.line == 2
    desk.press("last")
    desk.until(lambda: player.steps == 2 * AHEAD)
    desk.until(window.diagram.notifications.recording.isVisible)
    assert not window.source.record.isVisible(), "the word for its state stands in its place"
    assert window.commands["stop"].isEnabled()
    desk.press("stop")
    desk.until_ended()
    assert player.end is not None
    assert player.end.reason is EndReason.STOPPED
    assert player.steps >= 2 * AHEAD
    assert not window.diagram.notifications.recording.isVisible()
    assert window.source.record.isVisible()
    assert window.diagram.notifications.ended.isVisible()
    desk.press("first")
    assert player.step == 1


def test_a_program_runs_as_far_ahead_as_was_chosen(desk: Desk) -> None:
    window, player = desk.window, desk.window.player
    window.preferences.put("ahead", 300)
    window.workbench.settings = run_settings(window.preferences)
    desk.put_in("n = 0\nwhile True:\n    n += 1\n")
    desk.press("record")
    desk.until(lambda: bool((now := window.workbench.progress) and now.waits_for_credit))
    desk.until(lambda: player.steps == 300)
    desk.press("last")
    desk.until(lambda: player.steps == 600)
    desk.press("stop")
    desk.until_ended()


def test_a_program_that_pauses_can_be_recorded_to_its_end(desk: Desk) -> None:
    window, notification = desk.window, desk.window.diagram.notifications.recording
    window.preferences.put("ahead", 300)
    window.workbench.settings = run_settings(window.preferences)
    desk.put_in("for n in range(1000):\n    pass\nprint('end')\n")
    desk.press("record")
    whole = window.words("notification.record_all")
    desk.until(lambda: whole in [button.text().strip() for button in notification.buttons])
    next(one for one in notification.buttons if one.text().strip() == whole).click()
    desk.until_ended()
    assert window.player.steps > 1000
    assert window.player.step == 1, "nobody has stepped"


def test_threads_in_a_deadlock_are_named_stepped_and_stopped(
    desk: Desk,
) -> None:
    player, notifications = desk.window.player, desk.window.diagram.notifications
    desk.put_in(
        "import threading\n"
        "a, b = threading.Lock(), threading.Lock()\n"
        "both = threading.Barrier(2)\n"
        "def work(first, second):\n"
        "    with first:\n"
        "        both.wait()\n"
        "        with second:\n"
        "            x = 1\n"
        "for name, locks in (('one', (a, b)), ('two', (b, a))):\n"
        "    threading.Thread(target=work, args=locks, name=name).start()\n"
    )
    desk.press("record")
    desk.until(lambda: player.steps > 0)
    desk.until(lambda: "Deadlock" in notifications.recording.accessibleName())
    assert "Stop ends the program" in notifications.recording.accessibleName()
    width = notifications.width()
    assert notifications.lasting_height(width) > 0, "the picture makes room for it"
    desk.press("last")
    # The step at which it begins reports it; the main thread may have ended since.
    while player.step > 1 and not any(said.key == "deadlock" for said in player.sentences):
        desk.press("back")
    assert player.step > 1
    desk.press("first")
    desk.press("forward")
    assert player.step == 2
    desk.press("stop")
    desk.until_ended()
    assert player.end is not None
    assert player.end.reason is EndReason.STOPPED
    assert "Deadlock" in notifications.ended.accessibleName()
    assert "one" in notifications.ended.accessibleName()


def test_a_program_runs_on_when_a_recording_cannot_be_opened(desk: Desk, tmp_path: Path) -> None:
    window, broken = desk.window, tmp_path / "broken.memtrace"
    broken.write_bytes(b"nothing")
    desk.put_in("while True:\n    pass\n")
    desk.press("record")
    desk.until(lambda: window.player.steps > 0)
    assert not window.files.open_path(broken, discard=True)
    assert window.workbench.run.active
    desk.press("stop")
    desk.until_ended()
    assert window.player.end is not None
    assert window.player.end.reason is EndReason.STOPPED


def test_recording_again_while_a_program_runs_ends_the_first_and_shows_the_second(
    desk: Desk,
) -> None:
    player = desk.window.player
    desk.put_in("while True:\n    pass\n")
    desk.press("record")
    desk.until(lambda: player.steps > 0)
    desk.put_in("x = 1\n")
    desk.press("record")
    desk.until_ended()
    assert player.steps == 2
    assert player.end is not None
    assert player.end.reason is EndReason.FINISHED


@needs_signals
def test_a_killed_program_leaves_its_steps_and_a_word_on_its_end(desk: Desk) -> None:
    window, player = desk.window, desk.window.player
    desk.put_in("import os\nprint('hello')\nos.kill(os.getpid(), 9)\nx = 1\n")
    desk.record()
    assert player.end is not None
    assert player.end.reason is EndReason.KILLED
    assert player.steps == 3
    assert window.diagram.notifications.ended.isVisible()
    assert f"signal 9 ({strsignal(9)})" in window.diagram.notifications.ended.accessibleName()
    assert "3 steps" in window.diagram.notifications.ended.accessibleName()
    desk.press("last")
    assert desk.output == "hello\n"


def test_a_kill_from_outside_does_not_take_the_window_down(desk: Desk, tmp_path: Path) -> None:
    said = tmp_path / "pid"
    player = desk.window.player
    desk.put_in(
        f"import os, time\nopen({str(said)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)\n"
    )
    desk.press("record")
    desk.until(lambda: player.steps == 3)
    psutil.Process(int(said.read_text())).kill()
    desk.until_ended()
    assert player.end is not None
    # On Windows that is an ordinary exit code.
    killed = EndReason.EXITED if ON_WINDOWS else EndReason.KILLED
    assert player.end.reason is killed
    desk.record_again("x = 1\n")
    assert player.steps == 2


def test_closing_the_window_ends_the_program(desk: Desk, tmp_path: Path) -> None:
    said = tmp_path / "pid"
    desk.put_in(
        f"import os, time\nopen({str(said)!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)\n"
    )
    desk.press("record")
    desk.until(lambda: desk.window.player.steps == 3)
    assert desk.window.close()
    assert not psutil.pid_exists(int(said.read_text()))


def test_huge_output_is_shown_by_its_end_and_the_window_stays_responsive(desk: Desk) -> None:
    desk.put_in("text = 'x' * 49_999_990\nprint(text)\nprint('the end')\n")
    desk.record()
    assert desk.output == ""
    desk.press("last")
    assert desk.output.endswith("xxx\nthe end\n")
    assert len(desk.output) < 1_100_000
    assert max(map(len, desk.output.split("\n"))) <= 2_000
    assert "49" in desk.window.output.head.note
    desk.press("first")
    assert desk.output == ""
