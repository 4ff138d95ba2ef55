"""A real window for a test: its own preferences, its own temporary files, a simulated user."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from visualizer.model import State
from visualizer.shell.app import make_application
from visualizer.shell.appearance.theme_choice import Appearance, remove_style_sheet
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.widgets.dialogs import Dialogs, Unsaved
from visualizer.shell.window.places import Places
from visualizer.shell.window.window import MainWindow

PATIENCE = 120_000
"""Milliseconds after which a wait fails."""


@dataclass
class Person(Dialogs):
    """The window's user: the answers to its dialogs, and a list of the dialogs that asked."""

    opens: Path | None = None
    saves_as: Path | None = None
    keeps_as: Path | None = None
    tables_as: Path | None = None
    lessons_as: Path | None = None
    pictures_as: tuple[Path, float] | None = None
    labs_as: Path | None = None
    pages_as: Path | None = None
    prints_as: Path | None = None
    reads: list[Path] = field(default_factory=list)
    about_unsaved_changes: Unsaved = Unsaved.DISCARD
    asked: list[str] = field(default_factory=list)
    suggested: Path = field(default_factory=Path)

    def program_to_open(self, folder: Path | None) -> Path | None:
        self.asked.append("open")
        return self.opens

    def place_for(self, kind: str, suggestion: Path) -> Path | None:
        asked, answer = {
            "program": ("save as", self.saves_as),
            "recording": ("keep", self.keeps_as),
            "table": ("table", self.tables_as),
            "lesson": ("lesson", self.lessons_as),
            "page": ("page", self.pages_as),
        }.get(kind, (f"lab {suggestion.suffix}", self.labs_as))
        self.asked.append(asked)
        self.suggested = suggestion
        return answer

    def wait_for[T](self, work: Callable[[], T], file: Path) -> T:
        return work()

    def tables_to_read(self) -> list[Path]:
        self.asked.append("tables")
        return self.reads

    def place_for_picture(self, suggestion: Path) -> tuple[Path, float] | None:
        self.asked.append("picture")
        self.suggested = suggestion
        return self.pictures_as

    def printer(self, printer: QPrinter) -> bool:
        self.asked.append("printer")
        printer.setOutputFileName(str(self.prints_as or ""))
        return self.prints_as is not None

    def interpreter(self) -> Path | None:
        self.asked.append("interpreter")
        return self.opens

    def folder(self, now: Path | None) -> Path | None:
        self.asked.append("folder")
        return self.opens

    def input_file(self) -> Path | None:
        self.asked.append("input")
        return self.opens

    def about_unsaved(self, name: str) -> Unsaved:
        self.asked.append("unsaved")
        return self.about_unsaved_changes


@dataclass
class Desk:
    """A window, and a test's actions on it."""

    window: MainWindow
    person: Person
    qtbot: QtBot

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE)

    def press(self, command: str) -> None:
        """Give a command as the menu, a button or its key would."""
        assert self.window.commands[command].isEnabled(), f"{command} cannot be pressed"
        self.window.commands[command].trigger()

    def put_in(self, text: str) -> None:
        """Replace the program in the editor."""
        self.window.source.editor.document().setPlainText(text)

    def record(self) -> None:
        """Record the program and wait until it has ended and its first step is shown."""
        self.press("record")
        self.until_ended()

    def record_again(self, text: str) -> None:
        """Replace the program by another text and record it."""
        self.put_in(text)
        self.record()

    def go_to_first(self, holds: Callable[[State], bool]) -> None:
        """Show the first step whose state ``holds``, without showing those before it."""
        player = self.window.player
        assert player.recording is not None
        cursor = player.recording.cursor()
        player.go_to(next(n for n in range(1, player.steps + 1) if holds(cursor.seek(n))))

    def focus_diagram(self) -> None:
        """Give the diagram the focus."""
        self.window.activateWindow()
        self.window.diagram.view.setFocus()
        self.until(self.window.diagram.view.hasFocus)

    def until_ended(self) -> None:
        window = self.window
        self.until(lambda: not window.workbench.run.active and window.player.end is not None)

    @property
    def output(self) -> str:
        return self.window.output.output.toPlainText()

    @property
    def errors(self) -> str:
        return self.window.output.errors.toPlainText()


def press(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    focus: QWidget | None = desk.window.focusWidget()
    QTest.keyClick(focus or desk.window, key, modifier)


def prepare_application() -> None:
    """Delete closed windows and remove the style sheet, so that the next opens like the first."""
    make_application()
    # Qt would style closed windows again until the event loop deletes them.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    remove_style_sheet()


@contextmanager
def open_desk(
    qtbot: QtBot,
    folder: Path,
    begin: Callable[[MainWindow], object] | None = None,
    state: Path | None = None,
    level: int | None = 3,
) -> Iterator[Desk]:
    """A window at a desk; the end of the test closes it and discards unsaved changes.

    ``begin`` acts on the window before it is shown; ``state`` is the folder of its sessions.
    ``level`` is the last chosen level, None for a user who has chosen none: most tests look at the
    diagram that shows every object and its count.
    """
    prepare_application()
    preferences = Preferences(folder / "window.ini")
    # Positions must not depend on the speed of the machine.
    preferences.put("motion", "reduced")
    if level is not None and not preferences.has("level"):
        preferences.put("level", level)
    appearance = Appearance(preferences)
    person = Person()
    places = Places(preferences.file, state or folder / "state")
    window = MainWindow(preferences, appearance, lambda _owner, _words: person, places)
    if not QWidget().restoreGeometry(preferences.blob("geometry")):
        # The size must not depend on the machine's screen.
        window.resize(1440, 900)
    window.assemble()
    # The picture of a step must not depend on the speed of the machine either.
    window.diagram.feed.patience = window.diagram.addresses.patience = inf
    if begin is not None:
        begin(window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.complete()
    yield Desk(window, person, qtbot)
    person.about_unsaved_changes = Unsaved.DISCARD
    window.close()


def cut_off(widget: QWidget) -> list[str]:
    """Return the labels and buttons in a widget that are not fully visible."""
    found = []
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text():
            width = label.width()
            enough = label.heightForWidth(width) if label.wordWrap() else label.sizeHint().height()
            low = label.visibleRegion().boundingRect().height() < enough
            if low or (not label.wordWrap() and label.sizeHint().width() > width):
                found.append(label.text())
    for button in widget.findChildren(QAbstractButton):
        seen = button.visibleRegion().boundingRect().size()
        if button.isVisible() and seen != button.size():
            found.append(button.text() or button.accessibleName())
    return found


def copied(state: State) -> State:
    """Copy ``state``; the player's own state changes with its steps."""
    return State(
        state.step,
        dict(state.stacks),
        dict(state.globals),
        dict(state.heap),
        dict(state.thread_names),
        dict(state.codes),
        dict(state.locks),
        dict(state.memory),
    )
