"""The changes that a step marks."""

from tests.layout.film import Film
from visualizer.layout.composing.changes import changes_of
from visualizer.layout.picture import Slot, object_key
from visualizer.model import Sequence


def test_an_item_that_a_set_gets_is_marked_and_those_that_it_moves_are_not() -> None:
    film = Film()
    one, two, three = (film.number(value) for value in (1, 2, 3))
    members = film.new("set", Sequence((one, two), 2))
    film.bind("seen", members)
    film.step()
    film.put(members, Sequence((three, one, two), 3))
    film.step()
    changes = changes_of(film.states[-1], film.deltas[-1])
    assert changes.fields == {(object_key(members), Slot("item", 0))}
