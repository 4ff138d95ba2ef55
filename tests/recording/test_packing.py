"""C and Python pack records into the same bytes, and unpacking restores them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.recording import storage
from visualizer.recording.storage import pack_records, unpack_records

eights = st.lists(st.binary(min_size=8, max_size=8), max_size=40).map(b"".join)


def in_python(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage, "compiled", None)


@given(eights)
def test_packed_records_come_out_unchanged(records: bytes) -> None:
    packed = pack_records(records)
    assert unpack_records(packed, len(records)) == records
    with pytest.MonkeyPatch.context() as patch:
        in_python(patch)
        assert pack_records(bytearray(records)) == packed
        assert unpack_records(packed, len(records)) == records


@pytest.mark.parametrize("is_native", [True, False])
def test_data_that_is_not_in_eights_is_refused(
    is_native: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_native:
        in_python(monkeypatch)
    with pytest.raises(ValueError, match="9 bytes of records, which are eights"):
        unpack_records(pack_records(b"123456789"))
