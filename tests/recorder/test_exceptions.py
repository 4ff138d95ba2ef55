"""The attributes of an exception other than its arguments: C fields, and slots of the program."""

from pathlib import Path

import pytest

from tests.recorder.ledgers import Account, add
from tests.recorder.runs import Moment, Recorded, record, write_program
from visualizer.model import ExceptionBody

FIELDS = """
import os
class Own(OSError):
    __slots__ = ("code", "empty")
class Box:
    pass
def caught(call, *args):
    try:
        call(*args)
    except Exception as error:
        return error
opened = caught(open, "no" + "where.txt")
moved = caught(os.rename, "not there", "nor there")
missing = caught(lambda: Box().missing)
unnamed = caught(lambda: prnt)
absent = caught(__import__, "not_there")
faulty = caught(compile, "x = (1\\ny", "made.py", "exec")
wrong = caught(b"\\xff".decode)
ended = SystemExit(3)
odd = StopIteration(1, 2)
inner = ValueError("inner")
group, pair = ExceptionGroup("g", [inner]), ExceptionGroup("g", (inner,))
own = Own(2, "gone", "own.txt")
own.code, own.note = None, "kept"
done = 1
"""
FOUND = {
    "opened": {"filename": "'nowhere.txt'"},
    "missing": {"name": "'missing'", "obj": "Box"},
    "unnamed": {"name": "'prnt'"},
    "absent": {"name": "'not_there'"},
    "faulty": {"filename": "'made.py'", "lineno": "1", "offset": "5", "text": "'x = (1'"}
    | {"end_lineno": "1", "end_offset": "0"},
    "wrong": {},
    "ended": {},
    "inner": {},
    "group": {"exceptions": "tuple"},
    "pair": {},
    "own": {"note": "'kept'", "filename": "'own.txt'", "code": "None"},
}


def fields(moment: Moment, name: str) -> dict[str, str]:
    """Return its public attributes, in order: the text of a value, else the type."""
    attributes = moment.content(name, ExceptionBody).attributes
    things = {key: moment.heap[serial] for key, serial in attributes if key[0] != "_"}
    return {key: getattr(one.content, "text", one.type) for key, one in things.items()}


@pytest.fixture(params=[pytest.param("core", marks=pytest.mark.needs_core), "python"])
def recorder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The recorder that records the programs of a test."""
    monkeypatch.setenv("VISUALIZER_RECORDER", request.param)
    return str(request.param)


def run_of(folder: Path, text: str) -> Recorded:
    run = record(write_program(folder, text))
    assert run.stderr == ""
    return run


@pytest.mark.usefixtures("recorder")
def test_its_attributes_are_those_that_are_neither_none_nor_in_its_arguments(
    tmp_path: Path,
) -> None:
    last = run_of(tmp_path, FIELDS).last
    assert {name: fields(last, name) for name in FOUND} == FOUND
    for name, values in FOUND.items():
        assert [*fields(last, name)] == [*values]
    two = {"filename": "'not there'", "filename2": "'nor there'"}
    assert {key: fields(last, "moved")[key] for key in two} == two
    assert fields(last, "odd") == {}


CHANGES = """
error = OSError(2, "gone")
error.filename = "x" * 2
error.filename2 = error.filename
error.errno = 70000
error.filename = None
error.args = ("other",)
error.strerror = "changed"
error.filename = ["x"]
done = 1
"""


@pytest.mark.usefixtures("recorder")
def test_a_field_changes_at_the_step_of_its_line(tmp_path: Path) -> None:
    run = run_of(tmp_path, CHANGES)
    both = {"filename": "'xx'", "filename2": "'xx'"}
    assert [fields(run.at(line), "error") for line in range(2, 10)] == [
        {},
        {"filename": "'xx'"},
        both,
        {"errno": "70000", **both},
        {"errno": "70000", "filename2": "'xx'"},
        {"errno": "70000", "strerror": "'gone'", "filename2": "'xx'"},
        {"errno": "70000", "strerror": "'changed'", "filename2": "'xx'"},
        {"errno": "70000", "strerror": "'changed'", "filename": "list", "filename2": "'xx'"},
    ]


HIDDEN = """
class Own(AttributeError):
    name = property(lambda self: print("asked"))
    def __getattribute__(self, name):
        print("asked")
class Plain(NameError):
    name = "of the class"
held = [1]
own, plain = Own("m", name="n" * 2, obj=held), Plain("m", name="n" * 2)
done = 1
"""


@pytest.mark.usefixtures("recorder")
def test_one_that_another_attribute_hides_is_left_out_and_no_code_runs(tmp_path: Path) -> None:
    run = run_of(tmp_path, HIDDEN)
    assert run.stdout == ""
    assert fields(run.last, "own") == {"obj": "list"}
    assert fields(run.last, "plain") == {}


HELD = """
class Box:
    pass
def fail():
    try:
        Box().missing
    except AttributeError as error:
        return error
error = fail()
inner = [ValueError("a"), KeyError("b")]
group = ExceptionGroup("g", inner)
inner = None
done = 1
error = None
done = 2
"""


@pytest.mark.usefixtures("recorder")
def test_the_references_of_its_fields_explain_the_counts(tmp_path: Path) -> None:
    run = run_of(tmp_path, HELD)
    error = run.at(13).content("error", ExceptionBody)
    box = dict(error.attributes)["obj"]
    assert run.at(13).heap[box].refcount == 1
    assert box not in run.last.heap
    account = Account()
    add(run.path, account)
    assert not account.too_many
    assert not {"Box", "ValueError", "KeyError", "AttributeError"} & account.other.keys()
