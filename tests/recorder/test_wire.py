"""The bytes between the recorder and the session."""

import marshal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.recorder import wire

numbers = st.lists(st.integers(-(1 << 63), (1 << 63) - 1), max_size=400)
texts = st.lists(st.binary(max_size=50), max_size=10)
records = st.lists(st.builds(wire.pack, numbers, texts), max_size=8)


@given(numbers, texts)
def test_a_record_returns_the_packed_values(numbers: list[int], texts: list[bytes]) -> None:
    record = wire.pack(numbers, texts)
    assert wire.unpack(record) == (tuple(numbers), b"".join(texts))
    assert wire.unpack(memoryview(record)) == wire.unpack(record)
    assert len(record) % 8 == 0
    assert len(record) == wire.record_length(len(numbers), sum(map(len, texts)))


@given(records, st.binary(max_size=7), st.integers(0, 64))
def test_a_stream_is_split_where_its_records_begin_and_end(
    records: list[bytes], rest: bytes, before: int
) -> None:
    data = bytes(before) + b"".join(records) + rest
    found, end = wire.split(data, before)
    assert [data[start:stop] for start, stop in found] == records
    assert end == len(data) - len(rest)


@given(records, st.data())
def test_a_record_that_is_not_whole_is_left_for_later(
    records: list[bytes], data: st.DataObject
) -> None:
    stream = b"".join(records)
    cut = data.draw(st.integers(0, len(stream)))
    found, end = wire.split(stream[:cut])
    whole = [stream[start:stop] for start, stop in found]
    assert whole == records[: len(whole)]
    assert end == sum(map(len, whole))
    assert len(stream[end:cut]) < len(b"".join(records[len(whole) :][:1])) or end == cut


@given(st.binary(max_size=300))
def test_garbage_raises_nothing_but_value_errors(data: bytes) -> None:
    try:
        found, end = wire.split(data)
    except ValueError:
        return
    assert 0 <= end <= len(data)
    for start, stop in found:
        wire.unpack(data[start:stop])


@pytest.mark.parametrize("count", [(1 << 31) + 1, 1 << 60, (1 << 64) - 1])
def test_a_header_that_cannot_be_true_is_refused(count: int) -> None:
    for header in (wire.HEADER.pack(count, 0), wire.HEADER.pack(0, count)):
        with pytest.raises(ValueError, match="too long"):
            wire.split(header + bytes(64))


@pytest.mark.parametrize("change", [-8, 8, 16])
def test_a_record_of_a_wrong_length_is_refused(change: int) -> None:
    record = wire.pack([1, 2, 3], [b"text"])
    other = record[:change] if change < 0 else record + bytes(change)
    with pytest.raises(ValueError, match="record"):
        wire.unpack(other)
    with pytest.raises(ValueError, match="header"):
        wire.unpack(record[:8])


@given(
    st.dictionaries(
        st.text(max_size=9),
        st.none() | st.booleans() | st.integers() | st.text(max_size=30),
        max_size=6,
    )
)
def test_settings_survive_the_environment(settings: dict[str, object]) -> None:
    text = wire.settings_text((None, "folder", ["engine"], ["added"], settings))
    assert text.isascii()
    assert marshal.loads(bytes.fromhex(text)) == (None, "folder", ["engine"], ["added"], settings)


def test_no_two_operations_kinds_or_places_in_the_spool_share_a_number() -> None:
    operations = (
        "HELLO TEXT STEP THREAD POP PUSH LINE LOCALS GLOBALS OBJECT CONTENT SPLICE COUNT SIZE"
    )
    operations += " UNREACHABLE FREED VALUE EXCEPTION COLLECTION SOURCE RESET BIND"
    operations += " PARTS CODE RUNS HELD LOCKS RANGE APART"
    kinds = "SCALAR SEQUENCE MAPPING INSTANCE CLASS FUNCTION METHOD CELL ITERATOR WEAKREF"
    kinds += " EXCEPTION_BODY MODULE ARRAY OTHER LOCK"
    places = "WRITTEN CONSUMED CREDIT STEPS WAITING SYNC_ASKED SYNC_DONE STDOUT_TAKEN"
    for names in (operations, kinds, places):
        values = [getattr(wire, name) for name in names.split()]
        assert len(set(values)) == len(values)
    at = [getattr(wire, name) for name in places.split()]
    assert all(
        place % 8 == 0 and len(wire.SPOOL_MAGIC) <= place < wire.SPOOL_HEADER for place in at
    )
