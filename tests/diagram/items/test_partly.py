"""A box that is repainted in part looks as if it had been repainted whole."""

import random
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.diagram.filmed import Filmed
from tests.diagram.pixels import colours_of
from tests.layout.composing.test_sheets import swaps
from tests.layout.film import Film
from tests.layout.folding.test_long_containers import walked
from tests.layout.folding.test_structures import walked_chain
from visualizer.diagram.view.scene import SheetScene
from visualizer.diagram.view.view import SheetView

FILMS: dict[str, Callable[[], Film]] = {
    "swaps": swaps,
    "cells": lambda: walked(40),
    "chain": lambda: walked_chain(12),
}


def shown(view: SheetView) -> QImage:
    view.sheets.motion.finish()
    return view.grab().toImage()


def farthest(one: QImage, other: QImage) -> int:
    """Return the largest difference of two pictures of the same size, up to 255."""
    assert one.size() == other.size()
    return int(np.abs(colours_of(one) - colours_of(other)).max())


@pytest.mark.parametrize("kind", FILMS)
@pytest.mark.parametrize("zoom", [1.0, 1.37])
def test_any_way_through_the_steps_shows_the_same_as_a_fresh_view(
    kind: str, zoom: float, qtbot: QtBot
) -> None:
    film = FILMS[kind]()
    filmed = Filmed(film)
    going, chance = SheetView(SheetScene()), random.Random(3)
    views = [going]
    qtbot.addWidget(going)
    for step in [1, 2, 3, *(chance.randint(1, film.steps) for _ in range(12))]:
        alone = SheetView(SheetScene())
        qtbot.addWidget(alone)
        for view in (going, alone):
            view.resize(760, 500)
            view.set_zoom(zoom)
            filmed.show(view.sheets, step)
            view.show()
        alone.sheets.setSceneRect(going.sheets.sceneRect())
        going.centerOn(0, 0)
        alone.centerOn(0, 0)
        # Between whole sizes Qt rounds the covered share of a pixel.
        assert farthest(shown(going), shown(alone)) <= (0 if zoom == 1 else 8), step
        views.append(alone)
