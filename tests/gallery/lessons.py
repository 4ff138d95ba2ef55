"""Does every lesson from start to end in the window, by keys, with a picture of each part.

    python -m tests.gallery --lessons [LESSON...]

It answers each question, the first one wrongly before; then it replaces the program by the task's
solution, and records it.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gallery.windows import let_come
from visualizer.diagram.words import LANGUAGES
from visualizer.explain.questions.kinds import Answer
from visualizer.lessons.lesson import Lesson
from visualizer.lessons.shelf import built_in_lessons
from visualizer.shell.app import make_application
from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.lessons.answer_fields import (
    ChoiceField,
    CountField,
    DiesField,
    DrawField,
    PrintedField,
    ValueField,
)
from visualizer.shell.lessons.question_card import QuestionCard
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.window.window import MainWindow

SIZE = (1280, 720)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def make_lessons(names: list[str], out: Path, scratch: Path) -> Iterator[Path]:
    """Do the lessons of these names, or all, in both languages; yield the pictures' paths."""
    for lesson in built_in_lessons():
        if not names or lesson.key in names:
            for language in LANGUAGES:
                yield from _do(lesson, language, out, scratch)


def _do(lesson: Lesson, language: str, out: Path, scratch: Path) -> Iterator[Path]:
    make_application()
    preferences = Preferences(scratch / f"{lesson.key}-{language}.ini")
    preferences.put("language", language)
    appearance = Appearance(preferences)
    appearance.apply()
    window = MainWindow(preferences, appearance)
    window.assemble()
    window.resize(*SIZE)
    window.show()
    window.complete()
    window.lessons.open(lesson)
    pane = window.dock.lesson
    let_come(lambda: all(card.question is not None for card in pane.cards.values()))
    yield _picture(window, out, f"{lesson.key}-{language}-0")
    for number, (key, card) in enumerate(pane.cards.items(), 1):
        assert card.isVisible(), f"{lesson.key}: {key} is not asked"
        card.setFocus()
        _settle(window)
        if number == 1 and _answer(card, wrong=True):
            yield _picture(window, out, f"{lesson.key}-{language}-{number}w")
            QTest.keyClick(card.again, Qt.Key.Key_Space)
            _settle(window)
        _answer(card, wrong=False)
        assert card.verdict is not None, f"{lesson.key}: {key} was not answered"
        assert card.verdict.is_right, f"{lesson.key}: {key} is wrong"
        QTest.keyClick(card.show_proof, Qt.Key.Key_Space)
        yield _picture(window, out, f"{lesson.key}-{language}-{number}")
    for task in lesson.tasks:
        window.source.editor.setPlainText(task.solution.lstrip("\n"))
        window.commands["record"].trigger()
        let_come(lambda: pane.tasks[task.key].is_done)  # noqa: B023
        pane.ensureWidgetVisible(pane.tasks[task.key])
        yield _picture(window, out, f"{lesson.key}-{language}-{task.key}")
    # Restore the file's text, so that the window does not ask about saving.
    window.source.editor.setPlainText(window.workbench.document.text)
    window.close()


def _settle(window: MainWindow) -> None:
    let_come(lambda: window.diagram.feed.is_planned)
    window.diagram.scene.motion.finish()
    for _ in range(5):
        QApplication.processEvents()


def _picture(window: MainWindow, out: Path, name: str) -> Path:
    _settle(window)
    pane = window.dock.lesson
    inside = pane.widget()
    assert inside is not None
    too_wide = inside.minimumSizeHint().width() - pane.viewport().width()
    assert too_wide <= 0, f"{name}: {too_wide} pixels too wide"
    path = out / f"{name}.png"
    window.grab().save(str(path))
    return path


def _answer(card: QuestionCard, *, wrong: bool) -> bool:
    """Answer by keys; False if the field is of no known kind."""
    assert card.question is not None
    field, answer = card.field, card.question.answer
    match field:
        case CountField() | ValueField():
            QTest.keyClicks(field.field, "99" if wrong else str(answer))
            QTest.keyClick(field.field, Qt.Key.Key_Return)
        case PrintedField():
            for part in ("?" if wrong else str(answer)).splitlines(keepends=True):
                QTest.keyClicks(field.field, part.rstrip("\n"))
                if part.endswith("\n"):
                    shift = Qt.KeyboardModifier.ShiftModifier
                    QTest.keyClick(field.field, Qt.Key.Key_Return, shift)
            QTest.keyClick(field.field, Qt.Key.Key_Return)
        case ChoiceField():
            at = next(
                n for n, one in enumerate(field.values) if (one == _as_value(answer)) is not wrong
            )
            QTest.keyClicks(field, _LETTERS[at])
            QTest.keyClick(field, Qt.Key.Key_Return)
        case DiesField():
            assert isinstance(answer, frozenset)
            chosen = [box for serial, box in field.boxes.items() if (serial in answer) is not wrong]
            for box in chosen or [field.none]:
                QTest.keyClick(box, Qt.Key.Key_Space)
            QTest.keyClick(field, Qt.Key.Key_Return)
        case DrawField():
            assert isinstance(answer, tuple)
            for name, target in answer:
                arrows = field.boxes[name]
                at = field.choices.index(target)
                for _ in range((at + wrong) % arrows.count() + 1):
                    QTest.keyClick(arrows, Qt.Key.Key_Down)
            QTest.keyClick(card.answer, Qt.Key.Key_Space)
        case _:
            return False
    return True


def _as_value(answer: Answer) -> object:
    return answer if isinstance(answer, int) else str(answer)
