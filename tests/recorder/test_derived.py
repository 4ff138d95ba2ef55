"""Instances of classes that a program derives from a type in C."""

from pathlib import Path

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import program_python, run_plainly, write_program
from visualizer.model import Instance, Other, Scalar

WATCHED = """
import datetime, decimal
class Price(decimal.Decimal):
    def __repr__(self): print("asked")
    __str__ = __hash__ = __eq__ = as_tuple = __repr__
class Day(datetime.date):
    def __repr__(self): print("asked")
    __str__ = isoformat = __repr__
class When(datetime.datetime):
    def __repr__(self): print("asked")
    __str__ = isoformat = replace = date = time = utcoffset = __repr__
class Clock(datetime.time):
    def __repr__(self): print("asked")
    __str__ = isoformat = replace = utcoffset = __repr__
class Zone(datetime.tzinfo):
    def utcoffset(self, when): print("asked")
    tzname = dst = __repr__ = utcoffset
price, day, clock = Price("3.50"), Day(2026, 11, 27), Clock(3, 4, 5, 600)
when, there = When(2026, 11, 27, 3, fold=1), When(2026, 11, 27, tzinfo=Zone())
end = 1
"""
VALUES = {
    "price": "Decimal('3.50')",
    "day": "2026-11-27",
    "clock": "03:04:05.000600",
    "when": "2026-11-27 03:00:00 fold=1",
    "there": "2026-11-27 00:00:00 <Zone>",
}


def test_it_has_the_value_of_its_base_and_no_method_of_it_runs(recorded: Record) -> None:
    run = recorded(WATCHED)
    bases = {name: run.last.content(name, Instance).base for name in VALUES}
    assert bases == {name: Scalar(text) for name, text in VALUES.items()}
    assert run.stdout == ""


HELD = """
import itertools
class Cached(property):
    pass
class Chain(itertools.chain):
    pass
def area(self):
    return 1
words = ["a"]
cached = Cached(area)
cached.note = words
chain = Chain(words)
plain = Cached()
end = 1
"""


def test_it_leads_to_the_contents_of_its_base_beside_its_attributes(recorded: Record) -> None:
    last = recorded(HELD).last
    area, words = last.names["area"], last.names["words"]
    cached = last.content("cached", Instance)
    assert cached.base == Other((area,), (("fget", area),))
    assert ("note", words) in cached.attributes
    chain = last.content("chain", Instance).base
    assert isinstance(chain, Other)
    assert chain.referents
    assert last.content("plain", Instance).base is None
    assert last.object("area").refcount == 2


@pytest.mark.parametrize("recorder", ["core", "python"])
def test_it_leads_to_the_contents_of_its_base_though_the_base_can_change_like_a_class(
    recorded: Record, monkeypatch: pytest.MonkeyPatch, recorder: str
) -> None:
    pytest.importorskip("_testcapi", reason="not every build of Python has it")
    monkeypatch.setenv("VISUALIZER_RECORDER", recorder)
    last = recorded(
        """
        from _testcapi import HeapCCollection
        class Bag(HeapCCollection):
            def __init__(self, *items):
                self.note = note
        class Empty(HeapCCollection):
            __slots__ = ()
        first, second, note = [1000], [2000], [3000]
        bag = Bag(first, second)
        empty = Empty(note)
        end = 1
        """
    ).last
    first, second, note = (last.names[name] for name in ("first", "second", "note"))
    bag, empty = last.content("bag", Instance), last.content("empty", Instance)
    assert bag.attributes == (("note", note),)
    assert (bag.base, empty.base) == (Other((first, second)), Other((note,)))


@pytest.mark.parametrize("base", ["enumerate", "zip", "threading.local"])
def test_to_look_at_it_gives_it_no_dict(recorded: Record, base: str, tmp_path: Path) -> None:
    text = f"""
        import gc, threading
        class C({base}):
            pass
        c = C([1]) if C.__base__ is enumerate else C()
        for _ in range(3):
            pass
        print(sum(type(one) is dict for one in gc.get_referents(c)))
        """
    plain = run_plainly(write_program(tmp_path, text, "plain.py"), python=program_python())
    assert recorded(text).stdout == plain.stdout
