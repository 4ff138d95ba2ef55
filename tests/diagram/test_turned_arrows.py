"""Arrows that run back: their port is at the left edge, and they stay so when a card is dragged."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.diagram.scenes import know
from tests.layout.test_turned import arrow_of, chain
from visualizer.diagram import DiagramScene
from visualizer.diagram.arranging import stretched

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def scene() -> DiagramScene:
    film, _ = chain(3)
    made = DiagramScene()
    know(made, film)
    made.show_step(film.states[-1], film.deltas[-1])
    return made


def colour_at(scene: DiagramScene, x: float, y: float) -> str:
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), QRectF(x - 1, y - 1, 2, 2))
    painter.end()
    return QColor(image.pixel(1, 1)).name()


def test_the_dot_is_at_the_left_edge_and_not_where_others_are(scene: DiagramScene) -> None:
    assert scene.picture is not None
    _, members = chain(3)
    back = arrow_of(scene.picture, members[1], "prev")
    forth = arrow_of(scene.picture, members[1], "next")
    colour = scene.theme.colour("arrow").name()
    x, y = back.points[0]
    # Beside the line, within the dot.
    assert colour_at(scene, x + 1, y - 2) == colour
    assert colour_at(scene, forth.port.x, forth.port.y - 2) == colour
    assert colour_at(scene, forth.port.x, y - 2) != colour


def test_while_its_card_is_dragged_it_still_leaves_at_the_left(scene: DiagramScene) -> None:
    assert scene.picture is not None
    _, members = chain(3)
    back = arrow_of(scene.picture, members[1], "prev")
    moved = stretched(back, QPointF(40, 90), QPointF(0, 0))
    assert moved.leftwards
    assert moved.points[0] == (back.points[0].x + 40, back.points[0].y + 90)
    assert moved.points[-1] == back.points[-1]
