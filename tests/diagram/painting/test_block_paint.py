"""The painted parts of a block, and their places."""

import math

import pytest
from PySide6.QtGui import QColor, QImage

from tests.diagram.filmed import Filmed, box
from tests.diagram.sheets import (
    FRAME,
    HEADER,
    INDEX,
    LIGHT,
    NUMBERS,
    PINK,
    ROW,
    TITLE,
    alike,
    cells,
    count,
    frame,
    image_of,
    nested,
)
from tests.layout.film import Film
from visualizer.diagram.items.marks import Marks
from visualizer.diagram.painting.look import Look
from visualizer.diagram.themes import THEMES, theme
from visualizer.layout.blocks.block import Block, Form, Ink, Rule, Shape, Words
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.picture import Point, Rect, Slot, object_key
from visualizer.model import Scalar

pytestmark = pytest.mark.usefixtures("qapp")
AROUND = 10
SCALES = (0.7, 1.0, 1.25, 2.3, 4.0)


def at(image: QImage, x: float, y: float, scale: float = 1.0) -> QColor:
    """Return the colour of the pixel at a place of the block."""
    return image.pixelColor(AROUND + int(x * scale), AROUND + int(y * scale))


def marked(serial: int = NUMBERS, number: int = 1) -> Marks:
    return Marks(frozenset({(object_key(serial), Slot("item", number))}))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", SCALES)
def test_a_changed_cell_has_an_amber_ground_and_edge(name: str, scale: float) -> None:
    look = Look(theme(name))
    image = image_of(cells("4", "5", "6"), marked(), look, scale)
    x, y = 5 + 30, TITLE + INDEX
    assert at(image, x + 1.5, y + 11, scale) == look.colour("changeLine")
    assert at(image, x + 5, y + 4, scale) == look.colour("changeSoft")
    assert at(image, x - 25, y + 4, scale) == look.colour("cell")


def test_a_changed_row_stays_inside_the_frame_s_edge() -> None:
    marks = Marks(frozenset({(FRAME, Slot("name", "a"))}))
    image = image_of(frame("a", "b"), marks)
    y = HEADER + 10
    assert [at(image, x, y).name() for x in (1, 2, 3, 5)] == [
        LIGHT.colour(name).name() for name in ("accent", "changeLine", "changeLine", "changeSoft")
    ]
    assert at(image, 118, y) == LIGHT.colour("accent")


def test_unchanged_parts_have_no_amber() -> None:
    image = image_of(cells("4", "5", "6"), Marks(frozenset({(FRAME, Slot("name", "a"))})))
    assert count(image, LIGHT.colour("changeSoft")) == 0


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    "block",
    [
        frame("a", "b"),
        frame("a", "b", form=Form.FRAME),
        cells("4", "5", "600000000000000"),
        nested(cells("4", "5", form=Form.INLINED)),
    ],
    ids=["running", "frame", "cells", "nested"],
)
def test_nothing_is_painted_outside_of_a_block(block: Block, scale: float) -> None:
    marks = Marks(
        frozenset((field.holder, field.slot) for field in block.fields),
        dict.fromkeys((NUMBERS, 20), Outline.NEW),
    )
    image = image_of(block, marks, scale=scale)
    right, bottom = (
        AROUND + math.floor(size * scale + 0.5) for size in (block.width, block.height)
    )
    outside = {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if not (AROUND <= x < right and AROUND <= y < bottom)
        and not alike(image.pixelColor(x, y), PINK)
    }
    assert outside == set()
    assert image.pixelColor(AROUND, AROUND) != at(image, 20, 1)


def test_a_text_that_sticks_out_is_cut_short() -> None:
    block = Block(60, 30, [Shape(Rect(0, 0, 60, 30), Form.CARD)])
    block.words.append(Words(Rect(5, 0, 400, 30), "much too long for it", Ink.NAME))
    image = image_of(block, around=30)
    beyond = {image.pixelColor(x, y).name() for x in range(91, 120) for y in range(90)}
    assert beyond == {PINK.name()}


def test_neighbouring_texts_do_not_overlap() -> None:
    block = Block(100, 30, [Shape(Rect(0, 0, 100, 30), Form.CARD)])
    block.words.append(Words(Rect(5, 0, 40, 30), "wwwwwwwwwwwwwwww", Ink.NAME))
    alone = image_of(block)
    block.words.append(Words(Rect(50, 0, 45, 30), "5", Ink.VALUE, type="int"))
    both = image_of(block)
    left = [(x, y) for x in range(58) for y in range(50)]
    assert all(alone.pixel(x, y) == both.pixel(x, y) for x, y in left)
    assert alone != both


@pytest.mark.parametrize("scale", SCALES)
def test_lines_are_sharp_at_every_scale(scale: float) -> None:
    """A row of pixels across a cell without text has the colours of lines and grounds only."""
    block = cells("", "", "")
    image = image_of(block, scale=scale)
    y = AROUND + int((TITLE + INDEX + 11) * scale)
    found = [image.pixelColor(x, y) for x in range(AROUND, image.width() - AROUND)]
    assert all(any(alike(one, LIGHT.colour(name)) for name in ("line", "cell")) for one in found)


@pytest.mark.parametrize("scale", SCALES)
def test_neighbouring_cells_share_one_line(scale: float) -> None:
    image = image_of(cells("", ""), scale=scale)
    y = AROUND + int((TITLE + INDEX + 11) * scale)
    row = [alike(image.pixelColor(x, y), LIGHT.colour("line")) for x in range(image.width())]
    runs = "".join("#" if one else " " for one in row).split()
    # The card's two edges and the three lines of two cells, all of the same width.
    assert len(runs) == 5
    assert len(set(runs)) == 1


@pytest.mark.parametrize("mark", [Outline.NEW, Outline.LESS])
def test_a_marked_object_has_a_wider_edge(mark: Outline) -> None:
    image = image_of(cells("4", "5"), Marks(outlines={NUMBERS: mark}))
    assert [at(image, x, 30) for x in (0, 1)] == [LIGHT.colour(mark.value)] * 2
    plain = image_of(cells("4", "5"))
    assert at(plain, 0, 30) == LIGHT.colour("line")
    assert at(plain, 1, 30) == LIGHT.colour("card")


@pytest.mark.parametrize("name", THEMES)
def test_the_running_frame_has_a_wider_edge_and_a_triangle(name: str) -> None:
    look = Look(theme(name))
    running = image_of(frame("a"), look=look)
    waiting = image_of(frame("a", form=Form.FRAME), look=look)
    edge = int(look.edge + 1)
    assert [at(running, x, 30) for x in range(edge)] == [look.colour("accent")] * edge
    assert at(running, edge, 30) == look.colour("card")
    assert at(waiting, int(look.edge), 30) == look.colour("card")
    assert at(running, 9, 11) == look.colour("accent")
    assert at(waiting, 9, 11) == look.colour("cardHead")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", SCALES)
def test_the_width_of_its_edge_marks_the_running_frame_at_every_scale(
    name: str, scale: float
) -> None:
    look = Look(theme(name))

    def edge(form: Form, colour: str) -> int:
        image = image_of(frame("a", "b", form=form), look=look, scale=scale)
        y = AROUND + int(30 * scale)
        row = [image.pixelColor(x, y) for x in range(AROUND, AROUND + 20)]
        return sum(alike(one, look.colour(colour)) for one in row)

    assert edge(Form.RUNNING, "accent") > edge(Form.FRAME, "line")


def test_a_nested_container_is_seen_on_the_ground_of_the_field_that_changed() -> None:
    block = nested(cells("4", "5", form=Form.INLINED))
    image = image_of(block, Marks(frozenset({(object_key(20), Slot("attribute", "a"))})))
    assert count(image, LIGHT.colour("changeSoft")) > 50
    assert at(image, 74 + 5 + 3, TITLE + 3 + TITLE + INDEX + 3) == LIGHT.colour("cell")


def test_a_selected_value_has_an_edge_wherever_it_is_written() -> None:
    image = image_of(cells("4", "5", "6"), Marks(selected=201))
    assert at(image, 5 + 30 + 1, TITLE + INDEX + 11) == LIGHT.colour("accent")
    assert at(image, 5 + 1, TITLE + INDEX + 11) != LIGHT.colour("accent")


def test_the_slash_of_nothing_is_seen_where_it_came_about() -> None:
    block = cells("", "")
    plain = image_of(block, marked())
    block.rules.append(Rule(Point(38, 50), Point(62, 33), is_slash=True))
    assert image_of(block, marked()) != plain


def test_cells_at_the_bottom_of_a_card_keep_its_round_corners() -> None:
    block = Block(60, 40, [Shape(Rect(0, 0, 60, 40), Form.CARD, TITLE, 5)])
    block.shapes += (Shape(Rect(x, 21, 30, 19), Form.CELL) for x in (0, 30))
    image = image_of(block)
    corners = [image.pixelColor(x, AROUND + 39) for x in (AROUND, AROUND + 59)]
    assert corners == [PINK, PINK]
    assert at(image, 30, 39) == at(image, 20, 39) == LIGHT.colour("line")


def test_a_row_is_as_high_as_a_row() -> None:
    """The line above the second row is where the layout put it."""
    image = image_of(frame("a", "b"))
    assert at(image, 60, HEADER + ROW) == LIGHT.colour("hair")


@pytest.mark.parametrize("is_new", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_cells_in_a_row_have_the_same_gap_on_both_sides(scale: float, is_new: bool) -> None:
    film = Film()
    key = film.new("str", Scalar("'p'"))
    film.bind("d", film.dict((key, film.list(film.number(1)))))
    film.step()
    serial = film.names["d"]
    block = box(Filmed(film).sheet(1), object_key(serial)).block
    image = image_of(block, Marks(outlines={serial: Outline.NEW} if is_new else {}), scale=scale)
    y = AROUND + int((block.height - 7) * scale)
    row = [image.pixelColor(x, y) for x in range(image.width())]
    grounds = "".join("#" if one == LIGHT.colour("card") else " " for one in row).split()
    _, before, _, after = map(len, grounds)
    assert after == (before if not is_new else before / 2)
