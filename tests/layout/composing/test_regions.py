"""The backgrounds of the level Regions, and the chips of code above them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.layout.film import FILE, MODULE, Film
from tests.layout.films import films
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.regions import NAME_LINE, CodeChips
from visualizer.layout.composing.sheets import Scales, Sheets, walk_of
from visualizer.layout.picture import Rect, RegionKind
from visualizer.layout.placing.unit import Size
from visualizer.layout.sheet import Sheet
from visualizer.model import Frame, FrameKind


@pytest.mark.parametrize(("name", "count"), [("f", 1), ("f", 8), ("total_of_all_items", 3)])
def test_all_chips_of_code_are_within_their_region(name: str, count: int) -> None:
    film = Film()
    film.bind("a", film.list())
    module = film.code("<module>")
    for number in range(count):
        film.code(f"{name}_{number}", module)
    state = film.step()
    state.stacks[1] = (replace(MODULE, code=module.number),)
    sheet = Sheets(walk_of(film), {FILE: ""}, FixedMeasure(), Level.REGIONS).sheet(state)
    (ground,) = [one.rect for one in sheet.grounds if one.kind is RegionKind.TEXT]
    chips = [box.rect for box in sheet.boxes if box.key.kind == "code"]
    assert len(chips) == count + 1
    assert all(ground.x <= chip.x and chip.right <= ground.right for chip in chips)
    assert all(ground.y <= chip.y and chip.bottom <= ground.bottom for chip in chips)


def test_chips_that_three_lines_do_not_hold_are_counted() -> None:
    shelf = CodeChips(dict.fromkeys(range(8), 150.0)).shelf(400)
    assert (len(shelf.places), shelf.left_out) == (6, 2)


@pytest.mark.parametrize(
    ("name", "note"),
    [("a", "returns-to-line"), ("a_name_that_needs_a_wide_column_of_frames", "returns-to")],
)
def test_the_note_of_a_region_is_as_long_as_its_width_allows(name: str, note: str) -> None:
    film = Film()
    film.bind(name, film.list())
    film.call("run", 2)
    sheet = Sheets(walk_of(film), {FILE: ""}, FixedMeasure(), Level.REGIONS).sheet(film.step())
    (said,) = [one.note for one in sheet.grounds if one.kind is RegionKind.STACK]
    assert getattr(said, "key", "") == note


def test_the_name_of_the_main_thread_is_in_the_region_of_the_global_names() -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    state.stacks[2] = (Frame(2, "work", FILE, 2, FrameKind.FUNCTION, ()),)
    state.thread_names.update({1: "MainThread", 2: "Thread-1"})
    sheet = Sheets(walk_of(film), {FILE: ""}, FixedMeasure(), Level.REGIONS).sheet(state)
    kinds = [one.kind for one in sheet.grounds]
    assert kinds == [RegionKind.DATA, RegionKind.STACK, RegionKind.HEAP]
    data, below = (one.rect for one in sheet.grounds[:2])
    assert data.bottom < below.y
    first, second = (box.rect for box in sheet.boxes if box.key.kind == "thread")
    assert data.united(first) == data
    assert below.united(second) == below


@settings(max_examples=60, derandomize=True, deadline=None)
@given(films())
def test_no_arrow_or_label_covers_the_names_of_regions(film: Film) -> None:
    for sheet in sheets_of(film):
        names = [one.rect._replace(height=NAME_LINE) for one in sheet.grounds]
        labels = [one.label.rect for one in sheet.tags]
        labels += [one.stub.rect for one in sheet.arrows if one.stub is not None]
        parts = [
            Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x) or 1, abs(a.y - b.y) or 1)
            for arrow in sheet.arrows
            for a, b in pairwise(arrow.points)
        ]
        covering = [one for one in (*labels, *parts) if any(one.overlaps(name) for name in names)]
        assert not covering


@pytest.mark.parametrize("names", range(1, 12))
def test_an_empty_stack_has_room_below_the_global_names(names: int) -> None:
    film = Film()
    for name in "abcdefghijklm"[:names]:
        film.bind(name, film.number(1))
    film.step()
    walk, canvas = walk_of(film), Size(570, 440)
    sheets = Sheets(walk, {FILE: ""}, FixedMeasure(), Level.REGIONS, canvas, scales=Scales(3.0))
    for state, delta in walk():
        sheet = sheets.sheet(state, delta)
        low = max(one.rect.bottom for one in sheet.grounds)
        high = min(one.rect.y for one in sheet.grounds)
        assert (low - high) * sheets.scale <= canvas.height


def sheets_of(film: Film) -> Iterator[Sheet]:
    """Yield the picture of each step, on a canvas as small as a projector's."""
    walk = walk_of(film)
    sheets = Sheets(walk, {FILE: ""}, FixedMeasure(), Level.REGIONS, Size(570, 440))
    for state, delta in walk():
        yield sheets.sheet(state, delta)
