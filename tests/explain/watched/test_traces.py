"""The cells of a trace table: the steps that have one, its text, and the change of its value."""

from pathlib import Path

import pytest

from tests.shell.recordings import recorded
from visualizer.explain.watched.looks import (
    MODULE,
    ValueChange,
    Watched,
    WatchedExpression,
    WatchedName,
    WatchedObject,
)
from visualizer.explain.watched.traces import TraceCell, Tracer, cell_at
from visualizer.recording import Recording


def traced(folder: Path, program: str, watched: Watched) -> list[TraceCell]:
    recording = Recording.open(recorded(folder, program))
    cursor, tracer = recording.cursor(), Tracer(watched)
    cells = []
    for step in range(1, recording.steps + 1):
        delta = cursor.delta(step)
        cell = tracer.next_cell(cursor.seek(step), delta)
        if cell is not None:
            cells.append(cell)
    recording.close()
    return cells


def told(cells: list[TraceCell]) -> list[tuple[int, str, ValueChange | None]]:
    return [
        (cell.step, cell.text, cell.change)
        for cell in cells
        if cell.change is not ValueChange.COUNTED
    ]


def test_a_global_name_is_new_then_changed_then_gone(tmp_path: Path) -> None:
    cells = traced(tmp_path, "x = 1000\nx = 2000\ndel x\n", WatchedName("prog.py", MODULE, "x"))
    assert told(cells) == [
        (2, "1000", ValueChange.NEW),
        (3, "2000", ValueChange.CHANGED),
        (4, "", ValueChange.GONE),
    ]
    assert cells[-1].serial is None


def test_a_change_inside_changes_the_cell(tmp_path: Path) -> None:
    program = "a = [[1], 2]\na[0].append(3)\na[1] = {'k': (4,)}\n"
    cells = traced(tmp_path, program, WatchedName("prog.py", MODULE, "a"))
    values = ["[[1], 2]", "[[1, 3], 2]", "[[1, 3], {'k': (4,)}]"]
    assert [text for _, text, _ in told(cells)] == values


def test_a_name_of_a_function_is_that_of_its_innermost_call(tmp_path: Path) -> None:
    program = "def f(n):\n    if n > 1:\n        f(n - 1)\n    return n\nf(3)\n"
    cells = traced(tmp_path, program, WatchedName("prog.py", "f", "n"))
    assert [(text, turn) for _, text, turn in told(cells)] == [
        ("3", ValueChange.NEW),
        *(("2", ValueChange.CHANGED), ("1", ValueChange.CHANGED)),
        *(("2", ValueChange.CHANGED), ("3", ValueChange.CHANGED)),
        ("", ValueChange.GONE),
    ]


def test_an_object_is_followed_from_its_birth_to_its_end_with_its_count(tmp_path: Path) -> None:
    program = "a = [1]\nb = a\ndel a\ndel b\n"
    cells = traced(tmp_path, program, WatchedObject(1, "list"))
    assert [(cell.step, cell.refcount, cell.change) for cell in cells] == [
        *((2, 1, ValueChange.NEW), (3, 2, ValueChange.COUNTED)),
        *((4, 1, ValueChange.COUNTED), (5, None, ValueChange.GONE)),
    ]


def test_between_two_cells_the_earlier_holds(tmp_path: Path) -> None:
    cells = traced(tmp_path, "x = 1\ny = 2\nx = 3\n", WatchedName("prog.py", MODULE, "x"))
    found = [cell_at(cells, step) for step in (1, 2, 3, 4)]
    assert [cell.text if cell else None for cell in found] == [None, "1", "1", "3"]


@pytest.mark.parametrize(
    ("program", "value"),
    [
        ("a = {3}", "{3}"),
        ("a = set()", "set()"),
        ("a = ()", "()"),
        ("a = (1,)", "(1,)"),
        ("a = []\na.append(a)", "[…]"),
        ("class P:\n    def __init__(self):\n        self.x = 1\na = P()", "P(x=1)"),
        ("class L(list): pass\na = L([1, 2])", "L([1, 2])"),
        ("a = {'하나': [1], 'two': None}", "{'하나': [1], 'two': None}"),
        ("a = len", "function len"),
    ],
)
def test_values_are_written_as_on_a_board(tmp_path: Path, program: str, value: str) -> None:
    cells = traced(tmp_path, f"{program}\n", WatchedName("prog.py", MODULE, "a"))
    assert cells[-1].text == value


def test_a_long_value_is_cut(tmp_path: Path) -> None:
    cells = traced(tmp_path, "a = list(range(5000))\n", WatchedName("prog.py", MODULE, "a"))
    assert len(cells[-1].text) <= 120
    assert "…" in cells[-1].text


SORTING = """\
def swap(a, j):
    a[j], a[j + 1] = a[j + 1], a[j]
a = [3, 1, 2]
for j in range(2):
    swap(a, j)
"""


def test_an_expression_has_its_value_at_every_step(tmp_path: Path) -> None:
    cells = traced(tmp_path, SORTING, WatchedExpression("a[j]"))
    values = [(cell.text, cell.change) for cell in cells if cell.text]
    assert values == [
        ("3", ValueChange.NEW),
        ("1", ValueChange.CHANGED),
        ("3", ValueChange.CHANGED),
        ("2", ValueChange.CHANGED),
    ]


def test_an_expression_without_a_value_gives_its_reason(tmp_path: Path) -> None:
    cells = traced(tmp_path, SORTING, WatchedExpression("a[j]"))
    reasons = [cell.why and (cell.why.key, dict(cell.why.arguments)) for cell in cells[:2]]
    assert reasons == [
        ("condition.no_name", {"text": "a"}),
        ("condition.no_name", {"text": "j"}),
    ]
    assert [cell.change for cell in cells[:2]] == [None, None]


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        ("len(queue)", ["0", "1", "2"]),
        ("node.next.value", ["20"]),
        ("node.next.next", ["None"]),
        ("x is y", ["True"]),
        ("node.next is other", ["True"]),
        ("queue[0] is queue[-1]", ["True", "False"]),
        ("[node.value, queue]", ["[10, []]", "[10, [1000]]", "[10, [1000, 1001]]"]),
        ("queue[:1]", ["[]", "[1000]"]),
        ("{'first': node.value}", ["{'first': 10}"]),
        ("(node.value,)", ["(10,)"]),
        ("node.value * 2 if node else 0", ["20"]),
        ("queue or node.value", ["10", "[1000]", "[1000, 1001]"]),
    ],
)
def test_the_value_of_an_expression_is_read_from_the_recording(
    tmp_path: Path, expression: str, values: list[str]
) -> None:
    program = """\
    class Node:
        def __init__(self, value, next):
            self.value = value
            self.next = next
    x = y = [1]
    other = Node(20, None)
    node = Node(10, other)
    queue = []
    queue.append(1000)
    queue.append(1001)
    done = True
    """
    cells = traced(tmp_path, program, WatchedExpression(expression))
    assert [
        cell.text for cell in cells if cell.text and cell.change is not ValueChange.COUNTED
    ] == values


def test_an_equal_number_in_the_place_of_another_is_no_change(tmp_path: Path) -> None:
    program = "a = [1000]\na[0] = 999 + len(a)\nb = 1\n"
    cells = traced(tmp_path, program, WatchedExpression("a[0]"))
    assert [(cell.text, cell.change) for cell in cells if cell.text] == [("1000", ValueChange.NEW)]


def test_a_number_too_long_to_be_written_is_reported(tmp_path: Path) -> None:
    cells = traced(tmp_path, "n = 10 ** 3000\nm = 1\n", WatchedExpression("n * n"))
    assert cells[-1].why is not None
    assert cells[-1].why.key == "condition.too_long"
