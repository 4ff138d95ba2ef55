"""The bar of a lab breaks into rows, and its page shows the focus."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.shell.windows import Desk
from visualizer.shell.appearance.look import THEME
from visualizer.shell.labs.common.control_bar import ControlBar
from visualizer.shell.labs.common.figures_table import FiguresTable
from visualizer.shell.widgets.controls import Segments


def test_controls_are_whole_after_their_words_and_the_window_changed_while_hidden(
    desk: Desk,
) -> None:
    window = desk.window
    window.words.speak("en")
    window.resize(1000, 600)
    window.pages.show("concurrency")
    QApplication.processEvents()
    window.pages.show("program")
    QApplication.processEvents()
    window.words.speak("ko")
    window.resize(640, 400)
    QApplication.processEvents()
    window.pages.show("concurrency")
    QApplication.processEvents()
    (bar,) = (one for one in window.findChildren(ControlBar) if one.isVisible())
    for control in bar.findChildren(Segments):
        assert control.width() >= control.minimumSizeHint().width()


@pytest.mark.parametrize("lab", ["concurrency", "shared_memory", "streaming"])
def test_tab_leads_from_the_controls_to_the_buttons_beside_them(desk: Desk, lab: str) -> None:
    desk.press(f"page_{lab}")
    page = desk.window.pages.lab
    assert page is not None
    page.run_button.setFocus()
    desk.window.focusPreviousChild()
    assert desk.window.focusWidget() is page.history_button
    desk.window.focusPreviousChild()
    assert desk.window.focusWidget() in page.bar.findChildren(QWidget)


@pytest.mark.parametrize("lab", ["concurrency", "shared_memory", "streaming"])
def test_the_frame_of_a_table_shows_that_it_has_the_focus(desk: Desk, lab: str) -> None:
    desk.press(f"page_{lab}")
    page = desk.window.pages.lab
    assert page is not None
    table = next(one for one in page.findChildren(FiguresTable) if one.isVisibleTo(page))

    def edge() -> str:
        return table.grab().toImage().pixelColor(0, table.height() // 2).name()

    assert edge() == THEME.colour("pane").name()
    table.setFocus()
    assert edge() == THEME.colour("accent").name()
