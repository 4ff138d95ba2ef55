"""A program's output becomes displayable text, however long or strange it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF, QTextCursor
from pytestqt.qtbot import QtBot

from visualizer.diagram.fonts import code_font
from visualizer.shell.appearance.words import Words
from visualizer.shell.output.origin import byte_at
from visualizer.shell.output.stream_view import Piece, StreamView
from visualizer.shell.output.text import (
    LONGEST_LINE,
    SHOWN_AT_MOST,
    common_prefix,
    shown,
    window_of,
)


@given(st.binary(max_size=200))
def test_any_bytes_become_text_without_control_characters(data: bytes) -> None:
    text = shown(data)
    controls = {"Cc", "Zl", "Zp"}
    assert not {c for c in text if unicodedata.category(c) in controls} - {"\n", "\t"}


def test_line_ends_become_one_and_other_controls_are_written_out() -> None:
    assert shown(b"a\r\nb\rc\x1b[1m\xff\0") == "a\nb\nc\\x1b[1m\\xff\\x00"


@given(st.lists(st.integers(0, 3 * LONGEST_LINE), max_size=4))
def test_a_long_line_is_broken_and_nothing_is_lost(lengths: list[int]) -> None:
    text = "\n".join("x" * length for length in lengths)
    found = shown(text.encode())
    assert max(map(len, found.split("\n"))) <= LONGEST_LINE
    assert found.replace("\n", "") == text.replace("\n", "")


@given(st.integers(0, 1 << 34))
def test_the_end_of_a_stream_is_shown_and_never_more_than_the_limit(end: int) -> None:
    start = window_of(end)
    assert 0 <= start <= end
    assert end - start <= SHOWN_AT_MOST
    assert end - start >= min(end, SHOWN_AT_MOST // 2)


@given(st.text("ab", max_size=20), st.text("ab", max_size=20))
def test_the_common_prefix_is_the_longest(one: str, other: str) -> None:
    count = common_prefix(one, other)
    assert one[:count] == other[:count]
    assert count in (len(one), len(other)) or one[count] != other[count]


@pytest.mark.parametrize("pixels", range(12, 33))
def test_lines_of_output_never_overlap(qtbot: QtBot, pixels: int) -> None:
    font = code_font(pixels)
    view = StreamView(font, "gain")
    qtbot.addWidget(view)
    # The whole text is in view: above the view Qt lays out only what it is asked for.
    view.resize(260, 1200)
    view.show_pieces((Piece("Ågjy|_\n가각갛\n漢字j\n" + "Ågj 가각 " * 12 + "\nend\n"),))
    view.grab()
    bottom, block = float("-inf"), view.document().begin()
    while block.isValid():
        top = view.blockBoundingGeometry(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            text = block.text()[line.textStart() : line.textStart() + line.textLength()]
            ink = QFontMetricsF(font).tightBoundingRect(text)
            base = top + line.y() + line.ascent()
            if text.strip():
                assert base + ink.top() >= bottom, text
                bottom = base + ink.bottom()
        block = block.next()


def test_tracebacks_name_the_files_of_the_program_without_their_folder() -> None:
    said = (
        b"Traceback (most recent call last):\n"
        b'  File "/home/someone/class/own.py", line 3, in <module>\n'
        b'  File "/home/someone/class/parts/tool.py", line 1, in make\n'
        b'  File "/usr/lib/python3.13/json/decoder.py", line 345, in decode\n'
        b'printed: File "/home/someone/class/own.py"\n'
    )
    found = shown(said, {"own.py", "parts/tool.py"})
    assert '  File "own.py", line 3, in <module>' in found
    assert '  File "parts/tool.py", line 1, in make' in found
    assert '  File "/usr/lib/python3.13/json/decoder.py", line 345' in found
    assert 'printed: File "/home/someone/class/own.py"' in found
    assert shown(said) == said.decode()
    after = found.index("printed")
    assert said[byte_at(said, after, {"own.py", "parts/tool.py"}) :].startswith(b"printed")


@pytest.mark.parametrize("height", [60, 64, 80, 120])
def test_the_last_line_stays_in_view_with_as_many_before_it_as_fit(
    qtbot: QtBot, height: int
) -> None:
    view = StreamView(code_font(14), "gain")
    qtbot.addWidget(view)
    view.resize(300, 40)
    view.show()
    view.show_pieces((Piece("".join(f"line {n}\n" for n in range(30))),))
    view.resize(300, height)
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.document().characterCount() - 2)
    last = view.cursorRect(cursor)
    assert last.bottom() <= view.viewport().height()
    assert last.bottom() + 3 * last.height() > view.viewport().height()


@pytest.mark.parametrize(("language", "word"), [("en", "yet"), ("ko", "아직")])
def test_the_words_of_an_empty_output_hold_after_the_end_of_the_program(
    language: str, word: str
) -> None:
    assert word not in Words(language)("output.empty")
