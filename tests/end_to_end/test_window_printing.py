"""A step on paper: the caption above, the diagram below, painted as the window paints it."""

import re
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.shell.windows import Desk, press
from visualizer.shell.playback.player import Player

PROGRAM = "names = ['a', 'b']\nother = names\nother.append('c')\nend = 1\n"
CTRL = Qt.KeyboardModifier.ControlModifier
PAGE = QSize(760, 1080)


@pytest.fixture
def stepped(desk: Desk) -> Desk:
    """A window at the step in which the list grew."""
    desk.record_again(PROGRAM)
    desk.window.player.go_to(4)
    desk.focus_diagram()
    return desk


def page(desk: Desk) -> QImage:
    """Render the page that would be printed."""
    image = QImage(PAGE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    desk.window.printing.paint(painter, QRectF(image.rect()))
    painter.end()
    return image


def rows_with_ink(image: QImage) -> list[int]:
    white = QColor("white").rgb()
    return [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) != white for x in range(image.width()))
    ]


def test_nothing_is_printed_where_no_printer_is_chosen(stepped: Desk) -> None:
    stepped.press("print")
    assert stepped.person.asked == ["printer"]


def test_the_key_prints_into_a_file_of_one_page(stepped: Desk, tmp_path: Path) -> None:
    window, person = stepped.window, stepped.person
    person.prints_as = tmp_path / "step.pdf"
    press(stepped, Qt.Key.Key_P, CTRL)
    data = person.prints_as.read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", data)) == 1
    title = window.words("print.title", name="program.py", step="4", steps="5", line=4)
    assert title.encode("utf-16-be") in data
    assert len(data) > 10_000, "the fonts of the window are in it"


def test_a_path_that_cannot_be_written_is_reported(stepped: Desk, tmp_path: Path) -> None:
    stepped.person.prints_as = tmp_path / "no such folder" / "step.pdf"
    stepped.press("print")
    said = stepped.window.diagram.notifications.problem
    assert said.isVisible()
    assert "Not printed" in said.accessibleName()


def test_a_folder_for_temporary_files_that_cannot_be_written_is_named(
    stepped: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stepped.person.prints_as = tmp_path / "step.pdf"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    stepped.press("print")
    notification = stepped.window.diagram.notifications.problem
    assert notification.isVisible()
    assert str(tmp_path / "gone") in notification.accessibleName()
    assert not stepped.person.prints_as.exists()


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_paper_is_light_and_the_window_stays_as_it_is(stepped: Desk, theme: str) -> None:
    window = stepped.window
    window.appearance.choose(theme)
    before = window.diagram.view.grab().toImage()
    image = page(stepped)
    assert window.diagram.scene.look.theme.name == theme
    assert window.diagram.view.grab().toImage() == before
    dark = sum(
        image.pixelColor(x, y).lightness() < 100
        for y in range(0, image.height(), 5)
        for x in range(0, image.width(), 5)
    )
    assert dark < 0.05 * (image.width() // 5) * (image.height() // 5)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_caption_and_diagram_share_the_page(stepped: Desk, language: str) -> None:
    window = stepped.window
    window.words.speak(language)
    inked = rows_with_ink(page(stepped))
    assert inked[0] < 30
    gaps = [two - one for one, two in pairwise(inked)]
    assert max(gaps) >= 14, "the diagram stands below the words"
    assert inked[-1] < PAGE.height()


def test_a_step_of_very_many_changes_leaves_half_of_the_page_to_the_diagram(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.record_again(PROGRAM)
    player = desk.window.player
    monkeypatch.setattr(Player, "sentences", player.sentences * 60)
    image = page(desk)
    canvas = desk.window.diagram.scene.look.theme.colour("canvas").rgb()
    lower = range(PAGE.height() // 2, PAGE.height())
    ground = [y for y in lower if image.pixel(PAGE.width() // 2, y) == canvas]
    assert ground, "the diagram is on the page"
