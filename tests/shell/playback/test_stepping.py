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


def test_the_key_that_runs_on_records_the_edited_text(desk: Desk) -> None:
    desk.record_again("a = 1\n")
    desk.put_in("a = 1\nb = 2\n")
    desk.window.source.editor.setFocus()
    press(desk, Qt.Key.Key_F5)
    desk.until_ended()
    assert desk.window.workbench.recorded_text == "a = 1\nb = 2\n"
    assert not desk.window.lines.differ


LOOP = """total = 0
for n in range(3):
    total += n
print(total)
"""


def test_searches_for_lines_follow_the_unchanged_lines_of_an_edited_program(desk: Desk) -> None:
    desk.record_again(LOOP)
    window, player = desk.window, desk.window.player
    window.source.breakpoints.toggle(window.source.shown, 3)
    desk.until(lambda: len(window.transport.slider.stops) == 3)
    stops = window.transport.slider.stops
    window.source.editor.go_to_line(1)
    window.source.editor.insertPlainText("# a sum\n")
    assert window.transport.slider.stops == stops
    player.last()
    for step in reversed(stops):
        desk.press("to_breakpoint_back")
        assert player.step == step
    player.first()
    window.source.editor.go_to_line(4)
    desk.press("to_cursor")
    assert player.step == stops[0]
    window.source.editor.go_to_line(5)
    desk.press("to_cursor")
    assert player.step == player.steps - 1


def test_a_changed_line_is_found_nowhere_in_the_recording(desk: Desk) -> None:
    desk.record_again(LOOP)
    window, player = desk.window, desk.window.player
    window.source.breakpoints.toggle(window.source.shown, 3)
    desk.until(lambda: len(window.transport.slider.stops) == 3)
    desk.put_in(LOOP.replace("+= n", "-= n"))
    window.source.breakpoints.put(window.source.shown, 3)
    assert window.transport.slider.stops == ()
    player.go_to(5)
    window.source.editor.go_to_line(3)
    desk.press("to_cursor")
    assert player.step == 5
    assert window.diagram.notifications.hint.isVisible()
