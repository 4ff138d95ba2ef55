"""Structures look like what they are."""

from tests.layout import audit
from tests.layout.film import Film
from visualizer.layout import Box, CardKind, FixedMeasure, Foresight, Layout, Picture
from visualizer.layout.sizes import COMPACT_HEADER, COMPACT_ROW, HEADER, ROW
from visualizer.layout.survey import MOST_AT_FULL_SIZE
from visualizer.model import Sequence


def last_picture(film: Film) -> Picture:
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    return Layout(FixedMeasure(), foresight).picture(film.states[-1], film.deltas[-1])


def box(picture: Picture, serial: int) -> Box:
    return next(box for box in picture.boxes if box.serial == serial)


def node_film() -> Film:
    film = Film()
    film.bind("Node", film.cls("Node"))
    film.step()
    return film


def chain(film: Film, length: int) -> list[int]:
    """Nodes that refer to each other, first to last, each with a value of its own."""
    nodes: list[int] = []
    for number in range(length):
        value = film.number(1000 + number)
        following = {"next": nodes[-1]} if nodes else {"next": film.number(0)}
        node = film.instance(film.names["Node"], value=value, **following)
        film.bind("value", value)
        film.bind("head", node)
        film.step()
        nodes.append(node)
    return nodes[::-1]


def test_a_linked_list_stands_in_a_row_in_its_own_order() -> None:
    film = node_film()
    nodes = chain(film, 6)
    picture = last_picture(film)
    places = [box(picture, node).rect for node in nodes]
    assert len({place.y for place in places}) == 1
    assert [place.x for place in places] == sorted(place.x for place in places)


def test_the_arrows_of_a_row_are_straight_and_cross_nothing() -> None:
    film = node_film()
    nodes = chain(film, 6)
    picture = last_picture(film)
    links = [a for a in picture.arrows if a.slot.name == "next"]
    assert {arrow.target for arrow in links} == set(nodes[1:])
    assert all(len({point.y for point in arrow.points}) == 1 for arrow in links)


def test_a_tree_grows_to_the_right_its_first_child_level_and_subtrees_apart() -> None:
    film = node_film()
    cls, nothing = film.names["Node"], film.number(0)
    leaves = [film.instance(cls, left=nothing, right=nothing) for _ in range(4)]
    low = film.instance(cls, left=leaves[0], right=leaves[1])
    high = film.instance(cls, left=leaves[2], right=leaves[3])
    film.bind("root", film.instance(cls, left=low, right=high))
    film.step()
    film.step()
    picture = last_picture(film)
    root, first, second = (box(picture, s).rect for s in (film.names["root"], low, high))
    assert root.y == first.y < second.y
    assert root.right < first.x == second.x
    assert max(box(picture, s).rect.bottom for s in leaves[:2]) < box(picture, leaves[2]).rect.y
    assert audit.bundled(picture) == []


def test_brothers_follow_each_other_in_the_order_of_their_slots() -> None:
    film = Film()
    lists = [film.list() for _ in range(5)]
    film.bind("all", film.list(*lists))
    film.bind("others", film.list(*lists))
    film.step()
    film.step()
    picture = last_picture(film)
    heights = [box(picture, serial).rect.y for serial in lists]
    assert heights == sorted(heights)
    assert len({box(picture, serial).rect.x for serial in lists}) == 1


def test_a_freed_place_is_used_again_from_the_third_step_on() -> None:
    film = Film()
    for number in range(12):
        film.bind("i", film.number(1000 + number))
        film.step()
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    heights = set()
    for state, delta in zip(film.states, film.deltas, strict=True):
        for found in layout.picture(state, delta).boxes:
            if found.serial is not None and not found.ghost:
                heights.add(found.rect.y)
    assert len(heights) <= 3


def test_room_is_kept_for_what_a_list_will_become() -> None:
    film = Film()
    film.bind("a", film.list())
    film.bind("b", film.list())
    film.step()
    for number in range(10):
        items = tuple(film.list() for _ in range(number))
        film.put(film.names["a"], Sequence(items, len(items)))
        film.step()
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    first = layout.picture(film.states[0])
    last = layout.picture(film.states[-1])
    for name in ("a", "b"):
        serial = film.names[name]
        assert box(first, serial).rect[:2] == box(last, serial).rect[:2]
    assert box(first, film.names["a"]).rect.height < box(last, film.names["a"]).rect.height


def test_two_thousand_nodes_in_a_chain_are_laid_out() -> None:
    film = node_film()
    cls, node = film.names["Node"], film.number(0)
    for _ in range(2000):
        node = film.instance(cls, next=node)
    film.bind("head", node)
    film.step()
    assert len(last_picture(film).arrows) == 2001


def test_what_one_slot_refers_to_in_turn_does_not_run_down_the_picture() -> None:
    film = node_film()
    film.bind("items", film.list())
    film.step()
    items: tuple[int, ...] = ()
    for number in range(60):
        film.call("__init__", 3, self=film.instance(film.names["Node"], key=film.number(number)))
        film.step()
        items += (film.calls.pop().locals[0][1],)
        film.put(film.names["items"], Sequence(items, len(items)))
        film.step()
    assert last_picture(film).bounds.height < 2500


def test_only_the_two_innermost_calls_and_the_module_show_their_arrows_in_full() -> None:
    film = Film()
    shared = film.list()
    film.bind("mine", shared)
    film.step()
    for _ in range(6):
        film.call("deeper", 2, it=shared)
        film.step()
    film.step()
    arrows = last_picture(film).arrows
    assert [arrow.chip for arrow in arrows] == [False, True, True, True, True, False, False]
    assert all(arrow.points for arrow in arrows)
    assert len({arrow.points[-1].y for arrow in arrows}) == 7


def test_a_thirteenth_head_is_that_of_a_chip() -> None:
    film = Film()
    shared = film.list()
    for number in range(14):
        film.bind(f"name{number}", shared)
    film.step()
    film.step()
    arrows = last_picture(film).arrows
    assert sum(arrow.chip for arrow in arrows) == 2
    assert len({arrow.points[-1].y for arrow in arrows}) == 14


def test_a_long_chain_goes_on_below_after_eight_by_a_lane_between_the_rows() -> None:
    film = node_film()
    nodes = chain(film, 20)
    picture = last_picture(film)
    places = [box(picture, node).rect for node in nodes]
    rows = [places[:8], places[8:16], places[16:]]
    for row in rows:
        assert len({place.y for place in row}) == 1
        assert [place.x for place in row] == [place.x for place in rows[0][: len(row)]]
    for upper, lower, node in zip(rows, rows[1:], (nodes[8], nodes[16]), strict=False):
        way = next(a for a in picture.arrows if a.target == node and a.slot.name == "next")
        assert not way.chip
        assert max(p.bottom for p in upper) < way.points[2].y < lower[0].y
    assert audit.overlapping(picture) == []
    assert audit.passing_over(picture) == []


def test_a_chain_of_eight_stands_in_one_row() -> None:
    film = node_film()
    nodes = chain(film, 8)
    assert len({box(last_picture(film), node).rect.y for node in nodes}) == 1


def test_of_many_of_a_class_each_is_as_low_as_a_member_of_a_chain() -> None:
    for count, compact in ((MOST_AT_FULL_SIZE, False), (MOST_AT_FULL_SIZE + 1, True)):
        film = node_film()
        made = [film.instance(film.names["Node"], key=film.number(0)) for _ in range(count)]
        film.bind("all", film.list(*made))
        film.step()
        film.step()
        found = box(last_picture(film), made[0])
        assert (found.card.header == COMPACT_HEADER) is compact
        assert [part.height for part in found.card.parts] == [COMPACT_ROW if compact else ROW]


def test_many_one_after_the_other_are_as_high_as_one() -> None:
    film = node_film()
    for _ in range(2 * MOST_AT_FULL_SIZE):
        film.bind("it", film.instance(film.names["Node"], key=film.number(0)))
        film.step()
    film.step()
    assert box(last_picture(film), film.names["it"]).card.header == HEADER


def test_a_column_too_high_for_a_window_stands_in_two() -> None:
    film = Film()
    for number in range(12):
        film.bind(f"name{number}", film.list(*(film.number(0) for _ in range(3))))
        film.step()
    film.step()
    picture = last_picture(film)
    lefts = {box(picture, serial).rect.x for serial in film.names.values()}
    assert len(lefts) == 2
    assert picture.bounds.height < 1000
    assert audit.passing_over(picture) == []


def shared_numbers(count: int) -> Film:
    """Two lists that hold the same numbers."""
    film = Film()
    numbers = [film.number(1000 + number) for number in range(count)]
    film.bind("one", film.list(*numbers))
    film.bind("other", film.list(*numbers))
    film.step()
    return film


def test_beside_values_that_containers_share_stands_the_number_alone_where_there_are_many() -> None:
    few, many = (
        [b.card for b in last_picture(shared_numbers(count)).boxes if b.card.kind is CardKind.PILL]
        for count in (8, 9)
    )
    assert (len(few), len(many)) == (8, 9)
    assert not any(card.brief for card in few)
    assert all(card.brief for card in many)
    assert max(card.aside for card in many) < min(card.aside for card in few) / 2


def test_where_many_cards_are_a_row_of_a_chain_is_its_two_ends_long() -> None:
    film = node_film()
    nodes = chain(film, 20)
    for number in range(6):
        others = [film.list() for _ in range(10)]
        film.bind(f"one{number}", film.list(*others))
        film.bind(f"other{number}", film.list(*others))
    film.step()
    picture = last_picture(film)
    rows = [box(picture, node).rect.y for node in nodes]
    assert [len({*rows[n : n + 4]}) for n in range(0, 20, 4)] == [1] * 5
    assert len({*rows}) == 5
