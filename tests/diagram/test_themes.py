"""Everything is legible in every theme, for everyone."""

import re
from itertools import combinations

import pytest

from tests.diagram.colour import DEFICIENCIES, contrast, difference
from visualizer.diagram.themes import THEMES, theme

REGIONS = ("text", "data", "stack", "heap")
GROUNDS = ("canvas", "card", "cell", "cardHead", "pane", *REGIONS)
SOFT = ("accentSoft", "gainSoft", "changeSoft", "lossSoft")

# Each text colour with every ground that it is written on.
WRITING = {
    "ink": (*GROUNDS, *SOFT, "islandSoft", "ghostFill", "prev", "app"),
    "ink2": (*GROUNDS, "accentSoft", "ghostFill", "app"),
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
    "changeLine": ("canvas", "card", "pane", *REGIONS),
    "accent": ("canvas", "card", "pane", *REGIONS),
    "gain": ("pane",),
    "loss": ("canvas", "card", "pane", *REGIONS),
    "island": ("pane", "islandSoft", *REGIONS),
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
def test_colours_with_a_meaning_are_distinguishable(name: str, deficiency: str) -> None:
    colours = theme(name)
    near = {
        (one, other): found
        for one, other in combinations(MEANING, 2)
        if (found := difference(colours.colour(one), colours.colour(other), deficiency)) < 15
    }
    assert near == {}


# The promised contrast of each colour on its worst ground: light, dark, high contrast.
PROMISED = {
    "ink": (13.2, 10.9, 16.4),
    "ink2": (6.5, 7.7, 13.8),
    "ink3": (4.7, 5.3, 10.1),
    "accent": (5.9, 5.2, 7.9),
    "onAccent": (7.2, 7.2, 9.8),
    "gain": (5.1, 8.2, 6.3),
    "loss": (8.1, 6.8, 9.3),
    "change": (6.6, 8.5, 9.4),
    "island": (6.6, 10.0, 9.5),
}


@pytest.mark.parametrize(("ink", "promised"), PROMISED.items(), ids=PROMISED)
def test_contrast_is_as_high_as_promised(ink: str, promised: tuple[float, ...]) -> None:
    for name, least in zip(THEMES, promised, strict=True):
        colours = theme(name)
        found = min(contrast(colours.colour(ink), colours.colour(g)) for g in WRITING[ink])
        assert found >= least - 0.05, name


def test_every_theme_has_the_same_colours() -> None:
    names = [set(theme(name).colours) for name in THEMES]
    assert names[0] == names[1] == names[2]
    assert all(re.fullmatch(r"\w+", name) for name in names[0])


def test_an_unknown_theme_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme("sepia")
