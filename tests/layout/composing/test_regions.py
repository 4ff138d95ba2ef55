"""The backgrounds of the level Regions, and the chips of code above them."""

from dataclasses import replace

import pytest

from tests.layout.film import FILE, MODULE, Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.regions import CodeChips
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.picture import RegionKind
from visualizer.model.run import Code, Constant


@pytest.mark.parametrize(("name", "count"), [("f", 1), ("f", 8), ("total_of_all_items", 3)])
def test_all_chips_of_code_are_within_their_region(name: str, count: int) -> None:
    film = Film()
    film.bind("a", film.list())
    state, delta = film.step(), film.deltas[-1]
    within = [code(number, f"{name}_{number}") for number in range(2, count + 2)]
    codes = [code(1, "<module>", within), *within]
    state.codes |= {one.number: one for one in codes}
    state.stacks[1] = (replace(MODULE, code=1),)
    film.deltas[-1] = replace(delta, codes=tuple(codes))
    sheet = Sheets(walk_of(film), {FILE: ""}, FixedMeasure(), Level.REGIONS).sheet(state)
    (ground,) = [one.rect for one in sheet.grounds if one.kind is RegionKind.TEXT]
    chips = [box.rect for box in sheet.boxes if box.key.kind == "code"]
    assert len(chips) == count + 1
    assert all(ground.x <= chip.x and chip.right <= ground.right for chip in chips)
    assert all(ground.y <= chip.y and chip.bottom <= ground.bottom for chip in chips)


def test_chips_that_three_lines_do_not_hold_are_counted() -> None:
    shelf = CodeChips(dict.fromkeys(range(8), 150.0)).shelf(400)
    assert (len(shelf.places), shelf.left_out) == (6, 2)


def code(number: int, name: str, within: list[Code] | None = None) -> Code:
    """Code of the program; constants lead to the code ``within``."""
    constants = tuple(Constant(0, one.address) for one in within or ())
    return Code(number, name, FILE, number, 0x1000 * number, True, 0, (), (), constants)
