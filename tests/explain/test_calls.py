"""A call in a line: its arguments and its end."""

from pathlib import Path

from tests.shell.recordings import recorded
from visualizer.explain.calls import CallEnd, arguments_of, call_end
from visualizer.recording import Recording

PROGRAM = """\
class Stack:
    def __init__(self):
        self.items = []

    def push(self, item, *more, twice=False, **rest):
        self.items.append(item)

def gives():
    yield [1]
    yield 2

def fails(text):
    raise ValueError(text)

def nothing():
    pass

stack = Stack()
stack.push({"a": 1}, 2, 3, rest=4)
for one in gives():
    pass
nothing()
try:
    fails("a text that is far too long to be shown as a whole")
except ValueError:
    pass
"""


def told(folder: Path, program: str) -> list[tuple[str, str, CallEnd, str]]:
    recording = Recording.open(recorded(folder, program))
    recording.run_profile.refresh()
    cursor, found = recording.cursor(), []
    for call in recording.run_profile.calls:
        delta, state = cursor.delta(call.first), cursor.seek(call.first)
        frame = state.frames[call.depth - 1]
        given = arguments_of(frame, delta.step, state.heap)
        last = call.last or recording.steps
        ending = call_end(cursor.delta(last).step, cursor.seek(last).heap)
        found.append((call.function, given, *ending))
    recording.close()
    return found


def test_calls_come_with_arguments_and_results(tmp_path: Path) -> None:
    assert told(tmp_path, PROGRAM)[2:] == [
        ("__init__", "(self=Stack())", CallEnd.RETURNED, "None"),
        (
            "push",
            "(self=Stack(…), item={'a': 1}, twice=False, more=(2, 3), rest={'rest': 4})",
            CallEnd.RETURNED,
            "None",
        ),
        ("gives", "()", CallEnd.YIELDED, "[1]"),
        ("gives", "(…)", CallEnd.YIELDED, "2"),
        ("gives", "(…)", CallEnd.RETURNED, "None"),
        ("nothing", "()", CallEnd.RETURNED, "None"),
        (
            "fails",
            "(text='a text that is far to…')",
            CallEnd.RAISED,
            "ValueError('a text th…')",
        ),
    ]


def test_a_module_and_a_class_are_given_nothing(tmp_path: Path) -> None:
    found = told(tmp_path, "class A:\n    x = 1\n")
    assert [given for _, given, _, _ in found] == ["", ""]
