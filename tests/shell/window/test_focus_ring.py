"""The ring around the pane that has the focus."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from visualizer.shell.window.focus import FocusRing


def test_it_goes_with_its_pane_though_nothing_else_gets_the_focus(qtbot: QtBot) -> None:
    """As at the end of a comparison while another application has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    ring, first, second = FocusRing(window), QLabel(window), QLabel(window)
    with qtbot.waitExposed(window):
        window.show()
    panes = []
    ring.show_about(first)
    panes.append(ring.pane)
    first.hide()
    with qtbot.waitSignal(first.destroyed):
        first.deleteLater()
    panes.append(ring.pane)
    ring.show_about(second)
    panes.append(ring.pane)
    assert panes == [first, None, second]
