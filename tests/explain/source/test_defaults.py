"""Defaults by the names of their parameters, in a function's value and among referrers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.shell.recordings import recorded
from visualizer.diagram.words import translate
from visualizer.explain.references.accounts import accounts
from visualizer.explain.source.signatures import with_defaults
from visualizer.model import Function, HeapObject, State
from visualizer.recording import Recording
from visualizer.shell.inspector.value_text import rows_of

PROGRAM = """\
def keep(item, store=[], /, size=1000, *, table={}, **rest):
    store.append(item)
    return store

def plain(a, b):
    pass

def make(start):
    def step(by=start):
        return by
    return step

short = lambda x=[5]: x
one, two = make([1]), make([2])
keep(3)
"""


@contextmanager
def at_end(folder: Path, program: str = PROGRAM) -> Iterator[tuple[Recording, State]]:
    recording = Recording.open(recorded(folder, program))
    yield recording, recording.cursor().seek(recording.steps)
    recording.close()


def named(state: State, name: str) -> HeapObject:
    return state.heap[dict(state.globals["prog.py"])[name]]


def function(state: State, name: str) -> Function:
    content = named(state, name).content
    assert isinstance(content, Function)
    return content


def test_parameters_with_defaults_stand_in_the_order_of_the_defaults(tmp_path: Path) -> None:
    with at_end(tmp_path) as (recording, state):
        told = {
            name: with_defaults(function(state, name), recording.sources)
            for name in ("keep", "plain", "short", "one")
        }
        assert told == {
            "keep": ("store", "size", "table"),
            "plain": (),
            "short": ("x",),
            "one": ("by",),
        }


def test_without_the_text_nothing_is_guessed(tmp_path: Path) -> None:
    with at_end(tmp_path) as (recording, state):
        keep = function(state, "keep")
        assert with_defaults(keep, {}) == ()
        assert with_defaults(keep, {"prog.py": "def keep(:"}) == ()
        other = {"prog.py": recording.sources["prog.py"], "other.py": "def keep(a=1, b=2): pass"}
        assert with_defaults(keep, other) == ()


def test_the_value_of_a_function_lists_its_defaults_by_name(tmp_path: Path) -> None:
    with at_end(tmp_path) as (recording, state):
        keep = named(state, "keep")
        rows = rows_of(state, keep, defaults=lambda one: with_defaults(one, recording.sources))
        listed = [(row.name, state.heap[row.serial].type) for row in rows if row.serial is not None]
        assert listed == [("store=", "list"), ("size=", "int"), ("table=", "dict")]
        unnamed = [translate(row.name, "en") for row in rows_of(state, keep)[2:]]
        assert unnamed == ["default 1", "default 2", "default 3"]


def referrers(recording: Recording, state: State, serial: int) -> list[str]:
    found = accounts(state, serial, sources=recording.sources)
    return [translate(one.words, "en") for one in found if one.shown]


def test_the_parameter_describes_the_referrer_of_a_default(tmp_path: Path) -> None:
    with at_end(tmp_path) as (recording, state):
        keep = function(state, "keep")
        store, _, table = keep.defaults
        assert "default of `store` in function keep" in referrers(recording, state, store)
        assert "default of `table` in function keep" in referrers(recording, state, table)


def test_each_line_stands_once_where_two_functions_are_called_alike(tmp_path: Path) -> None:
    with at_end(tmp_path) as (recording, state):
        one, two = named(state, "one"), named(state, "two")
        assert isinstance(one.content, Function)
        assert one.content.code is not None
        lines = referrers(recording, state, one.content.code)
        assert len(lines) == len(set(lines))
        assert {f"code of function {one.content.name} #{it.serial}" for it in (one, two)} <= set(
            lines
        )
