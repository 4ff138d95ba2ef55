"""Reads the description of an HDF5 file that the preview process returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from visualizer.shell.labs.common.reading import count, mapping, number, numbers, rows, text


@dataclass(frozen=True, slots=True)
class TableFound:
    """A dataset: ``fields`` are names and types, ``first`` its first rows, ``stored`` bytes."""

    name: str
    shape: tuple[int, ...]
    fields: tuple[tuple[str, str], ...]
    stored: float
    chunks: tuple[int, ...]
    compression: str
    attributes: Mapping[str, str]
    first: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file; ``tables`` may be only the first of ``count``. ``error`` says why none was read."""

    path: str = ""
    size: float = 0.0
    count: int = 0
    tables: tuple[TableFound, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    checksum: str = ""
    rows: int = 0
    library: str = ""
    error: str = ""


def read_file(found: Mapping[str, Any]) -> FileFound:
    """Read the description; missing values become empty."""
    if error := text(found.get("error")):
        return FileFound(error=error)
    return FileFound(
        text(found.get("path")),
        number(found.get("bytes")) or 0.0,
        count(found.get("count")),
        tuple(map(_table, rows(found.get("tables")))),
        _texts(found.get("attributes")),
        text(found.get("checksum")),
        count(found.get("rows")),
        f"h5py {text(found.get('h5py'))}, HDF5 {text(found.get('hdf5'))}",
    )


def _table(found: Mapping[str, Any]) -> TableFound:
    pairs, first = found.get("dtype"), found.get("first")
    return TableFound(
        text(found.get("name")),
        tuple(int(one) for one in numbers(found.get("shape"))),
        tuple((str(one[0]), str(one[1])) for one in pairs) if isinstance(pairs, list) else (),
        number(found.get("stored")) or 0.0,
        tuple(int(one) for one in numbers(found.get("chunks"))),
        text(found.get("compression")),
        _texts(found.get("attributes")),
        tuple(tuple(map(str, row)) for row in first) if isinstance(first, list) else (),
    )


def _texts(found: object) -> dict[str, str]:
    return {key: str(value) for key, value in mapping(found).items()}


def shape_text(shape: tuple[int, ...]) -> str:
    """Format a shape as numpy does, with thousands separators: (500,000,)."""
    return f"({', '.join(f'{one:,}' for one in shape)}{',' if len(shape) == 1 else ''})"
