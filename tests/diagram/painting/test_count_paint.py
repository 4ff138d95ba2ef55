"""A reference count is legible next to its sign and inside its outline."""

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from visualizer.diagram.painting.look import Look
from visualizer.diagram.painting.painter_canvas import PainterCanvas
from visualizer.diagram.themes import theme
from visualizer.layout.drawing.parts import draw_count
from visualizer.layout.picture import Rect
from visualizer.layout.sheet import Count

WIDTH, HEIGHT = 23, 15
"""The room that a block keeps for one digit."""


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("before", [1, 9])
def test_the_number_of_a_count_that_changed_stands_clear_of_its_outline(
    qtbot: QtBot, name: str, before: int
) -> None:
    look = Look(theme(name))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(look.colour("card"))
    painter = QPainter(image)
    draw_count(PainterCanvas(painter, look), Rect(0, 0, WIDTH, HEIGHT), Count(4, before))
    painter.end()
    ground = look.colour("gainSoft" if before < 4 else "lossSoft")
    rows = range(5, HEIGHT - 5)
    clear = [
        x for x in range(WIDTH) if all(image.pixelColor(x, y).rgb() == ground.rgb() for y in rows)
    ]
    assert clear, "there is room between the number and the outline"
    assert clear[-1] >= WIDTH - 4
