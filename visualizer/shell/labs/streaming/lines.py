"""Writes the rows of the table, and of the CSV file."""

from visualizer.labs.streaming.styles import style
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text
from visualizer.shell.labs.common.figures_table import Line
from visualizer.shell.labs.streaming.figures import ENDLESS, Figure, Found, Stream, Why, size_text
from visualizer.shell.labs.streaming.verdict import about

NONE = "\u2013"


_FIGURES = (1, 2, 3)
"""The columns of figures, which matter most."""


def titles(found: Found, words: Words, *, compared: bool) -> list[str]:
    """Return the titles of the columns."""
    if found.task == ENDLESS:
        named = ("stream.style", "stream.first", "stream.rate", "stream.grown", "stream.outcome")
        return [words(key) for key in named]
    figures = ("stream.style", "stream.first", "stream.total", "stream.peak")
    eager = baseline(found)
    beside = words("stream.vs", style=eager) if eager else words("stream.vs_none")
    earlier = [words("stream.earlier")] if compared else []
    last = words("stream.made"), words("stream.serves")
    return [*(words(key) for key in figures), beside, *earlier, *last]


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
        if figure.items > items and figure.why is not None and figure.why.reason != "failed":
            name = words("stream.style_at", style=figure.style, items=size_text(figure.items))
            message = _why_words(figure.why, words)
            lines.append(Line(figure.style, (name,), message))
    return lines


def baseline(found: Found) -> str:
    """Return the style that memory is compared with: the first eager one."""
    return next((key for key in found.styles if not style(key).lazy), "")


def _figure_line(found: Found, figure: Figure, words: Words, earlier: Found | None) -> Line:
    key = figure.style
    if figure.error:
        return Line(key, (key,), words.finished(figure.error), is_red=True)
    if figure.why is not None and figure.why.reason != "trace":
        return Line(key, (key,), _why_words(figure.why, words))
    figures = (
        seconds_text(figure.first) if figure.first is not None else NONE,
        seconds_text(figure.total) if figure.total is not None else NONE,
        bytes_text(figure.peak) if figure.peak is not None else _no_peak(figure, words),
        _against(found, figure, words),
    )
    serves = words("stream.serves_yes" if style(key).lazy else "stream.serves_no")
    before = _before(earlier, figure) if earlier is not None else ()
    cells = (key, *figures, *before, _made(key, words), serves)
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


def _no_peak(figure: Figure, words: Words) -> str:
    return words("stream.too_long") if figure.why is not None else NONE


def _against(found: Found, figure: Figure, words: Words) -> str:
    eager = baseline(found)
    if figure.style == eager:
        return words("lab.baseline")
    other = found.at(eager, figure.items) if eager else None
    if other is None or not other.peak or not figure.peak:
        return NONE
    times = other.peak / figure.peak
    return f"1/{about(times)}" if times >= 1 else f"× {about(1 / times)}"


def _why_words(why: Why, words: Words) -> str:
    if why.reason == "memory":
        amounts = bytes_text(why.needed), bytes_text(why.limit)
        return words("stream.no_memory", needed=amounts[0], limit=amounts[1])
    if why.reason == "failed":
        return words("stream.failed_before")
    amounts = seconds_text(why.needed), seconds_text(why.limit)
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
        return words("stream.refused", said=one.reason)
    ends = {"memory": "stream.memory_full", "time": "stream.time_up"}
    return words(ends.get(one.stopped, "stream.time_up"), seconds=seconds)


def csv_rows(found: Found) -> list[list[str]]:
    """Return a row for each style and size, in seconds and bytes."""
    if found.task == ENDLESS:
        rows = [["style", "first_seconds", "items", "seconds", "grown_bytes", "stopped", "error"]]
        for one in found.streams:
            amounts = [_plain(one.first), _plain(one.items), _plain(one.seconds)]
            rows.append([one.style, *amounts, _plain(one.grown), one.stopped, one.error])
        return rows
    rows = [
        ["style", "items", "first_seconds", "total_seconds", "peak_bytes", "repeats", "checksum"]
    ]
    rows[0] += ["not_run", "error"]
    for figure in found.figures:
        amounts = [_plain(figure.first), _plain(figure.total), _plain(figure.peak)]
        why = figure.why.reason if figure.why is not None else ""
        rest = [str(figure.repeats), figure.checksum, why, figure.error]
        rows.append([figure.style, str(figure.items), *amounts, *rest])
    return rows


def _plain(amount: float | None) -> str:
    return "" if amount is None else f"{amount:.9g}"
