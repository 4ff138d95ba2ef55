"""The rows of a trace table as comma-separated values, as spreadsheets read them."""

import csv
import io

from visualizer.explain import Turn
from visualizer.shell.trace_model import TraceModel
from visualizer.shell.words import Words

ENCODING = "utf-8-sig"
"""With the mark at the beginning that tells a spreadsheet that this is UTF-8."""


def csv_of(model: TraceModel, words: Words) -> bytes:
    """All rows that the table has, with a column for each count; lines end as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    titles = [words(key) for key in ("trace.step", "trace.line", "trace.code", "trace.event")]
    for column in model.columns:
        title = model.title(column)
        titles += [title, words("trace.count_of", name=title)]
    writer.writerow(titles)
    for row, step in enumerate(model.rows):
        line, code, event = model.place(row)
        values: list[object] = [step, line, code, event.value]
        for column in model.columns:
            shown = model.shown(row, column)
            if shown is None or shown.turn is Turn.GONE:
                values += ["", ""]
            else:
                count = "\u221e" if shown.refcount is None else shown.refcount
                values += [shown.text, count]
        writer.writerow(values)
    return out.getvalue().encode(ENCODING, "backslashreplace")
