"""What was put elsewhere by hand goes back when the picture is tidied up."""

import threading

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.shell.test_foresight_feed import as_a_whole
from tests.shell.windows import PATIENCE, Desk
from visualizer.layout import Key, layout, object_key
from visualizer.shell.help_window import HelpWindow

PROGRAM = "a = [1, 2]\nb = [a, 3]\nc = {'b': b}\n"


def places(desk: Desk) -> dict[Key, tuple[float, ...]]:
    items = desk.window.diagram.scene.items_shown.boxes
    return {key: item.box.rect[:2] for key, item in items.items()}


def record(desk: Desk, program: str) -> None:
    """Until all of it is known to the picture of its last step."""
    desk.record_again(program)
    player, scene = desk.window.player, desk.window.diagram.scene
    player.last()

    def settled() -> bool:
        assert scene.picture is not None
        return scene.picture.boxes == as_a_whole(player, scene, player.state)

    desk.until(settled)


def test_tidying_up_forgets_what_was_moved(desk: Desk) -> None:
    record(desk, PROGRAM)
    scene, tidy = desk.window.diagram.scene, desk.window.commands["tidy"]
    before = places(desk)
    assert not tidy.isEnabled()
    card = next(item.box for item in scene.items_shown.boxes.values() if item.box.serial)
    desk.window.select(card.serial)
    QTest.keyClick(desk.window.diagram.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert places(desk)[card.key] != before[card.key]
    assert tidy.isEnabled()
    desk.press("tidy")
    assert places(desk) == before
    assert not tidy.isEnabled()


def test_another_recording_knows_nothing_of_it(desk: Desk) -> None:
    record(desk, PROGRAM)
    scene = desk.window.diagram.scene
    card = next(item.box for item in scene.items_shown.boxes.values() if item.box.serial)
    scene.arranging.nudge(card.key, 1, 0)
    assert desk.window.commands["tidy"].isEnabled()
    desk.record_again(PROGRAM + "d = c\n")
    assert not desk.window.commands["tidy"].isEnabled()


def test_the_list_of_keys_tells_how_to_move_a_card(desk: Desk) -> None:
    shown = HelpWindow(desk.window.words, desk.window.commands, desk.window)
    texts = [label.text() for label in shown.findChildren(QLabel)]
    assert texts[texts.index("Move the card") + 1] == "Alt+← ↑ → ↓"
    assert texts[texts.index("Tidy up") + 1] == "Ctrl+T"
    shown.close()


def test_a_container_inside_a_card_is_selected_and_moves_with_it(desk: Desk) -> None:
    record(desk, "a = [1, 2]\nd = [a, [a, 3]]\n")
    view, scene = desk.window.diagram.view, desk.window.diagram.scene
    item = next(item for item in scene.items_shown.boxes.values() if item.box.nested)
    inside = item.box.nested[0]
    plain = view.grab().toImage()
    at = view.mapFromScene(item.pos() + QPointF(60, inside.top + 10))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert scene.selected == inside.serial
    assert view.grab().toImage() != plain
    lit = [one.arrow for one in scene.items_shown.arrows.values() if one.lit]
    assert [arrow.holder for arrow in lit] == [object_key(inside.serial)]
    before = item.place
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert item.place.y() > before.y()


def test_what_takes_longer_is_said_and_can_be_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(desk, PROGRAM)
    scene, band = desk.window.diagram.scene, desk.window.diagram.bands.arranging
    before = places(desk)
    card = next(item.box for item in scene.items_shown.boxes.values() if item.box.serial)
    monkeypatch.setattr(layout, "MOST_AT_ONCE", 0)
    goes_on = threading.Event()
    prepare = layout.Layout.prepare
    monkeypatch.setattr(
        layout.Layout, "prepare", lambda made: (goes_on.wait(PATIENCE / 1000), prepare(made))
    )
    scene.arranging.nudge(card.key, 1, 0)
    desk.until(band.isVisible)
    desk.press("back")
    desk.press("forward")
    band.buttons[0].click()
    assert not band.isVisible()
    goes_on.set()
    assert places(desk) == before
    scene.arranging.nudge(card.key, 1, 0)
    desk.until(lambda: places(desk) != before)
    desk.press("tidy")
    desk.until(lambda: places(desk) == before)
    assert not desk.window.commands["tidy"].isEnabled()
