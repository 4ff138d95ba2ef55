"""Data of ctypes shows the content of its memory; an array of objects leads to its items."""

from tests.recorder.conftest import Record
from tests.recorder.runs import Recorded
from visualizer.model import EndReason, Instance, Scalar

GROWING = """
import ctypes
class DynamicArray:
    def __init__(self):
        self._n = 0
        self._A = (1 * ctypes.py_object)()
    def append(self, obj):
        if self._n == len(self._A):
            B = (2 * len(self._A) * ctypes.py_object)()
            for k in range(self._n):
                B[k] = self._A[k]
            self._A = B
        self._A[self._n] = obj
        self._n += 1
array = DynamicArray()
kim, pair = "kim", [1, 2]
for word in kim, pair, pair:
    array.append(word)
places = array._A
end = 1
"""


def instance(run: Recorded, name: str) -> Instance:
    return run.last.content(name, Instance)


def texts(run: Recorded, *names: str) -> list[str]:
    """Return the values of the data at the end."""
    bases = [instance(run, name).base for name in names]
    return [base.text if isinstance(base, Scalar) else "" for base in bases]


def test_an_array_of_objects_leads_to_the_items_that_are_set(recorded: Record) -> None:
    run = recorded(GROWING)
    kim, pair = (run.last.names[name] for name in ("kim", "pair"))
    assert instance(run, "places").attributes == (("[0]", kim), ("[1]", pair), ("[2]", pair))
    assert instance(run, "places").base is None
    # The names ``pair`` and ``word``, and two places.
    assert run.last.object("pair").refcount == 4


def test_a_place_that_something_else_has_written_is_not_followed(recorded: Record) -> None:
    run = recorded(
        "import ctypes\n"
        "a = (ctypes.py_object * 3)()\n"
        "a[0] = a[2] = [1]\n"
        "ctypes.memset(a, 0, 8)\n"
        "ctypes.memset(ctypes.addressof(a) + 16, 255, 8)\n"
        "end = 1\n"
    )
    assert [name for name, _ in run.at(4).content("a", Instance).attributes] == ["[0]", "[2]"]
    assert [name for name, _ in run.at(5).content("a", Instance).attributes] == ["[2]"]
    assert instance(run, "a").attributes == ()
    assert run.end.reason is EndReason.FINISHED


def test_numbers_structures_and_arrays_have_their_values_as_text(recorded: Record) -> None:
    run = recorded(
        "import ctypes as c\n"
        "class Point(c.Structure):\n"
        "    _fields_ = [('x', c.c_int), ('y', c.c_double), ('tags', c.c_bool * 2)]\n"
        "class Deep(Point):\n"
        "    _fields_ = [('z', c.c_short), ('at', c.c_void_p), ('bits', c.c_uint, 3)]\n"
        "number, point, deep = c.c_int(4), Point(3, 4.5), Deep()\n"
        "number.value += 1\n"
        "point.x = 10\n"
        "point.tags[1] = True\n"
        "many = (c.c_ubyte * 14)(*range(14))\n"
        "grid = ((c.c_int * 2) * 2)()\n"
        "row = grid[1]\n"
        "row[0] = 7\n"
        "text = (c.c_char * 3)(*b'ab')\n"
        "none = (c.c_int * 0)()\n"
        "end = 1\n"
    )
    assert texts(run, "number", "point", "deep", "many", "grid", "row", "text", "none") == [
        "5",
        "(x=10, y=4.5, tags=[False, True])",
        "(x=0, y=0.0, tags=[False, False], z=0, at=None, bits=…)",
        "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …]",
        "[[0, 0], [7, 0]]",
        "[7, 0]",
        r"b'ab\x00'",
        "[]",
    ]


def test_memory_that_may_be_gone_is_not_read(recorded: Record) -> None:
    run = recorded(
        "import ctypes as c\n"
        "lost = (c.c_int * 3).from_address(0)\n"
        "number = c.c_int(5)\n"
        "target = c.pointer(number).contents\n"
        "swapped = c.c_int.__ctype_be__(5)\n"
        "raw = bytearray(b'\\x05\\0\\0\\0')\n"
        "shared = (c.c_int * 1).from_buffer(raw)\n"
        "raw[0] = 6\n"
        "end = 1\n"
    )
    assert texts(run, "lost", "number", "target", "swapped", "shared") == [
        *("…", "5", "…", "…", "[6]")
    ]
    assert run.end.reason is EndReason.FINISHED


def test_own_attributes_and_methods_of_a_subclass_stay(recorded: Record) -> None:
    run = recorded(
        "import ctypes as c\n"
        "class Row(c.Array):\n"
        "    _type_, _length_ = c.c_int, 2\n"
        "row = Row(1, 2)\n"
        "row.label = label = [1]\n"
        "row[1] = 5\n"
        "end = 1\n"
    )
    assert instance(run, "row").attributes == (("label", run.last.names["label"]),)
    assert texts(run, "row") == ["[1, 5]"]


def test_code_of_the_program_is_never_asked(recorded: Record) -> None:
    run = recorded(
        "import ctypes as c\n"
        "class Said:\n"
        "    __class__ = property(lambda self: print('ran'))\n"
        "    __hash__ = __eq__ = __iter__ = __index__ = lambda *_: print('ran')\n"
        "class P(c.Structure):\n"
        "    _fields_ = [('x', c.c_int)]\n"
        "    _objects = _b_base_ = property(lambda self: print('ran'))\n"
        "    __getattribute__ = lambda *_: print('ran')\n"
        "    __repr__ = __str__ = __len__ = __getattribute__\n"
        "class Given(c.Structure):\n"
        "    _fields_ = [('x', c.c_int)]\n"
        "    def __buffer__(self, flags): print('ran')\n"
        "given = Given(4)\n"
        "fields = P._fields_\n"
        "fields += [Said(), (Said(), Said()), ('x',), ('x', Said())]\n"
        "p = P(4)\n"
        "end = 1\n"
    )
    assert texts(run, "p") == ["(x=4, x=…)"]
    assert (run.end.reason, run.stdout) == (EndReason.FINISHED, "")
