"""The verb ``lab``: experiments on this machine, without a window."""

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from visualizer.cli.language import language, translated
from visualizer.cli.standard_output import put
from visualizer.labs.report import make_report
from visualizer.model import (
    NotKept,
    VisualizerError,
    WrongUsage,
    check_regular,
    not_read,
    not_written,
)
from visualizer.platform.terminals import StatusLine, error_terminal
from visualizer.recording.write.making import check_place
from visualizer.words.finished import translate_finished


def concurrency(found: argparse.Namespace) -> int:
    """Compare ways to run two jobs at once."""
    from visualizer.labs.concurrency.comparison import Comparison, Settings, concurrency_report
    from visualizer.labs.concurrency.contestants import CONTESTANTS, DEFAULT

    asked: tuple[str, ...] = found.contestants or ()
    refuse_unknown(asked, (one.key for one in CONTESTANTS), "--contestants")
    if found.output is not None:
        refuse_place(found.output)
    settings = Settings(found.workload, asked or DEFAULT, found.scale, found.repeat)
    comparison = Comparison(settings, asked_by_name=asked)
    with _progress(found) as progress:
        for news in comparison.run():
            progress.show(news.contestant)
    report = concurrency_report(comparison)
    print_events(found, report, "contestant", _concurrency_row)
    if found.output is not None:
        _keep(report, found.output)
    return exit_code(report["results"])


def refuse_place(out: Path) -> None:
    """Raise ``NotKept`` before any measurement if no file can be written at the path."""
    if not os.access(check_place(out).parent, os.W_OK):
        raise NotKept("{file}: no permission to write there; choose another place", file=out)


def refuse_unreadable(files: Iterable[Path]) -> None:
    """Raise ``CannotRun`` before any measurement if a file cannot be read again and again."""
    for file in files:
        check_regular(file)
        try:
            file.open("rb").close()
        except OSError as error:
            raise not_read(file, error) from error


def _keep(report: Mapping[str, Any], out: Path) -> None:
    from visualizer.labs.keeping import keep

    try:
        keep(report, out)
    except OSError as error:
        raise not_written(out, error) from error


def streaming(found: argparse.Namespace) -> int:
    """Compare eager with lazy styles."""
    from visualizer.labs.streaming.comparison import REPEATS, Comparison

    comparison = Comparison(found.items, found.repeat or REPEATS)
    comparison.leave_out_what_does_not_fit()
    with _progress(found) as progress:
        for news in comparison.run():
            progress.show(news.style)
    rows = [result.as_json() for result in comparison.results.values()]
    settings = {"items": comparison.items, "repeats": comparison.repeats}
    report = make_report("streaming", settings, rows, comparison.absent)
    print_events(found, report, "style", _streaming_row)
    return exit_code(rows)


def shared_memory(found: argparse.Namespace) -> int:
    """Transfer tables from workers to the parent, and into one file."""
    from visualizer.cli.shared_memory_table import heading, lines_after, row_of
    from visualizer.labs.shared_memory.comparison.comparison import Comparison
    from visualizer.labs.shared_memory.comparison.events import shared_memory_report
    from visualizer.labs.shared_memory.comparison.workplace import Settings
    from visualizer.labs.shared_memory.methods.registry import DEFAULT, METHODS
    from visualizer.labs.shared_memory.tables.table import Failure
    from visualizer.labs.shared_memory.tables.writing import Layout

    asked: tuple[str, ...] = found.methods or ()
    if found.growth and found.source:
        raise WrongUsage("--growth makes its own tables and cannot be used with --source")
    refuse_unknown(asked, (one.key for one in METHODS), "--methods")
    if found.output is not None:
        refuse_place(found.output)
    if not found.scheduler:  # The workers of another machine may have files that are not here.
        refuse_unreadable(found.source)
    settings = Settings(
        methods=asked or DEFAULT,
        files=found.files,
        rows=found.rows,
        workers=found.workers,
        repeats=found.repeat,
        reader=found.reader,
        scheduler=found.scheduler or "",
        sources=tuple(map(str, found.source)),
        layout=Layout(found.compression, found.chunk_rows),
    )
    comparison = Comparison(settings, asked_by_name=asked)
    try:
        running = comparison.run(found.output, sweep_sizes=found.sweep, grow=found.growth)
        with _progress(found) as progress, closing(running) as happening:
            for news in happening:
                progress.show(news.method or news.what)
    except Failure as failure:
        raise VisualizerError(str(failure)) from None
    report = shared_memory_report(comparison)
    print_events(found, report, "method", row_of, heading=heading(), after=lines_after(report))
    return exit_code(report["results"])


@contextmanager
def _progress(found: argparse.Namespace) -> Iterator[StatusLine]:
    """Give a line on standard error, if that is a terminal; it goes at the end."""
    line = StatusLine(is_shown=not found.quiet and error_terminal() is not None)
    try:
        yield line
    finally:
        line.hide()


def refuse_unknown(asked: Iterable[str], known: Iterable[str], option: str) -> None:
    """Raise ``WrongUsage`` for an unknown name."""
    there = tuple(known)
    unknown = [one for one in asked if one not in there]
    if unknown:
        raise WrongUsage(
            "{option}: unknown: {names}; choose from {known}",
            option=option,
            names=", ".join(unknown),
            known=", ".join(there),
        )


def exit_code(rows: Iterable[Mapping[str, Any]]) -> int:
    """Return 0 if any row succeeded."""
    return 0 if any(row["error"] is None for row in rows) else 1


def print_events(
    found: argparse.Namespace,
    report: dict[str, Any],
    key: str,
    cells: Any,
    *,
    heading: str = "",
    after: Iterable[str] = (),
) -> None:
    """Print a lab as JSON, or as a line for each row: its value at ``key``, then its ``cells``.
    ``heading`` is the line above, ``after`` the lines below.
    """
    if found.json:
        put(json.dumps(report, ensure_ascii=False) + "\n")
        return
    names = [row[key] for row in report["results"]] + list(report["absent"])
    width = max(map(len, names), default=0)
    lines = [" " * (width + 2) + heading] if heading else []
    lines += [f"{row[key]:<{width}}  {cells(row)}" for row in report["results"]]
    lines += [
        f"{name:<{width}}  – {text_of_message(why)}" for name, why in report["absent"].items()
    ]
    put("\n".join([*lines, *after]) + "\n")


def _concurrency_row(row: Mapping[str, Any]) -> str:
    if row["median"] is None:
        return f"– {text_of_message(row['error'])}"
    low, high = row["ci95"]
    text = f"{row['median']:7.3f} s  [{low:.3f}, {high:.3f}]  × {len(row['seconds'])}"
    if row["published"] is not None:
        text += "  " + translated(
            "published value, with waits of 1 s: {seconds} s", seconds=row["published"]
        )
    return text + (f"  – {text_of_message(row['error'])}" if row["error"] else "")


def _streaming_row(row: Mapping[str, Any]) -> str:
    if row["error"] is not None:
        return f"– {text_of_message(row['error'])}"
    first, total = row["seconds"]["first"], row["seconds"]["total"]
    return f"{first * 1e6:12,.1f} µs  {total * 1e3:10,.2f} ms  {row['peak_bytes']:14,} B"


def text_of_message(message: str) -> str:
    """Return a lab's English message in the language of messages, if there is a translation."""
    return translate_finished(message, language())
