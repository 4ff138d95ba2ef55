"""Work that pauses at its checkpoints, on the thread that calls it."""

import gc
import threading
from functools import partial
from math import inf
from weakref import ref

import pytest

from tests.layout.analysis.test_collector import chain
from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.checkpoints import checkpoint
from visualizer.layout.composing.sheets import Sheets, walk_of
from visualizer.shell.slices import SlicedTask


def test_without_time_it_pauses_at_every_checkpoint_and_with_time_at_none() -> None:
    done: list[int] = []

    def work() -> str:
        for number in range(5):
            done.append(number)
            checkpoint()
        return "result"

    task = SlicedTask(work)
    assert not task.run(0)
    assert done == [0]
    assert not task.run(0)
    assert done == [0, 1]
    assert task.run(inf)
    assert done == [0, 1, 2, 3, 4]
    assert task.result == "result"
    assert task.run(0)


def test_it_runs_on_the_thread_that_gives_it_time() -> None:
    task = SlicedTask(threading.current_thread)
    assert task.run(inf)
    assert task.result is threading.current_thread()


def test_an_exception_of_a_task_is_raised_where_it_gets_time() -> None:
    def work() -> None:
        checkpoint()
        raise ValueError("damaged")

    task = SlicedTask(work)
    assert not task.run(0)
    with pytest.raises(ValueError, match="damaged"):
        task.run(inf)
    assert task.is_done


def test_cancelled_it_leaves_where_it_paused_and_cleans_up() -> None:
    events: list[str] = []

    def work() -> None:
        try:
            checkpoint()
            events.append("went on")
        finally:
            events.append("cleaned up")

    task = SlicedTask(work)
    task.run(0)
    task.cancel()
    assert task.is_done
    assert events == ["cleaned up"]
    task.cancel()
    assert task.run(inf)
    assert events == ["cleaned up"]


class Result:
    """The result of a task."""


@pytest.mark.parametrize("end", ["returns", "cancelled"])
def test_a_dropped_task_frees_its_result_without_the_collector(end: str) -> None:
    made: list[ref[Result]] = []

    def work() -> Result:
        result = Result()
        made.append(ref(result))
        checkpoint()
        return result

    gc.disable()
    try:
        task = SlicedTask(work)
        task.run(0)
        if end == "returns":
            task.run(inf)
        else:
            task.cancel()
        del task
        assert made[0]() is None
    finally:
        gc.enable()


def test_dropped_while_it_pauses_it_leaves_without_a_word(
    recwarn: pytest.WarningsRecorder,
) -> None:
    sheets = Sheets(walk_of(chain(40)), {}, FixedMeasure())
    task = SlicedTask(sheets.plan)
    assert not task.run(0)
    del task, sheets
    gc.collect()
    assert not recwarn.list


def test_cancelled_before_it_began_it_never_begins() -> None:
    events: list[str] = []
    task = SlicedTask(lambda: events.append("began"))
    task.cancel()
    assert task.run(inf)
    assert events == []


def test_two_tasks_take_turns_and_keep_their_own_checkpoints() -> None:
    order: list[str] = []

    def work(name: str) -> None:
        for _ in range(2):
            order.append(name)
            checkpoint()

    one, other = SlicedTask(lambda: work("one")), SlicedTask(lambda: work("other"))
    for task in (one, other, one, other):
        task.run(0)
    checkpoint()
    assert order == ["one", "other", "one", "other"]


def test_a_plan_in_slices_draws_the_pictures_of_a_plan_at_once() -> None:
    film = chain(40)
    at_once, in_slices = (Sheets(walk_of(film), {}, FixedMeasure()) for _ in range(2))
    at_once.plan()
    plan = SlicedTask(in_slices.plan)
    assert not plan.run(0)
    while not plan.run(0):
        pass
    for state, delta in zip(film.states, film.deltas, strict=True):
        drawing = SlicedTask(partial(in_slices.sheet, state, delta))
        while not drawing.run(0):
            pass
        assert drawing.result == at_once.sheet(state, delta)
