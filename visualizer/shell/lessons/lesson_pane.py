"""A lesson's text next to the diagram, with its questions and tasks in their places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QWidget

from visualizer.diagram.fonts import code_family
from visualizer.diagram.words import translate
from visualizer.explain.questions.kinds import Question
from visualizer.explain.sentence import Sentence
from visualizer.lessons.facts import FACT
from visualizer.lessons.lesson import PLACEHOLDER, Lesson, Task
from visualizer.lessons.reading import BETWEEN
from visualizer.shell.appearance.look import THEME, px
from visualizer.shell.appearance.words import Words, rich_text
from visualizer.shell.lessons.question_card import QuestionCard, large_type
from visualizer.shell.widgets.layouts import in_column, text_label

_SIGNS = {True: ("✓", "gain"), False: ("○", "ink3")}


class TaskCard(QFrame):
    """Shows the task, and after a run of the changed program each check with its result."""

    def __init__(self, task: Task, words: Words) -> None:
        super().__init__()
        self.setProperty("question", "true")
        self.task = task
        self._words = words
        self._judged: Sequence[tuple[Sentence, bool]] = ()
        self._large: int | None = None
        self._asks = text_label("title", wraps=True, form=Qt.TextFormat.RichText)
        self._said = text_label(wraps=True, form=Qt.TextFormat.RichText)
        in_column(self, self._asks, self._said, margins=(16, 12, 12, 12), spacing=8)
        words.changed.connect(self.speak)
        THEME.changed.connect(self.speak)
        self.speak()

    @property
    def is_done(self) -> bool:
        """Whether all checks pass."""
        return bool(self._judged) and all(good for _, good in self._judged)

    def show_judged(self, judged: Sequence[tuple[Sentence, bool]]) -> None:
        """Show the checks of a run; empty while the program is unchanged."""
        self._judged = judged
        self.speak()

    def show_large(self, pixels: int | None) -> None:
        """Write in letters of ``pixels``; None restores the usual size."""
        self._large = pixels
        self.setStyleSheet(large_type(pixels))
        self.speak()

    def speak(self) -> None:
        """Write all texts in the current language."""
        language = self._words.language
        self._asks.setText(rich_text(self.task.ask[language], self._large))
        lines = []
        for said, good in self._judged:
            sign, colour = _SIGNS[good]
            text = rich_text(translate(said, language), self._large)
            lines.append(f'<span style="color:{THEME.colour(colour).name()}">{sign}</span> {text}')
        if self.is_done:
            ink = THEME.colour("gain").name()
            lines.append(f'<b style="color:{ink}">{self._words("lesson.task_done")}</b>')
        elif not lines:
            lines.append(self._words("lesson.task_how"))
        self._said.setText("<br>".join(lines))


_ABOVE, _BELOW = 14, 6
_LINE_HEIGHT = 125
_SIZE = 15
"""In pixels; larger than elsewhere, because users read lessons from beginning to end."""
_EDGE = 16


def lesson_html(markdown: str, pixels: int | None = None) -> str:
    """Convert Markdown to letters of ``pixels``; HTML in it is shown literally."""
    document = QTextDocument()
    font = document.defaultFont()
    font.setPixelSize(pixels or px(_SIZE))
    document.setDefaultFont(font)
    features = QTextDocument.MarkdownFeature
    document.setMarkdown(markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    block = document.begin()
    while block.isValid():
        _space_out(block.position(), document, heading=block.blockFormat().headingLevel() > 0)
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            form = piece.charFormat()
            cursor = QTextCursor(document)
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            change = QTextCharFormat()
            if form.fontFixedPitch():
                change.setFontFamilies([code_family()])
                change.setFontFixedPitch(False)
                change.setFontStyleHint(QFont.StyleHint.AnyStyle)
                change.setBackground(THEME.colour("cardHead"))
            if form.isAnchor():
                change.setForeground(THEME.colour("accent"))
            cursor.mergeCharFormat(change)
            pieces += 1
        block = block.next()
    return document.toHtml()


def _space_out(position: int, document: QTextDocument, *, heading: bool) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    form = QTextBlockFormat()
    form.setTopMargin(_ABOVE if heading else 0)
    form.setBottomMargin(_BELOW)
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(form)


class LessonPane(QScrollArea):
    """``step_asked`` carries a step to go to, ``pointed`` an object to select, ``judged`` the key
    of an answered question and whether the answer is right, ``comparison_asked`` two steps to
    compare.
    """

    step_asked = Signal(int)
    comparison_asked = Signal(int, int)
    pointed = Signal(int)
    judged = Signal(str, bool)

    def __init__(self, words: Words, font: QFont) -> None:
        super().__init__()
        self._words, self._font = words, font
        self.lesson: Lesson | None = None
        self.cards: dict[str, QuestionCard] = {}
        self.tasks: dict[str, TaskCard] = {}
        self._texts: list[tuple[QLabel, int]] = []
        self._parts: list[QWidget] = []
        self._passed: set[QuestionCard] = set()
        self._fill: Callable[[str], str] = _with_gaps
        self._steps: Mapping[str, int] = {}
        self._head, self._waits = QLabel(), QLabel()
        self._large: int | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words.changed.connect(self.speak)
        THEME.changed.connect(self.speak)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    # ---- a lesson ----

    def show_lesson(self, lesson: Lesson) -> None:
        """Show another lesson; its questions appear once its program has been recorded."""
        self.lesson, self._steps = lesson, {}
        self.cards, self.tasks, self._texts = {}, {}, []
        self._parts, self._passed = [], set()
        self._fill = _with_gaps
        inside = QWidget()
        self._head = text_label("large", wraps=True)
        self._waits = text_label("second", wraps=True)
        self._waits.hide()
        column = in_column(
            inside, self._head, self._waits, margins=(_EDGE, 4, _EDGE, _EDGE), spacing=12
        )
        for number, (kind, key) in enumerate(_pieces(lesson.texts[self._words.language])):
            part = self._part(kind, key, number)
            self._parts.append(part)
            column.addWidget(part)
        column.addStretch()
        self._disclose()
        self.setWidget(inside)
        self.show_large(self._large)

    def _part(self, kind: str, key: str, number: int) -> QWidget:
        assert self.lesson is not None
        if kind == "question":
            card = QuestionCard(self._words, self._font)
            card.skipped.connect(partial(self._pass, card))
            card.skipped.connect(partial(card.skip.setEnabled, False))
            card.judged.connect(partial(self._pass, card))
            card.revealed.connect(partial(self._pass, card))
            card.step_asked.connect(self.step_asked)
            card.pointed.connect(self.pointed)
            card.judged.connect(partial(self.judged.emit, key))
            self.cards[key] = card
            return card
        if kind == "task":
            task = next(one for one in self.lesson.tasks if one.key == key)
            self.tasks[key] = TaskCard(task, self._words)
            return self.tasks[key]
        label = text_label(wraps=True, form=Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        label.linkActivated.connect(self._follow)
        self._texts.append((label, number))
        return label

    def show_run(
        self,
        steps: Mapping[str, int],
        questions: Mapping[str, Question],
        texts: Mapping[str, str],
    ) -> None:
        """Show the recorded program's questions; ``texts`` maps each text to its filled one."""
        self._steps, self._fill = steps, lambda text: texts.get(text, text)
        for key, card in self.cards.items():
            question = questions.get(key)
            if question is not None and card.question is None:
                card.ask(question)
        self._disclose()
        self.speak()

    def show_running(self, on: bool) -> None:
        """Say that the questions follow later, while the lesson's program runs."""
        asks = any(one.question is None for one in self.cards.values())
        self._waits.setVisible(on and asks)

    def _pass(self, card: QuestionCard, *_: object) -> None:
        self._passed.add(card)
        self._disclose()

    def pass_by(self, key: str) -> None:
        """Show the part after a question that was answered earlier."""
        self._pass(self.cards[key])

    def _disclose(self) -> None:
        """Show everything up to the first unanswered question: the rest reveals the answer."""
        is_open = True
        for part in self._parts:
            if not isinstance(part, QuestionCard):
                part.setVisible(is_open)
                continue
            part.setVisible(is_open and part.question is not None)
            is_open = is_open and (part.question is None or part in self._passed)

    def show_tasks(self, judged: Mapping[str, Sequence[tuple[Sentence, bool]]]) -> None:
        """Show which checks of each task the changed program passes."""
        for key, task in self.tasks.items():
            task.show_judged(judged.get(key, ()))

    @property
    def open_card(self) -> QuestionCard | None:
        """The open question with the focus, otherwise the first open one."""
        focus = QApplication.focusWidget()
        cards = [card for card in self.cards.values() if card.is_open and card.isVisible()]
        inside = [card for card in cards if focus is not None and card.isAncestorOf(focus)]
        return next(iter((*inside, *cards)), None)

    def may_go_on(self) -> bool:
        """Return False while the user answers a question: the next step would reveal the answer."""
        focus, card = QApplication.focusWidget(), self.open_card
        return focus is None or card is None or not card.is_answered_in(focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In front of a class, accept the open question's letters in other widgets."""
        card = self.open_card if isinstance(event, QKeyEvent) else None
        return card is not None and card.eventFilter(watched, event)

    def reveal(self) -> None:
        """Show the answer of the open question."""
        if (card := self.open_card) is not None:
            card.reveal()

    # ---- showing ----

    def show_large(self, pixels: int | None) -> None:
        """Show a whole class the lesson in letters of ``pixels``; None restores the usual size."""
        self._large = pixels
        for label in (self._head, self._waits):
            label.setStyleSheet(large_type(pixels))
        for card in self.cards.values():
            card.show_large(pixels)
        for task in self.tasks.values():
            task.show_large(pixels)
        self.speak()
        if pixels and (opened := self.open_card) is not None:
            self.bring_up(opened)

    def speak(self) -> None:
        """Write the text in the current language."""
        if self.lesson is None:
            return
        language = self._words.language
        self._head.setText(self.lesson.title[language])
        self._waits.setText(self._words("lesson.waits"))
        self.setAccessibleName(self.lesson.title[language])
        pieces = list(_pieces(self._fill(self.lesson.texts[language])))
        for label, number in self._texts:
            kind, text = pieces[number] if number < len(pieces) else ("text", "")
            shown = text if kind == "text" else ""
            label.setText(lesson_html(shown, self._large))

    def bring_up(self, widget: QWidget) -> None:
        """Scroll to ``widget`` once it has been laid out."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, _EDGE))

    def _follow(self, link: str) -> None:
        steps = [self._steps.get(mark) for mark in link.removeprefix("#").split(BETWEEN)]
        match steps:
            case [int(step)]:
                self.step_asked.emit(step)
            case [int(before), int(after)]:
                self.comparison_asked.emit(before, after)

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """When a question gets the focus, go to its step: a later step shows the answer."""
        if now is None or self.lesson is None:
            return
        for card in self.cards.values():
            if card.isAncestorOf(now):
                self.bring_up(card)
                # The card may be higher than the pane.
                self.bring_up(now)
                if card.is_answered_in(now) and card.question is not None:
                    self.step_asked.emit(card.question.step)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Split the text into ``text`` (Markdown), ``question`` and ``task`` (keys)."""
    at = 0
    for found in PLACEHOLDER.finditer(text):
        yield "text", text[at : found.start()].strip()
        yield found[1], found[2]
        at = found.end()
    yield "text", text[at:].strip()


def _with_gaps(text: str) -> str:
    """Replace facts, which are unknown before the recording."""
    return FACT.sub("…", text)
