"""Moves beyond a step: to breakpoints, to the cursor, to changes of an object; the list of keys."""

import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.shell.windows import Desk, press
from visualizer.model import Scalar
from visualizer.shell.commands.actions import COMMANDS
from visualizer.shell.commands.command_list import HelpWindow
from visualizer.shell.playback.player import SPEEDS
from visualizer.shell.source.signs import Sign

PROGRAM = """\
def twice(n):
    return n * 2


seen = []
for n in (1, 2, 3):
    seen.append(twice(n))
other = [4]
end = 1
"""
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stepped(desk: Desk) -> Desk:
    """A window with a recording, its diagram focused."""
    desk.record_again(PROGRAM)
    desk.focus_diagram()
    return desk


def line(desk: Desk) -> int:
    step = desk.window.player.state.step
    assert step is not None
    return step.line


def press_beside(desk: Desk, number: int) -> None:
    """Click the gutter at a line."""
    editor = desk.window.source.editor
    box = next(box for found, box in editor.visible_lines() if found == number)
    at = QPoint(8, round(box.center().y()))
    QTest.mouseClick(editor.gutter, Qt.MouseButton.LeftButton, NONE, at)


def breakpoints(desk: Desk) -> set[int]:
    return {number for _, number in desk.window.source.breakpoints.places}


def test_it_runs_from_breakpoint_to_breakpoint_both_ways_and_then_to_the_end(
    stepped: Desk,
) -> None:
    press_beside(stepped, 2)
    press_beside(stepped, 8)
    assert breakpoints(stepped) == {2, 8}
    assert stepped.window.diagram.view.hasFocus(), "keys that step work at once"
    came = []
    for _ in range(5):
        press(stepped, Qt.Key.Key_F5)
        came.append(line(stepped))
    assert came == [2, 2, 2, 8, 9]
    assert stepped.window.player.at_newest
    back = []
    for _ in range(5):
        press(stepped, Qt.Key.Key_F5, CTRL)
        back.append(line(stepped))
    assert back == [8, 2, 2, 2, 1]
    assert stepped.window.player.step == 1


def test_a_click_beside_a_line_or_f9_sets_a_breakpoint_and_takes_it_away(stepped: Desk) -> None:
    window = stepped.window
    editor = window.source.editor
    press_beside(stepped, 5)
    assert breakpoints(stepped) == {5}
    picture = editor.gutter.grab().toImage()
    box = next(box for found, box in editor.visible_lines() if found == 5)
    scale = picture.devicePixelRatio()
    dot = picture.pixelColor(round(10 * scale), round(box.center().y() * scale))
    assert dot.name() == editor.annotations.sign_colour(Sign.BREAKPOINT).name()
    press_beside(stepped, 5)
    assert breakpoints(stepped) == set()
    stepped.press("forward")
    press(stepped, Qt.Key.Key_F9)
    assert breakpoints(stepped) == {line(stepped)}, "the line of the step, where nobody writes"
    editor.setFocus()
    stepped.until(editor.hasFocus)
    editor.go_to_line(8)
    press(stepped, Qt.Key.Key_F9)
    assert 8 in breakpoints(stepped)


def test_a_breakpoint_goes_along_with_its_line_and_not_into_another_program(
    stepped: Desk,
) -> None:
    window = stepped.window
    press_beside(stepped, 8)
    start = QTextCursor(window.source.editor.document())
    start.insertText("# a line\n# another\n")
    assert breakpoints(stepped) == {10}
    stepped.record()
    press(stepped, Qt.Key.Key_F5)
    assert line(stepped) == 10
    stepped.press("new")
    assert breakpoints(stepped) == set()


def test_playing_pauses_at_a_breakpoint(stepped: Desk) -> None:
    window = stepped.window
    press_beside(stepped, 8)
    window.playback.set_speed(SPEEDS[-1])
    press(stepped, Qt.Key.Key_Space)
    stepped.until(lambda: not window.playback.playing)
    assert line(stepped) == 8
    assert not window.player.at_newest
    press(stepped, Qt.Key.Key_Space)
    stepped.until(lambda: not window.playback.playing)
    assert window.player.at_newest


def test_ctrl_enter_goes_to_the_line_of_the_text_cursor(stepped: Desk) -> None:
    window = stepped.window
    editor = window.source.editor
    editor.setFocus()
    stepped.until(editor.hasFocus)
    text = window.source.text
    for number, reached in ((7, 7), (7, 7), (8, 8), (5, 5)):
        before = window.player.step
        editor.go_to_line(number)
        press(stepped, Qt.Key.Key_Return, CTRL)
        assert line(stepped) == reached
        assert window.player.step != before
    here = window.player.step
    editor.go_to_line(4)
    press(stepped, Qt.Key.Key_Return, CTRL)
    assert window.player.step == here
    assert window.diagram.notifications.hint.isVisible(), "it is said that there is no such step"
    assert window.source.text == text
    stepped.press("forward")
    assert not window.diagram.notifications.hint.isVisible()


def test_escape_leads_from_the_code_to_the_diagram(stepped: Desk) -> None:
    window = stepped.window
    window.source.editor.setFocus()
    stepped.until(window.source.editor.hasFocus)
    press(stepped, Qt.Key.Key_Escape)
    assert window.diagram.view.hasFocus()


def test_a_step_shows_its_line_from_its_beginning(desk: Desk) -> None:
    desk.record_again(f"x = [{'1, ' * 200}]\ny = 2\n")
    bar = desk.window.source.editor.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    desk.press("forward")
    assert bar.value() == 0


def test_an_empty_program_has_no_bytecode(desk: Desk) -> None:
    desk.record_again("")
    assert desk.window.player.step
    assert not desk.window.dock.bytecode.isVisible()


def test_n_goes_to_each_change_of_the_selected_object_and_shift_n_back(stepped: Desk) -> None:
    window, player = stepped.window, stepped.window.player
    notification = window.diagram.notifications.hint
    press(stepped, Qt.Key.Key_N)
    assert player.step == 1
    assert "selected" in notification.accessibleName()
    player.last()
    serial = dict(next(iter(player.state.globals.values())))["seen"]
    changed = []
    for number in range(1, player.steps + 1):
        player.go_to(number)
        assert player.delta is not None
        if any(change.serial == serial for change in player.delta.objects):
            changed.append(number)
    assert len(changed) > 3
    player.first()
    window.select(serial)
    window.diagram.view.setFocus()
    came = []
    for _ in changed:
        press(stepped, Qt.Key.Key_N)
        came.append(player.step)
    assert came == changed
    press(stepped, Qt.Key.Key_N)
    assert player.step == changed[-1]
    assert "after" in notification.accessibleName()
    for number in reversed(changed[:-1]):
        press(stepped, Qt.Key.Key_N, SHIFT)
        assert player.step == number


def test_every_move_is_in_the_menu_with_the_key_of_the_map(desk: Desk) -> None:
    keys = {
        "first": "Home", "last": "End", "back": "Left", "forward": "Right", "play": "Space",
        "into": "F11", "over": "F10", "out": "Shift+F11", "into_back": "Ctrl+F11",
        "over_back": "Ctrl+F10", "out_back": "Ctrl+Shift+F11", "to_cursor": "Ctrl+Return",
        "next_change": "N", "previous_change": "Shift+N", "to_breakpoint": "F5",
        "to_breakpoint_back": "Ctrl+F5", "breakpoint": "F9", "ten_back": "PgUp",
        "ten_forward": "PgDown", "go_to_step": "Ctrl+G",
    }  # fmt: skip
    menus = desk.window.findChildren(QMenu)
    listed = [action for part in menus for action in part.actions()]
    for key, written in keys.items():
        action = desk.window.commands[key]
        assert action in listed
        assert action.shortcut().toString() == written


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_list_of_keys_has_all_commands_and_can_be_searched(desk: Desk, language: str) -> None:
    window = desk.window
    window.words.speak(language)
    listed = HelpWindow(window.words, window.commands, window)
    desk.qtbot.addWidget(listed)
    commands, field = listed.list, listed.list.search
    assert len(commands.shown) >= len(COMMANDS)
    listed.show()
    bar = commands.tree.horizontalScrollBar()
    assert bar.maximum() == 0, "names and keys are whole"
    QTest.keyClicks(field, "f5")
    keys = [keys for _, keys in commands.shown]
    assert keys
    assert all("F5" in written for written in keys)
    field.setText(window.words("command.to_cursor").upper())
    assert commands.shown == [(window.words("command.to_cursor"), "Ctrl+Enter")]
    field.setText("no such thing")
    assert commands.shown == []
    field.clear()
    assert len(commands.shown) >= len(COMMANDS)


JUMPS = """\
def twice(n):
    if n == 2:
        raise ValueError("two")
    return n * 2


kept = []
for n in (1, 2, 3):
    try:
        kept.append(twice(n))
    except ValueError:
        print("no", n)
del kept
end = 1
"""


@pytest.fixture
def jumping(desk: Desk) -> Desk:
    desk.record_again(JUMPS)
    desk.focus_diagram()
    return desk


def came(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier, times: int) -> list[str]:
    """Press a key several times; return the event and line of each new step."""
    found = []
    for _ in range(times):
        before = desk.window.player.step
        press(desk, key, modifiers)
        step = desk.window.player.state.step
        assert step is not None
        found.append("" if step.number == before else f"{step.event} {step.line}")
    return found


def test_one_jumps_to_output_and_exceptions_both_ways(jumping: Desk) -> None:
    assert came(jumping, Qt.Key.Key_O, NONE, 2) == ["line 8", ""]
    assert jumping.window.diagram.notifications.hint.isVisible()
    assert came(jumping, Qt.Key.Key_O, SHIFT, 1) == [""]
    jumping.window.player.first()
    assert came(jumping, Qt.Key.Key_E, NONE, 3) == ["exception 3", "exception 10", ""]
    assert came(jumping, Qt.Key.Key_E, SHIFT, 2) == ["exception 3", ""]


def test_one_jumps_to_calls_and_returns_of_the_function_one_is_in(jumping: Desk) -> None:
    jumping.go_to_first(lambda state: state.frames[-1].function == "twice")
    first = jumping.window.player.step
    assert came(jumping, Qt.Key.Key_R, NONE, 1) == ["return 4"]
    assert came(jumping, Qt.Key.Key_C, NONE, 3) == ["call 1", "call 1", ""]
    assert came(jumping, Qt.Key.Key_C, SHIFT, 2)[0] == "call 1"
    assert jumping.window.player.step == first


def test_one_jumps_to_the_ends_of_an_objects_life(jumping: Desk) -> None:
    window, player = jumping.window, jumping.window.player
    press(jumping, Qt.Key.Key_BracketLeft)
    assert window.diagram.notifications.hint.isVisible(), "nothing is selected yet"
    jumping.go_to_first(lambda state: "kept" in dict(state.globals["program.py"]))
    born = player.step
    window.diagram.scene.select(dict(player.state.globals["program.py"])["kept"])
    press(jumping, Qt.Key.Key_BracketRight)
    assert line(jumping) == 14
    press(jumping, Qt.Key.Key_BracketLeft)
    assert player.step == born


NAMES = """\
def count(n):
    total = 0
    for i in range(n):
        total += i
    return total


def outer():
    def count(n):
        return n
    return count(1)


x = count(2)
y = outer()
x = [count(3)]
x.append(4)
del x
end = 1
"""


@pytest.fixture
def naming(desk: Desk) -> Desk:
    desk.record_again(NAMES)
    desk.focus_diagram()
    return desk


def click_name(desk: Desk, card: str, name: str) -> None:
    """Click a name's row in the card of a module or a call."""
    view, scene = desk.window.diagram.view, desk.window.diagram.scene
    boxes = [item for item in scene.shown.boxes.values() if item.box.block.words]
    item = next(one for one in boxes if scene.look.translate(one.box.block.words[0].text) == card)
    field = next(one for one in item.box.block.fields if one.slot.name == name)
    middle = item.mapToScene(40.0, field.rect.y + field.rect.height / 2)
    view.ensureVisible(QRectF(middle, QSizeF(1, 1)))
    at = view.mapFromScene(middle)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, at)


def test_a_jump_without_a_target_names_the_missing_thing(stepped: Desk) -> None:
    hint = stepped.window.diagram.notifications.hint
    stepped.press("next_exception")
    assert hint.accessibleName() == "There is no next exception."
    stepped.window.words.speak("ko")
    assert hint.accessibleName() == "다음 예외가 없습니다."


def test_n_goes_to_each_change_of_a_name_that_was_clicked(naming: Desk) -> None:
    player, notification = naming.window.player, naming.window.diagram.notifications.hint
    naming.go_to_first(lambda state: "x" in dict(state.globals["program.py"]))
    first = player.step
    click_name(naming, "module", "x")
    # The next binding and the deletion count; a change of its list does not.
    assert came(naming, Qt.Key.Key_N, NONE, 3) == ["line 17", "line 19", ""]
    assert "name" in notification.accessibleName()
    assert came(naming, Qt.Key.Key_N, SHIFT, 3) == ["line 17", "line 15", ""]
    assert player.step == first


def test_a_name_of_a_function_is_that_of_all_its_calls(naming: Desk) -> None:
    player = naming.window.player
    naming.go_to_first(
        lambda state: bool(state.frames) and "total" in dict(state.frames[-1].locals)
    )
    click_name(naming, "count", "total")
    values = []
    while came(naming, Qt.Key.Key_N, NONE, 1) != [""]:
        frame = next(one for one in player.state.frames if one.function == "count")
        thing = player.state.heap[dict(frame.locals)["total"]].content
        assert isinstance(thing, Scalar)
        values.append(thing.text)
    assert values == ["1", "0", "1", "3"], "not at n, i, nor at the other function of that name"


def test_another_row_or_an_object_is_gone_to_instead(naming: Desk) -> None:
    window, player = naming.window, naming.window.player
    naming.go_to_first(lambda state: state.step is not None and state.step.line == 17)
    click_name(naming, "module", "x")
    press(naming, Qt.Key.Key_N)
    assert line(naming) == 19
    press(naming, Qt.Key.Key_N, SHIFT)
    window.select(dict(player.state.globals["program.py"])["x"])
    press(naming, Qt.Key.Key_N)
    assert player.delta is not None
    assert any(change.serial == window.diagram.scene.selected for change in player.delta.objects)


def test_functions_that_share_a_name_are_distinguished(naming: Desk) -> None:
    player = naming.window.player
    naming.go_to_first(lambda state: bool(state.frames) and state.frames[-1].function == "count")
    assert came(naming, Qt.Key.Key_C, NONE, 2) == ["call 1", ""]
    assert came(naming, Qt.Key.Key_R, NONE, 2) == ["return 5", ""]
    assert came(naming, Qt.Key.Key_R, SHIFT, 2) == ["return 5", ""]
    while line(naming) != 10:
        player.forward()
    assert came(naming, Qt.Key.Key_C, NONE, 1) == [""]
    assert came(naming, Qt.Key.Key_R, NONE, 2) == ["return 10", ""]
