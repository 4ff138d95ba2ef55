"""Input fields for answers: a number, a text, one object or several, an arrow for each name."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from visualizer.diagram.words import translate
from visualizer.explain.questions.kinds import NEW, Answer, Kind, Question
from visualizer.explain.questions.wording import choice_text, worded_choices
from visualizer.explain.sentence import Sentence, sentence
from visualizer.shell.appearance.words import Words
from visualizer.shell.lessons.choices import ChoiceColumns, ChoiceRow
from visualizer.shell.lessons.drag_arrow import ArrowHandle
from visualizer.shell.widgets.controls import Choice, keeps_key
from visualizer.shell.widgets.layouts import in_column

_LINES = 3
_MOST_COUNT, _LONGEST = 999_999, 200
_BY_HAND = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_OWN_KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down),
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class AnswerField(QWidget):
    """``submitted``: the answer is complete. ``pointed``: the pointer is on an object's choice."""

    submitted = Signal()
    changed = Signal()
    pointed = Signal(int)

    def __init__(self, question: Question, words: Words) -> None:
        super().__init__()
        self._question, self._words = question, words
        self.keys: tuple[int, ...] = _OWN_KEYS
        self.rows: list[ChoiceRow] = []
        self._spoken: list[tuple[ChoiceRow, Sentence, str]] = []
        words.changed.connect(self.speak)

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from taking the answer keys."""
        return keeps_key(event, self.keys) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return submits; the fields inside leave it to this widget."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _type_in(self, field: QLineEdit | QPlainTextEdit, font: QFont, name: str) -> None:
        """Let the user type the answer into ``field``; ``name`` is the key of its name."""
        field.setFont(font)
        field.textChanged.connect(self.changed)
        self._words.bind(field.setAccessibleName, name)
        in_column(self, field)
        self.setFocusProxy(field)

    def given(self) -> Answer | None:
        """The current answer; None if there is none yet."""
        raise NotImplementedError

    def answer_with(self, serials: tuple[int, ...], name: str = "") -> None:
        """Answer with objects picked in the diagram, innermost first; an arrow has a ``name``."""

    def show_right(self, answer: Answer) -> None:
        """Leave the answer to the card's sentences; choices with letters stay, with a mark."""
        self.hide()

    def chosen_words(self) -> str:
        """The letter and words of the current choice, if there are choices with letters."""
        return ""

    def speak(self) -> None:
        """Write the choices in the current language."""
        for row, said, before in self._spoken:
            row.set_words(before + translate(said, self._words.language).replace("`", ""))

    def _choice(self, button: QAbstractButton, said: Sentence, before: str = "") -> ChoiceRow:
        """Return a row with a button and the text ``said``."""
        row = ChoiceRow(button)
        self._spoken.append((row, said, before))
        self.rows.append(row)
        return row


class CountField(AnswerField):
    """A number, typed."""

    def __init__(self, question: Question, words: Words, font: QFont) -> None:
        super().__init__(question, words)
        self.field = QLineEdit()
        self.field.setMaximumWidth(120)
        self.field.setValidator(QIntValidator(0, _MOST_COUNT, self.field))
        self._type_in(self.field, font, "ask.number")

    def given(self) -> Answer | None:
        """The current answer."""
        return int(self.field.text()) if self.field.hasAcceptableInput() else None


class ValueField(AnswerField):
    """A value, typed as in a program."""

    def __init__(self, question: Question, words: Words, font: QFont) -> None:
        super().__init__(question, words)
        self.field = QLineEdit(maxLength=_LONGEST)
        words.bind(self.field.setPlaceholderText, "ask.value_hint")
        self._type_in(self.field, font, "ask.value_name")

    def given(self) -> Answer | None:
        """The current answer."""
        return self.field.text().strip() or None


class _Text(QPlainTextEdit):
    """Leaves Return to the field around it; Shift+Return begins a new line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PrintedField(AnswerField):
    """Printed output of any number of lines."""

    def __init__(self, question: Question, words: Words, font: QFont) -> None:
        super().__init__(question, words)
        self.field = _Text()
        self.field.setTabChangesFocus(True)
        words.bind(self.field.setPlaceholderText, "ask.text_hint")
        self._type_in(self.field, font, "ask.text")
        self.field.setFixedHeight(round(self.field.fontMetrics().lineSpacing() * _LINES) + 16)

    def given(self) -> Answer | None:
        """The current answer."""
        text = self.field.toPlainText()
        return text if text.strip() else None


class _Pointing(QObject):
    """Emits ``pointed`` when the pointer or the keyboard focus enters a choice."""

    def __init__(self, field: AnswerField, serial: int, row: ChoiceRow) -> None:
        super().__init__(row)
        self._field, self._serial = field, serial
        for widget in (row, row.button):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        by_hand = isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_HAND
        if by_hand or event.type() is QEvent.Type.Enter:
            self._field.pointed.emit(self._serial)
        return False


class ChoiceField(AnswerField):
    """One of several choices; typing a choice's letter selects it."""

    def __init__(
        self, question: Question, words: Words, choices: Sequence[tuple[int | str, Sentence]]
    ) -> None:
        super().__init__(question, words)
        self.values = tuple(value for value, _ in choices)
        self.keys = (*_OWN_KEYS, *(ord(letter) for letter in _LETTERS[: len(self.values)]))
        self.group = QButtonGroup(self)
        columns = ChoiceColumns()
        column = in_column(self, columns, spacing=6)
        if question.kind is Kind.REFERS:
            self.handle = ArrowHandle(question.names[0], words)
            self.handle.dropped.connect(self.answer_with)
            column.insertWidget(0, self.handle, 0, Qt.AlignmentFlag.AlignLeft)
        for number, (value, said) in enumerate(choices):
            button = QRadioButton()
            row = self._choice(button, said, f"{_LETTERS[number]}  ")
            self.group.addButton(button, number)
            columns.addWidget(row)
            if isinstance(value, int) and value != NEW:
                _Pointing(self, value, row)
        self.group.idToggled.connect(self.changed)
        self.setFocusProxy(self.group.button(0))
        self.speak()

    def given(self) -> Answer | None:
        """The current answer."""
        number = self.group.checkedId()
        return self.values[number] if number >= 0 else None

    def answer_with(self, serials: tuple[int, ...], name: str = "") -> None:
        """Choose the object picked in the diagram."""
        found = next((one for one in serials if one in self.values), None)
        if found is not None:
            self.group.button(self.values.index(found)).setChecked(True)

    def show_right(self, answer: Answer) -> None:
        """Select the right choice, and mark it."""
        if isinstance(answer, int | str) and answer in self.values:
            number = self.values.index(answer)
            self.group.button(number).setChecked(True)
            self.rows[number].mark()

    def chosen_words(self) -> str:
        """The letter and words of the current choice."""
        return self.rows[self.group.checkedId()].words()

    def is_letter(self, event: QKeyEvent) -> bool:
        """Whether the event is the key of a choice's letter."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return plain and event.key() in self.keys[len(_OWN_KEYS) :]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter selects a choice."""
        if self.is_letter(event):
            button = self.group.button(event.key() - ord(_LETTERS[0]))
            button.setChecked(True)
            button.setFocus()
            return
        super().keyPressEvent(event)


class DiesField(AnswerField):
    """Any of several choices, or explicitly none."""

    def __init__(self, question: Question, words: Words) -> None:
        super().__init__(question, words)
        self.boxes = {serial: QCheckBox() for serial in question.choices}
        self.none = QCheckBox()
        columns = ChoiceColumns()
        in_column(self, columns)
        for serial, box in self.boxes.items():
            row = self._choice(box, choice_text(question, serial))
            box.toggled.connect(self._some)
            _Pointing(self, serial, row)
            columns.addWidget(row)
        self.none.toggled.connect(self._none)
        columns.addWidget(self._choice(self.none, sentence("ask.none_dies")))
        self.setFocusProxy(next(iter(self.boxes.values()), self.none))
        self.speak()

    def _some(self, on: bool) -> None:
        if on:
            self.none.setChecked(False)
        self.changed.emit()

    def _none(self, on: bool) -> None:
        if on:
            for box in self.boxes.values():
                box.setChecked(False)
        self.changed.emit()

    def given(self) -> Answer | None:
        """The current answer."""
        chosen = frozenset(serial for serial, box in self.boxes.items() if box.isChecked())
        return chosen if chosen or self.none.isChecked() else None

    def answer_with(self, serials: tuple[int, ...], name: str = "") -> None:
        """Toggle the object picked in the diagram."""
        found = next((one for one in serials if one in self.boxes), None)
        if found is not None:
            self.boxes[found].toggle()


class DrawField(AnswerField):
    """An arrow for each name: the user drags it to an object or chooses one from a list."""

    def __init__(self, question: Question, words: Words) -> None:
        super().__init__(question, words)
        assert isinstance(question.answer, tuple)
        self.boxes: dict[str, Choice] = {}
        self.choices = (*question.choices, NEW)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (name, _) in enumerate(question.answer):
            handle, box = ArrowHandle(name, words), Choice(shrinks=True)
            handle.dropped.connect(self.answer_with)
            box.setAccessibleName(name)
            for _ in self.choices:
                box.addItem("")
            box.setCurrentIndex(-1)
            box.currentIndexChanged.connect(self.changed)
            box.highlighted.connect(partial(self._look, box))
            self.boxes[name] = box
            grid.addWidget(handle, row, 0)
            grid.addWidget(box, row, 1)
        self.setFocusProxy(next(iter(self.boxes.values())))
        self.speak()

    def _look(self, box: Choice, number: int) -> None:
        if 0 <= number < len(self.choices) and self.choices[number] != NEW:
            self.pointed.emit(self.choices[number])

    def speak(self) -> None:
        """Write the choices in the current language."""
        for box in self.boxes.values():
            for number, serial in enumerate(self.choices):
                said = translate(choice_text(self._question, serial), self._words.language)
                box.setItemText(number, said.replace("`", ""))

    def given(self) -> Answer | None:
        """The current answer."""
        chosen = {name: box.currentIndex() for name, box in self.boxes.items()}
        if any(number < 0 for number in chosen.values()):
            return None
        return tuple((name, self.choices[number]) for name, number in chosen.items())

    def answer_with(self, serials: tuple[int, ...], name: str = "") -> None:
        """Choose the object picked in the diagram for the arrow of ``name``."""
        found = next((one for one in serials if one in self.choices), None)
        if name in self.boxes and found is not None:
            self.boxes[name].setCurrentIndex(self.choices.index(found))


def make_field(question: Question, words: Words, font: QFont) -> AnswerField:
    """Return the answer field for a kind of question."""
    match question.kind:
        case Kind.COUNT:
            return CountField(question, words, font)
        case Kind.VALUE:
            return ValueField(question, words, font)
        case Kind.PRINTED:
            return PrintedField(question, words, font)
        case Kind.REFERS:
            objects = (*question.choices, NEW)
            return ChoiceField(
                question, words, [(one, choice_text(question, one)) for one in objects]
            )
        case Kind.SAME | Kind.NEXT:
            return ChoiceField(question, words, worded_choices(question))
        case Kind.DIES:
            return DiesField(question, words)
        case Kind.DRAW:
            return DrawField(question, words)
