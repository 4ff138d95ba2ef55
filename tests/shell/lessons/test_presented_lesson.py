"""A lesson in a presentation: its text and its questions, for a whole class."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.lessons.made import write_lesson
from tests.shell.windows import Desk
from visualizer.lessons.reading import read_lesson
from visualizer.shell.lessons.lesson_pane import LessonPane

_LETTERS = 22


@pytest.fixture
def lesson(desk: Desk, tmp_path: Path) -> Desk:
    desk.window.lessons.open(read_lesson(write_lesson(tmp_path)))
    desk.until_ended()
    desk.window.activateWindow()
    return desk


def _sizes(pane: LessonPane) -> list[int]:
    """Return the heights of the visible letters; a page of text has its own style."""
    labels = [one for one in pane.findChildren(QLabel) if one.isVisible() and one.text()]
    pages = [re.findall(r"<body [^>]*font-size:(\d+)px", one.text()) for one in labels]
    assert any(pages)
    return [
        int(page[0]) if page else label.font().pixelSize()
        for label, page in zip(labels, pages, strict=True)
    ]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 700)])
def test_a_lesson_is_presented_in_large_letters_and_the_diagram_has_most_of_the_width(
    lesson: Desk, size: tuple[int, int], language: str
) -> None:
    window, pane = lesson.window, lesson.window.dock.lesson
    window.words.speak(language)
    window.resize(*size)
    window.diagram.view.setFocus()
    lesson.press("present")
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    lesson.until(pane.isVisible)
    card = pane.cards["count"]
    lesson.until(lambda: not card.visibleRegion().isEmpty())
    assert min(_sizes(pane)) >= _LETTERS
    inside = pane.widget()
    assert inside is not None
    lesson.until(lambda: pane.viewport().width() >= inside.minimumSizeHint().width())
    assert window.diagram.width() >= window.width() // 2
    shown = [one.text() for one in window.dock.pages.buttons if one.isVisible()]
    assert shown == [window.words("lesson.title"), window.words("output.title")]
    lesson.press("present")
    assert max(_sizes(pane)) < _LETTERS
    assert pane.isVisible()
    assert window.dock.pages.buttons[0].isVisible()


def test_a_key_hides_a_presented_lesson_and_shows_it_again(lesson: Desk) -> None:
    window = lesson.window
    window.diagram.view.setFocus()
    lesson.press("present")
    lesson.press("dock")
    assert (window.dock.isVisible(), window.output.isVisible()) == (False, True)
    window.output.head.turns.buttons[0].click()
    assert (window.dock.lesson.isVisible(), window.output.isVisible()) == (True, False)
    lesson.press("dock")
    lesson.press("dock")
    assert window.dock.lesson.isVisible()
    lesson.press("dock")
    lesson.press("present")
    assert window.dock.lesson.isVisible()
    assert window.output.isVisible()


def test_a_class_answers_and_the_teacher_reveals_what_follows(lesson: Desk) -> None:
    window, pane = lesson.window, lesson.window.dock.lesson
    window.diagram.view.setFocus()
    lesson.press("present")
    first, second = pane.cards["count"], pane.cards["same"]
    assert not second.isVisible()
    lesson.press("reveal")
    assert first.verdict is not None
    assert second.isVisible()
    assert not window.lessons.progress.of("two_names", "count").right
    window.diagram.view.setFocus()
    QTest.keyClick(window.diagram.view, Qt.Key.Key_B)
    assert second.field is not None
    assert second.field.given() is not None


def test_a_lesson_that_opens_in_a_presentation_appears_in_it(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    desk.put_in("a = 1\n")
    desk.record()
    desk.press("present")
    desk.press("dock")
    assert not window.dock.isVisible()
    window.lessons.open(read_lesson(write_lesson(tmp_path)))
    desk.until_ended()
    assert window.dock.lesson.isVisible() == window.presentation.on
    window.presentation.leave()
    assert window.dock.isVisible()
    window.lessons.close()
    desk.press("present")
    assert not window.dock.isVisible()
