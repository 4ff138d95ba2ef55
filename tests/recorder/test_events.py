"""The steps, event by event, and their data."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import write_program
from tests.systems import needs_fork
from visualizer.model import Array, EndReason, Event, Mapping, Scalar
from visualizer.recording import Recording, Writer
from visualizer.session.options import Options
from visualizer.session.session import Session


def test_a_call_a_line_and_a_return_in_their_order(recorded: Record) -> None:
    run = recorded(
        """
        def f(x):
            y = x
            return y
        z = f(1000)
        """
    )
    assert run.places == [
        ("line", 1),
        ("line", 4),
        ("call", 1),
        ("line", 2),
        ("line", 3),
        ("return", 3),
        ("finish", 4),
    ]
    assert [len(moment.frames) for moment in run.moments] == [1, 1, 2, 2, 2, 2, 1]
    call, line = run.at(1, Event.CALL), run.at(3)
    assert [name for name, _ in call.frames[-1].locals] == ["x"]
    assert [name for name, _ in line.frames[-1].locals] == ["x", "y"]
    assert run.at(3, Event.RETURN).step.value == line.names["x"]
    assert run.last.names["z"] == line.names["x"]


def test_a_return_that_the_compiler_made_is_at_the_last_line_that_ran(recorded: Record) -> None:
    run = recorded(
        """
        def f(x):
            try:
                raise ExceptionGroup("g", [ValueError(x)])
            except* ValueError:
                y = 1
        f(1)
        """
    )
    returned = run.at(5, Event.RETURN)
    assert returned.frames[-1].line == 5
    assert run.places[-2:] == [("return", 5), ("finish", 6)]


def test_a_step_is_the_state_before_its_line(recorded: Record) -> None:
    run = recorded("x = 1000\nprint(x)\nx = 2000\n")
    assert "x" not in run.at(1).names
    assert run.at(3).value(run.at(3).names["x"]) == "1000"
    assert run.last.value(run.last.names["x"]) == "2000"
    assert [moment.printed for moment in run.moments] == ["", "1000\n", "", ""]


def test_yield_and_resume_have_the_generators_frame_and_value(recorded: Record) -> None:
    run = recorded(
        """
        def g():
            got = yield [1000]
            return got
        it = g()
        first = next(it)
        try: it.send(2000)
        except StopIteration as stop: last = stop.value
        """
    )
    events = [moment.step.event.value for moment in run.moments if moment.step.function == "g"]
    assert events == ["call", "line", "yield", "resume", "line", "return"]
    handed_out = run.at(2, Event.YIELD)
    assert handed_out.step.value == run.at(6).names["first"]
    assert handed_out.frames[-1].kind.value == "generator"
    assert run.at(3, Event.RETURN).step.value == run.last.names["last"]


def test_an_exception_steps_through_every_frame_it_passes_and_has_no_returns(
    recorded: Record,
) -> None:
    run = recorded(
        """
        def deep(n):
            if n:
                deep(n - 1)
            raise KeyError(n)
        try:
            deep(2)
        except KeyError as error:
            kept = error
        end = 1
        """
    )
    raised = [moment for moment in run.moments if moment.step.event is Event.EXCEPTION]
    assert [moment.step.line for moment in raised] == [4, 3, 3, 6]
    assert [len(moment.frames) for moment in raised] == [4, 3, 2, 1]
    assert {moment.step.exception for moment in raised} == {run.at(9).names["kept"]}
    assert not [moment for moment in run.moments if moment.step.event is Event.RETURN]


def test_an_uncaught_exception_is_the_last_step_with_the_frames_it_came_through(
    recorded: Record,
) -> None:
    run = recorded(
        """
        def f(n):
            local = [n]
            return 1 / n
        x = 1000
        f(0)
        """
    )
    assert run.end.reason is EndReason.UNCAUGHT
    assert run.last.place == ("uncaught", 3)
    assert [(frame.function, frame.line) for frame in run.last.frames] == [
        ("<module>", 5),
        ("f", 3),
    ]
    assert "local" in dict(run.last.frames[-1].locals)
    assert run.last.step.exception in run.last.heap


def test_an_exit_has_neither_finish_nor_uncaught(recorded: Record) -> None:
    for text in ("import sys\nx = 1\nsys.exit(3)\n", "import os\nx = 1\nos._exit(3)\n"):
        run = recorded(text)
        assert (run.end.reason, run.end.exit_code) == (EndReason.EXITED, 3)
        assert {moment.step.event for moment in run.moments} <= {Event.LINE, Event.EXCEPTION}


def test_class_bodies_and_modules_have_frames_of_their_own_kind(recorded: Record) -> None:
    run = recorded(
        """
        class A:
            x = 1000
            def f(self): return self.x
        async def c(): return 1
        async def a(): yield 1
        def g(): yield 1
        next(g())
        for thing in (c(), a().asend(None)):
            try: thing.send(None)
            except StopIteration: pass
        """
    )
    kinds = {
        moment.step.function: moment.frames[-1].kind.value
        for moment in run.moments
        if moment.step.event is not Event.EXCEPTION
    }
    assert kinds == {
        "<module>": "module",
        "A": "class",
        "g": "generator",
        "c": "coroutine",
        "a": "async generator",
    }
    assert [name for name, _ in run.at(3, function="A").frames[-1].locals] == ["x"]


def test_a_cell_variable_is_shown_by_its_contents(recorded: Record) -> None:
    run = recorded(
        """
        def outer():
            x = [1000]
            def inner():
                return x
            return inner()
        y = outer()
        """
    )
    inner = run.at(4)
    assert inner.names["x"] == run.last.names["y"]
    assert [name for name, _ in inner.frames[-1].locals] == ["x"]


def test_output_belongs_to_the_line_that_wrote_it(
    recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    run = recorded(
        """
        import os, sys
        def f():
            sys.stdout.write("in f\\n")
            return 1
        print("a", f(), end="!")
        sys.stderr.write("error\\n")
        os.write(1, b"raw\\n")
        print("값")
        """
    )
    assert run.at(3).printed == "in f\n"
    assert run.at(4, Event.RETURN).printed == "a 1!"
    assert run.at(6).complained == "error\n"
    assert run.at(7).printed == "raw\n"
    assert run.at(8).printed == "값\n"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_of_an_operator_in_c_belongs_to_its_line(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, unbuffered: str
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    run = recorded(
        """
        flag = True
        a = ~flag
        b = 1
        c = 2
        """
    )
    assert "~flag" in run.at(2).complained
    assert [run.at(line).complained for line in (1, 3)] == ["", ""]


def test_code_run_by_exec_goes_unobserved_and_its_effects_are_seen(recorded: Record) -> None:
    run = recorded("exec('x = [1000]\\nfor i in range(5): x.append(i)')\nend = 1\n")
    assert run.places == [("line", 1), ("line", 2), ("finish", 2)]
    assert len(run.at(2).object("x").content.items) == 6  # type: ignore[union-attr]


@needs_fork
def test_a_forked_child_leaves_no_steps(recorded: Record) -> None:
    run = recorded(
        """
        import os
        pid = os.fork()
        if pid == 0:
            for n in range(5): x = [n]
            os._exit(0)
        os.waitpid(pid, 0)
        end = 1
        """
    )
    assert run.places == [("line", n) for n in (1, 2, 3, 6, 7)] + [("finish", 7)]


def test_long_containers_and_values_are_cut_with_their_length(recorded: Record) -> None:
    run = recorded(
        """
        a = list(range(300, 12_300))
        b = dict.fromkeys(a)
        c = "x" * 20_000
        d = 10 ** 6000
        a.append(5); a[0] = 6
        end = 1
        """
    )
    end = run.at(6)
    items = end.object("a").content
    assert (len(items.items), items.length) == (10_000, 12_001)  # type: ignore[union-attr]
    assert end.value(items.items[0]) == "6"  # type: ignore[union-attr]
    entries = end.content("b", Mapping)
    assert (len(entries.entries), entries.length) == (10_000, 12_000)
    text = end.content("c", Scalar)
    assert (len(text.text), text.length) == (10_000, 20_002)
    number = end.content("d", Scalar)
    assert number.text == hex(10**6000)


def test_a_numpy_array_has_its_shape_and_the_place_of_its_memory(recorded: Record) -> None:
    run = recorded(
        """
        import numpy as np
        a = np.arange(6, dtype=np.int32)
        b = a.reshape(2, 3)[:, ::2]
        a[0] = 70
        end = 1
        """
    )
    before, after = run.at(4).content("a", Array), run.at(5).content("a", Array)
    assert (after.shape, after.dtype, after.strides, after.nbytes) == ((6,), "<i4", (4,), 24)
    assert (before.text, after.text) == ("[0, 1, 2, 3, 4, 5]", "[70, 1, 2, 3, 4, 5]")
    view = run.at(5).content("b", Array)
    assert (view.shape, view.strides, view.text) == ((2, 2), (12, 8), "[[70, 2], [3, 5]]")
    assert (view.base, view.offset) == (run.at(5).names["a"], 0)


def test_a_large_array_is_recorded_by_its_corner(recorded: Record) -> None:
    run = recorded(
        """
        import numpy as np
        a = np.arange(2 * 9 * 20).reshape(2, 9, 20)
        b = a[1:, 3:, ::-2]
        c, d = np.zeros((2, 0, 3)), np.array(5)
        a[0, 7, 11] = -1
        a[1, 8, 19] = -1
        end = 1
        """
    )
    state = run.at(7)
    array = state.content("a", Array)
    expected = [[str(20 * row + column) for column in range(12)] for row in range(8)]
    expected[7][11] = "-1"
    assert array.rows == tuple(map(tuple, expected))
    assert array.text.startswith("[[[0, 1, 2,")
    assert array.text.endswith("-1, …], …], …]")
    view = state.content("b", Array)
    assert (view.base, view.offset) == (array.base, 8 * (180 + 3 * 20 + 19))
    assert view.rows[0][:2] == ("259", "257")
    assert [state.content(name, Array).text for name in "cd"] == ["[]", "5"]


def test_an_array_of_records_and_of_objects_is_read_without_running_code(recorded: Record) -> None:
    run = recorded(
        """
        import numpy as np
        class Loud:
            def __repr__(self): print("asked"); return "Loud"
        kind = np.dtype([("name", "U4"), ("weight", float)])
        a = np.array([("한글", 1.5), ("b", 2.0)], kind)
        b, c = a[1:], np.array([Loud(), "s" * 50], object)
        end = 1
        """
    )
    state = run.at(7)
    assert state.content("a", Array).rows == (("('한글', 1.5)", "('b', 2.0)"),)
    assert (state.content("b", Array).base, state.content("b", Array).offset) == (
        state.names["a"],
        None,
    )
    assert state.content("c", Array).rows == (("<Loud>", f"'{'s' * 38}…"),)
    assert run.stdout == ""


def test_a_loop_without_a_body_is_at_its_line_in_every_round(tmp_path: Path) -> None:
    program = write_program(tmp_path, "while True: pass\n")
    path = tmp_path / "rounds.memtrace"
    session = Session(Options(program, directory=tmp_path, max_steps=20), Writer(path, "rounds"))
    session.start()
    assert session.wait().reason is EndReason.STEP_LIMIT
    with closing(Recording.open(path)) as recording:
        cursor = recording.cursor()
        steps = [cursor.seek(number + 1).step for number in range(recording.steps)]
    assert [step and step.line for step in steps] == [1] * 20
