"""The rows of a trace table as comma-separated values, as spreadsheets read them."""

import csv
import io
from collections.abc import Iterator

from visualizer.shell.appearance.words import Words
from visualizer.shell.trace.model import TraceModel

ENCODING = "utf-8"
_MARK = b"\xef\xbb\xbf"
"""The byte order mark, by which spreadsheets recognize UTF-8."""


def lines_of(model: TraceModel, words: Words) -> Iterator[bytes]:
    """All rows that the table has, with a column for each count; lines end as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)

    def line(values: list[object]) -> bytes:
        writer.writerow(values)
        text = out.getvalue()
        out.seek(0)
        out.truncate()
        return text.encode(ENCODING, "backslashreplace")

    titles: list[object] = [
        words(key) for key in ("trace.step", "trace.line", "trace.code", "trace.event")
    ]
    columns, rows = model.columns, tuple(model.rows)
    for column in columns:
        title = model.title(column)
        titles += [title, words("trace.count_of", name=title)]
    yield _MARK + line(titles)
    for step in rows:
        # By steps: the table may show other rows by now.
        number, code, event = model.place_of(step)
        values: list[object] = [step, number or "", code, event.value]
        for column in columns:
            shown = model.shown_at(step, column)
            if shown is None or not shown.text:
                values += ["", ""]
            else:
                count: object = shown.refcount if shown.counted else ""
                if shown.counted and shown.refcount is None:
                    count = "\u221e"
                values += [shown.text, count]
        yield line(values)
