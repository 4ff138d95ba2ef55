"""The height of the output pane."""

from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk


def test_errors_that_filled_a_high_pane_let_it_become_low_again(desk: Desk) -> None:
    window = desk.window
    desk.put_in("def count(n):\n    return count(n + 1)\n\ncount(0)\n")
    desk.record()
    desk.press("last")
    for height_of_code in (200, 550):
        window.arrangement.left.moveSplitter(height_of_code, 1)
        QApplication.processEvents()
    assert window.output.height() < window.source.height() / 2
    assert window.output.errors.verticalScrollBar().maximum() > 0
