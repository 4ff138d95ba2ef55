"""Programs and recordings as files: opened, edited, saved, and nothing lost."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.shell.windows import Desk
from visualizer.lessons.examples import examples
from visualizer.model import CannotRun, DamagedRecording
from visualizer.session.options import Options
from visualizer.session.record import record_program
from visualizer.shell.app import try_to_open
from visualizer.shell.widgets.dialogs import Unsaved


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program with windows line ends in a folder with a space and Korean in its name."""
    path = tmp_path / "내 폴더" / "program one.py"
    path.parent.mkdir()
    path.write_bytes(b"x = 1\r\ny = x\r\n")
    return path


@pytest.fixture
def recording(tmp_path: Path, program: Path) -> Path:
    """A recording of that program and of a module next to it."""
    program.with_name("other.py").write_text("def f(a):\n    return a\n")
    program.write_text("import other\nx = other.f(1)\n")
    out = tmp_path / "kept.memtrace"
    record_program(Options(program), out, tee=False)
    return out


def unsaved(desk: Desk) -> bool:
    return desk.window.files.unsaved


def test_an_example_is_opened_with_comments_in_the_language_of_the_window(desk: Desk) -> None:
    window = desk.window
    grid = next(one for one in examples() if one.file == "grid.py")
    window.words.speak("ko")
    window.open_example(grid.path)
    desk.until_ended()
    assert window.source.text == window.words.program(grid.program) != grid.program
    assert window.workbench.file == "grid.py"
    assert not window.files.unsaved
    window.words.speak("en")
    window.open_example(grid.path)
    desk.until_ended()
    assert window.source.text == grid.program


def test_a_program_is_opened_edited_recorded_and_saved_with_its_line_ends(
    desk: Desk, program: Path
) -> None:
    window = desk.window
    window.open_file(program)
    assert window.source.text == "x = 1\ny = x\n"
    assert not unsaved(desk)
    desk.put_in("x = 2\ny = x\n")
    assert unsaved(desk)
    assert window.windowTitle().startswith("*program one.py")
    desk.press("save")
    assert program.read_bytes() == b"x = 2\r\ny = x\r\n"
    assert not unsaved(desk)
    desk.put_in("x = 3\ny = x\n")
    desk.record()
    assert program.read_bytes() == b"x = 3\r\ny = x\r\n", (
        "recording saves, as Python reads the file"
    )
    assert desk.window.player.steps == 3
    assert window.windowTitle().startswith("program one.py")


def test_undoing_an_edit_leaves_nothing_unsaved_and_the_marks_come_back(
    desk: Desk, program: Path
) -> None:
    window = desk.window
    window.open_file(program)
    desk.record()
    notification, editor = window.diagram.notifications.edited, window.source.editor
    assert editor.annotations.sign_at(1) is not None
    QTest.keyClicks(editor, "# ")
    assert notification.isVisible()
    assert editor.annotations.sign_at(1) is None
    editor.undo()
    assert not notification.isVisible()
    assert not unsaved(desk)
    assert editor.annotations.sign_at(1) is not None


def test_save_as_writes_another_file_and_goes_on_with_it(
    desk: Desk, program: Path, tmp_path: Path
) -> None:
    window = desk.window
    window.open_file(program)
    desk.put_in("x = 5\n")
    desk.person.saves_as = tmp_path / "second.py"
    desk.press("save_as")
    assert tmp_path.joinpath("second.py").read_bytes() == b"x = 5\r\n"
    assert program.read_bytes() == b"x = 1\r\ny = x\r\n"
    desk.put_in("x = 6\n")
    desk.press("save")
    assert tmp_path.joinpath("second.py").read_bytes() == b"x = 6\r\n"


def test_a_file_that_is_gone_is_written_again_to_record_it(desk: Desk, program: Path) -> None:
    desk.window.open_file(program)
    program.unlink()
    desk.record()
    assert desk.window.player.steps == 3
    assert program.read_bytes() == b"x = 1\r\ny = x\r\n"


def test_a_place_that_cannot_be_written_leads_to_another_one(
    desk: Desk, program: Path, tmp_path: Path
) -> None:
    window, problem = desk.window, desk.window.diagram.notifications.problem
    window.open_file(program)
    program.unlink()
    program.parent.rmdir()
    desk.press("record")
    assert "its directory does not exist; create it" in problem.accessibleName()
    desk.person.saves_as = tmp_path / "elsewhere.py"
    problem.buttons[0].click()
    assert not problem.isVisible()
    assert tmp_path.joinpath("elsewhere.py").read_bytes() == b"x = 1\r\ny = x\r\n"
    desk.record()
    assert window.player.steps == 3


def test_saving_the_program_leaves_the_problem_of_another_file(desk: Desk, program: Path) -> None:
    window, problem = desk.window, desk.window.diagram.notifications.problem
    window.open_file(program)
    window.announcements.not_written("table.csv", OSError(28, "No space left on device"))
    desk.press("save")
    assert problem.isVisible()
    assert "table.csv" in problem.accessibleName()


def test_a_program_without_a_file_is_recorded_and_asks_for_a_name_when_saved(
    desk: Desk, tmp_path: Path
) -> None:
    desk.put_in("x = 1\n")
    desk.record()
    assert desk.window.player.steps == 2
    desk.press("save")
    assert desk.person.asked == ["save as"]
    assert unsaved(desk)
    desk.person.saves_as = tmp_path / "new.py"
    desk.press("save")
    assert tmp_path.joinpath("new.py").read_text() == "x = 1\n"


def test_a_program_without_a_file_finds_the_files_of_its_last_run(
    desk: Desk, tmp_path: Path
) -> None:
    writes, reads = "open('memo.txt', 'w').write('hi')\n", "print(open('memo.txt').read())\n"
    desk.put_in(writes)
    desk.record()
    desk.record_again(reads)
    desk.press("last")
    assert desk.output == "hi\n"
    desk.person.saves_as = tmp_path / "new.py"
    desk.press("save")
    desk.record()
    said = desk.window.diagram.notifications.ended.accessibleName()
    missing = "No such file or directory: 'memo.txt'. The program began in the folder "
    assert said.endswith(f"{missing}{tmp_path}")


def test_a_program_without_a_file_may_remove_its_folder(desk: Desk) -> None:
    desk.put_in("import os, shutil\nshutil.rmtree(os.getcwd())\n")
    desk.record()
    desk.record_again("print('again')\n")
    desk.press("last")
    assert desk.output == "again\n"


@pytest.mark.parametrize("answer", Unsaved)
def test_closing_asks_about_unsaved_changes(desk: Desk, program: Path, answer: Unsaved) -> None:
    window = desk.window
    window.open_file(program)
    desk.put_in("x = 7\n")
    desk.person.about_unsaved_changes = answer
    assert window.close() == (answer is not Unsaved.CANCEL)
    assert desk.person.asked == ["unsaved"]
    assert (program.read_bytes() == b"x = 7\r\n") == (answer is Unsaved.SAVE)


def test_opening_another_program_asks_too_and_cancel_keeps_the_typed_text(
    desk: Desk, program: Path
) -> None:
    desk.put_in("precious = 1\n")
    desk.person.opens, desk.person.about_unsaved_changes = program, Unsaved.CANCEL
    desk.press("open")
    assert desk.window.source.text == "precious = 1\n"
    desk.person.about_unsaved_changes = Unsaved.DISCARD
    desk.press("open")
    assert desk.window.source.text == "x = 1\ny = x\n"
    desk.press("new")
    assert desk.window.source.text == ""


def test_a_failed_save_is_reported_in_a_notification_and_the_text_stays(
    desk: Desk, program: Path, tmp_path: Path
) -> None:
    window, notification = desk.window, desk.window.diagram.notifications.problem
    window.open_file(program)
    desk.put_in("x = 8\n")
    for place in (Path("/dev/full"), tmp_path / "missing" / "x.py", tmp_path):
        desk.person.saves_as = place
        desk.press("save_as")
        assert notification.isVisible()
        assert str(place) in notification.accessibleName()
        assert window.source.text == "x = 8\n"
        assert unsaved(desk)
        notification.hide()
    assert window.workbench.document.path == program


def test_a_failed_opening_is_reported_in_a_notification_and_changes_nothing(
    desk: Desk, program: Path, tmp_path: Path
) -> None:
    window, notification = desk.window, desk.window.diagram.notifications.problem
    window.open_file(program)
    desk.record()
    binary, foreign = tmp_path / "binary.py", tmp_path / "foreign.memtrace"
    binary.write_bytes(b"\0\1\2")
    foreign.write_text("not a recording")
    for path in (binary, foreign, tmp_path, tmp_path / "missing.py", tmp_path / "no.memtrace"):
        desk.person.opens = path
        desk.press("open")
        assert notification.isVisible()
        assert str(path) in notification.accessibleName()
        assert window.source.text == "x = 1\ny = x\n"
        assert window.player.steps == 3
        notification.hide()
    for path, error in ((binary, CannotRun), (foreign, DamagedRecording), (tmp_path, CannotRun)):
        with pytest.raises(error):
            window.open_file(path)


def test_a_recording_is_opened_with_its_sources_for_reading_only(
    desk: Desk, recording: Path
) -> None:
    window = desk.window
    window.open_file(recording)
    editor, files = window.source.editor, window.source.files
    assert window.player.step == 1
    assert editor.isReadOnly()
    assert not window.commands["record"].isEnabled()
    assert window.source.text == "import other\nx = other.f(1)\n"
    assert files.shown == ("program one.py", "other.py")
    while (step := window.player.state.step) is not None and step.function != "f":
        desk.press("forward")
    assert files.file(files.currentIndex()) == "other.py", (
        "the editor shows the file that the step is in"
    )
    assert editor.document().toPlainText().startswith("def f(a)")
    desk.press("last")
    assert editor.toPlainText().startswith("import other")
    assert window.close()
    assert desk.person.asked == []


def test_a_module_beside_the_program_can_be_read_and_not_edited(desk: Desk, program: Path) -> None:
    program.with_name("other.py").write_text("def f(a):\n    return a\n")
    desk.window.open_file(program)
    desk.put_in("import other\nx = other.f(1)\n")
    desk.record()
    assert not desk.window.source.editor.isReadOnly()
    desk.window.source.show_file("other.py")
    assert desk.window.source.editor.isReadOnly()
    assert desk.window.source.text == "import other\nx = other.f(1)\n"


def test_a_recording_is_kept_where_one_asks_and_opens_again(
    desk: Desk, program: Path, tmp_path: Path
) -> None:
    desk.window.open_file(program)
    assert not desk.window.commands["keep_recording"].isEnabled()
    desk.record()
    desk.person.keeps_as = tmp_path / "mine.memtrace"
    desk.press("keep_recording")
    desk.window.open_file(tmp_path / "mine.memtrace")
    assert desk.window.player.steps == 3
    desk.person.keeps_as = tmp_path / "missing" / "mine.memtrace"
    desk.press("keep_recording")
    assert "missing" in desk.window.diagram.notifications.problem.accessibleName()


def test_a_truncated_recording_shows_its_readable_part_and_names_the_missing_one(
    desk: Desk, recording: Path, tmp_path: Path
) -> None:
    whole = recording.read_bytes()
    cut = tmp_path / "cut.memtrace"
    cut.write_bytes(whole[: len(whole) // 2])
    desk.person.opens = cut
    desk.press("open")
    assert str(cut) in desk.window.diagram.notifications.problem.accessibleName()


def test_the_example_is_recorded_at_once_and_never_written_over(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    window.open_example(examples()[0].path)
    desk.until_ended()
    path = window.workbench.document.path
    assert path is not None
    before = path.read_bytes()
    assert window.player.step == 1
    assert window.diagram.notifications.hint.isVisible()
    desk.press("forward")
    assert not window.diagram.notifications.hint.isVisible()
    desk.record_again("x = 1\n")
    assert window.player.steps == 2
    desk.press("save")
    assert desk.person.asked == ["save as"]
    assert path.read_bytes() == before


def test_a_recording_keeps_its_lines_when_its_program_gets_another_name(
    desk: Desk, tmp_path: Path
) -> None:
    window, editor = desk.window, desk.window.source.editor
    desk.record_again("x = [1]\ny = x\nprint(y)\n")
    window.player.go_to(2)
    desk.person.saves_as = tmp_path / "kept.py"
    desk.press("save")
    assert "kept.py" in window.windowTitle()
    assert [mark.line for mark in editor.annotations.marks] == [2, 1]
    window.source.toggle_breakpoint(3)
    desk.press("to_breakpoint")
    desk.until(lambda: window.player.step == 3)
    desk.record()
    assert window.workbench.file == "kept.py"
    assert [mark.line for mark in editor.annotations.marks][:1] == [3]
    assert list(window.source.breakpoints.lines("kept.py")) == [3]


@pytest.mark.parametrize("way", ["dialog", "drop", "command line"])
def test_a_notebook_is_opened_as_a_new_program_with_a_notification(
    desk: Desk, tmp_path: Path, way: str
) -> None:
    window = desk.window
    path = tmp_path / "notes.ipynb"
    path.write_text('{"cells": [{"cell_type": "code", "source": ["%pip\\n", "x = 1"]}]}')
    if way == "dialog":
        desk.person.opens = path
        desk.press("open")
    elif way == "drop":
        window.drop.open_dropped(path)
    else:
        try_to_open(path)
        window.open_file(path)
    assert window.source.text == "# %pip\nx = 1\n"
    assert window.workbench.document.path is None
    assert "notebook" in window.diagram.notifications.hint.accessibleName()
    desk.record()
    assert window.player.steps == 2
