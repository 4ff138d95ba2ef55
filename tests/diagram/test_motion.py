"""Movements follow an injected clock, and leave nothing behind when they are over."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.layout.film import call_example
from visualizer.diagram import DiagramScene, DiagramView
from visualizer.diagram.motion import AIM, FADE, VIEW, Motion
from visualizer.layout import ArrowKind

FILM = call_example()


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def scene(qtbot: QtBot, clock: Clock) -> DiagramScene:
    made = DiagramScene(clock=clock)
    made.motion.reduced = False
    return made


def show(scene: DiagramScene, step: int) -> None:
    scene.show_step(FILM.states[step - 1], FILM.deltas[step - 1])


def painted(scene: DiagramScene) -> QImage:
    image = QImage(scene.sceneRect().size().toSize(), QImage.Format.Format_RGB32)
    image.fill(scene.theme.colour("canvas"))
    painter = QPainter(image)
    scene.render(painter)
    painter.end()
    return image


def still(*steps: int) -> QImage:
    scene = DiagramScene()
    for step in steps:
        show(scene, step)
    return painted(scene)


def test_a_movement_slows_down_and_ends_exactly(qapp: object, clock: Clock) -> None:
    motion = Motion(clock)
    motion.reduced = False
    seen: list[float] = []
    motion.play(100, seen.append)
    for _ in range(5):
        clock.now += 25
        motion.tick()
    assert seen[0] == 0.0
    assert seen[-1] == 1.0
    strides = [after - before for before, after in pairwise(seen)]
    assert all(first > second for first, second in pairwise(strides))
    assert not motion.moving


def test_reduced_motion_shows_the_end_alone(qapp: object, clock: Clock) -> None:
    motion = Motion(clock)
    seen: list[float] = []
    motion.play(100, seen.append)
    assert seen == [1.0]
    assert not motion.moving


@pytest.mark.parametrize("step", range(2, len(FILM.states) + 1))
def test_a_picture_taken_after_the_end_is_the_still_one(
    scene: DiagramScene, clock: Clock, step: int
) -> None:
    show(scene, step - 1)
    clock.now += 1000
    show(scene, step)
    clock.now += max(AIM, FADE)
    scene.motion.tick()
    assert not scene.motion.moving
    assert painted(scene) == still(step - 1, step)


def test_on_its_way_the_picture_is_another(scene: DiagramScene, clock: Clock) -> None:
    show(scene, 9)
    clock.now += 1000
    show(scene, 10)
    clock.now += 80
    scene.motion.tick()
    assert painted(scene) != still(9, 10)
    scene.motion.finish()
    assert painted(scene) == still(9, 10)


def test_an_arrow_that_leads_elsewhere_grows_along_its_way(
    scene: DiagramScene, clock: Clock
) -> None:
    show(scene, 9)
    clock.now += 1000
    show(scene, 10)
    item = next(
        item for item in scene.items_shown.arrows.values() if item.arrow.kind is ArrowKind.REBOUND
    )
    start = item.arrow.points[0]
    assert (item.way.tip.x, item.way.tip.y) == (start.x, start.y) if item.way.tip else False
    clock.now += AIM
    scene.motion.tick()
    assert item.way.tip == item.arrow.points[-1]


def test_stepping_fast_shows_end_states_only(scene: DiagramScene, clock: Clock) -> None:
    show(scene, 9)
    clock.now += 160
    show(scene, 10)
    assert not scene.motion.moving
    assert painted(scene) == still(9, 10)
    clock.now += 170
    show(scene, 9)
    assert scene.motion.moving


def test_the_next_step_ends_what_the_last_one_began(scene: DiagramScene, clock: Clock) -> None:
    show(scene, 8)
    clock.now += 200
    show(scene, 9)
    clock.now += 10
    scene.set_level(4)
    assert not scene.motion.moving
    clock.now += 200
    show(scene, 10)
    scene.motion.finish()
    assert all(item.opacity() == 1 for item in scene.items_shown.arrows.values())
    assert all(item.opacity() == 1 for item in scene.items_shown.boxes.values())


@pytest.fixture
def view(scene: DiagramScene, qtbot: QtBot, clock: Clock) -> DiagramView:
    made = DiagramView(scene)
    qtbot.addWidget(made)
    made.resize(500, 300)
    show(scene, 10)
    clock.now += 1000
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_view_moves_to_where_it_would_have_jumped(view: DiagramView, clock: Clock) -> None:
    view.fit()
    assert view.zoom == 1.0
    clock.now += VIEW / 2
    view.scene().motion.tick()  # type: ignore[attr-defined]
    between = view.zoom
    clock.now += VIEW
    view.scene().motion.tick()  # type: ignore[attr-defined]
    moved = view.viewport().grab().toImage()
    assert view.zoom < between < 1.0
    view.fit()
    assert view.viewport().grab().toImage() == moved


def test_a_level_fades_into_the_next(view: DiagramView, scene: DiagramScene, clock: Clock) -> None:
    view.glide.fade_through(lambda: scene.set_level(1))
    clock.now += 60
    scene.motion.tick()
    between = view.viewport().grab().toImage()
    clock.now += VIEW
    scene.motion.tick()
    after = view.viewport().grab().toImage()
    assert between != after
    scene.motion.reduced = True
    view.glide.fade_through(lambda: scene.set_level(3))
    view.glide.fade_through(lambda: scene.set_level(1))
    assert view.viewport().grab().toImage() == after
