"""What stands on the screen is what a fresh painting shows: no step leaves anything over."""

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk

TREE = """\
class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        if self.root is None:
            self.root = Node(key)
            return
        node = self.root
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    return
                node = node.right

    def collect(self, node, found):
        if node is not None:
            self.collect(node.left, found)
            found.append(node.key)
            self.collect(node.right, found)

tree = Tree()
for key in (50, 25, 75, 12, 37, 62, 87, 6, 18, 31, 43, 56, 68, 81, 93):
    tree.insert(key)
keys = []
tree.collect(tree.root, keys)
"""
JUMPS = 60


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(qtbot, tmp_path, level=1) as made:
        made.put_in(TREE)
        made.record()
        yield made


def on_screen(desk: Desk) -> QImage:
    """The diagram as the window's memory has it."""
    view, window = desk.window.diagram.view.viewport(), desk.window
    at, size = view.mapTo(window, QPoint(0, 0)), view.size()
    screen = window.screen()
    shot = screen.grabWindow(window.winId(), at.x(), at.y(), size.width(), size.height())
    return shot.toImage()


def differing(one: QImage, other: QImage) -> int:
    """How many pixels are in one picture and nowhere near in the other.

    Where an edge falls between two pixels a painting elsewhere may round it the other way.
    """
    pictures = [_values(one), _values(other)]
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
    return nearest > 40


def test_of_steps_that_follow_fast_nothing_is_left_over(desk: Desk, qtbot: QtBot) -> None:
    player, view = desk.window.player, desk.window.diagram.view
    chosen = random.Random(5)
    for number in range(JUMPS):
        player.go_to(chosen.randint(1, player.steps))
        # So that some of what changed is painted when the next step comes, and some is not.
        qtbot.wait(chosen.choice([1, 5, 20, 50]))
        if number % 3 == 2:
            qtbot.wait(100)
            assert differing(on_screen(desk), view.viewport().grab().toImage()) < 30, number
