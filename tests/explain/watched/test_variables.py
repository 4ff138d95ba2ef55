"""Names and values of a step as a table: its rows, the changes, the shared objects."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.shell.recordings import recorded
from visualizer.explain.watched.looks import ValueChange
from visualizer.explain.watched.variables import Scope, Variable, Variables
from visualizer.model import State, previous_state
from visualizer.recording import Recording

PROGRAM = """\
def grow(items, n):
    items.append(n)
    m = n + 1
    return m

shared = []
other = shared
k = grow(shared, 500)
del k
"""


@contextmanager
def opened(folder: Path, program: str) -> Iterator[Recording]:
    recording = Recording.open(recorded(folder, program))
    yield recording
    recording.close()


def at(recording: Recording, step: int) -> Variables:
    cursor = recording.cursor()
    delta = cursor.delta(step)
    return Variables(cursor.seek(step), delta)


def listed(found: Variables) -> list[tuple[str, list[tuple[str, str, ValueChange | None]]]]:
    return [
        (scope.function, [told(found.variable(scope, name)) for name in scope.names])
        for scope in found.scopes
    ]


def told(one: Variable) -> tuple[str, str, ValueChange | None]:
    return one.name, one.text, one.change


def step_at(recording: Recording, line: int) -> int:
    """Return the first step that is about to run a line."""
    cursor = recording.cursor()
    steps = range(1, recording.steps + 1)
    return next(one for one in steps if cursor.delta(one).step.line == line and one > 1)


def scope_of(found: Variables, function: str) -> Scope:
    return next(one for one in found.scopes if one.function == function)


def test_the_running_call_comes_first_and_the_definitions_of_the_module_last(
    tmp_path: Path,
) -> None:
    with opened(tmp_path, PROGRAM) as recording:
        found = at(recording, step_at(recording, 3))
        assert listed(found) == [
            ("grow", [("items", "[500]", ValueChange.CHANGED), ("n", "500", None)]),
            (
                "",
                [
                    ("shared", "[500]", ValueChange.CHANGED),
                    ("other", "[500]", ValueChange.CHANGED),
                    ("grow", "function grow", None),
                ],
            ),
        ]
        assert [scope.running for scope in found.scopes] == [True, False]


def test_a_change_comes_with_the_value_before(tmp_path: Path) -> None:
    with opened(tmp_path, PROGRAM) as recording:
        found = at(recording, step_at(recording, 3))
        assert found.variable(scope_of(found, "grow"), "items").was == "[]"


def test_arguments_of_a_call_that_begins_are_new_and_a_deleted_name_is_gone(
    tmp_path: Path,
) -> None:
    with opened(tmp_path, PROGRAM) as recording:
        begins = next(
            one for one in range(2, recording.steps) if at(recording, one).scopes[0].function
        )
        assert listed(at(recording, begins))[0] == (
            "grow",
            [("items", "[]", ValueChange.NEW), ("n", "500", ValueChange.NEW)],
        )
        (module,) = at(recording, recording.steps).scopes
        gone = at(recording, recording.steps).variable(module, "k")
        assert (gone.change, gone.text, gone.was, gone.serial) == (
            ValueChange.GONE,
            "",
            "501",
            None,
        )


def test_the_result_of_a_call_stands_last(tmp_path: Path) -> None:
    with opened(tmp_path, PROGRAM) as recording:
        cursor = recording.cursor()
        returns = next(
            one
            for one in range(1, recording.steps)
            if cursor.delta(one).step.event.value == "return"
        )
        scope = scope_of(found := at(recording, returns), "grow")
        assert scope.names == ("items", "n", "m", "return")
        assert told(found.variable(scope, "return")) == ("return", "501", ValueChange.NEW)


def test_names_of_one_object_know_of_each_other_but_not_those_of_a_number(tmp_path: Path) -> None:
    with opened(tmp_path, PROGRAM) as recording:
        found = at(recording, step_at(recording, 3))
        grow, module = found.scopes
        same = found.variable(grow, "items").same
        assert {(scope.function, name) for scope, name in same} == {("", "shared"), ("", "other")}
        others = found.variable(module, "other").same
        assert {name for _, name in others} == {"items", "shared"}
        assert not found.variable(grow, "n").same


def test_a_change_beyond_the_written_part_counts_as_a_change(tmp_path: Path) -> None:
    with opened(tmp_path, "a = list(range(1000))\na[900] = -1\nb = 1\n") as recording:
        found = at(recording, step_at(recording, 3))
        (module,) = found.scopes
        assert found.variable(module, "a").change is ValueChange.CHANGED


def test_the_step_before_reads_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path, PROGRAM) as recording:
        cursor = recording.cursor()
        for step in range(2, recording.steps + 1):
            earlier = cursor.seek(step - 1)
            kept = State(
                earlier.step, dict(earlier.stacks), dict(earlier.globals), dict(earlier.heap)
            )
            delta = cursor.delta(step)
            seen = previous_state(cursor.seek(step), delta)
            assert dict(seen.heap) == kept.heap
            assert dict(seen.globals) == kept.globals
            assert dict(seen.stacks) == kept.stacks
            assert seen.frames == kept.frames
            assert len(seen.heap) == len(kept.heap)


def test_calls_of_other_threads_stand_between_the_own_ones_and_the_modules(tmp_path: Path) -> None:
    program = """\
    import threading

    ready, done = threading.Event(), threading.Event()

    def wait(mine):
        ready.set()
        done.wait()

    def work(n):
        return n

    other = threading.Thread(target=wait, args=([1],))
    other.start()
    ready.wait()
    work(5)
    done.set()
    other.join()
    """
    with opened(tmp_path, program) as recording:
        cursor = recording.cursor()
        found = next(
            at(recording, step)
            for step in range(1, recording.steps + 1)
            if cursor.delta(step).step.function == "work"
        )
        assert [scope.function for scope in found.scopes] == ["work", "wait", ""]
        assert found.scopes[0].thread != found.scopes[1].thread
        mine = found.variable(found.scopes[1], "mine")
        assert (mine.text, mine.change) == ("[1]", None)
