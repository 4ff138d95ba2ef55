"""Lines above the diagram that say what happened and what can be done: never a dialog for that."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from visualizer.diagram.themes import Theme
from visualizer.shell.controls import Button
from visualizer.shell.words import Words


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a band: ``role`` is its look, ``words`` gives its text at any time."""

    words: Callable[[], str]
    do: Callable[[], object]
    role: str = "plain"
    symbol: str | None = None


class Band(QFrame):
    """One line: bold words, plain words, buttons, and a cross where it may be sent away."""

    def __init__(self, ground: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", ground)
        self.setMinimumHeight(44)
        self._words = words
        self._say: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._actions: list[tuple[Button, Action]] = []
        self._bold, self._plain = _label("bold"), _label("plain")
        self._plain.setWordWrap(True)
        self._plain.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._bold)
        self._row.addWidget(self._plain, 1)
        self._cross = Button("icon", "x")
        self._cross.clicked.connect(self.hide)
        words.bind(self._cross.setToolTip, "band.dismiss")
        words.bind(self._cross.setAccessibleName, "band.dismiss")
        self._row.addWidget(self._cross)
        words.changed.connect(self.speak)
        self.hide()

    def show_words(
        self, say: Callable[[], tuple[str, str]], *actions: Action, lasting: bool = False
    ) -> None:
        """Show what ``say`` gives (bold, plain), asked again whenever the language changes."""
        self._say = say
        if [action for _, action in self._actions] != list(actions):
            self._replace(actions)
        self._cross.setVisible(not lasting)
        self.speak()
        self.show()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Those of its actions, without the cross."""
        return tuple(button for button, _ in self._actions)

    def _replace(self, actions: tuple[Action, ...]) -> None:
        for button, _ in self._actions:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._actions = []
        for action in actions:
            button = Button(action.role, action.symbol)
            button.clicked.connect(action.do)
            self._row.insertWidget(self._row.count() - 1, button)
            self._actions.append((button, action))
        theme = self.property("theme")
        if isinstance(theme, Theme):
            self.set_theme(theme)

    def speak(self) -> None:
        """Say it again: its numbers or the language have changed."""
        bold, plain = self._say()
        self._bold.setText(bold)
        self._bold.setVisible(bool(bold))
        self._plain.setText(plain)
        self.setAccessibleName(f"{bold} {plain}".strip())
        for button, action in self._actions:
            button.set_words(action.words())

    def set_theme(self, theme: Theme) -> None:
        """Colour the icons."""
        self.setProperty("theme", theme)
        for button in (self._cross, *(button for button, _ in self._actions)):
            button.set_theme(theme)


class Bands(QWidget):
    """All bands of the window, in a fixed order; each is shown or not."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recording = Band("loss", words)
        self.ended = Band("loss", words)
        self.edited = Band("change", words)
        self.problem = Band("loss", words)
        self.hint = Band("info", words)
        self._all = (self.problem, self.recording, self.ended, self.edited, self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for band in self._all:
            column.addWidget(band)

    def set_theme(self, theme: Theme) -> None:
        """Colour every band's icons."""
        for band in self._all:
            band.set_theme(theme)


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setProperty("words", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
