"""Themes, languages and sizes of the window."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk, cut_off, open_desk
from visualizer.diagram.themes import THEMES, theme
from visualizer.shell.appearance.words import LANGUAGES
from visualizer.shell.playback.transport import Transport
from visualizer.shell.window.window import MainWindow

SIZES = ((1440, 900), (1024, 700), (1920, 1080))


def visible[W: QWidget](window: QWidget, kind: type[W]) -> Iterator[W]:
    return (widget for widget in window.findChildren(kind) if widget.isVisible())


def faults(window: MainWindow) -> list[str]:
    """List texts that are cut off, and parts that lie outside the window or overlap."""
    found = []
    for button in visible(window, QAbstractButton):
        place = QRect(button.mapTo(window, QPoint()), button.size())
        if button.width() < 24 or button.height() < 22 or not window.rect().contains(place):
            found.append(f"{button.accessibleName()} {button.text()} at {place}")
    for button in window.transport.buttons.values():
        if button.height() != 40 or button.width() < 38:
            found.append(f"{button.accessibleName()} is {button.size()}")
    for label in visible(window, QLabel):
        whole = label.wordWrap() or "<" in label.text() or label.width() >= label.sizeHint().width()
        if not whole:
            found.append(f"{label.text()} is cut off")
    parts = list(visible(window.transport, QWidget))
    for one, other in itertools.combinations(parts, 2):
        if one.parent() is other.parent() and one.geometry().intersects(other.geometry()):
            found.append(f"{one} stands on {other}")
    return found


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_colours_every_pane_and_is_remembered(desk: Desk, name: str) -> None:
    window = desk.window
    desk.put_in("x = 1\n")
    desk.record()
    window.appearance.choose(name)
    picture = window.grab().toImage()
    for part, at, colour in (
        (window.header, QPoint(600, 5), "pane"),
        (window.transport, QPoint(2, 2), "pane"),
        (window.source.editor.viewport(), QPoint(300, 200), "pane"),
        (window.diagram.view.viewport(), QPoint(5, 5), "canvas"),
    ):
        found = picture.pixelColor(part.mapTo(window, at)).name()
        assert found == theme(name).colour(colour).name(), part
    assert window.preferences.text("theme", THEMES, "") == name
    assert window.commands[f"theme_{name.replace('-', '_')}"].isChecked()


def test_the_language_changes_at_once_everywhere_and_nothing_is_left(desk: Desk) -> None:
    window = desk.window
    desk.put_in("x = 1\nraise ValueError(x)\n")
    desk.record()
    desk.press("last")

    def texts() -> dict[str, set[str]]:
        found: dict[str, set[str]] = {"text": set(), "tooltip": set(), "name": set()}
        for widget in visible(window, QWidget):
            if isinstance(widget, QLabel | QAbstractButton):
                found["text"].add(widget.text())
            found["tooltip"].add(widget.toolTip())
            found["name"].add(widget.accessibleName())
        found["menu"] = {action.text() for action in window.commands.values()}
        return found

    english = texts()
    window.words.speak("ko")
    korean = texts()
    kept = {
        kind: {text for text in english[kind] & korean[kind] if any(map(str.isalpha, text))}
        for kind in english
    }
    assert kept["menu"] == set()
    # The program's own words are not translated.
    assert kept["tooltip"] <= {"program.py", "<p>ValueError: 1</p>"}
    assert kept["name"] <= {"program.py"}
    # A table of values, and a number of bytes, look alike in both languages.
    plain = {
        text
        for text in kept["text"]
        if "<table" not in text and not re.fullmatch(r"[\d.,]+ [KMG]?B", text)
    }
    assert plain <= {"program.py", "한국어", "EN"}
    window.words.speak("en")
    assert texts() == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_off_or_overlaps_at_any_size_in_any_language(
    desk: Desk, size: tuple[int, int], language: str
) -> None:
    window = desk.window
    desk.put_in("x = 1\nprint(x)\nraise ValueError(x)\n")
    desk.record()
    window.resize(*size)
    window.words.speak(language)
    desk.press("last")

    def is_laid_out() -> None:
        assert window.size().toTuple() == size
        assert faults(window) == []

    desk.qtbot.waitUntil(is_laid_out)


def test_below_1180_the_dock_floats_and_the_diagram_keeps_clear_of_it(desk: Desk) -> None:
    window = desk.window
    dock, view = window.dock, window.diagram.view
    assert not dock.geometry().intersects(window.diagram.geometry())
    window.resize(1170, 700)
    desk.until(lambda: dock.parent() is window.diagram)
    assert dock.isVisible()
    edge = view.viewport().mapTo(window, QPoint(view.viewport().width(), 0)).x()
    assert edge <= dock.mapTo(window, QPoint()).x()
    desk.press("dock")
    assert not dock.isVisible()
    desk.press("dock")
    desk.record_again("x = 1\nraise ValueError(x)\n")
    notification = window.diagram.notifications.ended

    def is_clear_of_the_band() -> None:
        assert notification.isVisible()
        places = (dock, notification)
        spots = [QRect(part.mapTo(window, QPoint()), part.size()) for part in places]
        assert not spots[0].intersects(spots[1])
        diagram, stage = window.diagram, window.diagram.stage
        whole = QRect(diagram.mapTo(window, stage.topLeft()), stage.size())
        assert whole.united(spots[0]) == whole
        assert cut_off(notification) == []

    desk.qtbot.waitUntil(is_clear_of_the_band)
    window.resize(1440, 900)
    desk.until(lambda: dock.parent() is not window.diagram)
    assert dock.isVisible()


def test_at_1024_the_dock_stands_below_the_code_which_has_more_room(desk: Desk) -> None:
    window = desk.window
    window.resize(1024, 700)
    desk.until(lambda: window.dock.parent() is window.arrangement.left)
    assert window.dock.isVisible()
    assert window.source.height() > window.dock.height() > 0
    assert not window.output.isVisible()
    desk.press("dock")
    assert window.output.isVisible()


def test_panes_and_choices_are_there_again_the_next_time(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as first:
        window = first.window
        window.resize(1440, 900)
        window.arrangement.whole.setSizes([400, 738, 300])
        window.words.speak("ko")
        window.appearance.choose("dark")
        sizes = window.arrangement.whole.sizes()
        first.press("dock")
    geometry = window.preferences.blob("geometry")
    assert not geometry.isEmpty()
    with open_desk(qtbot, tmp_path) as second:
        window = second.window
        # The offscreen platform's screen is smaller than the window was.
        window.resize(1440, 900)
        assert window.preferences.blob("geometry") == geometry
        assert window.words.language == "ko"
        assert window.appearance.name == "dark"
        assert not window.dock.isVisible()
        second.press("dock")
        assert window.arrangement.whole.sizes()[0] == sizes[0]
        assert window.dock.width() > 200
        window.appearance.choose("light")


def test_settings_that_make_no_sense_count_as_none(qtbot: QtBot, tmp_path: Path) -> None:
    tmp_path.joinpath("window.ini").write_text(
        "[General]\ntheme=pink\nlanguage=tlh\nlevel=99\ngeometry=x\nwhole=7\ndock=maybe\n"
    )
    with open_desk(qtbot, tmp_path) as desk:
        assert desk.window.words.language == "en"
        assert desk.window.diagram.level == 1
        assert desk.window.size().toTuple() == (1440, 900)


def test_every_control_has_a_name_for_a_screen_reader(desk: Desk) -> None:
    desk.put_in("x = 1\n")
    desk.record()
    window = desk.window
    for kind in (QAbstractButton, QSlider):
        for widget in visible(window, kind):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget
    for widget in (
        window.source.editor,
        window.diagram.view,
        window.transport.slider,
        window.transport.step_field,
    ):
        assert widget.accessibleName()
    assert isinstance(window.transport, Transport)


def test_the_name_of_the_program_is_shortened_only_as_long_as_there_is_no_room(
    desk: Desk, tmp_path: Path
) -> None:
    program = tmp_path / "call_example_2.py"
    program.write_text("x = 1\n")
    columns = desk.window.arrangement.whole
    code, diagram, dock = columns.sizes()
    columns.setSizes([260, diagram, dock])
    desk.window.open_file(program)

    def names() -> list[str]:
        labels = visible(desk.window.source, QLabel)
        return [label.text() for label in labels if label.toolTip() == program.name]

    desk.until(lambda: len(names()) == 1 and "\u2026" in names()[0])
    columns.setSizes([code, diagram, dock])
    desk.until(lambda: names() == [program.name])
