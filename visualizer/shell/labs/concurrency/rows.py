"""Turns the results into rows of the charts."""

from typing import Any

from visualizer.charts.contestant_bars import BarRow
from visualizer.charts.gantt import Block, GanttRow
from visualizer.labs.concurrency.contestants import BASELINE
from visualizer.labs.concurrency.turns import meeting
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


def result_titles(words: Words, scale: float, *, ranged: bool, compared: bool) -> list[str]:
    """Return the titles of the columns."""
    spread = "lab.range" if ranged else "lab.interval"
    published = "lab.published" if scale == 1 else "lab.published_scaled"
    keys = ["lab.contestant", "lab.median", spread, published, "lab.against"]
    given = {"scale": f"{scale:g}"}
    return [words(key, **given) for key in ([*keys, "lab.earlier"] if compared else keys)]


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def bar_rows(results: LabResults, compared: Report | None, words: Words) -> list[BarRow]:
    """Return the rows of the bar chart: medians, intervals, repeats."""
    earlier = earlier_medians(compared)
    scale = scale_of(results.report)
    return [_bar(row, results, earlier, scale, words) for row in results.rows]


def _bar(
    row: Row, results: LabResults, earlier: dict[str, float], scale: float, words: Words
) -> BarRow:
    median, interval, error = row["median"], row["ci95"], row["error"]
    partial = _is_partial(row, results)
    if error:
        figure = words.finished(error)
    elif median is None:
        figure = "\u2026" if results.run.active else "\u2013"
    else:
        figure = seconds_text(median)
        if partial:
            wanted, count = _wanted(results), len(row["seconds"])
            figure += f"  {count}/{wanted}" if wanted else f"  \u00d7{count}"
    low, high = interval or (None, None)
    return BarRow(
        row["contestant"],
        figure,
        median,
        low,
        high,
        dots=tuple(row["seconds"]),
        published=row["published"] * scale if row["published"] is not None else None,
        start_up=row["start_up"],
        earlier=earlier.get(row["contestant"]),
        is_partial=partial,
        is_red=bool(error),
    )


def _is_partial(row: Row, results: LabResults) -> bool:
    """Whether a row has fewer repeats than the settings ask for."""
    if results.is_whole or results.report is None or row["error"]:
        return False
    wanted = _wanted(results)
    return bool(row["seconds"]) and (wanted is None or len(row["seconds"]) < wanted)


def _wanted(results: LabResults) -> int | None:
    repeats: int | None = (results.report or {})["settings"].get("repeats")
    return repeats


def gantt_rows(results: LabResults, words: Words) -> list[GanttRow]:
    """Return the rows of the Gantt chart: the steps of the repeat nearest the median."""
    return [_gantt(row, words) for row in results.rows]


def _gantt(row: Row, words: Words) -> GanttRow:
    workers = job_names([row])
    lanes = {worker: lane for lane, worker in enumerate(workers)}
    blocks = tuple(
        Block(lanes[span["worker"]], span["start"], span["end"], _name(lanes, span))
        for span in row["spans"]
    )
    error = words.finished(row["error"]) if row["error"] else ""
    figure = error or (words(_MEETINGS[meeting(row["spans"])]) if blocks else "\u2013")
    return GanttRow(row["contestant"], figure, max(1, len(lanes)), blocks, is_red=bool(error))


def job_names(rows: list[Row]) -> list[str]:
    """Return the jobs, in the order of their lanes."""
    return sorted({span["worker"] for row in rows for span in row["spans"]}, key=_order)


def job_words(worker: str, words: Words) -> str:
    """Return the name of a job in the language of the window."""
    name, _, number = worker.partition(" ")
    return f"{words(_JOBS[name])} {number}".rstrip() if name in _JOBS else worker


def turns_row(row: Row | None, words: Words) -> tuple[GanttRow | None, str]:
    """Return which job ran when in the watched run, as a row and in words; None if unknown."""
    turns = row.get("turns") if row is not None else None
    if row is None or not turns or not turns["running"]:
        return None, ""
    lanes = {worker: lane for lane, worker in enumerate(job_names([row]))}
    blocks = tuple(
        Block(lanes[part["worker"]], part["start"], part["end"], "")
        for part in turns["running"]
        if part["worker"] in lanes
    )
    text = words(
        "lab.turns",
        name=row["contestant"],
        n=turns["switches"],
        percent=round(100 * turns["at_once"]),
    )
    found = GanttRow(row["contestant"], "", max(1, len(lanes)), blocks)
    return (found, text) if blocks else (None, "")


_JOBS = {"numbers": "lab.numbers", "letters": "lab.letters"}
_MEETINGS = {"in turn": "lab.in_turn", "overlap": "lab.overlap", "alone": "lab.alone"}


def _name(lanes: dict[str, int], span: dict[str, Any]) -> str:
    """Return the step's number, or in the second lane its letter, like the article's jobs."""
    step = int(span["step"])
    letters = lanes[span["worker"]] == 1 and step <= len(_LETTERS)
    return _LETTERS[step - 1] if letters else str(step)


def _order(worker: str) -> tuple[int, int, str]:
    """Return a key that sorts workers as numbers, letters, numbers 2, letters 2 and so on."""
    name, _, number = worker.partition(" ")
    return int(number) if number.isdecimal() else 1, name != "numbers", name
