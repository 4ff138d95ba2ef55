"""Prints a run's HDF5 file as JSON for the window, which does not import h5py.

python -m visualizer.labs.shared_memory.tables.preview FILE

The checksum comes from reading everything back.
"""

import json
import sys
from pathlib import Path
from typing import Any

import h5py

from visualizer.labs.shared_memory.tables.table import Failure
from visualizer.labs.shared_memory.tables.writing import read_back

ROWS, _MOST_TABLES, _MOST_TEXT = 8, 200, 2_000

type Json = dict[str, Any]


def preview(path: Path) -> Json:
    """``bytes`` of the file, its ``attributes``, and ``tables``: shape, dtype, chunks, compression,
    attributes, first rows. Raises ``Failure`` for any other file."""
    if not path.is_file():
        raise Failure(f"{path}: no such file")
    try:
        with h5py.File(path, "r") as file:
            names = sorted(file, key=lambda name: int(file[name].attrs.get("number", 0)))
            tables = [_table(name, file[name]) for name in names[:_MOST_TABLES]]
            found = {
                "path": str(path),
                "bytes": path.stat().st_size,
                "attributes": _attributes(file),
                "count": len(names),
                "tables": tables,
                "hdf5": h5py.version.hdf5_version,
                "h5py": h5py.__version__,
            }
    except OSError as error:
        raise Failure(f"{path}: cannot be read: {str(error).splitlines()[0][:200]}") from None
    checksum, rows = read_back(path)
    return {**found, "checksum": checksum, "rows": rows}


def _table(name: str, one: h5py.Dataset) -> Json:
    kinds = one.dtype.fields or {"": (one.dtype, 0)}
    return {
        "name": name,
        "shape": list(one.shape),
        "dtype": [[field, _kind(kind[0])] for field, kind in kinds.items()],
        "bytes": one.size * one.dtype.itemsize,
        "stored": one.id.get_storage_size(),
        "chunks": list(one.chunks) if one.chunks else None,
        "compression": one.compression,
        "attributes": _attributes(one),
        "first": [[_cell(cell) for cell in row] for row in one[:ROWS].tolist()],
    }


def _kind(kind: Any) -> str:
    return f"S{kind.itemsize}" if kind.kind == "S" else str(kind)


def _cell(cell: object) -> str:
    if isinstance(cell, bytes):
        return cell.decode("ascii", "replace")
    return f"{cell:.6g}" if isinstance(cell, float) else str(cell)


def _attributes(one: Any) -> Json:
    """Return attributes as text, cut if long."""
    return {str(key): _text(value) for key, value in one.attrs.items()}


def _text(value: object) -> str:
    text = str(value.tolist()) if hasattr(value, "tolist") else str(value)
    return text[:_MOST_TEXT]


def main() -> None:
    """Print the file that the command line names."""
    try:
        found = preview(Path(sys.argv[1]))
    except (Failure, ValueError, KeyError, AttributeError, TypeError) as error:
        found = {"error": str(error) or type(error).__name__}
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
