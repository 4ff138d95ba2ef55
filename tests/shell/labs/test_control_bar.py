"""The bar of a lab breaks into rows."""

from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk
from visualizer.shell.labs.common.control_bar import ControlBar
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
