"""The parts of a state that are drawn."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.layout.film import Film
from tests.layout.fixed_measure import FixedMeasure
from tests.recorder.runs import record_unread, write_program
from visualizer.layout.analysis.facts import Level
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.layout.visibility import kept_frames, visible_frames
from visualizer.model import (
    Cell,
    Content,
    Delta,
    Event,
    ExceptionBody,
    Frame,
    FrameKind,
    Function,
    InFlight,
    Other,
    Sequence,
    State,
    Step,
)
from visualizer.recording import Recording


def drawn(film: Film, state: State, level: Level = Level.OBJECTS) -> set[int]:
    """Return the objects that are drawn of a film's last step with the state ``state``."""

    def walk(steps: Iterable[int] | None = None) -> list[tuple[State, Delta]]:
        return [(state, film.deltas[-1])]

    sheet = Sheets(walk, {}, FixedMeasure(), level).sheet(state, film.deltas[-1])
    return {serial for box in sheet.boxes for serial in box.block.anchors}


def handing(state: State, way: str, serial: int) -> State:
    assert state.step is not None
    return replace(state, step=replace(state.step, in_flight=(InFlight(way, serial, 1),)))


def test_an_exception_that_is_handled_is_drawn_before_it_has_a_name() -> None:
    film = Film()
    serial = film.new("ValueError", Sequence((), 0))
    film.bind("e", serial)
    state = film.step()
    state.globals = dict.fromkeys(state.globals, ())
    assert serial not in drawn(film, state)
    assert serial in drawn(film, handing(state, "exception", serial))


def test_a_value_on_the_stack_alone_is_not_drawn() -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    state.globals = dict.fromkeys(state.globals, ())
    assert film.names["a"] not in drawn(film, handing(state, "stack", film.names["a"]))


@pytest.mark.parametrize(
    ("level", "is_drawn"), [(Level.VALUES, False), (Level.OBJECTS, True), (Level.REGIONS, True)]
)
def test_an_object_that_no_name_leads_to_is_drawn_until_it_is_freed(
    level: Level, is_drawn: bool
) -> None:
    film = Film()
    film.bind("a", film.list())
    serial = film.names["a"]
    film.heap[serial] = replace(film.heap[serial], unreachable=True)
    state = film.step()
    assert state.heap[serial].unreachable
    state.globals = dict.fromkeys(state.globals, ())
    assert (serial in drawn(film, state, level)) is is_drawn


def test_walks_are_those_of_recordings() -> None:
    film = Film()
    film.bind("a", film.list())
    film.step()
    assert [delta for _, delta in walk_of(film)()] == film.deltas


def test_an_uncaught_exception_of_the_main_program_is_in_its_frame_at_the_end() -> None:
    film = Film()
    error = film.new("ValueError", Sequence((), 0))
    film.kept.add(error)
    film.bind("a", film.number(1))
    film.step()
    state = film.step(1, Event.UNCAUGHT)
    assert state.step is not None
    state.step = replace(state.step, exception=error)
    (module,) = visible_frames(state, 4, 40)
    assert module.results == (("raised", error),)


@pytest.mark.parametrize("kind", [FrameKind.MODULE, FrameKind.CLASS])
def test_a_comprehensions_variable_has_a_row_beside_the_name_that_is_written_alike(
    kind: FrameKind,
) -> None:
    inner = ("n", 2), ("[…]", 3)
    frame = Frame(1, "Table", "prog.py", 2, kind, (("n", 1),), comprehension=inner)
    state = State(stacks={1: (frame,)}, globals={"prog.py": (("n", 1),)})
    drawn = [one for one in visible_frames(state, 4, 40) if one.frame.serial == 1]
    assert [one.names for one in drawn] == [(("n", 1), ("for n", 2), ("[…]", 3))]


@pytest.mark.parametrize(
    ("kind", "is_wrapped", "is_shown"),
    [
        (FrameKind.GENERATOR, False, True),
        (FrameKind.COROUTINE, False, False),
        (FrameKind.ASYNC_GENERATOR, False, False),
        (FrameKind.ASYNC_GENERATOR, True, True),
    ],
)
def test_a_yielded_value_is_shown_unless_the_frame_waits(
    kind: FrameKind, *, is_wrapped: bool, is_shown: bool
) -> None:
    film = Film()
    value = film.list()
    wrapped = film.new("async_generator_wrapped_value", Other((value,), (), ()))
    film.call("work", 5)
    film.calls[-1] = replace(film.calls[-1], kind=kind)
    state = film.step(5, Event.YIELD, value=wrapped if is_wrapped else value)
    *_, frame = visible_frames(state, 9, 9)
    assert frame.results == ((("yields", value),) if is_shown else ())


class Unfinished:
    """A call with a list, a function, a number, and a list that a comprehension fills."""

    def __init__(self) -> None:
        film = Film()
        self.result, self.filled = film.list(film.number(1)), film.list()
        self.function, self.number = film.function("f", 1), film.number(1000)
        self.heap = {one: replace(thing, refcount=1) for one, thing in film.heap.items()}

    def pending(self, *operands: int, step: Step | None = None) -> tuple[int, ...]:
        """Return the pending objects if these are on the evaluation stack."""
        filling = (("[…]", self.filled),)
        frame = Frame(1, "f", "prog.py", 2, FrameKind.FUNCTION, (), comprehension=filling)
        frame = replace(frame, operands=operands)
        (drawn,) = visible_frames(State(step, {1: (frame,)}, heap=self.heap), 4, 40)
        return drawn.pending


def test_an_object_that_only_an_unfinished_expression_holds_is_pending() -> None:
    call = Unfinished()
    held = call.function, call.result
    assert call.pending(call.function, call.number, call.filled, call.result) == held
    call.heap[call.result] = replace(call.heap[call.result], refcount=2)
    assert call.pending(call.result, call.result) == (call.result,)


def test_a_function_that_refers_to_itself_is_pending() -> None:
    call = Unfinished()
    cell = call.heap[call.number] = replace(call.heap[call.number], content=Cell(call.function))
    closed = Function("f", 1, None, (("f", cell.serial),), ())
    call.heap[call.function] = replace(call.heap[call.function], content=closed, refcount=2)
    assert call.pending(call.function) == (call.function,)


def test_a_value_that_is_being_returned_is_not_pending() -> None:
    call = Unfinished()
    step = Step(1, Event.RETURN, "prog.py", 2, "f", 1, value=call.result)
    assert call.pending(call.result, step=step) == ()


def test_an_object_that_something_else_holds_too_is_not_pending() -> None:
    call = Unfinished()
    call.heap[call.result] = replace(call.heap[call.result], refcount=2)
    assert call.pending(call.result) == ()


def test_a_file_that_imports_itself_has_a_frame_for_each_of_its_two_modules() -> None:
    film = Film()
    film.bind("random", film.number(1))
    film.step()
    state = film.states[-1]
    outer = state.frames[0]
    state.stacks[1] = (outer, replace(outer, serial=7))
    first, second = visible_frames(state, 9, 9)
    assert (first.key, first.names, first.frame.function) == (
        ("frame", outer.serial),
        (),
        "<module>",
    )
    assert (second.key, second.frame.function) == (("globals", outer.file), outer.file)
    assert [name for name, _ in second.names] == ["random"]


FACTS = ("co_name", "inner"), ("co_filename", "prog.py")


def ended(film: Film, facts: tuple[tuple[str, str], ...] = FACTS, **names: int) -> int:
    """Return an exception that has left a call with these names; its traceback keeps the frame."""
    left = film.new("frame", Other((1,), tuple(names.items()), facts))
    entry = film.new("traceback", Other((left,), (("tb_frame", left),), (("tb_lineno", "4"),)))
    film.kept |= {left, entry, *names.values()}
    return film.new("ValueError", ExceptionBody(None, None, None, None, entry, ()))


def test_a_kept_frame_of_an_unknown_file_is_not_drawn() -> None:
    film = Film()
    film.step()
    error = ended(film, FACTS[:1])
    assert not [*kept_frames(film.step(event=Event.EXCEPTION, exception=error))]


def test_frames_that_a_traceback_keeps_are_drawn_while_their_exception_passes() -> None:
    film = Film()
    film.step()
    rows = film.list(film.number(1))
    error = ended(film, rows=rows)
    passing = film.step(event=Event.EXCEPTION, exception=error)
    (kept,) = kept_frames(passing)
    assert (kept.function, kept.line, kept.locals) == ("inner", 4, (("rows", rows),))
    assert rows in drawn(film, passing)
    *_, last = visible_frames(passing, 100, 100)
    assert last.is_kept
    film.bind("error", error)
    after = film.step()
    assert not [*kept_frames(after)]
    assert rows not in drawn(film, after, Level.VALUES)


PASSING = """
import other
def close():
    return 1
try:
    try:
        other.inner([])
    finally:
        close()
        end = 1
except IndexError:
    end = 2
"""


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_kept_frames_have_a_file_of_their_own_and_stay_while_a_finally_runs(
    recorder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    write_program(tmp_path, "def inner(rows):\n    return rows[0]\n", "other.py")
    run = record_unread(write_program(tmp_path, PASSING))
    with closing(Recording.open(run.path)) as recording:
        cursor = recording.cursor()
        states = (cursor.seek(number) for number in range(1, recording.steps + 1))
        found = {
            one.step.line: [(kept.function, kept.file) for kept in kept_frames(one)]
            for one in states
            if one.step is not None and one.step.file == "prog.py"
        }
    assert [found[line] for line in (8, 3, 9)] == [[("inner", "other.py")]] * 3
    assert found[11] == []


LEAVING = """
class Guard:
    def __enter__(self): return self
    def __exit__(self, *error):
        return True
def inner(rows):
    return rows[0]
with Guard():
    inner([])
"""


def test_kept_frames_stay_on_the_way_into_an_exit(tmp_path: Path) -> None:
    run = record_unread(write_program(tmp_path, LEAVING))
    with closing(Recording.open(run.path)) as recording:
        cursor = recording.cursor()
        found = [
            [one.function for one in kept_frames(cursor.seek(number))]
            for number in range(1, recording.steps + 1)
        ]
    start = found.index(["inner"])
    *passing, end = found[start:]
    assert passing == [["inner"]] * len(passing)
    assert len(passing) > 3
    assert end == []


@pytest.mark.parametrize("line", ["", "None"])
def test_a_traceback_that_leads_back_to_itself_ends(line: str) -> None:
    film = Film()
    film.step()
    error = ended(film)
    content = film.heap[error].content
    assert isinstance(content, ExceptionBody)
    assert content.traceback is not None
    film.put(content.traceback, ring(film.heap[content.traceback].content, content.traceback, line))
    (kept,) = kept_frames(film.step(event=Event.EXCEPTION, exception=error))
    assert kept.line == 0


def ring(content: Content, entry: int, line: str) -> Other:
    assert isinstance(content, Other)
    return replace(
        content, named=(*content.named, ("tb_next", entry)), facts=(("tb_lineno", line),)
    )
