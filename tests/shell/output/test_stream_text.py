"""A long stream is shown from a whole line on."""

from pathlib import Path

import pytest

from tests.shell.recordings import playing
from visualizer.shell.output.stream_text import Span, StreamText
from visualizer.shell.output.text import SHOWN_AT_MOST

LINE = "a line of 23 bytes: 한"
SIZE = 2 * SHOWN_AT_MOST


def shown(folder: Path, line: str) -> tuple[str, int]:
    """Return the text to show of ``line`` printed again and again, and the bytes left out."""
    count = SIZE // len(line.encode())
    player = playing(folder, f"print({line!r} * {count}, end='')\n")
    assert player.recording is not None
    text = StreamText(player.recording, "stdout", lambda read, _default: read())
    (piece,), left_out = text.pieces(Span(0, 0, count * len(line.encode())), ())
    assert text.byte_of(piece, 0) == left_out
    player.close()
    return piece.text, left_out


@pytest.mark.parametrize("line", [LINE, LINE * 3, ""])
def test_output_that_is_left_out_ends_with_a_line(tmp_path: Path, line: str) -> None:
    text, left_out = shown(tmp_path, f"{line}\n")
    assert text.startswith(f"{line}\n")
    assert left_out % len(f"{line}\n".encode()) == 0


def test_a_line_that_is_too_long_begins_where_it_must(tmp_path: Path) -> None:
    text, left_out = shown(tmp_path, "x")
    assert left_out + text.count("x") == SIZE
