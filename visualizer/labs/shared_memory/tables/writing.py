"""Writes one HDF5 file, whole or not at all, with a compound dataset for each source file."""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Self

from visualizer.labs.shared_memory.tables.table import DTYPE, Failure, Table, checksum
from visualizer.platform.files import patiently

COMPRESSIONS = ("none", "lzf", "gzip")


@dataclass(frozen=True, slots=True)
class Layout:
    """With ``chunk_rows`` 0 a dataset is one piece, or chunked by HDF5 if compressed."""

    compression: str = "none"
    chunk_rows: int = 0

    def options(self, rows: int) -> dict[str, Any]:
        """The arguments for ``create_dataset``."""
        if not rows:
            return {}
        found: dict[str, Any] = {}
        if self.chunk_rows:
            found["chunks"] = (min(self.chunk_rows, rows),)
        if self.compression != "none":
            found |= {"compression": self.compression, "shuffle": True}
        if self.compression == "gzip":
            found["compression_opts"] = 1
        return found


class TableFile:
    """A file written beside ``path``, which it replaces at the end of the context if nothing
    failed.

    ``sources`` are the files of the tables. Raises ``Failure``. Only the process that opens it may
    use it; others must be forked before.
    """

    def __init__(
        self, path: Path, sources: Sequence[str], layout: Layout, about: Mapping[str, Any]
    ) -> None:
        if path.exists() and not path.is_file():
            raise Failure("{path}: is not a file that can be replaced; choose another", path=path)
        self._path = path
        self._layout = layout
        self._about = about
        self._beside = Path(f"{beginning_beside(path)}{os.getpid()}")
        self._sources = sources
        self._names = dataset_names(sources)

    def __enter__(self) -> Self:
        import h5py

        with _failures(self._path):
            self._beside.unlink(missing_ok=True)
            # The oldest format with everything needed: other tools can read it.
            self._file = h5py.File(self._beside, "x", libver=("earliest", "v108"))
            for key, value in self._about.items():
                self._file.attrs[key] = json.dumps(value, ensure_ascii=False)
        return self

    def add(self, number: int, table: Table, digest: str = "") -> None:
        """Write the table of a source, with its origin and type. Raises ``Failure``."""
        source = self._sources[number]
        with _failures(self._path):
            dataset = self._file.create_dataset(
                self._names[number], data=table, dtype=DTYPE, **self._layout.options(len(table))
            )
            dataset.attrs["name"] = Path(source).name
            dataset.attrs["source"] = source
            dataset.attrs["number"] = number
            dataset.attrs["rows"] = len(table)
            dataset.attrs["shape"] = table.shape
            dataset.attrs["dtype"] = str(DTYPE.descr)
            if digest:
                dataset.attrs["sha256"] = digest

    def __exit__(self, *error: object) -> None:
        try:
            with _failures(self._path):
                self._file.close()
                if error[0] is None:
                    # Windows flushes only writable files.
                    with self._beside.open("r+b") as file:
                        os.fsync(file.fileno())
                    patiently(partial(self._beside.replace, self._path))
        finally:
            with suppress(OSError):
                self._beside.unlink()


def dataset_names(sources: Sequence[str]) -> list[str]:
    """Return names after the files, which may have equal names."""
    names: list[str] = []
    for source in sources:
        plain = re.sub(r"[/.]+", "_", Path(source).stem) or "table"
        name, count = plain, 1
        while name in names:
            count += 1
            name = f"{plain}_{count}"
        names.append(name)
    return names


def beginning_beside(path: Path) -> Path:
    """Return the beginning of the names of unfinished files in the same folder."""
    return path.with_name(f".{path.name}.vis-")


def read_back(path: Path) -> tuple[str, int]:
    """Return the checksum and the number of rows of all tables of a file. Raises ``Failure``."""
    import h5py

    with _failures(path), h5py.File(path, "r") as file:
        found = sorted(file.values(), key=lambda one: int(one.attrs.get("number", 0)))
        for one in found:
            if one.dtype != DTYPE:
                raise Failure(
                    "{path}: {dataset} has dtype {dtype}",
                    path=path,
                    dataset=one.name,
                    dtype=one.dtype,
                )
        return checksum(one[:] for one in found), sum(len(one) for one in found)


@contextmanager
def _failures(path: Path) -> Iterator[None]:
    """Turn errors of HDF5 and the system into a ``Failure`` that names the file."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # h5py raises the latter if closing cannot write
        found = re.search(r"error message = '([^']*)'", str(error))
        reason = found[1] if found else getattr(error, "strerror", None) or str(error)
        raise Failure(
            "{path}: cannot be written: {reason}; free some space or choose another place",
            path=path,
            reason=reason,
        ) from error
