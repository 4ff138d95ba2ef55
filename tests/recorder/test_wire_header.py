"""The header of the C part, which is generated from the module."""

from pathlib import Path

from visualizer.recorder import wire
from visualizer.recorder.core import wire_header

NAMES = dict(wire_header.constants(vars(wire)))


def test_every_number_and_text_of_the_wire_is_in_the_header() -> None:
    """Under its name or that of its place in the spool; entries of tables by their index."""
    for name, value in vars(wire).items():
        if name.isupper() and isinstance(value, (int, str, bytes)):
            found = [NAMES[key] for key in (f"WIRE_{name}", f"WIRE_SPOOL_{name}") if key in NAMES]
            assert found == [value], name
    assert NAMES["WIRE_HEADER"] == wire.HEADER.size
    for table, word in wire_header.TABLES.items():
        places = [value for name, value in NAMES.items() if name.startswith(f"WIRE_{word}_")]
        assert places == list(range(len(getattr(wire, table)))), table


def test_no_table_of_the_wire_is_left_out() -> None:
    tables = {name for name, value in vars(wire).items() if isinstance(value, tuple)}
    assert tables == {*wire_header.TABLES, "PARTS_OF", "CONTENTS"}
    parts = [value for name, value in NAMES.items() if name.startswith("WIRE_PART_")]
    assert parts == list(range(len(wire.PARTS_OF)))


def test_no_name_is_there_twice() -> None:
    names = [name for name, _ in wire_header.constants(vars(wire))]
    assert len(names) == len(set(names))


def test_each_name_stands_in_the_text_once() -> None:
    words = wire_header.header(vars(wire)).split()
    assert {name: words.count(name) for name in NAMES} == dict.fromkeys(NAMES, 1)


def test_the_file_is_written_anew_only_where_it_changed(tmp_path: Path) -> None:
    path = tmp_path / wire_header.NAME
    wire_header.write(path)
    assert path.read_text(encoding="ascii") == wire_header.header(vars(wire))
    before = path.stat().st_mtime_ns
    wire_header.write(path)
    assert path.stat().st_mtime_ns == before
