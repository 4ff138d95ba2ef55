"""What is said of a card that is seen small: nothing that is not so."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.layout.film import Film
from visualizer.diagram import DiagramScene
from visualizer.diagram.small_card import line_below, title_right, told_of
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


@pytest.mark.parametrize("detail", [0.4, 0.53, 0.69])
def test_no_count_covers_a_title(qtbot: QtBot, detail: float) -> None:
    film = Film()
    node = film.cls("Node")
    film.bind("Node", node)
    some = film.list(*(film.instance(node) for _ in range(1003)))
    film.bind("some", some)
    film.bind("value", film.number(12345))
    film.bind("none", film.instance(node))
    film.step(1)
    del film.names["none"]
    film.step(2)
    scene = DiagramScene()
    scene.show_step(film.states[1], film.deltas[1])
    badge = scene.items_shown.boxes[object_key(node)].box.badge
    assert badge is not None
    assert (badge.before, badge.count) == (1005, 1004)
    for item in scene.items_shown.boxes.values():
        at, right = item.badge_at(detail), title_right(scene.look, item.box, detail)
        words_top = 4 / detail
        assert at.isNull() or at.left() > right or at.bottom() < words_top
        assert at.isNull() or item.boundingRect().contains(at), "what is outside is cut off"


def test_the_number_alone_stands_beside_arrows(qtbot: QtBot) -> None:
    film = Film()
    node = film.cls("N")
    film.bind("N", node)
    some = film.list(*(film.instance(node) for _ in range(997)))
    film.bind("some", some)
    film.step(1)
    scene = DiagramScene()
    scene.show_step(film.states[0])
    box = scene.items_shown.boxes[object_key(some)].box
    wide = replace(box, rect=box.rect._replace(width=200.0))
    narrow = replace(box, rect=box.rect._replace(width=120.0))
    assert line_below(scene.look, wide, 0.53) == "997 items"
    assert line_below(scene.look, narrow, 0.53) == "997"
