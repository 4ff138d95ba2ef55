"""A dock that is hidden and shown again has the size that the user has chosen."""

from tests.shell.windows import Desk


def test_beside_the_diagram_it_keeps_its_width(desk: Desk) -> None:
    whole, dock = desk.window.arrangement.whole, desk.window.dock
    whole.moveSplitter(whole.width() - 400, 2)
    before = whole.sizes()
    assert before[2] > 380
    desk.press("dock")
    desk.until(lambda: whole.sizes()[2] == 0)
    desk.press("dock")
    desk.until(lambda: whole.sizes() == before == [*before[:2], dock.width()])


def test_below_the_code_it_and_the_output_keep_their_height(desk: Desk) -> None:
    window = desk.window
    left, dock, output = window.arrangement.left, window.dock, window.output
    window.resize(1024, 700)
    desk.until(dock.isVisible)
    left.moveSplitter(left.height() - 150, 2)
    before = dock.height()
    assert before < 160
    desk.press("dock")
    desk.until(lambda: output.isVisible() and output.height() == before)
    desk.press("dock")
    desk.until(lambda: dock.isVisible() and dock.height() == before)
