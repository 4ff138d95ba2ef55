"""The fonts of words and code: chosen by name, used at once, stored; unknown names."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, open_desk
from visualizer.diagram.fonts import choose_families, code_family, families_to_choose, usual_family
from visualizer.layout.picture import Key
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.settings.preferences_window import PreferencesWindow
from visualizer.shell.window.window import MainWindow

PROGRAM = "names = ['a', 'b']\nother = names\n"


@pytest.fixture(autouse=True)
def _usual_fonts_afterwards() -> Iterator[None]:
    yield
    choose_families("", "")


def another(kind: str) -> str:
    usual = {usual_family("words"), usual_family("code")}
    return next(name for name in families_to_choose(kind) if name not in usual)


def box_of(desk: Desk, name: str) -> QComboBox:
    desk.press("preferences")
    (shown,) = desk.window.findChildren(PreferencesWindow)
    desk.until(shown.isVisible)
    return next(box for box in shown.findChildren(QComboBox) if box.accessibleName() == name)


def widths(desk: Desk) -> dict[Key, float]:
    sheet = desk.window.diagram.scene.sheet
    assert sheet is not None
    return {box.key: box.rect.width for box in sheet.boxes}


def choose(box: QComboBox, family: str) -> None:
    at = box.findData(family)
    assert at > 0
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_a_font_of_code_is_used_everywhere_at_once_and_in_the_next_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.record_again(PROGRAM)
        window, family = desk.window, another("code")
        window.player.last()
        box = box_of(desk, "Code font")
        assert box.itemText(0) == f"Default ({usual_family('code')})"
        choose(box, family)
        assert code_family() == family
        assert window.source.editor.font().family() == family
        assert window.output.output.font().family() == family
        assert window.trace.delegate.font.family() == family
        window.select(next(iter(window.player.state.heap)))
        assert family in window.dock.inspector.text
    with open_desk(qtbot, tmp_path) as desk:
        window = desk.window
        assert window.source.editor.font().family() == family
        box = box_of(desk, "Code font")
        assert box.currentText() == family
        box.setCurrentIndex(0)
        box.activated.emit(0)
        assert window.source.editor.font().families()[0] == usual_family("code")


def test_a_font_of_words_is_that_of_the_window_and_cards_are_measured_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.record_again(PROGRAM)
        window = desk.window
        window.player.last()
        before = widths(desk)
        family = next(n for n in families_to_choose("words") if "Mono" in n)
        choose(box_of(desk, "Text font"), family)
        assert QApplication.font().family() == family
        assert window.header.font().family() == family
        after = widths(desk)
        assert after.keys() == before.keys()
        assert after != before


def test_a_missing_font_is_reported_and_the_usual_one_is_used(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("No Such Font", "x" * 100_000, 'a\nb, "c" \x00'):
        folder = tmp_path / str(len(name))
        folder.mkdir()
        with open_desk(qtbot, folder) as desk:
            desk.window.preferences.put("code_family", name)
        with open_desk(qtbot, folder) as desk:
            window = desk.window
            assert window.source.editor.font().families()[0] == usual_family("code")
            desk.until(window.diagram.notifications.notice.isVisible)
            said = [
                label.text() for label in window.diagram.notifications.notice.findChildren(QLabel)
            ]
            assert any("Not installed on this computer" in text for text in said)


@pytest.mark.parametrize("begin", [None, MainWindow.open_last])
def test_one_notification_reports_missing_fonts_and_settings_that_cannot_be_saved(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    begin: Callable[[MainWindow], None] | None,
) -> None:
    with open_desk(qtbot, tmp_path) as desk:
        desk.window.preferences.put("code_family", "No Such Font")
    monkeypatch.setattr(Preferences, "sync", lambda _: False)
    with open_desk(qtbot, tmp_path, begin) as desk:
        page = desk.window.pages.page
        assert (page is None) == (begin is None)
        shown = page.notification if page else desk.window.diagram.notifications.notice
        assert shown.isVisible()
        assert str(desk.window.preferences.file) in shown.accessibleName()
        assert "No Such Font" in shown.accessibleName()


def test_only_fonts_of_equal_letters_are_offered_for_code(qapp: QApplication) -> None:
    offered = families_to_choose("code")
    assert offered
    assert all(QFontDatabase.isFixedPitch(n) for n in offered if n != "D2Coding")
    assert set(offered) <= set(families_to_choose("words"))
