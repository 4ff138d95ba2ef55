"""The call example, laid out: what a picture of it must say."""

import pytest

from tests.layout.film import call_example
from visualizer.layout import (
    Arrow,
    ArrowKind,
    Badge,
    Box,
    CardKind,
    FixedMeasure,
    Foresight,
    Layout,
    Mark,
    Picture,
    RegionKind,
    Slot,
)

FILM = call_example()
DEEPEST = next(s.step.number for s in FILM.states if s.step and s.step.line == 3)


def shown(step: int, level: int = 3) -> Picture:
    foresight = Foresight(FixedMeasure())
    for delta in FILM.deltas:
        foresight.add(delta)
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    return layout.picture(FILM.states[step - 1], FILM.deltas[step - 1], level)


def frames(picture: Picture) -> list[Box]:
    return [box for box in picture.boxes if box.card.kind is CardKind.FRAME]


def value(picture: Picture, text: str) -> Box:
    found = [box for box in picture.boxes if box.card.kind is CardKind.PILL]
    return next(box for box in found if box.card.parts[0].text == text)


def arrow(picture: Picture, function: str, name: str, kind: ArrowKind) -> Arrow:
    holder = next(box.key for box in frames(picture) if box.card.title == function)
    return next(
        arrow
        for arrow in picture.arrows
        if (arrow.holder, arrow.slot, arrow.kind) == (holder, Slot("name", name), kind)
    )


def test_frames_stand_below_each_other_outermost_first_and_only_the_last_runs() -> None:
    found = frames(shown(DEEPEST))
    assert [box.card.title for box in found] == ["<module>", "f1", "f2"]
    assert [box.running for box in found] == [False, False, True]
    heights = [box.rect.y for box in found]
    assert heights == sorted(heights)
    assert len({box.rect.x for box in found}) == 1


def test_the_name_that_moved_is_marked_and_its_former_reference_is_still_shown() -> None:
    picture = shown(DEEPEST)
    running = frames(picture)[-1]
    assert running.mark_of(Slot("name", "x")) is Mark.REBOUND
    assert arrow(picture, "f2", "x", ArrowKind.REBOUND).target == value(picture, "11").serial
    assert arrow(picture, "f2", "x", ArrowKind.FORMER).target == value(picture, "10").serial
    assert arrow(picture, "f1", "x", ArrowKind.PLAIN).target == value(picture, "10").serial


def test_a_small_int_that_comes_into_sight_is_immortal_and_said_to_be_first_seen() -> None:
    eleven = value(shown(DEEPEST), "11")
    assert eleven.badge == Badge(None)
    assert eleven.mark is Mark.NEW
    assert eleven.note != ""


def test_a_function_gains_a_reference_when_its_name_is_bound() -> None:
    function = next(box for box in shown(2).boxes if box.card.function)
    assert function.badge == Badge(1)
    assert function.mark is Mark.NEW


def test_a_return_shows_what_is_handed_out_as_a_last_row() -> None:
    picture = shown(DEEPEST + 1)
    last = frames(picture)[-1].card.parts[-1]
    assert last.slot == Slot("returns")
    assert last.target == value(picture, "11").serial


def test_the_frame_of_a_call_that_is_over_is_gone() -> None:
    assert [box.card.title for box in frames(shown(DEEPEST + 2))] == ["<module>", "f1"]


@pytest.mark.parametrize(
    ("level", "numbers", "regions"),
    [
        (1, False, set()),
        (2, False, {RegionKind.HEAP}),
        (3, True, {RegionKind.HEAP}),
        (4, True, {RegionKind.HEAP, RegionKind.DATA, RegionKind.STACK}),
    ],
)
def test_each_level_adds_something(level: int, numbers: bool, regions: set[RegionKind]) -> None:
    picture = shown(DEEPEST, level)
    assert {region.kind for region in picture.regions} == regions
    objects = [box for box in picture.boxes if box.serial is not None]
    assert all((box.badge is not None) == numbers for box in objects)
    assert all((box.address != 0) == numbers for box in objects)


def test_nothing_is_known_before_the_first_step() -> None:
    from visualizer.model import State

    assert Layout(FixedMeasure()).picture(State()).boxes == ()
