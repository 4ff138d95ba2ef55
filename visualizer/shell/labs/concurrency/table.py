"""The lines of the table of results, one for each contestant."""

from visualizer.labs.concurrency.contestants import BASELINE
from visualizer.labs.statistics import LEAST_FOR_INTERVAL
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import seconds_text, span_text
from visualizer.shell.labs.common.figures_table import NONE, Line
from visualizer.shell.labs.common.results import LabResults, Report, Row

PUBLISHED = 3
"""The column of the article's figures, which the bars show too."""
_SAME = 0.03
"""The largest relative difference of two medians that are called the same."""


def make_lines(results: LabResults, compared: Report | None, words: Words) -> list[Line]:
    """Return the rows of the table, with the medians of the run ``compared`` if there is one."""
    rows = {row["contestant"]: row for row in results.rows}
    base = rows[BASELINE]["median"] if BASELINE in rows else None
    scale = scale_of(results.report)
    earlier = earlier_medians(compared)
    lines = []
    for key, row in rows.items():
        error = words.finished(row["error"]) if row["error"] else ""
        cells = (key, *_figures(row, base, scale, words))
        if compared is not None:
            cells += (seconds_text(earlier[key]) if key in earlier else NONE,)
        lines.append(Line(key, cells, error, is_red=bool(error), bold=(1,)))
    return lines


def earlier_medians(report: Report | None) -> dict[str, float]:
    """Return the medians of another run, by contestant."""
    rows = report["results"] if report is not None else []
    return {row["contestant"]: row["median"] for row in rows if row["median"] is not None}


def scale_of(report: Report | None) -> float:
    """Return the scale of a run, by which the article's figures are to be multiplied."""
    return float(report["settings"]["scale"]) if report is not None else 1.0


def _figures(row: Row, base: float | None, scale: float, words: Words) -> tuple[str, ...]:
    median, interval = row["median"], row["ci95"]
    printed = row["published"]
    published = seconds_text(printed * scale) if printed is not None else NONE
    if median is None:
        return (NONE, NONE, published, NONE)
    against = NONE
    if row["contestant"] == BASELINE:
        against = words("lab.baseline")
    elif base is not None:
        against = times_words(base / median, words)
    return (seconds_text(median), span_text(*interval), published, against)


def times_words(times: float, words: Words) -> str:
    """Say how many times as fast a method is."""
    if abs(times - 1) <= _SAME:
        return words("lab.same")
    return words("lab.times", times=f"{times:.2f}")


def is_range(rows: list[Row]) -> bool:
    """Whether the table shows ranges, because there are too few repeats for intervals."""
    counts = [len(row["seconds"]) for row in rows if row["seconds"]]
    return not counts or min(counts) < LEAST_FOR_INTERVAL


def result_titles(words: Words, scale: float, *, ranged: bool, compared: bool) -> list[str]:
    """Return the titles of the columns."""
    spread = "lab.range" if ranged else "lab.interval"
    published = "lab.published" if scale == 1 else "lab.published_scaled"
    keys = ["lab.contestant", "lab.median", spread, published, "lab.against"]
    given = {"scale": f"{scale:g}"}
    return [words(key, **given) for key in ([*keys, "lab.earlier"] if compared else keys)]
