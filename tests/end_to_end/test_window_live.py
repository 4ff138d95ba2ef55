"""Live: the window records the program during typing, once the user has asked for that."""

from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk
from visualizer.model import EndReason
from visualizer.shell.run.live_mode import Live

PROGRAM = "found = []\nfor n in range(3):\n    found.append([n])\n"


def begin(desk: Desk, text: str) -> None:
    """Turn Live on over ``text``, and wait for the first recording."""
    desk.put_in(text)
    desk.press("live")
    desk.until(lambda: recorded(desk, text))


def recorded(desk: Desk, text: str) -> bool:
    bench, player = desk.window.workbench, desk.window.player
    return not bench.run.active and bench.recorded_text == text and player.end is not None


def type_at_end(desk: Desk, text: str) -> None:
    editor = desk.window.source.editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for letter in text:
        if letter == "\n":
            QTest.keyClick(editor, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(editor, letter)


def test_it_is_off_until_asked_for_and_off_again_with_another_program(
    desk: Desk, tmp_path: Path
) -> None:
    window = desk.window
    desk.put_in(PROGRAM)
    assert not window.live.on
    assert window.source.live_strip.isHidden()
    desk.press("live")
    desk.until(lambda: recorded(desk, PROGRAM))
    assert "Live: saves and records when you pause" in window.source.live_strip.text
    other = tmp_path / "other.py"
    other.write_text("x = 1\n")
    window.open_file(other)
    assert not window.live.on
    assert not window.commands["live"].isChecked()
    type_at_end(desk, "y = 2")
    window.source.syntax.look()
    assert not window.workbench.run.active
    assert window.player.recording is None


def test_it_records_nothing_while_a_dialog_waits_for_an_answer(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    begin(desk, PROGRAM)
    box = QMessageBox(window)
    box.open()
    window.source.editor.insertPlainText("more = 1\n")
    (pause,) = window.live.findChildren(QTimer)
    with qtbot.waitSignal(pause.timeout):
        pass
    assert not window.workbench.run.active
    box.close()
    desk.until(lambda: recorded(desk, window.source.text))
    assert "more" in window.source.text


def test_typed_code_is_recorded_and_the_picture_stands_still(desk: Desk) -> None:
    window, player = desk.window, desk.window.player
    window.resize(1440, 900)
    begin(desk, PROGRAM)
    player.go_to(7)
    desk.until(lambda: window.diagram.feed.is_planned)
    before = {box.key: box.rect for box in window.diagram.scene.sheet.boxes}  # type: ignore[union-attr]
    stage, view = window.diagram.stage, window.diagram.view
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    type_at_end(desk, "total = sum(n for [n] in found)\nprint(total, [1], [[2]])\n")
    desk.until(lambda: recorded(desk, window.source.text))
    assert window.source.editor.hasFocus()
    assert player.step == 7
    assert window.diagram.stage == stage, "no band comes or goes"
    assert view.mapToScene(view.viewport().rect()).boundingRect() == seen
    after = {box.key: box.rect for box in window.diagram.scene.sheet.boxes}  # type: ignore[union-attr]
    assert after.keys() == before.keys()
    for key, rect in before.items():
        # Longer names in later steps may widen the frames a little; the order stays.
        assert abs(after[key].x - rect.x) < 16, key
        assert after[key].y == rect.y, key


def test_code_that_is_no_python_is_not_run_and_an_exception_is_reported_quietly(desk: Desk) -> None:
    window = desk.window
    begin(desk, PROGRAM)
    type_at_end(desk, "x = (")
    desk.until(lambda: window.live.state is Live.NO_PYTHON)
    assert window.workbench.recorded_text == PROGRAM
    assert not window.diagram.notifications.edited.isVisible()
    type_at_end(desk, "nobody)")
    desk.until(lambda: window.live.state is Live.RAISED)
    assert not window.diagram.notifications.ended.isVisible()
    desk.press("live")
    assert window.diagram.notifications.ended.isVisible()


@pytest.mark.parametrize("agrees", [True, False])
def test_a_program_that_may_write_files_waits_for_a_word(
    desk: Desk, tmp_path: Path, agrees: bool
) -> None:
    window, out = desk.window, tmp_path / "out.txt"
    notification = window.diagram.notifications.live
    begin(desk, PROGRAM)
    type_at_end(desk, f"open({str(out)!r}, 'w').write('1')\n")
    desk.until(notification.isVisible)
    assert window.live.state is Live.HELD
    assert "may write files" in notification.accessibleName()
    assert "open(" in notification.accessibleName()
    assert not out.exists()
    notification.buttons[0 if agrees else 1].click()
    if agrees:
        desk.until(lambda: recorded(desk, window.source.text))
        assert out.read_text() == "1"
        type_at_end(desk, "x = 1\n")
        desk.until(lambda: recorded(desk, window.source.text))
        assert not notification.isVisible(), "what was agreed to is not asked again"
        type_at_end(desk, "import os\nos.remove('/is/not/there')\n")
        desk.until(notification.isVisible)
    else:
        assert not window.live.on
        assert not notification.isVisible()
        assert not out.exists()


def test_a_run_that_is_overtaken_is_ended_at_once(desk: Desk, tmp_path: Path) -> None:
    window, said = desk.window, tmp_path / "pid"
    begin(desk, "x = 1\n")
    (folder,) = window.places.sessions.iterdir()
    type_at_end(
        desk,
        f"import os, time\nsaid = os.open({str(said)!r}, os.O_WRONLY | os.O_CREAT)\n"
        "os.write(said, b'%d' % os.getpid())\n",
    )
    type_at_end(desk, "time.sleep(600)\n")
    desk.until(window.diagram.notifications.live.isVisible)
    window.diagram.notifications.live.buttons[0].click()
    desk.until(lambda: said.exists() and said.read_text() != "")
    process = int(said.read_text())
    assert psutil.pid_exists(process)
    assert window.workbench.recorded_text == "x = 1\n", "the picture waits for the end"
    editor = window.source.editor
    editor.selectAll()
    QTest.keyClicks(editor, "y = 2")
    desk.until(lambda: not psutil.pid_exists(process))
    desk.until(lambda: recorded(desk, "y = 2"))
    # The window deletes the old recording once it has found the old place in the new one.
    desk.until(lambda: len(list(folder.glob("*.memtrace"))) == 1)


def test_a_loop_without_end_is_stopped_by_the_limit_of_live(desk: Desk) -> None:
    window = desk.window
    begin(desk, "n = 0\nwhile True:\n    n += 1\n")
    assert window.player.end is not None
    assert window.player.end.reason is EndReason.STEP_LIMIT
    assert window.live.state is Live.LIMIT


def test_answers_are_given_again(desk: Desk) -> None:
    window = desk.window
    row = window.output.input_row
    desk.put_in("name = input('Name? ')\n")
    desk.press("live")
    desk.until(row.isVisible)
    row.field.setText("Mina")
    row.enter.click()
    desk.until(lambda: recorded(desk, window.source.text))
    type_at_end(desk, "print('Hello', name)\n")
    desk.until(lambda: recorded(desk, window.source.text))
    assert not row.isVisible()
    window.player.last()
    assert desk.output == "Name? Mina\nHello Mina\n"


def test_nothing_is_left_when_the_window_is_closed_in_the_middle(
    desk: Desk, tmp_path: Path
) -> None:
    said = tmp_path / "pid"
    window = desk.window
    desk.put_in(
        f"import os\nsaid = os.open({str(said)!r}, os.O_WRONLY | os.O_CREAT)\n"
        "os.write(said, b'%d' % os.getpid())\ninput()\n"
    )
    desk.press("live")
    desk.until(window.diagram.notifications.live.isVisible)
    window.diagram.notifications.live.buttons[0].click()
    desk.until(lambda: said.exists() and said.read_text() != "")
    assert window.close()
    assert not psutil.pid_exists(int(said.read_text()))
