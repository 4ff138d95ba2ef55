"""The description of an HDF5 file, as the preview process returns it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class TableFound:
    """A dataset: ``dtype`` are names and types, ``first`` its first rows, ``stored`` bytes."""

    name: str
    shape: tuple[int, ...]
    dtype: Sequence[tuple[str, str]]
    bytes: int
    stored: int
    chunks: Sequence[int] | None
    compression: str | None
    attributes: Mapping[str, str]
    first: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file; ``tables`` may be only the first of ``count``. ``error`` says why none was read."""

    path: str = ""
    bytes: int = 0
    count: int = 0
    tables: tuple[TableFound, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    checksum: str = ""
    rows: int = 0
    h5py: str = ""
    hdf5: str = ""
    error: str = ""


def read_file(found: Mapping[str, Any]) -> FileFound:
    """Read what ``labs/shared_memory/tables/preview.py`` prints."""
    tables = tuple(
        TableFound(**{**one, "shape": tuple(one["shape"])}) for one in found.get("tables", ())
    )
    return FileFound(**{**found, "tables": tables})


def shape_text(shape: tuple[int, ...]) -> str:
    """Format a shape as numpy does, with thousands separators: (500,000,)."""
    return f"({', '.join(f'{one:,}' for one in shape)}{',' if len(shape) == 1 else ''})"
