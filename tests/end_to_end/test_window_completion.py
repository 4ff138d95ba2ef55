"""Completions while typing: the program's own names and the standard library's."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.shell.editor.completion.completing import Completing

# The first answer waits until the library has been read.
FIRST = 60_000


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is empty at first: the library is read for the first test alone."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


@pytest.fixture
def writing(desk: Desk) -> Desk:
    desk.window.activateWindow()
    desk.window.source.editor.setFocus()
    desk.until(desk.window.source.editor.hasFocus)
    return desk


def completing(desk: Desk) -> Completing:
    return desk.window.completing


def names(desk: Desk) -> list[str]:
    return [one.name for one in completing(desk).offer.offered]


def write(desk: Desk, text: str) -> None:
    editor = desk.window.source.editor
    for line, written in enumerate(text.split("\n")):
        if line:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.keyClicks(editor, written)


def until_offered(desk: Desk, name: str) -> None:
    desk.qtbot.waitUntil(lambda: name in names(desk), timeout=FIRST)


def test_own_names_and_the_librarys_are_offered_and_taken(writing: Desk) -> None:
    editor = writing.window.source.editor
    write(writing, "import math\nheights = [1]\nhei")
    until_offered(writing, "heights")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert writing.window.source.text == "import math\nheights = [1]\nheights"
    assert names(writing) == []
    write(writing, "\nmath.sq")
    until_offered(writing, "sqrt")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert writing.window.source.text.endswith("\nmath.sqrt")


def test_escape_sends_it_away_and_enter_then_ends_the_line(writing: Desk) -> None:
    editor = writing.window.source.editor
    write(writing, "pri")
    until_offered(writing, "print")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert names(writing) == []
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert writing.window.source.text == "pri\n"


def test_enter_behind_a_whole_word_ends_the_line(writing: Desk) -> None:
    editor = writing.window.source.editor
    write(writing, "for")
    until_offered(writing, "format")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert writing.window.source.text == "for\n"


def test_the_program_is_never_run_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("open('helper ran', 'w').close()\nanswer = 42\n")
    # A file with the name of a standard module that the completion needs itself.
    (tmp_path / "json.py").write_text("open('json ran', 'w').close()\n")
    program = tmp_path / "program.py"
    program.write_text("open('program ran', 'w').close()\nimport helper\n")
    with open_desk(qtbot, tmp_path) as desk:
        desk.window.open_file(program)
        editor = desk.window.source.editor
        editor.go_to_line(3)
        editor.setFocus()
        desk.until(editor.hasFocus)
        write(desk, "helper.an")
        until_offered(desk, "answer")
    assert list(tmp_path.rglob("* ran")) == []


def test_nothing_is_offered_in_a_comment(writing: Desk) -> None:
    write(writing, "# pri")
    asking = completing(writing).asking
    writing.until(lambda: not completing(writing).pending)
    assert not asking.active, "nobody was asked"


def test_a_setting_turns_it_off_and_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        assert desk.window.commands["completion"].isChecked()
        desk.press("completion")
        editor = desk.window.source.editor
        editor.setFocus()
        write(desk, "pri")
        assert not completing(desk).pending
    with open_desk(qtbot, tmp_path) as desk:
        assert not completing(desk).on


def test_long_lines_are_wrapped_if_one_wishes(qtbot: QtBot, tmp_path: Path) -> None:
    long = "total = " + " + ".join(f"number_{n}" for n in range(40))
    with open_desk(qtbot, tmp_path) as desk:
        desk.put_in(f"{long}\nx = 1\n")
        editor = desk.window.source.editor
        (_, first), (_, second), *_ = editor.visible_lines()
        high = second.top() - first.top()
        assert editor.horizontalScrollBar().maximum() > 0
        desk.press("wrap")
        desk.until(lambda: editor.horizontalScrollBar().maximum() == 0)
        (_, first), (_, second), *_ = editor.visible_lines()
        assert second.top() - first.top() > 2 * high
    with open_desk(qtbot, tmp_path) as desk:
        assert desk.window.commands["wrap"].isChecked()


def test_the_rows_of_a_wrapped_line_are_indented_more_than_its_block(
    qtbot: QtBot, tmp_path: Path
) -> None:
    long = "total = " + " + ".join(f"number_{n}" for n in range(40))
    with open_desk(qtbot, tmp_path) as desk:
        editor = desk.window.source.editor
        desk.press("wrap")
        for indent in ("", "    ", "\t", " " * 200):
            desk.put_in(f"if True:\n{indent}{long}\n")
            list(editor.visible_lines())
            layout = editor.document().findBlockByNumber(1).layout()
            first, *others = (layout.lineAt(number) for number in range(layout.lineCount()))
            begins = editor.fontMetrics().horizontalAdvance(indent.expandtabs(4))
            assert others
            for row in others:
                assert row.x() > first.x() + min(begins, editor.viewport().width() / 3)
                assert row.x() + row.naturalTextWidth() <= editor.viewport().width()


def test_a_line_behind_wrapped_ones_is_brought_to_view(qtbot: QtBot, tmp_path: Path) -> None:
    long = "total = " + " + ".join(f"number_{n}" for n in range(40))
    with open_desk(qtbot, tmp_path) as desk:
        desk.press("wrap")
        desk.put_in(f"{long}\n" * 30 + "x = 1\n")
        editor = desk.window.source.editor
        editor.bring_to_view(31)
        boxes = dict(editor.visible_lines())
        assert 0 <= boxes[31].top() < editor.viewport().height()
