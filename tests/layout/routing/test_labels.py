"""The places of stubs, tags and names under cells."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.layout.routing.scenes import (
    FRAME,
    MEASURE,
    Scene,
    box,
    frame,
    labels_of,
    scenes,
    wanted,
)
from visualizer.layout.blocks.block import Side
from visualizer.layout.measure import TextStyle
from visualizer.layout.picture import Point, Rect, object_key
from visualizer.layout.placing.unit import Size
from visualizer.layout.routing import IndexMark, Rank, Router
from visualizer.layout.routing.labels import STUB_STYLE, Labels, shorten
from visualizer.layout.routing.plane import Plane
from visualizer.layout.sheet import TagKind

some = settings(max_examples=50)


@some
@given(scene=scenes())
def test_no_stub_and_no_tag_stands_over_a_box_or_another_label(scene: Scene) -> None:
    routes = scene.route()
    inside = [
        one.room
        for one, arrow in zip(scene.wanted, routes.arrows, strict=True)
        if one.room is not None and arrow.stub is not None
    ]
    signs = [one.stub.rect for one in routes.arrows if one.stub and one.stub.text == "→"]
    labels = [rect for rect in labels_of(routes) if rect not in signs]
    for number, rect in enumerate(labels):
        assert not any(rect.overlaps(other) for other in labels[:number])
        if not any(rect.overlaps(room) for room in inside):
            assert not any(rect.overlaps(other) for other in scene.boxes.values())


@some
@given(scene=scenes())
def test_every_stub_has_a_text_and_an_arrow_from_its_box_to_the_text(scene: Scene) -> None:
    for arrow in scene.route().arrows:
        if arrow.stub is not None:
            text = str(arrow.stub.text)
            assert text not in ("", "→ ")
            is_left = arrow.stub.rect.right <= scene.boxes[arrow.start].x
            assert text.endswith(" ←") if is_left else text[0] == "→"


@some
@given(scene=scenes())
def test_each_tag_is_nearer_to_its_box_than_to_any_other_card(scene: Scene) -> None:
    routes = scene.route()
    for tag in routes.tags:
        rect = tag.label.rect
        beside = [other.label.rect for other in routes.tags if other.box == tag.box]
        own = min(distance(rect, one) for one in (scene.boxes[tag.box], *beside) if one != rect)
        assert own <= 24
        for key, other in scene.boxes.items():
            assert key in (FRAME, tag.box) or distance(rect, other) > own


def distance(one: Rect, other: Rect) -> float:
    """Return the gap between two rectangles, horizontal or vertical."""
    across = max(one.x - other.right, other.x - one.right)
    return max(across, one.y - other.bottom, other.y - one.bottom, 0.0)


def test_a_stub_stands_in_the_room_of_its_row() -> None:
    boxes = frame() | box(1, 4000, 40)
    room = Rect(60, 50, 76, 20)
    (arrow,) = Scene(boxes, [wanted(boxes, FRAME, 1, 60, room=room)]).route().arrows
    assert arrow.stub is not None
    assert arrow.stub.text == "→ Node 1"
    assert room.x <= arrow.stub.rect.x
    assert arrow.stub.rect.right <= room.right
    assert arrow.leader == ()


@pytest.mark.parametrize(("width", "left"), [(76, 80), (40, 60)])
def test_a_stub_begins_below_the_values_of_other_rows_if_it_fits_there(
    width: int, left: int
) -> None:
    boxes = frame() | box(1, 4000, 40)
    one = wanted(boxes, FRAME, 1, 60, room=Rect(60, 50, 20 + width, 20))
    (arrow,) = Scene(boxes, [replace(one, indent=20)]).route().arrows
    assert arrow.stub is not None
    assert arrow.stub.rect.x == left


def test_a_stub_stays_in_its_row_where_that_is_out_of_view() -> None:
    boxes = {FRAME: Rect(0, 0, 140, 200)}
    row = Rect(60, 150, 76, 20)
    one = wanted(boxes, FRAME, 1, 160, room=row)
    (arrow,) = Router(MEASURE).route(boxes, [one], room=Rect(0, 0, 300, 120)).arrows
    assert arrow.stub is not None
    assert (arrow.stub.rect.x, arrow.stub.rect.y) == (60, 151)
    assert arrow.leader == ()


def test_a_stub_in_a_short_room_is_shortened() -> None:
    boxes = frame() | box(1, 4000, 40)
    room = Rect(90, 50, 48, 20)
    (arrow,) = Scene(boxes, [wanted(boxes, FRAME, 1, 60, room=room)]).route().arrows
    assert arrow.stub is not None
    assert "…" in str(arrow.stub.text)
    assert arrow.stub.rect.right <= room.right


@pytest.mark.parametrize(
    ("letters", "text", "is_in_row"),
    [(8, "→ Node 2", True), (7, "→ Node", True), (6, "→ Node", True), (5, "→ Node 2", False)],
)
def test_a_stub_stands_in_the_row_of_a_card_if_its_type_has_room(
    letters: int, text: str, is_in_row: bool
) -> None:
    boxes = box(1, 200, 40, 200) | box(2, 2000, 40)
    room = Rect(240, 50, MEASURE.width("x" * letters, TextStyle.NAME) + 2, 20)
    (arrow,) = Scene(boxes, [wanted(boxes, object_key(1), 2, 20, room=room)]).route().arrows
    assert arrow.stub is not None
    assert (arrow.stub.text, arrow.stub.is_in_row) == (text, is_in_row)
    assert (arrow.stub.rect.x >= 400) is not is_in_row


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("→ Animal 'Tom'", "→ Animal"),
        ("→ Stack [1, 2]", "→ Stack"),
        ("→ 'Tom Sawyer'", "→ '…'"),
    ],
)
def test_a_value_without_room_for_a_letter_is_left_out_behind_its_type(text: str, cut: str) -> None:
    least = MEASURE.width(cut, STUB_STYLE)
    assert shorten(text, least + 12, STUB_STYLE, MEASURE) == cut
    more = MEASURE.width(text[:-1], STUB_STYLE) + 12
    assert shorten(text, more, STUB_STYLE, MEASURE).endswith(f"…{text[-1]}")


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        ("→ {'long…': 'value'}", "→ {'long……}", "→ {'long…}"),
        ("→ Singleton 'one'", "→ Singl…'", "→ Single…"),
        ("→ (1, 22, 333)", "→ (1, 2…)", "→ (1, 2…)"),
        ("→ class Animal", "→ Animal", "→ Animal"),
        ("→ module random", "→ rand…", "→ rand…"),
        ("→ 'a → class b'", "→ 'a → c…'", "→ 'a → c…'"),
    ],
)
def test_a_shortened_text_has_one_ellipsis_and_no_end_that_it_does_not_open(
    text: str, longest: str, cut: str
) -> None:
    room = MEASURE.width(longest, STUB_STYLE) + 12
    assert shorten(text, room, STUB_STYLE, MEASURE) == cut


def test_no_line_runs_between_a_name_and_its_box() -> None:
    boxes = frame() | box(1, 1000, 140, 120, 90) | box(2, 1060, 0, 70) | box(3, 1100, 400)
    row = Rect(1000, 170, 120, 20)
    nested = wanted(boxes, FRAME, 7, 80, rect=row, end=object_key(1), rank=Rank.FRAME)
    line = wanted(boxes, object_key(2), 3, 40, x=64, side=Side.BELOW)
    assert Scene(boxes, [nested]).route().tags[0].label.rect.x > 1120
    assert Scene(boxes, [nested, line]).route().tags[0].label.rect.right < 1000


def test_a_stub_without_room_stands_right_of_its_box_at_the_end_of_a_short_line() -> None:
    boxes = box(1, 200, 40) | box(2, 2000, 40)
    (arrow,) = Scene(boxes, [wanted(boxes, object_key(1), 2, 20)]).route().arrows
    assert arrow.stub is not None
    assert 260 < arrow.stub.rect.x < 275
    assert arrow.leader == (Point(249, 60), Point(arrow.stub.rect.x, 60))


def test_a_stub_finds_a_place_where_its_row_has_none() -> None:
    boxes = box(1, 200, 40) | box(2, 290, 20, 100, 80) | box(3, 2000, 40)
    (arrow,) = Scene(boxes, [wanted(boxes, object_key(1), 3, 20)]).route().arrows
    assert arrow.stub is not None
    assert not any(arrow.stub.rect.overlaps(rect) for rect in boxes.values())
    assert arrow.leader == (Point(200, 60), Point(arrow.stub.rect.right, 60))


def test_a_stub_without_a_place_beside_its_row_has_a_line_to_it() -> None:
    boxes = box(1, 200, 40) | box(2, 290, 20, 100, 80) | box(3, 2000, 40) | box(4, 0, 0, 190, 300)
    (arrow,) = Scene(boxes, [wanted(boxes, object_key(1), 3, 20)]).route().arrows
    assert arrow.stub is not None
    assert not any(arrow.stub.rect.overlaps(rect) for rect in boxes.values())
    assert arrow.leader[0] == Point(249, 60)


def test_a_reference_whose_stub_has_no_place_is_a_line_if_at_all_possible() -> None:
    boxes = frame() | box(1, 4000, 40)
    ones = [wanted(boxes, FRAME, 1, 20 + 10 * n) for n in range(6)]
    assert not any(one.stub and one.stub.text == "→" for one in Scene(boxes, ones).route().arrows)


def test_a_port_from_which_no_line_leads_to_a_stub_has_a_sign() -> None:
    boxes = box(1, 200, 40) | box(2, 2000, 40)
    walls = (262, 0, 99, 400), (99, 0, 99, 400), (200, 20, 60, 18), (200, 82, 60, 18)
    boxes |= {object_key(10 + n): Rect(*wall) for n, wall in enumerate(walls)}
    (arrow,) = Scene(boxes, [wanted(boxes, object_key(1), 2, 20)]).route().arrows
    assert arrow.stub is not None
    assert (arrow.stub.text, arrow.stub.is_in_row, arrow.leader) == ("→", True, ())
    assert boxes[object_key(1)].x < arrow.stub.rect.x < 249 < arrow.stub.rect.right < 262


def test_an_object_that_is_not_drawn_has_a_stub_and_no_tag() -> None:
    boxes = frame()
    routes = Scene(boxes, [wanted(boxes, FRAME, 5, 60)]).route()
    assert routes.arrows[0].stub is not None
    assert routes.tags == ()


def test_a_tag_stands_above_its_box_at_the_right_corner() -> None:
    boxes = frame() | box(1, 4000, 40)
    (tag,) = Scene(boxes, [wanted(boxes, FRAME, 1, 60, slot="prev")]).route().tags
    assert (tag.label.text, tag.kind, tag.box) == ("prev", TagKind.NAME, object_key(1))
    assert tag.label.rect.right == 4063
    assert 39 - tag.label.rect.bottom <= 1
    assert tag.is_running


def test_an_object_that_shows_its_name_has_no_tag_of_that_name() -> None:
    boxes = frame() | box(1, 4000, 40)
    for name, count in (("area", 0), ("other", 1)):
        one = replace(wanted(boxes, FRAME, 1, 60, slot=name), text="ƒ area")
        assert len(Scene(boxes, [one]).route().tags) == count


def test_the_tag_of_a_nested_object_stands_beside_its_row() -> None:
    boxes = frame() | box(1, 200, 40, 120, 90)
    row = Rect(240, 70, 60, 20)
    one = wanted(boxes, FRAME, 7, 80, rect=row, end=object_key(1), slot="row")
    (tag,) = Scene(boxes, [one]).route().tags
    assert tag.label.rect.x >= 320
    assert abs(tag.label.rect.y + tag.label.rect.height / 2 - 80) <= 1


def test_a_name_of_a_nested_object_stands_inside_the_box_if_its_row_has_room() -> None:
    boxes = frame() | box(1, 200, 40, 200, 90)
    one = wanted(boxes, FRAME, 7, 80, rect=Rect(200, 70, 200, 22), end=object_key(1), slot="row")
    ones = [replace(one, beside=Rect(280, 70, 118, 22))]
    (tag,) = Scene(boxes, ones).route().tags
    assert tag.label.rect.x > 280
    assert tag.label.rect.right < 398
    assert tag.label.rect.y >= 70
    assert tag.label.rect.bottom <= 92


def test_a_name_of_a_nested_object_is_left_out_if_it_would_stand_at_another_row() -> None:
    boxes = frame() | box(1, 160, 40, 120, 90) | box(2, 300, 20, 60, 40)
    for row, count in ((Rect(160, 45, 120, 20), 0), (Rect(160, 100, 120, 20), 1)):
        one = wanted(boxes, FRAME, 7, 80, rect=row, end=object_key(1), slot="row")
        tags = Scene(boxes, [one]).route().tags
        assert len(tags) == count
        assert all(row.y <= tag.label.rect.y <= row.bottom for tag in tags)


def test_a_name_stands_in_the_room_where_there_is_any_in_it() -> None:
    boxes = frame() | box(1, 200, 40, 60, 25)
    for room in (None, Rect(-10, -16, 272, 400)):
        marks = [IndexMark("middle", Rect(230, 40, 30, 25), object_key(1))]
        ones = [wanted(boxes, FRAME, 7, 50, rect=Rect(204, 42, 52, 20), end=object_key(1))]
        routes = Router(MEASURE).route(boxes, ones, marks, room)
        outermost = max(rect.right for rect in labels_of(routes))
        assert outermost <= 262 if room else outermost > 262


def test_a_place_is_found_beside_a_label_at_a_broken_length() -> None:
    box = (194.2, 236, 255.79999999999998, 254)
    plane = Plane([box])
    area = Labels(plane).place(Size(61.6, 18), (), (246, 213, 246, 213))
    assert plane.boxes.first_hit(area) is None


def test_the_same_name_stands_once_at_a_target() -> None:
    boxes = frame() | box(1, 4000, 40)
    ones = [
        wanted(boxes, FRAME, 1, 20, slot="node"),
        wanted(boxes, FRAME, 1, 60, slot="node", rank=Rank.FRAME),
    ]
    assert len(Scene(boxes, ones).route().tags) == 1


def test_many_names_at_one_target_are_counted() -> None:
    boxes = frame() | box(1, 4000, 40)
    ones = [wanted(boxes, FRAME, 1, 10 + 20 * n, slot=f"name{n}") for n in range(6)]
    texts = [str(tag.label.text) for tag in Scene(boxes, ones).route().tags]
    assert sorted(texts) == ["+4", "name0", "name1"]


def test_an_index_stands_below_the_middle_of_its_cell() -> None:
    boxes = box(1, 200, 40, 120, 70)
    mark = IndexMark("j", Rect(224, 60, 24, 22), object_key(1))
    (tag,) = Scene(boxes, [], [mark]).route().tags
    assert tag.kind is TagKind.INDEX
    assert tag.tip == Point(236, 82)
    assert tag.pointer_side is None
    assert tag.label.rect.x + tag.label.rect.width / 2 == 236
    assert tag.label.rect.y >= 86


@pytest.mark.parametrize("x", [204, 292])
def test_a_long_name_below_an_outer_cell_stays_within_the_box(x: float) -> None:
    boxes = box(1, 200, 40, 120, 70)
    (tag,) = (
        Scene(boxes, [], [IndexMark("position", Rect(x, 60, 24, 22), object_key(1))]).route().tags
    )
    assert tag.label.rect.x > 200
    assert tag.label.rect.right < 320


def test_names_of_one_cell_stand_side_by_side() -> None:
    boxes = box(1, 200, 40, 120, 70)
    cell = Rect(224, 60, 24, 22)
    marks = [IndexMark(name, cell, object_key(1)) for name in ("i", "j")]
    (tag,) = Scene(boxes, [], marks).route().tags
    assert tag.label.text == "i j"


def test_long_names_of_neighbouring_cells_give_way_to_each_other() -> None:
    boxes = box(1, 200, 40, 200, 70)
    marks = [
        IndexMark(name, Rect(224 + 24 * n, 60, 24, 22), object_key(1))
        for n, name in enumerate(("left", "middle", "right"))
    ]
    tags = Scene(boxes, [], marks).route().tags
    rects = [tag.label.rect for tag in tags]
    assert [tag.label.text for tag in tags] == ["left", "middle", "right"]
    assert not any(a.overlaps(b) for n, a in enumerate(rects) for b in rects[:n])
    assert sorted(rect.y for rect in rects) == [86, 86, 111]
    for tag in tags:
        assert tag.tip is not None
        assert tag.label.rect.x < tag.tip.x < tag.label.rect.right


def test_two_long_names_of_neighbouring_cells_share_a_line() -> None:
    boxes = box(1, 200, 40, 300, 70)
    marks = [
        IndexMark(name, Rect(284 + 24 * n, 60, 24, 22), object_key(1))
        for n, name in enumerate(("pivot_index", "left_child"))
    ]
    one, other = (tag.label.rect for tag in Scene(boxes, [], marks).route().tags)
    assert one.y == other.y
    assert one.x < 296 < one.right <= other.x < 320 < other.right


def test_the_index_of_a_row_points_at_its_cell_and_stands_below_the_last_row() -> None:
    boxes = box(1, 200, 40, 120, 120)
    mark = IndexMark("j", Rect(224, 60, 24, 22), object_key(1), foot=132)
    (tag,) = Scene(boxes, [], [mark]).route().tags
    assert tag.label.rect.y == 136
    assert tag.tip == Point(236, 82)
    assert tag.pointer_top == Point(236, 79)
    upper, along, lower, tick = tag.leader
    assert tick.x < 236 < tick.right
    assert along.right == upper.right == lower.right == 248
    assert along.y <= upper.y <= 82
    assert along.bottom >= lower.y == tag.label.rect.y


def test_an_index_of_a_cell_in_a_column_stands_left_of_its_box() -> None:
    boxes = box(1, 200, 40, 60, 90)
    mark = IndexMark("i", Rect(210, 60, 50, 21), object_key(1), Side.LEFT)
    (tag,) = Scene(boxes, [], [mark]).route().tags
    assert tag.label.rect.right < 200
    assert tag.tip == Point(200, 70.5)
    assert tag.pointer_side is Side.RIGHT


def test_there_is_no_name_below_a_cell_where_it_would_not_be_at_its_pointer() -> None:
    boxes = box(1, 200, 40, 120, 44) | box(2, 180, 84, 300, 60)
    mark = IndexMark("a_name", Rect(290, 60, 24, 22), object_key(1))
    assert not Scene(boxes, [], [mark]).route().tags


def test_an_index_without_room_at_the_left_of_its_box_stands_at_the_right() -> None:
    boxes = box(1, 200, 40, 60, 90) | box(2, 0, 0, 198, 300)
    mark = IndexMark("i", Rect(210, 60, 50, 21), object_key(1), Side.LEFT)
    (tag,) = Scene(boxes, [], [mark]).route().tags
    assert tag.label.rect.x > 260
    assert tag.tip == Point(260, 70.5)
    assert tag.pointer_side is Side.LEFT


@pytest.mark.parametrize("width", [60, 200])
def test_a_label_without_room_is_left_out(width: int) -> None:
    boxes = box(1, 200, 40, 60, 90) | box(2, 0, 0, 198, 300) | box(3, 262, 0, width, 300)
    mark = IndexMark("i", Rect(210, 60, 50, 21), object_key(1), Side.LEFT)
    assert not Scene(boxes, [], [mark]).route().tags
