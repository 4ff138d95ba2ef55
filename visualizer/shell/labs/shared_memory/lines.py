"""Writes the results as lines of tables, and as rows of a CSV file."""

from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text, span_text
from visualizer.shell.labs.common.figures_table import NONE, Line
from visualizer.shell.labs.common.saving import Column
from visualizer.shell.labs.shared_memory.figures import KINDS, STAGES, Figure, Found, rate_of

FINDINGS = ("hung", "exception", "wrong_child", "not_closed", "tracker", "left", "no_file")
"""Keys of the errors of printed scripts; importing the lab's own table would import numpy."""
SPARE = (9, 6, 3, 1)
"""Columns of the results that are hidden where it is narrow, in this order."""


def result_titles(found: Found, words: Words, *, compared: bool) -> list[str]:
    """Return the titles of the columns."""
    ranged = all(one.is_range for one in found.timed)
    titles = [words(f"shm.{stage}") for stage in (*STAGES, "total")]
    titles.append(words("shm.range" if ranged else "lab.interval"))
    titles += [words("shm.gb_s"), words("shm.copies"), words("shm.peak"), words("shm.times")]
    return [words("shm.method"), *titles, *([words("shm.earlier")] if compared else [])]


def result_lines(found: Found, earlier: Found | None, words: Words) -> list[Line]:
    """Return a line for each method, with the total of an earlier run if there is one."""
    lines = []
    for one in found.methods:
        if one.error:
            lines.append(Line(one.key, (one.key,), words.finished(one.error), is_red=True))
            continue
        cells = (one.key, *_cells(one))
        if earlier is not None:
            before = earlier.of(one.key)
            cells += (_amount(before.total if before is not None else None),)
        lines.append(Line(one.key, cells, bold=(4,)))
    lines += [
        Line(key, (key,), words.finished(why), is_red=True)
        for key, why in found.part("absent").items()
    ]
    return lines


def _cells(one: Figure) -> tuple[str, ...]:
    seconds = [_amount(one.medians.get(stage)) for stage in (*STAGES, "total")]
    spread = one.spread.get("total")
    return (
        *seconds,
        span_text(*spread) if spread is not None else NONE,
        f"{one.rate:.3g}" if one.rate else NONE,
        str(one.copies),
        bytes_text(one.peak["pss"]) if "pss" in one.peak else NONE,
        f"{one.times_payload:.2f} \u00d7" if one.times_payload is not None else NONE,
    )


def _amount(seconds: float | None) -> str:
    return seconds_text(seconds) if seconds is not None else NONE


def leak_lines(found: Found, words: Words) -> list[Line]:
    """Return how many segments each method made in its watched run, and left in all its runs."""
    lines = []
    for one in found.figures:
        count, removed = len(one.timeline.segments), one.timeline.gone()
        was_watched = bool(one.timeline.stages)
        made, gone = (str(of) if count else words("shm.none") for of in (count, removed))
        if removed < count and not one.leaked:
            # The segments are kept for the next run, until the process ends.
            gone = words("shm.in_the_end")
        if not was_watched and not one.is_script:
            made = gone = NONE
        if one.is_script:
            made = gone = words("shm.by_script") if one.findings else NONE
        left = str(one.leaked) if was_watched or one.findings else NONE
        lines.append(Line(one.key, (one.key, made, gone, left), is_red=one.leaked > 0, bold=(3,)))
    return lines


def finding_lines(found: Found, words: Words) -> list[Line]:
    """Return in how many runs each error of the printed scripts occurred."""
    scripts = [one for one in found.scripts if one.findings is not None]
    lines = []
    for key in FINDINGS if scripts else ():
        counts = [f"{(one.findings or {}).get(key, 0)} / {_runs(found)}" for one in scripts]
        wrong = any((one.findings or {}).get(key) for one in scripts)
        lines.append(Line(key, (words(f"shm.finding_{key}"), *counts), is_red=wrong))
    return lines


def _runs(found: Found) -> int:
    repeats = found.part("settings").get("repeats")
    return repeats if isinstance(repeats, int) else 3


CSV_COLUMNS: dict[str, Column] = {
    "method": "method",
    **{f"{stage}_seconds": f"seconds.{stage}" for stage in (*STAGES, "total")},
    **{f"median_{stage}_seconds": f"median_seconds.{stage}" for stage in (*STAGES, "total")},
    "total_low": "ci95.total.0",
    "total_high": "ci95.total.1",
    "repeats": lambda row: len(row.get("repeats") or ()),
    "payload_bytes": "payload_bytes",
    "copies": "copies",
    "transfer_gb_s": rate_of,
    **{f"peak_{kind}_bytes": f"peak_bytes.{kind}" for kind in KINDS},
    **{key: key for key in ("times_payload", "leaked_segments", "checksum", "error")},
}
"""The columns of a CSV file, and their places in a row of results."""
