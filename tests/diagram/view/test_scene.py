"""A scene that shows one sheet after another."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView
from pytestqt.qtbot import QtBot

from tests.diagram.sheets import (
    FRAME,
    HEADER,
    INDEX,
    NUMBERS,
    TITLE,
    alike,
    arrow,
    cells,
    frame,
    nested,
    placed,
    sheet,
    stub,
    tag,
)
from visualizer.diagram.items.box import BoxItem
from visualizer.diagram.items.hooks import Describer
from visualizer.diagram.motion.movement import FADE
from visualizer.diagram.view.scene import SheetScene
from visualizer.layout.blocks.block import Field, Form
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.picture import Key, Point, Rect, RegionKind, Slot, object_key
from visualizer.layout.sheet import Arrow, Ground, Placed, Sheet, TagKind

LIST = object_key(NUMBERS)
A = (FRAME, Slot("name", "a"))


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def scene(qtbot: QtBot, clock: Clock) -> SheetScene:
    made = SheetScene(clock=clock)
    made.motion.reduced = False
    return made


def show(scene: SheetScene, clock: Clock, shown: Sheet) -> None:
    """Show a later step, long after the previous one."""
    clock.now += 1000
    scene.show_sheet(shown)


def painted(scene: SheetScene) -> QImage:
    image = QImage(scene.sceneRect().size().toSize(), QImage.Format.Format_RGB32)
    image.fill(scene.look.colour("canvas"))
    painter = QPainter(image)
    scene.render(painter)
    painter.end()
    return image


def still(shown: Sheet, **settings: str) -> QImage:
    scene = SheetScene(**settings)  # type: ignore[arg-type]
    scene.show_sheet(shown)
    return painted(scene)


@pytest.fixture
def painting(monkeypatch: pytest.MonkeyPatch) -> list[Key]:
    """Collect the boxes that ask to be repainted."""
    asked: list[Key] = []
    update = QGraphicsItem.update

    def note(item: BoxItem, part: QRectF) -> None:
        asked.append(item.box.key)
        update(item, part)

    monkeypatch.setattr(BoxItem, "update", note)
    return asked


# ---- reconciling ----


def test_the_same_box_arrow_and_tag_keep_their_items(scene: SheetScene, clock: Clock) -> None:
    here = tag("b", Rect(200, 0, 30, 16))
    scene.show_sheet(sheet(tags=(here,)))
    before = [scene.shown.boxes[LIST], scene.shown.arrows[A], *scene.shown.tags.values()]
    there = tag("b", Rect(300, 30, 30, 16))
    show(scene, clock, sheet(260, 40, tags=(there,)))
    after = [scene.shown.boxes[LIST], scene.shown.arrows[A], *scene.shown.tags.values()]
    assert [id(item) for item in before] == [id(item) for item in after]


def test_the_same_sheet_again_paints_nothing_anew(
    scene: SheetScene, clock: Clock, painting: list[Key]
) -> None:
    scene.show_sheet(sheet())
    painting.clear()
    show(scene, clock, sheet())
    assert painting == []
    assert not scene.motion.moving


def test_only_changed_parts_are_painted_again(
    scene: SheetScene, clock: Clock, painting: list[Key]
) -> None:
    scene.show_sheet(sheet())
    painting.clear()
    show(scene, clock, sheet(changed=frozenset({(LIST, Slot("item", 1))})))
    assert painting == [LIST]
    painting.clear()
    show(scene, clock, sheet())
    assert painting == [LIST]


def test_a_mark_in_something_nested_belongs_to_the_box_around_it(
    scene: SheetScene, painting: list[Key]
) -> None:
    outer = placed(nested(cells("4", "5", form=Form.INLINED)), 170, 12, object_key(20))
    scene.show_sheet(sheet(boxes=(outer,), arrows=()))
    painting.clear()
    changed = frozenset({(LIST, Slot("item", 0))})
    scene.show_sheet(sheet(boxes=(outer,), arrows=(), changed=changed))
    assert painting == [object_key(20)]
    assert scene.shown.boxes[object_key(20)].marks.changed == changed


def test_objects_that_go_leave_and_objects_that_return_are_there(
    scene: SheetScene, clock: Clock
) -> None:
    scene.show_sheet(sheet())
    alone = sheet(boxes=sheet().boxes[:1], arrows=())
    show(scene, clock, alone)
    clock.now += FADE
    scene.motion.tick()
    assert [type(item) for item in scene.items()] == [BoxItem]
    show(scene, clock, sheet())
    clock.now += FADE
    scene.motion.tick()
    assert len(scene.items()) == 3
    assert painted(scene) == still(sheet())


def test_new_objects_are_marked_as_soon_as_they_are_there(scene: SheetScene, clock: Clock) -> None:
    scene.show_sheet(sheet(boxes=sheet().boxes[:1], arrows=()))
    show(scene, clock, sheet(outlines={NUMBERS: Outline.NEW}))
    assert scene.shown.boxes[LIST].marks.outlines == {NUMBERS: Outline.NEW}
    show(scene, clock, sheet())
    assert not scene.shown.boxes[LIST].marks.outlines


def test_names_of_one_kind_at_one_box_are_distinguished(scene: SheetScene) -> None:
    twice = (tag("x", Rect(200, 0, 30, 16)), tag("x", Rect(240, 0, 30, 16)))
    index = tag("x", Rect(200, 60, 30, 17), TagKind.INDEX)
    scene.show_sheet(sheet(tags=(*twice, index)))
    assert len(scene.shown.tags) == 3


# ---- moving ----


def test_a_box_glides_to_its_place_and_ends_there_exactly(scene: SheetScene, clock: Clock) -> None:
    scene.show_sheet(sheet())
    show(scene, clock, sheet(260, 43))
    item = scene.shown.boxes[LIST]
    seen: list[QPointF] = []
    for _ in range(4):
        seen.append(item.pos())
        clock.now += FADE / 4
        scene.motion.tick()
    assert seen[0] == QPointF(170, 12)
    across = [one.x() for one in seen]
    assert across == sorted(across)
    assert item.pos() == QPointF(260, 43)
    assert not scene.motion.moving


def test_its_arrow_goes_with_it(scene: SheetScene, clock: Clock) -> None:
    scene.show_sheet(sheet())
    before = scene.shown.arrows[A].points
    show(scene, clock, sheet(260, 43))
    item = scene.shown.arrows[A]
    assert tuple(item.points) == before
    clock.now += FADE / 2
    scene.motion.tick()
    assert before[-1].x < item.points[-1].x < 260
    clock.now += FADE
    scene.motion.tick()
    assert tuple(item.points) == item.arrow.points


def test_an_arrow_with_other_turns_fades_in(scene: SheetScene, clock: Clock) -> None:
    scene.show_sheet(sheet())
    show(scene, clock, sheet(arrows=(arrow((109, 32), (109, 90), (170, 90)),)))
    item = scene.shown.arrows[A]
    assert item.opacity() == 0
    scene.motion.finish()
    assert item.opacity() == 1


def test_new_boxes_fade_in_and_old_ones_out(scene: SheetScene, clock: Clock) -> None:
    scene.show_sheet(sheet(boxes=sheet().boxes[:1], arrows=()))
    show(scene, clock, sheet())
    item = scene.shown.boxes[LIST]
    clock.now += FADE / 2
    scene.motion.tick()
    assert 0 < item.opacity() < 1
    scene.motion.finish()
    assert item.opacity() == 1
    show(scene, clock, sheet(boxes=sheet().boxes[:1], arrows=()))
    clock.now += FADE / 2
    scene.motion.tick()
    assert 0 < item.opacity() < 1
    assert item.scene() is scene
    assert scene.box_at(QPointF(180, 20)) is None
    clock.now += FADE
    scene.motion.tick()
    assert item.scene() is None


def test_after_the_end_the_picture_is_the_still_one(scene: SheetScene, clock: Clock) -> None:
    scene.show_sheet(sheet())
    show(scene, clock, sheet(163, 40))
    assert painted(scene) != still(sheet(163, 40))
    scene.motion.finish()
    assert painted(scene) == still(sheet(163, 40))


def test_without_motion_everything_is_at_its_end_at_once(scene: SheetScene, clock: Clock) -> None:
    scene.motion.reduced = True
    scene.show_sheet(sheet())
    show(scene, clock, sheet(163, 40))
    assert painted(scene) == still(sheet(163, 40))
    assert not scene.motion.moving


def test_the_first_sheet_is_there_at_once(scene: SheetScene) -> None:
    scene.show_sheet(sheet())
    assert not scene.motion.moving
    assert all(item.opacity() == 1 for item in scene.items())


def test_a_step_that_comes_too_soon_ends_the_last_one(scene: SheetScene, clock: Clock) -> None:
    scene.show_sheet(sheet())
    show(scene, clock, sheet(boxes=sheet().boxes[:1], arrows=()))
    clock.now += 10
    scene.show_sheet(sheet())
    assert not scene.motion.moving
    assert painted(scene) == still(sheet())


# ---- looks ----


def test_another_theme_repaints_everything(scene: SheetScene) -> None:
    scene.show_sheet(sheet(changed=frozenset({A})))
    scene.set_theme("dark")
    assert painted(scene) == still(sheet(changed=frozenset({A})), theme="dark")


def test_a_view_that_caches_its_drawing_shows_the_same(scene: SheetScene, qtbot: QtBot) -> None:
    scene.show_sheet(sheet())
    view = QGraphicsView(scene)
    qtbot.addWidget(view)
    plain = view.viewport().grab().toImage()
    scene.shown.keep_drawn(True)
    kept = view.viewport().grab().toImage()
    places = [(x, y) for x in range(plain.width()) for y in range(plain.height())]
    # Painting onto existing pixels rounds differently from painting in one go.
    assert all(alike(kept.pixelColor(*at), plain.pixelColor(*at)) for at in places)


def test_a_ground_that_grows_beyond_all_before_is_painted_to_its_end(
    scene: SheetScene, qtbot: QtBot
) -> None:
    def ground(height: float) -> Sheet:
        rect = Rect(0, 0, 200, height)
        return sheet(bounds=rect, grounds=(Ground(RegionKind.HEAP, rect, "heap", ""),))

    with qtbot.waitSignal(scene.changed):
        scene.show_sheet(ground(150))
    with qtbot.waitSignal(scene.changed) as repainted:
        scene.show_sheet(ground(500))
    (regions,) = repainted.args or ([],)
    assert any(region.contains(QRectF(0, 0, 200, 500)) for region in regions)


def test_room_is_never_given_up_but_for_another_recording(scene: SheetScene) -> None:
    scene.show_sheet(sheet(300))
    wide = scene.sceneRect()
    scene.show_sheet(sheet(170))
    assert scene.sceneRect() == wide
    scene.reset()
    scene.show_sheet(sheet(170))
    assert scene.sceneRect().width() < wide.width()


def test_seen_from_afar_a_box_keeps_its_ground_and_its_mark(scene: SheetScene) -> None:
    scene.show_sheet(sheet(changed=frozenset({(LIST, Slot("item", 1))})))
    rect = scene.sceneRect()
    image = QImage((rect.size() * 0.25).toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(30)}
    assert scene.look.colour("changeLine").name() in colours


# ---- pointing ----


def in_cell(number: int) -> QPointF:
    return QPointF(170 + 5 + 30 * number + 15, 12 + TITLE + INDEX + 11)


def test_the_innermost_field_is_found(scene: SheetScene) -> None:
    outer = placed(nested(cells("4", "5", form=Form.INLINED)), 170, 12, object_key(20))
    scene.show_sheet(sheet(boxes=(outer,), arrows=()))
    found = scene.field_at(QPointF(170 + 74 + 10, 12 + TITLE + 3 + TITLE + INDEX + 5))
    assert found is not None
    assert (found[1].holder, found[1].slot) == (LIST, Slot("item", 0))
    assert scene.field_at(QPointF(172, 14)) is None
    assert scene.field_at(QPointF(900, 900)) is None


@pytest.mark.parametrize(
    ("at", "serial"),
    [
        (in_cell(1), 201),
        (QPointF(175, 20), NUMBERS),
        (QPointF(30, HEADER + 31), 101),
        (QPointF(30, HEADER + 10), None),
        (QPointF(30, 10), None),
    ],
    ids=["value", "card", "value in a frame", "name", "frame"],
)
def test_a_place_of_a_box_is_some_object_or_none(
    scene: SheetScene, at: QPointF, serial: int | None
) -> None:
    scene.show_sheet(sheet())
    item = scene.box_at(at)
    assert item is not None
    assert item.object_at(at - item.pos()) == serial


def test_selecting_lights_the_arrows_and_marks_the_boxes(scene: SheetScene, qtbot: QtBot) -> None:
    other = Arrow(FRAME, Slot("name", "b"), 9, FRAME, None, (Point(109, 60), Point(140, 60)))
    scene.show_sheet(sheet(arrows=(*sheet().arrows, other)))
    with qtbot.waitSignal(scene.object_selected) as told:
        scene.select(NUMBERS)
    assert told.args == [NUMBERS]
    assert [item.is_lit for item in scene.shown.arrows.values()] == [True, False]
    assert scene.shown.boxes[LIST].is_selected
    assert scene.shown.boxes[FRAME].marks.selected == NUMBERS
    scene.select(None)
    assert not any(item.is_lit for item in scene.shown.arrows.values())
    assert not scene.shown.boxes[LIST].is_selected


def test_selecting_a_distant_object_paints_nothing(scene: SheetScene, painting: list[Key]) -> None:
    far = placed(cells("1", serial=50), 500, 0, object_key(50))
    scene.show_sheet(sheet(boxes=(*sheet().boxes, far)))
    painting.clear()
    scene.select(NUMBERS)
    assert object_key(50) not in painting


def test_a_selected_object_is_still_selected_when_it_returns(
    scene: SheetScene, clock: Clock
) -> None:
    scene.show_sheet(sheet())
    scene.select(NUMBERS)
    show(scene, clock, sheet(boxes=sheet().boxes[:1], arrows=()))
    show(scene, clock, sheet())
    assert scene.shown.boxes[LIST].is_selected
    assert scene.shown.arrows[A].is_lit


def test_pointing_at_a_field_lights_its_arrow(scene: SheetScene, qtbot: QtBot) -> None:
    scene.show_sheet(sheet())
    box = scene.shown.boxes[FRAME].box
    with qtbot.waitSignal(scene.pointed_at) as told:
        scene.point_at_box(box, box.block.fields[0])
    assert told.args == [box, box.block.fields[0]]
    assert scene.shown.arrows[A].is_lit
    scene.point_away()
    assert not scene.shown.arrows[A].is_lit


class Named(Describer):
    def box_words(self, box: Placed, field: Field | None) -> str:
        return f"{box.key.name} {field.slot.name if field is not None else '-'}"

    def arrow_words(self, arrow: Arrow) -> str:
        return f"{arrow.slot.name} to {arrow.target}"


def test_the_owner_of_the_program_describes_the_visible_part(scene: SheetScene) -> None:
    scene.describer = Named()
    scene.show_sheet(sheet())
    field = scene.shown.boxes[FRAME].box.block.fields[1]
    assert scene.shown.boxes[FRAME].described() == "1 -"
    assert scene.shown.boxes[FRAME].described(field) == "1 b"
    assert scene.shown.arrows[A].described() == "a to 7"


def test_boxes_are_read_down_the_stack_and_then_by_column(scene: SheetScene) -> None:
    second = replace(placed(frame("x", key=Key("frame", 2)), 0, 90, Key("frame", 2)))
    first, of_list = sheet().boxes
    scene.show_sheet(sheet(boxes=(of_list, second, first), arrows=()))
    assert [box.key for box in scene.shown.reading_order()] == [FRAME, Key("frame", 2), LIST]


def test_a_stub_is_not_in_the_way_of_its_box(scene: SheetScene) -> None:
    scene.show_sheet(sheet(arrows=(stub("→ list", Rect(60, HEADER, 50, 21)),)))
    item = scene.shown.arrows[A]
    assert item.shape().isEmpty()
    assert item.boundingRect().contains(60, HEADER + 1)
