"""A lab in front of a class: its conclusion and its plots, in large type."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.shell.labs.test_shared_memory import report as shared_memory_report
from tests.shell.labs.test_streaming import HOST, ROWS, report
from tests.shell.windows import Desk, open_desk, press
from visualizer.charts.chart import Chart
from visualizer.shell.canvas.presentation import LEAST_TYPE
from visualizer.shell.labs.common.card import Card
from visualizer.shell.labs.common.page import LabPage


def shown_cards(page: LabPage) -> dict[Card, bool]:
    """Return whether each visible card has a plot."""
    return {
        card: bool(card.findChildren(Chart))
        for card in page.findChildren(Card)
        if card.isVisibleTo(page)
    }


def on_page(desk: Desk, lab: str) -> LabPage:
    desk.press(f"page_{lab}")
    page = desk.window.pages.lab
    assert page is not None
    return page


@pytest.mark.parametrize("lab", ["concurrency", "shared_memory", "streaming"])
def test_a_presented_lab_shows_its_plots_in_large_type(desk: Desk, lab: str) -> None:
    window, page = desk.window, on_page(desk, lab)
    before, usual = shown_cards(page), QApplication.font().pixelSize()
    assert not all(before.values())
    desk.press("present")
    assert window.isFullScreen()
    assert window.commands["present"].isChecked()
    assert not window.header.isVisible()
    assert QApplication.font().pixelSize() >= LEAST_TYPE
    assert shown_cards(page) == {card: True for card, plots in before.items() if plots}
    assert not any(control.isVisible() for control in page.bar.controls)
    assert page.run_button.isVisible()
    assert not window.preferences.has("text_percent")
    assert window.focusWidget() in (page, *page.findChildren(Chart))
    press(desk, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not window.commands["present"].isChecked()
    assert window.header.isVisible()
    assert QApplication.font().pixelSize() == usual
    assert shown_cards(page) == before
    assert all(control.isVisibleTo(page) or lab == "streaming" for control in page.bar.controls)


def test_presented_plots_stand_one_above_the_other(desk: Desk) -> None:
    page = on_page(desk, "streaming")
    page.show_run({**report(*ROWS), "host": HOST})
    desk.window.resize(2400, 900)
    cards = [card for card in shown_cards(page) if card.findChildren(Chart)]
    assert len({card.y() for card in cards}) == 1
    desk.press("present")
    assert len({card.x() for card in cards}) == 1
    assert len({card.y() for card in cards}) == len(cards) == 3
    press(desk, Qt.Key.Key_Escape)
    assert len({card.y() for card in cards}) == 1


def test_the_notes_of_a_presented_lab_are_whole(desk: Desk) -> None:
    page = on_page(desk, "shared_memory")
    desk.window.resize(900, 768)
    desk.press("present")
    desk.window.setWindowState(Qt.WindowState.WindowNoState)
    notes = [card.note for card in shown_cards(page) if card.note.text()]
    assert notes

    def is_whole(note: QLabel) -> bool:
        wide = note.width() if note.wordWrap() else 10_000
        room = QRect(0, 0, wide, 10_000)
        needed = note.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, note.text())
        return needed.width() <= note.width() and needed.height() <= note.height()

    desk.until(lambda: all(map(is_whole, notes)))
    press(desk, Qt.Key.Key_Escape)
    assert not any(note.wordWrap() for note in notes)


def test_findings_of_scripts_are_hidden_while_their_lab_is_presented(desk: Desk) -> None:
    page = on_page(desk, "shared_memory")
    desk.press("present")
    presented = shown_cards(page)
    page.show_run(shared_memory_report({"method": "printed-pool", "findings": {"no_file": 1}}))
    assert shown_cards(page) == presented
    press(desk, Qt.Key.Key_Escape)
    assert page.words("shm.findings") in {card.title.text() for card in shown_cards(page)}


def test_another_page_ends_the_presentation_of_a_lab(desk: Desk) -> None:
    page = on_page(desk, "streaming")
    page.show_run({**report(*ROWS), "host": HOST})
    usual = QApplication.font().pixelSize()
    desk.press("present")
    desk.press("page_program")
    assert desk.window.header.isVisible()
    assert QApplication.font().pixelSize() == usual
    assert not desk.window.commands["present"].isChecked()
    desk.press("present")
    assert desk.window.presentation.on


def test_the_start_page_is_not_presented(desk: Desk) -> None:
    desk.press("page_start")
    assert not desk.window.commands["present"].isVisible()


@pytest.mark.parametrize("page", ["program", "streaming"])
def test_a_window_that_is_closed_while_presented_opens_as_it_was_before(
    qtbot: QtBot, tmp_path: Path, page: str
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.window.resize(720, 600)
        size, usual = desk.window.size(), QApplication.font().pixelSize()
        desk.press(f"page_{page}")
        desk.press("present")
        if page == "streaming":
            desk.press("text_larger")
    with open_desk(qtbot, tmp_path) as desk:
        assert not desk.window.isFullScreen()
        assert (desk.window.size(), QApplication.font().pixelSize()) == (size, usual)
