"""The shared-memory lab in the window: a real, small run."""

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.labs.conftest import processes_of
from tests.polling import wait_until
from tests.shell.windows import Desk
from tests.systems import ON_LINUX, needs_files_of_segments
from visualizer.labs.shared_memory.methods.segments import FOLDER
from visualizer.model import EndReason
from visualizer.shell.labs.shared_memory.cards.file_card import FileWindow
from visualizer.shell.labs.shared_memory.figures import RUN_STAGES
from visualizer.shell.labs.shared_memory.page import SharedMemoryPage

h5py = pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")

FEW = ["process-queue", "shm-process", "memmap"]
SMALL = {"methods": FEW, "files": 2, "rows": 2_000, "workers": 2, "repeats": 1, "sources": []}
QUICK = {**SMALL, "sweep": False, "growth": False, "kill": False}
ROW = b"chr1\t5\t1.5\t3\t4\n"


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A mark in the environment of every process of the test; no such process is left."""
    made = f"VISUALIZER_TEST=shm-{time.monotonic_ns()}"
    monkeypatch.setenv(*made.split("="))
    before = set(FOLDER.glob("vis-*"))
    yield made
    wait_until(lambda: not processes_of(made), "something of the lab is left")
    of_dead = {path for path in set(FOLDER.glob("vis-*")) - before if _is_dead(path)}
    assert of_dead == set()


def _is_dead(path: Path) -> bool:
    """Whether the process of a segment has ended: other tests may run at the same time."""
    return not Path("/proc", path.name.split("-")[1]).exists() and path.exists()


@pytest.fixture
def page(desk: Desk, mark: str) -> SharedMemoryPage:
    desk.window.show()
    desk.window.complete()
    desk.press("page_shared_memory")
    found = desk.window.pages.lab
    assert isinstance(found, SharedMemoryPage)
    found.controls.show_chosen(dict(QUICK))
    return found


def run(desk: Desk, page: SharedMemoryPage) -> None:
    page.run_button.click()
    assert page.run.active
    desk.until(lambda: not page.run.active)
    desk.until(lambda: not page.cards.file.busy)


def cells(page: SharedMemoryPage) -> dict[str, tuple[str, ...]]:
    return {line.key: line.cells for line in page.cards.results.lines}


def test_a_run_is_shown_kept_and_saved_in_every_form(
    desk: Desk, page: SharedMemoryPage, tmp_path: Path
) -> None:
    assert "Nothing measured yet" in page.verdict.first.text()
    page.controls.show_chosen({**QUICK, "kill": True})
    run(desk, page)
    legend = [label.text() for label in page.cards.stages.findChildren(QLabel)]
    assert "\u25ad rest" in legend
    cards = page.cards
    assert list(cells(page)) == FEW
    assert all("\N{EN DASH}" not in found[1:5] for found in cells(page).values())
    assert "104 KB" in page.verdict.first.text()
    assert "All 3 methods gave the same table. No segment was left" in page.verdict.rest.text()
    assert [row.key for row in cards.stages.bars.rows] == FEW
    assert page.selected == "shm-process"
    assert [line.key for line in cards.memory.plot.lines] == ["RSS", "PSS", "USS"]
    leaks = {line.key: line.cells[1:] for line in cards.leaks.table.lines}
    assert leaks["process-queue"] == ("none", "none", "0")
    assert leaks["memmap"] == ("2", "2", "0")
    # Only Linux shows segments; on Windows they vanish with their last process.
    assert leaks["shm-process"] == (leaks["memmap"] if ON_LINUX else leaks["process-queue"])
    told = cards.leaks.summary.text()
    assert "no segments, temporary files or processes were left" in told
    remaining = 2 if ON_LINUX else 0
    assert f"segments remaining: {remaining}, after the run's cleanup: 0" in told
    assert page.history_button.text().strip() == "History 1"
    for kind in ("csv", "png", "svg", "h5"):
        desk.person.labs_as = tmp_path / f"saved.{kind}"
        page.saving.ask(kind)
    desk.until(lambda: not page.saving.busy)
    for button in (page.saving.copy, cards.code.copy):
        page.saving.notification.hide()
        button.click()
        assert page.saving.notification.isVisible()
        assert page.saving.notification.accessibleName() == "Copied to the clipboard."
    page.saving.copy.click()
    report = json.loads(QGuiApplication.clipboard().text())
    with (tmp_path / "saved.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["method"] for row in table] == FEW
    assert float(table[1]["transfer_seconds"]) == report["results"][1]["seconds"]["transfer"]
    assert QImage(str(tmp_path / "saved.png")).width() > 600
    texts = {
        one.text
        for one in Tree.parse(tmp_path / "saved.svg").iter("{http://www.w3.org/2000/svg}text")
    }
    assert {*FEW, "worker 1", "parent"} <= texts
    assert "/dev/shm" in texts or not ON_LINUX
    with h5py.File(tmp_path / "saved.h5") as kept:
        assert set(kept) == set(FEW)
        assert kept["shm-process"].attrs["leaked_segments"] == 0


def test_the_file_is_read_back_by_a_process_and_shown(
    desk: Desk, page: SharedMemoryPage, tmp_path: Path
) -> None:
    out = tmp_path / "mine.h5"
    layout = {"compression": "gzip", "chunk_rows": 500}
    page.controls.show_chosen(
        {**QUICK, "methods": ["shm-process"], "output": str(out), "layout": layout}
    )
    page.show_now()
    assert str(out) in page.cards.file.summary.text()
    run(desk, page)
    card = page.cards.file
    assert [(one["name"], one["shape"]) for one in card.file["tables"]] == [
        ("table_001", [2000]),
        ("table_002", [2000]),
    ]
    assert "mine.h5" in card.summary.text()
    assert "chr S10" in card.kind.text()
    assert "\u2717" not in card.checks.text()
    assert "gzip \u00b7 chunks of 500 rows" in card.checks.text()
    card.show_button.click()
    window = card.findChild(FileWindow)
    assert window is not None
    with h5py.File(out) as file:
        first = [str(file["table_001"][0][field]) for field in ("pos", "c")]
    shown = window.table.lines[0].cells
    assert [shown[2], shown[4]] == first
    window.show()
    widths = [window.table.columnWidth(at) for at in range(5)]
    assert widths[0] < min(widths[1:])
    assert sum(widths) <= window.table.viewport().width()
    assert "sha256" in window.attributes.toPlainText()
    window.close()
    out.write_bytes(b"no longer HDF5")
    card.look(str(out))
    desk.until(lambda: not card.busy)
    assert "mine.h5: cannot be read" in card.summary.text()


@needs_files_of_segments
def test_segments_are_seen_as_the_run_goes_and_again_afterwards(
    desk: Desk, page: SharedMemoryPage
) -> None:
    seen: list[tuple[tuple[str, ...], ...]] = []
    watched: list[tuple[str, float | None]] = []

    def look(event: dict[str, Any]) -> None:
        for moment in event.get("watched", {}).get("course", {}).get("moments", ()):
            seen.append(tuple(tuple(one["by"]) for one in moment["there"]))
        if page.live is not None and not watched:
            page.show_now()
            watched.append((page.selected, page.cards.segments.now))

    page.run.received.connect(look)
    page.controls.show_chosen({**QUICK, "methods": ["shm-process"]})
    page.run_button.click()
    desk.until(lambda: not page.run.active)
    assert watched == [("shm-process", None)]
    assert page.live is None
    assert (("worker 1",), ("worker 2",)) in seen
    assert any(
        by == ("parent", "worker 1") for moment in seen for by in map(tuple, map(sorted, moment))
    )
    card = page.cards.segments
    assert [one.by for one in card.map.view.segments] == [
        ("parent", "worker 1"),
        ("parent", "worker 2"),
    ]
    assert card.line.reached == RUN_STAGES.index("transferred")
    card.map.setFocus()
    QTest.keyClick(card.map, Qt.Key.Key_End)
    assert all(one.is_gone for one in card.map.view.segments)
    end = card.now
    figure = page.found.of(page.selected)
    assert figure is not None
    assert end == figure.timeline.times[-1]
    assert page.cards.memory.plot.marks[-1].at == card.now
    QTest.keyClick(card.map, Qt.Key.Key_Home)
    assert all(not one.is_gone and "parent" not in one.by for one in card.map.view.segments)
    card.line.picked.emit(RUN_STAGES.index("dropped"))
    assert {one.by for one in card.map.view.segments} == {("worker 1",), ("worker 2",)}
    assert {one.was for one in card.map.view.segments} == {("parent",)}
    card.play.click()
    desk.until(lambda: card.now == end)


def test_cancelling_stops_everything_and_keeps_the_finished_part(
    desk: Desk, page: SharedMemoryPage, mark: str
) -> None:
    page.controls.show_chosen({**QUICK, "rows": 50_000, "repeats": 12})
    page.run_button.click()
    desk.until(lambda: any(row["repeats"] for row in page.results.rows))
    assert processes_of(mark)
    assert not page.controls.rows.isEnabled()
    sizes = page.cards.sweep.plot
    desk.until(lambda: sizes.empty.startswith("Nothing measured yet"))
    assert page.progress.bar.value() > 0
    page.cancel_button.click()
    desk.until(lambda: not page.run.active)
    assert not page.results.is_whole
    desk.until(lambda: not processes_of(mark))
    assert any(one.total for one in page.found.figures)
    assert page.done.text().startswith("Cancelled")
    assert sizes.empty.startswith("This run did not measure different sizes")
    page.controls.show_chosen(dict(QUICK))
    run(desk, page)
    assert page.results.is_whole


def test_a_malformed_row_is_a_red_row_that_names_file_line_and_column(
    desk: Desk, page: SharedMemoryPage, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.tsv", tmp_path / "bad.tsv"
    good.write_bytes(ROW * 100)
    bad.write_bytes(ROW * 30 + ROW.replace(b"5", b"five", 1))
    desk.person.reads = [good, bad]
    page.controls.options.add.click()
    assert not page.controls.rows.isEnabled()
    run(desk, page)
    errors = {line.key: line.message for line in page.cards.results.lines}
    assert all("line 31, column 2" in told for told in errors.values()), errors
    assert "No method finished" in page.verdict.first.text()
    page.controls.options.clear.click()
    assert page.controls.rows.isEnabled()


def test_a_file_that_cannot_be_written_is_reported_in_a_notification(
    desk: Desk, page: SharedMemoryPage, tmp_path: Path
) -> None:
    page.controls.show_chosen({**QUICK, "output": str(tmp_path / "none" / "out.h5")})
    run(desk, page)
    assert page.notification.isVisible()
    assert "no" in page.results.fault


def test_a_scheduler_where_nobody_is_fails_in_its_row_alone(
    desk: Desk, page: SharedMemoryPage
) -> None:
    asked = {**QUICK, "methods": ["shm-pool", "dask"], "scheduler": "tcp://127.0.0.1:9"}
    page.controls.show_chosen(asked)
    run(desk, page)
    figures = {one.key: one for one in page.found.figures}
    assert figures["shm-pool"].total
    assert "there is no scheduler at tcp://127.0.0.1:9" in figures["dask"].error


def test_the_printed_scripts_report_their_failures(desk: Desk, page: SharedMemoryPage) -> None:
    page.controls.show_chosen({**QUICK, "methods": ["threads", "printed-pool"]})
    run(desk, page)
    card = page.cards.findings
    lines = {line.key: line for line in card.lines}
    assert lines["no_file"].cells[1] == "1 / 1"
    assert lines["no_file"].is_red
    page.select("printed-pool")
    assert "SharedMemory(create=True" in page.cards.code.text.toPlainText()


def test_growth_with_the_rows_is_drawn_and_when_the_fast_reader_pays(
    desk: Desk, page: SharedMemoryPage
) -> None:
    page.controls.show_chosen({**QUICK, "methods": ["shm-pool", "threads"], "growth": True})
    run(desk, page)
    card = page.cards.growth
    drawn = {line.key: [x for x, _ in line.points] for line in card.plot.lines}
    assert set(drawn) == {"shm-pool", "threads"}
    assert all(xs == sorted(xs) and len(xs) >= 2 for xs in drawn.values())
    assert "The fast reader takes" in card.remark.text()
    card.kind.buttons[1].click()
    peaks = {line.key: line.points[-1][1] for line in card.plot.lines}
    figures = {one.key: one for one in page.found.figures}
    assert peaks == {key: figures[key].peak["pss"] for key in peaks}
    assert card.plot.named(card.plot.lines[0], card.plot.y_scale)[1] == "shm-pool"


def test_more_than_memory_holds_is_not_run(desk: Desk, page: SharedMemoryPage) -> None:
    page.controls.show_chosen({**QUICK, "files": 64, "rows": 500_000_000})
    page.run_button.click()
    assert not page.run.active
    assert page.notification.isVisible()


def test_a_run_into_a_missing_folder_is_not_begun(desk: Desk, page: SharedMemoryPage) -> None:
    folder = Path(page.controls.options.output_path).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.touch()
    page.run_button.click()
    assert not page.run.active
    assert page.notification.isVisible()
    assert str(folder) in page.notification.accessibleName()


def test_sizes_are_swept_and_the_crossing_reported(desk: Desk, page: SharedMemoryPage) -> None:
    sweep = [
        {"way": way, "bytes": size, "seconds": seconds, "ci95": [0.9 * seconds, 1.1 * seconds]}
        for size, shm, queue in ((1_000, 0.2, 0.1), (1_000_000, 0.3, 0.9))
        for way, seconds in (("shm", shm), ("queue", queue))
    ]
    report = {
        "lab": "shared-memory",
        "host": {"python": "3.13", "os": "Linux", "cpus": 2, "memory_bytes": 1, "gil": True},
        "settings": {"methods": FEW},
        "results": [{"method": "shm-process", "seconds": {"total": 1.0, "transfer": 0.5}}],
        "absent": {},
        "sweep": sweep,
        "wins_from_bytes": 1_000_000,
    }
    card = page.cards.sweep
    page.show_run({**report, "whole": False})
    assert (len(card.plot.lines), card.plot.marks, card.remark.text()) == (2, (), "")
    page.show_run(report)
    assert {line.key: len(line.points) for line in card.plot.lines} == {"shm": 2, "queue": 2}
    assert [one.at for one in card.plot.marks] == [1_000_000]
    assert [len(line.whiskers) for line in card.plot.lines] == [2, 2]
    assert "lower is better; whiskers show the 95% interval" in card.note.text()
    assert "from 1.00 MB on, shared memory is always faster" in card.remark.text()
    assert "At 1.00 MB it is 3.0 times as fast" in card.remark.text()
    failed = {"way": "pipe", "bytes": 10_000_000, "seconds": None, "error": "killed by signal 9"}
    grown = {"method": "shm-pool", "rows": 1_000, "seconds": {}, "error": "killed by signal 9"}
    spread = {
        "seconds": {"total": 2.0},
        "ci95": {"total": [1.5, 2.5]},
        "error": None,
        "repeats": [1.5, 2.5],
    }
    report["growth"] = [{"method": "shm-process", "rows": 2_000, **spread}, grown]
    page.show_run({**report, "sweep": [*sweep, failed]})
    assert page.cards.growth.plot.lines[0].whiskers == [(2_000, [1.5, 2.5])]
    assert "lower is better; whiskers show the range" in page.cards.growth.note.text()
    assert "shm-pool with 1,000 rows failed: killed by signal 9." in page.cards.growth.remark.text()
    assert card.remark.text().endswith(
        "pipe at 10.0 MB failed: killed by signal 9. Larger sizes were not measured."
    )


@pytest.mark.parametrize("key", ["shm-pool", "process-queue", "pipe", "memmap", "threads"])
def test_the_code_of_a_method_opens_as_a_small_program(
    desk: Desk, page: SharedMemoryPage, key: str
) -> None:
    page.select(key)
    page.controls.show_chosen({**QUICK, "methods": [key]})
    page.select(key)
    assert "def parse" in page.cards.code.text.toPlainText()
    page.cards.code.open.click()
    assert desk.window.pages.shown == "program"
    desk.record()
    end = desk.window.player.end
    assert end is not None
    assert end.reason is EndReason.FINISHED


def test_everything_has_a_name_in_both_languages(desk: Desk, page: SharedMemoryPage) -> None:
    run(desk, page)
    cards = page.cards
    for language, segments in (("ko", "세그먼트"), ("en", "Segments")):
        desk.window.words.speak(language)
        assert cards.segments.map.accessibleName() == segments
        named = (cards.stages.bars, cards.stages.rates, cards.segments.line, cards.leaks.table)
        named += (cards.memory.choice, cards.results, cards.code.choice, page.controls.rows)  # type: ignore[assignment]
        assert all(widget.accessibleName() for widget in named)
        assert "worker" not in cards.segments.map.accessibleDescription() or language == "en"


def test_the_focus_goes_as_one_reads(desk: Desk, page: SharedMemoryPage) -> None:
    run(desk, page)
    cards = page.cards
    order: list[object] = [
        page.controls.methods,
        page.controls.more,
        page.run_button,
        cards.stages.bars,
    ]
    order += [cards.memory.plot, cards.segments.map, cards.leaks.table, cards.results]
    page.controls.methods.setFocus()
    seen: list[object] = []
    while desk.window.focusWidget() is not order[-1] and len(seen) < 60:
        seen.append(desk.window.focusWidget())
        QTest.keyClick(desk.window, Qt.Key.Key_Tab)
    places = [seen.index(one) for one in order[:-1]]
    assert places == sorted(places)


def test_at_twice_the_size_of_words_only_the_open_tab_has_its_word(
    desk: Desk, page: SharedMemoryPage
) -> None:
    window = desk.window
    window.resize(1440, 900)
    tabs = window.header.tabs.tabs
    assert all(tab.has_word for tab in tabs.values())
    window.appearance.scale_text(200)
    assert [key for key, tab in tabs.items() if tab.has_word] == ["shared_memory"]
    run(desk, page)
    table = page.cards.leaks.table
    assert table.height() >= table.rowHeight(0) * 3
    window.appearance.scale_text(100)
    assert all(tab.has_word for tab in tabs.values())
