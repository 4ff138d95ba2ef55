"""Long values: the recorded text is Python's own, made without formatting the whole value."""

import pytest

from tests.recorder.conftest import Record
from visualizer.model import Instance, Scalar, Sequence
from visualizer.recorder.objects.contents import read_bytearray
from visualizer.recorder.objects.texts import (
    PIECE,
    int_encoded,
    own_int_encoded,
    own_quoted_text,
    quoted_text,
)
from visualizer.recorder.wire import MOST_ITEMS

PARTS = ("a", "'", '"', "'\"", "\\", "\n\t\r", "\0", "\x7f", "é", "가", "\u202e", "\ud800", "😀")
LENGTHS = (MOST_ITEMS - 2, MOST_ITEMS, MOST_ITEMS + 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 5)


def expected(text: str) -> tuple[bytes, int]:
    whole = len(text) if len(text) > MOST_ITEMS else -1
    return text[:MOST_ITEMS].encode("utf-8", "surrogatepass"), whole


@pytest.mark.parametrize("length", LENGTHS)
def test_a_long_text_looks_as_python_writes_it(length: int) -> None:
    for part in PARTS:
        for other in ("", "x", "'", '"'):
            text = (part * length)[: length - len(other)] + other
            assert quoted_text(text) == expected(repr(text))
            data = text.encode("utf-8", "surrogatepass")[:length]
            assert quoted_text(data) == expected(repr(data))
            assert quoted_text(bytearray(data)) == expected(repr(bytearray(data)))


class Text(str):
    __slots__ = ()

    def __len__(self) -> int:
        raise AssertionError

    __getitem__ = __contains__ = __repr__ = __iter__ = __len__  # type: ignore[assignment]


class Bytes(bytearray):
    """A class whose name occurs in its ``repr``."""


def test_no_method_of_a_derived_class_runs() -> None:
    text = "'ab\"" * PIECE
    assert own_quoted_text(str, Text(text)) == expected(repr(text))
    assert own_quoted_text(bytearray, Bytes(b"a'" * PIECE)) == expected(repr(Bytes(b"a'" * PIECE)))


@pytest.mark.parametrize("bits", [14_299, 14_301, 39_990, 39_992, 39_996, 39_997, 40_001, 90_003])
def test_a_long_int_is_written_in_hexadecimal(bits: int) -> None:
    for value in ((1 << bits) - 3, -(1 << bits) + 3, 1 << bits, -(1 << bits)):
        text = hex(value) if bits > 14_300 else None
        if text is not None:
            assert int_encoded(value) == expected(text)
            assert own_int_encoded(value) == expected(text)


def test_a_change_anywhere_in_a_long_bytearray_is_seen() -> None:
    value = bytearray(3 * PIECE + 5)
    seen = {read_bytearray(value, [])}
    for place in (0, PIECE - 1, PIECE, 2 * PIECE + 7, 3 * PIECE + 4):
        value[place] = 1
        seen.add(read_bytearray(value, []))
    value.append(0)
    seen.add(read_bytearray(value, []))
    assert len(seen) == 7


def test_a_long_bytearray_has_the_length_of_its_text_after_each_change(recorded: Record) -> None:
    run = recorded(
        f"""
        b = bytearray(b"." * {MOST_ITEMS + 70})
        for place in (0, 63, 64, 69):
            for byte in (92, 39, 9, 0, 126, 34):
                b[{MOST_ITEMS} + place] = byte
                length = len(repr(b))
                end = 1
        """
    )
    moments = run.all_at(6)
    assert len(moments) == 24
    for moment in moments:
        length = moment.content("b", Scalar).length
        assert length == int(moment.value(moment.names["length"]))


def test_a_change_of_a_bytearray_of_a_derived_class_is_recorded(recorded: Record) -> None:
    run = recorded(
        """
        class B(bytearray): pass
        b = B(b"ab")
        b.append(99)
        b.name = [1]
        b[0] = 65
        end = 1
        """
    )
    texts = []
    for line in (3, 4, 5, 6):
        content = run.at(line).content("b", Instance).base
        assert isinstance(content, Scalar)
        texts.append(content.text)
    assert texts == ["B(b'ab')", "B(b'abc')", "B(b'abc')", "B(b'Abc')"]


def test_a_long_container_of_a_derived_class_is_recorded_with_its_attributes(
    recorded: Record,
) -> None:
    run = recorded(
        """
        class L(list): pass
        class S(set): __slots__ = ("note",)
        x = L(range(20_000))
        x.name = [1]
        x[3] = "three"
        s = S(range(20_000))
        s.note = x
        end = 1
        """
    )
    x, s = (run.last.content(name, Instance) for name in "xs")
    assert isinstance(x.base, Sequence)
    assert (x.base.length, len(x.base.items)) == (20_000, MOST_ITEMS)
    assert run.last.value(x.base.items[3]) == "'three'"
    assert [name for name, _ in x.attributes] == ["name"]
    assert dict(s.attributes) == {"note": run.last.names["x"]}


@pytest.mark.parametrize(
    ("start", "put", "clear"),
    [
        ("[None] * 10_000", "x.append(y)", "x.pop()"),
        ("dict.fromkeys(range(10_000))", "x['y'] = y", "del x['y']"),
        ("__import__('collections').deque([None] * 10_000)", "x.append(y)", "x.pop()"),
    ],
)
def test_objects_held_only_beyond_the_recorded_items_live_on_with_their_true_count(
    recorded: Record, start: str, put: str, clear: str
) -> None:
    run = recorded(f"x = {start}\ny = [1]\n{put}\nz = y\ndel y\ndel z\na = 1\n{clear}\nb = 2\n")
    serial = run.at(4).names["y"]
    counts = [run.at(line).heap[serial].refcount for line in (3, 4, 5, 6, 7, 8)]
    assert counts == [1, 2, 3, 2, 1, 1]
    assert not any(run.at(line).heap[serial].unreachable for line in (7, 8))
    assert serial in run.at(9).step.freed


def test_objects_that_were_never_recorded_items_are_not_entered(recorded: Record) -> None:
    run = recorded("x = list(map(list, zip(range(10_500))))\ny = x[10_200]\nz = 1\n")
    before, after = run.at(2), run.at(3)
    lists = [one for one in before.heap.values() if one.type == "list"]
    assert len(lists) == 10_001
    assert after.object("y").refcount == 2
    assert after.names["y"] not in before.heap
