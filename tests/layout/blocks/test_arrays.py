"""A numpy array shows its first values, its base, and the part of the base that it views."""

from dataclasses import replace

import pytest

from tests.layout.blocks.test_maker import block, texts
from tests.layout.film import Film
from visualizer.layout.analysis.facts import Level
from visualizer.layout.blocks.block import Block, Form, ReferenceDisplay
from visualizer.layout.picture import Slot
from visualizer.model import Array, Other

GRID = Array((2, 3), "<i8", (24, 8), None, 48, (("1", "2", "3"), ("4", "5", "6")))


def drawn(content: Array, film: Film | None = None) -> Block:
    film = film or Film()
    film.bind("a", film.new("ndarray", content))
    film.step()
    return block(film, film.names["a"])


def cells(made: Block) -> int:
    return sum(shape.form is Form.CELL for shape in made.shapes)


def test_each_value_has_a_cell_and_indices_at_both_edges() -> None:
    made = drawn(GRID)
    assert texts(made) == ["ndarray 2 × 3 int64", *"012", *"0123", *"1456"]
    assert cells(made) == 6


def test_signs_stand_for_omitted_items() -> None:
    large = replace(GRID, shape=(20, 30), nbytes=4800)
    made = drawn(large)
    assert texts(made).count("⋯") == 2
    assert "18" in texts(made)[-1]


@pytest.mark.parametrize(
    ("content", "said", "count"),
    [
        (Array((), "<f8", (), None, 8, (("0.5",),)), ["ndarray float64", "0.5"], 1),
        (Array((0,), "<f8", (8,), None, 0, ()), ["ndarray 0 float64"], 0),
        (
            replace(GRID, shape=(2, 2, 3), strides=(48, 24, 8), nbytes=96),
            ["ndarray 2 × 2 × 3 int64", *"012", *"0123", *"1456", "[0, :, :]"],
            6,
        ),
    ],
)
def test_arrays_of_other_dimensions(content: Array, said: list[str], count: int) -> None:
    made = drawn(content)
    assert texts(made) == said
    assert cells(made) == count


def test_a_view_refers_to_its_base_and_names_its_part() -> None:
    film = Film()
    film.bind("whole", film.new("ndarray", GRID))
    row = Array((3,), "<i8", (8,), film.names["whole"], 24, (("4", "5", "6"),), 24)
    made = drawn(row, film)
    (port,) = (one for one in made.fields if one.display is ReferenceDisplay.PORT)
    assert (port.slot, port.target) == (Slot("base"), film.names["whole"])
    assert texts(made)[-2:] == ["base", "[1, :]"]


def test_a_view_that_was_released_has_no_row_for_a_base() -> None:
    film = Film()
    film.bind("held", film.new("managedbuffer", Other((), (), ())))
    made = drawn(Array((0,), "|u1", (1,), film.names["held"], 0, ()), film)
    assert "base" not in texts(made)


@pytest.mark.parametrize(("level", "is_direct"), [(Level.VALUES, True), (Level.COUNTS, False)])
def test_a_view_of_memory_leads_to_the_owner_or_its_holder(level: Level, is_direct: bool) -> None:
    film = Film()
    film.bind("data", film.list(film.number(1)))
    owner = film.names["data"]
    held = film.new("managedbuffer", Other((owner,), (("obj", owner),), ()))
    film.bind("held", held)
    film.bind("a", film.new("memoryview", Array((1,), "|u1", (1,), held, 1, (("7",),))))
    film.step()
    made = block(film, film.names["a"], level)
    (port,) = (one for one in made.fields if one.slot == Slot("base"))
    assert port.target == (owner if is_direct else held)
