"""The shared-memory lab's words and pictures from its numbers; it trusts no report."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk
from visualizer.labs.reading import fits
from visualizer.labs.report import describe_host
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.figures_table import FiguresTable, Line
from visualizer.shell.labs.common.saving import table_of
from visualizer.shell.labs.shared_memory.cards.file_card import shape_text
from visualizer.shell.labs.shared_memory.figures import (
    SHAPE,
    Figure,
    Found,
    SegmentTimeline,
    read,
    read_row,
)
from visualizer.shell.labs.shared_memory.lines import CSV_COLUMNS, FINDINGS, result_titles
from visualizer.shell.labs.shared_memory.page import SharedMemoryPage
from visualizer.shell.labs.shared_memory.scenes import describe, scene
from visualizer.shell.labs.shared_memory.verdict import (
    dask_sentences,
    limits_sentences,
    reader_sentences,
    sweep_sentences,
    threads_sentences,
    verdict,
)

MB = 1_000_000


def row(key: str, transfer: float, load: float = 1.0, **more: Any) -> dict[str, Any]:
    total = load + transfer + 0.1
    seconds = {"load": load, "transfer": transfer, "write": 0.1, "total": total}
    spread = {stage: [0.9 * one, 1.1 * one] for stage, one in seconds.items()}
    found = {"method": key, "seconds": seconds, "repeats": [total] * 5, "ci95": spread}
    rate = 26 * MB / transfer / 1e9
    return {**found, "payload_bytes": 26 * MB, "checksum": "ab", "transfer_gb_s": rate, **more}


def report(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    host = {"python": "3.13.0", "os": "Linux", "cpus": 2, "memory_bytes": 8_000 * MB}
    parts = {"lab": "shared-memory", "host": host, "settings": {}, "absent": {}}
    return {**parts, "results": list(rows), **more}


def found(*rows: dict[str, Any], **more: Any) -> Found:
    return read(report(*rows, **more))


def keys(said: Any) -> list[str]:
    return [one.key for one in said]


def test_the_verdict_compares_medians_of_the_transfer_not_those_of_one_repeat() -> None:
    lucky = {"transfer": 0.08, "total": 1.2}
    first, *_ = verdict(
        found(row("shm-pool", 0.04, median_seconds=lucky), row("process-queue", 0.32))
    )
    assert first.key == "shm.faster"
    given = dict(first.arguments)
    assert (given["shared"], given["times"]) == (0.08, "4.0")


def test_bars_and_their_figures_are_medians_not_those_of_one_repeat(desk: Desk) -> None:
    desk.press("page_shared_memory")
    page = desk.window.pages.lab
    assert isinstance(page, SharedMemoryPage)
    medians = {"load": 0.8, "transfer": 0.3, "write": 0.2, "total": 1.5}
    shown = found(row("shm-pool", 0.1, median_seconds=medians, transfer_gb_s=2.0))
    stages = page.cards.stages
    stages.show_found(shown, "", active=False)
    (bar,), (rate,) = stages.bars.rows, stages.rates.rows
    assert (bar.stages, bar.total) == ((0.8, 0.3, 0.2), 1.5)
    assert (bar.label, bar.beside, bar.figure) == ("800 ms", "300 ms", "1.50 s")
    assert (rate.rate, rate.figure) == (2.0, "2 GB/s")


NOTHING_LEFT = {"segments": 0, "files": 0, "processes": 0}


def test_the_quickest_of_each_kind_are_compared() -> None:
    rows = row("process-queue", 0.5), row("pool-pickle", 0.3), row("shm-process", 0.1)
    said = verdict(found(*rows, row("shm-pool", 0.05), row("memmap", 0.01)))
    assert said[0].key == "shm.faster"
    arguments = dict(said[0].arguments)
    assert (arguments["by"], arguments["other"]) == ("shm-pool", "pool-pickle")
    assert (arguments["shared"], arguments["pickled"]) == (0.05, 0.3)
    assert arguments["times"] == "6.0"


@pytest.mark.parametrize(
    ("shared", "pickled", "key"),
    [
        (0.1, 0.5, "shm.faster"),
        (0.5, 0.1, "shm.slower"),
        (0.1, 0.11, "shm.alike"),
        (0.11, 0.1, "shm.alike"),
        (0.1, 0.13, "shm.unclear"),
    ],
)
def test_the_sentence_claims_no_more_than_the_repeats_show(
    shared: float, pickled: float, key: str
) -> None:
    wide: dict[str, Any] = {"ci95": {"transfer": [0.0, 1.0]}} if key == "shm.unclear" else {}
    both = row("shm-process", shared, **wide), row("process-queue", pickled, **wide)
    assert verdict(found(*both))[0].key == key


def test_one_repeat_does_not_decide_which_is_faster() -> None:
    both = row("shm-process", 0.1, repeats=[0.1]), row("process-queue", 0.5)
    assert keys(verdict(found(*both)))[:2] == ["shm.unclear", "shm.parsing_no_gain"]


def test_the_gain_of_the_whole_job_is_its_own_sentence() -> None:
    said = verdict(found(row("shm-pool", 0.1), row("process-queue", 0.5)))
    assert dict(said[1].arguments) == {"percent": 83, "gain": 25, "by": "shm-pool"}
    slow = verdict(found(row("shm-pool", 0.1, 2.0), row("process-queue", 0.5)))
    assert slow[1].key == "shm.parsing_no_gain"
    wide: dict[str, Any] = {"ci95": {"total": [0.0, 9.0]}}
    loose = verdict(found(row("shm-pool", 0.1, **wide), row("process-queue", 0.5, **wide)))
    assert loose[1].key == "shm.parsing_no_gain"


def test_memory_checksums_and_leaks_are_described_if_they_are_known() -> None:
    both = row("shm-pool", 0.1, times_payload=1.2), row("process-queue", 0.5, times_payload=4.0)
    assert "shm.memory" in keys(verdict(found(*both)))
    assert "shm.nothing_left" not in keys(verdict(found(*both)))
    clean = verdict(found(*both, left=NOTHING_LEFT))
    assert {"shm.same_table", "shm.nothing_left"} <= set(keys(clean))
    other = row("memmap", 0.1, checksum="cd", leaked_segments=2)
    said = keys(verdict(found(*both, other, left=NOTHING_LEFT)))
    assert "shm.other_table" in said
    assert "shm.leaked" in said
    assert "shm.nothing_left" not in said


def test_failures_and_a_running_lab_are_described() -> None:
    failed = {"method": "dask", "error": "no scheduler"}
    assert "shm.some_failed" in keys(verdict(found(row("shm-pool", 0.1), failed)))
    assert keys(verdict(found(failed))) == ["shm.all_failed"]
    assert keys(verdict(found())) == ["shm.nothing_yet"]
    assert keys(verdict(found(), is_whole=False)) == ["shm.not_all"]
    both = row("shm-pool", 0.1), row("process-queue", 0.5)
    assert keys(verdict(found(*both), is_whole=False))[-1] == "shm.so_far"
    untimed = {"method": "memmap"}
    assert keys(verdict(found(*both, untimed), is_whole=False)) == ["shm.not_all"]
    scripts = {"method": "printed-pool", "findings": {"no_file": 1}}
    assert keys(verdict(found(scripts))) == ["shm.scripts_wrong"]


def test_a_running_lab_gives_its_repeats_and_the_required_number() -> None:
    both = row("shm-pool", 0.1), row("process-queue", 0.5, repeats=[1.6])
    said = verdict(found(*both), is_whole=False)
    assert keys(said) == ["lab.too_few", "shm.so_far"]
    assert dict(said[0].arguments) == {"n": 1, "least": 3}
    assert "lab.too_few" in keys(verdict(found(*both)))


def sweep(*seconds: tuple[float, float]) -> list[dict[str, Any]]:
    return [
        {"way": way, "bytes": 10**power, "seconds": one}
        for power, pair in enumerate(seconds, 3)
        for way, one in zip(("shm", "queue"), pair, strict=True)
    ]


def test_the_crossing_is_given_with_the_size_before_it() -> None:
    swept = sweep((2.0, 1.0), (2.0, 3.0), (2.0, 8.0))
    said = sweep_sentences(found(sweep=swept, wins_from_bytes=10_000))
    assert keys(said) == ["shm.wins_from", "shm.at_largest"]
    assert dict(said[0].arguments) == {"before": "1.00 KB", "size": "10.0 KB"}
    assert dict(said[1].arguments)["times"] == "4.0"
    assert keys(sweep_sentences(found(sweep=swept, wins_from_bytes=1_000))) == ["shm.always_wins"]
    assert keys(sweep_sentences(found(sweep=swept))) == ["shm.never_wins"]
    assert sweep_sentences(found()) == ()


def test_rates_are_held_against_the_limits_of_the_same_run() -> None:
    limits = {"gb_s": {"first_touch": 1.0, "memcpy": 10.0, "disk": 0.2}}
    both = found(row("shm-pool", 0.052), row("threads", 0.001), limits=limits)
    (said,) = limits_sentences(both)
    assert dict(said.arguments)["name"] == "shm-pool"
    assert dict(said.arguments)["percent"] == 50
    assert limits_sentences(found(row("shm-pool", 0.052))) == ()


def test_the_cost_of_dask_and_its_break_even_size_are_given() -> None:
    pays = {"start_seconds": 1.5, "fastest": "shm-pool", "extra_seconds": 0.4}
    (said,) = dask_sentences(found(dask_pays={**pays, "workers_to_pay": 8}))
    assert (said.key, dict(said.arguments)["n"]) == ("shm.dask_workers", 8)
    (said,) = dask_sentences(found(dask_pays={**pays, "workers_to_pay": None}))
    assert said.key == "shm.dask_never"
    (said,) = dask_sentences(found(dask_pays={**pays, "extra_seconds": -0.1, "workers_to_pay": 2}))
    assert said.key == "shm.dask_now"
    (said,) = dask_sentences(found(dask_pays={**pays, "workers_to_pay": 8, "is_unclear": True}))
    assert said.key == "shm.dask_unclear"
    assert dask_sentences(found()) == ()
    more = {**pays, "workers_to_pay": 8}
    elsewhere = dask_sentences(found(dask_pays=more, settings={"scheduler": "tcp://there:8786"}))
    assert keys(elsewhere) == ["shm.dask_workers", "shm.dask_elsewhere"]


def test_from_how_many_rows_on_the_fast_reader_pays() -> None:
    pays = {"from_rows": 2_000_000, "times": [[20_000, 0.1], [2_000_000, 1.4]], "import": 0.3}
    (said,) = reader_sentences(found(reader_pays=pays))
    assert said.key == "shm.reader_pays"
    assert dict(said.arguments)["least"] == "2,000,000"
    assert dict(said.arguments)["times"] == "1.4"
    (said,) = reader_sentences(found(reader_pays={**pays, "from_rows": None}))
    assert said.key == "shm.reader_never"
    assert reader_sentences(found()) == ()


def test_threads_are_named_only_if_they_parse_longer() -> None:
    (said,) = threads_sentences(found(row("shm-pool", 0.1), row("threads", 0.001, 1.9)))
    assert dict(said.arguments)["times"] == "1.9"
    free = report(row("shm-pool", 0.1), row("threads", 0.001, 1.9))
    (said,) = threads_sentences(read({**free, "host": {**free["host"], "gil": False}}))
    assert said.key == "shm.threads_free"
    assert threads_sentences(found(row("shm-pool", 0.1), row("threads", 0.001))) == ()
    wide = {**row("threads", 0.001, 1.9), "ci95": {"load": [1.0, 2.5]}}
    assert threads_sentences(found(row("shm-pool", 0.1), wide)) == ()


@pytest.mark.parametrize(
    "planted",
    [
        {"method": "nobody"},
        {"seconds": "none"},
        {"seconds": {"total": float("nan")}},
        {"seconds": {"load": -1}},
        {"seconds": {"transfer": True}},
        {"ci95": 5},
        {"repeats": "x"},
        {"memory": [[1]]},
        {"memory_by_process": 3},
        {"peak_bytes": "?"},
        {"course": []},
        {"course": {"stages": [[1]], "processes": [], "segments": [], "moments": []}},
        {"course": {"stages": [], "processes": [], "segments": [5], "moments": []}},
        {"course": {"stages": [], "processes": [], "segments": [], "moments": [{}]}},
        {"findings": {"no_file": "many"}},
    ],
)
def test_a_report_is_shown_only_if_each_of_its_figures_can_be(planted: dict[str, Any]) -> None:
    assert fits(report(row("shm-pool", 0.1)), SHAPE)
    assert not fits(report({**row("shm-pool", 0.1), **planted}), SHAPE)


@pytest.mark.parametrize(
    "planted",
    [
        *({"sweep": "x"}, {"growth": [{}]}, {"killed": 7}, {"left": []}, {"limits": []}),
        *({"output": 3}, {"host": {"cpus": "two"}}, {"dask_pays": {"extra_seconds": "much"}}),
    ],
)
def test_no_part_of_a_report_is_trusted(planted: dict[str, Any]) -> None:
    assert not fits(report(row("shm-pool", 0.1), **planted), SHAPE)


@pytest.mark.parametrize(
    "part",
    [
        {"sweep": [{"way": "shm", "bytes": 3}]},
        {"growth": [{"method": "shm-pool", "rows": 1, "seconds": {}}]},
        {"killed": {"seconds": 1.0}},
        {"dask_pays": {"fastest": "shm-pool", "extra_seconds": 1.0}},
        *({"reader_pays": {"times": [[1, 2.0]], "import": cost}} for cost in (None, 1.0)),
    ],
)
def test_a_report_without_figures_can_be_shown_and_saved(desk: Desk, part: dict[str, Any]) -> None:
    bare = report({"method": "shm-pool"}, {"method": "printed-pool"}, **part)
    assert fits(bare, SHAPE)
    desk.press("page_shared_memory")
    page = desk.window.pages.lab
    assert isinstance(page, SharedMemoryPage)
    page.show_run(bare)
    assert page.verdict.first.text()
    assert [row[0] for row in page.table(bare)[1:]] == ["shm-pool", "printed-pool"]


def test_a_number_typed_just_before_the_run_is_in_its_settings(desk: Desk) -> None:
    desk.press("page_shared_memory")
    page = desk.window.pages.lab
    assert isinstance(page, SharedMemoryPage)
    page.controls.rows.lineEdit().setText("1,000")
    assert page.controls.chosen["rows"] == 1000


def test_a_number_typed_just_before_the_run_has_room_in_memory(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.press("page_shared_memory")
    page = desk.window.pages.lab
    assert isinstance(page, SharedMemoryPage)
    machine = replace(describe_host(), memory_bytes=100 * MB)
    monkeypatch.setattr("visualizer.shell.labs.shared_memory.page.describe_host", lambda: machine)
    page.controls.rows.lineEdit().setText("90,000,000")
    page.start()
    assert not page.run.active
    assert page.notification.isVisible()


def test_a_csv_file_has_a_row_for_each_method_below_its_columns() -> None:
    whole: dict[str, Any] = {"copies": 1, "times_payload": 1.2, "leaked_segments": 0, "error": None}
    peaks = {"rss": 3, "pss": 2, "uss": 1}
    medians = {"load": 1.0, "transfer": 0.4, "write": 0.1, "total": 1.7}
    whole |= {"median_seconds": medians, "peak_bytes": peaks}
    titles, one = table_of([row("shm-pool", 0.5, **whole)], CSV_COLUMNS)
    found = dict(zip(titles, one, strict=True))
    assert (found["transfer_seconds"], found["median_transfer_seconds"]) == (0.5, 0.4)
    assert found["median_total_seconds"] == 1.7
    assert (found["total_low"], found["total_high"]) == (0.9 * 1.6, 1.1 * 1.6)
    assert (found["repeats"], found["peak_pss_bytes"], found["checksum"]) == (5, 2, "ab")


def test_each_finding_of_the_scripts_has_its_words() -> None:
    from visualizer.labs.shared_memory.printed import FINDINGS as OF_LAB

    assert tuple(OF_LAB) == FINDINGS


def moment(at: float, *by: str) -> dict[str, Any]:
    there = [{"name": "a-0", "by": [*by], "unlinked": False}] if by else []
    return {"at": at, "there": there}


TIMELINE = SegmentTimeline(
    (("started", 0.1), ("loaded", 0.5), ("transferred", 0.7), ("ended", 1.0)),
    ("parent", "worker 1"),
    ({"name": "a-0", "size": 26.0},),
    (
        moment(0.0),
        moment(0.2, "worker 1"),
        moment(0.6, "parent", "worker 1"),
        moment(0.8, "worker 1"),
        moment(0.9),
    ),
)


def test_the_mappers_of_a_segment_are_shown_as_of_a_moment() -> None:
    words, run = Words("en"), Figure("shm-process", timeline=TIMELINE)
    assert scene(run, 0.05, words).segments == ()
    (first,) = scene(run, 0.3, words).segments
    assert (first.by, first.was, first.is_gone) == (("worker 1",), (), False)
    (both,) = scene(run, 0.7, words).segments
    assert both.by == ("parent", "worker 1")
    (let_go,) = scene(run, 0.85, words).segments
    assert (let_go.by, let_go.was) == (("worker 1",), ("parent",))
    (gone,) = scene(run, 0.95, words).segments
    assert gone.is_gone
    assert "unlinked" in describe(scene(run, 0.95, words), 0.95, words)
    assert TIMELINE.stage(0.6) == "loaded"
    assert TIMELINE.gone() == 1


def test_a_method_without_segments_shows_its_other_data() -> None:
    words = Words("en")
    timeline = SegmentTimeline(TIMELINE.stages, TIMELINE.processes, (), (moment(0.0),))
    view = scene(Figure("process-queue", copies=4, timeline=timeline), 0.7, words)
    assert view.channel[1] == "4 copies of the data"
    assert view.region == "no segments"
    assert scene(Figure("shm-pool"), 0.0, words).empty


def test_a_run_that_is_watched_is_shown_as_far_as_it_has_come() -> None:
    there = [{"name": "a-0", "by": ["worker 1"], "unlinked": False}]
    course = {
        "stages": [["started", 0.1]],
        "processes": ["parent", "worker 1"],
        "segments": [{"name": "a-0", "size": 26}],
        "moments": [{"at": 0.2, "there": there}],
    }
    samples = [[0.1, 3, 2, 1], [0.2, 4, 3, 2]]
    run = read_row({"method": "shm-process", "copies": 0, "memory": samples, "course": course})
    assert [*map(tuple, run.timeline.stages)] == [("started", 0.1)]
    assert run.curves[0].samples[-1] == [0.2, 4, 3, 2]
    (segment,) = scene(run, 0.2, Words("en")).segments
    assert segment.by == ("worker 1",)


def test_a_narrow_table_drops_a_column_and_names_are_never_cut(qtbot: QtBot) -> None:
    # Windows makes no window with a title that narrow.
    around = QWidget()
    qtbot.addWidget(around)
    table = FiguresTable(QFont(), spare=(1,))
    table.setParent(around)
    around.show()
    line = Line("a", ("a name that is long", "1", "2"))
    titles = ["name", "a title that is very long", "b"]
    for width in (*range(400, 100, -1), *range(100, 400)):
        table.resize(width, 200)
        table.show_lines([line], titles)
        assert table.columnWidth(0) >= table.sizeHintForColumn(0), width


def test_bars_of_different_numbers_of_repeats_share_no_number(desk: Desk) -> None:
    desk.press("page_shared_memory")
    page = desk.window.pages.lab
    assert isinstance(page, SharedMemoryPage)
    one, other = row("process-queue", 0.5), row("shm-process", 0.1)
    stages = page.cards.stages
    for repeats, text in (
        (other["repeats"], "shorter is better; median of 5 repeats, whiskers show the range"),
        (
            other["repeats"][:4],
            "shorter is better; medians; the methods have different numbers of repeats",
        ),
    ):
        stages.show_found(found(one, {**other, "repeats": repeats}), "", active=False)
        assert stages.note.text() == text


def test_titles_of_the_results_begin_alike(qapp: object) -> None:
    titles = result_titles(found(row("shm-process", 0.1)), Words("en"), compared=True)
    assert titles[4:6] + titles[-1:] == ["total", "range", "earlier"]


def test_a_run_cancelled_while_a_method_is_watched_shows_one_with_figures(desk: Desk) -> None:
    desk.press("page_shared_memory")
    page = desk.window.pages.lab
    assert isinstance(page, SharedMemoryPage)
    page.selected = "dask"
    watched = {"method": "pipe", "memory": [[0.0, MB, MB, MB], [0.1, MB, MB, MB]]}
    page.show_run(report({"method": "process-queue"}, watched, {"method": "dask"}))
    assert page.selected == "pipe"
    assert page.cards.memory.plot.drawn


@pytest.mark.parametrize(
    ("shape", "text"), [((500_000,), "(500000,)"), ((200_000, 3), "(200000, 3)")]
)
def test_a_shape_is_written_as_python_writes_it(shape: tuple[int, ...], text: str) -> None:
    assert shape_text(shape) == text
