"""Where other types are grouped among very many cards, their places are found beside the work."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from tests.diagram.scenes import know
from tests.layout.film import Film
from visualizer.diagram import DiagramScene, grouping
from visualizer.diagram.filters import Filter
from visualizer.diagram.grouping import foreseen
from visualizer.layout import Box, Key, Rect, layout
from visualizer.layout.condensed import Condensed

MOST, MANY = 12, 15


@pytest.fixture
def film(monkeypatch: pytest.MonkeyPatch) -> Film:
    """A list of each of two types of which there are too many."""
    monkeypatch.setattr(grouping, "MOST_CARDS", MOST)
    monkeypatch.setattr(grouping, "LEAST", 6)
    made = Film()
    for name in ("Node", "Leaf"):
        cls = made.cls(name)
        made.bind(name, cls)
        made.bind(f"all_{name}", made.list(*(made.instance(cls) for _ in range(MANY))))
    made.step(1)
    made.bind("beside", made.dict())
    made.step(2)
    return made


@pytest.fixture
def scene(qtbot: QtBot, film: Film, monkeypatch: pytest.MonkeyPatch) -> DiagramScene:
    """Shows the first step of them, known as a whole, and large enough to take long."""
    made = DiagramScene()
    know(made, film)
    made.show_step(film.states[0], film.deltas[0])
    monkeypatch.setattr(layout, "MOST_AT_ONCE", 0)
    return made


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """No place is found for groups before this is set."""
    goes_on = threading.Event()
    make = layout.Layout.new_condensed

    def when_told(self: layout.Layout, kinds: frozenset[str]) -> Condensed:
        assert goes_on.wait(30)
        return make(self, kinds)

    monkeypatch.setattr(layout.Layout, "new_condensed", when_told)
    return goes_on


def rects(scene: DiagramScene) -> dict[Key, Rect]:
    return {key: item.box.rect for key, item in scene.items_shown.boxes.items()}


def test_one_can_step_while_places_are_found(
    qtbot: QtBot, scene: DiagramScene, film: Film, held: threading.Event
) -> None:
    before, opened = rects(scene), Filter().with_opened("Leaf")
    with qtbot.waitSignal(scene.arranging.planning.working):
        scene.set_filter(opened)
    assert rects(scene) == before
    scene.show_step(film.states[1], film.deltas[1])
    stepped = rects(scene)
    assert stepped.keys() > before.keys()
    held.set()
    qtbot.waitUntil(lambda: scene.filter == opened)
    shown = rects(scene)
    assert sum(key.kind == "object" for key in shown) >= MANY - 1
    # The same as if it had been waited for.
    scene.set_filter(Filter())
    assert rects(scene) == stepped
    scene.set_filter(opened)
    assert rects(scene) == shown


def test_what_was_asked_for_last_is_shown(
    qtbot: QtBot, scene: DiagramScene, held: threading.Event
) -> None:
    wanted = Filter().with_opened("Node")
    scene.set_filter(Filter().with_opened("Leaf"))
    scene.set_filter(wanted)
    held.set()
    qtbot.waitUntil(lambda: scene.filter == wanted)
    assert not any(box.fold and box.fold.type == "Node" for box in _boxes(scene))


def test_it_can_be_left(qtbot: QtBot, scene: DiagramScene, held: threading.Event) -> None:
    before, told = rects(scene), list[bool]()
    scene.arranging.planning.working.connect(told.append)
    scene.set_filter(Filter().with_opened("Leaf"))
    scene.arranging.stay()
    assert told == [True, False]
    held.set()
    hidden = Filter().with_type("Leaf", True)
    scene.set_filter(hidden)
    assert scene.filter == hidden
    assert rects(scene).items() <= before.items()


def test_what_will_be_grouped_is_told_by_how_many_there_are(scene: DiagramScene) -> None:
    layout = scene.arranging.layout
    kinds = foreseen(layout.most_of_each(), layout.most_altogether())
    assert kinds == scene.leaving_out.kinds == {"Leaf", "Node"}


def _boxes(scene: DiagramScene) -> tuple[Box, ...]:
    assert scene.picture is not None
    return scene.picture.boxes
