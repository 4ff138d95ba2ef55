"""Levels Values and Objects in a real window: each step as a sheet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk, press
from visualizer.diagram.view.view import SheetView
from visualizer.diagram.view.walk import Place
from visualizer.layout.picture import Key, RegionKind, object_key
from visualizer.layout.sheet import Sheet

PROGRAM = """\
def double(items):
    for i in range(len(items)):
        items[i] = items[i] * 2

numbers = [10, 20, 30]
double(numbers)
grid = [[1, 2], [3, 4]]
"""


@pytest.fixture
def beginner(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A user without chosen settings, with a recorded program."""
    with open_desk(qtbot, tmp_path, level=None) as desk:
        desk.put_in(PROGRAM)
        desk.record()
        yield desk


def sheet(desk: Desk) -> Sheet:
    found = desk.window.diagram.shown_sheet
    assert found is not None
    return found


def numbers(desk: Desk) -> int:
    return dict(next(iter(desk.window.player.state.globals.values())))["numbers"]


def selected(desk: Desk) -> int | None:
    return desk.window.diagram.scene.selected


def view(desk: Desk) -> SheetView:
    return desk.window.diagram.view


def test_a_program_of_ones_own_opens_at_values(beginner: Desk) -> None:
    assert beginner.window.diagram.level == 1
    assert view(beginner).isVisible()


def test_every_step_has_its_sheet_forwards_and_back(beginner: Desk) -> None:
    player = beginner.window.player
    for step in (*range(1, player.steps + 1), *range(player.steps, 0, -1)):
        player.go_to(step)
        assert sheet(beginner).step == step


def test_all_of_a_small_program_is_in_view_and_larger_than_usual(beginner: Desk) -> None:
    beginner.window.player.go_to(beginner.window.player.steps)
    shown = view(beginner)
    seen = shown.mapToScene(shown.viewport().rect()).boundingRect()
    for box in sheet(beginner).boxes:
        assert seen.contains(QPointF(box.x, box.y))
        assert seen.contains(QPointF(box.rect.right, box.rect.bottom))
    assert 1 < shown.zoom <= 1.6


def test_the_frame_that_runs_and_the_cell_that_changed_are_marked(beginner: Desk) -> None:
    player = beginner.window.player
    step = next(n for n in range(2, player.steps) if _changes_a_cell(beginner, n))
    player.go_to(step)
    running = sheet(beginner).running
    assert running is not None
    assert running.kind == "frame"
    assert {running, object_key(numbers(beginner))} <= set(sheet(beginner).must_see)


def _changes_a_cell(desk: Desk, step: int) -> bool:
    desk.window.player.go_to(step)
    return any(slot.kind == "item" for _, slot in sheet(desk).changed)


def test_the_names_that_index_stand_at_their_cells(beginner: Desk) -> None:
    player = beginner.window.player
    player.go_to(next(n for n in range(2, player.steps) if _changes_a_cell(beginner, n)))
    assert [tag.label.text for tag in sheet(beginner).tags] == ["i"]


def test_counts_stand_at_drawn_objects_and_regions_lie_behind(beginner: Desk) -> None:
    player = beginner.window.player
    player.go_to(player.steps)
    assert (sheet(beginner).counts, sheet(beginner).grounds) == ({}, ())
    beginner.press("level_3")
    state, found = player.state, sheet(beginner)
    assert found.counts[numbers(beginner)].now == state.heap[numbers(beginner)].refcount
    assert not found.grounds
    beginner.press("level_4")
    assert {ground.kind for ground in sheet(beginner).grounds} == {*RegionKind}
    beginner.press("level_2")
    assert sheet(beginner).step == player.step
    assert not sheet(beginner).grounds


def test_a_clicked_object_is_selected_at_every_level(beginner: Desk) -> None:
    player, shown = beginner.window.player, view(beginner)
    player.go_to(player.steps)
    rect = shown.rect_of(object_key(numbers(beginner)))
    at = shown.mapFromScene(rect.topLeft() + QPointF(10, 8))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert beginner.window.diagram.scene.selected == numbers(beginner)
    beginner.window.select(None)
    assert shown.sheets.selected is None


def test_a_frame_that_is_clicked_is_looked_at(beginner: Desk) -> None:
    shown = view(beginner)
    found: list[Key | None] = []
    beginner.window.player.go_to(beginner.window.player.steps)
    beginner.window.diagram.scene.frame_chosen.connect(found.append)
    frame = next(box for box in sheet(beginner).boxes if box.key.kind == "globals")
    at = shown.mapFromScene(QPointF(frame.rect.right - 20, frame.y + 6))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert Key("globals", str(frame.key.name)) in found


def test_a_size_of_ones_own_stays_until_one_asks_for_all(beginner: Desk) -> None:
    shown, player = view(beginner), beginner.window.player
    fitted = shown.zoom
    beginner.press("zoom_out")
    chosen = shown.zoom
    assert chosen < fitted
    player.go_to(3)
    assert shown.zoom == chosen
    beginner.press("fit")
    beginner.until(lambda: shown.zoom == pytest.approx(fitted))


def test_keys_walk_over_drawn_objects_and_enter_follows(beginner: Desk) -> None:
    beginner.window.player.go_to(beginner.window.player.steps)
    beginner.window.activateWindow()
    shown = view(beginner)
    shown.setFocus()
    beginner.until(shown.hasFocus)
    while "numbers" not in shown.accessibleDescription():
        press(beginner, Qt.Key.Key_Down)
    press(beginner, Qt.Key.Key_Return)
    assert selected(beginner) == numbers(beginner)
    assert shown.walk.ring == shown.rect_of(object_key(numbers(beginner)))
    press(beginner, Qt.Key.Key_Escape)
    assert selected(beginner) is None
    assert shown.walk.ring.isNull()


def test_presented_it_is_as_large_as_it_fits(beginner: Desk) -> None:
    shown = view(beginner)
    before = shown.zoom
    beginner.press("present")
    beginner.until(lambda: shown.zoom > before)
    beginner.press("present")
    beginner.until(lambda: shown.zoom == pytest.approx(before))


def test_a_step_is_exported_and_copied_as_it_is_shown(beginner: Desk, tmp_path: Path) -> None:
    beginner.person.pictures_as = tmp_path / "step.svg", 1.0
    beginner.press("export_picture")
    text = (tmp_path / "step.svg").read_text(encoding="utf-8")
    assert "double" in text or "module" in text


def test_a_program_that_waits_for_input_shows_its_steps_so_far(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path, level=1) as desk:
        desk.put_in("names = []\nnames.append(input())\nprint(names)\n")
        desk.press("record")
        desk.until(lambda: desk.window.diagram.shown_sheet is not None)
        desk.until(lambda: desk.window.player.steps >= 2)
        desk.window.player.go_to(2)
        assert any(box.key.kind == "object" for box in sheet(desk).boxes)
        desk.press("stop")
        desk.until_ended()


def test_hits_of_a_search_are_marked_and_brought_into_view(beginner: Desk) -> None:
    pane, shown = beginner.window.diagram, view(beginner)
    beginner.window.player.go_to(beginner.window.player.steps)
    pane.search.open_search()
    pane.search.field.setText("list")
    hits = [hit.serial for hit in pane.search.hits]
    assert numbers(beginner) in hits
    assert {spot.box for spot in pane.scene.finding.marks} <= set(pane.scene.shown.boxes)
    for serial in hits:
        assert pane.search.hits[pane.search.at].serial == serial
        assert selected(beginner) == serial
        place = pane.scene.place_of(serial)
        assert place is not None
        seen = shown.mapToScene(shown.viewport().rect()).boundingRect()
        assert seen.contains(QPointF(place.x + place.width / 2, place.y + place.height / 2))
        pane.search.go(1)
    beginner.press("level_3")
    assert pane.scene.finding.marks
    pane.search.close_search()
    assert not pane.scene.finding.marks
    assert shown.hasFocus()


def test_a_search_has_no_hits_without_a_recording(beginner: Desk) -> None:
    search = beginner.window.diagram.search
    beginner.press("last")
    beginner.press("find_object")
    search.field.setText("list")
    assert search.hits
    beginner.press("new")
    search.go(1)
    assert beginner.window.diagram.scene.selected is None
    assert search.count.text() == "no matches"
    beginner.record_again("other = [1]\n")
    beginner.press("last")
    beginner.until(lambda: len(search.hits) == 1)


def test_the_focus_and_the_way_back_are_those_of_the_program(beginner: Desk) -> None:
    view = beginner.window.diagram.view
    beginner.press("last")
    beginner.focus_diagram()
    beginner.until(lambda: object_key(numbers(beginner)) in view.sheets.shown.boxes)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert [view.walk.at] == [Place(object_key(numbers(beginner)))]
    beginner.press("new")
    beginner.record_again("other = [1]\n")
    assert (view.walk.at, view.walk.back()) == (None, False)


def test_the_same_object_is_selected_when_the_program_is_recorded_again(beginner: Desk) -> None:
    beginner.window.player.go_to(beginner.window.player.steps)
    before = numbers(beginner)
    view(beginner).sheets.select(before)
    beginner.record_again(f"first = []\n{PROGRAM}")
    beginner.until(lambda: beginner.window.player.step == beginner.window.player.steps)
    assert numbers(beginner) != before
    assert selected(beginner) == numbers(beginner)
    assert view(beginner).sheets.shown.boxes[object_key(numbers(beginner))].is_selected


def test_the_same_frame_is_looked_at_when_the_program_is_recorded_again(beginner: Desk) -> None:
    player, sheets = beginner.window.player, view(beginner).sheets
    player.go_to(next(n for n in range(2, player.steps) if _changes_a_cell(beginner, n)))
    sheets.choose_frame(sheet(beginner).running)
    beginner.record_again(f"first = []\n{PROGRAM}")
    beginner.until(lambda: sheets.chosen in sheets.shown.boxes)
    chosen = sheets.chosen
    assert chosen is not None
    assert chosen == sheet(beginner).running
    assert chosen.kind == "frame"
    beginner.window.workbench.new()
    assert sheets.chosen is None
