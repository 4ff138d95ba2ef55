"""The sentences of a step appear together: one layout pass, not one for each."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel

from tests.shell.windows import Desk
from visualizer.diagram.words import translate

PROGRAM = """\
def f(a, b):
    return [a, b]
x = 1
kept = f([x], {x: "one"})
kept = None
"""
LAID_OUT = (QEvent.Type.Move, QEvent.Type.Resize)


class Placed(QObject):
    """Counts the moves and resizes of labels."""

    def __init__(self, labels: list[QLabel]) -> None:
        super().__init__()
        self.count = 0
        for label in labels:
            label.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() in LAID_OUT
        return False


def test_sentences_are_laid_out_when_all_of_them_are_there(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    window, player = desk.window, desk.window.player
    pane = window.dock.step_pane
    told = {step: sentences_at(desk, step) for step in range(1, player.steps + 1)}
    few, many = min(told, key=told.__getitem__), max(told, key=told.__getitem__)
    player.go_to(many)
    desk.until(pane.isVisible)
    player.go_to(few)
    labels = [one for one in pane.findChildren(QLabel) if one.wordWrap()]
    assert len(labels) >= 3
    placed = Placed(labels)
    player.go_to(many)
    assert placed.count == 0
    desk.until(lambda: placed.count > 0)
    shown = [one for one in labels if one.isVisible()]
    assert len(shown) == len(player.sentences)
    tops = [one.y() for one in shown]
    assert tops == sorted(set(tops))


def test_a_screen_reader_gets_sentences_without_marks_of_code(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    pane = desk.window.dock.step_pane
    desk.window.player.go_to(2)
    sentences = desk.window.player.sentences
    assert any("`" in translate(one, "en") for one in sentences)
    shown = [one for one in pane.findChildren(QLabel) if one.accessibleName()]
    assert pane.accessibleDescription() == " ".join(one.accessibleName() for one in shown)
    assert "`" not in pane.accessibleDescription()


def sentences_at(desk: Desk, step: int) -> int:
    """Go to a step and return the number of its sentences."""
    desk.window.player.go_to(step)
    return len(desk.window.player.sentences)
