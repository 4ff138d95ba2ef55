"""Dates, times, numpy's numbers and arrays show their value, without running the program's code."""

import sys

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import Recorded, program_version
from visualizer.model import Array, EndReason, Module, Other, Scalar

DATES = """
from datetime import date, datetime, time, timedelta, timezone, tzinfo
day = date(2026, 11, 21)
moment = datetime(2026, 11, 21, 13, 5)
exact = datetime(2026, 11, 21, 13, 5, 1, 250, timezone.utc, fold=1)
later = time(3, 4, tzinfo=timezone(timedelta(hours=9), "KST"))
long = timedelta(days=2, seconds=5)
zone = timezone(timedelta(hours=-3))
"""
NUMBERS = """
import numpy as np
whole, real, half = np.int64(7), np.float64(0.1), np.float32(0.5)
both, yes, byte = np.complex128(2j), np.bool_(True), np.uint8(200)
np.set_printoptions(formatter={"all": lambda value: "changed"})
kind = np.dtype("f8")
when, gap = np.datetime64("2026-11-21T03:04"), np.timedelta64(5, "D")
word, raw = np.str_("hi"), np.bytes_(b"ab")
"""
HOSTILE = """
from datetime import datetime, time, timezone, timedelta, tzinfo, date
class Said(str):
    def __repr__(self): print("ran")
    __str__ = __repr__
class Zone(tzinfo):
    def __repr__(self): print("ran")
    utcoffset = dst = tzname = lambda self, when: print("ran")
class Span(timedelta):
    def __repr__(self): print("ran")
    __str__ = __repr__
class Day(date):
    def __repr__(self): print("ran")
    __str__ = isoformat = __repr__
mine = datetime(2026, 1, 2, tzinfo=Zone())
named = time(3, 4, tzinfo=timezone(timedelta(hours=1), Said("x")))
apart = timezone(Span(hours=1))
own = Day(2026, 1, 2)
"""


def texts(run: Recorded, *names: str) -> list[str]:
    """Return the texts of the program's names at the end."""
    state = run.last
    return [state.content(name, Scalar).text for name in names]


def test_dates_and_times_show_their_value(recorded: Record) -> None:
    run = recorded(DATES)
    assert texts(run, "day", "moment", "long", "zone") == [
        "2026-11-21",
        "2026-11-21 13:05:00",
        "2 days, 0:00:05",
        "UTC-03:00",
    ]
    assert texts(run, "exact", "later") == [
        "2026-11-21 13:05:01.000250 UTC fold=1",
        "03:04:00 KST",
    ]


def test_numpy_numbers_look_the_same_under_any_printing_options_of_numpy(recorded: Record) -> None:
    run = recorded(NUMBERS)
    names = ("whole", "real", "half", "both", "yes", "byte")
    assert texts(run, *names) == ["7", "0.1", "0.5", "2j", "True", "200"]
    assert texts(run, "when", "gap") == ["2026-11-21T03:04", "5 days"]
    assert texts(run, "word", "raw") == ["'hi'", "b'ab'"]
    # The recorder does not read a value that is no number, and says so.
    assert run.last.content("kind", Other) == Other(())


def test_classes_that_a_program_derives_from_them_are_never_asked(recorded: Record) -> None:
    run = recorded(HOSTILE)
    assert run.stdout == ""
    assert texts(run, "mine", "named", "apart") == [
        "2026-01-02 00:00:00 <Zone>",
        "03:04:00 <timezone>",
        "UTC+01:00",
    ]


def test_an_array_of_the_module_array_shows_its_first_values(recorded: Record) -> None:
    run = recorded(
        "from array import array\n"
        "numbers = array('i', [3, 1])\n"
        "numbers[0] = 10\n"
        "numbers.append(7)\n"
        "many = array('d', [0.5] * 100)\n"
        "none = array('B')\n"
    )
    assert run.at(3).content("numbers", Array).rows == (("3", "1"),)
    assert run.at(4).content("numbers", Array).rows == (("10", "1"),)
    numbers, many, none = (run.last.content(name, Array) for name in ("numbers", "many", "none"))
    assert numbers == Array((3,), "<i4", (4,), None, 12, (("10", "1", "7"),))
    assert (many.shape, many.dtype, many.rows) == ((100,), "<f8", (("0.5",) * 12,))
    assert (none.shape, none.dtype, none.rows) == ((0,), "|u1", ())


def test_a_view_of_memory_shows_its_values_and_leads_to_the_owner(recorded: Record) -> None:
    run = recorded(
        "data = bytearray(b'hello')\n"
        "whole = memoryview(data)\n"
        "part = whole[1:3]\n"
        "part[0] = 200\n"
        "back = memoryview(bytes(16)).cast('d')[::-1]\n"
        "grid = memoryview(bytes(24)).cast('B', (2, 3, 4))\n"
        "part.release()\n"
        "end = 1\n"
    )
    assert run.at(4).content("part", Array).rows == (("101", "108"),)
    whole, part = (run.at(5).content(name, Array) for name in ("whole", "part"))
    assert (whole.shape, whole.dtype) == ((5,), "|u1")
    assert whole.rows == (("104", "200", "108", "108", "111"),)
    assert part.rows == (("200", "108"),)
    assert whole.base is not None
    assert whole.base == part.base
    held = run.at(5).heap[whole.base]
    assert held.refcount == 2
    assert held.content == Other((run.last.names["data"],), (("obj", run.last.names["data"]),), ())
    back, grid = (run.last.content(name, Array) for name in ("back", "grid"))
    assert (back.dtype, back.strides, back.rows) == ("<f8", (-8,), (("0.0", "0.0"),))
    assert (grid.shape, grid.rows) == ((2, 3, 4), (("0",) * 4,) * 3)
    assert (run.last.content("part", Array).shape, run.last.content("part", Array).rows) == (
        (0,),
        (),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cuts no file that is mapped")
def test_a_view_of_a_mapped_file_that_was_cut_has_no_values(recorded: Record) -> None:
    run = recorded(
        "import mmap, tempfile\n"
        "file = tempfile.TemporaryFile()\n"
        "file.truncate(8192)\n"
        "mapped = mmap.mmap(file.fileno(), 8192)\n"
        "view = memoryview(mapped)[8190:]\n"
        "mapped[8191] = 7\n"
        "file.truncate(0)\n"
        "end = 1\n"
    )
    assert run.at(7).content("view", Array).rows == (("0", "7"),)
    assert run.end.reason is EndReason.FINISHED
    assert run.last.content("view", Array).rows == ()


def test_a_read_only_view_of_a_mapping_leads_to_it(recorded: Record) -> None:
    run = recorded("import types\nd = {}\nview = types.MappingProxyType(d)\nend = 1\n")
    d = run.last.names["d"]
    assert run.last.content("view", Other) == Other((d,), (("mapping", d),), ())


@pytest.mark.parametrize("kind", ["keys", "values", "items"])
@pytest.mark.parametrize("cls", ["dict", "OrderedDict"])
def test_a_view_of_a_dict_refers_to_it(recorded: Record, cls: str, kind: str) -> None:
    run = recorded(
        f"from collections import OrderedDict\nd = {cls}(a=1)\nv = d.{kind}()\nend = 1\n"
    )
    d = run.last.names["d"]
    assert run.last.content("v", Other) == Other((d,), (("mapping", d),), ())


def test_a_lazy_import_shows_its_future_module(recorded: Record) -> None:
    is_lazy = program_version() >= (3, 15)
    run = recorded(f"{'lazy ' * is_lazy}import fractions\nend = 1\n")
    content = run.last.object("fractions").content
    if is_lazy:
        assert content == Scalar("lazy_import('fractions')")
    else:
        assert isinstance(content, Module)
    assert not any(one.type == "dict" for one in run.last.heap.values())


def test_a_lazy_import_with_a_name_too_deep_for_the_stack_shows_its_type(recorded: Record) -> None:
    is_lazy = program_version() >= (3, 15)
    text = """\
import threading
module = type("Module", (), {})()
module.m = module
names = {"__builtins__": {"__import__": lambda *given: module}}
def name():
    if IS_LAZY:
        names["__builtins__"]["__lazy_import__"] = __lazy_import__
        exec(f"lazy import {'.'.join(['m'] * 10_000)} as deep", names)
    end = 1
threading.stack_size(1 << 18)
thread = threading.Thread(target=name)
thread.start()
thread.join()
end = 1
"""
    run = recorded(text.replace("IS_LAZY", str(is_lazy)))
    assert run.end.reason is EndReason.FINISHED
