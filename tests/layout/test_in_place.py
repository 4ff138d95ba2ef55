"""What one slot alone holds is drawn in that slot, with a badge of its own."""

from dataclasses import replace

from tests.layout import audit
from tests.layout.film import Film
from tests.layout.test_structures import box, last_picture, node_film
from visualizer.layout import FixedMeasure, Foresight, Layout, PartKind, Picture
from visualizer.model import Sequence


def pictures(film: Film) -> list[Picture]:
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    steps = zip(film.states, film.deltas, strict=True)
    return [layout.picture(state, delta) for state, delta in steps]


def drawn(picture: Picture) -> set[int]:
    return {found.serial for found in picture.boxes if found.serial is not None}


def test_a_value_has_a_card_as_long_as_a_name_leads_to_it_then_it_stands_in_its_slot() -> None:
    film = node_film()
    value = film.number(1000)
    film.call("__init__", 3, value=value)
    film.bind("self", film.instance(film.names["Node"], value=value))
    film.step()
    node = film.calls.pop().locals[-1][1]
    film.bind("node", node)
    film.step()
    during, after = pictures(film)[-2:]
    assert value in drawn(during)
    assert value not in drawn(after)
    part = next(part for part in box(after, node).card.parts if part.target == value)
    assert part.pill
    assert part.text == "1000"
    assert dict(box(after, node).pills)[value].count == 1


def test_a_value_that_gets_a_name_again_keeps_its_card_until_then() -> None:
    film = Film()
    value = film.number(1000)
    film.bind("items", film.list(value))
    film.step()
    film.step()
    film.bind("x", value)
    film.step()
    film.step()
    assert all(value in drawn(picture) for picture in pictures(film))


def test_values_in_a_list_of_their_own_stand_in_cells_with_their_badges() -> None:
    film = Film()
    film.bind("words", film.list(film.number(1000), film.number(2000)))
    film.step()
    film.step()
    picture = last_picture(film)
    parts = box(picture, film.names["words"]).card.parts
    assert [part.kind for part in parts] == [PartKind.CELL] * 2
    assert len(box(picture, film.names["words"]).pills) == 2
    assert len(picture.arrows) == 1


def test_a_small_list_of_an_instance_stands_in_its_slot_and_its_rows_point() -> None:
    film = node_film()
    other = film.list()
    film.bind("other", other)
    cart = film.list(other, other)
    film.bind("node", film.instance(film.names["Node"], cart=cart, more=other))
    film.step()
    film.step()
    picture = last_picture(film)
    node = box(picture, film.names["node"])
    assert [nested.serial for nested in node.nested] == [cart]
    assert cart not in drawn(picture)
    held = [arrow for arrow in picture.arrows if arrow.holder == ("object", cart)]
    assert [arrow.slot.name for arrow in held] == [0, 1]
    assert {arrow.card for arrow in held} == {node.key}


def test_lists_of_one_length_in_a_list_are_a_matrix_and_a_loop_points_at_its_row() -> None:
    film = Film()
    rows = [film.list(film.number(1), film.number(2)) for _ in range(3)]
    film.bind("grid", film.list(*rows))
    film.step()
    for _ in range(2):
        for row in rows:
            film.bind("row", row)
            film.step()
    film.names.pop("row")
    film.step()
    for picture in pictures(film):
        grid = box(picture, film.names["grid"])
        assert [nested.serial for nested in grid.nested] == rows
        assert sum(part.kind is PartKind.CELL for part in grid.card.parts) == 6
        for arrow in picture.arrows:
            if arrow.slot.name == "row":
                at = next(nested for nested in grid.nested if nested.serial == arrow.target)
                assert grid.rect_of(at).y < arrow.points[-1].y < grid.rect_of(at).bottom
                assert arrow.points[-1].x == grid.rect.x
        assert audit.astray(picture) == []


def test_a_list_with_a_name_of_its_own_has_a_card() -> None:
    film = Film()
    film.bind("a", film.list(film.number(1)))
    film.bind("b", film.list(film.names["a"]))
    film.step()
    film.step()
    assert {film.names["a"], film.names["b"]} <= drawn(last_picture(film))


def test_nothing_below_what_grows_in_a_slot_moves() -> None:
    film = node_film()
    first, second = film.list(), film.list()
    film.bind("node", film.instance(film.names["Node"], a=first, b=second))
    film.step()
    for number in range(4):
        items = tuple(film.number(n) for n in range(number))
        film.put(first, Sequence(items, len(items)))
        film.step()
    tops = {
        next(nested.top for nested in box(p, film.names["node"]).nested if nested.serial == second)
        for p in pictures(film)[1:]
    }
    assert len(tops) == 1


def test_a_ring_of_lists_that_hold_each_other_alone_has_cards() -> None:
    film = Film()
    one = film.list()
    other = film.list(one)
    film.put(one, Sequence((other,), 1))
    film.bind("ring", one)
    film.step()
    film.names.pop("ring")
    film.heap[one] = replace(film.heap[one], unreachable=True)
    film.bind("x", one)
    film.step()
    assert pictures(film)


def test_members_of_a_chain_are_low_and_close() -> None:
    film = node_film()
    nodes: list[int] = []
    for _ in range(3):
        nodes.append(film.instance(film.names["Node"], next=nodes[-1] if nodes else film.number(0)))
        film.bind("head", nodes[-1])
        film.step()
    film.bind("alone", film.dict((film.number(1), film.number(2))))
    film.step()
    picture = last_picture(film)
    assert {box(picture, node).card.header for node in nodes} == {20}
    assert box(picture, film.names["alone"]).card.header == 26
