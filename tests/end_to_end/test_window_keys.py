"""Every command has a key; arrows and single keys act outside text fields only."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.shell.windows import Desk, press
from visualizer.explain.references.accounts import accounts
from visualizer.explain.watched.traces import watched_name
from visualizer.model import address_space
from visualizer.shell.inspector.page import size_parts
from visualizer.shell.notifications.notification import Action
from visualizer.shell.window.focus import FocusRing

PROGRAM = """\
def f(n):
    if n:
        f(n - 1)
    return n


f(1)
f(0)
x = 1
y = 2
"""
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def stepped(desk: Desk) -> Desk:
    """A window with a recording, its diagram focused."""
    desk.record_again(PROGRAM)
    desk.focus_diagram()
    return desk


def place(desk: Desk) -> tuple[str, int, int]:
    step = desk.window.player.state.step
    assert step is not None
    return step.function, step.line, len(desk.window.player.state.frames)


def plays(desk: Desk) -> bool:
    return desk.window.playback.playing


def test_arrows_home_end_and_pages_step(stepped: Desk) -> None:
    player = stepped.window.player
    for key, step in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_PageDown, 12),
        (Qt.Key.Key_PageUp, 2),
        (Qt.Key.Key_End, player.steps),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Left, 1),
    ):
        press(stepped, key)
        assert player.step == step


def test_over_into_and_out_move_by_calls_in_both_directions(stepped: Desk) -> None:
    press(stepped, Qt.Key.Key_Right)
    assert place(stepped) == ("<module>", 7, 1)
    press(stepped, Qt.Key.Key_F10)
    assert place(stepped) == ("<module>", 8, 1), "over f(1), which calls itself"
    press(stepped, Qt.Key.Key_F10, CTRL)
    assert place(stepped) == ("<module>", 7, 1)
    press(stepped, Qt.Key.Key_F11)
    assert place(stepped)[0] == "f"
    while place(stepped)[2] < 3:
        press(stepped, Qt.Key.Key_F11)
    press(stepped, Qt.Key.Key_F11, SHIFT)
    assert place(stepped) == ("f", 4, 2), "out of the inner call, back in the outer"
    press(stepped, Qt.Key.Key_F11, SHIFT | CTRL)
    assert place(stepped) == ("<module>", 7, 1)
    press(stepped, Qt.Key.Key_F11, CTRL)
    assert place(stepped) == ("<module>", 1, 1)


def test_space_plays_and_pauses_and_playing_ends_at_the_last_step(stepped: Desk) -> None:
    window = stepped.window
    window.transport.speed_slider.setValue(window.transport.speed_slider.maximum())
    press(stepped, Qt.Key.Key_Space)
    assert plays(stepped)
    stepped.until(lambda: window.player.step > 2)
    press(stepped, Qt.Key.Key_Space)
    assert not plays(stepped)
    press(stepped, Qt.Key.Key_Space)
    stepped.until(lambda: not plays(stepped))
    assert window.player.at_newest
    press(stepped, Qt.Key.Key_Space)
    assert plays(stepped), "from the last step it plays from the first"
    press(stepped, Qt.Key.Key_Right)
    assert not plays(stepped), "a step by hand ends playing"


def test_numbers_choose_the_level_and_it_is_remembered(stepped: Desk) -> None:
    for key, level in ((Qt.Key.Key_1, 1), (Qt.Key.Key_4, 4), (Qt.Key.Key_2, 2)):
        press(stepped, key)
        assert stepped.window.diagram.level == level
        assert stepped.window.diagram.levels.buttons[level - 1].isChecked()
    assert stepped.window.preferences.number("level", 1, 4, 3) == 2


def test_in_the_editor_arrows_space_and_numbers_are_the_editors(stepped: Desk) -> None:
    window = stepped.window
    editor = window.source.editor
    editor.setFocus()
    editor.go_to_line(1)
    stepped.until(editor.hasFocus)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_1):
        press(stepped, key)
    assert window.player.step == 1
    assert window.source.text.startswith(" 1def f(n):")
    assert not plays(stepped)
    press(stepped, Qt.Key.Key_F11)
    assert window.player.step == 2, "keys that no text needs step there too"


def test_space_presses_the_button_that_has_the_focus(stepped: Desk) -> None:
    button = stepped.window.transport.buttons["forward"]
    button.setFocus()
    stepped.until(button.hasFocus)
    press(stepped, Qt.Key.Key_Space)
    assert stepped.window.player.step == 2
    assert not plays(stepped)


def test_f6_goes_round_the_panes(stepped: Desk) -> None:
    window = stepped.window
    seen = []
    for _ in range(5):
        press(stepped, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    assert seen == [
        window.dock.area,
        window.transport.slider,
        window.header.menu_button,
        window.source.editor,
        window.diagram.view,
    ]
    press(stepped, Qt.Key.Key_F6, SHIFT)
    assert window.focusWidget() is window.source.editor


def test_f6_visits_all_visible_parts_and_goes_on_from_a_part_outside_them(stepped: Desk) -> None:
    window = stepped.window
    stepped.record_again("import sys\nprint(1)\nsys.exit('no')\n")
    window.player.last()
    window.watching.add(watched_name(window.player.state.frames[-1], "sys"))
    stepped.press("trace_table")
    window.diagram.notifications.undo.show_words(
        lambda: ("Gone.", ""), Action(lambda: "Undo", lambda: None)
    )
    output, (button, *_) = window.output, window.diagram.notifications.buttons
    window.source.record.setFocus()
    for pane in (
        *(window.source.editor, output.output, output.errors, window.diagram.view),
        *(button, window.trace.view, window.dock.area, window.transport.slider),
    ):
        press(stepped, Qt.Key.Key_F6)
        assert window.focusWidget() is pane
    for beside, before, behind in (
        (window.diagram.bar.levels.buttons[0], output.errors, window.diagram.view),
        (window.dock.bookmarks.field, window.trace.view, window.transport.slider),
    ):
        for modifier, next_one in ((NONE, behind), (SHIFT, before)):
            window.bookmarks.put(window.player.step, "here")
            beside.setFocus()
            press(stepped, Qt.Key.Key_F6, modifier)
            assert window.focusWidget() is next_one


def test_a_number_typed_in_the_step_field_leads_there_or_to_the_nearest(stepped: Desk) -> None:
    window = stepped.window
    press(stepped, Qt.Key.Key_G, CTRL)
    field = window.transport.step_field
    stepped.until(field.hasFocus)
    for typed, step in (("5", 5), ("999999", window.player.steps), ("0", 1), ("4m", 4), ("one", 4)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
        press(stepped, Qt.Key.Key_Return)
        assert window.player.step == step
        assert field.text() == str(step)
    field.setFocus()
    press(stepped, Qt.Key.Key_Up)
    assert window.player.step == 5


def test_from_the_step_field_one_steps_on(stepped: Desk) -> None:
    window = stepped.window
    window.source.editor.setFocus()
    press(stepped, Qt.Key.Key_G, CTRL)
    QTest.keyClicks(window.transport.step_field, "4")
    press(stepped, Qt.Key.Key_Return)
    press(stepped, Qt.Key.Key_Right)
    assert window.player.step == 5


def test_f5_behind_the_last_breakpoint_reports_it(stepped: Desk) -> None:
    window = stepped.window
    window.source.toggle_breakpoint(9)
    press(stepped, Qt.Key.Key_F5)
    assert place(stepped)[:2] == ("<module>", 9)
    assert not window.diagram.notifications.hint.isVisible()
    press(stepped, Qt.Key.Key_F5)
    assert window.player.at_newest
    assert "No more breakpoints after" in window.diagram.notifications.hint.accessibleName()
    press(stepped, Qt.Key.Key_Left)
    assert not window.diagram.notifications.hint.isVisible()


def test_b_sets_a_bookmark_and_puts_the_cursor_in_its_note(stepped: Desk) -> None:
    window = stepped.window
    press(stepped, Qt.Key.Key_B)
    field = window.dock.bookmarks.field
    stepped.until(field.hasFocus)
    QTest.keyClicks(field, "here")
    stepped.focus_diagram()
    assert window.bookmarks.note(1) == "here"
    press(stepped, Qt.Key.Key_B)
    assert window.bookmarks.note(1) is None
    assert not field.hasFocus()


def test_f6_shows_where_the_focus_is_until_it_goes_elsewhere(stepped: Desk) -> None:
    window = stepped.window
    press(stepped, Qt.Key.Key_F6)
    ring = window.findChild(FocusRing)
    assert ring is not None
    panes: list[QWidget | None] = [ring.pane]
    press(stepped, Qt.Key.Key_F6)
    panes.append(ring.pane)
    assert panes == [window.dock.area, window.transport.slider]
    window.source.editor.setFocus()
    stepped.until(lambda: ring.pane is None)


def test_the_slider_leads_to_every_step_and_marks_calls(stepped: Desk) -> None:
    window = stepped.window
    slider = window.transport.slider
    for step in range(window.player.steps, 0, -1):
        at = slider.rect().center()
        at.setX(round(slider.x_of(step)))
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, NONE, at)
        assert window.player.step == step
        assert slider.value() == step


def test_zoom_has_keys_and_shows_its_percentage(stepped: Desk) -> None:
    diagram = stepped.window.diagram
    before = diagram.zoom
    press(stepped, Qt.Key.Key_Plus, CTRL)
    assert diagram.zoom > before
    press(stepped, Qt.Key.Key_Minus, CTRL)
    assert diagram.zoom == before
    press(stepped, Qt.Key.Key_0, CTRL)


def test_a_click_on_an_object_selects_it_and_the_dock_follows_it(
    stepped: Desk,
) -> None:
    window = stepped.window
    window.player.last()
    names = dict(next(iter(window.player.state.globals.values())))
    serial = names["f"]
    box = window.diagram.scene.place_of(serial)
    assert box is not None
    view = window.diagram.view
    view.centerOn(box.x, box.y)
    at = view.mapFromScene(box.x + 12, box.y + 12)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    assert window.diagram.scene.selected == serial
    thing = window.player.state.heap[serial]
    shown = window.dock.inspector.text
    assert f"function #{serial}" in shown
    assert hex(thing.address) in shown
    assert f"{thing.size:,} B" in shown
    rows = accounts(window.player.state, serial)
    assert sum(row.count for row in rows) == thing.refcount
    sizes = size_parts(thing, address_space(window.player.state.memory))
    assert sizes
    assert shown.count('align="right"') == len(rows) + 1 + len(sizes)
    window.player.first()
    assert "does not exist" in window.dock.inspector.text
    window.dock.inspector.closed.emit()
    assert window.diagram.scene.selected is None


def test_the_inspector_shows_how_a_function_is_called(stepped: Desk) -> None:
    stepped.record_again("def mean(values, start=0, *rest):\n    return start\n\n\nx = 1\n")
    window = stepped.window
    window.player.last()
    serial = dict(next(iter(window.player.state.globals.values())))["mean"]
    window.select(serial)
    assert "mean(values, start=0, *rest)" in window.dock.inspector.text


def test_the_inspector_shows_a_life_and_its_steps_are_links(stepped: Desk) -> None:
    stepped.record_again("a = [1, 2]\nb = [a]\na = None\nb = None\nc = 1\n")
    window = stepped.window
    inspector = window.dock.inspector
    window.player.go_to(3)
    names = dict(next(iter(window.player.state.globals.values())))
    window.select(names["a"])
    stepped.until(lambda: "Looking through" not in inspector.text)
    assert "Why it is alive" in inspector.text
    assert "No name" not in inspector.text
    assert "freed" in inspector.text
    window.player.last()
    assert "does not exist" in inspector.text
    assert f"list #{names['b']}, which referred to it, was freed" in inspector.text
    links = re.findall(r'href="(step:\d+)"', inspector.text)
    assert links == ["step:2", "step:5"]
    inspector.follow(links[0])
    assert window.player.step == 2


@pytest.mark.parametrize("is_presenting", [False, True])
def test_a_key_opens_the_menu_also_in_a_presentation(stepped: Desk, is_presenting: bool) -> None:
    button, opened = stepped.window.header.menu_button, []
    button.clicked.disconnect()  # A menu needs a real screen.
    button.clicked.connect(lambda: opened.append(True))
    if is_presenting:
        stepped.press("present")
    assert button.isVisible() is not is_presenting
    press(stepped, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert opened == [True]
