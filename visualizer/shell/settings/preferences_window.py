"""The preferences, in a separate window; each change applies at once and is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from visualizer.diagram.fonts import families_to_choose, usual_family
from visualizer.model import CannotRun
from visualizer.recorder.versions import KNOWN
from visualizer.shell.appearance.look import (
    SCALES,
    SIZES,
    STEP,
    TWO_LINES,
    keep_least_height,
    percent,
)
from visualizer.shell.appearance.theme_choice import CHOICES, MOTIONS, PARTS, Appearance
from visualizer.shell.appearance.words import LANGUAGES, Words, system_language
from visualizer.shell.asking import Asking
from visualizer.shell.canvas.bar import LEVELS
from visualizer.shell.commands.command_list import KeyTable
from visualizer.shell.commands.shortcuts import Shortcuts
from visualizer.shell.notifications.undoing import Undoing
from visualizer.shell.playback.player import Player
from visualizer.shell.program.workbench import Workbench
from visualizer.shell.run.options import LIMITS, RECORDERS, run_settings
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.settings.rows import PathField, Rows
from visualizer.shell.settings.view_settings import ViewSettings
from visualizer.shell.widgets.controls import Segments, text_button
from visualizer.shell.widgets.dialog_size import Dialog, scrolled
from visualizer.shell.widgets.dialogs import Dialogs
from visualizer.shell.widgets.layouts import WINDOW, in_column, in_row, restyle, text_label

_IN_ENVIRONMENT = ("bin/python", "Scripts/python.exe")


def interpreter_in(path: Path) -> Path:
    """Return the interpreter of a virtual environment if ``path`` is its folder, else ``path``."""
    if path.is_dir():
        for name in _IN_ENVIRONMENT:
            if (path / name).exists():
                return path / name
    return path


def _checked(python: str) -> tuple[str, CannotRun | None]:
    """Return an interpreter's path, and the error if it is unusable."""
    from visualizer.session.start.interpreter import check_interpreter, find_interpreter

    try:
        check_interpreter(find_interpreter(Path(python)))
    except CannotRun as error:
        return python, error
    return python, None


class InterpreterRow(QWidget):
    """An empty field means our own interpreter. Only a usable one is emitted by ``picked``."""

    picked = Signal(str)

    def __init__(self, words: Words, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self._words = words
        self._holds, self._asked = "", ""
        self._error: CannotRun | None = None
        self._asking = Asking()
        self._asking.answered.connect(self._show_checked)
        place = PathField("preferences.python.own", words, ask)
        self.field, self.browse = place.field, place.browse
        self.said = text_label(wraps=True)
        # Two lines from the beginning, so that longer messages do not move the rows below.
        keep_least_height(self.said, TWO_LINES)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.changed.connect(self._speak)
        self.setFocusProxy(self.field)
        in_column(self, place)
        self.field.editingFinished.connect(self.check)
        place.browsed.connect(self.check)

    def show_value(self, python: str) -> None:
        """Show the current interpreter, unless another is being checked or is wrong."""
        if not self._asked and self._error is None:
            self._holds = python
            self.field.setText(python)
            self._speak()

    def check(self) -> None:
        """Check the written interpreter, and use it if possible."""
        written = self.field.text().strip()
        if written == self._holds:
            self._error, self._asked = None, ""
        elif not written:
            self._error, self._asked, self._holds = None, "", ""
            self.picked.emit("")
        elif written != self._asked:
            python = str(interpreter_in(Path(written).expanduser()))
            self.field.setText(python)
            self._error, self._asked = None, python
            self._asking.ask(partial(_checked, python))
        self._speak()

    def _show_checked(self, answer: tuple[str, CannotRun | None]) -> None:
        python, error = answer
        if python != self._asked:
            return
        self._asked, self._error = "", error
        if error is None:
            self._holds = python
            self.picked.emit(python)
        self._speak()

    def _speak(self) -> None:
        words = self._words
        if self._error is not None:
            said = words.error(self._error)
        elif self._asked:
            said = words("preferences.python.asked")
        elif self._holds:
            said = words("preferences.python.used")
        else:
            said = words("preferences.python.ours", known=KNOWN)
        self.said.setText(said)
        restyle(self.said, "words", "loss" if self._error else "second")


PAGES = ("look", "run", "keys")
_KEPT = (
    *("language", "theme", "motion", "level", "follow", "wrap", "completion"),
    *(*PARTS, *SIZES, "keys", "text_percent", "python", "recorder", *LIMITS),
)
"""The keys of the preferences that are reset."""


@dataclass(frozen=True, slots=True)
class Adjustable:
    """The parts of the window that the preferences adjust."""

    preferences: Preferences
    words: Words
    commands: dict[str, QAction]
    shortcuts: Shortcuts
    appearance: Appearance
    view: ViewSettings
    workbench: Workbench
    player: Player
    undoing: Undoing
    dialogs: Dialogs


class PreferencesWindow(Dialog):
    """Shows the current values whenever it becomes active.

    ``interpreter_picked`` follows the choice of another interpreter for programs.
    """

    interpreter_picked = Signal()

    def __init__(self, parts: Adjustable, parent: QWidget) -> None:
        super().__init__(parts.words, "preferences.title", (660, 640), parent, stays=True)
        self._parts = parts
        self._has_reset = False
        words = parts.words
        self.pages = Segments(len(PAGES))
        self.pages.name(words, (f"preferences.{page}" for page in PAGES))
        self.look, self.run = Rows(words), Rows(words)
        self.python = InterpreterRow(words, parts.dialogs.interpreter)
        self.keys = KeyTable(words, parts.commands, parts.shortcuts)
        self.made = text_label("second")
        self._fill_look()
        self._fill_run()
        self._stack = QStackedWidget()
        for part in (scrolled(self.look), scrolled(self.run), self.keys):
            self._stack.addWidget(part)
        self.reset = text_button(words, "preferences.reset", self.reset_all)
        self.undo = text_button(words, "undo.do", parts.undoing.undo, "soft", "undo-2")
        close = text_button(words, "preferences.close", self.close)
        self.undo.hide()
        top = in_row(None, self.pages, None)
        below = in_row(None, self.reset, self.undo, None, close)
        in_column(self, top, (self._stack, 1), below, margins=WINDOW, spacing=16)
        self.pages.picked.connect(self.show_page)
        self.pages.turn_pages(self)
        self.python.picked.connect(self._use_interpreter)
        parts.commands["undo"].changed.connect(self._show_undo)
        parts.appearance.changed.connect(self.show_values)
        parts.words.changed.connect(self.show_values)
        for level in range(1, LEVELS + 1):
            parts.commands[f"level_{level}"].triggered.connect(self.show_values)
        self.show_page(0)

    def _fill_look(self) -> None:
        parts, rows, preferences = self._parts, self.look, self._parts.preferences
        rows.choice(
            "menu.language",
            [(language, f"preferences.language.{language}") for language in LANGUAGES],
            lambda: parts.words.language,
            parts.words.speak,
        )
        rows.choice(
            "preferences.theme",
            [(choice, f"command.theme_{choice.replace('-', '_')}") for choice in CHOICES],
            lambda: parts.appearance.choice,
            parts.appearance.choose,
        )
        rows.choice(
            "preferences.level",
            [(str(level), f"command.level_{level}") for level in range(1, LEVELS + 1)],
            lambda: str(parts.view.level),
            lambda level: parts.view.show_level(int(level)),
        )
        rows.choice(
            "preferences.motion",
            [(motion, f"preferences.motion.{motion}") for motion in MOTIONS],
            lambda: parts.appearance.motion,
            parts.appearance.choose_motion,
        )
        self._add_switch("wrap", "preferences.wrap", parts.view.wrap_code)
        self._add_switch("completion", "preferences.completion", parts.view.suggest)
        for part, kind in PARTS.items():
            rows.names(
                f"preferences.{part}",
                partial(parts.words, "preferences.usual_font", font=usual_family(kind)),
                families_to_choose(kind),
                partial(preferences.string, part),
                partial(parts.appearance.choose_font, part),
            )
        rows.names(
            "preferences.text_size",
            lambda: f"{SCALES[0]}%",
            [f"{one}%" for one in SCALES[1:]],
            lambda: f"{percent()}%",
            lambda size: parts.appearance.scale_text(int(size.rstrip("%") or SCALES[0])),
        )
        for part, (usual, limits) in SIZES.items():
            rows.number(
                f"preferences.{part}",
                limits,
                partial(preferences.number, part, *limits, usual),
                partial(parts.view.set_size, part),
                step=STEP,
            )
        rows.end()

    def _add_switch(self, key: str, name: str, turn: Callable[[bool], None]) -> None:
        command = self._parts.commands[key]
        self.look.choice(
            name,
            [("yes", "preferences.on"), ("no", "preferences.off")],
            lambda: "yes" if command.isChecked() else "no",
            lambda chosen: turn(chosen == "yes"),
        )

    def _fill_run(self) -> None:
        rows = self.run
        rows.add("preferences.python", self.python, self.python.said)
        rows.grid.setAlignment(self.python, Qt.AlignmentFlag(0))
        self.recorder = rows.choice(
            "preferences.recorder",
            [(recorder, f"preferences.recorder.{recorder}") for recorder in RECORDERS],
            partial(self._setting, "recorder"),
            partial(self._choose, "recorder"),
        )
        rows.grid.addWidget(self.made, rows.grid.rowCount(), 1)
        notes = {
            "ahead": "preferences.ahead.note",
            "seconds": "preferences.seconds.note",
            "recording_mb": "preferences.limits.note",
        }
        for field, limits in LIMITS.items():
            rows.number(
                f"preferences.{field}",
                limits,
                partial(self._setting, field),
                partial(self._choose, field),
                note=notes.get(field, ""),
            )
        rows.end()

    def _setting(self, field: str) -> Any:
        return getattr(self._parts.workbench.settings, field)

    def _choose(self, field: str, value: int | str) -> None:
        self._parts.preferences.put(field, value)
        self._parts.workbench.settings = run_settings(self._parts.preferences)

    def _use_interpreter(self, python: str) -> None:
        self._choose("python", python)
        self.interpreter_picked.emit()

    def _show_recorder(self) -> None:
        """Show which recorder made the current recording."""
        recording, words = self._parts.player.recording, self._parts.words
        made = recording.header.recorder if recording is not None else ""
        self.made.setText(words(f"preferences.made_by.{made}") if made in RECORDERS else "")

    def show_page(self, number: int) -> None:
        """Show a page."""
        self.pages.show_picked(number)
        self._stack.setCurrentIndex(number)

    def show_values(self) -> None:
        """Show the current values."""
        self.look.show_values()
        self.run.show_values()
        self._show_recorder()
        python = self._parts.workbench.settings.python
        self.python.show_value(str(python) if python else "")

    def reset_all(self) -> None:
        """Restore the defaults, except the open program and the layout of the panes; offer to undo
        it.
        """
        parts = self._parts
        kept = parts.preferences.kept(*_KEPT)
        before = parts.words.language, parts.appearance.choice, parts.appearance.motion
        parts.preferences.forget(*_KEPT)
        self._apply(system_language(), CHOICES[0], MOTIONS[0])
        parts.undoing.offer(
            "undo.preferences", partial(self._put_back, kept, before), of_program=False
        )
        self._has_reset = True
        self._show_undo()

    def _put_back(self, kept: dict[str, object], before: tuple[str, str, str]) -> None:
        preferences = self._parts.preferences
        preferences.forget(*_KEPT)
        preferences.put_back(kept)
        self._apply(*before)
        self._has_reset = False
        self._show_undo()

    def _apply(self, language: str, theme: str, motion: str) -> None:
        parts, preferences = self._parts, self._parts.preferences
        parts.words.speak(language)
        parts.appearance.choose(theme)
        parts.appearance.choose_motion(motion)
        usual = SCALES[0]
        parts.appearance.scale_text(preferences.number("text_percent", usual, SCALES[-1], usual))
        parts.appearance.use_fonts()
        parts.workbench.settings = run_settings(preferences)
        parts.shortcuts.recall()
        parts.view.recall()
        self.show_values()

    def _show_undo(self) -> None:
        self._has_reset = self._has_reset and self._parts.commands["undo"].isEnabled()
        self.undo.setVisible(self._has_reset)
