"""Signs beside the lines while the program is edited."""

from pathlib import Path

from tests.shell.windows import Desk
from visualizer.shell.source.signs import Sign

PROGRAM = "a = 1\nb = a\nprint(c)\n"


def signs(desk: Desk) -> dict[int, Sign]:
    return {mark.line: mark.sign for mark in desk.window.source.editor.annotations.marks}


def note_line(desk: Desk) -> int | None:
    note = desk.window.source.editor.annotations.note
    return note.line if note is not None else None


def test_they_follow_their_lines_and_leave_those_that_are_edited(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    desk.window.player.go_to(2)
    assert signs(desk) == {1: Sign.JUST_RAN, 2: Sign.ABOUT_TO_RUN}
    desk.put_in("# three names\n" + PROGRAM)
    assert signs(desk) == {2: Sign.JUST_RAN, 3: Sign.ABOUT_TO_RUN}
    desk.put_in(PROGRAM.replace("b = a", "b = a + 1"))
    assert signs(desk) == {1: Sign.JUST_RAN}
    desk.put_in(PROGRAM)
    assert signs(desk) == {1: Sign.JUST_RAN, 2: Sign.ABOUT_TO_RUN}


def test_the_note_of_an_error_stays_at_its_line_until_one_mends_it(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    desk.window.player.last()
    assert note_line(desk) == 3
    desk.put_in("\n" + PROGRAM)
    assert note_line(desk) == 4
    desk.put_in(PROGRAM.replace("(c)", "(b)"))
    assert note_line(desk) is None


def test_a_step_brings_its_line_to_view_where_that_stands_now(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    desk.put_in("\n" * 200 + PROGRAM)
    editor = desk.window.source.editor
    editor.verticalScrollBar().setValue(0)
    desk.window.player.go_to(2)
    assert editor.verticalScrollBar().value() > 0


def test_a_fault_hides_no_sign_of_another_file(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("x = 1\n", encoding="utf-8")
    path = tmp_path / "program.py"
    path.write_text("import helper\n", encoding="utf-8")
    desk.window.files.open_path(path)
    desk.record()
    desk.go_to_first(lambda state: state.step is not None and state.step.file == "helper.py")
    desk.window.source.show_file("program.py")
    desk.put_in("import helper (\n")
    desk.press("record")
    desk.until(lambda: not desk.window.workbench.run.active)
    assert signs(desk) == {1: Sign.RAISED}
    desk.window.source.show_file("helper.py")
    assert signs(desk) == {1: Sign.ABOUT_TO_RUN}


THREADED = """\
from threading import Thread


def work():
    here = 1
    return here


helper = Thread(target=work)
helper.start()
helper.join()
"""


def test_a_picked_thread_brings_its_line_to_view_where_that_stands_now(desk: Desk) -> None:
    desk.record_again(THREADED)
    desk.go_to_first(lambda state: 2 in state.stacks)
    desk.put_in(THREADED.replace("here = 1", "here = 1" + "\n" * 200))
    editor = desk.window.source.editor
    desk.window.diagram.threads.pick(2)
    assert editor.verticalScrollBar().value() == 0
    desk.put_in("\n" * 200 + THREADED)
    editor.verticalScrollBar().setValue(0)
    desk.window.diagram.threads.pick(2)
    assert editor.verticalScrollBar().value() > 0
