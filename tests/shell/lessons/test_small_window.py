"""A lesson in a small window, whose questions are higher than its pane."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.shell.windows import Desk
from visualizer.explain.questions.kinds import Kind
from visualizer.lessons.reading import read_lesson

LESSON = Path(__file__).parents[3] / "resources" / "lessons" / "del_and_cycles.md"


def test_the_button_after_an_answer_is_in_view(desk: Desk) -> None:
    window = desk.window
    window.resize(1024, 700)
    window.lessons.open(read_lesson(LESSON))
    desk.until_ended()
    desk.until(lambda: window.dock.lesson.open_card is not None)
    window.activateWindow()
    asked = []
    while (card := window.dock.lesson.open_card) is not None and card.question is not None:
        asked.append(card.question.kind)
        card.setFocus()
        card.judge(card.question.answer)
        desk.until(card.show_proof.hasFocus)
        # The answer has made the card higher.
        QApplication.processEvents()
        QApplication.processEvents()
        desk.until(lambda: not card.show_proof.visibleRegion().isEmpty())
    assert Kind.DRAW in asked
