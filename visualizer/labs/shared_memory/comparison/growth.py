"""Measures growth with the rows: methods on ever larger tables, readers with their imports."""

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from statistics import median
from typing import Any

from visualizer.labs.children import Child, ChildFailed
from visualizer.labs.shared_memory.comparison.results import Result
from visualizer.labs.shared_memory.comparison.watching import Watch
from visualizer.labs.shared_memory.comparison.workplace import ANSWER, START, Workplace, end
from visualizer.labs.shared_memory.methods.registry import method
from visualizer.labs.shared_memory.tables.generation import make_tables
from visualizer.labs.shared_memory.tables.reading import READERS

type Row = dict[str, Any]

_REPEATS = 3
_READERS = "visualizer.labs.shared_memory.comparison.readers"
_OF_A_RESULT = (
    *("method", "seconds", "median_seconds", "repeats", "ci95", "peak_bytes", "before_bytes"),
    *("payload_bytes", "times_payload", "transfer_gb_s", "error"),
)


def sizes_up_to(rows: int, *, by_halves: bool = False) -> list[int]:
    """Return powers of ten from 1,000 on, then ``rows``; ``by_halves`` adds three times each."""
    found, size = [], 1_000
    while size < rows:
        found += [one for one in ((size, 3 * size) if by_halves else (size,)) if one < rows]
        size *= 10
    return [*found, rows]


def measure_methods(
    place: Workplace, children: dict[str, Child], results: dict[str, Result], rows: int
) -> Iterator[Row]:
    """A row for each method and size, as of a RESULT; ``rows`` are those of all files together.

    The largest size is in ``results`` already, and so are the reasons of methods that failed there.
    A method that fails leaves ``children``.
    """
    for size in sizes_up_to(rows)[:-1]:
        folder = place.folder / f"growth-{size}"
        paths = [str(path) for path in place.tables_of(size, folder)]
        for key in tuple(children):
            found = Result(key, method(key).copies, rows=size * len(paths))
            try:
                _measure(place, children[key], found, paths)
            except ChildFailed as error:
                found.error = str(error)
                end(children.pop(key))
            yield _row(found)
        shutil.rmtree(folder, ignore_errors=True)
    measured = (one for one in results.values() if not method(one.method).script)
    yield from (_row(one) for one in measured if one.error is None)


def _measure(place: Workplace, child: Child, found: Result, paths: list[str]) -> None:
    """Run a method watched once, then timed."""
    with Watch(child.members, place.job(found.method).beginning) as watch:
        for reply in child.answers({"paths": paths, "watched": True}, place.patience):
            sample = watch.take_sample()
            if reply.get("news") == "started":
                found.before = sample.total
            with suppress(ChildFailed):  # its error text is still unread
                child.send("go on") if "news" in reply else None
    found.peak = watch.peak
    for _ in range(_REPEATS):
        reply = child.ask({"paths": paths, "watched": False}, place.patience)
        found.repeats.append(reply["seconds"])
    child.ask("let go", ANSWER)


def _row(found: Result) -> Row:
    reply = found.as_json()
    return {
        **{key: reply[key] for key in _OF_A_RESULT},
        "rows": found.rows,
        "bytes": found.payload,
    }


def measure_readers(place: Workplace, rows: int, seed: int) -> Iterator[Row]:
    """Yield a row for each reader and size: ``import`` and ``seconds`` for reading one file.

    ``import`` is the time of imports that only this reader needs; both are medians of several fresh
    processes, ``ci95`` is the range of their sums.
    """
    folder = place.folder / "readers"
    for size in sizes_up_to(rows, by_halves=True):
        folder.mkdir(exist_ok=True)
        (path,) = make_tables(folder, 1, size, seed)
        found: dict[str, list[Row]] = {one.key: [] for one in READERS if one.is_here}
        for _ in range(_REPEATS):
            for key, reply in found.items():
                with suppress(ChildFailed):
                    reply.append(_read_once(place, key, path))
        for key, reply in found.items():
            seconds = {part: _median(reply, part) for part in ("import", "seconds")}
            totals = [one["import"] + one["seconds"] for one in reply]
            ci95 = [min(totals), max(totals)] if totals else None
            file = {"rows": size, "bytes": path.stat().st_size}
            yield {"reader": key, **file, **seconds, "ci95": ci95}
        shutil.rmtree(folder, ignore_errors=True)


def _read_once(place: Workplace, key: str, path: Path) -> Row:
    asked = {"reader": key, "path": str(path)}
    with closing(Child(_READERS, asked, place.janitor, START)) as child:
        return {"import": child.ready["import"], **child.ask("read", place.patience)}


def _median(rows: list[Row], part: str) -> float | None:
    return median([row[part] for row in rows]) if rows else None
