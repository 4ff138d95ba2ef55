"""Stores the results of a lab in an HDF5 file that other tools can read.

    python -m visualizer.labs.keeping

writes such a file to its standard output, of the report that it reads as JSON from its input.
"""

import errno
import io
import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from visualizer.labs.installed import not_installed
from visualizer.labs.report import row_name
from visualizer.platform.files import replacing

SPAN = [("worker", "S32"), ("step", "<i4"), ("start", "<f8"), ("end", "<f8")]
"""A row of the dataset ``spans``; seconds since the repeat began."""
_LONGEST = 60_000
"""Bytes of an attribute: HDF5 allows 64 KiB with its header."""


def keep(report: Mapping[str, Any], path: Path) -> None:
    """Write ``report`` as the command line prints it to ``path``, completely or not at all.

    Only a regular file is replaced, through a link its target. Raises ``OSError``.
    """
    data = hdf5_bytes(report)
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with replacing(Path(os.path.realpath(path))) as beside:
        beside.write_bytes(data)


def hdf5_bytes(report: Mapping[str, Any]) -> bytes:
    """Return ``report`` as an HDF5 file. Raises ``OSError`` without h5py.

    The file has the settings, the machine, the reasons of the absent and everything beside the rows
    as attributes in JSON; and a group for each row, named by its subject (``list/1000`` if measured
    at sizes), with lists as datasets (as JSON if they are not all numbers) and the rest as
    attributes.
    """
    import numpy as np

    try:
        import h5py
    except ModuleNotFoundError as error:
        raise OSError(not_installed("h5py")) from error
    # In memory: HDF5's own message about a file that cannot be written is long and technical.
    written = io.BytesIO()
    with h5py.File(written, "w") as file:
        for key in report.keys() - {"results"}:
            _attribute(file, key, json.dumps(report[key], ensure_ascii=False))
        for row in report["results"]:
            group = file.create_group(row_name(row))
            for key, value in _flat(row):
                if key == "spans":
                    group[key] = np.array([_span(one) for one in value], SPAN)
                elif isinstance(value, list):
                    group[key] = _figures(value)
                else:
                    group.attrs[key] = value
    return written.getvalue()


def _attribute(file: Any, key: str, text: str) -> None:
    """Store an attribute, or a dataset if it is longer than HDF5 allows an attribute to be."""
    if len(text.encode()) < _LONGEST:
        file.attrs[key] = text
    else:
        file[f"_{key}"] = text


def _figures(values: list[Any]) -> Any:
    """Return an array of figures, or JSON if some are None or differ in length."""
    import numpy as np

    try:
        return np.array(values, np.float64)
    except (TypeError, ValueError):
        return json.dumps(values, ensure_ascii=False)


def _flat(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the figures of a row by name; ``seconds_first`` is ``first`` within ``seconds``."""
    for key, value in row.items():
        if isinstance(value, Mapping):
            yield from ((f"{key}_{inner}", one) for inner, one in _flat(value))
        elif value is not None:
            yield key, value


def _span(one: Mapping[str, Any]) -> tuple[bytes, int, float, float]:
    return one["worker"].encode(), one["step"], one["start"], one["end"]


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(hdf5_bytes(json.load(sys.stdin.buffer)))
    except OSError as error:
        sys.exit(str(error))
