"""The concurrency lab in the window: it runs for real, small."""

import csv
import json
import os
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_all_start_methods
from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree as Tree

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.labs.conftest import processes_of
from tests.polling import wait_until
from tests.shell.windows import Desk, cut_off, open_desk
from tests.systems import ABORTED, ENDED_BY_ANOTHER
from visualizer.labs.concurrency.contestants import contestant
from visualizer.shell.labs.common.history_window import HistoryWindow
from visualizer.shell.labs.concurrency.page import ConcurrencyPage

h5py = pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")

FEW = ["sequential", "threading"]
FREE = contestant("free-threading").python
SMALL = {"workload": "sleep", "contestants": FEW, "scale": 0.02, "repeats": 1}
LONG = {**SMALL, "contestants": [*FEW, "multiprocessing"], "scale": 1.0}


@pytest.fixture(autouse=True)
def mark(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A mark in the environment of every process of a test; no such process is left after it."""
    found = f"VISUALIZER_TEST={os.getpid()}-{time.monotonic_ns()}"
    monkeypatch.setenv(*found.split("="))
    yield found
    until_none_is_left(found)


def until_none_is_left(mark: str) -> None:
    wait_until(lambda: not processes_of(mark), "something of a lab is left")


def enter(desk: Desk, settings: dict[str, object] | None = None) -> ConcurrencyPage:
    desk.press("page_concurrency")
    page = desk.window.pages.lab
    assert isinstance(page, ConcurrencyPage)
    page.controls.show_chosen(settings or SMALL)
    return page


def run(desk: Desk, page: ConcurrencyPage) -> None:
    page.run_button.click()
    assert page.run.active
    desk.until(lambda: not page.run.active)


def lines(page: ConcurrencyPage) -> dict[str, tuple[tuple[str, ...], str]]:
    return {line.key: (line.cells, line.message) for line in page.table_view.lines}


def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Have every process that a test starts run this code first."""
    tmp_path.joinpath("sitecustomize.py").write_text(dedent(what))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


def test_a_run_that_has_measured_nothing_yet_does_not_ask_for_one(desk: Desk, mark: str) -> None:
    page = enter(desk)
    page.run_button.click()
    assert "Press Run" not in page.verdict.first.text()
    desk.until(lambda: not page.run.active)


def test_the_chart_names_the_start_method_where_python_chose_it(desk: Desk, mark: str) -> None:
    page = enter(desk, {**SMALL, "contestants": ["sequential", "multiprocessing"]})
    run(desk, page)
    signs = page.signs
    assert f"start&nbsp;by&nbsp;{get_all_start_methods()[0]}" in signs.text()
    desk.window.resize(1024, 700)
    desk.until(lambda: signs.isVisible() and not cut_off(page.bars_card))
    page.controls.show_chosen(SMALL)
    run(desk, page)
    assert "start&nbsp;by" not in signs.text()


def test_a_run_is_shown_kept_and_saved_in_every_form(desk: Desk, tmp_path: Path, mark: str) -> None:
    page = enter(desk)
    assert "Nothing measured yet" in page.verdict.first.text()
    run(desk, page)
    found = lines(page)
    assert list(found) == FEW
    assert found["sequential"][0][4] == "baseline"
    assert found["threading"][0][4].endswith("\u00d7")
    assert page.verdict.first.text().startswith("Waiting overlaps with 1 method")
    assert [row.key for row in page.bars.rows] == FEW
    assert all(len(row.blocks) == 10 for row in page.gantt.rows)
    assert "GIL on" in page.host.text()
    assert page.history_button.text().strip() == "History 1"
    page.saving.copy.click()
    report = json.loads(QGuiApplication.clipboard().text())
    assert report["lab"] == "concurrency"
    for kind in ("csv", "png", "svg", "h5"):
        desk.person.labs_as = tmp_path / f"saved.{kind}"
        page.saving.ask(kind)
    desk.until(lambda: not page.saving.busy)
    with (tmp_path / "saved.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["contestant"] for row in table] == FEW
    assert float(table[0]["seconds"]) == report["results"][0]["seconds"][0]
    assert QImage(str(tmp_path / "saved.png")).width() > 800
    texts = Tree.parse(tmp_path / "saved.svg").iter("{http://www.w3.org/2000/svg}text")
    assert {"sequential", "threading"} <= {text.text for text in texts}
    with h5py.File(tmp_path / "saved.h5") as kept:
        assert set(kept) == set(FEW)
        assert len(kept["threading/spans"]) == 10
    assert not page.notification.isVisible()
    until_none_is_left(mark)


def test_a_run_cancelled_before_it_measured_anything_has_no_results(desk: Desk, mark: str) -> None:
    page = enter(desk, LONG)
    page.run_button.click()
    desk.until(lambda: page.results.report is not None)
    page.cancel_button.click()
    desk.until(lambda: not page.run.active)
    until_none_is_left(mark)
    assert page.done.text() == "Cancelled"


def test_cancelling_stops_everything_and_keeps_the_finished_part(desk: Desk, mark: str) -> None:
    page = enter(desk, {**LONG, "scale": 0.25, "jobs": 1, "steps": 1, "repeats": 20})
    page.run_button.click()
    desk.until(lambda: any(row["seconds"] for row in page.results.rows))
    note = page.bars_card.note
    # The methods have different numbers of repeats.
    desk.until(lambda: note.text() == "shorter is better; bars are medians, each dot is one repeat")
    assert page.run.active
    assert processes_of(mark)
    assert not page.controls.jobs.isEnabled()
    page.cancel_button.click()
    desk.until(lambda: not page.run.active)
    assert not page.results.is_whole
    until_none_is_left(mark)
    assert any(row["seconds"] for row in page.results.rows)
    assert note.text().startswith("shorter is better; median of ")
    assert page.done.text() == "Cancelled; partial results"
    assert not page.notification.isVisible()
    page.controls.show_chosen(SMALL)
    page.controls.jobs.setValue(2)
    run(desk, page)
    assert page.done.text() == "Complete"
    assert page.history_button.text().strip() == "History 2"


@pytest.mark.parametrize("after", ["", "starting", "running"])
def test_the_window_may_go_at_any_moment(
    after: str, qtbot: QtBot, tmp_path: Path, mark: str
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        page = enter(desk, LONG)
        seen: list[str] = []
        page.run.received.connect(lambda event: seen.append(event["event"]))
        page.run_button.click()
        desk.until(lambda: not after or after in seen)
    until_none_is_left(mark)


BREAKS = """
    import os, sys, time
    told = " ".join(sys.orig_argv)
    if "labs.runner" in told:
        from visualizer.labs.concurrency import comparison
        comparison._ANSWER = 0.3
    if "concurrency.child" in told:
        from visualizer.labs.concurrency import ways
        def hang(jobs):
            if jobs[0].steps > 1:
                time.sleep(600)
            return []
        def crash(jobs):
            if jobs[0].steps > 1:
                os.abort()
            return []
        ways.event_loop, ways.thread_pool = hang, crash
"""


def test_one_that_crashes_hangs_or_is_missing_is_a_red_row_and_the_rest_go_on(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(tmp_path, monkeypatch, BREAKS)
    broken = ["thread-pool", "asyncio", "free-threading"]
    page = enter(desk, {**SMALL, "contestants": [*FEW, *broken]})
    page.controls.contestants.choose((*FEW, *broken))
    run(desk, page)
    found = lines(page)
    assert {key: error for key, (_, error) in found.items() if error} == {
        "thread-pool": ABORTED,
        "asyncio": "no response within 1 s",
        "free-threading": f"{FREE} is not available on this machine",
    }
    assert all(found[key][0][1].endswith("ms") for key in FEW)
    assert [row.key for row in page.bars.rows if row.is_red] == broken
    assert "3 methods failed" in page.verdict.rest.text()
    desk.press("language")
    assert lines(page)["free-threading"][1] == f"이 컴퓨터에서는 {FREE}를 쓸 수 없습니다"
    assert ABORTED[-1] in lines(page)["thread-pool"][1]


def test_an_absent_method_cannot_be_chosen_and_gives_its_reason(desk: Desk) -> None:
    page = enter(desk)
    action = page.controls.contestants.actions_by_key["free-threading"]
    assert not action.isEnabled()
    assert f"{FREE} is not available" in action.text()
    for key in FEW:
        page.controls.contestants.actions_by_key[key].trigger()
    assert len(page.controls.contestants.chosen) == 1


def test_a_runner_that_cannot_run_is_reported_in_a_notification(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    what = "import sys\nif 'visualizer.labs.runner' in sys.orig_argv: sys.exit('out of order')\n"
    planted(tmp_path, monkeypatch, what)
    page = enter(desk)
    run(desk, page)
    assert page.notification.isVisible()
    assert "out of order" in page.notification.accessibleName()
    assert page.run_button.isVisible()


def test_a_killed_runner_is_reported_and_its_results_stay(desk: Desk, mark: str) -> None:
    page = enter(desk, {**SMALL, "scale": 0.05, "repeats": 20})
    page.run_button.click()
    desk.until(lambda: any(row["seconds"] for row in page.results.rows))
    # Its figures cannot be stored either, but the message about the kill matters more.
    page.history.folder.parent.mkdir(parents=True, exist_ok=True)
    page.history.folder.touch()
    assert page.run.process_id is not None
    psutil.Process(page.run.process_id).kill()
    desk.until(lambda: not page.run.active)
    assert page.notification.isVisible()
    assert ENDED_BY_ANOTHER in page.notification.accessibleName()
    assert not page.history.entries()
    assert page.done.text().startswith("Stopped; partial results")
    assert any(row["seconds"] for row in page.results.rows)
    until_none_is_left(mark)


def test_language_and_theme_change_while_it_runs(desk: Desk) -> None:
    page = enter(desk, {**SMALL, "repeats": 12, "scale": 0.05})
    page.run_button.click()
    desk.until(lambda: any(row["seconds"] for row in page.results.rows))
    for command in ("language", "theme"):
        desk.press(command)
        page.grab()
        assert page.run.active
    desk.press("page_program")
    desk.press("page_concurrency")
    assert page.run.active
    page.run.cancel()
    desk.until(lambda: not page.run.active)


def turns(desk: Desk, while_: Callable[[], bool]) -> int:
    """Count the turns of the window's event loop while the condition holds."""
    found = 0

    def turn() -> bool:
        nonlocal found
        found += 1
        return not while_()

    desk.until(turn)
    return found


def test_earlier_runs_are_there_after_a_start_and_can_be_compared(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        page = enter(desk)
        run(desk, page)
        page.controls.show_chosen({**SMALL, "contestants": ["sequential"]})
        run(desk, page)
    with open_desk(qtbot, tmp_path) as desk:
        page = enter_as_left(desk)
        assert list(lines(page)) == ["sequential"]
        assert page.controls.contestants.chosen == ("sequential",)
        page.open_history()
        history = page.findChild(HistoryWindow)
        assert history is not None
        assert history.list.count() == 2
        history.list.setCurrentRow(1)
        history.compare_button.click()
        assert is_compared(page)
        assert lines(page)["sequential"][0][-1].endswith("ms")
        assert page.bars.rows[0].earlier
        history.alone_button.click()
        assert not is_compared(page)
        history.show_button.click()
        assert list(lines(page)) == FEW
        listed = [history.list.item(row).text() for row in range(2)]
        history.activateWindow()
        history.list.setFocus()
        qtbot.waitUntil(history.list.hasFocus)
        QTest.keyClick(history.list, Qt.Key.Key_Delete)
        assert [history.list.item(row).text() for row in range(history.list.count())] == listed[:1]
        history.forget_button.click()
        assert history.list.count() == 0
        history.back_button.click()
        history.back_button.click()
        assert [history.list.item(row).text() for row in range(2)] == listed
        assert history.back_button.isHidden()
        history.show_button.click()
        assert list(lines(page)) == ["sequential"]
        history.close()


def test_earlier_runs_are_distinguished_and_incomparable_ones_reported(desk: Desk) -> None:
    page = enter(desk)
    run(desk, page)
    report = page.results.report
    assert report is not None
    other = {**report, "settings": {**report["settings"], "jobs": 3, "steps": 4}}
    page.history.keep(other, time.time() + 1)
    rows = [{**row, "seconds": row["seconds"][:1]} for row in report["results"]]
    stopped = {**report["settings"], "repeats": 5}
    partial = {**report, "settings": stopped, "results": rows, "whole": False}
    page.history.keep(partial, time.time() + 2)
    page.open_history()
    history = page.findChild(HistoryWindow)
    assert history is not None
    texts = [history.list.item(row).text() for row in range(3)]
    assert texts[0].endswith("methods: 2, repeats in total: 2/10, not finished")
    assert "20 ms per step, jobs: 3, steps: 4, methods: 2, repeats in total: 2" in texts[1]
    assert "jobs: 2, steps: 5" in texts[2]
    for row, differs in ((0, True), (1, True), (2, False)):
        history.list.setCurrentRow(row)
        history.compare_button.click()
        assert page.notification.isVisibleTo(page) == differs
    history.list.setCurrentRow(1)
    history.compare_button.click()
    history.alone_button.click()
    assert not page.notification.isVisibleTo(page)
    history.close()


def is_compared(page: ConcurrencyPage) -> bool:
    return page.compared is not None


def enter_as_left(desk: Desk) -> ConcurrencyPage:
    desk.press("page_concurrency")
    page = desk.window.pages.lab
    assert isinstance(page, ConcurrencyPage)
    return page


def test_damaged_earlier_runs_are_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "labs" / "concurrency"
    folder.mkdir(parents=True)
    report = {"lab": "concurrency", "host": {}, "settings": {}, "results": [], "absent": {}}
    row = {"contestant": "sequential", "seconds": "x", "median": [], "spans": 3}
    for number, told in enumerate((report, {**report, "results": [row]}, {**report, "host": 1})):
        folder.joinpath(f"{number}.json").write_text(json.dumps(told))
    with open_desk(qtbot, tmp_path) as desk:
        page = enter_as_left(desk)
        assert page.results.report is None
        page.open_history()
        history = page.findChild(HistoryWindow)
        assert history is not None
        assert history.list.count() == 0
        history.close()


def test_the_code_that_ran_opens_in_the_program_and_its_threads_are_stepped(desk: Desk) -> None:
    page = enter(desk)
    run(desk, page)
    QTest.keyClick(page.bars, Qt.Key.Key_Down)
    assert page.selected == "threading"
    assert page.table_view.currentIndex().row() == 1
    assert page.gantt.selected == "threading"
    assert "def threads(jobs" in page.code.text.toPlainText()
    page.code.open.click()
    assert desk.window.pages.shown == "program"
    assert not desk.window.files.unsaved
    assert desk.window.player.recording is None
    desk.record()
    desk.window.player.go_to(desk.window.player.steps)
    assert len(desk.window.player.state.thread_names) == 3
    assert "numbers [1, 2]" in desk.output


def test_its_keys_run_and_cancel_and_nothing_is_cut_off(desk: Desk) -> None:
    window = desk.window
    window.resize(1024, 700)
    page = enter(desk, LONG)
    window.activateWindow()
    page.run_button.setFocus()
    desk.until(page.run_button.hasFocus)
    QTest.keyClick(page.run_button, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.run.active
    for language in ("en", "ko"):
        window.words.speak(language)
        desk.until(lambda: cut_off(page.bar) == [])
    # Processes start meanwhile, which takes many times as long as a turn.
    assert turns(desk, lambda: page.results.doing != "running") > 3
    assert window.focusWidget() is page.cancel_button
    QTest.keyClick(page.cancel_button, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    desk.until(lambda: not page.run.active)
    assert window.focusWidget() is page.run_button
