"""The grounds of level 4: where the program's code, its names, its calls and its objects lie."""

from dataclasses import replace

import pytest

from tests.layout import audit
from tests.layout.film import FILE, Film, call_example
from visualizer.layout import FixedMeasure, Foresight, Layout, Phrase, Picture, RegionKind
from visualizer.layout.picture import Region
from visualizer.layout.sizes import written_size
from visualizer.model import Code, State


def shown(film: Film, level: int = 4) -> Picture:
    return Layout(FixedMeasure()).picture(with_codes(film.states[-1]), film.deltas[-1], level)


def with_codes(state: State) -> State:
    """Each function of the stack with a code object of its own."""
    names = dict.fromkeys(frame.function for frame in state.frames)
    codes = {
        number: Code(number, name, FILE, 10 * number, 0x1000 * number, True, 0, (), (), ())
        for number, name in enumerate(names, 1)
    }
    numbers = {code.name: number for number, code in codes.items()}
    stack = tuple(replace(frame, code=numbers[frame.function]) for frame in state.frames)
    return replace(state, stacks={1: stack}, codes=codes)


def region(picture: Picture, kind: RegionKind) -> Region:
    return next(region for region in picture.regions if region.kind is kind)


def deep(calls: int) -> Film:
    film = Film()
    film.bind("x", film.number(1))
    film.step()
    for number in range(calls):
        film.call("work", 7, n=film.number(number))
        film.step(3)
    return film


def test_each_code_object_has_one_chip_with_the_lines_its_frames_are_at() -> None:
    chips = region(shown(deep(3)), RegionKind.TEXT).chips
    assert [chip.name for chip in chips] == ["<module>", "work"]
    assert [tuple(at) for at in chips[0].at] == [(1, 1, False)]
    assert [tuple(at) for at in chips[1].at] == [(7, 2, False), (7, 1, True)]


def test_code_lies_above_all_and_nothing_overlaps() -> None:
    picture = shown(deep(2))
    rects = [found.rect for found in picture.regions]
    assert {found.kind for found in picture.regions} == set(RegionKind) - {RegionKind.THREAD}
    for number, rect in enumerate(rects):
        assert not any(rect.overlaps(other) for other in rects[number + 1 :])
    text = region(picture, RegionKind.TEXT).rect
    assert all(text.bottom < box.rect.y for box in picture.boxes)
    for chip in region(picture, RegionKind.TEXT).chips:
        assert text.x < chip.rect.x < chip.rect.right < text.right
        assert text.y < chip.rect.y < chip.rect.bottom < text.bottom


def test_the_stack_says_where_its_innermost_call_returns_to() -> None:
    foot = region(shown(deep(2)), RegionKind.STACK).foot
    assert isinstance(foot, Phrase)
    assert foot.arguments == (("function", "work"), ("line", 7))


def test_below_level_four_there_is_neither_code_nor_room_for_it() -> None:
    film = deep(1)
    assert {found.kind for found in shown(film, 3).regions} == {RegionKind.HEAP}
    assert shown(film, 3).bounds.y > shown(film, 4).bounds.y


@pytest.mark.parametrize("known", [True, False])
def test_in_a_high_stack_the_middle_is_folded_and_the_innermost_keeps_its_place(
    known: bool,
) -> None:
    film = deep(12)
    foresight = Foresight(FixedMeasure())
    for delta in film.deltas:
        foresight.add(delta)
    if known:
        foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    places = set()
    for state, delta in zip(film.states, film.deltas, strict=True):
        picture = layout.picture(state, delta)
        if len(state.frames) > 7:
            folded = [box for box in picture.boxes if box.key.kind == "calls"]
            assert isinstance(folded[0].card.title, Phrase)
            assert audit.overlapping(picture) == []
            places.add(next(box.rect[:2] for box in picture.boxes if box.running))
    assert len(places) == 1


def test_the_heap_tells_of_all_live_objects_and_of_those_drawn_whichever_step_came_before() -> None:
    film = call_example()
    layout = Layout(FixedMeasure())
    last = len(film.states) - 1
    for step in (*range(last + 1), 3, last, 0, *range(last, -1, -1)):
        state = film.states[step]
        note = region(layout.picture(state, film.deltas[step], 3), RegionKind.HEAP).note
        told = dict(note.arguments) if isinstance(note, Phrase) else {}
        whole = written_size(sum(thing.size for thing in state.heap.values()))
        assert told.get("whole", told["size"]) == whole
        assert told["n"] == len(state.heap)
