"""The streaming lab in the window: run, cancel, run again, save, look into the code."""

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.labs.conftest import processes_of
from tests.polling import wait_until
from tests.shell.windows import Desk
from tests.systems import KILLED
from visualizer.model import Generator
from visualizer.shell.appearance.look import THEME
from visualizer.shell.labs.streaming.page import StreamingPage

h5py = pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")

SMALL = {"task": "numbers", "styles": ["list", "generator"], "sizes": [1000, 10_000], "repeats": 1}


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A mark in the environment of every process of the test; no such process is left."""
    made = f"VISUALIZER_TEST=room-{time.monotonic_ns()}"
    monkeypatch.setenv(*made.split("="))
    yield made
    wait_until(lambda: not processes_of(made), "something of the lab is left")


@pytest.fixture
def page(desk: Desk, mark: str) -> StreamingPage:
    desk.window.show()
    desk.window.complete()
    desk.press("page_streaming")
    found = desk.window.pages.lab
    assert isinstance(found, StreamingPage)
    return found


def choose(
    page: StreamingPage, monkeypatch: pytest.MonkeyPatch, settings: dict[str, object]
) -> None:
    """Let the controls have these settings, of which the user cannot choose all."""
    monkeypatch.setattr(type(page.controls), "chosen", property(lambda _: settings))


def ask(page: StreamingPage, monkeypatch: pytest.MonkeyPatch, **settings: object) -> None:
    """Set the controls to a small run."""
    choose(page, monkeypatch, {**SMALL, **settings})


def run(desk: Desk, page: StreamingPage) -> None:
    page.run_button.click()
    assert page.run.active
    desk.until(lambda: not page.run.active)


def cells(page: StreamingPage) -> list[list[str]]:
    model = page.table_view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.mark.parametrize("command", ["record", "to_breakpoint"])
def test_the_keys_that_run_a_program_run_a_lab(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    ask(page, monkeypatch)
    page.setFocus()
    QTest.keySequence(desk.window, desk.window.commands[command].shortcut())
    assert page.run.active
    QTest.keySequence(desk.window, desk.window.commands["stop"].shortcut())
    desk.until(lambda: not page.run.active)


def test_a_run_is_shown_kept_and_saved(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ask(page, monkeypatch)
    run(desk, page)
    assert page.results.is_whole
    assert [row[0] for row in cells(page)] == ["list", "generator"]
    assert page.verdict.first.text().startswith("generator produces its first item")
    drawn = {line.key: len(line.points) for line in page.plots.all[0].lines}
    assert drawn == {"list": 2, "generator": 2}
    assert len(page.history.entries()) == 1
    for kind in ("csv", "png", "svg", "h5"):
        desk.person.labs_as = tmp_path / f"run.{kind}"
        page.saving.ask(kind)
        desk.until(lambda: not page.saving.busy)
        assert page.saving.notification.isVisible()
        assert page.saving.notification.accessibleName().startswith(f"Saved as run.{kind}")
    table = list(csv.reader((tmp_path / "run.csv").read_text("utf-8-sig").splitlines()))
    assert [line[:2] for line in table[1:]] == [
        ["list", "1000"],
        ["list", "10000"],
        ["generator", "1000"],
        ["generator", "10000"],
    ]
    assert QImage(str(tmp_path / "run.png")).width() > 600
    assert b"<svg" in (tmp_path / "run.svg").read_bytes()
    with h5py.File(tmp_path / "run.h5") as file:
        assert json.loads(file.attrs["settings"])["sizes"] == [1000, 10_000]
        group = file["generator/10000"]
        assert group.attrs["peak_bytes"] < file["list/10000"].attrs["peak_bytes"] / 20
        assert len(group["repeats"]) == 1


def test_a_cancelled_run_leaves_no_process_and_keeps_its_results(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    ask(page, monkeypatch, sizes=[1000, 10_000_000])
    page.run_button.click()
    desk.until(lambda: page.results.last.get("items") == 10_000_000)
    assert processes_of(mark)
    page.cancel_button.click()
    desk.until(lambda: not page.run.active)
    desk.until(lambda: not processes_of(mark))
    assert not page.results.is_whole
    page.sizes.picked.emit(0)
    assert [row[0] for row in cells(page)][:2] == ["list", "generator"]
    assert "\N{EN DASH}" not in cells(page)[0][1:3]
    # Run again, to its end.
    ask(page, monkeypatch, sizes=[1000])
    run(desk, page)
    assert page.results.is_whole


CRASHES = """
import sys
if sys.argv and sys.argv[0] == "-m" and sys.orig_argv[-2:-1] == ["visualizer.labs.streaming.child"]:
    import os, time
    from visualizer.labs.streaming.programs import variants

    def crash(numbers):
        os.kill(os.getpid(), 9)

    def hang(numbers):
        while True:
            time.sleep(1)

    def gone(numbers):
        raise ImportError("No module named 'itertools'")

    variants.generator, variants.Squares, variants.with_itertools = crash, hang, gone
"""


def test_a_style_that_crashes_or_hangs_is_a_red_row_and_the_rest_go_on(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(CRASHES)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    styles = ["list", "generator", "iterator-class", "itertools", "generator-expression"]
    ask(page, monkeypatch, styles=styles, patience=8.0)
    run(desk, page)
    page.sizes.picked.emit(0)
    told = {row[0]: row[1] for row in cells(page)}
    assert told["generator"] == KILLED
    assert told["iterator-class"].startswith("no response within")
    assert told["itertools"] == "ImportError: No module named 'itertools'"
    assert "s" in told["list"]
    assert "s" in told["generator-expression"]
    colours = page.table_view.model()
    loss = THEME.colour("loss")
    assert colours.index(1, 1).data(Qt.ItemDataRole.ForegroundRole).color() == loss
    assert "3 styles failed" in page.verdict.rest.text()
    page.sizes.picked.emit(1)
    assert {row[0]: row[1] for row in cells(page)}["generator"].startswith("Not run: failed")


def test_the_endless_stream_is_served_by_the_lazy_alone(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.controls.task.buttons[2].click()
    settings = {"task": "endless", "styles": ["list", "generator"], "seconds": 0.2}
    choose(page, monkeypatch, {**settings, "limit": 48_000_000})
    run(desk, page)
    rows = {row[0]: row for row in cells(page)}
    assert "no items" in rows["list"][-1]
    assert rows["generator"][-1].startswith("✓")
    assert page.plots.endless.isVisible()
    assert not page.plots.growth.isVisible()
    assert "1 style can serve an endless stream" in page.verdict.first.text()


def test_a_style_opens_as_a_small_program_with_its_paused_frame_on_the_heap(
    desk: Desk, page: StreamingPage
) -> None:
    assert page.selected == "generator"
    page.code.open.click()
    desk.until_ended()
    assert desk.window.pages.shown == "program"
    assert "def generator(numbers):" in desk.window.source.text
    recording = desk.window.player.recording
    assert recording is not None
    states = set()
    for step in range(1, recording.steps + 1):
        desk.window.player.go_to(step)
        heap = desk.window.player.state.heap.values()
        states |= {one.content.state for one in heap if isinstance(one.content, Generator)}
    assert states >= {"created", "suspended", "running"}


def test_keys_reach_the_plots_and_a_row_selected_anywhere_is_selected_everywhere(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(page, monkeypatch)
    run(desk, page)
    plot = page.plots.all[2]
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert page.selected == "list"
    assert page.table_view.currentIndex().row() == 0
    assert "def as_list(numbers):" in page.code.text.toPlainText()
    assert "list" in plot.accessibleName()
    page.table_view.selectRow(1)
    assert page.selected == "generator"
    assert all(one.selected == "generator" for one in page.plots.all[:3])
    desk.window.words.speak("ko")
    assert page.verdict.first.text().startswith("generator는 첫 항목을")


def test_with_large_text_the_plots_stand_one_above_the_other_and_nothing_is_cut_off(
    desk: Desk, page: StreamingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.resize(1024, 700)
    ask(page, monkeypatch)
    run(desk, page)
    cards = page.plots.growth.cards.values()
    assert len({card.y() for card in cards}) == 1
    desk.window.appearance.scale_text(175)
    desk.until(lambda: len({card.x() for card in cards}) == 1)
    desk.until(lambda: all(card.width() > 0.8 * page.area.width() for card in cards))
    assert page.area.horizontalScrollBar().maximum() == 0
    desk.window.appearance.scale_text(100)
    desk.until(lambda: len({card.y() for card in cards}) == 1)
