"""Boxes that make room for one that is larger than planned."""

from visualizer.layout.blocks.block import Block
from visualizer.layout.picture import Key, Rect, object_key
from visualizer.layout.placing.growing import with_room
from visualizer.layout.sheet import BoxKind, Placed


def placed(number: int, x: float, y: float, width: float = 100, height: float = 50) -> Placed:
    return Placed(object_key(number), BoxKind.CARD, x, y, Block(width, height))


def places(*boxes: Placed) -> dict[Key, tuple[float, float]]:
    """Return the boxes' places when the first of them was planned with 90 by 50 pixels."""
    made = with_room(boxes, {boxes[0].key: Rect(0, 0, 90, 50)})
    return {box.key: (box.x, box.y) for box in made}


def test_boxes_that_are_far_from_a_larger_one_stay() -> None:
    below, right = placed(2, 0, 1000), placed(3, 2000, 0)
    found = places(placed(1, 0, 0, 100, 60), below, right)
    assert found == {object_key(1): (0, 0), below.key: (0, 1000), right.key: (2000, 0)}


def test_boxes_in_the_way_move_as_far_as_necessary() -> None:
    one, two, three = placed(2, 0, 70), placed(3, 0, 160), placed(4, 0, 900)
    found = places(placed(1, 0, 0, 90, 110), one, two, three)
    assert [found[box.key] for box in (one, two, three)] == [(0, 128), (0, 196), (0, 900)]


def test_a_box_beside_one_that_moves_down_keeps_its_place_to_it() -> None:
    one, beside = placed(2, 0, 70), placed(3, 110, 90)
    found = places(placed(1, 0, 0, 90, 110), one, beside)
    assert found[one.key] == (0, 128)
    assert found[beside.key] == (110, 148)
