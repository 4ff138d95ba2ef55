"""The ends of objects: the last reference, and the objects at the address before and after."""

from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.recorder.runs import Recorded, record, write_program
from visualizer.explain.lives.lives import LostReference, losses_of
from visualizer.model import Life
from visualizer.recording import Recording


class Story(NamedTuple):
    life: Life
    losses: tuple[LostReference, ...]


type Tell = Callable[[str, int, str], tuple[Recorded, Story]]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """Return the life story of a name's object at the first visit of a line."""

    def told(text: str, line: int, name: str) -> tuple[Recorded, Story]:
        run = record(write_program(tmp_path, text))
        with closing(Recording.open(run.path)) as recording:
            life = recording.lives.life(run.at(line).names[name])
            return run, Story(life, losses_of(life, recording.cursor()))

    return told


ENDS = {
    "a name bound again": (
        "a = [1]\nb = 1\na = 2\nend = 1",
        2,
        LostReference("rebound", "a", "prog.py"),
    ),
    "a name deleted": (
        "a = [1]\nb = 1\ndel a\nend = 1",
        2,
        LostReference("deleted", "a", "prog.py"),
    ),
    "a frame that ended": (
        "def f():\n    a = [1]\n    return 1\nf()\nend = 1",
        3,
        LostReference("frame ended", "a", "f"),
    ),
    "a local bound again": (
        "def f():\n    a = [1]\n    b = 1\n    a = 2\n    return b\nf()",
        3,
        LostReference("rebound", "a", "f"),
    ),
}


@pytest.mark.parametrize("name", ENDS)
def test_a_death_is_explained_by_the_name_that_went(tell: Tell, name: str) -> None:
    text, line, loss = ENDS[name]
    _, story = tell(text, line, "a")
    assert story.losses == (loss,)


PLACES = {
    "an item": ("held = [a]; a = 1", "held[0] = 5", "replaced", "[0]"),
    "an item that was taken out": ("held = [a, 5]; a = 1", "held.pop(0) and 0", "replaced", "[0]"),
    "the last item": ("held = [a]; a = 1", "held.clear()", "removed", "[0]"),
    "a value": ("held = {'k': a}; a = 1", "held['k'] = 5", "replaced", "['k']"),
    "a key and its value": ("held = {'k': a}; a = 1", "del held['k']", "removed", "['k']"),
    "an attribute": ("held = A(); held.x = a; a = 1", "held.x = 5", "replaced", ".x"),
    "a member of a set": ("held = {a, 5}; a = 1", "held.discard((1, 2))", "dropped", ""),
    "a deleted attribute": ("held = A(); held.x = a; a = 1", "del held.x", "removed", ".x"),
    "a holder": ("held = [a]; a = 1", "held = 1", "holder died", "[0]"),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_death_is_explained_by_the_place_that_went(tell: Tell, name: str) -> None:
    kept, lost, kind, where = PLACES[name]
    text = f"class A: pass\na = tuple([1, 2])\nb = 1\n{kept}\nc = 1\n{lost}\nend = 1\n"
    run, story = tell(text, 3, "a")
    (loss,) = story.losses
    assert (loss.kind, loss.holder) == (kind, run.at(5).names["held"])
    assert loss.where == where
    assert story.life.died == run.at(7).step.number


def test_a_dropped_value_is_explained_by_the_call_that_returned_it(tell: Tell) -> None:
    _, story = tell("def f():\n    a = [1]\n    return a\nf()\nend = 1\n", 3, "a")
    assert LostReference("not kept", scope="f") in story.losses


def test_a_cycle_is_explained_by_the_collector_and_its_last_reference(tell: Tell) -> None:
    text = "import gc\na = [1]; a.append(a)\nb = 1\ndel a\nc = 1\nd = 1\ngc.collect()\nend = 1\n"
    run, story = tell(text, 3, "a")
    assert story.losses[0] == LostReference("collector", "2")
    assert story.life.unreachable == run.at(5).step.number
    assert story.life.died == run.at(8).step.number


def test_a_life_that_a_finalizer_prolongs_ends_at_its_true_end(tell: Tell) -> None:
    text = """
        kept = []
        class Phoenix:
            def __del__(self): kept.append(self)
        a = Phoenix()
        b = 1
        a = None
        c = 1
        kept.clear()
        end = 1
    """
    run, story = tell(text, 5, "a")
    assert story.life.died == run.at(9).step.number
    assert [(loss.kind, loss.holder) for loss in story.losses] == [
        ("removed", run.at(5).names["kept"])
    ]


def test_an_address_is_listed_with_all_its_owners(tell: Tell) -> None:
    text = """
        for n in range(8):
            a = [n]
            a = None
        end = 1
    """
    run, story = tell(text, 3, "a")
    address = story.life.address
    moments = [moment for moment in run.all_at(3) if moment.object("a").address == address]
    serials = [moment.names["a"] for moment in moments]
    assert len(serials) > 1
    with closing(Recording.open(run.path)) as recording:
        lives = [story.life]
        while (earlier := lives[0].earlier) is not None:
            lives.insert(0, recording.lives.life(earlier))
        while (later := lives[-1].later) is not None:
            lives.append(recording.lives.life(later))
    history = [life.serial for life in lives]
    assert [serial for serial in history if serial in serials] == serials
    assert [life.earlier for life in lives] == [None, *history[:-1]]
    assert [life.later for life in lives] == [*history[1:], None]
    assert {life.address for life in lives} == {address}
    for life, after in pairwise(lives):
        assert life.died is not None
        assert life.born < life.died <= after.born


def test_survivors_have_no_end(tell: Tell) -> None:
    _, story = tell("a = [1]\nend = 1\n", 2, "a")
    assert (story.life.died, story.losses) == (None, ())
