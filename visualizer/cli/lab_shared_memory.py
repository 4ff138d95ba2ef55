"""The verb ``lab shared-memory``."""

import argparse
from contextlib import closing

from visualizer.cli.lab import Progress, exit_code, print_events, refuse_place, refuse_unknown
from visualizer.cli.shared_memory_table import heading, lines_after, row_of
from visualizer.model import VisualizerError, WrongUsage


def shared_memory(found: argparse.Namespace) -> int:
    """Transfer tables from workers to the parent, and into one file."""
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
        with Progress(found) as progress, closing(running) as happening:
            for news in happening:
                progress.show(news.method or news.what)
    except Failure as failure:
        raise VisualizerError(str(failure)) from None
    report = shared_memory_report(comparison)
    print_events(found, report, "method", row_of, heading=heading(), after=lines_after(report))
    return exit_code(report["results"])
