"""The files of a program's output: writes after a truncation are not lost."""

import os
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.systems import needs_proc, needs_seals
from visualizer.session.streams.output import OutputFile


@pytest.fixture
def output() -> Iterator[OutputFile]:
    with closing(OutputFile("stdout")) as file:
        yield file


def written(output: OutputFile, data: bytes) -> bytes:
    """Let the program write ``data``; return the newly read bytes."""
    os.write(output.descriptor, data)
    return taken(output)


def taken(output: OutputFile) -> bytes:
    return b"".join(output.read_new(output.size()))


def test_each_byte_is_taken_once(output: OutputFile) -> None:
    assert written(output, b"first\n") == b"first\n"
    assert taken(output) == b""
    assert written(output, b"x" * 10_000) == b"x" * 10_000
    assert written(output, b"last") == b"last"


def test_output_after_the_cut_is_taken_whole(output: OutputFile) -> None:
    written(output, b"first\n")
    os.ftruncate(output.descriptor, 0)
    assert written(output, b"finally\n") == b"finally\n"
    assert written(output, b"more") == b"more"


def test_a_cut_that_is_seen_before_more_is_written_repeats_nothing(output: OutputFile) -> None:
    written(output, b"first\n")
    os.ftruncate(output.descriptor, 3)
    assert taken(output) == b""
    assert written(output, b"second\n") == b"second\n"


@needs_proc
def test_a_file_opened_anew_starts_anew(output: OutputFile) -> None:
    written(output, b"a" * 9000)
    with open(f"/proc/self/fd/{output.descriptor}", "w", encoding="utf-8") as again:
        again.write("b" * 9000)
    assert taken(output) == b"b" * 9000


@needs_seals
def test_read_output_leaves_the_memory(output: OutputFile, monkeypatch: pytest.MonkeyPatch) -> None:
    part = 1 << 16
    monkeypatch.setattr("visualizer.session.streams.output._KEPT", part)
    for number in range(20):
        data = bytes([number]) * part + b"\n"
        assert written(output, data) == data
    assert os.fstat(output.descriptor).st_blocks * 512 <= 3 * part
    os.ftruncate(output.descriptor, 0)
    assert written(output, b"x" * 5 * part) == b"x" * 5 * part
    assert os.fstat(output.descriptor).st_blocks * 512 <= 3 * part
    assert written(output, b"last") == b"last"
