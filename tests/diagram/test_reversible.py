"""A step looks the same wherever one comes from: to the pixel, crossings and overlaps too."""

import random
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.diagram.scenes import know
from tests.layout.film import Film
from visualizer.diagram import DiagramScene, story_of
from visualizer.diagram.stacking import rank
from visualizer.explain import explain_step
from visualizer.layout import Point
from visualizer.model import Sequence, State

pytestmark = pytest.mark.usefixtures("qapp")

ZOOMS = (1.0, 0.5)


def tangled(seed: int) -> Film:
    """Lists that hold each other in any order, and are let go and held again one by one."""
    chance, film = random.Random(seed), Film()
    names = [f"name{number}" for number in range(6)]
    lists = [film.list() for _ in names]
    for name, serial in zip(names, lists, strict=True):
        film.bind(name, serial)
    film.step(1)
    for line in range(2, 14):
        here = [serial for serial in lists if serial in film.heap]
        holder = chance.choice(here)
        held = tuple(chance.sample(here, k=min(3, len(here))))
        film.put(holder, Sequence(held, len(held)))
        film.bind(chance.choice(names), film.list() if line % 3 == 0 else chance.choice(here))
        film.step(line)
    return film


def scene_of(film: Film, level: int) -> DiagramScene:
    scene = DiagramScene(level=level)
    know(scene, film)
    return scene


def show(scene: DiagramScene, film: Film, step: int) -> None:
    before = film.states[step - 2] if step > 1 else State()
    sentences = explain_step(before, film.deltas[step - 1])
    state = film.states[step - 1]
    scene.show_step(state, film.deltas[step - 1], story=story_of(film, state, sentences))


def painted(scene: DiagramScene, zoom: float) -> NDArray[np.uint8]:
    """The picture's own bounds, row by row."""
    assert scene.picture is not None
    bounds = QRectF(*scene.picture.bounds)
    image = QImage((bounds.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    image.fill(scene.theme.colour("canvas"))
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), bounds)
    painter.end()
    return np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), -1)


@pytest.mark.parametrize("seed", range(6))
def test_a_step_is_the_same_picture_wherever_one_comes_from(seed: int) -> None:
    film, level = tangled(seed), 3 + seed % 2
    walked, chance = scene_of(film, level), random.Random(seed)
    for step in chance.choices(range(1, film.steps + 1), k=8):
        for near in (step, max(step - 1, 1), step):
            show(walked, film, near)
        fresh = scene_of(film, level)
        show(fresh, film, step)
        for zoom in ZOOMS:
            assert np.array_equal(painted(walked, zoom), painted(fresh, zoom)), (step, zoom)


def test_what_stands_elsewhere_has_a_rank_of_its_own() -> None:
    places = [Point(x, y) for x in (-40, 0, 0.25, 1, 12000) for y in (-0.25, 0, 90, 12000)]
    ranks = {place: 7 + rank(place, 3) for place in places}
    assert all(7 < found < 7.1 for found in ranks.values())
    for one, other in combinations(places, 2):
        assert (ranks[one] < ranks[other]) == ((one.y, one.x) < (other.y, other.x))
    assert 7 + rank(places[0], 3) != 7 + rank(places[0], 4)
