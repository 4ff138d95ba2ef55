"""Asks what the next line will do, for any program."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from visualizer.explain.questions.choosing import (
    Difficulty,
    QuestionIdentity,
    question_at,
    question_identity,
)
from visualizer.explain.questions.kinds import Question
from visualizer.shell.appearance.words import Words
from visualizer.shell.lessons.question_card import QuestionCard
from visualizer.shell.playback.player import Player
from visualizer.shell.widgets.controls import Choice


class Predicting(QObject):
    """While ``on``, a step with a good question blocks stepping until it is answered or skipped.

    For a step without a question, the card says so.

    ``changed`` carries whether to bring the card into view: with a question, or when turned on.
    ``chosen``: the difficulty. ``turned``: on or off.
    """

    changed = Signal(bool)
    chosen = Signal(int)
    turned = Signal(bool)

    def __init__(
        self, player: Player, card: QuestionCard, rests: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._player, self.card, self._rests = player, card, rests
        self.on = False
        self.difficulty = Difficulty.NAMES
        self._asked: set[QuestionIdentity] = set()
        self.answered = self.right = 0
        player.asked.connect(self._stepped)
        player.recording_changed.connect(self._begin_anew)
        card.judged.connect(self._judged)
        card.skipped.connect(self._skip)
        card.step_asked.connect(player.go_to)

    def turn(self, on: bool) -> None:
        """Start or stop asking."""
        if on != self.on:
            self.on = on
            self._begin_anew()
            self.turned.emit(on)
            self._stepped()
            self.changed.emit(on)

    def choose(self, difficulty: Difficulty) -> None:
        """Change the difficulty, and replace an open question."""
        if difficulty == self.difficulty:
            return
        self.difficulty = difficulty
        self.chosen.emit(difficulty)
        if self.card.question is None or (
            self.card.is_open and self._player.step == self._standing
        ):
            self._stepped()

    def may_go_on(self) -> bool:
        """Whether stepping forward is allowed; otherwise the open question gets the focus."""
        if not self.on or not self.card.is_open or self._player.step != self._standing:
            return True
        self.card.setFocus()
        return False

    def reveal(self) -> None:
        """Show the answer, after the class has given its own."""
        if self.on and self.card.is_open:
            self.card.reveal()

    @property
    def _standing(self) -> int:
        question = self.card.question
        return question.step if question is not None else 0

    def _begin_anew(self) -> None:
        self._asked.clear()
        self.answered = self.right = 0
        self._put_away()

    def _stepped(self) -> None:
        if not self.on or self._rests():
            return
        if self.card.question is not None and self._player.step == self.card.question.proof:
            # The answer stays visible at the step that proves it.
            return
        question = self._question()
        if question is None:
            self._put_away()
            return
        self.card.ask(question)
        self.card.show()
        self.changed.emit(True)

    def _question(self) -> Question | None:
        recording, step = self._player.recording, self._player.step
        if recording is None or recording.end is None:
            return None
        look = partial(question_at, recording, step, self.difficulty, self._asked)
        return self._player.read(look, None)

    def _judged(self, right: bool) -> None:
        self._note_asked()
        self.answered += 1
        self.right += right

    def _skip(self) -> None:
        self._note_asked()
        self._put_away()
        self._player.forward()

    def _note_asked(self) -> None:
        question = self.card.question
        if question is not None:
            self._asked.add(question_identity(question))

    def _put_away(self) -> None:
        # Hidden first, so that the focus leaves it.
        self.card.hide()
        if self.on:
            self.card.ask_nothing()
            self.card.show()
        self.changed.emit(False)


class DifficultyChoice(Choice):
    """Triggers the commands of the menu."""

    def __init__(
        self, predicting: Predicting, commands: Mapping[str, QAction], words: Words
    ) -> None:
        super().__init__()
        self.offer(words, [(one, f"ask.about_{one.name.lower()}") for one in Difficulty])
        self._show(predicting.difficulty)
        predicting.chosen.connect(self._show)
        self.activated.connect(
            lambda at: commands[f"predict_{[*Difficulty][at].name.lower()}"].trigger()
        )
        words.bind(self.setAccessibleName, "ask.difficulty")

    def _show(self, difficulty: int) -> None:
        self.setCurrentIndex([*Difficulty].index(Difficulty(difficulty)))
