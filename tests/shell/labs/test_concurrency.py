"""The concurrency lab's controls and table, from made-up runs."""

from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QFont
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.figures_table import FiguresTable
from visualizer.shell.labs.common.lab_controls import ValueChoice
from visualizer.shell.labs.common.results import LabResults, LabRun
from visualizer.shell.labs.concurrency.page import SCALES, ConcurrencyPage, Controls
from visualizer.shell.labs.concurrency.rows import (
    PUBLISHED,
    job_words,
    make_lines,
    result_titles,
    scale_of,
)

HOST = {"python": "3.13.0", "os": "Linux", "cpus": 2, "memory_bytes": 8_000_000_000}


def row(key: str, seconds: float, published: float | None = None) -> Any:
    return {
        "contestant": key,
        "seconds": [seconds] * 5,
        "median": seconds,
        "ci95": [seconds, seconds],
        "published": published,
        "spans": [],
        "error": None,
    }


def report(*rows: Any, **settings: Any) -> Any:
    usual = {"workload": "sleep", "scale": 0.1, "repeats": 5, "jobs": 2, "steps": 5}
    return {"lab": "concurrency", "settings": {**usual, **settings}, "results": list(rows)}


def shown(made: Any) -> LabResults:
    found = LabResults(LabRun())
    found.show(made)
    return found


@pytest.mark.parametrize(
    ("scale", "published", "title"),
    [(0.1, "1.01 s", "Published × 0.1"), (1.0, "10.07 s", "Published")],
)
def test_the_table_has_the_published_value_for_the_size_of_the_run(
    scale: float, published: str, title: str, qapp: object
) -> None:
    words = Words("en")
    made = report(row("sequential", 1.01, 10.07), row("threading", 0.505, 5.03), scale=scale)
    one, other = make_lines(shown(made), None, words)
    titles = result_titles(words, scale_of(made), ranged=True, compared=False)
    assert (titles[3], one.cells[3]) == (title, published)
    assert (titles[4], other.cells[4]) == ("Relative speed", "2.00 ×")


def test_the_column_of_published_values_is_there_where_it_has_room(qtbot: QtBot) -> None:
    words = Words("ko")
    made = report(row("sequential", 1.01, 10.07), row("threading", 0.505, 5.03))
    lines = make_lines(shown(made), None, words)
    table = FiguresTable(QFont(), wide="last", spare=(PUBLISHED,))
    qtbot.addWidget(table)
    table.show_lines(lines, result_titles(words, 0.1, ranged=True, compared=False))
    table.resize(1000, 200)
    table.show()
    across = table.horizontalHeader()
    hints = table.sizeHintForColumn, across.sectionSizeHint
    needed = sum(max(hint(at) for hint in hints) for at in range(across.count()))
    table.resize(needed, 200)
    assert not across.isSectionHidden(3)
    assert across.length() == needed
    table.resize(needed - 1, 200)
    for _ in range(2):
        table.fit()
        assert across.isSectionHidden(3)
        assert across.length() == needed - 1


def test_the_size_is_that_of_a_request_where_the_work_is_requests(qtbot: QtBot) -> None:
    bar = ControlBar()
    qtbot.addWidget(bar)
    controls = Controls(bar, Words("en"))
    scale, at = bar.findChildren(ValueChoice)[0], SCALES.index(0.1)
    assert scale.itemText(at) == "100 ms per step"
    controls.show_chosen({"workload": "io"})
    assert scale.itemText(at) == "20 ms per request"
    controls.workload.buttons[0].click()
    assert scale.itemText(at) == "100 ms per step"


def test_jobs_have_names_in_the_language_of_the_window(qapp: object) -> None:
    jobs = "numbers", "letters", "numbers 2", "another"
    assert [job_words(job, Words("ko")) for job in jobs] == ["숫자", "문자", "숫자 2", "another"]
    assert [job_words(job, Words("en")) for job in jobs] == list(jobs)


def test_the_legend_reads_as_words_before_any_sign_has_a_colour(desk: Desk) -> None:
    desk.press("page_concurrency")
    page = desk.window.pages.lab
    assert isinstance(page, ConcurrencyPage)
    page.show_signs(["processes&nbsp;start&nbsp;by&nbsp;fork"], [])
    label = QAccessible.queryAccessibleInterface(page.signs)
    text = label.text(QAccessible.Text.Name).replace("\u00a0", " ")
    assert text == "processes start by fork"


def test_bars_of_different_numbers_of_repeats_share_no_number(desk: Desk) -> None:
    desk.press("page_concurrency")
    page = desk.window.pages.lab
    assert isinstance(page, ConcurrencyPage)
    one, other = row("sequential", 1.0), row("threading", 0.5)
    spans: Any = {"cpu_seconds": [], "start_up": None}
    note = page.bars_card.note
    for seconds, text in (
        (
            [0.5] * 5,
            "shorter is better; median of 5 repeats; whiskers show the range, "
            "each dot is one repeat",
        ),
        ([0.5] * 4, "shorter is better; bars are medians, each dot is one repeat"),
    ):
        rows = {**one, **spans}, {**other, **spans, "seconds": seconds}
        page.show_run({**report(*rows), "host": HOST, "whole": False})
        assert note.text() == text


def test_a_legend_names_further_jobs_whose_colours_are_the_same_again(desk: Desk) -> None:
    desk.press("page_concurrency")
    page = desk.window.pages.lab
    assert isinstance(page, ConcurrencyPage)
    jobs = [f"{name}{more}" for more in ("", " 2", " 3", " 4") for name in ("numbers", "letters")]
    page.show_signs([], jobs[:4])
    assert page.more_jobs.isHidden()
    spans = [{"worker": job, "step": 1, "start": 0.0, "end": 1.0} for job in jobs]
    made = {**row("threading", 1.0), "spans": spans, "cpu_seconds": [], "start_up": None}
    page.show_run({**report(made, jobs=8), "host": HOST})
    wanted = "then, in the same colours again: numbers 3, letters 3, numbers 4, letters 4"
    assert page.more_jobs.text() == wanted
    assert not page.more_jobs.isHidden()
