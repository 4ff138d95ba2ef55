"""What holds in every picture of every program."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout import audit
from tests.layout.crossings import crossings
from tests.layout.film import Film
from tests.layout.films import films
from visualizer.layout import ArrowKind, FixedMeasure, Foresight, Layout, Picture
from visualizer.layout.crossings import MOST_CROSSINGS
from visualizer.layout.sizes import MOST_HEADS
from visualizer.layout.standing import Standing

# Each film is laid out as a whole: few examples, many pictures.
few = settings(max_examples=30)

MODES = ("foreseen", "followed", "observed")


def layout_of(film: Film, mode: str) -> Layout:
    """All known in advance; known step by step; nothing known but what is shown."""
    if mode == "observed":
        return Layout(FixedMeasure())
    foresight = Foresight(FixedMeasure())
    if mode == "foreseen":
        for delta in film.deltas:
            foresight.add(delta)
        foresight.close()
    return Layout(FixedMeasure(), foresight)


def pictures(film: Film, mode: str) -> list[Picture]:
    layout = layout_of(film, mode)
    shown = zip(film.states, film.deltas, strict=True)
    return [layout.picture(state, delta) for state, delta in shown]


@pytest.mark.parametrize("mode", MODES)
@few
@given(film=films())
def test_no_card_overlaps_another(film: Film, mode: str) -> None:
    for picture in pictures(film, mode):
        assert audit.overlapping(picture) == []


@pytest.mark.parametrize("mode", MODES)
@few
@given(film=films())
def test_no_arrow_passes_over_a_card(film: Film, mode: str) -> None:
    for picture in pictures(film, mode):
        assert audit.passing_over(picture) == []


@pytest.mark.parametrize("mode", MODES)
@few
@given(film=films())
def test_every_reference_has_its_own_arrow_and_every_arrow_its_reference(
    film: Film, mode: str
) -> None:
    for picture in pictures(film, mode):
        assert Counter(audit.drawn(picture)) == Counter(audit.references(picture))


@pytest.mark.parametrize("mode", MODES)
@few
@given(film=films())
def test_arrows_are_level_and_upright_from_port_to_edge_with_heads_apart(
    film: Film, mode: str
) -> None:
    for picture in pictures(film, mode):
        assert audit.slanted(picture) == []
        assert audit.astray(picture) == []
        assert audit.crowded_heads(picture) == []
        assert audit.crowded_ports(picture) == []
        assert audit.bundled(picture) == []


@pytest.mark.parametrize("mode", MODES)
@few
@given(film=films(longest=20))
def test_no_arrow_crosses_more_than_a_few_others(film: Film, mode: str) -> None:
    for picture in pictures(film, mode):
        assert max(crossings(picture).values(), default=0) <= MOST_CROSSINGS


@few
@given(film=films())
def test_every_reference_has_a_head_though_its_way_may_not_be_shown(film: Film) -> None:
    for picture in pictures(film, "foreseen"):
        into = Counter(arrow.target for arrow in picture.arrows)
        for arrow in picture.arrows:
            assert arrow.points or into[arrow.target] > MOST_HEADS
            assert not arrow.full or (arrow.chip and arrow.full[-1] == arrow.points[-1])


def chips(picture: Picture) -> dict[object, bool]:
    """Which arrows are chips, told by what they lead from and to, and from and to where.

    What comes to stand inside another card begins anew there.
    """
    cards = {nested.serial: box.key for box in picture.boxes for nested in box.nested}
    return {
        (arrow.key, arrow.port.y, cards.get(arrow.target)): arrow.chip
        for arrow in picture.arrows
        if arrow.kind is ArrowKind.PLAIN and arrow.holder.kind != "frame"
    }


def is_chip_for_life(film: Film) -> bool:
    before: dict[object, bool] = {}
    for picture in pictures(film, "foreseen"):
        now = chips(picture)
        if any(now[key] != before[key] for key in now.keys() & before.keys()):
            return False
        before = now
    return True


@few
@given(film=films(longest=20))
def test_what_is_a_chip_is_one_while_both_ends_stand_and_in_full_only_where_it_changes(
    film: Film,
) -> None:
    assert is_chip_for_life(film)


@few
@given(film=films())
def test_nothing_that_stays_in_the_picture_ever_moves(film: Film) -> None:
    before: dict[object, tuple[float, float]] = {}
    for picture in pictures(film, "foreseen"):
        now: dict[object, tuple[float, float]] = {
            box.key: (box.rect.x, box.rect.y) for box in picture.boxes
        }
        assert {key: place for key, place in now.items() if key in before} == {
            key: place for key, place in before.items() if key in now
        }
        before = now


@pytest.mark.parametrize("mode", ["followed", "observed"])
@few
@given(film=films())
def test_what_did_not_change_does_not_move_though_nothing_is_known_ahead(
    film: Film, mode: str
) -> None:
    shown = pictures(film, mode)
    for number in range(1, len(shown)):
        before = {box.key: box for box in shown[number - 1].boxes}
        for box in shown[number].boxes:
            old = before.get(box.key)
            if old is not None and old.card == box.card:
                assert (box.rect.x, box.rect.y) == (old.rect.x, old.rect.y)


@few
@given(film=films(), data=st.data())
def test_a_step_looks_the_same_whatever_way_one_came_to_it(film: Film, data: st.DataObject) -> None:
    forwards = pictures(film, "foreseen")
    layout = layout_of(film, "foreseen")
    for step in data.draw(st.permutations(range(len(forwards)))):
        assert layout.picture(film.states[step], film.deltas[step]) == forwards[step]


@few
@given(film=films(), data=st.data())
def test_a_recording_that_grows_looks_on_the_way_back_as_it_did_when_it_was_new(
    film: Film, data: st.DataObject
) -> None:
    layout = layout_of(film, "followed")
    shown = zip(film.states, film.deltas, strict=True)
    forwards = [layout.picture(state, delta) for state, delta in shown]
    back = reversed(range(film.steps))
    for step in [*back, *data.draw(st.permutations(range(film.steps)))]:
        assert layout.picture(film.states[step], film.deltas[step]) == forwards[step]


@pytest.mark.parametrize("mode", MODES)
@few
@given(film=films())
def test_the_level_moves_nothing_and_the_region_of_code_lies_above_all(
    film: Film, mode: str
) -> None:
    layout = layout_of(film, mode)
    for state, delta in zip(film.states, film.deltas, strict=True):
        layout.picture(state, delta)
        shown = [layout.picture(state, delta, level) for level in (1, 2, 3, 4)]
        places = [{box.key: box.rect for box in picture.boxes} for picture in shown]
        assert places[0] == places[1] == places[2] == places[3]
        assert len({picture.bounds for picture in shown[:3]}) == 1
        edges = {(p.bounds.x, p.bounds.right, p.bounds.bottom) for p in shown}
        assert len(edges) == 1


@few
@given(film=films())
def test_regions_do_not_overlap_and_no_card_stands_above_the_module(film: Film) -> None:
    layout = layout_of(film, "foreseen")
    for state, delta in zip(film.states, film.deltas, strict=True):
        picture = layout.picture(state, delta, 4)
        for one, other in combinations(picture.regions, 2):
            assert not one.rect.overlaps(other.rect)
        assert all(box.rect.y >= 0 for box in picture.boxes)


@few
@given(film=films())
def test_frames_stand_left_of_the_heap_and_the_heap_around_its_objects(film: Film) -> None:
    for picture in pictures(film, "foreseen"):
        heap = picture.regions[0].rect
        for box in picture.boxes:
            if box.key.kind == "object":
                assert heap.x < box.rect.x
                assert box.rect.right < heap.right
                assert heap.y < box.rect.y
                assert box.rect.bottom < heap.bottom
            else:
                assert box.rect.right < heap.x


@few
@given(film=films())
def test_no_card_has_more_arrows_than_references(film: Film) -> None:
    for state, picture in zip(film.states, pictures(film, "foreseen"), strict=True):
        into = Counter(int(str(target)) for _, _, target in audit.drawn(picture))
        for serial, arrows in into.items():
            count = state.heap[serial].refcount
            assert count is None or arrows <= count


@given(films())
@settings(max_examples=60)
def test_what_is_kept_from_step_to_step_is_what_would_be_made_anew(film: Film) -> None:
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas:
        foresight.add(delta)
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    there_and_back = [*range(film.steps), *reversed(range(film.steps))]
    for level in (3, 1):
        for number in there_and_back:
            state, delta = film.states[number], film.deltas[number]
            kept = layout.picture(state, delta, level)
            known, layout._standing = layout._standing, Standing(layout._plan)
            assert layout.picture(state, delta, level) == kept
            layout._standing = known
