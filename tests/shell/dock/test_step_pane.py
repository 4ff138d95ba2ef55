"""The sentences of a step appear together: one layout pass, not one for each."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel

from tests.recording.files import write
from tests.recording.script import Script
from tests.shell.windows import Desk
from visualizer.diagram.words import translate
from visualizer.model import Event

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
    shown = [one for one in pane.findChildren(QLabel) if one.wordWrap() and one.accessibleName()]
    assert pane.accessibleDescription() == " ".join(one.accessibleName() for one in shown)
    assert "`" not in pane.accessibleDescription()


def test_each_sign_has_a_name_and_no_other_picture_is_there(desk: Desk) -> None:
    desk.record_again(PROGRAM)
    window, player = desk.window, desk.window.player
    desk.press("level_4")
    named = set()
    for step in range(1, player.steps + 1):
        player.go_to(step)
        pane = window.dock.step_pane
        signs = [one for one in pane.findChildren(QLabel) if not one.pixmap().isNull()]
        shown = [one.accessibleName() for one in signs if one.isVisibleTo(pane)]
        wanted = [one.sign for one in player.sentences if one.sign]
        assert shown == [window.words(f"sign.{sign}") for sign in wanted]
        named |= set(wanted)
    assert {"gain", "loss", "up", "down"} <= named


def test_the_first_sentence_names_its_thread_in_a_program_with_several(desk: Desk) -> None:
    desk.record_again(
        "import threading\ndef go():\n    return 1\n"
        "t = threading.Thread(target=go)\nt.start()\nt.join()\nx = 2\n"
    )
    pane = desk.window.dock.step_pane
    for command in ("last", "back"):
        desk.press(command)
        signs = [one for one in pane.findChildren(QLabel) if not one.pixmap().isNull()]
        assert signs[0].isVisibleTo(pane)
        assert signs[0].accessibleName() == "T1 MainThread"
        assert "T1 MainThread" in signs[0].toolTip()


def sentences_at(desk: Desk, step: int) -> int:
    """Go to a step and return the number of its sentences."""
    desk.window.player.go_to(step)
    return len(desk.window.player.sentences)


def test_a_step_of_a_thread_without_a_name_is_shown(desk: Desk, tmp_path: Path) -> None:
    script = Script()
    script.begin()
    script.name_thread(1, "MainThread")
    script.name_thread(2, "Thread-1")
    script.push(1, "<module>")
    records = [script.end()]
    for event in (Event.LINE, Event.FINISH):
        script.begin(event, thread=3, line=1)
        records.append(script.end())
    path = tmp_path / "unnamed.memtrace"
    write(path, *records)
    desk.window.open_file(path)
    desk.until(lambda: desk.window.player.steps == 3)
    desk.window.player.go_to(3)
    pane = desk.window.dock.step_pane
    signs = [one for one in pane.findChildren(QLabel) if not one.pixmap().isNull()]
    assert [one.accessibleName() for one in signs] == ["T3"]
