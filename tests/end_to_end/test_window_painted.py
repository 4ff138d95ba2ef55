"""The screen shows what a fresh painting shows: no step leaves a remnant."""

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk

TREE = Path(__file__).parents[1] / "benchmarks" / "typical" / "search_tree.py"
JUMPS = 60
_NEAR = 40
"""The most by which a colour channel may differ at an edge that Qt rounds the other way."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path, level=1) as made:
        made.put_in(TREE.read_text())
        made.record()
        yield made


def on_screen(desk: Desk) -> QImage:
    """Grab the diagram from the window's backing store."""
    view, window = desk.window.diagram.view.viewport(), desk.window
    at, size = view.mapTo(window, QPoint(0, 0)), view.size()
    screen = window.screen()
    shot = screen.grabWindow(window.winId(), at.x(), at.y(), size.width(), size.height())
    return shot.toImage()


def differing(one: QImage, other: QImage) -> int:
    """Count the pixels of each picture that the other lacks, also among the neighbouring pixels.

    Qt may round an edge between two pixels either way, depending on where it paints.
    """
    pictures = [_values(one), _values(other)]
    if np.abs(pictures[0] - pictures[1]).max() <= _NEAR:
        return 0  # the usual case; comparing neighbours of every pixel takes long
    return sum(int(_away(a, b)[2:-2, 2:-2].sum()) for a, b in (pictures, reversed(pictures)))


def _values(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    found = np.frombuffer(flat.constBits(), np.uint8)
    return found.reshape(flat.height(), flat.width(), 4)[..., :3].astype(np.int16)


def _away(
    one: np.ndarray[tuple[int, ...], np.dtype[np.int16]],
    other: np.ndarray[tuple[int, ...], np.dtype[np.int16]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    around = [(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1)]
    apart = [np.abs(one - np.roll(other, at, (0, 1))).max(axis=2) for at in around]
    nearest: np.ndarray[tuple[int, ...], np.dtype[np.int16]] = np.minimum.reduce(apart)
    return nearest > _NEAR


def test_fast_steps_leave_nothing_behind(desk: Desk) -> None:
    player, view = desk.window.player, desk.window.diagram.view
    chosen = random.Random(5)
    for number in range(JUMPS):
        player.go_to(chosen.randint(1, player.steps))
        # Qt paints for another reason before it handles the step's changes.
        view.viewport().repaint(0, 0, 1, 1)
        if number % 3 == 2:
            desk.until(lambda: _is_painted(desk))


def _is_painted(desk: Desk) -> bool:
    fresh = desk.window.diagram.view.viewport().grab().toImage()
    return differing(on_screen(desk), fresh) < 30
