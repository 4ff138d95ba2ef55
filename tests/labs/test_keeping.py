"""Results in HDF5: figures as arrays, the rest as JSON of any length."""

import json
from pathlib import Path

import pytest

from visualizer.labs.keeping import keep

h5py = pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")


def test_a_value_that_is_no_array_of_figures_is_stored_as_json(tmp_path: Path) -> None:
    long = [{"way": "queue", "bytes": number} for number in range(5_000)]
    row = {
        "method": "shm-pool",
        "memory": [[0.0, 1.0], [0.5, 2.0]],
        "stages": [["loaded", 0.25]],
        "peak": {"rss": 5, "pss": None},
        "error": None,
    }
    report = {"lab": "shared-memory", "host": {}, "settings": {"rows": 2}, "absent": {}}
    path = tmp_path / "kept.h5"
    keep({**report, "results": [row], "sweep": long, "limits": {"memcpy": 9.5}}, path)
    with h5py.File(path) as file:
        assert json.loads(file.attrs["settings"]) == {"rows": 2}
        assert json.loads(file.attrs["limits"]) == {"memcpy": 9.5}
        assert json.loads(file["_sweep"].asstr()[()]) == long
        group = file["shm-pool"]
        assert group["memory"][:].tolist() == row["memory"]
        assert json.loads(group["stages"].asstr()[()]) == row["stages"]
        assert dict(group.attrs) == {"method": "shm-pool", "peak_rss": 5}
