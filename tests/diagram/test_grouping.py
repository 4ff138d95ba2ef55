"""Of very many cards those of a frequent type stand in one, with a cell for each object."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QGraphicsSceneMouseEvent
from pytestqt.qtbot import QtBot

from tests.diagram.scenes import know
from tests.layout.film import Film
from visualizer.diagram import DiagramScene, DiagramView, grouping
from visualizer.diagram.accessible import ViewInterface
from visualizer.diagram.arrow_item import ArrowItem
from visualizer.diagram.box_item import BoxItem
from visualizer.diagram.filters import Filter, Hidden
from visualizer.diagram.group_cells import cell_rect
from visualizer.diagram.hints import arrow_hint, row_hint
from visualizer.diagram.picture import paint_png
from visualizer.diagram.walk import Place, Walk
from visualizer.layout import ArrowKind, Bundle, Group, Key, Mark, RegionKind, object_key
from visualizer.layout.measure import Phrase
from visualizer.model import Sequence

MOST, LEAST, NODES = 12, 6, 20


@pytest.fixture
def film() -> Film:
    """A chain of 20 nodes: each is the only one that refers to the next; a list of the first."""
    made = Film()
    node = made.cls("Node")
    made.bind("Node", node)
    made.step(1)
    last = made.instance(node)
    chain = [last]
    for _ in range(NODES - 1):
        last = made.instance(node, next=last)
        chain.append(last)
    made.bind("first", last)
    some = made.list(*chain[:4])
    made.bind("some", some)
    made.step(2)
    made.bind("other", made.list())
    made.step(3)
    made.put(some, Sequence(tuple(chain[:6]), 6))
    made.step(4)
    made.bind("last", made.list(made.instance(node)))
    made.step(5)
    return made


@pytest.fixture
def scene(qtbot: QtBot, film: Film, monkeypatch: pytest.MonkeyPatch) -> DiagramScene:
    monkeypatch.setattr(grouping, "MOST_CARDS", MOST)
    monkeypatch.setattr(grouping, "LEAST", LEAST)
    made = DiagramScene()
    know(made, film)
    made.show_step(film.states[1])
    return made


def group_of(scene: DiagramScene) -> Group:
    return group_item(scene).box.group or pytest.fail("no group")


def group_item(scene: DiagramScene) -> BoxItem:
    (found,) = [item for item in scene.items_shown.boxes.values() if item.box.group is not None]
    return found


def nodes(scene: DiagramScene) -> int:
    items = scene.items_shown.boxes.values()
    return sum(item.box.card.title == "Node" and item.box.group is None for item in items)


def bundles(scene: DiagramScene) -> list[ArrowItem]:
    return [item for item in scene.items_shown.arrows.values() if item.arrow.bundle is not None]


def heap_note(scene: DiagramScene) -> dict[str, str | int]:
    note = scene.items_shown.regions[RegionKind.HEAP, 0].region.note
    assert isinstance(note, Phrase)
    return dict(note.arguments)


def click(scene: DiagramScene, at: QPointF) -> None:
    event = QGraphicsSceneMouseEvent(QEvent.Type.GraphicsSceneMousePress)
    event.setScenePos(at)
    event.setButton(Qt.MouseButton.LeftButton)
    scene.mousePressEvent(event)


def test_one_card_has_a_cell_for_each(scene: DiagramScene) -> None:
    told = group_of(scene)
    # One is referred to by a name: it has a card of its own, too.
    assert (told.type, len(told.members), nodes(scene)) == ("Node", NODES, 1)
    assert told.inner == NODES - 2
    assert scene.hidden == (Hidden("grouped", 1),)
    box = group_item(scene).box
    cells = [cell_rect(box, place) for place in range(NODES)]
    assert len(set(cells)) == NODES
    for cell in cells:
        assert (cell.width, cell.height) == (8, 8)
        assert cell.right < box.rect.width
        assert cell.bottom < box.rect.height


def test_its_name_is_in_its_header_however_small_it_is_seen(scene: DiagramScene) -> None:
    box, zoom = group_item(scene).box, 0.42
    area = QRectF(*box.rect)
    image = QImage((area.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    ink = scene.theme.colour("ink").lightness()
    rows = {
        y
        for y in range(image.height())
        for x in range(6, image.width() // 2)
        if abs(image.pixelColor(x, y).lightness() - ink) < 60
    }
    header = range(round(box.card.header * zoom))
    assert len(rows.intersection(header)) >= 8


def test_nothing_covers_anything(scene: DiagramScene, film: Film) -> None:
    for state, delta in zip(film.states[1:], film.deltas[1:], strict=True):
        scene.show_step(state, delta)
        rects = [item.box.rect for item in scene.items_shown.boxes.values()]
        for place, rect in enumerate(rects):
            assert not any(rect.overlaps(other) for other in rects[place + 1 :])


def test_what_is_not_grouped_stays_from_step_to_step(scene: DiagramScene, film: Film) -> None:
    before: dict[Key, tuple[float, float]] = {}
    for state, delta in zip(film.states[1:], film.deltas[1:], strict=True):
        scene.show_step(state, delta)
        for key, item in scene.items_shown.boxes.items():
            if item.box.card.title == "Node" and item.box.group is None:
                # It has stepped out, and goes back.
                continue
            place = item.box.rect.x, item.box.rect.y
            assert before.setdefault(key, place) == place


def test_a_selected_member_steps_out_and_nothing_else_moves(scene: DiagramScene) -> None:
    def places() -> dict[Key, tuple[float, float]]:
        items = scene.items_shown.boxes.items()
        return {key: (item.box.rect.x, item.box.rect.y) for key, item in items}

    before, bounds = places(), scene.sceneRect()
    member = group_of(scene).members[7]
    scene.select(member)
    after = places()
    kinds = {item.arrow.kind for item in scene.items_shown.arrows_at(object_key(member))}
    assert kinds == {ArrowKind.PLAIN}, "to be looked at changes nothing"
    assert after.pop(object_key(member)) not in after.values()
    assert after == before
    assert scene.sceneRect() == bounds
    # One before it refers to it, and one list: by a line of its own.
    heads = [
        item.arrow for item in scene.items_shown.arrows.values() if item.arrow.target == member
    ]
    assert len(heads) == 1
    scene.select(None)
    assert places() == before


def test_every_member_that_a_step_changed_steps_out(scene: DiagramScene, film: Film) -> None:
    scene.show_step(film.states[4], film.deltas[4])
    new = max(serial for serial, one in film.states[4].heap.items() if one.type == "Node")
    box = scene.items_shown.boxes[object_key(new)].box
    assert box.mark is Mark.NEW
    arrows = [item.arrow for item in scene.items_shown.arrows.values() if item.arrow.target == new]
    assert [arrow.kind for arrow in arrows] == [ArrowKind.PLAIN], "its list is new, too"
    assert box.rect.y <= arrows[0].points[-1].y <= box.rect.bottom


def test_a_selected_member_lights_nothing_that_leads_to_another(scene: DiagramScene) -> None:
    made = Film()
    node = made.cls("Node")
    made.bind("Node", node)
    made.step(1)
    nodes_made = [made.instance(node) for _ in range(NODES)]
    made.bind("some", made.list(*nodes_made))
    for number in range(6):
        made.bind(f"name{number}", nodes_made[number])
    made.step(2)
    made.step(3)
    know(scene, made)
    scene.show_step(made.states[1])
    for selected in nodes_made[:8]:
        scene.select(selected)
        arrows = scene.items_shown.arrows.values()
        others = [item for item in arrows if item.arrow.member not in (None, selected)]
        assert others, "there is no room for all of them"
        assert not any(item.lit for item in others)


def test_a_card_beside_a_group_stays_where_it_is_put(scene: DiagramScene, film: Film) -> None:
    some = object_key(next(s for s, one in film.states[1].heap.items() if one.type == "list"))
    before = scene.items_shown.boxes[some].box.rect
    scene.arranging.nudge(some, 1, 0)
    after = scene.items_shown.boxes[some].box.rect
    assert after.x > before.x
    scene.show_step(film.states[3], film.deltas[3])
    scene.show_step(film.states[1], film.deltas[1])
    assert scene.items_shown.boxes[some].box.rect == after
    member = next(
        key
        for key, item in scene.items_shown.boxes.items()
        if item.box.card.title == "Node" and item.box.group is None
    )
    seat = scene.items_shown.boxes[member].box.rect
    scene.arranging.nudge(member, 1, 0)
    assert scene.items_shown.boxes[member].box.rect == seat, "its place is beside its group"


def test_room_in_which_nothing_stands_is_given_up(scene: DiagramScene) -> None:
    assert scene.picture is not None
    grouped = scene.picture.bounds
    scene.set_filter(Filter().ungrouped())
    assert scene.picture.bounds.width > grouped.width


def test_references_are_one_line_with_their_number(scene: DiagramScene, film: Film) -> None:
    (line,) = bundles(scene)
    assert line.arrow.bundle == Bundle(4, 4)
    assert line.line().widthF() == 3
    assert len(line.arrow.joined) == 3
    boxes = {key: item.box for key, item in scene.items_shown.boxes.items()}
    assert "4 references from list" in arrow_hint(line.arrow, boxes, "en")
    scene.show_step(film.states[3], film.deltas[3])
    (line,) = bundles(scene)
    assert line.arrow.bundle == Bundle(6, 4)


def test_every_arrow_leads_to_what_is_drawn(scene: DiagramScene, film: Film) -> None:
    for state, delta in zip(film.states[1:], film.deltas[1:], strict=True):
        scene.show_step(state, delta)
        boxes = scene.items_shown.boxes
        for item in scene.items_shown.arrows.values():
            arrow = item.arrow
            assert arrow.card in boxes
            goal = boxes[object_key(arrow.target)].box.rect
            assert goal.y <= arrow.points[-1].y <= goal.bottom
            assert arrow.points[-1].x == pytest.approx(goal.x)


def test_the_mark_opens_the_group_and_the_filter_closes_it(scene: DiagramScene) -> None:
    before = paint_png(scene)
    scene.toggle_fold(group_item(scene).box.serial or 0)
    assert nodes(scene) == NODES
    assert not scene.hidden
    scene.set_filter(Filter())
    assert paint_png(scene) == before


def test_going_back_is_the_same_picture_to_the_pixel(scene: DiagramScene, film: Film) -> None:
    pictures = []
    for _ in range(2):
        scene.show_step(film.states[1], film.deltas[1])
        scene.show_step(film.states[3], film.deltas[3])
        pictures.append(paint_png(scene))
    assert pictures[0] == pictures[1]


def test_a_click_on_a_cell_selects_its_object(scene: DiagramScene) -> None:
    item, told = group_item(scene), group_of(scene)
    cell = cell_rect(item.box, 7)
    at = item.pos() + QPointF(cell.x + 2, cell.y + 2)
    before = paint_png(scene)
    click(scene, at)
    assert scene.selected == told.members[7]
    assert paint_png(scene) != before
    assert all(item.lit for item in scene.items_shown.arrows_at(item.box.key))
    click(scene, item.pos() + QPointF(5, 5))
    assert not scene.selected
    # The pointer is over it no longer.
    scene.lighting.point(None)
    assert paint_png(scene) == before


def test_what_was_found_stands_out_in_its_card(scene: DiagramScene) -> None:
    told = group_of(scene)
    before = paint_png(scene)
    scene.mark_hits([told.members[3]], told.members[3])
    place = scene.place_of(told.members[3])
    assert place == group_item(scene).box.rect
    assert paint_png(scene) != before
    scene.mark_hits([])
    assert paint_png(scene) == before


def test_what_the_step_did_to_one_of_them_is_marked(scene: DiagramScene, film: Film) -> None:
    scene.show_step(film.states[4], film.deltas[4])
    told = group_of(scene)
    assert len(told.members) == NODES + 1
    assert told.new == {told.members[-1]}
    boxes = {key: item.box for key, item in scene.items_shown.boxes.items()}
    said = row_hint(group_item(scene).box, None, boxes, "en")
    assert said.startswith("Node × 21")
    assert "1 new" in said


def test_the_heap_says_how_many_of_all_are_drawn(scene: DiagramScene, film: Film) -> None:
    live = len(film.states[1].heap)
    # A value that only the class has is not drawn.
    drawn = live - 1
    assert heap_note(scene)["grouped"] == str(NODES - 1)
    assert heap_note(scene)["n"] == live
    assert heap_note(scene)["shown"] == str(drawn)
    scene.set_filter(replace(Filter().ungrouped(), types=frozenset({"Node"})))
    assert heap_note(scene)["shown"] == str(drawn - NODES)
    first = max(serial for serial, one in film.states[1].heap.items() if one.type == "Node")
    scene.set_filter(Filter().ungrouped().with_fold(first, True))
    hidden = next(part.count for part in scene.hidden if part.reason == "folded")
    assert heap_note(scene)["shown"] == str(drawn - hidden)


def test_what_comes_to_be_too_many_is_grouped_from_the_first_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "MOST_CARDS", MOST)
    monkeypatch.setattr(grouping, "LEAST", LEAST)
    film, scene = Film(), DiagramScene()
    node = film.cls("Node")
    film.bind("Node", node)
    first = film.list()
    film.bind("some", first)
    film.step(1)
    for count in range(1, NODES):
        there = film.heap[first].content
        assert isinstance(there, Sequence)
        film.put(first, Sequence((*there.items, film.instance(node)), count))
        film.step(2)
    know(scene, film)
    places = set()
    for state in film.states[1:]:
        scene.show_step(state)
        places.add(tuple(group_item(scene).box.rect[:2]))
    assert len(places) == 1


def test_few_cards_are_never_grouped(qtbot: QtBot, film: Film) -> None:
    scene = DiagramScene()
    scene.show_step(film.states[1])
    assert nodes(scene) == NODES
    assert not scene.hidden


def test_keys_go_over_the_cells_of_a_group(scene: DiagramScene) -> None:
    walk = Walk(scene)
    told = group_of(scene)
    card = Place(group_item(scene).box.key)
    walk.at = card
    assert walk.follow()
    assert walk.at == card._replace(member=told.members[0])
    assert walk.words(walk.at) == f"Node #{told.members[0]}, 1 of 20, held more than once"
    cell = cell_rect(group_item(scene).box, 0)
    assert walk.rect(walk.at).size().toTuple() == (cell.width, cell.height)
    assert walk.step(1)
    assert walk.at == card._replace(member=told.members[1])
    assert walk.follow()
    assert scene.selected == told.members[1]
    assert walk.step(-1)
    assert walk.step(-1)
    assert walk.at == card
    assert walk.follow()
    assert walk.at == card._replace(member=told.members[1]), "the selected one"
    assert walk.back()
    assert walk.at == card
    assert walk.step(1, cards_only=True) or walk.step(-1, cards_only=True)


def test_rows_of_cells_are_gone_over_as_well(scene: DiagramScene) -> None:
    walk = Walk(scene)
    told = group_of(scene)
    walk.at = Place(group_item(scene).box.key, member=told.members[0])
    assert walk.step_cell(1, rows=True) == (told.across < len(told.members))
    walk.at = walk.at._replace(member=told.members[-1])
    assert not walk.step_cell(1)
    assert not walk.step_cell(1, rows=True)


def test_a_screen_reader_finds_the_cells(qtbot: QtBot, scene: DiagramScene) -> None:
    view = DiagramView(scene)
    qtbot.addWidget(view)
    root = ViewInterface(view)
    card = root.interface(Place(group_item(scene).box.key))
    assert card.childCount() == NODES
    first = card.child(0)
    assert first.text(QAccessible.Text.Name).startswith("Node #")
    assert first.childCount() == 0
    assert card.indexOfChild(first) == 0
