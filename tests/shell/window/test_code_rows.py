"""The code keeps a few lines in a small window."""

from pathlib import Path

import pytest

from tests.lessons.made import write_lesson
from tests.shell.windows import Desk
from visualizer.lessons.reading import read_lesson

LONG = "".join(f"name_{n} = 'a text that is wider than the pane', {n}\n" for n in range(40))


@pytest.fixture
def small(desk: Desk) -> Desk:
    """A small window with a long program, whose steps take the place of its output."""
    desk.window.resize(1024, 700)
    desk.put_in(LONG)
    desk.record()
    return desk


def rows(desk: Desk) -> float:
    editor = desk.window.source.editor
    return editor.viewport().height() / editor.line_height()


@pytest.mark.parametrize("shows_dock", [False, True])
def test_a_search_leaves_six_lines(small: Desk, shows_dock: bool) -> None:
    window = small.window
    window.arrangement.show_dock(shows_dock)
    below = window.dock if shows_dock else window.output
    before = below.height()
    small.press("replace")
    small.until(lambda: below.height() < before and rows(small) >= 6)


def test_a_search_returns_the_room_that_it_took_from_the_dock(small: Desk) -> None:
    dock = small.window.dock
    before = dock.height()
    small.press("replace")
    small.until(lambda: dock.height() < before)
    small.window.source.search.close_search()
    small.until(lambda: dock.height() == before)


def test_a_lesson_leaves_six_lines(small: Desk, tmp_path: Path) -> None:
    window = small.window
    window.lessons.open(read_lesson(write_lesson(tmp_path)))
    small.until_ended()
    small.put_in(LONG)
    editor = window.source.editor
    small.press("find")
    small.until(lambda: rows(small) >= 6 and editor.horizontalScrollBar().isVisible())


def test_larger_code_keeps_six_lines(small: Desk) -> None:
    editor = small.window.source.editor
    before = editor.minimumSizeHint().height()
    small.window.source.set_code_size(2 * editor.font().pixelSize())
    small.until(lambda: editor.height() >= editor.minimumSizeHint().height() > before)
