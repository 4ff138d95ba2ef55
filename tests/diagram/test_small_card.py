"""What is said of a card that is seen small: nothing that is not so."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.layout.film import Film
from visualizer.diagram import DiagramScene
from visualizer.diagram.small_card import told_of
from visualizer.layout import object_key

type Make = Callable[[Film], int]


def of_list(film: Film) -> int:
    return film.list(*(film.number(n) for n in range(30)))


def of_dict(film: Film) -> int:
    return film.dict(*((film.number(n), film.number(n + 1)) for n in range(20)))


def of_class(film: Film) -> int:
    return film.cls("Node")


@pytest.mark.parametrize(
    ("make", "said"), [(of_list, "30 items"), (of_dict, "20 pairs"), (of_class, "Node")]
)
def test_what_is_not_shown_is_counted_too(qtbot: QtBot, make: Make, said: str) -> None:
    film = Film()
    serial = make(film)
    film.bind("it", serial)
    film.step(1)
    scene = DiagramScene()
    scene.show_step(film.states[0])
    box = scene.items_shown.boxes[object_key(serial)].box
    assert told_of(scene.look, box) == said
