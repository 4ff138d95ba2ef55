"""Sharing a recording as a page: the options, the size, the file."""

import json
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.shell.recordings import ADDING
from tests.shell.sharing.conftest import READABLE
from tests.shell.windows import Desk
from visualizer.lessons.shelf import built_in_lessons
from visualizer.shell.sharing.share_window import ShareWindow


@pytest.fixture
def window(desk: Desk) -> ShareWindow:
    """The window for sharing, over a recording; its page is complete."""
    desk.put_in(ADDING)
    desk.record()
    desk.press("share")
    (shown,) = desk.window.findChildren(ShareWindow)
    desk.until(shown.save_button.isEnabled)
    return shown


def page_of(file: Path) -> dict[str, Any]:
    """Return the data of a saved page."""
    data = file.read_text(encoding="utf-8").partition('id="recording">')[2].partition("</script>")
    found: dict[str, Any] = json.loads(data[0])
    return found


def saved(window: ShareWindow, desk: Desk, file: Path) -> dict[str, Any]:
    desk.person.pages_as = file
    window.save_button.click()
    return page_of(file)


def test_without_a_recording_there_is_nothing_to_share(desk: Desk) -> None:
    assert not desk.window.commands["share"].isEnabled()


def test_its_size_is_shown_before_it_is_saved_and_is_the_files(
    window: ShareWindow, desk: Desk, tmp_path: Path
) -> None:
    said = window.said.text()
    file = tmp_path / "쪽 하나.html"
    page = saved(window, desk, file)
    steps = desk.window.player.steps
    assert said == f"The page has {steps} steps and {file.stat().st_size / 1e6:.2f} MB."
    assert len(page["steps"]) == steps
    assert [level["name"] for level in page["levels"]] == ["values", "objects", "counts", "regions"]
    assert window.said.text() == "Saved as 쪽 하나.html."
    assert desk.person.asked == ["page"]


def test_steps_level_language_and_theme_are_chosen(
    window: ShareWindow, desk: Desk, tmp_path: Path
) -> None:
    window.first.setValue(4)
    assert not window.save_button.isEnabled()
    window.last.setValue(9)
    window.level.activated.emit(window.level.findData("counts"))
    desk.until(window.save_button.isEnabled)
    for box, value in zip(window.beginnings, ("ko", "dark"), strict=True):
        box.activated.emit(box.findData(value))
    page = saved(window, desk, tmp_path / "page.html")
    assert (page["first"], len(page["steps"])) == (4, 6)
    assert [level["name"] for level in page["levels"]] == ["counts"]
    assert page["start"] == {"language": "ko", "theme": "dark"}


def test_a_step_typed_just_before_saving_is_in_the_page(
    window: ShareWindow, desk: Desk, tmp_path: Path
) -> None:
    file = desk.person.pages_as = tmp_path / "page.html"
    window.first.lineEdit().setText("4")
    window.save_button.click()
    desk.until(file.exists)
    assert page_of(file)["first"] == 4
    assert window.said.text() == "Saved as page.html."


def test_the_last_step_is_never_before_the_first(window: ShareWindow) -> None:
    window.last.setValue(5)
    window.first.setValue(8)
    assert (window.first.value(), window.last.value()) == (8, 8)
    window.last.setValue(3)
    assert (window.first.value(), window.last.value()) == (3, 3)


def test_a_long_recording_begins_with_the_steps_around_the_one_that_is_shown(desk: Desk) -> None:
    desk.put_in("for n in range(3000):\n    m = n\n")
    desk.record()
    desk.window.player.go_to(4000)
    desk.press("share")
    (shown,) = desk.window.findChildren(ShareWindow)
    assert shown.first.value() == 3850
    assert shown.last.value() == 4149
    # A page of all these steps takes several seconds of work.
    shown.first.setValue(4145)
    desk.until(shown.save_button.isEnabled)
    shown.first.setValue(1)
    assert (shown.first.value(), shown.last.value()) == (1, 2000)
    # A page with so many steps has a single level.
    assert shown.level.currentData() == "values"
    shown.close()


def workers() -> list[psutil.Process]:
    """Return the processes that make levels of a page."""
    found = psutil.Process().children()
    return [one for one in found if "visualizer.cli.page_worker" in one.cmdline()]


def test_a_page_is_made_by_several_processes_which_end_with_the_window(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.process_cpu_count", lambda: 3)
    desk.put_in("for n in range(60):\n    m = n\n")
    desk.record()
    desk.press("share")
    (shown,) = desk.window.findChildren(ShareWindow)
    desk.until(lambda: len(workers()) == 2)
    desk.until(lambda: shown.progress.value() > 0)
    shown.close()
    assert not workers()
    desk.until(lambda: not desk.window.findChildren(ShareWindow))
    desk.press("share")
    (shown,) = desk.window.findChildren(ShareWindow)
    desk.until(shown.save_button.isEnabled)
    assert not workers()
    shown.close()


def test_a_file_that_cannot_be_written_is_reported_and_the_old_one_stays(
    window: ShareWindow, desk: Desk, tmp_path: Path
) -> None:
    desk.person.pages_as = tmp_path / "no folder" / "page.html"
    window.save_button.click()
    assert "its directory does not exist; create it" in window.said.text()
    assert not window.open_button.isEnabled()
    saved(window, desk, tmp_path / "page.html")
    assert window.open_button.isEnabled()


def test_the_saved_page_opens_in_the_browser(
    window: ShareWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert not window.open_button.isEnabled()
    saved(window, desk, tmp_path / "page.html")
    window.open_button.click()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "page.html"]


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Escape])
def test_closed_it_makes_nothing_any_more(
    window: ShareWindow, desk: Desk, key: Qt.Key | None
) -> None:
    window.first.setValue(2)
    desk.until(lambda: window.maker.busy)
    stopped = list[bool]()
    window.maker.changed.connect(stopped.append)
    if key is None:
        window.close()
    else:
        QTest.keyClick(window, key)
    assert stopped == [False]


def test_another_recording_closes_it(window: ShareWindow, desk: Desk) -> None:
    desk.record_again("a = 1\n")
    desk.until(lambda: not desk.window.findChildren(ShareWindow))


def test_the_page_of_a_lesson_asks_its_questions(desk: Desk, tmp_path: Path) -> None:
    lesson = next(one for one in built_in_lessons() if one.key == "aliasing")
    desk.window.lessons.open(lesson)
    desk.until(lambda: desk.window.player.end is not None)
    desk.press("share")
    (shown,) = desk.window.findChildren(ShareWindow)
    desk.until(shown.save_button.isEnabled)
    count = len(lesson.questions)
    assert shown.said.text().endswith(f"It asks {count} questions of the lesson.")
    page = saved(shown, desk, tmp_path / "page.html")
    assert len(page["questions"]) == count
    shown.close()


def test_a_number_typed_at_once_replaces_the_first_step(window: ShareWindow) -> None:
    QTest.keyClicks(window.first, "2")
    window.take_typed()
    assert window.first.value() == 2


def test_a_page_of_a_damaged_recording_has_the_steps_before_the_fault(
    desk: Desk, damaged: Path, tmp_path: Path
) -> None:
    desk.window.files.open_path(damaged)
    desk.window.player.go_to(READABLE)
    desk.press("share")
    (shown,) = desk.window.findChildren(ShareWindow)
    assert shown.first.value() < READABLE < shown.last.value()
    steps = 10
    shown.first.setValue(READABLE - steps + 1)
    desk.until(shown.save_button.isEnabled)
    assert shown.said.text().startswith(f"The page has {steps} steps and ")
    assert "checksum of chunk 3" in shown.said.text()
    page = saved(shown, desk, tmp_path / "page.html")
    assert len(page["steps"]) == steps
    assert shown.said.text().startswith("Saved as page.html. ")
    assert "checksum of chunk 3" in shown.said.text()
    shown.last.setValue(READABLE)
    desk.until(shown.save_button.isEnabled)
    assert "checksum" not in shown.said.text()
    shown.first.setValue(READABLE + 1)
    desk.until(lambda: "checksum" in shown.said.text())
    assert not shown.save_button.isEnabled()
    shown.close()


def test_buttons_stand_below_the_names_of_the_rows(window: ShareWindow) -> None:
    name = next(label for label in window.findChildren(QLabel) if label.buddy() is window.first)
    parts = (name, window.progress, window.said, window.save_button)
    assert len({part.mapTo(window, QPoint()).x() for part in parts}) == 1
