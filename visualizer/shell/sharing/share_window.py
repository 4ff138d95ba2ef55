"""The window in which the user chooses the contents of a page, sees its size, and saves it."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from visualizer.diagram.fonts import QtMeasure, chosen_families
from visualizer.explain.questions.kinds import Question
from visualizer.export.page.data import readable_page
from visualizer.export.page.document import page_document
from visualizer.export.page.pictures import Json
from visualizer.export.page.range import MOST_AT_ALL_LEVELS, MOST_STEPS, PageRange
from visualizer.export.page.side_by_side import SideBySide
from visualizer.layout.analysis.facts import Level
from visualizer.model import DamagedRecording, NotKept
from visualizer.shell.appearance.words import Words
from visualizer.shell.playback.player import Player
from visualizer.shell.program.document import write_whole
from visualizer.shell.sharing.steps_window import StepsWindow
from visualizer.shell.widgets.controls import Button, text_button
from visualizer.shell.widgets.dialogs import Dialogs

_ALL = "all"
_LEVELS = (
    (_ALL, "share.all_levels"),
    *((level.value, f"level.{number}") for number, level in enumerate(Level, 1)),
)
_LANGUAGES = (
    ("", "share.readers"),
    ("ko", "preferences.language.ko"),
    ("en", "preferences.language.en"),
)
_THEMES = (("", "share.readers"), ("light", "share.light"), ("dark", "share.dark"))
_PAUSE = 250
"""Milliseconds without another choice before the page is made again."""
_MEGABYTE = 1_000_000


class _Choice(NamedTuple):
    """The contents of the page, and its first view."""

    first: int
    last: int
    level: str = _ALL
    language: str = ""
    theme: str = ""

    @property
    def range(self) -> PageRange:
        """The steps and levels; a long page has one level."""
        is_short = self.last - self.first < MOST_AT_ALL_LEVELS
        if self.level != _ALL:
            return PageRange(self.first, self.last, (Level(self.level),))
        return PageRange(self.first, self.last, tuple(Level) if is_short else (Level.VALUES,))


class ShareWindow(StepsWindow):
    """Makes the page while the user chooses, so that its size is known before saving.

    ``questions`` are the questions of the recorded program's lesson.
    """

    title, size_in_pixels = "share.title", (560, 420)

    def __init__(
        self,
        owner: QWidget,
        player: Player,
        dialogs: Dialogs,
        words: Words,
        *,
        questions: tuple[Question, ...] = (),
    ) -> None:
        super().__init__(owner, player, dialogs, words)
        self._questions = questions
        self._choice = _usual_choice(player)
        self._data: Json | None = None
        self._place: Path | None = None
        """The file in which the page is saved as soon as it is made."""
        self._saved: Path | None = None
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._add_rows()
        self._add_buttons()
        self._later.timeout.connect(self._make)
        self.maker.made.connect(self._receive_page)
        self.speak()

    def _add_rows(self) -> None:
        rows = self.rows
        self.add_range(lambda: self._choice[:2], "share.most", MOST_STEPS)
        self.level = rows.choice(
            "level.name", _LEVELS, lambda: self._shown_level, lambda one: self._choose(level=one)
        )
        language = rows.choice(
            "menu.language",
            _LANGUAGES,
            lambda: self._choice.language,
            lambda one: self._choose_beginning(language=one),
        )
        theme = rows.choice(
            "share.theme",
            _THEMES,
            lambda: self._choice.theme,
            lambda one: self._choose_beginning(theme=one),
        )
        self.beginnings = language, theme
        rows.end()

    def _add_buttons(self) -> None:
        self.save_button = Button("primary")
        self.open_button = text_button(self._words, "share.open", self._open)
        self.lay_out("share.making", self.save_button, self.open_button)
        self.save_button.clicked.connect(self._save)

    # ---- choosing ----

    @property
    def _shown_level(self) -> str:
        levels = self._choice.range.levels
        return levels[0].value if len(levels) == 1 else _ALL

    def choose_range(self, first: int, last: int) -> None:
        """Make a page of other steps."""
        self._choose(first=first, last=last)

    def _choose(self, **changes: int | str) -> None:
        """Change the range or level, and make the page again."""
        self._choice = self._choice._replace(**changes)  # type: ignore[arg-type]
        self._data = self._problem = self._fault = self._place = self._saved = None
        self.maker.stop()
        self._later.start()
        self.rows.show_values()
        self.speak()

    def _choose_beginning(self, **changes: str) -> None:
        """Change the initial language or theme; the page contains all of them."""
        self._choice = self._choice._replace(**changes)  # type: ignore[arg-type]
        self._saved = None
        self.speak()

    # ---- making ----

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make the page for the current choice."""
        super().showEvent(event)
        if self._data is None and not self.maker.busy:
            self._make()

    def done(self, result: int) -> None:
        """Stop making the page."""
        self._later.stop()
        super().done(result)

    def _make(self) -> None:
        recording = self._player.recording
        if recording is not None and recording.steps:
            side_by_side = SideBySide(chosen_families())
            make = partial(readable_page, questions=self._questions, make_levels=side_by_side)
            self.maker.make(partial(make, recording, self._choice.range, QtMeasure()))
            self.speak()

    def _receive_page(self, made: tuple[Json, DamagedRecording | None]) -> None:
        self._data, self._fault = made
        if self._place is not None:
            self._write(self._place)
        self.speak()

    def _document(self) -> bytes:
        assert self._data is not None
        choice = self._choice
        return page_document(self._data, language=choice.language, theme=choice.theme).encode()

    # ---- results ----

    def _save(self) -> None:
        """Save the page now, or as soon as it is made."""
        recording = self._player.recording
        if recording is None:
            return
        self.take_typed()
        name = Path(recording.header.program).stem
        self._place = self._dialogs.place_for("page", self._dialogs.place() / f"{name}.html")
        if self._place is not None and self._data is not None:
            self._write(self._place)
        self.speak()

    def _write(self, path: Path) -> None:
        self._place = None
        try:
            self._dialogs.wait_for(partial(write_whole, path, self._document()), path)
        except NotKept as error:
            self._problem = error
        else:
            self._saved, self._problem = path, None

    def _open(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def speak(self) -> None:
        """Show the state, and enable the buttons."""
        is_made = self._data is not None
        self.progress.setVisible(not is_made and self._problem is None)
        self.save_button.setEnabled(is_made)
        self.open_button.setEnabled(self._saved is not None)
        super().speak()

    def state(self) -> str:
        """Describe the size of the page, or where it was saved."""
        words, data = self._words, self._data
        if data is None:
            return words("share.making")
        if self._saved is not None:
            return words("share.saved", file=self._saved.name)
        steps, asked = data["steps"], data["questions"]
        assert isinstance(steps, list)
        assert isinstance(asked, list)
        megabytes = f"{len(self._document()) / _MEGABYTE:.2f}"
        said = words("share.size", n=len(steps), megabytes=megabytes)
        return f"{said} {words('share.questions', n=len(asked))}" if asked else said


def _usual_choice(player: Player) -> _Choice:
    """Return all steps; for a long recording, those around the current step."""
    if player.steps <= MOST_STEPS:
        return _Choice(1, max(player.steps, 1))
    half = MOST_AT_ALL_LEVELS // 2
    first = min(max(player.step - half, 1), player.steps - MOST_AT_ALL_LEVELS + 1)
    return _Choice(first, first + MOST_AT_ALL_LEVELS - 1)
