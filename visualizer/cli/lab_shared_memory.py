"""The verb ``lab shared-memory``."""

import argparse
from collections.abc import Mapping
from contextlib import closing
from typing import Any

from visualizer.cli.lab import Progress, exit_code, refuse_place, refuse_unknown, said_of, tell
from visualizer.cli.language import say
from visualizer.model import VisualizerError


def shared_memory(found: argparse.Namespace) -> int:
    """Bring tables from workers to the parent, and into one file."""
    from visualizer.labs.shared_memory.comparison import Comparison
    from visualizer.labs.shared_memory.methods import DEFAULT, METHODS
    from visualizer.labs.shared_memory.table import Failure
    from visualizer.labs.shared_memory.told import shared_memory_report
    from visualizer.labs.shared_memory.workplace import Settings
    from visualizer.labs.shared_memory.writing import Layout

    asked: tuple[str, ...] = found.methods or ()
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
        running = comparison.run(found.output, sweep_sizes=found.sweep)
        with Progress(found) as progress, closing(running) as happening:
            for news in happening:
                progress.show(news.method or news.what)
    except Failure as failure:
        raise VisualizerError(str(failure)) from None
    report = shared_memory_report(comparison)
    tell(found, report, "method", _row)
    return exit_code(report["results"])


def _row(row: Mapping[str, Any]) -> str:
    if row["error"] is not None:
        return f"– {said_of(row['error'])}"
    seconds = row["seconds"]
    stages = [f"{seconds[stage] * 1e3:9,.1f}" for stage in ("load", "transfer", "write", "total")]
    text = " ".join(stages) + " ms"
    if row["peak_bytes"]["pss"] is not None:
        text += f"  {row['peak_bytes']['pss'] / 1e6:8,.1f} MB"
    if row["findings"] is not None:
        wrong = [f"{key} {count}" for key, count in row["findings"].items() if count]
        text += "  " + ", ".join(wrong)
    return text + f"  {say('leaked: {count}', count=row['leaked_segments'])}"
