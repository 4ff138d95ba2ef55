"""The streaming lab's words about the figures, and its reaction to an invalid report."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from visualizer.charts.scales import LinearScale, LogScale
from visualizer.labs.reading import fits
from visualizer.shell.appearance.words import LANGUAGES, Words
from visualizer.shell.labs.common.amounts import message_texts, size_text
from visualizer.shell.labs.common.card import PlotCard
from visualizer.shell.labs.common.lab_controls import Option, PickSeveral, ValueSegments
from visualizer.shell.labs.common.saving import table_of
from visualizer.shell.labs.streaming.figures import SHAPE, read
from visualizer.shell.labs.streaming.lines import (
    GROWTH_COLUMNS,
    STREAM_COLUMNS,
    table_lines,
    titles,
)
from visualizer.shell.labs.streaming.plots import Plots
from visualizer.shell.labs.streaming.verdict import about, verdict

BASE = {"lab": "streaming", "host": {}, "absent": {}}


def row(style: str, items: int, first: float, total: float, peak: int, **more: Any) -> Any:
    return {
        "style": style,
        "items": items,
        "seconds": {"first": first, "total": total},
        "peak_bytes": peak,
        "repeats": [total] * 3,
        "ci95": [0.99 * total, 1.01 * total],
        "checksum": f"of {items}",
        "error": None,
        "not_run": None,
        **more,
    }


def report(*rows: Any, task: str = "numbers", limit: int | None = None) -> Any:
    return {**BASE, "settings": {"task": task, "limit": limit}, "results": list(rows)}


ROWS = (
    row("list", 1_000, 60e-6, 140e-6, 40_000),
    row("list", 1_000_000, 58e-3, 138e-3, 40_400_000),
    row("generator", 1_000, 3.6e-6, 130e-6, 380),
    row("generator", 1_000_000, 3.6e-6, 130e-3, 380),
)


def said(found: Any, language: str = "en", **more: bool) -> str:
    return " ".join(message_texts(verdict(read(found), **more), Words(language)))


def test_the_verdict_has_the_figures_of_the_largest_size_at_which_both_are_known(
    qapp: object,
) -> None:
    assert said(report(*ROWS)) == (
        "generator produces its first item about 16,000 times sooner and needs about 1/110,000 of "
        "the memory. Their total times are about the same. At n = 1,000,000, compared with list; "
        "medians of 3 repeats. "
        "While n grew 1,000-fold, the memory of list grew 1,000-fold; that of generator stayed the "
        "same. Lazy is not faster: it only avoids creating items before they are needed."
    )
    assert said(report(*ROWS), "ko").startswith(
        "generator는 첫 항목을 약 16,000배 빨리 내놓고, 최대 메모리는 약 110,000분의 1입니다."
    )


def test_the_verdict_has_a_number_of_repeats_only_if_both_have_it(qapp: object) -> None:
    more = row("generator", 1_000_000, 3.6e-6, 130e-3, 380, repeats=[130e-3] * 5)
    assert "compared with list; medians of different numbers of repeats. " in said(
        report(*ROWS[:3], more)
    )


def test_without_a_memory_figure_nothing_is_claimed_although_the_totals_overlap(
    qapp: object,
) -> None:
    eager = row("list", 1_000, 60e-6, 100e-6, 0, ci95=[50e-6, 300e-6])
    lazy = row("generator", 1_000, 3e-6, 200e-6, 0, ci95=[50e-6, 300e-6])
    for one in (eager, lazy):
        one["peak_bytes"] = None
    for language in ("en", "ko"):
        assert "1/" not in said(report(eager, lazy), language, is_whole=False)


def test_slower_to_the_end_is_called_slower_and_faster_is_called_faster(qapp: object) -> None:
    eager = row("list", 1_000_000, 58e-3, 0.1, 40_400_000)
    slow, fast = (row("itertools", 1_000_000, 4e-6, total, 500) for total in (0.25, 0.05))
    assert "In total it takes 2.5 times as long." in said(report(eager, slow))
    assert "Lazy is not faster" in said(report(eager, slow))
    assert "In total it is 2.0 times as fast." in said(report(eager, fast))
    assert "Lazy is not faster" not in said(report(eager, fast))


def test_overlapping_repeats_are_not_called_faster(qapp: object) -> None:
    eager = row("list", 1_000_000, 58e-3, 0.2, 40_400_000, ci95=[0.1, 0.3])
    lazy = row("generator", 1_000_000, 4e-6, 0.1, 500, ci95=[0.09, 0.12])
    for language in LANGUAGES:
        assert said(report(eager, lazy), language)
    assert "The repeats do not show which finishes first." in said(report(eager, lazy))
    surely = {**lazy, "ci95": [0.08, 0.09]}
    assert "2.0 times as fast" in said(report(eager, surely))
    assert "The repeats do not show" in said(report(eager, {**surely, "repeats": [0.1]}))
    slow = row("generator", 1_000_000, 4e-6, 0.4, 500, ci95=[0.2, 0.5])
    assert "Lazy is not faster" not in said(report(eager, slow))


def test_a_missing_figure_has_no_sentence(qapp: object) -> None:
    assert said(report()).startswith("Nothing measured yet.")
    assert said(report(), is_whole=False).startswith("Not enough has been measured yet")
    assert said(report(ROWS[0])).startswith("Only eager or only lazy")
    assert said(report(ROWS[0]), is_whole=False) == said(report(), is_whole=False)
    assert "Partial results: the run has not finished." in said(report(*ROWS), is_whole=False)
    broken = {**ROWS[1], "error": "killed by signal 9"}
    assert "1 style failed; see its row for the reason." in said(report(broken, ROWS[3]))


def test_a_running_lab_gives_its_repeats_and_the_required_number(qapp: object) -> None:
    few = {**ROWS[3], "repeats": [0.13]}
    assert said(report(ROWS[1], few), is_whole=False) == (
        "A comparison needs at least 3 repeats of each; the fewest is 1. "
        "Partial results: the run has not finished."
    )
    assert "at least 3 repeats of each" in said(report(ROWS[1], few))


def stream(style: str, **more: Any) -> Any:
    known: dict[str, Any] = {
        "first": None,
        "items": None,
        "seconds": 1.0,
        "samples": [],
        "stopped": None,
    }
    return {"style": style, "error": None, "said": None, **known, **more}


STREAMS = (
    stream("list", stopped="memory", samples=[[0.1, 20e6], [0.9, 250e6]]),
    stream("generator", first=4e-6, items=5_000_000, samples=[[0.1, 0], [0.9, 4_000]]),
    stream("numpy", stopped="refused", said="MemoryError: Unable to allocate 6.94 EiB"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_endless_stream_is_described_by_its_server(language: str, qapp: object) -> None:
    told = said(report(*STREAMS, task="endless"), language)
    assert "4.00 µs" in told
    assert "5,000,000" in told
    if language == "en":
        assert told.startswith("1 style can serve an endless stream")
        assert "2 styles need all items first" in told


def test_the_table_shows_one_size_and_gives_the_reason_for_omitted_ones(qapp: object) -> None:
    words = Words("en")
    why = {"reason": "memory", "needed": 4e9, "limit": 3.1e9}
    left_out = row("list", 100_000_000, 0, 0, 0, not_run=why, seconds=None, peak_bytes=None)
    found = read(report(*ROWS, left_out))
    lines = table_lines(found, 1_000_000, words)
    assert [line.key for line in lines] == ["list", "generator", "list"]
    assert lines[0].cells[1:5] == ("58.0 ms", "138 ms", "40.4 MB", "baseline")
    assert lines[1].cells[1:5] == ("3.60 µs", "130 ms", "380 B", "1/110,000")
    assert lines[2].message == "Not run: needs about 4.00 GB of memory, but the limit is 3.10 GB"
    assert len(lines[0].cells) == len(titles(found, words, compared=False))
    compared = table_lines(found, 1_000_000, words, read(report(*ROWS)))
    assert len(compared[0].cells) == len(titles(found, words, compared=True))
    assert compared[0].cells[-1] == "138 ms"


def test_a_style_that_failed_is_a_row_with_its_message(qapp: object) -> None:
    broken = {**ROWS[1], "error": "killed by signal 9"}
    (line,) = table_lines(read(report(broken)), 1_000_000, Words("ko"))
    assert line.is_red
    assert "9" in line.message


@pytest.mark.parametrize("language", LANGUAGES)
def test_streams_have_rows_too(language: str, qapp: object) -> None:
    found, words = read(report(*STREAMS, task="endless")), Words(language)
    lines = table_lines(found, 0, words)
    assert {len(line.cells) for line in lines} == {len(titles(found, words, compared=False))}
    assert "5,000,000" in lines[1].cells[2]
    assert "6.94 EiB" in lines[2].cells[-1]


HOST = {"python": "3.13.0", "os": "Linux", "cpus": 2, "memory_bytes": 8}


@pytest.mark.parametrize(
    ("key", "planted"),
    [
        ("style", "no such"),
        ("items", "many"),
        ("items", True),
        ("items", 10**400),
        ("seconds", [1]),
        ("seconds", {"first": float("nan"), "total": -1}),
        ("repeats", 1),
        ("peak_bytes", "x"),
        ("ci95", [1.0]),
        ("not_run", 3),
    ],
)
def test_a_report_is_shown_only_if_each_of_its_figures_can_be(key: str, planted: object) -> None:
    whole = {**report(*ROWS), "host": HOST}
    assert fits(whole, SHAPE)
    assert not fits({**whole, "results": [*ROWS, {**ROWS[0], key: planted}]}, SHAPE)


def test_a_report_of_another_machine_task_or_stream_is_not_shown() -> None:
    assert not fits({**report(*ROWS), "host": {**HOST, "cpus": "2"}}, SHAPE)
    assert not fits({**report(*ROWS, task="anything"), "host": HOST}, SHAPE)
    for samples, shown in (([[0, 1]], True), ([[0, 1], [1]], False), ([[None, 2]], False)):
        stream = report({"style": "list", "samples": samples}, task="endless")
        assert fits({**stream, "host": HOST}, SHAPE) is shown


def test_a_csv_file_has_a_row_for_each_figure_below_its_columns() -> None:
    titles, first, *_ = table_of(ROWS, GROWTH_COLUMNS)
    assert dict(zip(titles, first, strict=True)) == {
        "style": "list",
        "items": 1_000,
        "first_seconds": 60e-6,
        "total_seconds": 140e-6,
        "first_low": None,
        "first_high": None,
        "total_low": 0.99 * 140e-6,
        "total_high": 1.01 * 140e-6,
        "peak_bytes": 40_000,
        "repeats": 3,
        "checksum": "of 1000",
        "not_run": None,
        "error": None,
    }


@pytest.mark.parametrize(("task", "figures"), [("numbers", "repeats"), ("endless", "samples")])
def test_a_report_without_figures_can_be_shown_and_saved(
    task: str, figures: str, qapp: object
) -> None:
    bare = {"style": "list", "items": 5, "seconds": {} if task == "numbers" else 1.0, figures: []}
    whole = {**report(bare, task=task), "host": HOST}
    assert fits(whole, SHAPE)
    assert said(whole)
    assert table_lines(read(whole), 5, Words("en"))
    columns = STREAM_COLUMNS if task == "endless" else GROWTH_COLUMNS
    assert table_of(whole["results"], columns)[1][0] == "list"


def test_a_style_is_sooner_only_where_the_repeats_show_it(qapp: object) -> None:
    def first(eager: list[float]) -> str:
        one = row("list", 1_000, 2e-6, 140e-6, 40_000, ci95_first=eager)
        other = row("generator", 1_000, 1e-6, 140e-6, 380, ci95_first=[0.9e-6, 1.7e-6])
        return verdict(read(report(one, other)))[0].key

    assert first([1.8e-6, 2.2e-6]) == "stream.sooner"
    assert first([1.6e-6, 2.2e-6]) == "stream.first_unclear"


@pytest.mark.parametrize(("scale", "says"), [(LogScale, True), (LinearScale, False)])
def test_a_plot_names_its_logarithmic_axes(
    qtbot: QtBot, scale: type[LogScale | LinearScale], says: bool
) -> None:
    axes, words = (scale(str, str), scale(str, str)), Words("en")
    card = PlotCard(
        words, "stream.first", "stream.first_note", *axes, x_name="stream.n", point="stream.point"
    )
    qtbot.addWidget(card)
    assert card.note.text().startswith("until it arrives")
    assert card.note.text().endswith("logarithmic axes") is says


def test_a_size_is_written_with_all_its_digits() -> None:
    sizes = [size_text(items) for items in (10, 1_000, 10_000_000, 1_200)]
    assert sizes == ["10", "1,000", "10,000,000", "1,200"]


def test_about_is_two_digits() -> None:
    assert [about(times) for times in (1.26, 9.94, 16_111, 72_517)] == [
        "1.3",
        "9.9",
        "16,000",
        "73,000",
    ]


def test_a_choice_that_is_no_text_is_left_out(qtbot: QtBot) -> None:
    task = ValueSegments({"numbers": "stream.numbers", "endless": "stream.endless"}, Words("en"))
    qtbot.addWidget(task)
    task.choose("endless")
    task.choose(["numbers"])
    assert task.value == "endless"


def test_times_have_the_spread_of_their_repeats_and_say_it(qtbot: QtBot) -> None:
    plots = Plots(Words("en"))
    qtbot.addWidget(plots.growth)
    rows = [row("list", 1_000, 60e-6, 140e-6, 40_000, ci95_first=[50e-6, 70e-6])]
    plots.show(read(report(*rows, row("list", 10_000, 1e-3, 2e-3, 400_000))), "list")
    first, total, peak, _ = plots.all
    assert first.lines[0].spreads == ([50e-6, 70e-6], None)
    assert total.accessibleName() == ("Total time: list, n = 1,000: 140 µs (139 µs \u2013 141 µs)")
    assert not peak.lines[0].whiskers


@pytest.mark.parametrize(
    ("repeats", "says"),
    [(3, "whiskers show the range"), (6, "whiskers show the 95% interval")],
)
def test_a_plot_says_what_its_whiskers_show_if_it_has_any(
    qtbot: QtBot, repeats: int, says: str
) -> None:
    plots = Plots(words := Words("en"))
    qtbot.addWidget(plots.growth)
    alike = {"repeats": [140e-6] * repeats, "ci95_first": [60e-6, 60e-6]}
    plots.show(read(report(row("list", 1_000, 60e-6, 140e-6, 40_000, **alike))), "list")
    first, total, _ = (card.note.text() for card in plots._cards.values())
    assert first == "until it arrives; lower is better; logarithmic axes"
    assert total == f"until all are added up; lower is better; {says}; logarithmic axes"
    assert not plots.all[0].lines[0].whiskers
    words.speak("ko")
    kind = "범위를" if repeats < 6 else "95% 구간을"
    note = plots._cards["stream.total"].note.text()
    assert note == f"모두 더할 때까지; 낮을수록 좋음; 수염은 {kind} 나타냄; 로그 눈금"


def test_whiskers_of_few_and_many_repeats_are_told_apart(qtbot: QtBot) -> None:
    plots = Plots(words := Words("en"))
    qtbot.addWidget(plots.growth)
    few, many = ({"repeats": [140e-6] * count} for count in (5, 8))
    made = (
        row("list", 1_000, 60e-6, 140e-6, 40_000, **few),
        row("generator", 1_000, 1, 2, 3, **many),
    )
    plots.show(read(report(*made)), "list")
    note = plots._cards["stream.total"].note
    assert "; whiskers show the range, from 6 repeats on the 95% interval; " in note.text()
    words.speak("ko")
    assert "; 수염은 범위를, 반복 6번부터는 95% 구간을 나타냄; " in note.text()


def test_the_list_has_the_reason_and_its_tool_tip_the_remedy(qtbot: QtBot) -> None:
    words = Words("en")
    reason = f"dask is not installed; install it with: {'/long/folder' * 20}/python -m pip"
    pick = PickSeveral([Option("list"), Option("dask", reason)], words, "lab.chosen")
    qtbot.addWidget(pick)
    short, long = pick.actions_by_key.values()
    assert (short.text(), long.toolTip()) == ("list", reason)
    assert long.text() == "dask  \u2013  dask is not installed"
    words.speak("ko")
    assert long.text() == "dask  \u2013  dask가 설치되어 있지 않습니다"
