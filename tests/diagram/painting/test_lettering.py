"""Text fitted into a given width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.diagram.fonts import QtMeasure, text_width
from visualizer.layout.measure import TextStyle, phrase, shortened, written_in

pytestmark = pytest.mark.usefixtures("qapp")
STYLES = (
    TextStyle.NAME,
    TextStyle.PLAIN_VALUE,
    TextStyle.HEADING,
    TextStyle.NOTE,
    TextStyle.INDEX,
)


def _fitting(said: str, style: TextStyle, room: float) -> str:
    return shortened(said, room, lambda text: text_width(text, style))


def test_a_text_that_fits_is_unchanged() -> None:
    assert _fitting("names", TextStyle.NAME, 200) == "names"


def test_a_text_that_does_not_fit_ends_in_an_ellipsis() -> None:
    said = _fitting("a long name", TextStyle.NAME, 50)
    assert said.endswith("…")
    assert "a long name".startswith(said[:-1])


def test_nothing_is_written_without_room() -> None:
    assert _fitting("name", TextStyle.NAME, 1) == ""


@given(
    text=st.text("abcW 가나…→", max_size=30),
    room=st.floats(0, 200),
    style=st.sampled_from(STYLES),
)
def test_it_is_never_wider_than_its_room(text: str, room: float, style: TextStyle) -> None:
    assert text_width(_fitting(text, style, room), style) <= room or not text


def test_words_among_names_are_recognised() -> None:
    word = phrase("empty")
    assert written_in(word, TextStyle.NAME) is TextStyle.NOTE
    assert written_in("empty", TextStyle.NAME) is TextStyle.NAME
    assert written_in(word, TextStyle.PLAIN_VALUE) is TextStyle.PLAIN_VALUE
    assert written_in(word, TextStyle.INDEX) is TextStyle.INDEX


def test_a_phrase_is_measured_as_it_is_written() -> None:
    word = phrase("returns")
    assert QtMeasure().width(word, TextStyle.NAME) == QtMeasure().width(word, TextStyle.NOTE)
