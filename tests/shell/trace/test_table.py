"""The trace table in the window: its cells, their targets, the saved file."""

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.explain.watched.looks import (
    MODULE,
    ValueChange,
    WatchedExpression,
    WatchedName,
    WatchedObject,
)
from visualizer.shell.trace.model import CODE, FIXED

PROGRAM = """\
a = [5, 2, 4]
for i in range(1, 3):
    j = i
    while j > 0 and a[j-1] > a[j]:
        a[j-1], a[j] = a[j], a[j-1]
        j = j - 1
print(a)
"""


def named(name: str) -> WatchedName:
    return WatchedName("program.py", MODULE, name)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path) as made:
        made.put_in(PROGRAM)
        made.record()
        yield made


def watch(desk: Desk, *names: str) -> None:
    desk.window.watching.add(*(named(name) for name in names))
    desk.press("trace_table")
    read(desk)


def read(desk: Desk) -> None:
    """Wait until the table shows all its rows."""
    window = desk.window
    steps = window.player.steps
    desk.until(lambda: window.watching.is_complete and len(window.watching.places) == steps)


def row(desk: Desk, number: int) -> list[str]:
    model = desk.window.trace.model
    return [str(model.index(number, column).data()) for column in range(model.columnCount())]


def test_a_step_is_a_row_with_the_line_that_ran_and_the_values_after_it(desk: Desk) -> None:
    watch(desk, "a", "i", "j")
    trace = desk.window.trace
    swap = ["a[j-1], a[j] = a[j], a[j-1]", "[2, 5, 4]", "1", "1"]
    assert [row(desk, number)[2:] for number in range(5)] == [
        ["a = [5, 2, 4]", "[5, 2, 4]", "–", "–"],
        ["for i in range(1, 3):", "[5, 2, 4]", "1", "–"],
        ["j = i", "[5, 2, 4]", "1", "1"],
        swap,
        ["j = j - 1", "[2, 5, 4]", "1", "0"],
    ]
    trace.only.click()
    assert row(desk, 0) == ["1", "", "", "–", "–", "–"]
    assert row(desk, 5) == ["6", "5", *swap]
    assert len(trace.model.rows) == desk.window.player.steps


def test_only_rows_in_which_something_watched_changed(desk: Desk) -> None:
    watch(desk, "a")
    model = desk.window.trace.model
    (column,) = model.columns
    assert list(model.rows) == [
        cell.step for cell in column.cells if cell.change is not ValueChange.COUNTED
    ]
    turns = [model.shown(number, column) for number in range(len(model.rows))]
    assert [shown.turn for shown in turns if shown] == [
        ValueChange.NEW,
        *[ValueChange.CHANGED] * (len(turns) - 1),
    ]
    assert "changed" in str(model.index(1, FIXED).data(Qt.ItemDataRole.AccessibleTextRole))


def test_with_counts_a_changed_count_is_a_change(desk: Desk) -> None:
    desk.record_again("a = [1]\nb = a\nc = a\n")
    watch(desk, "a")
    trace = desk.window.trace
    assert list(trace.model.rows) == [2]
    trace.counts.click()
    assert list(trace.model.rows) == [2, 3, 4]
    assert [row(desk, number)[FIXED] for number in range(3)] == ["[1]  ×1", "[1]  ×2", "[1]  ×3"]


def test_a_click_goes_to_the_step_and_the_row_of_the_step_is_marked(desk: Desk) -> None:
    watch(desk, "a", "j")
    trace = desk.window.trace
    rect = trace.view.visualRect(trace.model.index(2, 2))
    QTest.mouseClick(trace.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert desk.window.player.step == trace.model.rows[2]
    assert trace.delegate.current == 2
    trace.view.setFocus()
    QTest.keyClick(trace.view, Qt.Key.Key_Down)
    assert desk.window.player.step == trace.model.rows[3]
    desk.press("first")
    assert trace.delegate.current == -1


def test_no_row_is_the_current_one_while_later_rows_are_being_read(desk: Desk) -> None:
    trace, watching, player = desk.window.trace, desk.window.watching, desk.window.player
    watch(desk, "a", "j")
    player.go_to(player.steps)
    last = len(trace.model.rows) - 1
    assert trace.delegate.current == last
    watching.is_complete = False
    player.go_to(player.steps - 1)
    player.go_to(player.steps)
    assert trace.delegate.current == -1
    watching.is_complete = True
    watching.read.emit()
    assert trace.delegate.current == last


def test_the_head_says_how_far_a_long_recording_has_been_read(desk: Desk) -> None:
    trace, watching = desk.window.trace, desk.window.watching
    watch(desk, "a")
    steps = desk.window.player.steps
    assert watching.reached == steps
    desk.until(lambda: "per row" in trace.hint.text())
    watching.is_complete, watching.reached = False, 3
    watching.read.emit()
    desk.until(lambda: trace.hint.text() == f"read up to step 3 of {steps}")
    desk.window.resize(1024, 700)
    desk.press("present")
    desk.until(lambda: trace.hint.isVisible() and trace.hint.font().pixelSize() >= 22)
    desk.press("present")
    watching.remove(0)
    desk.until(lambda: "per row" in trace.hint.text())


def test_columns_move_and_go(desk: Desk) -> None:
    watch(desk, "a", "i", "j")
    window = desk.window
    header = window.trace.view.horizontalHeader()
    header.moveSection(FIXED, FIXED + 2)
    desk.until(
        lambda: [window.trace.model.title(c) for c in window.watching.columns] == ["i", "j", "a"]
    )
    header.moveSection(FIXED, 0)
    assert [header.logicalIndex(place) for place in range(6)] == list(range(6))
    window.watching.remove(0)
    assert [window.trace.model.title(column) for column in window.trace.model.columns] == ["j", "a"]
    read(desk)
    assert "[2, 5, 4]" in {str(window.trace.model.index(n, FIXED + 1).data()) for n in range(9)}


def test_a_late_expression_catches_up(desk: Desk) -> None:
    watch(desk, "a")
    desk.window.watching.add(named("i"))
    read(desk)
    desk.until(lambda: all(column.cells for column in desk.window.watching.columns))
    values = [cell.text for cell in desk.window.watching.columns[1].cells]
    assert values == ["1", "2"]


def test_names_stay_watched_when_the_program_is_recorded_again(desk: Desk) -> None:
    watch(desk, "a", "i")
    desk.window.watching.add(WatchedObject(1, "list"))
    desk.record_again("a = 7\n")
    read(desk)
    columns = desk.window.watching.columns
    assert [column.watched for column in columns] == [named("a"), named("i")]
    assert [cell.text for cell in columns[0].cells] == ["7"]


def test_the_selected_object_is_watched_by_a_key(desk: Desk) -> None:
    desk.press("last")
    window = desk.window
    serial = dict(window.player.state.globals["program.py"])["a"]
    window.select(serial)
    desk.press("watch")
    assert window.trace.isVisible()
    assert window.watching.columns[0].watched == WatchedObject(serial, "list")


def test_the_menu_of_the_table_ticks_watched_names(desk: Desk) -> None:
    watch(desk, "a")
    desk.press("last")
    menu = desk.window.trace.menu
    menu.fill()
    names = menu.menu.actions()[0].menu()
    assert isinstance(names, QMenu)
    ticked = {action.text(): action.isChecked() for action in names.actions()}
    assert ticked == {"a": True, "i": False, "j": False}
    next(action for action in names.actions() if action.text() == "i").trigger()
    assert [column.watched for column in desk.window.watching.columns] == [named("a"), named("i")]


def offered(desk: Desk) -> dict[str, list[str]]:
    """Return the names in the table's menu, by their places."""
    menu = desk.window.trace.menu
    menu.fill()
    parts = [(action.text(), action.menu()) for action in menu.menu.actions()]
    return {
        text: [one.text() for one in part.actions()]
        for text, part in parts
        if isinstance(part, QMenu)
    }


def test_names_of_the_whole_recording_can_be_added_at_any_step(desk: Desk) -> None:
    desk.record_again("def double(n):\n    twice = 2 * n\n    return twice\n\na = double(3)\n")
    everywhere = {"Names of program.py": ["double", "a"], "Names of double": ["n", "twice"]}
    assert desk.window.player.step == 1
    assert offered(desk) == everywhere
    desk.press("last")
    assert offered(desk) == everywhere
    desk.window.watching.add(WatchedName("program.py", "double", "twice"))
    read(desk)
    assert desk.window.watching.columns[0].cells[0].text == "6"


def test_names_of_the_step_come_first(desk: Desk) -> None:
    desk.record_again("if len('') > 0:\n    rare = 1\nusual = 2\n")
    assert offered(desk) == {"Names of program.py": ["rare", "usual"]}
    desk.press("last")
    assert offered(desk) == {"Names of program.py": ["usual", "rare"]}


def test_saved_rows_are_read_back_as_they_are(desk: Desk, tmp_path: Path) -> None:
    desk.record_again('a = "하나, \\"둘\\""\nb = [a, a]\n')
    watch(desk, "a", "b")
    desk.window.words.speak("ko")
    desk.person.tables_as = tmp_path / "표.csv"
    desk.window.trace.save.click()
    desk.until(lambda: not desk.window.watch.export.busy)
    data = desk.person.tables_as.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows[0] == [
        "단계",
        "줄",
        "실행한 코드",
        "이벤트",
        "a",
        "a (참조 횟수)",
        "b",
        "b (참조 횟수)",
    ]
    assert rows[1][:3] == ["2", "1", 'a = "하나, \\"둘\\""']
    assert rows[1][4] == "'하나, \"둘\"'"
    assert rows[2][0] == "3"
    assert rows[2][6] == "['하나, \"둘\"', '하나, \"둘\"']"


def test_a_path_that_cannot_be_written_is_reported(desk: Desk, tmp_path: Path) -> None:
    watch(desk, "a")
    desk.person.tables_as = tmp_path / "nowhere" / "a.csv"
    desk.window.trace.save.click()
    desk.until(desk.window.diagram.notifications.problem.isVisible)


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("gone", "gone: cannot be written"),
        (None, "TMPDIR: cannot be written: No usable temporary directory"),
    ],
)
def test_a_missing_folder_for_temporary_files_has_a_message(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str | None, said: str
) -> None:
    watch(desk, "a")
    monkeypatch.setattr(tempfile, "tempdir", folder and str(tmp_path / folder))
    # A full disk, too, leaves Python without a folder for temporary files.
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/full"])
    desk.person.tables_as = tmp_path / "a.csv"
    desk.window.trace.save.click()
    desk.until(desk.window.diagram.notifications.problem.isVisible)
    labels = desk.window.diagram.notifications.problem.findChildren(QLabel)
    assert any(said in label.text() for label in labels)
    assert not desk.person.tables_as.exists()


def test_it_speaks_both_languages_and_its_head_has_room_where_it_is_narrow(desk: Desk) -> None:
    watch(desk, "a")
    desk.window.resize(1024, 700)
    desk.window.words.speak("ko")
    trace = desk.window.trace
    assert trace.title.text() == "추적표"
    for button in (trace.add, trace.only, trace.counts, trace.save):
        assert button.visibleRegion().boundingRect().size() == button.size()
    middle = desk.window.arrangement.middle
    desk.until(lambda: trace.height() <= middle.height() / 2)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_is_large_while_presenting_and_as_it_was_afterwards(desk: Desk, language: str) -> None:
    desk.window.words.speak(language)
    watch(desk, "a", "j")
    trace = desk.window.trace
    across = trace.view.horizontalHeader()
    pressed = (trace.title, trace.add, trace.only, trace.counts, trace.save)
    before = (trace.view.rowHeight(0), across.sectionSize(0), across.fontMetrics().height())
    code = across.sectionSize(CODE)
    desk.press("present")
    assert trace.delegate.font.pixelSize() >= 22
    assert trace.view.rowHeight(0) > trace.view.fontMetrics().height()
    assert QFontInfo(across.font()).pixelSize() >= 22
    assert QFontInfo(trace.empty.font()).pixelSize() >= 22
    assert not any(widget.isVisible() for widget in pressed)
    desk.press("present")
    assert all(widget.isVisible() for widget in pressed)
    now = (trace.view.rowHeight(0), across.sectionSize(0), across.fontMetrics().height())
    assert now == before
    assert across.sectionSize(CODE) == code > 0


def test_why_an_expression_has_no_value_makes_no_row_of_its_own(desk: Desk) -> None:
    desk.window.watching.add(WatchedExpression("a[j]"))
    desk.press("trace_table")
    read(desk)
    model = desk.window.trace.model
    (column,) = model.columns
    shown = [model.shown(number, column) for number in range(len(model.rows))]
    assert all(one is not None and one.turn is not None for one in shown)
    desk.window.trace.only.click()
    slice_read = [str(model.index(number, FIXED).data(_HEARD)) for number in range(3)]
    assert slice_read == [
        "\u2013, a is not defined at this step.",
        *["\u2013, j is not defined at this step."] * 2,
    ]


def test_an_expression_that_never_has_a_value_gives_its_reason_once(desk: Desk) -> None:
    desk.window.watching.add(WatchedExpression("b.next"))
    desk.press("trace_table")
    read(desk)
    model = desk.window.trace.model
    assert [str(model.index(n, FIXED).data(_HEARD)) for n in range(len(model.rows))] == [
        "\u2013, b is not defined at this step."
    ]


_HEARD = Qt.ItemDataRole.AccessibleTextRole
