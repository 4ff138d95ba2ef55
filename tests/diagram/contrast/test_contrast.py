"""The sheet marks boxes and arrows that differ from another sheet, each with a sign."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.diagram.sheets import FRAME, NUMBERS, arrow, placed, sheet
from visualizer.diagram.contrast.contrast import Contrast, contrasted, difference_signs
from visualizer.diagram.contrast.picture import Side, picture_of_sides
from visualizer.diagram.contrast.scene import ContrastDescriber, ContrastScene
from visualizer.diagram.painting.look import Look
from visualizer.diagram.themes import theme
from visualizer.diagram.wording.describing import SheetDescriber
from visualizer.diagram.wording.known import Known
from visualizer.explain.comparison.differences import Kind, SideDifferences
from visualizer.layout.blocks.block import Block, Form, Shape
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.picture import Key, Rect, Slot, object_key
from visualizer.layout.sheet import Count, Sheet
from visualizer.model import State


def contrast(kind: Kind = Kind.SHARED, step: int = 1, **more: object) -> Contrast:
    """A contrast in which the first name of the frame refers to another object."""
    field = FRAME, first_slot()
    side = SideDifferences({field: kind}, {}, frozenset(), frozenset())
    found = Contrast(step, side, {}, {field: "it differs", object_key(NUMBERS): "the list differs"})
    return replace(found, **more)  # type: ignore[arg-type]


def first_slot() -> Slot:
    block = next(box.block for box in sheet().boxes if box.key == FRAME)
    return block.fields[0].slot


def test_fields_that_differ_are_marked_instead_of_those_that_the_step_changed() -> None:
    changed = frozenset({(FRAME, Slot("name", "other"))})
    made = sheet(changed=changed, outlines={NUMBERS: Outline.LESS, 20: Outline.LOST})
    found = contrasted(made, contrast())
    assert found.changed == {(FRAME, first_slot())}
    assert found.outlines == {20: Outline.LOST}
    assert contrasted(made, None).changed == frozenset()


def test_an_object_that_only_this_side_has_is_marked_as_new() -> None:
    side = SideDifferences({}, {NUMBERS: Kind.ONLY})
    assert contrasted(sheet(), contrast(side=side)).outlines == {NUMBERS: Outline.NEW}


def test_an_unreachable_object_that_only_this_side_has_is_marked_as_unreachable() -> None:
    side = SideDifferences({}, {NUMBERS: Kind.ONLY})
    made = sheet(outlines={NUMBERS: Outline.LOST})
    assert contrasted(made, contrast(side=side)).outlines == {NUMBERS: Outline.LOST}


def test_an_arrow_that_differs_is_stressed_and_no_other() -> None:
    way = arrow((0, 0), (9, 0), changed=True)
    kept = contrasted(sheet(arrows=(way,)), None).arrows[0]
    assert not kept.is_changed
    side = SideDifferences({way.key: Kind.OBJECT})
    assert contrasted(sheet(arrows=(way,)), contrast(side=side)).arrows[0].is_changed


def test_counts_are_compared_with_those_of_the_counterparts() -> None:
    made = sheet(counts={NUMBERS: Count(3, 2), 99: Count(1, 5)})
    found = contrasted(made, contrast(counts={NUMBERS: 7})).counts
    assert found == {NUMBERS: Count(3, 7), 99: Count(1, 1)}


@pytest.mark.parametrize("kind", [Kind.ONLY, Kind.VALUE, Kind.SHARED, Kind.APART, Kind.OBJECT])
def test_each_field_that_differs_has_a_sign(kind: Kind) -> None:
    (sign,) = difference_signs(sheet(), contrast(kind))
    assert (sign.box, sign.kind) == (FRAME, kind)


def test_a_call_that_only_this_side_has_gets_a_sign() -> None:
    side = SideDifferences(calls=frozenset({FRAME}))
    assert [sign.kind for sign in difference_signs(sheet(), contrast(side=side))] == [Kind.CALL]


def test_a_scene_marks_only_the_sheet_of_the_step_that_was_compared(qtbot: QtBot) -> None:
    scene = ContrastScene()
    made = sheet()
    scene.show_sheet(made)
    assert not scene.signs.items
    scene.compare(contrast(step=made.step))
    assert len(scene.signs.items) == 1
    assert scene.sheet is not None
    assert scene.sheet.changed == {(FRAME, first_slot())}
    scene.show_sheet(replace(made, step=made.step + 1))
    assert not scene.signs.items
    assert scene.contrast is None


def test_a_scene_marks_differences_in_place_of_changes(qtbot: QtBot) -> None:
    scene = ContrastScene()
    made = sheet(changed=frozenset({(FRAME, first_slot())}))
    field = made.boxes[0].block.fields[0]
    scene.show_sheet(made, Known(State()))
    assert "new" not in scene.describer.spoken_field(field)
    scene.compare(contrast(step=made.step))
    assert scene.describer.spoken_field(field).endswith(", it differs")


def test_signs_go_with_their_boxes(qtbot: QtBot) -> None:
    scene = ContrastScene()
    made = sheet()
    made = replace(made, boxes_by_key={box.key: box for box in made.boxes})
    scene.show_sheet(made)
    scene.compare(contrast(step=made.step))
    others = tuple(box for box in made.boxes if box.key != FRAME)
    emptied = replace(made, step=made.step + 1, boxes=others, arrows=(), tags=())
    scene.show_sheet(replace(emptied, boxes_by_key={box.key: box for box in others}))
    assert not scene.signs.items
    scene.show_sheet(made)
    assert len(scene.signs.items) == 1


def test_both_sides_are_painted_beside_each_other(qtbot: QtBot) -> None:
    made = sheet()
    made = replace(made, boxes_by_key={box.key: box for box in made.boxes})
    look = Look(theme("light"))
    one = Side("A", made, contrast(step=made.step))
    both = picture_of_sides([one, one], look, format="svg").decode()
    alone = picture_of_sides([one], look, format="svg").decode()
    width = [int(text.split('width="')[1].split("mm")[0].split(".")[0]) for text in (both, alone)]
    assert width[0] > 1.8 * width[1]


def with_stub(*members: int) -> Sheet:
    """A sheet whose list is folded into a stub for these objects."""
    made = sheet()
    block = Block(80, 22, [Shape(Rect(0, 0, 80, 22), Form.FOLDED)], stands_for=members)
    boxes = made.boxes[0], placed(block, 170, 12, STUB)
    return replace(made, boxes=boxes, boxes_by_key={box.key: box for box in boxes})


STUB = Key("nodes", 30)
LINK = object_key(31), Slot("attribute", "value")


def test_a_difference_in_folded_nodes_has_a_sign_at_their_stub() -> None:
    side = SideDifferences({LINK: Kind.VALUE}, {32: Kind.ONLY})
    (sign, *others) = difference_signs(with_stub(30, 31), contrast(side=side))
    assert (sign.box, sign.kind) == (STUB, Kind.VALUE)
    assert not others, "32 is drawn nowhere, and nothing stands for it"
    (sign, *others) = difference_signs(with_stub(30, 31, 32), contrast(side=side))
    assert sign.box == STUB
    assert not others, "one place has one sign"


def test_a_stub_names_the_difference_behind_it(qtbot: QtBot) -> None:
    made = with_stub(30, 31)
    found = contrast(step=made.step, words={LINK: "the value differs"})
    plain = SheetDescriber(made, Known(State()), "en")
    box = made.boxes_by_key[STUB]
    assert "the value differs" in ContrastDescriber(plain, found).box_words(box, None)
    assert "differs" not in ContrastDescriber(plain, contrast(words={})).box_words(box, None)


def test_a_difference_in_an_omitted_item_has_a_sign_at_the_container() -> None:
    side = SideDifferences({(object_key(NUMBERS), Slot("item", 99)): Kind.VALUE})
    (sign,) = difference_signs(sheet(), contrast(side=side))
    assert (sign.box, sign.x, sign.y) == (object_key(NUMBERS), 0, 0)


def test_a_difference_in_an_object_without_a_card_has_a_sign_at_its_slot() -> None:
    written = next(one for one in sheet().boxes[0].block.fields if one.target == 101)
    side = SideDifferences({(object_key(101), Slot("attribute", "x")): Kind.VALUE})
    (sign,) = difference_signs(sheet(), contrast(side=side))
    assert sign.box == FRAME
    assert written.rect.y <= sign.y <= written.rect.bottom


def test_a_difference_in_an_omitted_name_has_a_sign_at_the_frame() -> None:
    side = SideDifferences({(FRAME, Slot("name", "hidden")): Kind.VALUE})
    (sign,) = difference_signs(sheet(), contrast(side=side))
    assert (sign.box, sign.x, sign.y) == (FRAME, 0, 0)
