"""A question in the window: its field, its judgement, its keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.explain.questions.asking import asked, recording_of
from visualizer.diagram.fonts import code_font
from visualizer.explain.questions.kinds import NEW, Kind
from visualizer.recording import Recording
from visualizer.shell.appearance.words import Words
from visualizer.shell.lessons.answer_fields import ChoiceField, DiesField, DrawField, ValueField
from visualizer.shell.lessons.question_card import QuestionCard

PROGRAM = """
    a = [1]
    b = a
    c = list(a)
    print(len(a), b)
    c = None
"""


@pytest.fixture
def recording(tmp_path: Path) -> Iterator[Recording]:
    """A recording of the program of these tests."""
    with recording_of(tmp_path, PROGRAM) as found:
        yield found


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    """A window around a card: on Windows, Qt makes a card that is itself a window taller."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 600)
    return made


@pytest.fixture
def card(around: QWidget) -> QuestionCard:
    """A visible card, in English."""
    made = QuestionCard(Words("en"), code_font(14))
    made.setParent(around)
    made.resize(around.size())
    around.show()
    return made


def where(card: QuestionCard) -> QWidget:
    """Return the widget that gets a user's keys."""
    assert card.field is not None
    found = card.field.focusProxy()
    assert found is not None
    return found


def focused() -> QWidget:
    """Return the widget with the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_count_is_typed_and_return_answers(card: QuestionCard, recording: Recording) -> None:
    card.ask(asked(recording, Kind.COUNT, "b = a", "a"))
    judged: list[bool] = []
    card.judged.connect(judged.append)
    assert not card.answer.isEnabled()
    QTest.keyClicks(where(card), "x3")
    assert card.answer.isEnabled()
    QTest.keyClick(where(card), Qt.Key.Key_Return)
    assert judged == [False]
    assert not card.is_open
    assert "Not quite" in card.accessibleDescription()
    card.again.click()
    assert card.verdict is None
    QTest.keyClicks(where(card), "2")
    card.answer.click()
    assert judged == [False, True]
    assert "Right" in card.accessibleDescription()


def test_a_choice_has_letters_and_takes_an_object_picked_in_the_picture(
    card: QuestionCard, recording: Recording
) -> None:
    question = asked(recording, Kind.REFERS, "c = list(a)", "c")
    card.ask(question)
    field = card.field
    assert isinstance(field, ChoiceField)
    QTest.keyClick(where(card), Qt.Key.Key_B)
    assert field.given() == NEW
    there = question.effect.before.names["a"]
    card.answer_with(there)
    assert field.given() == there
    field.handle.dropped.emit((NEW,), "c")
    QTest.keyClick(where(card), Qt.Key.Key_Return)
    assert card.verdict is not None
    assert card.verdict.is_right


def test_tab_leads_from_the_choice_to_the_buttons_and_back(
    card: QuestionCard, recording: Recording, around: QWidget, qtbot: QtBot
) -> None:
    card.setParent(None)
    before, tool = QLineEdit(around), QLineEdit()
    card.add_tool(tool)
    card.setParent(around)
    for widget in (before, card):
        widget.show()
    card.ask(asked(recording, Kind.REFERS, "b = a", "b"))
    card.ask(asked(recording, Kind.REFERS, "c = list(a)", "c"))
    qtbot.waitUntil(lambda: where(card).isVisible())
    card.setFocus()
    QTest.keyClick(where(card), Qt.Key.Key_B)
    chosen = focused()
    assert isinstance(chosen, QRadioButton)
    assert chosen.isChecked()
    for key, reached in (
        (Qt.Key.Key_Tab, card.answer),
        (Qt.Key.Key_Tab, card.skip),
        (Qt.Key.Key_Tab, tool),
        (Qt.Key.Key_Backtab, card.skip),
        (Qt.Key.Key_Backtab, card.answer),
        (Qt.Key.Key_Backtab, chosen),
    ):
        QTest.keyClick(focused(), key)
        assert focused() is reached


def test_dying_objects_are_ticked_and_none_is_an_answer(
    card: QuestionCard, recording: Recording
) -> None:
    question = asked(recording, Kind.DIES, "c = None")
    card.ask(question)
    field = card.field
    assert isinstance(field, DiesField)
    assert field.given() is None
    field.none.setChecked(True)
    assert field.given() == frozenset()
    assert isinstance(question.answer, frozenset)
    card.answer_with(*question.answer)
    assert field.given() == question.answer
    assert not field.none.isChecked()


def test_a_drawing_is_whole_when_each_name_has_its_arrow(
    card: QuestionCard, recording: Recording
) -> None:
    question = asked(recording, Kind.DRAW, "c = list(a)")
    card.ask(question)
    field = card.field
    assert isinstance(field, DrawField)
    there = question.effect.before.names["a"]
    for name, target in (("a", there), ("b", there)):
        field.answer_with((target,), name)
    assert field.given() is None
    field.answer_with((NEW,), "c")
    card.submit()
    assert card.verdict is not None
    assert card.verdict.is_right


def test_printed_output_has_lines(card: QuestionCard, recording: Recording) -> None:
    card.ask(asked(recording, Kind.PRINTED, "print(len(a), b)"))
    text = where(card)
    QTest.keyClicks(text, "1 [1]")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert card.verdict is not None
    assert card.verdict.is_right


def test_before_a_class_the_answer_is_hidden_until_it_is_revealed(
    card: QuestionCard, recording: Recording
) -> None:
    card.show_large(22)
    card.ask(asked(recording, Kind.SAME, "c = list(a)", "a", "c"))
    assert card.revealing.isVisible()
    assert "equal values." not in card.accessibleDescription()
    card.revealing.click()
    assert "two objects with equal values" in card.accessibleDescription()
    assert not card.revealing.isVisible()


def test_before_a_class_letters_choose_and_the_right_one_is_marked(
    card: QuestionCard, recording: Recording
) -> None:
    card.show_large(22)
    card.ask(asked(recording, Kind.REFERS, "c = list(a)", "c"))
    field = card.field
    assert isinstance(field, ChoiceField)
    QTest.keyClick(where(card), Qt.Key.Key_A)
    assert field.given() != NEW
    card.reveal()
    assert card.accessibleDescription().startswith("The answer: B a new object")
    assert field.given() == NEW
    assert [bool(row.styleSheet()) for row in field.rows] == [False, True]


def test_before_a_class_return_reveals_an_answer_that_nobody_chose(
    card: QuestionCard, recording: Recording
) -> None:
    card.show_large(22)
    card.ask(asked(recording, Kind.SAME, "c = list(a)", "a", "c"))
    QTest.keyClick(where(card), Qt.Key.Key_Return)
    assert card.accessibleDescription().startswith("The answer: ")


@pytest.mark.parametrize(
    ("kind", "line", "names"),
    [
        (Kind.COUNT, "b = a", ("a",)),
        (Kind.VALUE, "c = list(a)", ("c",)),
        (Kind.DIES, "c = None", ()),
        (Kind.DRAW, "b = a", ()),
    ],
)
def test_an_empty_field_makes_room_for_the_revealed_answer(
    card: QuestionCard, recording: Recording, kind: Kind, line: str, names: tuple[str, ...]
) -> None:
    card.show_large(22)
    card.ask(asked(recording, kind, line, *names))
    field = card.field
    assert field is not None
    QApplication.processEvents()
    assert field.isVisible()
    card.reveal()
    assert not field.isVisible()
    assert card.accessibleDescription().startswith("The answer:")
    assert card.show_proof.hasFocus() or not card.isActiveWindow()
    card.ask(asked(recording, Kind.SAME, "c = list(a)", "a", "c"))
    card.reveal()
    assert card.field is not None
    QApplication.processEvents()
    assert card.field.isVisible(), "it marks the right choice"


def test_it_speaks_korean(card: QuestionCard, recording: Recording) -> None:
    card.ask(asked(recording, Kind.SAME, "c = list(a)", "a", "c"))
    card._words.speak("ko")
    assert "`a`와 `c`는 어떤 관계" in card.accessibleName().replace("a와 c는", "`a`와 `c`는")
    field = card.field
    assert isinstance(field, ChoiceField)
    assert "이름이 둘인 한 객체" in field.rows[0].words()


def test_a_value_is_typed_and_return_answers(card: QuestionCard, recording: Recording) -> None:
    card.ask(asked(recording, Kind.VALUE, "c = list(a)", "c"))
    assert isinstance(card.field, ValueField)
    assert card.field.given() is None
    QTest.keyClicks(card.field.field, "[1]")
    QTest.keyClick(card.field.field, Qt.Key.Key_Return)
    assert card.verdict is not None
    assert card.verdict.is_right


def test_a_long_choice_takes_lines_and_a_click_on_its_words_chooses(
    card: QuestionCard, recording: Recording
) -> None:
    card.ask(asked(recording, Kind.REFERS, "b = a", "b"))
    assert isinstance(card.field, ChoiceField)
    row = card.field.rows[0]
    row.set_words("a long choice of many words " * 6)
    card.resize(320, 500)
    QApplication.processEvents()
    wanted = row.heightForWidth(row.width())
    assert row.height() >= wanted > 2 * row.fontMetrics().height(), "every line is seen"
    narrow = card.minimumSizeHint().width()
    row.set_words("short")
    assert card.minimumSizeHint().width() == narrow
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert card.field.given() == card.field.values[0]


def test_choices_stand_in_as_many_columns_as_whole_texts_fit(
    card: QuestionCard, tmp_path: Path
) -> None:
    program = "".join(f"a{number} = [{number}]\n" for number in range(7)) + "b = a3\n"
    with recording_of(tmp_path, program) as recording:
        card.ask(asked(recording, Kind.REFERS, "b = a3", "b"))
    field = card.field
    assert isinstance(field, ChoiceField)
    rows = field.rows
    heights = []
    for pixels, width in ((None, 1400), (None, 700), (22, 1400), (44, 700)):
        card.show_large(pixels)
        card.resize(width, 900)
        QApplication.processEvents()
        lines = {row.y() for row in rows}
        columns = sum(row.y() == rows[0].y() for row in rows)
        assert len(lines) == -(-len(rows) // columns)
        whole = max(row.whole_width for row in rows)
        assert columns == 1 or min(row.width() for row in rows) >= whole
        assert columns == len(rows) or (columns + 1) * whole > field.width() - 24 * columns
        assert rows[-1].geometry().bottom() < field.height()
        heights.append(rows[-1].geometry().bottom())
    assert heights[0] < heights[1] < heights[3], heights


def test_choices_take_no_more_room_than_their_texts(
    around: QWidget, card: QuestionCard, recording: Recording
) -> None:
    column = QVBoxLayout(around)
    column.addWidget(card)
    column.addStretch()
    card.ask(asked(recording, Kind.REFERS, "c = list(a)", "c"))
    QApplication.processEvents()
    assert isinstance(card.field, ChoiceField)
    assert card.field.height() == card.field.rows[-1].geometry().bottom() + 1
