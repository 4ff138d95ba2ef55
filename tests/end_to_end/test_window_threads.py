"""Threads: a tab for each with its state, signs at lines, in the steps and the timeline."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.recorder.standing import with_until
from tests.shell.windows import Desk, cut_off, press
from visualizer.explain.threads.activity import thread_states
from visualizer.layout.sheet import BoxKind
from visualizer.shell.source.signs import ThreadMark

PROGRAM = with_until("""
from threading import Lock, Thread

queue = []
lock, held = Lock(), Lock()
held.acquire()


def fill(n):
    with lock:
        held.release()
        until(MainThread=18)
        for i in range(n):
            queue.append(i)


def take():
    held.acquire()
    with lock:
        return queue.pop(0)


t = Thread(target=fill, args=[20])
t.start()
print(take())
t.join()
""")
"""The second thread continues once the first one waits for its lock."""


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    """A window at a step of the second thread, while the first one waits for its lock."""
    desk.record_again(PROGRAM)
    desk.go_to_first(
        lambda state: (
            state.step is not None
            and state.step.thread == 2
            and any(use.held_by == 2 and 1 in use.waiting for use in state.locks.values())
        )
    )
    desk.focus_diagram()
    return desk


def tabs(desk: Desk) -> list[str]:
    strip = desk.window.diagram.threads
    return [tab.accessibleName() for tab in strip.tabs.values() if tab.isVisible()]


def test_every_thread_has_a_tab_that_describes_its_action(waiting: Desk) -> None:
    first, second = tabs(waiting)
    assert first.startswith("T1 MainThread: waiting for lock ")
    assert second.startswith("T2 Thread-1 (fill): this step")
    assert "holding lock " in second
    strip = waiting.window.diagram.threads
    assert [tab.isChecked() for tab in strip.tabs.values()] == [False, True]
    waiting.window.player.last()
    assert "outside the program's code" in tabs(waiting)[1]
    waiting.window.player.first()
    assert len(tabs(waiting)) == 1, "the other has not begun"


def test_a_tab_looks_at_its_thread_and_a_key_goes_round(waiting: Desk) -> None:
    window = waiting.window
    strip, editor = window.diagram.threads, window.source.editor
    window.resize(1200, 700)
    here = window.player.step
    looked: list[int] = []
    strip.picked.connect(looked.append)
    # The test clicks a tab after it has reached its place.
    waiting.until(lambda: strip.tabs[1].width() == strip.tabs[1].sizeHint().width())
    QTest.mouseClick(strip.tabs[1], Qt.MouseButton.LeftButton)
    assert strip.tabs[1].isChecked()
    waits = thread_states(window.player.state)[0].frame
    assert waits is not None
    assert waits.line in [line for line, _ in editor.visible_lines()]
    waiting.focus_diagram()
    press(waiting, Qt.Key.Key_T)
    press(waiting, Qt.Key.Key_T)
    assert looked == [1, 2, 1]
    assert window.player.step == here, "one looks, and stays"
    window.player.forward()
    assert strip.looked is None


@pytest.mark.parametrize("width", [960, 1440])
def test_the_tab_looked_at_is_whole_and_seen_at_any_width(waiting: Desk, width: int) -> None:
    window = waiting.window
    strip = window.diagram.threads
    window.resize(width, 700)

    def whole() -> bool:
        seen = [number for number, tab in strip.tabs.items() if not cut_off_tab(tab)]
        return 2 in seen and "holding lock " in strip.tabs[2].text()

    waiting.until(whole)
    waiting.focus_diagram()
    press(waiting, Qt.Key.Key_T)
    waiting.until(lambda: not cut_off_tab(strip.tabs[1]))
    assert "waiting for lock " in strip.tabs[1].text()
    assert "holding lock " in strip.tabs[2].toolTip()


def cut_off_tab(tab: QWidget) -> bool:
    return tab.visibleRegion().boundingRect().size() != tab.size()


@pytest.mark.parametrize(("length", "written"), [(1, True), (40, False)])
def test_the_awaited_object_of_a_thread_is_not_written_over_the_code(
    desk: Desk, length: int, written: bool
) -> None:
    desk.put_in("a" * length + "\n")
    editor = desk.window.source.editor
    beside_the_sign = editor.viewport().rect().adjusted(0, 0, -40, 0)

    def paper() -> QImage:
        return editor.viewport().grab(beside_the_sign).toImage()

    before = paper()
    editor.annotations.set_threads((ThreadMark("", 1, 1, False, "waiting"),))
    assert (paper() != before) is written


def test_signs_stand_at_the_lines_follow_them_and_go_with_them(waiting: Desk) -> None:
    window = waiting.window
    marks = {mark.thread: mark for mark in window.source.threads}
    assert marks[1].words == "waiting"
    assert marks[2].is_current
    before = window.source.editor.grab().toImage()
    waiting.put_in("# other\n" + PROGRAM)
    moved = {mark.thread: mark.line for mark in window.source.threads}
    assert moved == {thread: mark.line + 1 for thread, mark in marks.items()}
    waiting.put_in("# other\n")
    assert window.source.threads == ()
    assert window.source.editor.grab().toImage() != before


def test_a_sign_does_not_cover_code_that_reaches_under_it(waiting: Desk) -> None:
    """In a narrow editor the sign stands in the indentation: it leaves the code uncovered."""
    window = waiting.window
    window.resize(1024, 700)
    editor = window.source.editor
    (mark,) = [one for one in window.source.threads if one.is_current]
    block = editor.document().findBlockByNumber(mark.line - 1)

    def painted() -> QImage:
        box = dict(editor.visible_lines())[mark.line]
        left = box.left() + 8 * editor.fontMetrics().horizontalAdvance("x")
        rect = box.toRect().adjusted(round(left - box.left()), 0, 0, 0)
        return editor.viewport().grab(rect).toImage()

    text = block.text()
    indent = len(text) - len(text.lstrip())
    assert indent >= 4
    needed = editor.fontMetrics().horizontalAdvance(text)

    def is_narrow() -> bool:
        # The window may still settle in its new size, which resets the column's limit.
        window.arrangement.left.setMaximumWidth(needed + 60)
        return editor.viewport().width() < needed

    waiting.until(is_narrow)
    with_sign = painted()
    threads = window.source.threads
    editor.annotations.set_threads(())
    without = painted()
    editor.annotations.set_threads(threads)
    assert with_sign == without


def test_the_inspector_names_the_holder_of_a_lock_and_its_waiters(waiting: Desk) -> None:
    window = waiting.window
    state = window.player.state
    serial = next(one for one, use in state.locks.items() if use.held_by == 2 and use.waiting)
    window.select(serial)
    text = window.dock.inspector.text.partition("Threads holding or waiting")[2]
    assert (
        0 < text.index("T2") < text.index("holding it") < text.index("T1") < text.index("waiting")
    )
    assert "recorded calls" in text


def test_it_lists_step_by_step_the_actions_of_threads_on_the_lock(
    waiting: Desk,
) -> None:
    window = waiting.window
    state, inspector = window.player.state, window.dock.inspector
    serial = next(one for one, use in state.locks.items() if use.held_by == 2 and use.waiting)
    window.select(serial)
    waiting.until(lambda: "Thread activity" in inspector.text)
    now, _, history = inspector.text.partition("Thread activity")
    assert "holding it since step" in now
    assert "waiting since step" in now
    told = (
        "acquires it at once",
        "requests it and waits",
        "releases it",
        "acquires it after waiting",
    )
    places = [history.index(said) for said in told]
    assert places == sorted(places)
    step = int(history.partition('href="step:')[2].partition('"')[0])
    inspector.follow(f"step:{step}")
    assert window.player.step == step


def test_frames_of_each_thread_stand_below_its_name(waiting: Desk) -> None:
    window = waiting.window
    sheet = window.diagram.scene.sheet
    assert sheet is not None
    names = window.player.state.thread_names
    told: dict[str, list[str]] = {}
    column = [box for box in sheet.boxes if box.kind in (BoxKind.FRAME, BoxKind.GROUP)]
    for box in sorted(column, key=lambda one: one.y):
        title = str(box.block.words[0].text)
        if box.key.kind == "thread":
            told[title] = []
        else:
            told[next(reversed(told))].append(title)
    assert told.keys() == {names[1], names[2]}
    assert told[names[2]] == ["fill"]
    assert "take" in told[names[1]]


def test_the_timeline_names_the_threads_and_the_owners_of_steps(waiting: Desk) -> None:
    window = waiting.window
    timeline, player = window.transport.timeline, window.player
    waiting.until(lambda: timeline.is_complete and bool(timeline.slider.turns))
    turns = timeline.slider.turns
    for (first, thread), (after, _) in zip(turns, [*turns[1:], (player.steps + 1, 0)], strict=True):
        for number in range(first, after):
            step = player.peek(number)
            assert step is not None
            assert step.thread == thread
    waiting.record_again("x = 1\n")
    waiting.until(lambda: timeline.slider.turns == ())
    assert not window.diagram.threads.isVisible()


def is_whole(tab: QWidget) -> bool:
    return tab.width() >= tab.sizeHint().width()


@pytest.mark.share(2)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (3840, 2160)])
def test_tabs_are_whole_or_can_be_scrolled_to(
    waiting: Desk, language: str, size: tuple[int, int]
) -> None:
    window = waiting.window
    window.words.speak(language)
    window.resize(*size)
    strip = window.diagram.threads
    for tab in strip.tabs.values():
        waiting.until(partial(is_whole, tab))
        strip.ensureWidgetVisible(tab)
    if size[0] > 1024:
        waiting.until(lambda: cut_off(strip) == [])


def test_a_single_thread_is_not_named(waiting: Desk) -> None:
    waiting.record_again("def f():\n    return 1\nf()\n")
    waiting.window.player.go_to(4)
    sheet = waiting.window.diagram.scene.sheet
    assert sheet is not None
    assert [box.key for box in sheet.boxes if box.key.kind == "thread"] == []


def test_many_threads_have_a_tab_each(desk: Desk, tmp_path: Path) -> None:
    desk.record_again(
        "import threading\ndef work(n):\n    m = n\n\n"
        "ts = [threading.Thread(target=work, args=[n]) for n in range(12)]\n"
        "for t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n"
    )
    desk.window.player.last()
    assert len(tabs(desk)) == 13
    strip = desk.window.diagram.threads
    strip.ensureWidgetVisible(strip.tabs[13])
    assert not strip.tabs[13].visibleRegion().isEmpty()
