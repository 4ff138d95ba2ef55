"""The window shows the program's errors at their line."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.shell.windows import Desk
from visualizer.model import Event
from visualizer.shell.editor.annotations import NoteRow
from visualizer.shell.run.options import RunOptions
from visualizer.shell.source.signs import LineNote, Sign

DIVIDES = """\
def half(n):
    return n / 0


try:
    half(1)
except ZeroDivisionError:
    pass
half(2)
"""


def note(desk: Desk) -> LineNote | None:
    return desk.window.source.editor.annotations.note


def test_a_syntax_error_is_shown_at_its_line_and_the_diagram_stays(desk: Desk) -> None:
    window, player = desk.window, desk.window.player
    desk.put_in("x = 1\ny = 2\n")
    desk.record()
    desk.press("forward")
    sheet = window.diagram.scene.sheet
    desk.put_in("x = 1\nif x\n    y = 2\n")
    desk.press("record")
    desk.until(lambda: not window.workbench.run.active)
    assert note(desk) == LineNote("program.py", 2, "SyntaxError", "expected ':'")
    assert window.source.editor.annotations.sign_at(2) is Sign.RAISED
    said = window.diagram.notifications.problem.accessibleName()
    assert said.startswith("Syntax error on line 2: expected ':' The diagram still")
    assert (player.step, player.steps) == (2, 3)
    assert window.diagram.scene.sheet == sheet
    desk.press("forward")
    assert player.step == 3
    assert note(desk) == LineNote("program.py", 2, "SyntaxError", "expected ':'")
    assert window.source.editor.annotations.sign_at(2) is Sign.RAISED
    desk.record_again("x = 1\n")
    assert note(desk) is None
    assert not window.diagram.notifications.problem.isVisible()


def test_a_syntax_error_goes_away_as_soon_as_it_is_edited(desk: Desk) -> None:
    desk.put_in("x = (\n")
    desk.press("record")
    desk.until(lambda: note(desk) is not None)
    problem = desk.window.diagram.notifications.problem
    desk.until(problem.isVisible)
    desk.put_in("x = ()\n")
    assert note(desk) is None
    assert not problem.isVisible()


def test_an_exception_is_shown_where_it_is_raised_and_where_it_passes(desk: Desk) -> None:
    window, player = desk.window, desk.window.player
    desk.put_in(DIVIDES)
    desk.record()
    while player.state.step is not None and player.state.step.event is not Event.EXCEPTION:
        assert note(desk) is None
        desk.press("forward")
    assert note(desk) == LineNote("program.py", 2, "ZeroDivisionError", "division by zero")
    assert window.source.editor.annotations.sign_at(2) is Sign.RAISED
    assert not window.output.errors.isVisible(), "it is caught: nothing is written"
    desk.press("forward")
    assert note(desk) == LineNote("program.py", 6, "ZeroDivisionError", "division by zero")
    desk.press("forward")
    assert note(desk) is None


def test_an_uncaught_exception_has_a_band_that_leads_to_where_it_was_raised(desk: Desk) -> None:
    window, player = desk.window, desk.window.player
    desk.put_in(DIVIDES)
    desk.record()
    notification = window.diagram.notifications.ended
    assert notification.isVisible()
    assert notification.accessibleName() == "ZeroDivisionError on line 2: division by zero"
    desk.press("last")
    assert window.source.editor.annotations.sign_at(2) is Sign.RAISED
    assert window.source.editor.annotations.sign_at(9) is Sign.PASSED
    assert "ZeroDivisionError: division by zero" in desk.errors
    assert desk.output == ""
    (button,) = notification.buttons
    button.click()
    step = player.state.step
    assert step is not None
    assert (step.event, step.line) == (Event.EXCEPTION, 2)
    assert player.step < player.steps
    assert desk.errors == "", "standard error is shown from the step on that wrote it"
    assert button.text().strip() == "Go there"
    assert window.source.editor.line == 2


def test_a_name_error_leads_to_the_name_and_typing_mends_it(desk: Desk) -> None:
    window = desk.window
    desk.put_in("def greet(name):\n    print(name)\n\n\nprnt('x')\n")
    desk.record()
    notification = window.diagram.notifications.ended
    assert notification.accessibleName() == (
        "NameError on line 5: name 'prnt' is not defined. Did you mean 'print'?"
    )
    (button,) = notification.buttons
    button.click()
    editor = window.source.editor
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == "prnt"
    QTest.keyClicks(editor, "print")
    desk.record()
    assert not notification.isVisible()
    desk.press("last")
    assert desk.output == "x\n"


def test_the_hint_of_an_error_is_in_the_language_of_the_window(desk: Desk) -> None:
    desk.put_in("math.sqrt(2)\n")
    desk.record()
    notification = desk.window.diagram.notifications.ended
    assert notification.accessibleName().endswith(
        "name 'math' is not defined. Did you forget to import 'math'?"
    )
    desk.window.words.speak("ko")
    assert notification.accessibleName() == (
        "1번 줄에서 NameError: name 'math' is not defined. 'math'를 임포트하는 것을 잊었나요?"
    )


def test_a_file_that_is_missing_leads_to_the_folder_that_the_program_began_in(
    desk: Desk, tmp_path: Path
) -> None:
    program, data = tmp_path / "average.py", tmp_path / "data"
    program.write_text("open('scores.txt')\n")
    data.mkdir()
    desk.window.open_file(program)
    desk.record()
    notification = desk.window.diagram.notifications.ended
    said = "No such file or directory: 'scores.txt'. The program began in the folder "
    assert notification.accessibleName().endswith(said + str(tmp_path))
    desk.window.workbench.run_options = RunOptions(folder=data)
    desk.record()
    assert notification.accessibleName().endswith(said + str(data))


def test_a_module_in_a_folder_above_the_program_is_found_by_name(
    desk: Desk, tmp_path: Path
) -> None:
    package = tmp_path / "garage"
    package.mkdir()
    (package / "cars.py").write_text("wheels = 4\n")
    (package / "main.py").write_text("from garage.cars import wheels\n")
    desk.window.open_file(package / "main.py")
    desk.record()
    notification = desk.window.diagram.notifications.ended
    variable = f"PYTHONPATH={tmp_path}"
    assert notification.accessibleName().endswith(
        f"No module named 'garage'. garage is in a folder above the program: "
        f"add {variable} to the environment variables of the run options"
    )
    desk.window.workbench.run_options = RunOptions(environment=variable)
    desk.record()
    assert not notification.isVisible()


def test_a_missing_environment_variable_leads_to_the_run_options(desk: Desk) -> None:
    desk.put_in("import os\nout = open(os.environ['OUT'], 'w')\n")
    desk.record()
    notification = desk.window.diagram.notifications.ended
    assert notification.accessibleName() == (
        "KeyError on line 2: 'OUT'. Add OUT=value to the environment variables of the run options"
    )
    desk.put_in("ages = {}\nages['OUT']\n")
    desk.record()
    assert notification.accessibleName() == "KeyError on line 2: 'OUT' ages has no key 'OUT'."


@pytest.mark.parametrize("code", ["import garage\n", "from garage import car\n"])
def test_a_folder_that_is_no_package_is_not_the_module(
    desk: Desk, tmp_path: Path, code: str
) -> None:
    exercises = tmp_path / "garage"
    exercises.mkdir()
    (exercises / "main.py").write_text(code)
    desk.window.open_file(exercises / "main.py")
    desk.record()
    said = desk.window.diagram.notifications.ended.accessibleName()
    assert said.endswith("No module named 'garage'")


def test_a_part_that_a_package_lacks_is_not_above_the_program(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    (tmp_path / "json").mkdir()
    (tmp_path / "json" / "__init__.py").touch()
    main = tmp_path / "program" / "main.py"
    main.write_text("import json.cars\n")
    desk.window.open_file(main)
    desk.record()
    said = desk.window.diagram.notifications.ended.accessibleName()
    assert said.endswith("No module named 'json.cars'")


def test_an_error_that_the_program_reports_itself_has_no_hint(desk: Desk) -> None:
    desk.put_in("import sys\nsys.excepthook = lambda *a: None\nprnt(1)\n")
    desk.record()
    said = desk.window.diagram.notifications.ended.accessibleName()
    assert said == "NameError on line 3: name 'prnt' is not defined"


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (
            "open('없음.txt')\n",
            "FileNotFoundError on line 1: [Errno 2] No such file or directory: '없음.txt'. The"
            " program is not saved yet and runs in a folder of its own: save it in the folder of"
            " its files first",
        ),
        (
            "'가'.encode('ascii')\n",
            "UnicodeEncodeError on line 1: 'ascii' codec can't encode character '\\uac00'"
            " in position 0: ordinal not in range(128)",
        ),
        ("raise ValueError('a', 2)\n", "ValueError on line 1: ('a', 2)"),
    ],
    ids=["a file", "an encoding", "several arguments"],
)
def test_an_error_with_a_message_of_its_own_shows_that_message(
    desk: Desk, program: str, said: str
) -> None:
    desk.put_in(program)
    desk.record()
    assert desk.window.diagram.notifications.ended.accessibleName() == said


def test_a_long_syntax_error_is_wrapped_and_never_cut(desk: Desk) -> None:
    window = desk.window
    desk.put_in("x = 1\nif x:\ny = 2\nz = 3\n")
    desk.until(lambda: note(desk) is not None)
    editor = window.source.editor
    lines = dict(editor.visible_lines())
    room = lines[4].top() - lines[3].bottom()
    assert note(desk) == LineNote(
        *("program.py", 3, "IndentationError"),
        "expected an indented block after 'if' statement on line 2",
    )
    row = NoteRow(
        *("IndentationError", "expected an indented block after 'if' statement on line 2"),
        *(window.font(),),
        width=editor.viewport().width(),
        least=1,
    )
    assert room >= row.height > NoteRow("a", "b", window.font(), width=900, least=1).height


def test_python_speaks_first_of_a_program_that_it_refuses_and_of_nothing_else(
    desk: Desk, tmp_path: Path
) -> None:
    notification = desk.window.diagram.notifications.problem
    for name, data, said in (
        ("picture.png", b"\x89PNG\r\n\0", "Could not open."),
        (
            "latin.py",
            b"x = 1\n# caf\xe9\n",
            r"SyntaxError: Non-UTF-8 code starting with '\xe9' on line 2, but no encoding declared",
        ),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        desk.window.files.open_path(path)
        desk.until(notification.isVisible)
        assert notification.accessibleName().startswith(f"{said} {path}: ")


def test_an_exit_code_is_shown_and_a_plain_exit_is_not(desk: Desk) -> None:
    notification = desk.window.diagram.notifications.ended
    desk.record_again("import sys\nsys.exit(3)\n")
    assert "exited with code 3" in notification.accessibleName()
    desk.record_again("import sys\nsys.exit()\n")
    assert not notification.isVisible()


def test_standard_error_stands_apart_from_standard_output(desk: Desk) -> None:
    desk.record_again(
        "import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('more')\nx = 1\n"
    )
    desk.window.player.go_to(4)
    assert (desk.output, desk.errors) == ("out\n", "err\n")
    desk.press("last")
    assert (desk.output, desk.errors) == ("out\nmore\n", "err\n")


def test_a_traceback_takes_room_beside_the_output_and_returns_it(desk: Desk) -> None:
    window = desk.window
    window.resize(1440, 900)
    left, output = window.arrangement.left, window.output
    desk.put_in("print('one')\nprint('two')\n[][1]\n")
    desk.record()
    before = left.sizes()
    desk.press("last")
    desk.until(lambda: output.errors.isVisible() and left.sizes()[1] > before[1])
    bars = [stream.verticalScrollBar() for stream in (output.output, output.errors)]
    desk.until(lambda: not any(bar.maximum() for bar in bars))
    assert sum(left.sizes()) == sum(before)
    lent = left.sizes()
    desk.press("first")
    assert left.sizes() == lent, "no line of code moves to and fro"
    desk.record_again("x = 1\n")
    assert left.sizes() == before
    desk.record_again("for n in range(20):\n    print(n)\n[][1]\n")
    desk.press("last")
    desk.until(lambda: left.sizes()[1] == sum(left.sizes()) // 2)
    handle = left.handle(1)
    start = handle.rect().center()
    down = QPoint(0, left.sizes()[1] - 240)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + down)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)
    chosen = left.sizes()
    assert chosen[1] < 300
    desk.press("first")
    desk.press("last")
    assert left.sizes() == chosen, "it stays where someone puts it"


def test_a_program_that_asks_for_more_input_than_it_gets_names_the_mend(desk: Desk) -> None:
    desk.put_in("raise EOFError('EOF when reading a line')\n")
    desk.record()
    said = desk.window.diagram.notifications.ended.accessibleName()
    assert "EOF when reading a line" in said
    assert "more input than it got" in said


def test_the_message_of_an_error_has_its_backslashes_once(desk: Desk) -> None:
    desk.put_in("int('\\n')\n")
    desk.record()
    desk.press("last")
    message = r"invalid literal for int() with base 10: '\n'"
    assert note(desk) == LineNote("program.py", 1, "ValueError", message)
