"""The scene keeps its items: updated, added and removed, never made anew."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsSceneHoverEvent
from pytestqt.qtbot import QtBot

from tests.diagram.scenes import know
from tests.layout.film import Film, call_example
from visualizer.diagram import THEMES, DiagramScene, DiagramView
from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.tool_tip import as_tool_tip
from visualizer.layout import Key, Mark

FILM = call_example()


@pytest.fixture
def scene(qtbot: QtBot) -> DiagramScene:
    made = DiagramScene()
    know(made, FILM)
    return made


def show(scene: DiagramScene, step: int, changes: bool = True) -> None:
    scene.show_step(FILM.states[step - 1], FILM.deltas[step - 1], changes)


def boxes(scene: DiagramScene) -> dict[Key, BoxItem]:
    return {item.box.key: item for item in scene.items() if isinstance(item, BoxItem)}


def arrows(scene: DiagramScene) -> list[ArrowItem]:
    return [item for item in scene.items() if isinstance(item, ArrowItem)]


def test_what_stays_in_the_picture_keeps_its_item(scene: DiagramScene) -> None:
    for step in range(2, len(FILM.states) + 1):
        show(scene, step - 1)
        before = boxes(scene)
        show(scene, step)
        now = boxes(scene)
        assert all(now[key] is before[key] for key in now.keys() & before.keys())


def test_going_back_leaves_nothing_of_later_steps(scene: DiagramScene) -> None:
    show(scene, 3)
    first = (boxes(scene).keys(), len(arrows(scene)))
    show(scene, 10)
    show(scene, 3)
    assert (boxes(scene).keys(), len(arrows(scene))) == first


def test_an_item_stands_where_its_box_says(scene: DiagramScene) -> None:
    show(scene, 10)
    for item in boxes(scene).values():
        assert (item.pos().x(), item.pos().y()) == item.box.rect[:2]


def test_without_changes_nothing_is_marked(scene: DiagramScene) -> None:
    show(scene, 10, changes=False)
    assert all(item.box.mark is Mark.NONE for item in boxes(scene).values())
    show(scene, 10)
    assert any(item.box.mark is Mark.NEW for item in boxes(scene).values())


def test_an_object_is_selected_by_a_click_and_let_go_beside_it(
    scene: DiagramScene, qtbot: QtBot
) -> None:
    view = DiagramView(scene)
    qtbot.addWidget(view)
    view.resize(900, 700)
    show(scene, 10)
    view.show()
    item = next(item for item in boxes(scene).values() if item.box.serial is not None)
    inside = view.mapFromScene(item.pos() + QPointF(20, 10))
    with qtbot.waitSignal(scene.object_selected) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert chosen.args == [item.box.serial]
    outside = view.mapFromScene(QPointF(4, -8))
    with qtbot.waitSignal(scene.object_selected) as let_go:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=outside)
    assert let_go.args == [0]


def test_the_arrows_of_what_is_selected_are_lit_and_the_others_step_back(
    scene: DiagramScene,
) -> None:
    show(scene, 10)
    serial = FILM.names["f2"]
    scene.select(serial)
    for item in arrows(scene):
        belongs = serial == item.arrow.target
        assert item.lit == belongs
        assert (item.opacity() == 1) == belongs


def test_a_selection_is_kept_while_its_object_is_out_of_the_picture(scene: DiagramScene) -> None:
    show(scene, 10)
    scene.select(FILM.names["f2"])
    show(scene, 1)
    assert all(item.opacity() == 1 for item in arrows(scene))
    show(scene, 10)
    assert any(item.lit for item in arrows(scene))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("level", [1, 2, 3, 4])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_theme_level_and_language_move_nothing(
    scene: DiagramScene, theme: str, level: int, language: str
) -> None:
    show(scene, 10)
    before = {key: item.box.rect for key, item in boxes(scene).items()}
    scene.set_theme(theme)
    scene.set_level(level)
    scene.set_language(language)
    assert {key: item.box.rect for key, item in boxes(scene).items()} == before
    assert scene.theme.name == theme


def test_a_click_on_an_arrow_head_still_finds_the_card(scene: DiagramScene) -> None:
    show(scene, 10)
    item = next(item for item in boxes(scene).values() if item.box.serial is not None)
    found = scene.items(item.pos() + QPointF(2, item.box.rect.height / 2))
    assert item in found
    assert scene.itemAt(item.pos() + QPointF(60, 12), QTransform()) is not None


def test_steps_are_shown_without_any_foresight_too(qtbot: QtBot) -> None:
    scene = DiagramScene()
    for step in (10, 2, 11, 5):
        show(scene, step)
        assert scene.picture is not None
        assert len(boxes(scene)) == len(scene.picture.boxes)


def test_another_recording_starts_from_nothing(scene: DiagramScene) -> None:
    show(scene, 10)
    other = Film()
    other.bind("only", other.list())
    other.step()
    scene.reset()
    scene.show_step(other.states[0], other.deltas[0])
    assert boxes(scene).keys() == {Key("globals", "prog.py"), Key("object", 1)}


def test_when_all_is_known_the_same_step_is_laid_out_anew(qtbot: QtBot) -> None:
    scene = DiagramScene()
    foresight = scene.new_foresight()
    scene.reset(foresight)
    for step, delta in enumerate(FILM.deltas, 1):
        foresight.add(delta)
        if step == 3:
            show(scene, 3)
    wide = scene.sceneRect().width()
    whole = scene.new_foresight()
    for delta in FILM.deltas:
        whole.add(delta)
    whole.close()
    scene.reset(whole)
    show(scene, 3)
    assert scene.picture is not None
    assert scene.sceneRect().width() < wide
    assert len(boxes(scene)) == len(scene.picture.boxes)


def test_an_arrow_says_in_words_what_it_means_when_pointed_at(
    scene: DiagramScene, qtbot: QtBot
) -> None:
    show(scene, 10)
    item = next(i for i in arrows(scene) if i.arrow.slot.name == "y")
    item.hoverEnterEvent(QGraphicsSceneHoverEvent())
    assert item.toolTip() == as_tool_tip("y in <module> refers to int 5")
    scene.set_language("ko")
    item.hoverEnterEvent(QGraphicsSceneHoverEvent())
    assert item.toolTip() == as_tool_tip("<module>의 y가 int 5를 가리킵니다")


def hover(item: BoxItem, x: float, y: float) -> None:
    event = QGraphicsSceneHoverEvent()
    event.setPos(QPointF(x, y))
    item.hoverMoveEvent(event)


def test_a_card_says_its_whole_address_where_addresses_are_shown(scene: DiagramScene) -> None:
    show(scene, 10)
    function = boxes(scene)[Key("object", FILM.names["f2"])]
    hover(function, 20, 5)
    assert f"0x{FILM.states[9].heap[FILM.names['f2']].address:x}" in function.toolTip()
    scene.set_level(1)
    hover(function, 20, 5)
    assert function.toolTip() == ""


def test_a_row_says_what_it_refers_to_and_lights_its_arrow_alone(scene: DiagramScene) -> None:
    show(scene, 10)
    module = boxes(scene)[Key("globals", "prog.py")]
    row = next(part for part in module.box.card.parts if part.slot.name == "f2")
    hover(module, 20, row.y + 5)
    assert module.toolTip() == as_tool_tip("f2 in <module> refers to function #1")
    assert {item.arrow.slot.name for item in arrows(scene) if item.lit} == {"f2"}
    hover(module, 20, 5)
    assert {item.lit for item in arrows(scene)} == {True, False}
    assert sum(item.lit for item in arrows(scene)) == len(
        [item for item in arrows(scene) if item.arrow.holder == module.box.key]
    )
    module.hoverLeaveEvent(QGraphicsSceneHoverEvent())
    assert all(item.opacity() == 1 and not item.lit for item in arrows(scene))


def test_what_is_pointed_at_lights_its_arrows_from_the_other_end_too(scene: DiagramScene) -> None:
    show(scene, 10)
    serial = FILM.names["f2"]
    hover(boxes(scene)[Key("object", serial)], 20, 5)
    for item in arrows(scene):
        assert item.lit == (item.arrow.target == serial)
        assert (item.opacity() == 1) == item.lit


def test_a_chip_shows_its_whole_way_while_it_is_selected_and_keeps_its_shape(qtbot: QtBot) -> None:
    film = Film()
    film.bind("mine", film.list())
    for _ in range(5):
        film.call("deeper", 2, it=film.names["mine"])
        film.step()
    film.step()
    scene = DiagramScene()
    know(scene, film)
    scene.show_step(film.states[-1], film.deltas[-1])
    chips = [item for item in arrows(scene) if item.arrow.chip]
    shapes = [item.shape() for item in chips]
    assert [len(item.points) for item in chips] == [2, 2, 2]
    scene.select(film.names["mine"])
    assert all(item.points == item.arrow.full and len(item.points) > 2 for item in chips)
    assert [item.shape() for item in chips] == shapes
    scene.select(None)
    assert [item.points for item in chips] == [item.arrow.points for item in chips]


def test_a_hint_is_broken_only_where_it_is_long_and_never_read_as_markup() -> None:
    assert as_tool_tip("") == ""
    assert "nowrap" in as_tool_tip("dict #4 · 0x7f997b6ce940 · 184 B")
    assert "<br>" in as_tool_tip("one\ntwo")
    long = as_tool_tip("<b>" + "long " * 40)
    assert "nowrap" not in long
    assert "&lt;b&gt;" in long
