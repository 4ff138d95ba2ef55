"""The step keys do what people expect of them."""

from PySide6.QtCore import Qt

from tests.shell.windows import Desk, press


def test_the_key_that_runs_on_does_not_begin_a_run_again_that_has_no_step_yet(desk: Desk) -> None:
    desk.put_in("a = 1\n")
    begun: list[str] = []
    desk.window.commands["record"].triggered.connect(lambda: begun.append("record"))
    desk.window.source.editor.setFocus()
    press(desk, Qt.Key.Key_F5)
    assert desk.window.player.recording is None
    press(desk, Qt.Key.Key_F5)
    desk.until_ended()
    assert begun == ["record"]


def test_the_key_that_runs_on_records_a_program_that_has_no_recording(desk: Desk) -> None:
    desk.put_in("a = 1\nb = 2\n")
    desk.window.source.editor.setFocus()
    press(desk, Qt.Key.Key_F5)
    desk.until_ended()
    assert desk.window.player.step == 1
    press(desk, Qt.Key.Key_F5)
    assert desk.window.player.at_newest
    assert not desk.window.workbench.run.active


def test_the_key_that_runs_on_records_what_was_edited(desk: Desk) -> None:
    desk.record_again("a = 1\n")
    desk.put_in("a = 1\nb = 2\n")
    desk.window.source.editor.setFocus()
    press(desk, Qt.Key.Key_F5)
    desk.until_ended()
    assert desk.window.workbench.recorded_text == "a = 1\nb = 2\n"
    assert not desk.window.marking.differs
