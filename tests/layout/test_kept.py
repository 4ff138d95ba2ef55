"""While a program is edited, what is the same stands where it stood; all other rules hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout import audit
from tests.layout.film import Film
from tests.layout.films import films
from tests.layout.test_layout_properties import layout_of
from visualizer.layout import FixedMeasure, Foresight, Kept, Layout
from visualizer.model import Delta

few = settings(max_examples=20)


def foreseen(deltas: list[Delta], kept: Kept | None = None) -> Layout:
    foresight = Foresight(FixedMeasure())
    for delta in deltas:
        foresight.add(delta)
    foresight.close()
    return Layout(FixedMeasure(), foresight, kept=kept)


def same(film: Film) -> dict[int, int]:
    return {change.serial: change.serial for delta in film.deltas for change in delta.objects}


@few
@given(film=films(), data=st.data())
def test_whatever_is_kept_nothing_overlaps_and_no_arrow_passes_over_a_card(
    film: Film, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, film.steps))
    before = foreseen(film.deltas[:cut])
    before.picture(film.states[cut - 1], film.deltas[cut - 1])
    kept = before.keep(same(film))
    if data.draw(st.booleans()):
        kept = kept.with_room()
    after = foreseen(film.deltas, kept)
    for state, delta in zip(film.states, film.deltas, strict=True):
        picture = after.picture(state, delta)
        assert audit.overlapping(picture) == []
        assert audit.passing_over(picture) == []
        assert audit.astray(picture) == []


@few
@given(film=films())
def test_the_same_program_looks_the_same(film: Film) -> None:
    before = layout_of(film, "foreseen")
    shown = list(zip(film.states, film.deltas, strict=True))
    pictures = [before.picture(state, delta) for state, delta in shown]
    after = foreseen(film.deltas, before.keep(same(film)))
    for (state, delta), picture in zip(shown, pictures, strict=True):
        places = {box.key: box.rect[:2] for box in after.picture(state, delta).boxes}
        assert places == {box.key: box.rect[:2] for box in picture.boxes}


@few
@given(film=films())
def test_room_is_made_once_and_then_everything_stands_there(film: Film) -> None:
    roomy = layout_of(film, "foreseen").with_room()
    shown = list(zip(film.states, film.deltas, strict=True))
    pictures = [roomy.picture(state, delta) for state, delta in shown]
    after = foreseen(film.deltas, roomy.keep(same(film)))
    for (state, delta), picture in zip(shown, pictures, strict=True):
        assert audit.overlapping(picture) == []
        places = {box.key: box.rect[:2] for box in after.picture(state, delta).boxes}
        assert places == {box.key: box.rect[:2] for box in picture.boxes}
