"""The column of frames of a step."""

from dataclasses import replace
from itertools import chain, combinations, count

import pytest

from tests.layout.analysis.test_collector import facts_of
from tests.layout.film import FILE, MODULE, Film
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.analysis.facts import Facts, Level
from visualizer.layout.blocks.block import Ink
from visualizer.layout.blocks.maker import Maker
from visualizer.layout.composing import stack as stacks
from visualizer.layout.composing.arranged import Arrangement
from visualizer.layout.composing.making import maker_at
from visualizer.layout.composing.reach import drawn_step
from visualizer.layout.composing.sheets import CANVAS, Sheets, walk_of
from visualizer.layout.composing.step_filter import StepFilter
from visualizer.layout.composing.tall_frames import GAP
from visualizer.layout.composing.units import UnitCollector
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Slot
from visualizer.layout.visibility import visible_frames
from visualizer.model import (
    Cell,
    Delta,
    Event,
    ExceptionBody,
    Frame,
    FrameKind,
    Function,
    HeapObject,
    InFlight,
    Instance,
    Lock,
    LocksChange,
    LockUse,
    Other,
    Scalar,
    State,
    Step,
)

EVERY_FRAME = 10_000


def deep(*depths: int) -> tuple[Maker, State]:
    """Make threads with that many recursive calls."""
    serials = count(2)
    frames = {
        thread: (
            MODULE,
            *(
                Frame(next(serials), "down", FILE, 2, FrameKind.FUNCTION, (("n", 0),))
                for _ in range(depth)
            ),
        )
        for thread, depth in enumerate(depths, 1)
    }
    step = Step(1, Event.LINE, FILE, 2, "down", 1)
    state = State(step, frames, {FILE: ()})
    return maker_at(Maker({}, Facts(), FixedMeasure(), 0, 0.0), state), state


@pytest.mark.parametrize("height", [120, 380, 900, 2160, 5000])
@pytest.mark.parametrize("depths", [(5,), (60,), (500,), (300, 300), (300, 2, 300)])
def test_skipped_frames_of_a_deep_stack_have_no_room_anyway(
    height: float, depths: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    maker, state = deep(*depths)
    found = stacks.stack(maker, stacks.column_of(maker, state, height), 200)
    monkeypatch.setattr(
        stacks, "visible_frames", lambda state, *_: visible_frames(state, EVERY_FRAME, EVERY_FRAME)
    )
    whole = stacks.stack(maker, stacks.column_of(maker, state, height), 200)
    assert [(box.key, box.rect) for box in found] == [(box.key, box.rect) for box in whole]


def working(threads: int, rows: int) -> tuple[Maker, State]:
    """The main thread waits in the module, other threads work; the step is the second thread's."""
    names = tuple((f"n{row}", 0) for row in range(rows))
    frames = {
        thread: (Frame(thread, "work", FILE, 2, FrameKind.FUNCTION, names),)
        for thread in range(2, threads + 2)
    }
    state = State(
        Step(1, Event.LINE, FILE, 2, "work", 2),
        {1: (MODULE,), **frames},
        {FILE: ()},
        thread_names={thread: f"Thread-{thread}" for thread in (1, *frames)},
    )
    return maker_at(Maker({}, Facts(), FixedMeasure(), 0, 0.0), state), state


def test_frames_of_other_threads_are_folded_where_all_do_not_fit() -> None:
    maker, state = working(threads=4, rows=6)
    column = stacks.column_of(maker, state, 400)
    assert column.is_folded == (False, False, True, True, True)
    boxes = stacks.stack(maker, column, 200)
    assert max(box.rect.bottom for box in boxes) <= 400
    assert not any(stacks.column_of(maker, state, 4000).is_folded)


def test_a_call_of_one_thread_does_not_fold_the_frame_of_another() -> None:
    maker, state = working(threads=3, rows=1)
    pressing = replace(maker, folds=replace(maker.folds, pressing={3: [(1, 2)]}))
    assert not any(stacks.column_of(pressing, state, 4000).is_folded)


def test_lines_of_another_thread_are_no_callers_without_room() -> None:
    maker, state = working(threads=2, rows=6)
    units = UnitCollector(maker.facts, Arrangement(maker.facts, {}), 200, 300)
    for thread in (2, 3):
        step = Step(thread, Event.LINE, FILE, 2, "work", thread)
        now = replace(state, step=step)
        units.observe(drawn_step(maker_at(maker, now), now, 300), Delta(None, step))
    assert not units.folds_callers


@pytest.mark.parametrize(("height", "folded"), [(500, 0), (390, 1), (325, 2), (240, 3), (100, 3)])
def test_as_few_callers_as_needed_are_folded_the_outermost_first(
    height: float, folded: int
) -> None:
    names = tuple((f"n{row}", 0) for row in range(3))
    calls = [Frame(n, f"f{n}", FILE, 2, FrameKind.FUNCTION, names) for n in range(2, 6)]
    step = Step(1, Event.LINE, FILE, 2, "f5", 1)
    state = State(step, {1: (MODULE, *calls)}, {FILE: ()})
    column = stacks.column_of(
        maker_at(Maker({}, Facts(), FixedMeasure(), 0, 0.0), state), state, height
    )
    assert column.is_folded == (False, *(n < folded for n in range(4)))


def test_threads_that_are_left_out_have_no_line_with_their_name() -> None:
    maker, state = working(threads=40, rows=2)
    column = stacks.column_of(maker, state, 400)
    boxes = stacks.stack(maker, column, 200)
    assert max(box.rect.bottom for box in boxes) <= 400
    named = sum(box.key.kind == "thread" for box in boxes)
    assert named == len(column.calls) - len(column.left_out)


def lock(serial: int) -> HeapObject:
    return HeapObject(serial, "lock", 0x1000 * serial, 1, 40, Lock(True, None, None))


def test_the_line_of_a_thread_names_the_locks_that_it_holds_and_awaits() -> None:
    maker, state = working(threads=3, rows=1)
    state.heap |= {serial: lock(serial) for serial in (101, 102)}
    holder = HeapObject(103, "Account", 0x9000, 1, 48, Instance(9, (("lock", 102),)))
    state.heap[103] = holder
    state.globals[FILE] = (("a", 101), ("account", 103))
    state.locks |= {101: LockUse(2, (3,)), 102: LockUse(3, (), (2,))}
    # All threads share the module's name; each has its own parameter.
    state.stacks[2] = (replace(state.stacks[2][0], locals=(("first", 101),)),)
    column = stacks.column_of(maker, state, 4000)
    assert column.notes == (
        (),
        (phrase("thread-holds", object="a"), phrase("thread-waits", object="account.lock")),
        (phrase("thread-holds", object="account.lock"), phrase("thread-waits", object="a")),
        (),
    )
    wide, *narrow = (stacks.stack(maker, column, width) for width in (400, 210, 150, 100))
    shown = [[words.text for words in box.block.words] for box in wide if box.key.kind == "thread"]
    assert shown == [
        [name, *notes] for name, notes in zip(column.threads, column.notes, strict=True)
    ]
    for box in chain(wide, *narrow):
        rects = [words.rect for words in box.block.words if box.key.kind == "thread"]
        assert not any(one.overlaps(other) for one, other in combinations(rects, 2))
        assert all(0 < one.x < one.right < box.rect.width for one in rects)


def test_the_wanted_width_has_room_for_all_that_a_thread_holds_and_waits_for() -> None:
    maker, state = working(threads=1, rows=1)
    state.heap |= {serial: lock(serial) for serial in (101, 102)}
    state.globals[FILE] = (("a", 101), ("b", 102))
    state.thread_names[2] = "A"
    state.locks |= {101: LockUse(2), 102: LockUse(None, (2,))}
    column = stacks.column_of(maker, state, 4000)
    boxes = stacks.stack(maker, column, stacks.wanted_width(maker, column, 99).whole)
    lines = [box.block for box in boxes if box.key.kind == "thread"]
    assert [len(one.words) for one in lines] == [1, 3]


def test_a_step_at_which_a_thread_waits_for_the_first_time_may_need_more_width() -> None:
    _, state = working(threads=2, rows=1)
    steps = StepFilter()
    waits = LockUse(2, (3,))
    for number, (old, new) in enumerate(
        [({}, {}), ({}, {101: waits}), ({101: waits}, {}), ({}, {101: waits})], 1
    ):
        step = Step(number, Event.LINE, FILE, 2, "work", 2)
        steps.observe(state, Delta(None, step, locks=LocksChange(old, new)))
    assert steps.wide == [1, 2]


def test_a_step_of_another_thread_folds_other_frames() -> None:
    _, state = working(threads=2, rows=1)
    steps = StepFilter()
    before = None
    for number, thread in enumerate((2, 2, 3, 3), 1):
        step = Step(number, Event.LINE, FILE, 2, "work", thread)
        steps.observe(state, Delta(before, step))
        before = step
    assert steps.drawn == [1, 3]


def returning(*values: int) -> Film:
    """Call a function of one name that returns, once for each value."""
    film = Film()
    film.step()
    for value in values:
        film.call("work", 2, n=film.number(1))
        film.step(event=Event.CALL)
        film.step(2)
        film.step(2, event=Event.RETURN, value=film.number(value))
        film.calls.pop()
        film.step(3)
    return film


def test_the_first_return_of_a_function_may_make_the_frames_higher() -> None:
    film, steps = returning(5, 6), StepFilter()
    returns = [n for n, one in enumerate(film.deltas, 1) if one.step.event is Event.RETURN]
    for state, delta in zip(film.states, film.deltas, strict=True):
        steps.observe(state, delta)
    assert set(returns) & set(steps.drawn) == {returns[0]}


def test_a_longer_result_may_need_more_width() -> None:
    film, steps = returning(5, 6, 12345678901234567890), StepFilter()
    *_, last = (n for n, one in enumerate(film.deltas, 1) if one.step.event is Event.RETURN)
    for state, delta in zip(film.states, film.deltas, strict=True):
        steps.observe(state, delta)
    assert last in steps.wide


def test_a_frame_with_marks_in_many_lines_fits_the_canvas() -> None:
    film = Film()
    for n in range(80):
        film.bind(f"work_{n}", film.function(f"work_{n}", n))
    for n in range(12):
        film.bind(f"a_name_that_is_rather_long_{n}", film.new("str", Scalar(repr("long " * 20))))
    film.bind("items", film.list(film.number(1)))
    film.step()
    sheets = Sheets(walk_of(film), {}, FixedMeasure())
    sheet = sheets.sheet(film.states[-1], film.deltas[-1])
    assert sheet.drawn.height * sheet.scale <= CANVAS.height


def marks_of(film: Film, step: int) -> tuple[list[str], float]:
    """Return the marks of the module's frame after a step, and the height of the frame."""
    sources = {FILE: "\n" * 6 + "work_3(work_29)"}
    sheets = Sheets(walk_of(film), sources, FixedMeasure())
    (frame,) = (
        box
        for box in sheets.sheet(film.states[step], film.deltas[step]).boxes
        if box.key.kind == "globals"
    )
    texts = [str(words.text) for words in frame.block.words if words.ink is Ink.NOTE]
    return [text for text in texts if text.startswith("ƒ")], frame.rect.height


def many_functions(count: int) -> Film:
    film = Film()
    for n in range(count):
        film.bind(f"work_{n}", film.function(f"work_{n}", n))
        film.step()
    return film


def test_a_frame_shows_all_functions_where_the_frames_have_room() -> None:
    film = many_functions(16)
    assert marks_of(film, 15)[0] == [f"ƒ work_{n}" for n in range(16)]


def test_a_frame_leaves_out_functions_rather_than_that_a_caller_becomes_a_line() -> None:
    film = many_functions(16)
    for n, names in enumerate(("abcd", "abcd", "abcd", "abc")):
        film.call(f"call_{n}", 3, **{f"{name}_{n}": film.number(n) for name in names})
        film.step(event=Event.CALL)
    sheet = Sheets(walk_of(film), {}, FixedMeasure()).sheet(film.states[-1], film.deltas[-1])
    assert not any(box.is_folded for box in sheet.boxes)
    assert len(marks_of(film, 15)[0]) < 16


def test_of_many_functions_a_frame_shows_those_that_the_step_binds_or_uses() -> None:
    film = many_functions(40)
    film.step(line=7)
    film.step(line=8)
    assert "ƒ work_20" in marks_of(film, 20)[0]
    used = marks_of(film, 40)[0]
    assert {"ƒ work_3", "ƒ work_29"} <= {*used}
    assert len(used) < 20


def test_a_frame_that_shows_other_functions_keeps_its_height() -> None:
    film = many_functions(40)
    heights = [marks_of(film, step)[1] for step in range(15, 40)]
    assert heights == heights[:1] * len(heights)


def result_rows(film: Film) -> list[tuple[object, int]]:
    """Return the rows of the running frame that show the end of its call."""
    maker = maker_at(Maker({}, facts_of(film), FixedMeasure(), 0, 0.0), film.states[-1])
    running = stacks.column_of(maker, film.states[-1], CANVAS.height).calls[-1]
    return [(row.label, row.target) for row in running.rows if row.is_event]


def test_a_returned_object_has_its_row_though_a_name_refers_to_it_too() -> None:
    film = Film()
    one = film.number(1)
    film.call("factorial", 2, n=one)
    film.step(event=Event.RETURN, value=one)
    assert result_rows(film) == [(phrase("returns"), one)]


def test_the_body_of_a_class_returns_nothing_that_one_sees() -> None:
    film = Film()
    cell = film.new("cell", Cell(None))
    film.call("Shape", 2)
    film.calls[0] = replace(film.calls[0], kind=FrameKind.CLASS)
    film.step(event=Event.RETURN, value=cell)
    assert result_rows(film) == []


@pytest.mark.parametrize("level", [Level.VALUES, Level.OBJECTS])
def test_the_class_that_super_needs_has_a_row_where_objects_are_drawn(level: Level) -> None:
    film = Film()
    film.call(
        "__init__",
        2,
        __class__=film.cls("Shape"),
        __classdict__=film.number(1),
        side=film.number(3),
    )
    state = film.step()
    maker = maker_at(Maker({}, facts_of(film, level), FixedMeasure(), 0, 0.0), state)
    call = stacks.column_of(maker, state, CANVAS.height).calls[-1]
    names = [row.slot.name for row in (*call.rows, *call.marks)]
    assert names == ["__class__", "__classdict__"] * (level is Level.OBJECTS) + ["side"]


def test_an_exception_passes_the_frames_after_the_one_that_raises_it() -> None:
    film = Film()
    nothing = film.new("NoneType", Scalar("None"), immortal=True)
    error = film.new("ValueError", ExceptionBody(None, nothing, None, None, None, ()))
    film.bind("error", error)
    film.call("outer", 4)
    film.call("inner", 2)
    film.step(2, Event.EXCEPTION, exception=error)
    assert result_rows(film) == [(phrase("raised"), error)]
    film.calls.pop()
    film.step(4, Event.EXCEPTION, exception=error)
    assert result_rows(film) == [(phrase("passing"), error)]
    # At the end of the program, the innermost frame raised the exception.
    film.call("inner", 2)
    film.step(2, Event.UNCAUGHT, exception=error)
    assert (phrase("raised"), error) in result_rows(film)


def test_a_pending_function_has_a_row_if_it_has_a_card() -> None:
    film = Film()
    film.call("decorate", 1)
    cell = film.new("cell", Cell(film.number(1)))
    plain, keeps = (
        film.new("function", Function("wrapper", 2, None, closure, ()))
        for closure in ((), (("count", cell),))
    )
    film.kept = {plain, keeps, cell}
    film.calls[-1] = replace(film.calls[-1], operands=(plain, keeps))
    state = film.step()
    maker = maker_at(Maker({}, facts_of(film), FixedMeasure(), 0, 0.0), state)
    call = stacks.column_of(maker, state, CANVAS.height).calls[-1]
    assert [(row.label, row.target) for row in call.rows] == [(phrase("pending"), keeps)]


def test_a_folded_call_has_its_pending_objects_in_its_line() -> None:
    film = Film()
    for depth in range(2):
        film.call("sort", 2, depth=film.number(depth))
        film.step()
    result = film.list(film.number(7))
    film.calls[0] = replace(film.calls[0], operands=(result,))
    film.kept.add(result)
    state = film.step()
    maker = maker_at(Maker({}, facts_of(film), FixedMeasure(), 0, 0.0), state)
    column = stacks.column_of(maker, state, CANVAS.height)
    _, line, _ = stacks.stack(maker, column, 300)
    assert line.is_folded
    assert [one.slot for one in line.block.fields] == [Slot("name", "depth"), Slot("pending", 0)]


def with_traceback(film: Film) -> int:
    """Make an exception whose traceback leads to the frame with the address 64."""
    nothing = film.new("NoneType", Scalar("None"), immortal=True)
    frame = film.new("frame", Other(()))
    film.heap[frame] = replace(film.heap[frame], address=64)
    entry = film.new("traceback", Other((frame,), (("tb_frame", frame),)))
    error = film.new("ValueError", ExceptionBody(None, nothing, None, None, entry, ()))
    film.kept |= {nothing, frame, entry, error}
    return error


def handling(film: Film, error: int, *operands: int) -> list[list[tuple[Text, int]]]:
    """Return the result rows of all frames of the last step, which handles an exception."""
    state = film.states[-1]
    assert state.step is not None
    stack = tuple(replace(one, operands=operands) for one in state.frames)
    flying = tuple(InFlight("exception", error, 1) for _ in range(not operands))
    step = replace(state.step, in_flight=flying)
    maker = Maker({}, facts_of(film), FixedMeasure(), 0, 0.0)
    state = replace(state, step=step, stacks={1: stack})
    calls = stacks.column_of(maker_at(maker, state), state, CANVAS.height).calls
    return [[(row.label, row.target) for row in one.rows if row.is_event] for one in calls]


def test_a_frame_has_a_row_for_the_exception_that_it_handles_without_a_name() -> None:
    film = Film()
    error = with_traceback(film)
    film.call("outer", 4)
    film.calls[-1] = replace(film.calls[-1], address=64)
    film.call("inner", 2)
    film.step()
    assert handling(film, error) == [[], [(phrase("current-exception"), error)], []]


def test_an_exception_with_a_name_needs_no_row_of_its_own() -> None:
    film = Film()
    error = with_traceback(film)
    film.call("outer", 4, error=error)
    film.calls[-1] = replace(film.calls[-1], address=64)
    film.step()
    assert handling(film, error) == [[], []]


def test_an_exception_stays_where_the_end_of_a_comprehension_is_a_step() -> None:
    film = Film()
    error = with_traceback(film)
    film.call("outer", 4)
    film.calls[-1] = replace(film.calls[-1], address=64)
    film.step()
    assert handling(film, error, error) == [[], [(phrase("raised"), error)]]


def test_an_uncaught_exception_has_a_row_only_where_it_was_raised() -> None:
    film = Film()
    error = with_traceback(film)
    film.call("outer", 4)
    film.calls[-1] = replace(film.calls[-1], address=64)
    film.call("inner", 2)
    film.step(2, Event.UNCAUGHT, exception=error)
    assert handling(film, error) == [[], [], [(phrase("raised"), error)]]


def test_the_caller_to_which_the_cards_belong_is_folded_last() -> None:
    film = Film()
    items = [film.list(film.number(n)) for n in range(3)]
    film.call("main", 2, a=items[0], b=items[1], c=items[2])
    for function in ("handle", "check", "run"):
        film.call(function, 4, a=items[0])
    state = film.step()
    maker = maker_at(Maker({}, facts_of(film), FixedMeasure(), 0, 0.0), state)
    whole = stacks.column_of(maker, state, EVERY_FRAME)
    assert not any(whole.is_folded)
    height = sum(box.block.height + GAP for box in stacks.stack(maker, whole, 200.0))
    _, main, *others = stacks.column_of(maker, state, height - 20).is_folded
    assert any(others)
    assert not main
