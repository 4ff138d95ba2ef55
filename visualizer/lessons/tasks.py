"""Judges by its recording whether a student's program does what a task asks."""

from collections.abc import Callable
from typing import Any

from visualizer.explain.sentence import Sentence, sentence
from visualizer.lessons.lesson import Check, Task
from visualizer.model import Event, State
from visualizer.model.delta import ReadableRecording


def judge_task(task: Task, run: ReadableRecording) -> tuple[tuple[Sentence, bool], ...]:
    """Return each requirement of the task, and whether the recording meets it."""
    return tuple(_judge(check, run) for check in task.checks)


def _judge(check: Check, run: ReadableRecording) -> tuple[Sentence, bool]:
    kind = next(one for one in _JUDGES if one in check)
    return _JUDGES[kind](dict(check), run)


type _Judged = tuple[Sentence, bool]


def _count(check: dict[str, Any], run: ReadableRecording) -> _Judged:
    """At some step the object of a global name has this count."""
    name, wanted = check["count"], check["is"]
    cursor, counts = run.cursor(), set[int | None]()
    for number in range(1, run.steps + 1):
        state = cursor.seek(number)
        thing = state.heap.get(_global(state, name))
        counts.add(thing.refcount if thing is not None else None)
    return sentence("task.count", name=name, n=wanted), wanted in counts


def _type(check: dict[str, Any], run: ReadableRecording) -> _Judged:
    """The program creates at least, or at most, so many objects of a type."""
    type_, least, most = check["type"], check.get("least"), check.get("most")
    cursor = run.cursor()
    made = sum(
        change.old is None and change.new is not None and change.new.type == type_
        for number in range(2, run.steps + 1)
        for change in cursor.delta(number).objects
    )
    is_enough = least is None or made >= least
    if most is not None:
        return sentence("task.most", type=type_, n=most, made=made), is_enough and made <= most
    return sentence("task.least", type=type_, n=int(least or 0), made=made), is_enough


def _same(check: dict[str, Any], run: ReadableRecording) -> _Judged:
    """At the end two global names refer to the same object, or do not."""
    one, other = check["same"]
    state = run.cursor().seek(run.steps)
    first, second = (_global(state, name) for name in (one, other))
    key = "task.same" if check["is"] else "task.not_same"
    holds = 0 not in (first, second) and (first == second) is check["is"]
    return sentence(key, one=one, other=other), holds


def _dies(check: dict[str, Any], run: ReadableRecording) -> _Judged:
    """An object of a type dies before the end."""
    cursor, type_ = run.cursor(), check["dies"]
    died = any(
        change.new is None and change.old is not None and change.old.type == type_
        for number in range(1, run.steps + 1)
        for change in cursor.delta(number).objects
    )
    return sentence("task.dies", type=type_), died


def _printed(check: dict[str, Any], run: ReadableRecording) -> _Judged:
    """The whole output equals a text, apart from white space at both ends."""
    output = run.output("stdout").decode(errors="replace").replace("\r\n", "\n").strip()
    wanted = check["printed"].strip()
    return sentence("task.printed", text=wanted), output == wanted


def _last(check: dict[str, Any], run: ReadableRecording) -> _Judged:
    """The last line of the output equals a text."""
    output = run.output("stdout").decode(errors="replace").rstrip().splitlines()
    wanted = check["last"]
    return sentence("task.last", text=wanted), bool(output) and output[-1].strip() == wanted


def _raises(check: dict[str, Any], run: ReadableRecording) -> _Judged:
    """The program ends by an uncaught exception of a type."""
    state, type_ = run.cursor().seek(run.steps), check["raises"]
    step = state.step
    raised = state.heap.get(step.exception or 0) if step is not None else None
    is_end = step is not None and step.event is Event.UNCAUGHT
    return (
        sentence("task.raises", type=type_),
        is_end and raised is not None and raised.type == type_,
    )


def _finishes(check: dict[str, Any], run: ReadableRecording) -> _Judged:
    """The program ends without an exception."""
    step = run.cursor().seek(run.steps).step
    return sentence("task.finishes"), step is not None and step.event is Event.FINISH


_JUDGES: dict[str, Callable[[dict[str, Any], ReadableRecording], _Judged]] = {
    "count": _count,
    "type": _type,
    "same": _same,
    "dies": _dies,
    "printed": _printed,
    "last": _last,
    "raises": _raises,
    "finishes": _finishes,
}


def _global(state: State, name: str) -> int:
    """Return the serial to which a global name of the program's own file refers, or 0."""
    own = next(iter(state.globals.values()), ())
    return dict(own or ()).get(name, 0)
