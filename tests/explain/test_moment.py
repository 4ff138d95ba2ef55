"""The moment inside a line at which a value was made: the calls that exist then, and the counts."""

from visualizer.explain.expressions.moment import Moment, moment_of
from visualizer.model import Event, Frame, FrameKind, HeapObject, InFlight, Scalar, State, Step
from visualizer.model.evaluation import Evaluated

FILE = "prog.py"
CALLS = tuple(
    Frame(serial, name, FILE, serial * 10, FrameKind.FUNCTION, ())
    for serial, name in ((1, "main"), (2, "outer"), (3, "inner"))
)


def state(event: Event = Event.RETURN) -> State:
    """Three calls; the innermost returns or raises object 4."""
    value = 4 if event is Event.RETURN else None
    raised = 4 if event is Event.EXCEPTION else None
    held = (InFlight("exception" if raised else "stack", 4, 1), InFlight("exception", 5, 1))
    step = Step(
        *(9, event, FILE, 30, "inner", 1),
        value=value,
        exception=raised,
        in_flight=held,
    )
    heap = {n: HeapObject(n, "str", n * 16, 2, 50, Scalar(str(n))) for n in (4, 5, 6)}
    return State(step, {1: CALLS, 2: CALLS[:1]}, {}, heap)


def made_by(
    frame: int,
    *counts: tuple[int, int],
    of: State | None = None,
    serial: int | None = None,
    thread: int = 1,
) -> Moment:
    made = Evaluated(
        thread,
        frame,
        FILE,
        (1, 0, 1, 1),
        "called",
        0,
        serial,
        temporary=None,
        address=64,
        refcount=1,
        type="str",
        ended=False,
        text="'4'",
        counts=counts,
    )
    return moment_of(of or state(), made)


def test_the_call_that_made_the_value_is_the_innermost() -> None:
    found = made_by(2).state
    assert [frame.function for frame in found.frames] == ["main", "outer"]
    assert found.stacks[2] == CALLS[:1], "other threads stay where they are"
    step = found.step
    assert step is not None
    assert (step.number, step.event, step.function, step.line) == (9, Event.LINE, "outer", 20)
    assert step.value is None, "it has been returned"


def test_an_exception_that_is_handled_is_so_still_but_not_one_that_ended_the_call() -> None:
    returned, raised = made_by(2).state.step, made_by(2, of=state(Event.EXCEPTION)).state.step
    assert returned is not None
    assert raised is not None
    assert returned.in_flight == (InFlight("exception", 5, 1),)
    assert (raised.exception, raised.in_flight) == (None, ())


def test_the_step_itself_stays_as_it_is() -> None:
    before = state()
    made_by(1, (6, 1), of=before)
    assert before == state()


def test_within_the_innermost_call_it_is_the_step() -> None:
    assert made_by(3).state == state()
    assert made_by(99).state == state(), "a call that is not known"


def test_a_value_of_another_thread_leaves_the_step_alone() -> None:
    assert made_by(1, thread=2).state == state()


def test_counts_are_those_of_then_and_the_change_leads_to_them() -> None:
    moment = made_by(3, (6, 1), (77, 1), serial=4)
    assert [moment.state.heap[n].refcount for n in (4, 5, 6)] == [1, 2, 1]
    changes = {one.serial: (one.old, one.new) for one in moment.delta.objects}
    assert {
        n: (old and old.refcount, new and new.refcount) for n, (old, new) in changes.items()
    } == {4: (2, 1), 6: (2, 1)}
