"""The second picture of a step: the address space below the diagram, or alone."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from pytestqt.qtbot import QtBot

from tests.layout.addresses.test_address_sheets import GROWING
from tests.shell.windows import Desk, open_desk
from visualizer.layout.picture import Key, object_key
from visualizer.model import address_space
from visualizer.shell.canvas.addresses import AddressPicture, Pictures

PROGRAM = """\
numbers = []
for n in range(6):
    numbers.append(n * 1000)
other = [1]
other = None
other = [2]
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path, level=4) as made:
        made.put_in(PROGRAM)
        made.record()
        yield made


def addresses(desk: Desk) -> AddressPicture:
    return desk.window.diagram.addresses


def serial(desk: Desk, name: str) -> int:
    return dict(next(iter(desk.window.player.state.globals.values())))[name]


def test_its_key_shows_it_below_the_diagram_then_alone_then_no_more(desk: Desk) -> None:
    picture, diagram = addresses(desk), desk.window.diagram.view
    seen = []
    for _ in range(3):
        desk.press("addresses")
        seen.append((diagram.isVisible(), picture.view.isVisible()))
    assert seen == [(True, True), (False, True), (True, False)]
    assert desk.window.preferences.number("pictures", 0, 2, 9) == 0


def test_a_slow_picture_waits_until_the_steps_pause(desk: Desk) -> None:
    picture, player = addresses(desk), desk.window.player
    desk.press("addresses")
    picture.patience = -1
    before = picture.scene.sheet
    for step in (3, 4, 5):
        player.go_to(step)
        assert picture.scene.sheet is before
    desk.until(lambda: picture.scene.sheet is not before)
    after = picture.scene.sheet
    picture.show_step()
    assert picture.scene.sheet == after


def test_it_is_remembered_and_from_then_on_free_blocks_are_recorded(desk: Desk) -> None:
    assert not address_space(desk.window.player.state.memory).has_free_lists
    desk.press("addresses")
    assert desk.window.preferences.number("pictures", 0, 2, 9) == Pictures.BOTH
    desk.record()
    desk.window.player.last()
    assert address_space(desk.window.player.state.memory).has_free_lists
    desk.window.view.recall()
    assert addresses(desk).pictures is Pictures.BOTH


def test_it_follows_the_steps(desk: Desk) -> None:
    desk.press("addresses")
    player = desk.window.player
    for step in (3, 8, 4, player.steps):
        player.go_to(step)
        sheet = addresses(desk).scene.sheet
        assert sheet is not None
        assert sheet.step == step


def test_an_object_selected_in_one_picture_is_selected_in_the_other(desk: Desk) -> None:
    desk.window.player.last()
    desk.press("addresses")
    picture, numbers = addresses(desk), serial(desk, "numbers")
    desk.window.diagram.scene.select(numbers)
    assert picture.scene.selected == numbers
    assert picture.scene.sheet is not None
    assert any(box.key.kind == "word" for box in picture.scene.sheet.boxes)
    other = serial(desk, "other")
    picture.scene.select(other)
    assert desk.window.diagram.scene.selected == other
    assert desk.window.dock.inspector.serial == other
    picture.scene.select(None)
    assert desk.window.diagram.scene.selected is None


def test_a_screen_reader_can_reach_all_of_it(desk: Desk) -> None:
    desk.window.player.last()
    desk.press("addresses")
    picture = addresses(desk)
    numbers = serial(desk, "numbers")
    assert picture.view.accessibleName()
    assert "list" in picture.scene.shown.boxes[object_key(numbers)].described()
    assert "6 of 8" in picture.scene.shown.boxes[Key("apart", numbers)].described()


def calls_to_show(desk: Desk, count: int) -> int:
    """Count the calls of composing a step with that many objects, each in a block of its own."""
    # From 3.15 on numbers to 1,024 never die.
    numbers = f"range(2000, {2000 + count})"
    desk.record_again(f"a = [n * 1000 for n in {numbers}]\nb = 1\nc = 2\n")
    player, calls = desk.window.player, 0
    player.last()
    addresses(desk).show_step()
    player.go_to(player.steps - 1)

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        addresses(desk).show_step()
    finally:
        sys.setprofile(None)
    return calls


def test_a_further_object_costs_thirty_calls_a_step(desk: Desk) -> None:
    desk.press("addresses")
    few, many = calls_to_show(desk, 100), calls_to_show(desk, 1000)
    assert many - few < 30 * (1000 - 100)


def test_sentences_describe_blocks_while_the_address_space_is_shown(desk: Desk) -> None:
    desk.put_in(GROWING)
    desk.window.player.show_level(1)
    desk.press("addresses")
    desk.record()
    keys = set()
    for step in range(1, desk.window.player.steps + 1):
        desk.window.player.go_to(step)
        keys |= {one.key for one in desk.window.player.sentences}
    assert {"text-in-place", "text-copied", "augmented-grown", "augmented-new"} <= keys
    assert not keys & {"object-new", "count-changed"}, "the level asks for values alone"
    desk.press("addresses")
    desk.press("addresses")
    assert not {one.level for one in desk.window.player.sentences} - {1}
