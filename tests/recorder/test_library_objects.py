"""Objects of the C library show their content, and the recorder leaves them unchanged."""

import io

import pytest

from tests.recorder.conftest import Record
from tests.recorder.runs import Recorded
from visualizer.model import EndReason, Instance, Other, Scalar, Sequence, item_names
from visualizer.recorder import wire
from visualizer.recorder.objects.c_fields import named_in_order

NUMBERS = (
    *("1.10", "-0", "0.00", "1E+50", "123456789012345678901234567890.5", "NaN", "-Infinity"),
    *("sNaN12", "0.0000001", "1E-7", "-12.5E+3", "0.000001234", "1" + "0" * 40, "9" * 19, "1e-30"),
)
FILES = """
def each(**how):
    with open("told.txt", **how) as file:
        yield file
        file.readline()
        yield file
        file.read(3)
        yield file
        file.read()
        yield file
        file.seek(0)
        yield file
text = ("first line\\nzweite größer\\n셋째 줄\\n" * 2000).encode()
with open("told.txt", "wb") as file:
    file.write(text)
    at = file.tell()
    here = 1
ways = [{"encoding": "utf-8"}, {"mode": "rb"}, {"mode": "r+", "encoding": "utf-8"}, {"mode": "r+b"}]
for how in ways:
    for file in each(**how):
        at = file.tell()
        here = 1
with open("told.txt", "a", encoding="utf-8") as file:
    at = file.tell() + 10
    file.write("é" * 5)
    here = 1
"""
LOOP = """
text = ({letters!r} * 20 + "\\n" + "second" * 20 + "\\n") * 60 + "end"
with open("told.txt", "w", encoding={encoding!r}, newline={newline!r}) as file:
    file.write(text)
size = 0
with open("told.txt", encoding={encoding!r}) as file:
    for line in file:
        size += len(line.encode({encoding!r})) + line.count("\\n") * {more}
        here = 1
"""
UNTOLD = """
with open("told.txt", "wb") as file:
    file.write(b"a\\nb\\r\\nc\\n" * 10)
with open("told.txt", encoding="utf-16-le", errors="replace") as other, open("told.txt") as mixed:
    other.read(2)
    mixed.readline()
    mixed.readline()
    here = 1
"""
DROPPED = """
import os, tempfile
path = os.path.join(tempfile.mkdtemp(), "text.txt")
file = open(path, "w")
file.write("x" * 300)
file.close()
file = open(path)
file.read()
file.seek(7)
file.readline()
os.lseek(file.fileno(), 20, os.SEEK_SET)
file.close()
file = open(path, "rb", buffering=0)
wrapped = open(path, "rb")
wrapped.read()
here = 1
"""
"""Reads without storing the data, which leaves the file's own memory unchanged."""
PATTERNS = """
import re
word = re.compile(r"(\\w+) \\d")
found = word.search("see page 12")
raw = re.match(b".", b"\\xff")
"""


def facts(run: Recorded, name: str) -> dict[str, str]:
    """Return the facts that the last step records of an object, by its name."""
    return dict(run.last.content(name, Other).facts)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_decimal_looks_as_python_writes_it(recorded: Record, number: str) -> None:
    run = recorded(f"from decimal import Decimal\nd = Decimal({number!r})\nsaid = repr(d)\n")
    assert repr(run.last.content("d", Scalar).text) == run.last.content("said", Scalar).text


def test_reading_a_decimal_makes_no_arithmetic_context(recorded: Record) -> None:
    run = recorded(
        "import contextvars, decimal\n"
        "d = decimal.Decimal(1) / 3\n"
        "def inside():\n"
        "    before = len(contextvars.copy_context())\n"
        "    after = len(contextvars.copy_context())\n"
        "    return before, after\n"
        "told = contextvars.Context().run(inside)\n"
        "print(*told, d)\n"
    )
    assert run.stdout == "0 0 0.3333333333333333333333333333\n"


def standing(run: Recorded, text: str, name: str) -> list[tuple[str | None, str]]:
    """Return the file's position and a name's value at each ``here`` of the program."""
    lines = [number for number, line in enumerate(text.splitlines()) if line.strip() == "here = 1"]
    return [
        (dict(one.content("file", Other).facts).get("position"), one.value(one.names[name]))
        for one in sorted(
            (one for line in lines for one in run.all_at(line)), key=lambda one: one.step.number
        )
    ]


@pytest.fixture(params=("core", "python"))
def recorder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the two recorders."""
    monkeypatch.setenv("VISUALIZER_RECORDER", request.param)


@pytest.mark.usefixtures("recorder")
def test_the_position_of_a_file_is_that_of_tell(recorded: Record) -> None:
    run = recorded(FILES)
    pairs = standing(run, FILES, "at")
    assert len(pairs) == 1 + 4 * 5 + 1
    assert [told for told, _ in pairs] == [asked for _, asked in pairs]


@pytest.mark.usefixtures("recorder")
def test_a_file_that_is_read_in_vain_stands_elsewhere_all_the_same(recorded: Record) -> None:
    run = recorded(DROPPED)
    lines = DROPPED.splitlines()

    def position(before: str, name: str = "file") -> str | None:
        thing = run.at(lines.index(before)).content(name, Other)
        return dict(thing.facts).get("position")

    assert position("file.read()") == "0"
    assert position("file.seek(7)") == "300"
    assert position("file.readline()") == "7"
    assert position("os.lseek(file.fileno(), 20, os.SEEK_SET)") == "300"
    assert position("wrapped.read()", "wrapped") == "0"
    assert position("here = 1", "wrapped") == "300"


@pytest.mark.usefixtures("recorder")
@pytest.mark.parametrize(("newline", "more"), [("\n", 0), ("\r\n", 1)])
@pytest.mark.parametrize(
    ("letters", "encoding"),
    [("첫째 줄", "utf-8"), ("a😀é", "utf-8"), ("naïve é", "utf-8"), ("naïve é", "latin-1")],
)
def test_the_position_is_right_also_in_a_loop_that_forbids_tell(
    recorded: Record, letters: str, encoding: str, newline: str, more: int
) -> None:
    text = LOOP.format(letters=letters, encoding=encoding, newline=newline, more=more)
    pairs = standing(recorded(text), text, "size")
    assert len(pairs) == 121
    assert [told for told, _ in pairs] == [size for _, size in pairs]


def test_an_unknown_position_is_left_out(recorded: Record) -> None:
    moment = recorded(UNTOLD).at(UNTOLD.splitlines().index("    here = 1"))
    for name in ("other", "mixed"):
        assert not moment.content(name, Other).facts, name


def test_a_pattern_and_a_match_name_their_subject(recorded: Record) -> None:
    run = recorded(PATTERNS)
    assert facts(run, "word") == {"pattern": repr(r"(\w+) \d")}
    assert facts(run, "found") == {"span": "(4, 10)", "match": "'page 1'"}
    assert facts(run, "raw") == {"span": "(0, 1)", "match": r"b'\xff'"}


MEMBERS = """
    import functools
    def base(number, base):
        return int(number, base)
    two = functools.partial(base, base=2)
    both = property(base, base)
    done = 1
"""
ALIASES = """
    class Loud(type):
        def __getattribute__(cls, name):
            print(name)
            return super().__getattribute__(name)
    class Node(metaclass=Loud):
        pass
    grid = list[list[int]]
    pairs = dict[str, tuple[int, ...]]
    print("from here on")
    nodes = list[Node]
    maybe = list[Node] | None
    nothing = tuple[()]
    done = 1
"""


SAID = {
    "grid": "list[list[int]]",
    "pairs": "dict[str, tuple[int, ...]]",
    "nodes": "list[Node]",
    "maybe": "list[Node] | None",
    "nothing": "tuple[()]",
}


def names_in(run: Recorded, name: str) -> dict[str, str]:
    """Return the named references of an object at the end, and the types of their targets."""
    moment = run.moments[-1]
    return {label: moment.heap[one].type for label, one in moment.content(name, Other).named}


@pytest.mark.usefixtures("recorder")
def test_the_members_of_a_library_object_have_their_names(recorded: Record) -> None:
    run = recorded(MEMBERS)
    assert names_in(run, "two") == {"func": "function", "args": "tuple", "keywords": "dict"}
    assert names_in(run, "both") == {"fget": "function", "fset": "function"}


@pytest.mark.usefixtures("recorder")
def test_a_type_of_an_annotation_shows_its_text_and_asks_no_class(recorded: Record) -> None:
    run = recorded(ALIASES)
    last = run.moments[-1]
    assert run.stdout.endswith("from here on\n")
    assert {name: dict(last.content(name, Other).facts)["value"] for name in SAID} == SAID


@pytest.mark.usefixtures("recorder")
def test_a_method_of_a_class_in_c_shows_its_name(recorded: Record) -> None:
    run = recorded("upper, add = str.upper, int.__add__\n")
    found = [facts(run, name) for name in ("upper", "add")]
    assert found == [{"value": "method str.upper"}, {"value": "method int.__add__"}]


FIELDS = """
    import contextvars, itertools, operator, functools, sqlite3, struct, threading
    @functools.lru_cache(None)
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    fib(5)
    both = itertools.chain([1, 2], "ab")
    next(both)
    pairs = zip([1], "a")
    each = map(fib, [1])
    few = itertools.islice("abc", 2)
    of = operator.itemgetter(1)
    unfinished = itertools.accumulate([1, 2])
    at = itertools.count(10)
    next(at)
    steps = itertools.count(0.5, 2)
    groups = itertools.groupby("aab")
    next(groups)
    order = functools.cmp_to_key(lambda a, b: a - b)(3)
    bare = contextvars.ContextVar("bare")
    variable = contextvars.ContextVar("variable", default=[1])
    pattern = struct.Struct("<ih")
    store = threading.local()
    store.one = [1]
    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    row = base.execute("select 1 as a").fetchone()
    done = 1
"""
THEN = """
    import time
    then = time.gmtime(0)
    done = 1
"""


@pytest.mark.usefixtures("recorder")
def test_references_of_types_without_members_are_named_as_in_c(recorded: Record) -> None:
    run = recorded(FIELDS)
    assert names_in(run, "fib") == {"cache": "dict", "func": "function"}
    assert names_in(run, "both") == {"source": "tuple_iterator", "active": "list_iterator"}
    assert names_in(run, "pairs") == {"ittuple": "tuple", "result": "tuple"}
    assert names_in(run, "each") == {"iters": "tuple", "func": "_lru_cache_wrapper"}
    assert names_in(run, "few") == {"it": "str_ascii_iterator"}
    assert names_in(run, "of") == {"item": "int"}
    assert names_in(run, "groups") == {"it": "str_ascii_iterator", "keyfunc": "NoneType"}
    assert names_in(run, "order") == {"cmp": "function", "obj": "int"}
    assert names_in(run, "bare") == {"name": "str"}
    assert names_in(run, "variable") == {"name": "str", "default": "list"}
    assert [*names_in(run, "pattern")] == ["format"]
    assert names_in(run, "store") == {"localdicts": "dict"}
    assert names_in(run, "row") == {"data": "tuple", "description": "tuple"}
    # The collector skips an empty field, so the recorder cannot name the others.
    assert names_in(run, "unfinished") == {}


@pytest.mark.usefixtures("recorder")
def test_the_fields_of_an_element_have_names_and_its_children_none(recorded: Record) -> None:
    text = "from xml.etree.ElementTree import fromstring\n"
    text += "root = fromstring('<a x=\"1\">b<c/>d<e/></a>')\nchild = root[0]\nroot.tag = 'f'\n"
    run = recorded(text)
    assert [*names_in(run, "root").items()] == [
        *(("tag", "str"), ("text", "str"), ("tail", "NoneType"), ("attrib", "dict"))
    ]
    assert [*names_in(run, "child")] == ["tag", "text", "tail"]
    last = run.moments[-1]
    held = last.content("root", Other).referents
    assert [last.heap[one].type for one in held[4:]] == ["Element", "Element"]


@pytest.mark.usefixtures("recorder")
def test_a_list_that_c_has_not_filled_is_not_read(recorded: Record) -> None:
    # A parser's stack is a list of NULLs until the text has that depth.
    text = "import io\nfrom xml.etree.ElementTree import XMLParser, iterparse\n"
    text += "parser = XMLParser()\nsource = io.StringIO('<a>' * 30 + '</a>' * 30)\ndepth = 0\n"
    text += "for _, element in iterparse(source):\n    depth += 1\n"
    run = recorded(text)
    assert (run.exit_code, run.end.reason) == (0, EndReason.FINISHED)
    assert run.moments[-1].value(run.moments[-1].names["depth"]) == "30"


@pytest.mark.usefixtures("recorder")
def test_a_counter_shows_where_it_is(recorded: Record) -> None:
    last = recorded(FIELDS).moments[-1]
    assert dict(last.content("at", Other).facts) == {"value": "count(11)"}
    assert dict(last.content("steps", Other).facts) == {"value": "count(0.5, 2)"}


@pytest.mark.usefixtures("recorder")
def test_members_that_refer_to_one_object_have_a_name_each(recorded: Record) -> None:
    last = recorded(THEN).moments[-1]
    names = [name for name, _ in last.content("then", Other).named]
    assert names[:6] == ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec"]


@pytest.mark.usefixtures("recorder")
def test_a_named_tuple_of_a_library_has_the_names_of_its_items(recorded: Record) -> None:
    last = recorded("from urllib.parse import urlsplit\nfound = urlsplit('a://b/c')\n").moments[-1]
    thing = last.content("found", Instance)
    names = item_names(thing, last.heap)
    assert names == ["scheme", "netloc", "path", "query", "fragment"]


def test_references_that_were_cut_have_no_names() -> None:
    fields = ("cache", "func")
    held: list[object] = [*range(wire.MOST_ITEMS)]
    assert named_in_order(fields, held[1:]) == (["cache", "func"], held[-2:])
    assert named_in_order(fields, held) == ([], [])


IN_MEMORY = """
import io
file = io.{kind}({first!r})
last = file.getvalue()
file.seek(0, 2)
for text in {texts!r}:
    file.write(text)
    file.tell()
file.seek(0)
file.write({texts!r}[0]); file.seek(0)
file.truncate(2)
file.close()
end = 1
"""


@pytest.mark.parametrize(
    ("kind", "first", "texts"),
    [
        ("StringIO", "", ["", "kim\n", "é", "한글", "\U0001f600", "\ud800"]),
        ("StringIO", "given\n", ["J", "한글" * 800]),
        ("BytesIO", b"given", [b"xyz", b"\0\xff", b"a" * 2000]),
    ],
)
def test_a_file_in_memory_shows_its_text_and_position(
    kind: str, first: str | bytes, texts: list[str | bytes], recorded: Record
) -> None:
    run = recorded(IN_MEMORY.format(kind=kind, first=first, texts=texts))
    plain = (io.StringIO if kind == "StringIO" else io.BytesIO)(first)  # type: ignore[arg-type]
    moments = [one for line in range(4, 15) for one in run.all_at(line)]
    shown = [dict(one.content("file", Other).facts) for one in moments]
    expected = [(first, 0)]
    plain.seek(0, 2)
    for text in texts:
        plain.write(text)  # type: ignore[arg-type]
        expected.append((plain.getvalue(), plain.tell()))
    plain.seek(0)
    plain.write(texts[0])  # type: ignore[arg-type]
    expected.append((plain.getvalue(), 0))
    expected.append((plain.getvalue()[:2], 0))
    for text, position in expected:
        assert {"text": repr(text[:1000]), "position": str(position)} in shown
    assert shown[-1] == {"closed": "True"}


def test_the_bytes_of_a_file_in_memory_are_an_object_only_while_they_are_held(
    recorded: Record,
) -> None:
    run = recorded(
        """
        import io
        file = io.BytesIO(b"-" * 20)
        first = file.getvalue()
        del first
        file.write(b"abc")
        second = file.getvalue()
        del second
        file.write(b"def")
        third = file.getvalue()
        end = 1
        """
    )
    for line, name in ((4, "first"), (7, "second"), (10, "third")):
        moment = run.at(line)
        (held,) = moment.content("file", Other).referents
        assert held == moment.names[name]
        assert {"text": moment.value(held)}.items() <= dict(
            moment.content("file", Other).facts
        ).items()
    assert not run.at(6).content("file", Other).referents
    assert run.last.value(run.last.names["third"]) == repr(b"abcdef" + b"-" * 14)


@pytest.mark.parametrize("kind", ["io.BytesIO", "Own", "Slotted"])
def test_the_size_of_bytes_in_memory_is_that_of_a_plain_run(kind: str, recorded: Record) -> None:
    run = recorded(
        "import io, sys\n"
        "class Own(io.BytesIO): pass\n"
        "class Slotted(io.BytesIO): __slots__ = ('own',)\n"
        f"file = {kind}(b'a' * 3000)\n"
        "size = file.write(b'zz') and sys.getsizeof(file)\n"
        "end = 1\n"
    )
    assert str(run.last.object("file").size) == run.last.value(run.last.names["size"])


def test_a_file_with_slots_refers_to_its_bytes_while_something_else_does(
    recorded: Record,
) -> None:
    run = recorded(
        "import io, sys\n"
        "class Slotted(io.BytesIO): __slots__ = ('own',)\n"
        "file = Slotted(b'a' * 3000)\n"
        "file.write(b'zz')\n"
        "sizes = [sys.getsizeof(file)]\n"
        "copy = file.getvalue(); sizes.append(sys.getsizeof(file))\n"
        "copy = None\n"
        "end = 1\n"
    )
    sizes = [run.last.value(one) for one in run.last.content("sizes", Sequence).items]
    found = [run.at(line) for line in (6, 7, 8)]
    assert [str(one.object("file").size) for one in found] == [*sizes, sizes[0]]
    bases = [one.content("file", Instance).base for one in found]
    assert [base.referents if isinstance(base, Other) else () for base in bases] == [
        (),
        (found[1].names["copy"],),
        (),
    ]
