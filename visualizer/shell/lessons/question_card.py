"""A card that asks one question, judges the answer and links to the step that proves it."""

from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from visualizer.diagram.words import translate
from visualizer.explain.questions.judging import Verdict, judge
from visualizer.explain.questions.kinds import Answer, Question
from visualizer.explain.questions.wording import question_text
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words, rich_text
from visualizer.shell.lessons.answer_fields import AnswerField, ChoiceField, make_field
from visualizer.shell.widgets.controls import text_button
from visualizer.shell.widgets.layouts import discard, in_column, in_row, text_label

_LINES = "margin: 0 0 4px 0; line-height: 120%"
_CODE_PIXELS = 15
_MOST_SAID = 8
"""The maximum number of sentences about an answer; a list of references may be long."""


class QuestionCard(QFrame):
    """Shows a question until the next one.

    ``judged``: whether the answer was right. ``step_asked``: the step to show. ``pointed``: the
    object of the choice under the pointer. ``revealed``: the card shows the answer to a class.
    """

    judged = Signal(bool)
    step_asked = Signal(int)
    pointed = Signal(int)
    skipped = Signal()
    revealed = Signal()

    def __init__(self, words: Words, font: QFont) -> None:
        super().__init__()
        self.setProperty("question", "true")
        self._words, self._font = words, font
        self._is_revealed = False
        self.question: Question | None = None
        self.verdict: Verdict | None = None
        self.field: AnswerField | None = None
        self._asks = text_label("title", wraps=True, form=Qt.TextFormat.RichText)
        self._code = text_label(wraps=True, form=Qt.TextFormat.PlainText)
        self._said = text_label(wraps=True, form=Qt.TextFormat.RichText)
        # A long line of code wraps, so that it does not push the neighbouring text out of view.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._code.setSizePolicy(policy)
        self._said.linkActivated.connect(lambda link: self.pointed.emit(int(link)))
        self.answer = text_button(words, "ask.answer", self.submit, "primary")
        self.skip = text_button(words, "ask.skip", self.skipped, "soft")
        self.show_proof = text_button(words, "ask.show", self._show_proof, "soft")
        self.again = text_button(words, "ask.again", self.ask_again, "soft")
        self.revealing = text_button(words, "command.reveal", self.reveal, "primary")
        self._tools: list[QWidget] = []
        self._large: int | None = None
        self._lay_out()
        words.changed.connect(self.speak)
        THEME.changed.connect(self.speak)

    def _lay_out(self) -> None:
        self._row = in_row(
            None,
            *(self.revealing, self.answer, self.show_proof, self.again, self.skip, None),
            spacing=8,
        )
        self._column = in_column(
            self,
            *(self._asks, self._code, self._said, self._row),
            margins=(16, 12, 12, 12),
            spacing=8,
        )

    def add_tool(self, tool: QWidget) -> None:
        """Add a widget next to the buttons of an open question."""
        self._row.addWidget(tool)
        self.setTabOrder(self._tools[-1] if self._tools else self.skip, tool)
        self._tools.append(tool)

    # ---- asking ----

    def ask_nothing(self) -> None:
        """Say in place of the previous question that this step has none."""
        if self.field is not None:
            discard(self._column, self.field)
        self.question = self.verdict = self.field = None
        self._is_revealed = False
        self.speak()

    def ask(self, question: Question) -> None:
        """Ask ``question`` in place of the previous one."""
        self.ask_nothing()
        self.question = question
        self.field = make_field(question, self._words, self._code_font())
        self.field.submitted.connect(self.submit)
        self.field.changed.connect(self._changed)
        self.field.pointed.connect(self.pointed)
        self._column.insertWidget(2, self.field)
        # Qt puts a new widget at the end of the window's tab order.
        inside = (one for one in self.field.findChildren(QWidget) if one.window() is self.window())
        stops = [one for one in inside if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, other in pairwise([self.revealing, *stops, self.revealing]):
            self.setTabOrder(one, other)
        self._choose_focus()
        self.speak()

    def ask_again(self) -> None:
        """Ask the same question again."""
        if self.question is not None:
            self.ask(self.question)
            self.setFocus()

    @property
    def is_open(self) -> bool:
        """Whether the question is unanswered."""
        return self.question is not None and self.verdict is None

    def is_answered_in(self, widget: QWidget) -> bool:
        """Whether ``widget`` belongs to the answer field of an open question."""
        field = self.field
        return (
            self.is_open and field is not None and (widget is field or field.isAncestorOf(widget))
        )

    def answer_with(self, serial: int) -> None:
        """Answer with an object picked in the diagram."""
        if self.field is not None and self.is_open:
            self.field.answer_with((serial,))

    def submit(self) -> None:
        """Judge the current answer; in front of a class, reveal the right one if there is none."""
        given = self.field.given() if self.field is not None else None
        if given is not None and self.is_open:
            self.judge(given)
        elif self._large is not None:
            self.reveal()

    def judge(self, given: Answer) -> None:
        """Show whether the answer is right, and why."""
        assert self.question is not None
        self.verdict = judge(self.question, given)
        if self.field is not None:
            self.field.setEnabled(False)
        self.speak()
        (self.show_proof if self.verdict.is_right else self.again).setFocus()
        self.judged.emit(self.verdict.is_right)

    def reveal(self) -> None:
        """Show the right answer, whatever the user entered."""
        if self.is_open and self.question is not None:
            self.verdict = judge(self.question, self.question.answer)
            self._is_revealed = True
            if self.field is not None:
                self.field.show_right(self.question.answer)
                self.field.setEnabled(False)
            self.speak()
            self.show_proof.setFocus()
            self.revealed.emit()

    def _changed(self) -> None:
        ready = self.field is not None and self.field.given() is not None
        # In large type there is room for one of the two.
        reveals = self._large is not None and not ready
        self.revealing.setVisible(self.is_open and reveals)
        self.answer.setVisible(self.is_open and not reveals)
        self.answer.setEnabled(self.is_open and ready)

    def _show_proof(self) -> None:
        if self.question is not None:
            self.step_asked.emit(self.question.proof)

    # ---- showing ----

    def show_large(self, pixels: int | None) -> None:
        """Ask a whole class in letters of ``pixels``; a button reveals the answer.

        None asks a single user again.
        """
        self._large = pixels
        self.setStyleSheet(large_type(pixels))
        self._choose_focus()
        self.speak()

    def _choose_focus(self) -> None:
        """In front of a class, only a field with letters takes keys; else the button does."""
        if self.field is not None:
            typed = self._large is None or isinstance(self.field, ChoiceField)
            self.setFocusProxy(self.field if typed else self.revealing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In front of a class, accept answer letters even if another widget has the focus."""
        field = self.field
        if not isinstance(event, QKeyEvent) or not isinstance(field, ChoiceField):
            return False
        if self._large is None or not self.is_open or not field.is_letter(event):
            return False
        if event.type() is QEvent.Type.KeyPress:
            field.keyPressEvent(event)
        event.accept()
        return True

    def _code_font(self) -> QFont:
        """The code font, as large as the text."""
        font = QFont(self._font)
        font.setPixelSize(px(_CODE_PIXELS))
        return font

    def speak(self) -> None:
        """Write all texts in the current language."""
        question, verdict = self.question, self.verdict
        words, code = self._words("ask.nothing"), ""
        if question is not None:
            words = translate(question_text(question), self._words.language)
            code = _dedented(question.effect.code)
        self._asks.setText(self._rich(words))
        self._code.setFont(self._code_font())
        self._code.setText(code)
        self._code.setVisible(bool(code))
        self.setAccessibleName(words.replace("`", ""))
        self._said.setVisible(verdict is not None)
        said = self._judgement(verdict) if verdict is not None else ""
        self._said.setText(said)
        self.setAccessibleDescription(QTextDocumentFragment.fromHtml(said).toPlainText())
        for tool in self._tools:
            tool.setVisible(verdict is None)
        self.skip.setVisible(self.is_open)
        self.show_proof.setVisible(verdict is not None)
        self.again.setVisible(verdict is not None and not verdict.is_right)
        self._changed()

    def _rich(self, words: str) -> str:
        return rich_text(words, self._large)

    def _judgement(self, verdict: Verdict) -> str:
        key, colour = ("ask.right", "gain") if verdict.is_right else ("ask.wrong", "loss")
        if self._is_revealed:
            key, colour = "ask.revealed", "accent"
        chosen = self.field.chosen_words() if self._is_revealed and self.field else ""
        said = f"{self._words(key)} {escape(chosen)}"
        head = f'<b style="color:{THEME.colour(colour).name()}">{said}</b>'
        language = self._words.language
        lines = [self._rich(translate(one, language)) for one in verdict.explanations[:_MOST_SAID]]
        more = len(verdict.explanations) - _MOST_SAID
        if more > 0:
            lines.append(self._words("step.more", n=more))
        return "".join(f'<p style="{_LINES}">{line}</p>' for line in (head, *lines))


def large_type(pixels: int | None) -> str:
    """Return the style sheet for letters of ``pixels``; an empty one for None."""
    return f"* {{ font-size: {pixels}px; }}" if pixels else ""


def _dedented(code: str) -> str:
    lines = code.splitlines()
    first = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    return "\n".join(line[min(first, len(line) - len(line.lstrip())) :] for line in lines)
