"""Whether everything can be read in every theme, by everyone."""

import re
from itertools import combinations

import pytest

from tests.diagram.colour import DEFICIENCIES, contrast, difference
from visualizer.diagram import THEMES, theme

REGIONS = ("text", "data", "stack", "heap")
GROUNDS = ("canvas", "card", "cell", "cardHead", "pane", *REGIONS)
SOFT = ("accentSoft", "gainSoft", "changeSoft", "lossSoft")

# Each colour of writing with every ground that it is written on.
WRITING = {
    "ink": (*GROUNDS, *SOFT, "islandSoft", "ghostFill", "prev", "app"),
    "ink2": (*GROUNDS, "accentSoft", "app"),
    "ink3": GROUNDS,
    "accent": ("canvas", "card", "pane", "accentSoft"),
    "onAccent": ("accent",),
    "gain": ("canvas", "card", "gainSoft", *REGIONS),
    "loss": ("canvas", "card", "lossSoft", "ghostFill", *REGIONS),
    "change": ("card", "changeSoft"),
    "island": ("card", "islandSoft"),
    **dict.fromkeys(("kw", "num", "str", "com"), ("pane", "prev", "accentSoft")),
}
SHAPES = {
    "line": ("canvas", "card", "cell", *REGIONS),
    "arrow": ("canvas", "card", *REGIONS),
    "ghost": ("canvas", "card", *REGIONS),
    "changeLine": ("canvas", "card", *REGIONS),
}
MEANING = ("accent", "gain", "loss", "changeLine", "island", "arrow")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "grounds"), WRITING.items(), ids=WRITING)
def test_writing_can_be_read_on_every_ground(name: str, ink: str, grounds: tuple[str, ...]) -> None:
    colours = theme(name)
    worst = {ground: contrast(colours.colour(ink), colours.colour(ground)) for ground in grounds}
    assert {ground: value for ground, value in worst.items() if value < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("shape", "grounds"), SHAPES.items(), ids=SHAPES)
def test_shapes_stand_out_from_every_ground(
    name: str, shape: str, grounds: tuple[str, ...]
) -> None:
    colours = theme(name)
    worst = {ground: contrast(colours.colour(shape), colours.colour(ground)) for ground in grounds}
    assert {ground: value for ground, value in worst.items() if value < 3} == {}


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("name", THEMES)
def test_colours_with_a_meaning_can_be_told_apart(name: str, deficiency: str) -> None:
    colours = theme(name)
    near = {
        (one, other): found
        for one, other in combinations(MEANING, 2)
        if (found := difference(colours.colour(one), colours.colour(other), deficiency)) < 15
    }
    assert near == {}


def test_every_theme_has_the_same_colours() -> None:
    names = [set(theme(name).colours) for name in THEMES]
    assert names[0] == names[1] == names[2]
    assert all(re.fullmatch(r"\w+", name) for name in names[0])


def test_a_theme_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme("sepia")
