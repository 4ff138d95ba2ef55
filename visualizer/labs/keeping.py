"""Results of a lab in an HDF5 file, with all that is needed to read them elsewhere.

    python -m visualizer.labs.keeping FILE

writes the report that it reads as JSON from its standard input.
"""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

SPAN = [("worker", "S32"), ("step", "<i4"), ("start", "<f8"), ("end", "<f8")]
"""A row of the dataset ``spans``; seconds since the repeat began."""


def keep(report: Mapping[str, Any], path: Path) -> None:
    """Write ``report`` as the command line prints it to ``path``, whole or not at all.

    The file has the settings, the machine and the reasons of those absent as attributes in JSON; a
    group for each row, with its seconds and spans as datasets and the rest as attributes. Raises
    ``OSError``.
    """
    import h5py
    import numpy as np

    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with h5py.File(beside, "x") as file:
            for key in ("lab", "host", "settings", "absent"):
                file.attrs[key] = json.dumps(report[key], ensure_ascii=False)
            for row in report["results"]:
                group = file.create_group(row["contestant"])
                group["seconds"] = np.array(row["seconds"], np.float64)
                spans = [
                    (one["worker"].encode(), one["step"], one["start"], one["end"])
                    for one in row["spans"]
                ]
                group["spans"] = np.array(spans, SPAN)
                for key in ("median", "published", "start_up", "imports", "peak_bytes", "error"):
                    if row[key] is not None:
                        group.attrs[key] = row[key]
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


if __name__ == "__main__":
    try:
        keep(json.load(sys.stdin.buffer), Path(sys.argv[1]))
    except OSError as error:
        sys.exit(error.strerror or str(error))
