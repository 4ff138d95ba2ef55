"""The bytes that stand for the contents of objects."""

import pytest

from tests.recorder.conftest import Record
from visualizer.model import Array
from visualizer.recorder.objects import packing

EDGES = [0, 1, -1, -(1 << 63), (1 << 63) - 1, *(mark << 56 for mark in range(-128, 128))]


def test_every_number_comes_back_and_none_is_taken_for_an_address() -> None:
    marks = (packing.HOLDS, packing.IN_DICT, packing.MENTIONS, packing.OWN_DICT, packing.THREAD)
    for number in EDGES:
        content = packing.pack((number, packing.HOLDS | 4096, number))
        assert packing.unpack(content) == (number, packing.HOLDS | 4096, number)
        assert packing.marked(content, *marks) == [4096]


def test_an_array_of_more_rows_than_an_address_has_bits_is_recorded(
    recorded: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_RECORDER", "python")
    run = recorded("import numpy\na = numpy.broadcast_to(numpy.int8(1), (1 << 57, 1))\nend = 1\n")
    assert run.last.content("a", Array).shape == (1 << 57, 1)
