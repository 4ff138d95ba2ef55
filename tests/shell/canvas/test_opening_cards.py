"""What a card leaves out is shown by a click or Enter, over steps, and folded again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsSceneHoverEvent
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.diagram.view.accessible import ViewInterface
from visualizer.diagram.view.meaning import hint_at
from visualizer.diagram.view.walk import Place
from visualizer.layout.blocks.block import Sign
from visualizer.layout.picture import object_key

PROGRAM = """\
numbers = list(range(57))
other = [1]
numbers.append(1)
other.append(2)
numbers.append(2)
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path, level=None) as found:
        found.record_again(PROGRAM)
        found.window.player.go_to(3)
        qtbot.waitUntil(lambda: found.window.diagram.feed.is_planned, timeout=60_000)
        yield found


def numbers(desk: Desk) -> int:
    return dict(next(iter(desk.window.player.state.globals.values())))["numbers"]


def shown(desk: Desk) -> int:
    """Return the number of items that the card of the list shows."""
    sheet, key = desk.window.diagram.shown_sheet, object_key(numbers(desk))
    assert sheet is not None
    fields = sheet.boxes_by_key[key].block.fields
    return len({one.slot for one in fields if one.holder == key})


def signs(desk: Desk) -> list[Sign]:
    sheet = desk.window.diagram.shown_sheet
    assert sheet is not None
    return sheet.boxes_by_key[object_key(numbers(desk))].block.signs


def place_of(desk: Desk, sign: Sign) -> QPointF:
    """Return the middle of a sign in the scene, after bringing it into view."""
    diagram = desk.window.diagram
    sheet = diagram.shown_sheet
    assert sheet is not None
    box = sheet.boxes_by_key[sign.holder]
    rect = QRectF(*sign.rect.moved(box.x, box.y))
    diagram.scene.motion.finish()
    diagram.view.centerOn(rect.center())
    return rect.center()


def trigger(desk: Desk, name: str) -> None:
    """Choose an entry of the menu, which must be filled."""
    next(one for one in desk.window.sheet_menu.menu.actions() if one.objectName() == name).trigger()


def click(desk: Desk, sign: Sign) -> None:
    view = desk.window.diagram.view
    at: QPoint = view.mapFromScene(place_of(desk, sign))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_the_sign_shows_every_item_over_steps_and_a_second_one_folds(
    desk: Desk,
) -> None:
    player = desk.window.player
    assert shown(desk) < 30
    click(desk, signs(desk)[0])
    assert shown(desk) == 57
    for step in (4, 5, 6, 5, 4, 3):
        if step <= player.steps:
            player.go_to(step)
            assert shown(desk) == len(player.state.heap[numbers(desk)].content.items)  # type: ignore[union-attr]
    click(desk, signs(desk)[0])
    assert shown(desk) < 30


def test_nothing_is_covered_by_the_opened_card(desk: Desk) -> None:
    click(desk, signs(desk)[0])
    sheet = desk.window.diagram.shown_sheet
    assert sheet is not None
    boxes = [box.rect for box in sheet.boxes]
    assert not any(one.overlaps(two) for one in boxes for two in boxes if one is not two)


def test_enter_at_the_sign_opens_and_folds_and_escape_folds(desk: Desk) -> None:
    view = desk.window.diagram.view
    key = object_key(numbers(desk))
    view.setFocus()
    view.walk.point(None, None)
    at = Place(key, signs(desk)[0][:2])
    assert at in view.walk.order()
    while view.walk.at != at:
        assert view.walk.step(1)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert shown(desk) == 57
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert shown(desk) < 30
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert shown(desk) == 57
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert shown(desk) == 57, "the first Escape leaves the place"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert shown(desk) < 30


def test_enter_at_the_card_opens_and_folds_it(desk: Desk) -> None:
    view = desk.window.diagram.view
    view.setFocus()
    while view.walk.at != Place(object_key(numbers(desk))):
        assert view.walk.step(1, boxes_only=True)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert shown(desk) == 57
    assert desk.window.diagram.scene.selected == numbers(desk)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert shown(desk) < 30


def test_the_tool_tip_and_a_screen_reader_say_what_the_sign_does(desk: Desk) -> None:
    diagram = desk.window.diagram
    sign = signs(desk)[0]
    hint = hint_at(diagram.scene, place_of(desk, sign))
    assert hint is not None
    assert hint.words == f"Show {sign.left_out} more"
    assert diagram.view.walk.words(Place(sign.holder, sign[:2])) == hint.words
    click(desk, sign)
    assert diagram.view.walk.words(Place(sign.holder, sign[:2])) == "Show fewer"


def test_only_over_a_sign_a_box_has_a_pointer_of_its_own(desk: Desk) -> None:
    """The view shows its own, such as the hand that moves the picture, over the rest of the box."""
    sign, scene = signs(desk)[0], desk.window.diagram.scene
    item = scene.shown.boxes[sign.holder]
    for at, has_own in (
        (QRectF(*sign.rect).center(), True),
        (QPointF(1, 1), False),
    ):
        event = QGraphicsSceneHoverEvent(QEvent.Type.GraphicsSceneHoverMove)
        event.setPos(at)
        event.setScenePos(item.mapToScene(at))
        item.hoverMoveEvent(event)
        assert item.hasCursor() == has_own


def test_opened_cards_stay_when_the_program_is_recorded_again(desk: Desk) -> None:
    click(desk, signs(desk)[0])
    desk.record_again(PROGRAM.replace("other = [1]", "other = [5]"))
    desk.window.player.go_to(3)
    assert shown(desk) == 57


def test_a_screen_reader_presses_the_sign(desk: Desk) -> None:
    view = desk.window.diagram.view
    root = QAccessible.queryAccessibleInterface(view)
    assert isinstance(root, ViewInterface)
    sign = signs(desk)[0]
    button = root.interface(Place(sign.holder, sign[:2]))
    assert button.role() is QAccessible.Role.Button
    action = button.actionInterface()
    action.doAction(action.actionNames()[0])
    assert shown(desk) == 57


def test_the_menu_of_the_card_opens_and_folds_it(desk: Desk) -> None:
    menu, scene = desk.window.sheet_menu, desk.window.diagram.scene
    for key, items in (("open_places", 57), ("fold_places", 30)):
        scene.select(numbers(desk))
        menu.fill_at_focus()
        trigger(desk, key)
        assert shown(desk) == items or (items == 30 and shown(desk) < items)


def test_a_partly_opened_card_is_folded_by_its_menu_and_by_enter(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path, level=None) as desk:
        desk.record_again("numbers = list(range(2200))\nother = [1]\n")
        desk.window.player.go_to(3)
        qtbot.waitUntil(lambda: desk.window.diagram.feed.is_planned, timeout=60_000)
        usual, menu, view = shown(desk), desk.window.sheet_menu, desk.window.diagram.view
        view.sheets.select(numbers(desk))
        for fold in (lambda: trigger(desk, "fold_places"), view.walk.follow):
            menu.fill_at_focus()
            trigger(desk, "open_places")
            assert usual < shown(desk) < 2200
            menu.fill_at_focus()
            fold()
            assert shown(desk) == usual


def test_a_sign_opens_the_places_where_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path, level=None) as desk:
        desk.record_again("numbers = list(range(2200))\nnumbers[1100] = 5\nother = [1]\n")
        desk.window.player.go_to(3)
        qtbot.waitUntil(lambda: desk.window.diagram.feed.is_planned, timeout=60_000)
        first, second = (sign.left_out for sign in signs(desk))
        click(desk, signs(desk)[1])
        after = [sign.left_out for sign in signs(desk) if sign.left_out]
        assert abs(after[0] - first) < 10
        assert abs(after[1] - (second - 1_000)) < 10


@pytest.mark.parametrize(
    "program",
    [
        "numbers = list(range(120))\nnumbers[60] = 5\n",
        "numbers = dict(enumerate(range(120)))\nnumbers[60] = 5\n",
        "numbers = [{'n': n} for n in range(120)]\nnumbers[60] = {'n': 5}\n",
    ],
)
@pytest.mark.parametrize("which", [0, 1])
def test_a_sign_leaves_another_gap_until_its_own_sign_is_followed(
    qtbot: QtBot, tmp_path: Path, program: str, which: int
) -> None:
    with open_desk(qtbot, tmp_path, level=None) as desk:
        desk.record_again(program)
        desk.window.player.go_to(desk.window.player.steps)
        qtbot.waitUntil(lambda: desk.window.diagram.feed.is_planned, timeout=60_000)
        kept = signs(desk)[1 - which]
        click(desk, signs(desk)[which])
        other, fold = signs(desk)
        assert (other.slot, other.left_out, fold.left_out) == (kept.slot, kept.left_out, 0)
        click(desk, other)
        assert [sign.left_out for sign in signs(desk)] == [0]
