"""The formatting of texts."""

from visualizer.layout.blocks.block import Ink
from visualizer.layout.blocks.ink import STYLE_OF
from visualizer.layout.measure import TextStyle


def test_every_ink_has_a_style() -> None:
    assert set(STYLE_OF) == set(Ink)


def test_names_are_plain_and_values_and_functions_strong() -> None:
    assert STYLE_OF[Ink.NAME] is STYLE_OF[Ink.KEY] is TextStyle.NAME
    assert STYLE_OF[Ink.VALUE] is STYLE_OF[Ink.FUNCTION] is TextStyle.PLAIN_VALUE
