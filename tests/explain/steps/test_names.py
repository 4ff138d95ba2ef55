"""Sentences about the names that a step binds."""

from pathlib import Path

from tests.explain.tellings import told
from tests.recorder.runs import record_unread, write_program

BINDINGS = """\
class Account:
    def __init__(self, rows):
        self.rows = rows
def same(value):
    return value
def made():
    return [1]
account = Account([2])
again = same(account)
rows = made()
numbers = [int(one) for one in "12"]
lines = [
    same(3),
    numbers,
]
numbers, lines = lines, numbers
last = [[4]].pop()
for item in [[5]]:
    end = same(item)
account = None
again = same(again)
"""


def test_an_object_that_the_statement_made_is_not_said_to_exist_already(tmp_path: Path) -> None:
    said = [one for _, all_ in told(record(BINDINGS, tmp_path)) for one in all_]
    found = [one for one in said if one.key.startswith("name-")]
    gaps = [dict(one.arguments) for one in found if one.key.endswith("-shared")]
    shared = {(one["scope"], one["name"]) for one in gaps}
    module = {name for scope, name in shared if scope == "<module>"}
    assert module == {"again", "numbers", "lines", "end"}
    assert ("same", "value") in shared
    assert not {("__init__", "self"), ("__init__", "rows")} & shared
    first = next(one.key for one in found if dict(one.arguments)["name"] == "numbers")
    assert first == "name-new"


def record(text: str, folder: Path) -> Path:
    """Return the recording of a program."""
    return record_unread(write_program(folder, text)).path
