"""Every theme has the colours of a sheet, and they are legible."""

import pytest

from tests.diagram.colour import contrast
from visualizer.diagram.themes import THEMES, theme
from visualizer.layout.blocks.block import Ink
from visualizer.layout.blocks.ink import INK_COLOUR, TYPE_COLOUR

GROUNDS = ("card", "cell", "cardHead", "accentSoft", "changeSoft", "ghostFill")
ROLES = (
    *GROUNDS,
    *INK_COLOUR.values(),
    *TYPE_COLOUR.values(),
    *("canvas", "hair", "line", "arrow", "accent", "gain", "change", "changeLine"),
)


def test_every_ink_has_a_colour() -> None:
    assert set(INK_COLOUR) == set(Ink)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_all_roles(name: str) -> None:
    assert not set(ROLES) - theme(name).colours.keys()


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_every_ground_of_a_block(name: str) -> None:
    colours = theme(name)
    inks = {*INK_COLOUR.values(), *TYPE_COLOUR.values(), "change"}
    worst = {
        (ink, ground): contrast(colours.colour(ink), colours.colour(ground))
        for ink in inks
        for ground in GROUNDS
    }
    assert {pair: value for pair, value in worst.items() if value < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("line", "ground"),
    [("changeLine", "card"), ("gain", "card"), ("gain", "canvas"), ("accent", "canvas")],
)
def test_edges_stand_out(name: str, line: str, ground: str) -> None:
    assert contrast(theme(name).colour(line), theme(name).colour(ground)) >= 3
