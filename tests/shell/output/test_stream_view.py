"""The view of a stream of text."""

from pytestqt.qtbot import QtBot

from visualizer.diagram.fonts import code_font, narrow_families, wide_letters
from visualizer.shell.output.stream_view import Piece, StreamView


def test_letters_that_korean_fonts_make_wide_are_in_a_font_where_they_are_narrow(
    qtbot: QtBot,
) -> None:
    view = StreamView(code_font(14), "accent")
    qtbot.addWidget(view)
    text = "Иван: 5 abc → γ"
    view.show_pieces((Piece(text),))
    assert view.toPlainText() == text
    narrow = {found[0] for found in wide_letters(text)}
    for part in view.document().firstBlock().textFormats():
        written = text[part.start : part.start + part.length]
        families = part.format.fontFamilies()
        assert families == (narrow_families() if written in narrow else None)
        narrow.discard(written)
    assert not narrow
