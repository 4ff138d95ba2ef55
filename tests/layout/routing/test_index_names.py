"""Several names at one cell, and arrows to the list that they index."""

from tests.layout.routing.scenes import FRAME, Scene, box, frame, wanted
from visualizer.layout.picture import Rect, object_key
from visualizer.layout.routing import IndexMark
from visualizer.layout.sheet import Tag

_NAMES = ("index", 0), ("largest", 0), ("right", 1), ("left", 2)
"""The names of a heap sort, and the cells that they index."""


def _tags_of_heap(wide: float) -> dict[str, Tag]:
    boxes = frame(300) | box(1, 200, 40, 7 * wide + 10, 70)
    cells = [Rect(205 + wide * n, 60, wide, 22) for n in range(7)]
    marks = [IndexMark(name, cells[n], object_key(1)) for name, n in _NAMES]
    arrow = wanted(boxes, FRAME, 1, 200)
    routes = Scene(boxes, [arrow], marks).route()
    return {str(tag.label.text): tag for tag in routes.tags}


def test_names_of_one_cell_that_reach_to_the_next_name_are_one_below_the_other() -> None:
    tags = _tags_of_heap(40)
    assert tags.keys() == {name for name, _ in _NAMES}
    lines = {name: tag.label.rect.y for name, tag in tags.items()}
    assert lines["index"] == lines["right"] == lines["left"] < lines["largest"]
    for name, n in _NAMES:
        rect = tags[name].label.rect
        assert rect.x < 225 + 40 * n < rect.right


def test_names_of_one_cell_with_room_before_the_next_name_share_a_line() -> None:
    assert _tags_of_heap(120).keys() == {"index largest", "right", "left"}


def test_an_arrow_ends_where_it_leaves_room_for_a_name_below_a_cell() -> None:
    tags = _tags_of_heap(30)
    assert tags["largest"].label.rect.y == tags["left"].label.rect.y == 111


def test_a_name_that_would_cross_the_edge_of_the_box_has_a_line_below_it() -> None:
    boxes = box(1, 200, 40, 136, 80)
    cells = [Rect(205 + 25 * n, 60, 25, 22) for n in (2, 4)]
    marks = [
        IndexMark(name, cell, object_key(1))
        for name, cell in zip(("leftIndex", "rightIndex"), cells, strict=True)
    ]
    first, second = Scene(boxes, [], marks).route().tags
    assert first.label.rect.bottom < 120 < second.label.rect.y
    for tag in first, second:
        assert 200 < tag.label.rect.x < tag.label.rect.right < 336
        assert tag.tip is not None
        assert tag.label.rect.x < tag.tip.x < tag.label.rect.right
