"""The selected object over the steps: its count as a plot and a list; long values in pages."""

import re

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.shell.windows import Desk
from visualizer.explain.watched.looks import WatchedObject
from visualizer.shell.inspector.page import ROW_LINK


def record(desk: Desk, text: str) -> None:
    desk.put_in(text)
    desk.record()
    desk.press("last")
    desk.until(lambda: desk.window.transport.timeline.is_complete)


def select(desk: Desk, name: str) -> int:
    window = desk.window
    serial = dict(window.player.state.globals["program.py"])[name]
    window.select(serial)
    return serial


def test_every_change_of_the_count_is_listed_and_leads_to_its_step(desk: Desk) -> None:
    record(desk, "a = [1]\nb = a\nc = [a, a]\ndel b\n")
    select(desk, "a")
    history = desk.window.dock.inspector.history
    desk.until(lambda: history.feed.is_complete and len(history.model.cells) == 4)
    assert [(cell.step, cell.refcount) for cell in history.cells] == [
        (2, 1),
        (3, 2),
        (4, 4),
        (5, 3),
    ]
    rows = [history.model.index(row).data() for row in range(4)]
    assert rows[2] == "step 4:  2 → 4"
    history.heading.click()
    place = history.list.visualRect(history.model.index(1)).center()
    QTest.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.player.step == 3


def test_a_press_on_the_plot_goes_to_the_step(desk: Desk) -> None:
    record(desk, "a = [1]\n" + "b = a\ndel b\n" * 20)
    select(desk, "a")
    history = desk.window.dock.inspector.history
    desk.until(history.isVisible)
    room = history.room
    QTest.mouseClick(room, Qt.MouseButton.LeftButton, pos=QPoint(room.width() - 8, 20))
    assert desk.window.player.step == desk.window.player.steps
    QTest.mouseClick(room, Qt.MouseButton.LeftButton, pos=QPoint(8, 20))
    assert desk.window.player.step == 1


def test_an_uncounted_object_has_no_history(desk: Desk) -> None:
    record(desk, "a = None\nb = [2]\n")
    history = desk.window.dock.inspector.history
    select(desk, "b")
    desk.until(history.isVisible)
    select(desk, "a")
    assert history.isHidden()


def test_another_recording_has_other_objects(desk: Desk) -> None:
    record(desk, "a = [1]\nb = a\n")
    select(desk, "a")
    history = desk.window.dock.inspector.history
    desk.until(history.isVisible)
    desk.record_again("a = [1, 2]\nb = a\nc = b\nd = c\n")
    # The player shows it where it showed the previous recording: at its end.
    assert desk.window.player.step == desk.window.player.steps
    select(desk, "a")
    desk.until(lambda: len(history.cells) == 4)


def test_a_long_value_has_pages_to_its_end(desk: Desk) -> None:
    record(desk, "a = list(range(1000, 1250))\nb = list(range(20_000))\n")
    inspector = desk.window.dock.inspector
    select(desk, "a")
    assert ">1099<" in inspector.text
    assert ">1100<" not in inspector.text
    inspector.follow(f"{ROW_LINK}100")
    assert ">1100<" in inspector.text
    assert "rows 100 to 199" in inspector.text
    assert f'"{ROW_LINK}0"' in inspector.text
    inspector.follow(f"{ROW_LINK}200")
    assert ">1249<" in inspector.text
    assert f'"{ROW_LINK}300"' not in inspector.text
    select(desk, "b")
    assert "rows 0 to 99" in inspector.text
    assert "10,000 more" in inspector.text


def test_a_long_text_has_pages_and_counts_the_unrecorded_part(desk: Desk) -> None:
    record(desk, "t = 'ab' * 25_000_000\nu = 'c' * 998\nv = 'd' * 1_001\n")
    inspector = desk.window.dock.inspector
    select(desk, "t")
    assert "characters 1 to 1,000" in inspector.text
    assert "49,990,002 more characters were not recorded" in inspector.text
    inspector.follow(f"{ROW_LINK}9000")
    assert "characters 9,001 to 10,000" in inspector.text
    shown = inspector.text.replace("\u200b", "")
    assert "ba" * 499 in shown
    assert "ba" * 501 not in shown
    select(desk, "v")
    assert "characters 1 to 1,000" in inspector.text
    inspector.follow(f"{ROW_LINK}1000")
    assert "characters 1,001 to 1,003" in inspector.text
    assert "not recorded" not in inspector.text
    select(desk, "u")
    assert "characters" not in inspector.text


def test_a_value_without_a_blank_leaves_the_dock_as_wide_as_it_was(desk: Desk) -> None:
    record(desk, "a = 'x' * 5000\nb = {'y' * 300: 'z' * 300}\nc = [1]\n")
    inspector, dock = desk.window.dock.inspector, desk.window.dock
    inside = inspector.parentWidget()
    assert inside is not None
    for step in (2, 3, 4):
        desk.window.player.go_to(step)
        for name in ("a", "b")[: step - 1]:
            select(desk, name)
            desk.until(lambda: inside.width() <= dock.width())
            assert inside.minimumSizeHint().width() <= dock.width()


def test_the_bytecode_of_the_line_is_there_at_a_request(desk: Desk) -> None:
    record(desk, "a = [1]\nb = a\n")
    pane = desk.window.dock.bytecode
    assert pane.text == ""
    desk.press("first")
    pane.heading.click()
    assert "BUILD_LIST" in pane.text
    desk.press("forward")
    assert "LOAD_NAME" in pane.text
    assert "+1: the stack refers to it too" in pane.text
    desk.window.words.speak("ko")
    assert pane.heading.text().strip() == "2번 줄의 바이트코드"
    desk.press("last")
    assert pane.isHidden()


def test_the_selected_object_is_watched_by_a_button(desk: Desk) -> None:
    record(desk, "a = [1]\nb = a\n")
    inspector = desk.window.dock.inspector
    assert inspector.watch.isHidden()
    serial = select(desk, "a")
    inspector.watch.click()
    assert desk.window.trace.isVisible()
    assert [column.watched for column in desk.window.watching.columns] == [
        WatchedObject(serial, "list")
    ]


def test_the_many_referrers_of_an_object_are_listed_between_events(desk: Desk) -> None:
    record(desk, "rest = [[n] for n in range(900)]\na = [1]\nb = a\nc = a\nd = 1\n")
    select(desk, "a")
    inspector, player = desk.window.dock.inspector, desk.window.player
    assert names_in(inspector.text) >= {"a", "b", "c"}
    player.go_to(player.step - 2)
    desk.until(lambda: "c" not in names_in(inspector.text))
    assert names_in(inspector.text) >= {"a", "b"}


def names_in(page: str) -> set[str]:
    """Return the names of the module in a page."""
    return set(re.findall(r"\b[abc]\b", re.sub(r"<[^>]*>", " ", page)))


def test_a_reference_without_an_arrow_is_a_row_of_its_own(desk: Desk) -> None:
    record(desk, "class Car: pass\na, b = Car(), Car()\nlong = [a] * 44\nend = 1\n")
    inspector = desk.window.dock.inspector
    select(desk, "Car")
    assert "2 not drawn: references from instances to their class" in inspector.text
    serial = select(desk, "a")
    assert "31 not drawn: collapsed into the object that holds it" in inspector.text
    assert f">{desk.window.player.state.heap[serial].refcount}<" in inspector.text


def test_a_dead_object_is_described_with_its_type(desk: Desk) -> None:
    record(desk, "a = [1]\ndel a\nend = 1\n")
    desk.press("first")
    desk.press("forward")
    serial = select(desk, "a")
    desk.press("last")
    assert f"list #{serial} does not exist at this step." in desk.window.dock.inspector.text


def test_values_come_first_and_counts_and_addresses_at_the_levels_that_show_them(
    desk: Desk,
) -> None:
    record(desk, "a = [1, 2]\nb = a\n")
    inspector = desk.window.dock.inspector
    serial = select(desk, "a")
    desk.press("level_3")
    desk.until(inspector.history.isVisible)
    assert inspector.text.index("[1, 2]") < inspector.text.index("Address")
    assert f"items #{serial}" in inspector.text
    for level in ("level_1", "level_2"):
        desk.press(level)
        assert "[1, 2]" in inspector.text
        assert "Referenced by" in inspector.text
        assert "Address" not in inspector.text
        assert f"items #{serial}" not in inspector.text
        assert inspector.history.isHidden()


def test_a_short_value_stands_once(desk: Desk) -> None:
    record(desk, "a = 3\n")
    select(desk, "a")
    assert desk.window.dock.inspector.text.count("Value") == 1


def test_an_immortal_object_is_described_as_uncounted(desk: Desk) -> None:
    record(desk, "a = 3\n")
    select(desk, "a")
    text = desk.window.dock.inspector.text
    assert "not counted" in text.partition("Referenced by")[2]


def test_the_bytes_of_an_object_are_explained_at_the_levels_with_sizes(desk: Desk) -> None:
    record(desk, "a = []\nfor n in range(5):\n    a.append(n)\n")
    inspector = desk.window.dock.inspector
    select(desk, "a")
    for level in range(1, 5):
        desk.press(f"level_{level}")
        assert ("Spare, 3 free" in inspector.text) is (level >= 3)
    assert "= size (sys.getsizeof)" in inspector.text
    desk.window.words.speak("ko")
    assert "여유, 빈 칸 3개" in inspector.text
