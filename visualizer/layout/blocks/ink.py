"""The style of each role of text, for measuring and painting."""

from collections.abc import Mapping

from visualizer.layout.blocks.block import Ink
from visualizer.layout.measure import TextStyle

STYLE_OF: Mapping[Ink, TextStyle] = {
    Ink.NAME: TextStyle.NAME,
    Ink.VALUE: TextStyle.PLAIN_VALUE,
    Ink.KEY: TextStyle.NAME,
    Ink.TITLE: TextStyle.HEADING,
    Ink.FUNCTION: TextStyle.PLAIN_VALUE,
    Ink.NOTE: TextStyle.NOTE,
    Ink.INDEX: TextStyle.INDEX,
    Ink.COUNT: TextStyle.INDEX,
    Ink.EVENT: TextStyle.HEADING,
}
