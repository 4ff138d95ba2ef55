"""Writes the rows of the table, and of the CSV file."""

from collections.abc import Mapping
from typing import Any

from visualizer.labs.streaming.styles import style
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, size_text
from visualizer.shell.labs.common.figures_table import NONE, Line
from visualizer.shell.labs.common.saving import Column
from visualizer.shell.labs.streaming.figures import ENDLESS, Figure, Found, Stream
from visualizer.shell.labs.streaming.verdict import about

_FIGURES = (1, 2, 3)
"""The columns of figures, which matter most."""


def columns_of_words(found: Found) -> tuple[int, ...]:
    """Return the columns of words: when an item is made, and whether the style can serve an endless
    stream, which are hidden where it is narrow; for an endless stream the outcome.
    """
    return (4,) if found.task == ENDLESS else (5, 6)


def titles(found: Found, words: Words, *, compared: bool) -> list[str]:
    """Return the titles of the columns."""
    if found.task == ENDLESS:
        named = ("stream.style", "stream.first", "stream.rate", "stream.grown", "stream.outcome")
        return [words(key) for key in named]
    figures = ("stream.style", "stream.first", "stream.total", "stream.peak")
    eager = baseline(found)
    beside = words("stream.vs", style=eager) if eager else words("stream.vs_none")
    last = ("stream.made", "stream.serves", *(["stream.earlier"] if compared else []))
    return [*(words(key) for key in figures), beside, *(words(key) for key in last)]


def table_lines(found: Found, items: int, words: Words, earlier: Found | None = None) -> list[Line]:
    """Return a row for each style at the size ``items``, then the larger sizes that did not run."""
    if found.task == ENDLESS:
        return [_stream_line(one, words) for one in found.streams]
    lines = [
        _figure_line(found, figure, words, earlier)
        for key in found.styles
        if (figure := found.at(key, items)) is not None
    ]
    for figure in found.figures:
        if figure.items > items and figure.not_run and figure.not_run["reason"] != "failed":
            name = words("stream.style_at", style=figure.style, items=size_text(figure.items))
            message = _why_words(figure.not_run, words)
            lines.append(Line(figure.style, (name,), message))
    return lines


def baseline(found: Found) -> str:
    """Return the style that memory is compared with: the first eager one."""
    return next((key for key in found.styles if not style(key).lazy), "")


def _figure_line(found: Found, figure: Figure, words: Words, earlier: Found | None) -> Line:
    key = figure.style
    if figure.error:
        return Line(key, (key,), words.finished(figure.error), is_red=True)
    if figure.not_run and figure.not_run["reason"] != "trace":
        return Line(key, (key,), _why_words(figure.not_run, words))
    no_peak = words("stream.too_long") if figure.not_run else NONE
    figures = (
        seconds_text(figure.first) if figure.first is not None else NONE,
        seconds_text(figure.total) if figure.total is not None else NONE,
        bytes_text(figure.peak_bytes) if figure.peak_bytes is not None else no_peak,
        _against(found, figure, words),
    )
    serves = words("stream.serves_yes" if style(key).lazy else "stream.serves_no")
    before = _before(earlier, figure) if earlier is not None else ()
    cells = (key, *figures, _made(key, words), serves, *before)
    return Line(key, cells, bold=_FIGURES)


def _before(earlier: Found, figure: Figure) -> tuple[str, ...]:
    """Return the total time of the earlier run."""
    then = earlier.at(figure.style, figure.items)
    total = then.total if then is not None else None
    return (seconds_text(total) if total is not None else NONE,)


def _made(key: str, words: Words) -> str:
    one = style(key)
    if not one.lazy:
        return words("stream.made_before")
    return words("stream.made_in_chunks" if one.in_chunks else "stream.made_when_asked")


def _against(found: Found, figure: Figure, words: Words) -> str:
    eager = baseline(found)
    if figure.style == eager:
        return words("lab.baseline")
    other = found.at(eager, figure.items) if eager else None
    if other is None or not other.peak_bytes or not figure.peak_bytes:
        return NONE
    times = other.peak_bytes / figure.peak_bytes
    return f"1/{about(times)}" if times >= 1 else f"× {about(1 / times)}"


def _why_words(why: Mapping[str, Any], words: Words) -> str:
    if why["reason"] == "memory":
        amounts = bytes_text(why["needed"]), bytes_text(why["limit"])
        return words("stream.no_memory", needed=amounts[0], limit=amounts[1])
    if why["reason"] == "failed":
        return words("stream.failed_before")
    amounts = seconds_text(why["needed"]), seconds_text(why["limit"])
    return words("stream.no_time", needed=amounts[0], limit=amounts[1])


def _stream_line(one: Stream, words: Words) -> Line:
    if one.error:
        return Line(one.style, (one.style,), words.finished(one.error), is_red=True)
    first = seconds_text(one.first) if one.first is not None else NONE
    rate = words("stream.a_second", items=f"{one.rate:,.0f}") if one.rate else NONE
    grown = bytes_text(one.grown) if one.is_measured else NONE
    cells = (one.style, first, rate, grown, _outcome(one, words))
    return Line(one.style, cells, bold=_FIGURES)


def _outcome(one: Stream, words: Words) -> str:
    seconds = seconds_text(one.seconds) if one.seconds is not None else NONE
    if not one.is_measured:
        return NONE
    if not one.stopped:
        return words("stream.was_served", seconds=seconds)
    if one.stopped == "refused":
        return words("stream.refused", said=one.said or "")
    ends = {"memory": "stream.memory_full", "time": "stream.time_up"}
    return words(ends.get(one.stopped, "stream.time_up"), seconds=seconds)


GROWTH_COLUMNS: dict[str, Column] = {
    "style": "style",
    "items": "items",
    "first_seconds": "seconds.first",
    "total_seconds": "seconds.total",
    "first_low": "ci95_first.0",
    "first_high": "ci95_first.1",
    "total_low": "ci95.0",
    "total_high": "ci95.1",
    "peak_bytes": "peak_bytes",
    "repeats": lambda row: len(row["repeats"]),
    "checksum": "checksum",
    "not_run": "not_run.reason",
    "error": "error",
}
STREAM_COLUMNS: dict[str, Column] = {
    "style": "style",
    "first_seconds": "first",
    "items": "items",
    "seconds": "seconds",
    "grown_bytes": lambda row: max((grown for _, grown in row["samples"]), default=None),
    "stopped": "stopped",
    "error": "error",
}
"""The columns of CSV files, and their places in a row of results."""
