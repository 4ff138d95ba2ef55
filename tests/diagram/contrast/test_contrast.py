"""Differences from another sheet mark boxes and arrows, and each has a sign."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.diagram.sheets import FRAME, NUMBERS, arrow, sheet
from visualizer.diagram.contrast.contrast import Contrast, contrasted, signs_of
from visualizer.diagram.contrast.picture import Side, picture_of_sides
from visualizer.diagram.contrast.scene import ContrastScene
from visualizer.diagram.painting.look import Look
from visualizer.diagram.themes import theme
from visualizer.explain.comparison.differences import Kind, SideDifferences
from visualizer.layout.picture import Slot, object_key
from visualizer.layout.sheet import Count


def contrast(kind: Kind = Kind.SHARED, step: int = 1, **more: object) -> Contrast:
    """The first name of the frame refers to something else."""
    field = FRAME, first_slot()
    side = SideDifferences({field: kind}, {}, frozenset(), frozenset())
    found = Contrast(step, side, {}, {field: "it differs", object_key(NUMBERS): "the list differs"})
    return replace(found, **more)  # type: ignore[arg-type]


def first_slot() -> Slot:
    block = next(box.block for box in sheet().boxes if box.key == FRAME)
    return block.fields[0].slot


def test_fields_that_differ_are_marked_instead_of_those_that_the_step_changed() -> None:
    made = sheet(changed=frozenset({(FRAME, Slot("name", "other"))}), new=frozenset({NUMBERS}))
    found = contrasted(made, contrast())
    assert found.changed == {(FRAME, first_slot())}
    assert found.new == frozenset()
    assert contrasted(made, None).changed == frozenset()


def test_an_object_that_only_this_side_has_is_marked_as_new() -> None:
    side = SideDifferences({}, {NUMBERS: Kind.ONLY})
    assert contrasted(sheet(), contrast(side=side)).new == {NUMBERS}


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
    (sign,) = signs_of(sheet(), contrast(kind))
    assert (sign.box, sign.kind) == (FRAME, kind)


def test_a_call_that_only_this_side_has_gets_a_sign() -> None:
    side = SideDifferences(calls=frozenset({FRAME}))
    assert [sign.kind for sign in signs_of(sheet(), contrast(side=side))] == [Kind.CALL]


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
