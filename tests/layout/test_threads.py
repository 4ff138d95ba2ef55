"""Threads that have calls at the same time: a column of frames each, and who uses a lock."""

from dataclasses import replace

import pytest

from tests.layout import audit
from tests.layout.film import FILE, Film
from visualizer.layout import Box, FixedMeasure, Foresight, Key, Layout, Picture, RegionKind
from visualizer.layout.difference import difference
from visualizer.layout.measure import phrase
from visualizer.layout.thread_columns import MOST_COLUMNS, ThreadColumns
from visualizer.model import Delta, Frame, FrameKind, Lock, LockUse, State

MAIN, FIRST, SECOND = 10, 20, 30
"""Serials of calls."""


def call(serial: int, function: str, **names: int) -> Frame:
    return Frame(serial, function, FILE, serial, FrameKind.FUNCTION, tuple(names.items()))


def states(*, beside: bool = True) -> list[State]:
    """A thread fills a list while the main one waits in a call, and a third comes later."""
    film = Film()
    film.bind("queue", film.list(film.number(7), film.number(8)))
    lock = film.new("lock", Lock(True, None, None))
    film.bind("lock", lock)
    big = film.number(1_000)
    film.bind("big", big)
    for line in range(1, 7):
        film.step(line)
    ours = call(MAIN, "take", item=big)
    theirs, last = call(FIRST, "fill", n=big), call(SECOND, "idle", m=lock)
    calls: list[dict[int, tuple[Frame, ...]]] = [{}, {2: (theirs,)}, {}, {}, {}, {}]
    if beside:
        calls[1:5] = [
            {1: (ours,), 2: (theirs,)},
            {1: (ours,), 2: (theirs,), 3: (last,)},
            {1: (ours,), 3: (last,)},
            {1: (ours,)},
        ]
    uses = [{}, {lock: LockUse(2)}, {lock: LockUse(2, (1,))}, {lock: LockUse(1)}, {}, {}]
    made = []
    for number, state in enumerate(film.states):
        module = state.stacks[1]
        stacks = {t: frames for t, frames in calls[number].items() if t != 1}
        stacks = {1: (*module, *calls[number].get(1, ())), **stacks}
        assert state.step is not None
        step = replace(state.step, thread=max(stacks))
        named = {1: "main"} if number == 0 else {1: "main", 2: "a", 3: "b"}
        now = replace(state, step=step, stacks=stacks, thread_names=named, locks=uses[number])
        made.append(now)
    return made


def laid_out(found: list[State], level: int = 3) -> list[Picture]:
    foresight = Foresight(FixedMeasure())
    deltas: list[Delta] = []
    before = State()
    for state in found:
        deltas.append(difference(before, state))
        foresight.add(deltas[-1])
        before = state
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    pairs = zip(found, deltas, strict=True)
    return [layout.picture(state, delta, level) for state, delta in pairs]


def box(picture: Picture, key: Key) -> Box:
    return next(box for box in picture.boxes if box.key == key)


GLOBALS = Key("globals", FILE)


def test_the_calls_of_two_threads_stand_beside_each_other_below_what_both_have() -> None:
    picture = laid_out(states())[2]
    ours, theirs = box(picture, Key("frame", MAIN)), box(picture, Key("frame", FIRST))
    above = box(picture, GLOBALS)
    assert ours.rect.y == theirs.rect.y > above.rect.bottom
    assert ours.rect.right < theirs.rect.x
    assert above.rect.x == ours.rect.x
    assert above.rect.right >= theirs.rect.right


def test_a_third_thread_has_a_column_of_its_own() -> None:
    picture = laid_out(states())[2]
    theirs, last = box(picture, Key("frame", FIRST)), box(picture, Key("frame", SECOND))
    assert theirs.rect.right < last.rect.x
    assert theirs.rect.y == last.rect.y
    assert box(picture, GLOBALS).rect.right >= last.rect.right


def busy(threads: int, steps: int = 3) -> list[State]:
    """One thread after the other begins a call of its own, which lasts to the end."""
    film = Film()
    film.bind("kept", film.list(film.number(7)))
    for line in range(1, threads + steps):
        film.step(line)
    made = []
    for number, state in enumerate(film.states):
        stacks = {1: state.stacks[1]}
        for thread in range(2, min(number, threads) + 2):
            stacks[thread] = (call(100 * thread, f"work{thread}", kept=1),)
        assert state.step is not None
        named = {thread: f"t{thread}" for thread in stacks}
        step = replace(state.step, thread=max(stacks))
        made.append(replace(state, step=step, stacks=stacks, thread_names=named))
    return made


def columns(picture: Picture) -> list[float]:
    return [one.rect.x for one in picture.frames if one.key.kind == "frame"]


def test_there_are_as_many_columns_as_threads_at_a_time_within_reason() -> None:
    for threads in (2, 3, 4):
        found = columns(laid_out(busy(threads))[-1])
        assert found == sorted(set(found))
        assert len(found) == threads
    many = laid_out(busy(7))[-1]
    assert len(set(columns(many))) == MOST_COLUMNS
    assert not audit.overlapping(many)
    grounds = [one.rect for one in many.regions if one.kind is RegionKind.THREAD]
    assert len(grounds) == 7
    for number, rect in enumerate(grounds):
        assert not any(rect.overlaps(other) for other in grounds[number + 1 :])


def test_a_column_is_used_again_by_who_comes_when_another_has_gone() -> None:
    given = ThreadColumns()

    def stacks(*threads: int) -> dict[int, tuple[Frame, ...]]:
        return {thread: (call(thread, "f"),) for thread in threads}

    for now in ((1,), (1, 2), (1, 3), (1, 3, 4), (4, 5)):
        given.take(stacks(*now))
    assert given.of == {1: 0, 2: 1, 3: 1, 4: 2, 5: 0}
    assert given.count == 3


def test_while_a_recording_grows_columns_come_at_the_left_and_nothing_moves() -> None:
    foresight = Foresight(FixedMeasure())
    layout = Layout(FixedMeasure(), foresight)
    places: dict[Key, tuple[float, float]] = {}
    before = State()
    for state in busy(6):
        delta = difference(before, state)
        before = state
        foresight.add(delta)
        picture = layout.picture(state, delta, 3)
        assert not audit.overlapping(picture)
        assert not audit.passing_over(picture)
        for one in picture.frames:
            assert places.setdefault(one.key, one.rect[:2]) == one.rect[:2]
    found = columns(picture)
    assert found[:4] == sorted(set(found), reverse=True)
    assert len(set(found)) == MOST_COLUMNS
    assert found[0] == 0
    assert sum(one.kind is RegionKind.THREAD for one in picture.regions) == 6


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_no_card_lies_on_another_and_no_arrow_passes_over_one(level: int) -> None:
    for picture in laid_out(states(), level):
        assert not audit.overlapping(picture)
        assert not audit.passing_over(picture)
        assert not audit.slanted(picture)
        assert not audit.astray(picture)


def test_nothing_moves_while_threads_come_and_go() -> None:
    pictures = laid_out(states())
    places: dict[Key, tuple[float, float]] = {}
    for picture in pictures:
        for one in picture.boxes:
            assert places.setdefault(one.key, one.rect[:2]) == one.rect[:2]


def test_threads_that_have_no_calls_at_the_same_time_stand_in_one_column() -> None:
    pictures = laid_out(states(beside=False))
    for picture in pictures:
        assert not any(region.kind is RegionKind.THREAD for region in picture.regions)
        assert {one.rect.x for one in picture.frames} == {0}


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_each_thread_has_a_ground_that_says_what_it_does(level: int) -> None:
    picture = laid_out(states(), level)[2]
    grounds = {one.thread: one for one in picture.regions if one.kind is RegionKind.THREAD}
    lock = next(one.serial for one in picture.boxes if one.card.title == "lock")
    assert [grounds[thread].note for thread in (1, 2, 3)] == [
        phrase("thread-waits", what=f"lock #{lock}"),
        phrase("thread-at", line=FIRST),
        phrase("thread-runs"),
    ]
    assert [grounds[thread].waiting for thread in (1, 2, 3)] == [True, False, False]
    assert [grounds[thread].current for thread in (1, 2, 3)] == [False, False, True]
    for thread, serial in ((1, MAIN), (2, FIRST), (3, SECOND)):
        rect, ground = box(picture, Key("frame", serial)).rect, grounds[thread].rect
        assert ground.united(rect) == ground
    rects = [one.rect for one in grounds.values()]
    for number, rect in enumerate(rects):
        assert not any(rect.overlaps(other) for other in rects[number + 1 :])


def said(picture: Picture) -> list[object]:
    lock = next(one for one in picture.boxes if one.card.title == "lock")
    return [part.label for part in lock.card.parts[1:]]


def test_a_lock_says_who_holds_it_and_who_waits_since_when() -> None:
    pictures = laid_out(states())
    assert [said(picture) for picture in pictures] == [
        [],
        [phrase("held-since", step=2)],
        [phrase("held-since", step=2), phrase("waits-since", step=3)],
        [phrase("held-since", step=4)],
        [],
        [],
    ]


def test_going_back_says_the_same() -> None:
    found = states()
    foresight = Foresight(FixedMeasure())
    before = State()
    for state in found:
        foresight.add(difference(before, state))
        before = state
    foresight.close()
    layout = Layout(FixedMeasure(), foresight)
    forwards = [said(layout.picture(state)) for state in found]
    assert [said(layout.picture(state)) for state in reversed(found)] == forwards[::-1]


def test_a_program_with_one_thread_has_no_such_rows() -> None:
    found = [replace(state, thread_names={1: "main"}) for state in states(beside=False)]
    assert [said(picture) for picture in laid_out(found)] == [[]] * len(found)
