"""The routes of steps one after another, and stubs in their rows and beside lines."""

from dataclasses import replace

from tests.layout.routing.scenes import FRAME, frame, wanted
from visualizer.layout.measure import Text, TextStyle
from visualizer.layout.picture import Rect
from visualizer.layout.placing.unit import Size
from visualizer.layout.routing import Router
from visualizer.layout.routing.labels import LabelPlace, Labels
from visualizer.layout.routing.plane import Plane


class Mono:
    """The letters of names are wider than those of notes."""

    def width(self, text: Text, style: TextStyle) -> float:
        return len(str(text)) * (8.0 if style is TextStyle.NAME else 5.0)


def test_a_stub_in_its_row_has_room_for_its_text_as_painted() -> None:
    boxes = frame()
    one = wanted(boxes, FRAME, 1, 60)
    room = Rect(one.port.x - 120, one.port.y - 10, 120, 20)
    stubs = [replace(one, end=None, rect=None, text="Book 'Dune'", room=room)]
    found = Router(Mono()).route(boxes, stubs).arrows[0].stub
    assert found is not None
    assert found.text == "→ Book 'Dune'"
    assert found.rect.width >= Mono().width(found.text, TextStyle.NAME)


def test_a_label_rather_stands_farther_away_than_on_a_line() -> None:
    own = (200.0, 100.0, 260.0, 140.0)
    plane = Plane([own])
    for y in (104.0, 120.0, 136.0):
        plane.add_way(((262.0, y), (420.0, y)), 1)
    found = Labels(plane).place(Size(80, 18), [LabelPlace(0, 268, 111)], (260, 120, 260, 120), own)
    assert plane.lines.count_over(found) == 0
