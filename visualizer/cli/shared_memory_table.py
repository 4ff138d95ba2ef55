"""Formats the results of ``lab shared-memory`` as a table for the terminal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from visualizer.cli.lab import text_of_message
from visualizer.cli.language import later, translated
from visualizer.layout.measure import columns_of

type Row = Mapping[str, Any]

_LEAST = 9


def _milliseconds(stage: str) -> Callable[[Row], float | None]:
    return lambda row: row["median_seconds"][stage] and row["median_seconds"][stage] * 1e3


def _megabytes(row: Row) -> float | None:
    pss = row["peak_bytes"]["pss"]
    return None if pss is None else pss / 1e6


def _field(key: str) -> Callable[[Row], float | None]:
    return lambda row: row.get(key)


type _Column = tuple[str, str, Callable[[Row], float | None]]

_COLUMNS: tuple[_Column, ...] = (
    (later("load ms"), ",.1f", _milliseconds("load")),
    (later("transfer"), ",.1f", _milliseconds("transfer")),
    (later("write"), ",.1f", _milliseconds("write")),
    (later("total"), ",.1f", _milliseconds("total")),
    ("GB/s", ".2f", _field("transfer_gb_s")),
    (later("× first touch"), ".2f", _field("times_first_touch")),
    ("× memcpy", ".2f", _field("times_memcpy")),
    ("PSS MB", ",.1f", _megabytes),
    (later("× payload"), ".2f", _field("times_payload")),
    (later("copies"), "d", _field("copies")),
    (later("leaked"), "d", _field("leaked_segments")),
)


_GROWING = (*_COLUMNS[:5], *_COLUMNS[7:9])


def heading(columns: tuple[_Column, ...] = _COLUMNS) -> str:
    """Return the titles of the cells."""
    names = " ".join(_right(translated(name), _width(translated(name))) for name, _, _ in columns)
    return f"{names}  {translated('total: interval × repeats')}"


def row_of(row: Row, columns: tuple[_Column, ...] = _COLUMNS) -> str:
    """Return the cells of a row, or its error."""
    if row["error"] is not None:
        return f"– {text_of_message(row['error'])}"
    text = _cells(row, columns)
    if row["ci95"]["total"]:
        low, high = (seconds * 1e3 for seconds in row["ci95"]["total"])
        text += f"  [{low:,.1f}, {high:,.1f}] × {len(row['repeats'])}"
    if row.get("findings"):
        from visualizer.labs.shared_memory.printed import FINDINGS

        wrong = [f"{translated(FINDINGS[key])} × {n}" for key, n in row["findings"].items() if n]
        text += "  " + "; ".join(wrong)
    return text


def lines_after(report: Mapping[str, Any]) -> Iterator[str]:
    """Return the lines on the machine, sizes, rows, readers, and when Dask pays."""
    speeds = report["limits"].get("gb_s")
    if speeds:
        yield ""
        yield translated(
            "this machine, GB/s: memcpy {memcpy}, reading {read}, first touch {first_touch},"
            " disk {disk}",
            **{key: f"{value:.2f}" for key, value in speeds.items()},
        )
    if report["output"]:
        yield translated(
            "the file: written by {method} in {seconds} s, peak memory {megabytes} MB (PSS)",
            method=report["output"]["method"],
            seconds=f"{report['output']['seconds']:.2f}",
            megabytes=f"{report['output']['peak_bytes']['pss'] / 1e6:,.1f}",
        )
    if report.get("dask_pays"):
        yield _dask(report["dask_pays"])
    if report.get("sweep"):
        yield from _sweep(report["sweep"], report["wins_from_bytes"])
    if report.get("growth"):
        yield from _growth(report["growth"])
    if report.get("readers"):
        yield from _readers(report["readers"], report["reader_pays"])


def _dask(pays: Mapping[str, Any]) -> str:
    details = {
        "start": f"{pays['start_seconds'] or 0:.1f}",
        "extra": f"{abs(pays['extra_seconds']) * 1e3:,.0f}",
        "fastest": pays["fastest"],
    }
    if pays["is_unclear"]:
        return translated(
            "dask: {start} s to start, then the repeats show no difference from {fastest}",
            **details,
        )
    if pays["extra_seconds"] < 0:
        return translated(
            "dask: {start} s to start, then {extra} ms faster than {fastest}", **details
        )
    if pays["workers_to_pay"] is None:
        return translated(
            "dask: {start} s to start, then {extra} ms slower than {fastest}; no number of workers"
            " makes up for it, because bringing the tables to one process alone takes longer",
            **details,
        )
    return translated(
        "dask: {start} s to start, then {extra} ms slower than {fastest}; with {workers} or more"
        " workers it would be faster (an estimate that assumes a network as fast as loopback)",
        workers=pays["workers_to_pay"],
        **details,
    )


def _sweep(rows: Iterable[Row], wins_from: int | None) -> Iterator[str]:
    yield ""
    yield translated("one array from worker to parent, ms:")
    found = list(rows)
    ways = list(dict.fromkeys(row["way"] for row in found))
    yield _right("MB", 12) + "".join(_right(way, 12) for way in ways)
    for size in dict.fromkeys(row["bytes"] for row in found):
        at = {row["way"]: row["seconds"] for row in found if row["bytes"] == size}
        cells = ("–" if at.get(way) is None else f"{at[way] * 1e3:,.3f}" for way in ways)
        yield f"{size / 1e6:>12,.3f}" + "".join(_right(cell, 12) for cell in cells)
    if wins_from is not None:
        yield translated(
            "shared memory is faster than a queue from {megabytes} MB on",
            megabytes=f"{wins_from / 1e6:,.3f}",
        )
    for row, reason in _failures(found):
        yield translated(
            "{way} at {megabytes} MB failed: {reason}; larger sizes were not measured",
            way=row["way"],
            megabytes=f"{row['bytes'] / 1e6:,.3f}",
            reason=reason,
        )


def _failures(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    """Yield the rows of sizes at which measuring failed, with the reason."""
    return ((row, text_of_message(row["error"])) for row in rows if row["error"])


def _growth(rows: Iterable[Row]) -> Iterator[str]:
    yield ""
    yield translated("growth with rows:")
    found = list(rows)
    width = max(len(row["method"]) for row in found) + 12
    yield " " * (width + 2) + heading(_GROWING)
    for row in sorted(found, key=lambda row: row["rows"]):
        yield f"{row['method']:<{width - 12}}{row['rows']:>12,}  {row_of(row, _GROWING)}"
    for row, reason in _failures(found):
        yield translated(
            "{method} with {rows} rows failed: {reason}; the sizes between this and the largest "
            "were not measured",
            method=row["method"],
            rows=f"{row['rows']:,}",
            reason=reason,
        )


def _readers(rows: Iterable[Row], pays: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield translated(
        "reading one file in a fresh process, in ms, including the imports only that reader needs:"
    )
    found = list(rows)
    readers = list(dict.fromkeys(row["reader"] for row in found))
    times = dict(map(tuple, pays["times"]))
    yield _right(translated("rows"), 12) + "".join(_right(one, 12) for one in (*readers, "×"))
    for size in dict.fromkeys(row["rows"] for row in found):
        taken = {row["reader"]: row for row in found if row["rows"] == size}
        cells = [
            "–" if row["seconds"] is None else f"{(row['import'] + row['seconds']) * 1e3:,.1f}"
            for row in map(taken.__getitem__, readers)
        ]
        cells.append(f"{times[size]:.2f}" if size in times else "–")
        yield f"{size:>12,}" + "".join(_right(cell, 12) for cell in cells)
    if pays["from_rows"] is not None:
        yield translated(
            "the fast reader is worthwhile from {rows} rows on, including its import",
            rows=f"{pays['from_rows']:,}",
        )


def _cells(row: Row, columns: Iterable[_Column]) -> str:
    cells = []
    for name, form, value_of in columns:
        value = value_of(row)
        text = "–" if value is None else format(value, form)
        cells.append(_right(text, _width(translated(name))))
    return " ".join(cells)


def _width(name: str) -> int:
    return max(_LEAST, columns_of(name))


def _right(text: str, width: int) -> str:
    return " " * (width - columns_of(text)) + text
