"""A router that knows the previous step gives the same routes as a new one."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.routing.scenes import (
    FRAME,
    MEASURE,
    Scene,
    box,
    frame,
    references,
    scenes,
    wanted,
)
from visualizer.layout.measure import Text, TextStyle
from visualizer.layout.picture import Rect, object_key
from visualizer.layout.routing import Router


@st.composite
def steps(draw: st.DrawFn) -> list[Scene]:
    """A scene and its successors: boxes appear, vanish and move, references change."""
    found = [draw(scenes())]
    for _ in range(draw(st.integers(1, 6))):
        found.append(draw(successors(found[-1])))
    return [*found, *found[-2::-1]]


@st.composite
def successors(draw: st.DrawFn, scene: Scene) -> Scene:
    """A scene that differs in a few things."""
    boxes, ones = dict(scene.boxes), list(scene.wanted)
    match draw(st.sampled_from(["moved", "gone", "marked", "added", "came"])):
        case "moved":
            key = draw(st.sampled_from(sorted(boxes)))
            moved = boxes[key].moved(0, 2000)
            boxes[key] = moved
            ones = [
                replace(
                    one,
                    port=one.port.moved(0, 2000) if one.start == key else one.port,
                    rect=boxes[one.end] if one.end else None,
                    room=None,
                )
                for one in ones
            ]
        case "gone" if len(boxes) > 2:
            key = draw(st.sampled_from(sorted(boxes)))
            del boxes[key]
            ones = [
                replace(one, end=None, rect=None) if one.end == key else one
                for one in ones
                if one.start != key
            ]
        case "marked":
            ones = [replace(one, is_changed=draw(st.booleans())) for one in ones]
        case "added":
            one = draw(references(boxes))
            ones = [other for other in ones if (other.start, other.port) != (one.start, one.port)]
            ones.insert(draw(st.integers(0, len(ones))), one)
        case _:
            boxes |= box(90, 400, 420, 80, 60)
    return Scene(boxes, ones)


@settings(max_examples=30)
@given(steps=steps())
def test_each_step_is_as_if_nothing_had_been_before(steps: list[Scene]) -> None:
    router = Router(MEASURE)
    for scene in steps:
        assert scene.route(router) == scene.route()


def test_an_unchanged_reference_has_the_same_arrow() -> None:
    boxes = frame() | box(1, 200, 40) | box(2, 200, 140)
    ones = [wanted(boxes, FRAME, 1, 60), wanted(boxes, FRAME, 2, 80)]
    router = Router(MEASURE)
    before = router.route(boxes, ones)
    more = [*ones, wanted(boxes, object_key(1), 2, 30)]
    assert router.route(boxes, more).arrows[0] is before.arrows[0]


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
