"""What hangs under an object is folded away and comes back; nothing else moves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.layout.film import Film
from visualizer.diagram import DiagramScene, DiagramView
from visualizer.diagram.filters import Hidden
from visualizer.diagram.picture import paint_png
from visualizer.diagram.walk import Place
from visualizer.layout import Fold, Key, Rect, object_key


@pytest.fixture
def film() -> Film:
    """A list of two lists with a third below one of them; one of the two has a name as well."""
    made = Film()
    below = made.list(*(made.list(made.number(n)) for n in range(8)))
    named = made.list(*(made.number(n + 50) for n in range(8)))
    top = made.list(below, named)
    made.bind("top", top)
    made.bind("named", named)
    made.bind("below_of_top", made.list(named))
    made.step(1)
    made.bind("other", made.list())
    made.step(2)
    return made


@pytest.fixture
def scene(qtbot: QtBot, film: Film) -> DiagramScene:
    made = DiagramScene()
    made.show_step(film.states[0], film.deltas[0])
    return made


def rects(scene: DiagramScene) -> dict[Key, Rect]:
    return {key: item.box.rect for key, item in scene.items_shown.boxes.items()}


def fold_of(scene: DiagramScene, serial: int) -> Fold | None:
    return scene.items_shown.boxes[object_key(serial)].box.fold


def test_only_what_hangs_under_it_alone_goes_and_nothing_moves(
    scene: DiagramScene, film: Film
) -> None:
    before, top = rects(scene), film.names["top"]
    scene.toggle_fold(top)
    left = rects(scene)
    assert object_key(film.names["named"]) in left, "a name leads to it, too"
    assert len(left) < len(before)
    assert all(before[key] == rect for key, rect in left.items())
    fold = fold_of(scene, top)
    assert fold is not None
    assert fold.objects >= len(before) - len(left)
    assert scene.hidden == (Hidden("folded", fold.objects),)
    ends = {arrow.arrow.card for arrow in scene.items_shown.arrows.values()}
    assert ends <= set(left)


def test_unfolded_it_is_the_same_picture_to_the_pixel(scene: DiagramScene, film: Film) -> None:
    before = paint_png(scene)
    scene.toggle_fold(film.names["top"])
    assert paint_png(scene) != before
    scene.toggle_fold(film.names["top"])
    assert paint_png(scene) == before
    assert not scene.filter


def test_what_others_hold_too_cannot_be_folded(scene: DiagramScene, film: Film) -> None:
    scene.toggle_fold(film.names["below_of_top"])
    assert fold_of(scene, film.names["below_of_top"]) is None
    assert not scene.filter


def test_it_stays_folded_from_step_to_step_and_back(scene: DiagramScene, film: Film) -> None:
    top = film.names["top"]
    scene.toggle_fold(top)
    first = paint_png(scene)
    scene.show_step(film.states[1], film.deltas[1])
    assert fold_of(scene, top) is not None
    scene.show_step(film.states[0], film.deltas[0])
    assert paint_png(scene) == first


def test_selecting_what_is_folded_away_opens_it(scene: DiagramScene, film: Film) -> None:
    before = set(rects(scene))
    scene.toggle_fold(film.names["top"])
    (gone, *_) = sorted(before - set(rects(scene)))
    scene.select(int(gone.name))
    assert gone in rects(scene)
    assert not scene.filter


def test_a_click_on_the_mark_folds_and_unfolds(
    qtbot: QtBot, scene: DiagramScene, film: Film
) -> None:
    view = DiagramView(scene)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    top = film.names["top"]
    scene.select(top)
    for folded in (True, False):
        item = scene.items_shown.boxes[object_key(top)]
        mark = item.pos() + item.fold_rect.center()
        at = view.mapFromScene(mark)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert (fold_of(scene, top) is not None) == folded
        assert scene.selected == top


def test_it_is_said_in_words(scene: DiagramScene, film: Film, qtbot: QtBot) -> None:
    view = DiagramView(scene)
    qtbot.addWidget(view)
    scene.select(film.names["top"])
    view.walk.fold()
    assert "folded away" in view.walk.words(Place(object_key(film.names["top"])))
