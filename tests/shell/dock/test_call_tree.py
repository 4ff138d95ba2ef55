"""The call tree in the dock: its rows, their targets, and the row that stays visible."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.shell.dock.call_tree import CallTree

FIB = """\
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

fib(3)
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path) as made:
        made.put_in(FIB)
        made.record()
        made.press("call_tree")
        made.until(lambda: tree(made).model.rowCount() > 0)
        yield made


def tree(desk: Desk) -> CallTree:
    return desk.window.dock.calls


def rows(desk: Desk) -> list[tuple[int, str]]:
    """Return the depth and words of each row, once they have been read."""
    model = tree(desk).model
    calls = model.order.calls
    assert calls is not None

    def shown() -> list[tuple[int, str]]:
        return [
            (model.shown(row).depth, str(model.data(model.index(row))))
            for row in range(model.rowCount())
        ]

    shown()
    desk.until(lambda: not tree(desk).reader.is_reading)
    return shown()


def test_recursion_reads_as_a_tree_with_arguments_and_returned_values(desk: Desk) -> None:
    desk.press("last")
    assert rows(desk) == [
        (1, "module"),
        (2, "fib(n=3) → 2"),
        (3, "fib(n=2) → 1"),
        (4, "fib(n=1) → 1"),
        (4, "fib(n=0) → 0"),
        (3, "fib(n=1) → 1"),
    ]


def test_later_calls_are_not_foretold(desk: Desk) -> None:
    player, model = desk.window.player, tree(desk).model
    calls = model.order.calls
    assert calls is not None
    player.go_to(calls.firsts[3])
    assert rows(desk) == [
        (1, "module"),
        (2, "fib(n=3)"),
        (3, "fib(n=2)"),
        (4, "fib(n=1)"),
        (4, "fib"),
        (3, "fib"),
    ]
    shown = [model.shown(row) for row in range(model.rowCount())]
    assert [one.running for one in shown] == [False, False, False, True, False, False]
    assert [one.on_stack for one in shown] == [True, True, True, False, False, False]
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = [str(model.data(model.index(row), role)) for row in (2, 3, 4)]
    assert heard == [
        "fib(n=2), depth 3",
        "fib(n=1), depth 4, running now",
        "fib, depth 4, not called yet",
    ]


def test_a_double_click_and_enter_go_to_the_first_step_of_a_call(desk: Desk) -> None:
    view, model = tree(desk).view, tree(desk).model
    there = view.visualRect(model.index(3)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert desk.window.player.step == model.first_step(3)
    view.setCurrentIndex(model.index(5))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert desk.window.player.step == model.first_step(5)
    assert model.row_of_running == 5


def test_the_menu_leads_to_the_last_step_of_a_call(desk: Desk) -> None:
    tree(desk).fill_menu(2)
    first, last = tree(desk).menu.actions()
    last.trigger()
    assert desk.window.player.step == tree(desk).model.last_step(2)
    first.trigger()
    assert desk.window.player.step == tree(desk).model.first_step(2)


def test_a_press_on_the_sign_folds_the_inner_calls(desk: Desk) -> None:
    desk.press("last")
    view, model = tree(desk).view, tree(desk).model
    rect = view.visualRect(model.index(1))
    x = tree(desk).delegate.indent(2) + 8
    at = rect.topLeft()
    at.setX(x)
    at.setY(rect.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert rows(desk) == [(1, "module"), (2, "fib(n=3) → 2")]
    view.setCurrentIndex(model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert model.rowCount() == 6


def test_the_folded_call_is_marked_where_the_running_one_is_hidden(desk: Desk) -> None:
    model = tree(desk).model
    desk.window.player.go_to(model.first_step(3))
    model.fold(1, True)
    assert model.shown(model.row_of_running).number == model.order.number(1)
    assert model.shown(1).running


def test_the_running_call_is_kept_in_view(desk: Desk) -> None:
    desk.record_again("def f(n):\n    return n\n\nfor i in range(60):\n    f(i)\n")
    desk.until(lambda: tree(desk).model.rowCount() == 61)
    view, model = tree(desk).view, tree(desk).model
    for row in (50, 3, 60):
        desk.window.player.go_to(model.first_step(row))
        rect = view.visualRect(model.index(row))
        assert view.viewport().rect().contains(rect.center())


def test_deep_recursion_leaves_room_for_the_words(desk: Desk) -> None:
    desk.record_again("def f(n):\n    if n:\n        f(n - 1)\n\nf(60)\n")
    desk.until(lambda: tree(desk).model.rowCount() == 62)
    model, delegate = tree(desk).model, tree(desk).delegate
    desk.window.player.go_to(model.first_step(61))
    width = tree(desk).view.viewport().width()
    assert delegate.indent(62) <= width // 2 + 1


def test_each_call_stands_once_also_when_the_recording_is_shown_again(desk: Desk) -> None:
    desk.record_again(FIB)
    desk.until(lambda: tree(desk).model.rowCount() == 6)
    model = tree(desk).model
    numbers = [model.order.number(row) for row in range(model.rowCount())]
    assert numbers == sorted(set(numbers))


def test_closed_it_reads_nothing(desk: Desk) -> None:
    desk.press("call_tree")
    desk.press("last")
    assert not tree(desk).reader.is_reading
    assert tree(desk).caption.text() == "6 calls"


def test_it_speaks_korean(desk: Desk) -> None:
    desk.window.words.speak("ko")
    assert tree(desk).heading.text().strip() == "호출"
    assert tree(desk).caption.text() == "호출 6개"
    assert rows(desk)[0] == (1, "모듈")


def test_the_running_call_is_in_view_where_the_dock_is_low(desk: Desk) -> None:
    desk.record_again(FIB.replace("fib(3)", "fib(6)"))
    window, section = desk.window, tree(desk)
    window.resize(1024, 620)  # independent of the machine's screen
    window.player.go_to(window.player.steps - 4)
    if section.is_open:
        desk.press("call_tree")
    desk.press("call_tree")
    area = window.dock.area.viewport()

    def is_seen() -> None:
        assert section.view.height() < area.height()
        row = section.model.row_of_running
        seen = section.view.visualRect(section.model.index(row))
        assert section.view.viewport().rect().contains(seen.center())
        at = section.view.viewport().mapTo(area, seen.center())
        assert area.rect().contains(at)
        assert area.rect().contains(section.heading.mapTo(area, section.heading.rect().center()))

    desk.qtbot.waitUntil(is_seen, timeout=8000)
