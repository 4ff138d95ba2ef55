"""From where on something pays that costs more at first: the fast reader's import, and Dask."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from visualizer.labs.statistics import overlap

type Row = Mapping[str, Any]


def reader_pays(rows: Sequence[Row]) -> dict[str, Any]:
    """``from_rows``: the size from which on reading with its import takes less than ``loadtxt``,
    None where it never does; ``times`` as fast at each size; ``import`` its seconds."""
    times: dict[int, float] = {}
    cost = None
    for size in sorted({row["rows"] for row in rows}):
        taken = {
            row["reader"]: row["import"] + row["seconds"]
            for row in rows
            if row["rows"] == size and row["seconds"] is not None
        }
        if {"loadtxt", "fast"} <= taken.keys():
            times[size] = taken["loadtxt"] / taken["fast"]
    for row in rows:
        if row["reader"] == "fast":
            cost = row["import"]
    found = None
    for size, factor in reversed(times.items()):
        if factor <= 1:
            break
        found = size
    return {"from_rows": found, "times": [[*pair] for pair in times.items()], "import": cost}


def dask_pays(rows: Iterable[Row], workers: int) -> dict[str, Any] | None:
    """What Dask costs more than the fastest way of this machine, and from how many workers on it
    would take less; None where one of the two has no figures.

    Its parsing is divided among workers, its transfer into the one parent is not:
    ``workers_to_pay`` is None where that alone takes longer than all of the other. An estimate for
    a scheduler that runs already, whose network is as fast as this machine's loopback.
    ``is_unclear`` says that the repeats do not show which of the two takes longer.
    """
    timed = {row["method"]: row for row in rows if row["seconds"]["total"] and not row["error"]}
    dask = timed.pop("dask", None)
    local = [row for row in timed.values() if not row["method"].startswith("printed")]
    if dask is None or not local:
        return None
    fastest = min(local, key=lambda row: float(row["seconds"]["total"]))
    total, load = dask["seconds"]["total"], dask["seconds"]["load"]
    left = fastest["seconds"]["total"] - (total - load)
    repeats = min(len(dask["repeats"]), len(fastest["repeats"]))
    return {
        "start_seconds": dask["cluster_start"],
        "fastest": fastest["method"],
        "extra_seconds": total - fastest["seconds"]["total"],
        "is_unclear": overlap(dask["ci95"]["total"], fastest["ci95"]["total"], repeats),
        "workers_to_pay": max(1, math.ceil(load * workers / left)) if left > 0 else None,
    }
