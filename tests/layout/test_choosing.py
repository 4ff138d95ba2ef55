"""Of a small recording that order of placing is kept which reads best."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.gallery.films import Films
from tests.gallery.shots import LAID_OUT, OWN
from tests.layout.crossings import UNCHANGED, crossings
from tests.layout.film import Film
from visualizer.layout import ArrowKind, FixedMeasure, Foresight, Layout, Picture
from visualizer.layout.choosing import MOST_TRIED, choose
from visualizer.layout.orders import USUAL
from visualizer.layout.places import Places
from visualizer.model import Delta
from visualizer.recording import Recording

TESTS = Path(__file__).parents[1]
ALL = (*UNCHANGED, ArrowKind.NEW, ArrowKind.REBOUND)


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    return Films(tmp_path_factory.mktemp("films"))


def foreseen(deltas: list[Delta]) -> Foresight:
    foresight = Foresight(FixedMeasure())
    for delta in deltas:
        foresight.add(delta)
    foresight.close()
    return foresight


def pictures(films: Films, program: Path) -> Iterator[Picture]:
    recording = Recording.open(films.path(program))
    cursor = recording.cursor()
    deltas = [cursor.delta(number) for number in range(1, recording.steps + 1)]
    layout = Layout(FixedMeasure(), foreseen(deltas))
    for delta in deltas:
        yield layout.picture(cursor.seek(delta.step.number), delta)
    recording.close()


@pytest.mark.parametrize("name", ["matrix_6", "hash_of_lists", "stack_and_queue", "records"])
def test_no_arrows_cross_where_most_cards_are(name: str, films: Films) -> None:
    fullest = max(pictures(films, LAID_OUT / f"{name}.py"), key=lambda made: len(made.boxes))
    assert crossings(fullest, ALL).total() == 0


def test_no_arrows_between_the_nodes_of_a_tree_ever_cross(films: Films) -> None:
    for picture in pictures(films, OWN / "search_tree.py"):
        own = tuple(arrow for arrow in picture.arrows if arrow.card.kind == "object")
        assert crossings(replace(picture, arrows=own), ALL).total() == 0


@pytest.mark.parametrize("program", [TESTS / "programs_opt" / "recursion_with_generators.py"])
def test_what_would_be_too_large_is_placed_in_lower_columns(program: Path, films: Films) -> None:
    bounds = [made.bounds for made in pictures(films, program)]
    assert max(box.width for box in bounds) <= 1440 / 0.7
    assert max(box.height for box in bounds) <= 860 / 0.7


def names_of_loops(numbers: int) -> Foresight:
    """Two names that refer to each number in turn."""
    film = Film()
    found = [film.number(number) for number in range(numbers)]
    for one in found:
        for other in found:
            film.bind("i", one)
            film.bind("j", other)
            film.step()
    return foreseen(film.deltas)


def test_where_all_cost_alike_it_is_the_usual_order() -> None:
    foresight = names_of_loops(4)
    assert len(foresight.references) <= MOST_TRIED
    places, routes = choose(foresight)
    usual = Places(foresight, order=USUAL)
    usual.extend()
    kept = {spot.key: (spot.column, spot.y) for spot in places.spots}
    assert kept == {spot.key: (spot.column, spot.y) for spot in usual.spots}
    # Of two names that refer to the same numbers in turn one crosses the other half of the time.
    crossed, chips = routes.obstructed(foresight.horizon + 1)
    assert 0 < crossed < foresight.horizon
    assert chips == 0


def test_a_layout_with_a_card_put_elsewhere_keeps_the_others_where_they_were(films: Films) -> None:
    recording = Recording.open(films.path(LAID_OUT / "hash_of_lists.py"))
    cursor = recording.cursor()
    deltas = [cursor.delta(number) for number in range(1, recording.steps + 1)]
    state, delta = cursor.seek(recording.steps), deltas[-1]
    layout = Layout(FixedMeasure(), foreseen(deltas))
    before = {box.key: box.rect[:2] for box in layout.picture(state, delta).boxes}
    key = next(key for key in before if key.kind == "object")
    moved = layout.rearranged(layout.move_to(key, 900, 700))
    after = {box.key: box.rect[:2] for box in moved.picture(state, delta).boxes}
    assert after[key] != before[key]
    others = before.keys() - {key}
    assert {k: after[k][1] for k in others} == {k: before[k][1] for k in others}
    recording.close()
