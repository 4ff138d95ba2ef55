"""After an edit and a new recording the place, the selection and the bookmarks stay."""

from tests.shell.recordings import ADDING
from tests.shell.windows import Desk


def value_of(desk: Desk, name: str) -> int:
    return dict(desk.window.player.state.globals["program.py"])[name]


def test_the_first_run_begins_at_step_1_and_the_next_goes_on_where_one_was(desk: Desk) -> None:
    window, player = desk.window, desk.window.player
    desk.record_again(ADDING)
    assert player.step == 1
    desk.record_again(f"import math\n{ADDING}")
    assert player.step == 1, "whoever has not stepped yet begins with the first line"
    player.go_to(12)
    here = player.state.step
    assert here is not None
    window.select(value_of(desk, "found"))
    before = window.diagram.scene.selected
    desk.record_again(f"import math\n{ADDING}x = 1\n")
    assert player.step == 12
    assert window.diagram.scene.selected == before
    desk.record_again(f"first = [[1], [2]]\nimport math\n{ADDING}")
    there = player.state.step
    assert there is not None
    assert (player.step, there.line, there.event) == (13, here.line + 1, here.event)
    assert window.diagram.scene.selected == value_of(desk, "found") != before
    assert window.dock.inspector.serial == value_of(desk, "found")


def test_an_object_of_another_kind_under_the_name_is_selected_and_else_none(desk: Desk) -> None:
    window = desk.window
    desk.record_again("x = [1]\n")
    desk.press("last")
    window.select(value_of(desk, "x"))
    desk.record_again("x = {2}\n")
    assert window.player.at_newest, "whoever saw the end sees the end"
    assert window.diagram.scene.selected == value_of(desk, "x")
    desk.record_again("pass\n")
    assert window.diagram.scene.selected is None


def test_a_place_far_on_in_a_long_run_is_come_to_again(desk: Desk) -> None:
    player = desk.window.player
    long = "total = 0\nfor n in range(3000):\n    total += n\nprint(total)\n"
    desk.record_again(long)
    player.go_to(5_000)
    desk.record_again(f"{long}print('done')\n")
    desk.until(lambda: player.step == 5_000)
    desk.record_again(f"a = 1\n{long}")
    desk.until(lambda: player.step == 5_001)


def test_a_program_that_goes_on_for_ever_is_shown_where_one_was(desk: Desk) -> None:
    player = desk.window.player
    desk.put_in("n = 0\nwhile True:\n    n += 1\n")
    desk.press("record")
    desk.until(lambda: player.steps > 500)
    player.go_to(301)
    here = player.state.step
    assert here is not None
    desk.press("stop")
    desk.until_ended()
    desk.put_in("n = 5\nwhile True:\n    n += 1\n    m = n\n")
    desk.press("record")
    desk.until(lambda: desk.window.workbench.run.active and player.step == 450)
    line = player.state.step
    assert line is not None
    assert (line.event, line.line) == (here.event, here.line)
    desk.press("forward")
    assert player.step == 451
    desk.press("stop")
    desk.until_ended()
    assert player.step == 451, "whoever has stepped is not called back"
