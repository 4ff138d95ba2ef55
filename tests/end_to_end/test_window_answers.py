"""The typed answers to a program are part of its recording, and the next run offers them."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.shell.windows import Desk

GUESTS = "guests = []\nfor n in range(3):\n    guests.append(input('Name? '))\n"


def answer(desk: Desk, *lines: str) -> None:
    row = desk.window.output.input_row
    for line in lines:
        desk.until(lambda: row.isVisible() and row.field.text() == "")
        row.field.setText(line)
        row.enter.click()
        desk.until(lambda: not row.isVisible() or row.field.text() == "")


def test_the_same_answers_are_offered_where_the_program_asks(desk: Desk) -> None:
    row, commands = desk.window.output.input_row, desk.window.commands
    desk.put_in(GUESTS)
    assert not commands["record_same"].isEnabled()
    desk.press("record")
    desk.until(row.isVisible)
    assert not row.same.isVisible()
    answer(desk, "Mina", "Jo가", "")
    desk.until_ended()
    desk.put_in(f"{GUESTS}print(guests)\n")
    desk.press("record")
    desk.until(row.isVisible)
    assert row.same.isVisible()
    assert "3" in row.same.text()
    assert row.same.toolTip() == "Mina\nJo가\n"
    answer(desk, "Ann")
    desk.until(lambda: "2" in row.same.text())
    row.same.click()
    desk.until_ended()
    desk.window.player.last()
    assert desk.output == "Name? Ann\nName? Jo가\nName? \n['Ann', 'Jo가', '']\n"


def test_pasted_lines_answer_one_question_each(desk: Desk) -> None:
    row = desk.window.output.input_row
    desk.put_in(f"{GUESTS}print(guests)\n")
    desk.press("record")
    desk.until(row.isVisible)
    row.field.setText("M")
    QGuiApplication.clipboard().setText("ina\r\nJo가\nAn")
    row.field.paste()
    assert row.field.text() == "An", "its line has not ended"
    desk.until(lambda: row.isVisible() and "Jo가" in desk.output)
    assert row.field.text() == "An"
    row.field.insert("n")
    row.enter.click()
    desk.until_ended()
    desk.window.player.last()
    assert desk.output == "Name? Mina\nName? Jo가\nName? Ann\n['Mina', 'Jo가', 'Ann']\n"


def test_it_is_recorded_again_with_the_same_answers_by_one_key(desk: Desk) -> None:
    window = desk.window
    desk.put_in(GUESTS)
    desk.press("record")
    answer(desk, "Mina", "Jo", "Ann")
    desk.until_ended()
    desk.put_in(f"{GUESTS}last = input('One more? ')\n")
    desk.press("record_same")
    row = window.output.input_row
    desk.until(row.isVisible)
    assert not row.same.isVisible(), "there are no more"
    answer(desk, "no")
    desk.until_ended()
    desk.window.player.last()
    assert desk.output == "Name? Mina\nName? Jo\nName? Ann\nOne more? no\n"
    desk.press("new")
    assert not window.commands["record_same"].isEnabled()


def test_an_answer_that_is_sent_after_its_step_is_shown(desk: Desk) -> None:
    desk.put_in("name = input('Name? ')\nprint(name)\n")
    desk.press("record")
    answer(desk, "Mina")
    desk.until_ended()
    desk.window.player.last()
    console = desk.window.output.console
    console.note_answer(1, len("Name? Mina"), "late")
    assert desk.output == "Name? Mina\nMinalate\n\n"


def outputs(desk: Desk) -> list[str]:
    """Return the output at each step."""
    player, found = desk.window.player, []
    for step in range(1, player.steps + 1):
        player.go_to(step)
        found.append(desk.output)
    return found


def test_a_saved_recording_shows_typed_input_at_its_place(desk: Desk, tmp_path: Path) -> None:
    desk.put_in("print('Hello')\na = input()\nb = input('More? ')\nprint(a)\n")
    desk.press("record")
    answer(desk, "Mina", "Jo")
    desk.until_ended()
    before = outputs(desk)
    assert before[-1] == "Hello\nMina\nMore? Jo\nMina\n"
    desk.person.keeps_as = tmp_path / "kept.memtrace"
    desk.press("keep_recording")
    desk.window.files.open_path(desk.person.keeps_as)
    assert outputs(desk) == before
