"""Where arrows enter a card: each at a height of its own, that of what was let go included."""

from tests.layout import audit
from tests.layout.crossings import crossings
from tests.layout.film import Film
from tests.layout.test_in_place import pictures
from visualizer.layout import ArrowKind, FixedMeasure, Layout, Picture
from visualizer.model import Instance, Sequence


def observed(film: Film) -> list[Picture]:
    layout = Layout(FixedMeasure())
    steps = zip(film.states, film.deltas, strict=True)
    return [layout.picture(state, delta) for state, delta in steps]


def more_come_than_one_lets_go(*below: str) -> list[Picture]:
    """A value that a name lets go of in the step in which three slots more take hold of it.

    ``below`` are names of further values, which stand under it.
    """
    film = Film()
    film.bind("Node", film.cls("Node"))
    small = film.number(5)
    items = film.list(small)
    film.bind("a", items)
    node = film.instance(film.names["Node"], left=small, right=small, prev=small)
    film.bind("node", node)
    value = film.number(488)
    film.bind("b", value)
    for number, name in enumerate(below):
        film.bind(name, film.number(1000 + number))
    film.step()
    film.put(items, Sequence((value,), 1))
    film.step()
    attributes = tuple((name, value) for name in ("left", "right", "prev"))
    film.put(node, Instance(film.names["Node"], attributes))
    film.bind("b", node)
    film.step()
    return observed(film)


def former(picture: Picture) -> list[object]:
    return [arrow for arrow in picture.arrows if arrow.kind is ArrowKind.FORMER]


def test_where_there_is_room_a_card_grows_for_the_head_of_what_was_let_go() -> None:
    last = more_come_than_one_lets_go()[-1]
    assert len(former(last)) == 1
    assert audit.crowded_heads(last) == []


def test_where_there_is_none_what_was_let_go_is_not_shown_beside_what_came() -> None:
    last = more_come_than_one_lets_go("c", "d", "e")[-1]
    assert former(last) == []
    assert audit.crowded_heads(last) == []
    assert sum(arrow.points != () for arrow in last.arrows) == len(list(audit.references(last)))


def test_heads_on_a_card_keep_off_those_on_what_stands_inside_it() -> None:
    film = Film()
    film.bind("Node", film.cls("Node"))
    inner = film.list()
    film.bind("a", film.list())
    film.bind("b", inner)
    film.step()
    film.bind("a", film.list(inner, film.number(0)))
    film.step()
    for _ in range(4):
        film.bind("b", film.list())
        film.step()
    shown = pictures(film)
    into = [{arrow.target for arrow in picture.arrows} for picture in shown]
    assert inner in into[1]
    assert inner in {nested.serial for box in shown[1].boxes for nested in box.nested}
    assert [audit.bundled(picture) for picture in shown] == [[]] * len(shown)
    assert [audit.crowded_heads(picture) for picture in shown] == [[]] * len(shown)


def test_names_that_lead_far_down_do_not_cross_to_reach_their_heads() -> None:
    film = Film()
    film.bind("Node", film.cls("Node"))
    film.bind("first", film.list(*(film.list() for _ in range(6))))
    shared = film.list()
    film.bind("one", shared)
    film.step()
    film.bind("other", shared)
    film.step()
    film.step()
    last = pictures(film)[-1]
    heads = {a.slot.name: a.points[-1].y for a in last.arrows if a.target == shared}
    assert heads["one"] < heads["other"]
    assert crossings(last) == {}
