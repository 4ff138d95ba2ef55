"""The backgrounds of the level Regions, and the chips of code above them."""

from dataclasses import replace

import pytest

from tests.layout.film import FILE, MODULE, Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.regions import CodeChips
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.picture import RegionKind


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
