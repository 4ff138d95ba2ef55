"""The text of an exception in the sentences of a step."""

from pathlib import Path

import pytest

from tests.explain.step_sentences import step_sentences
from tests.layout.film import Film
from tests.recorder.runs import record_unread, write_program
from visualizer.explain.exceptions import describe_exception
from visualizer.explain.naming import describe_by_value
from visualizer.model import ClassBody, ExceptionBody, Scalar, Sequence
from visualizer.words import LANGUAGES, translate, written_table


def test_an_exception_looks_as_python_prints_it() -> None:
    film = Film()

    def raised(kind: str, *args: int, cls: int | None = None) -> str:
        held = film.new("tuple", Sequence(args, len(args)))
        error = film.new(kind, ExceptionBody(cls, held, None, None, None, ()))
        assert describe_by_value(error, film.heap) == kind
        return describe_exception(error, film.heap)

    text = film.new("str", Scalar("'age must not be negative'"))
    silent = film.new("type", ClassBody("Odd", (), (("__str__", film.number(0)),)))
    derived = film.new("type", ClassBody("Odder", (silent,), ()))
    assert raised("ValueError", text) == "ValueError: age must not be negative"
    assert raised("KeyError", text) == "KeyError: 'age must not be negative'"
    assert raised("KeyError", film.number(5)) == "KeyError: 5"
    assert raised("TooOld", film.number(200), text) == "TooOld: (200, 'age must not be negative')"
    missing = film.new("str", Scalar("'No such file or directory'"))
    said = "FileNotFoundError: [Errno 2] No such file or directory"
    assert raised("FileNotFoundError", film.number(2), missing) == said
    assert raised("StopIteration") == "StopIteration"
    escaped = film.new("str", Scalar(repr("no int: 'x\\n'\nbut 'C:\\\\a'")))
    assert raised("ValueError", escaped) == "ValueError: no int: 'x\\n' but 'C:\\\\a'"
    encoding, reason = (film.new("str", Scalar(one)) for one in ("'utf-8'", "'invalid start byte'"))
    wrong = film.new("bytes", Scalar("b'a\\xbe'"))
    said = "'utf-8' codec can't decode byte 0xbe in position 1: invalid start byte"
    decoding = encoding, wrong, film.number(1), film.number(2), reason
    assert raised("UnicodeDecodeError", *decoding) == f"UnicodeDecodeError: {said}"
    pair = film.new("tuple", Sequence((film.number(1), text), 2))
    assert raised("KeyError", pair) == "KeyError: (1, 'age must not be negative')"
    builtin = film.new("type", ClassBody("KeyError", (), ()))
    own = film.new("type", ClassBody("Missing", (builtin,), ()))
    assert raised("Missing", missing, cls=own) == "Missing: 'No such file or directory'"
    mixed = film.new("type", ClassBody("Missing", (film.cls("Mixin"), builtin), ()))
    assert raised("Missing", text, cls=mixed) == "Missing: 'age must not be negative'"
    group = raised("ExceptionGroup", text, film.list(film.number(1), film.number(2)))
    assert group == "ExceptionGroup: age must not be negative (2 sub-exceptions)"
    assert raised("Odder", text, cls=derived) == "Odder"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"filename": "'a.txt'"}, "[Errno 2] gone: 'a.txt'"),
        ({"filename": "'a'", "filename2": "'b'"}, "[Errno 2] gone: 'a' -> 'b'"),
        ({"strerror": "'lost'", "filename": "'a'"}, "[Errno 2] lost: 'a'"),
        ({"filename": "…", "note": "'n'"}, "[Errno 2] gone"),
    ],
)
@pytest.mark.parametrize("kind", ["FileNotFoundError", "Own"])
def test_the_text_of_an_error_of_the_system_has_its_files(
    fields: dict[str, str], text: str, kind: str
) -> None:
    film = Film()
    given = film.number(2), film.new("str", Scalar("'gone'"))
    base = film.new("type", ClassBody("OSError", (), ()))
    cls = film.new("type", ClassBody("Own", (base,), ())) if kind == "Own" else None
    attributes = tuple((name, film.new("str", Scalar(value))) for name, value in fields.items())
    args = film.new("tuple", Sequence(given, 2))
    error = film.new(kind, ExceptionBody(cls, args, None, None, None, attributes))
    assert describe_exception(error, film.heap) == f"{kind}: {text}"


MOVED = """
import os
def move(name):
    os.rename(name, "new")
try:
    open("data.txt")
except OSError:
    pass
move("old")
"""


def test_a_sentence_names_the_file_in_every_language(tmp_path: Path) -> None:
    path = record_unread(write_program(tmp_path, MOVED)).path
    raised = [
        one for _, all_ in step_sentences(path) for one in all_ if one.key == "raised-exception"
    ]
    opened, moved = ": 'data.txt'", ": 'old' -> 'new'"
    for language in LANGUAGES:
        said = [translate(one, written_table(language)) for one in raised]
        assert [opened in said[0], moved in said[1]] == [True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_of_an_exception_is_no_part_of_the_sentence(
    tmp_path: Path, language: str
) -> None:
    program = write_program(tmp_path, "def f():\n    raise ValueError('it is lost')\nf()\n")
    told = [one for _, all_ in step_sentences(record_unread(program).path) for one in all_]
    about = [one for one in told if one.sign == "loss" and "value" in dict(one.arguments)]
    said = [translate(one, written_table(language)) for one in about]
    assert ["`ValueError: it is lost`" in one for one in said] == [True, True, True]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("from math import sqroot", "ImportError: cannot import name 'sqroot' from 'math'"),
        ("raise ValueError('no (/a/b.py)')", "ValueError: no (/a/b.py)"),
        ("raise ValueError('a' * 99 + 'b' * 99)", f"ValueError: {'a' * 79}…{'b' * 40}"),
        (
            "raise AttributeError(\"no 'x' (consider renaming '/a/random.py' since\")",
            "AttributeError: no 'x' (consider renaming 'random.py' since",
        ),
    ],
)
def test_a_message_keeps_its_end_and_leaves_out_where_python_is_installed(
    line: str, message: str, tmp_path: Path
) -> None:
    steps = step_sentences(record_unread(write_program(tmp_path, line)).path)
    raised = [dict(one.arguments) for _, said in steps for one in said if one.key == "uncaught"]
    assert [one["value"] for one in raised] == [message]
