"""The editor shows syntax errors during typing, in the interpreter's own words."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.model.test_parsing import NEWER
from tests.shell.windows import Desk
from visualizer.shell.editor.emphasis import Stress
from visualizer.shell.editor.syntax_watch import LARGEST, Fault, fault_in
from visualizer.shell.source.signs import LineNote

NAMED = [
    ("x = 1\nif x\n    y\n", "SyntaxError", "expected ':'", "\n"),
    ("print(1\n", "SyntaxError", "'(' was never closed", "("),
    ("x = 'abc\n", "SyntaxError", "unterminated string literal (detected at line 1)", "'"),
    ("return 1\n", "SyntaxError", "'return' outside function", "return 1"),
    ("def f():\npass\n", "IndentationError", None, "pass"),
    ("😀가 = 1 2\n", "SyntaxError", None, None),
    ("가 = '😀' 1 2\n", "SyntaxError", None, None),
    ("f'{x'\n", "SyntaxError", None, None),
    ("if x:\n", "IndentationError", None, None),
    ("break", "SyntaxError", "'break' outside loop", "break"),
]


def note(desk: Desk) -> LineNote | None:
    return desk.window.source.editor.annotations.note


def underlined(desk: Desk) -> list[str]:
    source = desk.window.source
    text = source.text.encode("utf-16-le")
    spans = source.editor.emphasis.spans(Stress.FAULT)
    return [text[2 * span.first : 2 * span.last].decode("utf-16-le") for span in spans]


@pytest.mark.parametrize(("text", "kind", "message", "named"), NAMED)
def test_a_fault_is_the_interpreters_own_and_underlined_at_its_place(
    desk: Desk, text: str, kind: str, message: str | None, named: str | None
) -> None:
    with pytest.raises(SyntaxError) as told:
        compile(text, "program.py", "exec", dont_inherit=True)
    desk.put_in(text)
    desk.until(lambda: note(desk) is not None)
    shown = note(desk)
    assert shown is not None
    assert (shown.title, shown.text) == (kind, told.value.msg)
    assert shown.line == told.value.lineno
    if message is not None:
        assert shown.text == message
    (place,) = underlined(desk)
    assert place, "there is something to be seen"
    if named is not None and named.strip():
        assert place == named


def test_a_fault_comes_while_one_types_and_goes_with_the_key_that_mends_it(desk: Desk) -> None:
    editor = desk.window.source.editor
    editor.setFocus()
    QTest.keyClicks(editor, "print('a'")
    assert note(desk) is None, "not in the middle of a line that is being typed"
    desk.until(lambda: note(desk) is not None)
    QTest.keyClicks(editor, ")")
    assert note(desk) is None
    assert underlined(desk) == []


def test_a_fault_goes_along_when_lines_are_put_before_it(desk: Desk) -> None:
    desk.put_in("x = (\n")
    desk.until(lambda: note(desk) is not None)
    editor = desk.window.source.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor, "y = 1")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    # At the latest after a pause in typing: a busy machine cannot check after each key.
    desk.until(lambda: (found := note(desk)) is not None and found.line == 2)
    assert underlined(desk) == ["("]


def test_a_fault_is_not_carried_over_to_another_program(desk: Desk, tmp_path: Path) -> None:
    desk.put_in("x = (\n")
    desk.until(lambda: note(desk) is not None)
    tmp_path.joinpath("good.py").write_text("x = 1\n")
    desk.window.open_file(tmp_path / "good.py")
    assert note(desk) is None
    assert underlined(desk) == []


def test_a_program_that_is_opened_is_looked_at_and_never_run(desk: Desk, tmp_path: Path) -> None:
    tmp_path.joinpath("bad.py").write_text("open('ran', 'w').close()\nx = (\n")
    desk.window.open_file(tmp_path / "bad.py")
    desk.until(lambda: note(desk) is not None)
    assert not desk.window.workbench.run.active
    assert sorted(tmp_path.glob("**/ran")) == []


def test_warnings_are_left_to_the_run() -> None:
    assert fault_in("x = '\\d'\nx is 1\n") is None


@pytest.mark.parametrize("text", ["x = '\0'", "(" * 5000, "-" * 300_000 + "1", "x = '\udc80'"])
def test_text_that_does_not_compile_is_no_accident(text: str) -> None:
    found = fault_in(text)
    assert found is None or isinstance(found, Fault)


def test_a_very_long_text_is_not_looked_at(desk: Desk) -> None:
    desk.put_in("x = (\n" + f"{'#' * 99}\n" * (LARGEST // 100))
    desk.window.source.syntax.look()
    assert note(desk) is None


def test_newer_grammar_is_a_fault_only_where_our_own_interpreter_runs_it(desk: Desk) -> None:
    newer = "\n".join(text for text, _ in NEWER)
    assert fault_in("x = (\n", allows_newer=True) == fault_in("x = (\n")
    assert fault_in(newer, allows_newer=True) is None
    bench, source = desk.window.workbench, desk.window.source
    bench.settings = replace(bench.settings, python=Path("python-of-others"))
    desk.put_in(newer)
    source.syntax.look()
    assert note(desk) is None
    bench.settings = replace(bench.settings, python=None)
    source.syntax.look()
    assert (note(desk) is None) == (fault_in(newer) is None)
