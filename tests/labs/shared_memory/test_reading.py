"""Both readers: the same bytes, and errors that name file, line and column."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.labs.shared_memory.tables.generation import make_tables
from visualizer.labs.shared_memory.tables.reading import most_rows, reader
from visualizer.labs.shared_memory.tables.table import DTYPE, Failure, Table

GOOD = b"chr1\t5\t1.5\t3\t4\n"


def read(path: Path, key: str) -> bytes:
    found: list[bytes] = []

    def keep(table: Table) -> None:
        assert table.dtype == DTYPE
        found.append(table.tobytes())

    reader(key).read(path, keep)
    rows = sum(map(len, found)) // DTYPE.itemsize
    assert rows <= most_rows(path)
    return b"".join(found)


def both(path: Path) -> tuple[bytes | str, ...]:
    found: list[bytes | str] = []
    for key in ("loadtxt", "fast"):
        try:
            found.append(read(path, key))
        except Failure as failure:
            found.append(str(failure))
    return tuple(found)


def test_made_tables_are_the_same_every_time_and_read_as_the_document_reads_them(
    tmp_path: Path,
) -> None:
    for folder in ("a", "b"):
        tmp_path.joinpath(folder).mkdir()
    first = list(make_tables(tmp_path / "a", 2, 70_000))
    again = list(make_tables(tmp_path / "b", 2, 70_000))
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in again]
    assert first[0].read_bytes() != first[1].read_bytes()
    for path in first:
        as_printed = np.loadtxt(path, dtype=DTYPE)
        assert len(as_printed) == 70_000
        assert both(path) == (as_printed.tobytes(),) * 2
        assert set(as_printed["chr"]) == {f"chr{n}".encode() for n in (*range(1, 23), "X")}
        share = 100 * as_printed["c"] / (as_printed["c"] + as_printed["t"])
        assert np.abs(share - as_printed["pct"]).max() < 0.001


@pytest.mark.parametrize("before", [0, 70_000])
@pytest.mark.parametrize(
    ("line", "column", "what"),
    [
        (b"chr1\t5\tx\t3\t4\n", 3, "'x' is not a number, but pct must be one"),
        (b"chr1\t5\t3\t4\n", 5, "the line has 4 columns, not 5"),
        (b"chr1\t5\t3\t4\t4\t4\n", 6, "the line has 6 columns, not 5"),
        (b"chrUn_KI270742v1\t5\t3\t4\t4\n", 1, "longer than the 10 bytes of chr"),
        (b"chr1\t0x5\t3\t4\t4\n", 2, "'0x5' is not a 32-bit integer"),
        (b"chr1\t5\t3\t99999999999\t4\n", 4, "'99999999999' is not a 32-bit integer"),
        (b"chr1\t\t3\t4\t4\n", 5, "the line has 4 columns, not 5"),
    ],
)
def test_a_malformed_line_is_named(
    before: int, line: bytes, column: int, what: str, tmp_path: Path
) -> None:
    path = tmp_path / "table.tsv"
    path.write_bytes(GOOD * before + line + GOOD)
    one, other = both(path)
    assert one == other
    assert isinstance(one, str)
    assert one.startswith(f"{path}, line {before + 1}, column {column}: ")
    assert what in one


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n\n",
        GOOD,
        GOOD.rstrip(),
        GOOD.replace(b"\n", b"\r\n") * 3,
        b"# a comment\nchr1 5 1e999 3 4",
        b"chr_456789\t5\tnan\t3\t4\n\n" + GOOD,
        b"chrX\t-5\t-inf\t3\t4\n",
        b"0x1\t5\t.5\t3\t4\n",
        b"\xff\xfe\t1\t3\t4\t4\n",
        b"chr\xa01\t5\t1\t3\n",
        b"+1 +5 +5. 3 4\n" + GOOD,
        b'"c"\t5\t1e-3\t3\t4\n',
    ],
)
def test_both_readers_read_unusual_lines_the_same(text: bytes, tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_bytes(text)
    one, other = both(path)
    assert one == other
    assert isinstance(one, bytes)


FIELD = st.text('0123456789+-.exXnainf#" \t_\r', max_size=6)
LINE = st.lists(FIELD, min_size=4, max_size=6).map("\t".join)
ROW = st.tuples(
    st.text("chr0123456789Xx_", min_size=1, max_size=11),
    st.integers(-(2**31), 2**31 - 1),
    st.floats(width=32) | st.decimals(0, 100, places=4),
    st.integers(0, 99),
    st.integers(0, 99),
).map(lambda row: "\t".join(map(str, row)))


@given(st.lists(ROW | LINE, max_size=6))
def test_both_readers_agree_on_any_lines(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.tsv"
    path.write_bytes("\n".join(lines).encode("latin-1"))
    one, other = both(path)
    assert one == other


@pytest.mark.parametrize("key", ["loadtxt", "fast"])
def test_a_file_that_is_not_there_or_cannot_be_read_is_named(key: str, tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"gone\.tsv: no such file"):
        read(tmp_path / "gone.tsv", key)
    with pytest.raises(Failure, match="cannot be read: Is a directory"):
        read(tmp_path, key)
