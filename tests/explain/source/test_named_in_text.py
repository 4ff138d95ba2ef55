"""Names in a program's text: their positions and their scopes."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.shell.recordings import recorded
from visualizer.explain.source.named_in_text import ParsedText, resolve
from visualizer.explain.written import value_text
from visualizer.recording import Recording

TEXT = """\
import math

total = 0
def area(side, *, factor=total):
    값 = side * factor
    return math.sqrt(값)

class Node:
    shared = total
    def show(self):
        print(self.left.key, shared)

for item in [area(1)]:
    item
"""


@pytest.mark.parametrize(
    ("line", "column", "name", "own"),
    [
        (1, 8, "math", True),
        (3, 0, "total", True),
        (4, 5, "area", True),
        (4, 10, "side", True),
        (4, 26, "total", True),
        (5, 4, "값", True),
        (6, 11, "math", True),
        (6, 17, "math.sqrt", True),
        (6, 21, "값", True),
        (8, 7, "Node", True),
        (11, 8, "print", False),
        (11, 14, "self", True),
        (11, 20, "self.left", True),
        (11, 25, "self.left.key", True),
        (13, 5, "item", True),
    ],
)
def test_a_name_is_found_where_it_stands(line: int, column: int, name: str, own: bool) -> None:
    text = ParsedText(TEXT)
    spot = text.name_at(line, column)
    assert spot is not None
    assert spot.text == name
    assert text.is_bound(spot) is own
    written = TEXT.split("\n")[line - 1][spot.start : spot.end]
    assert written.endswith(name.rpartition(".")[2])


def test_elsewhere_there_is_none() -> None:
    text = ParsedText(TEXT)
    for line, column in ((2, 0), (3, 6), (4, 1), (11, 13), (99, 0), (0, 0)):
        assert text.name_at(line, column) is None
    assert ParsedText("if x\n").name_at(1, 3) is None, "no program"


@pytest.mark.parametrize(
    ("column", "steps"),
    [
        (9, {3: "5", 4: "6"}),  # the item
        (15, {3: "5", 4: "6"}),  # the target
        (20, {2: "[5, 6]", 3: "[5, 6]", 4: "[5, 6]", 5: "[5, 6]"}),  # the first iterable
    ],
)
def test_a_name_in_a_comprehension_is_the_comprehensions(
    tmp_path: Path, column: int, steps: dict[int, str]
) -> None:
    text = "n = [5, 6]\nfound = [n for n in n]\n"
    spot = ParsedText(text).name_at(2, column)
    assert spot is not None
    with closing(Recording.open(recorded(tmp_path, text))) as recording:
        cursor, found = recording.cursor(), {}
        for step in range(1, recording.steps + 1):
            state = cursor.seek(step)
            serial = resolve(spot, state, "prog.py")
            if serial is not None:
                found[step] = value_text(serial, state.heap)[0]
    assert found == steps
